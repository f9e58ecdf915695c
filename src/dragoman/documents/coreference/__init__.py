"""Which words of a document name the same: pronouns, names and noun phrases in chains."""

from dragoman.documents.coreference.phrases import Known
from dragoman.documents.coreference.resolver import Chain, Link, Mention, Resolution, Resolver

__all__ = ["Chain", "Known", "Link", "Mention", "Resolution", "Resolver"]
