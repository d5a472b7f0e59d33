from __future__ import annotations

import datetime as dt
import re
import subprocess
import sys
import unicodedata
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from typing import Any, cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from csegroup import AttendeeKind, DatedOrganization, InvalidValue, Organization, directory
from csegroup.archive import Archive
from csegroup.directory.finding import Agencies, known
from csegroup.directory.keys import romanized
from csegroup.directory.reading import entries_of
from csegroup.example import ARCHIVE
from csegroup.json import read_archive
from csegroup.text import language_of

ENTRIES = directory.entries()
IDS = {str(entry.organization.id) for entry in ENTRIES}
POLICE = [entry for entry in ENTRIES if entry.kind is AttendeeKind.PREFECTURAL_POLICE]
POLICE_WITH_HEADQUARTERS = [entry for entry in POLICE if entry.organization.name["ja"].endswith("警察本部")]
SPELLINGS = [
    cast("tuple[str, str]", tuple(line.split("\t")))
    for line in Path(__file__).with_name("directory_spellings.txt").read_text(encoding="utf-8").splitlines()
    if not line.startswith("#")
]
BLANKS = " \t\u00a0\u2003\u3000\u200b・･"
WIDE = str.maketrans({chr(narrow): chr(narrow + 0xFEE0) for narrow in range(0x21, 0x7F)})
WRITTEN: list[Callable[[str], str]] = [str, str.upper, str.lower, str.title, lambda text: text.translate(WIDE)]
FIRST_READ = dt.date(2026, 11, 24)


def whole_names(organization: Organization) -> list[str]:
    """Write a name in each of its languages as it is printed, with all that is above."""
    names = []
    for tag in organization.name:
        parts = [part.name.get(tag) or part.name.best(tag)[1] for part in organization.lineage]
        names.append("".join(reversed(parts)) if language_of(tag) == "ja" else ", the ".join(parts))
    return names


def place_read(police: DatedOrganization) -> str:
    """Give the reading of a prefecture without its last word: ひょうご."""
    return re.sub("(けん|ふ|どう)けいさつほんぶ$", "", police.organization.name["ja-Hira"])


# What the file holds.


def test_each_entry_has_a_kind_a_source_and_a_name_in_japanese_with_reading_and_english() -> None:
    for entry in ENTRIES:
        assert entry.kind in {AttendeeKind.GOVERNMENT, AttendeeKind.PREFECTURAL_POLICE}
        assert entry.sources
        assert all(source.read_on >= FIRST_READ for source in entry.sources)
        assert all(source.publisher for source in entry.sources)
        assert list(entry.organization.name) in (["en", "ja", "ja-Hira"], ["en-t-ja", "ja", "ja-Hira"])


def test_a_reading_is_in_hiragana() -> None:
    for entry in ENTRIES:
        for kana in entry.organization.name["ja-Hira"]:
            assert unicodedata.name(kana).startswith("HIRAGANA LETTER ") or kana == "ー"


def test_no_two_names_of_one_organization_hold_on_one_day() -> None:
    Archive(organizations=ENTRIES)


def test_an_organization_that_was_renamed_has_no_gap() -> None:
    for names in known().by_id.values():
        assert all(earlier.until == later.since for earlier, later in pairwise(names))
    assert [entry.organization.name["ja"] for entry in known().by_id["jp/npa/community-safety/juvenile"]] == [
        "少年課",
        "人身安全・少年課",
    ]


def test_the_id_of_a_unit_begins_with_that_of_its_parent_which_is_there_too() -> None:
    for entry in ENTRIES:
        if parent := entry.organization.parent:
            assert str(entry.organization.id).startswith(f"{parent.id}/")
            assert parent in [other.organization for other in ENTRIES]


def test_no_unit_is_known_from_before_its_parent_or_until_after_it() -> None:
    spans = {entry.organization: entry for entry in ENTRIES}
    for entry in ENTRIES:
        if entry.organization.parent:
            above = spans[entry.organization.parent]
            assert (entry.since or dt.date.max) >= (above.since or dt.date.min)
            assert above.until is None or (entry.until or dt.date.max) <= above.until


