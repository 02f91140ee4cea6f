"""The agreement outside the program: PDF, HTML file, cover sheet, and the letterhead they share."""
