"""A document as PDF and as one HTML file."""
