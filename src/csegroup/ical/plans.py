"""Who gets what, and why: worked out from a mailing and the one before it, before anything is written."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from typing import Final, final

import attrs

from csegroup.documents.letters import listed
from csegroup.errors import InvalidValue, NotScheduled
from csegroup.fields import Choice, tuple_of
from csegroup.ical.addresses import key_of
from csegroup.ical.changes import changes_of, check_mailings, labels_of
from csegroup.ical.mailings import Invitee, Mailing
from csegroup.ical.readers import Readers, languages_of
from csegroup.meetings import Meeting, MeetingStatus
from csegroup.text import shown
from csegroup.wording import invitations as say
from csegroup.wording.locales import words_for
from csegroup.wording.message import Message
from csegroup.wording.messages import LIST
from csegroup.wording.words import Words

__all__ = ["Action", "Plan", "Reason", "Step", "plan"]


@final
class Action(Choice):
    """What an invitee gets: a REQUEST (invite, update), a CANCEL (the next three), or nothing.

    >>> Action("withdraw").method
    'CANCEL'
    """

    INVITE = "invite"
    UPDATE = "update"
    CANCEL = "cancel"
    POSTPONE = "postpone"
    WITHDRAW = "withdraw"
    NOTHING = "nothing"

    @property
    def method(self) -> str | None:
        """The METHOD of RFC 5546, if anything is sent."""
        if self is Action.NOTHING:
            return None
        return "REQUEST" if self in {Action.INVITE, Action.UPDATE} else "CANCEL"


@final
class Reason(Choice):
    """Why an invitee gets something or nothing.

    >>> Reason("taken-off")
    Reason.TAKEN_OFF
    """

    NEW = "new"
    DATED_AGAIN = "dated-again"
    TAKES_PLACE = "takes-place"
    CHANGED = "changed"
    CANCELLED = "cancelled"
    POSTPONED = "postponed"
    TAKEN_OFF = "taken-off"
    UNCHANGED = "unchanged"
    DONE = "done"
    HELD = "held"
    WAITS_FOR_A_DATE = "waits-for-a-date"
    IS_CANCELLED = "is-cancelled"


_COUNTS: Final[Mapping[Action | Reason, Message]] = {
    Action.INVITE: say.INVITATIONS,
    Action.UPDATE: say.UPDATES,
    Action.CANCEL: say.CANCELLATIONS,
    Action.POSTPONE: say.POSTPONEMENTS,
    Action.WITHDRAW: say.WITHDRAWALS,
    Action.NOTHING: say.WITHOUT_A_MESSAGE,
    Reason.UNCHANGED: say.UNCHANGED,
}
_REASONS: Final[Mapping[Reason, Message]] = {
    Reason.NEW: say.FOR_NEW,
    Reason.DATED_AGAIN: say.FOR_A_DATE,
    Reason.TAKES_PLACE: say.FOR_TAKING_PLACE,
    Reason.CHANGED: say.FOR_CHANGES,
    Reason.CANCELLED: say.FOR_A_CANCELLATION,
    Reason.POSTPONED: say.FOR_A_POSTPONEMENT,
    Reason.TAKEN_OFF: say.FOR_TAKEN_OFF,
    Reason.UNCHANGED: say.NOTHING_CHANGED,
    Reason.DONE: say.SENT_ALREADY,
    Reason.HELD: say.WAS_HELD,
    Reason.WAITS_FOR_A_DATE: say.WAITS_FOR_A_DATE,
    Reason.IS_CANCELLED: say.CANCELLED_ALREADY,
}


@final
@attrs.frozen(kw_only=True)
class Step:
    """What one invitee gets, and why; `changes` are the fields that differ, as `meeting.start`.

    >>> Step(invitee=Invitee(email="taro@example.go.jp"), action=Action.INVITE, reason=Reason.NEW).changes
    ()
    """

    invitee: Invitee
    action: Action
    reason: Reason
    changes: tuple[str, ...] = ()


@final
@attrs.frozen
class Plan:
    """Who gets what, and why, in the order of the list, then those taken off it.

    It prints in English by `str` and in any language by `to_text`, with names and addresses, for the sender's eyes.

    >>> str(Plan(()))
    'nobody is invited'
    """

    steps: tuple[Step, ...]

    def count(self, action: Action) -> int:
        """Tell how many get it."""
        return sum(step.action is action for step in self.steps)

    def to_text(self, *, locale: str) -> str:
        """Write the numbers on one line, then a line a person."""
        words = words_for(locale)
        return "\n".join([self.summary(locale=locale), *(_line(step, words) for step in self.steps)])

    def summary(self, *, locale: str) -> str:
        """Write the numbers on one line: 12 updates, 1 withdrawal, 3 unchanged."""
        counts: Counter[Action | Reason] = Counter(
            step.reason if step.reason is Reason.UNCHANGED else step.action for step in self.steps
        )
        words, line = words_for(locale), ""
        for what, counted in _COUNTS.items():
            if counts[what]:
                item = words.count(counted, counts[what])
                line = words.say(LIST, list=line, item=item) if line else item
        return line or words.text(say.NOBODY_IS_INVITED)

    def fallbacks(self, *, locale: str) -> tuple[str, ...]:
        """Write a line for each who gets a message in other languages than theirs, for want of words."""
        words = words_for(locale)
        return tuple(_line(step, words) for step in self.steps if step.action.method and languages_of(step.invitee)[0])

    def __str__(self) -> str:
        return self.to_text(locale="en")


def _line(step: Step, words: Words) -> str:
    reason = words.say(_REASONS[step.reason], changes=listed(labels_of(step.changes), words))
    missing, used = languages_of(step.invitee)
    if missing and step.action.method:
        reason = words.say(say.FALLS_BACK, reason=reason, tags=", ".join(missing), others=", ".join(used))
    name, email = step.invitee.name, step.invitee.email
    return words.say(say.STEP, person=f"{name} <{email}>" if name else email, reason=reason)


def plan(mailing: Mailing, *, previous: Mailing | None = None, done: Iterable[str] = ()) -> Plan:
    """Work out who gets what, and why, without writing anything.

    `previous` is the mailing that was sent last, None for the first one. `done` are the addresses of those to whom
    this step was sent already, for a run that goes on after it was broken off. Raises `NotScheduled` for a first
    mailing without a date, and `InvalidValue` where the mailing cannot follow on the previous one: another meeting, a
    sequence that falls, a date or a place that changed without the verb that raises the sequence.

    >>> from csegroup.example import MEETING
    >>> from csegroup.ical import Mailbox
    >>> mailing = Mailing(meeting=MEETING, organizer=Mailbox(email="office@example.go.jp"),
    ...                   invitees=[Invitee(email="taro@example.go.jp", name="山田太郎", language="ja")])
    >>> print(plan(mailing))
    1 without a message
    山田太郎 <taro@example.go.jp>: the meeting was held
    """
    _check_types(mailing, previous)
    check_mailings(mailing, previous)
    if previous is None and not mailing.meeting.local_date:
        raise NotScheduled([mailing.meeting.id])
    sent = _keys(done, mailing, previous)
    made = Plan(tuple(_unless_done(step, sent) for step in _steps(mailing, previous)))
    _check_links(mailing, made)
    return made


def _check_links(mailing: Mailing, made: Plan) -> None:
    """Refuse to send an invitation without its link, where a record kept no more of it than its digest."""
    for i, (invitee, step) in enumerate(zip(mailing.invitees, made.steps, strict=False)):
        if step.action.method == "REQUEST" and invitee.joining and not (invitee.join_url or invitee.passcode):
            message = "is needed in the message, and a record keeps only its digest; give it again"
            raise InvalidValue("missing", f"invitees[{i}].join_url", message)


def _check_types(mailing: object, previous: object) -> None:
    if not isinstance(mailing, Mailing):
        raise InvalidValue("type", "mailing", f"needs a Mailing, not {shown(type(mailing).__name__)}")
    if previous is not None and not isinstance(previous, Mailing):
        raise InvalidValue("type", "previous", f"needs a Mailing or None, not {shown(type(previous).__name__)}")


def _keys(done: Iterable[str], mailing: Mailing, previous: Mailing | None) -> frozenset[str]:
    """Give the addresses of those who have their message, each of somebody who is on a list."""
    known = frozenset(key_of(one.email) for one in (*mailing.invitees, *(previous.invitees if previous else ())))
    emails: object = (done,) if isinstance(done, str) else tuple_of(done)
    if not isinstance(emails, tuple):
        raise InvalidValue("type", "done", "is a list of addresses")
    keys = [key_of(email) if isinstance(email, str) else None for email in emails]
    for i, key in enumerate(keys):
        if key not in known:
            raise InvalidValue("unknown", f"done[{i}]", "is the address of nobody on the list or taken off it")
    return known.intersection(keys)


def _unless_done(step: Step, sent: frozenset[str]) -> Step:
    if step.action is Action.NOTHING or key_of(step.invitee.email) not in sent:
        return step
    return attrs.evolve(step, action=Action.NOTHING, reason=Reason.DONE, changes=())


def _is_live(meeting: Meeting) -> bool:
    """Tell whether a meeting is one that calendars show as to come."""
    return meeting.local_date is not None and meeting.status not in {MeetingStatus.CANCELLED, MeetingStatus.HELD}


def _steps(mailing: Mailing, previous: Mailing | None) -> Iterator[Step]:
    """Decide for each by three questions: are they invited, have they an entry, does the meeting take place."""
    before = {key_of(one.email): one for one in previous.invitees} if previous else {}
    had_entries = previous is not None and _is_live(previous.meeting)
    now, then = Readers(mailing), Readers(previous or mailing)
    for invitee in mailing.invitees:
        invited = before.pop(key_of(invitee.email), None)
        if mailing.meeting.status is MeetingStatus.HELD:
            yield Step(invitee=invitee, action=Action.NOTHING, reason=Reason.HELD)
        elif not _is_live(mailing.meeting):
            yield _step_off(mailing, invitee, previous if invited else None)
        elif invited and had_entries:
            yield _step_on(now, invitee, then, invited)
        else:
            yield Step(invitee=invitee, action=Action.INVITE, reason=_reason_to_invite(previous if invited else None))
    if had_entries and mailing.meeting.status is not MeetingStatus.HELD:
        for taken_off in before.values():
            yield Step(invitee=taken_off, action=Action.WITHDRAW, reason=Reason.TAKEN_OFF)


def _reason_to_invite(previous: Mailing | None) -> Reason:
    """Tell why one without an entry is invited; who is new has no `previous`."""
    if previous is None:
        return Reason.NEW
    return Reason.TAKES_PLACE if previous.meeting.status is MeetingStatus.CANCELLED else Reason.DATED_AGAIN


def _step_off(mailing: Mailing, invitee: Invitee, previous: Mailing | None) -> Step:
    """Decide for one on the list of a meeting that does not take place, or not yet; who is new has no `previous`."""
    cancelled = mailing.meeting.status is MeetingStatus.CANCELLED
    if cancelled and previous and previous.meeting.status is not MeetingStatus.CANCELLED:
        return Step(invitee=invitee, action=Action.CANCEL, reason=Reason.CANCELLED)
    if previous and _is_live(previous.meeting):
        return Step(invitee=invitee, action=Action.POSTPONE, reason=Reason.POSTPONED)
    reason = Reason.IS_CANCELLED if cancelled else Reason.WAITS_FOR_A_DATE
    return Step(invitee=invitee, action=Action.NOTHING, reason=reason)


def _step_on(now: Readers, invitee: Invitee, then: Readers, invited: Invitee) -> Step:
    """Decide for one who has an entry of a meeting that takes place: it is sent again if it shows something else."""
    then = then.beside(now.mailing, (invited.kind, invitee.kind))
    if now.shown_to(invitee) == then.shown_to(invited):
        return Step(invitee=invitee, action=Action.NOTHING, reason=Reason.UNCHANGED)
    changes = changes_of(now.view_of(invitee), then.view_of(invited), partial(now.shows, invitee))
    return Step(invitee=invitee, action=Action.UPDATE, reason=Reason.CHANGED, changes=changes)
