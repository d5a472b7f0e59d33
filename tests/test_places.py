from __future__ import annotations

import pytest

import strategies as strategy
from csegroup import InWriting, OnlineVenue, PostalAddress, Venue

CHIYODA = {"en": "Chiyoda-ku", "ja": "千代田区"}


def test_a_postal_address_is_japanese_unless_it_says_otherwise() -> None:
    assert PostalAddress(locality=CHIYODA, postal_code="100-8974").country == "JP"


@pytest.mark.parametrize("code", ["1008974", "〒100-8974", "１００－８９７４", "100-897", "100-8974\n", "", 1008974])
def test_a_japanese_postal_code_has_three_digits_a_hyphen_and_four(code: object) -> None:
    error = strategy.refused(PostalAddress, locality=CHIYODA, postal_code=code)
    assert error.field == "postal_code"
    assert error.code in {"form", "type", "blank"}


def test_the_form_of_a_japanese_postal_code_is_told() -> None:
    error = strategy.refused(PostalAddress, locality=CHIYODA, postal_code="1008974")
    assert (error.code, error.field) == ("form", "postal_code")
    assert error.message == "is three digits, a hyphen, four digits, without 〒, not '1008974'"


@pytest.mark.parametrize(("country", "code"), [("GB", "SW1A 2AA"), ("US", "20500-0003"), ("IE", "D02 X285")])
def test_a_postal_code_from_abroad_is_any_string(country: str, code: str) -> None:
    assert PostalAddress(country=country, postal_code=code, street={"und": "1 Example Street"}).postal_code == code


def test_a_postal_code_stands_on_one_line() -> None:
    error = strategy.refused(PostalAddress, country="GB", postal_code="SW1A\n2AA", street={"und": "1 Example Street"})
    assert (error.code, error.field) == ("newline", "postal_code")


@pytest.mark.parametrize("fields", [{}, {"postal_code": "100-8974"}, {"country": "GB"}])
def test_a_postal_address_of_no_place_is_refused(fields: dict[str, str]) -> None:
    error = strategy.refused(PostalAddress, **fields)
    assert (error.code, error.field) == ("missing", "locality")
    assert error.message == "is missing; give a region, a locality or a street"


@pytest.mark.parametrize("part", ["region", "locality", "street"])
def test_one_part_is_enough_for_a_postal_address(part: str) -> None:
    address = PostalAddress(**{part: CHIYODA})  # type: ignore[arg-type] # the checker sees only strings
    assert getattr(address, part) == CHIYODA


@pytest.mark.parametrize("part", ["region", "locality", "street"])
def test_a_part_of_a_postal_address_says_its_language_and_stands_on_one_line(part: str) -> None:
    bare = strategy.refused(PostalAddress, **{part: "千代田区"})
    assert (bare.code, bare.field) == ("type", part)
    broken = strategy.refused(PostalAddress, **{part: {"ja": "千代田区\n霞が関"}})
    assert (broken.code, broken.field) == ("newline", f"{part}.ja")
    assert broken.message == "stands on one line; take the line break out"


def test_an_unknown_country_is_refused_before_the_postal_code() -> None:
    error = strategy.refused(PostalAddress, country="jp", postal_code="1", locality=CHIYODA)
    assert (error.code, error.field) == ("form", "country")


@pytest.mark.parametrize(
    ("fields", "code", "field"),
    [
        ({"name": None}, "type", "name"),
        ({"name": "警察総合庁舎"}, "type", "name"),
        ({"name": {"ja": "警察\n庁舎"}}, "newline", "name.ja"),
        ({"name": {"ja": "警察総合庁舎"}, "room": "大会議室"}, "type", "room"),
        ({"name": {"ja": "警察総合庁舎"}, "room": {"en": "Hall "}}, "blank", "room.en"),
        ({"name": {"ja": "警察総合庁舎"}, "postal_address": "千代田区"}, "type", "postal_address"),
    ],
)
def test_a_venue_has_a_name_and_perhaps_a_room_and_an_address(fields: dict[str, object], code: str, field: str) -> None:
    error = strategy.refused(Venue, **fields)
    assert (error.code, error.field) == (code, field)


def test_an_online_venue_needs_nothing() -> None:
    assert OnlineVenue() == OnlineVenue(name=None, url=None)


@pytest.mark.parametrize(
    ("fields", "code", "field"),
    [
        ({"name": "Web会議"}, "type", "name"),
        ({"name": {"ja": "Web\n会議"}}, "newline", "name.ja"),
        ({"url": "https://user:passcode@example.org/"}, "url", "url"),
    ],
)
def test_an_online_venue_has_a_name_on_one_line_and_a_public_page(
    fields: dict[str, object], code: str, field: str
) -> None:
    error = strategy.refused(OnlineVenue, **fields)
    assert (error.code, error.field) == (code, field)


def test_there_is_one_way_to_meet_in_writing() -> None:
    assert len({InWriting(), InWriting(), OnlineVenue()}) == 2
