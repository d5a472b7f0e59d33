"""A converter for classes of others that hold ours."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any, TypeAlias, get_origin

import attrs
from cattrs import Converter
from cattrs.cols import list_structure_factory
from cattrs.errors import ForbiddenExtraKeysError
from cattrs.gen import make_dict_structure_fn, make_dict_unstructure_fn, make_mapping_structure_fn

from csegroup.errors import InvalidValue, Problem
from csegroup.json.converting import new_converter
from csegroup.json.diagnosis import problems_in as flattened
from csegroup.json.times import a_time
from csegroup.text import shown

__all__ = ["converter", "problems_in"]

Hook: TypeAlias = Callable[[Any, Any], Any]


def converter() -> Converter:
    """Make a converter between plain values and our classes, and yours that hold them; it is yours to change.

    Making it takes some milliseconds, so keep it. What it reads is checked as `loads` does; a record has no `format`
    and `version` there. Classes of yours are read and written by the rules of cattrs, but an unknown key is refused,
    and no text is made of a number. Its errors are for `problems_in`.

    >>> from csegroup import Organization
    >>> converter().unstructure([Organization(name={"ja": "警察庁"})])
    [{'name': {'ja': '警察庁'}, 'country': 'JP'}]
    """
    made = new_converter()
    made.register_structure_hook(dt.datetime, _a_time)
    made.register_structure_hook_factory(_is_list, lambda kind: _hook(list, list_structure_factory(kind, made)))
    made.register_structure_hook_factory(_is_dict, lambda kind: _hook(dict, make_mapping_structure_fn(kind, made)))
    made.register_structure_hook_factory(_is_of_others, lambda cls: _object_hook(cls, made))
    made.register_unstructure_hook_factory(_is_of_others, lambda cls: make_dict_unstructure_fn(cls, made))
    return made


def problems_in(error: Exception) -> tuple[Problem, ...]:
    """Give every problem in an error that `converter()` raised while it read, with its place as in a document.

    A ValueError or TypeError of a class of yours has the code `value`. An error that is no fault of what was read,
    such as a class for which the converter has no rule, is raised again.

    >>> try:
    ...     converter().structure({"name": {"JA": "警察庁"}}, Organization)
    ... except Exception as error:
    ...     print(problems_in(error)[0])
    name.JA: write the language tag as 'ja', not 'JA'
    """
    return tuple(flattened(_told(error)))


def _told(error: Exception) -> Exception:
    """Make problems of what classes of others raise, in a tree of errors whose notes say where."""
    if isinstance(error, ExceptionGroup):
        return _at_place_of(error, error.derive([_told(inner) for inner in error.exceptions]))
    if isinstance(error, (InvalidValue, KeyError, ForbiddenExtraKeysError)):
        return error
    if isinstance(error, (ValueError, TypeError)):
        return _at_place_of(error, InvalidValue("value", "", f"is refused: {error}"))
    return error


def _at_place_of(error: Exception, told: Exception) -> Exception:
    for note in getattr(error, "__notes__", ()):
        told.add_note(note)
    return told


def _is_of_others(cls: Any) -> bool:  # noqa: ANN401 - a type of any kind
    return attrs.has(cls) and not cls.__module__.startswith("csegroup.")


def _is_list(kind: Any) -> bool:  # noqa: ANN401
    return kind is list or get_origin(kind) is list


def _is_dict(kind: Any) -> bool:  # noqa: ANN401
    return kind is dict or get_origin(kind) is dict


def _object_hook(cls: type, made: Converter) -> Hook:
    return _hook(dict, make_dict_structure_fn(cls, made, _cattrs_forbid_extra_keys=True))


def _hook(wanted: type[list[Any] | dict[str, Any]], structure: Hook) -> Hook:
    """Refuse what is of another type, which cattrs would take to pieces as far as it goes."""

    def read(value: object, kind: object) -> object:
        if not isinstance(value, wanted):
            raise InvalidValue("type", "", f"is {'a list' if wanted is list else 'an object'}, not {shown(value)}")
        return structure(value, kind)

    return read


def _a_time(value: Any, kind: object) -> dt.datetime:  # noqa: ANN401
    """Read a time of a meeting, which comes with its zone, or one of a class of others, which has its offset."""
    if isinstance(value, tuple):
        return a_time(value, kind)  # type: ignore[arg-type] # no other tuple is in plain values
    try:
        if isinstance(value, str):
            return dt.datetime.fromisoformat(value)
    except ValueError:
        pass
    raise InvalidValue("time", "", f"is a time such as '2022-02-08T14:00:00+09:00', not {shown(value)}")
