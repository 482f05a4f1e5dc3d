"""The nouns that every stage shares: immutable, without behaviour that needs a library.

Offsets are in characters (Unicode code points) of :attr:`Article.text`, end exclusive.
"""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

Granularity = Literal["day", "month", "year"]
Mode = Literal["extractive", "llm"]


@dataclass(frozen=True, slots=True)
class Source:
    """One article as it lies on disk, before it is parsed.

    ``article_id`` is the POSIX path below the corpus root; an article that is one line of a JSON Lines file adds
    ``#`` and the record's own ``id``, or its line number (from 1).
    """

    article_id: str
    path: str
    """Absolute path of the file."""
    sha256: str
    """Hex digest of the bytes that hold this article (the file, or its line of a JSON Lines file)."""
    line: int | None = None
    """Line number (from 1) in a JSON Lines file, else None."""


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date as written at ``text[start:end]``, and the day, month or year that it means.

    ``value`` is the first day of the period. ``year_inferred`` says that the text itself names no year.
    """

    start: int
    end: int
    text: str
    value: date
    granularity: Granularity
    year_inferred: bool = False

    @property
    def last(self) -> date:
        """The last day of the period."""
        if self.granularity == "day":
            return self.value
        month = self.value.month if self.granularity == "month" else 12
        return date(self.value.year, month, monthrange(self.value.year, month)[1])


@dataclass(frozen=True, slots=True)
class Dates:
    """What a text says of time."""

    mentions: tuple[DateMention, ...] = ()
    """The dates that it writes, as it means them."""
    written: tuple[tuple[int, int], ...] = ()
    """Where dates stand, also those of which nothing tells the year."""
    datelines: tuple[tuple[int, int], ...] = ()
    """Where it says when it was written: of no event's date."""


@dataclass(frozen=True, slots=True)
class Article:
    """A parsed source document."""

    id: str
    sha256: str
    text: str
    title: str
    lang: str
    """BCP-47 tag, ``und`` where it could not be told."""
    published: date | None = None
    source: str | None = None
    url: str | None = None
    author: str | None = None
    inferred: frozenset[str] = frozenset()
    """Names of the fields above that the file does not state and that were inferred from it."""
    dates: Dates | None = None
    """None where they have not been read yet (:mod:`rag.ingest.article_dates`); an index keeps them."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A retrievable span of one article: ``article.text[start:end] == text``."""

    article_id: str
    start: int
    end: int
    text: str

    @property
    def id(self) -> str:
        return f"{self.article_id}@{self.start}-{self.end}"


@dataclass(frozen=True, slots=True)
class Failure:
    """A file that could not become an article, and why."""

    path: str
    error: str


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage found for a query, with what is known of its article; ``rank`` from 1, higher ``score`` is better."""

    rank: int
    score: float
    passage: Passage
    title: str
    lang: str
    published: date | None = None
    source: str | None = None
    url: str | None = None
    author: str | None = None
    inferred: frozenset[str] = frozenset()
    sha256: str = ""
    copies: tuple[str, ...] = ()
    """Ids of other articles that have nearly the same passage."""


@dataclass(frozen=True, slots=True)
class Filters:
    """Which articles may answer. ``after`` and ``before`` are inclusive publication dates."""

    langs: tuple[str, ...] = ()
    after: date | None = None
    before: date | None = None
    sources: tuple[str, ...] = ()
    """Outlets, spelled as the articles' own ``source``."""
    happened_after: date | None = None
    happened_before: date | None = None
    """Inclusive days of an event: only passages that date something between them."""

    def __bool__(self) -> bool:
        return bool(self.langs or self.after or self.before or self.sources or self.dates_events)

    @property
    def dates_events(self) -> bool:
        return bool(self.happened_after or self.happened_before)


@dataclass(frozen=True, slots=True)
class Citation:
    """An exact quote: ``article.text[start:end] == quote``. ``n`` is the number shown to the reader, from 1."""

    n: int
    article_id: str
    title: str
    source: str | None
    published: date | None
    lang: str
    quote: str
    start: int
    end: int
    inferred: frozenset[str] = frozenset()
    url: str | None = None
    claim: str = ""
    """What it is cited for, in the answer's words."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What the archive says about a question, or (``abstained``) that it does not."""

    question: str
    lang: str
    text: str
    abstained: bool
    short: str | None = None
    """The bare span as it stands in the first cited article."""
    span: tuple[int, int] | None = None
    """Where it stands there: characters of the article."""
    date: date | None = None
    """For a question about time: the first day of the day, month or year (``granularity``) that answers."""
    granularity: Granularity | None = None
    year_inferred: bool = False
    """Whether no sentence cited for that date names its year: "yesterday", "(19/6)"."""
    citations: tuple[Citation, ...] = ()
    mode: Mode = "extractive"
    seconds: float = 0.0
    closest: tuple[Hit, ...] = field(default=())
    """When abstaining: the nearest passages, which are not an answer."""
    confidence: float = 0.0
    """Probability, calibrated, that the best candidate is the answer; of an abstention, too. 0 if there is none."""

    @property
    def paragraphs(self) -> tuple[str, ...]:
        """The lines of the text, without the quotes of an extractive answer: those are its citations."""
        lines = self.text.split("\n")
        if self.mode == "extractive" and self.citations:
            lines = lines[: max(1, len(lines) - len(self.citations))]
        return tuple(line for line in lines if line.strip())
