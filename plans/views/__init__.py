"""The pages that only plans have."""
