"""Which element of a list before is which one of the list after, and which of them kept their order."""

from __future__ import annotations

from bisect import bisect_left
from collections import deque
from collections.abc import Callable, Collection, Hashable, Iterable, Mapping, Sequence

from csegroup.changes.spots import Position
from csegroup.changes.things import BY_PLACE, Keys, keys_of, spare_keys_of, surest_keys_of
from csegroup.meetings import Meeting

__all__ = ["KeysAt", "Pairs", "beside", "in_a_list", "matched", "pair_ends", "pair_up", "staying"]

Pairs = dict[Position, Position]
KeysAt = Callable[[Position], Iterable[Hashable]]


def in_a_list(elements: Iterable[object]) -> dict[Position, object]:
    """Give the elements of a list by their positions."""
    return {(i,): element for i, element in enumerate(elements)}


def pair_up(pairs: Pairs, before: Iterable[Position], after: Iterable[Position], keys: tuple[KeysAt, KeysAt]) -> None:
    """Pair what has no pair yet and has a key alike, the first of a key with the first; in linear time."""
    waiting: dict[Hashable, deque[Position]] = {}
    for position in before:
        if position not in pairs:
            for key in keys[0](position):
                waiting.setdefault(key, deque()).append(position)
    taken = set(pairs.values())
    for position in after:
        if position not in taken and (found := _first(waiting, keys[1](position), pairs)):
            pairs[found] = position


def _first(waiting: Mapping[Hashable, deque[Position]], keys: Iterable[Hashable], pairs: Pairs) -> Position | None:
    for key in keys:
        queue = waiting.get(key)
        while queue:
            found = queue.popleft()
            if found not in pairs:
                return found
    return None


def pair_ends(
    pairs: Pairs, before: Sequence[Position], after: Sequence[Position], alike: Callable[[Position, Position], bool]
) -> None:
    """Pair what two lists have alike at their heads and at their tails, where nothing was put in or taken out."""
    shorter = min(len(before), len(after))
    head = next((i for i in range(shorter) if not alike(before[i], after[i])), shorter)
    tail = next((i for i in range(1, shorter - head + 1) if not alike(before[-i], after[-i])), shorter - head + 1)
    pairs.update(zip(before[:head], after[:head], strict=True))
    pairs.update((before[-i], after[-i]) for i in range(1, tail))


def matched(before: Sequence[object], after: Sequence[object]) -> Pairs:
    """Match the elements of two lists: what is equal, then what is one thing, then what stands in its place."""
    left, right = in_a_list(before), in_a_list(after)
    pairs: Pairs = {}
    pair_ends(pairs, [*left], [*right], lambda at, to: _itself(left[at]) == _itself(right[to]) != ())
    for keys in (_itself, surest_keys_of, keys_of, spare_keys_of):
        sides = [_keys_in(side, keys) for side in (left, right)]
        pair_up(pairs, left, right, (sides[0], sides[1]))
    if any(isinstance(element, BY_PLACE) for element in before):
        neighbours = beside(left, pairs), beside(right, {one: one for one in pairs.values()})
        pair_up(pairs, left, right, (neighbours[0].__getitem__, neighbours[1].__getitem__))
    return pairs


def _itself(value: object) -> Keys:
    # The states of a meeting have a key of their own, and are large.
    return () if isinstance(value, Meeting) else (value,)


def _keys_in(values: Mapping[Position, object], keys: Callable[[object], Keys]) -> KeysAt:
    return lambda position: keys(values[position])


def beside(positions: Collection[Position], pairs: Mapping[Position, Position]) -> dict[Position, Keys]:
    """Give for each position of a list the pairs nearest to it, before and behind it, by where they are after."""
    behind = _nearest(reversed(list(positions)), pairs)
    return {one: (("after", last), ("before", behind[one])) for one, last in _nearest(positions, pairs).items()}


def _nearest(positions: Iterable[Position], pairs: Mapping[Position, Position]) -> dict[Position, Position | None]:
    last: Position | None = None
    return {position: (last := pairs.get(position, last)) for position in positions}


def staying(pairs: Sequence[tuple[Position, Position]]) -> set[Position]:
    """Give those in the order before that keep their order: what stands in its place, and the most of the others.

    >>> sorted(staying([((0,), (2,)), ((1,), (0,)), ((2,), (1,))]))
    [(1,), (2,)]
    >>> sorted(staying([((0,), (2,)), ((1,), (1,)), ((2,), (0,))]))
    [(1,)]
    """
    places = [at[-1] for at, to in pairs if at[-1] == to[-1]]
    # What passed one of them by cannot stay beside it.
    return _longest_run([(at, to) for at, to in pairs if bisect_left(places, at[-1]) == bisect_left(places, to[-1])])


def _longest_run(pairs: Iterable[tuple[Position, Position]]) -> set[Position]:
    heads: list[Position] = []  # the smallest position after that ends a run of each length
    ends: list[int] = []
    chain: list[tuple[Position, int]] = []  # a position before, and the link that goes before it in its run
    for before, after in pairs:
        length = bisect_left(heads, after)
        chain.append((before, ends[length - 1] if length else -1))
        heads[length : length + 1] = [after]
        ends[length : length + 1] = [len(chain) - 1]
    kept: set[Position] = set()
    link = ends[-1] if ends else -1
    while link >= 0:
        before, link = chain[link]
        kept.add(before)
    return kept
