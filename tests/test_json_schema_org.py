"""Meetings as events of schema.org: the terms are right, a JSON-LD processor reads them, and nothing closed is told."""

from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from typing import Any
from zoneinfo import ZoneInfo

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyld import jsonld  # type: ignore[import-untyped]

import strategies as strategy
from csegroup import (
    AttendeeKind,
    Contact,
    Discussion,
    InvalidValue,
    InWriting,
    Meeting,
    MeetingStatus,
    NotScheduled,
    OnlineVenue,
    Organization,
    PostalAddress,
    Session,
    Venue,
    format_title,
)
from csegroup.example import MEETING
from csegroup.json.schema_org import to_schema_org, to_script

SCHEMA = "https://schema.org/"
TOKYO, NEW_YORK = ZoneInfo("Asia/Tokyo"), ZoneInfo("America/New_York")
START = dt.datetime(2026, 12, 8, 14, tzinfo=TOKYO)
BODY = Organization(id="jp/example", name={"ja": "専門家会合", "en": "Specialist Group Meeting"})
OTHER = Organization(id="jp/other", name={"ja": "𠮷野福\ufa1b祉会"}, url="https://other.example.jp/")
HALL = Venue(
    name={"ja": "警察総合庁舎", "en": "Police Building"},
    room={"ja": "大会議室", "en": "Hall"},
    postal_address=PostalAddress(
        postal_code="100-8974",
        region={"ja": "東京都", "en": "Tokyo"},
        locality={"ja": "千代田区", "en": "Chiyoda-ku"},
        street={"ja": "霞が関2-1-2"},
    ),
)
LIVE = OnlineVenue(name={"ja": "中継"}, url="https://www.example.go.jp/live")
PLANNED = Meeting(
    id="jp/example/7", body=BODY, number=7, status=MeetingStatus.ANNOUNCED, start=START, end=START.replace(hour=16)
)
# The terms that are used, on which type they stand, and what schema.org expects as their values.
TERMS: dict[str, dict[str, set[str]]] = {
    "Event": {
        "identifier": {"Text"},
        "name": {"Text"},
        "description": {"Text"},
        "url": {"URL"},
        "eventStatus": {"EventStatusType"},
        "eventAttendanceMode": {"EventAttendanceModeEnumeration"},
        "previousStartDate": {"Date"},
        "startDate": {"Date"},
        "endDate": {"Date"},
        "location": {"Place", "VirtualLocation"},
        "organizer": {"Organization"},
        "inLanguage": {"Language"},
    },
    "Place": {"name": {"Text"}, "address": {"PostalAddress"}},
    "VirtualLocation": {"name": {"Text"}, "url": {"URL"}},
    "PostalAddress": {
        "streetAddress": {"Text"},
        "addressLocality": {"Text"},
        "addressRegion": {"Text"},
        "postalCode": {"Text"},
        "addressCountry": {"Country"},
    },
    "Organization": {"name": {"Text"}, "url": {"URL"}, "contactPoint": {"ContactPoint"}},
    "ContactPoint": {"name": {"Text"}, "telephone": {"Text"}, "email": {"Text"}, "url": {"URL"}},
}
FORMS = {
    "Text": r"(?s).+",
    "URL": r"https?://\S+",
    "Date": r"\d{4}-\d\d-\d\d(T\d\d:\d\d:\d\d[+-]\d\d:\d\d)?",
    "EventStatusType": "https://schema.org/Event(Scheduled|Rescheduled|Postponed|Cancelled)",
    "EventAttendanceModeEnumeration": "https://schema.org/(Offline|Online|Mixed)EventAttendanceMode",
    "Language": "[A-Za-z0-9-]+",
    "Country": "[A-Z]{2}",
}
_ADDRESSES = {term: {"@type": "@id"} for term in ("url", "eventStatus", "eventAttendanceMode")}
CONTEXT = {"@context": {"@vocab": SCHEMA, **_ADDRESSES}}
DATED = strategy.meetings().filter(lambda meeting: meeting.local_date)


def expanded(event: dict[str, Any]) -> dict[str, Any]:
    """Read JSON-LD with a processor, whose context is not fetched."""

    def load(url: str, _: object) -> dict[str, Any]:
        assert url.rstrip("/") == SCHEMA.rstrip("/")
        return {"contextUrl": None, "documentUrl": url, "document": CONTEXT, "contentType": "application/ld+json"}

    options: Any = {"documentLoader": load}
    [node] = jsonld.expand(event, options)
    return dict(node)


