"""What a sender keeps of a mailing until the next one, as JSON: strict, deterministic, and without the ways to join.

No message shows what stands in a record, but for the meeting and the tags of the organizer's name.
"""

from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Callable, Collection, Iterable, Mapping
from typing import Any, NoReturn
from zoneinfo import ZoneInfo

from csegroup.errors import InvalidValue, LoadError, Problem, joined_path
from csegroup.fields import Choice
from csegroup.ical.mailings import Invitee, InviteeRole, Mailbox, Mailing, remembered
from csegroup.json.limits import Limits
from csegroup.json.records import from_document, to_document
from csegroup.json.syntax import parsed
from csegroup.meetings import Meeting, named_zone
from csegroup.organizations import AttendeeKind
from csegroup.text import LocalizedText

__all__ = ["dump_mailing", "load_mailing"]

Read = Callable[[object], Any]

_HEAD: Mapping[str, object] = {"format": "csegroup.mailing", "version": 1}
_STAMP = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(?:\.[0-9]{6})?\+00:00")
_DIGEST = re.compile(r"[0-9a-f]{64}")
# A list of some hundred thousand invitees.
_LIMITS = Limits(bytes=256 * 1024 * 1024)
_SECONDS_AT_MOST = 24 * 60 * 60


def dump_mailing(mailing: Mailing, *, stamp: dt.datetime) -> bytes:
    """Write a mailing and the time of its messages as JSON, without links and passcodes; one invitee a line.

    The same mailing gives the same bytes. Raises `InvalidValue` for a stamp without a zone, and for a mailing larger
    than `load_mailing` reads.

    >>> from csegroup.example import MEETING
    >>> taro = Invitee(email="taro@example.go.jp", join_url="https://meet.example.go.jp/1")
    >>> mailing = Mailing(meeting=MEETING, organizer=Mailbox(email="office@example.go.jp"), invitees=[taro])
    >>> record = dump_mailing(mailing, stamp=dt.datetime(2026, 11, 24, tzinfo=dt.timezone.utc))
    >>> load_mailing(record)[0].invitees == (taro.without_link(),)
    True
    """
    organizer, length = mailing.organizer, mailing.assumed_length
    document = {
        **_HEAD,
        "stamp": _in_utc(stamp),
        "organizer": _given(email=organizer.email, name=organizer.name and dict(organizer.name)),
        **_given(assumed_length=length and int(length.total_seconds())),
        "shared_list": mailing.shared_list,
        "meeting": to_document(mailing.meeting),
    }
    head = json.dumps(document, ensure_ascii=False, indent=2).removesuffix("\n}")
    lines = ",\n".join("    " + json.dumps(_kept(one), ensure_ascii=False) for one in mailing.invitees)
    data = f'{head},\n  "invitees": [\n{lines}\n  ]\n}}\n'.encode()
    if len(data) > _LIMITS.bytes:
        raise InvalidValue("size", "", f"the record is larger than {_LIMITS.bytes // 1024 // 1024} MiB; part the list")
    return data


def _in_utc(stamp: dt.datetime) -> str:
    if stamp.tzinfo is None:
        raise InvalidValue("time_zone", "stamp", "needs a zone, such as datetime.timezone.utc")
    try:
        return stamp.astimezone(dt.timezone.utc).isoformat()
    except OverflowError:
        raise InvalidValue("range", "stamp", "is outside of the calendar in UTC") from None


def _given(**fields: object) -> dict[str, object]:
    return {name: value for name, value in fields.items() if value is not None}


def _kept(invitee: Invitee) -> dict[str, object]:
    return _given(
        email=invitee.email,
        name=invitee.name,
        language=list(invitee.language),
        role=invitee.role.value,
        time_zone=invitee.time_zone and invitee.time_zone.key,
        kind=invitee.kind and invitee.kind.value,
        joining=invitee.joining,
    )


def load_mailing(data: bytes) -> tuple[Mailing, dt.datetime]:
    """Read what `dump_mailing` wrote: the mailing, and the time of its messages in UTC.

    The invitees have no link and no passcode, but `joining` tells whether they changed. Raises `LoadError`.

    >>> load_mailing(b"{}")
    Traceback (most recent call last):
      ...
    csegroup.errors.LoadError: format: is 'csegroup.mailing' in the record of a mailing, and here it is not
    """
    document, problems, _ = parsed(data, _LIMITS)
    if problems:
        raise LoadError(problems)
    try:
        fields = _RECORD(_body(document))
        stamp = fields.pop("stamp")
        return Mailing(**fields), stamp
    except (InvalidValue, LoadError) as error:
        raise LoadError(_problems(error)) from None


def _body(document: object) -> dict[str, object]:
    """Take the head off a document of the right format and version."""
    if not isinstance(document, dict) or document.get("format") != _HEAD["format"]:
        raise InvalidValue("format", "format", f"is {_HEAD['format']!r} in the record of a mailing, and here it is not")
    version = document.get("version")
    if type(version) is not int or version != _HEAD["version"]:
        raise InvalidValue("version", "version", "is the whole number 1, or the record needs a newer csegroup")
    return {key: value for key, value in document.items() if key not in _HEAD}


