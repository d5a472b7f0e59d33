"""The rules of csegroup's classes as plain functions over plain values, for the twins of both peers.

They say what `csegroup.text`, `fields`, `organizations`, `places`, `program` and `meetings` say, with the same
expressions, written to be fast, so that the peers are no slower than a skilled hand makes them. They import nothing
but the standard library: a process that reads a file with a twin pays for its own library alone.
`python benchmarks/json --check` holds them to csegroup's verdicts.
"""

from __future__ import annotations

import datetime as dt
import enum
import re
from collections.abc import Hashable, Iterator, Sequence
from functools import lru_cache
from typing import Any, TypeVar
from unicodedata import is_normalized
from zoneinfo import ZoneInfo

GREATEST = 2**31 - 1
PARENTS_AT_MOST = 8
T = TypeVar("T", bound=Hashable)
Record = Any  # a Struct or a model; both have the same attributes

_TAG = re.compile(
    r"(?:[a-z]{2,3}(?:-[a-z]{3}){0,3}|[a-z]{4,8})(?:-[A-Z][a-z]{3})?(?:-(?:[A-Z]{2}|[0-9]{3}))?"
    r"(?:-(?:[a-z0-9]{5,8}|[0-9][a-z0-9]{3}))*(?:-[0-9a-wy-z](?:-[a-z0-9]{2,8})+)*(?:-x(?:-[a-z0-9]{1,8})+)?"
    r"|x(?:-[a-z0-9]{1,8})+"
)
_READING = re.compile(r"ja-(?:Hira|Kana|Hrkt|Latn)(?:-|\Z)")
_NONCHARACTERS = "\ufdd0-\ufdef" + "".join(
    chr(plane + last) for plane in range(0, 0x110000, 0x10000) for last in (0xFFFE, 0xFFFF)
)
_FORBIDDEN = re.compile(
    f"[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff{_NONCHARACTERS}]"
)
_COMPATIBILITY_IDEOGRAPH = re.compile("[\uf900-\ufaff\U0002f800-\U0002fa1f]")
_URL = re.compile(
    r"https?://(?:[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*\.?|\[[0-9A-Fa-f:.]+\])(?::[0-9]{1,5})?(?:[/?#](?:[A-Za-z0-9._~:/?#\[\]@!$&'()*+,;=-]|%[0-9A-Fa-f]{2})*)?"
)
_EXTENSION_KEY = re.compile(r"x-[a-z0-9-]+")
_UNPRINTABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")
_COUNTRY = re.compile("[A-Z]{2}")
_ID = re.compile(r"[a-z0-9]+(?:[._/-][a-z0-9]+)*")
_EMAIL = re.compile(r"[A-Za-z0-9._+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+")
_MEDIA_TYPE = re.compile("[a-z0-9.+-]+/[a-z0-9.+-]+")
_JAPANESE_POSTAL_CODE = re.compile("[0-9]{3}-[0-9]{4}")
_ON_SOME_MACHINES = ("Factory", "localtime", "posix", "right/")
_MINUTE, _TWO_DAYS = dt.timedelta(minutes=1), dt.timedelta(days=2)


class LegalForm(enum.Enum):
    """Forms of organizations."""

    PUBLIC_INTEREST_INCORPORATED_ASSOCIATION = "public_interest_incorporated_association"
    PUBLIC_INTEREST_INCORPORATED_FOUNDATION = "public_interest_incorporated_foundation"
    GENERAL_INCORPORATED_ASSOCIATION = "general_incorporated_association"
    GENERAL_INCORPORATED_FOUNDATION = "general_incorporated_foundation"
    SPECIFIED_NONPROFIT_CORPORATION = "specified_nonprofit_corporation"
    SOCIAL_WELFARE_CORPORATION = "social_welfare_corporation"
    INCORPORATED_ADMINISTRATIVE_AGENCY = "incorporated_administrative_agency"
    STOCK_COMPANY = "stock_company"


_BEFORE_THE_NAME = (
    "公益社団法人",
    "公益財団法人",
    "一般社団法人",
    "一般財団法人",
    "特定非営利活動法人",
    "社会福祉法人",
    "独立行政法人",
)


class AttendeeKind(enum.Enum):
    """Kinds of attendees."""

    PRIVATE = "private"
    INTERNATIONAL = "international"
    GOVERNMENT = "government"
    PREFECTURAL_POLICE = "prefectural_police"
    OTHER = "other"


class FormalityKind(enum.Enum):
    """What happens without a speech."""

    OPENING = "opening"
    CLOSING = "closing"
    BREAK = "break"


