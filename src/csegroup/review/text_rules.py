"""Rules over single texts: their characters, and what one sees at a glance."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from typing import Final

from csegroup.review.findings import Found, Rule, Severity, found
from csegroup.review.look_alikes import foreign_kanji, look_alikes
from csegroup.text import LocalizedText, language_of

__all__ = ["TEXT_RULES"]

_AROUND = 6


def _at(text: str, match: re.Match[str]) -> str:
    """Give what stands around a match."""
    return text[max(0, match.start() - _AROUND) : match.end() + _AROUND].replace("\n", " ")


def _each(pattern: str, *, of: str = "") -> Callable[[LocalizedText], Iterator[Found]]:
    """Make a rule that tells of the first match in each language, or in those of a list."""
    expression = re.compile(pattern)
    languages = of.split()

    def look(text: LocalizedText) -> Iterator[Found]:
        for tag, written in text.items():
            if (not languages or language_of(tag) in languages) and (match := expression.search(written)):
                yield found(tag, part=match[0], around=_at(written, match), code=f"U+{ord(match[0][0]):04X}")

    return look


_SPACES: Final = re.compile(r"  +|(?<=[^ »]) +[,.;:!?、。](?![0-9.)(-])|　　+")
_FRENCH_SPACES: Final = re.compile("  +| +[,.]")


def look_for_spaces(text: LocalizedText) -> Iterator[Found]:
    """Find two spaces, and one before a comma; French has one before ; and the like."""
    for tag, written in text.items():
        expression = _FRENCH_SPACES if language_of(tag) == "fr" else _SPACES
        if match := expression.search(written):
            yield found(tag, part=match[0], around=_at(written, match), code=f"U+{ord(match[0][0]):04X}")


_ORDINAL: Final = re.compile(r"\b([0-9]+)(st|nd|rd|th)\b")


def look_for_ordinals(text: LocalizedText) -> Iterator[Found]:
    """Find English ordinals with another's ending: 2th, 11st."""
    for tag, written in text.items() if any(character.isdigit() for one in text.values() for character in one) else ():
        for match in _ORDINAL.finditer(written) if language_of(tag) in {"en", "und"} else ():
            number = int(match[1])
            ending = "th" if number // 10 % 10 == 1 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
            if match[2] != ending:
                yield found(tag, part=match[0], right=f"{number}{ending}")
                break


def look_for_japanese_marks(text: LocalizedText) -> Iterator[Found]:
    """Find the comma and the full stop of Japanese in English, but in what is quoted."""
    for tag, written in text.items():
        if language_of(tag) == "en" and not written.isascii():
            match = re.search("[、。]", _QUOTED.sub("", written))
            if match and not re.search("[ぁ-んァ-ヴ一-鿿][、。]", written):
                yield found(tag, part=match[0])


_KANA = re.compile("[ぁ-んァ-ヴｦ-ﾟ]")
_JAPANESE = re.compile("[ぁ-んァ-ヴｦ-ﾟ一-鿿]")
_QUOTED = re.compile(r"\([^()]*\)|（[^（）]*）|「[^「」]*」|『[^『』]*』|\[[^\[\]]*\]|\"[^\"]*\"|“[^“”]*”|【[^【】]*】")
_ASIAN = frozenset({"ja", "zh", "ko", "und", "x"})
_SENTENCE = re.compile(r"[A-Za-z'’,-]+(?: [A-Za-z'’,-]+){2,}")


def look_for_look_alikes(text: LocalizedText) -> Iterator[Found]:
    """Find characters that stand for others."""
    for tag, written in text.items():
        if language_of(tag) in {"ja", "en", "und"} and (match := next(look_alikes(written), None)):
            yield found(tag, part=match[0], around=_at(written, match), code=f"U+{ord(match[0][0]):04X}")


def look_for_foreign_kanji(text: LocalizedText) -> Iterator[Found]:
    """Find characters that are not written in Japan."""
    for tag, written in text.items():
        if language_of(tag) == "ja" and (character := next(foreign_kanji(written), "")):
            yield found(tag, part=character, code=f"U+{ord(character):04X}")


def _unpaired_quote(written: str) -> str:
    """Give a “ or ” without its other half, where a text has these two alone."""
    marks = "".join(_QUOTES.findall(written))
    if not marks or "„" in marks or "‟" in marks:
        return ""
    while "“”" in marks:
        marks = marks.replace("“”", "")
    return marks[:1]


_ONE_LINE = 80
# One digit full-width, two and more half-width: a rule of many offices.
_SINGLE_WIDE, _NUMBERS = re.compile("(?<![０-９])[０-９](?![０-９])"), re.compile("[0-9]{2,}")
_WIDTHS: Final = ((re.compile("[0-9]"), re.compile("[０-９]")), (re.compile("[A-Za-z]"), re.compile("[Ａ-Ｚａ-ｚ]")))
_WIDE_MARKS = re.compile("　|[！-／：-＠［-｀｛-～]")


