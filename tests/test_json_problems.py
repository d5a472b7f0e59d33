from __future__ import annotations

import ast
import copy
import json
import pickle
import re
from collections.abc import Callable, Iterator
from typing import Any, TypeAlias

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

import csegroup
import strategies as strategy
from csegroup import Council, DatedOrganization, LoadError, Meeting, Problem
from csegroup.example import MEETING
from csegroup.json.diagnosis import problems_in

BODY = {"id": "jp/example", "name": {"ja": "専門家会合"}}
HEAD: dict[str, object] = {"format": "csegroup.meeting", "version": 1}
SHIPPED = csegroup.json.dumps(MEETING)
DOCUMENT: dict[str, object] = HEAD | {"id": "jp/example/6", "body": BODY}

Json: TypeAlias = Any  # a type for JSON that both checkers follow is longer than what it would find here


def found_in(document: Json) -> list[Problem]:
    data = json.dumps(document).encode()
    found = list(csegroup.json.problems(data))
    with pytest.raises(LoadError) as caught:
        csegroup.json.loads(data, Meeting)
    assert list(caught.value.problems) == found
    return found


def said_of(**fields: object) -> list[str]:
    return [str(problem) for problem in found_in(DOCUMENT | fields)]


def paths_in(**fields: object) -> list[str]:
    return [problem.path for problem in found_in(DOCUMENT | fields)]


PRESENTATION = {"type": "presentation", "title": {"ja": "取組"}}


def test_a_text_deep_in_the_program_is_named_by_its_path() -> None:
    program = [PRESENTATION, PRESENTATION, PRESENTATION | {"title": {"ja": "取組", "en": 5}}]
    assert said_of(program=program) == ["program[2].title.en: is a text, not 5"]


def test_an_item_of_a_session_is_named_by_its_path() -> None:
    session = {"type": "session", "title": {"ja": "発表"}, "items": [PRESENTATION, PRESENTATION | {"minutes": "10"}]}
    assert said_of(program=[session]) == ["program[0].items[1].minutes: is a whole number, not '10'"]


def test_an_element_of_a_list_is_named_by_its_place() -> None:
    item = PRESENTATION | {"audience": ["private", "警察"], "languages": ["ja", 5]}
    assert paths_in(program=[item]) == ["program[0].audience[1]", "program[0].languages[1]"]


def test_a_rule_between_items_names_the_item_that_breaks_it() -> None:
    session = {"type": "session", "title": {"ja": "発表"}, "items": [PRESENTATION | {"agenda_number": 1}]}
    assert said_of(program=[PRESENTATION | {"agenda_number": 2}, session]) == [
        "program[1].items[0].agenda_number: is 1 after 2; agenda numbers rise from item to item"
    ]


def test_a_rule_between_fields_names_the_field_that_is_missing() -> None:
    assert said_of(program=[{"type": "presentation"}]) == ["program[0].title: is missing; give a title or a presenter"]


def test_a_problem_has_a_short_code_and_a_sentence() -> None:
    assert found_in(DOCUMENT | {"program": [PRESENTATION | {"title": {"ja": " 取組"}}]}) == [
        Problem("program[0].title.ja", "blank", "is empty, or has an empty line or a blank at an end; take it out")
    ]


@pytest.mark.parametrize(
    ("key", "path"),
    [
        ("note", "note"),
        ("x-note", "x-note"),
        ("$id", "$id"),
        ("題名", "['題名']"),
        ("a b", "['a b']"),
        ("", "['']"),
        ("a.b[0]", "['a.b[0]']"),
        ("\x1b[31m\n", r"['\x1b[31m\n']"),
        ("it's", '["it\'s"]'),
    ],
)
def test_an_unknown_key_is_named_so_that_it_can_be_found(key: str, path: str) -> None:
    assert paths_in(**{key: 1}) == [path]
    assert paths_in(body=BODY | {key: 1}) == [f"body{path}" if path.startswith("[") else f"body.{path}"]


@pytest.mark.parametrize(
    ("tag", "path"),
    [("JA", "title.JA"), ("a.b[0]", "title['a.b[0]']"), ("\x1b\n", r"title['\x1b\n']"), ("日", "title['日']")],
)
def test_a_wrong_language_is_named_so_that_it_can_be_found(tag: str, path: str) -> None:
    assert paths_in(title={"ja": "会議", tag: "会議"}) == [path]


