"""Question-answering files -> windows of token ids with labels.

A file holds one JSON object a line (gzip): ``{"id", "lang", "question", "context", "answers": [{"text", "start"}]}``;
empty ``answers`` says that the context does not answer.
"""

from __future__ import annotations

import gzip
import json
import random
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from rag.answer.training.example import Example
from rag.answer.training.gloss import Dictionary, sometimes_glossed
from rag.answer.training.variants import about_another

if TYPE_CHECKING:
    from scipy.sparse import csr_matrix
    from tokenizers import Tokenizer

BOS, EOS = 0, 2
NEIGHBOURS = 6  # hard negatives are drawn from that many of the most similar other passages
LONGEST_QUESTION = 64  # tokens
LENGTHS = (64, 192)  # tokens of passage in a training window
# How often a file's questions are seen in an epoch: small languages more often, so that none is drowned.
REPEATS = {"ar": 3.0, "en": 1.6, "ja": 0.8}
NEAR = 0.9  # of the answerable questions compete for a near passage, too
FOREIGN = 0.8  # of those asked in another language than the passage's, for one in their own language
NEGATIVES = 0.35  # for each answerable question, besides those that the files hold and near passages
VOCABULARY = 250_100
TITLED = 0.3  # of the windows begin with something like a title
GLOSSED = 0.4  # of the questions that can be are asked in another language than the passage's
REDATED = 2  # times a passage with dates is seen with the dates written in another way
_SENTENCE_END = re.compile(r"[.!?](?=\s)|[。！？؟।\n]")


@dataclass(frozen=True, slots=True)
class Window:
    """What the network sees. ``first``: index of the passage's first token; the title before it never answers.

    ``start``, ``end``: indices of the answer's first and last token, -1 where the window holds none.
    ``group``: windows of the same number compete for one question; -1 where none competes.
    """

    ids: list[int]
    first: int
    start: int = -1
    end: int = -1
    group: int = -1


def window(
    question: Sequence[int], title: Sequence[int], ids: Sequence[int], span: tuple[int, int] | None, rng: random.Random
) -> Window:
    """A random stretch of a passage of token ids, with the answer's first and last token where it holds one."""
    size = min(len(ids), rng.randint(*LENGTHS))
    low, high = 0, len(ids) - size
    if span:
        size = min(len(ids), max(size, span[1] - span[0] + 17))
        low, high = max(0, span[1] + 1 - size), min(span[0], len(ids) - size)
    begin = 0 if low == 0 and rng.random() < 0.5 else rng.randint(low, max(low, high))
    head = [BOS, *question, EOS, *title]
    whole = [*head, *ids[begin : begin + size], EOS]
    if span is None:
        return Window(whole, len(head))
    return Window(whole, len(head), len(head) + span[0] - begin, len(head) + span[1] - begin)


def load(folder: Path) -> list[Example]:
    """Every ``*.jsonl.gz`` below ``folder``, in a fixed order."""
    examples = []
    for path in sorted(folder.glob("*.jsonl.gz")):
        with gzip.open(path, "rt", encoding="utf-8") as lines:
            for record in map(json.loads, lines):
                answer = next(iter(record["answers"]), None)
                span = (answer["start"], answer["start"] + len(answer["text"])) if answer else (None, None)
                source = path.name.split(".")[0]
                examples.append(Example(record["lang"], source, record["question"], record["context"], *span))
    if not examples:
        raise SystemExit(f"No *.jsonl.gz files in {folder}.")
    return examples


def held_out(examples: Sequence[Example], every: int = 33) -> tuple[list[Example], list[Example]]:
    """Training and calibration examples; a passage is in one of them only."""
    contexts = {context: index for index, context in enumerate(dict.fromkeys(e.context for e in examples))}
    parts: tuple[list[Example], list[Example]] = ([], [])
    for example in examples:
        parts[contexts[example.context] % every == 0].append(example)
    return parts


