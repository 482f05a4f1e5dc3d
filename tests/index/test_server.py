"""The same index on a real Chroma server (`chroma run`) on loopback."""

import contextlib
import socket
import subprocess
import sys
import time
from datetime import date
from pathlib import Path

import numpy as np
import pytest

from rag.errors import IndexError_, SettingsError
from rag.index.fingerprint import fingerprint
from rag.index.library import Library, open_server
from rag.index.sync import sync
from rag.retrieve.fair import FairRetriever
from rag.types import Filters


@pytest.fixture
def server(tmp_path):
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    chroma = Path(sys.executable).with_name("chroma")
    process = subprocess.Popen(
        [chroma, "run", "--path", tmp_path / "server", "--host", "127.0.0.1", "--port", str(port)],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    deadline = time.monotonic() + 30
    while time.monotonic() < deadline:
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                break
        time.sleep(0.1)
    yield f"http://127.0.0.1:{port}"
    process.terminate()
    process.wait()


@pytest.mark.slow
def test_sync_and_search_on_a_server(server, settings, encoder, write):
    settings = settings.model_copy(update={"chroma_url": server})
    for number in range(6):
        write(f"{number}.txt", f"Article {number}\n\nIt has a sentence about the number {number}.")
    library = Library(settings.index_dir, server, fingerprint(settings, encoder), encoder.words)
    with pytest.raises(IndexError_, match="Nothing has been indexed"), library.reading():
        pass

    def run(**options):
        report = sync(settings.corpus_dir, settings, encoder, **options)
        return report.added, report.changed, report.deleted, report.unchanged

    assert run() == (6, 0, 0, 0)
    assert run() == (0, 0, 0, 6)
    query = encoder.embed_query("the river flooded the town")
    with library.reading() as store:
        assert len(store.articles()) == 6
        assert store.words.count == store.passage_count()
    write("flood.txt", "Flood\n\nThe river rose on 19 June 2024. The river flooded the town.")
    write("0.txt", "Article 0\n\nIt was rewritten.")
    (settings.corpus_dir / "1.txt").unlink()
    assert run() == (1, 1, 1, 5 - 1)
    with library.reading() as store:  # the same library follows
        assert [hit.passage.article_id for hit in store.search(query, 1)] == ["flood.txt"]
        assert store.article("0.txt").text == "It was rewritten."
        assert store.article("1.txt") is None
        assert store.root() == settings.corpus_dir.resolve()
        assert store.words.count == store.passage_count() == 6
        assert not store.words.passages([(frozenset({"anew"}),)]).size
        found = FairRetriever(store, encoder).retrieve("Which town was flooded?", "en", 1)
        assert found.hits[0].passage.article_id == "flood.txt"
        own = [number for one, number in store.words.numbers.items() if one.startswith("flood.txt@")]
        assert len(store.words.sentences(np.asarray(own))[0]) == 2
        assert np.flatnonzero(store.passing(Filters(happened_after=date(2024, 6, 19)))).tolist() == own
        store.verify()
    assert run(rebuild=True) == (6, 0, 0, 0)
    # A writer that is killed leaves passages that no article knows, and never says that it is done.
    with contextlib.closing(open_server(server)) as store:
        store.begin()
        store._collection("articles").delete(ids=["2.txt"])
    (settings.corpus_dir / "2.txt").unlink()
    assert run() == (0, 0, 0, 5)
    with library.reading() as store:
        assert store.passage_count() == store.words.count == 5
        assert not store.is_unfinished
        store.verify()
    library.close()


def test_nobody_at_the_address():
    with pytest.raises(IndexError_, match="No Chroma server answers"):
        open_server("http://127.0.0.1:9")
    with pytest.raises(SettingsError, match="RAG_CHROMA_URL"):
        open_server("localhost:8000")
