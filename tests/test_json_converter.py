from __future__ import annotations

import datetime as dt
import io
from typing import Any

import attrs
import msgspec
import pytest
from cattrs import Converter
from cattrs.errors import StructureHandlerNotFoundError
from hypothesis import given
from hypothesis import strategies as st
from ruamel.yaml import YAML

import csegroup
import strategies as strategy
from csegroup import Council, Meeting, Organization, Problem
from csegroup.example import MEETING
from csegroup.json.records import to_document
from csegroup.json.yaml import parsed_yaml


def _is_short(_: object, field: attrs.Attribute[str], value: str) -> None:
    if len(value) > 10:
        raise ValueError(f"{field.name} has more than ten characters")


@attrs.frozen(kw_only=True)
class Ticket:
    """A class of somebody else, that checks and converts in the ways of attrs."""

    code: str = attrs.field(validator=_is_short)
    seats: int = attrs.field(default=1)

    @seats.validator  # pyright: ignore[reportAttributeAccessIssue] # it takes a field for its type
    def _is_few(self, _: object, value: int) -> None:
        if value > len(self.code):
            raise TypeError("more seats than characters")


@attrs.frozen(kw_only=True)
class Season:
    title: str
    meetings: list[Meeting] = attrs.field(factory=list)
    hosts: tuple[Organization, ...] = ()
    council: Council | None = None
    tickets: dict[str, Ticket] = attrs.field(factory=dict)
    start: dt.date | None = None
    sold_from: dt.datetime | None = None
    words: dict = attrs.field(factory=dict)  # type: ignore[type-arg] # likewise
    notes: list = attrs.field(factory=list)  # type: ignore[type-arg] # a plain list is read as well


TICKET = Ticket(code="一般", seats=2)
SEASON = Season(
    title="令和4年度",
    meetings=[MEETING],
    hosts=(MEETING.body,),
    tickets={"山": TICKET},
    start=dt.date(2022, 4, 1),
    sold_from=dt.datetime(2022, 3, 1, 9, tzinfo=dt.timezone(dt.timedelta(hours=9))),
    words={"一": [1]},
    notes=[1, "二"],
)
CONVERTER = csegroup.json.converter()
seasons = st.builds(
    Season,
    title=st.text(),
    meetings=st.lists(strategy.meetings(), max_size=2),
    hosts=st.lists(strategy.meetings().map(lambda meeting: meeting.body), max_size=2).map(tuple),
    council=st.none() | strategy.councils(),
    start=st.none() | st.dates(),
)


def read(document: object, cls: Any = Season) -> Any:  # noqa: ANN401 - what cattrs takes and gives
    return CONVERTER.structure(document, cls)


def problems(document: object, cls: Any = Season) -> tuple[Problem, ...]:  # noqa: ANN401
    with pytest.raises(Exception) as caught:  # noqa: PT011 - cattrs raises groups and others
        read(document, cls)
    assert isinstance(caught.value, Exception)
    return csegroup.json.problems_in(caught.value)


def places(document: object, cls: Any = Season) -> list[tuple[str, str]]:  # noqa: ANN401
    return [(problem.path, problem.code) for problem in problems(document, cls)]


def plain(season: Season = SEASON) -> dict[str, Any]:
    written: dict[str, Any] = CONVERTER.unstructure(season)
    return written


@given(seasons)
def test_a_class_of_others_that_holds_ours_is_read_back_from_plain_values(season: Season) -> None:
    assert read(plain(season)) == season


@given(seasons)
def test_and_from_messagepack(season: Season) -> None:
    assert read(msgspec.msgpack.decode(msgspec.msgpack.encode(plain(season)))) == season


def test_and_from_yaml() -> None:
    yaml = YAML(typ="safe", pure=True)
    yaml.dump(plain(), written := io.StringIO())
    assert read(parsed_yaml(written.getvalue())) == SEASON


@given(strategy.meetings())
def test_a_meeting_is_written_as_in_a_document_but_for_its_head(meeting: Meeting) -> None:
    head = ("$schema", "format", "version")
    assert CONVERTER.unstructure(meeting) == {k: v for k, v in to_document(meeting).items() if k not in head}


