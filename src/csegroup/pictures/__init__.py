"""Pictures of a council over time, as SVG: who was a member when, its names, and how many meetings there were.

A picture is text: it needs no script, no style and no other file, and stands in an HTML page under a strict
Content-Security-Policy as well as in a file of its own. Its description says in words all that it shows.
"""

from __future__ import annotations

from csegroup.pictures.meetings import meetings_by_year
from csegroup.pictures.members import members
from csegroup.pictures.names import names

__all__ = ["meetings_by_year", "members", "names"]
