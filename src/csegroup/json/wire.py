"""The fast way between records and JSON: msgspec Structs, made from the classes of the model themselves.

A Struct has the fields of a class, and msgspec checks of them what a type can say: kinds of values, words of closed
lists, unknown keys. What it cannot say are the checks of the fields and the rules between them; those are the model's
own, and run here as they do in Python. A document that is refused here is read again the slow way, which says why.
"""

from __future__ import annotations

import datetime as dt
import types
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from typing import Any, Final, ForwardRef, Literal, NamedTuple, TypeAlias, Union, get_args, get_origin, get_type_hints

import attrs
import msgspec
from msgspec import UNSET, UnsetType

from csegroup.fields import (
    Check,
    EachCheck,
    Extensions,
    InstanceCheck,
    OptionalCheck,
    a_line,
    only_extensions,
)
from csegroup.json.tags import TAGS
from csegroup.json.times import times_in_zone
from csegroup.meetings import Meeting
from csegroup.text import LocalizedText, a_text, line_of, text_of

__all__ = ["Wire", "wire"]

Hint: TypeAlias = Any  # a type, as `get_type_hints` gives it
_UNIONS: Final[frozenset[Any]] = frozenset({Union, types.UnionType})
_TUPLE: Final[Any] = tuple
# What is done when such a value is made.
_IMPLIED: Final[frozenset[object]] = frozenset({a_line, a_text, only_extensions})


class Wire(NamedTuple):
    """How records of a class are read and written.

    `parse` gives the Struct of a document, `again` writes one anew, `build` makes the record; they raise whatever
    msgspec or the model raises.
    """

    parse: Callable[[bytes | str], Any]
    again: Callable[[Any], bytes]
    build: Callable[[Any], Any]
    dumps: Callable[[Any], bytes]

    def loads(self, data: bytes | str) -> Any:  # noqa: ANN401 - a record
        """Read a record."""
        return self.build(self.parse(data))


@cache
def wire(cls: type, schema: str, name: str, version: int) -> Wire:
    """Make both ways for a class, once; it takes some milliseconds."""
    for one in _classes_in(cls, {}):
        _make(one)
    head: list[Any] = [
        ("schema", Literal[schema] | UnsetType, UNSET),
        ("format", Literal[name]),
        ("version", Literal[version]),
    ]
    document = msgspec.defstruct(
        f"{cls.__name__}Document",
        [*head, *_fields(cls)],
        rename={"schema": "$schema"},
        forbid_unknown_fields=True,
        omit_defaults=True,
        kw_only=True,
        gc=False,
        module=__name__,
    )
    decode, encode = msgspec.json.Decoder(document).decode, msgspec.json.Encoder().encode
    begin = encode({"$schema": schema, "format": name, "version": version})[:-1] + b","
    return Wire(
        decode, encode, _MADE[f"build_{cls.__name__}"], lambda record: begin + encode(_unbuilder(cls)(record))[1:]
    )


@cache
def _unbuilder(cls: type) -> Callable[[Any], Any]:
    """Make the functions to Structs, which whoever only reads does not need."""
    classes = _classes_in(cls, {})
    for one in classes:
        exec("\n".join(_unbuild_lines(one)), _MADE)  # noqa: S102 - as in `_make`
        _UNBUILDS[one] = _MADE[f"unbuild_{one.__name__}"]
    return _UNBUILDS[cls]


@cache
def _hints(cls: type) -> dict[str, Hint]:
    return get_type_hints(cls)


def _struct_name(cls: type) -> str:
    return f"{cls.__name__}Struct"


def _classes_in(hint: Hint, found: dict[type, None]) -> dict[type, None]:
    """Find the classes of the model in a type, and in the fields of those."""
    if isinstance(hint, type) and attrs.has(hint) and hint not in _LEAVES and hint not in found:
        found[hint] = None
        for inner in _hints(hint).values():
            _classes_in(inner, found)
    for inner in get_args(hint):
        _classes_in(inner, found)
    return found


