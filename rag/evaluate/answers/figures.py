"""How good each reply is -> what is reported of them together. All draws are counted together."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from statistics import fmean, median

from rag.evaluate.answers.curve import area, curve
from rag.evaluate.answers.reply import Outcome


@dataclass(frozen=True, slots=True)
class Figures:
    """Shares from 0 to 1; None where there is nothing to take a share of."""

    questions: int
    answerable: int
    answered: float | None
    """Share of the answerable questions that an answer is given to."""
    exact: float | None
    f1: float | None
    """Means over the answerable questions whose answer the data say in words; no answer counts 0."""
    f1_given: float | None
    """Of those, over the ones that an answer is given to."""
    citation_precision: float | None
    """Share of all answers given that cite an article that answers; one to an unanswerable question cannot."""
    cites_gold: float | None
    """Share of the answerable questions whose answer does."""
    day: float | None
    """Share of the questions that a day answers whose answer is that day; no answer counts 0."""
    day_given: float | None
    """Of those, of the ones that an answer is given to."""
    abstention_precision: float | None
    """Share of the abstentions that are at unanswerable questions; None where there are none of those."""
    abstention_recall: float | None
    """Share of the unanswerable questions that no answer is given to."""
    aurc: float | None
    milliseconds: float
    """The median, to answer one question."""


def figures(outcomes: Sequence[Outcome]) -> tuple[dict[str, Figures], dict[str, Figures]]:
    """By split (``all``, ``same``, ``cross``) and by the question's language; those without a question are left out."""
    splits = {"all": list(outcomes)}
    splits |= {name: [one for one in outcomes if one.split == name] for name in ("same", "cross")}
    langs = {lang: [one for one in outcomes if one.lang == lang] for lang in sorted({one.lang for one in outcomes})}
    found, by_lang = ({name: _together(some) for name, some in groups.items() if some} for groups in (splits, langs))
    return found, by_lang


def _together(outcomes: Sequence[Outcome]) -> Figures:
    answerable = [one for one in outcomes if one.split]
    given = [one for one in outcomes if one.is_given]
    worded = [one for one in answerable if one.f1 is not None]
    dated = [one for one in answerable if one.has_day is not None]
    unanswerable = [one for one in outcomes if not one.split]
    held_back = [one for one in outcomes if not one.is_given]
    return Figures(
        questions=len(outcomes),
        answerable=len(answerable),
        answered=_mean(one.is_given for one in answerable),
        exact=_mean(one.exact for one in worded if one.exact is not None),
        f1=_mean(one.f1 for one in worded if one.f1 is not None),
        f1_given=_mean(one.f1 for one in worded if one.is_given and one.f1 is not None),
        citation_precision=_mean(one.cites_gold for one in given),
        cites_gold=_mean(one.cites_gold for one in answerable),
        day=_mean(one.has_day is True for one in dated),
        day_given=_mean(one.has_day is True for one in dated if one.is_given),
        abstention_precision=_mean(not one.split for one in held_back) if unanswerable else None,
        abstention_recall=_mean(not one.is_given for one in unanswerable),
        aurc=area(curve((one.confidence, 1 - one.credit) for one in outcomes)),
        milliseconds=median(one.milliseconds for one in outcomes),
    )


def _mean(values: Iterable[float]) -> float | None:
    found = list(values)
    return fmean(found) if found else None