class AddressKind(enum.Enum):
    """Kinds of addresses."""

    OPENING = "opening"
    CLOSING = "closing"
    CHAIR = "chair"
    GUEST = "guest"


class Outcome(enum.Enum):
    """What became of a motion."""

    APPROVED = "approved"
    REJECTED = "rejected"
    CONTINUED = "continued"


class MeetingStatus(enum.Enum):
    """States of a meeting."""

    TENTATIVE = "tentative"
    ANNOUNCED = "announced"
    CANCELLED = "cancelled"
    HELD = "held"


@lru_cache(maxsize=1024)
def a_language(tag: str) -> bool:
    """Want a BCP 47 tag in the right case; tell whether it is that of a reading."""
    if not _TAG.fullmatch(tag):
        raise ValueError(f"{tag!r} is no language tag")
    return _READING.match(tag) is not None


def language(tag: str) -> str:
    """Want a BCP 47 tag in the right case."""
    a_language(tag)
    return tag


def check_characters(value: str) -> None:
    """Refuse characters, blanks and compositions that no text may hold."""
    for line in value.split("\n") if "\n" in value else (value,):
        if not line.isprintable() and _FORBIDDEN.search(line):
            raise ValueError("holds a forbidden character")
        if not line or line.strip() != line:
            raise ValueError("is empty or has an empty line or a blank at an end")
    # An NFC text has no ideograph for the second, slower look.
    if not (value.isascii() or is_normalized("NFC", value)) and not is_normalized(
        "NFC", _COMPATIBILITY_IDEOGRAPH.sub("一", value)
    ):
        raise ValueError("is not composed")


def a_text(value: dict[str, str]) -> dict[str, str]:
    """Want a text in several languages."""
    if not value:
        raise ValueError("needs a text in one language at least")
    has_reading = False
    for tag, words in value.items():
        if a_language(tag):
            has_reading = True
        check_characters(words)
    if has_reading and not any(tag.partition("-")[0] in {"ja", "und"} for tag in value if not a_language(tag)):
        raise ValueError("has the reading of a missing text")
    return value


def a_line(value: dict[str, str]) -> dict[str, str]:
    """Want a text in several languages, each on one line."""
    a_text(value)
    for words in value.values():
        if "\n" in words:
            raise ValueError("stands on one line")
    return value


def a_string(value: str) -> str:
    """Want a plain string on one line."""
    check_characters(value)
    if "\n" in value:
        raise ValueError("stands on one line")
    return value


def an_id(value: str) -> str:
    """Want an id."""
    if not _ID.fullmatch(value) or len(value) > 200:  # noqa: PLR2004
        raise ValueError("is no id")
    return value


def a_url(value: str) -> str:
    """Want an address on the web."""
    if not _URL.fullmatch(value):
        raise ValueError("is no URL")
    return value


def a_country(value: str) -> str:
    """Want a country's two letters."""
    if not _COUNTRY.fullmatch(value):
        raise ValueError("is no country")
    return value


def an_email(value: str) -> str:
    """Want an e-mail address of an office."""
    if not _EMAIL.fullmatch(value) or len(value) > 254:  # noqa: PLR2004
        raise ValueError("is no e-mail address")
    return value


def a_media_type(value: str) -> str:
    """Want a media type."""
    if not _MEDIA_TYPE.fullmatch(value) or len(value) > 1000:  # noqa: PLR2004
        raise ValueError("is no media type")
    return value


def all_different(value: tuple[T, ...]) -> tuple[T, ...]:
    """Refuse a tuple that holds the same thing twice."""
    if len(set(value)) < len(value):
        raise ValueError("holds the same twice")
    return value


def all_languages(value: tuple[str, ...]) -> tuple[str, ...]:
    """Want different language tags."""
    for tag in value:
        a_language(tag)
    return all_different(value)


def extensions(value: dict[str, str]) -> dict[str, str]:
    """Want keys `x-…`, and texts that can be printed."""
    for key, words in value.items():
        if not _EXTENSION_KEY.fullmatch(key) or _UNPRINTABLE.search(words):
            raise ValueError(f"{key!r} is no extension")
    return value


def check_organization(one: Record) -> None:
    """Refuse too many parents, and a legal form that stands in the name too."""
    parents, parent = 0, one.parent
    while parent:
        parents, parent = parents + 1, parent.parent
    if parents > PARENTS_AT_MOST:
        raise ValueError("has too many parents")
    if one.legal_form is not None and one.legal_form is not LegalForm.STOCK_COMPANY:
        for tag, name in one.name.items():
            if tag.partition("-")[0] == "ja" and name.startswith(_BEFORE_THE_NAME):
                raise ValueError("begins with a legal form")


