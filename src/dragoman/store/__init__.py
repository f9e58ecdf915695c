"""The only writer of the archive."""
