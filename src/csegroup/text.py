"""Text in several languages, the tags that name them, and the characters a text may hold."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import ItemsView, Iterable, Iterator, Mapping
from functools import lru_cache
from typing import cast, final

import attrs

from csegroup.errors import InvalidValue

__all__ = [
    "FORBIDDEN",
    "TAG",
    "LocalizedText",
    "StringMapping",
    "a_text",
    "at_key",
    "check_language",
    "check_text",
    "did_you_mean",
    "in_the_right_case",
    "is_translation",
    "language_of",
    "line_of",
    "lookup_ranges",
    "optional_text",
    "repaired",
    "shown",
    "text_of",
    "to_text",
]

# The `langtag` and `privateuse` of RFC 5646 section 2.1, in the case of section 2.1.1.
TAG = re.compile(
    r"""
    (?: [a-z]{2,3} (?:-[a-z]{3}){0,3} | [a-z]{4,8} )     # language
    (?: -[A-Z][a-z]{3} )?                                # script
    (?: -(?:[A-Z]{2}|[0-9]{3}) )?                        # region
    (?: -(?:[a-z0-9]{5,8}|[0-9][a-z0-9]{3}) )*           # variants
    (?: -[0-9a-wy-z](?:-[a-z0-9]{2,8})+ )*               # extensions
    (?: -x(?:-[a-z0-9]{1,8})+ )?                         # private use
    | x(?:-[a-z0-9]{1,8})+
    """,
    re.VERBOSE,
)
_READING = re.compile(r"ja-(?:Hira|Kana|Hrkt|Latn)(?:-|\Z)")
_OTHER_THAN_LANGUAGE = re.compile(r"-[ux](?:-|\Z)")
# What Unicode assigns to no character, and XML cannot hold.
_NONCHARACTERS = "\ufdd0-\ufdef" + "".join(
    chr(plane + last) for plane in range(0, 0x110000, 0x10000) for last in (0xFFFE, 0xFFFF)
)
FORBIDDEN = re.compile(
    f"[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff{_NONCHARACTERS}]"
)
# NFC would turn these ideographs, which stand in people's and places' names, into other ones.
_COMPATIBILITY_IDEOGRAPH = re.compile("([\uf900-\ufaff\U0002f800-\U0002fa1f])")
_BREAKS = re.compile("\r\n|[\r\v\f\x85\u2028\u2029]")

_SHOWN_LENGTH = 60
_PLAIN_KEY = re.compile(r"[$]?[A-Za-z_][A-Za-z0-9_-]*")


def shown(value: object) -> str:
    """Write a value of any kind into a message: short, and with nothing that a terminal obeys."""
    try:
        written = repr(value)
    except (RecursionError, ValueError):  # nested too deeply, or an int of more digits than Python writes
        written = f"a value of type {type(value).__name__}, too large to write"
    return written if len(written) <= _SHOWN_LENGTH else f"{written[:_SHOWN_LENGTH]}…"


def at_key(key: object) -> str:
    """Write a key of a mapping as a step of a path; one that is no plain word is written as Python writes it."""
    if isinstance(key, str):
        return key if _PLAIN_KEY.fullmatch(key) else f"[{_short_literal(key)}]"
    return f"[{shown(key)}]"


def _short_literal(key: str) -> str:
    """Write a key as a literal, cut short inside its quotation marks."""
    literal = repr(key)
    kept = key
    while len(literal) > _SHOWN_LENGTH:
        kept = kept[: len(kept) * _SHOWN_LENGTH // (len(literal) + 1)]
        literal = repr(f"{kept}…")
    return literal


def in_the_right_case(tag: str) -> str:
    """Spell a tag as RFC 5646 section 2.1.1 recommends."""
    subtags = tag.lower().split("-")
    for i in range(1, len(subtags)):
        if len(subtags[i - 1]) == 1:
            break
        if len(subtags[i]) == 2:  # noqa: PLR2004 - a region
            subtags[i] = subtags[i].upper()
        elif len(subtags[i]) == 4 and subtags[i].isalpha():  # noqa: PLR2004 - a script
            subtags[i] = subtags[i].title()
    return "-".join(subtags)


@lru_cache(maxsize=4096)
def _is_tag(tag: str) -> bool:
    return TAG.fullmatch(tag) is not None


@lru_cache(maxsize=4096)
def _is_reading(tag: str) -> bool:
    return _READING.match(tag) is not None


def check_language(field: str, value: object) -> None:
    """Refuse what is no BCP 47 language tag, and one that is spelled in another case."""
    if isinstance(value, str) and _is_tag(value):
        return
    spelled = in_the_right_case(value) if isinstance(value, str) else ""
    if TAG.fullmatch(spelled):
        raise InvalidValue("language", field, f"write the language tag as {spelled!r}, not {shown(value)}")
    raise InvalidValue("language", field, f"{shown(value)} is not a BCP 47 language tag such as 'ja' or 'en-GB'")


def language_of(tag: str) -> str:
    """Give the primary language of a tag."""
    return tag.partition("-")[0]


def is_translation(tag: str) -> bool:
    """Tell whether a tag says from which language a text was made (RFC 6497)."""
    return "-t-" in tag.partition("-x-")[0]


@lru_cache(maxsize=1024)
def lookup_ranges(locale: str) -> tuple[str, ...]:
    """Give what RFC 4647 section 3.4 looks for, the most exact first; `-u-` and `-x-` say no language."""
    ranges = []
    subtags = _OTHER_THAN_LANGUAGE.split(locale)[0].split("-")
    while subtags:
        ranges.append("-".join(subtags))
        subtags.pop()
        while subtags and len(subtags[-1]) == 1:
            subtags.pop()
    return tuple(ranges)


def check_text(field: str, value: object) -> None:
    """Refuse a text that would print, sort or compare as something else than it seems."""
    if not isinstance(value, str):
        raise InvalidValue("type", field, f"is a text, not {shown(value)}")
    # Line by line, since no text with a line break is printable.
    lines = value.split("\n") if "\n" in value else (value,)
    for line in lines:
        if not line.isprintable() and (found := FORBIDDEN.search(line)):
            message = f"holds U+{ord(found[0]):04X}, which no text may hold; take it out"
            raise InvalidValue("character", field, message)
    for line in lines:
        if not line or line.strip() != line:
            raise InvalidValue("blank", field, "is empty, or has an empty line or a blank at an end; take it out")
    if not value.isascii() and not _is_composed(value):
        raise InvalidValue("composition", field, "is not composed; write it in the normalization form NFC")


def _is_plain(value: object) -> bool:
    """Tell of most texts, and fast, that there is nothing to refuse; the only blank that is printable is a space."""
    if not isinstance(value, str) or not value.isprintable() or not value or value[0] == " " or value[-1] == " ":
        return False
    return value.isascii() or unicodedata.is_normalized("NFC", value)


def _is_composed(text: str) -> bool:
    is_normalized = unicodedata.is_normalized
    return is_normalized("NFC", text) or is_normalized("NFC", _COMPATIBILITY_IDEOGRAPH.sub("一", text))


def repaired(text: str, between_lines: str) -> str:
    """Write a stranger's text as the model takes it, where that changes nothing that can be seen but its lines."""
    parts = _COMPATIBILITY_IDEOGRAPH.split(_BREAKS.sub("\n", text).replace("\t", " "))
    composed = "".join(part if i % 2 else unicodedata.normalize("NFC", part) for i, part in enumerate(parts))
    return between_lines.join(filter(None, map(str.strip, composed.split("\n"))))