def test_there_are_47_prefectural_police_of_which_46_have_headquarters() -> None:
    assert len(POLICE) == len({entry.organization.id for entry in POLICE}) == 47
    assert len(POLICE_WITH_HEADQUARTERS) == 46
    for entry in POLICE_WITH_HEADQUARTERS:
        assert entry.organization.name["ja"].removesuffix("警察本部")[-1] in "道府県"
        prefecture = str(entry.organization.id).removeprefix("jp/police/").capitalize()
        assert entry.organization.name.best("en")[1] == f"{prefecture} Prefectural Police Headquarters"
        assert entry.organization.name["ja-Hira"].endswith("けいさつほんぶ")
    assert directory.get("jp/police/tokyo").name["ja"] == "警視庁"


def test_the_archive_of_the_example_has_the_same_names() -> None:
    shared = [entry.organization for entry in read_archive(ARCHIVE).organizations if entry.organization.id in IDS]
    assert {organization.id for organization in shared} == {"jp/npa", "jp/cao", "jp/mext"}
    for organization in shared:
        assert organization.name.items() <= directory.get(str(organization.id)).name.items()


def test_a_translation_is_marked_where_no_page_gives_the_name() -> None:
    own = {entry.organization.name["en"] for entry in POLICE if "en" in entry.organization.name}
    assert own >= {"Hyogo Prefectural Police Headquarters", "Tokyo Metropolitan Police Department"}
    assert "en-t-ja" in directory.get("jp/npa/community-safety/juvenile").name


def test_each_other_name_means_its_agency_alone_but_one_that_two_have() -> None:
    for entry in known().entries:
        for name in {*(entry.also if entry.alone else ()), *whole_names(entry.record.organization)} - {"府警"}:
            found = directory.find(name)
            assert found
            assert found.id == entry.record.organization.id, name


# By id and by day.


def test_an_organization_is_given_by_its_id_under_its_name_of_today_or_of_a_day() -> None:
    division = "jp/npa/community-safety/juvenile"
    assert directory.get(division).name["ja"] == "人身安全・少年課"
    assert directory.get(division, on=dt.date(2022, 3, 31)).name["ja"] == "少年課"
    assert directory.get(division, on=dt.date(2022, 4, 1)).name["ja"] == "人身安全・少年課"


@pytest.mark.parametrize(
    ("organization_id", "hint"),
    [
        ("jp/police/hyougo", "'jp/police/hyougo' is not in the directory; did you mean 'jp/police/hyogo'"),
        ("🙂", "'🙂' is not in the directory"),
        ("", "'' is not in the directory"),
    ],
)
def test_an_unknown_id_is_refused_with_the_nearest(organization_id: str, hint: str) -> None:
    with pytest.raises(InvalidValue) as refused:
        directory.get(organization_id)
    assert (refused.value.code, refused.value.field) == ("unknown", "organization_id")
    assert refused.value.message.startswith(hint)
    assert ("did you mean" in refused.value.message) == ("did you mean" in hint)


@pytest.mark.parametrize(
    ("organization_id", "day", "known"),
    [
        ("jp/cfa", dt.date(2023, 3, 31), "(こども家庭庁 since 2023-04-01)"),
        ("jp/npa/community-safety/cybercrime", None, "(情報技術犯罪対策課 since 2004-04-01 until 2022-04-01)"),
        ("jp/npa/info-communications", dt.date(2022, 4, 1), "(情報通信局 until 2022-04-01)"),
    ],
)
def test_a_gap_is_told_with_the_days_that_are_known(organization_id: str, day: dt.date | None, known: str) -> None:
    with pytest.raises(InvalidValue) as refused:
        directory.get(organization_id, on=day)
    assert (refused.value.code, refused.value.field) == ("gap", "on")
    assert refused.value.message.endswith(known)


def test_a_unit_is_there_only_while_its_parent_is() -> None:
    before, after = dt.date(2022, 3, 31), dt.date(2022, 4, 1)
    division = directory.get("jp/npa/cyber/planning")
    assert division not in directory.organizations(on=before)
    assert division in directory.organizations(on=after)


def test_the_organizations_of_today_are_those_whose_name_no_page_ends() -> None:
    today = directory.organizations()
    assert today == tuple(entry.organization for entry in ENTRIES if entry.until is None)
    assert len({organization.id for organization in today}) == len(today)


@given(st.dates(dt.date(1900, 1, 1), dt.date(2100, 1, 1)))
def test_on_any_day_each_organization_is_given_by_its_id(day: dt.date) -> None:
    there = directory.organizations(on=day)
    assert [directory.get(str(organization.id), on=day) for organization in there] == list(there)
    for gone in IDS - {str(organization.id) for organization in there}:
        with pytest.raises(InvalidValue, match="no name that is known"):
            directory.get(gone, on=day)


