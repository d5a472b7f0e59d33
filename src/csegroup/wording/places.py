"""Venues and postal addresses, each in the order of its country."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple, assert_never, final

from babel.core import get_global

from csegroup.meetings import Place
from csegroup.places import InWriting, OnlineVenue, PostalAddress, Venue
from csegroup.text import language_of
from csegroup.wording.messages import (
    IN_WRITING,
    ON_LINE,
    ON_LINE_BESIDES,
    ON_LINE_NAMED,
    POSTAL_CODE,
    ROOM,
    WITH_ADDRESS,
)
from csegroup.wording.names import Say, composed
from csegroup.wording.phrases import Line, Phrase
from csegroup.wording.texts import of_text
from csegroup.wording.words import Words

__all__ = ["of_places", "of_postal_address"]


@final
class _Order(NamedTuple):
    """The parts of an address line by line, and what stands between them."""

    lines: tuple[str, ...]
    within: str = " "
    between: str = ", "


_AS_A_LETTER_FROM_ABROAD = _Order(("street", "locality", "region postal_code", "country"))
_CODE_BEFORE_THE_TOWN = _Order(("street", "postal_code locality", "region", "country"))
_CODE_ON_ITS_OWN = _Order(("street", "locality", "region", "postal_code", "country"))
_CODE_BEHIND_THE_STATE = _Order(("street", "locality region postal_code", "country"))

# The parts follow the addressing pages of the Universal Postal Union; a country that is missing takes the first order.
_ORDERS: Mapping[str, _Order] = {
    "AU": _CODE_BEHIND_THE_STATE,
    "AT": _CODE_BEFORE_THE_TOWN,
    "BE": _CODE_BEFORE_THE_TOWN,
    "CA": _CODE_BEHIND_THE_STATE,
    "CH": _CODE_BEFORE_THE_TOWN,
    "DE": _CODE_BEFORE_THE_TOWN,
    "ES": _CODE_BEFORE_THE_TOWN,
    "FR": _CODE_BEFORE_THE_TOWN,
    "GB": _CODE_ON_ITS_OWN,
    "IT": _CODE_BEFORE_THE_TOWN,
    "NL": _CODE_BEFORE_THE_TOWN,
    "SE": _CODE_BEFORE_THE_TOWN,
}


def of_postal_address(address: PostalAddress, words: Words) -> str | Phrase:
    """Write an address on one line, as the post does in its own language and as a letter does in others."""
    texts = [text for text in (address.region, address.locality, address.street) if text]
    return composed(texts, words, lambda own, say: _in_order(address, own, say))


def _order(address: PostalAddress, words: Words) -> _Order:
    if not words.catalogue.table.largest_first:
        return _ORDERS.get(address.country, _AS_A_LETTER_FROM_ABROAD)
    # Kanji need no blank between the parts of a line, Latin letters do.
    latin = any(
        part.isascii() for text in (address.locality, address.street) if text for _, part in [text.best(words.locale)]
    )
    within, between = ("" if words.wide and not latin else " ", "　" if words.wide else " ")
    lines = ("postal_code", "region locality street")
    return _Order(lines if _at_home(address, words) else ("country", *lines), within, between)


def _at_home(address: PostalAddress, words: Words) -> bool:
    """Tell whether an address is in the country that the language of the words is mostly spoken in."""
    likely = str(get_global("likely_subtags").get(language_of(words.tag), ""))
    return address.country == likely.rpartition("_")[2]


def _in_order(address: PostalAddress, words: Words, say: Say) -> str:
    order = _order(address, words)
    lines = (
        order.within.join(filter(None, (_part(address, name, words, say) for name in line.split())))
        for line in order.lines
    )
    return order.between.join(filter(None, lines))


def _part(address: PostalAddress, name: str, words: Words, say: Say) -> str:
    if name == "country":
        return str(words.babel.territories.get(address.country, address.country))
    if name == "postal_code":
        code = address.postal_code or ""
        return words.say(POSTAL_CODE, code=code) if code and _at_home(address, words) else code
    text = {"region": address.region, "locality": address.locality, "street": address.street}[name]
    return say(text) if text else ""


def of_places(places: Sequence[Place], words: Words) -> tuple[Line, ...]:
    """Write where a meeting is held, venue by venue."""
    on_line = ON_LINE_BESIDES if any(isinstance(place, Venue) for place in places) else ON_LINE
    return tuple(_place(place, words, words.text(on_line)) for place in places)


def _place(place: Place, words: Words, on_line: str) -> Line:
    match place:
        case Venue():
            return _venue(place, words)
        case OnlineVenue():
            if place.name is None:
                return (on_line,)
            return words.fill(ON_LINE_NAMED, on_line=on_line, name=(of_text(place.name, words),))
        case InWriting():
            return (words.text(IN_WRITING),)
        case _:
            assert_never(place)


def _venue(venue: Venue, words: Words) -> Line:
    line: Line = (_room(venue, words),)
    if venue.postal_address:
        address = of_postal_address(venue.postal_address, words)
        line = words.fill(WITH_ADDRESS, place=line, address=(address,))
    return line


def _room(venue: Venue, words: Words) -> str | Phrase:
    if venue.room is None:
        return of_text(venue.name, words)
    name, room = venue.name, venue.room
    return composed([name, room], words, lambda own, say: own.say(ROOM, name=say(name), room=say(room)))
