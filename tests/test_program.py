from __future__ import annotations

import pytest
from hypothesis import given

import strategies as strategy
from csegroup import (
    Address,
    AddressKind,
    AttendeeKind,
    Discussion,
    Formality,
    FormalityKind,
    InvalidValue,
    Item,
    LocalizedText,
    Material,
    Meeting,
    Motion,
    Organization,
    Outcome,
    Post,
    Presentation,
    Session,
    SessionItem,
    Speaker,
)
from csegroup.program import check_agenda_numbers

NPA = Organization(id="jp/npa", name={"en": "National Police Agency", "ja": "警察庁"})
HEAD = Post(title={"en": "Head", "ja": "長"}, organization=NPA)
GENERAL = Organization(id="jp/example/general", name={"ja": "総会"})
TITLE = {"en": "Exchange of opinions", "ja": "意見交換"}
BREAK = Formality(kind=FormalityKind.BREAK)
NEEDED: dict[type, dict[str, object]] = {
    Formality: {"kind": FormalityKind.OPENING},
    Address: {"kind": AddressKind.CHAIR},
    Presentation: {"title": TITLE},
    Discussion: {},
    Motion: {"title": TITLE},
    Session: {"title": TITLE, "items": [BREAK]},
    Material: {"number": "1"},
}
NUMBERED = (Presentation, Discussion, Motion, Session)
IN_A_SESSION = (Formality, Address, Presentation, Discussion, Motion)


def _talk(number: int | None = None) -> Discussion:
    return Discussion(agenda_number=number)


def _session(number: int | None, *inside: int | None) -> Session:
    return Session(agenda_number=number, title=TITLE, items=map(_talk, inside))


@pytest.mark.parametrize("cls", NUMBERED)
@pytest.mark.parametrize(
    ("number", "code"), [(0, "range"), (-1, "range"), (True, "type"), ("1", "type"), (1.0, "type")]
)
def test_an_agenda_number_is_a_whole_number_from_one(cls: type, number: object, code: str) -> None:
    error = strategy.refused(cls, **NEEDED[cls], agenda_number=number)
    assert (error.code, error.field) == (code, "agenda_number")


@pytest.mark.parametrize("cls", IN_A_SESSION)
@pytest.mark.parametrize(("minutes", "code"), [(0, "range"), (True, "type"), (2.5, "type"), ("20", "type")])
def test_the_minutes_of_an_item_are_a_whole_number_from_one(cls: type, minutes: object, code: str) -> None:
    error = strategy.refused(cls, **NEEDED[cls], minutes=minutes)
    assert (error.code, error.field) == (code, "minutes")


@pytest.mark.parametrize("cls", IN_A_SESSION)
@pytest.mark.parametrize(
    ("audience", "code", "field"),
    [
        ("private", "type", "audience"),
        (AttendeeKind.PRIVATE, "type", "audience"),
        (["private"], "type", "audience[0]"),
        ([AttendeeKind.PRIVATE, AttendeeKind.OTHER, AttendeeKind.PRIVATE], "twice", "audience[2]"),
    ],
)
def test_an_audience_is_a_list_of_different_kinds(cls: type, audience: object, code: str, field: str) -> None:
    error = strategy.refused(cls, **NEEDED[cls], audience=audience)
    assert (error.code, error.field) == (code, field)


@pytest.mark.parametrize("cls", IN_A_SESSION)
@pytest.mark.parametrize(
    ("languages", "code", "field"),
    [
        ("ja", "type", "languages"),
        (["日本語"], "language", "languages[0]"),
        (["ja", "EN"], "language", "languages[1]"),
        (["ja", None], "language", "languages[1]"),
        (["ja", "en", "ja"], "twice", "languages[2]"),
    ],
)
def test_languages_are_a_list_of_different_tags(cls: type, languages: object, code: str, field: str) -> None:
    error = strategy.refused(cls, **NEEDED[cls], languages=languages)
    assert (error.code, error.field) == (code, field)


def test_a_language_in_the_wrong_case_is_told_its_right_spelling() -> None:
    error = strategy.refused(Discussion, languages=["ja", "zh-hant"])
    assert error.message == "write the language tag as 'zh-Hant', not 'zh-hant'"