def look_for_mixed_widths(text: LocalizedText) -> Iterator[Found]:
    """Find digits, or letters, of both widths in one text, and full-width characters outside of Japanese."""
    for tag, written in text.items():
        # A report of several writers is as wide as each of them has it.
        is_short = not written.isascii() and len(written) <= _ONE_LINE and "\n" not in written
        if is_short and (match := _wide(written, is_asian=language_of(tag) in _ASIAN)):
            yield found(tag, part=match[0], around=_at(written, match))


def _wide(written: str, *, is_asian: bool) -> re.Match[str] | None:
    """Give a full-width character that should not be one."""
    for narrow, wide in _WIDTHS:
        match = wide.search(written)
        if match and (not is_asian or narrow.search(_by_length(written))):
            return match
    return None if is_asian else _WIDE_MARKS.search(written)


def _by_length(written: str) -> str:
    """Take the numbers out that are as wide as their length says."""
    return written if _SINGLE_WIDE.sub("", written) != _WIDTHS[0][1].sub("", written) else _NUMBERS.sub("", written)


def look_for_another_language(text: LocalizedText) -> Iterator[Found]:
    """Find Japanese under another tag, and English under that of Japanese."""
    for tag, written in text.items():
        language = language_of(tag)
        if language not in _ASIAN and not written.isascii():
            if match := _JAPANESE.search(_QUOTED.sub("", written)):
                yield found(tag, tag=tag, part=match[0], around=_at(written, re.search(match[0], written) or match))
        elif (
            (tag == "ja" or tag.startswith("ja-t-"))
            and not _JAPANESE.search(written)
            and (match := _SENTENCE.search(written))
            and not match[0].istitle()  # as a name of several words may be
        ):
            yield found(tag, tag=tag, part=match[0], around=match[0][:40])


def look_for_brackets(text: LocalizedText) -> Iterator[Found]:
    """Find brackets without their other half."""
    for tag, written in text.items():
        if part := _unpaired(written) or (_unpaired_quote(written) if language_of(tag) in _QUOTING else ""):
            yield found(tag, part=part)


_QUOTING: Final = frozenset({"ja", "en", "und"})


_PAIRS: Final = {"（": "）", "(": ")", "「": "」", "『": "』", "【": "】", "[": "]"}
_BRACKET: Final = re.compile("[（）()「」『』【】\\[\\]]")
# As Japanese and English have them; others begin with „ or ”, or end with “.
_QUOTES: Final = re.compile("[“”„‟]")
_FACE: Final = re.compile(r"(?<!\w)[:;]-?[()]")
_LIST_MARK = re.compile(r"(?:^|[\s　(（、,])[0-9０-９a-zA-Zア-ン①-⑳]{1,3}[)）]", re.MULTILINE)


def _unpaired(written: str) -> str:
    if not _BRACKET.search(written):
        return ""
    written = _FACE.sub("", written)
    marks = {match.end() - 1 for match in _LIST_MARK.finditer(written)}
    opened: list[str] = []
    for match in _BRACKET.finditer(written):
        if match[0] in _PAIRS:
            opened.append(match[0])
        elif opened and _PAIRS[opened[-1]] == match[0]:
            opened.pop()
        elif match.start() not in marks:
            return match[0]
    return opened[0] if opened else ""


_READINGS: Final = (
    ("ja-Hira", re.compile("[一-鿿ァ-ヴA-Za-z]")),
    ("ja-Kana", re.compile("[一-鿿ぁ-んA-Za-z]")),
    ("ja-Latn", _JAPANESE),
)


def look_for_readings(text: LocalizedText) -> Iterator[Found]:
    """Find readings in other characters than their tag says."""
    for tag, written in text.items():
        for reading, other in _READINGS:
            if tag.startswith(reading) and (match := other.search(written)):
                yield found(tag, tag=tag, part=match[0])


_E, _W, _N = Severity.ERROR, Severity.WARNING, Severity.NOTE
_PLACEHOLDERS = (
    r"\b(?:TODO|TBD|TBC|TBA|FIXME|XX+|[Ll]orem ipsum|dummy)\b|[○●◯]{2,}|[×✕]{2,}|＊{2,}|\?{3,}|？{3,}|△△|▲▲|"
    r"(?<![〇一二三四五六七八九千])〇{2,}(?![〇一二三四五六七八九年])|未定稿|要確認|後日記載|"
    r"_{3,}|＿{2,}|\[(?:name|date|title|place|number|insert[^\[\]]*|your [^\[\]]*)\]|"
    r"(?<!次)第[ 　]*[回号](?![路線収答復転顧数避])|(?:令和|平成)[ 　]+年|"
    r"年[ 　]+月(?![次例間刊額報齢])|月[ 　]+日(?![一-鿿])"
)
_MOJIBAKE = r"\ufffd|Ã[\u0080-ÿ]|â€|ï¼|(?:[ã-é][\u0080-\u00bf]{1,2}){2,}|[縺繧繝][^縺繧繝]{0,3}[縺繧繝]|Â[\u00a0-ÿ]"
_MOBILE = r"(?<![0-9])0[789]0[-‐－(（ ]?[0-9]{4}[-‐－)） ]?[0-9]{4}(?![0-9])"
_JOINING = (
    r"zoom\.us/[jws]/|teams\.(?:microsoft|live)\.com/(?:l/meetup-join|meet)|meet\.google\.com/[a-z]|"
    r"webex\.com/(?:meet|join|[^ ]*j\.php)|"
    r"(?:パスコード|ミーティング ?ID|会議ID|パスワード|[Pp]asscode|[Mm]eeting ID|[Pp]assword)\s*(?:は|is|[:：])"
    r"\s*(?=[A-Za-z -]*[0-9])[0-9A-Za-z-]{3,}"
)


