"""Everything that Rujukan raises on purpose.

::

    RagError                     a message for people: the object, the cause, the next command
    ├── SettingsError            a setting that cannot be used
    ├── ArticleError             one article that cannot be read; reported, never fatal to a sync
    ├── ModelError               a model that cannot be loaded
    ├── CorpusError              a corpus that is missing, empty or mostly gone
    └── IndexError_              an index that cannot be used
        ├── IndexMissing         nothing has been indexed yet
        ├── IndexMismatch        built with other settings than these
        ├── IndexLocked          another process is writing it
        └── IndexDamaged         broken, or verification failed
"""

from __future__ import annotations


class RagError(Exception):
    """Base of all errors; ``str()`` of it is fit to be shown to a person."""


class SettingsError(RagError):
    pass


class ArticleError(RagError):
    pass


class ModelError(RagError):
    pass


class CorpusError(RagError):
    pass


class IndexError_(RagError):
    pass


class IndexMissing(IndexError_):
    pass


class IndexMismatch(IndexError_):
    pass


class IndexLocked(IndexError_):
    pass


class IndexDamaged(IndexError_):
    pass
