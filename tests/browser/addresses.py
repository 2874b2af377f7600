"""An address of every page there is: of each in the list of pages, and of each desk that pages lead to."""

from __future__ import annotations

import json
import re
import urllib.request
from collections.abc import Iterator
from typing import Any
from urllib.parse import quote

from accord.faces.web.desks import DESKS
from accord.world.pages import PAGES


def fetched(address: str) -> bytes:
    """What the portal answers."""
    with urllib.request.urlopen(address, timeout=20) as answer:
        return bytes(answer.read())


def twin(address: str, path: str) -> Any:
    """The JSON of a page."""
    return json.loads(fetched(f"{address}/en/-/{path}.json"))


def every_page(address: str) -> list[str]:
    """One address of every page of the record that is served, without its language."""
    parties = twin(address, "parties")["parties"]
    document = twin(address, "documents")["documents"][0]["symbol"]
    report = next(row["symbol"] for row in twin(address, "documents")["documents"] if row["kind"] == "report")
    units = twin(address, "units/" + quote(report, safe=""))["units"]
    given = {
        "party": next(row["party"] for row in parties if row["kind"] == "state"),
        "group": next(row["party"] for row in parties if row["kind"] == "group"),
        "index": "40",
        "body": twin(address, "bodies")["bodies"][0]["body"],
        "symbol": document,
        "document": report,
        "unit": units[0]["unit"] if units else "",
        "panel": twin(address, "panels")["panels"][0]["panel"],
    }
    found = [""]
    for page in PAGES.values():
        if page.name == "document":
            found += [document, report]
            continue
        named = [argument for argument in page.arguments if not argument.endswith("?")]
        assert set(named) <= set(given), f"a test must know an argument of the page {page.name}"
        if page.name == "unit" and not units:
            continue  # A record without the words of its report: the one of tests/attack has them.
        found.append("/".join(("-", page.name, *(quote(given[name], safe="") for name in named))))
    return [*found, *_desks(address, found)]


def _desks(address: str, pages: list[str]) -> Iterator[str]:
    """The first address of each desk or form that these pages link to: search, acting, drafts."""
    seen = {path.split("/")[1] for path in pages if path.startswith("-/")} | {"bundle"}
    for path in pages:
        for link in re.findall(r'(?:href|action)="/en/(-/[^"#?]+)', fetched(f"{address}/en/{path}").decode()):
            if link.split("/")[1] in DESKS and link.split("/")[1] not in seen and not link.endswith(".json"):
                seen.add(link.split("/")[1])
                yield link
