"""Text to vectors: a sentence-transformers model behind LangChain's ``Embeddings`` interface."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from langchain_core.embeddings import Embeddings

from rag.errors import ModelError
from rag.index import embedded
from rag.index.words import Words, words_in
from rag.settings import Settings

if TYPE_CHECKING:
    import numpy as np
    from sentence_transformers import SentenceTransformer

    from rag.index.bert import Base, Bert
    from rag.index.question_encoder import QuestionEncoder

_LONGEST = 512  # tokens that the embedded model reads
_BATCH = 8  # small length-sorted batches waste no time on padding: twice as fast on a CPU as the usual 32
_NEUTRAL = (
    "Officials said on Monday. Kata para pejabat pada hari Senin. Об этом сообщили в понедельник. "
    "قال مسؤولون يوم الاثنين. 官员星期一说。 当局が月曜日に発表した。 관계자들이 월요일에 말했다. "
    "เจ้าหน้าที่กล่าวเมื่อวันจันทร์ अधिकारियों ने सोमवार को कहा।"
)


def _share_the_processor() -> None:
    """To be called before torch is imported. Its threads would spin while they wait for each other: where other
    processes want the processor, too, a question takes 50 times as long then."""
    os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")
    os.environ.setdefault("TOKENIZERS_PARALLELISM", "false")


class Encoder(Embeddings):
    """Loads its model at the first text, and not before: listing and error paths never pay for it.

    ``embed_documents`` and ``embed_query`` are LangChain's; vectors have unit length and ``dimensions`` float32 values.
    """

    def __init__(self, settings: Settings):
        self._settings = settings
        _share_the_processor()

    @property
    def name(self) -> str:
        """What the index remembers of the model."""
        if self._settings.model == "embedded":
            return f"{embedded.NAME}-{embedded.SHA256[:12]}"
        return self._settings.model

    @cached_property
    def folder(self) -> Path | None:
        """Where the model lies; None when it comes from the hub."""
        if self._settings.model == "embedded":
            return embedded.install(self._settings.models_dir)
        path = Path(self._settings.model).expanduser()
        return path if path.is_dir() else None

    @property
    def prompts(self) -> dict[str, str]:
        """Prefixes for ``query`` and ``passage``: the settings', else the model's own, else none."""
        embeds = self._settings.model == "embedded"
        own: Mapping[str, str | None] = embedded.PROMPTS if embeds else self.model.prompts
        passage = own.get("passage") or own.get("document") or ""
        query_prompt, passage_prompt = self._settings.query_prompt, self._settings.passage_prompt
        return {
            "query": own.get("query") or "" if query_prompt is None else query_prompt,
            "passage": passage if passage_prompt is None else passage_prompt,
        }

    @cached_property
    def model(self) -> SentenceTransformer:
        # Before the import: nothing may reach for a hub unless a setting names a model there.
        if self.folder is not None:
            os.environ.setdefault("HF_HUB_OFFLINE", "1")
        import torch
        from sentence_transformers import SentenceTransformer
        from transformers.utils import logging

        from rag.index.bert import quickest_dtype

        logging.set_verbosity_error()
        logging.disable_progress_bar()
        if self._settings.threads:
            torch.set_num_threads(self._settings.threads)
        try:
            return SentenceTransformer(
                str(self.folder or self._settings.model), device="cpu", model_kwargs={"dtype": quickest_dtype()}
            )
        except (OSError, ValueError, KeyError) as error:
            raise ModelError(
                f"Cannot load the model {self._settings.model!r}: {str(error).splitlines()[0]} "
                "Set RAG_MODEL to a sentence-transformers folder or name, or unset it to use the embedded model."
            ) from error

    @property
    def dimensions(self) -> int:
        return int(self.model.get_embedding_dimension() or 0)

    @cached_property
    def base(self) -> Base:
        """The files of the embedded model, whichever model is set: the reader builds on it."""
        import torch

        from rag.index.bert import Base

        if self._settings.threads:
            torch.set_num_threads(self._settings.threads)
        return Base.load(embedded.install(self._settings.models_dir))

    @cached_property
    def _network(self) -> Bert:
        return self.base.network()

    @cached_property
    def questions(self) -> QuestionEncoder | None:
        """The encoder for questions; None for vectors that it does not know: of another model, or of other prompts."""
        settings = self._settings
        if settings.model != "embedded" or settings.query_prompt is not None or settings.passage_prompt is not None:
            return None
        from rag.index.question_encoder import QuestionEncoder

        return QuestionEncoder.load(self.base)

    def encode(self, texts: Sequence[str], prompt: str, progress: Callable[[int], None] | None = None) -> np.ndarray:
        """Vectors of ``texts``, float32 of shape (len(texts), dimensions), unit length, in the same order.

        Args:
            prompt: ``"query"`` or ``"passage"``.
            progress: told how many texts are done, after every few batches.
        """
        import numpy as np

        prefix = self.prompts[prompt]
        order = sorted(range(len(texts)), key=lambda i: (len(texts[i]), texts[i]))
        vectors = np.empty((len(texts), self.dimensions), np.float32)
        step = _BATCH * 4
        for first in range(0, len(order), step):
            chosen = order[first : first + step]
            encoded = self.model.encode(
                [prefix + texts[i] for i in chosen],
                batch_size=_BATCH,
                show_progress_bar=False,
                convert_to_tensor=True,
                prompt="",
            )
            vectors[chosen] = encoded.float().numpy()
            if progress:
                progress(min(first + step, len(order)))
        # bfloat16 leaves lengths off by a thousandth.
        return vectors / np.maximum(np.linalg.norm(vectors, axis=1, keepdims=True), 1e-12)

    def count_tokens(self, texts: Sequence[str]) -> list[int]:
        """Tokens of each text, without the special ones."""
        if not texts:
            return []
        encoded = self.model.tokenizer(list(texts), add_special_tokens=False, truncation=False, verbose=False)
        return [len(ids) for ids in encoded["input_ids"]]

    def subwords(self, texts: Sequence[str]) -> list[list[int]]:
        """Ids of the lower-cased texts' tokens, by the embedded model's vocabulary, whichever model is set."""
        lowered = [text.lower() for text in texts]
        return [encoding.ids for encoding in self.base.tokenizer.encode_batch(lowered, add_special_tokens=False)]

    def words(self, texts: Sequence[str]) -> list[Words]:
        """What is looked up of each text."""
        return [words_in(text, ids) for text, ids in zip(texts, self.subwords(texts), strict=True)]

    def embed_documents(self, texts: list[str]) -> list[list[float]]:
        return self.encode(texts, "passage").tolist()

    def embed_query(self, text: str) -> list[float]:
        return self._embed(text, "query")

    @cached_property
    def neutral(self) -> list[float]:
        """Vector of a passage in many languages about nothing in particular: what any question is this near to."""
        return self._embed(_NEUTRAL, "passage")

    def _embed(self, text: str, prompt: str) -> list[float]:
        """The embedded model does without sentence-transformers here, which takes seconds to import."""
        if self._settings.model != "embedded":
            return self.encode([text], prompt)[0].tolist()
        import torch

        ids = self.base.ids(self.prompts[prompt] + text, _LONGEST)
        with torch.inference_mode():
            return torch.nn.functional.normalize(self._network.mean_states(torch.tensor([ids])))[0].tolist()
