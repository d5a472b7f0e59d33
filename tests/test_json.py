from __future__ import annotations

import datetime as dt
import io
import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import cast
from zoneinfo import ZoneInfo

import attrs
import pytest
from hypothesis import given

import csegroup
import strategies as strategy
from csegroup import (
    Archive,
    Council,
    DatedOrganization,
    LoadError,
    LocalizedText,
    Meeting,
    Organization,
    Post,
    Presentation,
    Problem,
    Session,
)
from csegroup.documents import (
    COUNCIL,
    MODERN,
    STYLES,
    Calendar,
    DateForm,
    Digits,
    HourCycle,
    MaterialsPlace,
    Part,
    Purpose,
    SectionKind,
    Style,
)
from csegroup.example import MEETING
from csegroup.json import Limits
from csegroup.json.envelope import AnyRecord
from golden import golden

BODY = {"id": "jp/example", "name": {"ja": "𠮷野福\ufa1b祉会"}}
DOCUMENT: dict[str, object] = {"format": "csegroup.meeting", "version": 1, "id": "jp/example/6", "body": BODY}
SHIPPED = csegroup.json.dumps(MEETING)
# An archive is a file of many records, a problem none.
NO_DOCUMENTS = {Archive, Problem}
GOLDEN = Path(__file__).parent / "golden" / "json"
TOKYO = {"time_zone": "Asia/Tokyo", "start": "2022-02-08T14:00:00+09:00"}
PLAIN = Meeting(id="jp/example/6", body=Organization(id="jp/example", name={"ja": "𠮷野福\ufa1b祉会"}))


def written(**fields: object) -> bytes:
    return json.dumps(DOCUMENT | fields, ensure_ascii=False).encode()


def read(**fields: object) -> Meeting:
    return csegroup.json.loads(written(**fields), Meeting)


def only_problem(data: bytes | str, cls: type[AnyRecord] = Meeting) -> Problem:
    with pytest.raises(LoadError) as caught:
        csegroup.json.loads(data, cls)
    (problem,) = caught.value.problems
    return problem


def refused(**fields: object) -> tuple[str, str]:
    problem = only_problem(written(**fields))
    return problem.path, problem.code


def test_the_shipped_meeting_is_written_as_it_always_was() -> None:
    golden("json/specialist-group-6.json", csegroup.json.dumps(MEETING, indent=2) + b"\n")


def class_of(data: bytes) -> type[AnyRecord]:
    classes = {"csegroup.meeting": Meeting, "csegroup.council": Council, "csegroup.style": Style}
    classes["csegroup.organization"] = DatedOrganization
    return classes[json.loads(data)["format"]]


@pytest.mark.parametrize("name", sorted(file.name for file in GOLDEN.iterdir()))
def test_a_document_of_this_version_is_read_and_written_back_byte_for_byte(name: str) -> None:
    data = (GOLDEN / name).read_bytes()
    cls = class_of(data)
    golden(f"json/{name}", csegroup.json.dumps(csegroup.json.loads(data, cls), indent=2) + b"\n")


def objects_in(value: object) -> Iterator[attrs.AttrsInstance]:
    if isinstance(value, tuple):
        for element in cast("tuple[object, ...]", value):
            yield from objects_in(element)
    elif attrs.has(type(value)):
        thing = cast("attrs.AttrsInstance", value)
        yield thing
        for field in attrs.fields(type(thing)):
            yield from objects_in(getattr(thing, field.name))


def test_every_field_of_every_class_stands_in_the_golden_files() -> None:
    files = [file.read_bytes() for file in GOLDEN.glob("*.json") if file.name != "specialist-group-6.json"]
    found = [thing for data in files for thing in objects_in(csegroup.json.loads(data, class_of(data)))]
    classes = [
        cls for name in csegroup.__all__ if attrs.has(cls := getattr(csegroup, name)) and cls not in NO_DOCUMENTS
    ]
    classes += [Style, Part]
    for cls in classes:
        fields = {field.name for field in attrs.fields(cls)}
        assert {name for name in fields for thing in found if type(thing) is cls and getattr(thing, name)} == fields