_LEAVES: Final = frozenset({LocalizedText, Extensions})


def _fields(cls: type) -> Iterator[tuple[str, Hint, object]]:
    """Give the fields of a Struct: what is None or empty stands for itself, all else is UNSET where it is missing."""
    hints = _hints(cls)
    for field in attrs.fields(cls):
        if field.name == "start" and cls is Meeting:
            yield "time_zone", str | None, None
        kind, empty = _kind(hints[field.name]), _empty(field)
        yield field.name, Union[kind, UnsetType] if empty is UNSET else kind, empty  # noqa: UP007 - with a ForwardRef


def _empty(field: attrs.Attribute[Any]) -> object:
    return field.default if field.default is None or field.default == () else UNSET


def _kind(hint: Hint) -> Hint:
    """Give the type of a field in a Struct; Structs are named, since some stand inside themselves."""
    if hint in _LEAVES:
        return dict[str, str]
    if hint is dt.datetime:
        return str
    if isinstance(hint, type) and attrs.has(hint):
        return ForwardRef(_struct_name(hint))
    if get_origin(hint) is _TUPLE:
        return tuple[_kind(get_args(hint)[0]), ...]  # type: ignore[misc] # a type of run time
    if get_origin(hint) in _UNIONS:
        return Union[tuple(_kind(one) for one in get_args(hint))]  # noqa: UP007 - a Struct is named, not there yet
    return hint


_BUILDS: Final[dict[type, Callable[[Any], Any]]] = {}
_UNBUILDS: Final[dict[type, Callable[[Any], Any]]] = {}
# What the functions that are made below call, and they themselves.
_MADE: Final[dict[str, Any]] = {
    "Extensions": Extensions,
    "UNSET": UNSET,
    "builds": _BUILDS,
    "line_of": line_of,
    "text_of": text_of,
    "times_in_zone": times_in_zone,
    "unbuilds": _UNBUILDS,
}


@cache
def _make(cls: type) -> None:
    """Make the Struct of a class, and the function from it."""
    tag = TAGS.get(cls)
    struct = msgspec.defstruct(
        _struct_name(cls),
        list(_fields(cls)),
        tag=tag,
        tag_field="type" if tag else None,
        forbid_unknown_fields=True,
        omit_defaults=True,
        gc=False,
        module=__name__,
    )
    # Here msgspec looks for the Structs that stand in others.
    globals()[_struct_name(cls)] = _MADE[_struct_name(cls)] = struct
    exec("\n".join(_build_lines(cls)), _MADE)  # noqa: S102 - as attrs makes its __init__, of names of fields alone
    _BUILDS[struct] = _MADE[f"build_{cls.__name__}"]


def _kept(value: object) -> str:
    """Keep a value for the functions that are made, and give its name there."""
    name = f"_kept_{len(_MADE)}"
    _MADE[name] = value
    return name


def _build_lines(cls: type) -> Iterator[str]:
    """Write the function from a Struct to an object: every field is set, then every rule of the class holds."""
    hints = _hints(cls)
    yield f"def build_{cls.__name__}(struct):"
    yield f"    made = {_kept(cls.__new__)}({_kept(cls)})"
    if cls is Meeting:
        yield "    start, end = times_in_zone(struct.time_zone, struct.start, struct.end)"
    for field in attrs.fields(cls):
        name = field.name
        yield f"    value = {name if hints[name] == dt.datetime | None else f'struct.{name}'}"
        if _empty(field) is UNSET:
            needed = field.default is attrs.NOTHING
            yield "    if value is UNSET:"
            yield "        raise KeyError" if needed else f"        value = {_kept(field.default)}"
        yield from _value_lines(name, hints[name], field)
        yield f"    {_kept(cls.__dict__[name].__set__)}(made, value)"
    if hasattr(cls, "__attrs_post_init__"):
        yield "    made.__attrs_post_init__()"
    yield "    return made"


