"""What a reader is told of a meeting and of an item of its program, one subject after the other."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, TypeAlias
from zoneinfo import ZoneInfo

from csegroup.documents import sections
from csegroup.documents.items import (
    agenda_number_of,
    audience_of,
    decision_of,
    languages_in_column,
    material_of,
    materials_of,
    report_of,
    speakers_of,
    title_alone,
)
from csegroup.meetings import Meeting
from csegroup.program import Item, Session
from csegroup.wording import old_and_new as say
from csegroup.wording.dates import when
from csegroup.wording.message import Message
from csegroup.wording.messages import MINUTES
from csegroup.wording.phrases import Line, Phrase
from csegroup.wording.texts import marked, paragraphs_of
from csegroup.wording.titles import title_of
from csegroup.wording.words import Words

__all__ = ["LONG", "Told", "told_above", "told_below", "told_of_item"]

Told: TypeAlias = "Mapping[Message, tuple[Line, ...]]"

# Texts in paragraphs, which are too long for a mail that tells what has changed.
LONG: Final = frozenset({say.NOTICE, say.AIM, say.ITEM_REPORT, say.ITEM_DECISION})


def told_above(meeting: Meeting, words: Words, time_zone: ZoneInfo | None) -> Told:
    """Tell what stands above a program, in its order."""
    return {
        say.TITLE: (marked(title_of(meeting, words), words),),
        say.STATUS: ((words.text(say.STATUSES[meeting.status]),),),
        say.NOTICE: paragraphs_of(meeting.notice, words),
        say.AIM: paragraphs_of(meeting.aim, words),
        say.DATE_AND_TIME: when(meeting, words, time_zone),
        say.PLACE: tuple(sections.where(meeting, words)),
        say.ATTENDEES: tuple(sections.group_of(group, words) for group in meeting.attendees),
    }


def told_below(meeting: Meeting, words: Words) -> Told:
    """Tell what stands below a program."""
    return {
        say.CONTACT: sections.contact_lines(meeting, words),
        say.PAGE: ((Phrase(meeting.url, url=meeting.url),),) if meeting.url else (),
    }


def told_of_item(item: Item, words: Words, *, record: bool) -> Told:
    """Tell an item subject by subject; in a `record` with what was said and decided."""
    number = agenda_number_of(item)
    told: dict[Message, tuple[Line, ...]] = {
        say.ITEM_NUMBER: (words.fill(say.AGENDA_ITEM, number=words.number(str(number))),) if number else (),
        say.ITEM_TITLE: (title_alone(item, words),),
        say.ITEM_SPEAKERS: speakers_of(item, words),
        say.ITEM_MATERIALS: tuple(material_of(material, words) for material in materials_of(item)),
    }
    if isinstance(item, Session):
        return told
    return told | {
        say.ITEM_LENGTH: ((words.count(MINUTES, item.minutes),),) if item.minutes else (),
        say.ITEM_LANGUAGES: ((languages_in_column(item.languages, words),),) if item.languages else (),
        say.ITEM_AUDIENCE: ((audience_of(item.audience, words),),) if item.audience else (),
        say.ITEM_REPORT: report_of(item, words) if record else (),
        say.ITEM_DECISION: decision_of(item, words) if record else (),
    }
