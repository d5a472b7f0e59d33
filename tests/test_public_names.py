from __future__ import annotations

import inspect
import re
import subprocess
import sys
from types import ModuleType

import attrs
import pytest

import csegroup
from csegroup import LocalizedText, Problem
from csegroup.documents import Part, Style

MODULES = [
    csegroup,
    csegroup.changes,
    csegroup.directory,
    csegroup.documents,
    csegroup.ical,
    csegroup.json,
    csegroup.pictures,
    csegroup.review,
    csegroup.wording,
]
NAMED = {name: getattr(csegroup, name) for name in csegroup.__all__}
CLASSES = [named for named in NAMED.values() if inspect.isclass(named)]
MODEL = [cls for cls in CLASSES if attrs.has(cls) and cls not in {LocalizedText, Problem}] + [Part, Style]
DOCUMENTED = [
    named
    for module in MODULES
    for named in (getattr(module, name) for name in module.__all__)
    if inspect.isclass(named) or inspect.isfunction(named)
]


def _printed_by(script: str, *options: str) -> str:
    command = [sys.executable, *options, "-c", script]
    return subprocess.run(command, capture_output=True, check=True, encoding="utf-8").stdout  # noqa: S603 - a script of this file


@pytest.mark.parametrize("module", MODULES, ids=lambda module: module.__name__)
def test_every_name_of_a_public_module_exists_and_stands_once_in_order(module: ModuleType) -> None:
    names = list(module.__all__)
    assert all(hasattr(module, name) for name in names)
    # Values, classes, functions and modules.
    assert names == sorted(set(names), key=lambda name: (not name.isupper(), name[0].islower(), name))


def test_the_package_lists_its_names() -> None:
    assert set(csegroup.__all__) <= set(dir(csegroup))


def test_an_unknown_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="module 'csegroup' has no attribute 'nonsense'"):
        csegroup.nonsense  # type: ignore[attr-defined]  # noqa: B018 - looked up, to see it fail


def test_a_name_comes_from_its_module() -> None:
    assert csegroup.format_program is csegroup.documents.format_program
    assert csegroup.format_title is csegroup.wording.format_title


def test_the_package_loads_no_large_library_until_it_is_needed() -> None:
    names = (
        "{module.partition('.')[0] for module in sys.modules} & {'attrs', 'babel', 'cattrs', 'icalendar', 'msgspec'}"
    )
    assert _printed_by(f"import sys, csegroup; print({names})") == "{'attrs'}\n"


@pytest.mark.parametrize(
    "name", ["json", "ical", "documents", "pictures", "wording", "format_program", "format_title", "Council"]
)
def test_a_name_loads_what_it_needs_in_a_fresh_process(name: str) -> None:
    assert name in _printed_by(f"import csegroup; print(csegroup.{name})")


def test_documents_load_no_writer_that_needs_an_extra_until_it_is_needed() -> None:
    names = "{module.partition('.')[0] for module in sys.modules} & {'docx', 'lxml', 'icalendar', 'cattrs'}"
    assert _printed_by(f"import sys, csegroup.documents; print({names} or None)") == "None\n"


@pytest.mark.parametrize("cls", [*CLASSES, Part, Style])
def test_no_public_class_but_the_root_of_the_errors_can_be_extended(cls: type) -> None:
    assert getattr(cls, "__final__", False) is (cls is not csegroup.CsegroupError)


@pytest.mark.parametrize("cls", MODEL)
def test_a_class_of_the_model_takes_only_keywords_and_has_no_other_attributes(cls: type[attrs.AttrsInstance]) -> None:
    assert all(field.kw_only for field in attrs.fields(cls))
    assert not hasattr(cls.__new__(cls), "__dict__")


@pytest.mark.parametrize("name", ["name", "nonsense"])
@pytest.mark.parametrize("cls", [*MODEL, LocalizedText, Problem])
def test_no_attribute_of_a_value_can_be_set(cls: type, name: str) -> None:
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        setattr(object.__new__(cls), name, None)


@pytest.mark.parametrize("cls", MODEL)
def test_no_class_of_the_model_has_an_order(cls: type) -> None:
    assert "__lt__" not in vars(cls)


@pytest.mark.parametrize("named", DOCUMENTED, ids=lambda named: f"{named.__module__}.{named.__qualname__}")
def test_every_public_class_and_function_has_a_short_example(named: type) -> None:
    example = re.findall(r"^ *(?:>>>|\.\.\.) .*$", named.__doc__ or "", re.MULTILINE)
    assert 1 <= len(example) <= 5


def test_the_rules_hold_where_assertions_are_switched_off() -> None:
    script = """
import datetime, csegroup
from csegroup import InvalidValue, Meeting, MeetingStatus, Organization, Speaker
group = Organization(id="jp/example", name={"en": "Group"})
for make in (
    lambda: Organization(name="Group"),
    lambda: Speaker(),
    lambda: Meeting(id="a", body=group, number=True),
    lambda: Meeting(id="a", body=group, status=MeetingStatus.HELD),
    lambda: Meeting(id="a", body=group, start=datetime.datetime(2022, 2, 8, 14)),
):
    try:
        make()
    except InvalidValue as error:
        print(error.field, error.code)
"""
    refused = ["name type", "post missing", "number type", "start missing", "start time_zone"]
    assert _printed_by(script, "-O").splitlines() == refused
