"""What findings of a review say, in English, for the catalogues of translators."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from csegroup.wording.message import Message, message

__all__ = ["FINDINGS", "OF_MEETING"]

# Translators: A finding of a review, behind the id of the meeting.
OF_MEETING: Final = message("finding", "{meeting}: {finding}")

# Each message stands behind the place in a record: "meetings[3].number: has the number 5, as …".
FINDINGS: Final[Mapping[str, Message]] = {
    # Translators: A finding of a review, such as: two meetings 第5回.
    "number_twice": message("finding", "has the number {number}, as {other} has"),
    # Translators: A finding of a review, such as: 第5回 after 第3回.
    "number_left_out": message("finding", "has the number {number} after {other}; left out: {numbers}"),
    # Translators: A finding of a review, such as: 第2回, with an old council of which one meeting is known.
    "numbers_unknown": message("finding", "has the number {number} after {other}; nothing is known of {numbers}"),
    # Translators: A finding of a review, such as: 第4回 held after 第5回.
    "number_disorder": message(
        "finding", "has the number {number}, and stands by its day beside {other}, which has {other_number}"
    ),
    # Translators: A finding of a review, such as: 第9回総会では… in the aim of number 8.
    "number_in_text": message("finding", "speaks of number {written}, and the meeting is number {number}"),
    # Translators: A finding of a review, such as: 第5回… as the title of number 6.
    "number_in_title": message("finding", "the title says {written}, the number {number}"),
    # Translators: A finding of a review, such as: …/2021-04-16 held on 17 April.
    "id": message("finding", "the id {id} does not end as it would by the record, in {right}"),
    # Translators: A finding of a review, such as: one meeting under two ids.
    "meeting_twice": message("finding", "is of the same body, day and hour or number as {other}, {day}"),
    # Translators: A finding of a review, such as: two meetings in one room.
    "overlap": message("finding", "begins before {other} ends, which is of the same body or in the same room"),
    # Translators: A finding of a review, such as: moved, sequence still 0.
    "sequence": message(
        "finding",
        "has another day, hour or place than the state {status} of the same sequence {sequence} ({day}); raise it",
    ),
    # Translators: A finding of a review, such as: announced after it was cancelled.
    "after_the_end": message("finding", "is {status} after it was {earlier}, which nothing follows"),
    # Translators: A finding of a review, such as: number 5, then 6.
    "state_differs": message("finding", "says {written}, and an earlier state of the meeting {right}"),
    # Translators: A finding of a review, such as: a title in Japanese alone.
    "translation_missing": message("finding", "lacks the language {language}, which most texts have"),
    # Translators: A finding of a review, such as: a new name in Japanese, with the English one of before.
    "translation_kept": message("finding", "{name} was the name of {right}, and is still that of {written}"),
    # Translators: A finding of a review, such as: http://www.example.go.jp/.
    "http": message("finding", "{url} is not encrypted; write https, if the page is there"),
    # Translators: A finding of a review, such as: the same, as a source.
    "http_source": message("finding", "the source {url} is not encrypted"),
    # Translators: A finding of a review, such as: https://wwww.example.go.jp/.
    "odd_link": message("finding", "{url} is hardly typed right"),
    # Translators: A finding of a review, such as: https://intranet/6.pdf.
    "inner_link": message("finding", "{url} can be opened inside of an office only"),
    # Translators: A finding of a review, such as: a link of Zoom.
    "joining_url": message("finding", "{url} lets anybody into the meeting; take it out"),
    # Translators: A finding of a review, such as: a link taken over.
    "page_twice": message("finding", "has the same page as {other}, {url}"),
    # Translators: A finding of a review, such as: a report taken over.
    "report_copied": message("finding", "is the same report as {other}"),
    # Translators: A finding of a review, such as: a member without sources.
    "source_missing": message("finding", "does not say where it is from, as most do"),
    # Translators: A finding of a review, such as: held on 8 February, read on 1 February.
    "source_early": message("finding", "the source was read on {read_on}, before {day}, and cannot tell of it"),
    # Translators: A finding of a review, such as: read next year.
    "source_in_future": message("finding", "the source was read on {read_on}, which is still to come"),
    # Translators: A finding of a review, such as: a member before the council was founded.
    "span_outside": message("finding", "{name} is in the council on days when there was none ({day})"),
    # Translators: A finding of a review, such as: 100-8974, then 100-8947.
    "postal_code": message("finding", "the postal code {code} is {right} in {other} for the same building"),
    # Translators: A finding of a review, such as: a room, twice.
    "venue_twice": message("finding", "is a place that stands there already"),
    # Translators: A finding of a review, such as: 11 February 2022.
    "holiday": message("finding", "is on {day}, {holiday}"),
    # Translators: A finding of a review, such as: csegroup without its extra.
    "holidays_unknown": message("finding", "holidays were not looked at; install {package}, or give holidays"),
    # Translators: A finding of a review, such as: 5 February 2022.
    "saturday": message("finding", "is on {day}, when offices are closed"),
    # Translators: A finding of a review, such as: 6 February 2022.
    "sunday": message("finding", "is on {day}, when offices are closed"),
    # Translators: A finding of a review, such as: 30 December.
    "offices_closed": message("finding", "is on {day}, when offices are closed"),
    # Translators: A finding of a review, such as: 02:00 for 14:00.
    "night": message("finding", "begins at {hour}, in the night; was another hour meant?"),
    # Translators: A finding of a review, such as: 21:00.
    "evening": message("finding", "begins at {hour}, when few offices meet"),
    # Translators: A finding of a review, such as: 14:00 to 23:30.
    "length": message("finding", "lasts {minutes} minutes; is the end right?"),
    # Translators: A finding of a review, such as: 10:00 to 17:00 of the next day.
    "several_days": message("finding", "lasts until {day}; is the end right?"),
    # Translators: A finding of a review, such as: UTC in Tokyo.
    "time_zone": message("finding", "the hours are in the zone {zone}, which is not that of the place"),
    # Translators: A finding of a review, such as: 100 minutes in an hour.
    "minutes_too_many": message("finding", "the items take {minutes} minutes, and the meeting {planned}"),
    # Translators: A finding of a review, such as: 30 minutes in two hours.
    "minutes_too_few": message("finding", "the items take {minutes} minutes of {planned}"),
    # Translators: A finding of a review, such as: 令和4年2月8日(水), a Tuesday.
    "day_in_text": message("finding", "{written} is {right}"),
    # Translators: A finding of a review, such as: 4月31日, 25時.
    "no_day": message("finding", "there is no {written}"),
    # Translators: A finding of a review, such as: 2月8日(木).
    "weekday_in_text": message("finding", "{written} would be {right}"),
    # Translators: A finding of a review, such as: a title of last year.
    "other_day_in_title": message("finding", "the title says {written}, and the meeting is on {day}"),
    # Translators: A finding of a review, such as: a notice of last year.
    "other_day_in_notice": message("finding", "the notice says {written}, and not {day}, the day of the meeting"),
    # Translators: A finding of a review, such as: announced for last month.
    "day_passed": message("finding", "was planned for {day}, which is over; was it held?"),
    # Translators: A finding of a review, such as: announced, with a report.
    "status_not_held": message("finding", "was held on {day}, by what it says was done; the status is still {status}"),
    # Translators: A finding of a review, such as: held next year.
    "held_in_future": message("finding", "was held on {day}, which is still to come"),
    # Translators: A finding of a review, such as: 資料2, twice.
    "material_twice": message("finding", "the number {number} of a material is that of {other} too"),
    # Translators: A finding of a review, such as: 資料1, 資料3.
    "material_left_out": message("finding", "numbers of materials are left out: {numbers}"),
    # Translators: A finding of a review, such as: 資料2, 資料3.
    "material_not_from_one": message("finding", "the materials begin at number {number}"),
    # Translators: A finding of a review, such as: two documents, one link.
    "material_link_twice": message("finding", "{url} is the link of {other} too"),
    # Translators: A finding of a review, such as: a PDF, …/1.docx.
    "media_type": message("finding", "{url} is no {media_type} by its name"),
    # Translators: A finding of a review, such as: 365,000,000 KB.
    "size": message("finding", "is of {size} kilobytes; are these bytes?"),
    # Translators: A finding of a review, such as: 議題1, 議題3.
    "agenda_left_out": message("finding", "numbers of the agenda are left out: {numbers}"),
    # Translators: A finding of a review, such as: a presentation, twice.
    "item_twice": message("finding", "is the same item as {other}"),
    # Translators: A finding of a review, such as: one presenter, twice.
    "presenter_twice": message("finding", "names somebody twice"),
    # Translators: A finding of a review, such as: a line, twice.
    "attendees_twice": message("finding", "is a group of attendees that stands there already"),
    # Translators: A finding of a review, such as: 議題1, 開会.
    "opening_late": message("finding", "the opening stands behind a matter"),
    # Translators: A finding of a review, such as: 閉会, 議題3.
    "closing_early": message("finding", "the closing stands before {other}"),
    # Translators: A finding of a review, such as: a break behind the last matter.
    "break_last": message("finding", "is a break after which nothing follows"),
    # Translators: A finding of a review, such as: 閉会, 閉会.
    "formality_twice": message("finding", "is an opening or a closing once more, after {other}"),
    # Translators: A finding of a review, such as: 開会 without 閉会.
    "opening_or_closing": message("finding", "has an opening or a closing, and not both"),
    # Translators: A finding of a review, such as: held last year, without reports.
    "report_missing": message("finding", "was held on {day}, and nothing says what happened"),
    # Translators: A finding of a review, such as: a meeting that a newspaper tells of.
    "day_alone": message("finding", "was held on {day}, and nothing else is known"),
    # Translators: A finding of a review, such as: 議案 with 承認, and no reports.
    "decisions_alone": message("finding", "tells what was decided, and not what was said"),
    # Translators: A finding of a review, such as: one presentation of four.
    "item_without_report": message("finding", "has no report, as those beside it have"),
    # Translators: A finding of a review, such as: a motion approved in an announcement.
    "report_early": message("finding", "tells what happened, and the meeting was not held yet"),
    # Translators: A finding of a review, such as: a motion without 承認.
    "outcome_missing": message("finding", "does not say what was decided on {title}"),
    # Translators: A finding of a review, such as: the election of officers, each year.
    "outcome_never_told": message(
        "finding", "does not say what was decided on {title}, nor do {others} other meetings"
    ),
    # Translators: A finding of a review, such as: next week, no hour.
    "hour_missing": message("finding", "is on {day}, and has no hour"),
    # Translators: A finding of a review, such as: next week, no place.
    "venue_missing": message("finding", "is on {day}, and has no place"),
    # Translators: A finding of a review, such as: next week, no items.
    "program_missing": message("finding", "is on {day}, and has no program"),
    # Translators: A finding of a review, such as: announced without 担当.
    "contact_missing": message("finding", "has no office to ask"),
    # Translators: A finding of a review, such as: cancelled, no notice.
    "notice_missing": message("finding", "was cancelled without a word"),
    # Translators: A finding of a review, such as: held, 延期します。.
    "notice_left": message("finding", "was held, and its notice still tells of what was to come"),
    # Translators: A finding of a review, such as: jp/council/generl.
    "body_unknown": message("finding", "the council has no body {id} ({name})"),
    # Translators: A finding of a review, such as: a joint meeting with another council.
    "body_of_another": message("finding", "the body {id} ({name}) is not the council's"),
    # Translators: A finding of a review, such as: a working group after its end.
    "body_not_then": message("finding", "{name} was no body of the council on {day}"),
    # Translators: A finding of a review, such as: a meeting before the founding.
    "council_not_then": message("finding", "there was no council on {day}, by its names ({name})"),
    # Translators: A finding of a review, such as: a presenter that had left.
    "former_member": message("finding", "{name} was no longer a member on {day}"),
    # Translators: A finding of a review, such as: a presenter that joined later.
    "later_member": message("finding", "{name} was not yet a member on {day}, but from {since} on"),
    # Translators: A finding of a review, such as: attendees: 会員団体（…）.
    "absent_member": message("finding", "names {name}, which was no member on {day}"),
    # Translators: A finding of a review, such as: the old name after a renaming.
    "old_name": message("finding", "{name} was called {right} on {day}"),
    # Translators: A finding of a review, such as: the new name before a renaming.
    "later_name": message("finding", "{name} was still called {right} on {day}"),
    # Translators: A finding of a review, such as: a title with the old name.
    "old_name_in_text": message("finding", "says {written}, which was {right} on {day}"),
    # Translators: A finding of a review, such as: a title with the new name before a renaming.
    "later_name_in_text": message("finding", "says {written}, which was still {right} on {day}"),
    # Translators: A finding of a review, such as: a ministry under another's id.
    "name_unknown": message("finding", "{id} is {right}, and not {name}"),
    # Translators: A finding of a review, such as: 警察庁, Cabinet Office.
    "name_differs": message("finding", "{id} is {right} in this language, and not {name}"),
    # Translators: A finding of a review, such as: 国立環境研究所, with two English names.
    "translation_differs": message("finding", "{japanese} is {right} elsewhere, and {name} here"),
    # Translators: A finding of a review, such as: 国立環境 研究所.
    "space_in_name": message("finding", "{name} has a space; elsewhere it is {right}"),
    # Translators: A finding of a review, such as: 髙橋, then 高橋.
    "person_two_ways": message("finding", "{name} is written {right} elsewhere"),
    # Translators: A finding of a review, such as: 少年課 of 警察庁 in 2023.
    "agency_name": message("finding", "{name} was {right} on {day}, by the directory of agencies"),
    # Translators: A finding of a review, such as: こども家庭庁 in 2021.
    "agency_not_then": message("finding", "{name} was not there on {day}, by the directory of agencies"),
    # Translators: A finding of a review, such as: one id, two ministries.
    "two_under_one_id": message("finding", "{id} is {other_name} elsewhere, and {name} here"),
    # Translators: A finding of a review, such as: a body before and after its renaming.
    "renamed": message("finding", "{id} is {other_name} elsewhere, and {name} here; was it renamed?"),
    # Translators: A finding of a review, such as: one member, two groups.
    "nothing_in_common": message("finding", "{id} is {other_name}, and then {name}; are they one?"),
    # Translators: A finding of a review, such as: jp/npa, jp/police-agency.
    "two_ids": message("finding", "{name} has the id {id} here, and {other_id} elsewhere"),
    # Translators: A finding of a review, such as: 広報部会, twice.
    "bodies_of_one_name": message("finding", "{name} has the id {id} here, and {other_id} elsewhere"),
    # Translators: A finding of a review, such as: a private group, and an international one.
    "two_kinds": message("finding", "{name} has the id {id} here, and {other_id} among members of another kind"),
    # Translators: A finding of a review, such as: 生活安全局長.
    "no_agency": message("finding", "{name} does not say of which agency it is"),
    # Translators: A finding of a review, such as: 少年課, 課長.
    "unit_twice": message("finding", "would be printed as {name}{title}; leave the unit out of the title"),
    # Translators: A finding of a review, such as: 山田太郎.
    "person_alone": message("finding", "does not say what {name} speaks for"),
    # Translators: A finding of a review, such as: （株）例, NPO法人例.
    "legal_form": message("finding", "{name} has a legal form in it; say it by legal_form, or in full"),
    # Translators: A finding of a review, such as: 一般社団法人, then 公益社団法人.
    "two_legal_forms": message("finding", "{name} has another legal form in {other}"),
    # Translators: A finding of a review, such as: 警察庁 as a private group.
    "kind_of_member": message("finding", "{name} is hardly of the kind {kind}"),
    # Translators: A finding of a review, such as: 関係府省庁 among private groups.
    "kind_of_attendees": message("finding", "{written} is of another kind than {kind}"),
    # Translators: A finding of a review, such as: 担当 山田.
    "contact_is_a_person": message("finding", "{name} is hardly an office; a contact is never a person"),
    # Translators: A finding of a review, such as: …@gmail.com.
    "private_mail": message("finding", "{address} is no address of an office"),
    # Translators: A finding of a review, such as: a group's secretariat at gmail.com.
    "group_mail": message("finding", "{address} is at a provider for private persons; is it the group's?"),
    # Translators: A finding of a review, such as: 03-3581-01.
    "telephone": message("finding", "{telephone} cannot be the number of an office"),
    # Translators: A finding of a review, such as: digits that changed their places.
    "other_telephone": message("finding", "{telephone} is {right} in {other}, and later too"),
    # Translators: A finding of a review, such as: ｻｲﾊﾞｰ.
    "half_width_kana": message("finding", "has half-width kana: {around}"),
    # Translators: A finding of a review, such as: 力メラ with the kanji 力.
    "look_alike": message("finding", "has {part} ({code}), which looks like another character: {around}"),
    # Translators: A finding of a review, such as: 协议会.
    "foreign_kanji": message("finding", "has {part} ({code}), which is not written in Japan"),
    # Translators: A finding of a review, such as: 第６回 10名.
    "mixed_width": message("finding", "has characters of both widths: {around}"),
    # Translators: A finding of a review, such as: a zero-width space.
    "invisible_character": message("finding", "has a character that cannot be seen ({code}): {around}"),
    # Translators: A finding of a review, such as: ㈱.
    "compatibility_character": message("finding", "has {part} ({code}); write it out: {around}"),
    # Translators: A finding of a review, such as: 2th.
    "ordinal": message("finding", "has {part}, and should have {right}"),
    # Translators: A finding of a review, such as: Done。.
    "japanese_mark": message("finding", "has {part}, which English does not have"),
    # Translators: A finding of a review, such as: two spaces.
    "double_space": message("finding", "has a blank too many: {around}"),
    # Translators: A finding of a review, such as: the the, 。。.
    "doubled_word": message("finding", "has a word or a mark twice: {around}"),
    # Translators: A finding of a review, such as: （2号館.
    "brackets": message("finding", "has {part} without its other half"),
    # Translators: A finding of a review, such as: TBD, ○○.
    "placeholder": message("finding", "has {part}, which was to be filled in: {around}"),
    # Translators: A finding of a review, such as: <br>, &amp;.
    "markup": message("finding", "has {part}, which would be printed: {around}"),
    # Translators: A finding of a review, such as: è­¦å¯Ÿ.
    "mojibake": message("finding", "has characters that were read in the wrong encoding: {around}"),
    # Translators: A finding of a review, such as: 警察の取組 as en.
    "other_language": message("finding", "is not in the language of its tag, {tag}: {around}"),
    # Translators: A finding of a review, such as: a sentence not translated.
    "same_text": message("finding", "is the same in {tag} and {other}"),
    # Translators: A finding of a review, such as: 第6回, 5th.
    "numbers_differ": message("finding", "says {number}, and {other} in {tag}"),
    # Translators: A finding of a review, such as: yamada@….
    "mail_address": message("finding", "has a mail address: {part}"),
    # Translators: A finding of a review, such as: 090-….
    "mobile_number": message("finding", "has the number of a mobile telephone: {part}"),
    # Translators: A finding of a review, such as: パスコード：1234.
    "joining_link": message("finding", "tells how to join: {part}; take it out"),
    # Translators: A finding of a review, such as: http://….
    "http_in_text": message("finding", "has an address that is not encrypted: {part}"),
    # Translators: A finding of a review, such as: the old name, without an id.
    "old_name_without_id": message("finding", "{name} was called {right} on {day}, if it is that one"),
    # Translators: A finding of a review, such as: みどり県警査本部.
    "name_near": message("finding", "{name} is nearly {right}; is it misspelled?"),
    # Translators: A finding of a review, such as: an agency before it was set up.
    "organization_not_then": message("finding", "{name} was not there on {day}"),
    # Translators: A finding of a review, such as: 議題2 … as the title of 議題3.
    "agenda_in_title": message("finding", "the title says {written}, which is printed by agenda_number ({number})"),
    # Translators: A finding of a review, such as: 閉会挨拶 as opening.
    "kind_of_address": message("finding", "{title} is the title of an address of the kind {kind}"),
    # Translators: A finding of a review, such as: one of ten without 第…回.
    "number_missing": message("finding", "has no number, as all others of the body have"),
    # Translators: A finding of a review, such as: until 31 March, since 1 April.
    "gap": message("finding", "ends on {until}, and the next name begins on {since}"),
    # Translators: A finding of a review, such as: a member from next year on.
    "since_in_future": message("finding", "is from {day} on, which is still to come"),
    # Translators: A finding of a review, such as: a kanji in ja-Hira.
    "reading": message("finding", "has {part}, which the reading {tag} is not written in"),
    # Translators: A finding of a review, such as: one paragraph of two.
    "translation_short": message("finding", "is much shorter in {tag}"),
    # Translators: A finding of a review, such as: 令和4年度, FY2023.
    "days_differ": message("finding", "says {written}, and {right} in {tag}"),
}
