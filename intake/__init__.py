"""Texts from outside: read into paragraphs, and the facts that Swedish sentences say."""
