"""One text in the language of a document, marked where it is in another."""

from __future__ import annotations

from collections.abc import Iterable

from csegroup.text import LocalizedText, is_translation, language_of
from csegroup.wording.messages import OTHER_LANGUAGE
from csegroup.wording.phrases import Line, Phrase
from csegroup.wording.words import Words

__all__ = ["in_language", "language_name", "lines_of", "marked", "of_text", "paragraphs_of", "translated"]


def language_name(tag: str, words: Words) -> str:
    """Name the language of a tag."""
    language = language_of(tag)
    return str(words.babel.languages.get(language, language))


def in_language(text: str, tag: str, words: Words) -> str | Phrase:
    """Give a text as a piece of a line; one of the document's own language is a plain string."""
    return text if words.is_own(tag) and not is_translation(tag) else Phrase(text, tag)


def of_text(text: LocalizedText, words: Words) -> str | Phrase:
    """Give a text in the language of the words, or the nearest there is."""
    tag, found = text.best(words.locale)
    return found if tag == words.locale else in_language(found, tag, words)


def _other_languages(line: Line, words: Words) -> list[str]:
    """Give the languages of a line that are not the document's own, each once."""
    tags = [run.tag for run in line if not isinstance(run, str) and not words.is_own(run.tag)]
    return list(dict.fromkeys(map(language_of, tags)))


def marked(line: Line, words: Words, *, besides: Line = ()) -> Line:
    """Note behind a line in which other language some of it is, but for languages noted `besides`."""
    if len(line) == 1 and isinstance(line[0], str):
        return line
    if words.style.notes and (others := _other_languages(line, words)):
        noted = _other_languages(besides, words)
        if left := [language for language in others if language not in noted]:
            note = words.say(OTHER_LANGUAGE, language=language_name(left[0], words))
            return (*line, Phrase(note, note=True))
    return line


def translated(lines: Iterable[Line]) -> bool:
    """Tell whether anything in some lines is a translation that is not the office's own."""
    return any(not isinstance(run, str) and is_translation(run.tag) for line in lines for run in line)


def lines_of(text: LocalizedText | None, words: Words) -> tuple[Line, ...]:
    """Give the paragraphs of a text without a note."""
    if text is None:
        return ()
    tag, whole = text.best(words.locale)
    return tuple([(in_language(line, tag, words),) for line in whole.split("\n")])


def paragraphs_of(text: LocalizedText | None, words: Words) -> tuple[Line, ...]:
    """Give the paragraphs of a text; only the last is marked."""
    lines = lines_of(text, words)
    return (*lines[:-1], marked(lines[-1], words)) if lines else ()
