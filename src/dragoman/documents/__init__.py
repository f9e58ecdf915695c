"""From an article to its sentences, tokens, syntax and names."""

from dragoman.documents.document import Document, TokenBlock
from dragoman.documents.pipeline import load_language_model
from dragoman.documents.stage import DocumentStage

__all__ = ["Document", "DocumentStage", "TokenBlock", "load_language_model"]