def test_times_of_a_meeting_have_their_zone_and_times_of_others_their_offset() -> None:
    written = plain()
    assert written["sold_from"] == "2022-03-01T09:00:00+09:00"
    assert written["meetings"][0]["time_zone"] == "Asia/Tokyo"
    assert "time_zone" not in written
    found = read(written)
    assert found.sold_from.utcoffset() == dt.timedelta(hours=9)
    assert found.meetings[0].start.tzinfo.key == "Asia/Tokyo"


@pytest.mark.parametrize("wrong", ["2022-03", "三月", 5, None])
def test_a_wrong_time_of_a_class_of_others_is_told(wrong: object) -> None:
    (problem,) = problems(wrong, dt.datetime)
    assert problem.code == "time"


def test_every_fault_is_told_with_its_place() -> None:
    written = plain()
    written["meetings"][0]["program"][1]["items"][0]["title"]["en"] = " "
    written["meetings"][0]["number"] = "6"
    written["meetings"].append({"id": "jp/example/7"})
    written["hosts"] = [{"id": "JP/NPA", "name": {"JA": "警察庁"}}]
    written["title"] = 4
    written["tickets"]["山"]["price"] = 5
    written["start"] = "2022-04"
    assert sorted(places(written)) == sorted(
        [
            ("title", "type"),
            ("meetings[0].number", "type"),
            ("meetings[0].program[1].items[0].title.en", "blank"),
            ("meetings[1].body", "missing"),
            ("hosts[0].id", "form"),
            ("hosts[0].name.JA", "language"),
            ("tickets[山].price", "unknown_key"),
            ("start", "date"),
        ]
    )


def test_what_a_class_of_others_refuses_is_told_in_its_words() -> None:
    written = plain() | {"tickets": {"山": {"code": "一" * 11}, "川": {"code": "二", "seats": 5}}}
    assert problems(written) == (
        Problem("tickets[山]", "value", "is refused: code has more than ten characters"),
        Problem("tickets[川]", "value", "is refused: more seats than characters"),
    )


@pytest.mark.parametrize(
    ("wrong", "path"),
    [
        ({"meetings": {}}, "meetings"),
        ({"notes": "一二"}, "notes"),
        ({"tickets": ["一"]}, "tickets"),
        ({"words": 5}, "words"),
        ({"hosts": "一"}, "hosts"),
        ([], ""),
        ("一", ""),
    ],
)
def test_what_is_no_list_or_object_is_told(wrong: Any, path: str) -> None:  # noqa: ANN401
    assert places(plain() | wrong if isinstance(wrong, dict) else wrong) == [(path, "type")]


def test_a_list_by_itself_has_its_numbers_in_the_paths() -> None:
    assert places([{"name": {"ja": "警察庁"}}, {"name": {"ja": ""}}], list[Organization]) == [("[1].name.ja", "blank")]


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(),
        lambda one: (
            st.lists(one)
            | st.dictionaries(
                st.sampled_from([field.name for cls in (Season, Meeting) for field in attrs.fields(cls)]), one
            )
        ),
        max_leaves=8,
    )
)
def test_any_plain_value_is_read_or_its_problems_are_told(value: object) -> None:
    try:
        read(value)
    except Exception as error:  # noqa: BLE001 - cattrs raises groups and others
        assert csegroup.json.problems_in(error)  # noqa: PT017 - it may be raised or not


def test_an_error_of_the_program_is_raised_again() -> None:
    with pytest.raises(StructureHandlerNotFoundError) as caught:
        read("x", io.BytesIO)
    with pytest.raises(StructureHandlerNotFoundError):
        csegroup.json.problems_in(caught.value)


def test_each_converter_is_its_users_own() -> None:
    mine = csegroup.json.converter()
    assert isinstance(mine, Converter)
    mine.register_structure_hook(Organization, lambda *_: MEETING.body)
    mine.register_unstructure_hook(Organization, lambda _: "ours")
    assert mine.unstructure(MEETING)["body"] == "ours"
    assert csegroup.json.loads(csegroup.json.dumps(MEETING), Meeting) == MEETING
    assert csegroup.json.converter().unstructure(MEETING)["body"] != "ours"
