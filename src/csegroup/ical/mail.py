"""The mail around an invitation, in the layout that calendar programs read most widely (RFC 6047)."""

from __future__ import annotations

import datetime as dt
import re
import uuid
from collections.abc import Iterable, Sequence
from email.headerregistry import Address
from email.message import EmailMessage
from email.utils import format_datetime
from typing import cast

from csegroup.documents import mail_html, to_text
from csegroup.documents.letters import Letter, letter, letter_title
from csegroup.documents.tree import Outline
from csegroup.errors import InvalidValue
from csegroup.ical.addresses import key_of, mailbox_in_ascii
from csegroup.ical.entries import joined
from csegroup.ical.mail_headers import policy_for
from csegroup.ical.mailings import Invitee, uid_of
from csegroup.wording.phrases import plain
from csegroup.wording.words import Words

__all__ = ["composed"]

# `msg-id` of RFC 5322 section 3.6.4, with whatever other programs put between the brackets.
_MESSAGE_ID = re.compile(r"<[!-;=?A-~]+@[!-;=?A-~]+>")
# With the header's name it stands on one line, which RFC 5322 section 2.1.1 ends after 998 characters.
_LONGEST_ID = 900
_MINUTE = dt.timedelta(minutes=1)


def composed(  # noqa: PLR0913 - the headers of a mail
    told: Letter,
    words: Sequence[Words],
    *,
    sender: tuple[str, str],
    invitee: Invitee,
    ics: tuple[str, bytes],
    stamp: dt.datetime,
    message_id: str | None,
    date: dt.datetime | None,
    references: Iterable[str],
) -> EmailMessage:
    """Put a mail together."""
    thread = uuid.uuid5(uuid.UUID(uid_of(told.meeting)), key_of(invitee.email))
    domain = mailbox_in_ascii(sender[1]).rpartition("@")[2]
    own = uuid.uuid5(thread, stamp.astimezone(dt.timezone.utc).isoformat())
    people = [_address(*sender), _address(invitee.name or "", invitee.email)]
    mail = EmailMessage(policy_for(people))
    mail["From"], mail["To"] = people
    mail["Subject"] = joined(words, lambda own: plain(letter_title(told, own)))
    mail["Date"] = format_datetime(_in_whole_minutes(stamp) if date is None else _a_date(date))
    mail["Message-ID"] = f"<{own}@{domain}>" if message_id is None else _an_id("message_id", message_id)
    # A program gathers mails that name one id, though no mail has it: which was the first cannot be told from here.
    mail["References"] = " ".join(_ids(references) or [f"<{thread}@{domain}>"])
    _put_parts(mail, letter(told, words), *ics)
    # Python would take another boundary each time; base64 has no such line.
    for i, part in enumerate(part for part in mail.walk() if part.is_multipart()):
        part.set_boundary(f"=_{i}_{own}")
    # Were it there before, it would have moved into the first part.
    mail["Content-Language"] = ", ".join(one.language for one in words)
    return mail


def _put_parts(mail: EmailMessage, document: tuple[Outline, ...], method: str, data: bytes) -> None:
    """Put in the letter and the calendar object: last of the alternatives, as the best, and once more as a file."""
    mail.set_content(to_text(document), cte="base64")
    mail.add_alternative(mail_html.write(document), subtype="html", cte="base64")
    mail.add_alternative(data.decode(), subtype="calendar", params={"method": method}, cte="base64")
    file = "invite.ics"
    mail.add_attachment(data, maintype="application", subtype="ics", filename=file, params={"name": file})


def _address(name: str, email: str) -> Address:
    """Write an address for a header; the domain in ASCII, which every server takes."""
    username, _, domain = mailbox_in_ascii(email).rpartition("@")
    return Address(name, username, domain)


def _in_whole_minutes(stamp: dt.datetime) -> dt.datetime:
    """Give a time in a zone that a header can write."""
    return stamp.astimezone(dt.timezone.utc) if (stamp.utcoffset() or _MINUTE) % _MINUTE else stamp


def _a_date(date: object) -> dt.datetime:
    """Want a time whose zone a header can write (RFC 5322 section 3.3), in whole minutes from UTC."""
    offset = date.utcoffset() if isinstance(date, dt.datetime) else None
    if offset is None or offset % _MINUTE:
        raise InvalidValue("time_zone", "date", "is a datetime with a zone, such as datetime.timezone.utc")
    return cast("dt.datetime", date)


def _ids(references: object) -> list[str]:
    if isinstance(references, str) or not isinstance(references, Iterable):
        raise InvalidValue("type", "references", "are Message-IDs in a list, such as ['<1@example.go.jp>']")
    return [_an_id(f"references[{i}]", one) for i, one in enumerate(cast("Iterable[object]", references))]


def _an_id(field: str, value: object) -> str:
    """Want a Message-ID; the message does not show it, since some hold an address."""
    if not isinstance(value, str) or len(value) > _LONGEST_ID or not _MESSAGE_ID.fullmatch(value):
        raise InvalidValue("message_id", field, "is no Message-ID in angle brackets such as '<1@example.go.jp>'")
    return value
