from __future__ import annotations

import base64
import datetime as dt
import quopri
import re
import time
from collections.abc import Callable
from contextlib import suppress
from email.message import EmailMessage

import attrs
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

import strategies as strategy
from csegroup import AttendeeKind, LoadError
from csegroup.example import MEETING
from csegroup.ical import Invitee, Mailbox, Mailing, to_calendar
from csegroup.ical.addresses import uri_of
from csegroup.ical.mailings import uid_of
from csegroup.ical.replies import Answer, Reply, ReplyMethod, Standing
from csegroup.ical.reply_reading import LARGEST_REPLY, read_reply

BROKEN = "can be read neither as a calendar file nor as a mail; is it whole?"
NO_ANSWER = "VCALENDAR.METHOD: is none of REPLY, COUNTER and REFRESH: no answer"
LONG = "Content-Type: has a header of more than 4000 characters"
DELEGATED = "VEVENT.ATTENDEE;DELEGATED-TO"
UID = uid_of(MEETING)
TARO, HANAKO, OFFICE = "taro@example.go.jp", "hanako@example.jp", "office@example.go.jp"
HEAD = f"From: {TARO}\r\nContent-Type: text/calendar\r\n\r\n".encode()
STAMP = dt.datetime(2026, 11, 24, 1, 2, 3, tzinfo=dt.timezone.utc)
MOVED = attrs.evolve(MEETING, sequence=3)
SENT = Mailing(
    meeting=MOVED, organizer=Mailbox(email=OFFICE), invitees=[Invitee(email=TARO, kind=AttendeeKind.PRIVATE)]
)
COMMENT = "遅れます。ｶﾅ が 𠮷田, か\u3099; é"


def calendar(*event: str, method: str = "REPLY", before: str = "") -> bytes:
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", f"METHOD:{method}", *filter(None, [before]), "BEGIN:VEVENT", *event]
    return "\r\n".join([*lines, "END:VEVENT", "END:VCALENDAR", ""]).encode()


def answer(*more: str, attendee: str = f"ATTENDEE;PARTSTAT=ACCEPTED:mailto:{TARO}", method: str = "REPLY") -> bytes:
    return calendar(f"UID:{UID}", "SEQUENCE:3", "DTSTAMP:20261124T010203Z", attendee, *more, method=method)


def mail(content: bytes, *, sender: str = f"山田太郎 <{TARO}>", method: str = "REPLY") -> EmailMessage:
    letter = EmailMessage()
    letter["From"] = sender
    letter["To"] = OFFICE
    letter["Date"] = "Tue, 24 Nov 2026 10:05:00 +0900"
    letter["Subject"] = "承諾: 第6回"
    letter.set_content("出席します。")
    letter.add_alternative("<p>出席します。</p>", subtype="html")
    letter.add_alternative(content.decode(), subtype="calendar", params={"method": method})
    return letter


def from_outlook() -> bytes:
    """Write as Exchange does: capitals in MAILTO, its own properties, its own zone, one part that is base64."""
    event = calendar(
        f"ATTENDEE;PARTSTAT=DECLINED;CN=山田太郎:MAILTO:{TARO.upper()}",
        "COMMENT;LANGUAGE=ja-JP:所用のため欠席します。\\nよろしくお願いいたします。\\n",
        f"UID:{UID}",
        "SUMMARY;LANGUAGE=ja-JP:辞退: 第6回専門家会合",
        'DTSTART;TZID="(UTC+09:00) 大阪、札幌、東京":20220208T140000',
        'DTEND;TZID="(UTC+09:00) 大阪、札幌、東京":20220208T160000',
        "CLASS:PUBLIC",
        "PRIORITY:5",
        "DTSTAMP:20261124T010203Z",
        "TRANSP:OPAQUE",
        "STATUS:CONFIRMED",
        "SEQUENCE:3",
        "LOCATION;LANGUAGE=ja-JP:",
        "X-MICROSOFT-CDO-APPT-SEQUENCE:3",
        "X-MICROSOFT-CDO-BUSYSTATUS:FREE",
        "X-MICROSOFT-CDO-INTENDEDSTATUS:BUSY",
        "X-MICROSOFT-CDO-ALLDAYEVENT:FALSE",
        "X-MICROSOFT-CDO-IMPORTANCE:1",
        "X-MICROSOFT-CDO-INSTTYPE:0",
        "X-MICROSOFT-DISALLOW-COUNTER:FALSE",
    )
    body = base64.encodebytes(folded(event))
    head = (
        b"From: =?iso-2022-jp?B?GyRCOzNFREJATzobKEI=?= <TARO@example.go.jp>\r\nTo: office@example.go.jp\r\n"
        b"Date: Tue, 24 Nov 2026 01:02:05 +0000\r\nContent-Language: ja-JP\r\nX-MS-Has-Attach:\r\nMIME-Version: 1.0\r\n"
        b'Content-Type: multipart/alternative; boundary="_000_"\r\n\r\n'
        b'--_000_\r\nContent-Type: text/plain; charset="iso-2022-jp"\r\n\r\n'
    )
    plain = "所用のため欠席します。\r\n".encode("iso-2022-jp")
    part = (
        b'--_000_\r\nContent-Type: text/calendar; charset="utf-8"; method=REPLY\r\n'
        b"Content-Transfer-Encoding: base64\r\n\r\n"
    )
    return head + plain + part + body + b"--_000_--\r\n"


