"""Questions to begin with. Each is offered only where the article that it is about is in the archive."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Example:
    question: str
    article_id: str


EXAMPLES = (
    Example("When did Putin last visit Pyongyang?", "nusantara-kini/putin-tiba-di-pyongyang.txt"),
    Example(
        "Kapan Duma Negara Rusia meratifikasi perjanjian dengan Korea Utara?",
        "correo-del-istmo/duma-ratifica-tratado.md",
    ),
    Example("Когда Ким Чен Ир встречался с Медведевым?", "harbour-post/kim-jong-il-train-journeys.md"),
    Example("متى أكد غيراسيموف مشاركة جنود كوريا الشمالية في القتال؟", "bogaz-haber/kuzey-kore-askerleri-kursk.txt"),
    Example("米朝首脳会談はハノイでいつ開かれたか。", "bharat-prabhat/trump-kim-mulaqatein.txt"),
)


def examples(article_ids: Collection[str]) -> tuple[Example, ...]:
    return tuple(example for example in EXAMPLES if example.article_id in article_ids)
