"""Times that several articles tell: the last of them and those before it, the first, and those on which they differ."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from rag.answer.candidates import Candidate
from rag.answer.time import coincide
from rag.answer.wording import meaning

Ranked = Sequence[tuple[float, Candidate]]
"""Candidates with their probability, best first."""
_RIVAL = 0.4
"""Share of the best candidate's probability from which on another time is of the same kind of event."""
_BESIDE = 0.2
"""The same within one article, which tells of the last time and of those before it."""
_RIVAL_NAMED = 0.75
"""Share of the names that its passage has, and its sentence, likewise."""
_OF_ONE_EVENT = timedelta(days=31)
"""What lies farther apart are two events."""
_SURE = 0.3
"""Least probability of a time that is told beside the best one."""
_MOST = 2
"""Other times that are told."""


@dataclass(frozen=True, slots=True)
class Occasions:
    """``best`` answers; ``others`` are of other times than it, each of a time of its own."""

    best: tuple[float, Candidate]
    others: tuple[tuple[float, Candidate], ...] = ()


def latest(ranked: Ranked) -> Occasions:
    """Of the dates that have about as much support as the best candidate, and are about what the question names as much
    as it, the latest (of one time the most exact), and those before it, latest first."""
    best = ranked[0]
    dated = [pair for pair in ranked if pair[1].mention]
    if not dated or dated[0][0] < _RIVAL * best[0]:
        return Occasions(best)
    best = dated[0]
    home = best[1].article.id
    rivals = [pair for pair in dated if _is_rival(pair, best, _BESIDE if pair[1].article.id == home else _RIVAL)]
    rivals.sort(key=lambda pair: (pair[1].mention.value, pair[0]), reverse=True)  # type: ignore[union-attr]
    told = [pair for pair in rivals[1:] if _is_sure(pair, rivals[0])]
    return Occasions(rivals[0], tuple(_apart(rivals[0], told)[:_MOST]))


def earliest(ranked: Ranked) -> Occasions:
    """Of the dates that have about as much support as the best candidate, and are about what the question names as much
    as it, the one that ends earliest: of 2004 and a day in 2004 the day."""
    best = ranked[0]
    if best[1].mention is None:
        return Occasions(best)
    dated = [pair for pair in ranked if pair[1].mention and _is_rival(pair, best, _RIVAL)]
    return Occasions(min(dated, key=lambda pair: (pair[1].mention.last, -pair[0])))  # type: ignore[union-attr]


def disagreement(ranked: Ranked, least: float) -> Occasions:
    """The best candidate, and other days near it that other articles tell for the same, with a probability from
    ``least`` on."""
    best = ranked[0]
    if best[1].mention is None or best[1].mention.granularity != "day":
        return Occasions(best)
    agreeing = {one.article.id for _, one in ranked if agrees(one, best[1])}
    rivals = [
        pair
        for pair in ranked
        if pair[0] >= least and pair[1].article.id not in agreeing and _contradicts(pair[1], best[1])
    ]
    return Occasions(best, tuple(_apart(best, rivals)[:_MOST]))


def _contradicts(one: Candidate, best: Candidate) -> bool:
    """Whether another day is told for what ``best`` dates: near enough for one event, and by a sentence that names as
    much."""
    if one.mention is None or one.mention.granularity != "day":
        return False
    near = abs(one.mention.value - best.mention.value) <= _OF_ONE_EVENT  # type: ignore[union-attr]
    return near and _names_as_much(one, best)


def as_articles(found: Sequence[Candidate]) -> list[Candidate]:
    """The candidates, each as well retrieved as the best of its article, if it names about as much: which of an
    article's passages is most like a question for the last time is no matter, the one that tells it may be another."""
    best: dict[str, Candidate] = {}
    for one in found:
        if one.article.id not in best or one.hit.score > best[one.article.id].hit.score:
            best[one.article.id] = one
    return [
        replace(one, hit=replace(one.hit, score=home.hit.score))
        if one.named_near >= _RIVAL_NAMED * (home := best[one.article.id]).named_near
        else one
        for one in found
    ]


def agrees(candidate: Candidate, other: Candidate) -> bool:
    """Whether two candidates say the same."""
    if other.mention:
        same = candidate.mention is not None and candidate.mention.value == other.mention.value
        return same and candidate.mention.granularity == other.mention.granularity  # type: ignore[union-attr]
    return meaning(candidate.text, candidate.article.lang) == meaning(other.text, other.article.lang)


def is_to_come(candidate: Candidate, newest: date | None) -> bool:
    """Whether it was still to come when its article was published (or the ``newest``, where that is not known): as far
    as that tells it has not happened."""
    known = candidate.article.published or newest
    return candidate.mention is not None and known is not None and candidate.mention.value > known


def _is_rival(pair: tuple[float, Candidate], best: tuple[float, Candidate], share: float) -> bool:
    """Whether it is as well supported, and its sentence and its passage name as much: "Before that, Shoigu had been to
    Pyongyang on …" is about somebody else."""
    return pair[0] >= share * best[0] and _names_as_much(pair[1], best[1])


def _names_as_much(one: Candidate, other: Candidate) -> bool:
    near = one.named_near >= _RIVAL_NAMED * other.named_near
    return near and one.named_here >= _RIVAL_NAMED * other.named_here


def _is_sure(pair: tuple[float, Candidate], best: tuple[float, Candidate]) -> bool:
    """Whether another time may be told beside the best one: its very sentence names whom that one's does."""
    return pair[0] >= _SURE and pair[1].named_here >= _RIVAL_NAMED * max(best[1].named_here, best[1].named_near)


def _apart(best: tuple[float, Candidate], pairs: Ranked) -> list[tuple[float, Candidate]]:
    """One a time, none of them that of ``best`` nor a vaguer word for it ("June 2024" for the 19th); all are dated."""
    kept = [best]
    for pair in pairs:
        if not any(coincide(pair[1].mention, other[1].mention) for other in kept):  # type: ignore[arg-type]
            kept.append(pair)
    return kept[1:]
