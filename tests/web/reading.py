"""Reads a page as a browser would, as far as the tests ask."""

from __future__ import annotations

from html.parser import HTMLParser


class Read(HTMLParser):
    """The elements of a page, its links, its text."""

    VOID = frozenset({"meta", "link", "input", "br", "rect"})

    def __init__(self, text: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.inline: list[str] = []
        self.open: list[str] = []
        self.words: list[str] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        assert len(given) == len(attrs), f"an attribute twice in <{tag}>"
        self.elements.append((tag, given))
        if tag == "style" or "style" in given or (tag == "script" and not given.get("src")):
            self.inline.append(tag)
        self.inline += [name for name in given if name.startswith("on")]
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self.open, f"</{tag}> closes nothing"
        assert self.open.pop() == tag, f"</{tag}> closes another element"

    def handle_data(self, data: str) -> None:
        self.words.append(data)

    def all(self, tag: str) -> list[dict[str, str | None]]:
        return [given for name, given in self.elements if name == tag]

    @property
    def links(self) -> list[str]:
        return [str(given["href"]) for given in self.all("a") if "href" in given]

    @property
    def text(self) -> str:
        return " ".join(" ".join(self.words).split())