def from_google() -> bytes:
    """Write as Google Calendar does: the remark beside the attendee, the file a second time, attached."""
    event = folded_between_characters(
        calendar(
            "DTSTART:20220208T050000Z",
            "DTEND:20220208T070000Z",
            "DTSTAMP:20261124T010203Z",
            f"ORGANIZER;CN={OFFICE}:mailto:{OFFICE}",
            f"UID:{UID}",
            "ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=TENTATIVE;CN=山田"
            f'太郎;X-NUM-GUESTS=0;X-RESPONSE-COMMENT="たぶん、行けます":mailto:{TARO}',
            "CREATED:20261101T000000Z",
            "DESCRIPTION:",
            "LAST-MODIFIED:20261124T010203Z",
            "LOCATION:",
            "SEQUENCE:3",
            "STATUS:CONFIRMED",
            "SUMMARY:第6回専門家会合",
            "TRANSP:OPAQUE",
        ).replace(b"VERSION:2.0", b"PRODID:-//Google Inc//Google Calendar 70.9054//EN\r\nVERSION:2.0")
    )
    letter = mail(event)
    letter.add_attachment(event, maintype="application", subtype="ics", filename="invite.ics")
    return letter.as_bytes()


def from_apple() -> bytes:
    """Write as Apple's Calendar does: no alternative, a URI of its own, quoted-printable."""
    event = calendar(
        f"UID:{UID}",
        "DTEND;TZID=Asia/Tokyo:20220208T160000",
        "TRANSP:OPAQUE",
        "X-APPLE-TRAVEL-ADVISORY-BEHAVIOR:AUTOMATIC",
        f'ATTENDEE;CN="山田, 太郎";CUTYPE=INDIVIDUAL;EMAIL="{TARO}";PARTSTAT=ACCEPTED;'
        "ROLE=REQ-PARTICIPANT:urn:uuid:8e7b1c1e-0000-4000-8000-000000000000",
        "DTSTART;TZID=Asia/Tokyo:20220208T140000",
        "SUMMARY:第6回専門家会合",
        "DTSTAMP:20261124T010203Z",
        f"ORGANIZER;CN=office:mailto:{OFFICE}",
        "REQUEST-STATUS:2.0;Success",
        "SEQUENCE:3",
    ).replace(b"VERSION:2.0", b"CALSCALE:GREGORIAN\r\nPRODID:-//Apple Inc.//macOS 15.1//EN\r\nVERSION:2.0")
    head = (
        f"From: Taro Yamada <{TARO}>\r\nMime-Version: 1.0 (Mac OS X Mail)\r\n"
        'Content-Type: multipart/mixed; boundary="Apple-Mail"\r\n\r\n--Apple-Mail\r\n'
        "Content-Type: text/calendar; charset=utf-8; name=iCal-1.ics; method=REPLY\r\n"
        "Content-Disposition: attachment; filename=iCal-1.ics\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n"
    )
    return head.encode() + quopri.encodestring(folded(event)) + b"\r\n--Apple-Mail--\r\n"


def from_thunderbird() -> bytes:
    """Write as Thunderbird does: its own marks, a part with no charset, 8 bits as they are."""
    event = calendar(
        "CREATED:20261101T000000Z",
        "LAST-MODIFIED:20261124T010203Z",
        "DTSTAMP:20261124T010203Z",
        f"UID:{UID}",
        "SUMMARY:第6回専門家会合",
        f"ORGANIZER;CN=少年課:mailto:{OFFICE}",
        f"ATTENDEE;CN=山田太郎;PARTSTAT=ACCEPTED;ROLE=REQ-PARTICIPANT:mailto:{TARO}",
        "X-MOZ-RECEIVED-SEQUENCE:3",
        "X-MOZ-RECEIVED-DTSTAMP:20261120T000000Z",
        "DTSTART;TZID=Asia/Tokyo:20220208T140000",
        "SEQUENCE:3",
        "X-MOZ-SEND-INVITATIONS:TRUE",
    ).replace(b"VERSION:2.0", b"PRODID:-//Mozilla.org/NONSGML Mozilla Calendar V1.1//EN\r\nVERSION:2.0")
    head = (
        f"From: 山田太郎 <{TARO}>\r\nUser-Agent: Mozilla Thunderbird\r\n"
        'Content-Type: multipart/mixed; boundary="----"\r\n\r\n'
        "------\r\nContent-Type: text/plain; charset=UTF-8; format=flowed\r\n\r\n出席\r\n"
        "------\r\nContent-Type: text/calendar; method=REPLY; name=invite.ics\r\n"
        "Content-Transfer-Encoding: 8bit\r\n\r\n"
    )
    return head.encode() + folded(event) + b"\r\n--------\r\n"