def test_the_document_begins_with_its_schema_its_format_and_its_version() -> None:
    assert SHIPPED.startswith(
        b'{"$schema":"urn:csegroup:schema:meeting:1","format":"csegroup.meeting","version":1,"id":'
    )


def test_a_council_says_that_it_is_one() -> None:
    data = (GOLDEN / "council.json").read_bytes()
    council = json.loads(data)
    assert (council["$schema"], council["format"]) == ("urn:csegroup:schema:council:1", "csegroup.council")


def test_a_style_says_that_it_is_one() -> None:
    data = csegroup.json.dumps(COUNCIL)
    assert data == (
        b'{"$schema":"urn:csegroup:schema:style:1","format":"csegroup.style","version":1,"digits":"half_width",'
        b'"dates":"council","materials":"behind","notes":true}'
    )
    assert csegroup.json.loads(data, Style) == COUNCIL


def test_a_style_is_written_with_all_that_it_has() -> None:
    style = Style(
        title={"ja": "{title}　議事次第", "en": "Agenda of the {title}"},
        sections=[
            Part(
                kind=SectionKind.OVERVIEW,
                title={"ja": "開催の概要"},
                parts=[Part(kind=SectionKind.DATE_AND_PLACE), Part(kind=SectionKind.ATTENDEES)],
            ),
            Part(kind=SectionKind.PROGRAM),
        ],
        levels={"ja": "第1 ①", "und": "1 (1)"},
        brackets={"ja": "（）"},
        digits=Digits.FULL_WIDTH,
        calendar=Calendar.BOTH,
        hours=HourCycle.H23,
        dates=DateForm.OFFICIAL,
        materials=MaterialsPlace.BELOW,
        purpose=Purpose.RECORD,
    )
    golden("json/style.json", csegroup.json.dumps(style, indent=2) + b"\n")


@pytest.mark.parametrize("style", [*STYLES.values(), attrs.evolve(MODERN, notes=False)])
def test_a_style_is_read_as_it_was_written(style: Style) -> None:
    assert csegroup.json.loads(csegroup.json.dumps(style), Style) == style


def test_the_least_style_is_that_of_the_council() -> None:
    assert csegroup.json.loads(b'{"format": "csegroup.style", "version": 1}', Style) == COUNCIL


def test_the_keys_of_a_style_stand_in_the_order_of_the_class() -> None:
    keys = list(json.loads((GOLDEN / "style.json").read_bytes()))
    assert keys == ["$schema", "format", "version", *(field.name for field in attrs.fields(Style))]


def test_keys_stand_in_the_order_of_the_classes_and_the_time_zone_before_start() -> None:
    keys = list(json.loads((GOLDEN / "meeting.json").read_bytes()))
    fields = [field.name for field in attrs.fields(Meeting) if field.name != "day"]
    fields.insert(fields.index("start"), "time_zone")
    assert keys == ["$schema", "format", "version", *fields]


def test_an_item_and_a_venue_begin_with_their_type() -> None:
    document = json.loads((GOLDEN / "meeting.json").read_bytes())
    tagged = [*document["venues"], *document["program"], *document["program"][-1]["items"]]
    assert [next(iter(one)) for one in tagged] == ["type"] * 8


def values_in(value: object) -> Iterator[object]:
    yield value
    for inner in value.values() if isinstance(value, Mapping) else value if isinstance(value, list) else ():
        yield from values_in(inner)


@given(strategy.records)
def test_what_is_none_or_empty_is_left_out(record: AnyRecord) -> None:
    for value in values_in(json.loads(csegroup.json.dumps(record))):
        assert value not in (None, [], {})


def test_the_order_of_the_languages_is_kept() -> None:
    meeting = attrs.evolve(PLAIN, title={"ja": "専門家会合", "en": "Specialist group"})
    assert list(csegroup.json.loads(csegroup.json.dumps(meeting), Meeting).title or ()) == ["ja", "en"]


def test_the_bytes_are_utf_8_without_escapes() -> None:
    assert "𠮷野福\ufa1b祉会".encode() in csegroup.json.dumps(PLAIN)


