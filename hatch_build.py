"""Compile the catalogues when the package is built or installed."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CatalogueHook(BuildHookInterface):  # type: ignore[type-arg] # hatchling names the class of its own configuration
    """Write `csegroup.mo` beside each `csegroup.po`, which the standard library reads."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002 - given by hatchling
        """Compile before the files are gathered."""
        for source in Path(self.root, "src").rglob("*.po"):
            with source.open("rb") as opened:
                catalogue = read_po(opened)
            with source.with_suffix(".mo").open("wb") as compiled:
                write_mo(compiled, catalogue)
