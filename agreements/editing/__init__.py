"""Editing a draft: its rows, two at once, and what it still lacks."""
