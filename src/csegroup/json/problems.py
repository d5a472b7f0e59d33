"""What went wrong while a document was read, flattened from a tree of errors into places and sentences."""

from __future__ import annotations

from collections.abc import Iterator

from cattrs.errors import ClassValidationError, ForbiddenExtraKeysError, IterableValidationError

from csegroup.errors import InvalidValue, Problem, joined_path
from csegroup.text import at_key

__all__ = ["problems_in"]


def problems_in(error: Exception, path: str = "") -> Iterator[Problem]:
    """Give every problem in an error of cattrs; an error that is no problem of the document is raised again."""
    match error:
        case ClassValidationError():
            named, others = error.group_exceptions()
            for inner, note in named:
                yield from problems_in(inner, joined_path(path, note.name))
            for inner in others:
                yield from problems_in(inner, path)
        case IterableValidationError():
            for inner, place in error.group_exceptions()[0]:
                yield from problems_in(inner, f"{path}[{place.index}]")
        case ForbiddenExtraKeysError():
            for key in sorted(error.extra_fields):
                yield Problem(joined_path(path, at_key(key)), "unknown_key", "is no key of this object; take it out")
        case InvalidValue():
            yield Problem(joined_path(path, error.field), error.code, error.message)
        case KeyError():
            yield Problem(path, "missing", "is missing")
        case _:
            raise error
