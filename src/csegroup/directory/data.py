"""The entries of the directory, read once from the file that a person corrects."""

from __future__ import annotations

import datetime as dt
import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

from csegroup.errors import InvalidValue
from csegroup.organizations import AttendeeKind, DatedOrganization, Organization, Source
from csegroup.spans import holds
from csegroup.text import did_you_mean

__all__ = ["Entry", "all_entries", "by_id", "entries_of", "there_on"]

T = TypeVar("T")

_KEYS = frozenset({"id", "parent", "name", "also", "alone", "kind", "since", "until", "same_as", "sources"})


class Entry(NamedTuple):
    """A line of the file: an organization under one name, and by what else it is found."""

    record: DatedOrganization
    also: tuple[str, ...]
    alone: bool


@cache
def all_entries() -> tuple[Entry, ...]:
    """Read the file that comes with the package."""
    return entries_of(Path(__file__).with_name("agencies.toml").read_text(encoding="utf-8"))


@cache
def by_id() -> dict[str, tuple[DatedOrganization, ...]]:
    """Give the records of each organization, in the order of the file."""
    found: dict[str, list[DatedOrganization]] = {}
    for entry in all_entries():
        found.setdefault(str(entry.record.organization.id), []).append(entry.record)
    return {organization_id: tuple(records) for organization_id, records in found.items()}


def there_on(record: DatedOrganization, day: dt.date | None) -> bool:
    """Tell whether an organization had its name on a day, or has it today; a unit is there only while its parent is."""
    parent = record.organization.parent
    named = record.until is None if day is None else holds(record, day)
    return named and (parent is None or any(there_on(above, day) for above in by_id()[str(parent.id)]))


def entries_of(text: str) -> tuple[Entry, ...]:
    """Read a file of the directory's form; raises `InvalidValue` for the first line that is wrong."""
    document = tomllib.loads(text)
    sources = {name: Source(**row) for name, row in document["sources"].items()}
    above: dict[str, Organization] = {}
    entries = []
    for i, row in enumerate(document["organizations"]):
        try:
            entries.append(_entry(row, above, sources))
        except InvalidValue as error:
            raise error.inside(f"organizations[{i}]") from None
        above[row["id"]] = entries[-1].record.organization
    return tuple(entries)


def _one_of(known: Mapping[str, T], field: str, name: str) -> T:
    if name not in known:
        raise InvalidValue(
            "unknown", field, f"names {name!r}, which is not there, or not above{did_you_mean(name, known)}"
        )
    return known[name]


def _entry(row: Mapping[str, Any], above: Mapping[str, Organization], sources: Mapping[str, Source]) -> Entry:
    for unknown in sorted(row.keys() - _KEYS):
        raise InvalidValue("unknown_key", unknown, "is no key of an entry; look at the head of the file")
    parent = _one_of(above, "parent", row["parent"]) if "parent" in row else None
    record = DatedOrganization(
        organization=Organization(id=row.get("id"), name=row.get("name", {}), parent=parent),
        kind=AttendeeKind(row["kind"]),
        since=row.get("since"),
        until=row.get("until"),
        same_as=row.get("same_as", ()),
        sources=[_one_of(sources, "sources", name) for name in row["sources"]],
    )
    return Entry(record, tuple(row.get("also", ())), row.get("alone", True))
