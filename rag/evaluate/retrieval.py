"""Retrieval put to the test: every system on the same archives, with the same questions and the same vectors."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter

from rag.errors import RagError
from rag.evaluate.data import read
from rag.evaluate.dataset import Dataset, joined_by, limited, narrowed
from rag.evaluate.figures import figures
from rag.evaluate.layouts import Archive, Asked, Layout, plan
from rag.evaluate.opening import opened, opened_folder
from rag.evaluate.progress import Progress
from rag.evaluate.remembering import RememberingEncoder
from rag.evaluate.report import Report
from rag.evaluate.run import Ranking, SystemRun, joined, outcomes, write
from rag.evaluate.systems import chosen
from rag.index.encoder import Encoder
from rag.index.store import Store
from rag.retrieve.retriever import Retriever
from rag.settings import Settings
from rag.types import Filters

_DEPTH = 50
"""Hits that are asked for: the passages of an article are several, and 20 articles are looked at."""


@dataclass(frozen=True, slots=True)
class Experiment:
    """What to evaluate. With ``corpus`` the questions are about that folder, and there is neither layout nor draw."""

    data: tuple[Path, ...]
    layout: Layout = Layout.MIXED
    systems: tuple[str, ...] = ()
    draws: int = 3
    seed: int = 0
    limit: int | None = None
    corpus: Path | None = None
    runs: Path | None = None
    """Where TREC files go."""
    asked_in: str | None = None
    """Only questions of this language."""
    answered_in: str | None = None
    """Only passages of this language."""
    distractors: tuple[Path, ...] = ()
    """Files whose passages join the archive: none of them answers."""


def evaluate(
    experiment: Experiment, settings: Settings, progress: Progress, encoder: RememberingEncoder | None = None
) -> Report:
    """Run an experiment and report on it; the same experiment gives the same report, but for times.

    Raises:
        RagError: the data or the corpus cannot be used, or there is no such system.
    """
    factories = chosen(experiment.systems)
    dataset = _dataset(experiment)
    encoder = encoder or RememberingEncoder(settings)
    runs: list[SystemRun] = []
    articles: set[str] = set()
    archives = 0
    for archive, store in _opened(experiment, dataset, encoder, settings, progress):
        for name, factory in factories.items():
            retriever, what = factory(store, encoder), f"asking {archive.name} ({name})"
            runs.append(SystemRun(name, archive.draw, tuple(_asked(archive.asked, retriever, what, progress))))
        articles |= {article.id for article in store.articles()}
        archives += 1
    runs = joined(runs)
    if experiment.runs:
        write(experiment.runs, runs)
    return Report(
        data=tuple(map(str, experiment.data)),
        layout="corpus" if experiment.corpus else str(experiment.layout),
        seed=experiment.seed,
        limit=experiment.limit,
        model=encoder.name,
        archives=archives,
        articles=len(articles),
        systems=figures(outcome for run in runs for outcome in outcomes(run)),
    )


def _dataset(experiment: Experiment) -> Dataset:
    dataset = read(experiment.data, experiment.corpus is not None)
    dataset = limited(narrowed(dataset, experiment.asked_in, experiment.answered_in), experiment.limit, experiment.seed)
    if not experiment.distractors:
        return dataset
    if experiment.corpus:
        raise RagError("Distractors cannot join --corpus: copy them into a folder with its articles, and give that.")
    return joined_by(dataset, read(experiment.distractors))


def _opened(
    experiment: Experiment, dataset: Dataset, encoder: Encoder, settings: Settings, progress: Progress
) -> Iterator[tuple[Archive, Store]]:
    """Each archive with its index, one after the other."""
    if experiment.corpus:
        return opened_folder(experiment.corpus, dataset.questions, encoder, settings, progress)
    archives = plan(dataset, experiment.layout, experiment.draws, experiment.seed)
    return opened(archives, encoder, settings, progress)


def _asked(questions: Sequence[Asked], retriever: Retriever, what: str, progress: Progress) -> Iterator[Ranking]:
    for done, one in enumerate(questions, 1):
        started = perf_counter()
        found = retriever.retrieve(one.question.text, one.question.lang, _DEPTH, Filters())
        milliseconds = 1000 * (perf_counter() - started)
        # The first passage of an article says where the article stands; copies of a hit stand right behind it.
        listed = (article_id for hit in found.hits for article_id in (hit.passage.article_id, *hit.copies))
        yield Ranking(one, tuple(dict.fromkeys(listed)), milliseconds)
        progress(what, done, len(questions))
