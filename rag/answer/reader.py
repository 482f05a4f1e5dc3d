"""The reader: finds the words of a passage that answer a question, and says how likely it is that any do.

Extractive question answering with the encoder's own network, fine-tuned (``reader_model/MODEL_CARD.md``). The weights
beside this file hold only what differs from the encoder; the word embeddings are shared with it.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from rag.answer.spans import candidates, trimmed
from rag.errors import ModelError

if TYPE_CHECKING:
    from tokenizers import Encoding, Tokenizer
    from torch import Tensor

    from rag.answer.network import Network
    from rag.index.bert import Base

QuestionType = Literal["date", "number", "other"]
MODEL_DIR = Path(__file__).with_name("reader_model")
WINDOW = 384  # tokens
OVERLAP = 96  # tokens of passage that two windows share
LONGEST_QUESTION = 64
_LONGEST_TITLE = 32
_BATCH_TOKENS = 2048
MOST_SPANS = 5


@dataclass(frozen=True, slots=True)
class Span:
    """``passage[start:end] == text``, and the calibrated probability that the answer stands there."""

    start: int
    end: int
    text: str
    probability: float


@dataclass(frozen=True, slots=True)
class Reading:
    """What one passage says: the calibrated probability that it answers, and the best spans first, not overlapping."""

    answerable: float
    spans: tuple[Span, ...]

    def share(self, span: Span) -> float:
        """Probability that the answer is a span, given that the passage answers."""
        return span.probability / max(self.answerable, 1e-9)


@dataclass(frozen=True, slots=True)
class Calibration:
    """``P(answerable) = sigmoid(scale * logit + bias)``; span logits are divided by ``temperature``."""

    scale: float = 1.0
    bias: float = 0.0
    temperature: float = 1.0

    def answerable(self, logit: float) -> float:
        value = self.scale * logit + self.bias
        return 1 / (1 + math.exp(-value)) if value > -60 else 0.0


@dataclass(frozen=True, slots=True)
class Window:
    """A stretch of a passage as the network sees it: tokens ``begin`` up to ``end`` of passage number ``passage``."""

    passage: int
    begin: int
    end: int
    ids: list[int]
    head: int
    """Tokens before the passage: the question and the title, which never answer."""


@dataclass(frozen=True, slots=True)
class WindowScores:
    window: Window
    logit: float
    """Of the window holding an answer."""
    start: Tensor
    end: Tensor
    """Logits of the passage's tokens in the window, float32."""


