"""``python -m rag.answer.training.questions DATA_DIR [--out DIR]``: train the encoder for questions.

The passages of the stories and of the files are encoded once, as the product encodes them, and stay where they are. A
question is to be nearer to the one that answers than to every other one (a softmax over all of them), once what is
usual for each passage's language is taken off (:class:`rag.retrieve.fair.FairRetriever`). Only low-rank corrections of
the question's side are trained (:mod:`rag.index.question_encoder`).
"""

from __future__ import annotations

import argparse
import hashlib
import logging
import random
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

from rag.answer.training import data, gloss, stories
from rag.answer.training.example import Example
from rag.index import embedded, tensor_file
from rag.index.bert import Base, Bert
from rag.index.encoder import Encoder
from rag.index.question_encoder import DOWN, LONGEST, NAME, PROMPT, UP, USUAL, directions
from rag.index.store import drawn_means
from rag.ingest.language import primary
from rag.settings import Settings

log = logging.getLogger(__name__)

RANK = 16
CORRECTED = ("qkv", "attended", "up", "down")
"""Matrices of each layer."""
STRENGTH = 0.6
"""Part of the corrections that is shipped: less knows more of what is unlike the training data (Wortsman et al. 2021,
"Robust fine-tuning", arXiv 2109.01903)."""
BATCH = 64
RATE = 1e-3
SCALE_RATE = 1e-2
WARM_UP = 50  # steps
CONTEXTS = 900  # of each file, at random
STORIES = 0.6  # of the questions are of the stories
GLOSSED = 0.4  # of the files' questions that can be are asked in another language
SHARPNESS = 20.0
"""What cosines are multiplied by, at first: it is trained, too."""
ARCHIVE_EVERY = 50  # steps
_DENSE = frozenset({"zh", "ja"})
_SHORT, _LONG, _SHARED = 340, 710, 60
"""Characters of a file's passage, in dense scripts and others, and those that it shares with the next one."""


@dataclass(frozen=True, slots=True)
class Asked:
    text: str
    lang: str
    passage: int
    source: str


@dataclass(frozen=True)
class Pool:
    """Passages that compete for every question."""

    texts: Sequence[str]
    langs: Sequence[str]
    asked: Sequence[Asked]

    @classmethod
    def of(cls, told: Sequence[stories.Story], examples: Sequence[Example]) -> Pool:
        """Every passage of the stories, with its title, and stretches of some contexts of each file."""
        texts, langs, asked = list[str](), list[str](), list[Asked]()
        for story in told:
            first = len(texts)
            texts += [f"{passage.title}\n{passage.text}" for passage in story.passages]
            langs += [primary(passage.lang) for passage in story.passages]
            for question in story.questions:
                if question.passage is not None:
                    asked.append(Asked(question.text, primary(question.lang), first + question.passage, "stories"))
        known: dict[str, int] = {}
        for example, text in _stretches(examples):
            place = known.setdefault(text, len(texts))
            if place == len(texts):
                texts.append(text)
                langs.append(primary(example.lang))
            asked.append(Asked(example.question, primary(example.lang), place, example.source))
        return cls(texts, langs, asked)