class Passages:
    """The passages of one file, tokenised once, with the questions' nearest other passages (tf-idf over token ids)."""

    def __init__(
        self, examples: Sequence[Example], tokenizer: Tokenizer, dictionaries: Mapping[str, Dictionary] | None = None
    ):
        self.examples = examples
        self.tokenizer = tokenizer
        self.dictionaries = dictionaries or {}
        self.texts = list(dict.fromkeys(example.context for example in examples))
        self.index = {text: i for i, text in enumerate(self.texts)}
        encodings = tokenizer.encode_batch(self.texts, add_special_tokens=False)
        self.ids = [encoding.ids for encoding in encodings]
        self.offsets = [encoding.offsets for encoding in encodings]
        questions = tokenizer.encode_batch([example.question for example in examples], add_special_tokens=False)
        self.questions = [encoding.ids[:LONGEST_QUESTION] for encoding in questions]

    @cached_property
    def weighted(self) -> csr_matrix:
        """Tf-idf over token ids, of unit length: a row a passage."""
        import numpy as np

        passages = _counts(self.ids)
        seen = np.asarray((passages > 0).sum(0)).ravel()
        idf = np.log((1 + len(self.ids)) / (1 + seen)).astype(np.float32)
        passages.data = 1 + np.log(passages.data)
        passages = passages.multiply(idf).tocsr()
        norms = np.sqrt(np.asarray(passages.multiply(passages).sum(1)).ravel())
        return passages.multiply(1 / np.maximum(norms, 1e-6)[:, None]).tocsr()

    @cached_property
    def neighbours(self) -> list[list[int]]:
        """For each example the most similar other passages that do not contain its answer."""
        import numpy as np

        passages, questions = self.weighted, _counts(self.questions)
        result = []
        for first in range(0, len(self.questions), 512):
            scores = (questions[first : first + 512] @ passages.T).toarray()
            nearest = np.argpartition(-scores, min(4 * NEIGHBOURS, scores.shape[1] - 1), axis=1)[:, : 4 * NEIGHBOURS]
            for row, candidates in enumerate(nearest):
                example = self.examples[first + row]
                similarity = scores[row]
                ranked = [int(i) for i in candidates[np.lexsort((candidates, -similarity[candidates]))]]
                result.append([i for i in ranked if self._is_negative(example, i)][:NEIGHBOURS])
        return result

    def _is_negative(self, example: Example, passage: int) -> bool:
        text = self.texts[passage]
        return text != example.context and (not example.answer or example.answer.casefold() not in text.casefold())

    def token_span(self, passage: int, start: int, end: int) -> tuple[int, int] | None:
        """First and last token that overlap the characters ``start:end``."""
        inside = [i for i, (a, b) in enumerate(self.offsets[passage]) if a < end and b > start]
        return (inside[0], inside[-1]) if inside else None

    def contest(self, number: int, rng: random.Random, libraries: Mapping[str, Sequence[Passages]]) -> list[Window]:
        """The question with its own passage, where that answers also with a near one, and with one in the language that
        it is asked in, if that is another: windows that compete."""
        example = self.examples[number]
        passage = self.index[example.context]
        asked, lang = self._asked(number, None, rng)
        if example.start is None or example.end is None:
            return [self._window(asked, passage, rng, None)]
        span = self.token_span(passage, example.start, example.end)
        if span is None:
            return []
        windows = [self._window(asked, passage, rng, span)]
        near = self.neighbours[number]
        if near and rng.random() < NEAR:
            windows.append(self._window(asked, rng.choice(near), rng, None))
        if lang != example.lang and lang in libraries and rng.random() < FOREIGN:
            library = rng.choice(libraries[lang])
            found = library.nearest(asked, rng)
            if example.answer.casefold() not in library.texts[found].casefold():
                windows.append(library._window(asked, found, rng, None))
        return windows

    def nearest(self, asked: Sequence[int], rng: random.Random) -> int:
        """One of the passages most similar to the tokens of a question, by tf-idf."""
        import numpy as np

        scores = (self.weighted @ _counts([list(asked)]).T).toarray().ravel()
        return int(rng.choice(np.argpartition(-scores, min(NEIGHBOURS, len(scores) - 1))[:NEIGHBOURS]))

    def other(self, number: int, rng: random.Random) -> Window | None:
        """The question where nothing answers it: its own passage with a name changed in the question, or without the
        answer; or any other passage."""
        kind = rng.random()
        own = self.index[self.examples[number].context]
        if kind < 0.4:
            question = about_another(self.examples[number], self.examples, rng)
            if question:
                return self._window(self._asked(number, question, rng)[0], own, rng, None)
        if kind < 0.85:
            return self._without_answer(number, rng)
        passage = rng.randrange(len(self.texts))
        if not self._is_negative(self.examples[number], passage):
            return None
        return self._window(self._asked(number, None, rng)[0], passage, rng, None)

    def _asked(self, number: int, question: str | None, rng: random.Random) -> tuple[list[int], str]:
        """Token ids of the example's question (or of ``question`` in its place), often glossed, and their language."""
        example = self.examples[number]
        written = question or example.question
        asked, lang = sometimes_glossed(written, example.asked_in or example.lang, self.dictionaries, GLOSSED, rng)
        if asked == example.question:
            return self.questions[number], lang
        return self.tokenizer.encode(asked, add_special_tokens=False).ids[:LONGEST_QUESTION], lang

    def _without_answer(self, number: int, rng: random.Random) -> Window | None:
        """The passage less the sentence that answers; where that is most of it, less everything up to or from there."""
        example = self.examples[number]
        if example.start is None or example.end is None:
            return None
        ends = [match.end() for match in _SENTENCE_END.finditer(example.context)]
        start = max((end for end in ends if end <= example.start), default=0)
        end = min((end for end in ends if end >= example.end), default=len(example.context))
        offsets = self.offsets[self.index[example.context]]
        if end - start < 0.6 * len(example.context):
            kept = [i for i, (a, b) in enumerate(offsets) if b <= start or a >= end]
        else:
            before, after = example.start, len(example.context) - example.end
            margin = 30  # characters around the answer often restate it
            kept = [
                i
                for i, (a, b) in enumerate(offsets)
                if (b <= example.start - margin if before > after else a >= example.end + margin)
            ]
        rest = "".join(example.context[offsets[i][0] : offsets[i][1]] for i in kept)
        if len(kept) < 24 or example.answer.casefold() in rest.casefold():
            return None
        ids = self.ids[self.index[example.context]]
        asked, _ = self._asked(number, None, rng)
        return self._window(asked, self.index[example.context], rng, None, [ids[i] for i in kept])

    def _window(
        self,
        asked: Sequence[int],
        passage: int,
        rng: random.Random,
        span: tuple[int, int] | None,
        ids: list[int] | None = None,
    ) -> Window:
        """A random stretch of the passage around the answer, sometimes with a title of its own or somebody else's."""
        ids = self.ids[passage] if ids is None else ids
        title: list[int] = []
        if rng.random() < TITLED:
            donor = ids if rng.random() < 0.5 else self.ids[rng.randrange(len(self.ids))]
            title = donor[: rng.randint(4, 16)]
        return window(asked, title, ids, span, rng)


