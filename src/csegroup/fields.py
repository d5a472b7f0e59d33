"""What a field may hold, beside text: checks with messages for people, and the converters of sequences.

A check is a function of the field's path and the value; it raises `InvalidValue` or does nothing.
A converter never raises: it leaves a wrong value as it is, for the check that knows the field's name.
"""

from __future__ import annotations

import datetime as dt
import enum
import re
from collections.abc import Callable, Iterable, Mapping
from typing import Any, TypeVar, cast, final

import attrs

from csegroup.errors import InvalidValue, joined_path
from csegroup.text import LocalizedText, StringMapping, a_text, check_text, shown

__all__ = [
    "EXTENSION_KEY",
    "NO_EXTENSIONS",
    "URL",
    "Check",
    "Checks",
    "Choice",
    "EachCheck",
    "Extensions",
    "FormCheck",
    "InstanceCheck",
    "NumberCheck",
    "OptionalCheck",
    "a_country",
    "a_day",
    "a_line",
    "a_string",
    "a_url",
    "all_different",
    "an_id",
    "an_instance",
    "check",
    "each",
    "matching",
    "one_line",
    "only_extensions",
    "optional",
    "to_extensions",
    "to_strings",
    "tuple_of",
    "whole_number",
]

Check = Callable[[str, object], None]
T = TypeVar("T")

_GREATEST_INTEGER = 2**31 - 1
URL = re.compile(
    r"https?://(?:[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*\.?|\[[0-9A-Fa-f:.]+\])(?::[0-9]{1,5})?(?:[/?#](?:[A-Za-z0-9._~:/?#\[\]@!$&'()*+,;=-]|%[0-9A-Fa-f]{2})*)?"
)
EXTENSION_KEY = re.compile(r"x-[a-z0-9-]+")
_UNPRINTABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")


class Choice(enum.Enum):
    """A word of a closed list; its value is its name in small letters and its repr can be typed back in."""

    def __repr__(self) -> str:
        return f"{type(self).__name__}.{self.name}"


@final
class Checks:
    """The validator of a field, made of checks, which the readers of other forms look into."""

    __slots__ = ("checks",)

    def __init__(self, checks: tuple[Check, ...]) -> None:
        self.checks: tuple[Check, ...] = checks

    def __call__(self, _instance: object, attribute: attrs.Attribute[Any], value: object) -> None:
        """Run each check; as attrs calls a validator."""
        for one in self.checks:
            one(attribute.name, value)


def check(*checks: Check) -> Checks:
    """Make the validator of a field from checks."""
    return Checks(checks)


@final
class OptionalCheck:
    """Leaves None, and checks everything else."""

    __slots__ = ("checks",)

    def __init__(self, checks: tuple[Check, ...]) -> None:
        self.checks: tuple[Check, ...] = checks

    def __call__(self, field: str, value: object) -> None:
        """Check what is not None."""
        if value is not None:
            for one in self.checks:
                one(field, value)


def optional(*checks: Check) -> OptionalCheck:
    """Leave None, and check everything else."""
    return OptionalCheck(checks)


@final
class EachCheck:
    """Checks every element of a tuple, by its place."""

    __slots__ = ("checks",)

    def __init__(self, checks: tuple[Check, ...]) -> None:
        self.checks: tuple[Check, ...] = checks

    def __call__(self, field: str, value: object) -> None:
        """Check each element."""
        if not isinstance(value, tuple):
            raise InvalidValue("type", field, f"is a list, not {shown(value)}")
        for i, element in enumerate(value):
            for one in self.checks:
                one(f"{field}[{i}]", element)


def each(*checks: Check) -> EachCheck:
    """Check every element of a tuple, by its place."""
    return EachCheck(checks)


def all_different(field: str, value: object) -> None:
    """Refuse a tuple that holds the same thing twice."""
    seen: set[object] = set()
    for i, element in enumerate(cast("tuple[object, ...]", value)):
        if element in seen:
            raise InvalidValue("twice", f"{field}[{i}]", "stands in the list twice; take one out")
        seen.add(element)


@final
class InstanceCheck:
    """Wants one of some classes."""

    __slots__ = ("classes",)

    def __init__(self, classes: tuple[type, ...]) -> None:
        self.classes: tuple[type, ...] = classes

    def __call__(self, field: str, value: object) -> None:
        """Check the class."""
        if not isinstance(value, self.classes):
            wanted = " or ".join(one.__name__ for one in self.classes)
            raise InvalidValue("type", field, f"needs {wanted}, not {shown(value)}")


def an_instance(*classes: type) -> InstanceCheck:
    """Want one of some classes."""
    return InstanceCheck(classes)


