"""How long indexing takes beside what no index can do without: embedding the passages."""

from __future__ import annotations

from rag.assistant import Assistant
from rag.evaluate.archive import contexts, passages_of
from rag.evaluate.progress import Progress
from rag.evaluate.speed.comparison import Comparison
from rag.evaluate.speed.timing import Timing, interleaved
from rag.ingest.published import infer_published


def indexing(assistant: Assistant, rounds: int, progress: Progress) -> Comparison:
    """Milliseconds a passage: encode alone, from files to a published index, and inferring the day of publication of
    every article, as if none stated it. The index is there afterwards."""
    encoder = assistant.encoder

    def sync() -> None:
        assistant.sync(rebuild=True, progress=lambda done, total: progress("indexing", done, total))

    sync()
    articles = [assistant.article(known.id) for known in assistant.archive().articles]
    passages = passages_of(articles, encoder, assistant.settings, progress)
    texts, count = contexts(articles, passages), sum(map(len, passages.values()))
    timings = interleaved(
        {
            "encode alone": lambda _: encoder.encode(texts, "passage"),
            "index": lambda _: sync(),
            "infer days": lambda _: [infer_published(article.text, article.lang) for article in articles],
        },
        range(rounds),
        lambda done, total: progress("indexing again", done, total),
    )
    each = {name: Timing(tuple(ms / count for ms in found.milliseconds)) for name, found in timings.items()}
    return Comparison("indexing, a passage", each)
