from __future__ import annotations

import datetime as dt
import io
from pathlib import Path

import attrs
import pytest
from hypothesis import given

import csegroup
import strategies as strategy
from csegroup import Archive, Council, DatedName, DatedOrganization, LoadError, Meeting, Organization
from csegroup.json import read_archive, read_lines, write_archive

GROUP = Organization(id="jp/example", name={"en": "Specialist Group", "ja": "𠮷野福\ufa1b祉会"})
FIRST = Meeting(id="jp/example/1", body=GROUP, number=1, day=dt.date(2022, 2, 8))
COUNCIL = Council(id="jp/example", names=[DatedName(text={"ja": "協議会"}, since=dt.date(2010, 11, 22))])
OLD = DatedOrganization(organization=GROUP, until=dt.date(2021, 4, 1))
NEW = DatedOrganization(organization=attrs.evolve(GROUP, name={"en": "Café", "ja": "ﾊﾟﾝﾀﾞ会"}), since=dt.date(2021, 4, 1))
HEADER = b'{"format":"csegroup.lines","version":1}\n'


def written(archive: Archive) -> bytes:
    write_archive(archive, file := io.BytesIO())
    return file.getvalue()


def told(data: bytes) -> list[str]:
    with pytest.raises(LoadError) as caught:
        read_archive(io.BytesIO(data))
    return [str(problem) for problem in caught.value.problems]


@given(strategy.archives())
def test_an_archive_is_read_back_as_it_was_written(archive: Archive) -> None:
    assert read_archive(io.BytesIO(written(archive))) == archive


def test_an_archive_is_written_by_kinds_and_read_in_any_order(tmp_path: Path) -> None:
    archive = Archive.of([FIRST, NEW, COUNCIL, OLD, FIRST.announced()])
    assert archive.records == (COUNCIL, NEW, OLD, FIRST, FIRST.announced())
    write_archive(archive, tmp_path / "archive.jsonl.gz")
    assert read_archive(tmp_path / "archive.jsonl.gz") == archive
    assert tuple(read_lines(tmp_path / "archive.jsonl.gz")) == archive.records


def test_an_organization_is_a_record_as_the_others_are() -> None:
    data = csegroup.json.dumps(NEW)
    assert data.startswith(b'{"$schema":"urn:csegroup:schema:organization:1","format":"csegroup.organization"')
    assert csegroup.json.loads(data, DatedOrganization) == NEW


@pytest.mark.parametrize(
    ("fields", "field", "message"),
    [
        (
            {"meetings": [FIRST, FIRST.announced(), attrs.evolve(FIRST, number=2)]},
            "meetings[2]",
            "is jp/example/1, 0, tentative, as meetings[0] is; keep one",
        ),
        ({"councils": [COUNCIL, COUNCIL]}, "councils[1]", "is jp/example, as councils[0] is; keep one"),
        (
            {"organizations": [OLD, NEW, attrs.evolve(NEW, since=dt.date(2020, 1, 1))]},
            "organizations[2].since",
            "is 2020-01-01, but the name of jp/example in organizations[0] holds then; end it",
        ),
        ({"meetings": [COUNCIL]}, "meetings[0]", None),
        ({"organizations": [GROUP]}, "organizations[0]", None),
        ({"councils": "協議会"}, "councils", None),
    ],
)
def test_what_an_archive_cannot_hold_is_refused_by_its_place(
    fields: dict[str, object], field: str, message: str | None
) -> None:
    error = strategy.refused(Archive, **fields)
    assert error.field == field
    assert message in {None, error.message}


def test_what_is_no_record_is_refused_by_its_place() -> None:
    assert strategy.refused(Archive.of, records=[FIRST, GROUP]).field == "records[1]"
    assert strategy.refused(Archive.of, records=FIRST).field == "records"
    assert strategy.refused(write_archive, archive=[FIRST], file=io.BytesIO()).field == "archive"


def test_records_that_stand_twice_in_a_file_are_told_by_their_lines() -> None:
    twice = [written(Archive.of([record])).removeprefix(HEADER) for record in (FIRST, COUNCIL)]
    assert told(HEADER + b"".join(twice * 3)) == [
        "line 4: is jp/example/1, 0, tentative, as line 2 is; keep one",
        "line 5: is jp/example, as line 3 is; keep one",
        "line 6: is jp/example/1, 0, tentative, as line 2 is; keep one",
        "line 7: is jp/example, as line 3 is; keep one",
    ]


def test_two_names_of_an_organization_on_one_day_are_told_by_their_line() -> None:
    lines = [
        written(Archive.of([record])).removeprefix(HEADER) for record in (OLD, FIRST, attrs.evolve(OLD, until=None))
    ]
    assert told(HEADER + b"".join(lines)) == [
        "line 4, since: is left out, but the name of jp/example in line 2 holds then; end it"
    ]


def test_the_problems_of_all_lines_are_told() -> None:
    assert told(HEADER + b'{"type":"council"}\n' + b"[]\n")[-1] == "line 3: a record is an object, not []"


def test_a_file_that_is_none_is_said_to_be_none(tmp_path: Path) -> None:
    with pytest.raises(OSError, match=r"archive\.jsonl"):
        read_archive(tmp_path / "archive.jsonl")