@pytest.mark.parametrize(("indent", "beginning"), [(None, b'{"$schema":"'), (0, b'{\n"$'), (2, b'{\n  "$schema": "')])
def test_indent_spreads_a_document_over_lines(indent: int | None, beginning: bytes) -> None:
    data = csegroup.json.dumps(MEETING, indent=indent)
    assert data.startswith(beginning)
    assert csegroup.json.loads(data, Meeting) == MEETING


def test_the_least_document_is_read() -> None:
    assert read() == PLAIN


def test_the_head_may_stand_anywhere() -> None:
    data = json.dumps({"id": "jp/example/6", "body": BODY, "version": 1, "format": "csegroup.meeting"})
    assert csegroup.json.loads(data, Meeting) == PLAIN


def test_the_schema_is_right_where_it_is_given() -> None:
    assert read(**{"$schema": "urn:csegroup:schema:meeting:1"}) == PLAIN


@pytest.mark.parametrize("schema", ["urn:csegroup:schema:council:1", "", None, 1, []])
def test_another_schema_is_refused(schema: object) -> None:
    assert refused(**{"$schema": schema}) == ("$schema", "schema")


@pytest.mark.parametrize("name", ["csegroup.council", "csegroup.Meeting", "", None, 1, ["csegroup.meeting"]])
def test_another_format_is_refused(name: object) -> None:
    assert refused(format=name) == ("format", "format")


@pytest.mark.parametrize(
    ("cls", "head", "others"),
    [
        (Meeting, 'a meeting says "format": "csegroup.meeting"', ["id: is missing", "body: is missing"]),
        (Council, 'a council says "format": "csegroup.council"', ["id: is missing", "names: is missing"]),
        (Style, 'a style says "format": "csegroup.style"', []),
    ],
)
def test_a_document_without_a_head_is_told_how_to_say_it_and_what_else_is_missing(
    cls: type[AnyRecord], head: str, others: list[str]
) -> None:
    with pytest.raises(LoadError) as caught:
        csegroup.json.loads(b"{}", cls)
    version = "version: is the whole number 1, not None"
    assert [str(problem) for problem in caught.value.problems] == [f"format: is missing; {head}", version, *others]


def test_a_meeting_is_no_style_and_a_style_no_meeting() -> None:
    assert only_problem(SHIPPED, Style).message == "is 'csegroup.style' for a style, not 'csegroup.meeting'"
    data = csegroup.json.dumps(COUNCIL)
    assert only_problem(data).message == "is 'csegroup.meeting' for a meeting, not 'csegroup.style'"


def test_a_meeting_is_no_council() -> None:
    assert only_problem(SHIPPED, Council).message == "is 'csegroup.council' for a council, not 'csegroup.meeting'"


@pytest.mark.parametrize("version", [0, -1, True, "1", None, [1]])
def test_a_version_is_a_whole_number_from_one(version: object) -> None:
    problem = only_problem(written(version=version))
    assert (problem.path, problem.code) == ("version", "version")
    assert problem.message == f"is the whole number 1, not {version!r}"


def test_a_newer_version_is_named_and_nothing_else_of_the_document_is_looked_at() -> None:
    problem = only_problem(b'{"format": "csegroup.meeting", "version": 2, "where": 5}')
    assert str(problem) == "version: is 2, newer than the 1 known here; install a newer csegroup"


@pytest.mark.parametrize(
    "name", ["number", "title", "aim", "notice", "day", "start", "end", "time_zone", "url", "contact"]
)
def test_null_is_read_where_nothing_need_stand(name: str) -> None:
    assert read(**{name: None}) == PLAIN


@pytest.mark.parametrize("name", ["jointly_with", "venues", "attendees", "program", "sources"])
def test_an_empty_list_is_read_where_nothing_need_stand(name: str) -> None:
    assert read(**{name: []}) == PLAIN


def test_empty_extensions_are_read() -> None:
    assert read(extensions={}) == PLAIN


@pytest.mark.parametrize("name", ["id", "body", "status", "sequence", "program", "extensions"])
def test_null_is_no_value_of_other_fields(name: str) -> None:
    assert refused(**{name: None})[0] == name


