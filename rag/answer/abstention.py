"""What is said where the articles do not say."""

from __future__ import annotations

from collections.abc import Sequence

from rag.answer.words import dated, words
from rag.index.records import Indexed, newest
from rag.ingest.language import primary


def abstention(lang: str, searched: Sequence[Indexed], changed: int = 0) -> str:
    """In ``lang``: that the articles don't say, what was searched, up to what day it goes, and how many were found that
    may not be cited as their files have ``changed``."""
    said, latest = words(lang), newest(searched)
    languages = {primary(article.lang) for article in searched}
    parts = [said.abstain, said.searched.format(articles=len(searched), languages=len(languages))]
    if latest:
        parts.append(dated(said.newest, latest, lang))
    if changed:
        parts.append(said.changed.format(count=changed))
    return " ".join(parts)
