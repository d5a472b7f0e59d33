"""Documents of older versions, brought to the version of today by a format of the tests' own."""

from __future__ import annotations

from typing import Any

import pytest

from csegroup import InvalidValue
from csegroup.json.envelope import Format, body_of


def with_a_title(body: dict[str, Any]) -> dict[str, Any]:
    return {("title" if key == "heading" else key): value for key, value in body.items()}


def with_texts(body: dict[str, Any]) -> dict[str, Any]:
    return body | {"title": {"ja": body["title"]}}


NOTE = Format("note", (with_a_title, with_texts))
OLDEST = {"format": "csegroup.note", "version": 1, "heading": "会議", "extensions": {"x-a": "1"}}
TODAY = {"title": {"ja": "会議"}, "extensions": {"x-a": "1"}}


@pytest.mark.parametrize(
    "document",
    [
        OLDEST,
        OLDEST | {"$schema": "urn:csegroup:schema:note:1"},
        {"format": "csegroup.note", "version": 2, "title": "会議", "extensions": {"x-a": "1"}},
        NOTE.head | TODAY,
    ],
)
def test_a_document_of_any_version_becomes_one_of_today(document: dict[str, Any]) -> None:
    before = dict(document)
    assert body_of(document, NOTE) == (TODAY, [])
    assert document == before


def test_what_is_written_has_the_version_of_today() -> None:
    assert NOTE.head == {"$schema": "urn:csegroup:schema:note:3", "format": "csegroup.note", "version": 3}


def test_a_newer_version_is_one_clear_problem() -> None:
    with pytest.raises(InvalidValue) as caught:
        body_of({"format": "csegroup.note", "version": 4, "later": []}, NOTE)
    assert str(caught.value) == "version: is 4, newer than the 3 known here; install a newer csegroup"


def test_the_schema_is_that_of_the_version_that_is_said() -> None:
    today, (problem,) = body_of(OLDEST | {"$schema": "urn:csegroup:schema:note:3"}, NOTE)
    assert (problem.path, problem.message.partition(",")[0]) == ("$schema", "is 'urn:csegroup:schema:note:1'")
    assert today == TODAY
