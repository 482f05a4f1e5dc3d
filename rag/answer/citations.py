"""Citations are checked against the article and its file, by code: what does not hold is not shown."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from pathlib import Path

import regex

from rag.answer.numbers import has_numbers, in_figures
from rag.answer.time import FINENESS, coincide
from rag.errors import CorpusError
from rag.index.spelling import WORD, surely
from rag.ingest.article_dates import dates_of
from rag.ingest.content import is_current
from rag.ingest.dates import find_dates
from rag.retrieve.names import BEGINS, NOUNS_IN_CAPITALS
from rag.retrieve.places import ALSO_PEOPLE, places
from rag.types import Article, Citation, DateMention


def cite(article: Article, start: int, end: int, n: int, claim: str = "") -> Citation:
    """A citation of ``article.text[start:end]`` for what is claimed."""
    return Citation(
        n=n,
        article_id=article.id,
        title=article.title,
        source=article.source,
        published=article.published,
        lang=article.lang,
        quote=article.text[start:end],
        start=start,
        end=end,
        inferred=article.inferred,
        url=article.url,
        claim=claim,
    )


def holds(citation: Citation, article: Article) -> bool:
    """Whether the quote is the article's own text at those offsets, and not empty."""
    inside = 0 <= citation.start < citation.end <= len(article.text)
    return (
        inside
        and citation.article_id == article.id
        and article.text[citation.start : citation.end] == citation.quote
        and bool(citation.quote.strip())
    )


def supports(claim: str, lang: str, citation: Citation, article: Article) -> bool:
    """Whether the quote has what can be compared of a claim that is made in ``lang``: it stands there, or its dates,
    numbers and names do, in whatever language and script. A claim of which nothing can be compared is not supported.

    A date is compared by the day, month or year that the article means there (``article`` tells the year of
    "Rabu (19/6)"); a number by its value, in figures; a country or city by what CLDR calls it; another name, told by
    its capital, by how it is spelled.
    """
    if _stands_in(claim, citation.quote):
        return True
    quoted = [m for m in dates_of(article) if citation.start <= m.start and m.end <= citation.end]
    dates, rest = _dates_in(claim, lang)
    if not all(any(_covers(one, date) for one in quoted) or _stands_in(date.text, citation.quote) for date in dates):
        return False
    if not has_numbers(citation.quote, rest):
        return False
    held, rest = _places_in(rest, lang, citation)
    named = [_is_written(word, citation.quote) for word in _names(rest, lang)]
    return all(named) and bool(dates or held or named or regex.search(r"\d", rest))


def checked(claim: str, lang: str, citation: Citation, article: Article) -> bool:
    """All that a citation must pass to be shown."""
    return holds(citation, article) and supports(claim, lang, citation, article)


def _stands_in(claim: str, quote: str) -> bool:
    """Whether the quote has the very words; "9 June" does not stand in "19 June"."""
    for wanted, text in ((claim.strip(), quote), (_folded(claim), _folded(quote))):
        begins = r"(?<!\d|\d[.,])" if wanted[:1].isdecimal() else ""
        ends = r"(?!\d|[.,]\d)" if wanted[-1:].isdecimal() else ""
        if wanted and regex.search(begins + regex.escape(wanted) + ends, text):
            return True
    return False


def _folded(text: str) -> str:
    return " ".join(in_figures(unicodedata.normalize("NFKC", text)).casefold().split())


def _dates_in(claim: str, lang: str) -> tuple[Sequence[DateMention], str]:
    """The dates of a claim, and what is left of it. The product writes English ones where CLDR has no others."""
    if regex.fullmatch(r"\s*[12]\d{3}\s*", claim):  # a year, if it stands alone
        return [DateMention(0, len(claim), claim.strip(), date(int(claim), 1, 1), "year")], ""
    dates = max(find_dates(claim, lang), find_dates(claim, "en"), key=lambda found: sum(m.end - m.start for m in found))
    rest, at = [], 0
    for mention in dates:
        rest.append(claim[at : mention.start])
        at = mention.end
    return dates, " ".join([*rest, claim[at:]])


def _places_in(claim: str, lang: str, citation: Citation) -> tuple[int, str]:
    """How many places of a claim the quote names, in its own language, and what is left of the claim."""
    quoted = {place for _, _, place in places(citation.quote, citation.lang)}
    held = [(start, end) for start, end, place in places(claim, lang) if place in quoted - ALSO_PEOPLE]
    for start, end in reversed(held):
        claim = claim[:start] + claim[end:]
    return len(held), claim


def _covers(mention: DateMention, date: DateMention) -> bool:
    """Whether what is written says the date, or a finer one within it."""
    return FINENESS[mention.granularity] >= FINENESS[date.granularity] and coincide(mention, date)


def _names(claim: str, lang: str) -> list[str]:
    """The words that a capital tells to be names; at the beginning of a sentence it tells nothing."""
    words = [(match.group(), BEGINS.search(claim[: match.start()])) for match in WORD.finditer(claim)]
    is_name = all(word[0].isupper() for word, _ in words)  # and nothing else: no sentence
    if lang.split("-")[0] in NOUNS_IN_CAPITALS and not is_name:
        return []
    return [word for word, begins in words if word[0].isupper() and (is_name or not begins)]


def _is_written(word: str, quote: str) -> bool:
    return any(word.casefold() == other.casefold() or surely(word, other) for other in WORD.findall(quote))


def _is_there(folder: Path) -> bool:
    try:
        return folder.is_dir()
    except OSError:  # a mount that is broken
        return False


def unchanged(root: Path | None) -> Callable[[str, str], bool]:
    """A test ``(article_id, sha256) -> bool``: does the file below ``root`` still hold the article that was indexed?

    Without a root (an index whose articles lie elsewhere) there is nothing to compare with, and nothing is cited.

    Raises:
        CorpusError: the folder is gone: that the articles don't say would be no honest answer.
    """
    if root is not None and not _is_there(root):
        raise CorpusError(
            f"The folder {root}, whose articles are in the index, is gone: nothing can be cited. "
            "Mount or restore it at the same path, or index the folder where the articles are now."
        )

    return partial(is_current, root)
