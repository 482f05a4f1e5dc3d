"""``python -m rag.answer.training.support FOLDER``: fit what each kind of evidence for an answer is worth.

Stories become one archive, indexed as the product does; the stories that the reader was not trained on are asked
about. ``FOLDER`` holds the reader's weights; the fitted ones are added to its ``reader.json``.
"""

from __future__ import annotations

import argparse
import json
import logging
import random
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from rag.answer import relevance, weights
from rag.answer.answering import read
from rag.answer.candidates import Candidate, candidates
from rag.answer.reader import MODEL_DIR, Reader
from rag.answer.recency import without_latest
from rag.answer.support import FEATURES, features
from rag.answer.training.stories import Story, load, split
from rag.index.encoder import Encoder
from rag.index.fingerprint import fingerprint
from rag.index.library import Library
from rag.index.sync import sync
from rag.ingest.language import detect
from rag.retrieve.fair import FairRetriever
from rag.settings import Settings

log = logging.getLogger(__name__)
QUESTIONS = 240
"""About the held-out stories that are asked, at random: more do not change what is fitted."""
ARCHIVE = 500
"""Stories in the archive: those, and others at random."""
PENALTY = 0.01  # on the squares of standardised weights


@dataclass(frozen=True, slots=True)
class Judged:
    """A candidate for the answer to a question: its features, and whether it is right."""

    features: tuple[float, ...]
    right: bool
    gold: bool
    """Whether it lies in the passage that answers."""


@dataclass(frozen=True, slots=True)
class JudgedHit:
    """A hit for a question: its features, and whether it is the passage that answers."""

    features: tuple[float, ...]
    right: bool


def write_archive(told: Sequence[Story], folder: Path) -> None:
    """Every passage of every story as an article, ``STORY#PASSAGE``."""
    for number, story in enumerate(told):
        lines = [
            json.dumps({"id": str(i), "title": p.title, "text": p.text, "lang": p.lang}, ensure_ascii=False)
            for i, p in enumerate(story.passages)
        ]
        (folder / f"{number}.jsonl").write_text("\n".join(lines) + "\n", encoding="utf-8")


def judged(
    told: Sequence[Story], asked: Sequence[Story], reader: Reader, settings: Settings, encoder: Encoder
) -> Iterator[Judged | JudgedHit]:
    """The candidates and the hits for every question of the stories ``asked``."""
    sync(settings.corpus_dir, settings, encoder)
    library = Library(settings.index_dir, None, fingerprint(settings, encoder), encoder.words)
    questions = [(story, question) for story in asked for question in story.questions]
    questions = random.Random(0).sample(questions, min(QUESTIONS, len(questions)))
    with library.reading() as store:
        retriever = FairRetriever(store, encoder)
        for number, (story, question) in enumerate(questions, 1):
            lang = detect(question.text)
            any_time = without_latest(question.text, lang)
            found = retriever.retrieve(any_time, lang, settings.hits)
            readings = read(reader, any_time, found)
            kind = reader.question_type(question.text)
            best = max((hit.score for hit in found.hits), default=0.0)
            home = f"{told.index(story)}.jsonl#{question.passage}"
            for hit, row in zip(found.hits, relevance.features(found.hits, readings, found.names), strict=True):
                yield JudgedHit(row, hit.passage.article_id == home)
            for candidate in candidates(kind, found, readings, store.article):
                gold = candidate.article.id == home
                right = gold and _matches(candidate, story.passages[question.passage or 0].text, question)
                yield Judged(features(candidate, best), right, gold)
            if number % 50 == 0:
                log.info("%d questions", number)
    library.close()


def _matches(candidate: Candidate, text: str, question) -> bool:
    """Whether the span is at least half the answer, and at least half of it is."""
    start = candidate.article.text.find(text)
    first, last = question.start + start, question.end + start
    common = min(candidate.end, last) - max(candidate.start, first)
    return start >= 0 and 2 * common >= max(candidate.end - candidate.start, last - first)


def fit(names: Sequence[str], rows: Sequence[tuple[float, ...]], right: Sequence[bool]) -> dict[str, float]:
    """Logistic regression on standardised features: a weight for each of ``names``, and ``bias``."""
    import torch

    x = torch.tensor(rows, dtype=torch.float64)
    y = torch.tensor(right, dtype=torch.float64)
    mean, spread = x.mean(0), x.std(0).clamp_min(1e-6)
    parameters = torch.zeros(x.shape[1] + 1, dtype=torch.float64, requires_grad=True)
    optimiser = torch.optim.LBFGS([parameters], max_iter=200, line_search_fn="strong_wolfe")

    def closure() -> torch.Tensor:
        optimiser.zero_grad()
        logits = ((x - mean) / spread) @ parameters[:-1] + parameters[-1]
        loss = torch.nn.functional.binary_cross_entropy_with_logits(logits, y)
        loss = loss + PENALTY * parameters[:-1].square().mean()
        loss.backward()
        return loss

    optimiser.step(closure)
    scaled = parameters[:-1].detach() / spread
    bias = float(parameters[-1].detach() - scaled @ mean)
    return {name: round(float(w), 4) for name, w in zip(names, scaled, strict=True)} | {"bias": round(bias, 4)}


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m rag.answer.training.support", description=__doc__.split("\n")[0])
    parser.add_argument("folder", type=Path, nargs="?", default=MODEL_DIR, help="the reader's weights")
    given = parser.parse_args(arguments)
    logging.basicConfig(level=logging.INFO, stream=sys.stderr, format="%(asctime)s %(message)s")
    others, asked = split(load())
    told = [*asked, *random.Random(0).sample(others, min(max(0, ARCHIVE - len(asked)), len(others)))]
    with tempfile.TemporaryDirectory() as place:
        settings = Settings(corpus_dir=Path(place) / "stories", index_dir=Path(place) / "index")
        settings.corpus_dir.mkdir()
        write_archive(told, settings.corpus_dir)
        encoder = Encoder(settings)
        reader = Reader.load(encoder.base, given.folder)
        found = list(judged(told, asked, reader, settings, encoder))
    # Another span of the passage that answers is neither right nor the kind of mistake that costs trust.
    spans = [row for row in found if isinstance(row, Judged) and (row.right or not row.gold)]
    hits = [row for row in found if isinstance(row, JudgedHit)]
    support = fit(FEATURES, [row.features for row in spans], [row.right for row in spans])
    relevant = fit(relevance.FEATURES, [row.features for row in hits], [row.right for row in hits])
    weights.write_card(given.folder, replace(weights.card(given.folder), support=support, relevance=relevant))
    log.info("support %s, relevance %s", support, relevant)
    return 0


if __name__ == "__main__":
    sys.exit(main())
