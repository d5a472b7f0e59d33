from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from csegroup import Archive
from csegroup.errors import InvalidValue
from csegroup.example import MEETING
from csegroup.review import Found, Rule, Severity, found, review
from reviewed import TODAY, kept

COUNCIL = kept().council


def rule(**looks: Any) -> Rule:  # noqa: ANN401 - what a rule looks at
    return Rule(code="mine", severity=Severity.NOTE, reason="So.", text={"en": "So."}, **looks)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ({"council": Archive()}, "council: needs Council"),
        ({"meetings": MEETING}, "meetings: is a list, not Meeting"),
        ({"meetings": [1]}, r"meetings\[0\]: needs Meeting"),
        ({"organizations": [MEETING]}, r"organizations\[0\]: needs DatedOrganization"),
        ({"without": "night"}, "without: is a list, not 'night'"),
        ({"without": ["nihgt"]}, "did you mean 'night'"),
        ({"holidays": ["2021-06-02"]}, r"holidays\[0\]: is a datetime.date"),
        ({"holidays": 3}, "holidays: is a list of days"),
        ({"holidays": "2021-06-02"}, "holidays"),
        ({"rules": [print]}, r"rules\[0\]: needs Rule"),
    ],
)
def test_another_thing_than_what_is_wanted_is_refused_by_its_argument(arguments: dict[str, Any], said: str) -> None:
    given: dict[str, Any] = {"council": None, "meetings": [MEETING], "today": TODAY, "holidays": (), **arguments}
    with pytest.raises(InvalidValue, match=said):
        review(given.pop("council"), given.pop("meetings"), **given)


@pytest.mark.parametrize(
    ("mine", "said"),
    [
        (rule(of_meeting=lambda _: None), "the rule 'mine' gives a list of what it found, not None"),
        (rule(of_text=lambda _: 3), "the rule 'mine' gives a list"),
        (rule(of_records=lambda _: ["x"]), "the rule 'mine' gives what `found` makes, not 'x'"),
        (rule(of_records=lambda _: [Found(None, {})]), "the rule 'mine' gives what `found` makes"),  # type: ignore[arg-type]
        (
            rule(of_records=lambda _: [found("meetings[30].start")]),
            r"'meetings\[30\]\.start', and there are 1 meetings",
        ),
        (rule(of_records=lambda _: [found("council[1].names")]), r"'council\[1\]\.names', and there are 0 council"),
    ],
)
def test_a_rule_that_gives_something_else_is_refused_by_its_code(mine: Rule, said: str) -> None:
    with pytest.raises(InvalidValue, match=said):
        review(None, [MEETING], today=TODAY, holidays=(), rules=[mine])


def test_any_list_of_days_is_one_of_holidays() -> None:
    held = kept().meetings[2]
    days = [held.local_date]
    for holidays in (days, set(days), iter(days), dict.fromkeys(days, "開港記念日")):
        findings = review(COUNCIL, [held], today=TODAY, holidays=holidays)  # type: ignore[arg-type]
        assert "holiday" in {one.code for one in findings}


@pytest.mark.parametrize("today", [dt.date.min, dt.date(1, 1, 20), dt.date(9999, 12, 20), dt.date.max])
def test_the_first_day_and_the_last_may_be_today(today: dt.date) -> None:
    records = kept()
    assert review(records.council, records.meetings, today=today, holidays=()) is not None
