"""A meeting made anew from the state before and what has changed."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterable
from typing import Any, Final, final

import attrs

from csegroup.changes.change import Change, ChangeKind, compared
from csegroup.changes.spots import Spot
from csegroup.errors import InvalidValue
from csegroup.fields import an_instance, each, tuple_of
from csegroup.meetings import Meeting
from csegroup.text import StringMapping, shown

__all__ = ["apply"]

_STEP = re.compile(r"\[(\d+)\]|\.?([^.\[\]]+)")
_NOTHING: Final = object()


def apply(before: Meeting, changes: Iterable[Change]) -> Meeting:
    """Make the state after from the state before and all that changed, in any order, as `diff` gave it.

    Raises `InvalidValue` with the code `before` and the path of the first change that was made from another state.

    >>> from csegroup.changes import diff
    >>> from csegroup.example import MEETING
    >>> later = attrs.evolve(MEETING, number=7)
    >>> apply(MEETING, diff(MEETING, later)) == later
    True
    """
    an_instance(Meeting)("before", before)
    given = tuple_of(changes)
    each(an_instance(Change))("changes", given)
    for change in given:
        _check(before, change)
    making = _Making(before, given)
    after: Meeting = making.value(before, Spot())
    making.check_all_used()
    return after


def _check(before: Meeting, change: Change) -> None:
    """Refuse a change where something else stands than it was made from."""
    if change.kind is not ChangeKind.ADDED and compared(_at(before, change.path)) != compared(change.before):
        raise _made_from_another(change)


def _made_from_another(change: Change) -> InvalidValue:
    message = f"is not {shown(change.before)}, from which the change was made; give the meeting that was compared"
    return InvalidValue("before", change.path, message)


def _at(value: Any, path: str) -> object:  # noqa: ANN401 - whatever stands at a step
    """Look up what stands at a path."""
    for index, name in _STEP.findall(path):
        if index:
            value = value[int(index)] if isinstance(value, tuple) and int(index) < len(value) else _NOTHING
        elif isinstance(value, StringMapping):
            value = value.get(name, _NOTHING)
        else:
            known = attrs.has(type(value)) and name in attrs.fields_dict(type(value))
            value = getattr(value, name) if known else _NOTHING
    return value


@final
class _Making:
    """The state after, while it is made: every value once, from the inside outward."""

    def __init__(self, before: Meeting, changes: Iterable[Change]) -> None:
        self._before = before
        self._gone: dict[str, Change] = {}
        self._replaced: dict[str, Change] = {}
        self._come: dict[str, Change] = {}
        self._used: set[str] = set()
        for i, change in enumerate(changes):
            if change.kind is ChangeKind.REPLACED:
                _put(self._replaced, change.path, change, i)
            elif change.kind is not ChangeKind.ADDED:
                _put(self._gone, change.path, change, i)
            if change.kind in {ChangeKind.ADDED, ChangeKind.MOVED}:
                _put(self._come, change.to or change.path, change, i)
        # What comes, by the path of the list or the text that it comes into.
        self._into: dict[str, dict[str, Change]] = {}
        for path, change in self._come.items():
            into, step = _parted(path)
            self._into.setdefault(into, {})[step] = change

    def value(self, value: Any, spot: Spot) -> Any:  # noqa: ANN401 - whatever a field holds
        """Make what stands at a spot."""
        if spot.before in self._replaced:
            return self._replaced[spot.before].after
        if isinstance(value, StringMapping):
            return self._mapping(value, spot)
        if isinstance(value, tuple):
            return self._list(value, spot)
        return self._object(value, spot) if attrs.has(type(value)) else value

    def _object(self, value: Any, spot: Spot) -> object:  # noqa: ANN401 - of any class of the model
        values: dict[str, object] = {}
        for field in attrs.fields(type(value)):
            old = getattr(value, field.name)
            new = self._field(old, spot.field(field.name, value))
            if new is not old:
                values[field.name] = new
        try:
            return attrs.evolve(value, **values) if values else value
        except InvalidValue as error:
            raise error.inside(spot.after) from None

    def _field(self, value: object, spot: Spot) -> object:
        if spot.before in self._gone:
            return None
        if spot.after not in self._come:
            return self.value(value, spot)
        return self._arriving(self._come[spot.after], spot.after, there=value is not None)

    def _list(self, elements: tuple[object, ...], spot: Spot) -> tuple[object, ...]:
        coming = self._into.get(spot.after, {})
        staying = deque(i for i in range(len(elements)) if spot.element((i,), None).before not in self._gone)
        made: list[object] = []
        while staying or str(len(made)) in coming:
            here = spot.element(None, (len(made),))
            if change := coming.get(str(len(made))):
                made.append(self._arriving(change, here.after))
            else:
                i = staying.popleft()
                made.append(self.value(elements[i], here._replace(before=spot.element((i,), None).before)))
        return elements if made == [*elements] else tuple(made)

    def _mapping(self, mapping: StringMapping, spot: Spot) -> StringMapping:
        items: dict[str, str] = {}
        for key, text in mapping.items():
            here = spot.key(key, key)
            change = self._gone.get(here.before)
            if change is None:
                items[key] = self.value(text, here)
            elif change.to:
                items[_parted(change.to)[1]] = self._arriving(change, change.to)
        for key, change in self._into.get(spot.after, {}).items():
            if change.kind is ChangeKind.ADDED:
                items[key] = self._arriving(change, change.path, there=key in items)
        try:
            return mapping if items == mapping else type(mapping)(items)
        except InvalidValue as error:
            raise error.inside(spot.after) from None

    def _arriving(self, change: Change, path: str, *, there: bool = False) -> Any:  # noqa: ANN401 - whatever was added
        """Give what is added at a path, or what moves there, with what changed inside of it."""
        if there:
            raise InvalidValue("before", path, "is there already; give the meeting that was compared")
        self._used.add(path)
        if change.kind is ChangeKind.ADDED or isinstance(change.before, str):
            return change.after
        return self.value(_at(self._before, change.path), Spot(change.path, path))

    def check_all_used(self) -> None:
        """Refuse what could be put nowhere, but for what came with a session that was added as a whole."""
        for path, change in self._come.items():
            outer = _parted(path)[0]
            while outer and not (outer in self._come and self._come[outer].kind is ChangeKind.ADDED):
                outer = _parted(outer)[0]
            if path not in self._used and not outer:
                raise InvalidValue("before", change.path, "has no place there; give the meeting that was compared")


def _put(changes: dict[str, Change], path: str, change: Change, place: int) -> None:
    if path in changes:
        raise InvalidValue("twice", f"changes[{place}]", f"is a second change at {path}; take one out")
    changes[path] = change


def _parted(path: str) -> tuple[str, str]:
    """Part a path from its last step, a name, a key or an index."""
    last = list(_STEP.finditer(path))[-1]
    return path[: last.start()], last[1] or last[2]
