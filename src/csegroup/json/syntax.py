"""From bytes to plain JSON values, refusing what one reader takes for this and another for that."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import Any, NamedTuple, NoReturn, final

import attrs

from csegroup.errors import LoadError, Problem, joined_path
from csegroup.json.limits import LIMITS, Limits
from csegroup.text import at_key, shown

__all__ = ["BYTES_AT_MOST", "Parsed", "check_size", "holds_twice", "parsed", "places"]

BYTES_AT_MOST = LIMITS.bytes


class Parsed(NamedTuple):
    """The plain JSON values of a document, and what they no longer show.

    `problems` are the keys that stood twice; `fractions` tells whether a number is written as one, also as 6.0.
    """

    document: object
    problems: Sequence[Problem]
    fractions: bool


def check_size(data: bytes | str, limits: Limits) -> None:
    """Refuse a document that is too large to be read; raises `LoadError`."""
    if len(data) > limits.bytes:
        _refuse("size", f"is larger than {limits.bytes} bytes; raise the limit if it is meant to be")


def parsed(data: bytes | str, limits: Limits = LIMITS) -> Parsed:
    """Parse a document; raises `LoadError` where it cannot be read on."""
    check_size(data, limits)
    watch = _Watch(limits)
    document = _values(data, watch)
    _check_inside(document, limits)
    return Parsed(document, watch.problems(document), watch.fractions)


@final
@attrs.define
class _Watch:
    """Makes objects and fractions, and remembers what they do not show."""

    limits: Limits
    fractions: bool = False
    # By their ids, which are theirs as long as the objects are kept.
    twice: dict[int, tuple[object, Counter[str]]] = attrs.field(factory=dict)

    def made(self, pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        found = dict(pairs)
        if len(found) < len(pairs):
            counted = Counter(key for key, _ in pairs)
            self.twice[id(found)] = found, counted
            if len(self.twice) > self.limits.problems:  # to keep more of them would take much memory
                raise LoadError([holds_twice("", counted.most_common(1)[0][0], " in one object")])
        return found

    def fraction(self, written: str) -> float:
        self.fractions = True
        return float(written)

    def problems(self, document: object) -> tuple[Problem, ...]:
        if not self.twice:
            return ()
        found = (
            holds_twice(path, key, " in one object")
            for path, value in places(document)
            if id(value) in self.twice
            for key, times in self.twice[id(value)][1].items()
            if times > 1
        )
        return tuple(islice(found, self.limits.problems))


def _values(data: bytes | str, watch: _Watch) -> object:
    try:
        text = data if isinstance(data, str) else data.decode()
        if text.startswith("\ufeff"):
            _refuse("encoding", "begins with a byte order mark; save it as UTF-8 without one")
        document: object = json.loads(text, object_pairs_hook=watch.made, parse_float=watch.fraction)
    except LoadError:
        raise
    except UnicodeDecodeError as error:
        _refuse("encoding", f"is not UTF-8 at byte {error.start}; save it as UTF-8")
    except json.JSONDecodeError as error:
        _refuse("syntax", f"is not JSON at line {error.lineno}, column {error.colno}: {error.msg}")
    except RecursionError:
        _refuse("depth", "is nested too deeply")
    except ValueError:
        _refuse("number", "holds a number of more digits than any field has")
    return document


def _refuse(code: str, message: str) -> NoReturn:
    raise LoadError([Problem("", code, f"the document {message}")]) from None


def holds_twice(path: str, key: str, where: str) -> Problem:
    """Say that an object has a key twice."""
    holder = "holds" if path else "the document holds"
    return Problem(path, "duplicate_key", f"{holder} the key {shown(key)} twice{where}; take one out")


def places(value: object, path: str = "") -> Iterator[tuple[str, object]]:
    """Give every value of a document after its path, in the order of the document."""
    yield path, value
    if isinstance(value, Mapping):
        for key, inner in value.items():
            yield from places(inner, joined_path(path, at_key(key)))
    elif isinstance(value, list):
        for i, inner in enumerate(value):
            yield from places(inner, f"{path}[{i}]")


def _check_inside(document: object, limits: Limits) -> None:
    """Refuse what is nested deeper than any record, level by level, so that nothing after it can run too deep."""
    level: list[object] = [document]
    values = 1
    for _ in range(limits.depth):
        level = [inner for outer in level for inner in _inside(outer, limits)]
        values += len(level)
        if values > limits.values:
            _refuse("size", f"holds more than {limits.values} values; raise the limit if it is meant to")
        if not level:
            return
    _refuse("depth", f"is nested more than {limits.depth} levels deep")


def _inside(value: object, limits: Limits) -> Iterable[object]:
    match value:
        case dict():
            return value.values()
        case list():
            return value
        case str() if len(value) > limits.text:
            _refuse("size", f"holds a text of more than {limits.text} characters; shorten it, or raise the limit")
        case _:
            return ()
