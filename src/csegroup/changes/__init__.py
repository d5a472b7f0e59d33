"""What changed between two states of a meeting or of an archive, by path and by meaning.

`diff` gives the changes, `apply` makes the state after of the state before. For people they are printed by
`csegroup.documents.comparison` and `csegroup.documents.changes_in_short`.
"""

from __future__ import annotations

from typing import overload

from csegroup.changes.applying import apply
from csegroup.changes.archives import of_archives
from csegroup.changes.change import Change, ChangeKind, Meaning
from csegroup.changes.differences import differences
from csegroup.changes.given import Records, an_archive, check_one_meeting
from csegroup.changes.meanings import of_meetings
from csegroup.changes.seen import both_seen_by
from csegroup.changes.spots import Spot
from csegroup.meetings import Meeting

__all__ = ["Change", "ChangeKind", "Meaning", "apply", "both_seen_by", "diff"]


@overload
def diff(before: Meeting, after: Meeting) -> tuple[Change, ...]: ...
@overload
def diff(before: Records, after: Records) -> tuple[Change, ...]: ...
def diff(before: Meeting | Records, after: Meeting | Records) -> tuple[Change, ...]:
    """Tell what changed between two states of one meeting, or between two archives or their records.

    The changes are in the order of the fields; in a list first those of what was there, then what was added. Items of
    a program have no ids and are matched as a person would: by title, else by place, kind and speaker. Equal
    states have no changes; the order of a text's languages is none. Raises `InvalidValue` for two meetings of
    different ids, and for records that no archive can hold together.

    >>> from csegroup.example import MEETING
    >>> import attrs
    >>> [str(change) for change in diff(MEETING, attrs.evolve(MEETING, number=7))]
    ['number: renamed: 6 → 7']
    """
    if isinstance(before, Meeting) and isinstance(after, Meeting):
        check_one_meeting(before, after)
        return tuple(of_meetings(differences(before, after, Spot()), after))
    return tuple(of_archives(an_archive("before", before), an_archive("after", after)))