def test_a_missing_key_is_named() -> None:
    problem = only_problem(written(program=[{"type": "session", "items": [{"type": "discussion"}]}]))
    assert str(problem) == "program[0].title: is missing"


@pytest.mark.parametrize("key", ["Title", "type", "_day", "x-note", "題名", "", "a\nb"])
def test_an_unknown_key_is_refused(key: str) -> None:
    assert refused(**{key: "x"})[1] == "unknown_key"


def test_other_tools_keep_what_they_need_under_extensions() -> None:
    assert read(extensions={"x-ministry-id": '{"a": [1]}\n'}).extensions == {"x-ministry-id": '{"a": [1]}\n'}


@pytest.mark.parametrize(
    "extensions", [{"ministry": "42"}, {"x-Note": "a"}, {"x-a": 5}, {"x-a": None}, {"x-a": "\0"}, []]
)
def test_extensions_are_strings_under_keys_of_their_own(extensions: object) -> None:
    assert refused(extensions=extensions)[0].startswith("extensions")


@pytest.mark.parametrize("value", ["6", True, [6], {"n": 6}])
def test_a_number_is_a_number(value: object) -> None:
    assert refused(number=value) == ("number", "type")


@pytest.mark.parametrize("value", [5, False, ["jp/example/6"], {"ja": "六"}])
def test_a_string_is_a_string(value: object) -> None:
    assert refused(id=value) == ("id", "type")


@pytest.mark.parametrize("value", ["題名", 5, ["ja", "題名"], True])
def test_a_text_is_an_object_of_languages(value: object) -> None:
    problem = only_problem(written(title=value))
    assert (problem.path, problem.code) == ("title", "type")
    assert problem.message.startswith("a text says its language: {'ja': …}, not ")


@pytest.mark.parametrize("value", ["x", 5, {"0": {"type": "in_writing"}}, True])
def test_a_list_is_a_list(value: object) -> None:
    assert refused(venues=value) == ("venues", "type")


@pytest.mark.parametrize("value", ["jp/npa", 5, ["jp/npa"], True])
def test_an_object_is_an_object(value: object) -> None:
    assert refused(body=value) == ("body", "type")


@pytest.mark.parametrize("value", ["HELD", "Held", "", 5, True, ["held"], "開催済み"])
def test_a_choice_is_one_of_its_list_in_small_letters(value: object) -> None:
    problem = only_problem(written(status=value))
    assert (problem.path, problem.code) == ("status", "word")
    assert (
        problem.message.partition(";")[0] == f"is one of 'tentative', 'announced', 'cancelled', 'held', not {value!r}"
    )


@pytest.mark.parametrize("tag", ["Formality", "venue", "", None, 5, [], {}])
def test_an_item_says_by_a_known_tag_what_it_is(tag: object) -> None:
    assert refused(program=[{"type": tag, "kind": "opening"}]) == ("program[0].type", "tag")


def test_an_item_without_a_tag_is_refused() -> None:
    assert refused(program=[{"kind": "opening"}]) == ("program[0].type", "tag")


def test_a_session_holds_no_session() -> None:
    inner = {"type": "session", "title": {"ja": "第二部"}, "items": []}
    outer = {"type": "session", "title": {"ja": "第一部"}, "items": [inner]}
    assert refused(program=[outer]) == ("program[0].items[0].type", "tag")


def test_what_is_known_from_its_place_has_no_tag() -> None:
    assert refused(body=BODY | {"type": "organization"}) == ("body.type", "unknown_key")


@pytest.mark.parametrize(
    "day",
    [
        "2022-02-30",
        "20220208",
        "2022-W06-2",
        "2022-2-8",
        "2022-02-08T00:00:00",
        " 2022-02-08",
        "2022-02-08\n",
        "0000-01-01",
        "２０２２-02-08",
        "令和4年2月8日",
        "",
        20220208,
        True,
        [2022, 2, 8],
    ],
)
def test_a_day_is_written_in_one_way_alone(day: object) -> None:
    problem = only_problem(written(day=day))
    assert (problem.path, problem.code) == ("day", "date")
    assert problem.message == f"is a day such as '2022-02-08', not {day!r}"


