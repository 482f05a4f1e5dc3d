"""The encoder's network, a BERT, written out: it loads and runs without sentence-transformers and transformers.

There are three reasons not to take it from ``transformers``: a question from a cold start is answered seconds sooner;
the reader shares the word embeddings, and one fused product gives queries, keys and values; and attention by plain
batched products is about twice as fast on a processor in bfloat16 as the fused kernel at 32 dimensions a head.

Parameters are named as in :func:`encoder_state`, whatever file they come from.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import torch
from tokenizers import Tokenizer
from torch import Tensor, nn
from torch.nn import functional

from rag.errors import ModelError

_BOS, _EOS = 0, 2
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


class Bert(nn.Module):
    """``word_embeddings`` ``[vocabulary, hidden]`` is shared with its owner and never trained."""

    def __init__(self, shape: Shape, word_embeddings: Tensor):
        super().__init__()
        self.shape = shape
        self.word_embeddings = word_embeddings  # a plain attribute: in no state dict, no optimiser
        self.positions = nn.Parameter(torch.zeros(shape.positions, shape.hidden))  # token type 0 is added in
        self.norm = nn.LayerNorm(shape.hidden, shape.epsilon)
        self.layers = nn.ModuleList(Layer(shape) for _ in range(shape.layers))

    def encode(self, ids: Tensor, frozen: int = 0, depth: int | None = None) -> Tensor:
        """States ``[B, T, hidden]`` of token ids ``[B, T]``, after ``depth`` layers (default: all); no gradient flows
        into the lowest ``frozen`` ones."""
        bias = torch.where(ids == self.shape.pad, _MASKED, 0.0)[:, None]
        with torch.set_grad_enabled(torch.is_grad_enabled() and not frozen):
            words = functional.embedding(ids, self.word_embeddings).to(self.positions.dtype)
            x = self.norm(words + self.positions[: ids.shape[1]])
            for layer in self.layers[:frozen]:
                x = layer(x, bias)
        for layer in self.layers[frozen:depth]:
            x = layer(x, bias)
        return x

    def mean_states(self, ids: Tensor, depth: int | None = None) -> Tensor:
        """``[B, hidden]``: the mean state of each row after ``depth`` layers (default: all), in float32."""
        kept = (ids != self.shape.pad).unsqueeze(-1)
        return (self.encode(ids, depth=depth).float() * kept).sum(1) / kept.sum(1)


@dataclass(frozen=True, slots=True)
class Base:
    """The files of an encoder, read once for all who build on it."""

    folder: Path
    shape: Shape
    state: dict[str, Tensor]
    word_embeddings: Tensor
    tokenizer: Tokenizer

    @classmethod
    def load(cls, folder: Path) -> Base:
        """From a sentence-transformers folder that holds a BERT.

        Raises:
            ModelError: a file is missing, damaged, or of another architecture.
        """
        try:
            shape = Shape.from_config(json.loads((folder / "config.json").read_text()))
            state, words = encoder_state(folder)
            tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
        except Exception as error:  # tokenizers and safetensors raise bare exceptions of their own
            raise ModelError(
                f"The encoder in {folder} cannot be read: {error}. Remove that folder and ask again: it is made anew."
            ) from error
        tokenizer.no_padding()
        tokenizer.no_truncation()
        return cls(folder, shape, state, words, tokenizer)

    def ids(self, text: str, longest: int) -> list[int]:
        """At most ``longest`` token ids, the first and the last of them the marks of beginning and end."""
        return [_BOS, *self.tokenizer.encode(text, add_special_tokens=False).ids[: longest - 2], _EOS]

    def network(self) -> Bert:
        """The encoder itself, ready to run."""
        network = Bert(self.shape, self.word_embeddings)
        network.load_state_dict(self.state)
        make_ready(network)
        return network


def make_ready(network: Bert) -> None:
    """To be asked from now on, not trained."""
    network.eval().requires_grad_(False).to(quickest_dtype())
    if network.positions.dtype == torch.float32:
        # Few tokens are multiplied a fifth faster by matrices that lie in memory as they are multiplied by.
        for module in network.modules():
            if isinstance(module, nn.Linear):
                module.weight.data = module.weight.t().contiguous().t()


def quickest_dtype() -> torch.dtype:
    """bfloat16 where this processor multiplies its matrices in hardware; elsewhere it would be slower than float32."""
    cpu: Any = torch.backends.cpu.get_cpu_capability()
    amx = getattr(torch.cpu, "_is_amx_tile_supported", bool)()
    bf16 = getattr(torch.cpu, "_is_avx512_bf16_supported", bool)()
    return torch.bfloat16 if cpu == "AVX512" and (amx or bf16) else torch.float32


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
