"""Rules over the program of a meeting: its items, their numbers, materials and reports."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from collections.abc import Iterator
from typing import Final

from csegroup.meetings import MeetingStatus
from csegroup.program import (
    Address,
    AddressKind,
    Discussion,
    Formality,
    FormalityKind,
    Material,
    Motion,
    Presentation,
    SessionItem,
)
from csegroup.review.findings import Found, Rule, Severity, found
from csegroup.review.material_rules import left_out_of
from csegroup.review.views import MeetingView, Records

__all__ = ["PROGRAM_RULES"]

_CANCELLED = MeetingStatus.CANCELLED
_ALWAYS = 3
_TIME_TO_PREPARE = dt.timedelta(days=14)
_MINUTES_OF_THE_MEETING = re.compile("議事|概要|会議録|[Mm]inutes|[Ss]ummary|[Rr]ecord")


def look_for_agenda_numbers(view: MeetingView) -> Iterator[Found]:
    """Find numbers of the agenda that are left out."""
    numbers = [getattr(item, "agenda_number", None) for item in view.meeting.program]
    numbers += [getattr(item, "agenda_number", None) for _, item in view.items]
    there = {n for n in numbers if n is not None}
    left_out = left_out_of({0, *there})
    if len(there) > 1 and left_out:
        yield view.found("program", numbers=", ".join(map(str, left_out)))


_ON_THE_AGENDA = re.compile(r"\s*(?:議題|Agenda item) ?([0-9０-９]+)")


def look_for_agenda_numbers_in_titles(view: MeetingView) -> Iterator[Found]:
    """Find titles of items that say a number on the agenda themselves."""
    items = [(f"{view.path}.program[{i}]", item) for i, item in enumerate(view.meeting.program)]
    for path, item in dict([*items, *view.items]).items():
        for tag, title in (getattr(item, "title", None) or {}).items():
            if match := _ON_THE_AGENDA.match(title):
                yield found(f"{path}.title.{tag}", written=match[0], number=getattr(item, "agenda_number", None) or "-")


_KINDS_OF_ADDRESSES: Final = {
    AddressKind.OPENING: re.compile("閉会|[Cc]losing"),
    AddressKind.CLOSING: re.compile("開会|[Oo]pening"),
}


def look_for_kinds_of_addresses(view: MeetingView) -> Iterator[Found]:
    """Find addresses that open by their kind and close by their title, and the other way round."""
    for path, item in view.items:
        if isinstance(item, Address) and item.title and (expression := _KINDS_OF_ADDRESSES.get(item.kind)):
            for tag, title in item.title.items():
                if expression.search(title):
                    yield found(f"{path}.title.{tag}", title=title, kind=item.kind.value)


def look_for_items_twice(view: MeetingView) -> Iterator[Found]:
    """Find a presentation, a motion or an address that stands there twice."""
    seen: dict[object, str] = {}
    for path, item in view.items:
        match item:
            case Presentation() | Motion():
                key: object = (type(item), item.title or item.presenters, item.presenters)
            case Address():
                key = (item.kind, item.title, item.speaker)
            case _:
                continue
        other = seen.setdefault(key, path)
        if other != path:
            yield found(path, other=other)


def look_for_presenters_twice(view: MeetingView) -> Iterator[Found]:
    """Find somebody who stands twice at one item."""
    for path, item in view.items:
        for field in ("presenters", "representatives"):
            counted = Counter(getattr(item, field, ()))
            twice = next((i for i, one in enumerate(counted) if counted[one] > 1), None)
            if twice is not None:
                yield found(f"{path}.{field}")


def _is(item: SessionItem, formality: FormalityKind, address: AddressKind) -> bool:
    return getattr(item, "kind", None) in {formality, address}


def look_for_openings(view: MeetingView) -> Iterator[Found]:
    """Find an opening behind a matter."""
    matter = opened = False
    for path, item in view.items:
        matter = matter or isinstance(item, (Presentation, Discussion, Motion))
        is_opening = _is(item, FormalityKind.OPENING, AddressKind.OPENING)
        if matter and is_opening and not (opened and isinstance(item, Address)):
            yield found(path)
        opened = opened or (is_opening and isinstance(item, Formality))


def look_for_closings(view: MeetingView) -> Iterator[Found]:
    """Find a matter, or an opening, behind the closing."""
    closings = {path: item for path, item in view.items if _is(item, FormalityKind.CLOSING, AddressKind.CLOSING)}
    formal = [path for path, item in closings.items() if isinstance(item, Formality)]
    closing = next(iter(formal or closings), "")
    order = [path for path, _ in view.items]
    for path, item in view.items[order.index(closing) :] if closing else ():
        if isinstance(item, (Presentation, Discussion, Motion)) and not _is_a_word_at_the_end(item):
            yield found(closing, other=path)
            return


_AT_THE_END: Final = re.compile("連絡|その他|閉会|[Nn]otice|[Aa]nnouncement|Other|Any other")


def _is_a_word_at_the_end(item: Presentation | Discussion | Motion) -> bool:
    return any(_AT_THE_END.search(title) for title in (item.title or {}).values())


def look_for_breaks_at_the_end(view: MeetingView) -> Iterator[Found]:
    """Find a break, or breaks, after which there is nothing."""
    path, last = view.items[-1] if view.items else ("", None)
    if isinstance(last, Formality) and last.kind is FormalityKind.BREAK:
        yield found(path)


def look_for_formalities_twice(view: MeetingView) -> Iterator[Found]:
    """Find a second opening or closing."""
    seen: dict[FormalityKind, str] = {}
    for path, item in view.items:
        if isinstance(item, Formality) and item.kind is not FormalityKind.BREAK:
            other = seen.setdefault(item.kind, path)
            if other != path:
                yield found(path, other=other)


def look_for_halves(view: MeetingView) -> Iterator[Found]:
    """Find an opening without a closing, and the other way round."""
    kinds = {item.kind for _, item in view.items if isinstance(item, (Formality, Address))}
    opened = kinds & {FormalityKind.OPENING, AddressKind.OPENING}
    closed = kinds & {FormalityKind.CLOSING, AddressKind.CLOSING}
    if bool(opened) != bool(closed) and kinds & {FormalityKind.OPENING, FormalityKind.CLOSING}:
        yield view.found("program")


def _reported(item: SessionItem) -> bool:
    return bool(getattr(item, "report", None) or getattr(item, "outcome", None) or getattr(item, "resolution", None))


def look_for_reports(view: MeetingView) -> Iterator[Found]:
    """Find meetings, held a month ago or more, of which nothing says what happened."""
    if _is_unreported(view) and not _is_bare(view):
        yield view.found("program" if view.meeting.program else "", day=str(view.day))


def look_for_bare_records(view: MeetingView) -> Iterator[Found]:
    """Find the same where nothing but the day is known, as of a meeting that others tell of."""
    if _is_unreported(view) and _is_bare(view):
        yield view.found("", day=str(view.day))


def _is_unreported(view: MeetingView) -> bool:
    titles = [text for _, one in view.all(Material) if one.title for text in one.title.values()]
    return view.is_long_held and not (view.is_reported or any(map(_MINUTES_OF_THE_MEETING.search, titles)))


def _is_bare(view: MeetingView) -> bool:
    return not (view.meeting.program or view.meeting.start or view.meeting.venues)


def look_for_reports_beside_decisions(view: MeetingView) -> Iterator[Found]:
    """Find meetings with decisions alone, though somebody spoke, where most meetings have a report."""
    items = [item for _, item in view.items]
    spoken = any(isinstance(item, (Presentation, Discussion)) for item in items)
    decided = any(map(_reported, items)) and not any(getattr(item, "report", None) for item in items)
    if view.meeting.status is MeetingStatus.HELD and spoken and decided and view.records.have_reports:
        yield view.found("program")


def look_for_reports_of_items(view: MeetingView) -> Iterator[Found]:
    """Find a presentation without a report where those beside it have one."""
    presentations = [entry for entry in view.items if isinstance(entry[1], Presentation)]
    without = [path for path, item in presentations if not _reported(item)]
    if view.meeting.status is MeetingStatus.HELD and len(without) * 2 <= len(presentations):
        yield from (found(path) for path in without)


def look_for_early_reports(view: MeetingView) -> Iterator[Found]:
    """Find what happened in meetings that were not held."""
    planned_for_the_past = view.day and view.day < view.records.today and view.meeting.status is not _CANCELLED
    if view.meeting.status is not MeetingStatus.HELD and not planned_for_the_past:
        for path, item in view.items:
            if _reported(item):
                yield found(path)
                return


def look_for_outcomes(view: MeetingView) -> Iterator[Found]:
    """Find motions of a meeting, held a month ago or more, without what was decided."""
    for path, item in view.items if view.is_long_held else ():
        undecided = isinstance(item, Motion) and not (item.outcome or item.resolution)
        if isinstance(item, Motion) and undecided and len(view.records.undecided[item.title]) < _ALWAYS:
            yield found(f"{path}.outcome", title=item.title)


def look_for_outcomes_never_told(records: Records) -> Iterator[Found]:
    """Find, once, what three motions or more are called alike that do not say what was decided."""
    for title, paths in records.undecided.items():
        if len(paths) >= _ALWAYS:
            yield found(f"{paths[0]}.outcome", title=title, others=len(paths) - 1)


def _soon(view: MeetingView) -> bool:
    return bool(view.is_to_come and view.day and view.day - view.records.today <= _TIME_TO_PREPARE)


def look_for_hours(view: MeetingView) -> Iterator[Found]:
    """Find meetings within two weeks without an hour."""
    if _soon(view) and not view.meeting.start and not view.meeting.in_writing:
        yield view.found("day", day=str(view.day))


def look_for_venues(view: MeetingView) -> Iterator[Found]:
    """Find meetings within two weeks without a place."""
    if _soon(view) and not view.meeting.venues:
        yield view.found("venues", day=str(view.day))


def look_for_programs(view: MeetingView) -> Iterator[Found]:
    """Find meetings within two weeks without a program."""
    if _soon(view) and not view.meeting.program:
        yield view.found("program", day=str(view.day))


def look_for_contacts(view: MeetingView) -> Iterator[Found]:
    """Find meetings to come without an office to ask."""
    if view.is_to_come and not view.meeting.contact:
        yield view.found("contact")


def look_for_reasons(view: MeetingView) -> Iterator[Found]:
    """Find meetings that were cancelled without a word."""
    if view.meeting.status is MeetingStatus.CANCELLED and not view.meeting.notice:
        yield view.found("notice")


def look_for_old_notices(view: MeetingView) -> Iterator[Found]:
    """Find notices of what was to come, in meetings that were held."""
    if view.meeting.status is MeetingStatus.HELD and view.meeting.notice:
        yield view.found("notice")


def look_for_attendees_twice(view: MeetingView) -> Iterator[Found]:
    """Find a group of attendees that stands there twice."""
    counted = Counter(view.meeting.attendees)
    for i, group in enumerate(view.meeting.attendees):
        if counted[group] > 1 and group in view.meeting.attendees[:i]:
            yield view.found(f"attendees[{i}]")


_E, _W, _N = Severity.ERROR, Severity.WARNING, Severity.NOTE

PROGRAM_RULES: tuple[Rule, ...] = (
    Rule(
        code="agenda_left_out",
        severity=_W,
        of_meeting=look_for_agenda_numbers,
        reason="An item is missing, or a number was not moved up.",
    ),
    Rule(
        code="agenda_in_title",
        severity=_W,
        of_meeting=look_for_agenda_numbers_in_titles,
        reason="The number is printed before the title, so that it would stand there twice, or two would.",
    ),
    Rule(
        code="kind_of_address",
        severity=_W,
        of_meeting=look_for_kinds_of_addresses,
        reason="An opening address with the title of a closing one: the order or the kind is wrong.",
    ),
    Rule(code="item_twice", severity=_W, of_meeting=look_for_items_twice, reason="An item was pasted twice."),
    Rule(code="presenter_twice", severity=_W, of_meeting=look_for_presenters_twice, reason="A name was pasted twice."),
    Rule(code="attendees_twice", severity=_W, of_meeting=look_for_attendees_twice, reason="A line was pasted twice."),
    Rule(
        code="opening_late",
        severity=_W,
        of_meeting=look_for_openings,
        reason="A meeting is opened before its first matter.",
    ),
    Rule(
        code="closing_early",
        severity=_W,
        of_meeting=look_for_closings,
        reason="A meeting is closed after its last matter.",
    ),
    Rule(
        code="break_last",
        severity=_W,
        of_meeting=look_for_breaks_at_the_end,
        reason="After a break a meeting goes on.",
    ),
    Rule(
        code="formality_twice",
        severity=_W,
        of_meeting=look_for_formalities_twice,
        reason="A meeting is opened once, and closed once.",
    ),
    Rule(
        code="opening_or_closing",
        severity=_N,
        of_meeting=look_for_halves,
        reason="A meeting that is opened is closed too.",
    ),
    Rule(
        code="report_missing",
        severity=_W,
        of_meeting=look_for_reports,
        reason="A month after it was held, the public can read what was said.",
    ),
    Rule(
        code="day_alone",
        severity=_N,
        of_meeting=look_for_bare_records,
        reason="Nothing but the day is known of the meeting; perhaps there is more by now.",
    ),
    Rule(
        code="decisions_alone",
        severity=_N,
        of_meeting=look_for_reports_beside_decisions,
        reason="What was decided is there, and nothing of what was said, which most meetings have.",
    ),
    Rule(
        code="item_without_report",
        severity=_N,
        of_meeting=look_for_reports_of_items,
        reason="One report of several was forgotten.",
    ),
    Rule(
        code="report_early",
        severity=_W,
        of_meeting=look_for_early_reports,
        reason="Nothing is reported or decided before a meeting is held.",
    ),
    Rule(
        code="outcome_missing",
        severity=_W,
        of_meeting=look_for_outcomes,
        reason="What was decided is what the record is for.",
    ),
    Rule(
        code="outcome_never_told",
        severity=_N,
        of_records=look_for_outcomes_never_told,
        reason="The same in three meetings or more, as where the sources never say.",
    ),
    Rule(code="hour_missing", severity=_W, of_meeting=look_for_hours, reason="Within two weeks, people need the hour."),
    Rule(
        code="venue_missing", severity=_W, of_meeting=look_for_venues, reason="Within two weeks, people need the place."
    ),
    Rule(
        code="program_missing",
        severity=_W,
        of_meeting=look_for_programs,
        reason="Within two weeks, people need the program.",
    ),
    Rule(
        code="contact_missing",
        severity=_W,
        of_meeting=look_for_contacts,
        reason="Whoever has a question needs an office to ask.",
    ),
    Rule(code="notice_missing", severity=_N, of_meeting=look_for_reasons, reason="Those who would have come ask why."),
    Rule(
        code="notice_left",
        severity=_N,
        of_meeting=look_for_old_notices,
        reason="The notice told of what was to come, and is printed still.",
    ),
)
