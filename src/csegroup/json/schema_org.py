"""A meeting as an Event of schema.org, for search engines that read the JSON-LD of a page."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import attrs

from csegroup.errors import InvalidValue, NotScheduled
from csegroup.fields import an_instance, each, tuple_of
from csegroup.meetings import Meeting, MeetingStatus
from csegroup.organizations import Contact, Organization
from csegroup.places import OnlineVenue, PostalAddress, Venue
from csegroup.program import Session, SessionItem
from csegroup.text import LocalizedText
from csegroup.wording.locales import words_for
from csegroup.wording.names import of_organization
from csegroup.wording.phrases import plain
from csegroup.wording.places import of_places
from csegroup.wording.titles import title_of
from csegroup.wording.words import Words

__all__ = ["to_schema_org", "to_script"]

_ENUMERATIONS = "https://schema.org/"
# What would end a script in HTML, or a line in JavaScript of old.
_IN_A_SCRIPT = str.maketrans({mark: f"\\u{ord(mark):04x}" for mark in "<>&\u2028\u2029"})


def to_schema_org(
    meeting: Meeting, *, locale: str, previous: Meeting | Iterable[Meeting] | None = None
) -> dict[str, Any]:
    """Give a meeting as a schema.org Event in JSON-LD, in the form that search engines read.

    Each text is a plain string in the language of `locale`, or in the nearest there is; make one for the page of each
    language. `previous` is the meeting as it was last published, or every state that was, the first one first: where
    one had another date, the event is rescheduled from the last such date, and an undecided one is postponed from it.
    A meeting held is scheduled, and so is a tentative one, for which schema.org has no word. `inLanguage` is what is
    spoken, where the program says it; the program itself is left out, since its items have no hour of their own. A
    meeting in writing has no location.

    Raises `NotScheduled` where neither has a date, without which no search engine shows an event, and `InvalidValue`.

    >>> from csegroup.example import MEETING
    >>> event = to_schema_org(MEETING, locale="en")
    >>> event["startDate"], event["location"]
    ('2022-02-08T14:00:00+09:00', {'@type': 'VirtualLocation'})
    """
    words = words_for(locale)
    before = _last_other_date(meeting, previous)
    return _given(
        "Event",
        {
            "@context": "https://schema.org",
            "identifier": meeting.id,
            "name": plain(title_of(meeting, words)),
            "description": "\n\n".join(_said(text, words) for text in (meeting.notice, meeting.aim) if text),
            **_dates(meeting, before),
            **_where(meeting, words),
            "organizer": _one_or_list([*_organizers(meeting, words)]),
            "inLanguage": _one_or_list(list(dict.fromkeys(_spoken(meeting)))),
            "url": meeting.url,
        },
    )


def to_script(document: Mapping[str, Any]) -> str:
    r"""Write JSON-LD as a `<script>` of an HTML page, which no text in it can end.

    The type is `application/ld+json`, which no browser runs and no Content-Security-Policy stops.

    >>> to_script({"name": "</script>"})
    '<script type="application/ld+json">{"name":"\\u003c/script\\u003e"}</script>'
    """
    written = json.dumps(document, ensure_ascii=False, separators=(",", ":")).translate(_IN_A_SCRIPT)
    return f'<script type="application/ld+json">{written}</script>'


def _given(kind: str, properties: Mapping[str, Any]) -> dict[str, Any]:
    """Make a node, its context and type first, without what is not known."""
    head = {"@context": properties.get("@context"), "@type": kind}
    return {name: value for name, value in (head | dict(properties)).items() if value}


def _one_or_list(values: list[Any]) -> Any:  # noqa: ANN401 - JSON of any kind
    return values[0] if len(values) == 1 else values


def _said(text: LocalizedText | None, words: Words) -> str:
    return text.best(words.locale)[1] if text else ""


def _last_other_date(meeting: Meeting, previous: Meeting | Iterable[Meeting] | None) -> Meeting | None:
    """Give the last of some states of a meeting that has another date."""
    states = (previous,) if isinstance(previous, Meeting) else tuple_of(() if previous is None else previous)
    each(an_instance(Meeting))("previous", states)
    if any(one.id != meeting.id for one in states):
        raise InvalidValue("excluded", "previous", f"is another meeting than {meeting.id}; give its own earlier state")
    dated = (one for one in reversed(states) if one.local_date)
    return next((one for one in dated if meeting.local_date is None or _differ(one, meeting)), None)


def _dates(meeting: Meeting, before: Meeting | None) -> dict[str, Any]:
    """Say when, and whether; an event without a new date keeps the old one, by which search engines know it."""
    dated = meeting if meeting.local_date else before
    if dated is None:
        raise NotScheduled([meeting.id])
    moved_from = before if dated is meeting else None
    if meeting.status is MeetingStatus.CANCELLED:
        status, moved_from = "EventCancelled", None
    elif dated is not meeting:
        status = "EventPostponed"
    else:
        status = "EventRescheduled" if moved_from else "EventScheduled"
    return {
        "eventStatus": _ENUMERATIONS + status,
        "previousStartDate": _iso(moved_from.start or moved_from.day) if moved_from else None,
        "startDate": _iso(dated.start or dated.day),
        "endDate": _iso(dated.end),
    }


def _differ(before: Meeting, now: Meeting) -> bool:
    """Tell whether a meeting was moved, and not only given the hour of its day."""
    if before.start and now.start:
        return before.start.astimezone(dt.timezone.utc) != now.start.astimezone(dt.timezone.utc)
    return before.local_date != now.local_date


def _iso(moment: dt.date | None) -> str | None:
    return moment.isoformat() if moment else None


def _where(meeting: Meeting, words: Words) -> dict[str, Any]:
    locations = []
    for venue in meeting.venues:
        if isinstance(venue, Venue):
            locations.append(_place(venue, words))
        elif isinstance(venue, OnlineVenue):
            name, url = _said(venue.name, words), venue.url or meeting.url
            locations.append(_given("VirtualLocation", {"name": name, "url": url}))
    kinds = {location["@type"] for location in locations}
    mode = "Mixed" if len(kinds) > 1 else "Offline" if "Place" in kinds else "Online"
    return {
        "eventAttendanceMode": f"{_ENUMERATIONS}{mode}EventAttendanceMode" if kinds else None,
        "location": _one_or_list(locations),
    }


def _place(venue: Venue, words: Words) -> dict[str, Any]:
    [name] = of_places([attrs.evolve(venue, postal_address=None)], words)
    address = venue.postal_address
    return _given("Place", {"name": plain(name), "address": _address(address, words) if address else None})


def _address(address: PostalAddress, words: Words) -> dict[str, Any]:
    return _given(
        "PostalAddress",
        {
            "streetAddress": _said(address.street, words),
            "addressLocality": _said(address.locality, words),
            "addressRegion": _said(address.region, words),
            "postalCode": address.postal_code,
            "addressCountry": address.country,
        },
    )


def _organizers(meeting: Meeting, words: Words) -> Iterator[dict[str, Any]]:
    yield _organizer(meeting.body, words, meeting.contact)
    for body in meeting.jointly_with:
        yield _organizer(body, words, None)


def _organizer(body: Organization, words: Words, contact: Contact | None) -> dict[str, Any]:
    name = plain((of_organization(body, words),))
    return _given("Organization", {"name": name, "url": body.url, "contactPoint": _contact(contact, words)})


def _contact(contact: Contact | None, words: Words) -> dict[str, Any] | None:
    if contact is None:
        return None
    return _given(
        "ContactPoint",
        {
            "name": _said(contact.name, words),
            "telephone": contact.telephone,
            "email": contact.email,
            "url": contact.url,
        },
    )


def _spoken(meeting: Meeting) -> Iterator[str]:
    """Give the languages of what is open to the public."""
    for item in meeting.seen_by(None).program:
        inside: tuple[SessionItem, ...] = item.items if isinstance(item, Session) else (item,)
        for one in inside:
            yield from one.languages
