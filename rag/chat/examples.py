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
    Example("Kapan Indonesia diumumkan sebagai anggota penuh BRICS?", "correio-da-mare/brics-indonesia.txt"),
    Example("¿Quién marcó el gol decisivo de la final de la Eurocopa de Berlín?", "nordwind-zeitung/em-finale.html"),
    Example(
        "كم كان عدد القتلى في الحصيلة الأولى لزلزال الحوز؟", "manarat-al-khalij/mutafarriqat.jsonl#zilzal-al-haouz"
    ),
    Example("ルナ25号のエンジンは何秒間噴射したのか？", "volny-bereg/luna-25.txt"),
)


def examples(article_ids: Collection[str]) -> tuple[Example, ...]:
    return tuple(example for example in EXAMPLES if example.article_id in article_ids)
