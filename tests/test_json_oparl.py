"""Records from OParl 1.1: what is read, what is told to be left out, and that nothing is lost in silence."""

from __future__ import annotations

import copy
import datetime as dt
import json
import re
from collections.abc import Iterator
from typing import Any
from zoneinfo import ZoneInfo

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

import csegroup
from csegroup import (
    AttendeeKind,
    Discussion,
    InvalidValue,
    LoadError,
    LocalizedText,
    Material,
    Meeting,
    MeetingStatus,
    Motion,
    OnlineVenue,
    Organization,
    Outcome,
    PostalAddress,
    Venue,
)
from csegroup.json.oparl import OParlRecords, from_oparl

BERLIN, TOKYO = ZoneInfo("Europe/Berlin"), ZoneInfo("Asia/Tokyo")
HOST = "https://oparl.example.org"
PERSON = "Erika Mustermann"  # who stands wherever OParl has persons, and must stand nowhere in what is read
TIMES = {"created": "2026-10-01T08:00:00+02:00", "modified": "2026-11-02T09:30:00+01:00"}
COUNCIL = Organization(id="oparl.example.org/organization/1", name={"de": "Stadtrat"}, country="DE")


def an(kind: str, n: int, /, **fields: Any) -> dict[str, Any]:  # noqa: ANN401 - JSON of any kind
    """Write an object of OParl with what each has."""
    of_object = {"id": f"{HOST}/{kind.lower()}/{n}", "type": f"https://schema.oparl.org/1.1/{kind}"}
    return of_object | fields | TIMES


def a_meeting(**fields: Any) -> dict[str, Any]:  # noqa: ANN401
    return an("Meeting", 1, organization=[f"{HOST}/organization/1"], **fields)


def meeting_of(**fields: Any) -> Meeting:  # noqa: ANN401
    [meeting] = from_oparl(a_meeting(**fields), organizations=[COUNCIL]).meetings
    return meeting


def told(document: Any, **options: Any) -> list[tuple[str, str]]:  # noqa: ANN401
    return [(one.path, one.code) for one in from_oparl(document, **options).left_out]


def told_of_meeting(**fields: Any) -> list[tuple[str, str]]:  # noqa: ANN401
    return told(a_meeting(**fields), organizations=[COUNCIL])


def problems(document: Any) -> list[tuple[str, str]]:  # noqa: ANN401
    with pytest.raises(LoadError) as caught:
        from_oparl(document)
    return [(one.path, one.code) for one in caught.value.problems]


