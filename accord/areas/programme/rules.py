"""When an act about elements and approaches counts.

That the steps of an approach go round, or that a deadline cannot be met, is no matter of rules: a party may table
what it likes, and the page of the approach names what does not fit together (`conflicts.py`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from accord.acts.entry import Entry
from accord.acts.rulings import insist
from accord.areas.bodies.rules import insist_body
from accord.areas.meetings.rules import key
from accord.areas.parties.rules import insist_correction, insist_parties, insist_voice

if TYPE_CHECKING:
    from accord.areas.programme.acts import Step, TableApproach
    from accord.areas.programme.view import Programme


def target(act: Any) -> str:
    """The key of what a party supports: an element or an approach."""
    return f"element {act.element}" if act.element is not None else f"approach {act.approach}"


def trace(act: Any) -> str:
    """The key of a link of a proposal to an element, by its author."""
    return f"{act.element} {key(act.body, act.proposal)} {act.author}"


def insist_elements(view: Programme, *labels: str) -> None:
    """The elements are in the record."""
    insist(all(label in view.tables.elements for label in labels), "unknown-element")


def insist_approach(view: Programme, label: str) -> None:
    """The approach is in the record."""
    insist(label in view.tables.approaches, "unknown-approach")


def insist_once(named: tuple[Any, ...]) -> None:
    """Nothing is named twice."""
    insist(len(set(named)) == len(named), "named-twice")


# Elements.


def may_table_element(entry: Entry[Any], view: Programme) -> None:
    """By who tables it, the secretariat or a recorder; a part is a part of a whole that is in the record."""
    act = entry.act
    insist_parties(view.parties, act.sponsor)
    current = view.tables.elements.get(act.element)
    if act.part_of is not None:
        insist_elements(view, act.part_of)
        insist(act.part_of != act.element and not view.parts(act.element), "part-of-a-part")
        insist(view.tables.elements[act.part_of].act.part_of is None, "part-of-a-part")
    insist_voice(entry, view.parties, act.sponsor)
    insist_correction(entry, view.parties, current, None if current is None else current.act.sponsor)


def may_classify(entry: Entry[Any], view: Programme) -> None:
    """The author says it, or somebody records it; a classification at first has something to say."""
    act = entry.act
    insist_elements(view, act.element)
    insist_parties(view.parties, act.author)
    for facet in (act.undertaken, act.purpose, act.stage, act.term, act.nature):
        insist_once(facet)
    insist_voice(entry, view.parties, act.author)
    current = view.tables.classifications.get(act.element, {}).get(act.author)
    insist(current is not None or act.undertaken or act.purpose or act.stage or act.term or act.nature, "says-nothing")
    insist_correction(entry, view.parties, current, act.author)


def may_relate(entry: Entry[Any], view: Programme) -> None:
    """The elements are in the record and named just where the issue bears upon named ones."""
    act = entry.act
    insist_elements(view, *act.elements)
    insist_once(act.elements)
    insist((act.bearing == "named-elements") == bool(act.elements), "elements-where-they-are-named")
    insist_parties(view.parties, act.author)
    insist_voice(entry, view.parties, act.author)
    current = view.tables.issues.get(act.issue)
    insist_correction(entry, view.parties, current, None if current is None else current.act.author)


# Approaches.


def may_table_approach(entry: Entry[Any], view: Programme) -> None:
    """By whose it is, the secretariat or a recorder; its steps say nothing that the approach says it does not."""
    act = entry.act
    insist_parties(view.parties, act.sponsor)
    insist_once(act.features)
    insist_steps(act)
    insist_voice(entry, view.parties, act.sponsor)
    current = view.tables.approaches.get(act.approach)
    insist_correction(entry, view.parties, current, None if current is None else current.act.sponsor)


def insist_steps(act: TableApproach) -> None:
    """Steps and phases have each one name, refer to each other, and order, depend and date as the approach says."""
    steps, phases = tuple(step.step for step in act.steps), tuple(phase.phase for phase in act.phases)
    insist_once(steps)
    insist_once(phases)
    insist(act.orders == "yes" or not phases, "does-not-order")
    for step in act.steps:
        insist(step.phase is None or step.phase in phases, "unknown-phase")
        insist(all(label in steps for label in step.after), "unknown-step")
        insist_once(step.after)
        insist(step.step not in step.after, "after-itself")
        insist(act.orders == "yes" or not step.after, "does-not-order")
        insist(act.conditions == "yes" or step.condition is None, "does-not-set-conditions")
        insist(act.dates == "yes" or not dated(step), "does-not-date")
    lasting = tuple(step.lasts.unit == "days" for step in act.steps if step.lasts is not None)
    insist(all(lasting) or not any(lasting), "units-do-not-add-up")


def dated(step: Step) -> bool:
    """Whether a step says when, by when or how long."""
    return step.begins is not None or step.lasts is not None or step.deadline is not None


def may_map(entry: Entry[Any], view: Programme) -> None:
    """The author says it, or somebody records it; elements and steps are in the record, each pair named once."""
    act = entry.act
    insist_approach(view, act.approach)
    insist_parties(view.parties, act.author)
    insist_elements(view, *(mapped.element for mapped in act.elements))
    steps = tuple(step.step for step in view.tables.approaches[act.approach].act.steps)
    insist(all(mapped.step is None or mapped.step in steps for mapped in act.elements), "unknown-step")
    insist_once(tuple((mapped.element, mapped.step) for mapped in act.elements))
    insist_voice(entry, view.parties, act.author)
    current = view.tables.mappings.get(act.approach, {}).get(act.author)
    insist(current is not None or act.elements, "says-nothing")
    insist_correction(entry, view.parties, current, act.author)


# What parties support.


def insist_target(view: Programme, act: Any) -> None:
    """One thing is named, and it is in the record."""
    insist((act.element is None) != (act.approach is None), "one-target")
    if act.element is not None:
        insist_elements(view, act.element)
    else:
        insist_approach(view, act.approach)


def may_declare(entry: Entry[Any], view: Programme) -> None:
    """The party says it, or somebody transcribes it; once, and not before it withdrew an earlier support."""
    act = entry.act
    insist_target(view, act)
    insist_parties(view.parties, act.party)
    insist_voice(entry, view.parties, act.party)
    rows = view.tables.supports.get(target(act), {}).get(act.party, ())
    standing = rows[-1] if rows and rows[-1].ended is None else None
    insist_correction(entry, view.parties, None if standing is None else standing.said, act.party)
    last = next((row.until for row in reversed(rows) if row.ended is not None), None)
    insist(last is None or act.on is None or act.on >= last, "before-it-was-withdrawn")


def may_withdraw_support(entry: Entry[Any], view: Programme) -> None:
    """The party supports it, and withdraws no earlier than it said so."""
    act = entry.act
    insist_target(view, act)
    insist_voice(entry, view.parties, act.party)
    rows = view.tables.supports.get(target(act), {}).get(act.party, ())
    insist(rows and rows[-1].ended is None, "does-not-support-it")
    since = rows[-1].said.act.on
    insist(since is None or act.on is None or act.on >= since, "before-it-was-declared")


# Proposals that are elements.


def may_trace(entry: Entry[Any], view: Programme) -> None:
    """Element and proposal are in the record; the author says it, or somebody records the author's reading."""
    act = entry.act
    insist_elements(view, act.element)
    insist_body(view.bodies, act.body)
    insist(key(act.body, act.proposal) in view.proposals.tables.proposals, "unknown-proposal")
    insist_parties(view.parties, act.author)
    insist_voice(entry, view.parties, act.author)
    insist_correction(entry, view.parties, view.tables.traces.get(trace(act)), act.author)


def may_untrace(entry: Entry[Any], view: Programme) -> None:
    """The link stands; its author, the one who recorded it or the secretariat takes it back."""
    act = entry.act
    current = view.tables.traces.get(trace(act))
    insist(current is not None, "no-such-record")
    assert current is not None
    insist(entry.by in (current.by, act.author, view.parties.secretariat), "not-the-recorder")
