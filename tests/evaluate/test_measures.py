"""Measures of runs small enough to be worked out by hand, their averages, and TREC's files of them."""

from math import log2

import ir_measures
import pytest

from rag.errors import RagError
from rag.evaluate.figures import Outcome, figures
from rag.evaluate.measures import MEASURES, measured
from rag.evaluate.trec import write_qrels, write_run

QRELS = {"first": {"a": 1}, "third": {"c": 1}, "late": {"m": 1}, "never": {"z": 1}, "graded": {"a": 1, "b": 2}}
LETTERS = "abcdefghijklmnop"
RUN = {"first": "abc", "third": "abc", "late": LETTERS, "never": "abc", "graded": "axb"}


def test_measures_worked_out_by_hand():
    ideal = 2 + 1 / log2(3)
    assert measured(QRELS, RUN) == {
        "first": pytest.approx({"R@1": 1, "R@5": 1, "R@20": 1, "MRR@10": 1, "nDCG@10": 1}),
        "third": pytest.approx({"R@1": 0, "R@5": 1, "R@20": 1, "MRR@10": 1 / 3, "nDCG@10": 1 / log2(4)}),
        "late": pytest.approx({"R@1": 0, "R@5": 0, "R@20": 1, "MRR@10": 0, "nDCG@10": 0}),
        "never": pytest.approx({"R@1": 0, "R@5": 0, "R@20": 0, "MRR@10": 0, "nDCG@10": 0}),
        "graded": pytest.approx({"R@1": 1, "R@5": 1, "R@20": 1, "MRR@10": 1, "nDCG@10": (1 + 2 / log2(4)) / ideal}),
    }


def test_a_question_without_a_ranking_counts_nothing():
    assert measured(QRELS, {})["first"] == dict.fromkeys(MEASURES, 0)
    assert measured({"q": {"a": 1}}, {"q": ""})["q"] == dict.fromkeys(MEASURES, 0)


def outcome(draw, pair, hit, milliseconds=1.0, system="as-is"):
    asked, found = pair.split(">")
    return Outcome(system, draw, pair, asked == found, dict.fromkeys(MEASURES, hit), milliseconds)


def test_figures_are_means_over_draws_of_means_over_questions():
    outcomes = [
        outcome(1, "en>en", 1.0, 1),
        outcome(1, "en>de", 0.0, 2),
        outcome(1, "de>en", 0.0, 3),
        outcome(2, "en>de", 1.0, 9),
        outcome(2, "en>en", 1.0, 10),
    ]
    found = figures(outcomes)["as-is"]
    assert list(found) == ["all", "same", "cross", "de>en", "en>de", "en>en"]
    assert found["all"].means["R@1"] == pytest.approx((1 / 3 + 1) / 2)
    assert found["cross"].means["R@1"] == pytest.approx((0 + 1) / 2)
    assert found["de>en"].means["R@1"] == 0  # only one draw has the pair
    assert (found["all"].questions, found["cross"].questions, found["de>en"].questions) == (2.5, 1.5, 1)
    assert found["all"].milliseconds == 3


def test_trec_files_say_the_same(tmp_path):
    write_run(tmp_path / "new" / "x.1.run", RUN, "x")
    write_qrels(tmp_path / "new" / "1.qrels", QRELS)
    run = list(ir_measures.read_trec_run(str(tmp_path / "new" / "x.1.run")))
    qrels = list(ir_measures.read_trec_qrels(str(tmp_path / "new" / "1.qrels")))
    assert {(one.query_id, one.doc_id, one.relevance) for one in qrels} == {
        (question, article, grade) for question, grades in QRELS.items() for article, grade in grades.items()
    }
    measure = ir_measures.parse_measure("RR@10")
    again = {metric.query_id: metric.value for metric in ir_measures.iter_calc([measure], qrels, run)}
    assert again == {question: values["MRR@10"] for question, values in measured(QRELS, RUN).items()}


def test_white_space_in_ids_keeps_the_columns(tmp_path):
    write_run(tmp_path / "x.run", {"my question": ["a b/100% é.txt"]}, "x")
    assert (tmp_path / "x.run").read_text() == "my%20question Q0 a%20b/100%25%20é.txt 1 1.000000 x\n"


def test_a_place_that_cannot_be_written_is_named(tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(RagError, match="--runs"):
        write_qrels(tmp_path / "file" / "1.qrels", QRELS)