def _stretches(examples: Sequence[Example]) -> Iterator[tuple[Example, str]]:
    """Questions with the stretch of their context that answers, those of the same stretch together."""
    rng = random.Random(0)
    by_source: dict[str, dict[str, list[Example]]] = {}
    for example in examples:
        if example.start is not None:
            by_source.setdefault(example.source, {}).setdefault(example.context, []).append(example)
    for by_context in by_source.values():
        contexts = list(by_context)
        rng.shuffle(contexts)
        for context in contexts[:CONTEXTS]:
            length = _SHORT if primary(by_context[context][0].lang) in _DENSE else _LONG
            place = {id(example): (example.start or 0) // (length - _SHARED) for example in by_context[context]}
            for example in sorted(by_context[context], key=lambda example: place[id(example)]):
                begin = max(0, place[id(example)] * (length - _SHARED) - _SHARED // 2)
                yield example, context[begin : begin + length]


class Correction(nn.Module):
    """A matrix of the encoder, and a product of two thin ones that is added to it."""

    def __init__(self, linear: nn.Linear, rank: int):
        super().__init__()
        self.linear = linear
        self.down = nn.Parameter(torch.randn(rank, linear.in_features) / linear.in_features**0.5)
        self.up = nn.Parameter(torch.zeros(linear.out_features, rank))

    def forward(self, x: Tensor) -> Tensor:
        return self.linear(x) + (x @ self.down.T) @ self.up.T


def corrected(base: Base) -> tuple[Bert, dict[str, Correction]]:
    """The encoder with a correction to every matrix, and the corrections by the matrix's name."""
    network = base.network().float()
    network.requires_grad_(False)
    corrections = {}
    for number, layer in enumerate(network.layers):
        for name in CORRECTED:
            correction = Correction(getattr(layer, name), RANK)
            setattr(layer, name, correction)
            corrections[f"layers.{number}.{name}.weight"] = correction
    return network, corrections


def batches(
    asked: Sequence[Asked], dictionaries: Mapping[str, gloss.Dictionary], rng: random.Random
) -> Iterator[list[Asked]]:
    """Questions of the stories and, as many of each file, of the files; those of a batch are about as long."""
    by_source: dict[str, list[Asked]] = {}
    for one in asked:
        by_source.setdefault(one.source, []).append(one)
    told = by_source.pop("stories", [])
    while True:
        drawn = []
        for _ in range(BATCH * 8):
            if not by_source or (told and rng.random() < STORIES):
                drawn.append(rng.choice(told))
            else:
                one = rng.choice(by_source[rng.choice(sorted(by_source))])
                text, lang = gloss.sometimes_glossed(one.text, one.lang, dictionaries, GLOSSED, rng)
                drawn.append(replace(one, text=text, lang=lang))
        drawn.sort(key=lambda one: len(one.text.encode()))
        groups = [drawn[i : i + BATCH] for i in range(0, len(drawn), BATCH)]
        rng.shuffle(groups)
        yield from groups


def subjects(vectors: np.ndarray, langs: np.ndarray, chosen: np.ndarray, neutral: np.ndarray) -> Tensor:
    """All passages, less what is usual for their language in an archive of the ``chosen`` ones, at unit length."""
    means = drawn_means(vectors[chosen], langs[chosen], neutral)
    return functional.normalize(torch.tensor(vectors - np.stack([means.get(lang, means[""]) for lang in langs])))


def states(network: Bert, questions: Sequence[str], base: Base) -> Tensor:
    """Mean states ``[B, hidden]``."""
    rows = [base.ids(PROMPT + question, LONGEST) for question in questions]
    width = max(map(len, rows))
    return network.mean_states(torch.tensor([row + [base.shape.pad] * (width - len(row)) for row in rows]))


def train(
    pool: Pool,
    vectors: np.ndarray,
    neutral: np.ndarray,
    base: Base,
    dictionaries: Mapping[str, gloss.Dictionary],
    steps: int,
) -> dict[str, Tensor]:
    """The tensors that are shipped. ``vectors`` float32 ``[n, hidden]``: of the pool's passages; ``neutral`` as in the
    index."""
    torch.manual_seed(0)
    rng, draws = random.Random(0), np.random.default_rng(0)
    langs = np.asarray(pool.langs)
    network, corrections = corrected(base)
    with torch.no_grad():
        some = [one.text for one in rng.sample(list(pool.asked), min(600, len(pool.asked)))]
        parts = [functional.normalize(states(network, some[i : i + BATCH], base)) for i in range(0, len(some), BATCH)]
    usual = nn.Parameter(torch.cat(parts).mean(0))
    sharpness = nn.Parameter(torch.tensor(SHARPNESS).log())
    trained = [parameter for one in corrections.values() for parameter in (one.down, one.up)]
    optimiser = torch.optim.AdamW(
        [{"params": [*trained, usual], "lr": RATE}, {"params": [sharpness], "lr": SCALE_RATE}],
        weight_decay=0.01,
        betas=(0.9, 0.98),
    )
    rates = [group["lr"] for group in optimiser.param_groups]
    started, losses, told = time.monotonic(), list[float](), torch.empty(0)
    for step, batch in zip(range(steps), batches(pool.asked, dictionaries, rng), strict=False):
        if step % ARCHIVE_EVERY == 0:
            size = int(draws.integers(min(500, len(vectors) // 2), len(vectors)))
            told = subjects(vectors, langs, draws.permutation(len(vectors))[:size], neutral)
        for group, rate in zip(optimiser.param_groups, rates, strict=True):
            group["lr"] = rate * min((step + 1) / WARM_UP, 1.0, 2 * (steps - step) / steps)
        asked = directions(states(network, [one.text for one in batch], base), usual)
        loss = functional.cross_entropy(asked @ told.T * sharpness.exp(), torch.tensor([one.passage for one in batch]))
        loss.backward()
        nn.utils.clip_grad_norm_(trained, 1.0)
        optimiser.step()
        optimiser.zero_grad()
        losses.append(loss.item())
        if (step + 1) % 50 == 0:
            pace = (time.monotonic() - started) / (step + 1)
            log.info("step %d of %d  loss %.3f  %.2f s a step", step + 1, steps, sum(losses) / len(losses), pace)
            losses.clear()
    return {USUAL: usual.detach()} | {
        name + ending: tensor.detach().half()
        for name, one in corrections.items()
        for ending, tensor in ((DOWN, one.down), (UP, one.up * STRENGTH))
    }


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m rag.answer.training.questions", description=__doc__.split("\n")[0])
    parser.add_argument("data", type=Path, help="folder of *.jsonl.gz question-answering files")
    parser.add_argument("--out", type=Path, default=Path("build/questions"), help="vectors and weights go here")
    parser.add_argument(
        "--dictionaries", type=Path, default=Path("/usr/share/dictd"), help="FreeDict's, as for the reader"
    )
    parser.add_argument("--steps", type=int, default=450)
    given = parser.parse_args(arguments)
    logging.basicConfig(level=logging.INFO, stream=sys.stderr, format="%(asctime)s %(message)s")
    encoder = Encoder(Settings(models_dir=given.out))
    examples, _ = data.held_out(data.load(given.data))
    pool = Pool.of(stories.split(stories.load())[0], examples)
    digest = hashlib.sha256("\0".join(pool.texts).encode()).hexdigest()[:16]
    kept = given.out / f"passages-{digest}.npy"
    if not kept.exists():
        log.info("encoding %d passages", len(pool.texts))
        given.out.mkdir(parents=True, exist_ok=True)
        np.save(kept, encoder.encode(pool.texts, "passage"))
    vectors = np.load(kept)
    neutral = np.asarray(encoder.neutral, np.float32)
    tensors = train(pool, vectors, neutral, encoder.base, gloss.load(given.dictionaries), given.steps)
    tensor_file.write(tensors, given.out / "weights", NAME, base=embedded.HUB_NAME, prompt=PROMPT)
    return 0


if __name__ == "__main__":
    sys.exit(main())
