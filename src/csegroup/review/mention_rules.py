"""Rules over names that stand in running text."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from typing import Final

from csegroup.meetings import AttendeeGroup
from csegroup.review.dated_names import DatedNames
from csegroup.review.findings import Found, Rule, Severity, found
from csegroup.review.views import MeetingView

__all__ = ["MENTION_RULES"]

_TELLS_OF_NOW: Final = re.compile(r"\.(?:title|aim|notice|description|label|joined_by|report|resolution|body\.name)\Z")
_OF_THE_PAST: Final = re.compile(
    r"改称|名称[をの変]|発足|設立|当時|前身|前の名称|現在の|"
    r"(?i:\b(?:renamed|formerly|founded|founding|established|set up|former|history)\b)"
)
_BEFORE: Final = re.compile(r"(?:[旧元現前][・：:「『（(]?|(?i:\b(?:former|now|currently|ex-|formerly)):? ?)\Z")
_BEHIND: Final = re.compile(r"[」』）)]?(?:[（(](?:[旧元現]|(?i:now|currently|former|formerly|from))|、現)")


def look_for_old_names_in_texts(view: MeetingView) -> Iterator[Found]:
    """Find names that are no longer those of the day in titles, aims, notices, descriptions and reports."""
    yield from (one for one, is_old in _names_of_other_days(view) if is_old)


def look_for_early_names_in_texts(view: MeetingView) -> Iterator[Found]:
    """Find names that came later only."""
    yield from (one for one, is_old in _names_of_other_days(view) if not is_old)


def _names_of_other_days(view: MeetingView) -> Iterator[tuple[Found, bool]]:
    names, day = view.records.dated_names, view.day
    for path, text in view.texts if day and names else ():
        for tag, written in text.items() if _TELLS_OF_NOW.search(path) else ():
            named = next((name for name in _other_names(names, written, day) if not _is_all(path, name, written)), "")
            if named and day:
                right = names.other_than(named, day)
                yield found(f"{path}.{tag}", written=named, right=right, day=str(day)), names.is_of_before(named, day)


def _is_all(path: str, name: str, written: str) -> bool:
    """Tell whether a name is that of the body, which the rules over the register tell of."""
    return name == written and path.endswith(".name")


def _other_names(names: DatedNames, written: str, day: dt.date | None) -> Iterator[str]:
    for start, name in names.inside(written) if day else ():
        right = names.other_than(name, day) if day else ""
        if right and name not in right and not _is_told_as_past(written, start, start + len(name)):
            yield name


def _is_told_as_past(written: str, start: int, end: int) -> bool:
    return bool(
        _BEFORE.search(written[:start].rstrip())
        or _BEHIND.match(written[end:].lstrip())
        or _OF_THE_PAST.search(written)
    )


def look_for_absent_members(view: MeetingView) -> Iterator[Found]:
    """Find groups of attendees that name a member that was none on the day."""
    names = view.records.member_names
    if not view.day or not names:
        return
    for path, group in view.all(AttendeeGroup):
        for field in ("label", "description"):
            for tag, written in (getattr(group, field) or {}).items():
                for start, name in names.inside(written):
                    if _stands_alone(written, start, start + len(name)) and names.is_of_another_day(name, view.day):
                        yield found(f"{path}.{field}.{tag}", name=name, day=str(view.day))


_OPENS: Final = re.compile(r"(?:\A|[、，,;:：（(「・／/\n]|\b(?:and|or|with)|及び|並びに|[とや]) *\Z")
_CLOSES: Final = re.compile(r" *(?:\Z|[、，,;.。（()）」・／/\n]|(?:and|or|etc)\b|等|ほか|など|及び|並びに|[とや])")


def _stands_alone(written: str, start: int, end: int) -> bool:
    """Tell whether a name is all that stands between two commas, and no part of another one."""
    return bool(_OPENS.search(written[:start]) and _CLOSES.match(written[end:]))


_W = Severity.WARNING

MENTION_RULES: tuple[Rule, ...] = (
    Rule(
        code="absent_member",
        severity=_W,
        of_meeting=look_for_absent_members,
        reason="Who was no member of the council on the day did not come as one.",
    ),
    Rule(
        code="old_name_in_text",
        severity=_W,
        of_meeting=look_for_old_names_in_texts,
        reason="A title taken over from before a renaming.",
    ),
    Rule(
        code="later_name_in_text",
        severity=_W,
        of_meeting=look_for_early_names_in_texts,
        reason="A text of before a renaming that was brought up to date, which a record is not.",
    ),
)
