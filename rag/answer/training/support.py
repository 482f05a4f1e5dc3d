"""``python -m rag.answer.training.support DATA_DIR``: fit what each kind of evidence for an answer is worth.

Archives of stories and of passages (:mod:`rag.answer.training.archives`) are indexed and asked as the product does.
``--weights`` is the folder of the reader's; what is fitted is added to its ``reader.json``.
"""

from __future__ import annotations

import argparse
import logging
import random
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from rag.answer import relevance, weights
from rag.answer.answering import Answering
from rag.answer.candidates import candidates
from rag.answer.reader import MODEL_DIR, Reader
from rag.answer.recency import without_latest
from rag.answer.study import Study
from rag.answer.support import FEATURES, features
from rag.answer.training import archives, data, stories
from rag.answer.training.archives import Archive, Question
from rag.answer.verification import verified
from rag.index.encoder import Encoder
from rag.index.fingerprint import fingerprint
from rag.index.library import Library
from rag.index.sync import sync
from rag.settings import Settings

log = logging.getLogger(__name__)
STORIES = 500
"""Stories in one archive: those held out, which are asked about, and others at random."""
QUESTIONS = 240
"""About stories, at random: more do not change what is fitted."""
ASKED, BESIDE = 60, 50
"""Of each language of the data sets: questions held out, and passages that are only there."""
PENALTY = 0.01  # on the squares of standardised weights


@dataclass(frozen=True, slots=True)
class Judged:
    """A candidate for the answer to a question: its features, and whether it is right."""

    features: tuple[float, ...]
    right: bool
    gold: bool
    """Whether it lies in the article that answers."""


@dataclass(frozen=True, slots=True)
class JudgedHit:
    """A hit for a question: its features, and whether it is of the article that answers."""

    features: tuple[float, ...]
    right: bool


def judged(archive: Archive, reader: Reader, settings: Settings, encoder: Encoder) -> Iterator[Judged | JudgedHit]:
    """The candidates and the hits for every question to an archive; and the candidates for those that something answers
    without the article that does, as if the archive lacked it."""
    sync(archive.corpus, settings, encoder)
    library = Library(settings.index_dir, None, fingerprint(settings, encoder), encoder.words)
    with library.reading() as store:
        answering = Answering(store, encoder, reader, settings)
        for asked in archive.questions:
            study = answering.study(asked.text)
            hits, names = study.found.hits, study.found.names
            for hit, row in zip(hits, relevance.features(hits, study.readings, names), strict=True):
                yield JudgedHit(row, hit.passage.article_id == asked.article)
            yield from _spans(asked, study)
            if asked.article:
                rest = study.without(asked.article)
                spans = candidates(rest.kind, rest.found, rest.readings, store.article)
                spans = verified(reader, without_latest(rest.question, rest.lang), names, spans)
                yield from _spans(asked, replace(rest, candidates=tuple(spans)))
    library.close()


def _spans(asked: Question, study: Study) -> Iterator[Judged]:
    scores = [hit.score for hit in study.found.hits]
    for one in study.candidates:
        yield Judged(features(one, scores), asked.is_answered_by(one), one.article.id == asked.article)


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
    parser.add_argument("data", type=Path, help="folder of *.jsonl.gz question-answering files")
    parser.add_argument("--weights", type=Path, default=MODEL_DIR, help="folder of the reader's weights")
    given = parser.parse_args(arguments)
    logging.basicConfig(level=logging.INFO, stream=sys.stderr, format="%(asctime)s %(message)s")
    with tempfile.TemporaryDirectory() as place:
        encoder = Encoder(Settings())
        reader = Reader.load(encoder.base, given.weights)
        found: list[list[Judged | JudgedHit]] = []
        for archive in (_stories(Path(place) / "stories"), _passages(given.data, Path(place) / "passages")):
            settings = Settings(corpus_dir=archive.corpus, index_dir=archive.corpus.with_suffix(".index"))
            found.append(list(judged(archive, reader, settings, encoder)))
            log.info("%s: %d questions", archive.corpus.name, len(archive.questions))
    # Another span of the article that answers is neither right nor the kind of mistake that costs trust.
    spans = [row for rows in found for row in rows if isinstance(row, Judged) and (row.right or not row.gold)]
    # Of stories alone: fitted on archives of news, it put the wrong article first for a question of one word.
    hits = [row for row in found[0] if isinstance(row, JudgedHit)]
    support = fit(FEATURES, [row.features for row in spans], [row.right for row in spans])
    relevant = fit(relevance.FEATURES, [row.features for row in hits], [row.right for row in hits])
    weights.write_card(given.weights, replace(weights.card(given.weights), support=support, relevance=relevant))
    log.info("support %s, relevance %s", support, relevant)
    return 0


def _stories(corpus: Path) -> Archive:
    others, asked = stories.split(stories.load())
    rng = random.Random(0)
    archive = archives.of_stories(asked, rng.sample(others, min(max(0, STORIES - len(asked)), len(others))), corpus)
    return replace(archive, questions=tuple(rng.sample(archive.questions, min(QUESTIONS, len(archive.questions)))))


def _passages(folder: Path, corpus: Path) -> Archive:
    others, held_out = data.held_out(data.load(folder))
    return archives.of_examples(archives.drawn(held_out, ASKED), archives.drawn(others, BESIDE), corpus)


if __name__ == "__main__":
    sys.exit(main())
