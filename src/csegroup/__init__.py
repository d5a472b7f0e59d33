"""A joint council, its member groups and its meetings as ordinary immutable objects.

From a meeting come JSON (`csegroup.json`), calendar files (`csegroup.ical`) and the printed program in
Japanese and English (`csegroup.format_program`).
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from csegroup.errors import CsegroupError, InvalidValue, LoadError, NotScheduled, Problem
from csegroup.meetings import AttendeeGroup, Meeting, MeetingStatus
from csegroup.organizations import (
    AttendeeKind,
    Contact,
    DatedOrganization,
    LegalForm,
    Organization,
    Post,
    Source,
    Speaker,
)
from csegroup.places import InWriting, OnlineVenue, PostalAddress, Venue
from csegroup.program import (
    Address,
    AddressKind,
    Discussion,
    Formality,
    FormalityKind,
    Item,
    Material,
    Motion,
    Outcome,
    Presentation,
    Session,
    SessionItem,
)
from csegroup.schedule import between, by_body, history, latest, next_after, upcoming
from csegroup.text import LocalizedText

__all__ = [
    "Address",
    "AddressKind",
    "Archive",
    "AttendeeGroup",
    "AttendeeKind",
    "Body",
    "Contact",
    "Council",
    "CsegroupError",
    "DatedName",
    "DatedOrganization",
    "Discussion",
    "Formality",
    "FormalityKind",
    "InWriting",
    "InvalidValue",
    "Item",
    "LegalForm",
    "LoadError",
    "LocalizedText",
    "Material",
    "Meeting",
    "MeetingStatus",
    "MemberGroup",
    "Motion",
    "NotScheduled",
    "OnlineVenue",
    "Organization",
    "Outcome",
    "Post",
    "PostalAddress",
    "Presentation",
    "Problem",
    "Session",
    "SessionItem",
    "Source",
    "Speaker",
    "Venue",
    "between",
    "by_body",
    "changes",
    "documents",
    "format_program",
    "format_title",
    "history",
    "ical",
    "json",
    "latest",
    "next_after",
    "pictures",
    "upcoming",
    "wording",
]

if TYPE_CHECKING:
    from csegroup import changes, documents, ical, json, pictures, wording
    from csegroup.archive import Archive
    from csegroup.council import Body, Council, DatedName, MemberGroup
    from csegroup.documents import format_program
    from csegroup.wording import format_title
else:
    # Babel, cattrs, icalendar and the register are loaded when they are first needed: a script that only
    # makes or looks at meetings does not wait for them.
    _LAZY = {
        "Archive": "csegroup.archive",
        "Body": "csegroup.council",
        "Council": "csegroup.council",
        "DatedName": "csegroup.council",
        "MemberGroup": "csegroup.council",
        "changes": "csegroup.changes",
        "documents": "csegroup.documents",
        "format_program": "csegroup.documents",
        "format_title": "csegroup.wording",
        "ical": "csegroup.ical",
        "json": "csegroup.json",
        "pictures": "csegroup.pictures",
        "wording": "csegroup.wording",
    }

    def __getattr__(name: str) -> object:
        if name not in _LAZY:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        module = import_module(_LAZY[name])
        return module if _LAZY[name] == f"{__name__}.{name}" else getattr(module, name)

    def __dir__() -> list[str]:
        return sorted({*globals(), *__all__})
