"""Questions about time asked of a folder of articles, as `ask` answers them."""

from __future__ import annotations

import json
import shutil
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from rag.answer.answering import Answering
from rag.answer.reader import Reader
from rag.errors import RagError
from rag.evaluate.archive import indexed_folder
from rag.evaluate.data import read as read_data
from rag.evaluate.files import field, records
from rag.evaluate.progress import Progress
from rag.evaluate.time import expressions
from rag.evaluate.time.questions import TimeQuestion, Verdict, judge, read
from rag.index.encoder import Encoder
from rag.index.store import Store
from rag.settings import Settings

_NEWER = 200
"""Articles on other subjects that join the archive."""


@dataclass(frozen=True, slots=True)
class Experiment:
    questions: tuple[Path, ...]
    corpus: Path
    expressions: Path | None = None
    published: Path | None = None
    """JSON Lines of ``{"article", "published"}``: the day that a careful reader finds in the text, or null."""
    distractors: tuple[Path, ...] = ()
    """Data whose passages join the archive as newer articles: no answer may change."""
    limit: int | None = None


@dataclass(frozen=True, slots=True)
class Dating:
    """Days of publication: those that the text shows, how many of them are found, and those claimed where none is."""

    shown: int
    right: int
    hidden: int
    claimed: int


@dataclass(frozen=True, slots=True)
class Result:
    verdicts: tuple[Verdict, ...]
    expressions: Mapping[str, expressions.Found]
    dating: Dating | None
    changed: int | None
    """Answers to questions for the last time that are other ones beside the newer articles."""


def evaluate(experiment: Experiment, settings: Settings, progress: Progress) -> Result:
    """Raises RagError: the questions or the corpus cannot be used."""
    questions = read(experiment.questions)
    questions = questions[: experiment.limit] if experiment.limit else questions
    encoder = Encoder(settings)
    reader = Reader.load(encoder.base)
    dating = None
    with indexed_folder(experiment.corpus, settings, progress) as (store, _):
        answers = Answering(store, encoder, reader, settings)
        verdicts = tuple(_asked(questions, answers, progress))
        if experiment.published:
            dating = _dated(experiment.published, store)
    changed = _changed(experiment, verdicts, settings, encoder, reader, progress) if experiment.distractors else None
    marked = expressions.measured(experiment.expressions) if experiment.expressions else {}
    return Result(verdicts, marked, dating, changed)


def _asked(questions: Sequence[TimeQuestion], answers: Answering, progress: Progress) -> Iterator[Verdict]:
    for done, question in enumerate(questions, 1):
        yield judge(question, answers.ask(question.question))
        progress("asking", done, len(questions))


def _dated(path: Path, store: Store) -> Dating:
    known = {article.id: article for article in store.articles()}
    shown = right = hidden = claimed = 0
    for place, record in records(path):
        article_id = field(record, "article", place)
        article = known.get(article_id)
        if article is None:
            raise RagError(f"{place}: {article_id!r} is not in the corpus. Correct the file.")
        if day := record.get("published"):
            shown += 1
            right += article.published is not None and article.published.isoformat() == day
        else:
            hidden += 1
            claimed += article.published is not None
    return Dating(shown, right, hidden, claimed)


def _changed(
    experiment: Experiment,
    before: Sequence[Verdict],
    settings: Settings,
    encoder: Encoder,
    reader: Reader,
    progress: Progress,
) -> int:
    last = [verdict for verdict in before if verdict.question.kind == "last"]
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place) / "corpus"
        shutil.copytree(experiment.corpus, folder)
        newest = date.today()
        lines = [
            json.dumps(
                {
                    "id": f"newer-{number}",
                    "title": version.article.title,
                    "text": version.article.text,
                    "lang": version.article.lang,
                    "published": (newest - timedelta(days=number % 30)).isoformat(),
                },
                ensure_ascii=False,
            )
            for number, version in enumerate(read_data(experiment.distractors).versions[:_NEWER])
        ]
        (folder / "newer.jsonl").write_text("\n".join(lines) + "\n", encoding="utf-8")
        with indexed_folder(folder, settings, progress) as (store, _):
            after = list(_asked([v.question for v in last], Answering(store, encoder, reader, settings), progress))
    return sum(one.outcome != other.outcome for one, other in zip(last, after, strict=True))
