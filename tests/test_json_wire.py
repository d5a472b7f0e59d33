"""The fast way of reading and writing against the slow one: both read the same, or both refuse."""

from __future__ import annotations

import json
import random
from collections.abc import Callable
from typing import Any, TypeAlias

import pytest
from hypothesis import given
from hypothesis import strategies as st

import csegroup
import strategies as strategy
from csegroup import LoadError, Meeting
from csegroup.documents import STYLES, Style
from csegroup.example import MEETING
from csegroup.json.converting import converter
from csegroup.json.envelope import AnyRecord, format_of
from csegroup.json.records import from_document
from csegroup.json.wire import wire
from mutations import as_bytes, mutated

Record = AnyRecord
Json: TypeAlias = Any  # plain values, or None where a document was refused
records = strategy.records


def outcome(read: Callable[[], Json]) -> Json:
    try:
        return read()
    except Exception:  # noqa: BLE001 - any way to refuse
        return None


def fast(document: Json, cls: type) -> Json:
    head = format_of(cls).head
    return outcome(lambda: wire(cls, head["$schema"], head["format"], head["version"]).loads(as_bytes(document)))


def slow(document: Json, cls: type[Record]) -> Json:
    return outcome(lambda: from_document(document, cls))


def both_ways(document: Json, cls: type[Record]) -> Json:
    read = fast(document, cls)
    assert read == slow(document, cls), json.dumps(document, ensure_ascii=False)
    return read


@given(record=records)
def test_both_ways_read_what_was_written(record: Record) -> None:
    assert both_ways(json.loads(csegroup.json.dumps(record)), type(record)) == record


@given(record=records)
def test_both_ways_write_the_same(record: Record) -> None:
    document = json.loads(csegroup.json.dumps(record))
    body = converter().unstructure(record)
    assert list(document.items())[3:] == list(body.items())
    assert csegroup.json.dumps(record) == json.dumps(document, ensure_ascii=False, separators=(",", ":")).encode()


@given(record=records, seed=st.integers(0, 2**32), times=st.integers(1, 4))
def test_both_ways_read_or_refuse_a_changed_document_alike(record: Record, seed: int, times: int) -> None:
    document = json.loads(csegroup.json.dumps(record))
    both_ways(mutated(document, random.Random(seed), times), type(record))  # noqa: S311 - no secret


def test_both_ways_agree_over_thousands_of_changes_of_a_real_meeting() -> None:
    documents: list[tuple[Json, type[Record]]] = [(json.loads(csegroup.json.dumps(MEETING)), Meeting)]
    documents += [(json.loads(csegroup.json.dumps(style)), Style) for style in STYLES.values()]
    chance = random.Random(6)  # noqa: S311 - no secret
    read = [
        both_ways(mutated(document, chance, chance.randrange(1, 4)), cls)
        for document, cls in documents
        for _ in range(1000)
    ]
    accepted = sum(one is not None for one in read)
    assert 0.05 < accepted / len(read) < 0.6


def test_a_key_that_stands_twice_is_found_though_the_fast_way_does_not_see_it() -> None:
    data = csegroup.json.dumps(MEETING).replace(b'"number":6', b'"number":5,"number":6')
    with pytest.raises(LoadError, match="twice"):
        csegroup.json.loads(data, Meeting)
