"""Readers of public test sets, scorers and floors."""
