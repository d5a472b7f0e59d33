"""An archive: the registers, the organizations and every state of the meetings, as they are known."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TypeAlias, TypeVar, final

import attrs

from csegroup.council import Council
from csegroup.errors import InvalidValue
from csegroup.fields import an_instance, check, each, tuple_of
from csegroup.meetings import Meeting
from csegroup.organizations import DatedOrganization
from csegroup.spans import check_one_at_a_time

__all__ = ["Archive", "ArchiveRecord", "repeated", "said_twice"]

ArchiveRecord: TypeAlias = Council | DatedOrganization | Meeting
Kind = TypeVar("Kind", Council, DatedOrganization, Meeting)


def _to_councils(value: Iterable[Council]) -> tuple[Council, ...]:
    """Convert to a tuple of councils."""
    return tuple_of(value)


def _to_dated_organizations(value: Iterable[DatedOrganization]) -> tuple[DatedOrganization, ...]:
    """Convert to a tuple of organizations."""
    return tuple_of(value)


def _to_meetings(value: Iterable[Meeting]) -> tuple[Meeting, ...]:
    """Convert to a tuple of meetings."""
    return tuple_of(value)


@final
@attrs.frozen(kw_only=True)
class Archive:
    """What is known of one or several councils, held in memory as a whole.

    `meetings` has every state that is known, one for each id, sequence and status; of one organization no two names
    hold on one day, and each council stands in it once. Raises `InvalidValue`.

    >>> from csegroup.example import MEETING
    >>> Archive.of([MEETING]).meetings[0].number
    6
    """

    councils: tuple[Council, ...] = attrs.field(
        default=(), converter=_to_councils, validator=check(each(an_instance(Council)))
    )
    organizations: tuple[DatedOrganization, ...] = attrs.field(
        default=(), converter=_to_dated_organizations, validator=check(each(an_instance(DatedOrganization)))
    )
    meetings: tuple[Meeting, ...] = attrs.field(
        default=(), converter=_to_meetings, validator=check(each(an_instance(Meeting)))
    )

    def __attrs_post_init__(self) -> None:
        _check_repeated("councils", self.councils)
        _check_repeated("meetings", self.meetings)
        check_one_at_a_time("organizations", self.organizations, lambda one: one.organization.id)

    @classmethod
    def of(cls, records: Iterable[ArchiveRecord]) -> Archive:
        """Sort records in any order into their kinds; raises `InvalidValue`."""
        given = tuple(records)
        for i, record in enumerate(given):
            an_instance(Council, DatedOrganization, Meeting)(f"records[{i}]", record)
        return cls(
            councils=_only(Council, given),
            organizations=_only(DatedOrganization, given),
            meetings=_only(Meeting, given),
        )

    @property
    def records(self) -> tuple[ArchiveRecord, ...]:
        """All records: the councils, then the organizations, then the meetings."""
        return (*self.councils, *self.organizations, *self.meetings)


def _check_repeated(field: str, records: Sequence[Meeting | Council]) -> None:
    for place, earlier in repeated(records):
        raise InvalidValue(
            "twice", f"{field}[{place}]", f"{said_twice(records[place])} as {field}[{earlier}]; keep one"
        )


def said_twice(record: Meeting | Council) -> str:
    """Say what it is that two records have in common."""
    said = ", ".join(map(str, _key_of(record)))
    return f"is of the same id, {said}," if isinstance(record, Council) else f"is of the same state, {said},"


def _only(cls: type[Kind], records: Iterable[ArchiveRecord]) -> tuple[Kind, ...]:
    return tuple(record for record in records if isinstance(record, cls))


def _key_of(record: Meeting | Council) -> tuple[object, ...]:
    """Give what stands in an archive once: a meeting by its id, sequence and status, a council by its id."""
    if isinstance(record, Council):
        return (record.id,)
    return record.id, record.sequence, record.status.value


def repeated(records: Iterable[Meeting | Council]) -> Iterator[tuple[int, int]]:
    """Give the place of each record that stands there before, and the place where it does."""
    seen: dict[tuple[object, ...], int] = {}
    for place, record in enumerate(records):
        earlier = seen.setdefault(_key_of(record), place)
        if earlier != place:
            yield place, earlier