def check_speaker(one: Record) -> None:
    """Want an organization, a post or a name, and not the first two."""
    if one.organization and one.post:
        raise ValueError("the organization is the post's")
    if not (one.organization or one.post or one.name):
        raise ValueError("needs an organization, a post or a name")


def check_postal_address(one: Record) -> None:
    """Want a part of an address, and a Japanese postal code in Japan."""
    if one.country == "JP" and one.postal_code is not None and not _JAPANESE_POSTAL_CODE.fullmatch(one.postal_code):
        raise ValueError("is no postal code of Japan")
    if not (one.region or one.locality or one.street):
        raise ValueError("needs a region, a locality or a street")


def check_material(one: Record) -> None:
    """Want a number or a title."""
    if not (one.number or one.title):
        raise ValueError("needs a number or a title")


def check_presentation(one: Record) -> None:
    """Want a title or a presenter, whom alone others join."""
    if not (one.title or one.presenters):
        raise ValueError("needs a title or a presenter")
    if one.joined_by and not one.presenters:
        raise ValueError("joined_by needs presenters")


def check_session(one: Record) -> None:
    """Want an item, and agenda numbers that rise."""
    if not one.items:
        raise ValueError("needs an item")
    check_agenda_numbers(one.items, above=one.agenda_number or 0)


def _numbers(program: Sequence[Record]) -> Iterator[int]:
    for item in program:
        number = getattr(item, "agenda_number", None)
        if number is not None:
            yield number
        inside = getattr(item, "items", None)
        if inside is not None:
            yield from _numbers(inside)


def check_agenda_numbers(program: Sequence[Record], *, above: int = 0) -> None:
    """Refuse agenda numbers that do not rise."""
    for number in _numbers(program):
        if number <= above:
            raise ValueError("agenda numbers rise")
        above = number


def named_zone(name: str) -> ZoneInfo:
    """Give the zone of an IANA name."""
    if name.startswith(_ON_SOME_MACHINES):
        raise ValueError("is no time zone everywhere")
    try:
        return ZoneInfo(name)
    except (KeyError, OSError):
        raise ValueError("is no time zone") from None


def in_zone(time: dt.datetime, name: str) -> dt.datetime:
    """Put a time into a zone, whose offset it has to have."""
    if time.microsecond:
        raise ValueError("has a fraction of a second")
    zone, offset = named_zone(name), time.utcoffset()
    try:
        found = time.replace(tzinfo=zone)
        if found.utcoffset() != offset:
            found = time.replace(tzinfo=zone, fold=1)
        if offset is None or offset % _MINUTE or found.utcoffset() != offset:
            raise ValueError("has another offset than its zone")
        _ = found + _TWO_DAYS, found - _TWO_DAYS
        if found.astimezone(dt.timezone.utc).astimezone(zone).replace(tzinfo=None) != found.replace(tzinfo=None):
            raise ValueError("is an hour that the zone skips")
    except OverflowError:
        raise ValueError("is at the very end of the calendar") from None
    return found


def check_meeting(one: Record, in_writing: type) -> None:
    """Refuse what contradicts itself: bodies, dates, places, agenda numbers."""
    _check_bodies(one)
    _check_dates(one)
    if any(isinstance(venue, in_writing) for venue in one.venues) and (len(one.venues) > 1 or one.start):
        raise ValueError("nobody meets in writing")
    check_agenda_numbers(one.program)


def _check_bodies(one: Record) -> None:
    seen: set[str] = set()
    for body in (one.body, *one.jointly_with):
        if body.id is None or body.id in seen:
            raise ValueError("a body has an id of its own")
        seen.add(body.id)


def _check_dates(one: Record) -> None:
    if one.day and one.start:
        raise ValueError("day is start's already")
    if one.status is MeetingStatus.HELD and not (one.day or one.start):
        raise ValueError("a meeting that was held has a date")
    if one.end:
        if not one.start:
            raise ValueError("end needs a start")
        if one.end.astimezone(dt.timezone.utc) <= one.start.astimezone(dt.timezone.utc):
            raise ValueError("end is not after start")


def check_time_zone(time_zone: str | None, start: dt.datetime | None) -> None:
    """Want the time zone with a start, and only then."""
    if (time_zone is None) is not (start is None):
        raise ValueError("start and time_zone stand together")
