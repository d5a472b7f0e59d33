"""From bytes to plain JSON values, refusing what one reader takes for this and another for that."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable
from typing import Any, NoReturn

from csegroup.errors import LoadError, Problem
from csegroup.json.limits import LIMITS, Limits
from csegroup.text import shown

__all__ = ["BYTES_AT_MOST", "check_size", "parsed"]

BYTES_AT_MOST = LIMITS.bytes


def check_size(data: bytes | str, limits: Limits) -> None:
    """Refuse a document that is too large to be read; raises `LoadError`."""
    if len(data) > limits.bytes:
        _refuse("size", f"is larger than {limits.bytes} bytes; raise the limit if it is meant to be")


def parsed(data: bytes | str, limits: Limits = LIMITS) -> object:
    """Parse a document; raises `LoadError`."""
    check_size(data, limits)
    try:
        text = data if isinstance(data, str) else data.decode()
        if text.startswith("\ufeff"):
            _refuse("encoding", "begins with a byte order mark; save it as UTF-8 without one")
        document = json.loads(text, object_pairs_hook=_object, parse_constant=_no_number, parse_float=_no_number)
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
    _check_inside(document, limits)
    return document


def _refuse(code: str, message: str) -> NoReturn:
    raise LoadError([Problem("", code, f"the document {message}")]) from None


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        twice = Counter(key for key, _ in pairs).most_common(1)[0][0]
        _refuse("duplicate_key", f"holds the key {shown(twice)} twice in one object; take one out")
    return found


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


def _no_number(written: str) -> NoReturn:
    _refuse("number", f"holds {shown(written)}, and no field takes a fraction")
