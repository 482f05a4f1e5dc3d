"""The dated events of a subject, oldest first: what its passages date, each with the sentences that say so."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import count

from rag.answer.citations import checked, cite
from rag.answer.period import Period
from rag.answer.quotation import quotation
from rag.answer.time import FINENESS, coincide, render_date
from rag.ingest.article_dates import events_of, names_year
from rag.retrieve.names import Name, named, tokens_of
from rag.retrieve.retriever import Found
from rag.types import Article, Citation, DateMention, Granularity, Hit

_NAMED = 0.75
"""Share of the names that the best passage has, from which on another is about the subject."""
_KNOWN = 0.5
"""Share of the subject's names that the best passage must have."""
_NEAR_NAMED, _NEAR = 0.5, 0.6
"""Share of the best score from which on a passage is about the subject: where names speak for it too, where none do."""
_ABOUT = 0.25
"""Score that the best passage must have where the subject names nothing: it is a cosine."""
_LEAST_WORDS = 2
"""Words that a quote has besides its date: "REYKJAVÍK, 22 listopada 2024." tells nothing."""
_MOST_EVENTS = 40
_MOST_CITATIONS = 4


@dataclass(frozen=True, slots=True)
class Event:
    """A day, month or year on which something happened, and the sentences that tell it."""

    date: date
    """The first day of the period."""
    granularity: Granularity
    inferred: bool
    """No sentence that is cited names the year itself."""
    citations: tuple[Citation, ...]


@dataclass(frozen=True, slots=True)
class Timeline:
    """What the archive dates about a subject. Citations are numbered through."""

    subject: str
    lang: str
    events: tuple[Event, ...]
    abstention: str = ""
    """Where there are no events: what is said instead, in ``lang``."""
    seconds: float = 0.0

    @property
    def citations(self) -> tuple[Citation, ...]:
        return tuple(citation for event in self.events for citation in event.citations)


@dataclass(frozen=True, slots=True)
class _Sighting:
    """A date in a passage about the subject."""

    hit: Hit
    article: Article
    mention: DateMention
    quoted: tuple[int, int]

    @property
    def when(self) -> tuple[date, Granularity]:
        return self.mention.value, self.mention.granularity


def events(
    found: Found,
    article: Callable[[str], Article | None],
    within: Period | None = None,
    most: int = _MOST_EVENTS,
) -> tuple[Event, ...]:
    """The events that the passages about the subject date, oldest first; of too many, those of the best passages.

    Args:
        article: the article as indexed, or None where its file has changed since (then it is not cited).
        within: when they happened (by default, at any time).
    """
    grouped: dict[tuple[date, Granularity], list[_Sighting]] = {}
    for hit in about(found):
        source = article(hit.passage.article_id)
        if source is not None and source.text[hit.passage.start : hit.passage.end] == hit.passage.text:
            for sighting in _sightings(hit, source, found.names):
                if within and not within.meets(sighting.mention):
                    continue
                grouped.setdefault(sighting.when, []).append(sighting)
    kept = [event for sightings in grouped.values() if (event := _event(sightings))][:most]  # in the order of the hits
    kept.sort(key=lambda event: (event.date, FINENESS[event.granularity]))
    numbers = count(1)
    return tuple(
        replace(event, citations=tuple(replace(citation, n=next(numbers)) for citation in event.citations))
        for event in kept
    )


def about(found: Found) -> list[Hit]:
    """The hits that are about the subject: with their article's title they name what it names, and lie near it."""
    shares = [named(found.names, f"{hit.title}\n{hit.passage.text}") for hit in found.hits]
    top, best = max((hit.score for hit in found.hits), default=0.0), max(shares, default=0.0)
    if (found.names and best < _KNOWN) or (not found.names and top < _ABOUT):
        return []
    near = (_NEAR_NAMED if found.names else _NEAR) * top
    return [hit for hit, share in zip(found.hits, shares, strict=True) if share >= _NAMED * best and hit.score >= near]


def _sightings(hit: Hit, article: Article, names: Sequence[Name]) -> Iterator[_Sighting]:
    within = [
        _Sighting(hit, article, mention, quotation(article, mention.start, mention.end))
        for mention in events_of(article)
        if hit.passage.start <= mention.start and mention.end <= hit.passage.end
    ]
    for sighting in within:
        beside = [other.mention for other in within if other.quoted == sighting.quoted]
        finer = any(_is_finer(other, sighting.mention) for other in beside)
        if not finer and _tells(sighting, names):
            yield sighting


def _tells(sighting: _Sighting, names: Sequence[Name]) -> bool:
    """Whether the quote says something besides the date, and names, or its title does, some of the subject: a passage
    goes on about other things, too."""
    (start, end), mention = sighting.quoted, sighting.mention
    text = sighting.article.text
    if len(tokens_of(f"{text[start : mention.start]} {text[mention.end : end]}")) < _LEAST_WORDS:
        return False
    return not names or named(names, f"{sighting.hit.title}\n{text[start:end]}") > 0


def _is_finer(mention: DateMention, than: DateMention) -> bool:
    """Whether ``mention`` is a finer date within the period of ``than``."""
    return FINENESS[mention.granularity] > FINENESS[than.granularity] and coincide(mention, than)


def _event(sightings: Sequence[_Sighting]) -> Event | None:
    """What several sentences tell of one date; None where no quote can be shown for it."""
    value, granularity = sightings[0].when
    claim = render_date(value, granularity, "en")
    shown: list[tuple[_Sighting, Citation]] = []
    for sighting in _first_of_articles(sightings):
        citation = cite(sighting.article, *sighting.quoted, n=0)
        again = any(_overlap(citation, other) for _, other in shown)
        if len(shown) < _MOST_CITATIONS and not again and checked(claim, "en", citation, sighting.article):
            shown.append((sighting, citation))
    if not shown:
        return None
    inferred = not any(names_year(value.year, sighting.article, *sighting.quoted) for sighting, _ in shown)
    return Event(value, granularity, inferred, tuple(citation for _, citation in shown))


def _first_of_articles(sightings: Iterable[_Sighting]) -> list[_Sighting]:
    """In order, but what an article says again comes after what others say."""
    seen: dict[str, int] = {}
    turns = []
    for sighting in sightings:
        turns.append(seen.get(sighting.article.id, 0))
        seen[sighting.article.id] = turns[-1] + 1
    return [sighting for _, sighting in sorted(zip(turns, sightings, strict=False), key=lambda pair: pair[0])]


def _overlap(one: Citation, other: Citation) -> bool:
    return one.article_id == other.article_id and one.start < other.end and other.start < one.end
