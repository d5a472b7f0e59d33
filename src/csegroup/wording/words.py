"""What a language says: one value holds all its words and patterns, and phrases know their language."""

from __future__ import annotations

from collections.abc import Mapping
from string import Formatter
from typing import TypeAlias, final

import attrs

from csegroup.organizations import AttendeeKind, LegalForm
from csegroup.program import AddressKind, FormalityKind, Outcome

__all__ = ["Line", "Part", "Phrase", "Words", "plain"]


@final
@attrs.frozen
class Phrase:
    """A piece of a line with the language tag that it is written in."""

    text: str
    tag: str


Line: TypeAlias = tuple[Phrase, ...]
Part: TypeAlias = "str | tuple[Part, ...]"


def plain(line: Line) -> str:
    """Give the text of a line without its languages."""
    return "".join(phrase.text for phrase in line)


@final
@attrs.frozen(kw_only=True)
class Words:
    """The words and patterns of one language.

    Patterns have named brace fields; those of dates and hours are LDML patterns besides (`MMMM d, y`), in
    which `{era}` and `{period}` stand for text. `layout` gives the sections of a program in their order,
    a tuple being a section over others; `levels` shows the mark of each level at its first item.
    """

    tag: str
    locale: str
    indent: str
    bullet: str
    gap_after_mark: str
    levels: tuple[str, ...]
    layout: tuple[Part, ...]

    day: str
    hour: str
    full_hour: str
    noon: str
    day_periods: tuple[str, str]
    open_end: str
    span: str
    span_over_days: str
    undecided: str
    answers_due: str

    legal_form: str
    legal_forms: Mapping[LegalForm, str]
    ancestors_first: bool
    unit_separator: str
    article: str
    post: str
    speaker: str
    list_separator: str
    separator_of_lists: str
    joined_by: str

    on_line: str
    on_line_besides: str
    on_line_named: str
    in_writing: str
    answers_due_title: str
    room: str
    place_with_address: str
    postal_code: str

    ordinals: Mapping[str, str]
    numbered_title: str
    joint_title: str
    joint_separator: str
    joint_last_separator: str
    cancelled: str
    held_document: str
    announced_document: str
    unofficial: str
    other_language: str

    aim: str
    overview: str
    date_and_place: str
    attendees: str
    program: str
    program_as_held: str
    contact: str
    attendee_kinds: Mapping[AttendeeKind, str]
    attendee_group: str

    formalities: Mapping[FormalityKind, str]
    addresses: Mapping[AddressKind, str]
    discussion: str
    agenda_item: str
    address_by: str
    presented_by: str
    representatives: str
    outcomes: Mapping[Outcome, str]
    decided: str
    decided_words: str

    material: str
    material_separator: str
    material_title: str
    material_details: str
    detail_separator: str
    kilobytes: str
    media_types: Mapping[str, str]

    remarks: str
    minutes: str
    spoken: str
    interpreted: str
    closed: str
    telephone: str
    email: str

    def fill(self, pattern: str, **fields: Line | str) -> Line:
        """Put lines, or words of this language, into a pattern."""
        line: list[Phrase] = []
        for literal, field, _, _ in Formatter().parse(pattern):
            if literal:
                line.append(Phrase(literal, self.tag))
            if field is not None:
                value = fields[field]
                line.extend([Phrase(value, self.tag)] if isinstance(value, str) else value)
        return tuple(line)
