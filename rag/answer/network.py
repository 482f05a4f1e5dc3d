"""The network of the reader: a BERT encoder over ``<s> question </s> passage </s>`` with three small heads.

It is written out, instead of taken from ``transformers``, for three reasons: the word embeddings can be a tensor that
somebody else owns, one fused product gives queries, keys and values, and attention by plain batched products is about
twice as fast on a processor in bfloat16 as the fused kernel at 32 dimensions a head.

Parameters are named as in :func:`encoder_state`, whatever file they come from.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

import torch
from torch import Tensor, nn
from torch.nn import functional

QUESTION_TYPES = ("date", "number", "other")
_MASKED = -1e4  # fits bfloat16 and float16; exp() of it is 0


@dataclass(frozen=True, slots=True)
class Shape:
    """Sizes of the encoder that the network is built on."""

    hidden: int
    layers: int
    heads: int
    feed_forward: int
    positions: int
    epsilon: float
    pad: int

    @classmethod
    def from_config(cls, config: dict) -> Shape:
        """From the ``config.json`` of a BERT model."""
        return cls(
            hidden=config["hidden_size"],
            layers=config["num_hidden_layers"],
            heads=config["num_attention_heads"],
            feed_forward=config["intermediate_size"],
            positions=config["max_position_embeddings"],
            epsilon=config["layer_norm_eps"],
            pad=config["pad_token_id"],
        )


class Scores(NamedTuple):
    """What the network says of a batch of ``B`` windows of ``T`` tokens, in float32."""

    start: Tensor
    """``[B, T]`` logits of the answer's first token."""
    end: Tensor
    """``[B, T]`` logits of its last token."""
    answerable: Tensor
    """``[B]`` logits of the window holding an answer at all."""


class Layer(nn.Module):
    def __init__(self, shape: Shape):
        super().__init__()
        self.heads = shape.heads
        self.qkv = nn.Linear(shape.hidden, 3 * shape.hidden)
        self.attended = nn.Linear(shape.hidden, shape.hidden)
        self.attended_norm = nn.LayerNorm(shape.hidden, shape.epsilon)
        self.up = nn.Linear(shape.hidden, shape.feed_forward)
        self.down = nn.Linear(shape.feed_forward, shape.hidden)
        self.down_norm = nn.LayerNorm(shape.hidden, shape.epsilon)

    def forward(self, x: Tensor, bias: Tensor) -> Tensor:
        """``x`` is ``[B, T, hidden]``; ``bias`` ``[B, 1, T]`` is added to the attention logits of each key."""
        x = self.attended_norm(x + self.attended(self._attend(x, bias)))
        return self.down_norm(x + self.down(functional.gelu(self.up(x))))

    def _attend(self, x: Tensor, bias: Tensor) -> Tensor:
        batch, tokens, hidden = x.shape
        size = hidden // self.heads
        qkv = self.qkv(x).view(batch, tokens, 3, self.heads, size).permute(2, 0, 3, 1, 4)
        if x.is_cuda:
            query, key, value = qkv
            mixed = functional.scaled_dot_product_attention(query, key, value, bias[:, None].to(qkv.dtype))
        else:
            query, key, value = qkv.reshape(3, batch * self.heads, tokens, size)
            bias = bias.to(qkv.dtype).repeat_interleave(self.heads, 0).expand(-1, tokens, -1)
            logits = torch.baddbmm(bias, query, key.transpose(1, 2), alpha=size**-0.5)
            mixed = torch.bmm(logits.softmax(-1), value).view(batch, self.heads, tokens, size)
        return mixed.transpose(1, 2).reshape(batch, tokens, hidden)


