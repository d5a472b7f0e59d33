"""Time `import csegroup` against `import attrs`: whole fresh processes, in turn, the least of many.

Run it with `python benchmarks/import_time.py`; `--json` prints the figures for a program to read.
"""

from __future__ import annotations

import json
import subprocess
import sys
import time

RUNS = 15
STATEMENTS = {"an empty start": "pass", "import attrs": "import attrs", "import csegroup": "import csegroup"}


def seconds(statement: str) -> float:
    """Time one fresh process."""
    begun = time.perf_counter()
    subprocess.run([sys.executable, "-c", statement], check=True)
    return time.perf_counter() - begun


def measured() -> dict[str, float]:
    """Time all statements in turn, so that whatever else the machine does falls on all of them."""
    rounds = [{name: seconds(statement) for name, statement in STATEMENTS.items()} for _ in range(RUNS)]
    return {name: min(one[name] for one in rounds) for name in STATEMENTS}


def main() -> None:
    """Print the table."""
    least = measured()
    ratios = {name: value / least["import attrs"] for name, value in least.items()}
    if "--json" in sys.argv[1:]:
        print(json.dumps({"least of": RUNS, "seconds": least, "ratio to import attrs": ratios}, indent=2))
        return
    print(f"{'whole process, least of ' + str(RUNS):<30}{'ms':>8}{'ratio':>8}")
    for name, value in least.items():
        print(f"{name:<30}{value * 1000:>8.1f}{ratios[name]:>8.2f}")


if __name__ == "__main__":
    main()
