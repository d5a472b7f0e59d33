from __future__ import annotations

import pickle

import pytest

from csegroup import CsegroupError, InvalidValue, LoadError, NotScheduled, Problem

BLANK = InvalidValue("blank", "ja", "is empty")
PROBLEM = Problem("program[2].title.ja", "blank", "is empty")


def test_an_invalid_value_says_its_code_its_field_and_a_sentence() -> None:
    assert (BLANK.code, BLANK.field, BLANK.message) == ("blank", "ja", "is empty")
    assert str(BLANK) == "ja: is empty"


def test_a_value_that_has_no_field_is_told_by_its_sentence_alone() -> None:
    assert str(InvalidValue("type", "", "a text says its language")) == "a text says its language"


@pytest.mark.parametrize(
    ("inner", "path"), [("en", "title.en"), ("[2].title", "title[2].title"), ("['a b']", "title['a b']"), ("", "title")]
)
def test_an_error_seen_from_outside_has_the_whole_path(inner: str, path: str) -> None:
    assert InvalidValue("blank", inner, "is empty").inside("title").field == path


def test_an_error_seen_from_outside_keeps_its_code_and_sentence() -> None:
    outer = BLANK.inside("title").inside("program[2]")
    assert (outer.code, outer.field, outer.message) == ("blank", "program[2].title.ja", "is empty")


@pytest.mark.parametrize("error", [BLANK, LoadError([PROBLEM])])
def test_wrong_input_is_a_value_error_and_an_error_of_csegroup(error: Exception) -> None:
    assert isinstance(error, ValueError)
    assert isinstance(error, CsegroupError)


def test_a_meeting_without_a_day_is_no_value_error() -> None:
    assert isinstance(NotScheduled(["a"]), CsegroupError)
    assert not issubclass(NotScheduled, ValueError)


def test_a_problem_says_its_place_and_a_sentence() -> None:
    assert str(PROBLEM) == "program[2].title.ja: is empty"


def test_a_problem_of_the_whole_document_is_told_by_its_sentence_alone() -> None:
    assert str(Problem("", "syntax", "the document is not JSON")) == "the document is not JSON"


def test_a_load_error_keeps_all_problems_and_writes_one_a_line() -> None:
    error = LoadError(problem for problem in [PROBLEM, Problem("", "syntax", "is not JSON")])
    assert error.problems == (PROBLEM, Problem("", "syntax", "is not JSON"))
    assert str(error) == "program[2].title.ja: is empty\nis not JSON"


def test_not_scheduled_names_every_meeting() -> None:
    error = NotScheduled(identifier for identifier in ["jp/example/1", "jp/example/2"])
    assert error.ids == ("jp/example/1", "jp/example/2")
    assert str(error) == "no day is set yet for jp/example/1, jp/example/2"


@pytest.mark.parametrize("error", [BLANK, LoadError([PROBLEM]), NotScheduled(["a", "b"])])
def test_an_error_crosses_from_one_process_to_another(error: Exception) -> None:
    other = pickle.loads(pickle.dumps(error))  # noqa: S301 - made in this line
    assert type(other) is type(error)
    assert (str(other), other.args, vars(other)) == (str(error), error.args, vars(error))


def test_of_many_problems_the_first_twenty_are_shown_and_the_others_counted() -> None:
    error = LoadError(Problem(f"program[{i}]", "type", "is an object") for i in range(23))
    assert str(error).splitlines()[19:] == ["program[19]: is an object", "and 3 more"]
    assert "more" not in str(LoadError(error.problems[:20]))