@pytest.mark.parametrize(
    ("cls", "field"),
    [
        *[(cls, "title") for cls in (Address, Presentation, Discussion, Motion, Session, Material)],
        *[(cls, "report") for cls in (Address, Presentation, Discussion, Motion)],
        *[(Presentation, "joined_by"), (Motion, "resolution"), (Material, "note")],
    ],
)
def test_every_text_of_an_item_says_its_language(cls: type, field: str) -> None:
    error = strategy.refused(cls, **{**NEEDED[cls], field: "意見交換"})
    assert (error.code, error.field) == ("type", field)
    assert error.message == "a text says its language: {'ja': …}, not '意見交換'"


@pytest.mark.parametrize("cls", [Address, Presentation, Discussion, Motion, Session, Material])
def test_a_title_stands_on_one_line(cls: type) -> None:
    error = strategy.refused(cls, **{**NEEDED[cls], "title": {"en": "Aim", "ja": "意見\n交換"}})
    assert (error.code, error.field) == ("newline", "title.ja")


def test_a_report_and_a_resolution_have_paragraphs() -> None:
    paragraphs = LocalizedText({"ja": "一人目の意見。\n二人目の意見。"})
    assert Discussion(report=paragraphs).report == paragraphs
    assert Motion(title=TITLE, resolution=paragraphs).resolution == paragraphs


@pytest.mark.parametrize(
    ("cls", "kind"),
    [(Formality, "opening"), (Formality, AddressKind.OPENING), (Address, FormalityKind.OPENING), (Address, None)],
)
def test_a_kind_is_that_of_its_class(cls: type, kind: object) -> None:
    error = strategy.refused(cls, kind=kind)
    assert (error.code, error.field) == ("type", "kind")
    assert error.message == f"needs {cls.__name__}Kind, not {kind!r}"


def test_an_outcome_is_no_string() -> None:
    error = strategy.refused(Motion, title=TITLE, outcome="approved")
    assert (error.code, error.field, error.message) == ("type", "outcome", "needs Outcome, not 'approved'")


def test_a_post_and_an_organization_speak_for_themselves() -> None:
    assert Address(kind=AddressKind.CHAIR, speaker=HEAD).speaker == Speaker(post=HEAD)
    assert Presentation(presenters=[NPA, HEAD]).presenters == (Speaker(organization=NPA), Speaker(post=HEAD))
    assert Motion(title=TITLE, presenters=[NPA]).presenters == (Speaker(organization=NPA),)


@pytest.mark.parametrize(
    ("cls", "fields", "field"),
    [
        (Address, {"speaker": "会長"}, "speaker"),
        (Address, {"speaker": [HEAD]}, "speaker"),
        (Presentation, {"presenters": NPA}, "presenters"),
        (Presentation, {"presenters": "警察庁"}, "presenters"),
        (Presentation, {"presenters": [NPA, "警察庁"]}, "presenters[1]"),
        (Presentation, {"representatives": [NPA, HEAD]}, "representatives[1]"),
        (Presentation, {"materials": ["資料1"]}, "materials[0]"),
        (Motion, {"presenters": None}, "presenters"),
        (Session, {"materials": Material(number="1")}, "materials"),
    ],
)
def test_a_wrong_part_of_an_item_is_told_by_its_path(cls: type, fields: dict[str, object], field: str) -> None:
    error = strategy.refused(cls, **NEEDED[cls], **fields)
    assert (error.code, error.field) == ("type", field)


def test_a_presentation_without_title_and_presenter_is_refused() -> None:
    error = strategy.refused(Presentation, agenda_number=1, report={"ja": "説明があった。"})
    assert (error.code, error.field, error.message) == (
        "missing",
        "title",
        "is missing; give a title or a presenter",
    )


def test_who_joins_joins_presenters() -> None:
    error = strategy.refused(Presentation, title=TITLE, joined_by={"ja": "及び会員企業"})
    assert (error.code, error.field) == ("excluded", "joined_by")
    assert Presentation(presenters=[NPA], joined_by={"ja": "及び会員企業"}).joined_by