def folded(content: bytes) -> bytes:
    """Fold by octets, within a character where it falls so, as some programs do."""
    return b"\r\n".join(
        b"\r\n ".join([line[:75], *(line[i : i + 74] for i in range(75, len(line), 74))])
        for line in content.split(b"\r\n")
    )


def folded_between_characters(content: bytes) -> bytes:
    return re.sub(r"(?<=[^\r\n])([^\r\n]{24})(?=[^\r\n])", r"\1\r\n ", content.decode()).encode()


def problem(data: bytes) -> str:
    with pytest.raises(LoadError) as caught:
        read_reply(data)
    assert not any(secret in str(caught.value) for secret in ("@", "taro", "hanako"))
    return str(caught.value)


@pytest.mark.parametrize(
    ("write", "said", "remark"),
    [
        (from_outlook, Answer.DECLINED, "所用のため欠席します。\nよろしくお願いいたします。"),
        (from_google, Answer.TENTATIVE, "たぶん、行けます"),
        (from_apple, Answer.ACCEPTED, None),
        (from_thunderbird, Answer.ACCEPTED, None),
    ],
)
def test_the_answers_of_four_programs_are_read(write: Callable[[], bytes], said: Answer, remark: str | None) -> None:
    reply = read_reply(write())
    assert (reply.method, reply.uid, reply.sequence) == (ReplyMethod.REPLY, UID, 3)
    assert (reply.answer, reply.comment, reply.stamp) == (said, remark, STAMP)
    assert reply.sender is not None
    assert reply.email.lower() == reply.sender.lower() == TARO
    assert reply.standing(SENT) is Standing.CURRENT


def test_a_file_is_read_as_a_mail_is_but_nobody_sent_it() -> None:
    reply, mailed = read_reply(answer()), read_reply(mail(answer()).as_bytes())
    assert (reply.sender, reply.sent) == (None, None)
    assert mailed.sent == dt.datetime(2026, 11, 24, 1, 5, tzinfo=dt.timezone.utc)
    assert attrs.evolve(mailed, sender=None, sent=None) == reply


@pytest.mark.parametrize("before", [b"\xef\xbb\xbf", b"\r\n\r\n", b"\n \n"])
def test_a_mark_or_empty_lines_before_a_file_do_no_harm(before: bytes) -> None:
    assert read_reply(before + answer()).email == TARO


def test_small_letters_and_line_feeds_are_read_too() -> None:
    data = answer().replace(b"\r\n", b"\n").replace(b"BEGIN", b"begin").replace(b"METHOD:REPLY", b"method:reply")
    assert read_reply(data).answer is Answer.ACCEPTED


def test_an_address_that_is_percent_encoded_is_that_of_the_invitee() -> None:
    address = "太郎+x@例え.jp"
    reply = read_reply(answer(attendee=f"ATTENDEE;PARTSTAT=ACCEPTED:{uri_of(address).replace('mailto', 'MAILTO')}"))
    sent = attrs.evolve(SENT, invitees=[Invitee(email=address)])
    assert reply.standing(sent) is Standing.CURRENT


@pytest.mark.parametrize(
    ("partstat", "said"),
    [
        (";PARTSTAT=accepted", Answer.ACCEPTED),
        (";PARTSTAT=NEEDS-ACTION", Answer.NEEDS_ACTION),
        (";PARTSTAT=DELEGATED", Answer.DELEGATED),
        (";PARTSTAT=X-PERHAPS", Answer.NEEDS_ACTION),
        (";PARTSTAT=", Answer.NEEDS_ACTION),
        ("", Answer.NEEDS_ACTION),
    ],
)
def test_the_answer_is_partstat_and_another_word_says_nothing_yet(partstat: str, said: Answer) -> None:
    assert read_reply(answer(attendee=f"ATTENDEE{partstat}:mailto:{TARO}")).answer is said


def test_a_delegate_is_told_by_both_sides() -> None:
    by = read_reply(answer(attendee=f'ATTENDEE;PARTSTAT=DELEGATED;DELEGATED-TO="mailto:{HANAKO}":mailto:{TARO}'))
    of = read_reply(answer(attendee=f'ATTENDEE;PARTSTAT=ACCEPTED;DELEGATED-FROM="mailto:{TARO}":mailto:{HANAKO}'))
    assert (by.answer, by.delegated_to, by.standing(SENT)) == (Answer.DELEGATED, (HANAKO,), Standing.CURRENT)
    assert (of.delegated_from, of.standing(SENT)) == ((TARO,), Standing.DELEGATE)


