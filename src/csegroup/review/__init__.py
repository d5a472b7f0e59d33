"""What a careful secretary would find in a council's register and the records of its meetings."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from csegroup.council import Council
from csegroup.errors import InvalidValue
from csegroup.fields import a_day
from csegroup.meetings import Meeting
from csegroup.organizations import DatedOrganization
from csegroup.review.date_rules import DATE_RULES
from csegroup.review.findings import Finding, Found, Rule, Severity, Value, found, to_finding
from csegroup.review.material_rules import MATERIAL_RULES
from csegroup.review.name_rules import NAME_RULES
from csegroup.review.national_holidays import national_holidays
from csegroup.review.office_rules import OFFICE_RULES
from csegroup.review.program_rules import PROGRAM_RULES
from csegroup.review.series_rules import SERIES_RULES
from csegroup.review.source_rules import SOURCE_RULES
from csegroup.review.text_rules import TEXT_RULES
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
    *SERIES_RULES,
    *DATE_RULES,
    *MATERIAL_RULES,
    *PROGRAM_RULES,
    *NAME_RULES,
    *OFFICE_RULES,
    *SOURCE_RULES,
    *TEXT_RULES,
)

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
    out. Raises `InvalidValue` for such a code that no rule has, and for a `today` that is no day.

    >>> from csegroup.example import MEETING
    >>> review(None, [MEETING], today=dt.date(2026, 11, 24), holidays=())
    ()
    """
    a_day("today", today)
    chosen = _chosen(tuple(rules), frozenset(without))
    days = national_holidays() if holidays is None else holidays
    records = Records(council, tuple(meetings), tuple(organizations), today=today, holidays=days)
    ordered = sorted(_found(records, chosen), key=lambda entry: entry[:3])
    return tuple(finding for *_, finding in ordered)


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

    def placed(rule: Rule, one: Found) -> tuple[int, int, int, Finding]:
        kind, i = _place(one.path)
        meeting = {"meeting": records.entries[i][1].id} if kind == _KINDS.index("meetings") and i >= 0 else {}
        values: Mapping[str, Value] = {**meeting, **one.values}
        return kind, i, places[id(rule)], to_finding(rule, one.path, values)

    for rule in rules:
        yield from (placed(rule, one) for one in (rule.of_records(records) if rule.of_records else ()))
    yield from (placed(rule, one) for path, text in records.register_texts for rule, one in judge.of(path, text))
    by_meeting = [(rule, rule.of_meeting) for rule in rules if rule.of_meeting]
    for view in records.views():
        for rule, look in by_meeting:
            yield from (placed(rule, one) for one in look(view))
        yield from (placed(rule, one) for path, text in view.texts for rule, one in judge.of(path, text))


def _place(path: str) -> tuple[int, int]:
    """Give the place of a record by a path: which kind, and which of it; -1 stands for all together."""
    match = _RECORD.match(path)
    return (_KINDS.index(match[1]), int(match[2] or -1)) if match else (0, -1)


class _Judge:
    """The rules over texts, asked once of each text, since names stand in many places."""

    def __init__(self, rules: Sequence[Rule]) -> None:
        self._rules = [(rule, rule.of_text) for rule in rules if rule.of_text]
        self._known: dict[tuple[tuple[str, str], ...], tuple[tuple[Rule, Found], ...]] = {}

    def of(self, path: str, text: LocalizedText) -> Iterator[tuple[Rule, Found]]:
        key = tuple(text.items())
        known = self._known.get(key)
        if known is None:
            known = self._known[key] = tuple((rule, one) for rule, look in self._rules for one in look(text))
        return ((rule, Found(f"{path}.{one.path}", one.values)) for rule, one in known)
