"""One object of an OParl document while it is read: each key is taken once, and what nobody took is told."""

from __future__ import annotations

import re
import uuid
from collections.abc import Callable, Iterator, Mapping
from typing import Any, TypeGuard, TypeVar, final
from zoneinfo import ZoneInfo

import attrs

from csegroup.errors import InvalidValue, Problem, joined_path
from csegroup.fields import a_url, an_id
from csegroup.text import LocalizedText, at_key, repaired

__all__ = ["OParlObject", "Reading", "has_link", "id_of", "is_address"]

T = TypeVar("T")

_URL_AT_MOST = 2000
# What tells of the object and not of what it describes.
_OF_THE_OBJECT = {"id", "type", "created", "modified", "deleted"}
_PERSONS = "may name persons, whom no record holds"
_FILE = "is of the whole meeting, and only an item has materials"
_LIST = "leads to objects that are read by themselves"
_WHY_LEFT_OUT = {
    **dict.fromkeys(("person", "persons", "participant", "membership", "contactName", "contactEmail"), _PERSONS),
    **dict.fromkeys(("body", "organization", "meeting", "agendaItem", "paper", "consultation", "file"), _LIST),
    **dict.fromkeys(("legislativeTermList", "locationList"), _LIST),
    **dict.fromkeys(("invitation", "resultsProtocol", "verbatimProtocol", "auxiliaryFile"), _FILE),
}
# For these the model shows the value, and a value of a stranger's document may be of a person.
_WITHOUT_THE_VALUE = {"url": "is no http or https address, percent-encoded", "form": "has not the form wanted"}
_LINK = re.compile(r"://|[a-z0-9]\.[a-z]{2,}/", re.IGNORECASE)


def id_of(url: str) -> str:
    """Make an id of the address that identifies an object: the address itself where it has the form of an id."""
    address = url.partition("://")[2]
    try:
        an_id("id", address)
    except InvalidValue:
        written = url.encode(errors="backslashreplace").decode()  # for half of a character has no bytes
        return f"oparl/{uuid.uuid5(uuid.NAMESPACE_URL, written)}"
    return address


def has_link(text: LocalizedText | None) -> bool:
    """Tell whether a text holds what looks like an address on the web."""
    return any(_LINK.search(words) for words in (text or {}).values())


@final
@attrs.define(eq=False, repr=False)
class Reading:
    """What holds for the whole document, and what was told and found deleted so far."""

    language: str
    time_zone: ZoneInfo
    told: list[Problem] = attrs.field(factory=list, init=False)
    deleted: list[str] = attrs.field(factory=list, init=False)


@final
@attrs.frozen(eq=False, repr=False)
class OParlObject:
    """An object with its place in the document."""

    body: Mapping[str, Any]
    path: str
    reading: Reading
    _taken: set[str] = attrs.field(factory=lambda: set(_OF_THE_OBJECT), init=False)

    def tell(self, key: str, code: str, message: str) -> None:
        """Say what of a key is not held."""
        self.reading.told.append(Problem(joined_path(self.path, key), code, message))

    def finish(self) -> None:
        """Tell of every key that was not taken, in the order of the document."""
        for key, value in self.body.items():
            if key not in self._taken and not _is_empty(value):
                self.tell(at_key(key), "left_out", _WHY_LEFT_OUT.get(key, "is nothing that a record holds"))

    def take(self, key: str, kind: type[T], wanted: str) -> T | None:
        """Give a value of a kind, or None where there is none."""
        self._taken.add(key)
        value = self.body.get(key)
        if _is_empty(value):
            return None
        if isinstance(value, kind) and not (kind is int and isinstance(value, bool)):
            return value
        self.tell(key, "type", f"is not {wanted}, and is left out")
        return None

    def url(self, key: str) -> str | None:
        """Give an address on the web."""
        found = self.take(key, str, "an address")
        try:
            if found is not None:
                a_url(key, found)
        except InvalidValue:
            self.tell(key, "url", f"{_WITHOUT_THE_VALUE['url']}; it is left out")
            return None
        return found

    def text(self, key: str, *, one_line: bool = True) -> LocalizedText | None:
        """Give a text as the model takes it, and tell what that changed."""
        written = self.take(key, str, "a text") or ""
        text = repaired(written, " " if one_line else "\n")
        if not text:
            return None
        if text != written:
            self.tell(key, "repaired", "is kept composed, without tabs, empty lines, and blanks at ends of lines")
        try:
            return LocalizedText({self.reading.language: text})
        except InvalidValue as error:
            self.tell(key, error.code, f"{error.message}; it is left out")
            return None

    def first_text(self, *keys: str) -> LocalizedText | None:
        """Give the first of several texts that is there; the others stay."""
        return next(filter(None, map(self.text, keys)), None)

    def object(self, key: str) -> OParlObject | None:
        """Give an object that stands inside, unless it was deleted."""
        inside = self.take(key, Mapping, "an object")  # type: ignore[type-abstract]
        return self._existing(inside, key) if inside else None

    def objects(self, key: str) -> Iterator[OParlObject]:
        """Give the objects of a list, but for deleted ones."""
        for i, inside in enumerate(self.take(key, list, "a list") or ()):
            place = f"{key}[{i}]"
            if not isinstance(inside, Mapping):
                self.tell(place, "type", "is not an object, and is left out")
            elif existing := self._existing(inside, place):
                yield existing

    def _existing(self, body: Mapping[str, Any], place: str) -> OParlObject | None:
        inside = self.inside(body, place)
        return None if inside.is_deleted() else inside

    def inside(self, body: Mapping[str, Any], place: str) -> OParlObject:
        """Give an object at a place of this one."""
        return OParlObject(body, joined_path(self.path, place), self.reading)

    def is_deleted(self) -> bool:
        """Tell whether only the mark of the object is left, and keep its id."""
        deleted = self.body.get("deleted") is True
        if deleted and is_address(self.body.get("id")):
            self.reading.deleted.append(id_of(self.body["id"]))
        return deleted

    def has_id(self) -> bool:
        """Tell whether the object can be referred to; one that cannot is left out."""
        known = is_address(self.body.get("id"))
        if not known:
            self.tell("id", "url", "is no http or https address, so that the object is left out")
        return known

    def made(
        self,
        cls: Callable[..., T],
        fields: dict[str, Any],
        *,
        keys: Mapping[str, str],
        instead: Mapping[str, Mapping[str, Any]] | None = None,
    ) -> T:
        """Make an object of the model, without the fields that it refuses, of which `keys` says where they stood.

        `instead` has the fields that stand in for a refused one.
        """
        while True:
            try:
                return cls(**fields)
            except InvalidValue as error:
                del fields[error.field]
                fields |= (instead or {}).get(error.field, {})
                message = _WITHOUT_THE_VALUE.get(error.code, error.message)
                self.tell(keys[error.field], error.code, f"{message}; it is left out")


def is_address(value: object) -> TypeGuard[str]:
    """Tell whether a value can identify an object."""
    return isinstance(value, str) and value.startswith(("http://", "https://")) and len(value) <= _URL_AT_MOST


def _is_empty(value: object) -> bool:
    return value is None or value in ("", [], {})
