"""Hits in the order of whether they answer."""

from rag.answer.reader import Reading
from rag.answer.relevance import Relevance, reranked
from rag.retrieve.names import Name
from rag.types import Hit, Passage

RELEVANCE = Relevance({"retrieved": 10.0, "answerable": 1.0, "named": 1.0}, bias=-1.0)


def hit(name, score, text="words"):
    return Hit(1, score, Passage(name, 0, len(text), text), "Title", "en")


def test_a_passage_that_answers_comes_first_and_what_was_not_read_last():
    hits = [hit("near", 0.5), hit("answers", 0.4), hit("unread", 0.3), hit("farther", 0.2)]
    ranked = reranked(hits, [Reading(0.05, ()), Reading(0.95, ())], (), RELEVANCE)
    assert [one.passage.article_id for one in ranked] == ["answers", "near", "unread", "farther"]
    assert [one.rank for one in ranked] == [1, 2, 3, 4]
    assert [one.score for one in ranked] == sorted((one.score for one in ranked), reverse=True)


def test_of_equal_passages_the_one_with_the_names_comes_first():
    names = (Name("Путин", ((frozenset({"Putin"}),),)),)
    hits = [hit("without", 0.4, "He came."), hit("with", 0.4, "Putin came.")]
    ranked = reranked(hits, [Reading(0.5, ()), Reading(0.5, ())], names, RELEVANCE)
    assert [one.passage.article_id for one in ranked] == ["with", "without"]


def test_nothing_is_reranked_to_nothing():
    assert reranked([], [], (), RELEVANCE) == ()


def test_an_article_with_two_passages_that_may_answer_comes_before_one_with_one():
    first, second = Passage("two", 0, 5, "words"), Passage("two", 6, 11, "words")
    hits = [hit("one", 0.4), *(Hit(1, 0.39, passage, "Title", "en") for passage in (first, second))]
    ranked = reranked(hits, [Reading(0.6, ()), Reading(0.6, ()), Reading(0.6, ())], (), RELEVANCE)
    assert [one.passage.article_id for one in ranked] == ["two", "one", "two"]
    assert len({one.passage.id for one in ranked}) == 3
