"""What a calendar entry says of a meeting, in the words of one language or several."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple, final
from zoneinfo import ZoneInfo

from csegroup.documents.in_short import hours_in_short, notice_in_short, program_in_short
from csegroup.ical.lines import Line, in_parameter, uri
from csegroup.meetings import Meeting
from csegroup.organizations import Contact
from csegroup.places import OnlineVenue
from csegroup.wording.invitations import OPEN_END
from csegroup.wording.names import of_organization
from csegroup.wording.phrases import Line as Phrases
from csegroup.wording.phrases import plain
from csegroup.wording.places import of_places
from csegroup.wording.texts import of_text
from csegroup.wording.titles import calendar_title_of
from csegroup.wording.words import Words

__all__ = ["Entry", "conference", "entry_of", "joined"]


@final
class Entry(NamedTuple):
    """The texts of an entry, ready to be written; how a person joins is put above the description."""

    summary: str
    location: str = ""
    description: str = ""
    contact: str = ""
    categories: tuple[str, ...] = ()
    conferences: tuple[Line, ...] = ()


def entry_of(
    meeting: Meeting,
    words: Sequence[Words],
    *,
    time_zone: ZoneInfo | None = None,
    end_is_assumed: bool = False,
    title: Callable[[Words], Phrases] | None = None,
) -> Entry:
    """Put a meeting into words; `time_zone` is the reader's, `title` what is said for the meeting's own."""
    contact = meeting.contact
    places = zip(meeting.venues, of_places(meeting.venues, words[0]), strict=True)
    pages = [(venue.url, plain(line)) for venue, line in places if isinstance(venue, OnlineVenue) and venue.url]
    hours = [hours_in_short(meeting, own, time_zone) for own in words] if time_zone else []
    links = "\n".join(url for url, _ in pages)
    open_end = "\n".join(_each_once(own.text(OPEN_END) for own in words)) if end_is_assumed else ""
    notices = [notice_in_short(meeting, own) for own in words]
    programs = [program_in_short(meeting, own) for own in words]
    return Entry(
        summary=joined(words, lambda own: plain(title(own) if title else calendar_title_of(meeting, own))),
        location=joined(words, lambda own: " / ".join(map(plain, of_places(meeting.venues, own)))),
        description=_paragraphs([*notices, links, *hours, open_end, *programs, meeting.url or ""]),
        contact=joined(words, lambda own: _contact(contact, own)) if contact else "",
        categories=tuple(_each_once(plain((of_organization(meeting.body, own),)) for own in words)),
        conferences=tuple(conference(url, label) for url, label in pages),
    )


def _each_once(texts: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(filter(None, texts)))


def _paragraphs(texts: Iterable[str]) -> str:
    return "\n\n".join(_each_once(texts))


def joined(words: Sequence[Words], say: Callable[[Words], str]) -> str:
    """Say something in all languages: a second property of a name would break most readers."""
    return " / ".join(_each_once(map(say, words)))


def _contact(contact: Contact, words: Words) -> str:
    return ", ".join(filter(None, (plain((of_text(contact.name, words),)), contact.telephone, contact.email)))


def conference(url: str, label: str) -> Line:
    """Write how a meeting is joined (RFC 7986 section 5.11)."""
    return uri("CONFERENCE", url, FEATURE="AUDIO,VIDEO", LABEL=in_parameter(label), VALUE="URI")
