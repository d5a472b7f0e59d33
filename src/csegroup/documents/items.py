"""The items of a program as lines: heading, materials, report and decision."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Final, assert_never

from csegroup.organizations import AttendeeKind, Speaker
from csegroup.program import Address, Discussion, Formality, Item, Material, Motion, Presentation, Session
from csegroup.style import MaterialsPlace
from csegroup.text import LocalizedText
from csegroup.wording.message import Message
from csegroup.wording.messages import (
    ADDRESS_BY,
    ADDRESSES,
    AGENDA_ITEM,
    ATTENDEE_KINDS_IN_A_LINE,
    CLOSED,
    DECIDED,
    DECIDED_WORDS,
    DETAILS,
    DISCUSSION,
    FORMALITIES,
    INTERPRETED,
    INTERPRETED_TOO,
    KILOBYTES,
    MATERIAL,
    MATERIAL_DETAILS,
    MATERIAL_TITLE,
    MINUTES,
    OUTCOMES,
    PRESENTED_BY,
    REMARKS,
    REPRESENTATIVES,
    SPOKEN,
    WITH_MATERIAL,
)
from csegroup.wording.names import listed, of_organizations, of_speaker, of_speakers
from csegroup.wording.phrases import Line, Phrase, linked, plain
from csegroup.wording.texts import language_name, lines_of, marked, of_text, paragraphs_of
from csegroup.wording.words import Words

__all__ = [
    "agenda_number_of",
    "audience_of",
    "decision_of",
    "heading_of",
    "languages_in_column",
    "material_of",
    "materials_of",
    "report_of",
    "speakers_of",
    "subject",
    "title_alone",
    "what",
]

# The short names of formats, which are alike in all languages.
_FORMATS: Final[Mapping[str, str]] = {
    "application/pdf": "PDF",
    "application/zip": "ZIP",
    "text/csv": "CSV",
    "text/html": "HTML",
    "application/msword": "Word",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "Word",
    "application/vnd.ms-excel": "Excel",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": "Excel",
    "application/vnd.ms-powerpoint": "PowerPoint",
    "application/vnd.openxmlformats-officedocument.presentationml.presentation": "PowerPoint",
}


def heading_of(item: Item, words: Words) -> Line:
    """Write the line of an item: what happens, remarks, and materials where the style has them behind it."""
    line = what(item, words)
    if not isinstance(item, Session) and (remarks := _remarks(item, words)):
        line = words.fill(REMARKS, item=line, remarks=remarks)
    if words.style.materials is not MaterialsPlace.BEHIND:
        return line
    for material in materials_of(item):
        line = words.fill(WITH_MATERIAL, line=line, material=material_of(material, words, besides=line))
    return line


def what(item: Item, words: Words) -> Line:
    """Write what happens: the number on the agenda, the title and the speakers."""
    return _on_agenda(item, marked(_title(item, words), words), words)


def subject(item: Item, words: Words) -> Line:
    """Write what happens, for where the speakers stand elsewhere."""
    return _on_agenda(item, title_alone(item, words), words)


def title_alone(item: Item, words: Words) -> Line:
    """Write the title, without number and speakers where it has one."""
    match item:
        case Address():
            title: Line = (_kind_of_address(item, words),)
        case Presentation(title=LocalizedText() as own) | Motion(title=own):
            title = (of_text(own, words),)
        case _:
            title = _title(item, words)
    return marked(title, words)


def agenda_number_of(item: Item) -> int | None:
    """Give the number that an item has on the agenda; some kinds never have one."""
    return None if isinstance(item, (Formality, Address)) else item.agenda_number


def _on_agenda(item: Item, line: Line, words: Words) -> Line:
    number = agenda_number_of(item)
    return words.fill(AGENDA_ITEM, number=words.number(str(number)), title=line) if number else line


def materials_of(item: Item) -> tuple[Material, ...]:
    """Give the materials of an item."""
    return () if isinstance(item, (Formality, Address)) else item.materials


def _title(item: Item, words: Words) -> Line:
    match item:
        case Formality():
            return (words.text(FORMALITIES[item.kind]),)
        case Address():
            return _address(item, words)
        case Presentation() | Motion():
            return _presented(item, words)
        case Discussion():
            return (of_text(item.title, words) if item.title else words.text(DISCUSSION),)
        case Session():
            return (of_text(item.title, words),)
        case _:
            assert_never(item)


def _address(item: Address, words: Words) -> Line:
    title = _kind_of_address(item, words)
    if item.speaker is None:
        return (title,)
    return _with_speakers(ADDRESS_BY, title, of_speaker(item.speaker, words), words)


def _kind_of_address(item: Address, words: Words) -> str | Phrase:
    return of_text(item.title, words) if item.title else words.text(ADDRESSES[item.kind])


def _presented(item: Presentation | Motion, words: Words) -> Line:
    joined_by = item.joined_by if isinstance(item, Presentation) else None
    title = of_text(item.title, words) if item.title else None
    if not item.presenters:
        return (title,) if title else ()
    presenters = of_speakers(item.presenters, joined_by, words)
    if title is None:
        return (presenters,)
    return _with_speakers(PRESENTED_BY, title, presenters, words)


def speakers_of(item: Item, words: Words) -> tuple[Line, ...]:
    """Write who speaks in an item, if anybody is named."""
    match item:
        case Address(speaker=Speaker() as speaker):
            return (marked((of_speaker(speaker, words),), words),)
        case Presentation(presenters=(_, *_) as speakers) | Motion(presenters=(_, *_) as speakers):
            joined_by = item.joined_by if isinstance(item, Presentation) else None
            return (marked((of_speakers(tuple(speakers), joined_by, words),), words),)
        case _:
            return ()


def _with_speakers(message: Message, title: str | Phrase, speakers: str | Phrase, words: Words) -> Line:
    """Write a title and who speaks, in the style's brackets where it has its own."""
    line = words.fill(message, title=(title,), speakers=(speakers,))
    if words.brackets:
        opening, closing = words.brackets[0], words.brackets[1]
        (_, _), (before, _), (after, _) = words.pieces(message)
        line = (title, f"{before[:-1]}{opening}", speakers, f"{closing}{after[1:]}")
    return line


