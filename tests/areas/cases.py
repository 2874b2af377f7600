"""What a case of a rule is, and the cases that every rule with the same parts has."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any, TypeVar

import msgspec

from accord.acts.values import Source, Value
from accord.acts.vocabulary import Act
from accord.areas.bodies.acts import EstablishBody
from accord.areas.documents.acts import RegisterDocument
from accord.keys.signers import Signer
from tests.areas.reasons import reasons
from tests.scene import Scene, founded, said, source

V = TypeVar("V", bound=Value)

BODY = "AC.900"
PAPER = "A/AC.900/WP.1"
REPORT = "A/70/900"

Made = Act | Callable[[Scene], Act]
"""An act, or how it is made of what is on the scene."""


@dataclass(frozen=True)
class Case:
    """An act that a rule judges. Without a reason it holds."""

    rule: str
    sentence: str
    act: Made
    reason: str | None = None
    by: str = "editor"
    before: tuple[tuple[str, Made], ...] = ()
    """What is said first, and by whom; each of it counts."""
    signers: Callable[[Scene], list[Signer]] | None = None
    judged_only: bool = False
    """True where the gate would refuse the act, so that only a preview can reach the rule."""
    scene: Callable[[], Scene] = field(default=lambda: stage())

    def __str__(self) -> str:
        return f"{self.rule}: {self.sentence}"


def stage() -> Scene:
    """Two editors, four States with keys, a group, and a body with a paper and a report."""
    scene = founded().makes_recorder("editor").makes_recorder("editor-2")
    scene.enters("ST-A", "ST-B", "ST-Z").enters("ST-C", with_key=False).enters("friends", kind="group", with_key=False)
    for act in (
        EstablishBody(body=BODY, name=said("A group"), resolution="A/RES/69/900"),
        RegisterDocument(
            symbol=PAPER, body=BODY, kind="working-paper", submitter="sponsors", sponsors=("ST-A",), source=source()
        ),
        RegisterDocument(symbol=REPORT, body=BODY, kind="report", source=source()),
    ):
        assert scene.does("secretariat", act).counts
    return scene


def made(act: Made, scene: Scene) -> Act:
    """The act itself."""
    return act if isinstance(act, Act) else act(scene)


def changed(act: V, **fields: Any) -> V:
    """The same act or value with other fields."""
    return msgspec.structs.replace(act, **fields)


def unsourced(act: Act) -> Act:
    """The same act, naming no source."""
    grounds = getattr(act, "grounds", None)
    return changed(act, source=None) if grounds is None else changed(act, grounds=changed(grounds, source=Source()))


def common(area: str, holds: Case) -> Iterator[Case]:
    """The cases that follow from an act that holds: the voice it is said in, its body, and its corrections."""
    given = reasons()[area][holds.rule]
    act, rule, first = holds.act, holds.rule, holds.before

    def case(sentence: str, reason: str | None, act: Made = act, by: str = holds.by, **more: Any) -> Case:
        return Case(rule, sentence, act, reason, by, **{"before": first, **more})

    if "not-a-recorder" in given:
        yield case("an outsider is on record without effect", "not-a-recorder", by="ST-Z")
        yield case("a recorder names the source", "no-source", lambda s: unsourced(made(act, s)))
        yield case("the secretariat needs no source", None, lambda s: unsourced(made(act, s)), "secretariat")
    if "unknown-body" in given:
        yield case("a body that is not established", "unknown-body", lambda s: changed(made(act, s), body="none"))
    if "nothing-to-correct" in given:
        once = (*first, (holds.by, act))

        def correction(scene: Scene) -> Act:
            return changed(made(act, scene), corrects=scene.last)

        yield case("nothing to correct is on record", "nothing-to-correct", lambda s: changed(made(act, s), corrects=0))
        yield case("the same a second time", "already-recorded", before=once)
        yield case(
            "a correction of another entry",
            "not-the-current-entry",
            lambda s: changed(made(act, s), corrects=0),
            before=once,
        )
        yield case("another recorder's correction", "not-the-recorder", correction, "editor-2", before=once)
        yield case("the recorder corrects", None, correction, before=once)
        yield case("the secretariat corrects", None, correction, "secretariat", before=once)
        yield case(
            "a correction is corrected",
            None,
            lambda s: changed(made(act, s), corrects=s.last),
            before=(*once, (holds.by, correction)),
        )
