"""The only reader of the environment: ``RAG_*`` variables and a ``.env`` file in the working directory."""

from __future__ import annotations

from pathlib import Path

from pydantic import Field, ValidationError, ValidationInfo, field_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

from rag.errors import SettingsError

_HOME = Path(__file__).resolve().parent.parent


class Settings(BaseSettings):
    """Every setting, with its default. A field ``index_dir`` is read from ``RAG_INDEX_DIR``."""

    model_config = SettingsConfigDict(env_prefix="RAG_", env_file=".env", extra="ignore", frozen=True)

    corpus_dir: Path = Field(default=_HOME / "corpus", description="Folder of articles.")
    index_dir: Path = Field(default=_HOME / ".rag" / "index", description="Folder of the index (derived, disposable).")
    models_dir: Path = Field(default=_HOME / ".rag" / "models", description="Folder of converted models.")
    chroma_url: str | None = Field(default=None, description="Chroma server to use instead of the embedded index.")
    model: str = Field(
        default="embedded",
        description='Encoder: "embedded", a local sentence-transformers folder, or a model name of the hub.',
    )
    query_prompt: str | None = Field(default=None, description="Prefix of a query (default: what the model says).")
    passage_prompt: str | None = Field(default=None, description="Prefix of a passage (default: what the model says).")
    reader: str = Field(
        default="embedded",
        description='Reader: "embedded", or a folder or hub name of another extractive question-answering model.',
    )
    threads: int = Field(default=0, ge=0, description="Threads of the models (0: all cores).")
    passage_tokens: int = Field(default=160, ge=32, le=480, description="Largest passage, in tokens of the model.")
    hits: int = Field(default=12, ge=1, le=200, description="Passages read for one answer.")
    abstain_below: float = Field(
        default=0.1, ge=0, le=1, description="Least probability with which an answer is given instead of abstaining."
    )
    parse_seconds: float = Field(default=20, gt=0, description="Longest time to parse one article.")
    parse_memory_mb: int = Field(default=1024, ge=256, description="Most memory to parse one article, in MB.")
    file_mb: float = Field(default=20, gt=0, description="Largest article file, in MB.")

    @field_validator("chroma_url", mode="before")
    @classmethod
    def _empty_is_none(cls, value: object) -> object:
        return None if value == "" else value

    @field_validator("corpus_dir", "index_dir", "models_dir", mode="before")
    @classmethod
    def _folder(cls, value: object, info: ValidationInfo) -> object:
        """Empty means the default; ``~`` is whose home it is in a shell, which never sees a line of .env."""
        if value == "" and info.field_name:
            return cls.model_fields[info.field_name].default
        try:
            return Path(value).expanduser() if isinstance(value, str | Path) else value
        except RuntimeError as error:  # there is no such user
            raise ValueError(f"{error} Give the whole path") from error


def load(**overrides: object) -> Settings:
    """Settings from the environment; keyword arguments that are not None win over it.

    Raises:
        SettingsError: a value that cannot be used; the message names its variable.
    """
    try:
        return Settings(**{name: value for name, value in overrides.items() if value is not None})  # type: ignore[arg-type]
    except ValidationError as error:
        problems = "; ".join(f"RAG_{'_'.join(map(str, e['loc'])).upper()}: {e['msg']}" for e in error.errors())
        raise SettingsError(
            f"Cannot use these settings: {problems}. Correct the variable or the line in .env."
        ) from error
