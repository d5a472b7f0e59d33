"""What a text says of the meeting itself: its number, where that stands beside the name of its body."""

from __future__ import annotations

import re
from typing import Final

from csegroup.review.register import written_names
from csegroup.review.views import MeetingView
from csegroup.text import LocalizedText

__all__ = ["ordinals_of_the_body", "says_no_more_than_the_day"]

_JAPANESE: Final = re.compile("第([0-9]+|[一二三四五六七八九十]+)回 ?([^（(「『、。\n]*)")
_ENGLISH: Final = re.compile(r"\b([0-9]+)(?:st|nd|rd|th)\b ?([A-Za-z' ]*)")
_NARROW: Final = {ord(wide): ord(wide) - 0xFEE0 for wide in "０１２３４５６７８９"}
_FOR_ANOTHER: Final = re.compile("に向け|のため|の準備|への|に関する|の議事|の結果|の開催報告")
_WORDS: Final = re.compile("[A-Za-z']+")


def ordinals_of_the_body(view: MeetingView, written: str) -> list[int]:
    """Give the numbers of meetings that a text names together with the body's own name, or as all that it says."""
    narrow = written.translate(_NARROW)
    names = [name for one in (view.meeting.body, *view.meeting.jointly_with) for name in _names(view, one.name)]
    japanese = [match for match in _JAPANESE.finditer(narrow) if _is_own(match, names)]
    english = [match for match in _ENGLISH.finditer(narrow) if _is_own_in_english(match, names)]
    return [_number(match[1]) for match in (*japanese, *english)]


def _names(view: MeetingView, text: LocalizedText) -> list[str]:
    """Give the names of a body in each language, and those behind the council's."""
    names = list(written_names(text).values())
    council = view.records.council
    owners = [name for one in (council.names if council else ()) for name in written_names(one.text).values()]
    return [*names, *(owner + name for owner in owners for name in names)]


def _is_own(match: re.Match[str], names: list[str]) -> bool:
    behind, before = match[2].strip(), match.string[: match.start()].rstrip(" 　（(")
    if match[0].strip() == match.string.strip() and behind in {"", "会議", "会合", "開催"}:
        return True
    for name in names:
        length = next((n for n in range(len(name), 1, -1) if behind.startswith(name[-n:])), 0)
        if length and not _FOR_ANOTHER.match(behind[length:]):
            return True
    return any(before.endswith(name) for name in names if len(name) > 1)


def _is_own_in_english(match: re.Match[str], names: list[str]) -> bool:
    behind = _WORDS.findall(match[2].lower())
    if match[0].strip() == match.string.strip() and behind in ([], ["meeting"]):
        return True
    mine = [words for name in names if (words := _WORDS.findall(name.lower()))]
    return any(behind[: len(words)] == words or (len(behind) > 1 and words[:2] == behind[:2]) for words in mine)


def _number(written: str) -> int:
    if written.isdigit() and written.isascii():
        return int(written)
    tens, _, ones = written.rpartition("十")
    digits = "〇一二三四五六七八九"
    return ("十" in written) * 10 * max(digits.find(tens), 1 - bool(tens)) + max(digits.find(ones), 0)


_AROUND_A_DAY: Final = re.compile(
    r"第[0-9一二三四五六七八九十]+回|[0-9]+(?:st|nd|rd|th)|[0-9]+年度|令和|平成|開催|定例|臨時|"
    r"[()（）\[\]、・,.:：–—/\s　-]|総会|会議|会合|の|"
    r"\b(?i:held|on|of|the|at|special|extraordinary|ordinary|regular|general|meeting)\b"
)


def says_no_more_than_the_day(view: MeetingView, title: str, day: str) -> bool:
    """Tell whether a title has nothing but a day, a number and names of the body or the council."""
    rest = title.translate(_NARROW).translate({ord("（"): "(", ord("）"): ")"}).replace(day, "")
    for name in sorted(_names(view, view.meeting.body.name), key=len, reverse=True):
        rest = rest.replace(name, "")
        ending = next((name[-n:] for n in range(len(name), 1, -1) if name[-n:] in rest), "")
        beginning = " ".join(name.split()[:2])
        rest = rest.replace(ending, "") if ending else rest.replace(beginning, "")
    return not _AROUND_A_DAY.sub("", rest)
