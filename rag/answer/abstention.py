"""What is said where the articles do not say."""

from __future__ import annotations

from rag.answer.words import dated, words
from rag.index.store import Store


def abstention(lang: str, store: Store) -> str:
    """In ``lang``: that the articles don't say, what was searched, and up to what day it goes."""
    said, languages, newest = words(lang), store.languages(), store.newest()
    parts = [said.abstain, said.searched.format(articles=sum(languages.values()), languages=len(languages))]
    if newest:
        parts.append(dated(said.newest, newest, lang))
    return " ".join(parts)
