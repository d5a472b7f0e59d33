"""Records in files of JSON and YAML, which a file's name tells apart."""

from __future__ import annotations

from importlib import import_module
from types import ModuleType

from csegroup.cli.streams import Fault, read
from csegroup.errors import CsegroupError, Problem
from csegroup.files import is_yaml
from csegroup.json import loads, problems
from csegroup.json.envelope import Record

__all__ = ["found_problems", "record"]


def record(file: str, cls: type[Record]) -> Record:
    """Read a record; raises `LoadError`, `Fault` and `OSError`."""
    return _yaml(file).loads_yaml(read(file), cls) if is_yaml(file) else loads(read(file), cls)


def found_problems(file: str) -> tuple[Problem, ...]:
    """Give all that is wrong with a record; raises `Fault` and `OSError`."""
    return _yaml(file).problems_yaml(read(file)) if is_yaml(file) else problems(read(file))


def _yaml(file: str) -> ModuleType:
    try:
        return import_module("csegroup.json.yaml")
    except CsegroupError as error:
        raise Fault([f"{file}: {error}"]) from None
