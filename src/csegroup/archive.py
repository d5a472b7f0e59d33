"""An archive: the registers, the organizations and every state of the meetings, as they are known."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple, TypeAlias, TypeVar, final

import attrs

from csegroup.council import Council
from csegroup.errors import InvalidValue, joined_path
from csegroup.fields import an_instance, check, each, tuple_of
from csegroup.meetings import Meeting
from csegroup.organizations import DatedOrganization
from csegroup.spans import overlaps

__all__ = ["Archive", "ArchiveRecord", "Clash", "clashes"]

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
        for field in ("councils", "organizations", "meetings"):
            for clash in clashes(getattr(self, field)):
                place, other = f"{field}[{clash.place}]", f"{field}[{clash.earlier}]"
                raise InvalidValue(clash.code, joined_path(place, clash.field), clash.message(other))

    @classmethod
    def of(cls, records: Iterable[ArchiveRecord]) -> Archive:
        """Sort records in any order into their kinds; raises `InvalidValue`."""
        given = tuple_of(records)
        each(an_instance(Council, DatedOrganization, Meeting))("records", given)
        return cls(
            councils=_only(Council, given),
            organizations=_only(DatedOrganization, given),
            meetings=_only(Meeting, given),
        )

    @property
    def records(self) -> tuple[ArchiveRecord, ...]:
        """All records: the councils, then the organizations, then the meetings."""
        return (*self.councils, *self.organizations, *self.meetings)


def _only(cls: type[Kind], records: Iterable[ArchiveRecord]) -> tuple[Kind, ...]:
    return tuple(record for record in records if isinstance(record, cls))


@final
class Clash(NamedTuple):
    """Two records that no archive can hold together, by their places; `field` is the later one's that is at fault."""

    place: int
    earlier: int
    code: str
    field: str
    said: str

    def message(self, other: str) -> str:
        """Say what they have in common, and where the earlier one is."""
        return self.said.format(other=other)


def clashes(records: Sequence[ArchiveRecord]) -> Iterator[Clash]:
    """Give the records that stand there already, and the names that begin while another of the same id holds."""
    seen: dict[tuple[str, ...], int] = {}
    dated: list[tuple[int, DatedOrganization]] = []
    for place, record in enumerate(records):
        if isinstance(record, DatedOrganization):
            dated.append((place, record))
            continue
        key = _key_of(record)
        earlier = seen.setdefault(key, place)
        if earlier != place:
            yield Clash(place, earlier, "twice", "", f"is {', '.join(key)}, as {{other}} is; keep one")
    names = [record for _, record in dated]
    for i, other in overlaps(names, lambda one: one.organization.id):
        said = f"is {names[i].since or 'left out'}, but the name of {names[i].organization.id} in {{other}} holds then"
        yield Clash(dated[i][0], dated[other][0], "overlap", "since", f"{said}; end it")


def _key_of(record: Meeting | Council) -> tuple[str, ...]:
    """Give what stands in an archive once: a meeting by its id, sequence and status, a council by its id."""
    if isinstance(record, Council):
        return (record.id,)
    return record.id, str(record.sequence), record.status.value