def check_node(node: dict[str, Any]) -> None:
    """Check an expanded node: its type, its terms, and the values of each."""
    [kind] = node["@type"]
    for iri, values in node.items():
        if iri != "@type":
            assert iri.startswith(SCHEMA)
            wanted = TERMS[kind.removeprefix(SCHEMA)][iri.removeprefix(SCHEMA)]
            for value in values:
                check_value(value, wanted)


def check_value(value: dict[str, Any], wanted: set[str]) -> None:
    if "@type" in value:
        assert value["@type"][0].removeprefix(SCHEMA) in wanted
        check_node(value)
    else:
        [form] = wanted
        assert re.fullmatch(FORMS[form], value.get("@id") or value["@value"])


def texts_in(value: object) -> Iterator[str]:
    match value:
        case dict():
            for inner in value.values():
                yield from texts_in(inner)
        case list():
            for inner in value:
                yield from texts_in(inner)
        case _:
            yield str(value)


@given(meeting=DATED, locale=st.sampled_from(["ja", "en", "en-GB", "ja-JP-u-ca-gregory"]))
def test_every_meeting_is_an_event_that_a_json_ld_processor_reads(meeting: Meeting, locale: str) -> None:
    event = to_schema_org(meeting, locale=locale)
    node = expanded(json.loads(json.dumps(event)))
    check_node(node)
    terms = {iri.removeprefix(SCHEMA) for iri in node} - {"@type"}
    assert terms == event.keys() - {"@context", "@type"}
    assert {"name", "startDate", "eventStatus", "organizer", "identifier"} <= terms


@given(meeting=DATED)
def test_what_is_closed_to_the_public_is_not_told(meeting: Meeting) -> None:
    assert to_schema_org(meeting, locale="ja") == to_schema_org(meeting.seen_by(None), locale="ja")


@given(meeting=DATED)
def test_a_start_with_an_hour_is_the_same_moment_and_a_day_is_a_day(meeting: Meeting) -> None:
    event = to_schema_org(meeting, locale="en")
    for name, moment in (("startDate", meeting.start), ("endDate", meeting.end)):
        if moment:
            assert dt.datetime.fromisoformat(event[name]) == moment.astimezone(dt.timezone.utc)
    if meeting.day:
        assert event["startDate"] == meeting.day.isoformat()
        assert "endDate" not in event


@given(now=strategy.meetings(), before=strategy.meetings())
def test_any_two_states_give_an_event_or_tell_that_there_is_no_date(now: Meeting, before: Meeting) -> None:
    before = attrs.evolve(before, id=now.id)
    if now.local_date is None and before.local_date is None:
        with pytest.raises(NotScheduled):
            to_schema_org(now, locale="ja", previous=before)
        return
    event = to_schema_org(now, locale="ja", previous=before)
    check_node(expanded(event))
    status = event["eventStatus"].removeprefix(SCHEMA)
    # Google takes previousStartDate with this status alone.
    assert ("previousStartDate" in event) == (status == "EventRescheduled")
    assert (status == "EventCancelled") == (now.status is MeetingStatus.CANCELLED)
    assert (status == "EventPostponed") <= (now.local_date is None)


def test_a_hybrid_meeting_has_both_places_in_the_order_of_the_record() -> None:
    event = to_schema_org(attrs.evolve(PLANNED, venues=[HALL, LIVE]), locale="ja")
    assert event == {
        "@context": "https://schema.org",
        "@type": "Event",
        "identifier": "jp/example/7",
        "name": "第7回専門家会合",
        "eventStatus": "https://schema.org/EventScheduled",
        "startDate": "2026-12-08T14:00:00+09:00",
        "endDate": "2026-12-08T16:00:00+09:00",
        "eventAttendanceMode": "https://schema.org/MixedEventAttendanceMode",
        "location": [
            {
                "@type": "Place",
                "name": "警察総合庁舎大会議室",
                "address": {
                    "@type": "PostalAddress",
                    "streetAddress": "霞が関2-1-2",
                    "addressLocality": "千代田区",
                    "addressRegion": "東京都",
                    "postalCode": "100-8974",
                    "addressCountry": "JP",
                },
            },
            {"@type": "VirtualLocation", "name": "中継", "url": "https://www.example.go.jp/live"},
        ],
        "organizer": {"@type": "Organization", "name": "専門家会合"},
    }


