"""Where values stand in the state before and in the state after, and how two of them differ there."""

from __future__ import annotations

from typing import NamedTuple, TypeAlias, final

from csegroup.changes.change import ChangeKind
from csegroup.errors import joined_path
from csegroup.text import at_key

__all__ = ["Difference", "Position", "Spot", "path_in_list"]

Position: TypeAlias = tuple[int, ...]


def path_in_list(position: Position) -> str:
    """Write a position in a list, or in a session of a list.

    >>> path_in_list((1, 0))
    '[1].items[0]'
    """
    return ".items".join(f"[{i}]" for i in position)


@final
class Spot(NamedTuple):
    """The paths of a value in both states, the fields on the way to it, and the object after it is a field of."""

    before: str = ""
    after: str = ""
    fields: tuple[str, ...] = ()
    owner: object = None

    def field(self, name: str, owner: object) -> Spot:
        """Go on to a field of the object that stands here."""
        return Spot(joined_path(self.before, name), joined_path(self.after, name), (*self.fields, name), owner)

    def element(self, before: Position | None, after: Position | None) -> Spot:
        """Go on to an element of the list that stands here."""
        return self._replace(
            before="" if before is None else self.before + path_in_list(before),
            after="" if after is None else self.after + path_in_list(after),
        )

    def key(self, before: str | None, after: str | None) -> Spot:
        """Go on to a key of the mapping that stands here."""
        return self._replace(
            before="" if before is None else joined_path(self.before, at_key(before)),
            after="" if after is None else joined_path(self.after, at_key(after)),
        )


@final
class Difference(NamedTuple):
    """How a value differs, before it is said what that means; `by_language` tells that it is one language of a text."""

    spot: Spot
    kind: ChangeKind
    before: object = None
    after: object = None
    by_language: bool = False
