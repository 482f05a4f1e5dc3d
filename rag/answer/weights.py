"""The reader's weights on disk: ``reader.safetensors`` (int8 a row, only what differs from the encoder) and
``reader.json``, which names the encoder, the file's SHA-256 and the calibration."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from rag.errors import ModelError
from rag.index import tensor_file

if TYPE_CHECKING:
    from torch import Tensor

NAME = "reader"
_SCALE = ".scale"  # of the rows of the int8 matrix of the same name


@dataclass(frozen=True, slots=True)
class Card:
    base: str
    """Name of the encoder that the weights belong to."""
    sha256: str
    """Of the weights file."""
    calibration: Mapping[str, float] = field(default_factory=dict)
    support: Mapping[str, float] = field(default_factory=dict)
    """Weights of :class:`rag.answer.support.Support`, and its ``bias``."""
    relevance: Mapping[str, float] = field(default_factory=dict)
    """The same of :class:`rag.answer.relevance.Relevance`."""


def card(folder: Path) -> Card:
    """Raises ModelError when there is none."""
    try:
        return Card(**tensor_file.about(folder, NAME))
    except TypeError as error:
        raise ModelError(f"The weights' {folder / NAME}.json cannot be read: {error}. Reinstall Rujukan.") from error


def tensors(folder: Path) -> dict[str, Tensor]:
    """The weights in float32. Raises ModelError when the file is not the one that the card names."""
    stored = tensor_file.read(folder, NAME)
    return {
        name: tensor.float() * stored[name + _SCALE].float() if name + _SCALE in stored else tensor.float()
        for name, tensor in stored.items()
        if not name.endswith(_SCALE)
    }


def save(state: Mapping[str, Tensor], folder: Path, base: str, calibration: Mapping[str, float]) -> None:
    """Write both files: matrices in int8 with a float32 scale a row, vectors in float16, the small heads whole."""
    import torch

    stored: dict[str, Tensor] = {}
    for name, tensor in state.items():
        tensor = tensor.detach().float().cpu()
        if tensor.dim() == 2 and tensor.shape[0] > 8:
            scale = tensor.abs().amax(1, keepdim=True).clamp_min(1e-12) / 127
            stored[name] = (tensor / scale).round().to(torch.int8)
            stored[name + _SCALE] = scale
        else:
            stored[name] = tensor if tensor.dim() == 2 else tensor.half()
    tensor_file.write(stored, folder, NAME, base=base, calibration=dict(calibration))


def write_card(folder: Path, written: Card) -> None:
    tensor_file.write_about(folder, NAME, asdict(written))
