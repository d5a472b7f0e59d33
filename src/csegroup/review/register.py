"""The register of a council, prepared for many questions: by id and by name, with the days of each name."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, cached_property
from typing import NamedTuple, TypeAlias, final

from csegroup.council import Body, Council, MemberGroup
from csegroup.organizations import AttendeeKind, DatedOrganization, Organization
from csegroup.spans import holds
from csegroup.text import LocalizedText, language_of

__all__ = ["Known", "Register", "names_of", "share_a_name", "written_names"]

_NAME_LENGTH = 5
_TELLING = "〇一二三四五六七八九十東西南北上中下大小新都道府県市区町村第"

Dated: TypeAlias = Body | MemberGroup | DatedOrganization


@final
class Known(NamedTuple):
    """A name of an organization that the records know the days of, and where it stands."""

    path: str
    dated: Dated

    @property
    def organization(self) -> Organization:
        """The organization under that name."""
        return self.dated.organization

    def held_on(self, day: dt.date) -> bool:
        """Tell whether the name held on a day."""
        return holds(self.dated, day)


@final
class Register:
    """Bodies, members and organizations, each id with all its names."""

    def __init__(self, council: Council | None, organizations: Sequence[DatedOrganization]) -> None:
        self.bodies: dict[str, list[Known]] = _by_id(_known("council.bodies", council.bodies if council else ()))
        self.members: dict[str, list[Known]] = _by_id(
            _known("council.member_groups", council.member_groups if council else ())
        )
        others = _by_id(_known("organizations", organizations))
        self.names: dict[str, list[Known]] = {}
        for group in (self.bodies, self.members, others):
            for key, known in group.items():
                self.names.setdefault(key, []).extend(known)
        self._member_ids: dict[str, set[tuple[str, str]]] = {}
        for key, known in self.members.items():
            for one in known:
                for name in names_of(one.organization):
                    self._member_ids.setdefault(_without_form(name), set()).add((name, key))

    def members_named(self, organization: Organization) -> set[str]:
        """Give the ids of the members under a name, whose legal form one of the two may leave out."""
        known = ((name, self._member_ids.get(_without_form(name), ())) for name in names_of(organization))
        return {key for name, others in known for other, key in others if name == other or "  " in name + other}

    def kinds_of(self, key: str) -> set[AttendeeKind]:
        """Give the kinds as which a member was counted; none for what is no member."""
        return {one.dated.kind for one in self.members.get(key, ()) if isinstance(one.dated, MemberGroup)}

    @cached_property
    def _patterns(self) -> dict[str, str]:
        """The names of all but one character, to find those in which one differs."""
        names = {name for one in self for name in written_names(one.organization.name).values()}
        return {pattern: name for name in sorted(names) if len(name) >= _NAME_LENGTH for pattern in _all_but_one(name)}

    @cached_property
    def _written(self) -> frozenset[str]:
        return frozenset(name for one in self for name in written_names(one.organization.name).values())

    def name_near(self, name: str) -> str:
        """Give a name in which one character differs; empty where there is none, or where the name is known itself."""
        if name in self._written or len(name) < _NAME_LENGTH:
            return ""
        return next((self._patterns[pattern] for pattern in _all_but_one(name) if pattern in self._patterns), "")

    def __iter__(self) -> Iterator[Known]:
        return (one for known in self.names.values() for one in known)


def _all_but_one(name: str) -> Iterator[str]:
    """Leave each character out in turn, but those that count, and those that tell a prefecture from a city."""
    for i, character in enumerate(name):
        if character not in _TELLING and not character.isdigit():
            yield f"{name[:i]}\0{name[i + 1 :]}"


def _known(field: str, records: Iterable[Dated]) -> Iterator[Known]:
    return (Known(f"{field}[{i}]", record) for i, record in enumerate(records))


def _by_id(known: Iterable[Known]) -> dict[str, list[Known]]:
    made: dict[str, list[Known]] = {}
    for one in known:
        made.setdefault(str(one.organization.id), []).append(one)
    return made


def written_names(text: LocalizedText) -> dict[str, str]:
    """Give a name in each primary language, official before translated, without its readings."""
    made: dict[str, str] = {}
    for tag, name in text.items():
        language = _language(tag)
        if language and (tag == language or language not in made):
            made[language] = name
    return made


@cache
def _language(tag: str) -> str:
    """Give the language that a tag writes a name in; empty for a reading."""
    return "" if tag.startswith(("ja-Hira", "ja-Kana", "ja-Latn", "ja-Hrkt")) else language_of(tag)


def names_of(organization: Organization) -> Iterator[str]:
    """Give the written names of an organization that stands by itself, each with the language before it."""
    if organization.parent is None:
        form = organization.legal_form.value if organization.legal_form else ""
        for language, name in written_names(organization.name).items():
            yield f"{language} {form} {name}"


def _without_form(name: str) -> str:
    language, _, rest = name.split(" ", 2)
    return f"{language} {rest}"


def share_a_name(one: LocalizedText, other: LocalizedText) -> bool | None:
    """Tell whether two names are alike in a language, one being the other or inside it; None with none in common."""
    ours, theirs = written_names(one), written_names(other)
    common = ours.keys() & theirs.keys()
    if not common:
        return True if set(ours.values()) & set(theirs.values()) else None
    return any(ours[tag] in theirs[tag] or theirs[tag] in ours[tag] for tag in common)
