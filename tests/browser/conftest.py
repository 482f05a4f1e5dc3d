"""The real page: `streamlit run` on a free loopback port, in Debian's Chromium, over an archive of its own."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

HOME = Path(__file__).resolve().parents[2]
SCREENSHOTS = HOME / ".rag" / "screenshots"
_PATIENCE = 30_000
"""Milliseconds that a page may take to show something: on two slow cores, while articles are being indexed."""
_FLAGS = (
    "--no-sandbox",  # continuous integration runs as root
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
)

HOSTILE_TITLE = "![t](http://evil.example/title.png) <img src=x onerror='pwned=1'> :red[Lamp] $x$"
HOSTILE = f"""---
title: "{HOSTILE_TITLE}"
source: "<b>Evil</b> ![s](http://evil.example/source.png)"
author: "<img src=http://evil.example/author.png>"
url: "javascript:pwned=2"
lang: en
published: 2025-05-15
---

![x](http://evil.example/pixel.png) <script>pwned = 3; fetch("http://evil.example/script")</script>

The keeper Ama Terrenholt lit the new lamp of the Vorlund lighthouse <img src="http://evil.example/i" onerror=pwned=4>.

The Vorlund harbour bell was cast on 4 May 2025 <img src=x onerror=pwned=7> ![b](http://evil.example/bell.png).

[link](http://evil.example/link) <svg onload="pwned=5"></svg> <iframe src="http://evil.example/frame"></iframe>
"""
ARABIC = """---
title: افتتاح جسر وادي النسرين
source: صحيفة الضفاف
lang: ar
published: 2025-03-08
---

افتتح الوزير سامر القرنفلي جسر وادي النسرين يوم الجمعة 7 مارس 2025 بحضور سكان القرى المجاورة.

ويبلغ طول الجسر 640 مترا، ويربط بين ضفتي الوادي.
"""
DIFFERING = {
    "viaduct-1.txt": ("The Ostrelle Courier", "The Ostrelle viaduct was opened on 3 May 2025 by Mayor Ilva Torrende."),
    "viaduct-2.txt": ("Marrow Valley News", "Mayor Ilva Torrende opened the Ostrelle viaduct on 5 May 2025."),
}
"""Articles that tell different days of one event: outlet and text."""


@dataclass
class App:
    """A running server and its folders."""

    url: str
    corpus: Path
    environment: dict[str, str]

    def rag(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        """The command line beside the page, in another process."""
        command = [sys.executable, "-m", "rag", *arguments]
        return subprocess.run(command, cwd=HOME, env=self.environment, capture_output=True, text=True, check=True)


@pytest.fixture(scope="session")
def serve(models_dir: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[Path, bool], App]]:
    """Start the page over a folder of articles, indexed first if wanted."""
    running: list[subprocess.Popen[bytes]] = []

    def serve(corpus: Path, indexed: bool) -> App:
        own = {key: value for key, value in os.environ.items() if not key.startswith(("RAG_", "STREAMLIT_"))}
        own |= {
            "RAG_CORPUS_DIR": str(corpus),
            "RAG_INDEX_DIR": str(tmp_path_factory.mktemp("state") / "index"),
            "RAG_MODELS_DIR": str(models_dir),
        }
        port = _free_port()
        app = App(f"http://127.0.0.1:{port}", corpus, own)
        if indexed:
            app.rag("index")
        log = (tmp_path_factory.mktemp("log") / "streamlit.log").open("wb")
        command = [sys.executable, "-m", "streamlit", "run", "app.py", "--server.port", str(port)]
        running.append(subprocess.Popen(command, cwd=HOME, env=own, stdout=log, stderr=log))
        _wait_for(app.url + "/_stcore/health")
        return app

    yield serve
    for process in running:
        process.terminate()
    for process in running:
        process.wait(20)


@pytest.fixture(scope="session")
def app(serve: Callable[[Path, bool], App], tmp_path_factory: pytest.TempPathFactory) -> App:
    """The page over a copy of the sample archive, with a hostile article, an Arabic one and two that differ besides."""
    corpus = tmp_path_factory.mktemp("archive") / "corpus"
    shutil.copytree(HOME / "corpus", corpus)
    (corpus / "hostile.txt").write_text(HOSTILE, encoding="utf-8")
    (corpus / "jisr.txt").write_text(ARABIC, encoding="utf-8")
    for name, (source, text) in DIFFERING.items():
        (corpus / name).write_text(f"---\nsource: {source}\nlang: en\n---\n\n{text}\n", encoding="utf-8")
    return serve(corpus, True)


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    path = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    assert path, "Chromium is missing: apt-get install chromium"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=list(_FLAGS))
        expect.set_options(timeout=_PATIENCE)
        yield browser
        browser.close()


@dataclass
class Session:
    """One person's browser: every request that it makes is noted."""

    context: BrowserContext
    page: Page
    requests: list[str] = field(default_factory=list)

    def open(self, app: App) -> Page:
        self.page.goto(app.url)
        return self.page

    def ask(self, question: str) -> None:
        """Ask, and wait for the outcome."""
        outcomes = self.page.locator(".rj-footer")
        before = outcomes.count()
        box = self.page.get_by_placeholder("Ask the articles, in any language")
        box.fill(question)
        box.press("Enter")
        outcomes.nth(before).wait_for(timeout=90_000)


@pytest.fixture
def visit(chromium: Browser, request: pytest.FixtureRequest) -> Iterator[Callable[..., Session]]:
    """A new session, of any width; what it shows is saved if the test fails."""
    sessions: list[Session] = []

    def visit(**options: object) -> Session:
        context = chromium.new_context(**({"viewport": {"width": 1280, "height": 900}} | options))
        context.set_default_timeout(_PATIENCE)
        session = Session(context, context.new_page())
        session.page.on("request", lambda sent: session.requests.append(sent.url))
        sessions.append(session)
        return session

    yield visit
    report = getattr(request.node, "report", None)
    for number, session in enumerate(sessions):
        if report is None or report.failed:
            SCREENSHOTS.mkdir(parents=True, exist_ok=True)
            session.page.screenshot(path=SCREENSHOTS / f"{request.node.name}-{number}.png")
        session.context.close()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item, call):
    report = yield
    if call.when == "call":
        item.report = report
    return report


def _free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return found.getsockname()[1]


def _wait_for(url: str, seconds: float = 60) -> None:
    end = time.monotonic() + seconds
    while True:
        try:
            urllib.request.urlopen(url, timeout=5).close()
            return
        except OSError:
            assert time.monotonic() < end, f"{url} does not answer"
            time.sleep(0.2)
