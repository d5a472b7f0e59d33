"""Rules over names: who is who on which day, in the register and in the meetings."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from csegroup.organizations import AttendeeKind, Organization
from csegroup.review.findings import Found, Rule, Severity, found
from csegroup.review.register import Known, names_of, share_a_name, written_names
from csegroup.review.views import MeetingView, Records

__all__ = ["NAME_RULES"]

_TWO = 2


def look_for_unknown_bodies(view: MeetingView) -> Iterator[Found]:
    """Find meetings of which no body is in the register at any time; one without bodies knows none."""
    register, meeting = view.records.register, view.meeting
    if register.bodies and not any(str(one.id) in register.bodies for one in (meeting.body, *meeting.jointly_with)):
        yield view.found("body.id", id=str(meeting.body.id), name=meeting.body.name)


def look_for_bodies_of_others(view: MeetingView) -> Iterator[Found]:
    """Find bodies of a joint meeting that are not in the register, where another one is."""
    bodies = view.records.register.bodies
    fields = {
        "body": view.meeting.body,
        **{f"jointly_with[{i}]": one for i, one in enumerate(view.meeting.jointly_with)},
    }
    unknown = {field: one for field, one in fields.items() if str(one.id) not in bodies}
    if len(unknown) < len(fields):
        for field, one in unknown.items() if bodies else ():
            yield view.found(f"{field}.id", id=str(one.id), name=one.name)


def look_for_bodies_of_other_days(view: MeetingView) -> Iterator[Found]:
    """Find meetings of a body that there was not yet, or no longer."""
    for one in (view.meeting.body, *view.meeting.jointly_with):
        known = view.records.register.bodies.get(str(one.id), ())
        if _is_there(view) and view.day and known and not any(name.held_on(view.day) for name in known):
            yield view.found("start" if view.meeting.start else "day", day=str(view.day), name=one.name)


def _is_there(view: MeetingView) -> bool:
    """Tell whether there was a council on the day, without which there is neither body nor member."""
    council = view.records.council
    return council is not None and view.day is not None and council.name_on(view.day) is not None


def look_for_days_without_a_council(view: MeetingView) -> Iterator[Found]:
    """Find meetings on a day on which the council had no name."""
    council = view.records.council
    if view.day and council and council.name_on(view.day) is None:
        yield view.found("start" if view.meeting.start else "day", day=str(view.day), name=council.names[0].text)


def _members(view: MeetingView, organization: Organization) -> list[Known]:
    """Give the records of an organization as a member, found by its id or its name, or its nearest parent's."""
    register = view.records.register
    for one in organization.lineage:
        ids = {one.id} if one.id else register.members_named(one)
        if known := [name for key in ids for name in register.members.get(str(key), ())]:
            return known
    return []


def look_for_former_members(view: MeetingView) -> Iterator[Found]:
    """Find speakers that had been members, and were no longer."""
    for path, organization, known in _no_members(view):
        if view.day and any(one.dated.until and one.dated.until <= view.day for one in known):
            yield found(path, name=organization.name, day=str(view.day))


def look_for_later_members(view: MeetingView) -> Iterator[Found]:
    """Find speakers that became members later only."""
    for path, organization, known in _no_members(view):
        if view.day and not any(one.dated.until and one.dated.until <= view.day for one in known):
            since = min(str(one.dated.since) for one in known)
            yield found(path, name=organization.name, day=str(view.day), since=since)


def _no_members(view: MeetingView) -> Iterator[tuple[str, Organization, list[Known]]]:
    day = view.day
    for path, organization in view.speaking() if _is_there(view) else ():
        known = _members(view, organization)
        if day and known and not any(one.held_on(day) for one in known):
            yield path, organization, known


def _uses(view: MeetingView) -> Iterator[tuple[str, Organization, list[Known]]]:
    """Give the organizations with an id of which the records know names with days."""
    for path, one in view.organizations:
        if one.id and (known := view.records.register.names.get(one.id)):
            yield path, one, known


def _on_the_day(view: MeetingView, known: list[Known]) -> list[Known]:
    return [one for one in known if view.day and one.held_on(view.day)]


def _holds(view: MeetingView, organization: Organization, known: list[Known]) -> bool:
    """Tell whether a name is one of those that held on the day, or of no day that is known."""
    now = _on_the_day(view, known)
    return not now or any(share_a_name(organization.name, one.organization.name) is not False for one in now)


def look_for_other_days_names(view: MeetingView) -> Iterator[Found]:
    """Find names that an organization had before the day."""
    yield from (one for one, is_old in _names_of_other_days(view) if is_old)


def look_for_later_names(view: MeetingView) -> Iterator[Found]:
    """Find names that an organization got later only."""
    yield from (one for one, is_old in _names_of_other_days(view) if not is_old)


def _names_of_other_days(view: MeetingView) -> Iterator[tuple[Found, bool]]:
    """Give the names that an organization has on other days, and whether one of them is a day before."""
    for path, organization, known in _uses(view):
        now = _on_the_day(view, known)
        if now and not any(_same(organization, one.organization) for one in now):
            others = [one for one in known if one not in now and _same(organization, one.organization)]
            if others and view.day:
                right, day = now[0].organization.name, view.day
                is_old = any(one.dated.since is None or one.dated.since <= day for one in others)
                yield found(f"{path}.name", name=organization.name, right=right, day=str(day)), is_old


