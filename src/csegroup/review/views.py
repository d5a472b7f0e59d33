"""What rules look at: all records, and one meeting, each walked through once."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Container, Iterable, Iterator, Sequence
from functools import cached_property
from typing import Final, TypeAlias, TypeVar, cast, final

from csegroup.council import Council
from csegroup.meetings import Meeting, MeetingStatus
from csegroup.organizations import DatedOrganization, Organization, Speaker
from csegroup.program import Address, Discussion, Motion, Presentation, Session, SessionItem
from csegroup.review.dated_names import DatedNames
from csegroup.review.findings import Found, Value
from csegroup.review.register import Register
from csegroup.schedule import latest, recency
from csegroup.text import LocalizedText, language_of
from csegroup.wording.gaps import walk

__all__ = ["Days", "Entry", "MeetingView", "Records", "are_most", "main_languages"]

T = TypeVar("T")
Days: TypeAlias = "Container[dt.date]"
Entry: TypeAlias = "tuple[str, Meeting]"

_TIME_FOR_A_REPORT: Final = dt.timedelta(days=30)


@final
class Records:
    """All that is reviewed: the register, the organizations with their days, and the meetings.

    `entries` are all states of the meetings, each with its path, `latest` the last state of each.

    >>> Records(None, (), (), today=dt.date(2026, 11, 24), holidays=()).latest
    ()
    """

    def __init__(
        self,
        council: Council | None,
        meetings: Sequence[Meeting],
        organizations: Sequence[DatedOrganization],
        *,
        today: dt.date,
        holidays: Days | None,
    ) -> None:
        self.council = council
        self.organizations = organizations
        self.today = today
        self.holidays: Days | None = holidays
        self.register: Register = Register(council, organizations)
        self.entries: tuple[Entry, ...] = tuple((f"meetings[{i}]", one) for i, one in enumerate(meetings))
        places = {id(one): (path, one) for path, one in self.entries}
        self.latest: tuple[Entry, ...] = tuple(places[id(one)] for one in latest(meetings))

    @cached_property
    def states(self) -> dict[str, list[Entry]]:
        """All states of each meeting by its id, the first one first."""
        made: dict[str, list[Entry]] = {}
        for entry in sorted(self.entries, key=lambda entry: recency(entry[1])):
            made.setdefault(entry[1].id, []).append(entry)
        return made

    @cached_property
    def by_body(self) -> dict[str, list[Entry]]:
        """The last states that were not cancelled, by the body that meets, in the order of their dates."""
        made: dict[str, list[Entry]] = {}
        dated = (one for one in self.latest if one[1].status is not MeetingStatus.CANCELLED)
        for entry in sorted(dated, key=_when):
            made.setdefault(str(entry[1].body.id), []).append(entry)
        return made

    @cached_property
    def joint(self) -> dict[str, list[Meeting]]:
        """The last states of the meetings that a body joins and another one has, by the body that joins."""
        made: dict[str, list[Meeting]] = {}
        for _, meeting in self.latest:
            for one in meeting.jointly_with:
                made.setdefault(str(one.id), []).append(meeting)
        return made

    @cached_property
    def _survey(
        self,
    ) -> tuple[frozenset[str], tuple[tuple[str, Organization], ...], tuple[tuple[str, LocalizedText], ...]]:
        """Walk once through all meetings for what rules over several of them ask of each."""
        languages = _Languages()
        organizations: list[tuple[str, Organization]] = []
        reports: list[tuple[str, LocalizedText]] = []
        for view in self.views():
            languages.count(text for _, text in view.texts)
            organizations.extend(view.organizations)
            reports.extend((path, text) for path, text in view.texts if path.endswith((".report", ".resolution")))
        return languages.main, tuple(organizations), tuple(reports)

    @property
    def languages(self) -> frozenset[str]:
        """The languages that two texts of three have in all meetings, if they are several."""
        languages = self._survey[0]
        return languages if len(languages) > 1 else frozenset()

    @property
    def used_organizations(self) -> tuple[tuple[str, Organization], ...]:
        """The organizations of the meetings, each with its path."""
        return self._survey[1]

    @property
    def reports(self) -> tuple[tuple[str, LocalizedText], ...]:
        """The reports and resolutions of the meetings, each with its path."""
        return self._survey[2]

    @cached_property
    def have_sources(self) -> bool:
        """Whether two meetings of three say where they are from."""
        return bool(self.latest) and are_most(sum(bool(one.sources) for _, one in self.latest), len(self.latest))

    @cached_property
    def undecided(self) -> dict[LocalizedText, list[str]]:
        """The paths of motions of meetings held a month ago that do not say what was decided, by their titles."""
        made: dict[LocalizedText, list[str]] = {}
        for view in (one for one in self.views() if one.is_long_held):
            for path, item in view.items:
                if isinstance(item, Motion) and not (item.outcome or item.resolution):
                    made.setdefault(item.title, []).append(path)
        return made

    @cached_property
    def have_reports(self) -> bool:
        """Whether two of three meetings that were held, and in which somebody spoke, have a report."""
        held = [one for _, one in self.latest if one.status is MeetingStatus.HELD]
        items = [[item for one in each.program for item in getattr(one, "items", (one,))] for each in held]
        spoken = [each for each in items if any(isinstance(item, (Presentation, Discussion)) for item in each)]
        reported = sum(any(getattr(item, "report", None) for item in each) for each in spoken)
        return bool(spoken) and are_most(reported, len(spoken))

    @cached_property
    def dated_names(self) -> DatedNames:
        """The names of the council and of those in the register that had more than one, to be looked for in texts."""
        known = [one for names in self.register.names.values() if len(names) > 1 for one in names]
        spans = [(str(one.organization.id), one.organization.name, one.dated) for one in known]
        own = self.council.names if self.council else ()
        return DatedNames([*spans, *(("", name.text, name) for name in own if len(own) > 1)])

    @cached_property
    def member_names(self) -> DatedNames:
        """The names of the members, to be looked for in texts."""
        known = [one for names in self.register.members.values() for one in names]
        return DatedNames((str(one.organization.id), one.organization.name, one.dated) for one in known)

    @cached_property
    def register_texts(self) -> tuple[tuple[str, LocalizedText], ...]:
        """The texts of the register and of the organizations, each with its path."""
        found = list(_texts("council", self.council))
        for i, one in enumerate(self.organizations):
            found.extend(_texts(f"organizations[{i}]", one))
        return tuple(found)

    def all_organizations(self) -> Iterator[tuple[str, Organization]]:
        """Give the organizations of the register, then those of the meetings, each with its path."""
        for known in self.register:
            yield f"{known.path}.organization", known.organization
        yield from self.used_organizations

    def views(self) -> Iterator[MeetingView]:
        """Give each meeting in its last state, made anew, so that not all need be in memory."""
        return (MeetingView(path, meeting, self) for path, meeting in self.latest)


@final
class MeetingView:
    """One meeting in its last state, and all that is inside it; `day` is its date in its own zone.

    >>> from csegroup.example import MEETING
    >>> records = Records(None, [MEETING], (), today=dt.date(2026, 11, 24), holidays=())
    >>> [view.found("number", number=6).path for view in records.views()]
    ['meetings[0].number']
    """

    def __init__(self, path: str, meeting: Meeting, records: Records) -> None:
        self.path = path
        self.meeting = meeting
        self.records = records
        self.day: dt.date | None = meeting.local_date
        self._of_class: dict[type, list[tuple[str, object]]] = {}
        for node in walk(path, meeting):
            self._of_class.setdefault(type(node[1]), []).append(node)

    def found(self, field: str, **values: Value) -> Found:
        """Tell of a field of the meeting, by its path from the meeting."""
        return Found(f"{self.path}.{field}" if field else self.path, values)

    def all(self, cls: type[T]) -> list[tuple[str, T]]:
        """Give everything of a class inside the meeting, each with its path, in the order of the fields.

        >>> from csegroup.example import MEETING
        >>> records = Records(None, [MEETING], (), today=dt.date(2026, 11, 24), holidays=())
        >>> [path for path, _ in next(records.views()).all(Session)]
        ['meetings[0].program[1]']
        """
        return cast("list[tuple[str, T]]", self._of_class.get(cls, []))

    @cached_property
    def texts(self) -> list[tuple[str, LocalizedText]]:
        """The texts, each with its path."""
        return self.all(LocalizedText)

    @cached_property
    def urls(self) -> list[tuple[str, str]]:
        """The addresses on the web, each with its path."""
        return [(path, text) for path, text in self.all(str) if path.endswith(".url")]

    @cached_property
    def organizations(self) -> list[tuple[str, Organization]]:
        """The organizations, the parents among them, each with its path."""
        return self.all(Organization)

    @cached_property
    def items(self) -> list[tuple[str, SessionItem]]:
        """The items, those of sessions among them and no session, each with its path."""
        made: list[tuple[str, SessionItem]] = []
        for i, item in enumerate(self.meeting.program):
            path = f"{self.path}.program[{i}]"
            if isinstance(item, Session):
                made.extend((f"{path}.items[{k}]", inner) for k, inner in enumerate(item.items))
            else:
                made.append((path, item))
        return made

    def speaking(self) -> Iterator[tuple[str, Organization]]:
        """Give those who speak or stand for somebody, each with its path."""
        for path, item in self.items:
            speakers: dict[str, Speaker] = {}
            match item:
                case Presentation() | Motion():
                    speakers = {f"{path}.presenters[{i}]": one for i, one in enumerate(item.presenters)}
                case Address() if item.speaker:
                    speakers = {f"{path}.speaker": item.speaker}
            for place, speaker in speakers.items():
                if speaker.organization:
                    yield f"{place}.organization", speaker.organization
                elif speaker.post:
                    yield f"{place}.post.organization", speaker.post.organization
            for i, one in enumerate(getattr(item, "representatives", ())):
                yield f"{path}.representatives[{i}]", one

    @property
    def is_japanese(self) -> bool:
        """Whether the meeting keeps the time of Japan, or has only a day and a body of Japan."""
        start = self.meeting.start
        return str(start.tzinfo) == "Asia/Tokyo" if start else self.meeting.body.country == "JP"

    @property
    def is_long_held(self) -> bool:
        """Whether the meeting was held a month ago or more, so that people may read what happened."""
        held = self.meeting.status is MeetingStatus.HELD and self.day is not None
        return bool(held and self.day and self.records.today - self.day >= _TIME_FOR_A_REPORT)

    @property
    def is_reported(self) -> bool:
        """Whether something says what was told or decided at the meeting."""
        return any(_reported(item) for _, item in self.items)

    @property
    def is_to_come(self) -> bool:
        """Whether the meeting is announced for today or later."""
        return (
            self.meeting.status is MeetingStatus.ANNOUNCED and self.day is not None and self.day >= self.records.today
        )


def _reported(item: SessionItem) -> bool:
    return any(getattr(item, field, None) for field in ("report", "outcome", "resolution"))


@final
class _Languages:
    """A count of texts and of their languages; names alike everywhere are not counted."""

    def __init__(self) -> None:
        self._counted: Counter[str] = Counter()
        self._total = 0

    def count(self, texts: Iterable[LocalizedText]) -> None:
        for text in texts:
            languages = {language_of(tag) for tag in text}
            if "und" not in languages:
                self._total += 1
                self._counted.update(languages)

    @property
    def main(self) -> frozenset[str]:
        """The languages that two texts of three have."""
        return frozenset(language for language, n in self._counted.items() if are_most(n, self._total))


def are_most(number: int, total: int) -> bool:
    """Tell whether some are two of three, from which on a review takes the others for forgotten."""
    return number * 3 >= total * 2


def main_languages(texts: Iterable[LocalizedText]) -> frozenset[str]:
    """Give the languages that two texts of three have."""
    languages = _Languages()
    languages.count(texts)
    return languages.main


def _texts(path: str, value: object) -> Iterator[tuple[str, LocalizedText]]:
    found = walk(path, value) if value is not None else ()
    return ((path, node) for path, node in found if isinstance(node, LocalizedText))


def _when(entry: Entry) -> tuple[dt.date, str, str]:
    meeting = entry[1]
    clock = meeting.start.isoformat() if meeting.start else ""
    return meeting.local_date or dt.date.max, clock, meeting.id