INVITATION = an("File", 1, name="Einladung", mimeType="application/pdf", accessUrl=f"{HOST}/files/1.pdf")
PLAN = an(
    "File",
    2,
    name="Lageplan",
    fileName="plan.pdf",
    mimeType="application/PDF",
    size=81_000,
    accessUrl=f"{HOST}/files/2.pdf",
    downloadUrl=f"{HOST}/download/2.pdf",
    date="2026-10-01",
    text=PERSON,
)
TOWN_HALL = an(
    "Location",
    1,
    description="Rathaus der Beispielstadt",
    room="Großer Saal",
    streetAddress="Marktplatz 1",
    postalCode="12345",
    locality="Beispielstadt",
    subLocality="Altstadt",
    geojson={"type": "Feature", "geometry": {"type": "Point", "coordinates": [7.1, 50.9]}},
    persons=[f"{HOST}/person/{PERSON}"],
)
AGENDA = [
    an("AgendaItem", 1, number="1", order=0, name="Begrüßung", public=True, meeting=f"{HOST}/meeting/1"),
    an(
        "AgendaItem",
        2,
        number="2.",
        order=1,
        name="Neubau der Brücke",
        result="Geändert beschlossen",
        resolutionText="Die Brücke wird gebaut.\nDie Kosten trägt das Land.",
        resolutionFile=PLAN,
        auxiliaryFile=[PLAN | {"name": "Gutachten"}],
        consultation=f"{HOST}/consultation/1",
    ),
    an("AgendaItem", 3, number="N 3", order=2, name="Grundstücke", public=False, start="2026-12-08T18:30:00+01:00"),
]
MEETING = a_meeting(
    name="7. Sitzung des Stadtrats",
    meetingState="eingeladen",
    cancelled=False,
    start="2026-12-08T17:00:00+01:00",
    end="2026-12-08T20:00:00+01:00",
    location=TOWN_HALL,
    participant=[f"{HOST}/person/{PERSON}"],
    invitation=INVITATION,
    auxiliaryFile=[INVITATION],
    agendaItem=AGENDA,
    keyword=["Brücke"],
    license="https://creativecommons.org/licenses/by/4.0/",
    web="https://www.example.org/sitzung/1",
) | {"Hersteller:raum": PERSON}
BODY = an(
    "Body",
    1,
    name="Stadt Beispielstadt",
    shortName="Beispielstadt",
    system=f"{HOST}/",
    website="https://www.example.org/",
    web="https://ris.example.org/",
    contactName=PERSON,
    contactEmail="erika@example.org",
    organization=f"{HOST}/body/1/organization",
    person=f"{HOST}/body/1/person",
    meeting=f"{HOST}/body/1/meeting",
    paper=f"{HOST}/body/1/paper",
    legislativeTerm=[],
)
RAT = an("Organization", 1, name="Stadtrat", body=f"{HOST}/body/1", membership=[f"{HOST}/membership/{PERSON}"])
BUILDING = an("Organization", 2, shortName="Bauausschuss", subOrganizationOf=f"{HOST}/organization/1")
PAGE = {
    "data": [BODY, RAT, BUILDING, an("Person", 1, name=PERSON), MEETING, an("Paper", 9, deleted=True)],
    "pagination": {"currentPage": 1},
    "links": {"next": f"{HOST}/everything?page=2"},
}


def test_a_meeting_is_read_with_its_place_and_program() -> None:
    [meeting] = from_oparl(MEETING, organizations=[COUNCIL]).meetings
    plan = Material(title={"de": "Lageplan"}, url=f"{HOST}/files/2.pdf", media_type="application/pdf", kilobytes=80)
    assert meeting == Meeting(
        id="oparl.example.org/meeting/1",
        body=COUNCIL,
        title={"de": "7. Sitzung des Stadtrats"},
        status=MeetingStatus.ANNOUNCED,
        start=dt.datetime(2026, 12, 8, 17, tzinfo=BERLIN),
        end=dt.datetime(2026, 12, 8, 20, tzinfo=BERLIN),
        url="https://www.example.org/sitzung/1",
        venues=[
            Venue(
                name={"de": "Rathaus der Beispielstadt"},
                room={"de": "Großer Saal"},
                postal_address=PostalAddress(
                    country="DE",
                    postal_code="12345",
                    locality={"de": "Beispielstadt"},
                    street={"de": "Marktplatz 1"},
                ),
            )
        ],
        program=[
            Discussion(agenda_number=1, title={"de": "Begrüßung"}),
            Motion(
                agenda_number=2,
                title={"de": "Neubau der Brücke"},
                report={"de": "Geändert beschlossen"},
                outcome=Outcome.APPROVED,
                resolution={"de": "Die Brücke wird gebaut.\nDie Kosten trägt das Land."},
                materials=[plan, attrs.evolve(plan, title={"de": "Gutachten"})],
            ),
            Discussion(title={"de": "Grundstücke"}, audience=list(AttendeeKind)),
        ],
    )


def test_what_a_meeting_does_not_hold_is_told_with_its_place() -> None:
    [*paths] = (path for path, _ in told(MEETING, organizations=[COUNCIL]))
    assert paths == [
        "location.subLocality",
        "location.geojson",
        "location.persons",
        "agendaItem[1].resolutionFile.fileName",
        "agendaItem[1].resolutionFile.downloadUrl",
        "agendaItem[1].resolutionFile.date",
        "agendaItem[1].resolutionFile.text",
        "agendaItem[1].auxiliaryFile[0].fileName",
        "agendaItem[1].auxiliaryFile[0].downloadUrl",
        "agendaItem[1].auxiliaryFile[0].date",
        "agendaItem[1].auxiliaryFile[0].text",
        "agendaItem[1].consultation",
        "agendaItem[2].number",
        "agendaItem[2].start",
        "participant",
        "invitation",
        "auxiliaryFile",
        "keyword",
        "license",
        "['Hersteller:raum']",
    ]


