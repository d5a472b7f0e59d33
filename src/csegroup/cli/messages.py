"""What the command line says to the person before it, in the language of their environment."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from functools import cache

from csegroup.wording.catalogues import languages
from csegroup.wording.locales import words_for
from csegroup.wording.message import Message, message
from csegroup.wording.negotiation import negotiated
from csegroup.wording.words import Words

__all__ = [
    "DOCX_IN_TERMINAL",
    "FOLDER_NEEDED",
    "FOLDER_NOT_EMPTY",
    "LEFT_OUT",
    "MESSAGES_WRITTEN",
    "NOTHING_TO_WRITE",
    "NOT_A_DAY",
    "NOT_A_FOLDER",
    "NOT_A_STAMP",
    "NOT_MINUTES",
    "NOT_SHOWN",
    "NO_RECORD",
    "ONE_AT_A_TIME",
    "ONE_LANGUAGE",
    "ONE_OF",
    "ONE_OF_NEAR",
    "SEVERITIES",
    "STAMP_NOT_LATER",
    "TOLD_FINDING",
    "UNKNOWN_ENDING",
    "UNKNOWN_STYLE",
    "UNKNOWN_ZONE",
    "WIDTH_OF_TEXT",
    "WRITTEN",
    "language",
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
# Translators: The same, where one word is nearly the one that was typed.
ONE_OF_NEAR = message("command line", "is one of {words}, not {word}; did you mean {near}?")
# Translators: A list with commas for an option that takes one word: "argument --ignore: is one code, not 'a,b'; …".
ONE_AT_A_TIME = message("command line", "is one code, not {word}; give the option again for each more")
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
# Translators: After the command `invite`; {numbers} is such as "12 updates, 1 cancellation".
MESSAGES_WRITTEN = message("command line", "Wrote to {folder}/: {numbers}")
# Translators: The folder for the output of `invite` has files in it.
FOLDER_NOT_EMPTY = message(
    "command line", "{folder}: is not empty; name another folder, or replace what is there with --force"
)
# Translators: The folder for the output of `invite` is that of the run before.
FOLDER_NEEDED = message(
    "command line", "{folder}: is the folder of the previous run, which is needed if sending breaks off; name another"
)
# Translators: Something stands where the command would put a folder.
NOT_A_FOLDER = message("command line", "{folder}: is no folder; take it away, or name another with --out")
# Translators: The folder of the previous run has not what it should have.
NO_RECORD = message("command line", "{folder}: has no {file}; name the folder that the previous run wrote with --out")
# Translators: The time of the messages is not after that of the previous ones.
STAMP_NOT_LATER = message("command line", "--stamp: {stamp} is not later than that of the previous run, {previous}")
# Translators: "argument --stamp: is a time such as …".
NOT_A_STAMP = message("command line", "is a time with its zone, such as 2026-11-24T09:30:00+09:00, not {word}")
# Translators: "argument --assumed-length: is a number of minutes …".
NOT_MINUTES = message("command line", "is a whole number of minutes from 1 to 1440, not {word}")

# Translators: "argument --today: is a day such as …".
NOT_A_DAY = message("command line", "is a day such as 2026-11-24, not {word}")
# Translators: A finding of the command `check`, behind its place; the code is for the option --ignore.
TOLD_FINDING = message("command line", "{severity}: {finding} [{code}]")
SEVERITIES: Mapping[str, Message] = {
    # Translators: A finding that is wrong for certain.
    "error": message("command line", "error"),
    # Translators: A finding that is wrong most likely.
    "warning": message("command line", "warning"),
    # Translators: A finding that is worth a look.
    "note": message("command line", "note"),
}


@cache
def _words(wanted: tuple[str, ...], encoding: str) -> Words:
    locale = negotiated(wanted, languages()) or "en"
    words = words_for(locale)
    try:
        words.text(LEFT_OUT).encode(encoding)
    except (LookupError, UnicodeEncodeError):
        return words_for("en")
    return words


def _words_here() -> Words:
    wanted = tuple(filter(None, (os.environ.get(name) for name in ("LC_ALL", "LC_MESSAGES", "LANG"))))[:1]
    encoding = getattr(sys.stderr, "encoding", None) or "ascii"
    return _words(wanted, encoding)


def said(what: Message, **fields: str) -> str:
    """Say something in the language of the environment, or in English where its characters cannot be shown."""
    return _words_here().say(what, **fields)


def language() -> str:
    """Give the tag of the language of the environment, under the same rule."""
    return _words_here().locale
