"""What changes did, in words and as redlines, and how one is taken back."""
