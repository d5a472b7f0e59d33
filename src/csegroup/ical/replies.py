"""What an invitee answered, and how that stands to what was sent (RFC 5546 sections 3.2.3, 3.2.6 and 3.2.7)."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Container, Sequence
from typing import final

import attrs

from csegroup.errors import InvalidValue
from csegroup.fields import Choice, an_instance, check, each, optional, tuple_of, whole_number
from csegroup.ical.addresses import key_of
from csegroup.ical.mailings import Mailing, uid_of
from csegroup.meetings import Meeting

__all__ = ["Answer", "Reply", "ReplyMethod", "Standing", "what_may_be_an_address"]

_LONGEST_ADDRESS = 1000
_ADDRESS = re.compile(r"[^\s@]+@[^\s@]+")


@final
class ReplyMethod(Choice):
    """What an invitee sends back: METHOD of RFC 5546 section 1.4.

    >>> ReplyMethod("counter")
    ReplyMethod.COUNTER
    """

    REPLY = "reply"
    COUNTER = "counter"
    REFRESH = "refresh"


@final
class Answer(Choice):
    """What an invitee says: PARTSTAT of RFC 5545 section 3.2.12; any other word there says nothing yet.

    >>> Answer("accepted")
    Answer.ACCEPTED
    """

    ACCEPTED = "accepted"
    DECLINED = "declined"
    TENTATIVE = "tentative"
    DELEGATED = "delegated"
    NEEDS_ACTION = "needs_action"


@final
class Standing(Choice):
    """How an answer stands to what was sent; only a current one counts.

    Looked at in this order: whether it is for another meeting, from somebody who was not invited (a delegate is
    whom an invitee sends, by what the answer itself says), mailed by somebody else than it speaks for, to an
    invitation that a later one replaced (stale), or to one that was never sent (ahead).

    >>> Standing("stale")
    Standing.STALE
    """

    CURRENT = "current"
    STALE = "stale"
    AHEAD = "ahead"
    SENT_BY_ANOTHER = "sent_by_another"
    DELEGATE = "delegate"
    NOT_INVITED = "not_invited"
    OTHER_MEETING = "other_meeting"


def what_may_be_an_address(field: str, value: object) -> None:
    """Want what may be an address: answers come from more of them than invitations can be sent to."""
    plain = isinstance(value, str) and value.isprintable() and len(value) <= _LONGEST_ADDRESS
    if not plain or not _ADDRESS.fullmatch(str(value)):
        raise InvalidValue("email", field, "is no e-mail address")


def _a_text(field: str, value: object) -> None:
    if not isinstance(value, str) or not value.strip():
        raise InvalidValue("blank", field, "is a text that is not empty")


def _in_utc(field: str, value: object) -> None:
    if not isinstance(value, dt.datetime) or value.tzinfo is not dt.timezone.utc:
        raise InvalidValue("time_zone", field, "is a datetime in datetime.timezone.utc")


def _a_time(field: str, value: object) -> None:
    if type(value) is not dt.date:
        _in_utc(field, value)


def _to_addresses(value: Sequence[str]) -> tuple[str, ...]:
    """Convert to a tuple of addresses."""
    return tuple_of(value)


@final
@attrs.frozen(kw_only=True)
class Reply:
    """An answer of one invitee; none of who they are and what they wrote is in the `repr`.

    `email` is whom the answer speaks for, `sender` from whom the mail came (None: a file, not a mail), `sent_by` who
    acts for them by what the answer says of itself. `stamp` is DTSTAMP, or else the mail's date, `sent` the mail's
    date. `start` and `end` are what a COUNTER proposes: in UTC, or a day, the end not being in it.
    Nothing of this is proven: anybody can write a mail. Raises `InvalidValue`.

    >>> Reply(method=ReplyMethod.REPLY, uid="1", email="taro@example.go.jp", sender="office@example.go.jp").by_another
    True
    """

    method: ReplyMethod = attrs.field(validator=check(an_instance(ReplyMethod)))
    uid: str = attrs.field(validator=check(_a_text))
    sequence: int = attrs.field(default=0, validator=check(whole_number(0)))
    email: str = attrs.field(repr=False, validator=check(what_may_be_an_address))
    answer: Answer = attrs.field(default=Answer.NEEDS_ACTION, validator=check(an_instance(Answer)))
    stamp: dt.datetime | None = attrs.field(default=None, validator=check(optional(_in_utc)))
    sent: dt.datetime | None = attrs.field(default=None, validator=check(optional(_in_utc)))
    sender: str | None = attrs.field(default=None, repr=False, validator=check(optional(what_may_be_an_address)))
    sent_by: str | None = attrs.field(default=None, repr=False, validator=check(optional(what_may_be_an_address)))
    delegated_to: tuple[str, ...] = attrs.field(
        default=(), repr=False, converter=_to_addresses, validator=check(each(what_may_be_an_address))
    )
    delegated_from: tuple[str, ...] = attrs.field(
        default=(), repr=False, converter=_to_addresses, validator=check(each(what_may_be_an_address))
    )
    comment: str | None = attrs.field(default=None, repr=False, validator=check(optional(_a_text)))
    start: dt.date | None = attrs.field(default=None, validator=check(optional(_a_time)))
    end: dt.date | None = attrs.field(default=None, validator=check(optional(_a_time)))

    @property
    def by_another(self) -> bool:
        """Tell whether the mail came from somebody whom the answer does not name.

        >>> Reply(method=ReplyMethod.REPLY, uid="1", email="a@example.jp", sender="b@example.jp").by_another
        True
        """
        named = {key_of(address) for address in (self.email, self.sent_by) if address}
        return self.sender is not None and key_of(self.sender) not in named

    def standing(self, mailing: Mailing) -> Standing:
        """Tell whether it answers the invitation that was sent last.

        >>> from csegroup.example import MEETING
        >>> from csegroup.ical import Invitee, Mailbox
        >>> office, taro = "office@example.go.jp", "taro@example.go.jp"
        >>> sent = Mailing(meeting=MEETING, organizer=Mailbox(email=office), invitees=[Invitee(email=taro)])
        >>> Reply(method=ReplyMethod.REPLY, uid="1", email=taro).standing(sent)
        Standing.OTHER_MEETING
        """
        return self.standing_among({key_of(invitee.email) for invitee in mailing.invitees}, mailing.meeting)

    def standing_among(self, invited: Container[str], meeting: Meeting) -> Standing:
        """Tell the same of one of many replies, for which those invited are known by what is alike in an address."""
        if self.uid.strip() != uid_of(meeting):
            return Standing.OTHER_MEETING
        if key_of(self.email) not in invited:
            sends = any(key_of(address) in invited for address in self.delegated_from)
            return Standing.DELEGATE if sends else Standing.NOT_INVITED
        if self.by_another:
            return Standing.SENT_BY_ANOTHER
        return _standing_of(self.sequence - meeting.sequence)


def _standing_of(steps: int) -> Standing:
    if steps < 0:
        return Standing.STALE
    return Standing.AHEAD if steps else Standing.CURRENT
