"""From a page to the news text on it: what is headline, body or boilerplate, and who published it when."""
