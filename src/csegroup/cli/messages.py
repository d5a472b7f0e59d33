"""What the command line says to the person before it, in the language of their environment."""

from __future__ import annotations

import os
import sys
from functools import cache

from csegroup.wording.catalogues import languages
from csegroup.wording.locales import words_for
from csegroup.wording.message import Message, message
from csegroup.wording.negotiation import negotiated
from csegroup.wording.words import Words

__all__ = [
    "DOCX_IN_TERMINAL",
    "LEFT_OUT",
    "NOTHING_TO_WRITE",
    "NOT_SHOWN",
    "ONE_LANGUAGE",
    "ONE_OF",
    "UNKNOWN_ENDING",
    "UNKNOWN_STYLE",
    "UNKNOWN_ZONE",
    "WIDTH_OF_TEXT",
    "WRITTEN",
    "said",
]

# Translators: A meeting that a calendar has no place for.
LEFT_OUT = message("command line", "{meeting}: no day is set yet; left out")
# Translators: There was no meeting that a calendar has a place for.
NOTHING_TO_WRITE = message("command line", "no meeting has a day, so no calendar was written")
# Translators: After the command `example`.
WRITTEN = message("command line", "Wrote {files} to {folder}/. The programs begin:")
# Translators: A word of an option that is not known: "argument --format: is one of text, html, not 'pdf'".
ONE_OF = message("command line", "is one of {words}, not {word}")
# Translators: A style that is not known: "argument --style: is one of council, modern, or a file …, not 'x'".
UNKNOWN_STYLE = message("command line", "is one of {words}, or a file with a style in JSON, not {word}")
# Translators: A time zone that is not known: "argument --time-zone: is a time zone such as Asia/Tokyo, not 'x'".
UNKNOWN_ZONE = message("command line", "is a time zone such as Asia/Tokyo, not {word}")
# Translators: The name of an output file that does not tell its format.
UNKNOWN_ENDING = message("command line", "{file}: its ending names no format; say one with --format: {words}")
# Translators: A DOCX that would be written to the terminal.
DOCX_IN_TERMINAL = message("command line", "a DOCX is nothing to read in a terminal; name a file with -o")
# Translators: A table for spreadsheets in several languages.
ONE_LANGUAGE = message("command line", "a CSV is in one language; name one with --locale")
# Translators: A text that the terminal has no characters for.
NOT_SHOWN = message("command line", "this terminal ({encoding}) cannot show the text; name a file with -o")
# Translators: The option --width with another format than plain text.
WIDTH_OF_TEXT = message("command line", "--width is for plain text; leave it out")


@cache
def _words(wanted: tuple[str, ...], encoding: str) -> Words:
    locale = negotiated(wanted, languages()) or "en"
    words = words_for(locale)
    try:
        words.text(LEFT_OUT).encode(encoding)
    except (LookupError, UnicodeEncodeError):
        return words_for("en")
    return words


def said(what: Message, **fields: str) -> str:
    """Say something in the language of the environment, or in English where its characters cannot be shown."""
    wanted = tuple(filter(None, (os.environ.get(name) for name in ("LC_ALL", "LC_MESSAGES", "LANG"))))[:1]
    encoding = getattr(sys.stderr, "encoding", None) or "ascii"
    return _words(wanted, encoding).say(what, **fields)
