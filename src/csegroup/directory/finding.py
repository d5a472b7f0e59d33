"""The agencies of a file: which there are on a day, which a name means, and which names are near to one."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from functools import cache, cached_property
from operator import itemgetter
from pathlib import Path
from typing import final

from csegroup.directory.keys import key, words
from csegroup.directory.reading import Entry, entries_of
from csegroup.directory.spelling import apart, official_keys, paths, spellings
from csegroup.organizations import DatedOrganization, Organization
from csegroup.spans import holds

__all__ = ["Agencies", "known"]

_LEAST_LIKENESS = 0.3
_Rank = tuple[bool, float, int, bool]


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

        Two names together, one in brackets or each in a script of its own, mean what both mean; one of them may be that
        of a unit which means nobody alone.
        """
        if found := self._of_name(name, day):
            return found
        for parts in apart(name):
            means = [self._of_name(part, day) for part in parts]
            first = next(filter(None, means), None)
            if first and all(
                found is first or (found is None and key(part) in self._own_keys[first])
                for part, found in zip(parts, means, strict=True)
            ):
                return first
        return None

    def _of_name(self, name: str, day: dt.date | None) -> DatedOrganization | None:
        records = self._by_key.get(key(name)) or self._by_words.get(words(name), ())
        present = [record for record in records if self.there_on(record, day)]
        named = present if present or day else records
        return named[-1] if len({record.organization.id for record in named}) == 1 else None

    @cached_property
    def _own_keys(self) -> Mapping[DatedOrganization, frozenset[str]]:
        """The keys of each record's own names, without those above it."""
        return {entry.record: frozenset(map(key, spellings(entry))) for entry in self.entries}

    @cached_property
    def _by_key(self) -> Mapping[str, Sequence[DatedOrganization]]:
        """Map each key to the records that it means; a unit's name stands alone or with those above it.

        Those above follow in their order, from the unit outward or from the root inward.
        """
        above: dict[Organization, frozenset[str]] = {}
        found: dict[str, list[DatedOrganization]] = {}
        for entry in self.entries:
            organization = entry.record.organization
            above[organization] = self._own_keys[entry.record]
            written = set()
            for unit, *others in paths([above[part] for part in organization.lineage], alone=entry.alone):
                outward, inward = "".join(others), "".join(reversed(others))
                written |= {unit + outward, unit + inward, inward + unit}
            for path in written:
                found.setdefault(path, []).append(entry.record)
        return found

    @cached_property
    def _by_words(self) -> Mapping[str, Sequence[DatedOrganization]]:
        """Map the words of official names in Latin letters, in whatever order, to the records that they mean.

        Other names of several words are in the file in the order in which they are used: a Transport Ministry is that
        of today, the Ministry of Transport is not.
        """
        above: dict[Organization, frozenset[str]] = {}
        found: dict[str, list[DatedOrganization]] = {}
        for entry in self.entries:
            organization = entry.record.organization
            names = [name for name in spellings(entry) if " " not in name or name not in entry.also]
            above[organization] = frozenset(filter(None, map(words, names)))
            lineage = [above[part] for part in organization.lineage]
            for written in {" ".join(sorted(" ".join(path).split())) for path in paths(lineage, alone=entry.alone)}:
                found.setdefault(written, []).append(entry.record)
        return found

    def nearest(self, name: str) -> Sequence[DatedOrganization]:
        """Give the organizations with the most alike names, each once, the nearest first and those of today.

        An organization whose whole name begins the one looked for goes first, with the units in it; of names as near as
        each other the one with more of the same letters does.
        """
        wanted = key(name)
        pairs, letters = _pairs(wanted), frozenset(wanted)
        begun = max((start for start in self._roots if wanted.startswith(start)), key=len, default=None)
        root = self._roots.get(begun) if begun else None
        ranked: dict[str | None, tuple[_Rank, DatedOrganization]] = {}
        for record, names in self._compared:
            likeness, shared = max(
                (_likeness(wanted, pairs, other, others), len(letters.intersection(other)))
                for other, others in names.items()
            )
            organization = record.organization
            rank = (organization.lineage[-1].id == root, likeness, shared, record.until is None)
            if likeness >= _LEAST_LIKENESS and (organization.id not in ranked or rank > ranked[organization.id][0]):
                ranked[organization.id] = rank, record
        return [record for _, record in sorted(ranked.values(), key=itemgetter(0), reverse=True)]

    @cached_property
    def _roots(self) -> Mapping[str, str | None]:
        """Map names that begin others to the ids of what they alone mean, if it is in no other organization.

        Short names in Latin letters begin too many words.
        """
        found: dict[str, str | None] = {}
        for record, own in self._own_keys.items():
            organization = record.organization
            if organization.parent is None:
                names = {*official_keys(organization), *(name for name in own if not name.isascii())}
                found |= {name: organization.id for name in names if self._by_key[name] == [record]}
        return found

    @cached_property
    def _compared(self) -> Sequence[tuple[DatedOrganization, Mapping[str, frozenset[str]]]]:
        compared = []
        for record, own in self._own_keys.items():
            names = {*own, *official_keys(record.organization)}
            compared.append((record, {name: _pairs(name) for name in names}))
        return compared


def _likeness(wanted: str, pairs: frozenset[str], other: str, others: frozenset[str]) -> float:
    """Compare by Dice's measure; what begins with a name, as a post does with its agency's, is nearer, the more so."""
    if wanted.startswith(other) and (2 * len(other) >= len(wanted) or not other.isascii()):
        return (1 + 2 * len(other) / len(wanted)) / 3
    return 2 * len(pairs & others) / (len(pairs) + len(others))


def _pairs(written: str) -> frozenset[str]:
    """Give the pairs of neighbouring characters, those at the ends with a blank."""
    padded = f" {written} "
    return frozenset(padded[i : i + 2] for i in range(len(written) + 1)) if written else frozenset()
