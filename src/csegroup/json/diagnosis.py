"""What went wrong while a document was read, flattened from a tree of errors into places and sentences."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import attrs
from cattrs.errors import ClassValidationError, ForbiddenExtraKeysError, IterableValidationError

from csegroup.errors import InvalidValue, Problem, joined_path
from csegroup.json.syntax import places
from csegroup.text import at_key, did_you_mean

__all__ = ["in_order", "problems_in"]


def problems_in(error: Exception, path: str = "") -> Iterator[Problem]:
    """Give every problem in an error of cattrs; an error that is no problem of the document is raised again."""
    match error:
        case ExceptionGroup():
            for inner, place in _inside(error, path):
                yield from problems_in(inner, place)
        case ForbiddenExtraKeysError():
            for key in sorted(error.extra_fields):
                yield Problem(joined_path(path, at_key(key)), "unknown_key", _unknown(key, error.cl))
        case InvalidValue():
            yield Problem(joined_path(path, error.field), error.code, error.message)
        case KeyError():
            yield Problem(path, "missing", "is missing")
        case _:
            raise error


def _inside(error: ExceptionGroup[Exception], path: str) -> Iterator[tuple[Exception, str]]:
    """Give the errors of a group, each with its place."""
    match error:
        case ClassValidationError():
            named, others = error.group_exceptions()
            yield from ((inner, joined_path(path, note.name)) for inner, note in named)
            yield from ((inner, path) for inner in others)
        case IterableValidationError():
            yield from ((inner, f"{path}[{place.index}]") for inner, place in error.group_exceptions()[0])
        case _:
            yield from ((inner, path) for inner in error.exceptions)


def _unknown(key: str, cls: type) -> str:
    nearest = did_you_mean(key, [field.name for field in attrs.fields(cls)])
    return f"is no key of this object{nearest or '; take it out'}"


def in_order(problems: Iterable[Problem], document: object, at_most: int) -> list[Problem]:
    """Sort problems by their places in the document; what is missing stands where its object begins."""
    order = {path: i for i, (path, _) in enumerate(places(document))}
    return sorted(problems, key=lambda problem: _place(problem.path, order))[:at_most]


def _place(path: str, order: dict[str, int]) -> int:
    while path and path not in order:
        cut = max(path.rfind("."), path.rfind("["))
        path = path[: max(cut, 0)]
    return order.get(path, 0)
