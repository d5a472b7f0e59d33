"""Forms of strings as regular expressions that ECMAScript, Python and engines without lookahead read alike.

Characters stand in them as they are; a file of JSON escapes those that nobody can see. Python's `$` matches before a
line break at the end too, so that a form on one line refuses line breaks beside its pattern.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, Final, TypeAlias

from csegroup.fields import EXTENSION_KEY, URL, Check, a_day, a_line, a_string, a_url
from csegroup.meetings import a_moment
from csegroup.style import SERIES, a_list_of_marks, a_pair, a_title_pattern
from csegroup.text import FORBIDDEN, TAG, a_text, check_language

__all__ = ["LEAF_CHECKS", "STRINGS", "TEXTS", "TEXT_CHECKS", "one_line"]

Schema: TypeAlias = dict[str, Any]


def _without(pattern: str) -> Schema:
    """Want a string in which nothing of a form is found."""
    return {"not": {"type": "string", "pattern": pattern}}


def one_line(pattern: str, *, but: str = "") -> Schema:
    """Want a whole string of a form, in which no line break and nothing of another form is found."""
    return {"pattern": f"^(?:{pattern})$", **_without(f"\n|{but}" if but else "\n")}


# A lone surrogate stands in no UTF-8, and many engines know none.
_NEVER: Final = FORBIDDEN.pattern[1:-1].replace("\ud800-\udfff", "")
_BLANK: Final = " \u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
_A_LINE: Final[Schema] = {"minLength": 1, **_without(f"[{_NEVER}\n]|^[{_BLANK}]|[{_BLANK}]$")}
_A_TEXT: Final[Schema] = {
    "minLength": 1,
    **_without(f"[{_NEVER}]|^[{_BLANK}\n]|[{_BLANK}\n]$|[{_BLANK}\n]\n|\n[{_BLANK}]"),
}
_A_LANGUAGE_TAG: Final = one_line(re.sub(r"\s+|#.*", "", TAG.pattern))

STRINGS: Final[Mapping[str, Schema]] = {
    "LanguageTag": {"type": "string", **_A_LANGUAGE_TAG},
    "LineString": {"type": "string", **_A_LINE},
    "TextString": {"type": "string", **_A_TEXT},
}
LEAF_CHECKS: Final[Mapping[Check, Schema]] = {
    a_string: _A_LINE,
    a_url: one_line(URL.pattern),
    check_language: _A_LANGUAGE_TAG,
    # What a date and a time are, their type says already.
    a_day: {},
    a_moment: {},
}
TEXT_CHECKS: Final[Mapping[Check, str]] = {
    a_line: "Line",
    a_text: "Text",
    a_title_pattern: "StyleTitle",
    a_list_of_marks: "Marks",
    a_pair: "Brackets",
}

_LINE_STRING: Final[Schema] = {"$ref": "#/$defs/LineString", "type": "string"}
_SERIES: Final = "".join(SERIES)
_MARK: Final = f"(?:-|[^{_SERIES}{_BLANK}]*[{_SERIES}][^{_SERIES}{_BLANK}]*)"
_A_READING: Final[Schema] = {"pattern": "^ja-(?:Hira|Kana|Hrkt|Latn)(?:-|$)"}
_OF_ANOTHER_LANGUAGE: Final[Schema] = {"not": {"pattern": "^(?:ja|und)(?:-|$)"}}


def _by_language(value: Schema) -> Schema:
    """Make an object of language tags; ja and en are named, so that editors offer them. A reading needs a text."""
    return {
        "type": "object",
        "minProperties": 1,
        "propertyNames": {"$ref": "#/$defs/LanguageTag"},
        "properties": {"ja": value, "en": value},
        "additionalProperties": value,
        "if": {"not": {"propertyNames": {"not": _A_READING}}},
        "then": {"not": {"propertyNames": {"anyOf": [_A_READING, _OF_ANOTHER_LANGUAGE]}}},
    }


TEXTS: Final[Mapping[str, Schema]] = {
    "Line": _by_language({"$ref": "#/$defs/LineString"}),
    "Text": _by_language({"$ref": "#/$defs/TextString"}),
    "StyleTitle": _by_language({**_LINE_STRING, "pattern": r"^[^{}]*\{title\}[^{}]*$"}),
    "Marks": _by_language({**_LINE_STRING, "pattern": f"^{_MARK}(?:[{_BLANK}]+{_MARK})*$"}),
    "Brackets": _by_language({**_LINE_STRING, "minLength": 2, "maxLength": 2}),
    "Extensions": {
        "type": "object",
        "propertyNames": {"type": "string", **one_line(EXTENSION_KEY.pattern)},
        "additionalProperties": {"type": "string", **_without("[\x00-\x08\x0b-\x1f\x7f-\x9f]")},
    },
}
