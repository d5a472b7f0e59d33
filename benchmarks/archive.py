"""Time a filtered copy of an archive and its memory, then archives that are held whole; each in a fresh process.

Run it with `python benchmarks/archive.py`, which takes some minutes; `--json` prints the figures for a program to
read, and a number sets how many meetings there are at most, by default 100,000.
"""

from __future__ import annotations

import gc
import json
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import attrs

import csegroup as cse
from csegroup.example import MEETING

MEBIBYTE = 1024 * 1024
MOST = 100_000
HELD = 10_000


def meetings(number: int) -> Iterator[cse.Meeting]:
    """Make meetings alike but for their ids and numbers."""
    return (attrs.evolve(MEETING, id=f"jp/example/{index}", number=index % 200 + 1) for index in range(number))


def nothing(_: Path) -> None:
    """Do nothing: what a process needs before it begins."""


def copied(file: Path) -> None:
    """Copy every second meeting."""
    cse.json.write_lines(
        (one for one in cse.json.read_lines(file) if isinstance(one, cse.Meeting) and (one.number or 0) % 2),
        file.with_name(f"copy-of-{file.name}"),
    )


def held(file: Path) -> None:
    """Hold all meetings, under the collector's usual settings."""
    list(cse.json.read_lines(file))


def held_without_collector(file: Path) -> None:
    """Hold all meetings, and have the collector look at them never."""
    gc.disable()
    list(cse.json.read_lines(file))
    gc.freeze()
    gc.enable()


WORK: dict[str, Callable[[Path], None]] = {
    work.__name__: work for work in (nothing, copied, held, held_without_collector)
}


def measure(work: str, file: Path) -> None:
    """Print seconds and the peak of memory of this process."""
    begun = time.perf_counter()
    WORK[work](file)
    seconds = time.perf_counter() - begun
    print(json.dumps({"seconds": seconds, "peak MiB": peak() / MEBIBYTE}))


def peak() -> int:
    """Give the most bytes that this process had in memory."""
    status = Path("/proc/self/status")
    if status.exists():
        (line,) = (line for line in status.read_text("ascii").splitlines() if line.startswith("VmHWM:"))
        return int(line.split()[1]) * 1024
    # Elsewhere than on Linux; there this would be the peak of the process that began this one, where that is higher.
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * (1 if sys.platform == "darwin" else 1024)


def measured(work: str, file: Path) -> dict[str, object]:
    """Measure in a fresh process."""
    command = [sys.executable, __file__, work, str(file)]
    found: dict[str, object] = json.loads(subprocess.run(command, capture_output=True, check=True).stdout)
    return found


def figures(most: int, folder: Path) -> Iterator[dict[str, object]]:
    """Give a row a run."""
    empty = folder / "0.jsonl"
    cse.json.write_lines([], empty)
    yield {"work": "nothing", "meetings": 0, "file MiB": 0.0} | measured("nothing", empty)
    sizes = [size for size in (100, 1_000, 10_000, 100_000) if size < most] + [most]
    for size in sizes:
        for ending in (".jsonl", ".jsonl.gz"):
            file = folder / f"{size}{ending}"
            cse.json.write_lines(meetings(size), file)
            row: dict[str, object] = {"meetings": size, "file MiB": file.stat().st_size / MEBIBYTE}
            yield {"work": f"copied {ending}"} | row | measured("copied", file)
    last = folder / f"{min(most, HELD)}.jsonl"
    for work in ("held", "held_without_collector"):
        row = {"meetings": min(most, HELD), "file MiB": last.stat().st_size / MEBIBYTE}
        yield {"work": work} | row | measured(work, last)


def main() -> None:
    """Print the table."""
    most = next((int(word) for word in sys.argv[1:] if word.isdigit()), MOST)
    with tempfile.TemporaryDirectory() as folder:
        rows = list(figures(most, Path(folder)))
    if "--json" in sys.argv[1:]:
        print(json.dumps(rows, indent=2))
        return
    print(f"{'fresh process':<24}{'meetings':>10}{'file MiB':>10}{'seconds':>10}{'us each':>10}{'peak MiB':>10}")
    for row in rows:
        number, seconds = int(str(row["meetings"])), float(str(row["seconds"]))
        each = f"{seconds / number * 1e6:.0f}" if number else ""
        print(
            f"{row['work']:<24}{number:>10,}{row['file MiB']:>10.1f}{seconds:>10.2f}{each:>10}{row['peak MiB']:>10.1f}"
        )


if __name__ == "__main__":
    if sys.argv[1:2] and sys.argv[1] in WORK:
        measure(sys.argv[1], Path(sys.argv[2]))
    else:
        main()
