"""The table of a plan: what is shown, what is written into its cells, what is pasted."""
