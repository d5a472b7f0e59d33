"""What makes two values the same thing, as a person would say of them: an id, a number, a name."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping
from typing import Any, Final

from csegroup.council import Body, Council, DatedName, MemberGroup
from csegroup.meetings import AttendeeGroup, Meeting
from csegroup.organizations import DatedOrganization, Organization, Post, Source, Speaker
from csegroup.places import InWriting, OnlineVenue, Venue
from csegroup.program import Address, Discussion, Formality, Item, Material, Motion, Presentation, Session
from csegroup.text import LocalizedText, language_of

__all__ = ["BY_PLACE", "Keys", "are_one_thing", "keys_of", "spare_keys_of", "speakers_of", "surest_keys_of"]

Keys = tuple[Hashable, ...]

# Where another one stands in the place of one of these, it was replaced; others were taken out and put in.
BY_PLACE = (Venue, OnlineVenue, InWriting, Speaker)
_WITH_A_NAME = (Organization, Post, Speaker, Venue)


def are_one_thing(before: object, after: object) -> bool:
    """Tell whether two values of one class are one thing that changed, and not one in place of another."""
    if not isinstance(after, _WITH_A_NAME):
        return True
    return not set(keys_of(before)).isdisjoint(keys_of(after))


def _names(text: LocalizedText | None) -> Keys:
    return tuple((language_of(tag), written) for tag, written in text.items()) if text else ()


def _keys_of_item(item: Item) -> Keys:
    kind = type(item)
    match item:
        case Formality():
            return ((kind, item.kind),)
        case Address():
            return (*((kind, name) for name in _names(item.title)), (kind, item.kind))
        case _ if item.title:
            return tuple((kind, name) for name in _names(item.title))
        case _:
            return tuple((kind, key) for speaker in speakers_of(item) for key in keys_of(speaker)) or ((kind, None),)


def speakers_of(item: Item) -> tuple[Speaker, ...]:
    """Give those who speak in an item."""
    match item:
        case Address():
            return (item.speaker,) if item.speaker else ()
        case Presentation() | Motion():
            return item.presenters
        case _:
            return ()


def _keys_of_organization(organization: Organization) -> Keys:
    return (("id", organization.id),) if organization.id else _names(organization.name)


def _keys_of_post(post: Post) -> Keys:
    unit = _keys_of_organization(post.organization)
    return tuple((name, key) for name in _names(post.title) for key in unit)


def _keys_of_speaker(speaker: Speaker) -> Keys:
    return _names(speaker.name) or keys_of(speaker.post or speaker.organization)


def surest_keys_of(value: object) -> Keys:
    """Give what a material is known by where there are several of one title: number and title together."""
    return tuple((value.number, name) for name in _names(value.title)) if isinstance(value, Material) else ()


def _keys_of_material(material: Material) -> Keys:
    return (*_names(material.title), *((("url", material.url),) if material.url else ()))


def spare_keys_of(value: object) -> Keys:
    """Give what a material is known by at last, which another one takes over where one is put in before it."""
    return (("number", value.number),) if isinstance(value, Material) and value.number else ()


def _keys_of_attendees(group: AttendeeGroup) -> Keys:
    return tuple((group.kind, name) for name in _names(group.label) or (None,))


def _keys_of_dated(record: Body | MemberGroup | DatedOrganization) -> Keys:
    own = record.organization
    return ((own.id, record.since), *((own.id, name) for name in _names(own.name)))


_KEYS: Final[Mapping[type, Callable[[Any], Keys]]] = {
    **dict.fromkeys((Formality, Address, Presentation, Discussion, Motion, Session), _keys_of_item),
    Organization: _keys_of_organization,
    Post: _keys_of_post,
    Speaker: _keys_of_speaker,
    Material: _keys_of_material,
    Venue: lambda venue: _names(venue.name),
    OnlineVenue: lambda _: (OnlineVenue,),
    InWriting: lambda _: (InWriting,),
    AttendeeGroup: _keys_of_attendees,
    Source: lambda source: (source.url,),
    **dict.fromkeys((Body, MemberGroup, DatedOrganization), _keys_of_dated),
    DatedName: lambda name: (name.since, *_names(name.text)),
    Meeting: lambda meeting: ((meeting.sequence, meeting.status),),
    Council: lambda council: (council.id,),
}


def keys_of(value: Any) -> Keys:  # noqa: ANN401 - of any class of the model
    """Give what a value can be known by, the surest first."""
    keys = _KEYS.get(type(value))
    return keys(value) if keys else ()
