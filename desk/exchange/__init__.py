"""Documents of any kind in the open exchange format."""
