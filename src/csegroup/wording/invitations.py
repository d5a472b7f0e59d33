"""Every word that invitations and the letters around them say, in English, for the catalogues of translators."""

from __future__ import annotations

from csegroup.wording.message import message

# Translators: The subject of a letter that invites to a meeting.
INVITATION = message("letter", "Invitation: {title}")
# Translators: The subject of a letter that invites to a meeting once more, with what has changed.
UPDATED = message("letter", "Updated invitation: {title}")
# Translators: The subject of a letter on a meeting that is put off, and the title of its calendar entry.
POSTPONED = message("letter", "Postponed: {title}")
# Translators: The subject of a letter to a person who is invited no longer, and the title of the calendar entry.
WITHDRAWN = message("letter", "Invitation withdrawn: {title}")

# Translators: The first line of a letter that invites to a meeting.
YOU_ARE_INVITED = message("letter", "You are invited to this meeting.")
# Translators: The first line of a letter that invites to answer in writing.
ANSWERS_ARE_ASKED = message("letter", "You are asked for your answer in writing; nobody meets.")
# Translators: The first line of a letter on what has changed: "date and time; place".
HAS_CHANGED = message("letter", "The invitation to this meeting has changed: {changes}.")
# Translators: The first line of a letter on a meeting that does not take place.
IS_CANCELLED = message("letter", "This meeting is cancelled.")
# Translators: The first lines of a letter on a meeting that is put off.
IS_POSTPONED = message("letter", "This meeting is postponed. You will be told the new date when it is set.")
# Translators: The first line of a letter to a person who is invited no longer.
IS_WITHDRAWN = message("letter", "You are no longer invited to this meeting; it was to be as follows.")
# Translators: Two of the things that have changed, in this order.
CHANGES = message("letter", "{changes}; {change}")

# Translators: How a person joins a meeting on-line.
JOIN = message("letter", "Join on-line: {url}")
# Translators: The name of the link that lets a person join, in a calendar program.
JOIN_LABEL = message("letter", "Join on-line")
# Translators: What a person is asked for when they join.
PASSCODE = message("letter", "Passcode: {passcode}")
# Translators: A meeting has no end set, but its calendar entry has one.
OPEN_END = message("letter", "The end of the meeting is open; the end in the calendar is assumed.")

# Translators: Of what has changed.
DATE_AND_TIME = message("change", "date and time")
# Translators: Of what has changed.
PLACE = message("change", "place")
# Translators: Of what has changed: whether the meeting is tentative or confirmed.
STATUS = message("change", "status")
# Translators: Of what has changed.
TITLE = message("change", "title")
# Translators: Of what has changed: the text above the program, such as a reason.
NOTICE = message("change", "notice")
# Translators: Of what has changed.
AIM = message("change", "aim")
# Translators: Of what has changed.
PROGRAM = message("change", "program")
# Translators: Of what has changed: the page of the meeting.
PAGE = message("change", "page")
# Translators: Of what has changed: the office that answers questions.
CONTACT = message("change", "contact")
# Translators: Of what has changed: who invites.
ORGANIZER = message("change", "organizer")
# Translators: Of what has changed: until when the calendar shows a meeting whose end is open.
ASSUMED_END = message("change", "assumed end")
# Translators: Of what has changed: the others invited, where all see each other.
INVITEES = message("change", "list of invitees")
# Translators: Of what has changed: the reader's own name, part in the meeting, language or time zone.
YOUR_ENTRY = message("change", "your own details")
# Translators: Of what has changed: the link and the passcode.
HOW_TO_JOIN = message("change", "how to join")
# Translators: Nothing that is seen has changed, but the meeting was announced anew.
CONFIRMED_ANEW = message("change", "confirmed once more")
