"""Which passages share an archive, and what counts as found there."""

from collections import Counter

import pytest

from rag.errors import RagError
from rag.evaluate.data import read
from rag.evaluate.dataset import Dataset, Question, version
from rag.evaluate.layouts import Layout, drawn, plan


@pytest.fixture
def dataset(parallel):
    return read(parallel)


def test_mono_asks_each_language_for_its_own(dataset):
    english, indonesian = plan(dataset, Layout.MONO)
    assert (english.name, indonesian.name) == ("en", "id")
    for archive in (english, indonesian):
        assert {article.lang for article in archive.articles} == {archive.name}
        assert len(archive.asked) == 6
        assert all(one.is_same and len(one.relevant) == 1 for one in archive.asked)


def test_mixed_has_each_passage_in_one_language(dataset):
    key = {version.article.id: version.key for version in dataset.versions}
    archives = plan(dataset, Layout.MIXED, draws=5, seed=0)
    assert [archive.draw for archive in archives] == [1, 2, 3, 4, 5]
    for archive in archives:
        assert Counter(key[article.id] for article in archive.articles) == Counter(set(key.values()))
        assert len(archive.asked) == 12
        langs = {article.id: article.lang for article in archive.articles}
        for one in archive.asked:
            (gold,) = one.relevant
            assert one.pair == f"{one.question.lang}>{langs[gold]}"
            assert one.is_same == (one.question.lang == langs[gold])
        assert sum(one.is_same for one in archive.asked) == 6


def test_mixed_is_drawn_by_its_seed(dataset):
    assert plan(dataset, Layout.MIXED, 3, seed=7) == plan(dataset, Layout.MIXED, 3, seed=7)
    turned = Dataset(dataset.versions[::-1], dataset.questions)
    assert drawn(turned.versions, 7, 1) == drawn(dataset.versions, 7, 1)
    assert len({tuple(one.article.id for one in drawn(dataset.versions, seed, 1)) for seed in range(10)}) > 5
    assert len({tuple(one.article.id for one in drawn(dataset.versions, 0, draw)) for draw in range(10)}) > 5


def test_pooled_counts_any_translation(dataset):
    (archive,) = plan(dataset, Layout.POOLED)
    assert len(archive.articles) == 12
    assert all(len(one.relevant) == 2 and one.is_same for one in archive.asked)


def test_passages_without_translations_are_mixed_once():
    versions = (version("a", "Der Fluss.", "de"), version("b", "The river.", "en"), version("c", "Sungai.", "id"))
    questions = (
        Question("1", "1", "en", "Which river?", {"a": 1}),
        Question("2", "2", "de", "Welcher Fluss?", {"a": 2, "b": 1}),
        Question("3", "3", "fr", "Quel fleuve ?", {"b": 1, "c": 1}),
        Question("4", "4", "zh-Hant", "？", {"gone": 1}),
    )
    (mixed,) = plan(Dataset(versions, questions), Layout.MIXED, draws=3)
    (pooled,) = plan(Dataset(versions, questions), Layout.POOLED)
    assert (mixed.articles, mixed.asked) == (pooled.articles, pooled.asked)
    assert [(one.pair, one.relevant) for one in mixed.asked] == [
        ("en>de", {"a": 1}), ("de>de", {"a": 2, "b": 1}), ("fr>several", {"b": 1, "c": 1}),
    ]  # fmt: skip


def test_nothing_to_ask_is_an_error():
    questions = (Question("1", "1", "en", "Which river?", {"a": 1}),)
    with pytest.raises(RagError, match="--layout pooled"):
        plan(Dataset((version("a", "Der Fluss.", "de"),), questions), Layout.MONO)


def test_script_and_region_make_no_other_language():
    versions = (version("a", "一", "zh-Hant"), version("b", "二", "zh"))
    (archive,) = plan(Dataset(versions, (Question("1", "1", "zh", "？", {"a": 1}),)), Layout.MONO)
    assert (archive.name, [one.pair for one in archive.asked]) == ("zh", ["zh>zh"])
