"""Records from bytes and to bytes: the fast way for the good document, the slow one for the bad, and for older ones."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import Any

from csegroup.errors import LoadError, Problem
from csegroup.json.envelope import AnyRecord, Record, body_of, class_named_in, format_of
from csegroup.json.limits import LIMITS, Limits
from csegroup.json.syntax import Parsed, check_size, parsed
from csegroup.json.wire import Wire, wire

__all__ = ["from_document", "problems_of", "read", "to_document", "written"]


def _wire(cls: type) -> Wire:
    head = format_of(cls).head
    return wire(cls, head["$schema"], head["format"], head["version"])


def written(record: AnyRecord) -> bytes:
    """Write a record; the same object gives the same bytes."""
    return _wire(type(record)).dumps(record)


def to_document(record: AnyRecord) -> dict[str, Any]:
    """Give a record as plain JSON values."""
    document: dict[str, Any] = json.loads(written(record))
    return document


def read(data: bytes | str, cls: type[Record], limits: Limits = LIMITS) -> Record:
    """Read a record; raises `LoadError`."""
    check_size(data, limits)
    way = _wire(cls)
    # Why it is refused is what the slow way says.
    with suppress(Exception):
        document = way.parse(data)
        within = len(data) <= limits.text and limits.depth >= LIMITS.depth and limits.values >= LIMITS.values
        if (within and _as_it_is_written(data, way.again(document))) or _is_plain(parsed(data, limits)):
            record: Record = way.build(document)
            return record
    whole = parsed(data, limits)
    return from_document(whole.document, cls, limits, whole.problems)


def _is_plain(whole: Parsed) -> bool:
    """Tell whether a document holds nothing that msgspec overlooks."""
    return not whole.problems and not whole.fractions


def _as_it_is_written(data: bytes | str, own: bytes) -> bool:
    """Tell whether a document is what would be written, in which no key stands twice."""
    return (data.encode() if isinstance(data, str) else data).removesuffix(b"\n") == own


def from_document(
    document: object, cls: type[Record], limits: Limits = LIMITS, found: Sequence[Problem] = ()
) -> Record:
    """Make a record of plain JSON values; raises `LoadError` with all problems, in the order of the document.

    `found` is what was wrong with the document before, and its values do not show.
    """
    # cattrs takes longer to load than most documents to read.
    from csegroup.json.converting import converter  # noqa: PLC0415
    from csegroup.json.diagnosis import in_order, problems_in  # noqa: PLC0415

    problems = list(found)
    try:
        body, wrong = body_of(document, format_of(cls))
        problems += wrong
        record = converter().structure(body, cls)
        if not problems:
            return record
    except Exception as error:  # noqa: BLE001 - cattrs hands on a group of all that went wrong
        problems += problems_in(error)
    raise LoadError(in_order(problems, document, limits.problems))


def problems_of(data: bytes | str, parse: Callable[[bytes | str], Parsed] = parsed) -> tuple[Problem, ...]:
    """Give all that is wrong with a document, whichever record it says that it is."""
    try:
        whole = parse(data)
        from_document(whole.document, class_named_in(whole.document), found=whole.problems)
    except LoadError as error:
        return error.problems
    return ()
