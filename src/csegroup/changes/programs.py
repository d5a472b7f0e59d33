"""Which item of a program before is which one after, in a session or outside of one; items have no ids."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

from csegroup.changes.matching import KeysAt, Pairs, beside, pair_ends, pair_up
from csegroup.changes.spots import Position
from csegroup.changes.things import Keys, keys_of, speakers_of
from csegroup.program import Address, Formality, Item, Session

__all__ = ["aligned", "in_a_program"]

Items = Mapping[Position, Item]
Sides = tuple[Items, Items]


def in_a_program(program: Iterable[Item]) -> dict[Position, Item]:
    """Give the items of a program by their positions, a session before its items."""
    return dict(_positions(program))


def _positions(program: Iterable[Item]) -> Iterator[tuple[Position, Item]]:
    for i, item in enumerate(program):
        yield (i,), item
        if isinstance(item, Session):
            yield from (((i, k), one) for k, one in enumerate(item.items))


def aligned(before: Items, after: Items) -> Pairs:
    """Match the items of two programs as a person would.

    First what is equal at the head and at the tail, which tells one break from another; then what is equal or has
    the same kind and title, in its session, then in another one; then what stands in its place with the same kind
    and speaker, or with the same title.
    """
    pairs: Pairs = {}
    sides = before, after
    _pair_ends(pairs, sides, ((), ()))
    sessions = _only(sides, lambda item: isinstance(item, Session))
    for session_keys in (_itself, keys_of, _inside):
        _pair(pairs, sessions, session_keys)
    for session in [(at, to) for at, to in pairs.items() if at in sessions[0]]:
        _pair_ends(pairs, sides, session)
    items = _only(sides, lambda item: not isinstance(item, Session))
    for keys in (_itself, _title_and_speakers, keys_of):
        _pair_at_its_level(pairs, items, keys)
    told_apart = _only(items, lambda item: not isinstance(item, Formality))
    for keys in (_itself, keys_of):
        _pair(pairs, told_apart, keys)
    _pair_by_place(pairs, items, sides)
    _pair_at_its_level(pairs, items, _title)
    return pairs


def _pair_ends(pairs: Pairs, sides: Sides, levels: tuple[Position, Position]) -> None:
    """Pair the items at the head and at the tail of a program or of a session."""
    before, after = sides
    lists = [_in_level(side, level) for side, level in zip(sides, levels, strict=True)]
    pair_ends(pairs, lists[0], lists[1], lambda at, to: before[at] == after[to])


def _in_level(items: Items, level: Position) -> list[Position]:
    found: list[Position] = []
    while (at := (*level, len(found))) in items:
        found.append(at)
    return found


def _only(sides: Sides, wanted: Callable[[Item], bool]) -> Sides:
    before, after = ({at: item for at, item in side.items() if wanted(item)} for side in sides)
    return before, after


def _pair(pairs: Pairs, sides: Sides, keys: Callable[[Item], Keys]) -> None:
    before, after = sides
    pair_up(pairs, before, after, (lambda at: keys(before[at]), lambda at: keys(after[at])))


def _pair_at_its_level(pairs: Pairs, sides: Sides, keys: Callable[[Item], Keys]) -> None:
    before, after = sides
    level = _level_before(pairs)
    left: KeysAt = lambda at: ((level(at), key) for key in keys(before[at]))  # noqa: E731 - of one line
    pair_up(pairs, before, after, (left, lambda at: ((at[:-1], key) for key in keys(after[at]))))


def _level_before(pairs: Pairs) -> Callable[[Position], Position]:
    """Tell in which session of the program after an item before would be; one that is gone is none of those."""
    sessions = dict(pairs)
    return lambda at: at[:-1] and sessions.get(at[:-1], (*at, -1))


def _pair_by_place(pairs: Pairs, items: Sides, sides: Sides) -> None:
    before, after = items
    level = _level_before(pairs)
    near = _beside(sides[0], pairs), _beside(sides[1], {one: one for one in pairs.values()})

    def left(at: Position) -> Iterator[object]:
        return ((level(at), beside_it, key) for beside_it in near[0][at] for key in _kind_and_speakers(before[at]))

    def right(at: Position) -> Iterator[object]:
        return ((at[:-1], beside_it, key) for beside_it in near[1][at] for key in _kind_and_speakers(after[at]))

    pair_up(pairs, before, after, (left, right))


def _beside(items: Items, pairs: Pairs) -> dict[Position, Keys]:
    levels: dict[Position, list[Position]] = {}
    for at in items:
        levels.setdefault(at[:-1], []).append(at)
    return {at: keys for level in levels.values() for at, keys in beside(level, pairs).items()}


def _itself(item: Item) -> Keys:
    return (item,)


def _inside(item: Item) -> Keys:
    """Give the items of a session, by which it is known under another title."""
    inside = item.items if isinstance(item, Session) else ()
    return tuple(one for one in inside if not isinstance(one, Formality))


def _title_and_speakers(item: Item) -> Keys:
    return tuple((key, speakers_of(item)) for key in keys_of(item))


def _kind_and_speakers(item: Item) -> Keys:
    speakers = speakers_of(item)
    if isinstance(item, Formality) or (isinstance(item, Address) and not speakers):
        return ()
    return ((type(item), speakers),)


def _title(item: Item) -> Keys:
    """Give the title of an item of any kind."""
    title = None if isinstance(item, Formality) else item.title
    return tuple(title.items()) if title else ()
