"""Reads news pages about international politics and leaves an archive of coded events, each traced to its words."""

__version__ = "0.1.0"
