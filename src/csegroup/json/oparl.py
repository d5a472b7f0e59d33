"""Organizations and meetings from OParl 1.1, in which German councils publish theirs: what can be held is.

The specification is at <https://oparl.org/spezifikation/>.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any, NoReturn, final
from zoneinfo import ZoneInfo

import attrs

from csegroup.errors import InvalidValue, LoadError, Problem, joined_path
from csegroup.fields import an_instance, optional, tuple_of
from csegroup.json.oparl_objects import OParlObject, Reading, is_address
from csegroup.json.oparl_reader import Reader
from csegroup.json.syntax import holds_twice
from csegroup.meetings import Meeting, Place
from csegroup.organizations import Organization, to_organizations
from csegroup.program import Item, to_items
from csegroup.text import check_language

__all__ = ["OParlRecords", "from_oparl"]

_BYTES_AT_MOST = 16 * 1024 * 1024
_BERLIN = ZoneInfo("Europe/Berlin")
_TYPE = re.compile(r"https?://schema\.oparl\.org/1\.[01]/([A-Za-z]+)")
_TYPES = {
    *("System", "Body", "LegislativeTerm", "Organization", "Person", "Membership"),
    *("Meeting", "AgendaItem", "Paper", "Consultation", "File", "Location"),
}


def _to_meetings(value: Iterable[Meeting]) -> tuple[Meeting, ...]:
    """Convert to a tuple of meetings."""
    return tuple_of(value)


def _to_venues(value: Iterable[Place]) -> tuple[Place, ...]:
    """Convert to a tuple of venues."""
    return tuple_of(value)


def _to_strings(value: Iterable[str]) -> tuple[str, ...]:
    """Convert to a tuple of strings."""
    return tuple_of(value)


def _to_problems(value: Iterable[Problem]) -> tuple[Problem, ...]:
    """Convert to a tuple of problems."""
    return tuple_of(value)


@final
@attrs.frozen(kw_only=True)
class OParlRecords:
    """What was read from a document of OParl, and what of it no record holds, or holds changed.

    `items` and `venues` are those that stand outside of a meeting. `deleted` has the ids that a record of a deleted
    object has; `next_page` is the address at which a list goes on. No message shows a value, which may be of a person.

    >>> OParlRecords(left_out=[Problem("participant", "left_out", "may name persons")]).meetings
    ()
    """

    organizations: tuple[Organization, ...] = attrs.field(default=(), converter=to_organizations)
    meetings: tuple[Meeting, ...] = attrs.field(default=(), converter=_to_meetings)
    items: tuple[Item, ...] = attrs.field(default=(), converter=to_items)
    venues: tuple[Place, ...] = attrs.field(default=(), converter=_to_venues)
    deleted: tuple[str, ...] = attrs.field(default=(), converter=_to_strings)
    next_page: str | None = None
    left_out: tuple[Problem, ...] = attrs.field(default=(), converter=_to_problems)


def from_oparl(
    data: bytes | str | Mapping[str, Any] | list[Any],
    *,
    organizations: Iterable[Organization] = (),
    body: Organization | None = None,
    language: str = "de",
    time_zone: ZoneInfo = _BERLIN,
) -> OParlRecords:
    """Read an object of OParl 1.1, or a list of them: a System, Body, Organization, Meeting, AgendaItem or Location.

    A meeting names its organizations by their addresses: read these before, and hand them on as `organizations`;
    `body` stands for one that is not known. Ids are the addresses without `https://`, or made from them, the same each
    time. `language` is that of all texts; an hour is read where its offset is that of `time_zone` on its day, else
    only the day is. An agenda item with a name and a usual result, or a resolution, is a motion, any other a
    discussion; one that is not public is open to every kind of attendee and not to the public.

    Raises `LoadError` for what is no OParl or larger than 16 MiB, and `InvalidValue`.

    >>> council = Organization(id="oparl.example.org/organization/1", name={"de": "Stadtrat"}, country="DE")
    >>> written = {"type": "https://schema.oparl.org/1.1/Meeting", "id": "https://oparl.example.org/meeting/281",
    ...     "start": "2026-12-08T17:00:00+01:00", "organization": ["https://oparl.example.org/organization/1"]}
    >>> [meeting] = from_oparl(written, organizations=[council]).meetings
    >>> meeting.id, meeting.start.hour, meeting.body.name["de"]
    ('oparl.example.org/meeting/281', 17, 'Stadtrat')
    """
    check_language("language", language)
    an_instance(ZoneInfo)("time_zone", time_zone)
    optional(an_instance(Organization))("body", body)
    if body and body.id is None:
        raise InvalidValue("missing", "body.id", "is missing; a body that meets needs an id")
    document = _parsed(data) if isinstance(data, (bytes, str)) else data
    reading = Reading(language, time_zone)
    objects, next_page = _objects_of(document, reading)
    reader = Reader(reading, body, {one.id: one for one in organizations if one.id})
    reader.read(objects)
    return OParlRecords(
        organizations=reader.organizations.values(),
        meetings=reader.meetings,
        items=reader.items,
        venues=reader.venues,
        deleted=reading.deleted,
        next_page=next_page,
        left_out=reading.told,
    )


def _refuse(code: str, message: str, path: str = "") -> NoReturn:
    raise LoadError([Problem(path, code, message)]) from None


def _parsed(data: bytes | str) -> object:
    """Parse a document, in which geographic data may have fractions."""
    if len(data) > _BYTES_AT_MOST:
        _refuse("size", f"the document is larger than {_BYTES_AT_MOST // 1024 // 1024} MiB; ask for shorter pages")
    try:
        text = data if isinstance(data, str) else data.decode()
        return json.loads(text, object_pairs_hook=_object, parse_constant=_no_number)
    except LoadError:
        raise
    except UnicodeDecodeError as error:
        _refuse("encoding", f"the document is not UTF-8 at byte {error.start}; OParl is")
    except json.JSONDecodeError as error:
        _refuse("syntax", f"the document is not JSON at line {error.lineno}, column {error.colno}: {error.msg}")
    except RecursionError:
        _refuse("depth", "the document is nested too deeply")
    except ValueError:
        _refuse("number", "the document holds a number of too many digits")


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        twice = Counter(key for key, _ in pairs).most_common(1)[0][0]
        raise LoadError([holds_twice("", twice, " in one object")])
    return found


def _no_number(written: str) -> NoReturn:
    _refuse("number", f"the document holds {written}, which is no number of JSON")


def _objects_of(document: object, reading: Reading) -> tuple[list[tuple[str, OParlObject]], str | None]:
    """Give the objects of a document, each with its type, and where the list goes on."""
    if not isinstance(document, Mapping) or "type" in document or not isinstance(document.get("data"), list):
        bodies = enumerate(document) if isinstance(document, list) else None
        return _typed([(f"[{i}]", one) for i, one in bodies] if bodies else [("", document)], reading), None
    links = document.get("links")
    following = links.get("next") if isinstance(links, Mapping) else None
    objects = _typed([(f"data[{i}]", one) for i, one in enumerate(document["data"])], reading)
    return objects, following if is_address(following) else None


def _typed(bodies: Iterable[tuple[str, object]], reading: Reading) -> list[tuple[str, OParlObject]]:
    found, problems = [], []
    for path, body in bodies:
        if not isinstance(body, Mapping):
            problems.append(Problem(path, "type", "is no object of OParl"))
            continue
        kind = _type(body)
        if kind is None:
            wanted = "is no type of OParl 1.1, such as 'https://schema.oparl.org/1.1/Meeting'"
            problems.append(Problem(joined_path(path, "type"), "tag", wanted))
        if not is_address(body.get("id")):
            problems.append(Problem(joined_path(path, "id"), "url", "is no http or https address, as every id is"))
        found.append((kind or "", OParlObject(body, path, reading)))
    if problems:
        raise LoadError(problems)
    return found


def _type(body: Mapping[str, Any]) -> str | None:
    written = body.get("type")
    found = _TYPE.fullmatch(written) if isinstance(written, str) else None
    return found[1] if found and found[1] in _TYPES else None