def _counts(rows: Sequence[Sequence[int]]) -> csr_matrix:
    """How often each token stands in each row of token ids."""
    import numpy as np
    from scipy.sparse import csr_matrix

    data = np.ones(sum(map(len, rows)), np.float32)
    columns = np.concatenate([np.asarray(row, np.int64) for row in rows])
    return csr_matrix((data, columns, np.cumsum([0, *map(len, rows)])), shape=(len(rows), VOCABULARY))


def epoch(sources: Sequence[Passages], seed: int) -> list[list[Window]]:
    """One pass over all files, in random order; the same for the same seed. Windows of one list compete."""
    rng = random.Random(seed)
    libraries: dict[str, list[Passages]] = {}
    for source in sources:
        if " " not in source.examples[0].source:  # variants hold no other text, or none that somebody would write
            libraries.setdefault(source.examples[0].lang, []).append(source)
    found: list[list[Window]] = []
    for source in sources:
        for number, example in enumerate(source.examples):
            repeats = REPEATS.get(example.lang, 1.0)
            for _ in range(int(repeats) + (rng.random() < repeats % 1)):
                found.append(source.contest(number, rng, libraries))
                if example.start is not None and rng.random() < NEGATIVES:
                    other = source.other(number, rng)
                    found.append([other] if other else [])
    rng.shuffle(found)
    return [
        [replace(window, group=number) for window in windows] if len(windows) > 1 else windows
        for number, windows in enumerate(found)
        if windows
    ]


def batches(groups: Sequence[list[Window]], size: int, seed: int, pool: int = 64) -> Iterator[list[Window]]:
    """Batches of about ``size`` windows of about the same length, whose groups stay together: sorted within pools of
    ``pool`` batches, then shuffled."""
    rng = random.Random(seed)
    reach = size * pool // 2
    for first in range(0, len(groups), reach):
        part = sorted(groups[first : first + reach], key=lambda group: max(len(window.ids) for window in group))
        made: list[list[Window]] = [[]]
        for group in part:
            if made[-1] and len(made[-1]) + len(group) > size:
                made.append([])
            made[-1] += group
        rng.shuffle(made)
        yield from made


def prepare(
    examples: Sequence[Example], tokenizer: Tokenizer, dictionaries: Mapping[str, Dictionary] | None = None
) -> list[Passages]:
    """One :class:`Passages` a file: negatives come from the same file, so that style gives nothing away."""
    by_source: dict[str, list[Example]] = {}
    for example in examples:
        by_source.setdefault(example.source, []).append(example)
    return [Passages(part, tokenizer, dictionaries) for part in by_source.values()]
