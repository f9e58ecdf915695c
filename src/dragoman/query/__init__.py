"""The only reader of the archive."""