def test_several_delegates_are_all_read() -> None:
    attendee = f'ATTENDEE;DELEGATED-TO="mailto:{HANAKO}","MAILTO:{OFFICE}":mailto:{TARO}'
    assert read_reply(answer(attendee=attendee)).delegated_to == (HANAKO, OFFICE)


def test_remarks_are_joined_without_what_steers_a_terminal() -> None:
    reply = read_reply(answer("COMMENT:a\x1b[2J\\nb\t\u202ec", "COMMENT;LANGUAGE=ja: 遅れます ", "COMMENT:遅れます"))
    assert reply.comment == "a [2J\nb  c\n遅れます"


def test_no_stamp_leaves_the_date_of_the_mail_and_of_a_file_none() -> None:
    data = answer().replace(b"DTSTAMP:20261124T010203Z\r\n", b"")
    assert read_reply(data).stamp is None
    assert read_reply(mail(data).as_bytes()).stamp == dt.datetime(2026, 11, 24, 1, 5, tzinfo=dt.timezone.utc)


@pytest.mark.parametrize("stamp", ["20261124T010203", "20261124T010203Z"])
def test_a_stamp_is_in_utc_even_if_it_does_not_say_so(stamp: str) -> None:
    assert read_reply(answer().replace(b"20261124T010203Z", stamp.encode())).stamp == STAMP


@pytest.mark.parametrize(
    "date", ["", "Date: yesterday\r\n", "Date: Fri, 31 Dec 9999 23:00:00 -2300\r\n", "Date: Tue, 40 Nov 2026 1:2:3\r\n"]
)
def test_a_mail_whose_date_cannot_be_read_is_read_without(date: str) -> None:
    data = f"From: {TARO}\r\n{date}Content-Type: text/calendar\r\n\r\n".encode() + answer()
    assert read_reply(data).sent is None


def test_the_date_of_a_mail_without_a_zone_is_in_utc() -> None:
    head = f"From: {TARO}\r\nDate: Tue, 24 Nov 2026 01:02:03 -0000\r\nContent-Type: text/calendar\r\n\r\n"
    assert read_reply(head.encode() + answer()).sent == STAMP


def test_a_missing_sequence_is_the_first() -> None:
    assert read_reply(answer().replace(b"SEQUENCE:3\r\n", b"")).sequence == 0


ENCODE: dict[str, Callable[[bytes], bytes]] = {
    "base64": base64.encodebytes,
    "quoted-printable": quopri.encodestring,
    "8bit": bytes,
}


@pytest.mark.parametrize(
    ("codec", "charset"),
    [
        ("utf-8", "utf-8"),
        ("utf-8", None),
        ("utf-8", "us-ascii"),
        ("utf-8", "iso-8859-1"),
        ("utf-8", "nonsense"),
        ("utf-8", "idna"),
        ("utf-8", "rot13"),
        ("utf-8", "\x00"),
        ("cp932", "Windows-31J"),
        ("cp932", "shift_jis"),
        ("cp932", None),
        ("cp932", "utf-8"),
        ("euc_jp", "euc-jp"),
        ("iso2022_jp_ext", "iso-2022-jp"),
        ("iso2022_jp_ext", "utf-8"),
        ("iso2022_jp_ext", None),
    ],
)
@pytest.mark.parametrize("encoding", ["base64", "quoted-printable", "8bit"])
def test_a_calendar_is_decoded_by_what_it_is(codec: str, charset: str | None, encoding: str) -> None:
    remark = "遅れます。ｶﾅ 髙橋" if codec == "cp932" else "遅れます。カナ 高橋、能"
    content = answer(f"COMMENT:{remark}").decode().encode(codec)
    said = f"; charset={charset}" if charset else ""
    head = f"From: {TARO}\r\nContent-Type: text/calendar{said}\r\nContent-Transfer-Encoding: {encoding}\r\n\r\n"
    assert read_reply(head.encode() + ENCODE[encoding](content)).comment == remark


def test_what_windows_adds_to_iso_2022_jp_is_read() -> None:
    written = b"\x1b$B-!Cf;3\x1b(B"
    assert read_reply(answer("COMMENT:X").replace(b"COMMENT:X", b"COMMENT:" + written)).comment == "①中山"


def test_a_broken_escape_of_iso_2022_jp_spoils_the_remark_alone() -> None:
    reply = read_reply(answer("COMMENT:X").replace(b"COMMENT:X", b"COMMENT:\x1b$Bz"))
    assert (reply.answer, reply.comment) == (Answer.ACCEPTED, "$Bz")


def test_bytes_of_no_encoding_spoil_the_remark_alone() -> None:
    reply = read_reply(answer("COMMENT:X").replace(b"COMMENT:X", b"COMMENT:\xff\xfe\x81"))
    assert (reply.answer, reply.comment) == (Answer.ACCEPTED, "\ufffd" * 3)


