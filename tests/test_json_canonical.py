"""Canonical bytes (RFC 8785): those of the package `rfc8785`, and nothing that readers of JSON take differently."""

from __future__ import annotations

import json
from typing import Any

import pytest
import rfc8785
from hypothesis import given
from hypothesis import strategies as st

import csegroup
import strategies as strategy
from csegroup import InvalidValue
from csegroup.example import MEETING
from csegroup.json.canonical_form import canonical
from csegroup.json.envelope import AnyRecord

GREATEST = 2**53 - 1
# Controls, what JSON escapes, what sorts differently in UTF-8 and in UTF-16, combining marks and half-width kana.
_MARKS = '\x00\x08\t\n\x0b\x0c\r\x1f "\\/<\x7f\x80é\u0301ｶﾞ警\u2028\ud7ff\ue000\ufb33\uffff\U00010000𠮷\U0010ffff'
_TEXTS = st.text(st.sampled_from(_MARKS) | st.characters(exclude_categories=["Cs"]), max_size=6)
_INTEGERS = st.integers(-GREATEST, GREATEST) | st.sampled_from([0, GREATEST, -GREATEST])
_VALUES: st.SearchStrategy[Any] = st.recursive(
    st.none() | st.booleans() | _INTEGERS | _TEXTS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(_TEXTS, inner, max_size=5),
    max_leaves=20,
)
_DOCUMENTS = st.dictionaries(_TEXTS, _VALUES, max_size=6)


def refused(document: Any) -> tuple[str, str]:  # noqa: ANN401 - whatever a caller may give
    with pytest.raises(InvalidValue) as caught:
        canonical(document)
    return caught.value.field, caught.value.code


@given(document=_DOCUMENTS)
def test_the_bytes_are_those_of_another_implementation(document: dict[str, Any]) -> None:
    assert canonical(document) == rfc8785.dumps(document)


@given(document=_DOCUMENTS)
def test_nothing_is_lost_and_a_second_time_changes_nothing(document: dict[str, Any]) -> None:
    assert json.loads(canonical(document)) == document
    assert canonical(json.loads(canonical(document))) == canonical(document)


@given(record=strategy.records)
def test_a_record_has_the_bytes_of_its_document_however_that_is_laid_out(record: AnyRecord) -> None:
    document = json.loads(csegroup.json.dumps(record, indent=2))
    turned_round = dict(reversed(document.items()))
    assert canonical(record) == canonical(turned_round) == rfc8785.dumps(document)
    assert csegroup.json.loads(canonical(record), type(record)) == record


def test_keys_are_in_the_order_of_their_utf_16_code_units() -> None:
    # In the order of code points, and so of UTF-8, the last two would change places.
    assert canonical({"\ufb33": 1, "𠮷": 2, "é": 3, "a": 4, "": 5}) == '{"":5,"a":4,"é":3,"𠮷":2,"\ufb33":1}'.encode()


def test_what_json_escapes_is_escaped_in_the_shortest_way_and_nothing_else() -> None:
    text = '\x00\x08\t\n\x0b\x0c\r\x1f"\\/<\x7f\u2028警'
    written = r'"\u0000\b\t\n\u000b\f\r\u001f\"\\/<' + '\x7f\u2028警"'
    assert canonical({"a": text}) == f'{{"a":{written}}}'.encode()


def test_a_changed_letter_changes_the_bytes() -> None:
    written = json.loads(csegroup.json.dumps(MEETING))
    assert canonical(written | {"number": 7}) != canonical(MEETING)


def test_tuples_are_lists_and_a_true_is_no_one() -> None:
    assert canonical({"a": (True, 1, (None,))}) == b'{"a":[true,1,[null]]}'


@pytest.mark.parametrize("number", [GREATEST + 1, -GREATEST - 1, 10**30])
def test_an_integer_that_some_readers_round_is_refused(number: int) -> None:
    assert refused({"a": [0, number]}) == ("a[1]", "range")


def test_what_is_no_json_without_fractions_is_refused_at_its_place() -> None:
    assert refused({"a": {"b c": 1.0}}) == ("a['b c']", "type")
    assert refused({"a": b"x"}) == ("a", "type")
    assert refused({"a": {1: 2}}) == ("a", "type")
    assert refused([1.5]) == ("[0]", "type")


def test_half_of_a_character_is_refused_in_texts_and_keys() -> None:
    assert refused({"a": ["x\ud83d"]}) == ("a[0]", "character")
    assert refused({"a": {"\udc00": 1}}) == ("a", "character")


def test_a_document_without_an_end_is_refused() -> None:
    document: dict[str, Any] = {}
    document["a"] = [document]
    assert refused(document) == ("", "depth")
