"""Plain text, with optional YAML front matter."""

from __future__ import annotations

from dataclasses import asdict

from rag.ingest.draft import Draft
from rag.ingest.encoding import decode
from rag.ingest.front_matter import parse_front_matter
from rag.ingest.limits import Limits
from rag.ingest.prose import clean, unwrapped


def read(data: bytes, limits: Limits) -> Draft:
    fields, body = parse_front_matter(decode(data))
    return Draft(text=unwrapped(clean(body)), **asdict(fields))
