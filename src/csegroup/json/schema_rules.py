"""Rules between the keys of one object, as far as JSON Schema can say them.

They stand beside the `__attrs_post_init__` of the classes, which is code that cannot be looked into; tests hold both
together. A key with null counts as one that is missing.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final, TypeAlias

from csegroup.council import Body, Council, MemberGroup
from csegroup.json.tags import TAGS
from csegroup.meetings import Meeting, MeetingStatus
from csegroup.organizations import LEGAL_FORMS_BEFORE_THE_NAME, DatedOrganization, Organization, Speaker
from csegroup.places import JAPANESE_POSTAL_CODE, InWriting, PostalAddress
from csegroup.program import Material, Presentation, Session
from csegroup.style import Part, SectionKind, Style

__all__ = ["RULES"]

Schema: TypeAlias = dict[str, Any]

_NULL: Final[Schema] = {"type": "null"}
_SOME: Final[Schema] = {"type": "array", "minItems": 1}


def _has(name: str, value: Schema) -> Schema:
    """Want a key with such a value."""
    return {"required": [name], "properties": {name: value}}


def _given(name: str) -> Schema:
    return _has(name, {"not": _NULL})


def _without(**values: Schema) -> Schema:
    """Want such values wherever the keys are there."""
    return {"properties": values}


def _any_of(*names: str) -> Schema:
    return {"anyOf": [_given(name) for name in names]}


_WITH_ID: Final[Schema] = {"type": "object", **_has("id", {"type": "string"})}
_TYPE_IN_WRITING: Final[Schema] = {"type": "object", **_has("type", {"const": TAGS[InWriting]})}
_A_BODY_NEEDS_AN_ID: Final = [_without(organization=_WITH_ID)]
_EACH_KIND_ONCE: Final[list[Schema]] = [
    {"contains": {"type": "object", **_has("kind", {"const": kind.value})}, "minContains": 0, "maxContains": 1}
    for kind in SectionKind
]
_OVERVIEW: Final = SectionKind.OVERVIEW.value
_FORMS: Final = LEGAL_FORMS_BEFORE_THE_NAME

RULES: Final[Mapping[type, list[Schema]]] = {
    Meeting: [
        _without(body=_WITH_ID, jointly_with={"type": "array", "items": _WITH_ID}),
        {
            "if": _given("start"),
            "then": {**_has("time_zone", {"type": "string"}), **_without(time_zone={"type": "string"}, day=_NULL)},
            "else": _without(time_zone=_NULL, end=_NULL),
        },
        {"if": _has("status", {"const": MeetingStatus.HELD.value}), "then": _any_of("start", "day")},
        {
            "if": _has("venues", {"type": "array", "contains": _TYPE_IN_WRITING}),
            "then": _without(venues={"type": "array", "maxItems": 1}, start=_NULL),
        },
    ],
    Organization: [
        {
            "if": _has("legal_form", {"enum": [form.value for form in _FORMS]}),
            "then": _without(
                name={
                    "type": "object",
                    "patternProperties": {
                        "^ja(?:-|$)": {"type": "string", "not": {"pattern": f"^(?:{'|'.join(_FORMS.values())})"}}
                    },
                }
            ),
        }
    ],
    Speaker: [
        _any_of("organization", "post", "name"),
        {"if": _given("post"), "then": _without(organization=_NULL)},
    ],
    PostalAddress: [
        _any_of("region", "locality", "street"),
        {
            "if": _without(country={"const": "JP"}),
            "then": _without(postal_code={"type": ["string", "null"], "pattern": f"^{JAPANESE_POSTAL_CODE.pattern}$"}),
        },
    ],
    Presentation: [
        {"anyOf": [_given("title"), _has("presenters", _SOME)]},
        {"if": _given("joined_by"), "then": _has("presenters", _SOME)},
    ],
    Session: [_without(items=_SOME)],
    Material: [_any_of("number", "title")],
    Council: [_without(names=_SOME)],
    Body: _A_BODY_NEEDS_AN_ID,
    MemberGroup: _A_BODY_NEEDS_AN_ID,
    DatedOrganization: _A_BODY_NEEDS_AN_ID,
    Part: [
        {
            "if": _has("kind", {"const": _OVERVIEW}),
            "then": _has(
                "parts",
                {
                    **_SOME,
                    "items": {"type": "object", **_without(kind={"not": {"const": _OVERVIEW}})},
                    "allOf": _EACH_KIND_ONCE,
                },
            ),
            "else": _without(parts={"type": "array", "maxItems": 0}),
        }
    ],
    Style: [_without(sections={"type": "array", "allOf": _EACH_KIND_ONCE})],
}
