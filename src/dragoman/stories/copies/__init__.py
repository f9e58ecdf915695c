"""Which article was made from which: copies, excerpts, rewrites, digests, and families of articles that share a source.

What other parts of `stories` call:

- `families(lineages)`: article id -> id of its family, for articles that are related to any other; a family is one source.
- `n_independent(articles, family)`: how many independent sources tell something that these articles tell.
"""

from dragoman.stories.copies.families import families, n_independent

__all__ = ["families", "n_independent"]
