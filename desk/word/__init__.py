"""Documents as Word files, and what was changed in one that comes back."""
