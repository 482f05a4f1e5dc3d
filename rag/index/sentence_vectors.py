"""Vectors of a passage's sentences as bytes: a byte a dimension, as only their directions are wanted."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np

_MOST = 127
_LEAST = 1e-12


def packed(vectors: np.ndarray) -> bytes:
    """Of ``[m, d]``, row by row: the longest component of each becomes 127 or -127."""
    import numpy as np

    longest = np.maximum(np.abs(vectors).max(axis=1, keepdims=True, initial=_LEAST), _LEAST)
    return np.rint(vectors * (_MOST / longest)).astype(np.int8).tobytes()


def unpacked(data: bytes, dimensions: int) -> np.ndarray:
    """float32 ``[m, dimensions]``, at unit length."""
    import numpy as np

    vectors = np.frombuffer(data, np.int8).reshape(-1, dimensions).astype(np.float32)
    lengths = np.sqrt(np.einsum("ij,ij->i", vectors, vectors))  # several times as fast as linalg.norm
    return vectors / np.maximum(lengths, _LEAST)[:, None]
