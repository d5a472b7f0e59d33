from __future__ import annotations

import itertools

import pytest
from hypothesis import given

import strategies as strategy
from csegroup import InWriting, LocalizedText, OnlineVenue, PostalAddress, Venue
from csegroup.meetings import Place
from csegroup.wording import format_postal_address
from csegroup.wording.locales import words_for
from csegroup.wording.phrases import Phrase, plain
from csegroup.wording.places import of_places, of_postal_address

ENGLISH, JAPANESE = words_for("en"), words_for("ja")
COUNTRIES = ("JP", "US", "AU", "AT", "BE", "CA", "CH", "DE", "ES", "FR", "GB", "IT", "NL", "SE", "KR")
KASUMIGASEKI = PostalAddress(
    postal_code="100-8974",
    region={"en": "Tokyo", "ja": "東京都"},
    locality={"en": "Chiyoda-ku", "ja": "千代田区"},
    street={"en": "2-1-2 Kasumigaseki", "ja": "霞が関2-1-2"},
)


def addressed(address: PostalAddress) -> tuple[str, str]:
    return format_postal_address(address, locale="en"), format_postal_address(address, locale="ja")


def placed(place: Place) -> tuple[str, str]:
    return plain(of_places([place], ENGLISH)[0]), plain(of_places([place], JAPANESE)[0])


def abroad(country: str, street: str, locality: str, code: str, region: str | None = None) -> PostalAddress:
    return PostalAddress(
        country=country,
        postal_code=code,
        region={"und": region} if region else None,
        locality={"und": locality},
        street={"und": street},
    )


def some_of(country: str, parts: list[str]) -> PostalAddress:
    street, locality, region = (
        LocalizedText({"und": part}) if part in parts else None for part in ("St 1", "Town", "Land")
    )
    code = "100-8974" if "100-8974" in parts else None
    return PostalAddress(country=country, postal_code=code, region=region, locality=locality, street=street)


def test_a_japanese_address_is_written_as_the_post_does_and_as_a_letter_from_abroad() -> None:
    assert addressed(KASUMIGASEKI) == (
        "2-1-2 Kasumigaseki, Chiyoda-ku, Tokyo 100-8974, Japan",
        "〒100-8974　東京都千代田区霞が関2-1-2",
    )


@pytest.mark.parametrize(
    ("address", "english"),
    [
        (
            abroad("GB", "10 Downing Street", "London", "SW1A 2AA"),
            "10 Downing Street, London, SW1A 2AA, United Kingdom",
        ),
        (
            abroad("GB", "1 High Street", "Guildford", "GU1 3DE", "Surrey"),
            "1 High Street, Guildford, Surrey, GU1 3DE, United Kingdom",
        ),
        (abroad("DE", "Willy-Brandt-Straße 1", "Berlin", "10557"), "Willy-Brandt-Straße 1, 10557 Berlin, Germany"),
        (
            abroad("US", "250 Hamilton Ave", "Palo Alto", "94301", "CA"),
            "250 Hamilton Ave, Palo Alto, CA 94301, United States",
        ),
        (abroad("AU", "Parliament Dr", "Canberra", "2600", "ACT"), "Parliament Dr, Canberra ACT 2600, Australia"),
        (abroad("CA", "111 Wellington St", "Ottawa", "K1A 0A9", "ON"), "111 Wellington St, Ottawa ON K1A 0A9, Canada"),
        (
            abroad("KR", "97 Tongil-ro", "Seodaemun-gu", "03739", "Seoul"),
            "97 Tongil-ro, Seodaemun-gu, Seoul 03739, South Korea",
        ),
    ],
)
def test_other_countries_have_their_own_order(address: PostalAddress, english: str) -> None:
    assert format_postal_address(address, locale="en") == english


@pytest.mark.parametrize("country", ["AT", "BE", "CH", "DE", "ES", "FR", "IT", "NL", "SE"])
def test_on_the_continent_the_code_stands_before_the_town(country: str) -> None:
    text = format_postal_address(abroad(country, "Rue 1", "Town", "12345"), locale="en")
    assert text.startswith("Rue 1, 12345 Town, ")


