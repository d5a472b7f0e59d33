"""What a review finds, and the rules by which it does."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Mapping
from string import Formatter
from typing import TYPE_CHECKING, TypeAlias, cast, final

import attrs

from csegroup.errors import InvalidValue
from csegroup.fields import Choice, a_string, an_instance, check, matching, optional
from csegroup.text import LocalizedText, StringMapping, a_text, optional_text

if TYPE_CHECKING:
    from csegroup.review.views import MeetingView, Records

__all__ = ["Finding", "Found", "Rule", "Severity", "Value", "found", "to_finding"]

Value: TypeAlias = str | int | dt.date | LocalizedText

_a_code = matching(r"[a-z][a-z0-9]*(?:_[a-z0-9]+)*", "a code of a-z, 0-9 and single _ such as 'number_twice'")


@final
class Severity(Choice):
    """How much a finding matters: wrong for certain, most likely wrong, or worth a look.

    >>> Severity.WARNING.value
    'warning'
    """

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


def _to_values(value: Mapping[str, str]) -> StringMapping:
    """Keep a mapping of strings as an immutable one."""
    return value if isinstance(value, StringMapping) else StringMapping(value)


@final
@attrs.frozen
class Finding:
    """What a rule found: its code, how much it matters, where, and what its words speak of.

    `path` begins with `council`, or with `meetings[3]` or `organizations[3]`, counted as they were given. A value that
    is there in several languages has a key for each, `name.en` and `name.ja`. `text` are the words of a rule that
    is not the library's own.

    >>> Finding("number_twice", Severity.ERROR, "meetings[3].number", {"number": "5"}).values["number"]
    '5'
    """

    code: str
    severity: Severity
    path: str
    values: Mapping[str, str] = attrs.field(default=StringMapping({}), converter=_to_values)
    text: LocalizedText | None = None


@final
@attrs.frozen
class Found:
    """What a function of a rule gives: a place, and the values for the words; `found` makes it.

    >>> Found("meetings[3].url", {}).path
    'meetings[3].url'
    """

    path: str
    values: Mapping[str, Value]


def found(path: str, **values: Value) -> Found:
    """Tell of a place and what is there; a text in several languages is told in that of the reader.

    >>> found("meetings[3].url", url="http://www.example.go.jp/").path
    'meetings[3].url'
    """
    return Found(path, values)


def _a_pattern(field: str, value: object) -> None:
    """Want a text whose braces can be filled in."""
    a_text(field, value)
    for tag, written in cast("LocalizedText", value).items():
        if not _can_be_filled_in(written):
            message = "has braces that are no {name} of a value; write {{ and }} for braces"
            raise InvalidValue("form", f"{field}.{tag}", message)


def _can_be_filled_in(written: str) -> bool:
    try:
        fields = [(name, form, how) for _, name, form, how in Formatter().parse(written) if name is not None]
    except ValueError:
        return False
    return all(name.isidentifier() and not form and not how for name, form, how in fields)


@final
@attrs.frozen(kw_only=True)
class Rule:
    """One thing that a review looks for, by a function over a meeting, over a text, or over all records.

    `of_meeting` gets the last state of each meeting in turn, `of_text` each text of these meetings, the register and
    the organizations, and gives paths inside it; `of_records` gets all at once. One of the three is needed. `text`
    has the words in each language, with values in braces; the library's own rules have theirs in the catalogues.
    `reason` says what it is good for. Raises `InvalidValue`.

    >>> Rule(code="url_missing", severity=Severity.NOTE, text={"en": "has no page", "ja": "ページがない。"},
    ...     reason="Each meeting has a page.",
    ...     of_meeting=lambda view: [] if view.meeting.url else [view.found("url")]).code
    'url_missing'
    """

    code: str = attrs.field(validator=check(_a_code))
    severity: Severity = attrs.field(validator=check(an_instance(Severity)))
    reason: str = attrs.field(validator=check(a_string))
    of_meeting: Callable[[MeetingView], Iterable[Found]] | None = None
    of_text: Callable[[LocalizedText], Iterable[Found]] | None = None
    of_records: Callable[[Records], Iterable[Found]] | None = None
    text: LocalizedText | None = attrs.field(
        default=None, converter=optional_text, validator=check(optional(_a_pattern))
    )

    def __attrs_post_init__(self) -> None:
        if not (self.of_meeting or self.of_text or self.of_records):
            raise InvalidValue("missing", "of_meeting", "is missing; give of_meeting, of_text or of_records")


def to_finding(rule: Rule, path: str, values: Mapping[str, Value]) -> Finding:
    """Make a finding of what a rule found, with a key for each language of a text."""
    written: dict[str, str] = {}
    for key, value in values.items():
        if isinstance(value, LocalizedText):
            written.update({f"{key}.{tag}": words for tag, words in value.items()})
        else:
            written[key] = str(value)
    return Finding(rule.code, rule.severity, path, written, rule.text)
