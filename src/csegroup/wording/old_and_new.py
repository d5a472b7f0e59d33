"""Every word that a comparison of two states says, in English, for the catalogues of translators."""

from __future__ import annotations

from collections.abc import Mapping

from csegroup.meetings import MeetingStatus
from csegroup.wording.message import Message, message

# Translators: The title of a table of what was changed in a meeting, the new beside the old; in Japanese 新旧対照表.
COMPARISON = message("title", "Changes to the {title}")
# Translators: The title of a table of what was changed in all that is known of a council and its meetings.
COMPARISON_OF_RECORDS = message("title", "Changes")
# Translators: The head of the column that tells what it is that was changed.
WHAT = message("comparison", "Subject")
# Translators: The head of the column of what holds now.
NEW = message("comparison", "New")
# Translators: The head of the column of what held before.
OLD = message("comparison", "Old")
# Translators: Stands in the column of the old where something is new; in Japanese （新設）.
NOT_THERE_BEFORE = message("comparison", "(new)")
# Translators: Stands in the column of the new where something was taken out; in Japanese （削る）.
TAKEN_OUT = message("comparison", "(deleted)")
# Translators: Stands in a column where nothing is said on the subject.
NOTHING = message("comparison", "—")
# Translators: Stands in place of the table.
NOTHING_CHANGED = message("comparison", "There are no changes.")

# Translators: What was changed: the title of a meeting.
TITLE = message("comparison", "Title")
# Translators: What was changed: whether a meeting is planned, decided, cancelled or over.
STATUS = message("comparison", "Status")
# Translators: What was changed: the text above the program, such as a reason.
NOTICE = message("comparison", "Notice")
# Translators: What was changed.
AIM = message("comparison", "Aim")
# Translators: What was changed: when a meeting is held.
DATE_AND_TIME = message("comparison", "Date and time")
# Translators: What was changed: where a meeting is held.
PLACE = message("comparison", "Place")
# Translators: What was changed: who attends a meeting.
ATTENDEES = message("comparison", "Attendees")
# Translators: What was changed: the office that answers questions.
CONTACT = message("comparison", "Contact")
# Translators: What was changed: the address of a page.
PAGE = message("comparison", "Web page")
# Translators: What was changed: an item that has a number on the agenda (議題1).
AGENDA_ITEM = message("comparison", "Agenda item {number}")
# Translators: What was changed: an item of the program, by its mark such as (2).
PROGRAM_ITEM = message("comparison", "Program {mark}")

# Translators: What was changed: the number on the agenda of {item}, an item of the program.
ITEM_NUMBER = message("comparison", "{item}: number")
# Translators: What was changed: the title of {item}, an item of the program.
ITEM_TITLE = message("comparison", "{item}: title")
# Translators: What was changed: who speaks in {item}, an item of the program.
ITEM_SPEAKERS = message("comparison", "{item}: speakers")
# Translators: What was changed: the documents of {item}, an item of the program.
ITEM_MATERIALS = message("comparison", "{item}: materials")
# Translators: What was changed: how long {item} takes, an item of the program.
ITEM_LENGTH = message("comparison", "{item}: length")
# Translators: What was changed: the languages of {item}, an item of the program.
ITEM_LANGUAGES = message("comparison", "{item}: languages")
# Translators: What was changed: who may attend {item}, an item of the program.
ITEM_AUDIENCE = message("comparison", "{item}: open to")
# Translators: What was changed: what was said in {item}, an item of the program.
ITEM_REPORT = message("comparison", "{item}: report")
# Translators: What was changed: what was decided on {item}, an item of the program.
ITEM_DECISION = message("comparison", "{item}: decision")
# Translators: What was changed: the place of {item} among the items of the program.
ITEM_ORDER = message("comparison", "{item}: order")

STATUSES: Mapping[MeetingStatus, Message] = {
    # Translators: The status of a meeting: it may be held, and nothing is decided.
    MeetingStatus.TENTATIVE: message("status", "Tentative"),
    # Translators: The status of a meeting: that it will be held is decided, and the public was told.
    MeetingStatus.ANNOUNCED: message("status", "Confirmed"),
    # Translators: The status of a meeting: it does not take place.
    MeetingStatus.CANCELLED: message("status", "Cancelled"),
    # Translators: The status of a meeting: it took place.
    MeetingStatus.HELD: message("status", "Held"),
}

# Translators: The heading over what changed in the meetings.
MEETINGS = message("comparison", "Meetings")
# Translators: The heading over what changed in the names of organizations.
ORGANIZATIONS = message("comparison", "Organizations")
# Translators: What was changed: the name of a council.
COUNCIL_NAME = message("comparison", "Name")
# Translators: What was changed: a body of a council, such as its general meeting.
BODY = message("comparison", "Body")
# Translators: What was changed: an organization that is a member of a council.
MEMBER = message("comparison", "Member group")
# Translators: What was changed: the name of an organization.
ORGANIZATION = message("comparison", "Organization")
# Translators: A name of a member, and of which kind it is, such as private groups; {kind} was changed.
OF_KIND = message("span", "{name} ({kind})")
# Translators: A name, and the day since when it holds.
SINCE = message("span", "{name} (since {since})")
# Translators: A name, and the first and the last day on which it held.
FROM_TO = message("span", "{name} (from {since} to {last})")
# Translators: A name, and the last day on which it held.
UP_TO = message("span", "{name} (up to {last})")

# Translators: One line on one change: what was changed, how it was, and how it is.
CHANGED = message("change in short", "{what}: {old} → {new}")
# Translators: One line on something that was added, such as an item of the program.
ADDED = message("change in short", "{what}, added: {new}")
# Translators: One line on something that was taken out, such as an item of the program.
REMOVED = message("change in short", "{what}, deleted: {old}")
# Translators: One line on a long text that was changed, whose words stand elsewhere.
REWORDED = message("change in short", "{what}: changed")
# Translators: Between two parts of what is changed, on one line.
PARTS = message("change in short", "{parts} / {part}")
