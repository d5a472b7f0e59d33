"""What a careful secretary would find in a council's register and the records of its meetings."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from typing import Final, TypeVar, cast

from csegroup.council import Council
from csegroup.errors import InvalidValue
from csegroup.fields import a_day, an_instance, each, optional
from csegroup.meetings import Meeting
from csegroup.organizations import DatedOrganization
from csegroup.review.date_rules import DATE_RULES
from csegroup.review.directory_rules import DIRECTORY_RULES
from csegroup.review.findings import Finding, Found, Rule, Severity, Value, found, to_finding
from csegroup.review.material_rules import MATERIAL_RULES
from csegroup.review.mention_rules import MENTION_RULES
from csegroup.review.name_rules import NAME_RULES
from csegroup.review.national_holidays import national_holidays
from csegroup.review.number_rules import NUMBER_RULES
from csegroup.review.office_rules import OFFICE_RULES
from csegroup.review.program_rules import PROGRAM_RULES
from csegroup.review.series_rules import SERIES_RULES
from csegroup.review.source_rules import SOURCE_RULES
from csegroup.review.spelling_rules import SPELLING_RULES
from csegroup.review.text_day_rules import TEXT_DAY_RULES
from csegroup.review.text_rules import TEXT_RULES
from csegroup.review.translation_rules import TRANSLATION_RULES
from csegroup.review.views import Days, MeetingView, Records
from csegroup.review.worded import format_finding
from csegroup.text import LocalizedText, did_you_mean, shown

__all__ = [
    "RULES",
    "Finding",
    "Found",
    "MeetingView",
    "Records",
    "Rule",
    "Severity",
    "format_finding",
    "found",
    "review",
]

# Every rule of the library, in the order in which they tell of one record.
RULES: Final[tuple[Rule, ...]] = (
    *NUMBER_RULES,
    *SERIES_RULES,
    *DATE_RULES,
    *TEXT_DAY_RULES,
    *MATERIAL_RULES,
    *PROGRAM_RULES,
    *NAME_RULES,
    *MENTION_RULES,
    *SPELLING_RULES,
    *DIRECTORY_RULES,
    *OFFICE_RULES,
    *SOURCE_RULES,
    *TEXT_RULES,
    *TRANSLATION_RULES,
)

Kind = TypeVar("Kind", Meeting, DatedOrganization, Rule, str)

_RECORD = re.compile(r"(council|organizations|meetings)(?:\[([0-9]+)\])?")
_KINDS = ("council", "organizations", "meetings")


def review(  # noqa: PLR0913 - one argument a thing that is looked at
    council: Council | None,
    meetings: Iterable[Meeting],
    *,
    today: dt.date,
    holidays: Days | None = None,
    organizations: Iterable[DatedOrganization] = (),
    rules: Iterable[Rule] = RULES,
    without: Iterable[str] = (),
) -> tuple[Finding, ...]:
    """Find what is wrong, or most likely wrong, with records that can be read.

    Findings stand in the order of the records: the register, the organizations, the meetings as they were given; on
    one record in the order of the rules. Of several states of a meeting the last is looked at, and all of them by
    the rules over states. `holidays` holds days, perhaps with their names; by default it has the national holidays
    of Japan, for which `csegroup[holidays]` is needed, and `()` has none. `without` has codes of rules to be left
    out. Raises `InvalidValue` for such a code that no rule has, for an argument that is something else, and for a rule
    that gives something else than what it found.

    >>> from csegroup.example import MEETING
    >>> review(None, [MEETING], today=dt.date(2026, 11, 24), holidays=())
    ()
    """
    a_day("today", today)
    optional(an_instance(Council))("council", council)
    chosen = _chosen(_all("rules", rules, Rule), frozenset(_all("without", without, str)))
    records = Records(
        council,
        _all("meetings", meetings, Meeting),
        _all("organizations", organizations, DatedOrganization),
        today=today,
        holidays=national_holidays() if holidays is None else _days(holidays),
    )
    ordered = sorted(_found(records, chosen), key=lambda entry: entry[:3])
    return tuple(finding for *_, finding in ordered)


def _all(field: str, given: object, cls: type[Kind]) -> tuple[Kind, ...]:
    """Give what an argument has; raises `InvalidValue` for another thing than a list, and for another thing in it."""
    if isinstance(given, str) or not isinstance(given, Iterable):
        raise InvalidValue("type", field, f"is a list, not {shown(given)}")
    entries = tuple(given)
    each(an_instance(cls))(field, entries)
    return cast("tuple[Kind, ...]", entries)


def _days(holidays: object) -> Days:
    """Check days that can be gone through; a calendar of all years may be asked alone."""
    if isinstance(holidays, Iterable) and not isinstance(holidays, Mapping):
        days = tuple(holidays)
        each(a_day)("holidays", days)
        return frozenset(cast("tuple[dt.date, ...]", days))
    if not isinstance(holidays, Container) or isinstance(holidays, str):
        raise InvalidValue("type", "holidays", f"is a list of days, or a mapping of them, not {shown(holidays)}")
    return holidays


def _chosen(rules: tuple[Rule, ...], without: frozenset[str]) -> tuple[Rule, ...]:
    codes = {rule.code for rule in rules}
    for code in sorted(without - codes):
        known = ", ".join(sorted(codes))
        raise InvalidValue(
            "word", "without", f"has codes of rules, not {shown(code)}{did_you_mean(code, codes)}; they are {known}"
        )
    return tuple(rule for rule in rules if rule.code not in without)


def _found(records: Records, rules: Sequence[Rule]) -> Iterator[tuple[int, int, int, Finding]]:
    """Give each finding behind the place of its record, that of its rule, and nothing else to sort by."""
    judge = _Judge(rules)
    places = {id(rule): i for i, rule in enumerate(rules)}
    for rule, one in _looked(records, rules, judge):
        kind, i = _place(rule, one.path, records)
        meeting = {"meeting": records.entries[i][1].id} if kind == _KINDS.index("meetings") and i >= 0 else {}
        values: Mapping[str, Value] = {**meeting, **one.values}
        yield kind, i, places[id(rule)], to_finding(rule, one.path, values)


def _looked(records: Records, rules: Sequence[Rule], judge: _Judge) -> Iterator[tuple[Rule, Found]]:
    """Ask each rule of all that it is about."""
    for rule in rules:
        if rule.of_records:
            yield from ((rule, one) for one in _given(rule, rule.of_records(records)))
    yield from (found for path, text in records.register_texts for found in judge.of(path, text))
    by_meeting = [(rule, rule.of_meeting) for rule in rules if rule.of_meeting]
    for view in records.views():
        for rule, look in by_meeting:
            yield from ((rule, one) for one in _given(rule, look(view)))
        yield from (found for path, text in view.texts for found in judge.of(path, text))


def _given(rule: Rule, given: object) -> Iterator[Found]:
    """Give what a function of a rule found; raises `InvalidValue` where that is something else."""
    if not isinstance(given, Iterable):
        raise InvalidValue("type", "rules", f"the rule {rule.code!r} gives a list of what it found, not {shown(given)}")
    for one in given:
        if not (isinstance(one, Found) and isinstance(cast("object", one.path), str)):
            raise InvalidValue("type", "rules", f"the rule {rule.code!r} gives what `found` makes, not {shown(one)}")
        yield one


def _place(rule: Rule, path: str, records: Records) -> tuple[int, int]:
    """Give the place of a record by a path: which kind, and which of it; -1 stands for all together."""
    match = _RECORD.match(path)
    if not match or not match[2]:
        return (_KINDS.index(match[1]) if match else 0), -1
    kind, i = match[1], int(match[2])
    there = {"organizations": len(records.organizations), "meetings": len(records.entries)}.get(kind, 0)
    if i >= there:
        message = f"the rule {rule.code!r} gives the path {shown(path)}, and there are {there} {kind}"
        raise InvalidValue("range", "rules", message)
    return _KINDS.index(kind), i


class _Judge:
    """The rules over texts, asked once of each text, since names stand in many places."""

    def __init__(self, rules: Sequence[Rule]) -> None:
        self._rules = [(rule, rule.of_text) for rule in rules if rule.of_text]
        self._known: dict[tuple[tuple[str, str], ...], tuple[tuple[Rule, Found], ...]] = {}

    def of(self, path: str, text: LocalizedText) -> Iterator[tuple[Rule, Found]]:
        key = tuple(text.items())
        known = self._known.get(key)
        if known is None:
            known = self._known[key] = tuple(
                (rule, one) for rule, look in self._rules for one in _given(rule, look(text))
            )
        return ((rule, Found(f"{path}.{one.path}", one.values)) for rule, one in known)
