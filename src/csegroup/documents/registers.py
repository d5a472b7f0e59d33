"""Documents of a council as it stood on a day, and the pages that its records are from."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence

from csegroup.council import Council, DatedName, MemberGroup
from csegroup.documents.build import Document, all_words
from csegroup.documents.programs import whole
from csegroup.documents.sections import bulleted
from csegroup.documents.tree import NO_MARK, Block, Paragraphs, Section
from csegroup.errors import InvalidValue
from csegroup.fields import a_day, an_instance, each, tuple_of
from csegroup.organizations import AttendeeKind, Source
from csegroup.spans import holding_on
from csegroup.style import COUNCIL, Style
from csegroup.wording import old_and_new as say
from csegroup.wording.dates import day_phrase, day_without_weekday
from csegroup.wording.messages import (
    ATTENDEE_KINDS,
    MEMBERS,
    MEMBERS_BETWEEN,
    MEMBERS_OF,
    MEMBERS_OF_BETWEEN,
    NO_MEMBERS_BETWEEN,
    NO_MEMBERS_KNOWN,
    SOURCE,
    SOURCE_OF,
    SOURCES,
)
from csegroup.wording.names import of_organization
from csegroup.wording.phrases import Line, Phrase, linked
from csegroup.wording.texts import marked, of_text
from csegroup.wording.words import Words

__all__ = ["member_list", "source_list"]


_DAY = dt.timedelta(days=1)


def member_list(
    council: Council,
    day: dt.date,
    *,
    since: dt.date | None = None,
    locale: str | Iterable[str],
    style: Style = COUNCIL,
) -> Document:
    """Make the list of the members of a council on a day, under their names of that day, then the sources of it.

    With `since`, it is of all who were members on any day from that one to `day`, both included; behind a name that
    was not a member's on all of these days stand its own days. They stand kind by kind, in the order of the register.
    Where no source shows a member, the list says so. `locale` and `style` as in `program`. Raises `InvalidValue`.

    >>> from csegroup.example import ARCHIVE
    >>> from csegroup.json import read_archive
    >>> [council] = read_archive(ARCHIVE).councils
    >>> member_list(council, dt.date(2009, 1, 1), locale="en")[0].title
    ('Members as of ', Phrase(text='January 1, 2009 (Thursday)', tag='', url='', time='2009-01-01', note=False))
    """
    an_instance(Council)("council", council)
    a_day("day", day)
    if since is not None:
        a_day("since", since)
        if since > day:
            raise InvalidValue("order", "since", f"is after day, {day}")
    members = _members_between(council, since or day, day)
    sources = _sources_of((*holding_on(council.names, day), *members))
    return tuple(
        whole(
            marked(_title(council, since, day, words), words),
            (*_members(members, since, day, words), *_sources_below(sources, words)),
            words,
        )
        for words in all_words(locale, style)
    )


def source_list(sources: Iterable[Source], *, locale: str | Iterable[str], style: Style = COUNCIL) -> Document:
    """Make the list of the pages that a record is from (出典), each with the day on which it was read.

    `locale` and `style` as in `program`. Raises `InvalidValue`.

    >>> from csegroup.example import MEETING
    >>> len(source_list(MEETING.sources, locale="ja")[0].blocks)
    1
    """
    given = tuple_of(sources)
    each(an_instance(Source))("sources", given)
    return tuple(whole((words.text(SOURCES),), _sources(given, words), words) for words in all_words(locale, style))


def _members_between(council: Council, first: dt.date, last: dt.date) -> tuple[MemberGroup, ...]:
    return tuple(one for one in council.member_groups if one.since <= last and (one.until is None or first < one.until))


def _title(council: Council, since: dt.date | None, day: dt.date, words: Words) -> Line:
    fields: dict[str, Line] = {"day": (day_phrase(day, words),)}
    if since:
        fields = {
            "since": (day_without_weekday(since, words, field="since"),),
            "day": (day_without_weekday(day, words),),
        }
    name = council.name_on(day)
    if name is None:
        return words.fill(MEMBERS_BETWEEN if since else MEMBERS, **fields)
    return words.fill(MEMBERS_OF_BETWEEN if since else MEMBERS_OF, council=(of_text(name, words),), **fields)


def _members(members: Sequence[MemberGroup], since: dt.date | None, day: dt.date, words: Words) -> Iterator[Block]:
    if not members:
        yield Paragraphs(((words.text(NO_MEMBERS_BETWEEN if since else NO_MEMBERS_KNOWN),),))
    for kind in AttendeeKind:
        if lines := [_member(member, since or day, day, words) for member in members if member.kind is kind]:
            yield Section(NO_MARK, (words.text(ATTENDEE_KINDS[kind]),), (bulleted(lines, words),))


def _member(member: MemberGroup, first: dt.date, last: dt.date, words: Words) -> Line:
    """Write a member, and behind it its days where it was none on some days of a span."""
    line = marked((of_organization(member.organization, words),), words)
    line = linked(line, member.organization.url) if member.organization.url else line
    since: Line = (day_without_weekday(member.since, words, field="since"),) if _is_part(member, first, last) else ()
    if since and member.until and member.until <= last:
        return words.fill(say.FROM_TO, name=line, since=since, last=(day_without_weekday(member.until - _DAY, words),))
    return words.fill(say.SINCE, name=line, since=since) if since else line


def _is_part(member: MemberGroup, first: dt.date, last: dt.date) -> bool:
    return member.since > first or bool(member.until and member.until <= last)


def _sources_of(told: Iterable[DatedName | MemberGroup]) -> tuple[Source, ...]:
    """Give what shows names and members, each page once."""
    return tuple(dict.fromkeys(source for one in told for source in one.sources))


def _sources_below(sources: tuple[Source, ...], words: Words) -> Iterator[Block]:
    if sources:
        yield Section(NO_MARK, (words.text(SOURCES),), _sources(sources, words))


def _sources(sources: tuple[Source, ...], words: Words) -> tuple[Block, ...]:
    return (bulleted([_source(source, words) for source in sources], words),) if sources else ()


def _source(source: Source, words: Words) -> Line:
    page: Line = (Phrase(source.url, url=source.url),)
    if source.publisher:
        page = words.fill(SOURCE_OF, publisher=marked((of_text(source.publisher, words),), words), page=page)
    return words.fill(SOURCE, page=page, day=(day_phrase(source.read_on, words, field="read_on"),))
