"""Agenda items, files and locations of OParl 1.1 as items, materials and venues."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

from csegroup.json.oparl_objects import OParlObject, has_link
from csegroup.meetings import Place
from csegroup.organizations import AttendeeKind
from csegroup.places import OnlineVenue, PostalAddress, Venue
from csegroup.program import Discussion, Material, Motion, Outcome
from csegroup.text import LocalizedText

__all__ = ["program_of", "venue_of"]

_NUMBER = re.compile(r"([1-9][0-9]{0,8})\.?")
_BYTES_A_KILOBYTE = 1024
# What stands in `result` is free; these are usual, and one that says more than its outcome is kept as a report too.
_OUTCOMES = {
    "beschlossen": Outcome.APPROVED,
    "angenommen": Outcome.APPROVED,
    "zugestimmt": Outcome.APPROVED,
    "abgelehnt": Outcome.REJECTED,
    "vertagt": Outcome.CONTINUED,
    "zurückgestellt": Outcome.CONTINUED,
}
_HOW = {"", "einstimmig", "mehrheitlich", "unverändert", "geändert", "ungeändert"}


def program_of(items: Iterable[OParlObject]) -> list[Discussion | Motion]:
    """Read agenda items in the order of the list, with those of their numbers that rise."""
    program, above = [], 0
    for item in items:
        number = _number(item, above)
        above = number or above
        program.append(_item(item, number))
    return program


def _number(item: OParlObject, above: int) -> int | None:
    written = item.take("number", str, "a text")
    found = _NUMBER.fullmatch(written.strip()) if written else None
    if found and int(found[1]) > above:
        return int(found[1])
    if written:
        item.tell("number", "left_out", "is no whole number above those before it, as a number of the agenda is here")
    return None


def _item(item: OParlObject, number: int | None) -> Discussion | Motion:
    item.take("order", int, "a whole number")  # the list has the order
    title, resolution = item.text("name"), item.text("resolutionText", one_line=False)
    result = item.text("result")
    outcome, is_all = _outcome(result)
    public = item.take("public", bool, "true or false")
    fields: dict[str, Any] = {
        "agenda_number": number,
        "title": title,
        "report": None if is_all and title else result,
        "materials": [*_materials(item)],
        # Open to every kind of attendee, and so not to the public.
        "audience": list(AttendeeKind) if public is False else [],
    }
    if resolution and not title:
        item.tell("resolutionText", "left_out", "is left out, since it needs a name")
    item.finish()
    if title and (outcome or resolution):
        return Motion(**fields, outcome=outcome, resolution=resolution)
    return Discussion(**fields)


def _outcome(result: LocalizedText | None) -> tuple[Outcome | None, bool]:
    """Give the outcome that a result says, and whether it says no more than that."""
    if not result:
        return None, True
    [written] = result.values()
    how, _, word = written.casefold().rpartition(" ")
    if how in _HOW and word in _OUTCOMES:
        return _OUTCOMES[word], not how
    return None, False


def _materials(item: OParlObject) -> Iterator[Material]:
    resolution = item.object("resolutionFile")
    for file in [*([resolution] if resolution else []), *item.objects("auxiliaryFile")]:
        title = file.first_text("name", "fileName")
        if title is None:
            file.tell("name", "missing", "is missing, so that the file is left out")
            continue
        size = file.take("size", int, "a whole number")
        fields = {
            "title": title,
            "url": file.url("accessUrl") or file.url("downloadUrl"),
            "media_type": (file.take("mimeType", str, "a text") or "").lower() or None,
            "kilobytes": None if size is None else -(-size // _BYTES_A_KILOBYTE),  # a started one counts
        }
        file.finish()
        yield file.made(Material, fields, keys={"media_type": "mimeType", "kilobytes": "size"})


def venue_of(location: OParlObject) -> Place | None:
    """Read where a meeting is held; a text with a link is left out, since it may let a person in."""
    name, room = location.text("description"), location.text("room")
    if has_link(name) or has_link(room):
        key = "description" if has_link(name) else "room"
        location.tell(key, "left_out", "has a link, which may let a person in; give a public page as url of the place")
        location.finish()
        return OnlineVenue()
    locality, street = location.text("locality"), location.text("streetAddress")
    code = location.text("postalCode")
    if code and not (locality or street):
        location.tell("postalCode", "left_out", "is left out, since it needs a locality or a street")
    location.finish()
    name = name or room or street or locality
    if name is None:
        location.tell("description", "missing", "is missing, so that the place is left out")
        return None
    address = _address(code, locality, street) if locality or street else None
    return Venue(name=name, room=None if name is room else room, postal_address=address)


def _address(code: LocalizedText | None, locality: LocalizedText | None, street: LocalizedText | None) -> PostalAddress:
    [postal_code] = code.values() if code else [None]
    return PostalAddress(country="DE", postal_code=postal_code, locality=locality, street=street)
