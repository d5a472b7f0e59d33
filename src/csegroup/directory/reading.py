"""The file of the directory, which a person corrects, as entries."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from typing import Any, NamedTuple, TypeVar

from csegroup.errors import InvalidValue
from csegroup.organizations import AttendeeKind, DatedOrganization, Organization, Source
from csegroup.text import did_you_mean

__all__ = ["Entry", "entries_of"]

T = TypeVar("T")

_KEYS = frozenset({"id", "parent", "name", "also", "alone", "kind", "since", "until", "same_as", "sources"})


class Entry(NamedTuple):
    """A line of the file: an organization under one name, and by what else it is found."""

    record: DatedOrganization
    also: tuple[str, ...]
    alone: bool


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
