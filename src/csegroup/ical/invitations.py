"""Invitations: for each who gets something, the calendar object and the mail around it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from email.message import EmailMessage
from typing import Final, final

import attrs
from icalendar import Calendar

from csegroup.documents.letters import Letter, LetterKind, how_to_join, letter_title, opening_of
from csegroup.ical.calendars import a_stamp, calendar, is_assumed, zones_of
from csegroup.ical.changes import labels_of
from csegroup.ical.entries import Entry, entry_of
from csegroup.ical.events import Joining, Span, event, span_of
from csegroup.ical.lines import Line, components, written
from csegroup.ical.mail import composed
from csegroup.ical.mailings import Invitee, Mailing
from csegroup.ical.methods import checked, checked_zones
from csegroup.ical.plans import Action, Step, plan
from csegroup.ical.readers import Readers, attendee_line, organizer_of, other_clock, words_of
from csegroup.meetings import Meeting, MeetingStatus, Place
from csegroup.places import OnlineVenue
from csegroup.wording.invitations import JOIN_LABEL
from csegroup.wording.phrases import plain

__all__ = ["Invitation", "invitations"]

_LETTERS: Final[Mapping[Action, LetterKind]] = {
    Action.INVITE: LetterKind.INVITATION,
    Action.UPDATE: LetterKind.UPDATE,
    Action.CANCEL: LetterKind.CANCELLATION,
    Action.POSTPONE: LetterKind.POSTPONEMENT,
    Action.WITHDRAW: LetterKind.WITHDRAWAL,
}


@final
@attrs.frozen(eq=False, kw_only=True)
class Invitation:
    """A message to one invitee: a REQUEST, or a CANCEL (RFC 5546 sections 3.2.2 and 3.2.5).

    `meeting` is the meeting as the message tells it: what the invitee may see; of one that was postponed the date
    that it had. It is sent as a mail (`email`), or `ics` by itself. Invitations are made by `invitations`.

    >>> from csegroup.example import MEETING
    >>> from csegroup.ical import Mailbox
    >>> coming = attrs.evolve(MEETING, status=MeetingStatus.ANNOUNCED)
    >>> sent = Mailing(meeting=coming, organizer=Mailbox(email="a@b.jp"), invitees=[Invitee(email="c@d.jp")])
    >>> invitations(sent, stamp=dt.datetime(2022, 1, 11, tzinfo=dt.timezone.utc))[0].method
    'REQUEST'
    """

    step: Step
    meeting: Meeting = attrs.field(repr=False)
    stamp: dt.datetime
    _entry: Entry = attrs.field(alias="entry", repr=False)
    _span: Span = attrs.field(alias="span", repr=False)
    _readers: Readers = attrs.field(alias="readers", repr=False)
    _before: Meeting | None = attrs.field(alias="before", default=None, repr=False)

    @property
    def invitee(self) -> Invitee:
        """Who gets it."""
        return self.step.invitee

    @property
    def action(self) -> Action:
        """What it does."""
        return self.step.action

    @property
    def method(self) -> str:
        """The METHOD of RFC 5546."""
        return self.action.method or ""

    @property
    def ics(self) -> bytes:
        """The calendar object as bytes; made anew each time, and always the same."""
        return written(self._lines())

    def to_calendar(self) -> Calendar:
        """Give the calendar object as components of `icalendar`, to look at and to extend."""
        return components(self._lines())

    def _lines(self) -> list[Line]:
        entry = event(
            self.meeting,
            self._entry,
            stamp=self.stamp,
            span=self._span,
            people=self._people(),
            joining=self._joining(),
            access="PRIVATE",
            status=self.action is not Action.WITHDRAW,
        )
        lines = calendar(self.method, (), zones_of([self._span]), checked(self.method, entry))
        checked_zones(lines)
        return lines

    def _people(self) -> tuple[Line, ...]:
        if self.method == "REQUEST":
            return self._readers.people(self.invitee)
        return (self._readers.organizer(self.invitee), attendee_line(self.invitee, asked=False))

    def _joining(self) -> Joining | None:
        invitee = self.invitee
        if self.method != "REQUEST" or not (invitee.join_url or invitee.passcode):
            return None
        words = words_of(invitee)
        said = ["\n".join(map(plain, how_to_join(invitee.join_url, invitee.passcode, own))) for own in words]
        return Joining(invitee.join_url, words[0].text(JOIN_LABEL), "\n".join(dict.fromkeys(said)))

    def email(
        self,
        *,
        message_id: str | None = None,
        date: dt.datetime | None = None,
        references: Iterable[str] = (),
    ) -> EmailMessage:
        """Make the mail around it (RFC 6047): text, HTML and the calendar object, and that once more as a file.

        It is from the organizer to the invitee, in the invitee's language. `date` is the stamp where it is not
        given, and `message_id` is made of the UID, the stamp and the organizer's domain; `references` are the
        Message-IDs of what was sent before, without which all mails to one invitee on one meeting still name one
        thread. Send it by `smtplib.SMTP.send_message`. Raises `InvalidValue`.
        """
        readers, words = self._readers, words_of(self.invitee)
        organizer = readers.mailing.organizer
        return composed(
            letter_of(self),
            words,
            sender=(organizer_of(organizer, words), organizer.email),
            invitee=self.invitee,
            ics=(self.method, self.ics),
            stamp=self.stamp,
            message_id=message_id,
            date=date,
            references=references,
        )


def letter_of(invitation: Invitation) -> Letter:
    """Give what the mail of an invitation tells."""
    step, mailing = invitation.step, invitation._readers.mailing  # noqa: SLF001 - of this module
    invitee = step.invitee
    return Letter(
        kind=_LETTERS[step.action],
        meeting=invitation.meeting,
        changes=labels_of(step.changes),
        before=invitation._before,  # noqa: SLF001 - of this module
        join_url=invitee.join_url,
        passcode=invitee.passcode,
        time_zone=other_clock(invitee, invitation.meeting),
        end_is_assumed=is_assumed(invitation.meeting, mailing.assumed_length),
    )


def invitations(
    mailing: Mailing, *, previous: Mailing | None = None, done: Iterable[str] = (), stamp: dt.datetime
) -> tuple[Invitation, ...]:
    """Make what each invitee gets; who gets nothing has none. The plan and its errors are those of `plan`.

    `stamp` is the time of making, and DTSTAMP; it is later than that of the previous mailing, since the later of two
    messages at one SEQUENCE counts (RFC 5546 section 2.1.5). The same arguments give the same bytes.

    >>> from csegroup.example import MEETING
    >>> from csegroup.ical import Mailbox
    >>> sent = Mailing(meeting=MEETING, organizer=Mailbox(email="a@b.jp"), invitees=[Invitee(email="c@d.jp")])
    >>> invitations(sent, stamp=dt.datetime(2022, 1, 11, tzinfo=dt.timezone.utc))  # of a meeting that was held
    ()
    """
    a_stamp(stamp)
    steps = plan(mailing, previous=previous, done=done).steps
    messages = _Messages(mailing, previous or mailing, stamp)
    return tuple(messages.invitation(step) for step in steps if step.action is not Action.NOTHING)


def _without_links(venues: Iterable[Place]) -> tuple[Place, ...]:
    """Leave out the links to what does not take place."""
    return tuple(attrs.evolve(venue, url=None) if isinstance(venue, OnlineVenue) else venue for venue in venues)


@final
class _Messages:
    """The messages of one mailing; invitees who read alike share the meeting and its words."""

    def __init__(self, mailing: Mailing, previous: Mailing, stamp: dt.datetime) -> None:
        self._now, self._then = Readers(mailing), Readers(previous)
        self._stamp = stamp.replace(microsecond=0)
        self._ended: dict[object, tuple[Meeting, Entry, Span]] = {}

    def invitation(self, step: Step) -> Invitation:
        """Make the message of a step."""
        if step.action.method == "REQUEST":
            meeting = self._now.seen_by(step.invitee)
            entry, span = self._now.entry_of(step.invitee), span_of(meeting, self._now.mailing.assumed_length)
        else:
            meeting, entry, span = self._ending(step)
        # Who is taken off knows the organizer of before.
        readers = self._then if step.action is Action.WITHDRAW else self._now
        kinds = step.invitee.kind, step.invitee.kind
        before = self._then.beside(self._now.mailing, kinds).mailing.meeting if step.action is Action.UPDATE else None
        return Invitation(
            step=step, meeting=meeting, stamp=self._stamp, entry=entry, span=span, readers=readers, before=before
        )

    def _ending(self, step: Step) -> tuple[Meeting, Entry, Span]:
        words = words_of(step.invitee)
        key = (step.action, tuple(own.locale for own in words))
        if key not in self._ended:
            meeting = self._meeting_that_ended(step.action)
            told = Letter(kind=_LETTERS[step.action], meeting=meeting)
            entry = entry_of(
                meeting,
                words,
                title=lambda own: letter_title(told, own),
            )
            said = dict.fromkeys(plain(opening_of(told, own)) for own in words)
            entry = entry._replace(description="\n\n".join(filter(None, (*said, entry.description))), conferences=())
            self._ended[key] = meeting, entry, self._span_that_was(meeting)
        return self._ended[key]

    def _meeting_that_ended(self, action: Action) -> Meeting:
        """Give the meeting with the date that calendars show it on; who is taken off knows the one of before."""
        now, then = self._now.mailing.meeting, self._then.mailing.meeting
        if action is Action.WITHDRAW:
            venues = _without_links(then.venues)
            return attrs.evolve(then, sequence=now.sequence, notice=None, venues=venues, program=(), aim=None)
        dates = then if then.local_date else now
        return attrs.evolve(
            now,
            status=MeetingStatus.CANCELLED,
            day=dates.day,
            start=dates.start,
            end=dates.end,
            venues=_without_links(dates.venues),
            program=(),
            aim=None,
        )

    def _span_that_was(self, meeting: Meeting) -> Span:
        known = self._then.mailing if self._then.mailing.meeting.local_date else self._now.mailing
        return span_of(meeting, known.assumed_length)