def test_a_page_has_organizations_under_their_body_and_says_where_it_goes_on() -> None:
    records = from_oparl(PAGE)
    city, council, building = records.organizations
    assert city == Organization(
        id="oparl.example.org/body/1",
        name={"de": "Stadt Beispielstadt"},
        url="https://www.example.org/",
        country="DE",
    )
    assert (dict(council.name), council.parent) == ({"de": "Stadtrat"}, city)
    assert (dict(building.name), building.parent) == ({"de": "Bauausschuss"}, council)
    assert records.meetings[0].body == council
    assert records.next_page == f"{HOST}/everything?page=2"
    assert records.deleted == ("oparl.example.org/paper/9",)
    assert [(one.path, one.message) for one in records.left_out if "Person" in one.message] == [
        ("data[3]", "is a Person, which no record holds")
    ]


def test_bytes_a_text_and_parsed_json_are_read_alike() -> None:
    text = json.dumps(PAGE, ensure_ascii=False)
    assert from_oparl(text) == from_oparl(text.encode()) == from_oparl(PAGE)
    assert from_oparl(json.dumps(PAGE["data"])).organizations == from_oparl(PAGE).organizations


def nodes(value: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:  # noqa: ANN401
    """Give the path to everything in a document."""
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, inner in items:
        yield (*path, key)
        yield from nodes(inner, (*path, key))


def at(document: Any, path: tuple[Any, ...]) -> Any:  # noqa: ANN401
    for key in path:
        document = document[key]
    return document


def without(path: tuple[Any, ...]) -> dict[str, Any]:
    changed = copy.deepcopy(PAGE)
    del at(changed, path[:-1])[path[-1]]
    return changed


def is_of_the_object(path: tuple[Any, ...]) -> bool:
    """Tell whether a key says nothing that a record could hold: of the page, of an object as such, or said twice."""
    return (
        path[0] in {"pagination", "links"}
        or path[-1] in {"id", "type", "created", "modified", "order"}
        or "geojson" in path[:-1]
        or path[-2:] in {("agendaItem", 0), (0, "meeting")}
        or "invitation" in path[:-1]
        or path[2:4] == ("auxiliaryFile", 0)
        or (isinstance(path[-1], int) and path[-2] == "keyword")
        or "participant" in path[:-1]
        or "persons" in path[:-1]
        or "membership" in path[:-1]
    )


def is_as_without(path: tuple[Any, ...]) -> bool:
    """Tell whether a value says what holds without its key, or stands in what is told as a whole."""
    return at(PAGE, path) in (True, [], "eingeladen") or path[-1] == "cancelled" or path[:2] == ("data", 3)


HELD_OR_TOLD = [
    path for path in nodes(PAGE) if len(path) > 1 and not is_of_the_object(path) and not is_as_without(path)
] + [("data", 5, "deleted")]


@pytest.mark.parametrize("path", HELD_OR_TOLD, ids=str)
def test_no_key_is_lost_in_silence(path: tuple[Any, ...]) -> None:
    """Without a key either a record is another one, or there is less to tell."""
    assert from_oparl(without(path)) != from_oparl(PAGE)


_JSON: st.SearchStrategy[Any] = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=8,
)
_ODD = st.one_of(
    _JSON,
    st.sampled_from(
        [PERSON, "", " x\t\n\n y ", "e\u0301", "ｶﾞ", "福\ufa1b祉", "\ud83d", "x\x00", f"{HOST}/organization/1"]
    ),
    st.sampled_from(["2026-02-30T25:00:00+01:00", "0001-01-01T00:00:00+00:53", "9999-12-31T23:59:59+01:00"]),
    st.sampled_from(["2026-03-29T02:30:00+01:00", "2026-10-25T02:30:00+01:00", "2026-12-08T17:00:00+01:00"]),
    st.sampled_from([-1, 0, 2**31, 10**400, "durchgeführt", "nicht beschlossen", "99999999999", "https://x/ y"]),
    st.sampled_from([MEETING, RAT, TOWN_HALL, [MEETING], [RAT, RAT], AGENDA, PLAN, {"deleted": True}]),
)
_PATHS = [*nodes(PAGE)]


