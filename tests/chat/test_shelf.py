"""What the page says and offers when a run has stopped to ask."""

import sys
import time

import pytest
from streamlit.testing.v1 import AppTest

from rag.assistant import Archive
from rag.chat.archive import summary
from rag.chat.indexer import Indexer
from rag.chat.shelf import asked
from rag.errors import IndexMissing
from rag.index.plan import Loss
from rag.index.records import Indexed

REPORT = '{"added": 0, "changed": 0, "deleted": 7, "unchanged": 13, "failed": [], "passages": 13, "seconds": 0.1}'


def page(indexer):
    from rag.chat.shelf import show_job

    show_job(indexer.job, indexer)


def refusing(problem: str) -> Indexer:
    """An indexer whose command fails with ``problem`` unless it is told --force."""
    code = f"import sys\nif '--force' not in sys.argv: print({'Error: ' + problem!r}, file=sys.stderr); sys.exit(1)\n"
    return Indexer((sys.executable, "-c", code + f"print({REPORT!r})"))


def finish(indexer: Indexer) -> None:
    end = time.monotonic() + 20
    while indexer.job.running:
        assert time.monotonic() < end
        time.sleep(0.02)


def said(app: AppTest) -> str:
    assert not app.exception
    return "".join(html.proto.body for html in app.get("html"))


@pytest.mark.parametrize("options", [(), ("--rebuild",)])
def test_articles_that_are_gone_are_asked_about_and_removed_at_a_click(options):
    indexer = refusing(f"{Loss(7, 20, '<b>news</b>')} What cannot be read there: a.rtf.")
    indexer.start(*options)
    finish(indexer)
    app = AppTest.from_function(page, kwargs={"indexer": indexer}).run()
    assert "7 of the 20 indexed articles are gone" in said(app) and "Did you mean to remove them?" in said(app)
    assert "What cannot be read there: a.rtf." in said(app)
    assert "--force" not in said(app) and "<b>" not in said(app)
    assert [button.label for button in app.button] == ["Remove 7 articles from the index"]
    app.button[0].click().run()
    finish(indexer)
    assert indexer.job.options == (*options, "--force", "--at-most=7")
    assert "7 removed, 13 unchanged" in said(app.run()) and not app.button


def test_another_problem_is_told_and_offers_nothing():
    indexer = refusing("The folder news has no articles. Add articles (.txt).")
    indexer.start()
    finish(indexer)
    app = AppTest.from_function(page, kwargs={"indexer": indexer}).run()
    assert "The folder news has no articles." in said(app) and not app.button


def test_one_article_and_all_of_them_are_asked_about_in_words_that_fit():
    assert asked(Loss(1, 1, "news")).startswith("The only indexed article is gone from the folder `news`.")
    assert "Did you mean to remove it?" in asked(Loss(1, 1, "news"))
    assert asked(Loss(1200, 1200, "news")).startswith("All 1,200 indexed articles are gone")


class FakeAssistant:
    """Holds an archive of one version, or none."""

    def __init__(self, articles, version):
        self._articles, self._version, self.library = articles, version, self

    def version(self):
        if self._version is None:
            raise IndexMissing("Nothing is indexed.")
        return self._version

    def archive(self):
        return Archive(tuple(self._articles), len(self._articles))


def test_an_index_that_all_articles_have_left_is_as_good_as_none():
    assert summary(FakeAssistant([], None)) is None
    assert summary(FakeAssistant([], "emptied")) is None
    one = Indexed("a.txt", "1", "A", "en", None, None, None, None, frozenset(), 1, "2026-01-01T00:00:00")
    found = summary(FakeAssistant([one], "filled"))
    assert found and found.articles == 1