def test_nothing_that_a_terminal_obeys_stands_in_a_message() -> None:
    for problem in found_in(
        DOCUMENT | {"number": "\x1b[31m", "\x1b": 1, "status": "\x07", "program": [{"type": "\r"}]}
    ):
        assert str(problem).isprintable()


def test_a_long_value_is_cut_short_in_its_message() -> None:
    (problem,) = found_in(DOCUMENT | {"number": "会" * 1000})
    assert problem.message == f"is a whole number, not '{'会' * 59}…"


def test_all_problems_are_found_at_once() -> None:
    program = [{"type": "keynote"}, PRESENTATION | {"minutes": True}, 5, PRESENTATION | {"memo": "x"}]
    assert paths_in(number="6", status="done", venues=[{"type": "venue"}], program=program) == [
        "number",
        "status",
        "venues[0].name",
        "program[0].type",
        "program[1].minutes",
        "program[2]",
        "program[3].memo",
    ]


def test_every_field_of_an_object_that_breaks_a_rule_is_named() -> None:
    assert paths_in(number=0, sequence=-1, url="example.go.jp") == ["number", "sequence", "url"]


def test_what_cannot_be_read_hides_no_rule_of_another_field() -> None:
    assert paths_in(id="ID", number="6") == ["id", "number"]


def test_a_wrong_time_zone_is_one_problem_and_not_two() -> None:
    assert paths_in(time_zone="東京", start="2022-02-08T14:00:00+09:00") == ["time_zone"]


def test_a_head_that_is_wrong_hides_nothing_that_stands_under_it() -> None:
    document = DOCUMENT | {"$schema": "meeting.json", "version": "1", "number": "6"}
    del document["format"]
    assert [problem.path for problem in found_in(document)] == ["format", "version", "$schema", "number"]


def test_a_document_of_another_format_is_told_that_and_nothing_else() -> None:
    assert [problem.path for problem in found_in({"format": "csegroup.agenda", "number": "6"})] == ["format"]


def test_a_council_is_read_as_one_where_it_says_so() -> None:
    data = json.dumps(HEAD | {"format": "csegroup.council", "id": "jp/cse-council", "names": []})
    assert [str(problem) for problem in csegroup.json.problems(data)] == [
        "names: is empty; a council has one name at least"
    ]


def test_a_document_that_can_be_read_has_no_problems() -> None:
    assert csegroup.json.problems(json.dumps(DOCUMENT)) == ()


@pytest.mark.parametrize("data", [b"", b"\xff", b"[]", b"{"])
def test_a_problem_of_the_whole_document_has_no_path(data: bytes) -> None:
    assert [problem.path for problem in csegroup.json.problems(data)] == [""]


def test_a_load_error_says_all_problems_and_is_copied_and_pickled_whole() -> None:
    with pytest.raises(LoadError) as caught:
        csegroup.json.loads(json.dumps(DOCUMENT | {"number": "6", "url": 5}), Meeting)
    assert str(caught.value) == "number: is a whole number, not '6'\nurl: is a text, not 5"
    for other in (copy.copy(caught.value), copy.deepcopy(caught.value), pickle.loads(pickle.dumps(caught.value))):  # noqa: S301
        assert (type(other), other.problems) == (LoadError, caught.value.problems)


def test_an_error_of_the_caller_is_no_problem_of_the_document() -> None:
    with pytest.raises(KeyError):
        csegroup.json.loads(json.dumps(DOCUMENT), str)  # type: ignore[type-var] # what a caller without types may do


# A step of a path: a key of an object, or in brackets a place in a list or a key as Python writes it.
STEP = re.compile(r"""\.?([A-Za-z_$][\w$-]*)|\[([0-9]+|'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*")\]""", re.ASCII)


def steps_of(path: str) -> Iterator[str | int]:
    at = 0
    while at < len(path):
        step = STEP.match(path, at)
        assert step, f"{path!r} cannot be followed from {at}"
        yield step[1] or ast.literal_eval(step[2])
        at = step.end()


