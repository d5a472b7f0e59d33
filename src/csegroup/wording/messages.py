"""Every word that the library says in documents, in English, for the catalogues of translators.

A field in braces is filled in. The comments above a message are for translators and go into the catalogues.
"""

from __future__ import annotations

from collections.abc import Mapping

from csegroup.organizations import AttendeeKind, LegalForm
from csegroup.program import AddressKind, FormalityKind, Outcome
from csegroup.style import SectionKind
from csegroup.wording.message import Message, message, plural_message

# Translators: The marks of the levels of a document, each as its first item has it, with a space between.
# A mark counts by 1, １, ①, ア, 가, a, A, i or I; - is a level without marks.
LEVELS = message("marks of levels", "1 (1) (a)")
# Translators: An entry of a list without numbers. The bullet stands before {text}, not behind it.
BULLET = message("list", "- {text}")
# Translators: Two of a list, or a list and the next one, in this order.
LIST = message("list", "{list}, {item}")
# Translators: The same where one of the list has such a comma inside.
LIST_OF_LISTS = message("list", "{list}; {item}")

LEGAL_FORMS: Mapping[LegalForm, Message] = {
    # Translators: An association that a public authority has found to serve the public; in Japanese 公益社団法人.
    LegalForm.PUBLIC_INTEREST_INCORPORATED_ASSOCIATION: message(
        "legal form", "Public Interest Incorporated Association"
    ),
    # Translators: A foundation that a public authority has found to serve the public; in Japanese 公益財団法人.
    LegalForm.PUBLIC_INTEREST_INCORPORATED_FOUNDATION: message("legal form", "Public Interest Incorporated Foundation"),
    # Translators: An association; in Japanese 一般社団法人.
    LegalForm.GENERAL_INCORPORATED_ASSOCIATION: message("legal form", "General Incorporated Association"),
    # Translators: A foundation; in Japanese 一般財団法人.
    LegalForm.GENERAL_INCORPORATED_FOUNDATION: message("legal form", "General Incorporated Foundation"),
    # Translators: A corporation for activities that are not for profit; in Japanese 特定非営利活動法人.
    LegalForm.SPECIFIED_NONPROFIT_CORPORATION: message("legal form", "Specified Nonprofit Corporation"),
    # Translators: A corporation for social welfare; in Japanese 社会福祉法人.
    LegalForm.SOCIAL_WELFARE_CORPORATION: message("legal form", "Social Welfare Corporation"),
    # Translators: An agency of the state with a budget of its own; in Japanese 独立行政法人.
    LegalForm.INCORPORATED_ADMINISTRATIVE_AGENCY: message("legal form", "Incorporated Administrative Agency"),
}
# Translators: An organization with its legal form.
WITH_LEGAL_FORM = message("name", "{form} {name}")
# Translators: A unit that stands inside of another organization. Where articles or particles change with the
# name, choose words that fit any name, or {unit} alone.
UNIT = message("name", "the {unit}")
# Translators: A unit, and the organization that it stands inside of.
UNIT_OF_PARENT = message("name", "{unit}, {parent}")
# Translators: Head of the Community Safety Bureau, National Police Agency. Where articles or particles change with
# the name, choose words that fit any name, such as a comma.
POST = message("name", "{title} of {unit}")
# Translators: A person with a post or an organization.
SPEAKER = message("name", "{name}, {affiliation}")
# Translators: Presenters, and who joins them ("and its member companies").
JOINED_BY = message("name", "{presenters} {joined_by}")

# Translators: The place of a meeting that is held on-line only.
ON_LINE = message("place", "On-line system")
# Translators: Stands beside a room where a meeting can be followed on-line too.
ON_LINE_BESIDES = message("place beside others", "On-line system")
# Translators: The place of a meeting held on-line, and the name of the service.
ON_LINE_NAMED = message("place", "{on_line} ({name})")
# Translators: Stands for the place of a meeting that is held by letters.
IN_WRITING = message("place", "Held in writing")
# Translators: A room in a building.
ROOM = message("place", "{room}, {name}")
# Translators: A place with its postal address.
WITH_ADDRESS = message("place", "{place}, {address}")
# Translators: A postal code of the country of the language, such as 〒100-8974 in Japanese.
POSTAL_CODE = message("place", "{code}")

