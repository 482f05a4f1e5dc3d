"""Weights that are shipped: a safetensors file, and a JSON file beside it that holds its SHA-256."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from rag.errors import ModelError

if TYPE_CHECKING:
    from torch import Tensor


def about(folder: Path, name: str) -> dict:
    """What ``name.json`` says. Raises ModelError when it says nothing."""
    path = folder / f"{name}.json"
    try:
        said = json.loads(path.read_text(encoding="utf-8"))
        _ = said["sha256"]
    except (OSError, ValueError, TypeError, KeyError) as error:
        raise ModelError(f"The weights' {path} cannot be read: {error}. Reinstall Rujukan.") from error
    return said


def read(folder: Path, name: str) -> dict[str, Tensor]:
    """The tensors of ``name.safetensors`` as they are stored.

    Raises:
        ModelError: a file is missing, or it is not the one whose SHA-256 ``name.json`` holds.
    """
    from safetensors.torch import load

    expected = about(folder, name)["sha256"]
    path = folder / f"{name}.safetensors"
    try:
        data = path.read_bytes()
    except OSError as error:
        raise ModelError(
            f"The weights' {path} cannot be read: {error.strerror or error}. Reinstall Rujukan."
        ) from error
    if hashlib.sha256(data).hexdigest() != expected:
        raise ModelError(
            f"The weights' {path} is damaged (its SHA-256 is not the one in {name}.json). Reinstall Rujukan."
        )
    return load(data)


def write(tensors: Mapping[str, Tensor], folder: Path, name: str, **more: object) -> None:
    """Both files; ``more`` goes into the JSON file."""
    from safetensors.torch import save

    data = save(dict(tensors))
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{name}.safetensors").write_bytes(data)
    write_about(folder, name, {**more, "sha256": hashlib.sha256(data).hexdigest()})


def write_about(folder: Path, name: str, said: Mapping[str, object]) -> None:
    (folder / f"{name}.json").write_text(json.dumps(said, indent=1) + "\n", encoding="utf-8")
