"""Pages of one document of any kind, and of those who are asked about it."""
