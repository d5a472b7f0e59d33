"""What csegroup raises: every error says where, what and what to do."""

from __future__ import annotations

from collections.abc import Iterable
from typing import final

import attrs

__all__ = ["CsegroupError", "InvalidValue", "LoadError", "NotScheduled", "Problem", "joined_path"]

_SHOWN = 20


def joined_path(outer: str, inner: str) -> str:
    """Write the path to a place inside another one.

    >>> joined_path("program[2]", "title"), joined_path("program", "[2]"), joined_path("", "title")
    ('program[2].title', 'program[2]', 'title')
    """
    separator = "." if outer and inner and not inner.startswith("[") else ""
    return f"{outer}{separator}{inner}"


class CsegroupError(Exception):
    """The root of all errors that csegroup raises on purpose.

    >>> issubclass(LoadError, CsegroupError)
    True
    """


@final
class InvalidValue(CsegroupError, ValueError):  # noqa: N818 - named for what it says
    """A value that a rule of the model forbids.

    `code` is stable and short, `field` is the path from the object that was to be made (`title.en`,
    `program[2].agenda_number`), `message` is a sentence for people.

    >>> InvalidValue("type", "number", "is a whole number, not '6'")
    InvalidValue('type', 'number', "is a whole number, not '6'")
    """

    def __init__(self, code: str, field: str, message: str) -> None:
        super().__init__(code, field, message)
        self.code = code
        self.field = field
        self.message = message

    def __str__(self) -> str:
        return f"{self.field}: {self.message}" if self.field else self.message

    def inside(self, outer: str) -> InvalidValue:
        """Give the same error as seen from an object that holds this one in `outer`.

        >>> str(InvalidValue("blank", "en", "is empty").inside("title"))
        'title.en: is empty'
        """
        return InvalidValue(self.code, joined_path(outer, self.field), self.message)


@final
@attrs.frozen
class Problem:
    """One thing that is wrong with a document: its place, a stable code, a sentence.

    >>> str(Problem("program[2].title.en", "blank", "is empty"))
    'program[2].title.en: is empty'
    """

    path: str
    code: str
    message: str

    def __str__(self) -> str:
        return f"{self.path}: {self.message}" if self.path else self.message


@final
class LoadError(CsegroupError, ValueError):
    """A document that could not be read; `problems` has at least one, and `str` shows the first twenty.

    >>> LoadError([Problem("", "syntax", "is not JSON")]).problems[0].code
    'syntax'
    """

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems: tuple[Problem, ...] = tuple(problems)
        super().__init__(self.problems)

    def __str__(self) -> str:
        more = len(self.problems) - _SHOWN
        lines = [*map(str, self.problems[:_SHOWN]), *([f"and {more} more"] if more > 0 else [])]
        return "\n".join(lines)


@final
class NotScheduled(CsegroupError):  # noqa: N818 - named for what it says
    """A calendar was asked for meetings whose day is still undecided; `ids` names them all.

    >>> str(NotScheduled(["jp/example/1"]))
    'no day is set yet for jp/example/1'
    """

    def __init__(self, ids: Iterable[str]) -> None:
        self.ids: tuple[str, ...] = tuple(ids)
        super().__init__(self.ids)

    def __str__(self) -> str:
        return f"no day is set yet for {', '.join(self.ids)}"
