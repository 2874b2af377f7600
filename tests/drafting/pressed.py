"""Reads the desks as a browser does: fields of forms, words of the page."""

from __future__ import annotations

from typing import Any
from urllib.parse import quote

from lxml import html  # type: ignore[import-untyped]

from accord.faces.web.answers import Answer
from tests.acting.desk import Desk


def desk_of(draft: str, *more: str, lang: str = "en", name: str = "amend") -> str:
    """The address of a desk of drafting."""
    return f"/{lang}/-/{name}/" + "/".join(quote(part, safe="") for part in (draft, *more))


def page(answer: Answer) -> Any:
    """The page of an answer."""
    return html.fromstring(answer.body.decode())


def words(answer: Answer, path: str = "//main") -> str:
    """The words at a place of the page."""
    return " ".join(" ".join(found.text_content() for found in page(answer).xpath(path)).split())


def fields(answer: Answer, form: int = 0) -> dict[str, str]:
    """What a form of `main` would send, without a button pressed; an end of line that opens a text box is no text."""
    found = page(answer).xpath("//main//form")[form]
    return {name: value.removeprefix("\n") for name, value in found.form_values() if name}


def press(desk: Desk, address: str, answer: Answer, do: str, **typed: str) -> Answer:
    """Types into the first form of a page and presses one of its buttons."""
    given = {name.replace("__", "."): value for name, value in typed.items()}
    sent = fields(answer) | given | {"do": do}
    buttons = page(answer).xpath(f"//main//form[1]//button[@name='do'][@value={do!r}]")
    assert buttons, f"no button {do}"
    return desk.post(address, sent)
