"""Makes the reader's weights: ``python -m rag.answer.training DATA_DIR``."""
