"""A joint council, its member groups and its meetings as ordinary immutable objects.

From a meeting come JSON (`csegroup.json`), calendar files (`csegroup.ical`) and the printed program in
Japanese and English (`csegroup.format_program`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from csegroup.errors import CsegroupError, InvalidValue, LoadError, NotScheduled, Problem
from csegroup.lazy import loading
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
    "directory",
    "documents",
    "format_program",
    "format_title",
    "history",
    "ical",
    "json",
    "latest",
    "next_after",
    "pictures",
    "review",
    "upcoming",
    "wording",
]

if TYPE_CHECKING:
    from csegroup import changes, directory, documents, ical, json, pictures, review, wording
    from csegroup.archive import Archive
    from csegroup.council import Body, Council, DatedName, MemberGroup
    from csegroup.documents import format_program
    from csegroup.wording import format_title
else:
    # Babel, cattrs, icalendar and the register are loaded when they are first needed: a script that only
    # makes or looks at meetings does not wait for them.
    __getattr__ = loading(
        __name__,
        {
            "archive": ["Archive"],
            "changes": ["changes"],
            "council": ["Body", "Council", "DatedName", "MemberGroup"],
            "directory": ["directory"],
            "documents": ["documents", "format_program"],
            "ical": ["ical"],
            "json": ["json"],
            "pictures": ["pictures"],
            "review": ["review"],
            "wording": ["format_title", "wording"],
        },
    )

    def __dir__() -> list[str]:
        return sorted({*globals(), *__all__})
