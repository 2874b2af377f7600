"""An address of every page and desk there is, found as a reader finds it: by following links."""

from __future__ import annotations

import re
import urllib.error
import urllib.request

from accord.faces.web.desks import DESKS
from accord.world.pages import PAGES

LINK = re.compile(r'(?:href|action)="/en/([^"#?]+)')
DOCUMENTS = 2
"""How many documents are read: each has the same page, a report has more of it."""


def fetched(address: str) -> str:
    """What the portal answers; nothing for what is no page."""
    try:
        with urllib.request.urlopen(address, timeout=20) as answer:
            kind = answer.headers["Content-Type"]
            return answer.read().decode() if kind.startswith("text/html") else ""
    except urllib.error.HTTPError:
        return ""


def every_page(address: str, *more: str) -> list[str]:
    """One address of every page of the record that is served, without its language; `more` are looked at too."""
    found: dict[str, None] = {}
    names: dict[str, int] = {}
    waiting = ["", *more, *(f"-/{p.name}" for p in PAGES.values() if all(a.endswith("?") for a in p.arguments))]
    while waiting:
        path = waiting.pop(0)
        parts = path.split("/")
        name = parts[1] if parts[0] == "-" else "document" if path else "home"
        most = DOCUMENTS if name == "document" else 1
        if path in found or names.get(name, 0) >= most or (path not in more and name == "bundle"):
            continue
        if parts[0] == "-" and name not in PAGES and name not in DESKS:
            continue
        text = fetched(f"{address}/en/{path}")
        if text:
            found[path] = None
            names[name] = names.get(name, 0) + 1
            waiting += [link for link in LINK.findall(text) if not link.endswith(".json")]
    return list(found)


def unreached(pages: list[str]) -> set[str]:
    """The pages of the portal that none of these addresses shows."""
    return {
        name
        for name in PAGES
        if name != "document" and not any(p == f"-/{name}" or p.startswith(f"-/{name}/") for p in pages)
    }
