"""Articles come out of the pool in order, and a hostile one takes nothing along."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from rag.ingest.folder import scan
from rag.ingest.pool import Limits, ParserPool
from rag.types import Article, Failure, Source

SLOW_PAGE = "<html><body><table>" + "<tr><td>" * 240_000 + "x"


def parse(root: Path, limits: Limits = Limits(), workers: int = 2) -> dict[str, Article | str]:  # noqa: B008
    sources, failures = scan(root, limits)
    with ParserPool(limits, workers) as pool:
        results = list(pool.parse(sources, root))
    ids = [item.path if isinstance(item, Failure) else item.id for item in results]
    assert ids == [source.article_id for source in sources]
    return {item.path: item.error for item in failures} | {
        name: item.error if isinstance(item, Failure) else item for name, item in zip(ids, results, strict=True)
    }


def test_fields_are_stated_or_inferred_and_marked(tmp_path):
    stated = '---\ntitle: "Judul: satu"\ndate: 2024-06-19\nlang: id\nsource: Kantor\n'
    stated += "url: https://a.example/1\nauthor: Sari\n---\n"
    (tmp_path / "a.md").write_text(f"{stated}# Judul: satu\n\nPutin tiba di Pyongyang.\n\nIa disambut.\n")
    (tmp_path / "b.txt").write_text(
        "Визит в Пхеньян\n\nПрезидент России прибыл в столицу. Его встретили в аэропорту.\n"
    )
    (tmp_path / "kim-meets-putin.txt").write_text(
        "They met at the airport on a warm morning. It was a long day for all of them.\n"
    )
    (tmp_path / "c.jsonl").write_text('{"text": "プーチン大統領は平壌に到着した。金正恩氏が空港で出迎えた。"}\n')
    found = parse(tmp_path)
    a, b = found["a.md"], found["b.txt"]
    assert (a.title, a.text) == ("Judul: satu", "Putin tiba di Pyongyang.\n\nIa disambut.")
    assert (a.published, a.lang, a.source, a.url, a.author) == (
        date(2024, 6, 19),
        "id",
        "Kantor",
        "https://a.example/1",
        "Sari",
    )
    assert a.inferred == frozenset() and len(a.sha256) == 64
    assert (b.title, b.lang, b.published) == ("Визит в Пхеньян", "ru", None)
    assert b.text.startswith("Президент России") and b.inferred == {"title", "lang"}
    assert found["kim-meets-putin.txt"].title == "kim meets putin"
    assert found["c.jsonl#1"].title == "プーチン大統領は平壌に到着した。"
    assert found["c.jsonl#1"].lang == "ja"


def test_an_article_that_takes_too_long_is_given_up_and_the_rest_goes_on(tmp_path):
    (tmp_path / "a.txt").write_text("Satu\n\nTeks pertama yang biasa saja.")
    (tmp_path / "b.html").write_text(SLOW_PAGE)
    (tmp_path / "c.html").write_text("<a " * 20_000)
    (tmp_path / "d.txt").write_text("Dua\n\nTeks kedua yang biasa saja.")
    start = time.monotonic()
    found = parse(tmp_path, Limits(seconds=3), workers=1)
    assert time.monotonic() - start < 20
    assert "more than 3 s" in found["b.html"]
    assert isinstance(found["c.html"], str)
    assert found["a.txt"].title == "Satu" and found["d.txt"].title == "Dua"


def test_an_article_that_takes_too_much_memory_is_given_up_and_the_rest_goes_on(tmp_path):
    stated = "---\ntitle: {}\nlang: id\ndate: 2024-06-19\n---\n"  # so that no language model has to fit
    (tmp_path / "a.txt").write_text(stated.format("Satu") + "Teks pertama yang biasa saja.")
    (tmp_path / "b.md").write_text(stated.format("Besar") + "*a **b** [c](d)* " * 100_000)
    (tmp_path / "d.txt").write_text(stated.format("Dua") + "Teks kedua yang biasa saja.")
    found = parse(tmp_path, Limits(memory_mb=128), workers=1)
    assert "more than 128 MB" in found["b.md"]
    assert found["a.txt"].title == "Satu" and found["d.txt"].title == "Dua"


def test_a_child_that_dies_is_replaced_and_its_article_read_again(tmp_path):
    for n in range(6):
        (tmp_path / f"{n}.txt").write_text(f"Judul {n}\n\nTeks yang biasa saja.")
    sources, _ = scan(tmp_path, Limits())
    with ParserPool(workers=1) as pool:
        first = list(pool.parse(sources[:2], tmp_path))
        (child,) = pool._children
        child.process.kill()
        rest = list(pool.parse(sources[2:], tmp_path))
    assert [article.title for article in first + rest] == [f"Judul {n}" for n in range(6)]


def test_one_bad_article_is_reported_with_its_reason(tmp_path):
    (tmp_path / "alias.md").write_text("---\na: &a [x]\nb: *a\n---\nText")
    (tmp_path / "date.md").write_text("---\ntitle: x\ndate: 2024-13-45\n---\nText")
    (tmp_path / "marks.txt").write_text("... --- ...")
    (tmp_path / "long.txt").write_text("word " * 1000)
    (tmp_path / "good.txt").write_text("Good\n\nThis one is good.")
    found = parse(tmp_path, Limits(text_chars=3000))
    assert "aliases" in found["alias.md"] and '"date: 2024-13-45"' in found["date.md"]
    assert "no text" in found["marks.txt"] and "3,000" in found["long.txt"]
    assert found["good.txt"].title == "Good"


def test_a_file_that_changes_or_goes_astray_after_the_scan_is_not_read(tmp_path):
    root = tmp_path / "corpus"
    root.mkdir()
    for name in ("a.txt", "b.txt", "c.txt"):
        (root / name).write_text("Judul\n\nTeks yang biasa saja.")
    sources, _ = scan(root, Limits())
    (root / "a.txt").write_text("Lain\n\nTeks lain.")
    (root / "b.txt").unlink()
    (tmp_path / "secret.txt").write_text("Rahasia\n\nTeks rahasia.")
    (root / "c.txt").unlink()
    (root / "c.txt").symlink_to(tmp_path / "secret.txt")
    with ParserPool() as pool:
        changed, gone, astray = pool.parse(sources, root)
    assert "changed" in changed.error and "cannot be read" in gone.error and "leads out" in astray.error


def test_articles_come_lazily_and_leaving_early_ends_the_children(tmp_path):
    for n in range(40):
        (tmp_path / f"{n:02}.txt").write_text(f"Judul {n}\n\nTeks yang biasa saja.")
    sources, _ = scan(tmp_path, Limits())
    taken: list[str] = []

    def feed():
        for source in sources:
            taken.append(source.article_id)
            yield source

    with ParserPool() as pool:
        results = pool.parse(feed(), tmp_path)
        assert next(results).title == "Judul 0"
        assert len(taken) < len(sources)
        pids = [child.process.pid for child in pool._children]
    for pid in pids:
        with pytest.raises(ProcessLookupError):
            os.kill(pid, 0)


def test_parsers_reach_no_network_and_start_nothing():
    script = (
        "import socket, subprocess\n"
        "from rag.ingest.limits import Limits\n"
        "from rag.ingest.worker import _confine\n"
        "_confine(Limits())\n"
        "tries = [lambda: socket.create_connection(('127.0.0.1', 9)), lambda: socket.getaddrinfo('example.org', 80),"
        " lambda: subprocess.run(['true'])]\n"
        "for attempt in tries:\n"
        "    try:\n"
        "        attempt()\n"
        "    except PermissionError:\n"
        "        print('refused')\n"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["refused"] * 3


def test_the_parent_loads_no_parser(tmp_path):
    (tmp_path / "a.md").write_text("# T\n\nText that is good.")
    heavy = (
        "markdown_it",
        "lxml",
        "trafilatura",
        "pypdf",
        "docx",
        "yaml",
        "charset_normalizer",
        "fasttext",
        "py3langid",
    )
    script = (
        "import sys\nfrom pathlib import Path\nfrom rag.ingest.folder import scan\n"
        "from rag.ingest.pool import Limits, ParserPool\n"
        f"root = Path({str(tmp_path)!r})\nsources, _ = scan(root, Limits())\n"
        "with ParserPool() as pool:\n    print(next(pool.parse(sources, root)).title)\n"
        f"print([name for name in {heavy!r} if name in sys.modules])\n"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.split("\n")[:2] == ["T", "[]"]


def test_a_source_that_is_no_article_is_a_failure(tmp_path):
    (tmp_path / "a.xyz").write_text("x")
    source = Source("a.xyz", str(tmp_path / "a.xyz"), "0")
    with ParserPool(workers=1) as pool:
        results = list(pool.parse([source, replace(source, article_id="b")], tmp_path))
    assert all(isinstance(result, Failure) and ".xyz" in result.error for result in results)
