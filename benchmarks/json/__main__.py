"""Read and write meetings as JSON, against the same model with the same checks in pydantic and in msgspec.

Run it with `python benchmarks/json` (needs msgspec and pydantic); `--json` prints the figures for a program to read,
`--check` shows instead that the three accept the same documents with equal content (needs `csegroup[test]`, a minute).
"""

from __future__ import annotations

import sys

if __name__ == "__main__":
    if "--check" in sys.argv[1:]:
        from agreement import check

        sys.exit(check() > 0)
    from figures import show

    show(as_json="--json" in sys.argv[1:])
