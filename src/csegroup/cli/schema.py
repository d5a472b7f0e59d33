"""The command `schema`: what editors and other tools need to check records."""

from __future__ import annotations

import argparse
from typing import Final

from csegroup.cli.streams import write
from csegroup.json.json_schema import NAMES, as_json
from csegroup.json.json_schema import schema as schema_of

__all__ = ["RECORDS", "schema"]

RECORDS: Final = {name: cls for cls, name in NAMES.items()}


def schema(options: argparse.Namespace) -> None:
    """Write the schema of a record, or the setting by which VS Code knows them all by their `$schema`."""
    if options.vscode:
        made = [schema_of(cls) for cls in NAMES]
        data = as_json({"json.schemas": [{"url": one["$id"], "schema": one} for one in made]})
    else:
        data = as_json(schema_of(RECORDS[options.record]))
    write(options.output, data)