def look_for_old_names_without_ids(view: MeetingView) -> Iterator[Found]:
    """Find the same where no id tells who it is, by the name alone."""
    for path, organization in view.organizations if view.day else ():
        if organization.id is None and organization.parent is None and view.day:
            for language, name in written_names(organization.name).items():
                if right := view.records.dated_names.other_than(name, view.day):
                    yield found(f"{path}.name.{language}", name=name, right=right, day=str(view.day))
                    break


def look_for_organizations_of_other_days(view: MeetingView) -> Iterator[Found]:
    """Find organizations before their first day and after their last, members and bodies apart."""
    register = view.records.register
    for path, organization, known in _uses(view):
        apart = organization.id in register.members or organization.id in register.bodies
        if view.day and not apart and not any(one.held_on(view.day) for one in known):
            yield found(path, name=organization.name, day=str(view.day))


def _same(one: Organization, other: Organization) -> bool:
    ours, theirs = written_names(one.name), written_names(other.name)
    common = ours.keys() & theirs.keys()
    return bool(common) and all(ours[tag] == theirs[tag] for tag in common)


def look_for_unregistered_names(view: MeetingView) -> Iterator[Found]:
    """Find names under an id that are none of those that the records know for it."""
    for path, organization, known in _uses(view):
        ever = [share_a_name(organization.name, one.organization.name) is False for one in known]
        if not _holds(view, organization, known) and all(ever):
            yield found(
                f"{path}.name", id=str(organization.id), name=organization.name, right=known[-1].organization.name
            )


def look_for_differing_translations(view: MeetingView) -> Iterator[Found]:
    """Find names that are right in one language and another one in the other."""
    for path, organization, known in _uses(view):
        now = _on_the_day(view, known)
        ours = written_names(organization.name)
        for language in ours:
            theirs = [written_names(one.organization.name) for one in now]
            right = [names[language] for names in theirs if language in names]
            apart = right and all(ours[language] not in name and name not in ours[language] for name in right)
            if apart and len(ours) > 1 and _holds(view, organization, known):
                yield found(f"{path}.name", name=ours[language], right=right[0], id=str(organization.id))


def look_for_two_under_one_id(records: Records) -> Iterator[Found]:
    """Find ids of which the records know no days, and which two organizations have whose names are not akin."""
    yield from (one for one, akin in _under_one_id(records) if not akin)


def look_for_renamings(records: Records) -> Iterator[Found]:
    """Find the same where the names are akin, as those before and after a renaming are."""
    yield from (one for one, akin in _under_one_id(records) if akin)


def _under_one_id(records: Records) -> Iterator[tuple[Found, bool]]:
    seen: dict[str, list[Organization]] = {}
    for path, one in records.used_organizations:
        if one.id is None or one.id in records.register.names:
            continue
        others = seen.setdefault(one.id, [])
        if all(one.name != other.name for other in others):
            if others and all(share_a_name(one.name, other.name) is False for other in others):
                place = found(f"{path}.name", id=one.id, name=one.name, other_name=others[0].name)
                yield place, any(_are_akin(one, other) for other in others)
            others.append(one)


def _are_akin(one: Organization, other: Organization) -> bool:
    ours, theirs = written_names(one.name), written_names(other.name)
    return any(_akin(ours[tag], theirs[tag]) for tag in ours.keys() & theirs.keys())


def look_for_two_in_the_register(records: Records) -> Iterator[Found]:
    """Find ids in the register whose names, one after the other, have nothing in common."""
    for key, known in records.register.names.items():
        for earlier, later in pairwise(known):
            # What ends where the next one begins was renamed.
            renamed = earlier.dated.until is not None and earlier.dated.until == later.dated.since
            apart = not renamed and share_a_name(earlier.organization.name, later.organization.name) is False
            if apart and not _are_akin(earlier.organization, later.organization):
                yield found(
                    f"{later.path}.organization.name",
                    id=key,
                    name=later.organization.name,
                    other_name=earlier.organization.name,
                )


