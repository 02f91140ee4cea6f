"""What is slow: `make bench` measures it (`docs/performance.md`)."""
