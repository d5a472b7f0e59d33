"""Lines of text whose pieces know when they are in another language, lead somewhere, or are a time."""

from __future__ import annotations

from typing import NamedTuple, TypeAlias, final

__all__ = ["Line", "Phrase", "linked", "plain", "seen"]


@final
class Phrase(NamedTuple):
    """A piece of a line that is more than words of the document's own language.

    `tag` is its language where that is another, or one that it was translated into; `url` what it leads to;
    `time` a day or an hour as HTML's `datetime` has it. A `note` tells readers of plain text what others see by
    the tag.
    """

    text: str
    tag: str = ""
    url: str = ""
    time: str = ""
    note: bool = False


Line: TypeAlias = "tuple[str | Phrase, ...]"


def linked(line: Line, url: str) -> Line:
    """Let a line lead somewhere, but for its notes, by as few links as there are languages in it.

    >>> linked(("資料1",), "https://example.go.jp/1.pdf")[0].url
    'https://example.go.jp/1.pdf'
    """
    made: list[Phrase] = []
    for run in line:
        phrase = Phrase(run) if isinstance(run, str) else run
        phrase = phrase if phrase.note else phrase._replace(url=url)
        if made and made[-1]._replace(text="") == phrase._replace(text=""):
            phrase = phrase._replace(text=made.pop().text + phrase.text)
        made.append(phrase)
    return tuple(made)


def plain(line: Line) -> str:
    """Give the text of a line and nothing else.

    >>> plain(("資料", Phrase("1", url="https://example.go.jp/1.pdf")))
    '資料1'
    """
    return "".join([run if isinstance(run, str) else run.text for run in line])


def seen(line: Line) -> str:
    """Give the text of a line where languages are told by tags, so that no note is needed.

    >>> seen(("Forum", Phrase("（英語）", note=True)))
    'Forum'
    """
    return "".join([run if isinstance(run, str) else run.text for run in line if isinstance(run, str) or not run.note])
