from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from contextlib import suppress
from importlib.resources import files
from zoneinfo import ZoneInfo

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

import strategies as strategy
from csegroup import AttendeeKind, InvalidValue
from csegroup.example import MEETING
from csegroup.ical import Invitee, InviteeRole, Mailbox, Mailing
from csegroup.ical.mailings import remembered

TAGS = "needs BCP 47 language tags such as 'ja' or 'en-GB', one at least, each once"
LINK = "https://meet.example.go.jp/secret"
SECRET: dict[str, str] = {"email": "secret@example.jp", "name": "秘密 O'Secret", "join_url": LINK, "passcode": "secret"}
OFFICE = Mailbox(email="office@example.go.jp", name={"ja": "少年課"})
TARO = Invitee(email="taro@example.go.jp")


def mailing(**fields: object) -> Mailing:
    return Mailing(**({"meeting": MEETING, "organizer": OFFICE, "invitees": [TARO]} | fields))  # type: ignore[arg-type]


def refusal(make: Callable[..., object], **fields: object) -> str:
    with pytest.raises(InvalidValue) as caught:
        make(**fields)
    assert "ecret" not in str(caught.value)
    assert "秘密" not in str(caught.value)
    return str(caught.value)


def invitee(**fields: object) -> Invitee:
    return Invitee(**({"email": "taro@example.go.jp"} | fields))  # type: ignore[arg-type]


def test_an_invitee_is_told_in_japanese_and_english_where_nothing_else_is_said() -> None:
    assert (TARO.language, TARO.role, TARO.joining) == (("ja", "en"), InviteeRole.REQUIRED, None)


def test_one_language_and_several_are_kept_as_a_tuple() -> None:
    assert invitee(language="ja").language == ("ja",)
    assert invitee(language=["en", "ja"]).language == ("en", "ja")


@pytest.mark.parametrize(
    "value", [*SECRET.values(), ["秘密"], ["secret@example.jp"], b"secret", {"secret": 1}, "secret\n"]
)
@pytest.mark.parametrize("field", [field.name for field in attrs.fields(Invitee) if field.init])
def test_no_message_about_an_invitee_shows_what_was_given(field: str, value: object) -> None:
    with suppress(pytest.fail.Exception):  # for what another field may hold too
        assert refusal(invitee, **{field: value}).startswith(field)


@pytest.mark.parametrize("value", ["secret@example.jp", None, ["secret@example.jp"], {"秘密": "secret"}])
@pytest.mark.parametrize("field", ["organizer", "invitees", "assumed_length", "shared_list"])
def test_no_message_about_a_mailing_shows_an_address(field: str, value: object) -> None:
    if (field, value) != ("assumed_length", None):
        assert refusal(mailing, **{field: value}).startswith(field)


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ({"language": ()}, "language: needs BCP 47 language tags such as 'ja' or 'en-GB', one at least, each once"),
        (
            {"language": ["ja", "JA"]},
            "language[1]: needs BCP 47 language tags such as 'ja' or 'en-GB', one at least, each once",
        ),
        ({"role": "chair"}, "role: needs an InviteeRole such as InviteeRole.CHAIR"),
        ({"kind": "private"}, "kind: needs an AttendeeKind such as AttendeeKind.PRIVATE"),
        ({"time_zone": "Asia/Tokyo"}, "time_zone: needs a ZoneInfo such as ZoneInfo('Asia/Tokyo')"),
        ({"join_url": "http://u:secret@x.jp"}, "join_url: is a whole http or https address, percent-encoded"),
        ({"passcode": "secret\u2028"}, "passcode: holds U+2028, which no text may hold; take it out"),
        ({"name": "秘密\n"}, "name: is empty, or has an empty line or a blank at an end; take it out"),
        ({"name": "秘\u202e密"}, "name: holds U+202E, which no text may hold; take it out"),
    ],
)
def test_a_field_of_an_invitee_is_told_what_it_needs(fields: dict[str, object], message: str) -> None:
    assert refusal(invitee, **fields) == message


def test_a_zone_without_a_name_that_all_machines_know_is_refused() -> None:
    with files("tzdata").joinpath("zoneinfo/Asia/Tokyo").open("rb") as file:
        nameless = ZoneInfo.from_file(file)
    assert refusal(invitee, time_zone=nameless) == "time_zone: needs a ZoneInfo such as ZoneInfo('Asia/Tokyo')"


@given(one=strategy.invitees)
def test_a_repr_holds_nothing_of_who_an_invitee_is(one: Invitee) -> None:
    for written in (repr(one), str(one), repr(one.without_link())):
        for value in (one.email, one.join_url, one.passcode, one.joining):
            assert value is None or value not in written
    assert repr(one) == repr(attrs.evolve(one, email="x@example.org", name="x", join_url=LINK, passcode="1"))


@given(told=strategy.mailings(), other=st.lists(strategy.invitees, min_size=1, max_size=1))
def test_a_repr_of_a_mailing_holds_the_number_of_invitees_alone(told: Mailing, other: list[Invitee]) -> None:
    one = attrs.evolve(told, invitees=told.invitees[:1])
    assert repr(one) == repr(attrs.evolve(told, invitees=other))
    assert f"invitees=<{len(told.invitees)}>" in repr(told)


