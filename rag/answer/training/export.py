"""From a trained network to the files that are shipped: calibration, the question-type head, int8 weights."""

from __future__ import annotations

import logging
import math
import random
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from pathlib import Path

import torch
from tokenizers import Tokenizer
from torch import Tensor
from torch.nn import functional

from rag.answer import weights
from rag.answer.network import QUESTION_TYPES, TYPE_DEPTH, Network
from rag.answer.reader import Calibration, Reader, WindowScores
from rag.answer.training.answer_types import answer_type
from rag.answer.training.data import Example, prepare
from rag.answer.training.stories import Story
from rag.answer.training.train import FROZEN
from rag.index.bert import quickest_dtype

log = logging.getLogger(__name__)

TYPED_QUESTIONS = 700  # of each language
TYPE_PENALTY = 0.02
CALIBRATION_QUESTIONS = 500

_Read = tuple[WindowScores, bool, tuple[int, int] | None]
"""Scores of a window, whether its passage answers, and the answer's first and last token in it."""


def export(
    network: Network,
    tokenizer: Tokenizer,
    train: Sequence[Example],
    held_out: Sequence[Example],
    told: Sequence[Story],
    out: Path,
    base: str,
) -> None:
    """Fit what is fitted last, then write ``reader.safetensors`` and ``reader.json`` to ``out``."""
    network.cpu().eval().requires_grad_(False).to(torch.bfloat16).to(quickest_dtype())  # as precise as it is stored
    fit_question_types(network, tokenizer, train)
    calibration = calibrate(Reader(network, tokenizer, Calibration()), held_out, told)
    log.info("%s", calibration)
    unchanged = ("positions", "norm.", *(f"layers.{index}." for index in range(FROZEN)))
    state = {name: tensor for name, tensor in network.state_dict().items() if not name.startswith(unchanged)}
    weights.save(state, out, base, asdict(calibration))


def fit_question_types(network: Network, tokenizer: Tokenizer, examples: Sequence[Example]) -> None:
    """Logistic regression on the mean state of the question alone, as many questions from every language.

    Classes weigh the root of their rarity. The penalty is strong: what tells the languages apart must not be learned.
    """
    rng = random.Random(0)
    sample: list[Example] = []
    for lang in sorted({example.asked_in or example.lang for example in examples}):
        part = [example for example in examples if (example.asked_in or example.lang) == lang and example.answer]
        sample += rng.sample(part, min(TYPED_QUESTIONS, len(part)))
    labels = torch.tensor([QUESTION_TYPES.index(answer_type(e.answer, e.lang)) for e in sample])
    features = question_features(network, tokenizer, [e.question for e in sample])
    mean, spread = features.mean(0), features.std(0).clamp_min(1e-6)
    head = torch.nn.Linear(features.shape[1], len(QUESTION_TYPES))
    rarity = (len(labels) / labels.bincount(minlength=len(QUESTION_TYPES)).clamp_min(1)).sqrt()
    optimiser = torch.optim.LBFGS(head.parameters(), max_iter=200, line_search_fn="strong_wolfe")

    def closure() -> Tensor:
        optimiser.zero_grad()
        loss = functional.cross_entropy(head((features - mean) / spread), labels, weight=rarity)
        loss = loss + TYPE_PENALTY * head.weight.square().sum()
        loss.backward()
        return loss

    optimiser.step(closure)
    with torch.no_grad():  # the head takes the states as they are
        weight = head.weight / spread
        bias = head.bias - weight @ mean
        network.question_type.float().load_state_dict({"weight": weight, "bias": bias})
        right = (network.question_type(features).argmax(1) == labels).float().mean()
    log.info("question types: %.3f right on the training questions, classes %s", right, labels.bincount().tolist())


def question_features(network: Network, tokenizer: Tokenizer, questions: Sequence[str]) -> Tensor:
    """``[n, hidden]``: what :meth:`Network.type_logits` sees."""
    rows = []
    with torch.no_grad():
        for first in range(0, len(questions), 64):
            encodings = tokenizer.encode_batch(questions[first : first + 64], add_special_tokens=False)
            ids = [[0, *encoding.ids[:64], 2] for encoding in encodings]
            width = max(map(len, ids))
            rows.append(
                network.mean_states(
                    torch.tensor([row + [network.shape.pad] * (width - len(row)) for row in ids]), TYPE_DEPTH
                )
            )
    return torch.cat(rows)