ORDINALS: Mapping[str, Message] = {
    # Translators: The number of a meeting, for the form that CLDR calls "one" (1st, 21st).
    "one": message("ordinal, one", "{n}st"),
    # Translators: The number of a meeting, for the form that CLDR calls "two" (2nd, 22nd).
    "two": message("ordinal, two", "{n}nd"),
    # Translators: The number of a meeting, for the form that CLDR calls "few" (3rd, 23rd).
    "few": message("ordinal, few", "{n}rd"),
    # Translators: The number of a meeting, for the form that CLDR calls "many".
    "many": message("ordinal, many", "{n}th"),
    # Translators: The number of a meeting, for all others.
    "other": message("ordinal, other", "{n}th"),
}
# Translators: The title of a meeting: 6th Specialist Group Meeting. A noun that the ordinal agrees with stands here.
NUMBERED = message("title", "{number} {body}")
# Translators: The title of a meeting of several bodies.
JOINT = message("title", "Joint Meeting of the {bodies}")
# Translators: Bodies that meet jointly, but the last.
JOINT_LIST = message("title", "{bodies}, {body}")
# Translators: Bodies that meet jointly, and the last of them.
JOINT_LAST = message("title", "{bodies} and {body}")
# Translators: The title of a meeting that does not take place: an announcement, for which a noun does as well.
CANCELLED = message("title", "Cancelled: {title}")
# Translators: The title of a meeting in writing, in a calendar.
ANSWERS_DUE_TITLE = message("title", "Answers due: {title}")
# Translators: The title of the program of a meeting to come.
ANNOUNCEMENT = message("title", "Program of the {title}")
# Translators: The title of the program of a meeting that was held, with what was said.
RECORD = message("title", "Details on the {title}")
# Translators: The title of a timetable.
TIMETABLE = message("title", "Timetable of the {title}")
# Translators: The title of a list of the materials of a meeting.
MATERIALS = message("title", "Materials of the {title}")
# Translators: The title of a list of those who attend a meeting.
ATTENDEES = message("title", "Attendees of the {title}")
# Translators: The title of a list of meetings.
MEETINGS = message("title", "Meetings")
# Translators: The title of a list of the members of a council on a day.
MEMBERS_OF = message("title", "Members of the {council} as of {day}")
# Translators: The same where the name of the council on that day is not known.
MEMBERS = message("title", "Members as of {day}")
# Translators: The title of a list of all who were members of a council on any day from the one day to the other.
MEMBERS_OF_BETWEEN = message("title", "Members of the {council} from {since} to {day}")
# Translators: The same where the name of the council on the last day is not known.
MEMBERS_BETWEEN = message("title", "Members from {since} to {day}")
# Translators: The title of a list of the pages that something is from, and the heading over it.
SOURCES = message("title", "Sources")
# Translators: Stands behind the title of a document that has a text which is no official translation.
UNOFFICIAL = message("note", " (unofficial translation)")
# Translators: Stands behind a text in another language than the document.
OTHER_LANGUAGE = message("note", " (in {language})")

SECTIONS: Mapping[SectionKind, Message] = {
    # Translators: A heading in a program.
    SectionKind.AIM: message("heading", "Aim"),
    # Translators: A heading in a program, over date, place and attendees.
    SectionKind.OVERVIEW: message("heading", "Overview"),
    # Translators: A heading in a program.
    SectionKind.DATE_AND_PLACE: message("heading", "Date, etc."),
    # Translators: A heading in a program.
    SectionKind.ATTENDEES: message("heading", "Attendees"),
    # Translators: A heading in a program of a meeting to come.
    SectionKind.PROGRAM: message("heading", "Program"),
    # Translators: A heading in a program, over a table of hours.
    SectionKind.TIMETABLE: message("heading", "Timetable"),
    # Translators: A heading in a program, over a list of documents.
    SectionKind.MATERIALS: message("heading", "Materials"),
    # Translators: A heading in a program, over the office that answers questions.
    SectionKind.CONTACT: message("heading", "Contact"),
}
# Translators: A heading in the program of a meeting that was held.
PROGRAM_AS_HELD = message("heading", "Program and contents")

