"""How good a ranking is, by the field's measures, for each question (`ir_measures`, which calls NIST's trec_eval)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

Qrels = Mapping[str, Mapping[str, int]]
"""Question id -> article id -> grade (above 0 is relevant)."""
Run = Mapping[str, Sequence[str]]
"""Question id -> article ids, best first, each once."""

MEASURES = {"R@1": "Success@1", "R@5": "Success@5", "R@20": "Success@20", "MRR@10": "RR@10", "nDCG@10": "nDCG@10"}
"""Our name -> that of `ir_measures`. R@k is that of question answering: whether one relevant article is among the first
k (one is enough to answer). Where only one is relevant, that is recall."""


def scores(ranking: Sequence[str]) -> dict[str, float]:
    """Scores that keep the order: trec_eval sorts by score, at single precision, and breaks ties its own way."""
    return {article_id: 1 / rank for rank, article_id in enumerate(ranking, 1)}


def measured(qrels: Qrels, run: Run) -> dict[str, dict[str, float]]:
    """Question id -> measure -> value, from 0 to 1. A question without a ranking counts 0."""
    import ir_measures

    names = {ir_measures.parse_measure(theirs): ours for ours, theirs in MEASURES.items()}
    graded = {question_id: dict(grades) for question_id, grades in qrels.items()}
    scored = {question_id: scores(ranking) for question_id, ranking in run.items()}
    values: dict[str, dict[str, float]] = {question_id: {} for question_id in qrels}
    for metric in ir_measures.iter_calc(list(names), graded, scored):
        values[metric.query_id][names[metric.measure]] = metric.value
    return values