@pytest.mark.parametrize(
    ("venues", "mode", "kinds"),
    [
        ([HALL], "Offline", ["Place"]),
        ([HALL, Venue(name={"en": "Annex"})], "Offline", ["Place", "Place"]),
        ([LIVE], "Online", ["VirtualLocation"]),
        ([LIVE, HALL], "Mixed", ["VirtualLocation", "Place"]),
    ],
)
def test_the_mode_follows_from_the_places(venues: list[Any], mode: str, kinds: list[str]) -> None:
    event = to_schema_org(attrs.evolve(PLANNED, venues=venues), locale="en")
    assert event["eventAttendanceMode"] == f"{SCHEMA}{mode}EventAttendanceMode"
    places = event["location"] if isinstance(event["location"], list) else [event["location"]]
    assert [place["@type"] for place in places] == kinds


def test_a_meeting_in_writing_or_at_no_place_yet_has_no_location() -> None:
    in_writing = Meeting(id="jp/example/8", body=BODY, day=dt.date(2026, 12, 8), venues=[InWriting()])
    for meeting in (in_writing, PLANNED):
        assert not to_schema_org(meeting, locale="en").keys() & {"location", "eventAttendanceMode"}


def test_the_page_of_a_meeting_stands_for_that_of_its_stream() -> None:
    meeting = attrs.evolve(PLANNED, venues=[OnlineVenue()], url="https://www.example.go.jp/7")
    event = to_schema_org(meeting, locale="en")
    assert event["location"] == {"@type": "VirtualLocation", "url": "https://www.example.go.jp/7"}
    assert event["url"] == "https://www.example.go.jp/7"


def test_an_undecided_meeting_is_refused_or_postponed_from_its_old_date() -> None:
    undecided = PLANNED.postponed(reason={"en": "The venue is closed."})
    with pytest.raises(NotScheduled, match="jp/example/7"):
        to_schema_org(undecided, locale="en")
    with pytest.raises(NotScheduled):
        to_schema_org(undecided, locale="en", previous=undecided)
    event = to_schema_org(undecided, locale="en", previous=PLANNED)
    assert event["eventStatus"] == f"{SCHEMA}EventPostponed"
    assert (event["startDate"], event["endDate"]) == ("2026-12-08T14:00:00+09:00", "2026-12-08T16:00:00+09:00")
    assert event["description"] == "The venue is closed."


def test_a_meeting_that_was_moved_tells_its_old_start() -> None:
    moved = PLANNED.rescheduled(day=dt.date(2027, 1, 12))
    event = to_schema_org(moved, locale="ja", previous=PLANNED)
    assert event["eventStatus"] == f"{SCHEMA}EventRescheduled"
    assert (event["previousStartDate"], event["startDate"]) == ("2026-12-08T14:00:00+09:00", "2027-01-12")
    assert to_schema_org(moved.held(), locale="ja", previous=PLANNED)["eventStatus"] == f"{SCHEMA}EventRescheduled"


@pytest.mark.parametrize(
    "before",
    [
        PLANNED,
        attrs.evolve(PLANNED, start=None, end=None, day=dt.date(2026, 12, 8)),
        attrs.evolve(PLANNED, start=START.astimezone(NEW_YORK), end=None),
        PLANNED.postponed(),
    ],
    ids=["the same", "only the day was known", "the same moment elsewhere", "undecided before"],
)
def test_a_meeting_that_was_not_moved_is_scheduled(before: Meeting) -> None:
    for state in (PLANNED, PLANNED.held(), attrs.evolve(PLANNED, status=MeetingStatus.TENTATIVE)):
        event = to_schema_org(state, locale="en", previous=before)
        assert event["eventStatus"] == f"{SCHEMA}EventScheduled"
        assert "previousStartDate" not in event


def test_a_cancelled_meeting_keeps_its_date_and_its_plain_name() -> None:
    cancelled = PLANNED.cancelled(reason={"ja": "中止します。"})
    event = to_schema_org(cancelled, locale="ja", previous=PLANNED)
    assert event["eventStatus"] == f"{SCHEMA}EventCancelled"
    assert (event["name"], event["startDate"]) == ("第7回専門家会合", "2026-12-08T14:00:00+09:00")
    assert event["name"] in format_title(cancelled, locale="ja")
    moved = PLANNED.rescheduled(day=dt.date(2027, 1, 12)).cancelled()
    assert "previousStartDate" not in to_schema_org(moved, locale="ja", previous=PLANNED)
    unsaid = attrs.evolve(cancelled, start=None, end=None)
    assert to_schema_org(unsaid, locale="ja", previous=PLANNED)["eventStatus"] == f"{SCHEMA}EventCancelled"


