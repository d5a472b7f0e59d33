"""The figures: csegroup, pydantic and msgspec in turn, the least of several rounds."""

from __future__ import annotations

import gc
import io
import json
import os
import subprocess
import sys
import tempfile
import time
import timeit
import tracemalloc
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any
from unittest.mock import patch

import checks
import models
import msgspec
import structs
from documents import SHIPPED, lines, of_size, with_faults

import csegroup.json
from csegroup import LoadError, Meeting
from csegroup.text import check_language, check_text

Row = dict[str, Any]
Load = Callable[[bytes], object]

ROUNDS = 40
SECONDS = 0.01  # a round: short, since a machine is slowed down for seconds at a time
FRESH = 25
HELD = 5000
LOADS: Mapping[str, Load] = {
    "csegroup": partial(csegroup.json.loads, cls=Meeting),
    "pydantic": models.load,
    "msgspec": structs.load,
}
DUMPS: Mapping[str, Callable[[Any], bytes]] = {
    "csegroup": csegroup.json.dumps,
    "pydantic": models.dump,
    "msgspec": structs.dump,
}
PROCESSES = {
    "csegroup": "import sys, csegroup.json; from csegroup import Meeting; csegroup.json.load(sys.argv[1], Meeting)",
    "pydantic": "import sys, models; models.load(open(sys.argv[1], 'rb').read())",
    "msgspec": "import sys, structs; structs.load(open(sys.argv[1], 'rb').read())",
    "an empty start": "pass",
    "import csegroup.json": "import csegroup.json",
    "import msgspec": "import msgspec",
    "import attrs": "import attrs",
}


def _least(runs: Mapping[str, Callable[[], object]], rounds: int = ROUNDS) -> dict[str, float]:
    """Give the least time of each in microseconds, all in turn so that whatever else goes on falls on all."""
    numbers = {name: max(1, round(SECONDS / timeit.timeit(run, number=1))) for name, run in runs.items()}
    times: dict[str, list[float]] = {name: [] for name in runs}
    for _ in range(rounds):
        for name, run in runs.items():
            times[name].append(timeit.timeit(run, number=numbers[name]) / numbers[name])
    return {name: min(measured) * 1e6 for name, measured in times.items()}


def _row(work: str, found: Mapping[str, float], at_most: str = "") -> Row:
    ours = found["csegroup"]
    return {
        "work": work,
        **{name: found[name] for name in LOADS},
        "x pydantic": ours / found["pydantic"],
        "x msgspec": ours / found["msgspec"],
        "at most": at_most,
    }


def _one_by_one() -> Iterator[Row]:
    for name, data in {"shipped": SHIPPED, "20 items": csegroup.json.dumps(of_size(20))}.items():
        limits = ("0.9 pydantic, 2.0 msgspec", "0.35 pydantic, 3.0 msgspec")
        yield _row(f"load, {name}, µs", _least({peer: partial(load, data) for peer, load in LOADS.items()}), limits[0])
        made = {peer: load(data) for peer, load in LOADS.items()}
        yield _row(
            f"dump, {name}, µs",
            _least({peer: partial(dump, made[peer]) for peer, dump in DUMPS.items()}),
            limits[1],
        )
    with _text_of_csegroup():
        again = _least({peer: partial(load, SHIPPED) for peer, load in LOADS.items()})
    yield _row("load, shipped, csegroup.text on all sides, µs", again)
    yield _row("memory a meeting held, bytes", {peer: _held(load) for peer, load in LOADS.items()}, "1.2 msgspec")


@contextmanager
def _text_of_csegroup() -> Iterator[None]:
    """Let the twins check texts with csegroup's own functions, which take a path for their message."""

    def a_language(tag: str) -> bool:
        check_language(tag, tag)
        return tag.startswith(("ja-Hira", "ja-Kana", "ja-Hrkt", "ja-Latn"))

    def check_characters(value: str) -> None:
        check_text("", value)

    with patch.multiple(checks, a_language=a_language, check_characters=check_characters):
        yield


def _held(load: Load) -> float:
    """Give the bytes that a loaded meeting takes."""
    data = lines(HELD).splitlines()
    load(data[0])
    gc.collect()
    tracemalloc.start()
    try:
        before = tracemalloc.get_traced_memory()[0]
        kept = [load(line) for line in data]
        gc.collect()
        return (tracemalloc.get_traced_memory()[0] - before) / len(kept)
    finally:
        tracemalloc.stop()


def _texts(value: Any) -> Iterator[dict[str, str]]:  # noqa: ANN401
    match value:
        case {"ja": str()} | {"en": str()}:
            yield value
        case dict():
            for one in value.values():
                yield from _texts(one)
        case list():
            for one in value:
                yield from _texts(one)
        case _:
            return


def _check_by_csegroup(texts: list[dict[str, str]]) -> None:
    for text in texts:
        for tag, words in text.items():
            check_language(tag, tag)
            check_text(tag, words)


def _check_by_twins(texts: list[dict[str, str]]) -> None:
    for text in texts:
        checks.a_text(text)


