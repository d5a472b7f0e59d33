"""JSON Schema 2020-12 of the records, made from the classes of the model and the checks of their fields."""

from __future__ import annotations

import datetime as dt
import json
import types
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import Any, Final, TypeAlias, Union, get_args, get_origin, get_type_hints

import attrs

from csegroup.council import Council
from csegroup.fields import (
    Check,
    Checks,
    Choice,
    EachCheck,
    Extensions,
    FormCheck,
    InstanceCheck,
    NumberCheck,
    OptionalCheck,
    all_different,
)
from csegroup.json.descriptions import listed, words_of
from csegroup.json.envelope import AnyRecord, format_of
from csegroup.json.schema_rules import RULES
from csegroup.json.schema_texts import LEAF_CHECKS, STRINGS, TEXT_CHECKS, TEXTS, one_line
from csegroup.json.tags import TAGS
from csegroup.meetings import Meeting, Place
from csegroup.organizations import DatedOrganization
from csegroup.program import Item, SessionItem
from csegroup.style import Style
from csegroup.text import LocalizedText

__all__ = ["NAMES", "as_json", "fields_of", "kinds", "schema", "without_none"]

Schema: TypeAlias = dict[str, Any]
Hint: TypeAlias = Any  # a type, as `get_type_hints` gives it

NAMES: Final[Mapping[type[AnyRecord], str]] = {
    cls: format_of(cls).name for cls in (Meeting, Council, DatedOrganization, Style)
}
_UNIONS: Final[Mapping[Hint, str]] = {Item: "Item", SessionItem: "SessionItem", Place: "Place"}
_DEFS: Final = "#/$defs/"
_DAY = "[0-9]{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])"
_HOUR = "(?:[01][0-9]|2[0-3])"
_LEAVES: Final[dict[type, Schema]] = {
    bool: {"type": "boolean"},
    int: {"type": "integer"},
    str: {"type": "string"},
    dt.date: {"type": "string", "format": "date", **one_line(_DAY, but="^0000")},
    dt.datetime: {
        "type": "string",
        "format": "date-time",
        **one_line(f"{_DAY}T{_HOUR}:[0-5][0-9]:[0-5][0-9](?:Z|[+-]{_HOUR}:[0-5][0-9])", but="^0000"),
    },
}


def schema(cls: type[AnyRecord]) -> dict[str, Any]:
    """Give the JSON Schema (2020-12) of a meeting's, a council's or a style's document, as new dicts.

    It accepts what `loads` accepts. What it cannot refuse is listed on the page about the format.

    >>> schema(Meeting)["$id"]
    'urn:csegroup:schema:meeting:1'
    """
    made: Schema = json.loads(json.dumps(_document(cls)))
    return made


def _document(cls: type[Any]) -> Schema:
    head: dict[str, str | int] = format_of(cls).head
    body = _object(cls)
    consts = {key: _const("Document", key, value) for key, value in head.items()}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": head["$schema"],
        **body,
        "properties": {**consts, **body["properties"]},
        "required": ["format", "version", *body["required"]],
        "$defs": {name: _definition(name) for name in sorted(_pointed_to(body, set()))},
    }


def _const(name: str, key: str, value: str | int) -> Schema:
    return {**_said(name, key), "type": "integer" if isinstance(value, int) else "string", "const": value}


def _said(name: str, key: str = "is", *, of: Hint = None) -> Schema:
    """Say title and description in both languages, where every editor shows them, and what words of a list mean."""
    words = words_of(name, key)
    said, said_ja = ([words.text], [words.text_ja])
    if _is_choice(of):
        meanings, meanings_ja = listed(of.__name__)
        said, said_ja = [*said, meanings], [*said_ja, meanings_ja]
    title = f"{words.title} / {words.title_ja}"
    examples = {"examples": list(words.examples)} if words.examples else {}
    return {"title": title, "description": f"{' '.join(said)}\n{''.join(said_ja)}", **examples}


def _is_choice(kind: Hint) -> bool:
    return isinstance(kind, type) and issubclass(kind, Choice)


def _pointed_to(part: object, found: set[str]) -> set[str]:
    """Find the names that are pointed to, and those that what they name points to."""
    inside: Iterable[object] = part.values() if isinstance(part, dict) else part if isinstance(part, list) else ()
    for inner in inside:
        _pointed_to(inner, found)
    if isinstance(part, dict) and "$ref" in part and (name := part["$ref"].removeprefix(_DEFS)) not in found:
        found.add(name)
        _pointed_to(_definition(name), found)
    return found


@cache
def _definition(name: str) -> Schema:
    """Make what has a name of its own."""
    if name in STRINGS or name in TEXTS:
        return {**_said(name), **(STRINGS.get(name) or TEXTS[name])}
    kind = kinds()[name]
    if isinstance(kind, type):
        return {**_said(name, of=kind), **_words(kind)} if _is_choice(kind) else _object(kind)
    return _one_of(name, kind)


def _words(kind: type[Choice]) -> Schema:
    return {"type": "string", "enum": [word.value for word in kind]}


def _one_of(name: str, union: Hint) -> Schema:
    """Tell the classes of a union apart by `type`, so that what is wrong in an object is told at its place."""
    tags = {TAGS[cls]: cls for cls in get_args(union)}
    return {
        **_said(name),
        "type": "object",
        "required": ["type"],
        "properties": {"type": {**_said("Document", "type"), "type": "string", "enum": list(tags)}},
        "allOf": [
            {
                "if": {"required": ["type"], "properties": {"type": {"const": tag}}},
                "then": _ref(cls.__name__),
            }
            for tag, cls in tags.items()
        ],
    }


