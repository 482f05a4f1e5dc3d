"""How dates are written in each language, and how they are read; :mod:`rag.ingest.dates` is the way in."""