def test_a_line_may_be_folded_within_a_character() -> None:
    text = "警" * 100
    assert read_reply(folded(answer(f"COMMENT:{text}"))).comment == text


@pytest.mark.parametrize("around", ["", "message/rfc822", "multipart/mixed", "multipart/signed"])
def test_a_calendar_is_found_however_deep_it_is(around: str) -> None:
    inner = mail(answer()).as_bytes()
    if around.startswith("multipart"):
        inner = b'Content-Type: %s; boundary="="\r\n\r\n--=\r\n%s\r\n--=--\r\n' % (around.encode(), inner)
    elif around:
        inner = b"Content-Type: %s\r\n\r\n%s" % (around.encode(), inner)
    assert read_reply(f"From: {TARO}\r\n".encode() + inner).email == TARO


@pytest.mark.parametrize("kind", ["application/ics", "application/octet-stream"])
def test_an_attached_file_is_enough(kind: str) -> None:
    letter = EmailMessage()
    letter["From"] = TARO
    letter.set_content("出席")
    main, _, sub = kind.partition("/")
    letter.add_attachment(answer(), maintype=main, subtype=sub, filename="回答.ICS")
    assert read_reply(letter.as_bytes()).answer is Answer.ACCEPTED


def test_of_several_calendars_the_first_answer_counts_and_the_inline_one_comes_first() -> None:
    letter = EmailMessage()
    letter["From"] = TARO
    letter.set_content("出席")
    letter.add_attachment(answer(attendee=f"ATTENDEE;PARTSTAT=DECLINED:mailto:{TARO}"), "application", "ics")
    letter.add_attachment(answer(method="REQUEST").decode(), subtype="calendar")
    letter.add_attachment(answer().decode(), subtype="calendar")
    assert read_reply(letter.as_bytes()).answer is Answer.ACCEPTED


def test_a_mail_from_somebody_else_is_told_apart() -> None:
    reply = read_reply(mail(answer(), sender=HANAKO).as_bytes())
    assert reply.by_another
    assert reply.standing(SENT) is Standing.SENT_BY_ANOTHER


def test_sent_by_explains_a_mail_from_somebody_else() -> None:
    attendee = f'ATTENDEE;PARTSTAT=ACCEPTED;SENT-BY="MAILTO:{HANAKO}":mailto:{TARO}'
    reply = read_reply(mail(answer(attendee=attendee), sender=HANAKO).as_bytes())
    assert (reply.sent_by, reply.by_another) == (HANAKO, False)
    assert reply.standing(SENT) is Standing.CURRENT


@pytest.mark.parametrize(
    "sender",
    [
        f"<{TARO.upper()}>",
        f'"office@example.go.jp" <{TARO}>',
        f"=?utf-8?q?office=40example=2Ego=2Ejp=2C?= <{TARO}>",
        f"山田太郎\r\n <{TARO}>",
    ],
)
def test_a_mail_is_from_its_address_whatever_the_name(sender: str) -> None:
    data = f"From: {sender}\r\nContent-Type: text/calendar\r\n\r\n".encode() + answer()
    assert read_reply(data).standing(SENT) is Standing.CURRENT


@pytest.mark.parametrize("codec", ["iso-2022-jp", "cp932", "utf-8"])
def test_a_name_that_was_not_encoded_hides_no_address(codec: str) -> None:
    head = f"From: 山田太郎 <{TARO}>\r\nContent-Type: text/calendar\r\n\r\n".encode(codec)
    assert read_reply(head + answer()).sender == TARO


@pytest.mark.parametrize("sender", ["", "From: \r\n", f"From: {TARO}, {HANAKO}\r\n", "From: taro\r\n", "From: <@>\r\n"])
def test_a_mail_that_is_not_from_one_address_is_refused(sender: str) -> None:
    assert problem(f"{sender}Content-Type: text/calendar\r\n\r\n".encode() + answer()).startswith("From: is ")


ALL = (
    f"ATTENDEE:mailto:{TARO}",
    f"ATTENDEE:mailto:{HANAKO}",
    f"ATTENDEE:mailto:{OFFICE}",
    f"ORGANIZER:mailto:{OFFICE}",
)


def test_of_all_attendees_the_one_who_sent_the_mail_answers() -> None:
    data = calendar(f"UID:{UID}", *ALL)
    assert read_reply(mail(data, sender=HANAKO).as_bytes()).email == HANAKO


def test_the_organizer_among_the_attendees_is_not_who_answers() -> None:
    assert read_reply(calendar(f"UID:{UID}", *ALL[1:])).email == HANAKO
    assert read_reply(calendar(f"UID:{UID}", *ALL[2:])).email == OFFICE


