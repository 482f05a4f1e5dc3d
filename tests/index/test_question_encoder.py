"""The encoder for questions, on the real encoder and the shipped corrections."""

from __future__ import annotations

import json
import shutil
from dataclasses import replace

import numpy as np
import pytest
import torch

from rag.errors import ModelError
from rag.index import embedded, question_encoder
from rag.index.bert import Base
from rag.index.encoder import Encoder
from rag.index.question_encoder import DOWN, UP, QuestionEncoder, corrected
from rag.settings import Settings


@pytest.fixture(scope="module")
def base(models_dir):
    return Base.load(embedded.install(models_dir))


@pytest.fixture(scope="module")
def questions(base):
    return QuestionEncoder.load(base)


def test_a_subject_has_unit_length_and_is_always_the_same(questions):
    one, again = questions.subject("Kapan banjir itu?"), questions.subject("Kapan banjir itu?")
    assert one.dtype == np.float32 and np.linalg.norm(one) == pytest.approx(1, abs=1e-3)
    assert np.array_equal(one, again)


@pytest.mark.parametrize("question", ["", " ", "?", "слово " * 2000, "\ud800", "a\u0000b"])
def test_any_question_has_one(questions, question):
    assert np.isfinite(questions.subject(question.encode("utf-8", "replace").decode())).all()


def test_the_same_question_of_any_language_asks_for_the_same(questions):
    same = [
        "Who built the bridge over the Kapuas river?",
        "Siapa yang membangun jembatan di atas Sungai Kapuas?",
        "Кто построил мост через реку Капуас?",
        "من بنى الجسر فوق نهر كابواس؟",
        "谁建造了卡普阿斯河上的桥？",
        "カプアス川の橋を建設したのは誰ですか。",
        "카푸아스강 다리는 누가 건설했습니까?",
        "ใครสร้างสะพานข้ามแม่น้ำกาปัวส์",
        "कपुआस नदी पर पुल किसने बनाया?",
    ]
    others = [
        "When did the price of rice fall?",
        "Kapan harga beras turun?",
        "Когда упала цена на рис?",
        "متى انخفض سعر الأرز؟",
        "大米价格什么时候下降的？",
        "米の値段はいつ下がりましたか。",
        "쌀값은 언제 내렸습니까?",
        "ราคาข้าวลดลงเมื่อใด",
        "चावल का दाम कब गिरा?",
    ]
    bridges, prices = (np.stack([questions.subject(text) for text in texts]) for texts in (same, others))
    apart = bridges @ prices.T
    together = bridges @ bridges.T
    assert together.min() > apart.max()


def test_without_corrections_the_encoder_is_itself(base):
    matrix = "layers.0.qkv.weight"
    rows, columns = base.state[matrix].shape
    nothing = {matrix + DOWN: torch.ones(2, columns), matrix + UP: torch.zeros(rows, 2)}
    assert torch.equal(corrected(base.state, nothing)[matrix], base.state[matrix])


@pytest.mark.parametrize("other", [{"query_prompt": "ask: "}, {"passage_prompt": ""}, {"model": "some/model"}])
def test_vectors_that_it_was_not_trained_on_are_left_alone(models_dir, other):
    assert Encoder(Settings(models_dir=models_dir, **other)).questions is None


def test_damaged_missing_and_foreign_corrections_are_named(base, tmp_path):
    lower = {name: tensor for name, tensor in base.state.items() if not name.startswith("layers.11.")}
    with pytest.raises(ModelError, match="are not of the encoder"):
        QuestionEncoder.load(replace(base, state=lower))
    folder = shutil.copytree(question_encoder.MODEL_DIR, tmp_path / "model")
    weights = folder / "question.safetensors"
    data = bytearray(weights.read_bytes())
    data[-1] ^= 1
    weights.write_bytes(data)
    with pytest.raises(ModelError, match=r"question\.safetensors is damaged"):
        QuestionEncoder.load(base, folder)
    weights.unlink()
    with pytest.raises(ModelError, match=r"question\.safetensors cannot be read"):
        QuestionEncoder.load(base, folder)
    (folder / "question.json").write_text(json.dumps({"base": "x"}))
    with pytest.raises(ModelError, match=r"question\.json"):
        QuestionEncoder.load(base, folder)