@st.composite
def documents(draw: st.DrawFn) -> dict[str, Any]:
    """Draw a page in which some values are anything."""
    changed = copy.deepcopy(PAGE)
    for path in draw(st.lists(st.sampled_from(_PATHS), min_size=1, max_size=4)):
        try:
            at(changed, path[:-1])[path[-1]] = copy.deepcopy(draw(_ODD))
        except (KeyError, IndexError, TypeError):
            continue  # what stood there was changed before
    return changed


def read(document: Any) -> OParlRecords | LoadError:  # noqa: ANN401
    try:
        return from_oparl(document, organizations=[COUNCIL])
    except LoadError as error:
        return error


def check(found: OParlRecords | LoadError) -> None:
    """Check what holds for whatever was read or refused."""
    if isinstance(found, LoadError):
        assert found.problems
        return
    for meeting in found.meetings:
        assert csegroup.json.loads(csegroup.json.dumps(meeting), Meeting) == meeting
    for problem in found.left_out:
        assert problem.code
        assert re.search(r"^[a-z]", problem.message)


@given(document=_JSON)
def test_any_json_is_read_or_refused(document: Any) -> None:  # noqa: ANN401
    for given_as in (document, json.dumps(document), json.dumps(document, ensure_ascii=False).encode()):
        check(read(given_as))


@given(document=documents())
def test_any_change_to_a_good_document_is_read_or_refused(document: dict[str, Any]) -> None:
    check(read(document))


def test_no_person_is_in_what_is_read_or_told() -> None:
    assert PERSON in str(PAGE)
    records = from_oparl(PAGE)
    assert PERSON not in repr(records)
    assert "erika" not in repr(records)


@pytest.mark.parametrize(
    ("document", "wanted"),
    [
        (b"\xff", [("", "encoding")]),
        ("{", [("", "syntax")]),
        ("\ufeff{}", [("", "syntax")]),
        ('{"a": NaN}', [("", "number")]),
        (f'{{"a": {"9" * 5000}}}', [("", "number")]),
        ('{"a": 1, "a": 2}', [("", "duplicate_key")]),
        ("[" * 3_000_000, [("", "depth")]),
        (b" " * (16 * 1024 * 1024 + 1), [("", "size")]),
        ("1.5", [("", "type")]),
        ("[[]]", [("[0]", "type")]),
        ({}, [("type", "tag"), ("id", "url")]),
        ({"data": 5}, [("type", "tag"), ("id", "url")]),
        ({"data": [MEETING, None, {}]}, [("data[1]", "type"), ("data[2].type", "tag"), ("data[2].id", "url")]),
        ({"type": "https://schema.oparl.org/1.1/Cat", "id": "ftp://x"}, [("type", "tag"), ("id", "url")]),
        ({"type": ["https://schema.oparl.org/1.1/Meeting"], "id": 5}, [("type", "tag"), ("id", "url")]),
    ],
    ids=str,
)  # fmt: skip
def test_what_is_no_oparl_is_refused_with_all_that_is_wrong(document: Any, wanted: list[tuple[str, str]]) -> None:  # noqa: ANN401
    assert problems(document) == wanted


def test_an_empty_list_and_objects_of_1_0_are_fine() -> None:
    assert from_oparl("[]") == from_oparl({"data": [], "links": {"next": 5}}) == OParlRecords()
    assert from_oparl({"data": [], "links": []}) == OParlRecords()
    old = RAT | {"type": "https://schema.oparl.org/1.0/Organization"}
    assert from_oparl(old).organizations[0].name == {"de": "Stadtrat"}


@pytest.mark.parametrize("kind", ["LegislativeTerm", "Person", "Membership", "Paper", "Consultation", "File"])
def test_an_object_that_no_record_holds_is_told_as_such(kind: str) -> None:
    [problem] = from_oparl(an(kind, 1, name=PERSON)).left_out
    assert str(problem) == f"is a {kind}, which no record holds"


