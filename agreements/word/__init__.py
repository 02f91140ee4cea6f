"""The agreement as a Word file, and what someone changed in it when it comes back."""
