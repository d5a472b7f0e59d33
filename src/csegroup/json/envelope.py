"""What stands around a record: the name of the format and its version."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from typing import Any, TypeVar

from csegroup.council import Council
from csegroup.errors import InvalidValue, LoadError
from csegroup.json.converter import converter
from csegroup.json.problems import problems_in
from csegroup.meetings import Meeting
from csegroup.style import Style
from csegroup.text import shown

__all__ = ["class_named_in", "from_document", "to_document"]

Record = TypeVar("Record", bound=Meeting | Council | Style)
_VERSION = 1
_NAMES: Mapping[type, str] = {Meeting: "meeting", Council: "council", Style: "style"}


def _head(name: str) -> dict[str, Any]:
    return {"$schema": f"urn:csegroup:schema:{name}:{_VERSION}", "format": f"csegroup.{name}", "version": _VERSION}


def class_named_in(document: object) -> type[Meeting | Council | Style]:
    """Give the class whose format a document names, or Meeting, whose name is then asked for."""
    name = document.get("format") if isinstance(document, Mapping) else None
    classes: tuple[type[Meeting | Council | Style], ...] = (Council, Style)
    return next((cls for cls in classes if name == f"csegroup.{_NAMES[cls]}"), Meeting)


def to_document(record: Meeting | Council | Style) -> dict[str, Any]:
    """Give a record as plain JSON values."""
    body: dict[str, Any] = converter().unstructure(record)
    return _head(_NAMES[type(record)]) | body


def from_document(document: object, cls: type[Record]) -> Record:
    """Make a record of plain JSON values; raises `LoadError`."""
    name = _NAMES[cls]
    # The classes check what they hold. Only a document that they refuse is read again, field by field.
    with suppress(Exception):
        return converter().structure(_body(document, name), cls)
    try:
        return converter(each_field=True).structure(_body(document, name), cls)
    except Exception as error:  # noqa: BLE001 - cattrs hands on a group of all that went wrong
        problems = problems_in(error)
    raise LoadError(problems)


def _body(document: object, name: str) -> Mapping[str, object]:
    """Take the head off a document of the right format and version."""
    if not isinstance(document, Mapping):
        raise InvalidValue("type", "", f"the document is an object, not {shown(document)}")
    head = _head(name)
    if "format" not in document:
        raise InvalidValue("missing", "format", f'is missing; a {name} says "format": "{head["format"]}"')
    if document["format"] != head["format"]:
        raise InvalidValue("format", "format", f"is {head['format']!r} for a {name}, not {shown(document['format'])}")
    _check_version(document.get("version"))
    if "$schema" in document and document["$schema"] != head["$schema"]:
        raise InvalidValue(
            "schema", "$schema", f"is {head['$schema']!r}, or left out, not {shown(document['$schema'])}"
        )
    return {key: value for key, value in document.items() if key not in head}


def _check_version(version: object) -> None:
    if type(version) is not int or version < 1:
        raise InvalidValue("version", "version", f"is the whole number {_VERSION}, not {shown(version)}")
    if version > _VERSION:
        raise InvalidValue(
            "version", "version", f"is {version}, newer than the {_VERSION} known here; install a newer csegroup"
        )