# By name.


@pytest.mark.parametrize(("spelling", "wanted"), SPELLINGS, ids=lambda value: value)
def test_a_spelling_means_its_agency_and_nothing_else(spelling: str, wanted: str) -> None:
    found = directory.find(spelling)
    assert (found.id if found else "none") == wanted


def test_there_are_many_spellings_and_each_stands_once() -> None:
    assert len({spelling for spelling, _ in SPELLINGS}) == len(SPELLINGS) >= 600


@given(st.sampled_from(ENTRIES), st.data())
def test_every_official_name_finds_itself_whatever_width_case_and_blanks(
    entry: DatedOrganization, data: st.DataObject
) -> None:
    name = data.draw(st.sampled_from(whole_names(entry.organization)))
    name = data.draw(st.sampled_from(WRITTEN))(name)
    form = data.draw(st.sampled_from(["NFC", "NFD", "NFKC", "NFKD"]))
    blank = data.draw(st.sampled_from(BLANKS))
    name = f"{blank}{unicodedata.normalize(form, name).replace(' ', blank)}{blank}"  # type: ignore[arg-type]
    day = entry.until - dt.timedelta(days=1) if entry.until else None
    assert directory.find(name) == entry.organization
    assert directory.find(name, on=day) == entry.organization


@given(st.sampled_from(ENTRIES))
def test_a_reading_is_found_in_hiragana_and_katakana(entry: DatedOrganization) -> None:
    reading = "".join(part.name["ja-Hira"] for part in reversed(entry.organization.lineage))
    katakana = "".join(chr(ord(kana) + 0x60) if "ぁ" <= kana <= "ゖ" else kana for kana in reading)
    assert directory.find(reading) == directory.find(katakana) == entry.organization


def test_each_prefectural_police_is_found_by_its_usual_short_names() -> None:
    for entry in POLICE_WITH_HEADQUARTERS:
        name, english = entry.organization.name["ja"], entry.organization.name.best("en")[1]
        short = name.replace("警察本部", "警")
        for spelled in (
            short,
            f"{short}本部",
            f"{short}察",
            f"{short}御中",
            f"{romanized(place_read(entry))}{short[-2:]}",
            f"{place_read(entry)}{short[-2:]}",
            english.replace(" Prefectural Police Headquarters", "-ken Police"),
            f"Police of {english.removesuffix(' Prefectural Police Headquarters')}",
            f"{name} {english}",
            f"{english} {name}",
            english.replace("Prefectural Police Headquarters", "Police"),
        ):
            assert directory.find(spelled) == entry.organization, spelled


def test_an_old_name_finds_the_organization_as_it_was_named_then() -> None:
    found = directory.find("少年課")
    assert found
    assert found == directory.get("jp/npa/community-safety/juvenile", on=dt.date(2022, 2, 8))
    assert directory.find("少年課", on=dt.date(2022, 2, 8)) == found
    assert directory.find("少年課", on=dt.date(2022, 4, 1)) is None
    assert directory.find("人身安全・少年課", on=dt.date(2022, 2, 8)) is None


def test_what_is_found_is_written_as_the_office_writes_it() -> None:
    found = directory.find("国土交通省")
    assert found
    assert found.name["ja"] == "国土交通省"
    assert found is directory.find("ｺｸﾄﾞｺｳﾂｳｼｮｳ")


def test_a_name_and_a_short_one_in_brackets_are_found_if_they_mean_the_same() -> None:
    npa = directory.get("jp/npa")
    assert directory.find("National Police Agency (NPA)") == directory.find("警察庁（けいさつちょう）") == npa
    assert directory.find("National Police Agency (MPD)") is None
    assert directory.find("警察庁()") == npa


def test_beside_a_whole_name_that_of_the_unit_alone_is_known() -> None:
    division = directory.get("jp/npa/criminal-investigation/first-investigation")
    assert directory.find("警察庁刑事局捜査第一課 First Investigation Division") == division
    assert directory.find("警察庁刑事局捜査第一課 Second Investigation Division") is None
    assert directory.find("捜査第一課 First Investigation Division") is None


def test_a_unit_stands_before_or_behind_those_above_it_in_either_order() -> None:
    for entry in ENTRIES:
        unit, *above = [part.name["ja"] for part in entry.organization.lineage]
        day = entry.until - dt.timedelta(days=1) if entry.until else None
        for written in (f"{unit}（{''.join(reversed(above))}）", "、".join([unit, *above])):
            assert directory.find(written, on=day) == entry.organization, written