def lead_somewhere(path: str, document: Json) -> bool:
    """Follow a path into a document; its last key may be one that is missing there."""
    steps = list(steps_of(path))
    for step in steps[:-1]:
        document = document[step]
    return not steps or isinstance(document, dict) or steps[-1] in range(len(document))


def gives_an_object_or_problems(data: bytes | str) -> None:
    for cls in (Meeting, Council, DatedOrganization):
        try:
            assert type(csegroup.json.loads(data, cls)) is cls
        except LoadError as error:
            problems = error.problems
        else:
            continue
        assert problems
        assert all(problem.message and problem.code.isidentifier() for problem in problems)


words = st.sampled_from(
    ["id", "body", "name", "ja", "program", "venues", "type", "start", "day", "time_zone", "title", "number", "status"]
)
leaves = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.floats(),
    st.text(),
    words,
    st.sampled_from(["session", "in_writing", "2022-02-08", "2022-02-08T14:00:00+09:00", "Asia/Tokyo", "jp/a"]),
)
json_values: st.SearchStrategy[Json] = st.recursive(
    leaves, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(words | st.text(), inner, max_size=6)
)


def places_in(value: Json) -> Iterator[tuple[Json, Json]]:
    """Give every list and object in a document with each of its keys."""
    if isinstance(value, (dict, list)):
        for key in list(value) if isinstance(value, dict) else range(len(value)):
            yield value, key
            yield from places_in(value[key])


def drop(holder: Json, key: Json, _: Json) -> None:
    del holder[key]


def put_another_value(holder: Json, key: Json, value: Json) -> None:
    holder[key] = value


def put_in(holder: Json, key: Json, value: Json) -> None:
    if isinstance(holder, dict):
        holder[value if isinstance(value, str) else "memo"] = value
    else:
        holder.insert(key, value)


def double(holder: Json, key: Json, _: Json) -> None:
    put_in(holder, key, copy.deepcopy(holder[key]))


def swap_the_tag(holder: Json, _: Json, value: Json) -> None:
    if isinstance(holder, dict) and "type" in holder:
        holder["type"] = value if isinstance(value, str) else "motion"


DAMAGES: list[Callable[[Json, Json, Json], None]] = [drop, put_another_value, put_in, double, swap_the_tag]


@st.composite
def damaged_documents(draw: st.DrawFn) -> Json:
    document = json.loads(
        csegroup.json.dumps(draw(strategy.meetings() | strategy.councils() | strategy.dated_organizations))
    )
    for _ in range(draw(st.integers(1, 3))):
        holder, key = draw(st.sampled_from(list(places_in(document)) or [({}, "")]))
        if isinstance(holder, list) or key in holder:
            draw(st.sampled_from(DAMAGES))(holder, key, draw(json_values))
    return document


@given(st.binary() | st.text())
@example(b'{"a":' * 400)
def test_any_bytes_give_an_object_or_problems(data: bytes | str) -> None:
    gives_an_object_or_problems(data)


@given(json_values)
def test_any_json_gives_an_object_or_problems(document: Json) -> None:
    gives_an_object_or_problems(json.dumps(document))
    if isinstance(document, dict):
        gives_an_object_or_problems(json.dumps(DOCUMENT | document))


@given(damaged_documents())
def test_a_damaged_document_gives_an_object_or_problems(document: Json) -> None:
    gives_an_object_or_problems(json.dumps(document))


@given(damaged_documents() | st.dictionaries(words, json_values).map(DOCUMENT.__or__))
def test_every_path_can_be_printed_and_leads_into_the_document(document: Json) -> None:
    for problem in csegroup.json.problems(json.dumps(document)):
        assert problem.path.isprintable()
        assert lead_somewhere(problem.path, document)


@given(at=st.integers(0, len(SHIPPED) - 1), byte=st.integers(0, 255))
def test_a_document_with_a_byte_changed_gives_an_object_or_problems(at: int, byte: int) -> None:
    gives_an_object_or_problems(SHIPPED[:at] + bytes([byte]) + SHIPPED[at + 1 :])


def test_a_fault_of_the_library_is_no_problem_of_the_document() -> None:
    with pytest.raises(ZeroDivisionError):
        list(problems_in(ZeroDivisionError()))


def style_problems(**fields: object) -> list[str]:
    data = json.dumps({"format": "csegroup.style", "version": 1} | fields)
    return [str(problem) for problem in csegroup.json.problems(data)]


