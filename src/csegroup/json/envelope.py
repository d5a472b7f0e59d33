"""What stands around a record: the name of the format, its version, and the way from older versions to this one."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Final, NamedTuple, TypeAlias, TypeVar

from csegroup.errors import InvalidValue, Problem
from csegroup.text import did_you_mean, shown

if TYPE_CHECKING:
    from csegroup.council import Council
    from csegroup.meetings import Meeting
    from csegroup.organizations import DatedOrganization
    from csegroup.style import Style

__all__ = ["AnyRecord", "Format", "Record", "body_of", "class_named_in", "format_of"]

# Whoever reads meetings does not wait for the classes of councils and styles.
AnyRecord: TypeAlias = "Meeting | Council | DatedOrganization | Style"
Record = TypeVar("Record", bound=AnyRecord)

Document: TypeAlias = dict[str, Any]
Migration: TypeAlias = Callable[[Document], Document]


class Format(NamedTuple):
    """A format of documents.

    `migrations` lead from version to version: the first from 1 to 2, and so on. Each takes the body of a document,
    without its head, and gives a new one; the version of today is the one that they lead to.
    """

    name: str
    migrations: Sequence[Migration] = ()

    @property
    def version(self) -> int:
        """Give the version that is written."""
        return len(self.migrations) + 1

    @property
    def head(self) -> Document:
        """Give the keys that a document begins with."""
        return {"$schema": self.schema(self.version), "format": f"csegroup.{self.name}", "version": self.version}

    def schema(self, version: int) -> str:
        """Give the `$id` of the JSON Schema of a version."""
        return f"urn:csegroup:schema:{self.name}:{version}"


_FORMATS: Final[Mapping[str, Format]] = {
    "Meeting": Format("meeting"),
    "Council": Format("council"),
    "DatedOrganization": Format("organization"),
    "Style": Format("style"),
}


def format_of(cls: type) -> Format:
    """Give the format of a class of records."""
    return _FORMATS[cls.__name__]


def class_named_in(document: object) -> type[AnyRecord]:
    """Give the class whose format a document names, or Meeting, whose name is then asked for."""
    from csegroup.council import Council  # noqa: PLC0415 - whoever reads meetings does not wait for it
    from csegroup.meetings import Meeting  # noqa: PLC0415 - likewise
    from csegroup.organizations import DatedOrganization  # noqa: PLC0415 - likewise
    from csegroup.style import Style  # noqa: PLC0415 - likewise

    name = document.get("format") if isinstance(document, Mapping) else None
    classes: tuple[type[AnyRecord], ...] = (Council, DatedOrganization, Style)
    return next((cls for cls in classes if name == f"csegroup.{format_of(cls).name}"), Meeting)


def body_of(document: object, known: Format) -> tuple[Document, list[Problem]]:
    """Take the head off a document, and bring an older one to this version; what is wrong with the head comes beside.

    Raises `InvalidValue` for a document of another format or a newer version, in which all else would look wrong.
    """
    if not isinstance(document, Mapping):
        raise InvalidValue("type", "", f"the document is an object, not {shown(document)}")
    problems = []
    name = known.head["format"]
    if "format" not in document:
        problems.append(Problem("format", "missing", f'is missing; a {known.name} says "format": "{name}"'))
    elif document["format"] != name:
        other = document["format"]
        formats = [one.head["format"] for one in _FORMATS.values()]
        meant = did_you_mean(other, formats) if isinstance(other, str) and other not in formats else ""
        raise InvalidValue("format", "format", f"is {name!r} for a {known.name}, not {shown(other)}{meant}")
    version = document.get("version")
    if type(version) is not int or version < 1:
        message = f"is the whole number {known.version}, not {shown(version)}"
        problems.append(Problem("version", "version", message))
        version = known.version
    if version > known.version:
        message = f"is {version}, newer than the {known.version} known here; install a newer csegroup"
        raise InvalidValue("version", "version", message)
    schema = known.schema(version)
    if "$schema" in document and document["$schema"] != schema:
        message = f"is {schema!r}, or left out, not {shown(document['$schema'])}"
        problems.append(Problem("$schema", "schema", message))
    body = {key: value for key, value in document.items() if key not in known.head}
    for migrate in known.migrations[version - 1 :]:
        body = migrate(body)
    return body, problems