def did_you_mean(written: str, words: Iterable[str]) -> str:
    """Ask for the nearest of some words, to stand at the end of a message; empty where none is near."""
    from difflib import get_close_matches  # noqa: PLC0415 - whoever writes no word wrong does not wait for it

    near = get_close_matches(written, list(words), n=1)
    return f"; did you mean {near[0]!r}?" if near else ""


@attrs.frozen(eq=False, repr=False)
class StringMapping(Mapping[str, str]):
    """An immutable, hashable mapping of strings, equal to any mapping with the same items."""

    _items: Mapping[str, str] = attrs.field(alias="items")

    def __attrs_post_init__(self) -> None:
        if not isinstance(self._items, Mapping):
            raise InvalidValue("type", "", f"needs a mapping, not {shown(self._items)}")
        object.__setattr__(self, "_items", dict(self._items))

    def __getitem__(self, key: str) -> str:
        return self._items[key]

    def __contains__(self, key: object) -> bool:
        return key in self._items

    def __iter__(self) -> Iterator[str]:
        return iter(self._items)

    def items(self) -> ItemsView[str, str]:
        """Give keys and values as the inner mapping does, which is faster than by each key."""
        return self._items.items()

    def __len__(self) -> int:
        return len(self._items)

    def __hash__(self) -> int:
        return hash(frozenset(self._items.items()))

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self._items!r})"


