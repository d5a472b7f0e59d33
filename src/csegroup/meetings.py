"""Meetings (会議): where each stands, and the verbs that lead from one state to the next."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from typing import Any, TypeAlias, final, overload
from zoneinfo import ZoneInfo

import attrs

from csegroup.errors import InvalidValue
from csegroup.fields import (
    NO_EXTENSIONS,
    Choice,
    Extensions,
    a_day,
    a_line,
    a_url,
    an_id,
    an_instance,
    check,
    each,
    only_extensions,
    optional,
    to_extensions,
    tuple_of,
    whole_number,
)
from csegroup.organizations import (
    AttendeeKind,
    Contact,
    Organization,
    Source,
    to_organizations,
    to_sources,
)
from csegroup.places import InWriting, OnlineVenue, Venue
from csegroup.program import Item, Session, SessionItem, check_agenda_numbers, only_items, to_items
from csegroup.text import LocalizedText, a_text, optional_text, shown

__all__ = [
    "AttendeeGroup",
    "Meeting",
    "MeetingStatus",
    "Place",
    "a_moment",
    "named_zone",
    "wall_time",
]

Place: TypeAlias = Venue | OnlineVenue | InWriting


@final
class MeetingStatus(Choice):
    """The states of a meeting, in the order in which one may follow another.

    >>> MeetingStatus("held")
    MeetingStatus.HELD
    """

    TENTATIVE = "tentative"
    ANNOUNCED = "announced"
    CANCELLED = "cancelled"
    HELD = "held"


_UTC = dt.timezone.utc
_ON_SOME_MACHINES = ("Factory", "localtime", "posix", "right/")


@final
@attrs.frozen(kw_only=True)
class AttendeeGroup:
    """参加者: a group of attendees, described and not named; a `label` is printed for the kind's word.

    Raises `InvalidValue`.

    >>> AttendeeGroup(kind=AttendeeKind.PRIVATE, description={"ja": "会員団体"}).label is None
    True
    """

    kind: AttendeeKind = attrs.field(validator=check(an_instance(AttendeeKind)))
    label: LocalizedText | None = attrs.field(default=None, converter=optional_text, validator=check(optional(a_line)))
    description: LocalizedText | None = attrs.field(
        default=None, converter=optional_text, validator=check(optional(a_line))
    )


def named_zone(name: object) -> ZoneInfo | None:
    """Give the zone of an IANA name, or None; a name that only some machines have is none."""
    try:
        return ZoneInfo(name) if isinstance(name, str) and not name.startswith(_ON_SOME_MACHINES) else None
    except (KeyError, ValueError, OSError):
        return None


def a_moment(field: str, value: object) -> None:
    """Want a time that a clock on the wall of a named zone shows, in one reading only."""
    if type(value) is not dt.datetime:
        raise InvalidValue("type", field, f"is a datetime.datetime, not {shown(value)}")
    zone = value.tzinfo
    if not isinstance(zone, ZoneInfo) or named_zone(zone.key) is None:
        raise InvalidValue("time_zone", field, f"needs a zone such as ZoneInfo('Asia/Tokyo'), not {shown(zone)}")
    if value.microsecond:
        raise InvalidValue("precision", field, "has a fraction of a second; leave it out")
    _checkwall_time(field, value, zone)


def _checkwall_time(field: str, value: dt.datetime, zone: ZoneInfo) -> None:
    """Refuse an hour that was skipped, a fold that is not needed, and an offset that RFC 3339 cannot write."""
    try:
        shown_by_the_clock = value.astimezone(_UTC).astimezone(zone)
        _ = value + dt.timedelta(days=2), value - dt.timedelta(days=2)  # so that every zone has a date around it
    except OverflowError:
        raise InvalidValue("range", field, "is at the very end of the calendar; give another year") from None
    if shown_by_the_clock.replace(tzinfo=None) != value.replace(tzinfo=None):
        raise InvalidValue("skipped", field, f"is an hour that {zone.key} skips on that day; give another")
    other_fold = value.replace(fold=1 - value.fold)
    if value.fold and value.utcoffset() == other_fold.utcoffset():
        raise InvalidValue("fold", field, "has fold=1, but the hour is not repeated; leave fold out")
    offset = value.utcoffset()
    if offset is None or offset % dt.timedelta(minutes=1):
        raise InvalidValue("range", field, f"is before {zone.key} kept whole minutes from UTC; give only the day")


def wall_time(value: Any) -> tuple[object, ...] | None:  # noqa: ANN401 - attrs hands on whatever the field holds
    """Compare times by what the clock shows and where, so that equal meetings are written alike."""
    return None if value is None else (value.replace(tzinfo=None, fold=0), value.fold, value.tzinfo.key)


def _to_places(value: Iterable[Place]) -> tuple[Place, ...]:
    """Convert to a tuple of venues."""
    return tuple_of(value)


def _to_attendees(value: Iterable[AttendeeGroup]) -> tuple[AttendeeGroup, ...]:
    """Convert to a tuple of attendee groups."""
    return tuple_of(value)


@final
@attrs.frozen(kw_only=True)
class Meeting:
    """会議: who meets, when and where, with which program, in one state.

    `id` is unique in the world and stays for life. `start` and `end` carry a `ZoneInfo` and whole seconds;
    `end` stands in `start`'s zone. Where no hour is known there is a `day`; with neither, the date is
    undecided (調整中). `title` is there where the title is not made of `number` and `body`. `sequence` is
    that of RFC 5545, raised by the verbs that change when, where or whether. Raises `InvalidValue`.

    >>> group = Organization(id="jp/example", name={"en": "Specialist Group Meeting", "ja": "専門家会合"})
    >>> meeting = Meeting(id="jp/example/6", body=group, number=6, day=dt.date(2022, 2, 8))
    >>> meeting.announced().postponed(reason={"ja": "会場の都合により延期します。"}).sequence
    1
    """

    id: str = attrs.field(validator=check(an_id))
    body: Organization = attrs.field(validator=check(an_instance(Organization)))
    jointly_with: tuple[Organization, ...] = attrs.field(
        default=(), converter=to_organizations, validator=check(each(an_instance(Organization)))
    )
    number: int | None = attrs.field(default=None, validator=check(optional(whole_number(1))))
    title: LocalizedText | None = attrs.field(default=None, converter=optional_text, validator=check(optional(a_line)))
    aim: LocalizedText | None = attrs.field(default=None, converter=optional_text, validator=check(optional(a_text)))
    status: MeetingStatus = attrs.field(default=MeetingStatus.TENTATIVE, validator=check(an_instance(MeetingStatus)))
    sequence: int = attrs.field(default=0, validator=check(whole_number(0)))
    notice: LocalizedText | None = attrs.field(default=None, converter=optional_text, validator=check(optional(a_text)))
    day: dt.date | None = attrs.field(default=None, validator=check(optional(a_day)))
    start: dt.datetime | None = attrs.field(default=None, eq=wall_time, validator=check(optional(a_moment)))
    end: dt.datetime | None = attrs.field(default=None, eq=wall_time, validator=check(optional(a_moment)))
    venues: tuple[Place, ...] = attrs.field(
        default=(), converter=_to_places, validator=check(each(an_instance(Venue, OnlineVenue, InWriting)))
    )
    attendees: tuple[AttendeeGroup, ...] = attrs.field(
        default=(), converter=_to_attendees, validator=check(each(an_instance(AttendeeGroup)))
    )
    program: tuple[Item, ...] = attrs.field(default=(), converter=to_items, validator=check(only_items))
    url: str | None = attrs.field(default=None, validator=check(optional(a_url)))
    contact: Contact | None = attrs.field(default=None, validator=check(optional(an_instance(Contact))))
    sources: tuple[Source, ...] = attrs.field(
        default=(), converter=to_sources, validator=check(each(an_instance(Source)))
    )
    extensions: Extensions = attrs.field(
        default=NO_EXTENSIONS, converter=to_extensions, validator=check(only_extensions)
    )

    def __attrs_post_init__(self) -> None:
        self._check_bodies()
        self._check_date()
        self._check_places()
        check_agenda_numbers("program", self.program)

    def _check_bodies(self) -> None:
        seen: set[str] = set()
        for i, body in enumerate((self.body, *self.jointly_with)):
            field = f"jointly_with[{i - 1}].id" if i else "body.id"
            if body.id is None:
                raise InvalidValue("missing", field, "is missing; a body that meets needs an id")
            if body.id in seen:
                raise InvalidValue("twice", field, f"is {body.id!r} a second time; take one out")
            seen.add(body.id)

    def _check_date(self) -> None:
        if self.day and self.start:
            raise InvalidValue("excluded", "day", "is start's already; leave day out, or start where no hour is known")
        if self.status is MeetingStatus.HELD and not self.local_date:
            raise InvalidValue("missing", "start", "is missing; a meeting that was held has a start or a day")
        if self.end:
            self._check_end(self.end)

    def _check_end(self, end: dt.datetime) -> None:
        if not self.start:
            raise InvalidValue("excluded", "end", "needs a start; give one, or leave end out")
        if end.tzinfo.key != self.start.tzinfo.key:  # type: ignore[union-attr] # a checked moment has a ZoneInfo
            raise InvalidValue("time_zone", "end", f"is in {end.tzinfo}; give it in start's zone {self.start.tzinfo}")
        if end.astimezone(_UTC) <= self.start.astimezone(_UTC):
            raise InvalidValue("order", "end", f"is not after start, {self.start.isoformat()}")

    def _check_places(self) -> None:
        if self.in_writing and len(self.venues) > 1:
            raise InvalidValue("excluded", "venues", "hold more than InWriting(), which stands alone")
        if self.in_writing and self.start:
            raise InvalidValue("excluded", "start", "is an hour, and nobody meets in writing; give the day")

    @property
    def in_writing(self) -> bool:
        """Whether nobody meets: 書面開催."""
        return any(isinstance(venue, InWriting) for venue in self.venues)

    @property
    def local_date(self) -> dt.date | None:
        """The date in the meeting's own zone, from `start` or `day`; None while it is undecided."""
        return self.start.date() if self.start else self.day

    def announced(self) -> Meeting:
        """Tell the public of the meeting; when and where are as they were. Raises `InvalidValue`."""
        self._refuse_at_the_end()
        return attrs.evolve(self, status=MeetingStatus.ANNOUNCED)

    @overload
    def rescheduled(
        self, *, start: dt.datetime, end: dt.datetime | None = None, reason: Mapping[str, str] | None = None
    ) -> Meeting: ...
    @overload
    def rescheduled(self, *, day: dt.date, reason: Mapping[str, str] | None = None) -> Meeting: ...
    def rescheduled(
        self,
        *,
        start: dt.datetime | None = None,
        end: dt.datetime | None = None,
        day: dt.date | None = None,
        reason: Mapping[str, str] | None = None,
    ) -> Meeting:
        """Move the meeting, or give an undecided one its date, which announces it.

        An end that is left out is open; `reason` becomes the `notice`. Raises `InvalidValue`.
        """
        self._refuse_at_the_end()
        if not (start or day):
            raise InvalidValue("missing", "start", "is missing; give start or day, or call postponed()")
        status = self.status if self.local_date else MeetingStatus.ANNOUNCED
        return attrs.evolve(
            self, status=status, sequence=self.sequence + 1, notice=reason, start=start, end=end, day=day
        )

    def relocated(self, venues: Iterable[Place], *, reason: Mapping[str, str] | None = None) -> Meeting:
        """Hold the meeting elsewhere; `reason` becomes the `notice`. Raises `InvalidValue`."""
        self._refuse_at_the_end()
        return attrs.evolve(self, sequence=self.sequence + 1, notice=reason, venues=venues)

    def postponed(self, *, reason: Mapping[str, str] | None = None) -> Meeting:
        """Put the meeting off without a new date; `reason` becomes the `notice`. Raises `InvalidValue`."""
        self._refuse_at_the_end()
        return attrs.evolve(
            self,
            status=MeetingStatus.TENTATIVE,
            sequence=self.sequence + 1,
            notice=reason,
            start=None,
            end=None,
            day=None,
        )

    def cancelled(self, *, reason: Mapping[str, str] | None = None) -> Meeting:
        """Call the meeting off; its date stays. `reason` becomes the `notice`. Raises `InvalidValue`."""
        self._refuse_at_the_end()
        return attrs.evolve(self, status=MeetingStatus.CANCELLED, sequence=self.sequence + 1, notice=reason)

    def held(self, *, program: Iterable[Item] | None = None) -> Meeting:
        """Record that the meeting took place, with its program as it went; the notice told of what was to come.

        Raises `InvalidValue`.
        """
        self._refuse_at_the_end()
        return attrs.evolve(
            self, status=MeetingStatus.HELD, notice=None, program=self.program if program is None else program
        )

    def _refuse_at_the_end(self) -> None:
        if self.status in {MeetingStatus.CANCELLED, MeetingStatus.HELD}:
            raise InvalidValue(
                "status", "status", f"is {self.status.value}, and nothing follows it; correct a record by attrs.evolve"
            )

    def seen_by(self, kind: AttendeeKind | None) -> Meeting:
        """Leave out what is not open to a kind of attendee; None stands for the public.

        `minutes` are taken off every item after one left out, so that no wrong hour is worked out; the
        materials of a session, of which an item was left out, are left out too. Raises `InvalidValue`.

        >>> group = Organization(id="jp/example", name={"ja": "専門家会合"})
        >>> Meeting(id="jp/example/6", body=group).seen_by(None).program
        ()
        """
        optional(an_instance(AttendeeKind))("kind", kind)
        program, complete = [], True
        for item in self.program:
            seen, complete = _seen(item, kind, complete=complete)
            program.extend(seen)
        return attrs.evolve(self, program=program)


def _seen(item: Item, kind: AttendeeKind | None, *, complete: bool) -> tuple[list[Item], bool]:
    """Give what a kind sees of an item, and whether nothing has been left out so far."""
    if isinstance(item, Session):
        return _seen_session(item, kind, complete=complete)
    if item.audience and kind not in item.audience:
        return [], False
    return [item if complete else attrs.evolve(item, minutes=None)], complete


def _seen_session(session: Session, kind: AttendeeKind | None, *, complete: bool) -> tuple[list[Item], bool]:
    inside: list[SessionItem] = []
    for item in session.items:
        seen, complete = _seen(item, kind, complete=complete)
        inside.extend(one for one in seen if not isinstance(one, Session))  # which an item of a session never is
    materials = session.materials if len(inside) == len(session.items) else ()
    return ([attrs.evolve(session, items=inside, materials=materials)] if inside else []), complete
