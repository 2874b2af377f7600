"""Writes every reference page that is made from the program: docs/acts.md, reasons.md, pages.md, commands.md."""

from __future__ import annotations

from tools.docs import acts, commands, pages, reasons

MADE = {
    acts.PAGE: acts.acts,
    reasons.PAGE: reasons.reasons,
    pages.PAGE: pages.pages,
    commands.PAGE: commands.commands,
}
"""File → what it must hold."""

if __name__ == "__main__":
    for file, text in MADE.items():
        file.write_text(text(), encoding="utf-8")
