"""The rows of a table of old and new: what differs for a reader between two states of a meeting."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import zip_longest
from typing import NamedTuple, TypeVar, final
from zoneinfo import ZoneInfo

from csegroup.changes.differences import relocations
from csegroup.changes.programs import aligned, in_a_program
from csegroup.changes.spots import Position
from csegroup.documents.items import (
    agenda_number_of,
    decision_of,
    heading_of,
    material_of,
    materials_of,
    report_of,
    what,
)
from csegroup.documents.programs import is_record
from csegroup.documents.sections import mark_of
from csegroup.documents.told import LONG, Told, told_above, told_below, told_of_item
from csegroup.documents.tree import Table
from csegroup.meetings import Meeting
from csegroup.program import Item
from csegroup.style import MaterialsPlace, Part, SectionKind
from csegroup.wording import old_and_new as say
from csegroup.wording.message import Message
from csegroup.wording.messages import UNOFFICIAL
from csegroup.wording.phrases import Line, Phrase, plain
from csegroup.wording.texts import translated
from csegroup.wording.words import Words

__all__ = ["Row", "in_short", "rows_of_meeting", "table_of_rows"]

Side = TypeVar("Side")


@final
class Row(NamedTuple):
    """What was changed, how it is and how it was.

    `whole` is an item that was added or taken out, `said` what was said in it; `long` is a text in paragraphs.
    """

    subject: Line
    new: tuple[Line, ...]
    old: tuple[Line, ...]
    whole: bool = False
    long: bool = False
    said: tuple[Line, ...] = ()


def rows_of_meeting(
    before: Meeting, after: Meeting, words: Words, every: Sequence[Words], time_zone: ZoneInfo | None = None
) -> Iterator[Row]:
    """Give what a reader of one of the languages sees otherwise, in the order of a program."""
    for label, new, old in _told(before, after, words, every, lambda one, own: told_above(one, own, time_zone)):
        yield Row((words.text(label),), new, old, long=label in LONG)
    yield from _Programs(before, after, words, every).rows()
    for label, new, old in _told(before, after, words, every, told_below):
        yield Row((words.text(label),), new, old)


def _told(
    before: Side, after: Side, words: Words, every: Sequence[Words], tell: Callable[[Side, Words], Told]
) -> Iterator[tuple[Message, tuple[Line, ...], tuple[Line, ...]]]:
    """Give each subject on which one of the languages tells something else, so that all have the same rows."""
    both = [(tell(before, own), tell(after, own)) for own in every]
    old, new = tell(before, words), tell(after, words)
    for label in dict.fromkeys((*new, *old)):
        if any(_seen(one.get(label, ())) != _seen(other.get(label, ())) for one, other in both):
            yield label, *_told_apart(new.get(label, ()), old.get(label, ()), words)


def _seen(lines: Iterable[Line]) -> list[tuple[str, list[str], bool]]:
    """Give of lines what a reader sees and follows, and whether it is an unofficial translation."""
    return [(plain(line), _addresses(line), translated([line])) for line in lines]


def _addresses(line: Line) -> list[str]:
    return list(dict.fromkeys(run.url for run in line if isinstance(run, Phrase) and run.url))


def _told_apart(
    new: tuple[Line, ...], old: tuple[Line, ...], words: Words
) -> tuple[tuple[Line, ...], tuple[Line, ...]]:
    """Write out where nothing else differs what is an unofficial translation, and the addresses."""
    if [*map(plain, new)] != [*map(plain, old)]:
        return new, old
    if [translated([line]) for line in new] != [translated([line]) for line in old]:
        note = words.text(UNOFFICIAL)
        new, old = (tuple((*line, note) if translated([line]) else line for line in side) for side in (new, old))
    if [*map(_addresses, new)] != [*map(_addresses, old)]:
        new, old = (tuple(map(_with_addresses, side)) for side in (new, old))
    return new, old


def _with_addresses(line: Line) -> Line:
    return (*line, *(run for url in _addresses(line) for run in (" ", Phrase(url, url=url))))


@final
class _Programs:
    """Two programs side by side, in the words of one language."""

    def __init__(self, before: Meeting, after: Meeting, words: Words, every: Sequence[Words]) -> None:
        self._words, self._every = words, every
        self._meetings = before, after
        self._old, self._new = in_a_program(before.program), in_a_program(after.program)
        self._pairs = aligned(self._old, self._new)
        self._there = {to: at for at, to in self._pairs.items()}
        self._moved = relocations(self._pairs)
        self._level = _level_of(every[0].sections) or 1

    def rows(self) -> Iterator[Row]:
        """Go through the program after; what was taken out stands where it stood."""
        gone = self._taken_out()
        yield from gone.get(None, ())
        for to, item in self._new.items():
            at = self._there.get(to)
            if at is None:
                yield Row(self._place(to), self._heading(item), (), whole=True, said=self._said(item, 1))
            else:
                yield from self._changed(at, to)
            yield from gone.get(to, ())

    def _taken_out(self) -> dict[Position | None, list[Row]]:
        last: Position | None = None
        gone: dict[Position | None, list[Row]] = {}
        for at, item in self._old.items():
            last = self._pairs.get(at, last)
            if at not in self._pairs:
                row = Row(self._place(at), (), self._heading(item), whole=True, said=self._said(item, 0))
                gone.setdefault(last, []).append(row)
        return gone

    def _changed(self, at: Position, to: Position) -> Iterator[Row]:
        old, new = self._old[at], self._new[to]
        name = self._name(to, new)
        # A session that stands for another one has its items in the same places.
        if at in self._moved and self._mark(at) != self._mark(to):
            yield Row(
                self._words.fill(say.ITEM_ORDER, item=name), (self._in_place(to, new),), (self._in_place(at, old),)
            )
        sides = (old, self._is_record(0)), (new, self._is_record(1))
        for label, after, before in _told(*sides, self._words, self._every, _told_of_side):
            yield Row(self._words.fill(label, item=name), after, before, long=label in LONG)

    def _is_record(self, side: int) -> bool:
        return is_record(self._meetings[side], self._words)

    def _name(self, at: Position, item: Item) -> Line:
        number = agenda_number_of(item)
        if number:
            return self._words.fill(say.AGENDA_ITEM, number=self._words.number(str(number)))
        return self._place(at)

    def _place(self, at: Position) -> Line:
        return self._words.fill(say.PROGRAM_ITEM, mark=self._mark(at))

    def _mark(self, at: Position) -> str:
        words = self._words
        marks = (mark_of(self._level + depth, i + 1, words).text for depth, i in enumerate(at))
        return "".join(mark or words.number(str(i + 1)) for mark, i in zip(marks, at, strict=True))

    def _in_place(self, at: Position, item: Item) -> Line:
        return (self._mark(at), self._words.gap, *what(item, self._words))

    def _heading(self, item: Item) -> tuple[Line, ...]:
        materials = materials_of(item) if self._words.style.materials is MaterialsPlace.BELOW else ()
        return (heading_of(item, self._words), *(material_of(material, self._words) for material in materials))

    def _said(self, item: Item, side: int) -> tuple[Line, ...]:
        if not self._is_record(side):
            return ()
        return (*report_of(item, self._words), *decision_of(item, self._words))


def _told_of_side(side: tuple[Item, bool], words: Words) -> Told:
    item, record = side
    return told_of_item(item, words, record=record)


def _level_of(parts: Sequence[Part], level: int = 0) -> int:
    """Give the level of the items of a program; 0 where the style prints none."""
    for part in parts:
        if part.kind is SectionKind.PROGRAM:
            return level + 1
        if found := _level_of(part.parts, level + 1):
            return found
    return 0


def table_of_rows(rows: Sequence[Row], words: Words) -> Table:
    """Lay out rows with the new beside the old, of a long text a paragraph beside a paragraph."""
    head = tuple((words.text(one),) for one in (say.WHAT, say.NEW, say.OLD))
    return Table(head, tuple(cells for row in rows for cells in _cells(row, words)), even=True)


def _cells(row: Row, words: Words) -> Iterator[tuple[Line, ...]]:
    if row.long:
        cells = zip_longest(row.new or _none(words), row.old or _none(words), fillvalue=())
    elif not row.whole:
        cells = zip_longest([_joined(row.new, words)], [_joined(row.old, words)])
    elif row.new:
        cells = zip_longest([_joined(row.new, words), *row.said], [(words.text(say.NOT_THERE_BEFORE),)], fillvalue=())
    else:
        cells = zip_longest([(words.text(say.TAKEN_OUT),)], [_joined(row.old, words), *row.said], fillvalue=())
    return ((row.subject, new, old) for new, old in cells)


def in_short(row: Row, words: Words) -> Line:
    """Write a row on one line, but for the words of a long text."""
    if row.long:
        return words.fill(say.REWORDED, what=row.subject)
    if row.whole and row.new:
        return words.fill(say.ADDED, what=row.subject, new=_joined(row.new, words))
    if row.whole:
        return words.fill(say.REMOVED, what=row.subject, old=_joined(row.old, words))
    return words.fill(say.CHANGED, what=row.subject, old=_joined(row.old, words), new=_joined(row.new, words))


def _joined(lines: tuple[Line, ...], words: Words) -> Line:
    joined, *others = lines or _none(words)
    for line in others:
        joined = words.fill(say.PARTS, parts=joined, part=line)
    return joined


def _none(words: Words) -> tuple[Line, ...]:
    return ((words.text(say.NOTHING),),)