def test_another_meeting_is_no_previous_state() -> None:
    with pytest.raises(InvalidValue, match="another meeting than jp/example/7") as caught:
        to_schema_org(PLANNED, locale="en", previous=MEETING)
    assert (caught.value.field, caught.value.code) == ("previous", "excluded")


def test_the_texts_are_plain_strings_of_one_language() -> None:
    meeting = attrs.evolve(PLANNED, aim={"ja": "情報の共有", "en": "Sharing"}, notice={"ja": "変更\nあり"})
    assert to_schema_org(meeting, locale="en")["description"] == "変更\nあり\n\nSharing"
    assert to_schema_org(meeting, locale="ja")["description"] == "変更\nあり\n\n情報の共有"
    with pytest.raises(InvalidValue, match="has no words here for 'fr'"):
        to_schema_org(meeting, locale="fr")


def test_who_organizes_are_the_bodies_and_an_office_answers() -> None:
    contact = Contact(name={"ja": "少年課"}, telephone="03-3581-0141", email="office@example.go.jp", url=OTHER.url)
    event = to_schema_org(attrs.evolve(PLANNED, jointly_with=[OTHER], contact=contact), locale="ja")
    assert event["organizer"] == [
        {
            "@type": "Organization",
            "name": "専門家会合",
            "contactPoint": {
                "@type": "ContactPoint",
                "name": "少年課",
                "telephone": "03-3581-0141",
                "email": "office@example.go.jp",
                "url": "https://other.example.jp/",
            },
        },
        {"@type": "Organization", "name": "𠮷野福\ufa1b祉会", "url": "https://other.example.jp/"},
    ]


def test_what_is_spoken_is_that_of_the_open_items() -> None:
    closed = Discussion(audience=[AttendeeKind.GOVERNMENT], languages=["fr"])
    both = Session(title={"en": "Talks"}, items=[Discussion(languages=["ja", "en"]), closed, Discussion()])
    event = to_schema_org(attrs.evolve(PLANNED, program=[Discussion(languages=["ja"]), both]), locale="en")
    assert event["inLanguage"] == ["ja", "en"]
    only = to_schema_org(attrs.evolve(PLANNED, program=[Discussion(languages=["ja"])]), locale="en")
    assert only["inLanguage"] == "ja"


class _Scripts(HTMLParser):
    """Keeps what stands inside of scripts, and counts the tags."""

    def __init__(self) -> None:
        super().__init__()
        self.inside: list[str] = []
        self.tags: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert attrs == [("type", "application/ld+json")]
        self.tags.append(tag)

    def handle_data(self, data: str) -> None:
        self.inside.append(data)


@given(meeting=DATED, hostile=st.sampled_from(["</script><script>x", "<!--<script>", "]]>&amp;", "&lt;/script>"]))
def test_no_text_ends_a_script(meeting: Meeting, hostile: str) -> None:
    event = to_schema_org(attrs.evolve(meeting, title={"und": hostile}), locale="en")
    page = to_script(event)
    assert not set("<>&\u2028\u2029") & set(page.removeprefix('<script type="application/ld+json">')[:-9])
    scripts = _Scripts()
    scripts.feed(page)
    scripts.close()
    assert scripts.tags == ["script"]
    assert json.loads("".join(scripts.inside)) == event


def test_line_separators_of_old_javascript_are_escaped() -> None:
    assert "\\u2028\\u2029" in to_script({"name": "\u2028\u2029"})


def test_a_meeting_that_was_moved_and_changed_again_still_tells_the_date_before() -> None:
    moved = PLANNED.rescheduled(day=dt.date(2027, 1, 12))
    changed = attrs.evolve(moved, sequence=moved.sequence + 1, venues=[])
    for states in ([PLANNED, moved, changed], iter([PLANNED, moved]), (PLANNED, PLANNED.postponed(), changed)):
        event = to_schema_org(changed, locale="en", previous=states)
        assert event["eventStatus"] == f"{SCHEMA}EventRescheduled"
        assert event["previousStartDate"] == "2026-12-08T14:00:00+09:00"
    undecided = changed.postponed()
    event = to_schema_org(undecided, locale="en", previous=[PLANNED, moved, changed, undecided])
    assert (event["eventStatus"], event["startDate"]) == (f"{SCHEMA}EventPostponed", "2027-01-12")
    assert to_schema_org(PLANNED, locale="en", previous=[PLANNED]) == to_schema_org(PLANNED, locale="en")
    with pytest.raises(InvalidValue, match="another meeting"):
        to_schema_org(PLANNED, locale="en", previous=[PLANNED, MEETING])
