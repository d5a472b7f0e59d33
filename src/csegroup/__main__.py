"""Run the command line by `python -m csegroup`."""

from __future__ import annotations

import sys

from csegroup.cli import main

sys.exit(main())
