"""Content tree → rows of an agreement."""

from documents.writing import copied_key, kept_key
from documents.writing import write as write_agreement

__all__ = ["copied_key", "kept_key", "write_agreement"]