def _remarks(item: Formality | Address | Presentation | Discussion | Motion, words: Words) -> str:
    if not (item.minutes or item.languages or item.audience):
        return ""
    remarks = []
    if item.minutes:
        remarks.append(words.count(MINUTES, item.minutes))
    if item.languages:
        remarks.append(_languages(item.languages, words))
    if item.audience:
        remarks.append(words.say(CLOSED, kinds=audience_of(item.audience, words)))
    return plain(_details([(remark,) for remark in remarks], words))


def audience_of(kinds: Sequence[AttendeeKind], words: Words) -> str:
    """Write who may attend."""
    return listed([words.text(ATTENDEE_KINDS_IN_A_LINE[kind]) for kind in kinds], words)


def _languages(tags: Sequence[str], words: Words) -> str:
    """Write the language spoken, and those that it is interpreted into."""
    if len(tags) == 1:
        return words.say(SPOKEN, language=language_name(tags[0], words))
    return _interpreted(INTERPRETED, tags, words)


def languages_in_column(tags: Sequence[str], words: Words) -> str:
    """Write the same for a column, whose head says that these are languages."""
    return language_name(tags[0], words) if len(tags) == 1 else _interpreted(INTERPRETED_TOO, tags, words)


def _interpreted(message: Message, tags: Sequence[str], words: Words) -> str:
    spoken, *others = (language_name(tag, words) for tag in tags)
    return words.say(message, language=spoken, languages=listed(others, words))


def material_of(material: Material, words: Words, *, besides: Line = ()) -> Line:
    """Write a material: number, title, and in brackets what is to be known before one opens it.

    The language of its title is noted, but for one noted `besides`, and not where the material's own is told.
    """
    line: Line = (of_text(material.title, words),) if material.title else ()
    if not material.language:
        line = marked(line, words, besides=besides)
    if material.number:
        number = words.say(MATERIAL, number=words.number(material.number))
        line = words.fill(MATERIAL_TITLE, material=number, title=line) if line else (number,)
    if material.url:
        line = linked(line, material.url)
    details = _details_of(material, words)
    return words.fill(MATERIAL_DETAILS, material=line, details=details) if details else line


def _details_of(material: Material, words: Words) -> Line:
    """Write the kind and the size of a material, its language, and a note on it."""
    details: list[Line] = []
    if material.media_type:
        details.append((_FORMATS.get(material.media_type, material.media_type),))
    if material.kilobytes:
        from babel import numbers  # noqa: PLC0415 - few programs have a size

        size = numbers.format_decimal(material.kilobytes, "#,##0", locale=words.babel)
        details.append((words.say(KILOBYTES, n=size),))
    if material.language:
        details.append((language_name(material.language, words),))
    if material.note:
        details.append((of_text(material.note, words),))
    return _details(details, words)


def _details(details: Sequence[Line], words: Words) -> Line:
    line: Line = ()
    for detail in details:
        line = words.fill(DETAILS, details=line, detail=detail) if line else detail
    return line


def report_of(item: Item, words: Words) -> tuple[Line, ...]:
    """Write what was said, with those who stood for the presenters at its end."""
    if isinstance(item, (Formality, Session)):
        return ()
    if not isinstance(item, Presentation) or not item.representatives:
        return paragraphs_of(item.report, words)
    report = lines_of(item.report, words)
    last: Line = (of_organizations(item.representatives, words),)
    if report:
        last = words.fill(REPRESENTATIVES, report=report[-1], names=last)
    return (*report[:-1], marked(last, words))


def _says(resolution: str, outcome: str) -> bool:
    """Tell whether a resolution has the word of its outcome, not one that only contains it (不承認, Disapproved)."""
    return bool(re.search(rf"(?<![A-Za-z不未非]){re.escape(outcome)}", resolution, re.IGNORECASE))


def decision_of(item: Item, words: Words) -> tuple[Line, ...]:
    """Write what became of a motion: the word for it, unless the resolution has it, and the resolution."""
    if not isinstance(item, Motion):
        return ()
    resolution = paragraphs_of(item.resolution, words)
    if item.outcome is None:
        return resolution
    outcome = words.text(OUTCOMES[item.outcome])
    if not resolution:
        return (words.fill(DECIDED, outcome=outcome),)
    first, *others = resolution
    if _says(plain(first), outcome):
        return (words.fill(DECIDED, outcome=first), *others)
    return (words.fill(DECIDED_WORDS, outcome=outcome, resolution=first), *others)
