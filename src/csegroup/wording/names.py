"""Organizations, posts and speakers, joined into one line by the rule of one language."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from csegroup.organizations import LEGAL_FORMS_BEFORE_THE_NAME, Organization, Post, Speaker
from csegroup.text import LocalizedText, is_translation, language_of
from csegroup.wording.locales import words_nearest
from csegroup.wording.words import Phrase, Words

__all__ = ["composed", "of_organization", "of_organizations", "of_speaker", "of_speakers"]

Say = Callable[[LocalizedText], str]


def _language_of_all(texts: Sequence[LocalizedText], words: Words) -> str | None:
    """Give the first language, in the order of look-up, that every part of a line has."""
    tags = [tag for text in texts for tag in text if tag != "und"]
    own = language_of(words.locale)
    for tag in (words.locale, *sorted(tags, key=lambda tag: language_of(tag) != own)):
        if all("und" in text or text.exact(tag) for text in texts):
            return tag
    return None


def composed(texts: Sequence[LocalizedText], words: Words, compose: Callable[[Words, Say], str]) -> Phrase:
    """Compose a line in one language, by that language's own rule; without one, each part by itself."""
    tag = _language_of_all(texts, words) or words.locale
    used: list[str] = []

    def say(text: LocalizedText) -> str:
        found, written = text.best(tag)
        used.append(found)
        return written

    line = compose(words_nearest(tag), say)
    return Phrase(line, _tag_of_all(used, words))


def _tag_of_all(tags: Sequence[str], words: Words) -> str:
    """Give the tag of a composed line: that of a part in another language, and of a translated part before others."""
    said = [tag for tag in tags if tag != "und"] or ["und"]
    alike = [tag for tag in said if language_of(tag) != words.tag] or said
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
        return words.legal_form.format(form=words.legal_forms[form], name=say(organization.name))
    return say(organization.name)


def _unit(organization: Organization, words: Words, say: Say, *, first_article: bool) -> str:
    """Write an organization and the parents that it is written inside of."""
    names = []
    for i, one in enumerate(organization.lineage):
        article = words.article if one.parent and (i or first_article) else ""
        names.append(article + _name(one, words, say))
    return words.unit_separator.join(reversed(names) if words.ancestors_first else names)


def _printed(post: Post, locale: str) -> LocalizedText | None:
    """Give the printed form of a post where it is in the language, or in all."""
    if post.printed is None:
        return None
    return post.printed if language_of(post.printed.best(locale)[0]) in {language_of(locale), "und"} else None


def _post(post: Post, words: Words, say: Say) -> str:
    if printed := _printed(post, words.locale):
        return say(printed)
    unit = _unit(post.organization, words, say, first_article=True)
    return words.post.format(title=say(post.title), unit=unit)


def _speaker(speaker: Speaker, words: Words, say: Say) -> str:
    if speaker.post:
        affiliation = _post(speaker.post, words, say)
    elif speaker.organization:
        affiliation = _unit(speaker.organization, words, say, first_article=False)
    else:
        affiliation = ""
    if not (speaker.name and affiliation):
        return affiliation or say(speaker.name)  # type: ignore[arg-type] # a speaker has one of the three
    return words.speaker.format(name=say(speaker.name), affiliation=affiliation)


def of_organization(organization: Organization, words: Words) -> Phrase:
    """Write an organization, its legal form before its name and its parents around it."""
    return of_organizations([organization], words)


def of_organizations(organizations: Sequence[Organization], words: Words) -> Phrase:
    """Write a list of organizations."""
    texts = [text for one in organizations for text in _texts_of_organization(one)]
    return composed(
        texts,
        words,
        lambda own, say: _listed([_unit(one, own, say, first_article=False) for one in organizations], own),
    )


def _listed(names: Sequence[str], words: Words) -> str:
    """Join names, by a stronger mark where one of them has the usual one inside."""
    inside = any(words.list_separator in name for name in names)
    return (words.separator_of_lists if inside else words.list_separator).join(names)


def of_speaker(speaker: Speaker, words: Words) -> Phrase:
    """Write a speaker from the post outward, or the other way, as the language does."""
    return of_speakers([speaker], None, words)


def of_speakers(speakers: Sequence[Speaker], joined_by: LocalizedText | None, words: Words) -> Phrase:
    """Write a list of speakers, and who joins them."""

    def compose(own: Words, say: Say) -> str:
        presenters = _listed([_speaker(one, own, say) for one in speakers], own)
        return own.joined_by.format(presenters=presenters, joined_by=say(joined_by)) if joined_by else presenters

    texts = [text for one in speakers for text in _texts_of_speaker(one, words)]
    return composed([*texts, joined_by] if joined_by else texts, words, compose)
