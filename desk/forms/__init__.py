"""Forms of what every kind of document has."""
