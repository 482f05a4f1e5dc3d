"""The encoder for questions: low-rank corrections to its layers bring a question near to the passages that answer it.

Encoders of many languages are trained on questions and passages of one language. The passages stay where the encoder
puts them, less what is usual for their language; only the question's side is trained to find them ("query-side
fine-tuning": Lee et al. 2021, arXiv 2012.12624), by corrections of a few ranks (Hu et al. 2021, "LoRA", arXiv
2106.09685), which leave alone what the encoder knows of a hundred languages.
``question_model/MODEL_CARD.md`` tells of data and training.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from rag.errors import ModelError
from rag.index import embedded, tensor_file

if TYPE_CHECKING:
    import numpy as np
    from torch import Tensor

    from rag.index.bert import Base, Bert

MODEL_DIR = Path(__file__).with_name("question_model")
NAME = "question"
PROMPT = embedded.PROMPTS["query"]
LONGEST = 96  # tokens
DOWN, UP = ".down", ".up"
"""Of a matrix ``W`` of the encoder: ``W + up @ down``."""
USUAL = "usual"
"""What is taken off every question's vector."""


@dataclass(frozen=True, slots=True)
class QuestionEncoder:
    """Use :meth:`load`."""

    network: Bert
    base: Base
    usual: Tensor
    """float32 ``[hidden]``."""
    threads: int
    """Of whatever runs after it."""

    @classmethod
    def load(cls, base: Base, folder: Path = MODEL_DIR) -> QuestionEncoder:
        """The corrections in ``folder`` on top of the encoder ``base``.

        Raises:
            ModelError: a file is missing, damaged, or of an encoder of another shape.
        """
        import torch

        from rag.index.bert import Bert, make_ready

        tensors = tensor_file.read(folder, NAME)
        network = Bert(base.shape, base.word_embeddings)
        try:
            network.load_state_dict(corrected(base.state, tensors))
            usual = tensors[USUAL].float()
        except (KeyError, RuntimeError) as error:
            raise ModelError(
                f"The corrections in {folder} are not of the encoder in {base.folder}. Reinstall Rujukan."
            ) from error
        make_ready(network)
        return cls(network, base, usual, torch.get_num_threads())

    def subject(self, question: str) -> np.ndarray:
        """What ``question`` asks for, float32 ``[hidden]``, unit length: to be compared with passages less what is
        usual for their language."""
        import torch

        ids = torch.tensor([self.base.ids(PROMPT + question, LONGEST)])
        with torch.inference_mode(), _one_thread(self.threads):
            return directions(self.network.mean_states(ids), self.usual)[0].numpy()


@contextlib.contextmanager
def _one_thread(otherwise: int) -> Iterator[None]:
    """So few tokens take longer on two cores, which wait for each other at every step, than on one.

    ``otherwise`` is what is set afterwards: asked for here, it could be what another question has set just now.
    """
    import torch

    torch.set_num_threads(1)
    try:
        yield
    finally:
        torch.set_num_threads(otherwise)


def directions(states: Tensor, usual: Tensor) -> Tensor:
    """Mean states ``[B, hidden]`` of questions, as unit vectors less what is ``usual``, at unit length again."""
    from torch.nn.functional import normalize

    return normalize(normalize(states) - usual)


def corrected(state: dict[str, Tensor], tensors: dict[str, Tensor]) -> dict[str, Tensor]:
    """The encoder's ``state`` with the corrections in ``tensors``. Raises KeyError and RuntimeError where they don't
    fit."""
    changed = {}
    for name in tensors:
        if name.endswith(DOWN):
            matrix = name.removesuffix(DOWN)
            changed[matrix] = state[matrix] + tensors[matrix + UP].float() @ tensors[name].float()
    return state | changed
