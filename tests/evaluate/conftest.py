"""A made-up data set: six passages in two languages, and an encoder that remembers."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import pytest

from rag.evaluate.remembering import RememberingEncoder
from rag.settings import Settings

ENGLISH = [
    ("The lighthouse of Port Valdora was built in 1871.", "When was the lighthouse of Port Valdora built?", "1871"),
    ("Ilse Brandt has baked rye bread in Oberau since 2003.", "Who bakes rye bread in Oberau?", "Ilse Brandt"),
    ("The Mera is 212 kilometres long and ends in the Blue Bay.", "How long is the river Mera?", "212 kilometres"),
    ("Otters returned to Lake Soren after the dam was removed.", "Which animals returned to Lake Soren?", "Otters"),
    ("The chess club of Tilburn meets above the old pharmacy.", "Where does the chess club meet?", "pharmacy"),
    ("Snow closed the pass of Karvik for eleven days in March.", "What closed the pass of Karvik?", "Snow"),
]
INDONESIAN = [
    ("Mercusuar Port Valdora dibangun pada tahun 1871.", "Kapan mercusuar Port Valdora dibangun?", "1871"),
    ("Ilse Brandt membuat roti gandum hitam di Oberau sejak 2003.", "Siapa pembuat roti di Oberau?", "Ilse Brandt"),
    ("Sungai Mera panjangnya 212 kilometer, bermuara di Teluk Biru.", "Berapa panjang Sungai Mera?", "212 kilometer"),
    ("Berang-berang kembali ke Danau Soren setelah bendungan dibongkar.", "Apa yang kembali ke Danau Soren?", "Be"),
    ("Klub catur Tilburn berkumpul di atas apotek tua.", "Di mana klub catur berkumpul?", "apotek"),
    ("Salju menutup celah Karvik selama sebelas hari pada bulan Maret.", "Apa yang menutup celah Karvik?", "Salju"),
]


def squad(rows: Iterable[tuple[str, str, str]], paragraphs_an_article: int = 3) -> dict[str, Any]:
    """SQuAD JSON of these contexts, questions and answers; the n-th question's id is ``qn``."""
    paragraphs = [
        {
            "context": context,
            "qas": [
                {
                    "id": f"q{number}",
                    "question": question,
                    "answers": [{"text": answer, "answer_start": context.find(answer)}],
                }
            ],
        }
        for number, (context, question, answer) in enumerate(rows)
    ]
    step = paragraphs_an_article
    articles = [paragraphs[first : first + step] for first in range(0, len(paragraphs), step)]
    return {"version": "1.1", "data": [{"title": "Valdora", "paragraphs": article} for article in articles]}


@pytest.fixture
def parallel(tmp_path: Path) -> list[Path]:
    """Two parallel SQuAD files."""
    paths = []
    for lang, rows in (("en", ENGLISH), ("id", INDONESIAN)):
        path = tmp_path / f"made_up.{lang}.json"
        path.write_text(json.dumps(squad(rows), ensure_ascii=False), encoding="utf-8")
        paths.append(path)
    return paths


@pytest.fixture
def lines(tmp_path: Path) -> Callable[..., Path]:
    """Write records as JSON Lines."""

    def lines(name: str, *records: dict[str, Any]) -> Path:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("".join(json.dumps(record, ensure_ascii=False) + "\n" for record in records), encoding="utf-8")
        return path

    return lines


@pytest.fixture(scope="session")
def remembering(models_dir: Path) -> RememberingEncoder:
    return RememberingEncoder(Settings(models_dir=models_dir))