@given(st.text())
def test_any_string_means_an_organization_or_none(name: str) -> None:
    found = directory.find(name)
    assert found is None or found in [entry.organization for entry in ENTRIES]
    assert len(directory.near(name)) <= 5


@pytest.mark.parametrize(
    "name", ["\ud800", "\x00", "（" * 10_000, "警" * 10_000, "\u3099", "ﾞ", "様" * 10_000 + "x", "警x" * 5_000]
)
def test_a_string_of_any_kind_is_looked_up(name: str) -> None:
    assert directory.find(name) is None
    directory.near(name)


@pytest.mark.parametrize(
    ("written", "nearest"),
    [
        ("府警", ["京都府警察本部", "大阪府警察本部"]),
        ("総務課", ["総務課", "総務省"]),
        ("警察庁長官", ["警察庁"]),
        ("警察庁生活安全局長", ["生活安全局"]),
        ("警察庁生活安全局少年科", ["少年課"]),
        ("神奈川", ["神奈川県警察本部"]),
        ("National Polise Agency", ["警察庁"]),
        ("Ministry of Heath, Labour and Welfare", ["厚生労働省"]),
        ("Hyogo Prefectural Polise", ["兵庫県警察本部"]),
        ("Police of Hyoga", ["兵庫県警察本部"]),
        ("Natoinal Police Agency", ["警察庁"]),
        ("Minstry of Justice", ["法務省"]),
        ("厚生労動省", ["厚生労働省"]),
        ("警視丁", ["警視庁"]),
        ("城茨県警", ["茨城県警察本部"]),
        ("警視庁生活安全部", ["警視庁"]),
        ("警視庁捜査一課", ["警視庁"]),
        ("Tokyo Metropolitan Police Department, Juvenile Division", ["警視庁"]),
        ("兵庫県警察本部少年課", ["兵庫県警察本部", "少年課"]),
        ("道警少年課", ["北海道警察本部"]),
        ("文科省初等中等教育局", ["文部科学省"]),
        ("Microsoft", []),
    ],
)
def test_near_names_come_the_best_first(written: str, nearest: list[str]) -> None:
    assert directory.find(written) is None
    assert [found.name["ja"] for found in directory.near(written)][: len(nearest)] == nearest


@pytest.mark.parametrize(("written", "nearest"), [("長嵜県警", "長崎県警察本部"), ("宮嵜県警", "宮崎県警察本部")])
def test_another_form_of_a_character_is_as_near_as_the_usual_one(written: str, nearest: str) -> None:
    assert directory.near(written)[0].name["ja"] == nearest


@given(st.sampled_from(POLICE), st.data())
def test_a_name_with_one_letter_twice_is_nearest_to_its_police_and_finds_no_other(
    entry: DatedOrganization, data: st.DataObject
) -> None:
    name = data.draw(st.sampled_from(list(entry.organization.name.values())))
    i = data.draw(st.integers(0, len(name) - 1))
    written = name[: i + 1] + name[i:]
    assert directory.near(written)[0] == entry.organization
    assert directory.find(written) in {entry.organization, None}


def test_near_names_are_each_organization_once_and_no_more_than_wanted() -> None:
    many = directory.near("県警察本部", limit=100)
    assert len({found.id for found in many}) == len(many) > 40
    assert directory.near("県警察本部", limit=3) == many[:3]
    assert directory.near("xyz") == directory.near("") == directory.near("・") == ()


@given(st.sampled_from(ENTRIES))
def test_a_name_is_nearest_to_itself(entry: DatedOrganization) -> None:
    for name in whole_names(entry.organization):
        assert directory.near(name)[0] == entry.organization


NO_STRING = cast("Any", 5)
NO_DAY = cast("Any", dt.datetime(2022, 2, 8, tzinfo=dt.timezone.utc))


