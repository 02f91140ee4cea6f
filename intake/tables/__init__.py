"""Sheets from outside, Excel or CSV, read into plain tables of texts."""
