"""Rules that know the public agencies: which of them there was on a day, and under which name."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Final

from csegroup.organizations import DatedOrganization, Organization
from csegroup.review.findings import Found, Rule, Severity, found
from csegroup.review.register import written_names
from csegroup.review.views import MeetingView
from csegroup.spans import holds

__all__ = ["DIRECTORY_RULES"]


@cache
def _known() -> tuple[Mapping[tuple[str, ...], list[DatedOrganization]], Mapping[str, list[DatedOrganization]]]:
    """Give the entries of the directory, by their Japanese names from the unit up, and by their ids."""
    by_name: dict[tuple[str, ...], list[DatedOrganization]] = {}
    by_id: dict[str, list[DatedOrganization]] = {}
    from csegroup.directory import entries  # noqa: PLC0415 - nobody waits for it who has no organization to look for

    for entry in entries():
        by_name.setdefault(_names(entry.organization), []).append(entry)
        by_id.setdefault(str(entry.organization.id), []).append(entry)
    return by_name, by_id


def _names(organization: Organization) -> tuple[str, ...]:
    return tuple(written_names(one.name).get("ja", "") for one in organization.lineage)


def look_for_former_names_of_agencies(view: MeetingView) -> Iterator[Found]:
    """Find agencies under a name of other days, where there is one of the day."""
    for path, organization, entries in _of_other_days(view):
        right = [entry for one in entries for entry in _known()[1][str(one.organization.id)] if _held(entry, view)]
        if right:
            yield found(f"{path}.name", name=organization.name, right=right[0].organization.name, day=str(view.day))


def look_for_agencies_of_other_days(view: MeetingView) -> Iterator[Found]:
    """Find agencies that there were not yet, or no longer."""
    for path, organization, entries in _of_other_days(view):
        if not any(_held(entry, view) for one in entries for entry in _known()[1][str(one.organization.id)]):
            yield found(path, name=organization.name, day=str(view.day))


def _held(entry: DatedOrganization, view: MeetingView) -> bool:
    return view.day is not None and holds(entry, view.day)


def _of_other_days(view: MeetingView) -> Iterator[tuple[str, Organization, list[DatedOrganization]]]:
    """Give the organizations that the directory knows by their names, or by their id, on other days alone."""
    register = view.records.register.names
    for path, organization in view.organizations if view.day else ():
        told = any(one.id in register for one in organization.lineage if one.id) or organization.country != "JP"
        entries = [] if told else _entries(organization)
        if entries and not any(_held(entry, view) for entry in entries):
            yield path, organization, entries


def _entries(organization: Organization) -> list[DatedOrganization]:
    """Give the entries of the name; an id is only believed where the name is one of its own."""
    names = _names(organization)
    if not names[0]:
        return []
    by_name = _known()[0].get(names, [])
    return [one for one in by_name if organization.id in {None, str(one.organization.id)}]


_W: Final = Severity.WARNING

DIRECTORY_RULES: tuple[Rule, ...] = (
    Rule(
        code="agency_name",
        severity=_W,
        of_meeting=look_for_former_names_of_agencies,
        reason="The directory of agencies knows another name for the day.",
    ),
    Rule(
        code="agency_not_then",
        severity=_W,
        of_meeting=look_for_agencies_of_other_days,
        reason="By the directory of agencies it was not yet set up, or was no longer there.",
    ),
)