def test_the_language_and_the_zone_are_those_of_the_arguments() -> None:
    records = from_oparl(
        a_meeting(name="会議", start="2026-12-08T17:00:00+09:00"),
        organizations=[COUNCIL],
        language="ja",
        time_zone=TOKYO,
    )
    assert records.meetings[0].title == LocalizedText({"ja": "会議"})
    assert records.meetings[0].start == dt.datetime(2026, 12, 8, 17, tzinfo=TOKYO)
    wrong: Any
    for wrong in ({"language": "DE"}, {"time_zone": dt.timezone.utc}, {"body": "x"}):
        with pytest.raises(InvalidValue):
            from_oparl(MEETING, **wrong)


class TestTimes:
    """Hours are those of the zone."""

    @pytest.mark.parametrize(
        "written", ["2026-12-08T17:00:00+00:00", "2026-12-08T16:00:00Z", "2026-07-01T17:00:00+01:00"]
    )
    def test_another_offset_leaves_the_day(self, written: str) -> None:
        meeting = meeting_of(start=written, end="2026-12-08T20:00:00+01:00")
        assert (meeting.start, meeting.day) == (None, dt.date.fromisoformat(written[:10]))
        assert told_of_meeting(start=written, end="2026-12-08T20:00:00+01:00") == [
            ("start", "offset"),
            ("end", "left_out"),
        ]

    def test_utc_is_a_zone_like_others(self) -> None:
        zone = ZoneInfo("UTC")
        records = from_oparl(a_meeting(start="2026-12-08T16:00:00Z"), organizations=[COUNCIL], time_zone=zone)
        assert records.meetings[0].start == dt.datetime(2026, 12, 8, 16, tzinfo=zone)

    @pytest.mark.parametrize(("offset", "fold"), [("+02:00", 0), ("+01:00", 1)])
    def test_the_offset_tells_which_of_two_hours_in_autumn_it_is(self, offset: str, fold: int) -> None:
        start = meeting_of(start=f"2026-10-25T02:30:00{offset}").start
        assert start is not None
        assert (start.fold, start.isoformat()) == (fold, f"2026-10-25T02:30:00{offset}")

    def test_an_hour_that_is_skipped_leaves_the_day(self) -> None:
        times = {"start": "2026-03-29T02:30:00+01:00", "end": "2026-03-29T04:00:00+02:00"}
        assert meeting_of(**times).day == dt.date(2026, 3, 29)
        assert told_of_meeting(**times) == [("start", "skipped"), ("end", "excluded")]

    def test_an_end_of_another_offset_or_before_the_start_is_left_open(self) -> None:
        start = "2026-12-08T17:00:00+01:00"
        for end, code in (("2026-12-08T20:00:00+02:00", "offset"), ("2026-12-08T16:00:00+01:00", "order")):
            assert meeting_of(start=start, end=end).end is None
            assert told_of_meeting(start=start, end=end) == [("end", code)]

    @pytest.mark.parametrize(
        "written", ["2026-12-08", "8.12.2026 17 Uhr", "2026-02-30T17:00:00+01:00", "0000-01-01T00:00:00Z"]
    )
    def test_what_is_no_time_leaves_the_date_undecided(self, written: str) -> None:
        assert meeting_of(start=written).local_date is None
        assert told_of_meeting(start=written) == [("start", "time")]
        assert told_of_meeting(start=5) == [("start", "type")]


