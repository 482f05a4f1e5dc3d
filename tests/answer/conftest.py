"""The reader on the real encoder and the shipped weights."""

import pytest

from rag.answer.reader import Reader
from rag.index import embedded
from rag.index.bert import Base


@pytest.fixture(scope="session")
def encoder_dir(models_dir):
    return embedded.install(models_dir)


@pytest.fixture(scope="session")
def base(encoder_dir):
    return Base.load(encoder_dir)


@pytest.fixture(scope="session")
def reader(base):
    return Reader.load(base)