def test_a_foreign_address_in_japanese_begins_with_the_country_and_has_no_mark_of_the_japanese_post() -> None:
    address = PostalAddress(
        country="FR",
        postal_code="75002",
        region={"en": "Île-de-France", "ja": "イル・ド・フランス地域"},
        locality={"en": "Paris", "ja": "パリ市"},
        street={"en": "25 rue de la Paix", "ja": "ラ・ペ通り25"},
    )
    assert addressed(address) == (
        "25 rue de la Paix, 75002 Paris, Île-de-France, France",
        "フランス　75002　イル・ド・フランス地域パリ市ラ・ペ通り25",
    )


def test_a_country_that_has_no_name_keeps_its_letters() -> None:
    address = PostalAddress(country="QQ", postal_code="1", street={"en": "Street 1", "ja": "一番通り1"})
    assert addressed(address) == ("Street 1, 1, QQ", "QQ　1　一番通り1")


def test_an_address_in_one_language_is_written_in_that_languages_order() -> None:
    address = PostalAddress(region={"ja": "東京都"}, locality={"ja": "港区", "en": "Minato-ku"}, postal_code="105-0011")
    assert of_postal_address(address, ENGLISH) == Phrase("〒105-0011　東京都港区", "ja")


@pytest.mark.parametrize("country", COUNTRIES)
def test_a_missing_part_leaves_no_stray_separator(country: str) -> None:
    for some in itertools.product((True, False), repeat=4):
        parts = list(itertools.compress(("St 1", "Town", "100-8974", "Land"), some))
        if parts in ([], ["100-8974"]):
            continue
        for text in addressed(some_of(country, parts)):
            assert text == text.strip(" ,　")
            assert not any(stray in text for stray in ("  ", ", ,", " ,", "　　", "〒　"))


@pytest.mark.parametrize("country", COUNTRIES)
def test_every_part_of_an_address_stands_in_it_once(country: str) -> None:
    parts = ["St 1", "Town", "100-8974", "Land"]
    for text in addressed(some_of(country, parts)):
        assert [text.count(part) for part in parts] == [1, 1, 1, 1]


@given(strategy.postal_addresses)
def test_every_part_of_an_address_is_written(address: PostalAddress) -> None:
    for text in addressed(address):
        for part in filter(None, (address.region, address.locality, address.street)):
            assert any(value in text for value in part.values())
        assert (address.postal_code or "") in text


def test_a_building_stands_with_its_room_and_its_address() -> None:
    venue = Venue(
        name={"en": "Government Building No. 2", "ja": "中央合同庁舎第2号館"},
        room={"en": "Main Room", "ja": "大会議室"},
        postal_address=KASUMIGASEKI,
    )
    assert placed(venue) == (
        "Main Room, Government Building No. 2, 2-1-2 Kasumigaseki, Chiyoda-ku, Tokyo 100-8974, Japan",
        "中央合同庁舎第2号館大会議室（〒100-8974　東京都千代田区霞が関2-1-2）",
    )


def test_a_building_stands_without_what_is_not_known() -> None:
    assert placed(Venue(name={"en": "City Hall", "ja": "市役所"})) == ("City Hall", "市役所")
    assert placed(Venue(name={"ja": "警察総合庁舎"}, room={"ja": "大会議室"}))[1] == "警察総合庁舎大会議室"


def test_building_and_room_are_in_one_language() -> None:
    venue = Venue(name={"ja": "福\ufa1b会館"}, room={"en": "Hall A", "ja": "大ホール"})
    assert of_places([venue], ENGLISH)[0] == (Phrase("福\ufa1b会館大ホール", "ja"),)


def test_a_meeting_on_line_says_so_and_names_the_system() -> None:
    assert placed(OnlineVenue()) == ("On-line system", "Web会議による開催")
    assert placed(OnlineVenue(name={"und": "Webex"})) == ("On-line system (Webex)", "Web会議による開催（Webex）")


def test_a_meeting_in_writing_says_so() -> None:
    assert placed(InWriting()) == ("Held in writing", "書面開催")
