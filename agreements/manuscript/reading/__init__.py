"""A text from outside, Word, HTML or plain, read into paragraphs."""
