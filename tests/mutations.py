"""Documents with something changed at a place, as a careless or a hostile writer would change it."""

from __future__ import annotations

import copy
import json
import random
from collections.abc import Iterator
from typing import Any, TypeAlias

Json: TypeAlias = Any  # plain values
JUNK: tuple[Json, ...] = (
    None, True, False, 0, 1, -1, 7, 2**31, 2**70, "", " ", "x", "ja", "held",
    "2022-02-08", "2022-13-45",
    "2022-02-08T14:00:00+09:00", "2022-02-08T14:00:00Z", "2022-02-08t14:00:00+09:00", "2022-02-08T14:00:00.5+09:00",
    "Asia/Tokyo", "Europe/Berlin", "Mars/Base", "https://example.org/", "か\u3099", "a\nb", "a\x00", "\ufeff",
    [], {}, [1],
    [None], ["ja"], {"ja": "会"}, {"en": ""}, {"ja-Hira": "かい"}, {"JA": "会"}, {"type": "discussion"}, {"type": None},
    {"name": {"ja": "会"}}, {"x-a": "1"}, {"id": "a", "name": {"en": "A"}}, [{"type": "address", "kind": "opening"}],
)  # fmt: skip
KEYS = ("type", "id", "name", "title", "start", "end", "day", "time_zone", "extensions", "nmae", "$schema", "x", "")


def places(value: Json, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    yield path
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, inner in items:
        yield from places(inner, (*path, key))


def mutated(document: Json, chance: random.Random, times: int = 1) -> Json:
    """Change a document at some places."""
    document = copy.deepcopy(document)
    for _ in range(times):
        *way, last = chance.choice([path for path in places(document) if path] or [("format",)])
        holder = document
        for key in way:
            holder = holder[key]
        _mutate(holder, last, chance)
    return document


def _mutate(holder: Json, key: str, chance: random.Random) -> None:
    kind = chance.randrange(5)
    if kind == 0 or not isinstance(holder, dict):
        holder[key] = copy.deepcopy(chance.choice(JUNK))
    elif kind == 1:
        del holder[key]
    elif kind == 2:
        holder[chance.choice(KEYS)] = copy.deepcopy(chance.choice(JUNK))
    elif kind == 3:
        holder[chance.choice(KEYS)] = holder.pop(key)
    else:
        holder[key] = [copy.deepcopy(holder[key])] * 2


def as_bytes(document: object) -> bytes:
    return json.dumps(document, ensure_ascii=False).encode("utf-8", "surrogatepass")
