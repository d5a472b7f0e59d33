"""Every word that pictures say, in English, for the catalogues of translators."""

from __future__ import annotations

from csegroup.wording.message import message, plural_message

# Translators: The title of a picture of who was a member of a council when.
MEMBERS_OVER_TIME = message("picture", "{council}: members over time")
# Translators: The title of a picture of the names that a council has had.
NAMES_OVER_TIME = message("picture", "Names of the council over time")
# Translators: The title of a picture of how many meetings there were in each year.
MEETINGS_BY_YEAR = message("picture", "Meetings by year")

# Translators: Stands in a picture that would show members, and has none to show.
NO_MEMBERS = message("picture", "No member is known for these days.")
# Translators: Stands in a picture that would show names, and has none to show.
NO_NAMES = message("picture", "No name is known for these days.")
# Translators: Stands in a picture that would show meetings, and has none to show.
NO_MEETINGS = message("picture", "No meeting is known.")

# Translators: Stands beside a mark: what the bar shows was still so on that day.
STILL_SO = message("picture", "still so on {day}")
# Translators: Stands beside a mark: what the bar shows began before that day.
BEGAN_BEFORE = message("picture", "began before {day}")
# Translators: Stands beside a mark: what the bar shows came to its end.
ENDED = message("picture", "ended")
# Translators: Stands for the name of a council in years for which no source shows one.
NOT_KNOWN = message("picture", "Not known")

# Translators: The time for which a picture stands, both days included.
PERIOD = message("picture, read aloud", "From {since} to {until}")
# Translators: The same of a picture that stands for one day.
PERIOD_OF_A_DAY = message("picture, read aloud", "On {day}")
# Translators: The one day on which somebody was a member.
ON = message("picture, read aloud", "on {day}")
# Translators: How long somebody was a member, both days included.
FROM_TO = message("picture, read aloud", "from {since} to {until}")
# Translators: Since when somebody has been a member.
FROM_ON = message("picture, read aloud", "from {since} on")
# Translators: A member and since when, or a year and how many meetings.
OF = message("picture, read aloud", "{name}: {said}")
# Translators: Two of a list, or a list and the next one, in this order.
AND = message("picture, read aloud", "{said}; {more}")
# Translators: A sentence.
SENTENCE = message("picture, read aloud", "{said}.")

# Translators: The years of a name, behind it, such as (2017–2021) or (2017–).
YEARS = message("picture", " ({years})")
# Translators: The first and the last year of a name.
YEARS_FROM_TO = message("picture", "{since}–{until}")
# Translators: The first year of a name that is still in use.
YEARS_FROM_ON = message("picture", "{since}–")
# Translators: A year of two eras, 平成31年 and 令和元年.
YEAR_OF_TWO_ERAS = message("picture", "{first} / {second}")
# Translators: Stands for the year of meetings that have no date.
NO_DATE = message("picture", "No date")

# Translators: Stands beside the mark of a meeting that was held.
HELD = message("picture", "held")
# Translators: Stands beside the mark of a meeting that is to be held.
PLANNED = message("picture", "planned")
# Translators: Stands beside the mark of a meeting that does not take place.
CANCELLED = message("picture", "cancelled")
# Translators: How many meetings were held in a year, also 0.
HELD_COUNT = plural_message("picture", "{n} held", "{n} held")
# Translators: How many meetings are to be held in a year.
PLANNED_COUNT = plural_message("picture", "{n} planned", "{n} planned")
# Translators: How many meetings of a year do not take place.
CANCELLED_COUNT = plural_message("picture", "{n} cancelled", "{n} cancelled")
# Translators: How many meetings of two kinds there are.
COUNTS = message("picture", "{counts}, {count}")
