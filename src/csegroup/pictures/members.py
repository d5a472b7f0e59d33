"""Who was a member of a council when."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from csegroup.council import Council, MemberGroup
from csegroup.organizations import AttendeeKind
from csegroup.pictures.over_time import over_time, period_of, runs_of
from csegroup.pictures.periods import Period, Stretch
from csegroup.pictures.rows import Group, Row
from csegroup.wording.locales import words_for
from csegroup.wording.messages import ATTENDEE_KINDS
from csegroup.wording.names import of_organization
from csegroup.wording.phrases import Line
from csegroup.wording.pictures import MEMBERS_OVER_TIME, NO_MEMBERS
from csegroup.wording.texts import of_text
from csegroup.wording.words import Words

__all__ = ["members"]


def members(council: Council, *, locale: str, until: dt.date, since: dt.date | None = None) -> str:
    """Draw who was a member of a council when, as SVG: a row for each, by the id of the organization.

    The picture shows the days from `since`, without it from the first on which anybody was a member, to `until`, both
    included; who was a member on none of them is left out. The names of one that was renamed are numbered parts of
    one bar, and one that came back has two bars. Members stand in the order of the register under their kinds, of
    several kinds the last. Raises `InvalidValue`.

    >>> from csegroup import DatedName
    >>> founded = dt.date(2010, 11, 22)
    >>> council = Council(id="jp/example", names=[DatedName(text={"ja": "協議会"}, since=founded)])
    >>> "構成員の記録はありません" in members(council, locale="ja", until=dt.date(2022, 2, 8))
    True
    """
    words = words_for(locale)
    period = period_of(since, until, (member.since for member in council.member_groups))
    groups = tuple(_groups(council, period, words))
    title = words.fill(MEMBERS_OVER_TIME, council=(of_text(council.latest_name(until), words),))
    return over_time(title, period, groups, words, nothing=NO_MEMBERS, dated=False)


def _groups(council: Council, period: Period, words: Words) -> Iterator[Group]:
    found: dict[str | None, list[tuple[MemberGroup, Stretch]]] = {}
    for member in council.member_groups:
        if stretch := period.stretch(member.since, member.until):
            found.setdefault(member.organization.id, []).append((member, stretch))
    rows: dict[AttendeeKind, list[Row]] = {}
    for records in found.values():
        records.sort(key=lambda record: record[0].since)
        rows.setdefault(records[-1][0].kind, []).append(
            runs_of((_name(member, words), stretch) for member, stretch in records)
        )
    for kind in AttendeeKind:
        if kind in rows:
            yield Group((words.text(ATTENDEE_KINDS[kind]),), tuple(rows[kind]))


def _name(member: MemberGroup, words: Words) -> Line:
    return (of_organization(member.organization, words),)
