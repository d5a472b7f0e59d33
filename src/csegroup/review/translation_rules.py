"""Rules over a text in two languages: what was changed, or translated, in one alone."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from csegroup.review.counted import amounts, ordinals, phases, years
from csegroup.review.findings import Found, Rule, Severity, found
from csegroup.text import LocalizedText, language_of

__all__ = ["TRANSLATION_RULES"]

_TWO: Final = 2


def look_for_the_same_text(text: LocalizedText) -> Iterator[Found]:
    """Find a sentence that is the same in two languages: one was forgotten to be translated."""
    if len(text) < _TWO:
        return
    seen: dict[str, str] = {}
    for tag, written in text.items():
        if written in seen and language_of(seen[written]) != language_of(tag) and _is_a_sentence(written):
            yield found(tag, other=seen[written], tag=tag)
        seen.setdefault(written, tag)


def _is_a_sentence(written: str) -> bool:
    """Tell what says something from a name, which has three words at most, each with a capital."""
    words = written.split()
    return len(words) > 3 or (len(words) == 3 and any(word.isalpha() and word.islower() for word in words))  # noqa: PLR2004


def look_for_other_numbers(text: LocalizedText) -> Iterator[Found]:
    """Find numbers that differ between Japanese and English: 第6回 and 5th, 3社 and four companies."""
    ours = {language_of(tag): (tag, written) for tag, written in text.items() if not tag.startswith("ja-")}
    if not ours.keys() >= {"ja", "en"}:
        return
    (other_tag, japanese), (tag, english) = ours["ja"], ours["en"]
    if not any(character.isdigit() for character in japanese) and max(japanese) < "Ⅰ":
        return
    for one, other in _numbers(japanese, english):
        if one and len(one) == len(other) and one != other:
            yield found(tag, number=", ".join(map(str, other)), other=", ".join(map(str, one)), tag=other_tag)
            return


def _numbers(japanese: str, english: str) -> Iterator[tuple[tuple[object, ...], tuple[object, ...]]]:
    """Give the numbers of each kind in the two; of years, and of what is counted, where each has one alone."""
    yield ordinals(japanese, "ja"), ordinals(english, "en")
    yield phases(japanese), phases(english)
    for one, other in (
        (years(japanese, "ja"), years(english, "en")),
        (amounts(japanese, "ja"), amounts(english, "en")),
    ):
        if len(one) == len(other) == 1:
            yield one, other


_LONG_TEXT = 60


def look_for_short_translations(text: LocalizedText) -> Iterator[Found]:
    """Find English, or Japanese, of fewer paragraphs than the other, or of hardly more than a beginning of it."""
    ours = [
        (tag, written) for tag, written in text.items() if tag in {"ja", "en"} or tag.startswith(("ja-t-", "en-t-"))
    ]
    if len(ours) == _TWO and {language_of(tag) for tag, _ in ours} == {"ja", "en"}:
        japanese, english = (next(one for one in ours if language_of(one[0]) == language) for language in ("ja", "en"))
        if english[1].count("\n") != japanese[1].count("\n"):
            yield found(min(ours, key=lambda one: one[1].count("\n"))[0], tag=min(ours, key=lambda one: len(one[1]))[0])
        elif len(japanese[1]) > _LONG_TEXT and len(english[1]) < len(japanese[1]):
            yield found(english[0], tag=english[0])
        elif len(english[1]) > _LONG_TEXT * 3 and len(japanese[1]) * 8 < len(english[1]):
            yield found(japanese[0], tag=japanese[0])


_W, _N = Severity.WARNING, Severity.NOTE

TRANSLATION_RULES: tuple[Rule, ...] = (
    Rule(
        code="same_text",
        severity=_W,
        of_text=look_for_the_same_text,
        reason="A sentence that is the same in two languages was not translated.",
    ),
    Rule(
        code="numbers_differ",
        severity=_W,
        of_text=look_for_other_numbers,
        reason="第6回 in one language and 5th in the other: one of them was not updated.",
    ),
    Rule(
        code="translation_short",
        severity=_N,
        of_text=look_for_short_translations,
        reason="A paragraph, or the rest of a text, is not there in one language.",
    ),
)
