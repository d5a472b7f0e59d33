"""The one way to write a JSON document as bytes (RFC 8785), so that they can be hashed and signed."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from csegroup.council import Council
from csegroup.errors import InvalidValue, joined_path
from csegroup.json.envelope import AnyRecord
from csegroup.json.records import to_document
from csegroup.meetings import Meeting
from csegroup.organizations import DatedOrganization
from csegroup.style import Style
from csegroup.text import at_key, shown

__all__ = ["canonical"]

# What every reader of JSON takes for the same number (RFC 7493 section 2.2).
_GREATEST_INTEGER = 2**53 - 1


def canonical(record: AnyRecord | Mapping[str, Any]) -> bytes:
    r"""Write a record, or a document of plain JSON values, in the canonical form of RFC 8785, to hash or sign it.

    Two documents that differ only in the order of keys, in blanks and in escapes give the same bytes. No record holds
    a fraction, and a document with one is refused, as is a whole number beyond 2**53 - 1. Sign the bytes, or their
    hash, and keep the signature beside the record. Raises `InvalidValue`.

    >>> canonical({"b": ["é", None], "a": 1})
    b'{"a":1,"b":["\xc3\xa9",null]}'
    >>> import hashlib
    >>> hashlib.sha256(canonical({"b": 2, "a": 1})).hexdigest()[:16]
    '43258cff783fe703'
    """
    try:
        document = _sorted(
            to_document(record) if isinstance(record, (Meeting, Council, DatedOrganization, Style)) else record, ""
        )
    except RecursionError:
        raise InvalidValue("depth", "", "is nested too deeply") from None
    return json.dumps(document, ensure_ascii=False, separators=(",", ":")).encode()


def _sorted(value: object, path: str) -> object:
    """Check a value, and put the keys of its objects in the order of their UTF-16 code units."""
    match value:
        case None | bool():
            return value
        case int():
            if abs(value) > _GREATEST_INTEGER:
                raise InvalidValue("range", path, "is beyond 2**53 - 1, which not every reader keeps; write it as text")
            return int(value)
        case str():
            _utf_16(value, path)
            return value
        case Mapping():
            keys = {_a_key(key, path): key for key in value}
            return {keys[units]: _sorted(value[keys[units]], _at(path, keys[units])) for units in sorted(keys)}
        case list() | tuple():
            return [_sorted(inner, f"{path}[{i}]") for i, inner in enumerate(value)]
        case _:
            raise InvalidValue("type", path, f"is no text, whole number, object or list, but {shown(value)}")


def _at(path: str, key: str) -> str:
    return joined_path(path, at_key(key))


def _a_key(key: object, path: str) -> bytes:
    if not isinstance(key, str):
        raise InvalidValue("type", path, f"has the key {shown(key)}, which is no text")
    return _utf_16(key, path)


def _utf_16(text: str, path: str) -> bytes:
    try:
        return text.encode("utf-16-be")
    except UnicodeEncodeError as error:
        found = ord(text[error.start])
        raise InvalidValue("character", path, f"holds U+{found:04X}, half of a character; take it out") from None
