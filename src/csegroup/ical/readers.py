"""A mailing as each invitee reads it: the meeting as they may see it, in their language and by their clock."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Any, final
from zoneinfo import ZoneInfo

import attrs

from csegroup.changes.seen import before_as_seen
from csegroup.documents.letters import how_to_join
from csegroup.errors import InvalidValue
from csegroup.ical.addresses import key_of, uri_of
from csegroup.ical.calendars import is_assumed
from csegroup.ical.changes import View
from csegroup.ical.entries import Entry, entry_of
from csegroup.ical.events import organizer_line, span_of
from csegroup.ical.lines import Line, common_name, uri
from csegroup.ical.mailings import BOTH, Invitee, InviteeRole, Mailbox, Mailing
from csegroup.meetings import Meeting
from csegroup.organizations import AttendeeKind
from csegroup.wording.invitations import JOIN_LABEL
from csegroup.wording.locales import words_for
from csegroup.wording.phrases import plain
from csegroup.wording.texts import of_text
from csegroup.wording.words import Words

__all__ = ["Readers", "attendee_line", "languages_of", "organizer_of", "other_clock", "words_of"]

# ROLE of RFC 5545 section 3.2.16. Who only observes is asked for no answer.
_ROLES = {
    InviteeRole.CHAIR: ("CHAIR", "TRUE"),
    InviteeRole.REQUIRED: ("REQ-PARTICIPANT", "TRUE"),
    InviteeRole.OPTIONAL: ("OPT-PARTICIPANT", "TRUE"),
    InviteeRole.OBSERVER: ("NON-PARTICIPANT", "FALSE"),
}


def languages_of(invitee: Invitee) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Give the languages of an invitee that there are no words for, and those that are written for them."""
    return _languages(invitee.language)