def test_all_that_is_wrong_with_a_style_is_named_with_its_place() -> None:
    assert style_problems(
        title={"ja": "議事次第"},
        sections=[
            {"kind": "aim"},
            {"kind": "overview", "parts": [{"kind": "program", "title": {"ja": " 次第"}}, {"kind": "minutes"}]},
        ],
        levels={"ja": "1 (x)"},
        brackets={"en": "("},
        digits="wide",
        notes="yes",
        colour="red",
    ) == [
        "title.ja: holds {title} once, where the meeting's title stands, not '議事次第'",
        "sections[1].parts[0].title.ja: is empty, or has an empty line or a blank at an end; take it out",
        (
            "sections[1].parts[1].kind: is one of 'aim', 'overview', 'date_and_place', 'attendees', 'program', "
            "'timetable', 'materials', 'contact', not 'minutes'"
        ),
        "levels.ja: a mark counts by one of 1 １ ① ア 가 a A i I, or is -, and '(x)' does not",
        "brackets.en: is an opening and a closing bracket such as '（）', not '('",
        "digits: is one of 'half_width', 'full_width', not 'wide'",
        "notes: is true or false, not 'yes'",
        "colour: is no key of this object; take it out",
    ]


def test_a_rule_between_the_sections_of_a_style_names_the_one_that_breaks_it() -> None:
    assert style_problems(sections=[{"kind": "aim"}, {"kind": "aim"}]) == [
        "sections[1]: is aim, which stands there twice; take one out"
    ]
    assert style_problems(sections=[{"kind": "aim"}, {"kind": "overview"}]) == [
        "sections[1].parts: is empty; an overview holds one section at least"
    ]
    assert style_problems(sections=[{"kind": "program", "parts": [{"kind": "aim"}]}]) == [
        "sections[0].parts: are in an overview only; take them out"
    ]


@pytest.mark.parametrize("name", ["sections", "digits", "dates", "materials", "notes"])
def test_null_is_no_value_of_some_fields_of_a_style(name: str) -> None:
    (problem,) = style_problems(**{name: None})
    assert problem.startswith(f"{name}: ")


def test_problems_stand_in_the_order_of_the_document() -> None:
    document = DOCUMENT | {
        "titel": 1,
        "number": 0,
        "body": {"nmae": {}, "id": "A"},
        "program": [{}, {"type": "sesion"}],
    }
    document = {"format": document.pop("format"), "version": document.pop("version"), "program": 0, **document}
    assert [problem.path for problem in csegroup.json.problems(json.dumps(document))] == [
        "program[0].type",
        "program[1].type",
        "body.name",
        "body.nmae",
        "body.id",
        "titel",
        "number",
    ]


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ({"numbr": 6}, "numbr: is no key of this object; did you mean 'number'?"),
        ({"xyz": 6}, "xyz: is no key of this object; take it out"),
        ({"status": "canceled"}, "'held', not 'canceled'; did you mean 'cancelled'?"),
        ({"program": [{"type": "presentaton"}]}, "not 'presentaton'; did you mean 'presentation'?"),
    ],
)
def test_a_near_word_is_offered(fields: dict[str, object], message: str) -> None:
    [problem] = csegroup.json.problems(json.dumps(DOCUMENT | fields))
    assert str(problem).endswith(message)


def test_no_more_problems_are_told_than_wanted() -> None:
    data = json.dumps(DOCUMENT | {"program": [{}] * 50})
    with pytest.raises(LoadError) as caught:
        csegroup.json.loads(data, Meeting, limits=csegroup.json.Limits(problems=7))
    assert len(caught.value.problems) == 7


@pytest.mark.parametrize(
    ("limits", "message"),
    [
        ({"bytes": 10}, "the document is larger than 10 bytes"),
        ({"depth": 2}, "the document is nested more than 2 levels deep"),
        ({"values": 3}, "the document holds more than 3 values"),
        ({"text": 3}, "the document holds a text of more than 3 characters"),
    ],
)
def test_limits_can_be_changed(limits: dict[str, int], message: str) -> None:
    with pytest.raises(LoadError, match=message):
        csegroup.json.loads(csegroup.json.dumps(MEETING), Meeting, limits=csegroup.json.Limits(**limits))
