"""Councils (協議会): the register over the years, with its bodies and its member groups."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import final

import attrs

from csegroup.errors import InvalidValue
from csegroup.fields import (
    NO_EXTENSIONS,
    Extensions,
    a_day,
    a_line,
    an_id,
    an_instance,
    check,
    each,
    only_extensions,
    optional,
    to_extensions,
    tuple_of,
)
from csegroup.organizations import AttendeeKind, Organization, Source, to_sources
from csegroup.spans import check_one_at_a_time, check_span, holding_on, last_known
from csegroup.text import LocalizedText, to_text

__all__ = ["Body", "Council", "DatedName", "MemberGroup"]


@final
@attrs.frozen(kw_only=True)
class DatedName:
    """A name and the days on which it held.

    `since` is the first day that a source shows it, `until` the first day on which it no longer holds.
    Raises `InvalidValue`.

    >>> DatedName(text={"ja": "児童ポルノ排除対策推進協議会"}, since=dt.date(2010, 11, 22)).until is None
    True
    """

    text: LocalizedText = attrs.field(converter=to_text, validator=check(a_line))
    since: dt.date = attrs.field(validator=check(a_day))
    until: dt.date | None = attrs.field(default=None, validator=check(optional(a_day)))
    sources: tuple[Source, ...] = attrs.field(
        default=(), converter=to_sources, validator=check(each(an_instance(Source)))
    )

    def __attrs_post_init__(self) -> None:
        check_span(self)


@final
@attrs.frozen(kw_only=True)
class Body:
    """A body of the council, such as its general meeting (総会), over the days in which it had its name.

    The organization has an id; `since` and `until` as in `DatedName`. Raises `InvalidValue`.

    >>> general = Organization(id="jp/cse-council/general", name={"ja": "総会"})
    >>> Body(organization=general, since=dt.date(2017, 10, 27)).organization.id
    'jp/cse-council/general'
    """

    organization: Organization = attrs.field(validator=check(an_instance(Organization)))
    since: dt.date = attrs.field(validator=check(a_day))
    until: dt.date | None = attrs.field(default=None, validator=check(optional(a_day)))
    sources: tuple[Source, ...] = attrs.field(
        default=(), converter=to_sources, validator=check(each(an_instance(Source)))
    )

    def __attrs_post_init__(self) -> None:
        _check_id(self.organization)
        check_span(self)


@final
@attrs.frozen(kw_only=True)
class MemberGroup:
    """会員団体, 構成員: a member of the council under one name, over the days in which it was one.

    A member that was renamed, or left and came back, is a second `MemberGroup` with the same organization
    id. The organization has an id; `since` and `until` as in `DatedName`. Raises `InvalidValue`.

    >>> police = Organization(id="jp/npa", name={"ja": "警察庁"})
    >>> MemberGroup(organization=police, kind=AttendeeKind.GOVERNMENT, since=dt.date(2010, 11, 22)).kind
    AttendeeKind.GOVERNMENT
    """

    organization: Organization = attrs.field(validator=check(an_instance(Organization)))
    kind: AttendeeKind = attrs.field(validator=check(an_instance(AttendeeKind)))
    since: dt.date = attrs.field(validator=check(a_day))
    until: dt.date | None = attrs.field(default=None, validator=check(optional(a_day)))
    sources: tuple[Source, ...] = attrs.field(
        default=(), converter=to_sources, validator=check(each(an_instance(Source)))
    )

    def __attrs_post_init__(self) -> None:
        _check_id(self.organization)
        check_span(self)


def _check_id(organization: Organization) -> None:
    if organization.id is None:
        raise InvalidValue("missing", "organization.id", "is missing; it joins the names of a body or a member")


def _id_of(dated: Body | MemberGroup) -> str | None:
    return dated.organization.id


def _to_names(value: Iterable[DatedName]) -> tuple[DatedName, ...]:
    """Convert to a tuple of names."""
    return tuple_of(value)


def _to_bodies(value: Iterable[Body]) -> tuple[Body, ...]:
    """Convert to a tuple of bodies."""
    return tuple_of(value)


def _to_member_groups(value: Iterable[MemberGroup]) -> tuple[MemberGroup, ...]:
    """Convert to a tuple of member groups."""
    return tuple_of(value)


@final
@attrs.frozen(kw_only=True)
class Council:
    """協議会: a council that stays the same while its name, bodies and members change.

    One name is needed; two never hold on one day, nor two records of one body or member. Its meetings
    are records of their own. Raises `InvalidValue`.

    >>> council = Council(id="jp/cse-council", names=[
    ...     DatedName(text={"ja": "児童ポルノ排除対策推進協議会"}, since=dt.date(2010, 11, 22))])
    >>> council.name_on(dt.date(2014, 11, 25))["ja"]
    '児童ポルノ排除対策推進協議会'
    """

    id: str = attrs.field(validator=check(an_id))
    names: tuple[DatedName, ...] = attrs.field(converter=_to_names, validator=check(each(an_instance(DatedName))))
    bodies: tuple[Body, ...] = attrs.field(default=(), converter=_to_bodies, validator=check(each(an_instance(Body))))
    member_groups: tuple[MemberGroup, ...] = attrs.field(
        default=(), converter=_to_member_groups, validator=check(each(an_instance(MemberGroup)))
    )
    extensions: Extensions = attrs.field(
        default=NO_EXTENSIONS, converter=to_extensions, validator=check(only_extensions)
    )

    def __attrs_post_init__(self) -> None:
        if not self.names:
            raise InvalidValue("missing", "names", "is empty; a council has one name at least")
        check_one_at_a_time("names", self.names, lambda _: self.id)
        check_one_at_a_time("bodies", self.bodies, _id_of)
        check_one_at_a_time("member_groups", self.member_groups, _id_of)

    @property
    def since(self) -> dt.date:
        """The first day on which a name is known."""
        return min(name.since for name in self.names)

    @property
    def until(self) -> dt.date | None:
        """The first day after the last name, where the council has ended; else None."""
        ends = [name.until for name in self.names]
        return None if None in ends else max(filter(None, ends))

    def name_on(self, day: dt.date) -> LocalizedText | None:
        """Give the name that the council had on a day, or None where no source shows one."""
        return next((name.text for name in holding_on(self.names, _a_day(day))), None)

    def bodies_on(self, day: dt.date) -> tuple[Body, ...]:
        """Give the bodies that there were on a day, under their names of that day, in the order of the register."""
        return holding_on(self.bodies, _a_day(day))

    def members_on(self, day: dt.date) -> tuple[MemberGroup, ...]:
        """Give those who were members on a day, under their names of that day, in the order of the register."""
        return holding_on(self.member_groups, _a_day(day))

    def latest_name(self, day: dt.date) -> LocalizedText:
        """Give the name of the council for a day: the one that it had then, else the last before it, else the first.

        Raises `InvalidValue` for a day that is none.

        >>> old = DatedName(text={"ja": "協議会"}, since=dt.date(2010, 11, 22), until=dt.date(2017, 10, 27))
        >>> Council(id="jp/cse-council", names=[old]).latest_name(dt.date(2026, 11, 24))["ja"]
        '協議会'
        """
        return last_known(self.names, _a_day(day)).text

    def latest_bodies(self, day: dt.date) -> tuple[Body, ...]:
        """Give each body once, as `latest_name` does: as it was on a day, else as it was last before it, else at first.

        They are in the order in which the register has them first. Raises `InvalidValue` for a day that is none.
        """
        _a_day(day)
        found: dict[str | None, list[Body]] = {}
        for body in self.bodies:
            found.setdefault(_id_of(body), []).append(body)
        return tuple(last_known(records, day) for records in found.values())

    def as_of(self, day: dt.date) -> Council | None:
        """Give the register as it stood on a day: the name, the bodies and the members that held then, and no other.

        They keep their days and sources. None where no source shows a name on that day; who was a member then,
        `members_on` still answers. Raises `InvalidValue` for a day that is none.

        >>> founded = dt.date(2010, 11, 22)
        >>> council = Council(id="jp/cse-council", names=[DatedName(text={"ja": "協議会"}, since=founded)])
        >>> council.as_of(founded) == council, council.as_of(dt.date(2010, 11, 21))
        (True, None)
        """
        names = holding_on(self.names, _a_day(day))
        if not names:
            return None
        return attrs.evolve(self, names=names, bodies=self.bodies_on(day), member_groups=self.members_on(day))


def _a_day(day: dt.date) -> dt.date:
    a_day("day", day)
    return day
