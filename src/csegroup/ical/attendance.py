"""Who comes to a meeting, counted from what invitees answered."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from types import EllipsisType
from typing import Final, final

import attrs

from csegroup.fields import an_instance, check, each, tuple_of
from csegroup.ical.addresses import key_of
from csegroup.ical.mailings import Invitee, Mailing
from csegroup.ical.replies import Answer, Reply, ReplyMethod, Standing
from csegroup.organizations import AttendeeKind
from csegroup.style import COUNCIL, Style
from csegroup.wording import invitations as say
from csegroup.wording.locales import words_for
from csegroup.wording.message import Message
from csegroup.wording.messages import ATTENDEE_KINDS, LIST
from csegroup.wording.words import Words

__all__ = ["Attendance"]

_ANSWERS: Final[Mapping[Answer, Message]] = {
    Answer.ACCEPTED: say.ACCEPTED,
    Answer.DECLINED: say.DECLINED,
    Answer.TENTATIVE: say.TENTATIVE,
    Answer.DELEGATED: say.DELEGATED,
    Answer.NEEDS_ACTION: say.NOT_ANSWERED,
}
_EARLIEST = dt.datetime.min.replace(tzinfo=dt.timezone.utc)


def _to_replies(value: Iterable[Reply]) -> tuple[Reply, ...]:
    """Convert to a tuple of replies."""
    return tuple_of(value)


@final
@attrs.frozen(kw_only=True)
class Attendance:
    """What the invitees of a mailing answered last, each counted once.

    `replies` are any, of which it keeps those that count, in the order of the invitees.
    A reply counts if its `standing` is current and it says whether they come: a REPLY does, a COUNTER where it has an
    answer of its own, a REFRESH does not. Of several the latest counts, by `stamp`, then `sent`; replies may come in
    any order, and twice. Raises `InvalidValue`.

    >>> from csegroup.example import MEETING
    >>> from csegroup.ical import Invitee, Mailbox
    >>> invitees = [Invitee(email="taro@example.go.jp"), Invitee(email="hanako@example.jp")]
    >>> sent = Mailing(meeting=MEETING, organizer=Mailbox(email="office@example.go.jp"), invitees=invitees)
    >>> Attendance(mailing=sent).count(Answer.NEEDS_ACTION)
    2
    """

    mailing: Mailing = attrs.field(repr=False, validator=check(an_instance(Mailing)))
    replies: tuple[Reply, ...] = attrs.field(
        default=(),
        converter=_to_replies,
        repr=lambda replies: f"<{len(replies)}>",
        validator=check(each(an_instance(Reply))),
    )

    def __attrs_post_init__(self) -> None:
        object.__setattr__(self, "replies", _latest(self.mailing, self.replies))

    def with_replies(self, replies: Iterable[Reply]) -> Attendance:
        """Count more replies to the same mailing, as if all had been there at once."""
        return attrs.evolve(self, replies=(*self.replies, *replies))

    def reply_of(self, invitee: Invitee) -> Reply | None:
        """Give the reply of an invitee that counts."""
        key = key_of(invitee.email)
        return next((reply for reply in self.replies if key_of(reply.email) == key), None)

    def invitees(
        self, answer: Answer | None = None, *, kind: AttendeeKind | EllipsisType | None = ...
    ) -> tuple[Invitee, ...]:
        """Give those of an answer (None: of any) and a kind (None: of those without one, `...`: of any)."""
        answers = {key_of(reply.email): reply.answer for reply in self.replies}
        return tuple(
            invitee
            for invitee in self.mailing.invitees
            if kind in (..., invitee.kind) and answer in (None, answers.get(key_of(invitee.email), Answer.NEEDS_ACTION))
        )

    def count(self, answer: Answer | None = None, *, kind: AttendeeKind | EllipsisType | None = ...) -> int:
        """Tell how many they are; the arguments are those of `invitees`."""
        return len(self.invitees(answer, kind=kind))

    def to_text(self, *, locale: str, style: Style = COUNCIL) -> str:
        """Write how many gave which answer: a line for all, and one for each kind; raises `InvalidValue`."""
        words = words_for(locale, style)
        lines = [self._line(words, words.say(say.ALL), ...)]
        kinds = [*AttendeeKind, None] if any(invitee.kind for invitee in self.mailing.invitees) else []
        for kind in filter(lambda kind: self.count(kind=kind), kinds):
            group = words.say(ATTENDEE_KINDS[kind] if kind else say.WITHOUT_A_KIND)
            lines.append(self._line(words, group, kind))
        return "\n".join(lines)

    def _line(self, words: Words, group: str, kind: AttendeeKind | EllipsisType | None) -> str:
        answers = ""
        for answer, counted in _ANSWERS.items():
            if n := self.count(answer, kind=kind):
                one = words.say(counted, n=words.number(str(n)))
                answers = words.say(LIST, list=answers, item=one) if answers else one
        return words.say(say.GROUP, group=group, n=words.number(str(self.count(kind=kind))), answers=answers)


def _latest(mailing: Mailing, replies: Iterable[Reply]) -> tuple[Reply, ...]:
    """Give of each invitee the latest reply that counts."""
    found: dict[str, Reply] = {}
    invited = {key_of(invitee.email) for invitee in mailing.invitees}
    for reply in replies:
        if _says(reply) and reply.standing_among(invited, mailing.meeting) is Standing.CURRENT:
            key = key_of(reply.email)
            found[key] = max(found.get(key, reply), reply, key=_age)
    return tuple(found[key] for key in (key_of(invitee.email) for invitee in mailing.invitees) if key in found)


def _says(reply: Reply) -> bool:
    if reply.method is ReplyMethod.COUNTER:
        return reply.answer is not Answer.NEEDS_ACTION
    return reply.method is ReplyMethod.REPLY


def _age(reply: Reply) -> tuple[dt.datetime, dt.datetime, str]:
    """Order the replies of one invitee; what is alike in both times is ordered by what it says, at random but alike."""
    return reply.stamp or _EARLIEST, reply.sent or _EARLIEST, str(attrs.astuple(reply))
