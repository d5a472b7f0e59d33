"""How two values differ, field by field, before it is said what that means."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import attrs

from csegroup.changes.change import ChangeKind, compared
from csegroup.changes.matching import Pairs, in_a_list, matched, staying
from csegroup.changes.programs import aligned, in_a_program
from csegroup.changes.spots import Difference, Position, Spot
from csegroup.changes.things import are_one_thing
from csegroup.meetings import Meeting
from csegroup.program import Session
from csegroup.text import LocalizedText, StringMapping, is_translation

__all__ = ["differences", "relocations"]


def differences(before: object, after: object, spot: Spot) -> Iterator[Difference]:
    """Give what differs between two values, in the order of the fields."""
    if compared(before) == compared(after):
        return
    if isinstance(before, StringMapping) and isinstance(after, StringMapping):
        yield from _of_mappings(before, after, spot)
    elif isinstance(before, tuple) and isinstance(after, tuple) and _hold_objects(before, after):
        yield from _of_a_list(in_a_list(before), in_a_list(after), matched(before, after), spot)
    elif type(before) is type(after) and attrs.has(type(before)) and are_one_thing(before, after):
        yield from _of_fields(before, after, spot)
    else:
        yield Difference(spot, _kind(before, after), before, after)


def _hold_objects(*lists: tuple[object, ...]) -> bool:
    return all(attrs.has(type(element)) for elements in lists for element in elements)


def _kind(before: object, after: object) -> ChangeKind:
    if before is None:
        return ChangeKind.ADDED
    return ChangeKind.REMOVED if after is None else ChangeKind.REPLACED


def _of_fields(before: Any, after: Any, spot: Spot) -> Iterator[Difference]:  # noqa: ANN401 - of any class
    for field in attrs.fields(type(before)):
        one, other = getattr(before, field.name), getattr(after, field.name)
        if isinstance(before, Meeting) and field.name == "program":
            left, right = in_a_program(one), in_a_program(other)
            yield from _of_a_list(left, right, aligned(left, right), spot.field("program", after))
        elif not (isinstance(before, Session) and field.name == "items"):  # which are in the program's list
            yield from differences(one, other, spot.field(field.name, after))


def _of_mappings(before: StringMapping, after: StringMapping, spot: Spot) -> Iterator[Difference]:
    by_language = isinstance(before, LocalizedText)
    official = _made_official(before, after) if by_language else {}
    for key, value in before.items():
        if key in official:
            other = official[key]
            yield Difference(spot.key(key, other), ChangeKind.MOVED, value, after[other], by_language)
        elif key not in after:
            yield Difference(spot.key(key, None), ChangeKind.REMOVED, value, None, by_language)
        elif value != after[key]:
            yield Difference(spot.key(key, key), ChangeKind.REPLACED, value, after[key], by_language)
    for key, value in after.items():
        if key not in before and key not in official.values():
            yield Difference(spot.key(None, key), ChangeKind.ADDED, None, value, by_language)


def _made_official(before: StringMapping, after: StringMapping) -> dict[str, str]:
    """Give the tags of unofficial translations that have become the office's own: `ja-t-en` and `ja`."""
    new = {tag for tag in after if tag not in before}
    found: dict[str, str] = {}
    for tag in before:
        own = tag.partition("-t-")[0]
        if is_translation(tag) and tag not in after and own in new:
            found[tag] = own
            new.remove(own)
    return found


def _of_a_list(
    before: Mapping[Position, object], after: Mapping[Position, object], pairs: Pairs, spot: Spot
) -> Iterator[Difference]:
    """Give what differs between two lists: first what was there, in its order, then what was added."""
    moved = relocations(pairs)
    for at, element in before.items():
        to = pairs.get(at)
        if to is not None:
            here = spot.element(at, to)
            if at in moved:
                yield Difference(here, ChangeKind.MOVED, element, after[to])
            yield from differences(element, after[to], here)
        elif _is_told(at, pairs):
            yield Difference(spot.element(at, None), ChangeKind.REMOVED, element)
    there = {to: at for at, to in pairs.items()}
    for to, element in after.items():
        if to not in there and _is_told(to, there):
            yield Difference(spot.element(None, to), ChangeKind.ADDED, None, element)


def _is_told(position: Position, pairs: Pairs) -> bool:
    """Tell whether what has no pair is told by itself, and not as part of a session that has none."""
    return len(position) == 1 or position[:-1] in pairs


def relocations(pairs: Pairs) -> set[Position]:
    """Give those that stand elsewhere: in another session, or neither in their place nor in order with most others."""
    levels: dict[tuple[Position, Position], list[tuple[Position, Position]]] = {}
    for at, to in sorted(pairs.items()):
        level = at[:-1], to[:-1]
        if len(at) == len(to) and pairs.get(level[0], ()) == level[1]:
            levels.setdefault(level, []).append((at, to))
    return set(pairs).difference(*map(staying, levels.values()))
