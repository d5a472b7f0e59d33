"""From bytes to plain JSON values, refusing what one reader takes for this and another for that."""

from __future__ import annotations

import json
from typing import Any, NoReturn

from csegroup.errors import LoadError, Problem
from csegroup.text import shown

__all__ = ["parsed"]

_BYTES_AT_MOST = 16 * 1024 * 1024


def parsed(data: bytes | str) -> object:
    """Parse a document; raises `LoadError`."""
    if len(data) > _BYTES_AT_MOST:
        _refuse("size", f"is larger than {_BYTES_AT_MOST // 1024 // 1024} MiB, which no record is")
    try:
        text = data if isinstance(data, str) else data.decode()
        return json.loads(text, object_pairs_hook=_object, parse_constant=_no_number, parse_float=_no_number)
    except UnicodeDecodeError as error:
        _refuse("encoding", f"is not UTF-8 at byte {error.start}; save it as UTF-8")
    except json.JSONDecodeError as error:
        _refuse("syntax", f"is not JSON at line {error.lineno}, column {error.colno}: {error.msg}")
    except RecursionError:
        _refuse("depth", "is nested too deeply")
    except ValueError:
        _refuse("number", "holds a number of more digits than any field has")


def _refuse(code: str, message: str) -> NoReturn:
    raise LoadError([Problem("", code, f"the document {message}")]) from None


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        keys = [key for key, _ in pairs]
        twice = next(key for i, key in enumerate(keys) if key in keys[:i])
        _refuse("duplicate_key", f"holds the key {shown(twice)} twice in one object; take one out")
    return found


def _no_number(written: str) -> NoReturn:
    _refuse("number", f"holds {shown(written)}, and no field takes a fraction")
