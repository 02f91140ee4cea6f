"""Comments, proposed wordings and what was sent and received, where they touch the agreement."""
