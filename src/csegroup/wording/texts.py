"""One text in the language of a document, marked where it is in another."""

from __future__ import annotations

from babel import Locale

from csegroup.text import LocalizedText, language_of
from csegroup.wording.words import Line, Phrase, Words

__all__ = ["language_name", "marked", "of_text", "paragraphs_of"]


def language_name(tag: str, words: Words) -> str:
    """Name the language of a tag."""
    language = language_of(tag)
    return str(Locale.parse(words.tag).languages.get(language, language))


def of_text(text: LocalizedText, words: Words) -> Phrase:
    """Give a text in the language of the words, or the nearest there is."""
    tag, found = text.best(words.locale)
    return Phrase(found, tag)


def marked(line: Line, words: Words) -> Line:
    """Say after a line in which other language some of it is."""
    other = [phrase.tag for phrase in line if language_of(phrase.tag) not in {words.tag, "und"}]
    return words.fill(words.other_language, text=line, language=language_name(other[0], words)) if other else line


def paragraphs_of(text: LocalizedText | None, words: Words) -> tuple[Line, ...]:
    """Give the paragraphs of a text; only the last is marked."""
    if text is None:
        return ()
    whole = of_text(text, words)
    *before, last = ((Phrase(line, whole.tag),) for line in whole.text.split("\n"))
    return (*before, marked(last, words))