@final
class NumberCheck:
    """Wants an int, and no bool, in a range."""

    __slots__ = ("greatest", "least")

    def __init__(self, least: int) -> None:
        self.least: int = least
        self.greatest: int = _GREATEST_INTEGER

    def __call__(self, field: str, value: object) -> None:
        """Check type and range."""
        if type(value) is not int:
            raise InvalidValue("type", field, f"is a whole number, not {shown(value)}")
        if value < self.least:
            raise InvalidValue("range", field, f"is {self.least} or more, not {shown(value)}")
        if value > self.greatest:
            raise InvalidValue("range", field, f"is {self.greatest} at most, not {shown(value)}")


def whole_number(least: int) -> NumberCheck:
    """Want an int, and no bool, from a least value to the greatest that a calendar file holds (RFC 5545)."""
    return NumberCheck(least)


def a_day(field: str, value: object) -> None:
    """Want a date; a datetime is one to a type checker, so its type is looked at."""
    if type(value) is not dt.date:
        raise InvalidValue("type", field, f"is a datetime.date, without an hour, not {shown(value)}")


def a_line(field: str, value: object) -> None:
    """Want a text in several languages, each on one line."""
    a_text(field, value)
    one_line(field, value)


def one_line(field: str, value: object) -> None:
    """Refuse a line break in a text."""
    for tag, words in cast("LocalizedText", value).items():
        if "\n" in words:
            raise InvalidValue("newline", joined_path(field, tag), "stands on one line; take the line break out")


def a_string(field: str, value: object) -> None:
    """Want a plain string on one line, alike in all languages."""
    check_text(field, value)
    if "\n" in cast("str", value):
        raise InvalidValue("newline", field, "stands on one line; take the line break out")


@final
class FormCheck:
    """Wants a string of a form."""

    __slots__ = ("_fullmatch", "at_most", "pattern", "wanted")

    def __init__(self, pattern: str, wanted: str, at_most: int) -> None:
        self.pattern: str = pattern
        self.wanted: str = wanted
        self.at_most: int = at_most
        self._fullmatch = re.compile(pattern).fullmatch

    def __call__(self, field: str, value: object) -> None:
        """Check the form, and the length."""
        if not isinstance(value, str) or not self._fullmatch(value) or len(value) > self.at_most:
            raise InvalidValue("form", field, f"is {self.wanted}, not {shown(value)}")


def matching(pattern: str, wanted: str, *, at_most: int = 1000) -> FormCheck:
    """Want a string of a form, said to people in a few words."""
    return FormCheck(pattern, wanted, at_most)


def a_url(field: str, value: object) -> None:
    """Want an address on the web that stands as it is in a calendar file."""
    if not isinstance(value, str) or not URL.fullmatch(value):
        raise InvalidValue(
            "url", field, f"is a whole http or https address, percent-encoded, without a password, not {shown(value)}"
        )


a_country: Check = matching("[A-Z]{2}", "a country's two capital letters of ISO 3166-1 such as 'JP'")
an_id: Check = matching(
    r"[a-z0-9]+(?:[._/-][a-z0-9]+)*", "an id of a-z, 0-9 and single . _ - or / such as 'jp/npa'", at_most=200
)


def tuple_of(value: Iterable[T]) -> tuple[T, ...]:
    """Keep any iterable as a tuple; a string, a mapping or a set, which has no order, stays as it is.

    Each kind of element has a function of its own over this one: mypy cannot tell the type of a field from a
    converter that takes any.
    """
    given: object = value
    if isinstance(given, Iterable) and not isinstance(given, (str, bytes, Mapping, set, frozenset)):
        return tuple(given)
    return cast("tuple[T, ...]", given)


def to_strings(value: Iterable[str]) -> tuple[str, ...]:
    """Convert to a tuple of strings."""
    return tuple_of(value)


@final
@attrs.frozen(eq=False, repr=False)
class Extensions(StringMapping):
    """What other tools keep with an object: an immutable mapping of keys `x-…` to strings.

    >>> Extensions({"x-ministry-id": "42"})["x-ministry-id"]
    '42'
    """

    def __attrs_post_init__(self) -> None:
        super().__attrs_post_init__()
        for key, value in cast("Mapping[object, object]", self).items():
            if not isinstance(key, str) or not EXTENSION_KEY.fullmatch(key):
                raise InvalidValue("extension", "", f"a key is x- and a-z, 0-9 or -, not {shown(key)}")
            if not isinstance(value, str) or _UNPRINTABLE.search(value):
                raise InvalidValue("extension", key, f"is a text without control characters, not {shown(value)}")

    def __repr__(self) -> str:
        return repr(dict(self))


NO_EXTENSIONS = Extensions({})


def to_extensions(value: Mapping[str, str]) -> Extensions:
    """Convert a mapping; what is none stays as it is, for `only_extensions`."""
    try:
        return value if isinstance(value, Extensions) else Extensions(value)
    except InvalidValue:
        return cast("Extensions", value)


def only_extensions(field: str, value: object) -> None:
    """Refuse what is no mapping of extension keys to strings."""
    if not isinstance(value, Extensions):
        try:
            Extensions(cast("Mapping[str, str]", value))
        except InvalidValue as error:
            raise error.inside(field) from None