def _rule(code: str, severity: Severity, look: Callable[[LocalizedText], Iterable[Found]], reason: str) -> Rule:
    return Rule(code=code, severity=severity, of_text=look, reason=reason)


TEXT_RULES: tuple[Rule, ...] = (
    _rule(
        "half_width_kana",
        _W,
        _each("[ｦ-ﾟ]+"),
        "Half-width kana come from old systems; public writing has full-width ones, and a search finds those alone.",
    ),
    _rule(
        "look_alike",
        _W,
        look_for_look_alikes,
        "口 for ロ or a Cyrillic letter for a Latin one looks right, and is neither found by a search nor read aloud.",
    ),
    _rule(
        "foreign_kanji",
        _W,
        look_for_foreign_kanji,
        "A character of no Japanese standard is a variant of another country, typed or converted by mistake.",
    ),
    _rule(
        "mixed_width",
        _W,
        look_for_mixed_widths,
        "An office writes digits half-width or full-width, not both in one line; English has half-width ones alone.",
    ),
    _rule(
        "invisible_character",
        _W,
        _each(
            "[\u00ad\u115f\u1160\u200b-\u200f\u2060-\u2064\u3164\ufeff]|[\u00a0\u2000-\u200a\u202f\u205f]",
            of="ja en und",
        ),
        "A character that cannot be seen comes from a web page or a PDF, and parts a word for every search.",
    ),
    _rule(
        "compatibility_character",
        _W,
        _each("[㈱㈲㈳㈶㈻㊤-㊨㋿㍻-㍿℡㏍№]"),
        "㈱ or ㍻ is one character that machines read in different ways; public writing spells it out.",
    ),
    _rule(
        "ordinal",
        _W,
        look_for_ordinals,
        "2th or 11st is a number that was changed without its ending.",
    ),
    _rule(
        "japanese_mark",
        _W,
        look_for_japanese_marks,
        "、 and 。 are left from typing in Japanese.",
    ),
    _rule(
        "double_space",
        _N,
        look_for_spaces,
        "Two spaces, or one before a comma, are left from an edit.",
    ),
    _rule(
        "doubled_word",
        _W,
        _each(
            r"\b(?i:(the|of|and|to|in|for|on|a|is|by)) (?i:\1)\b|、、|。。|をを|がが(?![くらり])|"
            r"(?<![のも])のの(?=[一-鿿])"
        ),
        "A word that stands twice is left from an edit.",
    ),
    _rule(
        "brackets",
        _W,
        look_for_brackets,
        "A bracket without its other half, or with one of another width, was lost in an edit.",
    ),
    _rule(
        "placeholder", _W, _each(_PLACEHOLDERS), "What was to be filled in later is public as soon as the record is."
    ),
    _rule(
        "markup",
        _W,
        _each(r"</?[A-Za-z][^<>]*>|&(?:[a-z]+|#[0-9]+);|\]\(https?:"),
        "A text is no HTML or Markdown; its signs would be printed.",
    ),
    _rule("mojibake", _W, _each(_MOJIBAKE), "A text read in the wrong encoding cannot be read by anybody."),
    _rule(
        "other_language",
        _W,
        look_for_another_language,
        "A text under the tag of another language is printed, and read aloud, in the wrong one.",
    ),
    _rule(
        "reading",
        _W,
        look_for_readings,
        "A reading in other characters than its tag says sorts a name to the wrong place.",
    ),
    _rule(
        "mail_address",
        _W,
        _each(r"[A-Za-z0-9._+-]+[@＠][A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+"),
        "A public text needs no mail address; an office's stands in its contact, a person's nowhere.",
    ),
    _rule(
        "mobile_number", _W, _each(_MOBILE), "The number of a mobile telephone is a person's, and a record is public."
    ),
    _rule("joining_link", _E, _each(_JOINING), "How to join on-line is told to those invited alone."),
    _rule(
        "http_in_text",
        _N,
        _each(r"http://[^\s、。）)]+"),
        "An address that begins with http can be read and changed on its way.",
    ),
)
