"""Another reader by a setting: a question-answering model in the layout of the hub, tiny and untrained."""

from pathlib import Path

import pytest

from rag.answer.hub_reader import HubReader
from rag.answer.reader import Reader
from rag.errors import ModelError
from rag.index.encoder import Encoder

PASSAGE = "Putin landed in Pyongyang on 19 June 2024. Путин прибыл в Пхеньян. 普京抵达平壤。" * 12


@pytest.fixture(scope="module")
def folder(tmp_path_factory, encoder: Encoder) -> Path:
    from transformers import BertConfig, BertForQuestionAnswering, PreTrainedTokenizerFast

    place = tmp_path_factory.mktemp("qa")
    tokenizer = PreTrainedTokenizerFast(
        tokenizer_object=encoder.base.tokenizer, model_max_length=128, pad_token="<pad>"
    )
    tokenizer.save_pretrained(place)
    config = BertConfig(
        vocab_size=250_100, hidden_size=16, num_hidden_layers=1, num_attention_heads=2, intermediate_size=16
    )
    BertForQuestionAnswering(config).save_pretrained(place)
    return place


def test_its_spans_are_the_passage_s_own_text(folder: Path, encoder: Encoder) -> None:
    reader = HubReader(Reader.load(encoder.base), str(folder))
    first, empty = reader.read("When did Putin land?", [PASSAGE, "  "])
    assert 0 < first.answerable < 1 and first.spans
    assert all(PASSAGE[span.start : span.end] == span.text for span in first.spans)
    assert empty.spans == () and empty.answerable == 0
    assert reader.read("When did Putin land?", [PASSAGE, "  "]) == [first, empty]


def test_a_model_that_is_not_there_is_named_with_what_to_do(encoder: Encoder) -> None:
    with pytest.raises(ModelError, match="RAG_READER"):
        HubReader(Reader.load(encoder.base), "/no/such/folder").read("When?", ["text"])
