"""Rules over names that are written in two ways: of organizations, of buildings and of people."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import Final

from csegroup.organizations import Organization, Speaker
from csegroup.places import Venue
from csegroup.review.findings import Found, Rule, Severity, found
from csegroup.review.register import written_names
from csegroup.review.views import MeetingView, Records
from csegroup.text import LocalizedText

__all__ = ["SPELLING_RULES"]

_OFTEN = 2
# Forms of one character that people are called by, and the one that others type.
_COMMON: Final = str.maketrans(
    "髙﨑𠮷濵濱澤邊邉齋齊嶋嶌桒眞德瀨廣國圓榮惠曻冨槗栁侚淸靑",
    "高崎吉浜浜沢辺辺斎斉島島桑真徳瀬広国円栄恵昇富橋柳徇清青",
)


def look_for_near_names(view: MeetingView) -> Iterator[Found]:
    """Find names without an id in which one character differs from one that is known."""
    for path, organization in view.organizations:
        if organization.id is None and organization.parent is None:
            for language, name in written_names(organization.name).items():
                if right := view.records.register.name_near(name):
                    yield found(f"{path}.name.{language}", name=name, right=right)
                    break


def look_for_other_translations(records: Records) -> Iterator[Found]:
    """Find names whose English is another one everywhere else."""
    named: dict[tuple[str, ...], list[tuple[str, LocalizedText]]] = {}
    for path, key, text in _named(records):
        if {"ja", "en"} <= written_names(text).keys():
            named.setdefault(key, []).append((path, text))
    for entries in named.values():
        counted = Counter(_folded(written_names(text)["en"]) for _, text in entries)
        usual, often = counted.most_common(1)[0]
        right = next(text for _, text in entries if _folded(written_names(text)["en"]) == usual)
        for path, text in entries if often >= _OFTEN else ():
            if counted[_folded(written_names(text)["en"])] == 1:
                english = written_names(text)["en"]
                yield found(f"{path}.name", name=english, right=written_names(right)["en"], japanese=key_of(text))


def _named(records: Records) -> Iterator[tuple[str, tuple[str, ...], LocalizedText]]:
    """Give the names of organizations without an id, and of buildings, each by its Japanese."""
    for path, one in records.used_organizations:
        if one.id is None:
            yield path, ("organization", *(key_of(each.name) for each in one.lineage)), one.name
    for path, meeting in records.latest:
        for i, venue in enumerate(meeting.venues):
            if isinstance(venue, Venue):
                yield f"{path}.venues[{i}]", ("venue", key_of(venue.name)), venue.name


def key_of(name: LocalizedText) -> str:
    """Give the Japanese of a name."""
    return written_names(name).get("ja", "")


def _folded(name: str) -> str:
    return " ".join(name.casefold().replace("-", " ").split())


_SPACE: Final = re.compile("(?<=[一-鿿々ぁ-んァ-ヴー])[ 　](?=[一-鿿々ぁ-んァ-ヴー])")


def look_for_spaces_in_names(records: Records) -> Iterator[Found]:
    """Find Japanese names with a space that the same name elsewhere does not have."""
    known = {key_of(one.name) for _, one in records.all_organizations()}
    for path, one in records.all_organizations():
        name = key_of(one.name)
        closed = _SPACE.sub("", name)
        if closed != name and closed in known:
            yield found(f"{path}.name.ja", name=name, right=closed)


def look_for_people_in_two_ways(records: Records) -> Iterator[Found]:
    """Find a person of an organization whose name stands elsewhere in another form of a character."""
    seen: dict[tuple[str, str], str] = {}
    for view in records.views():
        for path, speaker in view.all(Speaker):
            name = key_of(speaker.name) if speaker.name else ""
            root = _organization(speaker)
            if name and root:
                right = seen.setdefault((name.translate(_COMMON), key_of(root.name)), name)
                if right != name:
                    yield found(f"{path}.name.ja", name=name, right=right)


def _organization(speaker: Speaker) -> Organization | None:
    one = speaker.organization or (speaker.post.organization if speaker.post else None)
    return one.lineage[-1] if one else None


_W, _N = Severity.WARNING, Severity.NOTE

SPELLING_RULES: tuple[Rule, ...] = (
    Rule(
        code="name_near",
        severity=_N,
        of_meeting=look_for_near_names,
        reason="One character differs from a name that is known: it may be misspelled.",
    ),
    Rule(
        code="translation_differs",
        severity=_W,
        of_records=look_for_other_translations,
        reason="One name in Japanese that has another one in English here than everywhere else.",
    ),
    Rule(
        code="space_in_name",
        severity=_W,
        of_records=look_for_spaces_in_names,
        reason="A space inside of a name parts it from the same name without.",
    ),
    Rule(
        code="person_two_ways",
        severity=_W,
        of_records=look_for_people_in_two_ways,
        reason="髙橋 here and 高橋 there: one person is written as the person writes.",
    ),
)
