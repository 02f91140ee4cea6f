"""Plans: what the partnership does about what it sees, by whom and when."""
