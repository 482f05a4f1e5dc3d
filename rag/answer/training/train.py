"""The training loop: AdamW, warm-up, a constant rate, then a decay; resumable at any step.

The constant phase goes over the files; the decay goes over the stories, with as many windows of the files, as the last
data count most (Hu et al. 2024, arXiv 2404.06395, "WSD"). The state between the two is kept as ``stable.pt``: a longer
run, or one with other stories, goes on from there.
"""

from __future__ import annotations

import logging
import random
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, islice
from pathlib import Path

import torch
from tokenizers import Tokenizer
from torch import Tensor
from torch.nn import functional

from rag.answer import weights
from rag.answer.network import Network, Scores
from rag.answer.training import stories
from rag.answer.training.data import Passages, Window, batches, epoch
from rag.index.bert import Base, quickest_dtype

log = logging.getLogger(__name__)

FROZEN = 4  # lowest layers kept as the encoder has them: faster, smaller weights, and languages stay aligned
BATCH = 16
RATE, HEAD_RATE, LAYER_DECAY = 1.5e-4, 5e-4, 0.93
WARM_UP = 150  # steps
DECAY_SHARE = 0.2  # of the constant phase, where there are no stories
AVERAGE = 0.99  # of the running mean of the weights that is kept at each step
SAVE_EVERY = 200


@dataclass(frozen=True, slots=True)
class Plan:
    """How long a run is and what it goes over."""

    stable: int = 5000
    """Steps over the files at the full rate."""
    stories: float = 1.0
    """Share of the stories' questions that the decay goes over."""
    replay: float = 0.3
    """Share of the decay's batches that are of the files."""
    epoch: int = 0
    """Number of the first epoch over the files: each has an order and negatives of its own."""


def new_network(encoder: Path, start: Path | None = None) -> Network:
    """The encoder with fresh heads, or with the weights of an earlier reader in the folder ``start``, in float32.

    Dropout, slow on processors, is not needed in so few epochs.
    """
    base = Base.load(encoder)
    torch.manual_seed(0)
    network = Network(base.shape, base.word_embeddings)
    earlier = weights.tensors(start) if start else {}
    state = {**network.state_dict(), **{name: tensor.float() for name, tensor in base.state.items()}, **earlier}
    network.load_state_dict(state)
    return network


def loss_of(scores: Scores, first: Tensor, last: Tensor, start: Tensor, end: Tensor, group: Tensor) -> Tensor:
    """Cross entropy of the span over the passage's tokens (``first <= i < last``), where there is one, plus binary
    cross entropy of there being one, plus cross entropy of which window of its group it is.

    All of shape ``[B]``; ``start`` is -1 where nothing answers, ``group`` where no window competes.
    """
    answered = start >= 0
    place = torch.arange(scores.start.shape[1], device=start.device)
    outside = (place < first[:, None]) | (place >= last[:, None])
    loss = functional.binary_cross_entropy_with_logits(scores.answerable, answered.float())
    if answered.any():
        for logits, target in ((scores.start, start), (scores.end, end)):
            masked = logits.masked_fill(outside, -1e4)[answered]
            loss = loss + functional.cross_entropy(masked, target[answered]) / 2
    competing = answered & (group >= 0)
    if competing.any():
        rivals = group[competing][:, None] == group  # [questions, B]
        logits = scores.answerable.float().expand_as(rivals).masked_fill(~rivals, -1e4)
        loss = loss + functional.cross_entropy(logits, competing.nonzero()[:, 0])
    return loss


def tensors_of(group: Sequence[Window], pad: int, device: str) -> tuple[Tensor, ...]:
    """Token ids ``[B, T]``, then first, last, start, end, group ``[B]``."""
    width = max(len(window.ids) for window in group)
    ids = torch.tensor([window.ids + [pad] * (width - len(window.ids)) for window in group])
    rows = [[w.first, len(w.ids) - 1, w.start, w.end, w.group] for w in group]
    return tuple(t.to(device) for t in (ids, *torch.tensor(rows).unbind(1)))


def parameter_groups(network: Network) -> list[dict]:
    """Lower layers learn more slowly; the frozen ones are in no group."""
    heads = [p for head in (network.span, network.answerable) for p in head.parameters()]
    groups = [{"params": heads, "lr": HEAD_RATE}]
    depth = len(network.layers)
    for index in range(FROZEN, depth):
        rate = RATE * LAYER_DECAY ** (depth - 1 - index)
        groups.append({"params": list(network.layers[index].parameters()), "lr": rate})
    return groups


def rate_share(step: int, stable: int, steps: int) -> float:
    """The share of the learning rate at ``step`` of ``steps``, of which ``stable`` are at the full rate."""
    return min((step + 1) / WARM_UP, 1.0, (steps - step) / max(1, steps - stable))


