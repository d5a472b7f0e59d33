"""The items of a program as lines: heading, report and decision."""

from __future__ import annotations

from collections.abc import Iterator
from typing import assert_never

from babel import numbers

from csegroup.program import Address, Discussion, Formality, Item, Material, Motion, Presentation, Session
from csegroup.wording.names import of_organizations, of_speaker, of_speakers
from csegroup.wording.texts import language_name, marked, of_text, paragraphs_of
from csegroup.wording.words import Line, Phrase, Words, plain

__all__ = ["decision_of", "heading_of", "report_of"]


def heading_of(item: Item, words: Words) -> Line:
    """Write the line of an item: its number on the agenda, title, speakers, remarks and materials."""
    line = marked(_what(item, words), words)
    if not isinstance(item, (Formality, Address)) and item.agenda_number:
        line = words.fill(words.agenda_item, number=str(item.agenda_number), title=line)
    if not isinstance(item, Session) and (remarks := _remarks(item, words)):
        line = words.fill(words.remarks, item=line, remarks=words.detail_separator.join(remarks))
    materials = () if isinstance(item, (Formality, Address)) else item.materials
    for material in materials:
        line += (Phrase(words.material_separator, words.tag), *_material(material, words))
    return line


def _what(item: Item, words: Words) -> Line:
    match item:
        case Formality():
            return words.fill(words.formalities[item.kind])
        case Address():
            return _address(item, words)
        case Presentation() | Motion():
            return _presented(item, words)
        case Discussion():
            return (of_text(item.title, words),) if item.title else words.fill(words.discussion)
        case Session():
            return (of_text(item.title, words),)
        case _:
            assert_never(item)


def _address(item: Address, words: Words) -> Line:
    title = (of_text(item.title, words),) if item.title else words.fill(words.addresses[item.kind])
    if item.speaker is None:
        return title
    return words.fill(words.address_by, title=title, speaker=(of_speaker(item.speaker, words),))


def _presented(item: Presentation | Motion, words: Words) -> Line:
    joined_by = item.joined_by if isinstance(item, Presentation) else None
    presenters = (of_speakers(item.presenters, joined_by, words),) if item.presenters else ()
    title = (of_text(item.title, words),) if item.title else ()
    if title and presenters:
        return words.fill(words.presented_by, title=title, presenters=presenters)
    return title or presenters


def _remarks(item: Formality | Address | Presentation | Discussion | Motion, words: Words) -> list[str]:
    remarks = []
    if item.minutes:
        remarks.append(words.minutes.format(n=item.minutes))
    if item.languages:
        spoken, *others = (language_name(tag, words) for tag in item.languages)
        pattern = words.interpreted if others else words.spoken
        remarks.append(pattern.format(language=spoken, languages=words.list_separator.join(others)))
    if item.audience:
        kinds = words.list_separator.join(words.attendee_kinds[kind] for kind in item.audience)
        remarks.append(words.closed.format(kinds=kinds))
    return remarks


def _material(material: Material, words: Words) -> Line:
    line: Line = (of_text(material.title, words),) if material.title else ()
    if not material.language:
        line = marked(line, words)
    if material.number:
        number = words.fill(words.material, number=material.number)
        line = words.fill(words.material_title, material=number, title=line) if line else number
    details = list(_details(material, words))
    if not details:
        return line
    separator = Phrase(words.detail_separator, words.tag)
    joined = [phrase for detail in details for phrase in (separator, detail)][1:]
    return words.fill(words.material_details, material=line, details=tuple(joined))


def _details(material: Material, words: Words) -> Iterator[Phrase]:
    if material.media_type:
        yield Phrase(words.media_types.get(material.media_type, material.media_type), words.tag)
    if material.kilobytes:
        size = numbers.format_decimal(material.kilobytes, "#,##0", locale=words.tag)
        yield Phrase(words.kilobytes.format(n=size), words.tag)
    if material.language:
        yield Phrase(language_name(material.language, words), words.tag)
    if material.note:
        yield of_text(material.note, words)


def report_of(item: Item, words: Words) -> tuple[Line, ...]:
    """Write what was said, with those who stood for the presenters at its end."""
    if isinstance(item, (Formality, Session)):
        return ()
    report = paragraphs_of(item.report, words)
    if not isinstance(item, Presentation) or not item.representatives:
        return report
    names = marked((of_organizations(item.representatives, words),), words)
    if not report:
        return (names,)
    *before, last = report
    return (*before, words.fill(words.representatives, report=last, names=names))


def decision_of(item: Item, words: Words) -> tuple[Line, ...]:
    """Write what became of a motion: the word for it, unless the resolution has it, and the resolution."""
    if not isinstance(item, Motion):
        return ()
    resolution = paragraphs_of(item.resolution, words)
    if item.outcome is None:
        return resolution
    outcome = words.outcomes[item.outcome]
    if not resolution:
        return (words.fill(words.decided, outcome=outcome),)
    first, *others = resolution
    if outcome.casefold() in plain(first).casefold():
        return (words.fill(words.decided, outcome=first), *others)
    return (words.fill(words.decided_words, outcome=outcome, resolution=first), *others)
