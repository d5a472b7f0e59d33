"""Whom a meeting is told to: the organizer, the invitees and what is theirs alone."""

from __future__ import annotations

import datetime as dt
import hashlib
import uuid
from collections.abc import Iterable
from typing import final
from zoneinfo import ZoneInfo

import attrs

from csegroup.errors import InvalidValue
from csegroup.fields import (
    Check,
    Choice,
    a_line,
    a_string,
    a_url,
    all_different,
    an_instance,
    check,
    each,
    optional,
    tuple_of,
)
from csegroup.ical.addresses import a_name, an_address, key_of, name_and_address
from csegroup.meetings import Meeting, named_zone
from csegroup.organizations import AttendeeKind
from csegroup.text import LocalizedText, check_language, optional_text

__all__ = ["BOTH", "Invitee", "InviteeRole", "Mailbox", "Mailing", "a_length", "remembered", "uid_of"]

BOTH = ("ja", "en")
_SECOND, _DAY = dt.timedelta(seconds=1), dt.timedelta(days=1)


def uid_of(meeting: Meeting) -> str:
    """Give the UID of a meeting: made of its id alone, so that it stays for life and holds no personal data.

    >>> from csegroup.example import MEETING
    >>> uid_of(MEETING)
    '69b777d2-9e16-5368-b4a9-ce75485a9ac1'
    """
    return str(uuid.uuid5(uuid.NAMESPACE_URL, f"urn:csegroup:meeting:{meeting.id}"))


@final
class InviteeRole(Choice):
    """The part of an invitee in a meeting: ROLE of RFC 5545 section 3.2.16.

    >>> InviteeRole("chair")
    InviteeRole.CHAIR
    """

    CHAIR = "chair"
    REQUIRED = "required"
    OPTIONAL = "optional"
    OBSERVER = "observer"


@final
@attrs.frozen(kw_only=True)
class Mailbox:
    """Who invites: the address that mail comes from and answers go to, and its name in each language.

    Raises `InvalidValue`.

    >>> Mailbox.parse("少年課 <office@example.go.jp>").email
    'office@example.go.jp'
    """

    email: str = attrs.field(validator=check(an_address))
    name: LocalizedText | None = attrs.field(default=None, converter=optional_text, validator=check(optional(a_line)))

    def __attrs_post_init__(self) -> None:
        for tag, name in (self.name or {}).items():
            a_name(f"name.{tag}", name)

    @classmethod
    def parse(cls, text: str) -> Mailbox:
        """Read an address, perhaps with a name before it; raises `InvalidValue`."""
        name, email = name_and_address("email", text)
        return cls(email=email, name={"und": name} if name else None)


def _to_languages(value: str | Iterable[str]) -> tuple[str, ...]:
    """Convert one language or several to a tuple."""
    return (value,) if isinstance(value, str) else tuple_of(value)


def _unseen(wanted: str, *checks: Check) -> Check:
    """Check, and say what is wanted without what was given, which may be anybody's address."""

    def check_unseen(field: str, value: object) -> None:
        try:
            for one in checks:
                one(field, value)
        except InvalidValue as error:
            raise InvalidValue(error.code, error.field, wanted) from None

    return check_unseen


def _not_empty(field: str, value: object) -> None:
    if not value:
        raise InvalidValue("missing", field, "is empty")


def _a_zone(field: str, value: object) -> None:
    if not isinstance(value, ZoneInfo) or named_zone(value.key) is None:
        raise InvalidValue("time_zone", field, "needs a ZoneInfo such as ZoneInfo('Asia/Tokyo')")


def _a_secret(field: str, value: object) -> None:
    if not isinstance(value, str):
        raise InvalidValue("type", field, "is a text")
    a_string(field, value)


_languages = _unseen(
    "needs BCP 47 language tags such as 'ja' or 'en-GB', one at least, each once",
    each(check_language),
    _not_empty,
    all_different,
)
_a_role = _unseen("needs an InviteeRole such as InviteeRole.CHAIR", an_instance(InviteeRole))
_a_kind = _unseen("needs an AttendeeKind such as AttendeeKind.PRIVATE", an_instance(AttendeeKind))
_a_secret_url = _unseen("is a whole http or https address, percent-encoded", a_url)


