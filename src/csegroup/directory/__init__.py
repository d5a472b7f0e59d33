"""The public agencies of a council's field: ministries, the National Police Agency, the prefectural police.

The data is a file beside this module, with a source for each name; it is read at the first call. Nothing else in
csegroup needs it.
"""

from __future__ import annotations

import datetime as dt

from csegroup.directory.finding import known
from csegroup.errors import InvalidValue
from csegroup.fields import a_day, optional, whole_number
from csegroup.organizations import DatedOrganization, Organization
from csegroup.text import shown

__all__ = ["entries", "find", "get", "near", "organizations"]


def organizations(*, on: dt.date | None = None) -> tuple[Organization, ...]:
    """Give the organizations under the names that they have today, or had on a day; raises `InvalidValue`.

    >>> [agency.name["ja"] for agency in organizations(on=dt.date(2022, 1, 1))][:3]
    ['内閣官房', '内閣府', '国家公安委員会']
    """
    optional(a_day)("on", on)
    return tuple(record.organization for record in entries() if known().there_on(record, on))


def entries() -> tuple[DatedOrganization, ...]:
    """Give every name of every organization, with kind, days, outside identifiers and sources.

    >>> [str(entry.until) for entry in entries() if entry.organization.name["ja"] == "少年課"]
    ['2022-04-01']
    """
    return tuple(entry.record for entry in known().entries)


def get(organization_id: str, *, on: dt.date | None = None) -> Organization:
    """Give an organization by its id, under its name of today or of a day.

    Raises `InvalidValue`: `unknown` with the nearest ids, `gap` where no name is known for the day.

    >>> get("jp/police/hyogo").name["ja"]
    '兵庫県警察本部'
    >>> get("jp/npa/community-safety/juvenile", on=dt.date(2022, 2, 8)).name["en"]
    'Juvenile Division'
    """
    _check_string("organization_id", organization_id)
    optional(a_day)("on", on)
    records = known().by_id.get(organization_id)
    if not records:
        raise InvalidValue("unknown", "organization_id", _not_there(organization_id))
    for record in records:
        if known().there_on(record, on):
            return record.organization
    days = "; ".join(f"{record.organization.name.best('ja')[1]} {_span(record)}" for record in records)
    raise InvalidValue("gap", "on", f"is a day on which {organization_id} has no name that is known ({days})")


def find(name: str, *, on: dt.date | None = None) -> Organization | None:
    """Give the organization that a name means; None where it means none or more than one, which `near` tells.

    Official names in each language, short ones, readings and romanizations are known, with or without the units above;
    width, case, blanks, marks and old characters do not matter. Without `on` the names of today go first, then those
    of before, under which the organization is given; with it the names of that day alone count. Raises `InvalidValue`
    for what is no string.

    >>> find("兵庫県警").name["en"], find("ＮＰＡ　少年課", on=dt.date(2022, 2, 8)).id
    ('Hyogo Prefectural Police Headquarters', 'jp/npa/community-safety/juvenile')
    >>> find("府警") is None, [police.name["ja"] for police in near("府警", limit=2)]
    (True, ['京都府警察本部', '大阪府警察本部'])
    """
    _check_string("name", name)
    optional(a_day)("on", on)
    found = known().meant(name, on)
    return found.organization if found else None


def near(name: str, *, limit: int = 5) -> tuple[Organization, ...]:
    """Give the organizations whose names are most alike, of today and before, the nearest first; perhaps none.

    Raises `InvalidValue`.

    >>> [agency.name["en"] for agency in near("Ministry of Heath", limit=1)]
    ['Ministry of Health, Labour and Welfare']
    """
    _check_string("name", name)
    whole_number(1)("limit", limit)
    return tuple(record.organization for record in known().nearest(name)[:limit])


def _check_string(field: str, value: object) -> None:
    if not isinstance(value, str):
        raise InvalidValue("type", field, f"is a string, not {shown(value)}")


def _not_there(organization_id: str) -> str:
    from difflib import get_close_matches  # noqa: PLC0415 - whoever writes no id wrong does not wait for it

    close = " or ".join(map(repr, get_close_matches(organization_id, known().by_id, n=3)))
    hint = f"; did you mean {close}?" if close else ""
    return f"{shown(organization_id)} is not in the directory{hint}"


def _span(record: DatedOrganization) -> str:
    """Write since when and until when an organization had its name."""
    return " ".join(f"{word} {day}" for word, day in (("since", record.since), ("until", record.until)) if day)
