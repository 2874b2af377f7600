"""One act corrected, on the real report: exactly its words change, everywhere they stand and nowhere else."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from msgspec.structs import replace

from accord.acts.values import Person
from accord.areas.bodies.acts import AgendaItem, NameFriend, ReleaseFriend
from accord.areas.documents.acts import JoinSponsors, LeaveSponsors, RegisterDocument, WithdrawDocument
from accord.areas.meetings.acts import MakeStatement, Panellist, StrikeRecord
from accord.areas.parties.acts import EnterParty, JoinGroup, LeaveGroup
from accord.papers.report import report
from accord.world.world import World
from tests.papers.report.building import correct, edited, fact, founded, imports, say, seed_text, zh

BODY = "A-AC.281"
SYMBOL = "A/68/514"
WP = "A/AC.281/WP."
Edits = list[tuple[str, str, int]]


@pytest.fixture
def world() -> World:
    found = founded()
    assert imports(found, seed_text()).exact
    return found


def panel(world: World, theme: str):  # type: ignore[no-untyped-def]
    return next(f for f in world.meetings.tables.panels.values() if theme in f.act.title.said["zh"])


def source(world: World):  # type: ignore[no-untyped-def]
    return world.bodies.tables.bodies[BODY].act.source


def agenda(world: World):  # type: ignore[no-untyped-def]
    return fact(world, "bodies", "agendas", BODY)


def code(world: World, name: str) -> str:
    for party, f in world.parties.tables.parties.items():
        if any(text and text.said.get("zh") == name for text in (f.act.name, f.act.short)):
            return party
    raise AssertionError(name)


def printed(world: World, words: str) -> str:
    """The item of a list that has these words, as the report prints it."""
    block = next(b for b in report(world, SYMBOL, "zh").blocks if b.kind == "item" and words in b.words)
    return (block.label.text if block.label else "") + block.words


def a_sponsor_joins(w: World) -> Edits:
    say(w, EnterParty(party="DNK", kind="state", source=source(w))) if "DNK" not in w.parties.tables.parties else None
    say(w, JoinSponsors(symbol=WP + "4", sponsor="DNK", source=source(w)))
    return [("加拿大、芬兰、德国、意大利、日本、荷兰、波兰", "加拿大、丹麦、芬兰、德国、意大利、日本、荷兰、波兰", 1)]


def a_sponsor_leaves(w: World) -> Edits:
    say(w, LeaveSponsors(symbol=WP + "4", sponsor="SWE", source=source(w)))
    return [("葡萄牙、斯洛伐克和瑞典提出", "葡萄牙和斯洛伐克提出", 1)]


def a_sponsor_is_corrected(w: World) -> Edits:
    correct(w, fact(w, "documents", "documents", WP + "2"), sponsors=("COL",))
    return [("古巴提出的工作文件", "哥伦比亚提出的工作文件", 1)]


def the_title_of_a_paper(w: World) -> Edits:
    correct(w, fact(w, "documents", "documents", WP + "7"), title=zh("示范公约草案"))
    return [("核武器示范公约(", "示范公约草案(", 1)]


def the_printed_symbol(w: World) -> Edits:
    correct(w, fact(w, "documents", "documents", "A/AC.281/INF.9"), printed=None)
    return [("A/AC.281/INF/9", "A/AC.281/INF.9", 1)]


def a_paper_under_another_symbol(w: World) -> Edits:
    old = fact(w, "documents", "documents", WP + "11").act
    say(w, WithdrawDocument(symbol=WP + "11", source=source(w)))
    say(w, replace(old, symbol=WP + "12", corrects=None))
    return [("A/AC.281/WP.11", "A/AC.281/WP.12", 1)]


def a_paper_is_added(w: World) -> Edits:
    say(w, RegisterDocument(symbol="A/AC.281/NGO/4", body=BODY, kind="ngo-paper", submitter="civil-society",
                            title=zh("新的文件"), source=source(w)))  # fmt: skip
    return [("关键建议(A/AC.281/NGO/3)。", "关键建议(A/AC.281/NGO/3)；(y)新的文件(A/AC.281/NGO/4)。", 1)]


def a_paper_is_withdrawn(w: World) -> Edits:
    whole = printed(w, "A/AC.281/NGO/2")
    say(w, WithdrawDocument(symbol="A/AC.281/NGO/2", source=source(w)))
    return [(whole + "(x)", "(w)", 1)]


def the_number_of_a_panel(w: World) -> Edits:
    correct(w, fact(w, "documents", "documents", "A/AC.281/INF.8"), panel_ordinal=10)
    return [("第四小组主持人纪要", "第十小组主持人纪要", 1)]


def a_period_of_meetings(w: World) -> Edits:
    last = next(f for f in w.meetings.tables.meetings.values() if f.act.last == date(2013, 8, 30))
    correct(w, last, last=date(2013, 8, 29))
    return [("8 月 19 日至 30 日举行了", "8 月 19 日至 29 日举行了", 1)]


def the_organizational_meeting(w: World) -> Edits:
    first = next(f for f in w.meetings.tables.meetings.values() if f.act.kind == "organizational")
    correct(w, first, first=date(2013, 3, 15), last=date(2013, 3, 15))
    return [("3 月 14 日", "3 月 15 日", 3)]


def a_panellist(w: World) -> Edits:
    found = panel(w, "从不同角度")
    people = list(found.act.panellists)
    people[2] = replace(people[2], person=Person(name="Nils Buhne"))
    correct(w, found, panellists=tuple(people))
    return [("Nei Buhne", "Nils Buhne", 1)]


def a_panellist_is_added(w: World) -> Edits:
    found = panel(w, "核裁军的作用和责任")
    correct(w, found, panellists=(*found.act.panellists, Panellist(person=Person(name="Ada Low"), affiliation="BRA")))
    return [("Tarik Rauf；", "Tarik Rauf、Ada Low(巴西)；", 1)]


def a_panellist_is_left_out(w: World) -> Edits:
    found = panel(w, "其他倡议")
    correct(w, found, panellists=found.act.panellists[:1])
    return [("、Thomas Nash(第 36 条组织)", "", 1)]


def an_affiliation(w: World) -> Edits:
    found = panel(w, "其他倡议")
    people = (replace(found.act.panellists[0], affiliation=code(w, "核时代和平基金会")), found.act.panellists[1])
    correct(w, found, panellists=people)
    return [("Jarmo Sareva(联合国裁军事务厅)", "Jarmo Sareva(核时代和平基金会)", 1)]


def a_moderator(w: World) -> Edits:
    found = panel(w, "核裁军教育")
    correct(w, found, moderator=Person(name="Jyri Järviaho"), moderator_state="SWE")
    return [("Jyri Jarviaho(芬兰)", "Jyri Järviaho(瑞典)", 1)]


def the_theme_of_a_panel(w: World) -> Edits:
    correct(w, panel(w, "核裁军教育"), title=zh("裁军教育"))
    return [("“核裁军教育”", "“裁军教育”", 1)]


def a_panel_is_struck(w: World) -> Edits:
    found = panel(w, "议员在推进")
    whole = printed(w, found.act.title.said["zh"])
    say(w, StrikeRecord(body=BODY, register="panel", label=found.act.panel, reason="test"))
    return [(whole + "(j)", "(i)", 1)]


def an_item_of_the_agenda(w: World) -> Edits:
    items = list(agenda(w).act.items)
    items[5] = AgendaItem(number=6, title=zh("提交大会的报告"))
    correct(w, agenda(w), items=tuple(items))
    return [("提交大会第六十八届会议的报告", "提交大会的报告", 2)]


def an_item_is_added_to_the_agenda(w: World) -> Edits:
    correct(w, agenda(w), items=(*agenda(w).act.items, AgendaItem(number=8, title=zh("闭会"))))
    return [("任何其他事项。", "任何其他事项。8.闭会。", 1)]


def a_friend_is_named(w: World) -> Edits:
    say(w, NameFriend(body=BODY, state="IRL", source=source(w)))
    return [("加纳、肯尼亚、墨西哥", "加纳、爱尔兰、肯尼亚、墨西哥", 1)]


def a_friend_is_released(w: World) -> Edits:
    say(w, ReleaseFriend(body=BODY, state="CHE", source=source(w)))
    return [("荷兰、新西兰和瑞士的主席之友", "荷兰和新西兰的主席之友", 1)]


def the_chair(w: World) -> Edits:
    person = Person(name="Manuel Dengo", said={"zh": "曼努埃尔·登戈·贝纳维德斯"})
    correct(w, fact(w, "bodies", "officers", BODY, "chair"), person=person, state="PAN" if "PAN" in
            w.parties.tables.parties else "COL")  # fmt: skip
    return [("登戈(Manuel B. Dengo)(哥斯达黎加)为", "登戈·贝纳维德斯(Manuel Dengo)(哥伦比亚)为", 1)]


def a_speaker_is_added(w: World) -> Edits:
    say(w, MakeStatement(body=BODY, statement="later", speaker="AUS", occasion="general-exchange",
                         days=(date(2013, 5, 14),), source=source(w)))  # fmt: skip
    return [("阿尔及利亚、奥地利、白俄罗斯", "阿尔及利亚、澳大利亚、奥地利、白俄罗斯", 1)]


def a_speaker_is_struck(w: World) -> Edits:
    say(w, StrikeRecord(body=BODY, register="statement", label="general-exchange-TUR", reason="test"))
    return [("南非、瑞典、瑞士和土耳其。", "南非、瑞典和瑞士。", 1)]


def the_group_spoken_for(w: World) -> Edits:
    correct(w, fact(w, "meetings", "statements", f"{BODY}/general-exchange-BRA"), on_behalf_of=None)
    return [("巴西(代表新议程联盟)、比利时", "巴西、比利时", 1)]


def the_days_of_the_exchange(w: World) -> Edits:
    for found in [f for f in w.meetings.tables.statements.values() if f.act.occasion == "general-exchange"]:
        correct(w, found, days=(date(2013, 5, 14),))
    return [("在 5 月 14 日和 15 日举行", "在 5 月 14 日举行", 1)]


def an_introduction(w: World) -> Edits:
    found = next(f for f in w.meetings.tables.introductions.values() if f.act.introducers == ("JPN",))
    correct(w, found, on_behalf_of=tuple(c for c in found.act.on_behalf_of if c != "DNK"))
    return [("加拿大、丹麦、芬兰", "加拿大、芬兰", 1)]


def an_introduction_by_one_alone(w: World) -> Edits:
    found = next(f for f in w.meetings.tables.introductions.values() if f.act.jointly)
    correct(w, found, introducers=("IRL",), jointly=False)
    return [("爱尔兰和瑞士(联合)", "爱尔兰", 1)]


def a_facilitator(w: World) -> Edits:
    found = next(f for f in w.meetings.tables.themes.values() if f.act.facilitator_state == "GHA")
    correct(w, found, facilitator=Person(name="Alexander Acquaah"), facilitator_state="CAN")
    return [("Alexander Ben-Acquaah(加纳)", "Alexander Acquaah(加拿大)", 1)]


def the_chair_facilitates(w: World) -> Edits:
    found = next(f for f in w.meetings.tables.themes.values() if f.act.facilitator_state == "GHA")
    correct(w, found, facilitator=None, facilitator_state=None, by_chair=True)
    return [("(Alexander Ben-Acquaah(加纳)主持)", "(主席主持)", 1)]


def a_theme_and_the_heading_that_repeats_it(w: World) -> Edits:
    found = next(f for f in w.meetings.tables.themes.values() if f.act.facilitator_state == "AUT")
    title = found.act.title.said["zh"]
    correct(w, found, title=zh("国际法的作用"))
    return [(title, "国际法的作用", 2)]


def the_session(w: World) -> Edits:
    correct(w, fact(w, "bodies", "bodies", BODY), reports_to_session=69)
    return [
        ("第六十八届会议议程项目", "第六十九届会议议程项目", 1),
        ("须向大会第六十八届会议", "须向大会第六十九届会议", 1),
    ]


def the_cap_of_days(w: World) -> Edits:
    correct(w, fact(w, "bodies", "bodies", BODY), cap_days=20)
    return [("最长 15 个工作日", "最长 20 个工作日", 1)]


def the_place(w: World) -> Edits:
    correct(w, fact(w, "bodies", "bodies", BODY), venue=zh("维也纳"))
    return [("在日内瓦举行为期", "在维也纳举行为期", 1)]


def the_resolution(w: World) -> Edits:
    correct(w, fact(w, "bodies", "bodies", BODY), resolution="A/RES/67/57", resolution_title=zh("推进谈判"))
    return [("67/56", "67/57", 6), ("题为“推进多边核裁军谈判”", "题为“推进谈判”", 1)]


def the_name_of_the_body(w: World) -> Edits:
    body = fact(w, "bodies", "bodies", BODY)
    kept = report(w, SYMBOL, "zh")
    times = sum(s.text.count("不限成员名额工作组") for s in kept.segments if s.text == "不限成员名额工作组")
    correct(w, body, short=zh("特设工作组"))
    after = report(w, SYMBOL, "zh").characters()
    assert after.count("特设工作组") == times == 32
    assert after.replace("特设工作组", "不限成员名额工作组") == kept.characters()
    correct(w, fact(w, "bodies", "bodies", BODY), short=zh("不限成员名额工作组"))
    return []


def the_drafts(w: World) -> Edits:
    correct(w, fact(w, "drafting", "adoptions", BODY), drafts=("A/AC.281/L.1/Rev.1",))
    return [("A/AC.281/L.1/Rev.1 和 A/AC.281/L.2 号", "A/AC.281/L.1/Rev.1 号", 1)]


def the_day_of_adoption(w: World) -> Edits:
    correct(w, fact(w, "drafting", "adoptions", BODY), on=date(2013, 8, 29))
    return [("在 8 月 30 日举行的最后", "在 8 月 29 日举行的最后", 1)]


def the_days_of_consideration(w: World) -> Edits:
    days = (date(2013, 8, 22), date(2013, 8, 28))
    correct(w, fact(w, "drafting", "considerations", BODY), days=days)
    return [("8 月 22 日和 28 日至 30 日", "8 月 22 日和 28 日", 1)]


def a_member_joins_the_group(w: World) -> Edits:
    say(w, JoinGroup(group="new-agenda-coalition", member="NOR", source=source(w)))
    return []


def a_state_under_another_name(w: World) -> Edits:
    found = fact(w, "parties", "parties", "IRN")
    correct(w, found, name=zh("伊朗"))
    return [("伊朗伊斯兰共和国", "伊朗", 3)]


def an_organisation_under_another_name(w: World) -> Edits:
    found = fact(w, "parties", "parties", code(w, "巴塞尔和平办事处"))
    correct(w, found, name=zh("巴塞尔办事处"))
    return [("巴塞尔和平办事处", "巴塞尔办事处", 2)]


def a_short_name(w: World) -> Edits:
    found = fact(w, "parties", "parties", code(w, "裁研所"))
    correct(w, found, short=zh("研究所"))
    return [("裁研所", "研究所", 3)]


CORRECTIONS: list[Callable[[World], Edits]] = [
    a_sponsor_joins, a_sponsor_leaves, a_sponsor_is_corrected, the_title_of_a_paper, the_printed_symbol,
    a_paper_under_another_symbol, a_paper_is_added, a_paper_is_withdrawn, the_number_of_a_panel, a_period_of_meetings,
    the_organizational_meeting, a_panellist, a_panellist_is_added, a_panellist_is_left_out, an_affiliation, a_moderator,
    the_theme_of_a_panel, a_panel_is_struck, an_item_of_the_agenda, an_item_is_added_to_the_agenda, a_friend_is_named,
    a_friend_is_released, the_chair, a_speaker_is_added, a_speaker_is_struck, the_group_spoken_for,
    the_days_of_the_exchange, an_introduction, an_introduction_by_one_alone, a_facilitator, the_chair_facilitates,
    a_theme_and_the_heading_that_repeats_it, the_session, the_cap_of_days, the_place, the_resolution,
    the_name_of_the_body, the_drafts, the_day_of_adoption, the_days_of_consideration, a_member_joins_the_group,
    a_state_under_another_name, an_organisation_under_another_name, a_short_name,
]  # fmt: skip


@pytest.mark.parametrize("correction", CORRECTIONS, ids=lambda c: c.__name__)
def test_exactly_the_right_words_change(world: World, correction: Callable[[World], Edits]) -> None:
    before = report(world, SYMBOL, "zh").characters()
    edits = correction(world)
    after = report(world, SYMBOL, "zh")
    assert not after.gaps
    assert after.characters() == edited(before, *edits)


def test_a_member_that_joins_or_leaves_stands_in_the_footnote_only(world: World) -> None:
    before = report(world, SYMBOL, "zh").text()
    say(world, LeaveGroup(group="new-agenda-coalition", member="SWE", source=source(world)))
    after = report(world, SYMBOL, "zh").text()
    assert after == before.replace("新西兰、南非和瑞典", "新西兰和南非")
