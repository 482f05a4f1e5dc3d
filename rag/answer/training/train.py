"""The training loop: AdamW in bfloat16 autocast, warm-up, a constant rate, then a decay; resumable at any step.

The rate is constant until the last fifth, and the state before the decay is kept as ``stable.pt``: a longer run
(``--epochs``) goes on from there, and nothing is lost by having stopped (Hu et al. 2024, arXiv 2404.06395, "WSD").
"""

from __future__ import annotations

import json
import logging
import time
from collections.abc import Sequence
from pathlib import Path

import torch
from torch import Tensor
from torch.nn import functional

from rag.answer.network import Network, Scores, Shape, encoder_state
from rag.answer.training.data import Passages, Window, batches, epoch

log = logging.getLogger(__name__)

FROZEN = 4  # lowest layers kept as the encoder has them: faster, smaller weights, and languages stay aligned
BATCH = 16
RATE, HEAD_RATE, LAYER_DECAY = 1.5e-4, 5e-4, 0.93
WARM_UP = 150  # steps
DECAY_SHARE = 0.18
AVERAGE = 0.99  # of the running mean of the weights that is kept at each step
SAVE_EVERY = 200


def new_network(encoder: Path) -> Network:
    """The encoder with fresh heads, in float32. Dropout, slow on processors, is not needed in so few epochs."""
    state, words = encoder_state(encoder)
    torch.manual_seed(0)
    network = Network(Shape.from_config(json.loads((encoder / "config.json").read_text())), words)
    network.load_state_dict({**network.state_dict(), **{name: tensor.float() for name, tensor in state.items()}})
    return network


def loss_of(scores: Scores, first: Tensor, last: Tensor, start: Tensor, end: Tensor) -> Tensor:
    """Cross entropy of the span over the passage's tokens (``first <= i < last``), where there is one, plus
    binary cross entropy of there being one. All of shape ``[B]``; ``start`` is -1 where nothing answers."""
    answered = start >= 0
    place = torch.arange(scores.start.shape[1], device=start.device)
    outside = (place < first[:, None]) | (place >= last[:, None])
    loss = functional.binary_cross_entropy_with_logits(scores.answerable, answered.float())
    if answered.any():
        for logits, target in ((scores.start, start), (scores.end, end)):
            masked = logits.masked_fill(outside, -1e4)[answered]
            loss = loss + functional.cross_entropy(masked, target[answered]) / 2
    return loss


def tensors_of(group: Sequence[Window], pad: int, device: str) -> tuple[Tensor, ...]:
    """Token ids ``[B, T]``, then first, last, start, end ``[B]``."""
    width = max(len(window.ids) for window in group)
    ids = torch.tensor([window.ids + [pad] * (width - len(window.ids)) for window in group])
    rows = [[w.first, len(w.ids) - 1, w.start, w.end] for w in group]
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


def rate_share(step: int, steps: int) -> float:
    """The share of the learning rate at ``step`` of ``steps``."""
    decay = max(1, int(steps * DECAY_SHARE))
    return min((step + 1) / WARM_UP, 1.0, (steps - step) / decay)


def train(sources: Sequence[Passages], encoder: Path, out: Path, epochs: float, threads: int) -> Network:
    """Train for ``epochs`` passes; checkpoints go to ``out`` and are taken up again. Returns the averaged network."""
    device = "cuda" if torch.cuda.is_available() else "cpu"
    torch.set_num_threads(threads)
    network = new_network(encoder)
    network.word_embeddings = network.word_embeddings.to(device)
    network.to(device)
    optimiser = torch.optim.AdamW(parameter_groups(network), weight_decay=0.01, betas=(0.9, 0.98), fused=True)
    rates = [group["lr"] for group in optimiser.param_groups]
    average = {name: tensor.clone() for name, tensor in network.state_dict().items()}
    per_epoch = len(list(batches(epoch(sources, 0), BATCH, 0)))
    steps = int(epochs * per_epoch)
    stable = int(steps * (1 - DECAY_SHARE))
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
    for number in range(done // per_epoch, int(epochs) + 1):
        for index, group in enumerate(batches(epoch(sources, number), BATCH, number)):
            step = number * per_epoch + index
            if step < done or index >= per_epoch:
                continue
            if step >= steps:
                break
            ids, *labels = tensors_of(group, network.shape.pad, device)
            for settings, rate in zip(optimiser.param_groups, rates, strict=True):
                settings["lr"] = rate * rate_share(step, steps)
            with torch.autocast(device, torch.bfloat16):
                scores = network(ids, FROZEN)
            loss = loss_of(scores, *labels)
            loss.backward()
            torch.nn.utils.clip_grad_norm_([p for g in optimiser.param_groups for p in g["params"]], 1.0)
            optimiser.step()
            optimiser.zero_grad()
            done = step + 1
            keep = min(AVERAGE, done / (done + 10))
            for name, tensor in network.state_dict().items():
                average[name].lerp_(tensor, 1 - keep)
            losses.append(loss.item())
            if done % 50 == 0:
                pace = (time.monotonic() - started) / (done - first_step)
                log.info(
                    "step %d of %d  loss %.3f  %.2f s a step  %.0f min left",
                    done,
                    steps,
                    sum(losses) / len(losses),
                    pace,
                    (steps - done) * pace / 60,
                )
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