def calibrate(reader: Reader, examples: Sequence[Example], told: Sequence[Story]) -> Calibration:
    """Fit on what was never trained on: questions with their own passage, a near one and any other, and stories."""
    found = [*_readings_of_files(reader, examples), *_readings_of_stories(reader, told)]
    logits = torch.tensor([scores.logit for scores, _, _ in found])
    truths = torch.tensor([float(answers) for _, answers, _ in found])
    spans = [(scores, *span) for scores, _, span in found if span]
    scale, bias = _logistic(logits, truths)
    temperature = min((t / 20 for t in range(10, 61)), key=lambda t: _span_loss(spans, t))
    return Calibration(round(scale, 4), round(bias, 4), temperature)


def _readings_of_files(reader: Reader, examples: Sequence[Example]) -> Iterator[_Read]:
    rng = random.Random(0)
    share = CALIBRATION_QUESTIONS / len(examples)
    for source in prepare(examples, reader.tokenizer):
        for number, example in enumerate(source.examples):
            if rng.random() <= share:
                others = [source.texts[i] for i in (*source.neighbours[number][:1], rng.randrange(len(source.texts)))]
                passages = [example.context, *(text for text in others if text != example.context)]
                answer = None if example.start is None or example.end is None else (0, example.start, example.end)
                yield from _read(reader, example.question, passages, None, answer)


def _readings_of_stories(reader: Reader, told: Sequence[Story]) -> Iterator[_Read]:
    for story in told:
        passages, titles = [p.text for p in story.passages], [p.title for p in story.passages]
        for asked in story.questions:
            answer = None if asked.passage is None else (asked.passage, asked.start, asked.end)
            yield from _read(reader, asked.text, passages, titles, answer)


def _read(
    reader: Reader,
    question: str,
    passages: Sequence[str],
    titles: Sequence[str] | None,
    answer: tuple[int, int, int] | None,
) -> Iterator[_Read]:
    """The best window of every passage; ``answer`` is the passage that has it, and its characters there."""
    encodings = reader.tokenizer.encode_batch(passages, add_special_tokens=False)
    best: dict[int, WindowScores] = {}
    for scores in reader._scores(reader._windows([question] * len(encodings), encodings, titles)):
        known = best.get(scores.window.passage)
        if known is None or scores.logit > known.logit:
            best[scores.window.passage] = scores
    for passage, scores in best.items():
        answers, span = answer is not None and passage == answer[0], None
        if answer and answers:
            offsets, window = encodings[passage].offsets, scores.window
            tokens = [i for i, (a, b) in enumerate(offsets) if a < answer[2] and b > answer[1]]
            if tokens and window.begin <= tokens[0] and tokens[-1] < window.end:
                span = (tokens[0] - window.begin, tokens[-1] - window.begin)
        yield scores, answers, span


def _logistic(logits: Tensor, truths: Tensor) -> tuple[float, float]:
    """Scale and bias, each class weighing the same: the prior is for whoever knows how many passages were read."""
    parameters = torch.tensor([1.0, 0.0], requires_grad=True)
    share = truths.mean()
    weight = torch.where(truths > 0, 0.5 / share, 0.5 / (1 - share))
    optimiser = torch.optim.LBFGS([parameters], max_iter=100, line_search_fn="strong_wolfe")

    def closure() -> Tensor:
        optimiser.zero_grad()
        value = parameters[0] * logits + parameters[1]
        loss = functional.binary_cross_entropy_with_logits(value, truths, weight=weight)
        loss.backward()
        return loss

    optimiser.step(closure)
    return parameters[0].item(), parameters[1].item()


def _span_loss(spans: Sequence[tuple[WindowScores, int, int]], temperature: float) -> float:
    total = 0.0
    for scores, start, end in spans:
        total -= (scores.start / temperature).log_softmax(0)[start].item()
        total -= (scores.end / temperature).log_softmax(0)[end].item()
    return total / max(1, len(spans)) if math.isfinite(total) else math.inf
