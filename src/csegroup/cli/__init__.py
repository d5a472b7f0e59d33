"""The command line: arguments, files and exit codes; everything else is the library's."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from csegroup.cli.arguments import parser
from csegroup.cli.commands import Command
from csegroup.cli.streams import Fault, drop, flush

__all__ = ["main"]


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command and give the exit status: 0, 1 for faults of the input, 2 for wrong arguments, 3 for warnings."""
    options = parser().parse_args(arguments)
    run: Command = options.run
    try:
        run(options)
        flush()
    except BrokenPipeError:
        # Whoever reads has seen enough.
        drop()
        return 1
    except OSError as error:
        if error.filename:
            return _fail(f"{error.filename}: {error.strerror}")
        drop()
        return _fail(f"standard output: {error.strerror}")
    except Fault as fault:
        return _fail(str(fault), fault.status)
    return 0


def _fail(message: str, status: int = 1) -> int:
    if message:
        print(message, file=sys.stderr)
    return status
