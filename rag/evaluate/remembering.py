"""An encoder that embeds every distinct text once: archives of one evaluation share most of theirs."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from rag.index.encoder import Encoder
from rag.settings import Settings

if TYPE_CHECKING:
    import numpy as np


class RememberingEncoder(Encoder):
    """Give it all texts in one call first: batches are then full, and the same texts always get the same vectors."""

    def __init__(self, settings: Settings):
        super().__init__(settings)
        self._known: dict[tuple[str, str], np.ndarray] = {}

    def encode(self, texts: Sequence[str], prompt: str, progress: Callable[[int], None] | None = None) -> np.ndarray:
        import numpy as np

        new = [text for text in dict.fromkeys(texts) if (prompt, text) not in self._known]
        if new:
            vectors = super().encode(new, prompt, progress)
            self._known |= {(prompt, text): vector for text, vector in zip(new, vectors, strict=True)}
        if not texts:
            return np.empty((0, self.dimensions), np.float32)
        return np.stack([self._known[prompt, text] for text in texts])

    def embed_query(self, text: str) -> list[float]:
        return self.encode([text], "query")[0].tolist()