def _akin(one: str, other: str) -> bool:
    """Tell whether two names have four characters, or half of the words, in common, as after a renaming."""
    if one.isascii() and other.isascii():
        words, other_words = set(one.casefold().split()), set(other.casefold().split())
        return len(words & other_words) * 2 >= min(len(words), len(other_words))
    ours, theirs = (name.replace("株式会社", "").casefold() for name in (one, other))
    length = max(2, min(4, len(ours) // 2, len(theirs) // 2))
    pieces = {ours[i : i + length] for i in range(len(ours) - length + 1)}
    return any(theirs[i : i + length] in pieces for i in range(len(theirs) - length + 1))


def look_for_two_ids(records: Records) -> Iterator[Found]:
    """Find names that stand under two ids; the names of bodies, such as 総会, may be alike in two councils."""
    yield from (one for one, kinds in _two_ids(records) if len(kinds) < _TWO)


def look_for_two_kinds(records: Records) -> Iterator[Found]:
    """Find the same where the two are members of two kinds."""
    yield from (one for one, kinds in _two_ids(records) if len(kinds) == _TWO)


def look_for_bodies_of_one_name(records: Records) -> Iterator[Found]:
    """Find two bodies under one name, at the same time."""
    seen: dict[str, Known] = {}
    for known in (one for names in records.register.bodies.values() for one in names):
        for name in names_of(known.organization):
            other = seen.setdefault(name, known)
            if other.organization.id != known.organization.id and _overlap(other, known):
                yield found(
                    f"{known.path}.organization.id",
                    name=known.organization.name,
                    id=str(known.organization.id),
                    other_id=str(other.organization.id),
                )
                break


def _overlap(one: Known, other: Known) -> bool:
    return all(
        not (earlier.dated.until and later.dated.since and earlier.dated.until <= later.dated.since)
        for earlier, later in ((one, other), (other, one))
    )


def _two_ids(records: Records) -> Iterator[tuple[Found, set[AttendeeKind]]]:
    seen: dict[str, tuple[str, str]] = {}
    bodies = records.register.bodies
    for path, one in records.all_organizations():
        if not one.id or one.id in bodies or path.endswith(".body") or ".jointly_with[" in path:
            continue
        known = records.register.names.get(one.id)
        if known and not any(_same(one, name.organization) for name in known):
            continue  # which is told as another's name
        for name in names_of(one):
            key, other = seen.setdefault(name, (one.id, path))
            if key != one.id:
                kinds = {kind for each in (key, one.id) for kind in records.register.kinds_of(each)}
                yield found(f"{path}.id", name=one.name, id=one.id, other_id=key, other=other), kinds
                break


_E, _W, _N = Severity.ERROR, Severity.WARNING, Severity.NOTE

NAME_RULES: tuple[Rule, ...] = (
    Rule(
        code="body_unknown",
        severity=_E,
        of_meeting=look_for_unknown_bodies,
        reason="The id is misspelled, or the meeting is another council's.",
    ),
    Rule(
        code="body_of_another",
        severity=_N,
        of_meeting=look_for_bodies_of_others,
        reason="A council may meet with another's body; a misspelled id looks the same.",
    ),
    Rule(
        code="body_not_then",
        severity=_W,
        of_meeting=look_for_bodies_of_other_days,
        reason="A body does not meet before it was set up, nor after its end.",
    ),
    Rule(
        code="council_not_then",
        severity=_W,
        of_meeting=look_for_days_without_a_council,
        reason="There is no council on that day, by its own register.",
    ),
    Rule(
        code="former_member",
        severity=_W,
        of_meeting=look_for_former_members,
        reason="It had left the council by then, or the day of leaving is wrong.",
    ),
    Rule(
        code="later_member",
        severity=_N,
        of_meeting=look_for_later_members,
        reason="A guest may join later; or the day of joining is wrong.",
    ),
    Rule(
        code="old_name", severity=_W, of_meeting=look_for_other_days_names, reason="A record keeps the name of its day."
    ),
    Rule(
        code="later_name",
        severity=_W,
        of_meeting=look_for_later_names,
        reason="A record keeps the name of its day, and is not brought up to date.",
    ),
    Rule(
        code="old_name_without_id",
        severity=_W,
        of_meeting=look_for_old_names_without_ids,
        reason="The same where no id says who it is.",
    ),
    Rule(
        code="organization_not_then",
        severity=_W,
        of_meeting=look_for_organizations_of_other_days,
        reason="An agency does not speak before it was set up, nor after its end.",
    ),
    Rule(
        code="name_unknown",
        severity=_W,
        of_meeting=look_for_unregistered_names,
        reason="Two organizations under one id, or a misspelled name.",
    ),
    Rule(
        code="name_differs",
        severity=_W,
        of_meeting=look_for_differing_translations,
        reason="The name is right in one language, and another one in the other.",
    ),
    Rule(
        code="two_under_one_id",
        severity=_W,
        of_records=look_for_two_under_one_id,
        reason="An id was copied.",
    ),
    Rule(
        code="renamed",
        severity=_N,
        of_records=look_for_renamings,
        reason="One that was renamed is told by the organizations of the archive, with the day.",
    ),
    Rule(
        code="nothing_in_common",
        severity=_W,
        of_records=look_for_two_in_the_register,
        reason="Two names of one member have nothing in common: one of them has the id of another.",
    ),
    Rule(
        code="bodies_of_one_name",
        severity=_W,
        of_records=look_for_bodies_of_one_name,
        reason="Two bodies that are called alike at one time are one that was registered twice.",
    ),
    Rule(
        code="two_kinds",
        severity=_N,
        of_records=look_for_two_kinds,
        reason="One name among the members of two kinds, under two ids: twice one, or two that are called alike.",
    ),
    Rule(
        code="two_ids",
        severity=_W,
        of_records=look_for_two_ids,
        reason="One organization under two ids is two in every list.",
    ),
)
