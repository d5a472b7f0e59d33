from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from csegroup.cli import main
from csegroup.json.json_schema import NAMES

Run = Callable[..., tuple[int, bytes]]
SHIPPED = Path(__file__).parents[1] / "src" / "csegroup" / "json" / "schemas"


@pytest.fixture
def run(capsysbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run the command line in this process, for somebody who has no language of their own."""
    monkeypatch.setenv("LC_ALL", "C")

    def run_here(*arguments: str | Path) -> tuple[int, bytes]:
        return main([str(argument) for argument in arguments]), capsysbinary.readouterr().out

    return run_here


@pytest.mark.parametrize("name", NAMES.values())
def test_the_schema_of_a_record_is_written_as_it_is_shipped(run: Run, name: str) -> None:
    assert run("schema", name) == (0, (SHIPPED / f"{name}.1.json").read_bytes())


def test_the_schema_is_that_of_a_meeting_where_no_record_is_named(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "会議.json"
    assert run("schema", "-o", file) == (0, b"")
    assert json.loads(file.read_bytes())["title"] == "Meeting / 会議"


def test_a_setting_of_vs_code_holds_each_schema_under_the_name_that_records_give(run: Run) -> None:
    status, output = run("schema", "--vscode")
    found = json.loads(output)["json.schemas"]
    assert status == 0
    assert [one["url"] for one in found] == [f"urn:csegroup:schema:{name}:1" for name in NAMES.values()]
    assert [one["schema"] for one in found] == [
        json.loads((SHIPPED / f"{name}.1.json").read_bytes()) for name in NAMES.values()
    ]


def test_a_record_that_is_not_known_is_refused_with_those_that_are(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("LC_ALL", "C")
    with pytest.raises(SystemExit) as stop:
        main(["schema", "議事録"])
    assert stop.value.code == 2
    assert "is one of meeting, council, organization, style, not '議事録'" in capsys.readouterr().err
