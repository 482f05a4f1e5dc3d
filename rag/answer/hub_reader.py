"""Any extractive question-answering model of the hub as the reader (``RAG_READER``)."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any

from rag.answer.reader import LONGEST_QUESTION, MOST_SPANS, OVERLAP, WINDOW, Reader, Reading, Span, apart, one_each
from rag.answer.spans import candidates, trimmed
from rag.errors import ModelError

if TYPE_CHECKING:
    from torch import Tensor


class HubReader(Reader):
    """Spans and answerability by a model trained as SQuAD 2.0 has it: no answer is the span at the first token
    (Devlin et al. 2019). The kind of question, and what the reader's word counts, stay the embedded reader's.

    Its probabilities are not calibrated for articles: `rag evaluate answers` shows what ``RAG_ABSTAIN_BELOW`` suits it.
    """

    def __init__(self, embedded: Reader, name: str):
        """``name``: a folder, or a name of the hub."""
        super().__init__(embedded.network, embedded.tokenizer, embedded.calibration, embedded.evidence)
        self.name = name

    def read(
        self, question: str | Sequence[str], passages: Sequence[str], titles: Sequence[str] | None = None
    ) -> list[Reading]:
        """Titles are not given to it: such models were not trained with any."""
        return [
            self._one(asked, passage) if passage.strip() else Reading(0.0, ())
            for asked, passage in zip(one_each(question, passages), passages, strict=True)
        ]

    @cached_property
    def _loaded(self) -> tuple[Any, Any]:
        from transformers import AutoModelForQuestionAnswering, AutoTokenizer

        try:
            tokenizer = AutoTokenizer.from_pretrained(self.name, use_fast=True)
            model = AutoModelForQuestionAnswering.from_pretrained(self.name)
        except (OSError, ValueError) as error:
            raise ModelError(
                f"Cannot load the reader {self.name!r}: {error}. Set RAG_READER to a folder or a hub name of an "
                'extractive question-answering model, or to "embedded".'
            ) from error
        return tokenizer, model.eval()

    def _one(self, question: str, passage: str) -> Reading:
        import torch

        tokenizer, model = self._loaded
        windows = tokenizer(
            _shortened(question, tokenizer),
            passage,
            truncation="only_second",
            max_length=min(WINDOW, tokenizer.model_max_length),
            stride=OVERLAP,
            return_overflowing_tokens=True,
            return_offsets_mapping=True,
            return_tensors="pt",
            padding=True,
        )
        offsets = windows.pop("offset_mapping").tolist()
        windows.pop("overflow_to_sample_mapping", None)
        with torch.inference_mode():
            scores = model(**windows)
        answerable, spans = 0.0, []
        for row, places in enumerate(offsets):
            inside = [i for i, part in enumerate(windows.sequence_ids(row)) if part == 1]
            if inside:
                start, end = scores.start_logits[row].float(), scores.end_logits[row].float()
                probability, found = _window(passage, places, inside, start, end)
                answerable = max(answerable, probability)
                spans += found
        return Reading(answerable, apart(spans))


def _shortened(question: str, tokenizer: Any) -> str:
    """Its first tokens: a passage must find room beside it."""
    ends = tokenizer(question, add_special_tokens=False, return_offsets_mapping=True)["offset_mapping"]
    return question if len(ends) <= LONGEST_QUESTION else question[: ends[LONGEST_QUESTION - 1][1]]


def _window(
    passage: str, places: Sequence[tuple[int, int]], inside: Sequence[int], start: Tensor, end: Tensor
) -> tuple[float, list[Span]]:
    """The probability that a window answers, and its spans, from the ``[n]`` logits of its tokens."""
    import torch

    own_start, own_end = start[inside[0] : inside[-1] + 1], end[inside[0] : inside[-1] + 1]
    best = candidates(own_start, own_end, most=MOST_SPANS)
    if not best:
        return 0.0, []
    answered = float(own_start[best[0].first] + own_end[best[0].last])
    probability = float(torch.sigmoid(torch.tensor(answered) - start[0] - end[0]))
    spans = []
    for one in best:
        first, last = trimmed(passage, places[inside[one.first]][0], places[inside[one.last]][1])
        if first < last:
            spans.append(Span(first, last, passage[first:last], probability * one.probability))
    return probability, spans