@pytest.mark.parametrize(
    ("fields", "code", "field"),
    [
        ({"number": 1}, "type", "number"),
        ({"number": "1\n"}, "blank", "number"),
        ({"number": "5\n1"}, "newline", "number"),
        ({"url": "資料1.pdf"}, "url", "url"),
        ({"media_type": "PDF"}, "form", "media_type"),
        ({"media_type": "Application/PDF"}, "form", "media_type"),
        ({"kilobytes": 0}, "range", "kilobytes"),
        ({"kilobytes": True}, "type", "kilobytes"),
        ({"kilobytes": 109.5}, "type", "kilobytes"),
        ({"language": "JA"}, "language", "language"),
        ({"note": {"ja": "リンク\n切れ"}}, "newline", "note.ja"),
    ],
)
def test_a_field_of_a_material_is_checked_by_name(fields: dict[str, object], code: str, field: str) -> None:
    error = strategy.refused(Material, **{**NEEDED[Material], **fields})
    assert (error.code, error.field) == (code, field)


def test_a_material_has_a_number_or_a_title() -> None:
    assert Material(title={"ja": "参考資料"}).number is None
    error = strategy.refused(Material, url="https://example.org/1.pdf")
    assert (error.code, error.field, error.message) == ("missing", "number", "is missing; give a number or a title")


@pytest.mark.parametrize(
    ("items", "code", "field"),
    [
        ([], "missing", "items"),
        (None, "type", "items"),
        (BREAK, "type", "items"),
        ([BREAK, "休憩"], "type", "items[1]"),
        ([BREAK, _session(None, 1)], "type", "items[1]"),
        ([BREAK, Material(number="1")], "type", "items[1]"),
    ],
)
def test_a_session_holds_one_item_at_least_and_no_session(items: object, code: str, field: str) -> None:
    error = strategy.refused(Session, title=TITLE, items=items)
    assert (error.code, error.field) == (code, field)


@pytest.mark.parametrize(
    ("program", "field", "message"),
    [
        ([_talk(2), _talk(1)], "program[1]", "is 1 after 2"),
        ([_talk(1), BREAK, _talk(1)], "program[2]", "is 1 after 1"),
        ([_session(None, 1, 3), _talk(2)], "program[1]", "is 2 after 3"),
        ([_talk(4), _session(4, None)], "program[1]", "is 4 after 4"),
        ([_talk(4), _session(None, None, 2)], "program[1].items[1]", "is 2 after 4"),
        ([_session(1, 2), _session(None, 2)], "program[1].items[0]", "is 2 after 2"),
    ],
)
def test_agenda_numbers_that_fall_are_refused(program: list[Item], field: str, message: str) -> None:
    error = strategy.refused(Meeting, id="jp/example/1", body=GENERAL, program=program)
    assert (error.code, error.field) == ("order", f"{field}.agenda_number")
    assert error.message == f"{message}; agenda numbers rise from item to item"


@pytest.mark.parametrize(
    ("number", "inside", "field"), [(None, (2, 1), "items[1]"), (3, (3,), "items[0]"), (3, (None, 1), "items[1]")]
)
def test_agenda_numbers_that_fall_in_a_session_are_refused(
    number: int | None, inside: tuple[int | None, ...], field: str
) -> None:
    with pytest.raises(InvalidValue) as caught:
        _session(number, *inside)
    assert (caught.value.code, caught.value.field) == ("order", f"{field}.agenda_number")


@pytest.mark.parametrize(
    "program",
    [[_talk(1), BREAK, _talk(3)], [_session(1, 2, None, 3), _talk(4)], [_session(None, 1), _session(2, None)]],
)
def test_agenda_numbers_may_leave_a_gap_and_an_item_may_have_none(program: list[Item]) -> None:
    check_agenda_numbers("program", program)


@given(strategy.programs())
def test_a_part_of_a_program_keeps_the_rule_of_the_whole(program: list[Item]) -> None:
    check_agenda_numbers("program", program[::2])


@pytest.mark.parametrize("cls", IN_A_SESSION)
def test_every_item_but_a_session_ends_with_the_same_fields(cls: type[SessionItem]) -> None:
    item = cls(**NEEDED[cls], minutes=20, audience=[AttendeeKind.PRIVATE], languages=["ja", "en"])  # type: ignore[arg-type] # checked by the class
    assert (item.minutes, item.audience, item.languages) == (20, (AttendeeKind.PRIVATE,), ("ja", "en"))


@pytest.mark.parametrize("word", [*FormalityKind, *AddressKind, *Outcome])
def test_a_choice_is_written_as_its_name_in_small_letters(word: FormalityKind | AddressKind | Outcome) -> None:
    assert word.value == word.name.lower()
