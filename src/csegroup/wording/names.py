"""Organizations, posts and speakers, joined into one line by the rule of one language."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from csegroup.organizations import LEGAL_FORMS_BEFORE_THE_NAME, Organization, Post, Speaker
from csegroup.text import LocalizedText, is_translation, language_of
from csegroup.wording.locales import words_nearest
from csegroup.wording.messages import (
    JOINED_BY,
    LEGAL_FORMS,
    LIST,
    LIST_OF_LISTS,
    POST,
    SPEAKER,
    UNIT,
    UNIT_OF_PARENT,
    WITH_LEGAL_FORM,
)
from csegroup.wording.phrases import Phrase
from csegroup.wording.texts import in_language
from csegroup.wording.words import Words

__all__ = ["composed", "listed", "of_organization", "of_organizations", "of_speaker", "of_speakers"]

Say = Callable[[LocalizedText], str]


def _have_all(texts: Sequence[LocalizedText], tag: str) -> bool:
    return all("und" in text or text.exact(tag) for text in texts)


def _language_of_all(texts: Sequence[LocalizedText], words: Words) -> str | None:
    """Give the first language, in the order of look-up, that every part of a line has."""
    if _have_all(texts, words.locale):
        return words.locale
    tags = [tag for text in texts for tag in text if tag != "und"]
    own = language_of(words.locale)
    tags.sort(key=lambda tag: language_of(tag) != own)
    return next((tag for tag in tags if _have_all(texts, tag)), None)


def composed(texts: Sequence[LocalizedText], words: Words, compose: Callable[[Words, Say], str]) -> str | Phrase:
    """Compose a line in one language, by that language's own rule; without one, each part by itself."""
    locale = words.locale
    if all(locale in text for text in texts):
        return compose(words, lambda text: text[locale])
    tag = _language_of_all(texts, words) or locale
    used: list[str] = []

    def say(text: LocalizedText) -> str:
        found, written = text.best(tag)
        used.append(found)
        return written

    own = words if tag == locale else words_nearest(tag, words.style)
    line = compose(own, say)
    return in_language(line, _tag_of_all(used, words), words)


def _tag_of_all(tags: Sequence[str], words: Words) -> str:
    """Give the tag of a composed line: that of a part in another language, and of a translated part before others."""
    said = [tag for tag in tags if tag != "und"] or ["und"]
    alike = [tag for tag in said if language_of(tag) != language_of(words.locale)] or said
    return next((tag for tag in alike if is_translation(tag)), alike[0])


def _texts_of_organization(organization: Organization) -> Iterator[LocalizedText]:
    return (one.name for one in organization.lineage)


def _texts_of_post(post: Post, words: Words) -> Iterator[LocalizedText]:
    if printed := _printed(post, words.locale):
        yield printed
    else:
        yield post.title
        yield from _texts_of_organization(post.organization)


def _texts_of_speaker(speaker: Speaker, words: Words) -> Iterator[LocalizedText]:
    if speaker.name:
        yield speaker.name
    if speaker.post:
        yield from _texts_of_post(speaker.post, words)
    if speaker.organization:
        yield from _texts_of_organization(speaker.organization)


def _name(organization: Organization, words: Words, say: Say) -> str:
    form = organization.legal_form
    if form and form in LEGAL_FORMS_BEFORE_THE_NAME:
        return words.say(WITH_LEGAL_FORM, form=words.say(LEGAL_FORMS[form]), name=say(organization.name))
    return say(organization.name)


def _unit(organization: Organization, words: Words, say: Say, *, article: bool) -> str:
    """Write an organization and the parents that it is written inside of."""
    name = _name(organization, words, say)
    if organization.parent is None:
        return name
    parent = _unit(organization.parent, words, say, article=True)
    return words.say(UNIT_OF_PARENT, unit=words.say(UNIT, unit=name) if article else name, parent=parent)


def _printed(post: Post, locale: str) -> LocalizedText | None:
    """Give the printed form of a post where it is in the language, or in all."""
    if post.printed is None:
        return None
    return post.printed if language_of(post.printed.best(locale)[0]) in {language_of(locale), "und"} else None


def _post(post: Post, words: Words, say: Say) -> str:
    if printed := _printed(post, words.locale):
        return say(printed)
    return words.say(POST, title=say(post.title), unit=_unit(post.organization, words, say, article=True))


def _speaker(speaker: Speaker, words: Words, say: Say) -> str:
    if speaker.post:
        affiliation = _post(speaker.post, words, say)
    elif speaker.organization:
        affiliation = _unit(speaker.organization, words, say, article=False)
    else:
        affiliation = ""
    if not (speaker.name and affiliation):
        return affiliation or say(speaker.name)  # type: ignore[arg-type] # a speaker has one of the three
    return words.say(SPEAKER, name=say(speaker.name), affiliation=affiliation)


def of_organization(organization: Organization, words: Words) -> str | Phrase:
    """Write an organization, its legal form before its name and its parents around it."""
    return of_organizations((organization,), words)


def of_organizations(organizations: Sequence[Organization], words: Words) -> str | Phrase:
    """Write a list of organizations."""
    texts = [text for one in organizations for text in _texts_of_organization(one)]
    return composed(
        texts, words, lambda own, say: listed([_unit(one, own, say, article=False) for one in organizations], own)
    )


def listed(names: Sequence[str], words: Words) -> str:
    """Join names, by a stronger mark where one of them has the usual one inside."""
    if len(names) == 1:
        return names[0]
    separator = words.pieces(LIST)[1][0]
    if any(separator in name for name in names):
        separator = words.pieces(LIST_OF_LISTS)[1][0]
    return separator.join(names)


def of_speaker(speaker: Speaker, words: Words) -> str | Phrase:
    """Write a speaker from the post outward, or the other way, as the language does."""
    return of_speakers((speaker,), None, words)


def of_speakers(speakers: Sequence[Speaker], joined_by: LocalizedText | None, words: Words) -> str | Phrase:
    """Write a list of speakers, and who joins them."""

    def compose(own: Words, say: Say) -> str:
        presenters = listed([_speaker(one, own, say) for one in speakers], own)
        return own.say(JOINED_BY, presenters=presenters, joined_by=say(joined_by)) if joined_by else presenters

    texts = [text for one in speakers for text in _texts_of_speaker(one, words)]
    return composed([*texts, joined_by] if joined_by else texts, words, compose)
