"""Mails around invitations: sent to a real server, and read as they arrive."""

from __future__ import annotations

import datetime as dt
import re
import smtplib
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from email.header import decode_header, make_header
from email.message import EmailMessage, Message
from email.parser import BytesParser
from email.policy import SMTP as SMTP_POLICY
from email.policy import SMTPUTF8, default
from email.utils import parseaddr
from typing import Any
from zoneinfo import ZoneInfo

import attrs
import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope, Session
from hypothesis import given
from hypothesis import strategies as st

import strategies as strategy
from csegroup import Contact, InvalidValue, InWriting, Meeting, MeetingStatus, OnlineVenue, Organization
from csegroup.ical import Action, Invitation, Invitee, Mailbox, Mailing, invitations
from strategies import refused

TOKYO = ZoneInfo("Asia/Tokyo")
FIRST = dt.datetime(2022, 1, 11, 9, tzinfo=TOKYO)
LATER = dt.datetime(2022, 1, 18, 9, tzinfo=TOKYO)
SENDER = Mailbox(email="office@example.go.jp", name={"ja": "警察庁少年課", "en": "Juvenile Division, NPA"})
TARO = Invitee(email="taro@example.com", name="山田, 太郎", join_url="https://meet.example.go.jp/1", passcode="4815")
OTHER = Invitee(email="hanako@example.org", name="花子")
MEETING = Meeting(
    id="jp/example/6",
    body=Organization(id="jp/example", name={"ja": "専門家会合", "en": "Specialist Group Meeting"}),
    number=6,
    status=MeetingStatus.ANNOUNCED,
    start=dt.datetime(2022, 2, 8, 14, tzinfo=TOKYO),
    venues=[OnlineVenue()],
    contact=Contact(name={"ja": "少年課", "en": "Juvenile Division"}, email="office@example.go.jp"),
)
LANGUAGES = {"ja": ("ja",), "en": ("en",), "both": ("ja", "en")}
SUBJECTS = {
    Action.INVITE: "Invitation: ",
    Action.UPDATE: "Updated invitation: ",
    Action.CANCEL: "Cancelled: ",
    Action.POSTPONE: "Postponed: ",
    Action.WITHDRAW: "Invitation withdrawn: ",
}
NAMES = [
    "=?utf-8?q?x?=",
    "a =?utf-8?b?5bGx?= b",
    "山田, 太郎 <x>",
    "x" * 999,
    "a  b",
    "𠮷" * 99,
    "Ann, " * 30 + "\\ z",
    "Ann  " * 30 + "z",
    "a@b",
]
names = st.one_of(
    strategy.person_names,
    st.sampled_from(NAMES),
    st.builds(lambda name, n: " ".join([name] * n), strategy.person_names, st.integers(2, 9)),
)


class Received:
    """What a server was given."""

    def __init__(self) -> None:
        self.envelopes: list[Envelope] = []

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:  # noqa: ARG002, N802
        self.envelopes.append(envelope)
        return "250 OK"


