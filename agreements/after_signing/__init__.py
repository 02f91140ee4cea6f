"""What follows on a binding text: amendments, later decisions, registration, the line of time."""
