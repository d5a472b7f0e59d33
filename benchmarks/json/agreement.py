"""Whether csegroup and its twins accept the same documents with equal content, and refuse the same.

What they tell apart and no document here shows: csegroup refuses a key that stands twice in one object; the twins read
times as their libraries do, in more spellings (`2022-02-08 14:00:00+09:00`, in pydantic without seconds too).
"""

from __future__ import annotations

import copy
import json
import random
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import models
import structs
from documents import SHIPPED
from hypothesis import HealthCheck, given, settings

import csegroup.json
from csegroup import LoadError, Meeting

Json = Any
Step = str | int

DRAWN = 300
WRONG: dict[str, Json] = {
    "null": None,
    "true": True,
    "a number": 5,
    "zero": 0,
    "a negative number": -1,
    "a great number": 2**31,
    "a whole fraction": 1.0,
    "a fraction": 1.5,
    "an empty text": "",
    "a word": "x",
    "a digit": "6",
    "a blank at the end": "警察 ",
    "a wide blank at the start": "\u3000警察",
    "a line break": "警察\n庁",
    "an empty line": "警察\n\n庁",
    "a control character": "a\x07",
    "a bidirectional character": "a\u202eb",
    "not composed": "か\u3099",
    "a compatibility ideograph": "\ufa1b",
    "a lone surrogate": "\ud800",
    "a list": [],
    "a list of itself": ...,
    "an object": {},
    "a text": {"ja": "警察"},
    "a wrong tag": {"JA": "警察"},
    "a tag too long": {"japanese-language": "警察"},
    "a lone reading": {"ja-Hira": "けいさつ"},
    "a text not composed": {"ja": "か\u3099"},
    "a text with a blank": {"en": " police"},
    "a text of two lines": {"ja": "警察\n庁"},
    "a number in a text": {"ja": 5},
}
BODY = {"id": "jp/example", "name": {"ja": "専門家会合"}}
START = {"time_zone": "Europe/Berlin", "start": "2026-10-25T02:30:00+02:00"}
PRESENTATION = {"type": "presentation", "title": {"ja": "取組"}}
SESSION = {"type": "session", "title": {"ja": "発表"}, "items": [PRESENTATION | {"agenda_number": 1}]}
DEEP: Json = None
for _ in range(10):
    DEEP = {"name": {"ja": "課"}} | ({"parent": DEEP} if DEEP else {})
# One field or more of a short meeting, each breaking a rule, or just keeping it.
RULES: list[dict[str, Json]] = [
    START,
    START | {"start": "2026-10-25T02:30:00+01:00"},
    START | {"start": "2026-10-25T02:30:00+03:00"},
    START | {"start": "2026-03-29T02:30:00+01:00"},
    START | {"start": "2026-03-29T02:30:00+02:00"},
    START | {"start": "2026-10-25T02:30:00.5+02:00"},
    START | {"start": "2026-10-25T02:30:00"},
    START | {"start": "1800-01-01T00:00:00+00:53"},
    START | {"start": "0001-01-01T00:00:00+01:00"},
    START | {"start": "9999-12-31T23:59:59+01:00"},
    START | {"end": "2026-10-25T02:30:00+01:00"},
    START | {"end": "2026-10-25T02:30:00+02:00"},
    START | {"end": "2026-10-25T01:30:00+02:00"},
    START | {"day": "2026-10-25"},
    START | {"venues": [{"type": "in_writing"}]},
    START | {"time_zone": "Europe/Atlantis"},
    START | {"time_zone": "localtime"},
    START | {"time_zone": "../UTC"},
    START | {"time_zone": ""},
    {"start": START["start"]},
    {"time_zone": "Asia/Tokyo"},
    {"end": START["start"]},
    {"day": "2022-02-30"},
    {"day": "20220208"},
    {"day": "2022-02-08T00:00:00"},
    {"day": "2022-02-08", "status": "held"},
    {"status": "held"},
    {"venues": [{"type": "in_writing"}]},
    {"venues": [{"type": "in_writing"}, {"type": "online_venue"}]},
    {"jointly_with": [BODY]},
    {"jointly_with": [BODY | {"id": "jp/other"}]},
    {"jointly_with": [{"name": {"ja": "会議"}}]},
    {"body": {"name": {"ja": "会議"}}},
    {"body": BODY | {"parent": DEEP}},
    {"body": BODY | {"parent": DEEP["parent"]}},
    {"body": BODY | {"parent": DEEP["parent"]["parent"]}},
    {"body": BODY | {"name": {"ja": "社会福祉法人福祉会"}, "legal_form": "social_welfare_corporation"}},
    {"body": BODY | {"name": {"ja": "社会福祉法人福祉会"}, "legal_form": "stock_company"}},
    {"body": BODY | {"name": {"ja-t-en": "一般財団法人会"}, "legal_form": "general_incorporated_foundation"}},
    {"program": [PRESENTATION | {"agenda_number": 2}, SESSION]},
    {"program": [PRESENTATION | {"agenda_number": 1}, SESSION | {"items": [PRESENTATION]}]},
    {"program": [SESSION | {"agenda_number": 1}]},
    {"program": [SESSION | {"items": []}]},
    {"program": [SESSION | {"items": [SESSION]}]},
    {"program": [{"type": "presentation"}]},
    {"program": [PRESENTATION | {"joined_by": {"ja": "及び会員企業"}}]},
    {"program": [PRESENTATION | {"audience": ["private", "private"]}]},
    {"program": [PRESENTATION | {"audience": ["private", "other"]}]},
    {"program": [PRESENTATION | {"languages": ["ja", "ja"]}]},
    {"program": [PRESENTATION | {"languages": ["ja", "en-gb"]}]},
    {"program": [PRESENTATION | {"presenters": [{}]}]},
    {"program": [PRESENTATION | {"presenters": [{"name": {"ja": "山田太郎"}}]}]},
    {
        "program": [
            PRESENTATION
            | {"presenters": [{"organization": BODY, "post": {"title": {"ja": "長"}, "organization": BODY}}]}
        ]
    },
    {"program": [PRESENTATION | {"materials": [{}]}]},
    {"program": [PRESENTATION | {"materials": [{"number": "1", "media_type": "PDF"}]}]},
    {"program": [PRESENTATION | {"materials": [{"number": "1\n2"}]}]},
    {"program": [{"type": "motion", "title": {"ja": "改正"}, "outcome": "accepted"}]},
    {"contact": {"name": {"ja": "少年課"}, "email": "a@b"}},
    {"contact": {"name": {"ja": "少年課"}, "email": "office@example.go.jp", "url": "https://user:word@example.jp/"}},
    {"venues": [{"type": "venue", "name": {"ja": "庁舎"}, "postal_address": {}}]},
    {
        "venues": [
            {"type": "venue", "name": {"ja": "庁舎"}, "postal_address": {"street": {"ja": "1"}, "postal_code": "1"}}
        ]
    },
    {"extensions": {"x-a": "1\n"}},
    {"extensions": {"a": "1"}},
    {"extensions": {"x-a": "\x07"}},
    {"id": "a\n"},
    {"id": "a" * 201},
    {"format": "csegroup.council"},
    {"version": 2},
    {"version": True},
    {"$schema": "urn:csegroup:schema:meeting:2"},
]