ATTENDEE_KINDS: Mapping[AttendeeKind, Message] = {
    # Translators: Who attends a meeting.
    AttendeeKind.PRIVATE: message("attendees", "Private groups"),
    # Translators: Who attends a meeting.
    AttendeeKind.INTERNATIONAL: message("attendees", "International groups, etc."),
    # Translators: Who attends a meeting.
    AttendeeKind.GOVERNMENT: message("attendees", "Relevant government agencies"),
    # Translators: Who attends a meeting.
    AttendeeKind.PREFECTURAL_POLICE: message("attendees", "Prefectural police departments, etc."),
    # Translators: Who attends a meeting.
    AttendeeKind.OTHER: message("attendees", "Others"),
}
ATTENDEE_KINDS_IN_A_LINE: Mapping[AttendeeKind, Message] = {
    # Translators: Who may attend an item, in a line such as "open to: private groups".
    AttendeeKind.PRIVATE: message("attendees, in a line", "private groups"),
    # Translators: Who may attend an item, in a line such as "open to: private groups".
    AttendeeKind.INTERNATIONAL: message("attendees, in a line", "international groups, etc."),
    # Translators: Who may attend an item, in a line such as "open to: private groups".
    AttendeeKind.GOVERNMENT: message("attendees, in a line", "relevant government agencies"),
    # Translators: Who may attend an item, in a line such as "open to: private groups".
    AttendeeKind.PREFECTURAL_POLICE: message("attendees, in a line", "prefectural police departments, etc."),
    # Translators: Who may attend an item, in a line such as "open to: private groups".
    AttendeeKind.OTHER: message("attendees, in a line", "others"),
}
# Translators: Those who attend a meeting, and who they are.
ATTENDEE_GROUP = message("attendees", "{label}: {description}")

FORMALITIES: Mapping[FormalityKind, Message] = {
    # Translators: The beginning of a meeting, without a speech.
    FormalityKind.OPENING: message("item", "Opening"),
    # Translators: The end of a meeting, without a speech.
    FormalityKind.CLOSING: message("item", "Closing"),
    # Translators: Some minutes without program.
    FormalityKind.BREAK: message("item", "Break"),
}
ADDRESSES: Mapping[AddressKind, Message] = {
    # Translators: A speech at the beginning.
    AddressKind.OPENING: message("item", "Opening address"),
    # Translators: A speech at the end.
    AddressKind.CLOSING: message("item", "Closing address"),
    # Translators: A speech of the chair of the council.
    AddressKind.CHAIR: message("item", "Chair's address"),
    # Translators: A speech of a guest.
    AddressKind.GUEST: message("item", "Guest's address"),
}
# Translators: An item in which many speak.
DISCUSSION = message("item", "Exchange of opinions")
# Translators: An item that has a number on the agenda (議題1).
AGENDA_ITEM = message("item", "Agenda item {number}: {title}")
# Translators: A speech, and who holds it: the title first, then brackets, which a house style may replace.
ADDRESS_BY = message("item", "{title} ({speakers})")
# Translators: A presentation, and who gives it: the title first, then brackets, which a house style may replace.
PRESENTED_BY = message("item", "{title} [{speakers}]")
# Translators: What was said, and the organizations that stood for the presenters.
REPRESENTATIVES = message("item", "{report} ({names})")
OUTCOMES: Mapping[Outcome, Message] = {
    # Translators: What was decided; a noun does as well.
    Outcome.APPROVED: message("decision", "Approved"),
    # Translators: What was decided; a noun does as well.
    Outcome.REJECTED: message("decision", "Rejected"),
    # Translators: What was decided: to go on with the matter another time.
    Outcome.CONTINUED: message("decision", "Continued"),
}
# Translators: What was decided, in one word.
DECIDED = message("decision", "{outcome}")
# Translators: What was decided, in one word and in the words of the decision.
DECIDED_WORDS = message("decision", "{outcome}: {resolution}")

