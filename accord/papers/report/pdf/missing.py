"""What a PDF cannot be made without: fonts, and what Debian calls them."""

from __future__ import annotations

PACKAGES = {
    "Noto Serif": "fonts-noto-core",
    "Noto Naskh Arabic": "fonts-noto-core",
    "Noto Serif CJK SC": "fonts-noto-cjk",
}
"""Where Debian has each font."""


class NoFonts(LookupError):
    """The fonts for a language are not on this machine: `fonts` are missing, Debian has them in `packages`."""

    def __init__(self, fonts: tuple[str, ...]) -> None:
        self.fonts = fonts
        self.packages = tuple(sorted({PACKAGES[font] for font in fonts}))
        super().__init__(f"no fonts {', '.join(fonts)}; Debian has them in {', '.join(self.packages)}")


class NoGlyph(LookupError):
    """No font on this machine has a character of the report; `packages` of Debian have most scripts."""

    packages = ("fonts-noto-cjk", "fonts-noto-core", "fonts-noto-extra")
