"""Every word that invitations and the letters around them say, in English, for the catalogues of translators."""

from __future__ import annotations

from csegroup.wording.message import message, plural_message

# Translators: The subject of a letter that invites to a meeting.
INVITATION = message("letter", "Invitation: {title}")
# Translators: The subject of a letter that invites to a meeting once more, with what has changed.
UPDATED = message("letter", "Updated invitation: {title}")
# Translators: The subject of a letter on a meeting that is put off, and the title of its calendar entry.
POSTPONED = message("letter", "Postponed: {title}")
# Translators: The subject of a letter to a person who is invited no longer, and the title of the calendar entry.
WITHDRAWN = message("letter", "Invitation withdrawn: {title}")

# Translators: The first line of a letter that invites to a meeting.
YOU_ARE_INVITED = message("letter", "You are invited to the meeting below.")
# Translators: The first line of a letter that invites to answer in writing.
ANSWERS_ARE_ASKED = message("letter", "You are asked to answer in writing; nobody meets in person.")
# Translators: The first line of a letter on what has changed: "date and time; place".
HAS_CHANGED = message("letter", "What has changed in this invitation: {changes}.")
# Translators: The first line of a letter that invites once more, though nothing has changed.
IS_CONFIRMED_ANEW = message("letter", "This meeting is confirmed once more; nothing has changed.")
# Translators: The first line of a letter on a meeting that does not take place.
IS_CANCELLED = message("letter", "This meeting has been cancelled.")
# Translators: The first lines of a letter on a meeting that is put off.
IS_POSTPONED = message("letter", "This meeting has been postponed. You will be told the new date as soon as it is set.")
# Translators: The first line of a letter to a person who is invited no longer.
IS_WITHDRAWN = message("letter", "Your invitation to this meeting has been withdrawn.")
# Translators: Stands above the date and the place of a meeting that does not take place then.
WAS_PLANNED = message("letter", "It was to be held as follows.")
# Translators: Two of the things that have changed, in this order.
CHANGES = message("letter", "{changes}; {change}")

# Translators: How a person joins a meeting on-line.
JOIN = message("letter", "Join on-line: {url}")
# Translators: The name of the link that lets a person join, in a calendar program.
JOIN_LABEL = message("letter", "Join on-line")
# Translators: What a person is asked for when they join.
PASSCODE = message("letter", "Passcode: {passcode}")
# Translators: A meeting has no end set, but its calendar entry has one.
OPEN_END = message("letter", "No end is set for this meeting; the end in the calendar is only assumed.")

# Translators: Of what has changed.
DATE_AND_TIME = message("change", "date and time")
# Translators: Of what has changed.
PLACE = message("change", "place")
# Translators: Of what has changed: whether the meeting is tentative or confirmed.
STATUS = message("change", "status (tentative or confirmed)")
# Translators: Of what has changed.
TITLE = message("change", "title")
# Translators: Of what has changed: the text above the program, such as a reason.
NOTICE = message("change", "notice")
# Translators: Of what has changed.
AIM = message("change", "aim")
# Translators: Of what has changed.
PROGRAM = message("change", "program")
# Translators: Of what has changed: the page of the meeting.
PAGE = message("change", "web page")
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
CONFIRMED_ANEW = message("change", "nothing (confirmed once more)")

# Translators: How many get such a letter.
INVITATIONS = plural_message("plan", "{n} invitation", "{n} invitations")
# Translators: How many get such a letter.
UPDATES = plural_message("plan", "{n} update", "{n} updates")
# Translators: How many get such a letter.
CANCELLATIONS = plural_message("plan", "{n} cancellation", "{n} cancellations")
# Translators: How many get such a letter.
POSTPONEMENTS = plural_message("plan", "{n} postponement", "{n} postponements")
# Translators: How many get such a letter, since they are invited no longer.
WITHDRAWALS = plural_message("plan", "{n} withdrawal", "{n} withdrawals")
# Translators: How many get no letter.
WITHOUT_A_MESSAGE = plural_message("plan", "{n} without a message", "{n} without a message")
# Translators: How many get no letter, since nothing changed for them.
UNCHANGED = plural_message("plan", "{n} unchanged", "{n} unchanged")
# Translators: A person, what they get, and why.
STEP = message("plan", "{person}: {reason}")
# Translators: A person has a language in which there are no words; {tags} are tags such as fr.
FALLS_BACK = message("plan", "{reason} (no words for {tags}; written in {others})")
# Translators: A list of letters with nothing in it.
NOBODY_IS_INVITED = message("plan", "nobody is invited")

# Translators: Why a person gets a letter.
FOR_NEW = message("plan", "new")
# Translators: Why a person gets a letter: the meeting had been put off, and has a date now.
FOR_A_DATE = message("plan", "has a date again")
# Translators: Why a person gets a letter: the meeting had been cancelled, and takes place now.
FOR_TAKING_PLACE = message("plan", "takes place after all")
# Translators: Why a person gets a letter: what has changed.
FOR_CHANGES = message("plan", "changed: {changes}")
# Translators: Why a person gets a letter.
FOR_A_CANCELLATION = message("plan", "the meeting is cancelled")
# Translators: Why a person gets a letter.
FOR_A_POSTPONEMENT = message("plan", "the meeting is postponed")
# Translators: Why a person gets a letter.
FOR_TAKEN_OFF = message("plan", "taken off the list")
# Translators: Why a person gets no letter.
NOTHING_CHANGED = message("plan", "nothing changed")
# Translators: Why a person gets no letter.
SENT_ALREADY = message("plan", "sent already")
# Translators: Why a person gets no letter.
WAS_HELD = message("plan", "the meeting was held")
# Translators: Why a person gets no letter.
WAITS_FOR_A_DATE = message("plan", "waits until the meeting has a date")
# Translators: Why a person gets no letter.
CANCELLED_ALREADY = message("plan", "the meeting is cancelled already")

# Translators: How many will attend a meeting.
ACCEPTED = message("attendance", "accepted {n}")
# Translators: How many will not attend a meeting.
DECLINED = message("attendance", "declined {n}")
# Translators: How many do not know yet whether they will attend.
TENTATIVE = message("attendance", "tentative {n}")
# Translators: How many send somebody else in their place.
DELEGATED = message("attendance", "delegated {n}")
# Translators: How many have not answered an invitation.
NOT_ANSWERED = message("attendance", "not answered {n}")
# Translators: Those who were invited, how many they are, and how many of them gave which answer.
GROUP = message("attendance", "{group} ({n}): {answers}")
# Translators: All who were invited, in the first line of a count.
ALL = message("attendance", "All")
# Translators: Those of whom is not said to which kind of attendees they belong, in a line of a count.
WITHOUT_A_KIND = message("attendance", "Without a kind")
