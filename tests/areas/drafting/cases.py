"""The cases of the rules about texts."""

from __future__ import annotations

from datetime import date

from accord.areas.bodies.acts import AdoptAgenda, AgendaItem
from accord.areas.drafting.acts import AdoptReport, ConsiderReport, RecordPattern, RecordUnit, Slot, StrikeText
from tests.areas.cases import BODY, PAPER, REPORT, Case, changed, common
from tests.scene import said, source

UNIT = RecordUnit(
    document=REPORT,
    unit="para-9",
    language="en",
    kind="paragraph",
    number="9",
    place=9,
    pieces=("Before the group were papers by ", Slot(of="document", key=PAPER, part="sponsors", form="short"), "."),
    source=source("para-9"),
)
PATTERN = RecordPattern(
    document=REPORT,
    language="en",
    under="para-9",
    of="document",
    case="working-paper",
    pieces=("Working paper by ", Slot(of="document", part="sponsors"), ";"),
    source=source("para-9-b"),
)
STRIKE = StrikeText(document=REPORT, language="en", unit="para-9", source=source())
STRIKE_PATTERN = changed(STRIKE, of="document", case="working-paper")
AGENDA = AdoptAgenda(body=BODY, items=(AgendaItem(number=1, title=said("Report")),), source=source())
CONSIDER = ConsiderReport(body=BODY, document=REPORT, agenda_item=1, days=(date(2015, 8, 22),), source=source())
ADOPT = AdoptReport(
    body=BODY, document=REPORT, drafts=(PAPER,), on=date(2015, 8, 30), orally_revised=True, source=source()
)

WRITTEN = (("editor", UNIT),)
PATTERNED = (*WRITTEN, ("editor", PATTERN))

HOLDS = (
    Case("may_record_unit", "a recorder writes down a paragraph", UNIT),
    Case("may_record_pattern", "a recorder writes down how items are written", PATTERN, before=WRITTEN),
    Case("may_strike_text", "the recorder strikes a paragraph", STRIKE, before=WRITTEN),
    Case("may_consider", "a recorder says when the report was considered", CONSIDER),
    Case("may_adopt", "a recorder says that the report was adopted", ADOPT),
)

CASES = (
    *HOLDS,
    Case("may_record_unit", "a footnote about a party", changed(UNIT, kind="footnote", about="ST-A")),
    Case("may_record_unit", "a footnote about nobody known", changed(UNIT, about="nobody"), "unknown-party"),
    *(case for holds in HOLDS for case in common("drafting", holds)),
    Case(
        "may_record_unit",
        "of a document that is not registered",
        changed(UNIT, document="A/70/901"),
        "unknown-document",
    ),
    Case("may_record_unit", "the same paragraph in another language", changed(UNIT, language="fr"), before=WRITTEN),
    Case("may_record_pattern", "under a paragraph that is not recorded", PATTERN, "unknown-unit"),
    Case(
        "may_record_pattern",
        "in another language than the paragraph",
        changed(PATTERN, language="fr"),
        "unknown-unit",
        before=WRITTEN,
    ),
    Case("may_record_pattern", "another case is another pattern", changed(PATTERN, case="agenda"), before=PATTERNED),
    Case("may_strike_text", "nothing to strike", STRIKE, "no-such-record"),
    Case("may_strike_text", "no pattern to strike", STRIKE_PATTERN, "no-such-record", before=WRITTEN),
    Case("may_strike_text", "a paragraph under which patterns stand", STRIKE, "patterns-stand", before=PATTERNED),
    Case("may_strike_text", "the pattern first", STRIKE_PATTERN, before=PATTERNED),
    Case("may_strike_text", "then the paragraph", STRIKE, before=(*PATTERNED, ("editor", STRIKE_PATTERN))),
    Case("may_strike_text", "another recorder strikes", STRIKE, "not-the-recorder", by="editor-2", before=WRITTEN),
    Case("may_consider", "a report that is not registered", changed(CONSIDER, document="A/70/901"), "unknown-document"),
    Case(
        "may_consider",
        "an item that the agenda lacks",
        changed(CONSIDER, agenda_item=2),
        "no-such-item",
        before=(("editor", AGENDA),),
    ),
    Case("may_consider", "an item of the agenda", CONSIDER, before=(("editor", AGENDA),)),
    Case("may_consider", "an item where no agenda is known", changed(CONSIDER, agenda_item=9)),
    Case("may_adopt", "a report that is not registered", changed(ADOPT, document="A/70/901"), "unknown-document"),
    Case("may_adopt", "a draft that is not registered", changed(ADOPT, drafts=("A/AC.900/L.1",)), "unknown-document"),
)
