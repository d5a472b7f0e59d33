"""Change records at random, byte by byte and value by value, and read them: each is a record or a `LoadError`.

Run it with `python benchmarks/fuzz_json.py --seconds 3600`; it prints how many were read, and what went wrong.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
import time
from collections import Counter
from pathlib import Path

import csegroup
from csegroup import LoadError, Meeting
from csegroup.documents import STYLES, Style
from csegroup.example import MEETING

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from mutations import as_bytes, mutated

CORPUS: list[tuple[bytes, type[Meeting | Style]]] = [
    (csegroup.json.dumps(MEETING), Meeting),
    (csegroup.json.dumps(MEETING, indent=2), Meeting),
    *((csegroup.json.dumps(style), Style) for style in STYLES.values()),
]
PIECES = (
    b"{",
    b"}",
    b"[",
    b"]",
    b'"',
    b",",
    b":",
    b"null",
    b"\\u",
    b"\\ud800",
    b"\xff",
    b"\xed\xa0\x80",
    b"\x00",
    b"1e9",
)


def changed(data: bytes, chance: random.Random) -> bytes:
    """Change some bytes: take out, put in, double, exchange."""
    for _ in range(chance.randrange(1, 6)):
        begin = chance.randrange(len(data) + 1)
        end = min(len(data), begin + chance.choice([0, 1, 2, 8, 64, 1024]))
        piece = chance.choice([b"", data[begin:end] * 2, chance.choice(PIECES), chance.randbytes(3)])
        data = data[:begin] + piece + data[end:]
    return data


def verdict(data: bytes, cls: type[Meeting | Style]) -> str:
    """Read a document in both ways, which have to agree."""
    try:
        csegroup.json.loads(data, cls)
    except LoadError:
        read = False
    else:
        read = True
    if read and csegroup.json.problems(data):
        raise AssertionError("is read, and has problems")
    return "read" if read else "refused"


def main() -> int:
    """Go on for some seconds, and give 1 where anything else than a `LoadError` was raised."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    chance = random.Random(options.seed)  # noqa: S311 - no secret
    counts: Counter[str] = Counter()
    end = time.monotonic() + options.seconds
    while time.monotonic() < end:
        data, cls = chance.choice(CORPUS)
        data = changed(data, chance) if chance.random() < 0.5 else as_bytes(mutated(json.loads(data), chance, 3))  # noqa: PLR2004 - half of them
        try:
            counts[verdict(data, cls)] += 1
        except Exception as error:  # noqa: BLE001 - any other is what is looked for
            print(f"{type(error).__name__}: {error}\n{data!r}")
            return 1
    print(f"{counts.total():,} documents, {counts['read']:,} of them read, all others refused by a LoadError")
    return 0


if __name__ == "__main__":
    sys.exit(main())