class Reader:
    """Use :meth:`load`. Safe to share between threads; the same input gives the same output."""

    def __init__(
        self,
        network: Network,
        tokenizer: Tokenizer,
        calibration: Calibration,
        evidence: Mapping[str, Mapping[str, float]] | None = None,
    ):
        """``evidence``: what the reader's word counts among other evidence, for answers (``support``,
        :mod:`rag.answer.support`) and for passages (``relevance``, :mod:`rag.answer.relevance`)."""
        self.network = network
        self.tokenizer = tokenizer
        self.calibration = calibration
        self.evidence = evidence or {"support": {}, "relevance": {}}

    @classmethod
    def load(cls, base: Base, model_dir: Path = MODEL_DIR) -> Reader:
        """The reader on top of the encoder ``base``, whose word embeddings it shares.

        Raises:
            ModelError: a file is missing, damaged, or of another encoder.
        """
        from rag.answer import weights
        from rag.answer.network import Network
        from rag.index.bert import make_ready

        card = weights.card(model_dir)
        network = Network(base.shape, base.word_embeddings)
        try:
            network.load_state_dict(base.state | weights.tensors(model_dir))
        except RuntimeError as error:
            raise ModelError(
                f"The reader in {model_dir} was made for the encoder {card.base}; the one in {base.folder} is another. "
                "Use that encoder, or train a reader for yours: python -m rag.answer.training --help"
            ) from error
        make_ready(network)
        evidence = {"support": card.support, "relevance": card.relevance}
        return cls(network, base.tokenizer, Calibration(**card.calibration), evidence)

    def read(
        self, question: str | Sequence[str], passages: Sequence[str], titles: Sequence[str] | None = None
    ) -> list[Reading]:
        """One reading a passage, in their order.

        ``question`` is put to all of them, or one to each. ``titles`` are context, one a passage; spans never come from
        them.
        """
        questions = one_each(question, passages)
        texts = [passage if passage.strip() else "" for passage in passages]  # white space alone is a token, too
        encodings = self.tokenizer.encode_batch(texts, add_special_tokens=False)
        by_passage: list[list[WindowScores]] = [[] for _ in passages]
        for scores in self._scores(self._windows(questions, encodings, titles)):
            by_passage[scores.window.passage].append(scores)
        return [
            self._reading(text, encoding.offsets, scores)
            for text, encoding, scores in zip(passages, encodings, by_passage, strict=True)
        ]

    def question_types(self, question: str) -> dict[QuestionType, float]:
        """How likely it is each kind of answer that the question asks for, in whatever language it is."""
        import torch

        from rag.answer.network import QUESTION_TYPES

        ids = [0, *self._ids(question, LONGEST_QUESTION), 2]
        with torch.inference_mode():
            likely = self.network.type_logits(torch.tensor([ids])).softmax(-1).flatten().tolist()
        return dict(zip(QUESTION_TYPES, likely, strict=True))  # type: ignore[return-value]

    def question_type(self, question: str) -> QuestionType:
        """The likeliest of them."""
        likely = self.question_types(question)
        return max(likely, key=lambda kind: likely[kind])

    def _ids(self, text: str, longest: int) -> list[int]:
        return self.tokenizer.encode(text, add_special_tokens=False).ids[:longest]

    def _windows(
        self, questions: Sequence[str], encodings: Sequence[Encoding], titles: Sequence[str] | None
    ) -> list[Window]:
        asked = {question: [0, *self._ids(question, LONGEST_QUESTION), 2] for question in set(questions)}
        windows = []
        for number, (question, encoding) in enumerate(zip(questions, encodings, strict=True)):
            head = asked[question] + (self._ids(titles[number], _LONGEST_TITLE) if titles else [])
            room = WINDOW - len(head) - 1
            count = len(encoding.ids)
            begin = 0
            while begin < count:
                end = min(begin + room, count)
                windows.append(Window(number, begin, end, [*head, *encoding.ids[begin:end], 2], len(head)))
                begin = count if end == count else end - OVERLAP
        return windows

    def _scores(self, windows: Iterable[Window]) -> Iterable[WindowScores]:
        """The network's word on every window; batches hold windows of about the same length."""
        import torch

        for group in _batches(sorted(windows, key=lambda window: len(window.ids))):
            width = len(group[-1].ids)
            ids = torch.tensor([window.ids + [self.network.shape.pad] * (width - len(window.ids)) for window in group])
            with torch.inference_mode():
                scores = self.network(ids)
            for row, window in enumerate(group):
                inside = slice(window.head, window.head + window.end - window.begin)
                logit = float(scores.answerable[row])
                yield WindowScores(window, logit, scores.start[row, inside], scores.end[row, inside])

    def _reading(self, text: str, offsets: Sequence[tuple[int, int]], scores: Sequence[WindowScores]) -> Reading:
        answerable, spans = 0.0, []
        for part in scores:
            probability = self.calibration.answerable(part.logit)
            answerable = max(answerable, probability)
            for found in candidates(part.start, part.end, self.calibration.temperature, MOST_SPANS):
                first, last = part.window.begin + found.first, part.window.begin + found.last
                start, end = trimmed(text, offsets[first][0], offsets[last][1])
                if start < end:
                    spans.append(Span(start, end, text[start:end], probability * found.probability))
        return Reading(answerable, apart(spans))


def one_each(question: str | Sequence[str], passages: Sequence[str]) -> Sequence[str]:
    """A question for each passage."""
    return [question] * len(passages) if isinstance(question, str) else question


def apart(spans: Iterable[Span]) -> tuple[Span, ...]:
    """The most probable spans that do not overlap one another."""
    chosen: list[Span] = []
    for span in sorted(spans, key=lambda span: (-span.probability, span.start, span.end)):
        if all(span.end <= other.start or span.start >= other.end for other in chosen):
            chosen.append(span)
    return tuple(chosen[:MOST_SPANS])


def _batches(windows: Sequence[Window]) -> Iterable[list[Window]]:
    """Groups of windows, shortest first, whose padded size stays within the budget."""
    group: list[Window] = []
    for window in windows:
        if group and len(window.ids) * (len(group) + 1) > _BATCH_TOKENS:
            yield group
            group = []
        group.append(window)
    if group:
        yield group
