"""A desk: a record of one's own, with a State that has a key."""

from __future__ import annotations

import json
from pathlib import Path

from tests.faces.running import accord


class Desk:
    """A record of one's own, with a State that has a key."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.record = folder / "record"
        made = accord("new", self.record, "--origin", "desk.example/acts", "--json")
        assert made.status == 0, made.err
        self.secretariat = Path(made.json["secretariat_key"])
        self.state = folder / "st-a.key"
        vkey = accord("key", "new", self.state, "--name", "st-a.example", "--json").json["vkey"]
        self.says(
            {"verb": "party.enter/1", "party": "ST-A", "kind": "state", "name": text("State A")}, self.secretariat
        )
        self.says({"verb": "key.register/1", "party": "ST-A", "vkey": vkey}, self.secretariat, self.state)

    def act(self, **act: object) -> Path:
        """An act in a file."""
        file = self.folder / "act.json"
        file.write_text(json.dumps(act), encoding="utf-8")
        return file

    def says(self, act: dict[str, object], *keys: Path) -> dict[str, object]:
        """Says an act that must count; its receipt."""
        signed = [part for key in keys for part in ("--key", key)]
        ran = accord("say", self.record, self.act(**act), *signed, "--json")
        assert ran.status == 0, ran
        receipt: dict[str, object] = ran.json
        return receipt


def text(words: str) -> dict[str, object]:
    """An English text as JSON."""
    return {"original": "en", "said": {"en": words}}
