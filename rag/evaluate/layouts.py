"""How passages are put into archives, and what each question is to find there. Plans only: nothing is indexed here."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from random import Random

from rag.errors import RagError
from rag.evaluate.dataset import Dataset, Question, Version
from rag.ingest.language import primary
from rag.types import Article


class Layout(StrEnum):
    """What the languages of an archive are."""

    MONO = "mono"
    """An archive for each language, asked in that language."""
    MIXED = "mixed"
    """One archive in which every passage is there in one of its languages, at random; asked in every language."""
    POOLED = "pooled"
    """One archive of all passages in all their languages; any translation counts as found."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A question put to one archive. ``relevant``: ids of the archive's articles that answer it, and their grades."""

    question: Question
    relevant: Mapping[str, int]
    pair: str
    """Languages of the question and of what answers it: ``en>de``; ``en>several`` where those are, and none is en;
    ``en>none`` where nothing does."""

    @property
    def lang(self) -> str:
        """The question's, without script and region."""
        return self.pair.partition(">")[0]

    @property
    def is_same(self) -> bool:
        """Whether something answers it in its own language."""
        asked, _, found = self.pair.partition(">")
        return asked == found


@dataclass(frozen=True, slots=True)
class Archive:
    """Articles to index together, and the questions put to them. Figures are averaged over ``draw`` (from 1)."""

    name: str
    draw: int
    articles: tuple[Article, ...]
    asked: tuple[Asked, ...]


def plan(
    dataset: Dataset, layout: Layout, draws: int = 1, seed: int = 0, unanswered: bool = False
) -> tuple[Archive, ...]:
    """The archives of a layout. ``draws`` and ``seed`` matter to ``mixed`` only, and there to parallel passages only.

    With ``unanswered`` every archive is asked what it does not answer, too (``mono``: of its language's questions).

    Raises:
        RagError: in this layout no question can be answered.
    """
    if layout is Layout.MONO:
        langs = sorted({primary(version.article.lang) for version in dataset.versions})
        archives = [_mono(dataset, lang, unanswered) for lang in langs]
    elif layout is Layout.MIXED:
        parallel = len({version.key for version in dataset.versions}) < len(dataset.versions)
        archives = [
            _archive(f"mixed-{draw}", draw, drawn(dataset.versions, seed, draw), dataset.questions, unanswered)
            for draw in range(1, (draws if parallel else 1) + 1)
        ]
    else:
        archives = [_archive("pooled", 1, dataset.versions, dataset.questions, unanswered)]
    archives = [archive for archive in archives if any(one.relevant for one in archive.asked)]
    if not archives:
        raise RagError("No question has a passage in its own language. Evaluate with `--layout pooled`.")
    return tuple(archives)


def drawn(versions: Iterable[Version], seed: int, draw: int) -> list[Version]:
    """One version of each passage, at random: the same for the same ``seed`` and ``draw``, in whatever order."""
    choices: dict[str, list[Version]] = {}
    for version in sorted(versions, key=lambda version: version.article.id):
        choices.setdefault(version.key, []).append(version)
    random = Random(f"{seed}/{draw}")
    return [random.choice(choices[key]) for key in sorted(choices)]


def asked(
    questions: Iterable[Question], held: Mapping[str, Sequence[tuple[str, str]]], unanswered: bool = False
) -> tuple[Asked, ...]:
    """The questions that an archive answers, and with ``unanswered`` the others, too.

    ``held``: key of a passage -> ids and languages of its articles.
    """
    found = []
    for question in questions:
        graded = [(article, grade) for key, grade in question.relevant.items() for article in held.get(key, ())]
        if graded:
            own, langs = primary(question.lang), {primary(lang) for (_, lang), _ in graded}
            found_in = own if own in langs else langs.pop() if len(langs) == 1 else "several"
            found.append(Asked(question, {article_id: grade for (article_id, _), grade in graded}, f"{own}>{found_in}"))
        elif unanswered:
            found.append(Asked(question, {}, f"{primary(question.lang)}>none"))
    return tuple(found)


def _mono(dataset: Dataset, lang: str, unanswered: bool) -> Archive:
    versions = [version for version in dataset.versions if primary(version.article.lang) == lang]
    return _archive(lang, 1, versions, [one for one in dataset.questions if primary(one.lang) == lang], unanswered)


def _archive(
    name: str, draw: int, versions: Iterable[Version], questions: Iterable[Question], unanswered: bool
) -> Archive:
    chosen = sorted(versions, key=lambda version: version.article.id)
    held: dict[str, list[tuple[str, str]]] = {}
    for version in chosen:
        held.setdefault(version.key, []).append((version.article.id, version.article.lang))
    return Archive(name, draw, tuple(version.article for version in chosen), asked(questions, held, unanswered))