def test_a_day_is_read() -> None:
    assert read(day="2024-02-29").day == dt.date(2024, 2, 29)


@pytest.mark.parametrize(
    "start",
    [
        "2022-02-08T14:00:00",
        "2022-02-08T14:00+09:00",
        "2022-02-08T14:00:00.5+09:00",
        "2022-02-08T14:00:00,5+09:00",
        "2022-02-08 14:00:00+09:00",
        "2022-02-08t14:00:00+09:00",
        "2022-02-08T14:00:00z",
        "2022-02-08T14:00:00+0900",
        "2022-02-08T14:00:00+09",
        "2022-02-08T14:00:00+09:00:00",
        "2022-02-08T14:00:00+09:60",
        "20220208T140000+0900",
        "2022-02-08T24:00:00+09:00",
        "2022-02-08T14:60:00+09:00",
        "2022-02-08T14:00:60+09:00",
        "2022-02-30T14:00:00+09:00",
        "２０２２-02-08T14:00:00+09:00",
        "2022-02-08T14:00:00+09:00\n",
        "午後2時",
        "",
        1644296400,
        True,
        ["2022"],
    ],
)
def test_a_time_is_written_in_one_way_alone(start: object) -> None:
    assert refused(time_zone="Asia/Tokyo", start=start) == ("start", "time")


def test_a_time_stands_in_its_zone() -> None:
    meeting = read(**TOKYO, end="2022-02-08T15:30:00+09:00")
    assert meeting.start == dt.datetime(2022, 2, 8, 14, tzinfo=ZoneInfo("Asia/Tokyo"))
    assert meeting.end == dt.datetime(2022, 2, 8, 15, 30, tzinfo=ZoneInfo("Asia/Tokyo"))


@pytest.mark.parametrize("offset", ["Z", "+00:00"])
def test_utc_may_be_written_as_z(offset: str) -> None:
    meeting = read(time_zone="UTC", start=f"2022-02-08T05:00:00{offset}")
    assert meeting.start == dt.datetime(2022, 2, 8, 5, tzinfo=ZoneInfo("UTC"))
    assert b'"time_zone":"UTC","start":"2022-02-08T05:00:00+00:00"' in csegroup.json.dumps(meeting)


@pytest.mark.parametrize("offset", ["Z", "+08:00", "-09:00", "+09:30", "+99:00"])
def test_an_offset_is_the_zones_on_that_day(offset: str) -> None:
    problem = only_problem(written(time_zone="Asia/Tokyo", start=f"2022-02-08T14:00:00{offset}"))
    assert (problem.path, problem.code) == ("start", "offset")
    assert problem.message == "has not the offset of Asia/Tokyo on that day; write 2022-02-08T14:00:00+09:00"


@pytest.mark.parametrize(("offset", "fold"), [("+02:00", 0), ("+01:00", 1)])
def test_in_an_hour_that_is_repeated_the_offset_says_which(offset: str, fold: int) -> None:
    start = f"2022-10-30T02:30:00{offset}"
    meeting = read(time_zone="Europe/Berlin", start=start)
    assert meeting.start
    assert meeting.start.replace(fold=0) == dt.datetime(2022, 10, 30, 2, 30, tzinfo=ZoneInfo("Europe/Berlin"))
    assert meeting.start.fold == fold
    assert f'"start":"{start}"'.encode() in csegroup.json.dumps(meeting)


@pytest.mark.parametrize("offset", ["+01:00", "+02:00"])
def test_an_hour_that_is_skipped_is_refused(offset: str) -> None:
    assert refused(time_zone="Europe/Berlin", start=f"2022-03-27T02:30:00{offset}") == ("start", "skipped")


@pytest.mark.parametrize("start", ["1880-02-08T14:00:00+09:18", "1880-02-08T14:00:00+09:19"])
def test_a_time_whose_offset_cannot_be_written_is_not_asked_for(start: str) -> None:
    problem = only_problem(written(time_zone="Asia/Tokyo", start=start))
    assert problem.message == "is before Asia/Tokyo kept whole minutes from UTC; give only the day"


