"""Addresses of pages: their hosts, and the address of a page within that of an archive, a cache or a proxy that shows it."""

from __future__ import annotations

import re
from pathlib import PurePath
from urllib.parse import unquote, urlsplit

from dragoman.ontology.sources import PageWords

LONGEST_COUNTRY = 2
_SAVED = re.compile(r"^(?:https?[_-]+)?(?P<host>www\.(?:[a-z0-9-]+\.)+[a-z]{2,12})(?=$|[_,;@#])", re.IGNORECASE)
_HOST = re.compile(r"^(?:[a-z0-9-]+\.)+[a-z]{2,12}$", re.IGNORECASE)


def host_of(url: str) -> str:
    """The host of an address (or of a bare host) without "www." and port, in lower case; empty where there is none."""
    try:
        host = urlsplit(url if "//" in url else f"//{url}").hostname or ""
    except ValueError:
        return ""
    return host.lower().removeprefix("www.").removeprefix("m.").removeprefix("amp.")


class Addresses:
    """What addresses hold: the name of a site; within that of an archive or a proxy, the address of the page it shows."""

    def __init__(self, words: PageWords) -> None:
        """Compile the patterns of `page_words.yaml`."""
        self._wrappers = [re.compile(pattern, re.IGNORECASE) for pattern in words.wrapped_addresses]
        self._registries = words.registries

    def opened(self, url: str) -> str:
        """The address of the page itself; an address that wraps none comes back as it is."""
        for pattern in self._wrappers:
            found = pattern.match(url)
            if found:
                inner = unquote(found["inner"])
                return inner if inner.startswith("http") else f"https://{inner}"
        return url

    def saved_from(self, path: str) -> str | None:
        """The address that a file's path mirrors ("www.bay.co.uk/world/1.html", "www.bay.co.uk_world_1.txt"), or `None`."""
        parts = PurePath(path.replace("\\", "/")).parts
        for index, part in enumerate(parts[:-1]):
            if _HOST.match(part) and (part.lower().startswith("www.") or self._registered(part)):
                return "https://" + "/".join(parts[index:])
        found = _SAVED.match(parts[-1]) if parts else None
        return f"https://{found['host']}/{parts[-1][found.end() + 1 :].replace('_', '/')}" if found else None

    def label(self, host: str) -> str:
        """The part of a host that somebody chose ("bay-herald.co.uk": "bayherald"), without hyphens."""
        labels = host_of(host).split(".")
        chosen = labels[:-1]
        if len(chosen) > 1 and chosen[-1] in self._registries and len(labels[-1]) <= LONGEST_COUNTRY:
            chosen = chosen[:-1]
        return chosen[-1].replace("-", "") if chosen else ""

    def _registered(self, folder: str) -> bool:
        """Whether a folder's name can only be a host: it ends in ".com", ".co.uk", ".gov"."""
        *labels, last = folder.lower().split(".")
        return last in self._registries or (
            len(labels) > 1 and labels[-1] in self._registries and len(last) <= LONGEST_COUNTRY
        )
