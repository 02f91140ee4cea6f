"""Editing rows in place: where forms stand, two who edit at once, words replaced."""