@final
@attrs.frozen(kw_only=True)
class Invitee:
    """Who is invited, in which language, and how they join; none of who they are is in the `repr`.

    `language` is a BCP 47 tag, or several, whose texts are joined; without it Japanese and English. In `time_zone`
    the hours are told a second time. `kind` is the kind of attendee whose closed items the invitee sees (None: what
    is open to all). `join_url` and `passcode` are theirs alone; `joining`, a digest of both, is what `without_link`
    keeps of them, and tells whether they changed. Raises `InvalidValue`, whose message shows no value.

    >>> Invitee(email="taro@example.go.jp", name="山田太郎", language="ja")
    Invitee(language=('ja',), role=InviteeRole.REQUIRED, time_zone=None, kind=None)
    """

    email: str = attrs.field(repr=False, validator=check(an_address))
    name: str | None = attrs.field(default=None, repr=False, validator=check(optional(a_name)))
    language: tuple[str, ...] = attrs.field(default=BOTH, converter=_to_languages, validator=check(_languages))
    role: InviteeRole = attrs.field(default=InviteeRole.REQUIRED, validator=check(_a_role))
    time_zone: ZoneInfo | None = attrs.field(default=None, validator=check(optional(_a_zone)))
    kind: AttendeeKind | None = attrs.field(default=None, validator=check(optional(_a_kind)))
    join_url: str | None = attrs.field(default=None, repr=False, validator=check(optional(_a_secret_url)))
    passcode: str | None = attrs.field(default=None, repr=False, validator=check(optional(_a_secret)))
    joining: str | None = attrs.field(default=None, init=False, repr=False)

    def __attrs_post_init__(self) -> None:
        if self.join_url or self.passcode:
            written = "\n".join((key_of(self.email), self.join_url or "", self.passcode or ""))
            object.__setattr__(self, "joining", hashlib.sha256(written.encode()).hexdigest())

    def without_link(self) -> Invitee:
        """Forget how they join, but for `joining`: this is what is kept of an invitee.

        >>> one = Invitee(email="taro@example.go.jp", join_url="https://meet.example.go.jp/1")
        >>> one.without_link().joining == one.joining
        True
        """
        return remembered(attrs.evolve(self, join_url=None, passcode=None), self.joining)


def remembered(invitee: Invitee, joining: str | None) -> Invitee:
    """Give back the digest to an invitee that was kept without a link."""
    object.__setattr__(invitee, "joining", joining)
    return invitee


def a_length(field: str, value: object) -> None:
    """Want a length of time that a meeting may have: whole seconds, up to a day."""
    if not isinstance(value, dt.timedelta) or not _SECOND <= value <= _DAY or value.microseconds:
        raise InvalidValue("range", field, "is a timedelta of whole seconds, between a second and a day")


def _to_invitees(value: Iterable[Invitee]) -> tuple[Invitee, ...]:
    """Convert to a tuple of invitees."""
    return tuple_of(value)


def _a_flag(field: str, value: object) -> None:
    if not isinstance(value, bool):
        raise InvalidValue("type", field, "is True or False")


@final
@attrs.frozen(kw_only=True)
class Mailing:
    """A meeting in one state, told to its invitees: what a sender keeps, to work out the next messages from.

    A message holds nobody but its invitee and the organizer; with `shared_list` all invitees, for small committees
    whose members know each other. `assumed_length` ends a meeting without an end in calendars, up to a day.
    Raises `InvalidValue`.

    >>> from csegroup.example import MEETING
    >>> Mailing(meeting=MEETING, organizer=Mailbox(email="office@example.go.jp"),
    ...         invitees=[Invitee(email="taro@example.go.jp")]).shared_list
    False
    """

    meeting: Meeting = attrs.field(validator=check(an_instance(Meeting)))
    organizer: Mailbox = attrs.field(
        validator=check(_unseen("needs a Mailbox; Mailbox.parse reads an address", an_instance(Mailbox)))
    )
    invitees: tuple[Invitee, ...] = attrs.field(
        converter=_to_invitees,
        repr=lambda invitees: f"<{len(invitees)}>",
        validator=check(_unseen("needs a list of Invitee", each(an_instance(Invitee)))),
    )
    assumed_length: dt.timedelta | None = attrs.field(default=None, validator=check(optional(a_length)))
    shared_list: bool = attrs.field(default=False, validator=check(_a_flag))

    def __attrs_post_init__(self) -> None:
        if not self.invitees:
            raise InvalidValue("missing", "invitees", "is empty; give one at least, or cancel the meeting for all")
        seen: dict[str, int] = {}
        for i, invitee in enumerate(self.invitees):
            first = seen.setdefault(key_of(invitee.email), i)
            if first != i:
                message = f"is that of invitees[{first}] a second time; take one out"
                raise InvalidValue("twice", f"invitees[{i}].email", message)
