"""Settings come from the environment and nowhere else, and a bad one says which it is."""

from pathlib import Path

import pytest

from rag.errors import SettingsError
from rag.settings import Settings, load


def test_environment_and_overrides(monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)
    (tmp_path / ".env").write_text("RAG_HITS=7\nRAG_THREADS=1\nOTHER=x\n")
    monkeypatch.setenv("RAG_THREADS", "2")
    assert (load().hits, load().threads) == (7, 2)
    assert load(index_dir=tmp_path).index_dir == tmp_path
    assert load(index_dir=None).index_dir == Settings().index_dir


@pytest.mark.parametrize("name", ["corpus_dir", "index_dir", "models_dir"])
def test_folders_begin_at_home_and_empty_means_the_default(monkeypatch, tmp_path, name):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HOME", str(tmp_path / "me"))
    default = Settings.model_fields[name].default
    (tmp_path / ".env").write_text(f"RAG_{name.upper()}=~/news\n")
    assert getattr(load(), name) == tmp_path / "me" / "news"
    monkeypatch.setenv(f"RAG_{name.upper()}", "")
    assert getattr(load(), name) == default
    assert getattr(load(**{name: tmp_path}), name) == tmp_path
    monkeypatch.setenv(f"RAG_{name.upper()}", "~no-such-user/news")
    with pytest.raises(SettingsError, match=f"RAG_{name.upper()}.*whole path"):
        load()


def test_a_bad_value_names_its_variable(monkeypatch):
    monkeypatch.setenv("RAG_HITS", "many")
    with pytest.raises(SettingsError, match="RAG_HITS"):
        load()


def test_every_setting_says_what_it_is():
    assert all(field.description for field in Settings.model_fields.values())


def test_the_readme_lists_every_setting():
    readme = (Path(__file__).resolve().parent.parent / "README.md").read_text(encoding="utf-8")
    for name, field in Settings.model_fields.items():
        (line,) = (line for line in readme.splitlines() if line.startswith(f"| `RAG_{name.upper()}` |"))
        assert field.description in line
        if isinstance(field.default, int | float):
            assert f"| `{field.default:g}` |" in line


def test_an_empty_address_is_none(monkeypatch):
    monkeypatch.setenv("RAG_CHROMA_URL", "")
    assert load().chroma_url is None
