"""All work with one document of any kind: pages, history, editing, print, Word, exchange."""
