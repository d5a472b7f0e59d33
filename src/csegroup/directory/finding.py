"""The agencies of a file: which there are on a day, which a name means, and which names are near to one."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache, cached_property
from itertools import combinations, product
from pathlib import Path
from typing import final

from csegroup.directory.keys import key, romanized
from csegroup.directory.reading import Entry, entries_of
from csegroup.organizations import AttendeeKind, DatedOrganization, Organization
from csegroup.spans import holds

__all__ = ["Agencies", "known"]

_LEAST_LIKENESS = 0.3
# 兵庫警察 for 兵庫県警察.
_PREFECTURE = re.compile("(?:県|府|けん|ふ)(?=警察本部$|けいさつほんぶ$)")
_BRACKETS = re.compile(r"[(（]([^()（）]+)[)）]")


@cache
def known() -> Agencies:
    """Read the file that comes with the package."""
    return Agencies(entries_of(Path(__file__).with_name("agencies.toml").read_text(encoding="utf-8")))


@final
class Agencies:
    """The entries of one file, and what is looked up in them; each table is made when it is first needed."""

    def __init__(self, entries: Sequence[Entry]) -> None:
        self.entries = entries

    @cached_property
    def by_id(self) -> Mapping[str, Sequence[DatedOrganization]]:
        """The records of each organization, in the order of the file."""
        found: dict[str, list[DatedOrganization]] = {}
        for entry in self.entries:
            found.setdefault(str(entry.record.organization.id), []).append(entry.record)
        return found

    def there_on(self, record: DatedOrganization, day: dt.date | None) -> bool:
        """Tell whether a name held on a day, or holds today; a unit is there only while its parent is."""
        parent = record.organization.parent
        named = record.until is None if day is None else holds(record, day)
        return named and (parent is None or any(self.there_on(above, day) for above in self.by_id[str(parent.id)]))

    def meant(self, name: str, day: dt.date | None) -> DatedOrganization | None:
        """Give the record that a name means on a day, or today and then before; None for none and for several.

        Two names together, one in brackets or each in a script of its own, mean what both mean.
        """
        whole = key(name)
        beside, in_brackets = key(_BRACKETS.sub("", name)), key("".join(_BRACKETS.findall(name)))
        latin, other = (re.sub(script, "", whole) for script in ("[^a-z0-9]", "[a-z0-9]"))
        for parts in ([whole], [beside, in_brackets], [latin, other]):
            first, *more = (self._of_key(part, day) for part in parts)
            if first and all(record is first for record in more):
                return first
        return None

    def _of_key(self, wanted: str, day: dt.date | None) -> DatedOrganization | None:
        records = self._by_key.get(wanted, ())
        present = [record for record in records if self.there_on(record, day)]
        named = present if present or day else records
        return named[-1] if len({record.organization.id for record in named}) == 1 else None

    @cached_property
    def _by_key(self) -> Mapping[str, Sequence[DatedOrganization]]:
        """Map each key to the records that it means; a unit's name stands alone or with those above it."""
        above: dict[Organization, frozenset[str]] = {}
        found: dict[str, list[DatedOrganization]] = {}
        for entry in self.entries:
            organization = entry.record.organization
            above[organization] = _own_keys(entry)
            for written in set(_paths([above[part] for part in organization.lineage], alone=entry.alone)):
                found.setdefault(written, []).append(entry.record)
        return found

    def nearest(self, name: str) -> Sequence[DatedOrganization]:
        """Give the organizations with the most alike names, each once, the nearest first and those of today."""
        wanted = key(name)
        pairs = _pairs(wanted)
        ranked: dict[str | None, tuple[float, bool, DatedOrganization]] = {}
        for record, names in self._compared:
            likeness = max(_likeness(wanted, pairs, other, others) for other, others in names.items())
            rank = (likeness, record.until is None, record)
            organization_id = record.organization.id
            if likeness >= _LEAST_LIKENESS and rank[:2] > ranked.get(organization_id, (0.0, False))[:2]:
                ranked[organization_id] = rank
        return [record for *_, record in sorted(ranked.values(), key=lambda rank: rank[:2], reverse=True)]

    @cached_property
    def _compared(self) -> Sequence[tuple[DatedOrganization, Mapping[str, frozenset[str]]]]:
        compared = []
        for entry in self.entries:
            names = {*_own_keys(entry), *_official_keys(entry.record.organization)}
            compared.append((entry.record, {name: _pairs(name) for name in names}))
        return compared


def _likeness(wanted: str, pairs: frozenset[str], other: str, others: frozenset[str]) -> float:
    """Compare by Dice's measure; what begins with a name, as a post does with its agency's, is nearer, the more so."""
    if wanted.startswith(other) and 2 * len(other) >= len(wanted):
        return (1 + 2 * len(other) / len(wanted)) / 3
    return 2 * len(pairs & others) / (len(pairs) + len(others))


def _pairs(written: str) -> frozenset[str]:
    """Give the pairs of neighbouring characters, those at the ends with a blank."""
    padded = f" {written} "
    return frozenset(padded[i : i + 2] for i in range(len(written) + 1)) if written else frozenset()


def _paths(names: list[frozenset[str]], *, alone: bool) -> Iterator[str]:
    """Write a unit with some of those above it, from the unit outward and from the root inward."""
    unit, *others = names
    for count in range(0 if alone or not others else 1, len(others) + 1):
        for chosen in combinations(others, count):
            for path in product(unit, *chosen):
                yield "".join(path)
                yield "".join(reversed(path))


def _own_keys(entry: Entry) -> frozenset[str]:
    return frozenset(map(key, _spellings(entry)))


def _spellings(entry: Entry) -> Iterable[str]:
    yield from entry.also
    for tag, name in entry.record.organization.name.items():
        spelled = [name]
        if entry.record.kind is AttendeeKind.PREFECTURAL_POLICE:
            spelled.append(_PREFECTURE.sub("", name))
        yield from spelled
        if tag == "ja-Hira":
            yield from map(romanized, spelled)


def _official_keys(organization: Organization) -> Iterator[str]:
    """Give the keys of the whole name, with all that is above, in each language."""
    for tag in organization.name:
        parts = [part.name.get(tag) or part.name.best(tag)[1] for part in organization.lineage]
        yield key("".join(reversed(parts)) if tag.startswith("ja") else " ".join(parts))