def test_a_start_needs_a_time_zone() -> None:
    problem = only_problem(written(start="2022-02-08T14:00:00+09:00"))
    assert str(problem) == "time_zone: is missing beside start; give a name such as 'Asia/Tokyo'"


def test_a_time_zone_without_a_start_is_refused() -> None:
    assert refused(time_zone="Asia/Tokyo", day="2022-02-08") == ("time_zone", "excluded")


@pytest.mark.parametrize(
    "zone",
    [
        "",
        "JST+9",
        "asia/tokyo",
        "Asia",
        "Asia/",
        "東京",
        "../etc/passwd",
        "/etc/passwd",
        "Asia/Tokyo\0",
        "\ud800",
        "zone.tab",
        "a" * 5000,
        9,
        True,
        ["Asia/Tokyo"],
        {},
    ],
)
def test_a_time_zone_is_a_name_of_iana(zone: object) -> None:
    data = json.dumps(DOCUMENT | TOKYO | {"time_zone": zone})
    assert (only_problem(data).path, only_problem(data).code) == ("time_zone", "time_zone")


@pytest.mark.parametrize("zone", ["posix/Asia/Tokyo", "right/Asia/Tokyo"])
def test_a_zone_that_other_machines_do_not_have_is_refused(zone: str) -> None:
    assert refused(**TOKYO | {"time_zone": zone})[1] == "time_zone"


def test_a_time_that_breaks_a_rule_of_the_model_is_named_by_its_field() -> None:
    assert refused(**TOKYO, end="2022-02-08T14:00:00+09:00") == ("end", "order")


@pytest.mark.parametrize(
    "data", [b"", b"  \n", b"\0", b"{", b"[1,]", b"{'a': 1}", b"// a", b"{} {}", b"\x89PNG\r\n"[1:]]
)
def test_what_is_no_json_is_told_by_line_and_column(data: bytes) -> None:
    problem = only_problem(data)
    assert (problem.path, problem.code) == ("", "syntax")
    assert re.match(r"the document is not JSON at line [0-9]+, column [0-9]+: ", problem.message)


def test_a_control_character_stands_in_no_string_of_json() -> None:
    assert only_problem(written().replace(b"jp/example/6", b"jp/\nexample")).code == "syntax"


def test_every_beginning_of_a_document_is_refused() -> None:
    for length in range(len(SHIPPED)):
        assert only_problem(SHIPPED[:length]).code in {"syntax", "encoding"}


@pytest.mark.parametrize(
    "data", [b"[]", b"[{}]", b"5", b'"csegroup.meeting"', b"null", b"true", SHIPPED.join([b"[", b"]"])]
)
def test_the_document_is_an_object(data: bytes) -> None:
    problem = only_problem(data)
    assert (problem.path, problem.code) == ("", "type")
    assert problem.message.startswith("the document is an object, not ")


@pytest.mark.parametrize(
    ("data", "at"),
    [(b"\x89PNG", 0), ('{"題名'.encode("cp932"), 2), (b'{"a": "\xed\xa0\x80"', 7), ("{}".encode("utf-16"), 0)],
)
def test_what_is_not_utf_8_is_told_by_its_byte(data: bytes, at: int) -> None:
    problem = only_problem(data)
    assert (problem.code, problem.message) == ("encoding", f"the document is not UTF-8 at byte {at}; save it as UTF-8")


@pytest.mark.parametrize("data", [b"\xef\xbb\xbf" + SHIPPED, "\ufeff" + SHIPPED.decode()])
def test_a_byte_order_mark_is_refused(data: bytes | str) -> None:
    assert (only_problem(data).code, "byte order mark" in only_problem(data).message) == ("encoding", True)


@pytest.mark.parametrize("number", ["NaN", "Infinity", "-Infinity", "1e999", "1.5", "1.0", "6E0", "-0.0"])
def test_no_number_is_a_fraction(number: str) -> None:
    problem = only_problem(written(number=0).replace(b'"number": 0', b'"number": ' + number.encode()))
    assert str(problem) == f"number: is a whole number, not {float(number)}"
    assert problem.code == "type"