@cache
def kinds() -> dict[str, Hint]:
    """Give the classes, closed lists and unions of the model by their names."""
    found: dict[str, Hint] = {}
    for cls in NAMES:
        _add_kinds(cls, found)
    return found


def _add_kinds(hint: Hint, found: dict[str, Hint]) -> None:
    name = _name(hint)
    if name not in found and hint not in {LocalizedText, Extensions}:
        if name in _UNIONS.values() or (isinstance(hint, type) and (attrs.has(hint) or _is_choice(hint))):
            found[name] = hint
        for inner in (*(get_type_hints(hint).values() if attrs.has(hint) else ()), *get_args(hint)):
            _add_kinds(inner, found)


def _name(hint: Hint) -> str:
    return _UNIONS.get(hint) or str(getattr(hint, "__name__", ""))


def _object(cls: type) -> Schema:
    """Make a closed object of a class of the model."""
    fields = list(fields_of(cls))
    tag = {"type": _const("Document", "type", TAGS[cls])} if cls in TAGS else {}
    rules = RULES.get(cls, [])
    return {
        **_said(cls.__name__),
        "type": "object",
        "properties": tag | {name: _property(cls, name, hint, field) for name, hint, field in fields},
        "required": [*tag, *(name for name, _, field in fields if field and field.default is attrs.NOTHING)],
        "additionalProperties": False,
        **({"allOf": rules} if rules else {}),
    }


def fields_of(cls: type) -> Iterator[tuple[str, Hint, attrs.Attribute[Any] | None]]:
    """Give the keys of a class with their types; `time_zone` stands beside `start` and is no field."""
    hints = get_type_hints(cls)
    for field in attrs.fields(cls):
        if cls is Meeting and field.name == "start":
            yield "time_zone", str | None, None
        yield field.name, hints[field.name], field


def _property(cls: type, name: str, hint: Hint, field: attrs.Attribute[Any] | None) -> Schema:
    if field is None:
        return {
            **_said(cls.__name__, name),
            "type": ["string", "null"],
            **one_line("[A-Za-z][A-Za-z0-9_+-]*(?:/[A-Za-z0-9_+-]+)*"),
        }
    checks = field.validator.checks if isinstance(field.validator, Checks) else ()
    made = _value(hint, list(checks))
    return {**_said(cls.__name__, name, of=without_none(hint)), **made, **_default(field)}


def _default(field: attrs.Attribute[Any]) -> Schema:
    """Give a default that is something; what may be null or empty says so by its type."""
    value = field.default
    if isinstance(value, Choice):
        return {"default": value.value}
    return {"default": value} if isinstance(value, (str, int)) else {}


def without_none(hint: Hint) -> Hint:
    """Give what a type is beside None."""
    if get_origin(hint) in {Union, types.UnionType} and type(None) in get_args(hint):
        return Union[tuple(one for one in get_args(hint) if one is not type(None))]  # noqa: UP007 - of as many as there are
    return hint


def _value(hint: Hint, checks: list[Check]) -> Schema:
    """Make the schema of a type under checks."""
    kind = without_none(hint)
    made = _something(kind, [inner for check in checks for inner in _inside(check, OptionalCheck)])
    return made if kind is hint else _or_null(made, kind)


def _inside(check: Check, kind: type[OptionalCheck | EachCheck]) -> Iterable[Check]:
    return check.checks if isinstance(check, kind) else [check]


def _or_null(made: Schema, kind: Hint) -> Schema:
    """Take null too. An object is pointed to by if and then, so that what is wrong in it is told at its place."""
    if _is_choice(kind):
        return {"type": ["string", "null"], "enum": [*_words(kind)["enum"], None]}
    if "$ref" in made:
        return {"type": ["object", "null"], "if": {"type": "object"}, "then": made}
    return made | {"type": [made["type"], "null"]}


def _something(kind: Hint, checks: list[Check]) -> Schema:
    origin: Hint = get_origin(kind)
    if origin is tuple:
        each = [inner for check in checks for inner in _inside(check, EachCheck) if check is not all_different]
        made = {"type": "array", "items": _value(get_args(kind)[0], each)}
        return made | ({"uniqueItems": True} if all_different in checks else {})
    if kind in _LEAVES:
        made = dict(_LEAVES[kind])
        for check in checks:
            made |= _checked(check)
        return made
    if kind is LocalizedText:
        return _ref(next(TEXT_CHECKS[check] for check in checks if check in TEXT_CHECKS))
    return _ref(_name(kind))


def _ref(name: str) -> Schema:
    return {"$ref": f"{_DEFS}{name}"}


def _checked(check: Check) -> Schema:
    """Say of a leaf what its check wants."""
    match check:
        case FormCheck():
            return {**one_line(check.pattern), "maxLength": check.at_most}
        case NumberCheck():
            return {"minimum": check.least, "maximum": check.greatest}
        case InstanceCheck():
            return {}
        case _:
            return LEAF_CHECKS[check]


def as_json(value: object) -> bytes:
    """Write schemas for files: characters that nobody can see are escaped."""
    text = json.dumps(value, ensure_ascii=False, indent=2)
    return "".join(one if one.isprintable() or one == "\n" else json.dumps(one)[1:-1] for one in text).encode() + b"\n"
