"""The network of the reader: the encoder over ``<s> question </s> passage </s>`` with three small heads."""

from __future__ import annotations

from typing import NamedTuple

from torch import Tensor, nn
from torch.nn import functional

from rag.index.bert import Bert, Shape

QUESTION_TYPES = ("date", "number", "other")
TYPE_DEPTH = 8
"""Layers below the head for question types: the highest ones see to spans, and know less of the question."""


class Scores(NamedTuple):
    """What the network says of a batch of ``B`` windows of ``T`` tokens, in float32."""

    start: Tensor
    """``[B, T]`` logits of the answer's first token."""
    end: Tensor
    """``[B, T]`` logits of its last token."""
    answerable: Tensor
    """``[B]`` logits of the window holding an answer at all."""


class Network(Bert):
    """The encoder's layers, with heads for spans, for there being an answer, and for the type of question."""

    def __init__(self, shape: Shape, word_embeddings: Tensor):
        super().__init__(shape, word_embeddings)
        self.span = nn.Linear(shape.hidden, 2)
        self.answerable = nn.Linear(shape.hidden, 1)
        self.question_type = nn.Linear(shape.hidden, len(QUESTION_TYPES))

    def forward(self, ids: Tensor, frozen: int = 0) -> Scores:
        x = self.encode(ids, frozen)
        start, end = self.span(x).float().unbind(-1)
        return Scores(start, end, self.answerable(x[:, 0]).float().squeeze(-1))

    def type_logits(self, ids: Tensor) -> Tensor:
        """``[B, 3]`` logits of :data:`QUESTION_TYPES` for ``<s> question </s>`` alone."""
        head = self.question_type
        return functional.linear(self.mean_states(ids, TYPE_DEPTH), head.weight.float(), head.bias.float())