def constant(sources: Sequence[Passages], steps: int, number: int = 0) -> Iterator[list[Window]]:
    """Batches of the files, epoch after epoch, from epoch ``number`` on: each has an order and negatives of its own."""
    while steps > 0:
        for group in batches(epoch(sources, number), BATCH, number):
            if steps > 0:
                yield group
            steps -= 1
        number += 1


def closing(
    sources: Sequence[Passages], told: Sequence[stories.Story], tokenizer: Tokenizer, plan: Plan
) -> list[list[Window]]:
    """The decay's batches: questions of the stories with their rivals, and windows of the files between them."""
    each = BATCH // stories.GROUP
    groups = stories.groups(told, tokenizer, plan.epoch)
    groups = groups[: int(plan.stories * len(groups))]
    made = [list(chain(*groups[i : i + each])) for i in range(0, len(groups), each)]
    replayed = int(len(made) * plan.replay / (1 - plan.replay)) or int(plan.stable * DECAY_SHARE)
    made += islice(batches(epoch(sources, -1 - plan.epoch), BATCH, -1), replayed)
    random.Random(1).shuffle(made)
    return made


def train(
    sources: Sequence[Passages],
    told: Sequence[stories.Story],
    tokenizer: Tokenizer,
    encoder: Path,
    out: Path,
    plan: Plan,
    threads: int,
    start: Path | None = None,
) -> Network:
    """Train on the files, then on the stories and files; returns the averaged network.

    Checkpoints go to ``out`` and are taken up again; ``start`` is where the first step begins, if not at the encoder.
    """
    device = "cuda" if torch.cuda.is_available() else "cpu"
    mixed = device == "cuda" or quickest_dtype() == torch.bfloat16  # emulated, it takes ten times as long
    torch.set_num_threads(threads)
    network = new_network(encoder, start)
    network.word_embeddings = network.word_embeddings.to(device)
    network.to(device)
    optimiser = torch.optim.AdamW(parameter_groups(network), weight_decay=0.01, betas=(0.9, 0.98), fused=True)
    rates = [group["lr"] for group in optimiser.param_groups]
    average = {name: tensor.clone() for name, tensor in network.state_dict().items()}
    last = closing(sources, told, tokenizer, plan)
    stable = plan.stable
    steps = stable + len(last)
    done = 0
    for name in ("last.pt", "stable.pt"):
        if (out / name).exists():
            saved = torch.load(out / name, map_location=device, weights_only=True)
            if name == "last.pt" and saved["steps"] != steps:
                continue  # of a run of another length: its rate may have decayed already
            network.load_state_dict(saved["network"])
            optimiser.load_state_dict(saved["optimiser"])
            average, done = saved["average"], saved["done"]
            log.info("going on from %s at step %d", name, done)
            break

    def save(name: str, step: int) -> None:
        state = {"network": network.state_dict(), "optimiser": optimiser.state_dict(), "average": average}
        torch.save({**state, "done": step, "steps": steps}, out / f"{name}.new")
        (out / f"{name}.new").replace(out / name)

    network.train()
    started, first_step, losses = time.monotonic(), done, []
    remaining = last[max(0, done - stable) :]
    files = islice(constant(sources, stable, plan.epoch), done, None)
    schedule = remaining if done >= stable else chain(files, remaining)
    for group in schedule:
        ids, *labels = tensors_of(group, network.shape.pad, device)
        for settings, rate in zip(optimiser.param_groups, rates, strict=True):
            settings["lr"] = rate * rate_share(done, stable, steps)
        with torch.autocast(device, torch.bfloat16, enabled=mixed):
            scores = network(ids, FROZEN)
        loss = loss_of(scores, *labels)
        loss.backward()
        torch.nn.utils.clip_grad_norm_([p for g in optimiser.param_groups for p in g["params"]], 1.0)
        optimiser.step()
        optimiser.zero_grad()
        done += 1
        keep = min(AVERAGE, done / (done + 10))
        for name, tensor in network.state_dict().items():
            average[name].lerp_(tensor, 1 - keep)
        losses.append(loss.item())
        if done % 50 == 0:
            pace = (time.monotonic() - started) / (done - first_step)
            left = (steps - done) * pace / 60
            mean = sum(losses) / len(losses)
            log.info("step %d of %d  loss %.3f  %.2f s a step  %.0f min left", done, steps, mean, pace, left)
            losses.clear()
        if done % SAVE_EVERY == 0 or done == steps:
            save("last.pt", done)
        if done == stable:
            save("stable.pt", done)
    network.load_state_dict(average)
    return network.eval()


def restored(encoder: Path, out: Path) -> Network:
    """The averaged network of the last checkpoint in ``out``."""
    network = new_network(encoder)
    network.load_state_dict(torch.load(out / "last.pt", map_location="cpu", weights_only=True)["average"])
    return network.eval()