def test_attendees_that_cannot_be_told_apart_are_refused() -> None:
    wanted = "VEVENT.ATTENDEE: is there 2 times; who of them answers cannot be told"
    assert problem(calendar(f"UID:{UID}", *ALL)) == wanted
    assert problem(mail(calendar(f"UID:{UID}", *ALL), sender="x@example.jp").as_bytes()) == wanted


@pytest.mark.parametrize(
    ("sequence", "standing"),
    [(2, Standing.STALE), (3, Standing.CURRENT), (4, Standing.AHEAD)],
)
def test_the_sequence_tells_which_invitation_is_answered(sequence: int, standing: Standing) -> None:
    reply = read_reply(answer().replace(b"SEQUENCE:3", f"SEQUENCE:{sequence}".encode()))
    assert reply.standing(SENT) is standing


def test_another_meeting_and_another_person_are_told_apart() -> None:
    other = read_reply(answer().replace(UID.encode(), b"another"))
    stranger = read_reply(answer(attendee=f"ATTENDEE;PARTSTAT=ACCEPTED:mailto:{HANAKO}"))
    assert other.standing(SENT) is Standing.OTHER_MEETING
    assert stranger.standing(SENT) is Standing.NOT_INVITED


def test_the_uid_is_that_of_the_calendar() -> None:
    [event] = to_calendar(MEETING, locale="ja", stamp=STAMP).events
    assert str(event["UID"]) == UID


@given(strategy.mailings(), st.data())
def test_every_invitee_of_every_mailing_can_answer(mailing: Mailing, data: st.DataObject) -> None:
    invitee = data.draw(st.sampled_from(mailing.invitees))
    said = data.draw(st.sampled_from(Answer))
    partstat = said.value.upper().replace("_", "-")
    event = (
        f"UID:{uid_of(mailing.meeting)}",
        f"SEQUENCE:{mailing.meeting.sequence}",
        f"ATTENDEE;PARTSTAT={partstat}:{uri_of(invitee.email)}",
    )
    reply = read_reply(folded(calendar(*event)))
    assert (reply.answer, reply.standing(mailing)) == (said, Standing.CURRENT)


def counter(*times: str, before: str = "") -> bytes:
    return calendar(f"UID:{UID}", f"ATTENDEE:mailto:{TARO}", *times, method="COUNTER", before=before)


@pytest.mark.parametrize(
    ("start", "end"),
    [
        ("DTSTART:20261201T050000Z", "DTEND:20261201T060000Z"),
        ("DTSTART:20261201T050000Z", "DURATION:PT1H"),
        ("DTSTART;TZID=Asia/Tokyo:20261201T140000", "DTEND;TZID=Asia/Tokyo:20261201T150000"),
        ("DTSTART;TZID=Tokyo Standard Time:20261201T140000", "DTEND;TZID=Europe/Berlin:20261201T070000"),
    ],
)
def test_a_counter_proposes_another_time(start: str, end: str) -> None:
    reply = read_reply(counter(start, end, "X-MS-OLK-ORIGINALSTART:20220208T050000Z"))
    assert reply.method is ReplyMethod.COUNTER
    assert reply.start == dt.datetime(2026, 12, 1, 5, tzinfo=dt.timezone.utc)
    assert reply.end == dt.datetime(2026, 12, 1, 6, tzinfo=dt.timezone.utc)


def test_a_counter_may_propose_a_day_and_no_end() -> None:
    reply = read_reply(counter("DTSTART;VALUE=DATE:20261201"))
    assert (reply.start, reply.end) == (dt.date(2026, 12, 1), None)


def zone(*offsets: str, rule: str = "") -> str:
    parts = [
        f"BEGIN:STANDARD\r\nDTSTART:19000101T000000\r\nTZOFFSETFROM:+0900\r\nTZOFFSETTO:{to}\r\n{rule}END:STANDARD"
        for to in offsets
    ]
    return "\r\n".join(["BEGIN:VTIMEZONE", "TZID:Own", *parts, "END:VTIMEZONE"])


def test_a_zone_of_the_file_with_one_offset_is_understood() -> None:
    reply = read_reply(counter("DTSTART;TZID=Own:20261201T140000", before=zone("+0900", "+0900")))
    assert reply.start == dt.datetime(2026, 12, 1, 5, tzinfo=dt.timezone.utc)


@pytest.mark.parametrize(
    "before", ["", zone("+0900", "+1000"), zone(), zone("+0900").replace("TZOFFSETTO:+0900\r\n", "")]
)
@pytest.mark.parametrize("start", ["DTSTART;TZID=Own:20261201T140000", "DTSTART:20261201T140000"])
def test_an_hour_in_no_known_zone_is_refused(start: str, before: str) -> None:
    assert problem(counter(start, before=before)).startswith("VEVENT.DTSTART: has no time zone")


