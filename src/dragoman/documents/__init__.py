"""From an article to its sentences, tokens, syntax and names."""
