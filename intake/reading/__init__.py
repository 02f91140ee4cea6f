"""From Word, HTML or plain text to paragraphs, in one form for all sources."""