@pytest.mark.parametrize("spelled", ["VTIMEZONE", "vtimezone", "VTIME\r\n ZONE", "VTIME\r\n\r\n\tZONE"])
def test_a_definition_of_a_zone_cannot_keep_the_reader_busy_nor_change_a_known_zone(spelled: str) -> None:
    hostile = zone("+0900", "+0800", rule="RRULE:FREQ=SECONDLY\r\n").replace("VTIMEZONE", spelled)
    problem(counter("DTSTART;TZID=Own:20261201T140000", before=hostile))
    tokyo = hostile.replace("TZID:Own", "TZID:Asia/Tokyo")
    start = read_reply(counter("DTSTART;TZID=Asia/Tokyo:20261201T140000", before=tokyo)).start
    assert start == dt.datetime(2026, 12, 1, 5, tzinfo=dt.timezone.utc)


def test_a_refresh_asks_for_the_invitation_again() -> None:
    data = calendar(f"UID:{UID}", "DTSTAMP:20261124T010203Z", f"ATTENDEE:mailto:{TARO}", method="REFRESH")
    assert read_reply(data).method is ReplyMethod.REFRESH


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "has no calendar, neither text/calendar nor an .ics; read it as a letter"),
        (b"hello", "has no calendar, neither text/calendar nor an .ics; read it as a letter"),
        (b"\x00" * (LARGEST_REPLY + 1), f"has more than {LARGEST_REPLY} bytes; take large attachments off"),
        (answer("COMMENT:" + "a" * (LARGEST_REPLY // 10)), "VCALENDAR: has more than 500000 characters"),
        (answer()[:-20], BROKEN),
        (answer() * 2, BROKEN),
        (answer(method="REQUEST"), NO_ANSWER),
        (answer(method="DECLINECOUNTER"), NO_ANSWER),
        (answer().replace(b"METHOD:REPLY\r\n", b""), NO_ANSWER),
        (answer(method="REPLY\r\nMETHOD:REPLY"), "VCALENDAR.METHOD: stands in an answer once"),
        (answer().replace(b"VEVENT", b"VTODO"), "VEVENT: stands in an answer once, not 0 times"),
        (answer("END:VEVENT", "BEGIN:VEVENT"), "VEVENT: stands in an answer once, not 2 times"),
        (answer("taro@example.go.jp"), "VEVENT: has a line that is no property of RFC 5545"),
        (answer().replace(f"UID:{UID}\r\n".encode(), b""), "VEVENT.UID: is a text that is not empty"),
        (answer().replace(UID.encode(), b" "), "VEVENT.UID: is a text that is not empty"),
        (answer("UID:2"), "VEVENT.UID: stands in an answer once"),
        (answer().replace(b"E:3", b"E:x"), "VEVENT.SEQUENCE: has not the form that RFC 5545 gives it"),
        (answer().replace(b"E:3", b"E:-1"), "VEVENT.SEQUENCE: is 0 or more, not -1"),
        (answer().replace(b"E:3", b"E:2147483648"), "VEVENT.SEQUENCE: has not the form that RFC 5545 gives it"),
        (answer().replace(b"E:3", b"E:" + b"9" * 5000), "VEVENT.SEQUENCE: has not the form that RFC 5545 gives it"),
        (answer().replace(b"20261124T010203Z", b"now"), "VEVENT.DTSTAMP: has not the form that RFC 5545 gives it"),
        (answer().replace(b"20261124T010203Z", b"20261124"), "VEVENT.DTSTAMP: is a date with an hour, in UTC"),
        (answer(attendee="CLASS:PUBLIC"), "VEVENT.ATTENDEE: is missing; who answers cannot be told"),
        (answer(attendee="ATTENDEE:invalid:nomail"), "VEVENT.ATTENDEE: is no e-mail address"),
        (answer(attendee="ATTENDEE:mailto:taro%0A@example.jp"), "VEVENT.ATTENDEE: is no e-mail address"),
        (answer(attendee=f"ATTENDEE;SENT-BY=taro:mailto:{TARO}"), "VEVENT.ATTENDEE;SENT-BY: is no e-mail address"),
        (answer(attendee=f"ATTENDEE;DELEGATED-TO=taro:mailto:{TARO}"), f"{DELEGATED}: is no e-mail address"),
        (counter(), "VEVENT.DTSTART: is missing; no time is proposed"),
        (counter("DTSTART:taro"), "VEVENT.DTSTART: has not the form that RFC 5545 gives it"),
        (counter("DTSTART:20261201/20261202"), "VEVENT.DTSTART: is missing; no time is proposed"),
        (counter("DTSTART:99991231T235959Z", "DURATION:P9D"), BROKEN),
        (HEAD + b"BEGIN:VEVENT\r\nEND:VEVENT\r\n", "VCALENDAR: is missing; is the file whole?"),
        (HEAD.replace(b"dar", b"dar" + b"; a*0=b" * 600) + answer(), LONG),
        (HEAD.replace(b"dar", b"dar; a=" + b"\r\n b" * 4000) + answer(), LONG),
        (answer("SENT-BY:x", attendee="ATTENDEE:mailto:taro@" + "a" * 1000), "VEVENT.ATTENDEE: is no e-mail address"),
        (b"Content-Type: message/rfc822\r\n\r\n" * 3000, BROKEN),
    ],
)  # fmt: skip
def test_what_is_no_answer_is_refused_with_its_place(data: bytes, said: str) -> None:
    assert problem(data) == said


def test_a_sender_of_many_brackets_is_refused() -> None:
    # Some releases of Python's mail parser run out of stack, others find no address.
    no_sender = "From: is not one e-mail address; who sent it cannot be told"
    assert problem(HEAD.replace(b"taro", b"(" * 1990) + answer()) in {BROKEN, no_sender}


@pytest.mark.parametrize("run", [b"\r\n", b"\n", b"BEGIN:X\r\n", b"COMMENT:x\r\n", b"\r\n x"])
def test_a_long_run_takes_no_long_time(run: bytes) -> None:
    data = answer("COMMENT:1", "COMMENT:2").replace(b"COMMENT:2\r\n", run * 20_000)
    began = time.process_time()
    with suppress(LoadError):
        read_reply(data)
    assert time.process_time() - began < 10


def test_the_problems_of_all_calendars_of_a_mail_are_told_once() -> None:
    letter = mail(answer(method="REQUEST"))
    letter.add_attachment(answer(method="REQUEST"), maintype="application", subtype="ics", filename="invite.ics")
    letter.add_attachment(answer(attendee="CLASS:PUBLIC"), maintype="application", subtype="ics", filename="a.ics")
    assert problem(letter.as_bytes()).splitlines() == [
        NO_ANSWER,
        "VEVENT.ATTENDEE: is missing; who answers cannot be told",
    ]


SAMPLES = [
    from_outlook(),
    from_google(),
    from_apple(),
    from_thunderbird(),
    answer(f"COMMENT:{COMMENT}"),
    counter("DTSTART;TZID=Own:20261201T140000", before=zone("+0900")),
    mail(answer()).as_bytes(),
]


@st.composite
def damaged(draw: st.DrawFn) -> bytes:
    """Draw an answer with pieces cut out, doubled, or replaced by what may hurt."""
    data = draw(st.sampled_from(SAMPLES))
    for _ in range(draw(st.integers(1, 4))):
        start = draw(st.integers(0, len(data)))
        stop = draw(st.integers(start, min(len(data), start + 200)))
        hurt = st.sampled_from(
            [b"\r\n", b"\n ", b'"', b"\\", b";", b":", b"BEGIN:VALARM\r\n", b"\x00", b"\xe8", b"=", b"9" * 30]
        )
        data = data[:start] + draw(st.one_of(hurt, st.binary(max_size=4), st.just(data[start:stop] * 2))) + data[stop:]
    return data


@example(b"")
@example(b"BEGIN:VCALENDAR")
@given(st.one_of(st.binary(), st.binary().map(b"BEGIN:VCALENDAR\r\nMETHOD:REPLY\r\n".__add__), damaged()))
def test_any_bytes_are_an_answer_or_a_load_error(data: bytes) -> None:
    with suppress(LoadError):
        assert isinstance(read_reply(data).standing(SENT), Standing)


@given(strategy.emails, strategy.emails, strategy.person_names)
def test_no_repr_shows_who_answers(email: str, other: str, name: str) -> None:
    reply = Reply(
        method=ReplyMethod.REPLY,
        uid=UID,
        email=email,
        sender=other,
        sent_by=other,
        delegated_to=[other],
        delegated_from=[other],
        comment=f"{name}, {email}",
    )
    assert "@" not in repr(reply)
    assert "comment" not in repr(reply)


@pytest.mark.parametrize(
    ("field", "value", "code"),
    [
        ("method", "reply", "type"),
        ("uid", " ", "blank"),
        ("uid", 1, "blank"),
        ("sequence", -1, "range"),
        ("sequence", True, "type"),
        ("email", "taro", "email"),
        ("email", None, "email"),
        ("email", "taro\n@example.jp", "email"),
        ("answer", "accepted", "type"),
        ("stamp", STAMP.replace(tzinfo=None), "time_zone"),
        ("stamp", STAMP.date(), "time_zone"),
        ("start", STAMP.replace(tzinfo=None), "time_zone"),
        ("end", "tomorrow", "time_zone"),
        ("delegated_to", TARO, "type"),
        ("comment", "", "blank"),
    ],
)
def test_a_reply_refuses_what_is_none(field: str, value: object, code: str) -> None:
    fields: dict[str, object] = {"method": ReplyMethod.REPLY, "uid": UID, "email": TARO, field: value}
    assert strategy.refused(Reply, **fields).code == code