def test_a_number_of_thousands_of_digits_is_refused() -> None:
    problem = only_problem(b'{"number": ' + b"9" * 5000 + b"}")
    assert str(problem) == "the document holds a number of more digits than any field has"
    assert problem.code == "number"


@pytest.mark.parametrize("name", ["number", "sequence"])
def test_a_number_that_a_calendar_cannot_hold_is_refused(name: str) -> None:
    assert refused(**{name: 2**31}) == (name, "range")
    assert getattr(read(**{name: 2**31 - 1}), name) == 2**31 - 1


@pytest.mark.parametrize(
    ("title", "path", "said"),
    [
        ('{"ja": "会", "ja": "会"}', "title", "holds the key 'ja'"),
        (r'{"ja": "会", "\u006aa": "議"}', "title", "holds the key 'ja'"),
        ('{"ja": "会"}, "title": {"ja": "会"}', "", "the document holds the key 'title'"),
        ('{"ja": 5, "ja": 6}, "title": {"ja": "会"}', "", "the document holds the key 'title'"),
    ],
)
def test_a_key_that_stands_twice_is_named_at_its_place(title: str, path: str, said: str) -> None:
    data = written(title=0).replace(b'"title": 0', b'"title": ' + title.encode())
    assert only_problem(data) == Problem(path, "duplicate_key", f"{said} twice in one object; take one out")


def test_what_else_is_wrong_is_told_beside_keys_that_stand_twice_in_the_order_of_the_document() -> None:
    places = {"number": "6", "title": 0, "aim": 0, "notes": 1.5}
    title, aim = b'{"en": "A", "ja": "\xe4\xbc\x9a", "en": 5, "ja": ""}', b'{"ja": "a", "ja": "b"}'
    data = written(**places).replace(b'"title": 0', b'"title": ' + title).replace(b'"aim": 0', b'"aim": ' + aim)
    assert [(problem.path, problem.code) for problem in csegroup.json.problems(data)] == [
        ("number", "type"),
        ("title", "duplicate_key"),
        ("title", "duplicate_key"),
        ("title.en", "type"),
        ("title.ja", "blank"),
        ("aim", "duplicate_key"),
        ("notes", "unknown_key"),
    ]


def test_no_more_keys_that_stand_twice_are_told_than_the_limit() -> None:
    data = "{" + ",".join(f'"{n}":0,"{n}":1' for n in range(1000)) + "}"
    assert len(csegroup.json.problems(data)) == Limits().problems
    with pytest.raises(LoadError) as caught:
        csegroup.json.loads(data, Meeting, limits=Limits(problems=3))
    assert [problem.code for problem in caught.value.problems] == ["duplicate_key"] * 3
    many = "[" + ",".join(['{"a":0,"a":1}'] * (Limits().problems + 1)) + "]"
    assert str(only_problem(many)) == "the document holds the key 'a' twice in one object; take one out"


def test_a_file_is_read_no_further_than_its_limit(tmp_path: Path) -> None:
    file = tmp_path / "meeting.json"
    file.write_bytes(SHIPPED)
    limits = Limits(bytes=len(SHIPPED) - 1)
    with pytest.raises(LoadError) as caught:
        csegroup.json.load(file, Meeting, limits=limits)
    assert [problem.code for problem in caught.value.problems] == ["size"]
    assert csegroup.json.load(file, Meeting, limits=Limits(bytes=len(SHIPPED))) == MEETING


def test_a_key_that_stands_twice_among_very_many_is_found() -> None:
    keys = [f'"{n}":0' for n in (*range(30_000), 29_999)]
    assert csegroup.json.problems(f"{{{','.join(keys)}}}")[0].code == "duplicate_key"


@pytest.mark.parametrize("written_title", [rb'{"ja": "\ud800"}', rb'{"ja": "\udfb7\ud842"}', rb'{"ja": "a\u0000"}'])
def test_half_a_character_and_a_nul_are_refused(written_title: bytes) -> None:
    data = written(title=0).replace(b'"title": 0', b'"title": ' + written_title)
    assert (only_problem(data).path, only_problem(data).code) == ("title.ja", "character")


