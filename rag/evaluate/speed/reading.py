"""How long reading takes beside embedding the same passages, and what it holds in memory beyond the encoder."""

from __future__ import annotations

from rag.assistant import Assistant
from rag.evaluate.progress import Progress
from rag.evaluate.speed.comparison import Comparison
from rag.evaluate.speed.memory import resident_mb
from rag.evaluate.speed.timing import interleaved

_PASSAGES, _TOKENS = 10, 200


def reading(assistant: Assistant, question: str, rounds: int, progress: Progress) -> Comparison:
    """Ten passages of 200 tokens, from the articles in the index. The reader must not have been loaded before."""
    encoder = assistant.encoder
    passages = _passages(assistant)
    encoder.encode(passages, "passage")
    encoder.embed_query(question)
    before = resident_mb()
    assistant.reader.read(question, passages)
    after = resident_mb()
    timings = interleaved(
        {
            "embed them": lambda _: encoder.encode(passages, "passage"),
            "read them": lambda _: assistant.reader.read(question, passages),
        },
        range(rounds),
        lambda done, total: progress("reading", done, total),
    )
    held = None if before is None or after is None else after - before
    return Comparison(f"reading, {_PASSAGES} passages of {_TOKENS} tokens", timings, held)


def _passages(assistant: Assistant) -> list[str]:
    """Stretches of the articles one after another."""
    text = "\n\n".join(assistant.article(known.id).text for known in assistant.archive().articles)
    offsets = assistant.encoder.base.tokenizer.encode(text, add_special_tokens=False).offsets
    while len(offsets) < _PASSAGES * _TOKENS:
        text, offsets = text + text, offsets + [(start + len(text), end + len(text)) for start, end in offsets]
    firsts = range(0, _PASSAGES * _TOKENS, _TOKENS)
    return [text[offsets[first][0] : offsets[first + _TOKENS - 1][1]] for first in firsts]
