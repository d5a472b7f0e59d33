"""Hypothesis strategies for every class of the model, with realistic Japanese and English."""

from __future__ import annotations

import datetime as dt
import unicodedata
from zoneinfo import ZoneInfo

import csegroup
from csegroup import (
    Address,
    AddressKind,
    AttendeeGroup,
    AttendeeKind,
    Body,
    Contact,
    Council,
    DatedName,
    Discussion,
    Formality,
    FormalityKind,
    InWriting,
    Item,
    LegalForm,
    LocalizedText,
    Material,
    Meeting,
    MeetingStatus,
    MemberGroup,
    Motion,
    OnlineVenue,
    Organization,
    Outcome,
    PostalAddress,
    Post,
    Presentation,
    Session,
    SessionItem,
    Source,
    Speaker,
    Venue,
)
from hypothesis import strategies as st

# What goes wrong in practice: wide and half-width characters, combining marks that stay apart, kanji beyond
# the basic plane, compatibility ideographs that NFC would replace, marks of Markdown, HTML and iCalendar.
_JAPANESE = "児童の性的搾取等に係る対策会議警察庁髙﨑福隆𠮷𩸽ｶﾅ～・、。「」（）①Ⅲ㈱Ａ１々〆ー゛"
_ENGLISH = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJ0123456789 ,;:\\\"'&<>*_#|()[]{}éñ\u0301\u200d🙂"
_HOSTILE = ("\\N", "\\n", "{start}", "%s", "-t-", "</p>", "か\u3099"[:1] + "゛", "葛\U000e0100", "\ufa1b", "👨\u200d👩\u200d👧")


def _one_line(alphabet: str) -> st.SearchStrategy[str]:
    pieces = st.one_of(st.text(alphabet, min_size=1, max_size=12), st.sampled_from(_HOSTILE))
    return (
        st.lists(pieces, min_size=1, max_size=3)
        .map("".join)
        .map(_composed)
        .map(str.strip)
        .filter(lambda text: bool(text) and not text.isspace())
    )


def _composed(text: str) -> str:
    """Compose piece by piece, so that the ideographs that NFC would replace stay."""
    return "".join(
        part if "\uf900" <= part <= "\ufaff" else part for part in _pieces(unicodedata.normalize("NFC", text), text)
    )


def _pieces(composed: str, given: str) -> str:
    return given.replace("\u0301", "") if composed != given else given


japanese_lines = _one_line(_JAPANESE)
english_lines = _one_line(_ENGLISH)