@contextmanager
def server(*, utf8: bool) -> Iterator[tuple[Received, smtplib.SMTP]]:
    """Run a server on a free port, and a client of it."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    received = Received()
    controller = Controller(received, hostname="127.0.0.1", port=port, enable_SMTPUTF8=utf8)
    controller.start()
    try:
        with smtplib.SMTP("127.0.0.1", port, timeout=20) as client:
            yield received, client
    finally:
        controller.stop()


@pytest.fixture(scope="module")
def post() -> Iterator[tuple[Received, smtplib.SMTP]]:
    with server(utf8=True) as running:
        yield running


def mailing(taro: Invitee = TARO, meeting: Meeting = MEETING, sender: Mailbox = SENDER) -> Mailing:
    return Mailing(meeting=meeting, organizer=sender, invitees=[taro, OTHER])


def message(action: Action = Action.INVITE, taro: Invitee = TARO) -> Invitation:
    """Make one message to Taro."""
    before, meeting = mailing(taro), MEETING
    match action:
        case Action.INVITE:
            return invitations(before, stamp=FIRST)[0]
        case Action.UPDATE:
            meeting = meeting.rescheduled(start=dt.datetime(2022, 2, 15, 14, tzinfo=TOKYO))
        case Action.CANCEL:
            meeting = meeting.cancelled(reason={"ja": "台風のため。", "en": "Because of a typhoon."})
        case Action.POSTPONE:
            meeting = meeting.postponed(reason={"ja": "会場の都合による。", "en": "The hall is taken."})
        case _:
            [one] = invitations(attrs.evolve(before, invitees=[OTHER]), previous=before, stamp=LATER)
            return one
    return invitations(mailing(taro, meeting), previous=before, stamp=LATER)[0]


def sent(post: tuple[Received, smtplib.SMTP], mail: EmailMessage) -> Envelope:
    received, client = post
    assert client.send_message(mail) == {}
    return received.envelopes.pop()


def read(raw: bytes) -> EmailMessage:
    found = BytesParser(policy=default).parsebytes(raw)
    assert isinstance(found, EmailMessage)
    return found


def header(raw: bytes, name: str) -> str:
    """Take a header and unfold it."""
    head = re.sub(r"\r\n(?=[ \t])", "", raw.partition(b"\r\n\r\n")[0].decode())
    [value] = re.findall(rf"^{name}: (.*)$", head.replace("\r\n", "\n"), re.MULTILINE)
    return str(value)


def decoded(text: str) -> str:
    return str(make_header(decode_header(text)))


def mailbox(raw: bytes, name: str) -> tuple[str, str]:
    """Read a name and an address by RFC 2047: what lies between encoded words is no blank."""
    phrase, address = parseaddr(header(raw, name))
    return (decoded(phrase) if phrase.startswith("=?") and phrase.endswith("?=") else phrase), address


def check_wire(raw: bytes, *, ascii_only: bool = True) -> None:
    """Want what any server takes on its way."""
    assert b"\r" not in raw.replace(b"\r\n", b"")
    assert b"\n" not in raw.replace(b"\r\n", b"")
    assert max(map(len, raw.split(b"\r\n"))) <= 998
    assert raw.isascii() or not ascii_only
    for word in re.findall(rb"=\?utf-8\?.*\?=", raw):
        assert len(word) <= 75
    for line in raw.partition(b"\r\n\r\n")[0].split(b"\r\n"):
        assert line.strip()
        assert len(line) <= 76 or b"=?utf-8?" not in line


@pytest.mark.parametrize("languages", LANGUAGES.values(), ids=LANGUAGES)
@pytest.mark.parametrize("action", SUBJECTS)
def test_every_mail_arrives_in_the_layout_that_calendars_read(
    post: tuple[Received, smtplib.SMTP], action: Action, languages: tuple[str, ...]
) -> None:
    one = message(action, attrs.evolve(TARO, language=languages))
    assert one.action is action
    envelope = sent(post, one.email())
    assert (envelope.mail_from, envelope.rcpt_tos) == ("office@example.go.jp", ["taro@example.com"])
    assert "SMTPUTF8" not in envelope.mail_options
    raw = envelope.content
    assert isinstance(raw, bytes)
    check_wire(raw)
    mail = read(raw)
    check_layout(mail, one)
    assert mail["From"].addresses[0].addr_spec == "office@example.go.jp"
    assert mail["From"].addresses[0].display_name == SENDER.name[languages[0]]  # type: ignore[index]
    assert [(to.display_name, to.addr_spec) for to in mail["To"].addresses] == [("山田, 太郎", "taro@example.com")]
    assert mail["Cc"] is mail["Bcc"] is None
    assert mail["Content-Language"] == ", ".join(languages)
    assert b"hanako" not in raw
    if "en" in languages:
        assert f"{SUBJECTS[action]}6th Specialist Group Meeting" in mail["Subject"]
    assert ("第6回専門家会合" in mail["Subject"]) is ("ja" in languages)


def check_layout(mail: EmailMessage, one: Invitation) -> None:
    def kinds(part: Message) -> Any:  # noqa: ANN401 - a tree of lists
        if not part.is_multipart():
            return part.get_content_type()
        return [part.get_content_type(), *map(kinds, part.iter_parts())]  # type: ignore[attr-defined] # an EmailMessage

    alternatives = ["multipart/alternative", "text/plain", "text/html", "text/calendar"]
    assert kinds(mail) == ["multipart/mixed", alternatives, "application/ics"]
    alternative, file = mail.iter_parts()
    _, _, calendar = alternative.iter_parts()
    assert [part.get_content_charset() for part in alternative.iter_parts()] == ["utf-8"] * 3
    assert calendar["Content-Type"].params["method"] == one.method
    assert f"\r\nMETHOD:{one.method}\r\n".encode() in one.ics
    assert calendar["Content-Disposition"] is None
    assert "method" not in file["Content-Type"].params
    assert (file.get_content_disposition(), file.get_filename()) == ("attachment", "invite.ics")
    assert file["Content-Type"].params["name"] == "invite.ics"
    assert calendar.get_payload(decode=True) == file.get_payload(decode=True) == one.ics
    assert [part.defects for part in mail.walk()] == [[]] * 6


def test_languages_of_a_letter_follow_each_other_in_text_and_page() -> None:
    mail = message().email()
    for kind in ("plain", "html"):
        part = mail.get_body((kind,))
        assert part is not None
        written = part.get_content()
        assert [written.count(url) for url in ("https://meet.example.go.jp/1", "4815")] == [
            4 if kind == "html" else 2,
            2,
        ]
        assert written.index("開催日時") < written.index("You are invited", written.index("開催日時"))


def test_date_and_ids_are_those_given_or_follow_from_what_is_sent() -> None:
    given_ids = {"message_id": "<1@example.go.jp>", "references": ["<a=b@x>", f"<{'y' * 890}@z>"]}
    raw = message().email(date=LATER, **given_ids).as_bytes()  # type: ignore[arg-type]
    assert b"\r\nReferences: <a=b@x>\r\n <yyyy" in raw
    check_wire(raw)
    mail = read(raw)
    assert mail["Date"].datetime == LATER
    assert mail["Message-ID"] == "<1@example.go.jp>"
    assert mail["References"].split() == given_ids["references"]

    first, again, update = (read(one.email().as_bytes()) for one in (message(), message(), message(Action.UPDATE)))
    assert (first["Date"].datetime, update["Date"].datetime) == (FIRST, LATER)
    assert first["Message-ID"] == again["Message-ID"] != update["Message-ID"]
    assert re.fullmatch(r"<[0-9a-f-]{36}@example\.go\.jp>", first["References"])
    assert first["References"] == update["References"]
    assert first["References"] not in {first["Message-ID"], update["Message-ID"]}
    other = invitations(mailing(), stamp=FIRST)[1].email()
    assert {other["References"], other["Message-ID"]}.isdisjoint({first["References"], first["Message-ID"]})


@pytest.mark.parametrize("labels", [1, 5, 40])
def test_no_message_id_stands_below_the_name_of_its_header(labels: int) -> None:
    office = attrs.evolve(SENDER, email=f"office@{'part.' * labels}example.go.jp")
    [one, _] = invitations(mailing(sender=office), stamp=FIRST)
    assert re.search(rb"\r\nMessage-ID: <[^<>]+>\r\nReferences: <[^<>]+>\r\n", one.email().as_bytes())


def test_the_same_moment_in_another_zone_gives_the_same_message_id() -> None:
    [one, _] = invitations(mailing(), stamp=FIRST.astimezone(dt.timezone.utc))
    assert one.email()["Message-ID"] == message().email()["Message-ID"]


@pytest.mark.parametrize(
    ("code", "place", "options"),
    [
        ("time_zone", "date", {"date": dt.datetime(2022, 1, 1)}),  # noqa: DTZ001 - wrong on purpose
        ("time_zone", "date", {"date": dt.datetime(1800, 1, 1, tzinfo=TOKYO)}),
        ("time_zone", "date", {"date": "2022-01-01"}),
        ("message_id", "message_id", {"message_id": ""}),
        ("message_id", "message_id", {"message_id": 1}),
        ("message_id", "message_id", {"message_id": "taro@example.com"}),
        ("message_id", "message_id", {"message_id": "<taro@example.com>\r\nBcc: <x@example.com>"}),
        ("message_id", "message_id", {"message_id": "<taro@@example.com>"}),
        ("message_id", "message_id", {"message_id": "<太郎@example.com>"}),
        ("message_id", "message_id", {"message_id": f"<{'taro' * 300}@example.com>"}),
        ("message_id", "references[1]", {"references": ["<1@x>", "<taro@x> <y@x>"]}),
        ("type", "references", {"references": "<taro@x>"}),
        ("type", "references", {"references": None}),
    ],
)
def test_what_no_header_can_hold_is_refused_without_being_shown(code: str, place: str, options: dict[str, Any]) -> None:
    error = refused(message().email, **options)
    assert (error.code, error.field) == (code, place)
    assert "taro" not in str(error)


def test_an_address_in_other_letters_needs_a_server_that_takes_them(post: tuple[Received, smtplib.SMTP]) -> None:
    taro = attrs.evolve(TARO, email="太郎@例え.jp")
    mail = message(taro=taro).email()
    envelope = sent(post, mail)
    assert envelope.rcpt_tos == ["太郎@xn--r8jz45g.jp"]
    assert "SMTPUTF8" in envelope.mail_options
    assert isinstance(envelope.content, bytes)
    check_wire(envelope.content, ascii_only=False)
    assert mailbox(envelope.content, "To") == ("山田, 太郎", "太郎@xn--r8jz45g.jp")
    with server(utf8=False) as (received, client):
        with pytest.raises(smtplib.SMTPNotSupportedError):
            client.send_message(mail)
        assert received.envelopes == []
        client.send_message(message(taro=attrs.evolve(TARO, email="taro@例え.jp")).email())
        assert received.envelopes[0].rcpt_tos == ["taro@xn--r8jz45g.jp"]


@given(strategy.invitees, names, strategy.mailboxes, st.none() | strategy.lines)
def test_names_addresses_and_subject_arrive_as_they_were_given(
    post: tuple[Received, smtplib.SMTP], invitee: Invitee, name: str, sender: Mailbox, title: dict[str, str] | None
) -> None:
    check_arrival(post, attrs.evolve(invitee, name=name), sender, title)


@pytest.mark.parametrize("name", NAMES)
def test_what_looks_encoded_quoted_or_like_an_address_and_what_is_long_arrives_as_it_was_given(
    post: tuple[Received, smtplib.SMTP], name: str
) -> None:
    check_arrival(post, attrs.evolve(TARO, name=name), attrs.evolve(SENDER, name={"und": name}), {"und": name})


def check_arrival(
    post: tuple[Received, smtplib.SMTP], taro: Invitee, sender: Mailbox, title: dict[str, str] | None
) -> None:
    meeting = attrs.evolve(MEETING, title=title)
    [one] = invitations(Mailing(meeting=meeting, organizer=sender, invitees=[taro]), stamp=FIRST)
    mail = one.email()
    envelope = sent(post, mail)
    raw = envelope.content
    assert isinstance(raw, bytes)
    plain = (sender.email + taro.email).replace("例え.jp", "").isascii()
    assert ("SMTPUTF8" in envelope.mail_options) is not plain
    check_wire(raw, ascii_only=plain)
    assert (envelope.mail_from, envelope.rcpt_tos) == (in_ascii(sender.email), [in_ascii(taro.email)])
    assert mailbox(raw, "To") == (taro.name or "", in_ascii(taro.email))
    from_name, address = mailbox(raw, "From")
    assert address == in_ascii(sender.email)
    assert from_name in (sender.name or {"": ""}).values() or from_name.endswith("）")
    subject = decoded(header(raw, "Subject"))
    assert subject == mail["Subject"]
    if title and "und" in title:
        assert subject.endswith(title["und"])
    check_reading(raw, taro.name or "", subject)
    # A mail that is kept in a file and read again is sent on unchanged.
    kept = BytesParser(policy=SMTP_POLICY if plain else SMTPUTF8).parsebytes(mail.as_bytes())
    assert kept.as_bytes() == mail.as_bytes() == raw


def check_reading(raw: bytes, name: str, subject: str) -> None:
    """Want what Python reads; 3.11 makes one blank of several, and a blank where a long name is cut."""
    back = read(raw)
    assert back["Subject"] == subject
    [to] = back["To"].addresses
    assert without_blanks(to.display_name) == without_blanks(name)
    if header(raw, "To").count("=?utf-8?") < 2 and "  " not in name:
        assert to.display_name == name


def without_blanks(text: str) -> str:
    return "".join(text.split(" "))


def in_ascii(address: str) -> str:
    return address.replace("例え.jp", "xn--r8jz45g.jp")


def test_headers_keep_their_form_where_another_policy_writes_them() -> None:
    mail = message().email()
    del mail["To"]
    mail["To"] = "山田太郎 <taro@example.com>, office@example.go.jp"
    assert mail.as_bytes(policy=SMTP_POLICY) == mail.as_bytes()
    assert "\r" not in mail.as_string(policy=default).partition("\n\n")[0]
    assert [to.addr_spec for to in read(mail.as_bytes())["To"].addresses] == [
        "taro@example.com",
        "office@example.go.jp",
    ]


@pytest.mark.parametrize(
    "break_", ["\r\nBcc: x@example.com", "\nBcc: x@example.com", "\rx", "\x00", "\x85x", "\u2028x"]
)
def test_nothing_that_is_named_becomes_a_header(break_: str) -> None:
    for make, options in (
        (Invitee, {"email": "taro@example.com", "name": f"太郎{break_}"}),
        (Invitee, {"email": f"taro@example.com{break_}"}),
        (Mailbox, {"email": "taro@example.com", "name": {"ja": f"太郎{break_}"}}),
        (attrs.evolve, {"title": {"ja": f"題{break_}"}}),
    ):
        with pytest.raises(InvalidValue):
            make(*([MEETING] if make is attrs.evolve else []), **options)


def test_a_meeting_in_writing_asks_for_an_answer() -> None:
    meeting = attrs.evolve(MEETING, start=None, day=dt.date(2022, 2, 8), venues=[InWriting()])
    [one, _] = invitations(mailing(attrs.evolve(TARO, language="en"), meeting), stamp=FIRST)
    part = one.email().get_body(("plain",))
    assert part is not None
    assert "You are asked to answer in writing" in part.get_content()


def test_a_stamp_in_a_zone_that_no_header_can_write_is_written_in_utc() -> None:
    odd = dt.timezone(dt.timedelta(hours=9, seconds=30))
    mailing = Mailing(meeting=MEETING, organizer=Mailbox(email="office@example.go.jp"), invitees=[OTHER])
    [one] = invitations(mailing, stamp=dt.datetime(2022, 1, 11, 9, 0, 30, tzinfo=odd))
    assert one.email()["Date"] == "Tue, 11 Jan 2022 00:00:00 +0000"