def _value_lines(name: str, hint: Hint, field: attrs.Attribute[Any]) -> Iterator[str]:
    """Write what makes a value of what is in the Struct, and checks it, unless it is the default."""
    validator: Any = field.validator
    wanted = tuple(_unless_none(validator.checks if validator else ()))
    made = _made_of(hint, on_one_line=a_line in wanted)
    lines = [f"value = {made}"] if made else []
    lines += [f"{_kept(check)}({name!r}, value)" for check in map(_left, wanted) if check]
    default = _empty(field)
    if default is UNSET:
        guard = "" if field.default is attrs.NOTHING else "    else:"
    else:
        guard = "    if value is not None:" if default is None else "    if value:"
    if lines and guard:
        yield guard
    yield from (f"        {line}" if guard else f"    {line}" for line in lines)


def _unless_none(checks: Iterable[Check]) -> Iterator[Check]:
    """Give the checks of a value that is not None."""
    for check in checks:
        if isinstance(check, OptionalCheck):
            yield from check.checks
        else:
            yield check


def _kinds(hint: Hint) -> list[Hint]:
    """Give what a value may be, beside None."""
    return [one for one in get_args(hint) if one is not type(None)] if get_origin(hint) in _UNIONS else [hint]


def _made_of(hint: Hint, *, on_one_line: bool = False) -> str:
    """Write the expression that makes a value of `value`; empty where it is that already."""
    kinds = _kinds(hint)
    if len(kinds) > 1:
        return "builds[type(value)](value)"
    [kind] = kinds
    if kind is LocalizedText:
        return "line_of(value)" if on_one_line else "text_of(value)"
    if kind is Extensions:
        return "Extensions(value)"
    if isinstance(kind, type) and attrs.has(kind):
        return f"build_{kind.__name__}(value)"
    inner = _made_of(get_args(kind)[0]) if get_origin(kind) is _TUPLE else ""
    return f"tuple([{inner} for value in value])" if inner else ""


def _left(check: Check) -> Check | None:
    """Give what is left to check of a value whose type is right."""
    if isinstance(check, InstanceCheck) or check in _IMPLIED:
        return None
    if isinstance(check, EachCheck):
        left = tuple(one for one in map(_left, check.checks) if one)
        return EachCheck(left) if left else None
    return check


def _unbuild_lines(cls: type) -> Iterator[str]:
    """Write the function from an object to a Struct, whose fields are in order."""
    hints = _hints(cls)
    yield f"def unbuild_{cls.__name__}(record):"
    yield f"    return {_struct_name(cls)}("
    for field in attrs.fields(cls):
        if field.name == "start" and cls is Meeting:
            yield "        None if record.start is None else record.start.tzinfo.key,"
        yield f"        {_written(f'record.{field.name}', hints[field.name])},"
    yield "    )"


def _written(value: str, hint: Hint) -> str:
    """Write the expression of a value in a Struct."""
    kinds = _kinds(hint)
    optional = type(None) in get_args(hint)
    known = "it" if optional else value
    inside = _written_one(known, kinds[0]) if len(kinds) == 1 else f"unbuilds[type({known})]({known})"
    if not optional or inside == known:
        return value if inside == known else inside
    return f"None if (it := {value}) is None else {inside}"


def _written_one(value: str, kind: Hint) -> str:
    if kind is dt.datetime:
        return f"{value}.isoformat()"
    if kind in _LEAVES:
        return f"{value}._items" + (" or UNSET" if kind is Extensions else "")
    if isinstance(kind, type) and attrs.has(kind):
        return f"unbuild_{kind.__name__}({value})"
    inner = _written("one", get_args(kind)[0]) if get_origin(kind) is _TUPLE else "one"
    return value if inner == "one" else f"(some := {value}) and tuple([{inner} for one in some])"
