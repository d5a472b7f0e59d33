"""Laws that hold for every value of the model."""

from __future__ import annotations

import copy
import datetime as dt
import pickle
import zoneinfo

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

import csegroup
import strategies as strategy
from csegroup import Council, Meeting, documents
from csegroup.documents import Style

VALUES = st.one_of(
    strategy.lines,
    strategy.texts,
    strategy.postal_addresses,
    strategy.places,
    strategy.sources,
    strategy.contacts,
    strategy.organizations,
    strategy.posts,
    strategy.speakers,
    strategy.materials,
    strategy.items,
    strategy.attendee_groups,
    strategy.meetings(),
    strategy.councils(),
    strategy.styles,
)
NAMES = {
    name: getattr(module, name) for module in (csegroup, documents) for name in module.__all__ if name[0].isupper()
}


@given(VALUES)
def test_a_repr_can_be_typed_back_in(value: object) -> None:
    assert eval(repr(value), {"datetime": dt, "zoneinfo": zoneinfo, **NAMES}) == value  # noqa: S307


@given(VALUES)
def test_a_copy_and_a_pickle_are_equal_and_hash_alike(value: object) -> None:
    for other in (copy.copy(value), copy.deepcopy(value), pickle.loads(pickle.dumps(value))):  # noqa: S301
        assert other == value
        assert hash(other) == hash(value)


@given(VALUES)
def test_no_field_can_be_set(value: object) -> None:
    for name in type(value).__slots__:  # type: ignore[attr-defined]
        if not name.startswith("__"):
            with pytest.raises(attrs.exceptions.FrozenInstanceError):
                setattr(value, name, None)


@given(strategy.meetings())
def test_a_meeting_comes_back_from_json_and_gives_the_same_bytes(meeting: Meeting) -> None:
    data = csegroup.json.dumps(meeting)
    assert csegroup.json.loads(data, Meeting) == meeting
    assert csegroup.json.dumps(csegroup.json.loads(data, Meeting)) == data


@given(strategy.councils())
def test_a_council_comes_back_from_json_and_gives_the_same_bytes(council: Council) -> None:
    data = csegroup.json.dumps(council, indent=1)
    assert csegroup.json.loads(data, Council) == council
    assert csegroup.json.dumps(csegroup.json.loads(data, Council), indent=1) == data


@given(strategy.styles)
def test_a_style_comes_back_from_json_and_gives_the_same_bytes(style: Style) -> None:
    data = csegroup.json.dumps(style)
    assert csegroup.json.loads(data, Style) == style
    assert csegroup.json.dumps(csegroup.json.loads(data, Style)) == data
    assert csegroup.json.problems(data) == ()
