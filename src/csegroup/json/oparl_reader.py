"""The organizations and meetings of an OParl document, joined by the addresses that they refer to."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from typing import Any, final

import attrs

from csegroup.json.oparl_items import program_of, venue_of
from csegroup.json.oparl_objects import OParlObject, Reading, id_of, is_address
from csegroup.meetings import Meeting, MeetingStatus, Place
from csegroup.organizations import Organization
from csegroup.program import Item

__all__ = ["Reader"]

_UNITS_AT_MOST = 9  # an organization and its parents
_TIME = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2})(Z|[+-][0-9]{2}:[0-9]{2})")
_STATES = {
    "terminiert": MeetingStatus.TENTATIVE,
    "eingeladen": MeetingStatus.ANNOUNCED,
    "durchgeführt": MeetingStatus.HELD,
}
# What may stand inside of what, with its type; a server that only links to them leaves an address there.
_INSIDE = {
    "System": {"body": "Body"},
    "Body": {"organization": "Organization", "meeting": "Meeting", "agendaItem": "AgendaItem"},
}
_NOT_KNOWN = "is not known here; read it before, and hand it on as one of the organizations"


@final
@attrs.define(eq=False, repr=False)
class Reader:
    """Reads the objects of one document: first the organizations, to which the meetings refer."""

    reading: Reading
    body: Organization | None
    known: Mapping[str, Organization]
    organizations: dict[str, Organization] = attrs.field(factory=dict, init=False)
    meetings: list[Meeting] = attrs.field(factory=list, init=False)
    items: list[Item] = attrs.field(factory=list, init=False)
    venues: list[Place] = attrs.field(factory=list, init=False)
    _objects: dict[str, OParlObject] = attrs.field(factory=dict, init=False)
    _parents: dict[str, str] = attrs.field(factory=dict, init=False)

    def read(self, objects: Iterable[tuple[str, OParlObject]]) -> None:
        """Read everything."""
        existing = [*self._existing(objects)]
        for kind, found in existing:
            if kind in {"Organization", "Body"}:
                self._read_organization(found)
        for one in [one for kind, found in existing if kind == "Meeting" for one in _organizations_inside(found)]:
            if id_of(one.body["id"]) not in self._objects:
                self._read_organization(one)
        self._join_organizations()
        for kind, found in existing:
            self._read_other(kind, found)
        for found in self._objects.values():
            found.finish()

    def _existing(self, objects: Iterable[tuple[str, OParlObject]]) -> Iterator[tuple[str, OParlObject]]:
        """Give each object, before those that stand inside of it, without the deleted ones."""
        for kind, found in objects:
            if found.is_deleted():
                continue
            yield kind, found
            for key, inner in _INSIDE.get(kind, {}).items():
                if isinstance(found.body.get(key), list):
                    yield from self._existing((inner, one) for one in found.objects(key) if one.has_id())

    def _read_organization(self, found: OParlObject) -> None:
        key = id_of(found.body["id"])
        if key in self._objects:
            found.tell("", "twice", "stands there more than once; the first is read")
            return
        self._objects[key] = found
        name = found.first_text("name", "shortName")
        url = found.url("website") or found.url("web")
        if name is None:
            found.tell("name", "missing", "is missing, so that the organization is left out")
        else:
            self.organizations[key] = Organization(id=key, name=name, url=url, country="DE")

    def _join_organizations(self) -> None:
        alone = dict(self.organizations)
        for key in alone:
            self._note_parent(key)
        for key in alone:
            self.organizations[key] = self._with_parents(key, alone)

    def _note_parent(self, key: str) -> None:
        """Find the organization above, else the body that it belongs to."""
        found = self._objects[key]
        for reference in ("subOrganizationOf", "body"):
            address = found.take(reference, str, "an address")
            parent = id_of(address) if address else None
            if parent is None or key in self._parents:
                continue
            if parent in self.organizations or parent in self.known:
                self._parents[key] = parent
            else:
                found.tell(reference, "left_out", _NOT_KNOWN)

    def _with_parents(self, key: str, alone: Mapping[str, Organization]) -> Organization:
        units: list[Organization] = []
        seen: set[str] = set()
        above: str | None = key
        while above and above not in seen and len(units) <= _UNITS_AT_MOST:
            seen.add(above)
            units += [alone[above]] if above in alone else self.known[above].lineage
            above = self._parents.get(above)
        if above or len(units) > _UNITS_AT_MOST:
            message = f"has itself, or more than {_UNITS_AT_MOST - 1}, above it; the nearest are kept"
            self._objects[key].tell("subOrganizationOf", "depth", message)
        *below, top = units[:_UNITS_AT_MOST]
        joined = attrs.evolve(top, parent=None)
        for unit in reversed(below):
            joined = attrs.evolve(unit, parent=joined)
        return joined

    def _read_other(self, kind: str, found: OParlObject) -> None:
        match kind:
            case "Meeting":
                self._read_meeting(found)
            case "AgendaItem":
                self.items += program_of([found])
            case "Location":
                if venue := venue_of(found):
                    self.venues.append(venue)
            case "System":
                found.finish()
            case "Body" | "Organization":
                pass  # read before
            case _:
                found.tell("", "left_out", f"is a {kind}, which no record holds")

    def _read_meeting(self, found: OParlObject) -> None:
        bodies = self._bodies(found)
        if not bodies:
            found.tell(
                "", "left_out", "has no organization that is known; give it as body, or one of the organizations"
            )
            return
        location = found.object("location")
        venue = venue_of(location) if location else None
        fields: dict[str, Any] = {
            "id": id_of(found.body["id"]),
            "body": bodies[0],
            "jointly_with": bodies[1:],
            "title": found.text("name"),
            "url": found.url("web"),
            "venues": [venue] if venue else [],
            "program": program_of(_agenda(found)),
            **self._span(found),
        }
        fields["status"] = self._status(found, dated=bool(fields.keys() & {"start", "day"}))
        found.finish()
        instead = {"start": {"day": fields["start"].date()}} if "start" in fields else {}
        self.meetings.append(found.made(Meeting, fields, keys={"start": "start", "end": "end"}, instead=instead))

    def _bodies(self, found: OParlObject) -> list[Organization]:
        """Give those who meet, the leading one first."""
        bodies: dict[str, Organization] = {}
        for i, one in enumerate(found.take("organization", list, "a list") or ()):
            address = one.get("id") if isinstance(one, Mapping) else one
            key = id_of(address) if is_address(address) else ""
            body = self.organizations.get(key) or self.known.get(key)
            if body:
                bodies[key] = body
            else:
                found.tell(f"organization[{i}]", "left_out", _NOT_KNOWN)
        return [*bodies.values()] or ([self.body] if self.body else [])

    def _status(self, found: OParlObject, *, dated: bool) -> MeetingStatus:
        state = found.take("meetingState", str, "a text")
        if found.take("cancelled", bool, "true or false"):
            return MeetingStatus.CANCELLED
        status = _STATES.get((state or "eingeladen").strip().casefold())
        if status is None:
            found.tell("meetingState", "status", "is none of the usual ones, so that the meeting is announced")
        elif status is MeetingStatus.HELD and not dated:
            found.tell("meetingState", "status", "is that of a meeting held, but no date is known")
            status = None
        return status or MeetingStatus.ANNOUNCED

    def _span(self, found: OParlObject) -> dict[str, Any]:
        """Read when the meeting is held: start and end, a day, or nothing."""
        start, end = self._time(found, "start"), self._time(found, "end")
        if isinstance(start, dt.datetime):
            return {"start": start, **({"end": end} if isinstance(end, dt.datetime) else {})}
        if end:
            found.tell("end", "left_out", "is left out with the hour of start")
        return {"day": start} if start else {}

    def _time(self, found: OParlObject, key: str) -> dt.date | None:
        """Read a time that has the offset of the zone on its day, else the day."""
        written = found.take(key, str, "a time")
        parts = _TIME.fullmatch(written) if written else None
        with suppress(ValueError, OverflowError):
            if written and parts:
                return self._in_zone(
                    found, key, dt.datetime.fromisoformat(parts[1]), dt.datetime.fromisoformat(written)
                )
        if written:
            found.tell(key, "time", "is no time such as 2026-12-08T17:00:00+01:00; it is left out")
        return None

    def _in_zone(self, found: OParlObject, key: str, wall: dt.datetime, exact: dt.datetime) -> dt.date:
        zone = self.reading.time_zone
        for fold in (0, 1):
            reading = wall.replace(tzinfo=zone, fold=fold)
            if reading.utcoffset() == exact.utcoffset():
                return reading
        found.tell(key, "offset", f"has not the offset of {zone.key} on that day; only the day is kept")
        return wall.date()


def _organizations_inside(meeting: OParlObject) -> Iterator[OParlObject]:
    inside = meeting.body.get("organization")
    for i, body in enumerate(inside if isinstance(inside, list) else ()):
        if isinstance(body, Mapping):
            one = meeting.inside(body, f"organization[{i}]")
            if one.has_id() and not one.is_deleted():
                yield one


def _agenda(meeting: OParlObject) -> Iterator[OParlObject]:
    for item in meeting.objects("agendaItem"):
        item.take("meeting", str, "an address")  # in which it stands
        yield item
