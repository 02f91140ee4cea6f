"""A plan's rows as an Excel or CSV file, and such files from outside as rows of a plan."""
