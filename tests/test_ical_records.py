from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable
from contextlib import suppress
from typing import Any
from zoneinfo import ZoneInfo

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

import strategies as strategy
from csegroup import AttendeeKind, InvalidValue, LoadError
from csegroup.example import MEETING
from csegroup.ical import Invitee, InviteeRole, Mailbox, Mailing, records
from csegroup.ical.records import dump_mailing, load_mailing
from csegroup.json import Limits

TAGS = "needs BCP 47 language tags such as 'ja' or 'en-GB', one at least, each once"
NOW = dt.datetime(2026, 11, 24, 3, 4, 5, tzinfo=dt.timezone.utc)
HANA = Invitee(
    email="hana@例え.jp",
    name="𠮷田, 花子; ｶﾅ",
    language="en",
    role=InviteeRole.CHAIR,
    time_zone=ZoneInfo("Europe/London"),
    kind=AttendeeKind.PRIVATE,
    join_url="https://meet.example.go.jp/secret",
    passcode="pass-1234",
)
MAILING = Mailing(
    meeting=MEETING,
    organizer=Mailbox(email="office@example.go.jp", name={"ja": "少年課", "en": "Juvenile Division"}),
    invitees=[Invitee(email="taro@example.go.jp"), HANA],
    assumed_length=dt.timedelta(hours=2),
)
stamps = st.datetimes(dt.datetime(1000, 1, 1), dt.datetime(9000, 1, 1), timezones=strategy.zones)  # noqa: DTZ001


def document() -> Any:  # noqa: ANN401 - plain JSON
    return json.loads(dump_mailing(MAILING, stamp=NOW))


def problems(change: Callable[[Any], object]) -> list[str]:
    changed = document()
    change(changed)
    with pytest.raises(LoadError) as caught:
        load_mailing(json.dumps(changed).encode())
    return [str(problem) for problem in caught.value.problems]


@given(mailing=strategy.mailings(), stamp=stamps)
def test_a_mailing_is_read_back_without_the_ways_to_join(mailing: Mailing, stamp: dt.datetime) -> None:
    data = dump_mailing(mailing, stamp=stamp)
    kept = attrs.evolve(mailing, invitees=[one.without_link() for one in mailing.invitees])
    assert load_mailing(data) == (kept, stamp.astimezone(dt.timezone.utc))
    assert dump_mailing(kept, stamp=stamp.astimezone(dt.timezone.utc)) == data


@given(mailing=strategy.mailings())
def test_no_link_and_no_passcode_is_in_a_record(mailing: Mailing) -> None:
    data = dump_mailing(mailing, stamp=NOW)
    for one in mailing.invitees:
        for secret in filter(None, (one.join_url, one.passcode)):
            assert secret.encode() not in data
    assert b"meet.example.go.jp" not in data
    assert b'"pass' not in data


def test_a_record_is_json_with_one_invitee_a_line() -> None:
    lines = dump_mailing(MAILING, stamp=NOW).decode().splitlines()
    others = f'"time_zone": "Europe/London", "kind": "private", "joining": "{HANA.joining}"'
    assert lines[:4] == [
        "{",
        '  "format": "csegroup.mailing",',
        '  "version": 1,',
        '  "stamp": "2026-11-24T03:04:05+00:00",',
    ]
    assert lines[-5:] == [
        '  "invitees": [',
        '    {"email": "taro@example.go.jp", "language": ["ja", "en"], "role": "required"},',
        f'    {{"email": "hana@例え.jp", "name": "𠮷田, 花子; ｶﾅ", "language": ["en"], "role": "chair", {others}}}',
        "  ]",
        "}",
    ]


def test_a_record_holds_the_meeting_as_its_own_file_does() -> None:
    kept = document()
    assert kept["meeting"]["format"] == "csegroup.meeting"
    assert kept["assumed_length"] == 7200
    assert kept["organizer"] == {"email": "office@example.go.jp", "name": {"ja": "少年課", "en": "Juvenile Division"}}


