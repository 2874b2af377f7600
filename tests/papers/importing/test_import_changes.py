"""The printed document changes, is read again and imported into the same record: only what changed is said."""

from __future__ import annotations

import pytest

from accord.acts.vocabulary import name_of
from accord.papers.report import report
from tests.papers.report.building import bare, edit_source, founded, imports, reading_of, say, seed_text

SYMBOL = "A/68/514"

CHANGES: list[tuple[str, list[tuple[str, str, int]], set[str]]] = [
    ("sponsor", [("古巴提出的工作文件", "智利提出的工作文件", 1)],
     {"party.enter", "document.register", "paper.introduce"}),
    ("sponsor-added", [("斯洛伐克和瑞典提出", "斯洛伐克、瑞典和土耳其提出", 1)],
     {"document.register", "paper.introduce"}),
    ("title", [("核武器示范公约(A", "示范公约(A", 1)], {"document.register"}),
    ("symbol", [("A/AC.281/INF/9", "A/AC.281/INF.9", 2)], {"document.register"}),
    ("other-symbol", [("A/AC.281/INF.4", "A/AC.281/INF.14", 2)], {"document.register", "document.withdraw"}),
    ("period", [("19 日至 30 日举行了", "19 日至 29 日举行了", 1)], {"meeting.hold"}),
    ("first-meeting", [("3 月 14 日", "3 月 15 日", 3)],
     {"meeting.hold", "officer.elect", "agenda.adopt", "modalities.decide", "statement.make"}),
    ("panellist", [("Nei Buhne", "Neil Buhne", 1)], {"panel.hold"}),
    ("moderator", [("Dell Higgie(新西", "Dell Higgins(奥地", 1),
                   ("兰)主持。下列专题小组成员发了言：Andrew", "利)主持。下列专题小组成员发了言：Andrew", 1)],
     {"panel.hold"}),
    ("affiliation", [("(查塔姆研究所)", "(皇家研究所)", 1)], {"party.enter", "panel.hold"}),
    ("theme-of-panel", [("“核裁军教育”", "“裁军教育”", 1)], {"panel.hold"}),
    ("agenda-item", [("任何其他事项", "其他事项", 1)], {"agenda.adopt"}),
    ("agenda-item-cited", [("提交大会第六十八届会议的报告", "提交大会的报告", 2)], {"agenda.adopt"}),
    ("friend", [("加纳、肯尼亚、墨西哥", "加纳、印度、墨西哥", 1)], {"friend.name", "friend.release"}),
    ("chair", [("(Manuel B. Dengo)(哥斯达黎加)", "(Manuel Dengo)(古巴)", 1)], {"officer.elect"}),
    ("speaker", [("挪威、南非、瑞典", "挪威、巴基斯坦、瑞典", 1)], {"statement.make", "record.strike"}),
    ("group", [("、日本、马达加斯加", "、日本(代表新议程联盟)、马达加斯加", 1)], {"statement.make"}),
    ("introduction", [("加拿大、丹麦、芬兰、德国、意大", "加拿大、芬兰、德国、意大", 1)], {"paper.introduce"}),
    ("facilitator", [("Roland Sturm(奥地利)", "Roland Sturmer(德国)", 1)], {"theme.discuss"}),
    ("session", [("第六十八届会议", "第六十九届会议", 4)], {"body.establish", "agenda.adopt"}),
    ("cap", [("15 个工作日", "20 个工作日", 1)], {"body.establish"}),
    ("draft", [("A/AC.281/L.2 号", "A/AC.281/L.3 号", 1)], {"document.register", "document.withdraw", "report.adopt"}),
    ("adopted", [("在 8 月 30 日举行", "在 8 月 29 日举行", 1)], {"report.adopt"}),
    ("considered", [("8 月 22 日和 28 日至 30 日", "8 月 23 日和 28 日至 30 日", 1)], {"report.consider"}),
    ("member", [("新西兰、南非和瑞典。", "新西兰和南非。", 1)], {"group.leave"}),
    ("words", [("这些要素包括", "要素包括", 1)], {"unit.record"}),
]  # fmt: skip


@pytest.mark.parametrize(("edits", "verbs"), [pytest.param(e, v, id=name) for name, e, v in CHANGES])
def test_a_changed_document_corrects_only_what_changed(edits: list[tuple[str, str, int]], verbs: set[str]) -> None:
    text = seed_text()
    world = founded()
    imports(world, text)
    changed = text
    for old, new, times in edits:
        changed = edit_source(changed, old, new, times)
    found = imports(world, changed)
    assert found.exact
    assert {name_of(act).partition("/")[0] for act in found.acts} == verbs
    made = report(world, SYMBOL, "zh")
    assert made.characters() == bare(reading_of(changed).body_text())
    assert "\n".join(u.text for u in reading_of(changed).units if u.kind == "footnote").replace(
        " ", ""
    ) in made.text().replace(" ", "")
    assert imports(world, changed).acts == ()
    back = imports(world, text)
    assert (back.exact, imports(world, text).acts) == (True, ())
    assert report(world, SYMBOL, "zh").characters() == bare(reading_of(text).body_text())


def test_the_same_document_twice_says_nothing() -> None:
    world = founded()
    assert len(imports(world, seed_text()).acts) > 250
    assert imports(world, seed_text()).acts == ()


def test_an_import_into_a_record_that_knows_the_facts_corrects_their_wording_and_keeps_what_a_reader_misses() -> None:
    from accord.stories.demonstration import BODY, recorded

    world = founded()
    for act in recorded():
        say(world, act)
    tables = world.meetings.tables
    told = {
        table: len(getattr(tables, table)) for table in ("panels", "statements", "introductions", "themes", "meetings")
    }
    found = imports(world, seed_text())
    assert (found.body, found.exact) == (BODY, True)
    assert {one.why for one in found.planned} == {"new", "changed"}
    assert {name_of(one.act) for one in found.planned if one.why == "new"} == {"unit.record/1", "pattern.record/1"}
    assert {table: len(getattr(tables, table)) for table in told} == told
    assert imports(world, seed_text()).acts == ()
    english = report(world, BODY, "en")
    assert (english.made, english.counts.quoted) == ("formulas", 0)
    paragraph = next(b for b in report(world, BODY, "zh").blocks if b.unit == "para-4")
    assert [s.text for s in paragraph.segments if s.provenance == "bound"] == [
        "裁军事务厅日内瓦办事处",
        "不限成员名额工作组",
    ]