class TestStatus:
    """A meeting is in the state that OParl says."""

    @pytest.mark.parametrize(
        ("fields", "status"),
        [
            ({}, MeetingStatus.ANNOUNCED),
            ({"meetingState": "terminiert"}, MeetingStatus.TENTATIVE),
            ({"meetingState": " Eingeladen"}, MeetingStatus.ANNOUNCED),
            ({"meetingState": "Durchgeführt", "cancelled": False}, MeetingStatus.HELD),
            ({"meetingState": "durchgeführt", "cancelled": True}, MeetingStatus.CANCELLED),
        ],
    )
    def test_a_usual_state_is_read(self, fields: dict[str, Any], status: MeetingStatus) -> None:
        fields |= {"start": "2026-12-08T17:00:00+01:00"}
        assert meeting_of(**fields).status is status
        assert told_of_meeting(**fields) == []

    def test_another_state_is_told_and_announced(self) -> None:
        for fields in ({"meetingState": "verschoben"}, {"meetingState": "durchgeführt"}):
            assert meeting_of(**fields).status is MeetingStatus.ANNOUNCED
            assert told_of_meeting(**fields) == [("meetingState", "status")]
        assert told_of_meeting(cancelled="nein") == [("cancelled", "type")]


class TestOrganizations:
    """Meetings and organizations refer to each other by address."""

    def test_a_joint_meeting_has_its_leading_organization_first(self) -> None:
        both = [f"{HOST}/organization/2", f"{HOST}/organization/1", f"{HOST}/organization/2"]
        records = from_oparl([RAT, BUILDING, an("Meeting", 1, organization=both)])
        [meeting] = records.meetings
        assert [one.name["de"] for one in (meeting.body, *meeting.jointly_with)] == ["Bauausschuss", "Stadtrat"]

    def test_an_unknown_one_is_told_and_body_stands_for_it(self) -> None:
        meeting = a_meeting()
        assert from_oparl(meeting).meetings == ()
        assert told(meeting) == [("organization[0]", "left_out"), ("", "left_out")]
        assert from_oparl(meeting, body=COUNCIL).meetings[0].body == COUNCIL
        assert told(meeting, body=COUNCIL) == [("organization[0]", "left_out")]
        assert from_oparl(an("Meeting", 1), body=COUNCIL).meetings[0].body == COUNCIL
        with pytest.raises(InvalidValue, match="a body that meets needs an id"):
            from_oparl(meeting, body=attrs.evolve(COUNCIL, id=None))

    def test_one_that_stands_inside_of_a_meeting_is_read_once(self) -> None:
        inside = an("Meeting", 1, organization=[RAT, 5, {"name": "x"}, BUILDING | {"deleted": True}])
        records = from_oparl([inside, inside | {"id": f"{HOST}/meeting/2"}])
        assert [one.name["de"] for one in records.organizations] == ["Stadtrat"]
        assert [one.body for one in records.meetings] == [*records.organizations] * 2
        assert ("[0].organization[2].id", "url") in told([inside])
        assert ("[0].organization[1]", "left_out") in told([inside])

    def test_one_that_stands_twice_is_told(self) -> None:
        assert ("[1]", "twice") in told([RAT, RAT])

    def test_those_inside_of_a_system_are_read(self) -> None:
        body = BODY | {"organization": [RAT, {"name": "x"}, 5], "meeting": [MEETING]}
        records = from_oparl(an("System", 1, oparlVersion="https://schema.oparl.org/1.1/", body=[body]))
        assert [one.name["de"] for one in records.organizations] == ["Stadt Beispielstadt", "Stadtrat"]
        assert records.meetings[0].body == records.organizations[1]
        paths = [one.path for one in records.left_out]
        assert {"oparlVersion", "body[0].organization[1].id", "body[0].organization[2]"} <= {*paths}

    def test_one_without_a_name_is_left_out(self) -> None:
        assert from_oparl(an("Organization", 1)).organizations == ()
        assert told(an("Organization", 1)) == [("name", "missing")]

    def test_an_address_that_is_none_is_left_out(self) -> None:
        for url in ("www.example.org", "https://erika:secret@example.org/"):
            [problem] = from_oparl(an("Organization", 1, name="Stadtrat", website=url)).left_out
            assert (problem.path, problem.code) == ("website", "url")
            assert url not in problem.message

    def test_the_parent_may_come_from_before(self) -> None:
        [building] = from_oparl(BUILDING, organizations=[COUNCIL]).organizations
        assert building.parent == COUNCIL
        assert ("subOrganizationOf", "left_out") in told(BUILDING)

    def test_a_circle_and_a_long_line_are_cut(self) -> None:
        line = [
            an("Organization", i, name=f"Nr. {i}", subOrganizationOf=f"{HOST}/organization/{i + 1}") for i in range(12)
        ]
        records = from_oparl(line, organizations=[attrs.evolve(COUNCIL, id="oparl.example.org/organization/12")])
        assert [len(one.lineage) for one in records.organizations] == [9, 9, 9, 9, 9, 8, 7, 6, 5, 4, 3, 2]
        assert [one.path for one in records.left_out] == [f"[{i}].subOrganizationOf" for i in range(4)]
        circle = [RAT | {"subOrganizationOf": BUILDING["id"], "body": None}, BUILDING]
        assert [len(one.lineage) for one in from_oparl(circle).organizations] == [2, 2]
        assert ("[0].subOrganizationOf", "depth") in told(circle)

    @pytest.mark.parametrize(
        "address", [f"{HOST}/oparl?id=1", f"{HOST}/Meeting/1/", "http://oparl.example.org:8080/m/1"]
    )
    def test_an_address_that_is_no_id_gives_one_that_stays(self, address: str) -> None:
        [meeting] = from_oparl(a_meeting() | {"id": address}, body=COUNCIL).meetings
        assert re.fullmatch(r"oparl/[0-9a-f-]{36}", meeting.id)
        assert from_oparl(a_meeting() | {"id": address}, body=COUNCIL).meetings == (meeting,)


