"""Rows → content tree of an agreement."""

from documents.reading import read as read_agreement

__all__ = ["read_agreement"]
