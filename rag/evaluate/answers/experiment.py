"""``evaluate answers``: data -> archives -> the product's own answers -> figures."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random
from time import perf_counter

from rag.answer.answering import Answering
from rag.answer.reader import Reader
from rag.evaluate.answers.corruption import Statement, caught
from rag.evaluate.answers.curve import curve
from rag.evaluate.answers.figures import figures
from rag.evaluate.answers.reply import Reply, golds_of, judged
from rag.evaluate.answers.report import Report
from rag.evaluate.data import read
from rag.evaluate.dataset import Dataset, limited, narrowed
from rag.evaluate.layouts import Archive, Layout, plan
from rag.evaluate.opening import opened, opened_folder
from rag.evaluate.progress import Progress
from rag.evaluate.remembering import RememberingEncoder
from rag.evaluate.removal import chosen, without
from rag.index.encoder import Encoder
from rag.index.store import Store
from rag.settings import Settings
from rag.types import Article


@dataclass(frozen=True, slots=True)
class Experiment:
    """What to evaluate. With ``corpus`` the questions are about that folder, and there is neither layout nor draw."""

    data: tuple[Path, ...]
    layout: Layout = Layout.MIXED
    draws: int = 1
    seed: int = 0
    limit: int | None = None
    corpus: Path | None = None
    asked_in: str | None = None
    """Only questions of this language."""
    answered_in: str | None = None
    """Only passages of this language."""
    removed: float = 0.0
    """Share of the answerable questions that are made unanswerable."""
    corrupt: int = 0
    """Answers whose citations are corrupted."""


def evaluate(
    experiment: Experiment,
    settings: Settings,
    progress: Progress,
    encoder: RememberingEncoder | None = None,
    reader: Reader | None = None,
) -> Report:
    """Run an experiment and report on it; the same experiment gives the same report, but for times.

    Raises:
        RagError: the data or the corpus cannot be used.
    """
    dataset = read(experiment.data, experiment.corpus is not None).with_unanswerable
    dataset = limited(narrowed(dataset, experiment.asked_in, experiment.answered_in), experiment.limit, experiment.seed)
    encoder = encoder or RememberingEncoder(settings)
    reader = reader or Reader.load(encoder.base)
    same = None if experiment.corpus else _never_changes
    replies: list[Reply] = []
    articles: dict[str, Article] = {}
    held: set[str] = set()
    archives = 0
    for archive, store in _opened(experiment, dataset, encoder, settings, progress):
        said = list(_replies(archive, Answering(store, encoder, reader, settings, same), progress))
        cited = {citation.article_id for reply in said for citation in reply.given.citations}
        articles |= {one: article for one in sorted(cited) if (article := store.article(one))}
        held |= {article.id for article in store.articles()}
        replies += said
        archives += 1
    golds = golds_of(dataset)
    outcomes = [judged(reply, golds) for reply in replies]
    splits, langs = figures(outcomes)
    return Report(
        data=tuple(map(str, experiment.data)),
        layout="corpus" if experiment.corpus else str(experiment.layout),
        seed=experiment.seed,
        limit=experiment.limit,
        removed=experiment.removed,
        threshold=settings.abstain_below,
        model=encoder.name,
        archives=archives,
        articles=len(held),
        splits=splits,
        langs=langs,
        curve=tuple(curve((one.confidence, 1 - one.credit) for one in outcomes)),
        corruptions=caught(_statements(replies, experiment), articles, experiment.seed) if experiment.corrupt else {},
    )


def _opened(
    experiment: Experiment, dataset: Dataset, encoder: Encoder, settings: Settings, progress: Progress
) -> Iterator[tuple[Archive, Store]]:
    gone = chosen(dataset.questions, experiment.removed, experiment.seed)
    if experiment.corpus:
        return opened_folder(
            experiment.corpus, dataset.questions, encoder, settings, progress, without=gone, unanswered=True
        )
    archives = plan(without(dataset, gone), experiment.layout, experiment.draws, experiment.seed, unanswered=True)
    return opened(archives, encoder, settings, progress)


def _replies(archive: Archive, answering: Answering, progress: Progress) -> Iterator[Reply]:
    for done, one in enumerate(archive.asked, 1):
        started = perf_counter()
        study = answering.study(one.question.text)
        given = answering.answer(study)
        milliseconds = 1000 * (perf_counter() - started)
        forced = given if not given.abstained else answering.answer(study, threshold=0.0)
        yield Reply(one, archive.draw, given, forced, milliseconds)
        progress(f"asking {archive.name}", done, len(archive.asked))


def _statements(replies: Sequence[Reply], experiment: Experiment) -> list[Statement]:
    """All citations of some of the answers given, drawn at random."""
    given = [reply.given for reply in replies if not reply.given.abstained]
    drawn = Random(f"{experiment.seed}/corrupt").sample(given, min(experiment.corrupt, len(given)))
    return [Statement(citation.claim, answer.lang, citation) for answer in drawn for citation in answer.citations]


def _never_changes(article_id: str, sha256: str) -> bool:
    """Passages of data sets have no files that could."""
    return True