class TestPlaces:
    """A location is a venue, where it has a name."""

    def test_the_best_of_its_texts_is_the_name(self) -> None:
        street = PostalAddress(country="DE", street={"de": "Marktplatz 1"})
        town = PostalAddress(country="DE", locality={"de": "Beispielstadt"})
        for fields, venue in (
            ({"description": "Rathaus\r\nMarktplatz 1"}, Venue(name={"de": "Rathaus Marktplatz 1"})),
            ({"room": "Saal", "streetAddress": "Marktplatz 1"}, Venue(name={"de": "Saal"}, postal_address=street)),
            ({"streetAddress": "Marktplatz 1"}, Venue(name={"de": "Marktplatz 1"}, postal_address=street)),
            ({"locality": "Beispielstadt"}, Venue(name={"de": "Beispielstadt"}, postal_address=town)),
        ):
            assert meeting_of(location=an("Location", 1, **fields)).venues == (venue,)
            assert from_oparl(an("Location", 1, **fields)).venues == (venue,)

    def test_one_without_a_text_is_told(self) -> None:
        assert from_oparl(an("Location", 1, postalCode="12345")).venues == ()
        assert told(an("Location", 1, postalCode="12345")) == [("postalCode", "left_out"), ("description", "missing")]
        assert told_of_meeting(location=f"{HOST}/location/1") == [("location", "type")]
        assert meeting_of(location={"deleted": True}).venues == ()

    @pytest.mark.parametrize("key", ["description", "room"])
    def test_a_link_is_left_out_since_it_may_let_a_person_in(self, key: str) -> None:
        location = an("Location", 1, **{key: "Zoom: https://meet.example.org/j/secret-7"})
        assert meeting_of(location=location).venues == (OnlineVenue(),)
        [problem] = from_oparl(location).left_out
        assert (problem.path, problem.code) == (key, "left_out")
        assert "secret" not in repr(from_oparl(location))


