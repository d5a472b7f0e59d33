"""The words of each language, and how days, names, places and titles are written with them."""

from __future__ import annotations

from csegroup.wording.titles import format_title

__all__ = ["format_title"]
