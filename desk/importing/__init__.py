"""Files in the exchange format → new documents."""