# Translators: A document of the meeting, by its number.
MATERIAL = message("material", "Material {number}")
# Translators: A line, and a document that belongs to it.
WITH_MATERIAL = message("material", "{line}; {material}")
# Translators: A document by its number and title.
MATERIAL_TITLE = message("material", "{material}: {title}")
# Translators: A document, and its kind, size and language.
MATERIAL_DETAILS = message("material", "{material} ({details})")
# Translators: Two details of a document or an item.
DETAILS = message("material", "{details}, {detail}")
# Translators: The size of a document.
KILOBYTES = message("material", "{n} KB")

# Translators: An item, and its length, languages and audience.
REMARKS = message("item", "{item} ({remarks})")
# Translators: The length of an item.
MINUTES = plural_message("item", "{n} minute", "{n} minutes")
# Translators: The language of an item.
SPOKEN = message("item", "in {language}")
# Translators: The language of an item, and those that it is interpreted into.
INTERPRETED = message("item", "in {language}, interpreted into {languages}")
# Translators: Who may attend an item.
CLOSED = message("item", "open to: {kinds}")
# Translators: How an office is reached.
TELEPHONE = message("contact", "Telephone: {telephone}")
# Translators: How an office is reached.
EMAIL = message("contact", "E-mail: {email}")

# Translators: The head of a column of hours.
TIME = message("column", "Time")
# Translators: The head of a column of hours in the reader's own time zone.
TIME_IN_ZONE = message("column", "Time ({zone})")
# Translators: The head of a column of what happens.
ITEM = message("column", "Item")
# Translators: The head of a column of minutes.
LENGTH = message("column", "Length")
# Translators: The head of a column of languages.
LANGUAGES = message("column", "Language")
# Translators: The head of a column of days.
DATE = message("column", "Date")
# Translators: The head of a column of the titles of meetings.
MEETING = message("column", "Meeting")
# Translators: The head of a column of places.
PLACE = message("column", "Place")
# Translators: The head of a column of documents.
DOCUMENT = message("column", "Document")
# Translators: In a column of languages: the language spoken, and those that it is interpreted into.
INTERPRETED_TOO = message("column", "{language} (interpreted into {languages})")
# Translators: The head of a column of those who speak; a neutral word or a plural does as well.
SPEAKER_HEAD = message("column", "Speaker")
# Translators: The head of a column of those who attend; a neutral word or a plural does as well.
ATTENDEE = message("column", "Attendee")
# Translators: The head of a column that tells who attendees are.
DESCRIPTION = message("column", "Description")
# Translators: The heading over those who speak at a meeting.
SPEAKERS = message("heading", "Speakers")
# Translators: The heading over meetings that are to come.
UPCOMING = message("heading", "Upcoming meetings")
# Translators: The heading over meetings that were cancelled before a day was set.
CANCELLED_MEETINGS = message("heading", "Cancelled")
# Translators: The heading over meetings whose day is not set.
WITHOUT_A_DAY = message("heading", "Date to be decided")

# Translators: Stands in a list of members of a day for which no source shows any.
NO_MEMBERS_KNOWN = message("members", "No source shows a member on this day.")
# Translators: Stands in a list of members of some days for which no source shows any.
NO_MEMBERS_BETWEEN = message("members", "No source shows a member on these days.")
# Translators: The address of a page that something is from, and the day on which it was read.
SOURCE = message("source", "{page} (read on {day})")
# Translators: Who publishes a page, and its address.
SOURCE_OF = message("source", "{publisher}, {page}")