@lru_cache(maxsize=256)
def _languages(tags: tuple[str, ...]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    known = tuple(tag for tag in tags if _has_words(tag))
    return tuple(tag for tag in tags if tag not in known), known or BOTH


def _has_words(tag: str) -> bool:
    try:
        words_for(tag)
    except InvalidValue:
        return False
    return True


def words_of(invitee: Invitee) -> list[Words]:
    """Give the words in which an invitee is written to."""
    return [words_for(tag) for tag in languages_of(invitee)[1]]


@lru_cache(maxsize=256)
def _joining_in(tags: tuple[str, ...]) -> tuple[str, ...]:
    """Give the words around a link and a passcode, which those who were sent them saw."""
    words = [words_for(tag) for tag in tags]
    said = [plain(line) for own in words for line in how_to_join("-", "-", own)]
    return (words[0].text(JOIN_LABEL), *dict.fromkeys(said))


def organizer_of(organizer: Mailbox, words: Sequence[Words]) -> str:
    """Name the organizer in the reader's first language."""
    return plain((of_text(organizer.name, words[0]),)) if organizer.name else ""


def attendee_line(invitee: Invitee, *, asked: bool) -> Line:
    """Write an invitee; one who is `asked` for an answer has not given it."""
    role, answer = _ROLES[invitee.role]
    parameters = {"CUTYPE": "INDIVIDUAL", "ROLE": role}
    if invitee.name:
        parameters["CN"] = common_name(invitee.name)
    if asked:
        parameters |= {"PARTSTAT": "NEEDS-ACTION", "RSVP": answer}
    return uri("ATTENDEE", uri_of(invitee.email), **parameters)


def other_clock(invitee: Invitee, meeting: Meeting) -> ZoneInfo | None:
    """Give the time zone of an invitee, if a clock there shows another hour than one at the meeting."""
    zone = invitee.time_zone
    times = [time for time in (meeting.start, meeting.end) if time]
    alike = all(time.astimezone(zone).replace(tzinfo=None) == time.replace(tzinfo=None) for time in times)
    return None if alike else zone


@final
@attrs.define(eq=False, repr=False)
class Readers:
    """The entries of a mailing; invitees who see, read and count hours alike share one."""

    mailing: Mailing
    _seen: dict[AttendeeKind | None, Meeting] = attrs.field(factory=dict, init=False)
    _entries: dict[object, Entry] = attrs.field(factory=dict, init=False)
    _attendees: tuple[Line, ...] = attrs.field(default=(), init=False)
    _people: frozenset[object] | None = attrs.field(default=None, init=False)
    _beside: dict[object, Readers] = attrs.field(factory=dict, init=False)

    def beside(self, now: Mailing, kinds: tuple[AttendeeKind | None, AttendeeKind | None]) -> Readers:
        """Give the mailing before, as one of a kind then and perhaps another one now sees it beside the one now."""
        if kinds not in self._beside:
            before = before_as_seen(self.mailing.meeting, now.meeting, kinds)
            self._beside[kinds] = Readers(attrs.evolve(self.mailing, meeting=before))
        return self._beside[kinds]

    def seen_by(self, invitee: Invitee) -> Meeting:
        """Give the meeting without what is closed to an invitee."""
        if invitee.kind not in self._seen:
            self._seen[invitee.kind] = self.mailing.meeting.seen_by(invitee.kind)
        return self._seen[invitee.kind]

    def entry_of(self, invitee: Invitee, **others: Any) -> Entry:  # noqa: ANN401 - fields of a meeting
        """Put the meeting into the words of an invitee, perhaps with other values in some of its fields."""
        zone = other_clock(invitee, self.mailing.meeting)
        key = (invitee.kind, languages_of(invitee)[1], zone.key if zone else None, *others.items())
        if key not in self._entries:
            seen = self.seen_by(invitee)
            self._entries[key] = entry_of(
                attrs.evolve(seen, **others) if others else seen,
                words_of(invitee),
                time_zone=zone,
                end_is_assumed=is_assumed(seen, self.mailing.assumed_length),
            )
        return self._entries[key]

    def shows(self, invitee: Invitee, attribute: str, value: object) -> bool:
        """Tell whether an invitee's entry would be another if a field of the meeting had another value."""
        try:
            return self.entry_of(invitee, **{attribute: value}) != self.entry_of(invitee)
        except InvalidValue:  # a value that only others of its time let stand
            return True

    def view_of(self, invitee: Invitee) -> View:
        """Give the mailing as an invitee sees it."""
        alone = len(self.mailing.invitees) == 1  # who sees themselves, as in a list that is not shared
        if self.mailing.shared_list and not alone and self._people is None:
            self._people = frozenset((key_of(one.email), one.name, one.role) for one in self.mailing.invitees)
        return View(self.mailing, invitee, self.seen_by(invitee), self._people)

    def people(self, invitee: Invitee) -> tuple[Line, ...]:
        """Write organizer and attendees of a REQUEST: the invitee alone, or all of a shared list."""
        if not self.mailing.shared_list:
            return (self.organizer(invitee), attendee_line(invitee, asked=True))
        if not self._attendees:
            self._attendees = tuple(attendee_line(one, asked=True) for one in self.mailing.invitees)
        return (self.organizer(invitee), *self._attendees)

    def organizer(self, invitee: Invitee) -> Line:
        """Write the organizer in the language of an invitee."""
        organizer = self.mailing.organizer
        return organizer_line(organizer.email, organizer_of(organizer, words_of(invitee)))

    def shown_to(self, invitee: Invitee) -> tuple[object, ...]:
        """Give all that an invitee's calendar shows, to be compared with what it showed before."""
        meeting = self.mailing.meeting
        organizer = self.mailing.organizer
        people = (key_of(organizer.email), organizer_of(organizer, words_of(invitee)), self.view_of(invitee).people)
        own = (invitee.name, invitee.role, invitee.joining, meeting.sequence, meeting.status, meeting.url)
        span = tuple(map(str, span_of(meeting, self.mailing.assumed_length)))
        zone = str(meeting.start.tzinfo) if meeting.start else ""
        joining = _joining_in(languages_of(invitee)[1]) if invitee.joining else ()
        return (self.entry_of(invitee), own, joining, span, zone, people)