class TestItems:
    """An agenda item is a motion where something was decided."""

    @pytest.mark.parametrize(
        ("result", "outcome", "report"),
        [
            ("beschlossen", Outcome.APPROVED, None),
            ("Einstimmig beschlossen", Outcome.APPROVED, {"de": "Einstimmig beschlossen"}),
            ("abgelehnt", Outcome.REJECTED, None),
            ("Vertagt", Outcome.CONTINUED, None),
        ],
    )
    def test_a_usual_result_is_an_outcome(self, result: str, outcome: Outcome, report: dict[str, str] | None) -> None:
        [item] = from_oparl(an("AgendaItem", 1, order=0, name="Brücke", result=result)).items
        assert item == Motion(title={"de": "Brücke"}, outcome=outcome, report=report)

    @pytest.mark.parametrize(
        "result", ["zur Kenntnis genommen", "nicht beschlossen", "nicht abgelehnt", "Siehe Anlage"]
    )
    def test_another_result_is_a_report(self, result: str) -> None:
        [item] = from_oparl(an("AgendaItem", 1, order=0, name="Brücke", result=result)).items
        assert item == Discussion(title={"de": "Brücke"}, report={"de": result})

    def test_one_without_a_name_keeps_its_result_as_a_report(self) -> None:
        item = an("AgendaItem", 1, order=0, result="beschlossen", resolutionText="Ja.")
        assert from_oparl(item).items == (Discussion(report={"de": "beschlossen"}),)
        assert told(item) == [("resolutionText", "left_out")]

    def test_one_that_is_alone_tells_its_meeting(self) -> None:
        assert told(AGENDA[0]) == [("meeting", "left_out")]

    def test_what_is_not_public_is_seen_by_those_who_attend_alone(self) -> None:
        meeting = meeting_of(agendaItem=[an("AgendaItem", 1, order=0, name="Grundstücke", public=False)])
        assert len(meeting.program) == 1
        assert meeting.seen_by(None).program == ()
        assert meeting.seen_by(AttendeeKind.OTHER).program == meeting.program

    def test_numbers_that_do_not_rise_are_left_out(self) -> None:
        numbers = ["3", "Ö 4", "3", "2.1", "5."]
        agenda = [an("AgendaItem", i, order=i, name="Punkt", number=number) for i, number in enumerate(numbers)]
        assert [one.agenda_number for one in meeting_of(agendaItem=agenda).program] == [3, None, None, None, 5]  # type: ignore[union-attr]
        assert told_of_meeting(agendaItem=agenda) == [(f"agendaItem[{i}].number", "left_out") for i in (1, 2, 3)]
        assert told_of_meeting(agendaItem=[AGENDA[0] | {"number": 1}]) == [("agendaItem[0].number", "type")]

    def test_a_deleted_one_and_what_is_none_are_left_out(self) -> None:
        records = from_oparl(a_meeting(agendaItem=[AGENDA[0] | {"deleted": True}, 5]), organizations=[COUNCIL])
        assert records.deleted == ("oparl.example.org/agendaitem/1",)
        assert [one.path for one in records.left_out] == ["agendaItem[1]"]
        assert records.meetings[0].program == ()

    def test_a_file_has_what_can_be_printed(self) -> None:
        files = [
            {"fileName": "plan.pdf", "downloadUrl": f"{HOST}/2.pdf", "size": 1},
            {"name": "Plan", "mimeType": "PDF von Erika", "size": 0},
            {"accessUrl": f"{HOST}/3.pdf"},
            {"name": "Liste", "size": True},
        ]
        [item] = from_oparl(an("AgendaItem", 1, order=0, auxiliaryFile=files)).items
        assert item == Discussion(
            materials=[
                Material(title={"de": "plan.pdf"}, url=f"{HOST}/2.pdf", kilobytes=1),
                Material(title={"de": "Plan"}),
                Material(title={"de": "Liste"}),
            ]
        )
        left_out = from_oparl(an("AgendaItem", 1, order=0, auxiliaryFile=files)).left_out
        assert [(one.path.removeprefix("auxiliaryFile"), one.code) for one in left_out] == [
            ("[1].mimeType", "form"),
            ("[1].size", "range"),
            ("[2].name", "missing"),
            ("[3].size", "type"),
        ]
        assert "Erika" not in str(left_out)

    def test_a_text_is_kept_as_the_model_takes_it(self) -> None:
        for written, kept, code in (
            (" Neubau\tder\r\n\nBru\u0308cke ", {"de": "Neubau der Brücke"}, "repaired"),
            ("福\ufa1b祉 𠮷 ｶﾞ", {"de": "福\ufa1b祉 𠮷 ｶﾞ"}, None),
            ("x\x00y", None, "character"),
            (" \n", None, None),
        ):
            item = an("AgendaItem", 1, order=0, name=written)
            assert from_oparl(item).items == (Discussion(title=kept),)
            assert [one for _, one in told(item)] == ([code] if code else [])
