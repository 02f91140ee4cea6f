"""Days, rhythms, organisations and registry numbers in Swedish sentences."""