@final
@attrs.frozen(eq=False, repr=False)
class LocalizedText(StringMapping):
    """A text in one or more languages, as an immutable mapping from BCP 47 tag to text.

    `und` is for names that are alike everywhere, `ja-t-en` (RFC 6497) for a translation that is not
    the office's own, `ja-Hira`, `ja-Kana` and `ja-Latn` for how a Japanese text is read. Two are equal when they
    hold the same items; the order of the tags is kept and decides which language stands in for a
    missing one. Raises `InvalidValue`.

    >>> LocalizedText({"en": "Aim", "ja": "目的"})["ja"]
    '目的'
    """

    def __attrs_post_init__(self) -> None:
        if not isinstance(self._items, Mapping):
            raise InvalidValue("type", "", f"a text says its language: {{'ja': …}}, not {shown(self._items)}")
        super().__attrs_post_init__()
        self._check()

    def _check(self, *, one_line: bool = False) -> None:
        if not self._items:
            raise InvalidValue("blank", "", "needs a text in one language at least")
        for tag, value in self._items.items():
            key: object = tag  # which may be anything, whatever the annotation says
            if not isinstance(key, str) or not _is_tag(tag):
                check_language(at_key(tag), tag)
            if not _is_plain(value):
                check_text(tag, value)
                if one_line and "\n" in value:
                    raise InvalidValue("newline", tag, "stands on one line; take the line break out")
            if _is_reading(tag) and not any(language_of(one) in {"ja", "und"} for one in self._written()):
                raise InvalidValue("reading", tag, "is the reading of a Japanese text that is missing; add 'ja'")

    def _written(self) -> Iterator[str]:
        return (tag for tag in self._items if not _is_reading(tag))

    def exact(self, locale: str) -> tuple[str, str] | None:
        """Give tag and text in the language asked for (RFC 4647 section 3.4), or None.

        A translation from another language (`ja-t-en`) answers where there is no original.

        >>> LocalizedText({"en": "Aim", "ja-t-en": "目的"}).exact("ja-JP-u-ca-japanese")
        ('ja-t-en', '目的')
        """
        for wanted in lookup_ranges(locale):
            if wanted in self._items:
                if not _is_reading(wanted):
                    return wanted, self._items[wanted]
            else:
                made_into = f"{wanted}-t-"
                for tag, text in self._items.items():
                    if tag.startswith(made_into) and not _is_reading(tag):
                        return tag, text
        return None

    def best(self, locale: str) -> tuple[str, str]:
        """Give tag and text in the language asked for, else in the nearest there is.

        After `exact`: another tag of the same language, then `und`, then the other languages in order.

        >>> LocalizedText({"en": "Aim"}).best("ja")
        ('en', 'Aim')
        """
        if found := self.exact(locale):
            return found
        written = list(self._written())
        alike = [tag for tag in written if language_of(tag) == language_of(locale)]
        tag = (alike or [tag for tag in written if tag == "und"] or written)[0]
        return tag, self[tag]


def text_of(items: dict[str, str]) -> LocalizedText:
    """Make a text of a dict that nobody else holds; raises `InvalidValue`."""
    made = _new(LocalizedText)
    _set_items(made, items)
    made._check()  # noqa: SLF001 - of this module
    return made


def line_of(items: dict[str, str]) -> LocalizedText:
    """Make a text that stands on one line, likewise."""
    made = _new(LocalizedText)
    _set_items(made, items)
    made._check(one_line=True)  # noqa: SLF001 - of this module
    return made


_new = LocalizedText.__new__
_set_items = StringMapping.__dict__["_items"].__set__


def to_text(value: Mapping[str, str]) -> LocalizedText:
    """Convert a mapping; what is no text stays as it is, for the field's validator, which knows its name."""
    try:
        return value if isinstance(value, LocalizedText) else LocalizedText(value)
    except InvalidValue:
        return cast("LocalizedText", value)


def optional_text(value: Mapping[str, str] | None) -> LocalizedText | None:
    """Convert a mapping, and leave None."""
    return None if value is None else to_text(value)


def a_text(field: str, value: object) -> None:
    """Refuse what is no text in several languages."""
    if not isinstance(value, LocalizedText):
        try:
            LocalizedText(cast("Mapping[str, str]", value))
        except InvalidValue as error:
            raise error.inside(field) from None
