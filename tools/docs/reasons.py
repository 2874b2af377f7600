"""Writes docs/reasons.md: why an act is refused, and why one that is on record has no effect.

python -m tools.docs.reasons
"""

from __future__ import annotations

from accord.acts.vocabulary import name_of
from accord.world.world import World
from tools.docs.acts import anchor
from tools.docs.source import DOCS, cell, english, gate_reasons, reasons_of, table

PAGE = DOCS / "reasons.md"

HEAD = """# Reasons

Made from the program by `make docs`; a test compares them. `accord judge`, `accord say` and every page give the code in
`--json` and these words, in the language asked for, everywhere else.
"""

GATE = """## Refused by the gate

What the gate refuses is no act, and never enters the record. Who may say what is not its business. An entry that it
would have refused, found in a record, fails the audit by name.
"""

RULES = """## Without effect

The act is on record, changes nothing, and this is the point of its rule that fails.
"""


def acts_by_reason() -> dict[str, list[str]]:
    """Reason → the acts that can meet it, in the order of the domain."""
    found: dict[str, list[str]] = {}
    for view in World("example.org/record").views:
        for act, (when, _) in view.folds.items():
            for reason in sorted(frozenset().union(*map(reasons_of, (when or {}).values()))):
                found.setdefault(reason, []).append(name_of(act))
    return found


def reasons() -> str:
    """The text of the page."""
    gate = [
        [f"<a id='{code}'></a>`{code}`", cell(english(f"reason.{code}")), ", ".join(f"`{m}`" for m in sorted(modules))]
        for code, modules in sorted(gate_reasons().items())
    ]
    ruled = [
        [
            f"<a id='{code}'></a>`{code}`",
            cell(english(f"reason.{code}")),
            ", ".join(f"[`{name}`](acts.md#{anchor(name)})" for name in names),
        ]
        for code, names in sorted(acts_by_reason().items())
    ]
    return "\n".join(
        [
            HEAD,
            GATE,
            table(["code", "words", "refused by"], gate),
            RULES,
            table(["code", "words", "acts that can meet it"], ruled),
        ]
    )


if __name__ == "__main__":
    PAGE.write_text(reasons(), encoding="utf-8")