class Network(nn.Module):
    """``word_embeddings`` ``[vocabulary, hidden]`` is shared with its owner and never trained."""

    def __init__(self, shape: Shape, word_embeddings: Tensor):
        super().__init__()
        self.shape = shape
        self.word_embeddings = word_embeddings  # a plain attribute: in no state dict, no optimiser
        self.positions = nn.Parameter(torch.zeros(shape.positions, shape.hidden))  # token type 0 is added in
        self.norm = nn.LayerNorm(shape.hidden, shape.epsilon)
        self.layers = nn.ModuleList(Layer(shape) for _ in range(shape.layers))
        self.span = nn.Linear(shape.hidden, 2)
        self.answerable = nn.Linear(shape.hidden, 1)
        self.question_type = nn.Linear(shape.hidden, len(QUESTION_TYPES))

    def encode(self, ids: Tensor, frozen: int = 0) -> Tensor:
        """States ``[B, T, hidden]`` of token ids ``[B, T]``; no gradient flows into the lowest ``frozen`` layers."""
        bias = torch.where(ids == self.shape.pad, _MASKED, 0.0)[:, None]
        with torch.set_grad_enabled(torch.is_grad_enabled() and not frozen):
            words = functional.embedding(ids, self.word_embeddings).to(self.positions.dtype)
            x = self.norm(words + self.positions[: ids.shape[1]])
            for layer in self.layers[:frozen]:
                x = layer(x, bias)
        for layer in self.layers[frozen:]:
            x = layer(x, bias)
        return x

    def forward(self, ids: Tensor, frozen: int = 0) -> Scores:
        x = self.encode(ids, frozen)
        start, end = self.span(x).float().unbind(-1)
        return Scores(start, end, self.answerable(x[:, 0]).float().squeeze(-1))

    def question_states(self, ids: Tensor) -> Tensor:
        """``[B, hidden]``: the mean state of ``<s> question </s>`` alone, in float32."""
        kept = (ids != self.shape.pad).unsqueeze(-1)
        return (self.encode(ids).float() * kept).sum(1) / kept.sum(1)

    def type_logits(self, ids: Tensor) -> Tensor:
        """``[B, 3]`` logits of :data:`QUESTION_TYPES` for ``<s> question </s>`` alone."""
        head = self.question_type
        return functional.linear(self.question_states(ids), head.weight.float(), head.bias.float())


def encoder_state(folder: Path) -> tuple[dict[str, Tensor], Tensor]:
    """The encoder's weights under the names of :class:`Network` (without heads), and its word embeddings.

    ``folder`` holds a BERT model's ``model.safetensors``. Raises KeyError when it is another architecture.
    """
    from safetensors import safe_open

    with safe_open(folder / "model.safetensors", "pt") as file:
        tensors = {name: file.get_tensor(name) for name in file.keys() if not name.startswith("pooler")}  # noqa: SIM118
    embeddings = "embeddings."
    state = {
        "positions": tensors[embeddings + "position_embeddings.weight"]
        + tensors[embeddings + "token_type_embeddings.weight"][0],
        "norm.weight": tensors[embeddings + "LayerNorm.weight"],
        "norm.bias": tensors[embeddings + "LayerNorm.bias"],
    }
    count = 1 + max(int(name.split(".")[2]) for name in tensors if name.startswith("encoder.layer."))
    for index in range(count):
        old, new = f"encoder.layer.{index}.", f"layers.{index}."
        for kind in ("weight", "bias"):
            parts = [tensors[f"{old}attention.self.{part}.{kind}"] for part in ("query", "key", "value")]
            state[f"{new}qkv.{kind}"] = torch.cat(parts)
            for ours, theirs in _LAYER_NAMES.items():
                state[f"{new}{ours}.{kind}"] = tensors[f"{old}{theirs}.{kind}"]
    return state, tensors[embeddings + "word_embeddings.weight"]


_LAYER_NAMES = {
    "attended": "attention.output.dense",
    "attended_norm": "attention.output.LayerNorm",
    "up": "intermediate.dense",
    "down": "output.dense",
    "down_norm": "output.LayerNorm",
}
