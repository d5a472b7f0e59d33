"""Rules over the numbers of meetings."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from csegroup.meetings import Meeting, MeetingStatus
from csegroup.review.findings import Found, Rule, Severity, found
from csegroup.review.numbering import in_order, left_out, number_of, series
from csegroup.review.own_names import ordinals_of_the_body
from csegroup.review.views import Entry, MeetingView, Records

__all__ = ["NUMBER_RULES"]

_GAPS_AT_MOST = 20
_OTHERS = 3


def look_for_numbers_twice(records: Records) -> Iterator[Found]:
    """Find two meetings of a body with one number; one that was cancelled leaves its number to the next."""
    for entries in records.by_body.values():
        for one in series(entries):
            seen: dict[int | None, Meeting] = {}
            for path, meeting in one:
                other = seen.setdefault(meeting.number, meeting)
                if other is not meeting:
                    yield found(f"{path}.number", number=meeting.number or 0, other=other.id)


def look_for_numbers_left_out(records: Records) -> Iterator[Found]:
    """Find numbers between two meetings of a body that no meeting has, one that was cancelled among them."""
    yield from (one for one, is_known in _left_out(records) if is_known)


def look_for_unknown_numbers(records: Records) -> Iterator[Found]:
    """Find the same beside a meeting of which nothing but the day is known: the others are not known at all."""
    yield from (one for one, is_known in _left_out(records) if not is_known)


def _left_out(records: Records) -> Iterator[tuple[Found, bool]]:
    cancelled = {(one.body.id, one.number) for _, one in records.latest if one.status is MeetingStatus.CANCELLED}
    for entries in records.by_body.values():
        for one in series(entries):
            ordered = sorted(one, key=number_of)
            if len(ordered) > number_of(ordered[-1]) - number_of(ordered[0]):
                continue  # none is left out, but one is there twice
            for earlier, later in pairwise(ordered):
                body = later[1].body.id
                missing = [n for n in left_out(earlier, later, at_most=_GAPS_AT_MOST) if (body, n) not in cancelled]
                if len(missing) > _joint_between(records, earlier, later):
                    numbers = ", ".join(map(str, missing))
                    yield (
                        found(f"{later[0]}.number", number=number_of(later), numbers=numbers, other=earlier[1].id),
                        not (_is_bare(earlier) or _is_bare(later)),
                    )


def _joint_between(records: Records, earlier: Entry, later: Entry) -> int:
    """Count the meetings with another body between two, which have their numbers there."""
    body, first, last = str(later[1].body.id), earlier[1].local_date, later[1].local_date
    days = [one.local_date for one in records.joint.get(body, ())]
    return sum(bool(first and last and day and first <= day <= last) for day in days)


def _is_bare(entry: Entry) -> bool:
    """Tell whether nothing but its day is known of a meeting that was held."""
    meeting = entry[1]
    return meeting.status is MeetingStatus.HELD and not (meeting.program or meeting.start or meeting.venues)


def look_for_numbers_in_disorder(records: Records) -> Iterator[Found]:
    """Find meetings of a body whose numbers are out of the order of their days, and no more of them than need be."""
    for entries in records.by_body.values():
        for one in series([entry for entry in entries if entry[1].local_date]):
            right = {id(entry) for entry in in_order(one)}
            for i, entry in enumerate(one):
                if id(entry) not in right:
                    # The nearest of the others that it stands on the wrong side of.
                    before = (later for later in one[i + 1 :] if number_of(later) < number_of(entry))
                    behind = (earlier for earlier in one[i::-1] if number_of(earlier) > number_of(entry))
                    _, other = next(one for one in (*behind, *before) if id(one) in right)
                    yield found(
                        f"{entry[0]}.number", number=number_of(entry), other=other.id, other_number=other.number or 0
                    )


def look_for_numbers_in_titles(view: MeetingView) -> Iterator[Found]:
    """Find titles that say another number than the meeting has."""
    if view.meeting.number is not None and view.meeting.title:
        for tag, title in view.meeting.title.items():
            numbers = ordinals_of_the_body(view, title)
            if numbers and view.meeting.number not in numbers:
                yield view.found(f"title.{tag}", written=str(numbers[0]), number=view.meeting.number)


def look_for_missing_numbers(records: Records) -> Iterator[Found]:
    """Find meetings of a body without a number, where all others, three or more, have one."""
    for entries in records.by_body.values():
        without = [path for path, meeting in entries if meeting.number is None and meeting.title is None]
        if (
            len(without) == 1
            and len(entries) > _OTHERS
            and all(one.number or one.title for path, one in entries if path not in without)
        ):
            yield found(f"{without[0]}.number")


_NEXT = re.compile("次回|次の会|前回|これまで|過去|[Nn]ext|[Ll]ast|[Pp]revious")
_TELLING = re.compile(r"\.(?:aim|notice|report|resolution|description)\Z")


def look_for_numbers_in_texts(view: MeetingView) -> Iterator[Found]:
    """Find aims, notices and reports that name later meetings of the body, and not this one."""
    number = view.meeting.number
    for path, text in view.texts if number is not None else ():
        for tag, written in text.items() if _TELLING.search(path) else ():
            numbers = [] if _NEXT.search(written) else ordinals_of_the_body(view, written)
            if numbers and number not in numbers and min(numbers) > (number or 0):
                yield found(f"{path}.{tag}", written=str(numbers[0]), number=number or 0)


_E, _W, _N = Severity.ERROR, Severity.WARNING, Severity.NOTE

NUMBER_RULES: tuple[Rule, ...] = (
    Rule(
        code="number_twice",
        severity=_E,
        of_records=look_for_numbers_twice,
        reason="A number names one meeting of a body; the numbers may begin at 1 again in another year.",
    ),
    Rule(
        code="number_left_out",
        severity=_W,
        of_records=look_for_numbers_left_out,
        reason="第5回 after 第3回: a meeting is missing, or its number is wrong.",
    ),
    Rule(
        code="numbers_unknown",
        severity=_N,
        of_records=look_for_unknown_numbers,
        reason="The same beside a meeting of which the day alone is known: the sources have no more.",
    ),
    Rule(
        code="number_disorder",
        severity=_W,
        of_records=look_for_numbers_in_disorder,
        reason="Numbers rise with the days: the number or the day is wrong.",
    ),
    Rule(
        code="number_missing",
        severity=_N,
        of_records=look_for_missing_numbers,
        reason="All other meetings of the body have a number.",
    ),
    Rule(
        code="number_in_title",
        severity=_W,
        of_meeting=look_for_numbers_in_titles,
        reason="The title was taken over from another meeting.",
    ),
    Rule(
        code="number_in_text",
        severity=_W,
        of_meeting=look_for_numbers_in_texts,
        reason="A text that speaks of a later meeting of the body alone was meant for that one.",
    ),
)
