"""Rules over what stands around a meeting: its languages, its links, its sources and the days of the register."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from itertools import pairwise

from csegroup.meetings import Meeting, MeetingStatus
from csegroup.organizations import Source
from csegroup.places import OnlineVenue, Venue
from csegroup.review.findings import Found, Rule, Severity, found
from csegroup.review.register import written_names
from csegroup.review.views import MeetingView, Records, are_most, main_languages
from csegroup.spans import Span
from csegroup.text import LocalizedText, language_of

__all__ = ["SOURCE_RULES"]

_COPIED = 120
_NONE, _A_WEEK = dt.timedelta(), dt.timedelta(days=7)


def look_for_missing_translations(view: MeetingView) -> Iterator[Found]:
    """Find texts without a language that most texts of the meeting, or of all meetings, have."""
    texts = [(path, text) for path, text in view.texts if not path.endswith((".printed", ".publisher"))]
    wanted = view.records.languages | main_languages(text for _, text in texts)
    for language in sorted(wanted):
        lacking = [path for path, text in texts if not {language_of(tag) for tag in text} & {language, "und"}]
        # Where there is nothing at all, once is enough.
        if len(lacking) == len(texts) > 1:
            yield view.found("", language=language)
        else:
            yield from (found(path, language=language) for path in lacking)


def look_for_missing_translations_of_names(records: Records) -> Iterator[Found]:
    """Find names of the register without a language that most of them have."""
    texts = [(path, text) for path, text in records.register_texts if ".sources[" not in path]
    wanted = main_languages(text for _, text in texts)
    for path, text in texts:
        for language in sorted(wanted - written_names(text).keys()):
            if "und" not in text:
                yield found(path, language=language)


def look_for_kept_translations(records: Records) -> Iterator[Found]:
    """Find names of the council, or of a body, that were changed in Japanese, and not in English."""
    own = (
        [(f"council.names[{i}].text", one.text) for i, one in enumerate(records.council.names)]
        if records.council
        else []
    )
    bodies = records.register.bodies.values()
    groups = [own, *([(f"{one.path}.organization.name", one.organization.name) for one in known] for known in bodies)]
    for (_, earlier), (path, later) in (pair for names in groups for pair in pairwise(names)):
        before, after = written_names(earlier), written_names(later)
        if (
            before.keys() >= {"ja", "en"} <= after.keys()
            and before["ja"] != after["ja"]
            and before["en"] == after["en"]
        ):
            yield found(path, name=after["en"], written=after["ja"], right=before["ja"])


def look_for_http(view: MeetingView) -> Iterator[Found]:
    """Find links that are not encrypted; sources are what they were when they were read."""
    for path, url in view.urls:
        if url.startswith("http:") and ".sources[" not in path:
            yield found(path, url=url)


def look_for_http_in_the_register(records: Records) -> Iterator[Found]:
    """Find the same in the register and the organizations."""
    for known in records.register:
        for i, one in enumerate(known.organization.lineage):
            if one.url and one.url.startswith("http:"):
                yield found(f"{known.path}.organization{'.parent' * i}.url", url=one.url)


def look_for_http_in_sources(records: Records) -> Iterator[Found]:
    """Find pages that were read unencrypted, each at the first record that is from it."""
    told = set()
    for path, sources in _sources(records):
        for i, source in enumerate(sources):
            if source.url.startswith("http:") and source.url not in told:
                told.add(source.url)
                yield found(f"{path}.sources[{i}].url", url=source.url)


_INSIDE = re.compile(
    r"https?://(?:localhost|127\.|10\.|192\.168\.|172\.(?:1[6-9]|2[0-9]|3[01])\.|[^/.]+(?:[:/]|\Z)|[^/]*\.(?:local|lan|internal|intra|corp)(?:[:/]|\Z))"
)
_JOINING = re.compile(
    r"https?://[^/]*(?:zoom\.us/(?:[jws]|my)/|teams\.(?:microsoft|live)\.com/(?:l/meetup-join|meet)|meet\.google\.com/|webex\.com/(?:meet|join|.*(?:j\.php|MTID)))"
)


_ODD = re.compile(
    r"https?://[^/]*\.(?:jpp|jjp|jpn|cmo|ocm|comm|ogr|nett)(?:[:/]|\Z)|https?://(?:https?[:/]|w{4,}\.|w{1,2}\.|[^/]*\.\.|www,)|\Ahttps?://[^/]+/.*(?<!:)//(?!web)"
)


def look_for_odd_links(view: MeetingView) -> Iterator[Found]:
    """Find links that were typed wrong."""
    yield from (found(path, url=url) for path, url in view.urls if _ODD.match(url) and "?" not in url)


def look_for_inner_links(view: MeetingView) -> Iterator[Found]:
    """Find links that lead nowhere outside of an office."""
    yield from (found(path, url=url) for path, url in view.urls if _INSIDE.match(url))


def look_for_joining_links(view: MeetingView) -> Iterator[Found]:
    """Find links that let a person into a meeting on-line."""
    yield from (found(path, url=url) for path, url in view.urls if _JOINING.match(url))


def look_for_pages_twice(records: Records) -> Iterator[Found]:
    """Find two meetings with one page; what more of them have is a page for all."""
    pages: dict[str, list[tuple[str, Meeting]]] = {}
    for path, meeting in records.latest:
        if meeting.url:
            pages.setdefault(meeting.url, []).append((path, meeting))
    for url, entries in pages.items():
        if len(entries) == 2:  # noqa: PLR2004 - what three have is the page of all
            yield found(f"{entries[1][0]}.url", url=url, other=entries[0][1].id)


def _width(written: str) -> int:
    """Count characters, a wide one as two: Japanese says as much in half of them."""
    return len(written) + sum(character > "\u2e80" for character in written)


def look_for_copied_reports(records: Records) -> Iterator[Found]:
    """Find the same long report in two meetings; what three have is a form of words."""
    seen: dict[LocalizedText, list[str]] = {}
    for path, text in records.reports:
        if any(_width(written) > _COPIED for written in text.values()):
            seen.setdefault(text, []).append(path)
    for paths in seen.values():
        if len({path.partition(".")[0] for path in paths}) == 2:  # noqa: PLR2004 - from one to the other
            yield found(paths[-1], other=paths[0])


def look_for_missing_sources(view: MeetingView) -> Iterator[Found]:
    """Find meetings that do not say where they are from, where most do."""
    if view.records.have_sources and not view.meeting.sources and view.meeting.status is not MeetingStatus.TENTATIVE:
        yield view.found("sources")


def look_for_missing_sources_in_the_register(records: Records) -> Iterator[Found]:
    """Find names, bodies and members without a source, where most have one."""
    spans = list(_spans(records))
    with_sources = sum(bool(span[2]) for span in spans)
    if are_most(with_sources, len(spans)):
        yield from (found(f"{path}.sources") for path, _, sources in spans if not sources)


def _spans(records: Records) -> Iterator[tuple[str, Span, tuple[Source, ...]]]:
    for i, name in enumerate(records.council.names if records.council else ()):
        yield f"council.names[{i}]", name, name.sources
    for known in records.register:
        yield known.path, known.dated, known.dated.sources


def _sources(records: Records) -> Iterator[tuple[str, tuple[Source, ...]]]:
    yield from ((path, sources) for path, _, sources in _spans(records))
    yield from ((path, meeting.sources) for path, meeting in records.entries)


def look_for_early_sources(records: Records) -> Iterator[Found]:
    """Find records of what was, all of whose sources were read before it."""
    held = [(path, one.local_date, one.sources) for path, one in records.latest if one.status is MeetingStatus.HELD]
    since = [(path, span.since, sources) for path, span, sources in _spans(records)]
    for path, day, sources in (*since, *held):
        if day and day <= records.today and sources and all(source.read_on < day for source in sources):
            yield found(f"{path}.sources[0].read_on", day=str(day), read_on=str(sources[0].read_on))


def look_for_sources_to_come(records: Records) -> Iterator[Found]:
    """Find sources that were read on a day that is still to come."""
    for path, sources in _sources(records):
        for i, source in enumerate(sources):
            if source.read_on > records.today:
                yield found(f"{path}.sources[{i}].read_on", read_on=str(source.read_on))


def look_for_spans_outside(records: Records) -> Iterator[Found]:
    """Find bodies and members before the first day of the council, and after its last, each day once."""
    council = records.council
    if not council:
        return
    first, last = council.since, council.until
    for known in (
        one
        for group in (records.register.bodies, records.register.members)
        for names in group.values()
        for one in names
    ):
        since, until = known.dated.since, known.dated.until
        if since and since < first:
            yield found(f"{known.path}.since", name=known.organization.name, day=str(since), first=str(first))
        elif last and (until is None or until > last):
            yield found(f"{known.path}.until", name=known.organization.name, day=str(last))


def look_for_gaps(records: Records) -> Iterator[Found]:
    """Find names of one thing with a week or less between them."""
    names = records.council.names if records.council else ()
    groups: list[list[tuple[str, Span]]] = [[(f"council.names[{i}]", one) for i, one in enumerate(names)]]
    for group in (records.register.bodies, records.register.members):
        groups.extend([(one.path, one.dated) for one in known] for known in group.values())
    for spans in groups:
        ordered = sorted(spans, key=lambda span: span[1].since or dt.date.min)
        for (path, earlier), (_, later) in pairwise(ordered):
            if earlier.until and later.since and _NONE < later.since - earlier.until <= _A_WEEK:
                yield found(f"{path}.until", until=str(earlier.until), since=str(later.since))


def look_for_days_to_come(records: Records) -> Iterator[Found]:
    """Find names, bodies and members from a day on that is still to come."""
    for path, span, _ in _spans(records):
        if span.since and span.since > records.today:
            yield found(f"{path}.since", day=str(span.since))


def look_for_other_addresses(records: Records) -> Iterator[Found]:
    """Find a building that has another postal code in one meeting than in an earlier one."""
    seen: dict[tuple[str, ...], tuple[str, Meeting]] = {}
    for entries in records.by_body.values():
        for path, meeting in entries:
            for i, venue in enumerate(meeting.venues):
                if not (isinstance(venue, Venue) and venue.postal_address and venue.postal_address.postal_code):
                    continue
                code = venue.postal_address.postal_code
                for name in written_names(venue.name).values():
                    place = (name, *sorted((venue.postal_address.locality or {}).values()))
                    right, other = seen.setdefault(place, (str(code), meeting))
                    if right != code:
                        yield found(
                            f"{path}.venues[{i}].postal_address.postal_code",
                            code=str(code),
                            right=right,
                            other=other.id,
                        )
                        break


def look_for_rooms_on_line(view: MeetingView) -> Iterator[Found]:
    """Find places that stand twice."""
    seen = set()
    for i, venue in enumerate(view.meeting.venues):
        if venue in seen and isinstance(venue, (Venue, OnlineVenue)):
            yield view.found(f"venues[{i}]")
        seen.add(venue)


_E, _W, _N = Severity.ERROR, Severity.WARNING, Severity.NOTE

SOURCE_RULES: tuple[Rule, ...] = (
    Rule(
        code="translation_missing",
        severity=_W,
        of_meeting=look_for_missing_translations,
        of_records=look_for_missing_translations_of_names,
        reason="Two texts of three have the language, so that readers expect it.",
    ),
    Rule(
        code="translation_kept",
        severity=_W,
        of_records=look_for_kept_translations,
        reason="At a renaming the English name was not updated.",
    ),
    Rule(
        code="http",
        severity=_W,
        of_meeting=look_for_http,
        of_records=look_for_http_in_the_register,
        reason="What is not encrypted can be read and changed on its way.",
    ),
    Rule(
        code="http_source",
        severity=_N,
        of_records=look_for_http_in_sources,
        reason="An old page may be there unencrypted alone.",
    ),
    Rule(
        code="odd_link",
        severity=_W,
        of_meeting=look_for_odd_links,
        reason="The link was typed or pasted wrong.",
    ),
    Rule(
        code="inner_link",
        severity=_W,
        of_meeting=look_for_inner_links,
        reason="Outside of the office the link leads nowhere.",
    ),
    Rule(
        code="joining_url",
        severity=_E,
        of_meeting=look_for_joining_links,
        reason="The link lets anybody into the meeting.",
    ),
    Rule(
        code="page_twice",
        severity=_N,
        of_records=look_for_pages_twice,
        reason="The link was taken over from another meeting, or one page tells of both.",
    ),
    Rule(
        code="report_copied",
        severity=_W,
        of_records=look_for_copied_reports,
        reason="The report was taken over from another item.",
    ),
    Rule(
        code="source_missing",
        severity=_W,
        of_meeting=look_for_missing_sources,
        of_records=look_for_missing_sources_in_the_register,
        reason="Two records of three say where they are from, so that this one cannot be told from a guess.",
    ),
    Rule(
        code="source_early",
        severity=_W,
        of_records=look_for_early_sources,
        reason="A page that was read before cannot say what was.",
    ),
    Rule(
        code="source_in_future",
        severity=_E,
        of_records=look_for_sources_to_come,
        reason="Nothing was read on a day that is still to come.",
    ),
    Rule(
        code="span_outside",
        severity=_W,
        of_records=look_for_spans_outside,
        reason="A council has no bodies and members before it was founded, nor after its end.",
    ),
    Rule(
        code="gap",
        severity=_W,
        of_records=look_for_gaps,
        reason="`until` is the first day on which a name no longer holds, not the last on which it does.",
    ),
    Rule(
        code="since_in_future",
        severity=_N,
        of_records=look_for_days_to_come,
        reason="A change may be known before its day; a year may be mistyped.",
    ),
    Rule(
        code="postal_code", severity=_W, of_records=look_for_other_addresses, reason="A building has one postal code."
    ),
    Rule(code="venue_twice", severity=_W, of_meeting=look_for_rooms_on_line, reason="A place was pasted twice."),
)
