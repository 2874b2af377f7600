"""What is wrong with a request for a file of the record, told to a machine: a line of text, or a problem in JSON.

Who asks for a tile, a checkpoint or the health of the site is a program; a page in HTML would tell it nothing.
"""

from __future__ import annotations

from collections.abc import Mapping
from http import HTTPStatus

import msgspec

from accord.faces.web.answers import PROBLEM, TEXT, Answer, preferred
from accord.faces.web.missing import Problem
from accord.words.catalogue import say
from accord.words.languages import CODES

FILES = frozenset({"checkpoint", "health", "policy", "schema", "static", "tile"})
"""The first part of the addresses under which files lie."""
IN_JSON = frozenset({"health", "schema"})
"""Of them, those that answer in JSON."""


def is_file(path: str) -> bool:
    """Whether an address is that of a file.

    >>> is_file("/tile/0/000"), is_file("/healthy"), is_file("/en/-/documents")
    (True, False, False)
    """
    return path.split("/")[1] in FILES


def refused(status: int, code: str, path: str, headers: Mapping[str, str], **values: object) -> Answer:
    """Why there is no answer: in JSON where the reader asks for it or the file would be in it, else as text."""
    lang = preferred(headers.get("accept-language", ""), CODES)
    detail = say(lang, code, **values)
    vary = (("Vary", "Accept, Accept-Language"),)
    if _wants_json(path, headers.get("accept", "")):
        problem = Problem(HTTPStatus(status).phrase, status, detail)
        return Answer(status, PROBLEM, msgspec.json.encode(problem), vary)
    return Answer(status, TEXT, f"{status} {HTTPStatus(status).phrase}: {detail}\n".encode(), vary)


def _wants_json(path: str, accept: str) -> bool:
    """What the reader names decides; where it names neither, the file."""
    asked = [kind for kind in ("json", "text/plain") if kind in accept.lower()]
    if len(asked) == 1:
        return asked == ["json"]
    return path.split("/")[1] in IN_JSON or path.endswith(".json")