@pytest.mark.parametrize(
    ("call", "code", "field"),
    [
        (lambda: directory.find(NO_STRING), "type", "name"),
        (lambda: directory.near(NO_STRING), "type", "name"),
        (lambda: directory.get(NO_STRING), "type", "organization_id"),
        (lambda: directory.find("警察庁", on=NO_DAY), "type", "on"),
        (lambda: directory.get("jp/npa", on=NO_DAY), "type", "on"),
        (lambda: directory.organizations(on=NO_DAY), "type", "on"),
        (lambda: directory.near("警察庁", limit=0), "range", "limit"),
        (lambda: directory.near("警察庁", limit=cast("Any", "5")), "type", "limit"),
    ],
)
def test_what_is_no_string_and_no_day_is_refused(call: Callable[[], object], code: str, field: str) -> None:
    with pytest.raises(InvalidValue) as refused:
        call()
    assert (refused.value.code, refused.value.field) == (code, field)


# The file and its reading.

LINE = '{ id = "jp/a", name = { ja = "甲", ja-Hira = "こう" }, kind = "government", sources = ["page"] }'
SOURCES = '\n[sources]\npage = { url = "https://www.example.go.jp/", read_on = 2026-11-24 }\n'


def test_a_line_gives_what_it_holds() -> None:
    days = 'since = 2001-01-06, until = 2002-01-01, same_as = ["https://www.example.org/a"]'
    line = LINE.replace("kind", f"{days}, kind")
    (entry,) = entries_of(f"organizations = [{line}]{SOURCES}")
    assert entry.record.same_as == ("https://www.example.org/a",)
    assert (entry.record.since, entry.record.until) == (dt.date(2001, 1, 6), dt.date(2002, 1, 1))
    assert (entry.also, entry.alone) == ((), True)


@pytest.mark.parametrize(
    ("line", "code", "field"),
    [
        (LINE.replace("kind", "kimd"), "unknown_key", "organizations[1].kimd"),
        (LINE.replace("kind", 'parent = "jp/b", kind'), "unknown", "organizations[1].parent"),
        (LINE.replace('"page"', '"pgae"'), "unknown", "organizations[1].sources"),
        (LINE.replace("kind", 'since = "2001", kind'), "type", "organizations[1].since"),
        (LINE.replace('ja = "甲", ', ""), "reading", "organizations[1].name.ja-Hira"),
        (LINE.replace('id = "jp/a", ', ""), "missing", "organizations[1].organization.id"),
    ],
)
def test_a_wrong_line_is_told_by_its_place(line: str, code: str, field: str) -> None:
    with pytest.raises(InvalidValue) as refused:
        entries_of(f"organizations = [{LINE}, {line}]{SOURCES}")
    assert (refused.value.code, refused.value.field) == (code, field)


A, B = LINE, LINE.replace("jp/a", "jp/b")


@pytest.mark.parametrize(
    ("lines", "wanted"),
    [
        ([A, B], None),
        ([A.replace("kind", "until = 2001-01-06, kind"), B], "jp/b"),
        ([A, B.replace("kind", "until = 2001-01-06, kind")], "jp/a"),
        ([line.replace("kind", "until = 2001-01-06, kind") for line in (A, B)], None),
    ],
)
def test_a_name_that_two_have_means_the_one_that_has_it_today(lines: list[str], wanted: str | None) -> None:
    found = Agencies(entries_of(f"organizations = [{', '.join(lines)}]{SOURCES}")).meant("甲", None)
    assert (found.organization.id if found else None) == wanted


def test_a_name_that_came_back_is_the_latest() -> None:
    spans = ("until = 2001-01-06", "since = 2002-01-06, until = 2003-01-06", "since = 2004-01-06, until = 2005-01-06")
    lines = ", ".join(LINE.replace("kind", f"{span}, kind") for span in spans)
    found = Agencies(entries_of(f"organizations = [{lines}]{SOURCES}")).meant("甲", None)
    assert found
    assert found.since == dt.date(2004, 1, 6)


def test_the_file_is_read_at_the_first_call_and_not_before() -> None:
    script = (
        "from csegroup import directory\n"
        "from csegroup.directory.finding import known\n"
        "before = known.cache_info().currsize\n"
        "directory.find('x')\n"
        "print(before, known.cache_info().currsize)\n"
    )
    command = [sys.executable, "-c", script]
    run = subprocess.run(command, capture_output=True, check=True, encoding="utf-8")  # noqa: S603 - a script of this file
    assert run.stdout == "0 1\n"


def test_the_model_does_not_know_the_directory() -> None:
    script = "import sys, csegroup, csegroup.example; print('csegroup.directory' in sys.modules)"
    command = [sys.executable, "-c", script]
    run = subprocess.run(command, capture_output=True, check=True, encoding="utf-8")  # noqa: S603 - a script of this file
    assert run.stdout == "False\n"