def test_a_stamp_has_a_zone_and_keeps_its_fraction() -> None:
    with pytest.raises(InvalidValue, match="stamp: needs a zone"):
        dump_mailing(MAILING, stamp=NOW.replace(tzinfo=None))
    fine = NOW.replace(microsecond=5)
    assert load_mailing(dump_mailing(MAILING, stamp=fine))[1] == fine


def test_a_stamp_that_utc_cannot_write_is_refused() -> None:
    with pytest.raises(InvalidValue, match="stamp: is outside of the calendar"):
        dump_mailing(MAILING, stamp=dt.datetime.min.replace(tzinfo=dt.timezone(dt.timedelta(hours=9))))


def test_a_mailing_larger_than_what_is_read_is_not_written(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(records, "_LIMITS", Limits(bytes=2 * 1024 * 1024))
    many = [Invitee(email=f"{n}@example.go.jp", name="山" * 3000) for n in range(300)]
    with pytest.raises(InvalidValue, match="larger than 2 MiB"):
        dump_mailing(attrs.evolve(MAILING, invitees=many), stamp=NOW)


@given(data=st.binary())
def test_any_bytes_are_a_mailing_or_a_load_error(data: bytes) -> None:
    with pytest.raises(LoadError):
        load_mailing(data)


_plain = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(max_size=5)
    | st.sampled_from(["ja", "chair", "Asia/Tokyo"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=5,
)


def _places(value: object, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    inside = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [path, *(place for step, inner in inside for place in _places(inner, (*path, step)))]


PLACES = [place for place in _places(document()) if place]


@given(place=st.sampled_from(PLACES), value=_plain)
def test_any_change_gives_a_mailing_or_a_load_error(place: tuple[Any, ...], value: object) -> None:
    changed = document()
    inner = changed
    for step in place[:-1]:
        inner = inner[step]
    inner[place[-1]] = value
    with suppress(LoadError):
        mailing, stamp = load_mailing(json.dumps(changed).encode())
        assert load_mailing(dump_mailing(mailing, stamp=stamp)) == (mailing, stamp)


@pytest.mark.parametrize(
    ("key", "value", "message"),
    [
        (
            "email",
            "secret",
            "email: is no e-mail address such as office@example.go.jp; one @ and a domain with a dot are missing",
        ),
        ("email", ["secret"], "email: is a text"),
        ("name", 'Secret "X"', "name: has a \", which not all calendar programs read; take ' or 「」"),
        ("name", None, "name: is a text"),
        ("language", "ja", "language: is a list"),
        ("language", [], f"language: {TAGS}"),
        ("language", ["ja", 5], "language[1]: is a text"),
        (
            "language",
            ["ja", "Secret"],
            f"language[1]: {TAGS}",
        ),
        ("role", "secret", "role: is one of 'chair', 'required', 'optional', 'observer'"),
        ("role", ["secret"], "role: is one of 'chair', 'required', 'optional', 'observer'"),
        ("kind", "secret", "kind: is one of 'private', 'international', 'government', 'prefectural_police', 'other'"),
        ("time_zone", "Secret/Place", "time_zone: is an IANA name such as 'Asia/Tokyo'"),
        ("joining", "secret", "joining: is 64 digits of 0-9 and a-f"),
        ("joining", 5, "joining: is 64 digits of 0-9 and a-f"),
    ],
)
def test_what_is_wrong_with_an_invitee_is_named_by_its_place_and_not_shown(
    key: str, value: object, message: str
) -> None:
    assert problems(lambda found: found["invitees"][1].update({key: value})) == [f"invitees[1].{message}"]


@pytest.mark.parametrize("key", ["join_url", "passcode", "secret"])
def test_an_unknown_key_is_refused_and_not_shown(key: str) -> None:
    told = "has a key that no record has; take it out, or install a newer csegroup"
    assert problems(lambda found: found["invitees"][0].update({key: "x"})) == [f"invitees[0]: {told}"]
    assert problems(lambda found: found["organizer"].update({key: "x"})) == [f"organizer: {told}"]
    assert problems(lambda found: found.update({key: "x"})) == [told]


def test_a_key_that_stands_twice_is_refused() -> None:
    data = dump_mailing(MAILING, stamp=NOW).replace(b'"stamp":', b'"stamp":null,"stamp":', 1)
    with pytest.raises(LoadError, match="the document holds the key 'stamp' twice in one object"):
        load_mailing(data)


def test_all_problems_are_told_at_once() -> None:
    def spoil(found: Any) -> None:  # noqa: ANN401
        del found["stamp"]
        found["organizer"] = {"name": []}
        found["assumed_length"] = 0
        found["shared_list"] = "no"
        found["meeting"]["number"] = -1
        found["invitees"][0] |= {"role": "x", "kind": "y"}
        found["invitees"][1] = None

    assert problems(spoil) == [
        "stamp: is missing",
        "organizer.email: is missing",
        "organizer.name: is a text by language, such as {'ja': …}",
        "assumed_length: is a whole number of seconds, up to a day",
        "shared_list: is true or false",
        "meeting.number: is 1 or more, not -1",
        "invitees[0].role: is one of 'chair', 'required', 'optional', 'observer'",
        "invitees[0].kind: is one of 'private', 'international', 'government', 'prefectural_police', 'other'",
        "invitees[1]: is an object",
    ]


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (
            {"format": "csegroup.meeting"},
            "format: is 'csegroup.mailing' in the record of a mailing, and here it is not",
        ),
        ({"version": True}, "version: is the whole number 1, or the record needs a newer csegroup"),
        ({"version": 2}, "version: is the whole number 1, or the record needs a newer csegroup"),
        ({"stamp": "2026-11-24T03:04:05"}, "stamp: is a time in UTC such as '2022-02-08T05:00:00+00:00'"),
        ({"stamp": "2026-13-24T03:04:05+00:00"}, "stamp: is a time in UTC such as '2022-02-08T05:00:00+00:00'"),
        ({"stamp": 5}, "stamp: is a time in UTC such as '2022-02-08T05:00:00+00:00'"),
        ({"assumed_length": True}, "assumed_length: is a whole number of seconds, up to a day"),
        ({"assumed_length": 10**20}, "assumed_length: is a whole number of seconds, up to a day"),
        ({"organizer": {"email": "secret@"}}, "organizer.email: is no e-mail address such as office@example.go.jp"),
        ({"organizer": {"email": "a@example.jp", "name": {"ja": ["secret"]}}}, "organizer.name: is a text"),
        ({"invitees": []}, "invitees: is empty; give one at least, or cancel the meeting for all"),
    ],
)
def test_what_is_wrong_with_a_record_is_named_by_its_place(change: dict[str, object], message: str) -> None:
    (found,) = problems(lambda kept: kept.update(change))
    assert found == message
    assert "secret" not in found


def test_the_same_invitee_twice_is_named_by_both_places() -> None:
    told = problems(
        lambda found: found["invitees"].append({"email": "TARO@example.go.jp", "language": ["ja"], "role": "chair"})
    )
    assert told == ["invitees[2].email: is that of invitees[0] a second time; take one out"]


@pytest.mark.parametrize("data", [b"[]", b"null", b'"csegroup.mailing"', b"{}"])
def test_what_is_no_record_is_told_so(data: bytes) -> None:
    with pytest.raises(LoadError, match=r"format: is 'csegroup\.mailing'"):
        load_mailing(data)


def test_a_length_that_was_not_assumed_is_left_out() -> None:
    kept, _ = load_mailing(dump_mailing(attrs.evolve(MAILING, assumed_length=None), stamp=NOW))
    assert kept.assumed_length is None