def _problems(error: InvalidValue | LoadError, path: str = "") -> list[Problem]:
    """Give what is wrong as seen from outside."""
    found = [Problem(error.field, error.code, error.message)] if isinstance(error, InvalidValue) else error.problems
    return [Problem(joined_path(path, one.path), one.code, one.message) for one in found]


def _each(places: Iterable[tuple[str, Read, object]]) -> list[Any]:
    """Read each value at its place; raises `LoadError` with the problems of all."""
    values: list[Any] = []
    problems: list[Problem] = []
    for path, read, value in places:
        try:
            values.append(read(value))
        except (InvalidValue, LoadError) as error:
            problems += _problems(error, path)
    if problems:
        raise LoadError(problems)
    return values


def _list_of(read: Read) -> Read:
    def read_list(value: object) -> list[Any]:
        if not isinstance(value, list):
            raise InvalidValue("type", "", "is a list")
        return _each((f"[{i}]", read, one) for i, one in enumerate(value))

    return read_list


def _object_of(readers: Mapping[str, Read], *, optional: Collection[str] = ()) -> Callable[[object], dict[str, Any]]:
    def read_object(value: object) -> dict[str, Any]:
        if not isinstance(value, dict):
            raise InvalidValue("type", "", "is an object")
        keys = [key for key in readers if key in value or key not in optional]
        places = [(key, readers[key] if key in value else _missing, value.get(key)) for key in keys]
        if value.keys() - readers.keys():
            places.append(("", _unknown, None))
        return dict(zip(keys, _each(places), strict=True))

    return read_object


def _missing(_: object) -> NoReturn:
    raise InvalidValue("missing", "", "is missing")


def _unknown(_: object) -> NoReturn:
    raise InvalidValue("unknown_key", "", "has a key that no record has; take it out, or install a newer csegroup")


def _a_string(value: object) -> str:
    if not isinstance(value, str):
        raise InvalidValue("type", "", "is a text")
    return value


def _a_text(value: object) -> LocalizedText:
    if not isinstance(value, dict):
        raise InvalidValue("type", "", "is a text by language, such as {'ja': …}")
    return LocalizedText({tag: _a_string(text) for tag, text in value.items()})


def _a_flag(value: object) -> bool:
    if not isinstance(value, bool):
        raise InvalidValue("type", "", "is true or false")
    return value


def _a_word_of(cls: type[Choice]) -> Read:
    words = {word.value: word for word in cls}

    def read_word(value: object) -> Choice:
        if not isinstance(value, str) or value not in words:
            raise InvalidValue("word", "", f"is one of {', '.join(map(repr, words))}")
        return words[value]

    return read_word


def _a_zone(value: object) -> ZoneInfo:
    if zone := named_zone(value):
        return zone
    raise InvalidValue("time_zone", "", "is an IANA name such as 'Asia/Tokyo'")


def _a_digest(value: object) -> str:
    if not isinstance(value, str) or not _DIGEST.fullmatch(value):
        raise InvalidValue("form", "", "is 64 digits of 0-9 and a-f")
    return value


def _a_length(value: object) -> dt.timedelta:
    if type(value) is not int or not 1 <= value <= _SECONDS_AT_MOST:
        raise InvalidValue("range", "", "is a whole number of seconds, up to a day")
    return dt.timedelta(seconds=value)


def _a_stamp(value: object) -> dt.datetime:
    try:
        if isinstance(value, str) and _STAMP.fullmatch(value):
            return dt.datetime.fromisoformat(value)
    except ValueError:
        pass
    raise InvalidValue("time", "", "is a time in UTC such as '2022-02-08T05:00:00+00:00'")


def _a_meeting(value: object) -> Meeting:
    return from_document(value, Meeting)


def _a_mailbox(value: object) -> Mailbox:
    return Mailbox(**_MAILBOX(value))


def _an_invitee(value: object) -> Invitee:
    fields = _INVITEE(value)
    joining = fields.pop("joining", None)
    return remembered(Invitee(**fields), joining)


_MAILBOX = _object_of({"email": _a_string, "name": _a_text}, optional=("name",))
_INVITEE = _object_of(
    {
        "email": _a_string,
        "name": _a_string,
        "language": _list_of(_a_string),
        "role": _a_word_of(InviteeRole),
        "time_zone": _a_zone,
        "kind": _a_word_of(AttendeeKind),
        "joining": _a_digest,
    },
    optional=("name", "time_zone", "kind", "joining"),
)
_RECORD = _object_of(
    {
        "stamp": _a_stamp,
        "organizer": _a_mailbox,
        "assumed_length": _a_length,
        "shared_list": _a_flag,
        "meeting": _a_meeting,
        "invitees": _list_of(_an_invitee),
    },
    optional=("assumed_length",),
)
