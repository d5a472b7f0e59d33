"""What went wrong while a document was read, flattened from a tree of errors into places and sentences."""

from __future__ import annotations

from collections.abc import Iterator

from cattrs.errors import ClassValidationError, ForbiddenExtraKeysError, IterableValidationError

from csegroup.errors import InvalidValue, Problem

__all__ = ["problems_in"]


def problems_in(error: Exception, path: str = "") -> Iterator[Problem]:
    """Give every problem in an error of cattrs; an error that is no problem of the document is raised again."""
    match error:
        case ClassValidationError():
            named, others = error.group_exceptions()
            for inner, note in named:
                yield from problems_in(inner, _under(path, note.name))
            for inner in others:
                yield from problems_in(inner, path)
        case IterableValidationError():
            for inner, place in error.group_exceptions()[0]:
                yield from problems_in(inner, f"{path}[{place.index}]")
        case ForbiddenExtraKeysError():
            for key in sorted(error.extra_fields):
                yield Problem(_under(path, key), "unknown_key", "is no key of this object; take it out")
        case InvalidValue():
            seen_from_the_top = error.inside(path) if path else error
            yield Problem(seen_from_the_top.field, error.code, error.message)
        case KeyError():
            yield Problem(path, "missing", "is missing")
        case _:
            raise error


def _under(path: str, key: str) -> str:
    """Extend a path by a key; one that is no plain word is written as Python writes a string."""
    plain = key.replace("-", "_").replace("$", "").isidentifier() and key.isascii()
    if not plain:
        return f"{path}[{key!r}]"
    return f"{path}.{key}" if path else key