def test_a_character_in_two_escapes_is_one() -> None:
    data = written(title=0).replace(b'"title": 0', rb'"title": {"ja": "\ud842\udfb7\uff76\uff9e"}')
    assert csegroup.json.loads(data, Meeting).title == LocalizedText({"ja": "𠮷ｶﾞ"})


@pytest.mark.parametrize("opening", [b"[", b'{"a":', b'{"program":[', b'{"body":{"parent":'])
@pytest.mark.parametrize("times", [500, 3000, 100_000])
def test_a_document_without_a_bottom_is_refused(opening: bytes, times: int) -> None:
    assert only_problem(opening * times).code in {"depth", "syntax"}


def test_nesting_of_any_depth_inside_a_field_is_refused() -> None:
    for depth in range(800, 1000):
        data = written(title=0).replace(b'"title": 0', b'"title": ' + b"[" * depth + b"]" * depth)
        assert only_problem(data).code in {"type", "depth"}


@pytest.mark.parametrize("depth", [8, 100, 300, 500, 900])
def test_units_inside_units_of_any_depth_are_refused(depth: int) -> None:
    parents = (
        b'{"name": {"ja": "\xe8\xaa\xb2"}, "parent": ' * depth + b'{"name": {"ja": "\xe5\xb1\x80"}}' + b"}" * depth
    )
    assert only_problem(written(body=0).replace(b'"body": 0', b'"body": ' + parents)).code in {"missing", "depth"}


def test_the_deepest_record_of_the_model_is_read() -> None:
    unit = Organization(name={"ja": "係"})
    for _ in range(8):
        unit = Organization(name={"ja": "課"}, parent=unit)
    item = Presentation(presenters=[Post(title={"ja": "長"}, organization=unit)])
    meeting = attrs.evolve(PLAIN, program=[Session(title={"ja": "発表"}, items=[item])])
    assert csegroup.json.loads(csegroup.json.dumps(meeting), Meeting) == meeting


def test_a_document_of_16_mib_is_parsed_and_a_larger_one_is_not() -> None:
    largest = SHIPPED.ljust(16 * 1024 * 1024)
    assert csegroup.json.loads(largest, Meeting) == MEETING
    assert (
        str(only_problem(largest + b" "))
        == "the document is larger than 16777216 bytes; raise the limit if it is meant to be"
    )


def test_a_string_is_read_as_its_bytes_are() -> None:
    assert csegroup.json.loads(SHIPPED.decode(), Meeting) == MEETING


@pytest.mark.parametrize("kind", [str, Path])
def test_a_record_is_kept_in_a_file_that_ends_with_a_line_break(tmp_path: Path, kind: type[str | Path]) -> None:
    path = kind(tmp_path / "第６回.json")
    csegroup.json.dump(MEETING, path, indent=1)
    assert Path(path).read_bytes() == csegroup.json.dumps(MEETING, indent=1) + b"\n"
    assert csegroup.json.load(path, Meeting) == MEETING


def test_a_record_is_kept_in_an_open_file() -> None:
    file = io.BytesIO()
    csegroup.json.dump(MEETING, file)
    assert file.getvalue() == SHIPPED + b"\n"
    file.seek(0)
    assert csegroup.json.load(file, Meeting) == MEETING


def test_a_file_that_is_no_record_keeps_its_problems(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_bytes(b"{}")
    with pytest.raises(LoadError, match=r"^format: is missing"):
        csegroup.json.load(tmp_path / "a.json", Meeting)


def test_a_file_that_is_missing_is_an_error_of_the_system(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        csegroup.json.load(tmp_path / "a.json", Meeting)


def test_a_file_that_is_too_large_is_refused_and_not_cut_short() -> None:
    with pytest.raises(LoadError, match="larger than 16777216 bytes"):
        csegroup.json.load(io.BytesIO(SHIPPED.ljust(16 * 1024 * 1024 + 1)), Meeting)


def test_who_reads_a_file_while_it_is_written_sees_the_old_one_whole(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_bytes(SHIPPED)
    with (tmp_path / "a.json").open("rb") as reader:
        csegroup.json.dump(PLAIN, tmp_path / "a.json")
        assert csegroup.json.load(reader, Meeting) == MEETING
