"""What tests of the index share."""

import pytest

from rag.index.fingerprint import fingerprint
from rag.index.library import Library


@pytest.fixture
def library(settings, encoder):
    """Reads this test's own index."""
    library = Library(settings.index_dir, None, fingerprint(settings, encoder), encoder.words)
    yield library
    library.close()
