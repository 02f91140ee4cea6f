"""What the paragraphs of a manuscript are, one topic a file; `proposing` puts it together."""
