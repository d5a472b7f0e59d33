"""A mail that holds an answer (RFC 6047): its calendars, its sender, its date, in whatever encoding they came."""

from __future__ import annotations

import codecs
import datetime as dt
import re
from collections.abc import Iterator
from contextlib import suppress
from email.message import Message as Mail
from email.parser import BytesParser
from email.utils import getaddresses, parsedate_to_datetime
from typing import cast, final

import attrs

from csegroup.errors import InvalidValue

__all__ = ["Received", "opened", "to_utc", "unfolded_text"]

_LONGEST_HEADER = 2000
# The parser of mails takes a time over the parameters of a header that grows with the square of their number.
_TOO_LONG = re.compile(rb"(?:^|[\r\n])content-[a-z-]+:(?:[^\r\n]|[\r\n]+[ \t]){4000}", re.IGNORECASE)
_CALENDAR_TYPES = ("text/calendar", "application/ics")
# Of the codecs of Python those of texts as they are written, none that reads escapes or takes long.
_CODEC = re.compile(r"(?:iso|cp|euc|shift|gb|big5|koi8|mac)")
_LINE_ENDS = re.compile(rb"(?:\r?\n)+")
_FOLD = re.compile(rb"\r\n[ \t]")
_JIS_ESCAPE = re.compile(rb"\x1b[$(]")


@final
@attrs.frozen(kw_only=True)
class Received:
    """The calendars that came, and what is known beside them of who sent them, and when."""

    calendars: tuple[str, ...]
    sender: str | None = None
    sent: dt.datetime | None = None


def opened(data: bytes) -> Received:
    """Take a mail apart; raises `InvalidValue`, and what the parser of mails raises."""
    if _TOO_LONG.search(data):
        raise InvalidValue("size", "content", "has a header of more than 4000 characters")
    mail = BytesParser().parsebytes(data)
    calendars = tuple(_calendars(mail))
    return (
        Received(calendars=calendars, sender=_sender(mail), sent=_date(mail)) if calendars else Received(calendars=())
    )


def _calendars(mail: Mail) -> Iterator[str]:
    """Give the calendars of a mail, inline ones first (RFC 6047 section 2.4)."""
    parts = [part for part in mail.walk() if not part.is_multipart()]
    for part in sorted(parts, key=lambda part: part.get_content_type() != "text/calendar"):
        attached = str(part.get_filename("")).lower().endswith(".ics")
        if part.get_content_type() in _CALENDAR_TYPES or attached:
            yield unfolded_text(cast("bytes", part.get_payload(decode=True)), part.get_content_charset())


def _header(mail: Mail, name: str) -> str:
    """Give a header as it was written, also where it should have been encoded and was not."""
    raw = next((str(value) for key, value in mail.raw_items() if key.lower() == name), "")
    return _decoded(raw[:_LONGEST_HEADER].encode("utf-8", "surrogateescape"), None)


def _sender(mail: Mail) -> str:
    """Give the one address that a mail is from; names that are encoded do not hide an address."""
    addresses = [address for _, address in getaddresses([_header(mail, "from")]) if address]
    if len(addresses) != 1:
        raise InvalidValue("email", "sender", "is not one e-mail address; who sent it cannot be told")
    return addresses[0]


def _date(mail: Mail) -> dt.datetime | None:
    """Give the date of a mail, without which it is read all the same."""
    try:
        return to_utc(parsedate_to_datetime(_header(mail, "date")))
    except (TypeError, ValueError, OverflowError):
        return None


def unfolded_text(content: bytes, charset: str | None) -> str:
    """Decode a calendar once its lines are whole, for some programs fold within a character (RFC 5545 section 3.1)."""
    # Over a run of empty lines the patterns of `icalendar` take a time that grows with its square.
    return _decoded(_FOLD.sub(b"", _LINE_ENDS.sub(b"\r\n", content)), charset)


def _decoded(content: bytes, charset: str | None) -> str:
    """Decode a text by what it is before what it says of itself."""
    if _JIS_ESCAPE.search(content):  # to other codecs it is ASCII
        for codec, written in (("iso2022_jp_ext", b"\x1b$B"), ("iso2022_jp_2004", b"\x1b$(Q")):
            with suppress(UnicodeError):  # the second has what Windows adds to the first, such as ① and ㈱
                return content.replace(b"\x1b$B", written).decode(codec)
    for codec in ("utf-8-sig", *([charset] if charset and _is_codec(charset) else []), "cp932"):
        with suppress(UnicodeError):
            return content.decode(codec)
    return content.decode("utf-8", "replace")


def _is_codec(charset: str) -> bool:
    try:
        return bool(_CODEC.match(codecs.lookup(charset).name))
    except (LookupError, ValueError):
        return False


def to_utc(time: dt.datetime) -> dt.datetime:
    """Bring a time to UTC; a stamp without a zone is in UTC (RFC 5545 section 3.8.7.2, RFC 5322 section 3.3)."""
    return (time if time.tzinfo else time.replace(tzinfo=dt.timezone.utc)).astimezone(dt.timezone.utc)
