"""What is given to be compared: two states of one meeting, or two archives."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeAlias

from csegroup.archive import Archive, ArchiveRecord
from csegroup.errors import InvalidValue
from csegroup.meetings import Meeting
from csegroup.text import shown

__all__ = ["Records", "an_archive", "check_one_meeting"]

Records: TypeAlias = Archive | Iterable[ArchiveRecord]


def check_one_meeting(before: Meeting, after: Meeting) -> None:
    """Refuse to compare two meetings."""
    if before.id != after.id:
        message = f"is of another meeting, {after.id!r}; compare two states of {before.id!r}"
        raise InvalidValue("id", "after.id", message)


def an_archive(field: str, records: object) -> Archive:
    """Give an archive, or make one of its records; raises `InvalidValue`."""
    if isinstance(records, Archive):
        return records
    if isinstance(records, Meeting) or not isinstance(records, Iterable):
        what = "one meeting" if isinstance(records, Meeting) else shown(records)
        message = (
            f"is {what}, and the other side is not a meeting; give two meetings, or two archives or lists of records"
        )
        raise InvalidValue("type", field, message)
    try:
        return Archive.of(records)
    except InvalidValue as error:
        raise error.inside(field) from None
