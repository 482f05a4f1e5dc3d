"""Passages are slices of the article, cover it, and fit the model, in every script."""

from __future__ import annotations

import regex
from hypothesis import example, given, settings
from hypothesis import strategies as st

from rag.ingest.splitter import sentences, split
from rag.types import Article

PIECES = {
    "latin": [
        "Putin arrived at 3 a.m. on 19 June.",
        "Am 19. Juni",
        "“Stop!” he said",
        "Jl. Sudirman No. 5",
        "Ünlü söz",
        "3,5%",
    ],
    "cyrillic": ["Он прибыл 19 июня 2024 г. в КНДР.", "«Да!» — сказал он.", "й"],
    "arabic": ["وصل بوتين إلى بيونغ يانغ.", "هل هذا صحيح؟", "نعم، قال", "ـَـ"],
    "cjk": ["普京抵达平壤。", "「ようこそ。」と述べた", "푸틴 대통령은 도착했다.", "真的吗?", "２０２４年"],
    "thai": ["ปูตินเดินทางถึงกรุงเปียงยาง", "นายคิม จองอึน", "น้ำ"],
    "devanagari": ["पुतिन प्योंगयांग पहुँचे।", "डॉ. सिंह ने कहा", "क्षि"],
    "emoji": ["😀", "👨‍👩‍👧", "🇮🇩", "👍🏽", "❤️", "e\u0301\u0302"],
    "marks": ["...", "?!", "…", "(", ")", "”", "1.", "—", ":", ",", "x" * 50, "漢" * 30],
}
SPACES = ["", " ", "  ", "\n", "\n\n", " \n \n\n", "\t", "\u00a0", "\u3000", "\u2028", "\r\n", "\x0b", "\x1f"]
texts = st.lists(
    st.tuples(st.sampled_from([piece for pieces in PIECES.values() for piece in pieces]), st.sampled_from(SPACES))
    | st.tuples(st.text(max_size=12), st.sampled_from(SPACES)),
    max_size=40,
).map(lambda parts: "".join(piece + space for piece, space in parts))
langs = st.sampled_from(["en", "id", "ru", "ar", "zh-Hans", "ja", "ko", "th", "hi", "de", "und", "tlh"])


def article(text: str, lang: str = "en") -> Article:
    return Article(id="a.txt", sha256="0", text=text, title="t", lang=lang)


def by_letters(batch: list[str]) -> list[int]:
    """Like a subword model: a token for about three letters of a word, and one a word that begins."""
    return [sum(1 + (len(word) - 1) // 3 for word in text.split()) for text in batch]


def by_bytes(batch: list[str]) -> list[int]:
    return [len(text.encode("utf-8", "surrogatepass")) for text in batch]


def by_joints(batch: list[str]) -> list[int]:
    """A counter that finds more in the whole than in its parts."""
    return [len(text) + 3 * text.count(" ") for text in batch]


@settings(max_examples=150, deadline=None)
@given(texts, langs, st.sampled_from([by_letters, by_bytes, by_joints]), st.sampled_from([1, 4, 17, 60, 160]))
@example("", "en", by_letters, 4)
@example(" \n ", "en", by_letters, 4)
@example("a" * 5000, "en", by_bytes, 60)
@example("क्षि" * 200, "hi", by_bytes, 17)
def test_passages_are_ordered_slices_that_cover_the_text_and_fit(text, lang, count, budget):
    passages = split(article(text, lang), count, budget)
    position = 0
    for passage in passages:
        assert passage.article_id == "a.txt"
        assert text[passage.start : passage.end] == passage.text
        assert passage.text and passage.text == passage.text.strip()
        assert passage.start >= position and not text[position : passage.start].strip()
        position = passage.end
        assert count([passage.text])[0] <= budget or len(passage.text) == 1
    assert not text[position:].strip()


@settings(max_examples=150, deadline=None)
@given(texts, langs)
def test_sentences_are_ordered_stripped_slices_that_cover_the_text(text, lang):
    position = 0
    for start, end in sentences(text, lang):
        assert start >= position and not text[position:start].strip()
        assert text[start:end] == text[start:end].strip() != ""
        position = end
    assert not text[position:].strip()


@settings(max_examples=60, deadline=None)
@given(texts)
def test_no_grapheme_is_torn_where_the_budget_allows_whole_ones(text):
    inside = {i for match in regex.finditer(r"\X", text) for i in range(match.start() + 1, match.end())}
    for passage in split(article(text), lambda batch: [len(part) for part in batch], 60):
        assert passage.start not in inside or text[passage.start - 1 : passage.start].isspace()
        assert passage.end not in inside or text[passage.end : passage.end + 1].isspace()


def test_paragraphs_stay_together_where_the_budget_allows():
    paragraphs = [
        "One two three. Four five six seven.",
        "Eight nine ten. Eleven twelve.",
        "Thirteen fourteen fifteen. Sixteen.",
    ]
    passages = split(article("\n\n".join(paragraphs)), lambda batch: [len(part.split()) for part in batch], 13)
    assert [passage.text for passage in passages] == [paragraphs[0], "\n\n".join(paragraphs[1:])]


def test_no_tiny_tail_is_left_over():
    text = " ".join(f"Sentence number {n} goes here." for n in range(21))
    counts = [
        len(p.text.split()) for p in split(article(text), lambda batch: [len(part.split()) for part in batch], 50)
    ]
    assert min(counts) >= 25


def test_a_long_sentence_is_cut_after_a_clause_then_at_a_space():
    text = (
        "The first clause of it goes on, the second clause of it goes on, the third clause of it goes on and on and on."
    )
    first, *_ = split(article(text), lambda batch: [len(part.split()) for part in batch], 12)
    assert first.text.endswith(",")
    words = split(article("word " * 300), lambda batch: [len(part.split()) for part in batch], 12)
    assert {word for passage in words for word in passage.text.split()} == {"word"}


def test_the_tokenizer_is_called_in_few_batches():
    calls = []

    def count(batch):
        calls.append(len(batch))
        return by_letters(batch)

    text = "\n\n".join(
        f"This is sentence {n}. It is followed by another one, of course. " + "long " * 400 for n in range(40)
    )
    assert len(split(article(text), count)) > 40
    assert len(calls) <= 6


def test_a_long_article_is_split_in_little_time():
    import time

    for sentence, lang in (
        ("普京抵达平壤并受到金正恩的欢迎。", "zh"),
        ("Putin arrived in Pyongyang. ", "en"),
        ("ปูตินเดินทางถึงกรุงเปียงยาง ", "th"),
    ):
        text = sentence * (300_000 // len(sentence))
        start = time.monotonic()
        split(article(text, lang), by_bytes, 480)
        assert time.monotonic() - start < 10, lang
