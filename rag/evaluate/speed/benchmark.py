"""The product's speed beside named baselines, in one run on one machine: what is worth telling are the ratios."""

from __future__ import annotations

import contextlib
import os
import shutil
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from random import Random

from rag.assistant import Assistant
from rag.errors import RagError
from rag.evaluate.data import read
from rag.evaluate.dataset import Question
from rag.evaluate.progress import Progress
from rag.evaluate.speed.archive import enlarge
from rag.evaluate.speed.asking import answering, retrieval
from rag.evaluate.speed.comparison import Comparison
from rag.evaluate.speed.indexing import indexing
from rag.evaluate.speed.reading import reading
from rag.settings import Settings

_WARM = 0.5  # questions asked beforehand for each that is measured: other ones


@dataclass(frozen=True, slots=True)
class Benchmark:
    """What to measure: questions about ``corpus``, put to an archive of ``passages`` that is made up from it."""

    data: tuple[Path, ...]
    corpus: Path
    passages: int = 50_000
    languages: int = 20
    questions: int = 100
    seed: int = 0
    indexings: int = 2
    readings: int = 15


@dataclass(frozen=True, slots=True)
class Speed:
    """What was measured. ``languages``: articles of each; ``load``: processes that wanted to run, before and after."""

    benchmark: Benchmark
    model: str
    languages: Mapping[str, int]
    comparisons: tuple[Comparison, ...]
    cores: int
    load: tuple[float, float]


def measure(benchmark: Benchmark, settings: Settings, progress: Progress) -> Speed:
    """Raises:
    RagError: the data or the corpus cannot be used, or the corpus alone has more passages than are wanted.
    """
    load = os.getloadavg()[0]
    warm, asked = _questions(benchmark)
    if not benchmark.corpus.is_dir():
        raise RagError(f"{benchmark.corpus} is no folder. Give the one with the articles that the questions are about.")
    with tempfile.TemporaryDirectory(prefix="rujukan-speed-", ignore_cleanup_errors=True) as place:
        folder = Path(place) / "articles"
        shutil.copytree(benchmark.corpus, folder)
        own = {"index_dir": Path(place) / "index", "corpus_dir": folder, "chroma_url": None}
        assistant = Assistant(settings.model_copy(update=own))
        with contextlib.closing(assistant.library):
            comparisons = [
                indexing(assistant, benchmark.indexings, progress),
                reading(assistant, asked[0].text, benchmark.readings, progress),
            ]
            enlarge(assistant, folder, benchmark.passages, benchmark.languages, benchmark.seed, progress)
            comparisons += [retrieval(assistant, warm, asked, progress), answering(assistant, warm, asked, progress)]
            languages = assistant.archive().languages
    found = tuple(comparisons)
    cores = os.cpu_count() or 1
    return Speed(benchmark, assistant.encoder.name, languages, found, cores, (load, os.getloadavg()[0]))


def _questions(benchmark: Benchmark) -> tuple[list[Question], list[Question]]:
    """Those asked beforehand and those measured."""
    questions = list(read(benchmark.data, archive=True).questions)
    Random(benchmark.seed).shuffle(questions)
    measured = min(benchmark.questions, max(1, int(len(questions) / (1 + _WARM))))
    return questions[measured : measured + int(_WARM * measured)], questions[:measured]
