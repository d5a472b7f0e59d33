"""Where a meeting is held: a room with its postal address, on-line, or in writing."""

from __future__ import annotations

from typing import final

import attrs

from csegroup.errors import InvalidValue
from csegroup.fields import a_country, a_line, a_string, a_url, an_instance, check, matching, optional
from csegroup.text import LocalizedText, optional_text, to_text

__all__ = ["JAPANESE_POSTAL_CODE", "InWriting", "OnlineVenue", "PostalAddress", "Venue"]

JAPANESE_POSTAL_CODE = matching("[0-9]{3}-[0-9]{4}", "three digits, a hyphen, four digits, without 〒")


@final
@attrs.frozen(kw_only=True)
class PostalAddress:
    """An address as a post office knows it; the order of its parts is the country's, not the data's.

    In Japanese the parts are as the post writes them (東京都, 千代田区, 霞が関2-1-2), in English as a
    letter from abroad is addressed (Tokyo, Chiyoda-ku, 2-1-2 Kasumigaseki). `country` is ISO 3166-1;
    a Japanese `postal_code` has seven digits. Raises `InvalidValue`.

    >>> PostalAddress(locality={"en": "Chiyoda-ku", "ja": "千代田区"}).country
    'JP'
    """

    country: str = attrs.field(default="JP", validator=check(a_country))
    postal_code: str | None = attrs.field(default=None, validator=check(optional(a_string)))
    region: LocalizedText | None = attrs.field(default=None, converter=optional_text, validator=check(optional(a_line)))
    locality: LocalizedText | None = attrs.field(
        default=None, converter=optional_text, validator=check(optional(a_line))
    )
    street: LocalizedText | None = attrs.field(default=None, converter=optional_text, validator=check(optional(a_line)))

    def __attrs_post_init__(self) -> None:
        if self.country == "JP":
            optional(JAPANESE_POSTAL_CODE)("postal_code", self.postal_code)
        if not (self.region or self.locality or self.street):
            raise InvalidValue("missing", "locality", "is missing; give a region, a locality or a street")


@final
@attrs.frozen(kw_only=True)
class Venue:
    """A place where people meet: a building, perhaps a room in it. Raises `InvalidValue`.

    >>> Venue(name={"ja": "警察総合庁舎"}, room={"ja": "大会議室"}).room["ja"]
    '大会議室'
    """

    name: LocalizedText = attrs.field(converter=to_text, validator=check(a_line))
    room: LocalizedText | None = attrs.field(default=None, converter=optional_text, validator=check(optional(a_line)))
    postal_address: PostalAddress | None = attrs.field(
        default=None, validator=check(optional(an_instance(PostalAddress)))
    )


@final
@attrs.frozen(kw_only=True)
class OnlineVenue:
    """A meeting on-line; `url` is a page for the public, never the link that lets a person in.

    How to join is told to those invited alone, so that no record can leak it. Raises `InvalidValue`.

    >>> OnlineVenue(url="https://www.example.go.jp/live").name is None
    True
    """

    name: LocalizedText | None = attrs.field(default=None, converter=optional_text, validator=check(optional(a_line)))
    url: str | None = attrs.field(default=None, validator=check(optional(a_url)))


@final
@attrs.frozen(kw_only=True)
class InWriting:
    """書面開催: nobody meets; the meeting's `day` is the one by which answers are due, or the day it was held.

    >>> InWriting()
    InWriting()
    """
