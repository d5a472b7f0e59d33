"""The cattrs converter between the model and plain JSON values."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache, partial
from operator import eq
from typing import Any, get_args, get_origin

import attrs
from cattrs import Converter
from cattrs.cols import homogenous_tuple_structure_factory
from cattrs.errors import ClassValidationError
from cattrs.gen import make_dict_structure_fn, override

from csegroup.errors import InvalidValue
from csegroup.fields import Choice, Extensions
from csegroup.json.tags import TAGS
from csegroup.json.times import a_date, a_time, with_time_zone, without_time_zone, zone_problem
from csegroup.meetings import Meeting, Place
from csegroup.program import Item, SessionItem
from csegroup.text import LocalizedText, StringMapping, did_you_mean, shown

__all__ = ["converter", "new_converter"]

Hook = Callable[[Any, Any], Any]


@cache
def converter() -> Converter:
    """Give the converter that csegroup uses itself; making its functions takes some milliseconds."""
    return new_converter()


def new_converter() -> Converter:
    """Make a converter that nobody else has.

    It checks every field by itself, before the classes do, so that what is wrong with one hides no other.
    """
    made = Converter(forbid_extra_keys=True)
    made.register_structure_hook(str, _a_string)
    made.register_structure_hook(int, _an_int)
    made.register_structure_hook(bool, _a_bool)
    made.register_structure_hook(dt.date, a_date)
    made.register_structure_hook(dt.datetime, a_time)
    made.register_structure_hook(LocalizedText, _a_mapping)
    made.register_structure_hook(Extensions, _a_mapping)
    made.register_structure_hook_func(_is_choice, _a_choice)
    made.register_structure_hook_factory(_is_tuple, lambda kind: _list_hook(kind, made))
    made.register_structure_hook_factory(attrs.has, lambda cls: _object_hook(cls, made))
    for union in (Item, SessionItem, Place):
        made.register_structure_hook_func(partial(eq, union), _union_hook(union, made))
    made.register_unstructure_hook(dt.date, lambda day: day.isoformat())
    made.register_unstructure_hook(dt.datetime, lambda time: time.isoformat())
    made.register_unstructure_hook(LocalizedText, dict)
    made.register_unstructure_hook(Extensions, dict)
    made.register_unstructure_hook_factory(attrs.has, lambda cls: _unstructure_hook(cls, made))
    return made


def _a_string(value: object, _: object) -> str:
    if not isinstance(value, str):
        raise InvalidValue("type", "", f"is a text, not {shown(value)}")
    return value


def _an_int(value: object, _: object) -> int:
    if type(value) is not int:
        raise InvalidValue("type", "", f"is a whole number, not {shown(value)}")
    return value


def _a_bool(value: object, _: object) -> bool:
    if not isinstance(value, bool):
        raise InvalidValue("type", "", f"is true or false, not {shown(value)}")
    return value


def _a_mapping(value: object, cls: type[StringMapping]) -> StringMapping:
    return cls(value)  # type: ignore[arg-type] # the class says what is wrong with it


def _listed(words: Iterable[str]) -> str:
    return ", ".join(map(repr, words))


def _with_nearest(value: object, words: Iterable[str]) -> str:
    """Show a value, and the word that was most likely meant."""
    return shown(value) + (did_you_mean(value, words) if isinstance(value, str) else "")


def _is_choice(kind: object) -> bool:
    return isinstance(kind, type) and issubclass(kind, Choice)


def _a_choice(value: object, cls: type[Choice]) -> Choice:
    try:
        return cls(value)
    except ValueError:
        words = [str(word.value) for word in cls]
        raise InvalidValue("word", "", f"is one of {_listed(words)}, not {_with_nearest(value, words)}") from None


def _is_tuple(kind: Any) -> bool:  # noqa: ANN401 - a type of any kind
    return get_origin(kind) is tuple


def _list_hook(kind: Any, made: Converter) -> Hook:  # noqa: ANN401
    structure = homogenous_tuple_structure_factory(kind, made)

    def read_list(value: object, _: object) -> object:
        if not isinstance(value, list):
            raise InvalidValue("type", "", f"is a list, not {shown(value)}")
        return structure(value, kind)

    return read_list


def _object_hook(cls: type, made: Converter) -> Hook:
    hooks: dict[str, Any] = {field.name: override(struct_hook=_field_hook(field, made)) for field in attrs.fields(cls)}
    structure: Hook = make_dict_structure_fn(cls, made, _cattrs_forbid_extra_keys=True, **hooks)

    def read_object(value: object, _: object) -> object:
        return structure(_an_object(value), cls)

    def read_meeting(value: object, _: object) -> object:
        body = _an_object(value)
        problem = zone_problem(body)
        try:
            meeting = structure(without_time_zone(body, problem), cls)
        except ClassValidationError as error:
            raise error.derive([problem, *error.exceptions] if problem else error.exceptions) from None
        if problem:
            raise problem
        return meeting

    return read_meeting if cls is Meeting else read_object


def _field_hook(field: attrs.Attribute[Any], made: Converter) -> Hook:
    """Read a field and check it by itself."""
    nameless = field.evolve(name="")  # the path has the name already
    convert: Any = field.converter

    def read_whole(value: object, kind: Any) -> object:  # noqa: ANN401 - the field's type, as cattrs resolved it
        found = made.structure(value, kind)
        converted = convert(found) if convert else found
        if field.validator:
            field.validator(None, nameless, converted)
        return converted

    def read_field(value: object, kind: Any) -> object:  # noqa: ANN401
        try:
            return read_whole(value, kind)
        except InvalidValue:
            if not isinstance(value, dict) or not _is_mapping(kind):
                raise
            faults = list(_faults_of_each(value, partial(read_whole, kind=kind)))
            if not faults:
                raise
        raise ExceptionGroup(field.name, faults)

    return read_field


def _is_mapping(kind: Any) -> bool:  # noqa: ANN401
    return any(isinstance(one, type) and issubclass(one, StringMapping) for one in get_args(kind) or (kind,))


def _faults_of_each(items: Mapping[object, object], read: Callable[[object], object]) -> Iterator[InvalidValue]:
    """Give what is wrong with each item of a mapping by itself, so that one language hides no other."""
    for key, text in items.items():
        try:
            read({key: text})
        except InvalidValue as error:
            # That is said of the other items.
            if error.code != "reading":
                yield error


def _an_object(value: object) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise InvalidValue("type", "", f"is an object, not {shown(value)}")
    return value


def _union_hook(union: Any, made: Converter) -> Hook:  # noqa: ANN401
    classes = {TAGS[cls]: cls for cls in get_args(union)}

    def read_one_of(value: object, _: object) -> object:
        body = dict(_an_object(value))
        tag = body.pop("type", None)
        if not isinstance(tag, str) or tag not in classes:
            raise InvalidValue("tag", "type", f"is one of {_listed(classes)}, not {_with_nearest(tag, classes)}")
        return made.structure(body, classes[tag])

    return read_one_of


def _unstructure_hook(cls: type, made: Converter) -> Callable[[Any], dict[str, Any]]:
    """Write an object: its tag first, then its fields, but those that are None or empty."""
    head = {"type": TAGS[cls]} if cls in TAGS else {}
    names = [field.name for field in attrs.fields(cls)]

    def write_object(value: object) -> dict[str, Any]:
        fields = {name: getattr(value, name) for name in names}
        body = head | {name: made.unstructure(kept) for name, kept in fields.items() if not _is_empty(kept)}
        start = fields.get("start")
        return with_time_zone(body, start.tzinfo.key) if start else body

    return write_object


def _is_empty(value: object) -> bool:
    return value is None or value == () or (isinstance(value, Mapping) and not value)
