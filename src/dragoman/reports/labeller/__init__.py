"""Learned reading of acts and roles, word by word, from the language model's vectors."""