def _parts() -> Iterator[Row]:
    """Time what no reader can do without, to tell what a figure above is made of."""
    texts = list(_texts(json.loads(SHIPPED)))
    found = _least(
        {
            "the shipped meeting to plain values, msgspec": partial(msgspec.json.decode, SHIPPED),
            "the shipped meeting to plain values, json": partial(json.loads, SHIPPED),
            f"its {len(texts)} texts checked, csegroup.text": partial(_check_by_csegroup, texts),
            f"its {len(texts)} texts checked, the twins": partial(_check_by_twins, texts),
        }
    )
    yield from ({"part": name, "µs": value} for name, value in found.items())


def _refused(data: bytes) -> int:
    try:
        csegroup.json.loads(data, Meeting)
    except LoadError as error:
        return len(error.problems)
    return 0


def _faults() -> Iterator[Row]:
    bad = {count: with_faults(count) for count in (1, 7, 30)}
    bad[1] = SHIPPED.replace(b'"number":6', b'"number":"6"')
    found = _least({"0": partial(_refused, SHIPPED)} | {str(n): partial(_refused, data) for n, data in bad.items()})
    for name, value in found.items():
        data = bad.get(int(name), SHIPPED)
        yield {
            "faults": name,
            "problems": _refused(data),
            "csegroup µs": value,
            "x good": value / found["0"],
            "at most": "12" if name != "0" else "",
        }


def _fresh() -> Iterator[Row]:
    """Time whole fresh processes in turn; byte code is kept, as for everybody who installs a package."""
    folder = str(Path(__file__).parent)
    environment = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
    environment["PYTHONPATH"] = os.pathsep.join(filter(None, [folder, environment.get("PYTHONPATH")]))
    least = dict.fromkeys(PROCESSES, float("inf"))
    with tempfile.TemporaryDirectory() as place:
        file = Path(place) / "meeting.json"
        file.write_bytes(SHIPPED)
        for _ in range(FRESH + 1):
            for name, statement in PROCESSES.items():
                begun = time.perf_counter()
                subprocess.run([sys.executable, "-c", statement, file], check=True, env=environment)
                least[name] = min(least[name], time.perf_counter() - begun)
    milliseconds = {name: value * 1000 for name, value in least.items()}
    yield _row("import and load one file, whole process, ms", milliseconds, "1.5 msgspec")
    start = milliseconds["an empty start"]
    beyond = {name: value - start for name, value in milliseconds.items()}
    yield _row("the same over an empty start, ms", beyond)
    for name in list(PROCESSES)[3:]:
        yield {"work": name, "csegroup": milliseconds[name]}


def _streamed(load: Load, data: bytes) -> float:
    begun = time.perf_counter()
    for line in io.BytesIO(data):
        load(line)
    return time.perf_counter() - begun


def _kept(load: Load, data: bytes) -> float:
    begun = time.perf_counter()
    _made = [load(line) for line in io.BytesIO(data)]
    return time.perf_counter() - begun


def _kept_without_the_collector(load: Load, data: bytes) -> float:
    gc.disable()
    try:
        return _kept(load, data)
    finally:
        gc.enable()


def _growth_of_files() -> Iterator[Row]:
    """Give the time a meeting takes in files of 1 to 10,000, in microseconds."""
    ways = {
        "streamed": _streamed,
        "held": _kept,
        "held, collector off": _kept_without_the_collector,
    }
    for count, rounds in ((1, 100), (10, 40), (100, 20), (1000, 8), (10_000, 3)):
        data = lines(count)
        for way, run in ways.items():
            least = dict.fromkeys(LOADS, float("inf"))
            for _ in range(rounds):
                for peer, load in LOADS.items():
                    gc.collect()
                    least[peer] = min(least[peer], run(load, data) / count * 1e6)
            yield _row(f"{count:,} meetings, {way}, µs each", least)


def _growth_of_programs() -> Iterator[Row]:
    """Give the time an item takes in programs of 1 to 1,000, in microseconds."""
    for count in (1, 10, 100, 1000):
        data = csegroup.json.dumps(of_size(count))
        found = _least({peer: partial(load, data) for peer, load in LOADS.items()}, 15)
        yield _row(f"load {count:,} items, µs an item", {peer: value / count for peer, value in found.items()})
        made = {peer: load(data) for peer, load in LOADS.items()}
        found = _least({peer: partial(dump, made[peer]) for peer, dump in DUMPS.items()}, 15)
        yield _row(f"dump {count:,} items, µs an item", {peer: value / count for peer, value in found.items()})


def show(*, as_json: bool) -> None:
    """Print the tables."""
    tables = {
        "one meeting": list(_one_by_one()),
        "parts": list(_parts()),
        "faults": list(_faults()),
        "fresh processes": list(_fresh()),
        "files": list(_growth_of_files()),
        "programs": list(_growth_of_programs()),
    }
    if as_json:
        print(json.dumps(tables, indent=2, ensure_ascii=False))
        return
    for rows in tables.values():
        print("".join(f"{name:<48}" if i == 0 else f"{name:>12}" for i, name in enumerate(rows[0])))
        for row in rows:
            print("".join(_cell(i, value) for i, value in enumerate(row.values())))
        print()


def _cell(column: int, value: object) -> str:
    if column == 0:
        return f"{value:<48}"
    return f"{value:>12.2f}" if isinstance(value, float) else f"{value:>12}" if isinstance(value, int) else f"  {value}"
