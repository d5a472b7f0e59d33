"""All spellings by which an organization of the directory is found, and how near another one is to them."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import combinations, product

from csegroup.directory.data import Entry, all_entries, there_on
from csegroup.directory.keys import key, romanized
from csegroup.organizations import AttendeeKind, DatedOrganization, Organization

__all__ = ["meant", "nearest"]

_LEAST_LIKENESS = 0.3
# 兵庫警察 for 兵庫県警察.
_PREFECTURE = re.compile("(?:県|府|けん|ふ)(?=警察本部$|けいさつほんぶ$)")
_BRACKETS = re.compile(r"[(（]([^()（）]+)[)）]")


def meant(name: str, day: dt.date | None) -> DatedOrganization | None:
    """Give the record that a name means on a day, or today and then before; None for none and for several.

    Two names together, one in brackets or each in a script of its own, mean what both mean.
    """
    whole = key(name)
    beside, in_brackets = key(_BRACKETS.sub("", name)), key("".join(_BRACKETS.findall(name)))
    latin, other = (re.sub(script, "", whole) for script in ("[^a-z0-9]", "[a-z0-9]"))
    for parts in ([whole], [beside, in_brackets], [latin, other]):
        first, *more = (_of_key(part, day) for part in parts)
        if first and all(record is first for record in more):
            return first
    return None


def _of_key(wanted: str, day: dt.date | None) -> DatedOrganization | None:
    records = _index().get(wanted, ())
    present = [record for record in records if there_on(record, day)]
    past = [] if day else [record for record in records if record not in present]
    named = present or past
    return named[-1] if len({record.organization.id for record in named}) == 1 else None


def nearest(name: str) -> tuple[DatedOrganization, ...]:
    """Give the organizations with the most alike names, each once, the nearest first."""
    wanted = key(name)
    pairs = _pairs(wanted)
    ranked: dict[str | None, tuple[float, bool, DatedOrganization]] = {}
    for record, names in _compared():
        likeness = max(_likeness(wanted, pairs, other, others) for other, others in names.items())
        rank = (likeness, record.until is None, record)
        organization_id = record.organization.id
        if likeness >= _LEAST_LIKENESS and rank[:2] > ranked.get(organization_id, (0.0, False))[:2]:
            ranked[organization_id] = rank
    return tuple(record for *_, record in sorted(ranked.values(), key=lambda rank: rank[:2], reverse=True))


def _likeness(wanted: str, pairs: frozenset[str], other: str, others: frozenset[str]) -> float:
    """Compare by Dice's measure; what begins with a name, as a post does with its agency's, is nearer, the more so."""
    if wanted.startswith(other) and 2 * len(other) >= len(wanted):
        return (1 + 2 * len(other) / len(wanted)) / 3
    return 2 * len(pairs & others) / (len(pairs) + len(others))


def _pairs(written: str) -> frozenset[str]:
    """Give the pairs of neighbouring characters, those at the ends with a blank."""
    padded = f" {written} "
    return frozenset(padded[i : i + 2] for i in range(len(written) + 1)) if written else frozenset()


@cache
def _compared() -> tuple[tuple[DatedOrganization, dict[str, frozenset[str]]], ...]:
    compared = []
    for entry in all_entries():
        names = {*_own_keys(entry), *_official_keys(entry.record.organization)}
        compared.append((entry.record, {name: _pairs(name) for name in names}))
    return tuple(compared)


@cache
def _index() -> dict[str, tuple[DatedOrganization, ...]]:
    """Map each key to the records of its name; a unit's name stands alone or with those above it."""
    above: dict[Organization, frozenset[str]] = {}
    found: dict[str, list[DatedOrganization]] = {}
    for entry in all_entries():
        organization = entry.record.organization
        above[organization] = _own_keys(entry)
        for written in _paths([above[part] for part in organization.lineage], alone=entry.alone):
            records = found.setdefault(written, [])
            if not records or records[-1] is not entry.record:
                records.append(entry.record)
    return {written: tuple(records) for written, records in found.items()}


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