@given(one=strategy.invitees)
def test_without_a_link_an_invitee_is_the_same_but_for_the_way_to_join(one: Invitee) -> None:
    kept = one.without_link()
    assert (kept.join_url, kept.passcode, kept.joining) == (None, None, one.joining)
    assert kept.without_link() == kept
    for name in ("email", "name", "language", "role", "time_zone", "kind"):
        assert getattr(kept, name) == getattr(one, name)
    assert (one.joining is None) == (one.join_url is one.passcode is None)


@given(one=strategy.invitees)
def test_a_new_way_to_join_is_told_by_the_digest(one: Invitee) -> None:
    for change in ({"join_url": f"{LINK}/new"}, {"passcode": "new-9"}):
        changed = attrs.evolve(one, **change)  # type: ignore[arg-type]
        assert changed.joining not in {None, one.joining}
        assert attrs.evolve(changed, join_url=one.join_url, passcode=one.passcode) == one
    assert attrs.evolve(one, role=InviteeRole.CHAIR, language="fr", name=None).joining == one.joining


def test_the_digest_tells_two_people_with_one_link_apart_and_a_link_from_a_passcode() -> None:
    ways = [
        invitee(join_url=LINK),
        invitee(join_url=LINK, email="hana@example.go.jp"),
        invitee(passcode=LINK),
        invitee(join_url=LINK, passcode="1"),
    ]
    assert len({one.joining for one in ways}) == len(ways)


def test_a_digest_is_given_back_to_who_was_kept_without_a_link() -> None:
    assert remembered(invitee(), "0" * 64).joining == "0" * 64


def test_equal_invitees_have_one_hash() -> None:
    assert len({invitee(join_url=LINK), invitee(join_url=LINK), invitee()}) == 2


def test_a_mailbox_reads_a_name_before_its_address() -> None:
    assert Mailbox.parse("少年課 <office@example.go.jp>") == Mailbox(
        email="office@example.go.jp", name={"und": "少年課"}
    )
    assert Mailbox.parse("office@example.go.jp").name is None


@pytest.mark.parametrize(
    ("name", "message"),
    [
        (
            {"ja": "少年課", "en": 'The "Office"'},
            "name.en: has a \", which not all calendar programs read; take ' or 「」",
        ),
        ({"ja": "少年\n課"}, "name.ja: stands on one line; take the line break out"),
        ({}, "name: needs a text in one language at least"),
    ],
)
def test_the_name_of_a_mailbox_can_stand_before_its_address(name: dict[str, str], message: str) -> None:
    assert refusal(Mailbox, email="office@example.go.jp", name=name) == message


@pytest.mark.parametrize("text", ["secret", "Secret, Ann <secret@example.jp>", "secret@example.jp\r\nBcc: secret@x.jp"])
def test_what_is_no_mailbox_is_refused_and_not_shown(text: str) -> None:
    assert refusal(Mailbox.parse, text=text).startswith("email: ")


@pytest.mark.parametrize(
    "length",
    [dt.timedelta(0), dt.timedelta(days=1, seconds=1), dt.timedelta(seconds=1.5), dt.timedelta(-1), 60],
)
def test_an_assumed_length_is_whole_seconds_up_to_a_day(length: object) -> None:
    assert refusal(mailing, assumed_length=length).startswith("assumed_length: is a timedelta of whole seconds")
    assert mailing(assumed_length=dt.timedelta(days=1)).assumed_length == dt.timedelta(days=1)


def test_a_mailing_has_somebody_to_tell() -> None:
    assert refusal(mailing, invitees=[]) == ("invitees: is empty; give one at least, or cancel the meeting for all")


@pytest.mark.parametrize("again", ["SECRET@example.jp", "secret@EXAMPLE.JP"])
def test_nobody_is_invited_twice(again: str) -> None:
    twice = [TARO, Invitee(email="secret@example.jp"), Invitee(email=again)]
    assert refusal(mailing, invitees=twice) == ("invitees[2].email: is that of invitees[1] a second time; take one out")


def test_a_wrong_invitee_is_named_by_its_place() -> None:
    assert refusal(mailing, invitees=[TARO, "secret@example.jp"]) == "invitees[1]: needs a list of Invitee"


def test_a_mailing_needs_a_meeting() -> None:
    assert refusal(mailing, meeting=None) == "meeting: needs Meeting, not None"


def test_a_mailing_is_a_frozen_value() -> None:
    assert mailing(invitees=iter([TARO])) == mailing()
    assert hash(mailing()) == hash(mailing())
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        mailing().shared_list = True  # type: ignore[misc]


def test_all_fields_of_an_invitee_are_kept() -> None:
    one = invitee(kind=AttendeeKind.PRIVATE, time_zone=ZoneInfo("Europe/London"), name="山田太郎")
    assert (one.kind, one.time_zone, one.name) == (AttendeeKind.PRIVATE, ZoneInfo("Europe/London"), "山田太郎")
