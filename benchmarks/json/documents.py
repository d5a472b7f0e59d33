"""The documents that are measured: the shipped meeting, one of many items, files of many meetings, faulty ones."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import attrs

import csegroup.json
from csegroup import Meeting, Session
from csegroup.example import MEETING

Json = Any

SHIPPED = csegroup.json.dumps(MEETING)


def of_size(items: int) -> Meeting:
    """Give the shipped meeting with so many presentations."""
    session = next(item for item in MEETING.program if isinstance(item, Session))
    return attrs.evolve(MEETING, program=[session.items[i % len(session.items)] for i in range(items)])


def lines(count: int) -> bytes:
    """Give so many meetings, one a line."""
    made = (attrs.evolve(MEETING, id=f"jp/example/{n}", number=n + 1) for n in range(count))
    return b"".join(csegroup.json.dumps(one) + b"\n" for one in made)


def _objects(value: Json) -> Iterator[dict[str, Json]]:
    """Give the objects that have a name in two languages."""
    inside = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    if isinstance(value, dict) and isinstance(value.get("name"), dict):
        yield value
    for one in inside:
        yield from _objects(one)


def with_faults(count: int) -> bytes:
    """Give the shipped meeting with so many faults, seven or more: seven of all kinds, then in names and keys."""
    document = json.loads(SHIPPED)
    session = document["program"][1]["items"]
    document["number"] = "6"
    document["status"] = "done"
    document["start"] = "2022-13-45T99:00:00+09:00"
    document["attendees"][0]["kind"] = "privat"
    session[0]["minutes"] = 0
    session[1]["title"]["en"] = 5
    del document["sources"][0]["url"]
    named = list(_objects(document))
    places = [(one, kind) for kind in ("unknown key", "blank", "country") for one in named]
    for one, kind in places[: count - 7]:
        if kind == "unknown key":
            one["nmae"] = "x"
        elif kind == "blank":
            one["name"]["en"] += " "
        else:
            one["country"] = "Japan"
    return json.dumps(document, ensure_ascii=False).encode()
