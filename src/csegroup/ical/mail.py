"""The mail around an invitation, in the layout that calendar programs read most widely (RFC 6047)."""

from __future__ import annotations

import datetime as dt
import re
import uuid
from collections.abc import Iterable, Sequence
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP, SMTPUTF8
from email.utils import format_datetime

from csegroup.documents import to_html, to_text
from csegroup.documents.letters import Letter, letter, letter_title
from csegroup.errors import InvalidValue
from csegroup.ical.addresses import key_of, mailbox_in_ascii
from csegroup.ical.calendars import a_stamp
from csegroup.ical.entries import joined
from csegroup.ical.mailings import Invitee, uid_of
from csegroup.text import shown
from csegroup.wording.phrases import plain
from csegroup.wording.words import Words

__all__ = ["composed"]

_MESSAGE_ID = re.compile(r"<[!-;=?-~]+@[!-;=?-~]+>")


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
    a_stamp(stamp if date is None else date)
    uid = uuid.UUID(uid_of(told.meeting))
    domain = mailbox_in_ascii(sender[1]).rpartition("@")[2]
    thread = uuid.uuid5(uid, key_of(invitee.email))
    addresses = [_address(*sender), _address(invitee.name or "", invitee.email)]
    mail = EmailMessage(SMTP if all(address.addr_spec.isascii() for address in addresses) else SMTPUTF8)
    mail["From"], mail["To"] = addresses
    mail["Subject"] = joined(words, lambda own: plain(letter_title(told, own)))
    mail["Date"] = format_datetime(date or stamp)
    mail["Message-ID"] = _an_id("message_id", message_id or f"<{thread}.{stamp:%Y%m%dT%H%M%S}@{domain}>")
    known = [_an_id(f"references[{i}]", one) for i, one in enumerate(references)]
    mail["References"] = " ".join(known or [f"<{thread}@{domain}>"])
    mail["Content-Language"] = ", ".join(own.language for own in words)
    document = letter(told, words)
    mail.set_content(to_text(document), cte="base64")
    mail.add_alternative(to_html(document), subtype="html", cte="base64")
    method, data = ics
    mail.add_alternative(data.decode(), subtype="calendar", params={"method": method}, cte="base64")
    mail.add_attachment(data, maintype="application", subtype="ics", filename="invite.ics")
    return mail


def _address(name: str, email: str) -> Address:
    """Write an address for a header; the domain in ASCII, which every server takes."""
    return Address(display_name=name, addr_spec=mailbox_in_ascii(email))


def _an_id(field: str, value: str) -> str:
    if not _MESSAGE_ID.fullmatch(value):
        raise InvalidValue("message_id", field, f"is a Message-ID such as '<1@example.go.jp>', not {shown(value)}")
    return value
