"""The whole harness on a made-up parallel data set, with the real encoder and a real index."""

from dataclasses import replace

import ir_measures
import numpy as np
import pytest

from rag.errors import RagError
from rag.evaluate.layouts import Layout
from rag.evaluate.measures import MEASURES
from rag.evaluate.retrieval import Experiment, evaluate
from rag.evaluate.systems import DEFAULT, SYSTEMS, chosen


def quiet(what, done, total):
    assert 0 <= done <= total


def without_times(report):
    return {
        system: {split: (found.questions, found.means) for split, found in splits.items()}
        for system, splits in report.systems.items()
    }


def test_an_archive_that_distractors_join(parallel, remembering, settings):
    english, indonesian = sorted(parallel)
    before = Experiment((english, indonesian), Layout.POOLED, ("as-is",), asked_in="id", answered_in="en")
    after = replace(before, distractors=(indonesian,))
    for experiment, articles in ((before, 6), (after, 12)):
        found = evaluate(experiment, settings, quiet, remembering)
        assert found.articles == articles
        assert found.systems["as-is"]["all"].questions == found.systems["as-is"]["cross"].questions == 6
    with pytest.raises(RagError, match="no questions in ko"):
        evaluate(replace(before, asked_in="ko"), settings, quiet, remembering)


def test_command_line(parallel, tmp_path, command_line):
    runs = tmp_path / "runs"
    arguments = ("evaluate", "retrieval", *map(str, parallel), "--draws", "2", "--runs", str(runs))
    (found,) = command_line.json(*arguments)
    assert (found["layout"], found["archives"], found["seed"]) == ("mixed", 2, 0)
    assert list(found["systems"]) == list(DEFAULT)
    for splits in found["systems"].values():
        assert (splits["all"]["questions"], splits["same"]["questions"], splits["cross"]["questions"]) == (12, 6, 6)
        assert set(splits["all"]) == {"questions", "ms", *MEASURES}
        assert set(splits["pairs"]) <= {"en>en", "en>id", "id>en", "id>id"}
    names = [f"{system}.{draw}.run" for system in DEFAULT for draw in (1, 2)]
    assert sorted(path.name for path in runs.iterdir()) == sorted([*names, "1.qrels", "2.qrels"])
    first_hits = ir_measures.parse_measure("Success@1")
    values = [
        ir_measures.calc_aggregate(
            [first_hits],
            list(ir_measures.read_trec_qrels(str(runs / f"{draw}.qrels"))),
            list(ir_measures.read_trec_run(str(runs / f"rujukan.{draw}.run"))),
        )[first_hits]
        for draw in (1, 2)
    ]
    assert found["systems"]["rujukan"]["all"]["R@1"] == pytest.approx(np.mean(values), abs=1e-4)

    shown = command_line("evaluate", "retrieval", *map(str, parallel), "--layout", "mono", "--system", "as-is")
    assert "nDCG@10" in shown.stdout
    assert "R@1 of as-is by language" in shown.stdout
    assert "rujukan" not in shown.stdout
    assert "asking id (as-is) 6/6" in shown.stderr


def test_bad_usage_and_bad_data_are_told_apart(tmp_path, command_line):
    command_line("evaluate", "retrieval", status=2)
    failed = command_line("evaluate", "retrieval", str(tmp_path / "none.json"), status=1)
    assert "none.json" in failed.stderr
    assert failed.stdout == ""


def test_the_same_seed_gives_the_same_figures(parallel, settings, remembering):
    experiment = Experiment(tuple(parallel), draws=1, seed=3, limit=4)
    first, second = (evaluate(experiment, settings, quiet, remembering) for _ in range(2))
    assert without_times(first) == without_times(second)


def test_every_system_answers_in_every_layout(parallel, settings, remembering):
    for layout in Layout:
        experiment = Experiment(tuple(parallel), layout, tuple(SYSTEMS), draws=1, limit=1)
        report = evaluate(experiment, settings, quiet, remembering)
        assert list(report.systems) == list(SYSTEMS)
        assert report.articles == (6 if layout is Layout.MIXED else 12)


def test_an_archive_of_its_own(write, lines, settings, remembering):
    write("bread.txt", "---\nlang: en\n---\nIlse Brandt bakes rye bread in Oberau.\n")
    write("roti.txt", "---\nlang: id\n---\nIlse Brandt membuat roti gandum hitam di Oberau.\n")
    write("salju.txt", "---\nlang: id\n---\nSalju menutup celah Karvik selama sebelas hari.\n")
    asked = lines(
        "asked.jsonl",
        {"id": "1", "lang": "en", "question": "Who bakes bread?", "articles": ["bread.txt", "roti.txt"]},
        {"id": "2", "lang": "en", "question": "What closed the pass of Karvik?", "articles": ["salju.txt"]},
        {"id": "3", "lang": "en", "question": "Who sells shoes?", "articles": []},
    )
    experiment = Experiment((asked,), systems=("as-is",), corpus=settings.corpus_dir)
    report = evaluate(experiment, settings, quiet, remembering)
    assert (report.layout, report.articles) == ("corpus", 3)
    assert {split: found.questions for split, found in report.systems["as-is"].items()} == {
        "all": 2, "same": 1, "cross": 1, "en>en": 1, "en>id": 1,
    }  # fmt: skip

    lost = lines("lost.jsonl", {"id": "1", "lang": "en", "question": "Who?", "articles": ["gone.txt"]})
    with pytest.raises(RagError, match=r"gone\.txt"):
        evaluate(Experiment((lost,), corpus=settings.corpus_dir), settings, quiet, remembering)


def test_the_encoder_remembers_what_it_embedded(encoder, remembering):
    texts = ["Otters returned.", "Salju menutup celah.", "Otters returned."]
    vectors = remembering.encode(texts, "passage")
    assert (vectors[0] == vectors[2]).all()
    assert (remembering.encode(texts[:1], "passage")[0] == vectors[0]).all()
    assert np.allclose(vectors, encoder.encode(texts, "passage"), atol=0.02)
    query = remembering.embed_query(texts[0])
    assert not np.allclose(query, vectors[0], atol=1e-6)  # queries and passages have different prompts
    assert np.dot(query, encoder.embed_query(texts[0])) > 0.999
    assert remembering.encode([], "passage").shape == (0, encoder.dimensions)


def test_systems_keep_their_order_and_unknown_ones_are_named():
    assert list(chosen(())) == list(DEFAULT)
    assert list(chosen(("rujukan", "as-is"))) == ["as-is", "rujukan"]
    with pytest.raises(RagError, match="rank-fusion"):
        chosen(("magic",))