def _nodes(value: Json, path: tuple[Step, ...] = ()) -> Iterator[tuple[Step, ...]]:
    yield path
    inside = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for step, one in inside:
        yield from _nodes(one, (*path, step))


def _at(document: Json, path: tuple[Step, ...]) -> Json:
    for step in path:
        document = document[step]
    return document


def _put(document: Json, path: tuple[Step, ...], value: Json) -> Json:
    changed = copy.deepcopy(document)
    if not path:
        return value
    _at(changed, path[:-1])[path[-1]] = value
    return changed


def mutated(document: Json) -> Iterator[tuple[str, Json]]:
    """Give a document with each of its nodes changed in each way, one at a time."""
    for path in _nodes(document):
        found = _at(document, path)
        for name, value in WRONG.items():
            yield name, _put(document, path, [found] if value is ... else value)
        if path and isinstance(path[-1], str):
            changed = copy.deepcopy(document)
            del _at(changed, path[:-1])[path[-1]]
            yield "a missing key", changed
        if isinstance(found, dict):
            yield "an unknown key", _put(document, path, found | {"nmae": "x"})
            yield "a tag where none is", _put(document, path, found | {"type": "presentation"})


def _ours(data: bytes) -> Meeting | None:
    try:
        return csegroup.json.loads(data, Meeting)
    except LoadError:
        return None


def _apart(data: bytes, ours: Meeting | None, load: Callable[[bytes], Any], dump: Callable[[Any], bytes]) -> str | None:
    """Say what a twin does otherwise; csegroup reads what it wrote, to compare the contents."""
    try:
        found = load(data)
    except ValueError:
        return "refuses" if ours else None
    if ours is None:
        return "accepts"
    return None if _ours(dump(found)) == ours else "holds something else"


def difference(document: Json) -> str | None:
    """Say who does not agree on a document."""
    data = json.dumps(document).encode()
    ours = _ours(data)
    found = {
        "msgspec": _apart(data, ours, structs.load, structs.dump),
        "pydantic": _apart(data, ours, models.load, models.dump),
    }
    return ", ".join(f"{peer} {apart}" for peer, apart in found.items() if apart) or None


def check() -> int:
    """Print all differences and give their number."""
    found: Counter[str] = Counter()
    tried: Counter[str] = Counter()
    examples: dict[str, str] = {}

    def look(family: str, kind: str, document: Json) -> None:
        tried[family] += 1
        apart = difference(document)
        if apart:
            found[f"{kind}: {apart}"] += 1
            examples.setdefault(f"{kind}: {apart}", json.dumps(document)[:300])

    shipped = json.loads(SHIPPED)
    look("shipped", "the shipped meeting", shipped)
    for kind, document in mutated(shipped):
        look("shipped, mutated", kind, document)
    short = {"format": "csegroup.meeting", "version": 1, "id": "jp/example/6", "body": BODY}
    for rule in RULES:
        look("rules", json.dumps(rule, ensure_ascii=False), short | rule)
    for drawn in _drawn():
        document = json.loads(csegroup.json.dumps(drawn))
        look("drawn", "a drawn meeting", document)
        for kind, changed in random.Random(drawn.id).sample(list(mutated(document)), 5):  # noqa: S311
            look("drawn, mutated", kind, changed)
    for family, count in tried.items():
        print(f"{family:<20}{count:>8} documents")
    for apart, count in found.most_common():
        print(f"{count:>6} {apart}\n       {examples[apart]}")
    print(f"{found.total()} differences")
    return found.total()


def _drawn() -> list[Meeting]:
    sys.path.insert(0, str(Path(__file__).parents[2] / "tests"))
    from strategies import meetings  # noqa: PLC0415 - the tests' folder is no package

    made: list[Meeting] = []
    health = list(HealthCheck)

    @settings(max_examples=DRAWN, database=None, deadline=None, derandomize=True, suppress_health_check=health)
    @given(meetings())
    def keep(meeting: Meeting) -> None:
        made.append(meeting)

    keep()
    return made
