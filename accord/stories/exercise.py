"""An exercise: three fictional States hold a small working group, in their own voices.

Where the demonstration only records, here parties say things themselves with keys of their own:
they speak, sponsor a paper, leave it, delegate, rotate a key, correct and reply; and one of them
tries what has no effect. The record is founded as an exercise, so every page of it says so.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from accord.acts.values import Person, Source, Text
from accord.areas.bodies.acts import AdoptAgenda, AgendaItem, ElectOfficer, EstablishBody
from accord.areas.documents.acts import JoinSponsors, LeaveSponsors, RegisterDocument
from accord.areas.drafting.acts import AdoptReport, ConsiderReport
from accord.areas.meetings.acts import HoldMeetings, IntroducePaper, MakeStatement
from accord.areas.parties.acts import (
    Delegate,
    EnterParty,
    FoundRecord,
    GrantRole,
    JoinGroup,
    RegisterKey,
    Reply,
    RotateKey,
)
from accord.keys.signers import Signer
from accord.keys.vkey import parse_vkey
from accord.stories.exercise_meetings import met
from accord.stories.exercise_procedure import sat_in_order
from accord.stories.exercise_proposals import Cast
from accord.stories.story import Progress, Said, Say, tell, text

SECRETARIAT = "exercise-secretariat"
EDITOR = "exercise-editor"
STATES = ("ST-ARVENIA", "ST-BELMORA", "ST-CORDESSA")
GROUP = "lake-states"
BODY = "AC.7"
PAPER = "XA/AC.7/WP.1"
DRAFT = "XA/AC.7/L.1"
REPORT = "XA/32/19"
NEW_KEY = "ST-BELMORA-2"
"""The signer of the key to which Belmora changes."""
RECORDED_AT = 23
"""The entry in which the editor records what Cordessa said; a test counts it."""
SIGNERS = (SECRETARIAT, EDITOR, *STATES, NEW_KEY)
"""Whose keys the story needs."""


def exercise(say: Say, keys: Mapping[str, Signer], progress: Progress | None = None) -> int:
    """Tells the exercise: says every act through `say`; the number of acts said.

    Args:
        say: says one act in a party's name, signed by the keys handed to it.
        keys: a key for each of `SIGNERS`.
        progress: hears after each act how many of how many have been said.
    """
    return tell(acts({name: str(keys[name].vkey) for name in SIGNERS}), keys, say, progress)


def acts(vkeys: Mapping[str, str]) -> Iterator[Said]:
    """The acts of the exercise in order. One of them, the last but one, has no effect."""
    yield from _opening(vkeys)
    yield from _group()
    yield from _meeting(vkeys)
    cast = Cast(BODY, SECRETARIAT, EDITOR, STATES, NEW_KEY)
    yield from met(cast, GROUP)
    yield from cast.proposed(PAPER)
    yield from sat_in_order(cast)
    yield from _report(cast)


def _opening(vkeys: Mapping[str, str]) -> Iterator[Said]:
    name = _said(
        "أمانة التمرين",
        "演习秘书处",
        "Exercise secretariat",
        "Secrétariat de l'exercice",
        "Секретариат учений",
        "Secretaría del ejercicio",
    )
    title = _said(
        "تمرين: دول خيالية",
        "演习：虚构国家",
        "Exercise: fictional States",
        "Exercice : États fictifs",
        "Учения: вымышленные государства",
        "Ejercicio: Estados ficticios",
    )
    yield Said(
        SECRETARIAT,
        FoundRecord(secretariat=SECRETARIAT, name=name, title=title, vkey=vkeys[SECRETARIAT], exercise=True),
    )
    editor = _said(
        "محرر التمرين",
        "演习编者",
        "Exercise editor",
        "Rédaction de l'exercice",
        "Редакция учений",
        "Redacción del ejercicio",
    )
    yield Said(SECRETARIAT, EnterParty(party=EDITOR, kind="editor", name=editor))
    names = (
        _said("أرفينيا", "阿尔韦尼亚", "Arvenia", "Arvénie", "Арвения", "Arvenia"),
        _said("بلمورا", "贝尔莫拉", "Belmora", "Belmore", "Бельмора", "Bélmora"),
        _said("كورديسا", "科尔代萨", "Cordessa", "Cordesse", "Кордесса", "Cordesa"),
    )
    for state, called in zip(STATES, names, strict=True):
        yield Said(SECRETARIAT, EnterParty(party=state, kind="state", name=called))
    for party in (EDITOR, *STATES):
        yield Said(SECRETARIAT, RegisterKey(party=party, vkey=vkeys[party]), signed=(party, SECRETARIAT))
    yield Said(SECRETARIAT, GrantRole(party=EDITOR, role="recorder"))


def _group() -> Iterator[Said]:
    lakes = _said("دول البحيرة", "湖区国家", "Lake States", "États du lac", "Озерные государства", "Estados del lago")
    yield Said(SECRETARIAT, EnterParty(party=GROUP, kind="group", name=lakes))
    for state in STATES[:2]:
        yield Said(state, JoinGroup(group=GROUP, member=state, on=date(2032, 1, 1)))
    body = _said(
        "الفريق العامل المعني بخطوات التخفيض",
        "削减步骤工作组",
        "Working Group on steps of reduction",
        "Groupe de travail sur les étapes de réduction",
        "Рабочая группа по этапам сокращений",
        "Grupo de trabajo sobre las etapas de reducción",
    )
    short = _said("الفريق العامل", "工作组", "Working Group", "Groupe de travail", "Рабочая группа", "Grupo de trabajo")
    yield Said(
        SECRETARIAT,
        EstablishBody(
            body=BODY,
            name=body,
            short=short,
            resolution="XA/RES/31/22",
            paragraphs=(1,),
            reporting_paragraph=2,
            year=2032,
            cap_days=5,
            reports_to_session=32,
        ),
    )


def _meeting(vkeys: Mapping[str, str]) -> Iterator[Said]:
    arvenia, belmora, cordessa = STATES
    items = (
        _said("الافتتاح", "开幕", "Opening", "Ouverture", "Открытие", "Apertura"),
        _said(
            "خطوات التخفيض",
            "削减步骤",
            "Steps of reduction",
            "Étapes de réduction",
            "Этапы сокращений",
            "Etapas de reducción",
        ),
        _said("التقرير", "报告", "Report", "Rapport", "Доклад", "Informe"),
    )
    yield Said(
        SECRETARIAT,
        HoldMeetings(body=BODY, meeting="meeting-1", kind="substantive", first=date(2032, 3, 1), last=date(2032, 3, 4)),
    )
    yield Said(
        SECRETARIAT,
        ElectOfficer(
            body=BODY,
            office="chair",
            person=Person(name="Mira Tolvane"),
            state=cordessa,
            mode="acclamation",
            on=date(2032, 3, 1),
        ),
    )
    agenda = tuple(AgendaItem(number=number, title=title) for number, title in enumerate(items, start=1))
    yield Said(SECRETARIAT, AdoptAgenda(body=BODY, on=date(2032, 3, 1), items=agenda))
    yield Said(
        arvenia,
        RegisterDocument(
            symbol=PAPER,
            body=BODY,
            kind="working-paper",
            title=_said(
                "تخفيض على خمس خطوات",
                "分五步削减",
                "Reduction in five steps",
                "Une réduction en cinq étapes",
                "Сокращение в пять этапов",
                "Una reducción en cinco etapas",
            ),
            submitter="sponsors",
            sponsors=(arvenia,),
            place=1,
        ),
    )
    yield Said(belmora, JoinSponsors(symbol=PAPER, sponsor=belmora, on=date(2032, 3, 2)))
    # Belmora's delegation is small: Arvenia may speak in its name, and its own key changes in between.
    yield Said(belmora, Delegate(to=arvenia, acts="statement."))
    yield Said(belmora, _speaks("statement-1", belmora, 1), signed=(arvenia,))
    yield Said(belmora, RotateKey(old=parse_vkey(vkeys[belmora]).keyid, vkey=vkeys[NEW_KEY]), signed=(belmora, NEW_KEY))
    yield Said(arvenia, _speaks("statement-2", arvenia, 2, on_behalf_of=GROUP))
    # The editor records what Cordessa said, and Cordessa corrects and answers it.
    recorded = Source(publication="Notes of the exercise", on=date(2032, 3, 3))
    yield Said(EDITOR, _speaks("statement-3", cordessa, 3, on_behalf_of=GROUP, source=recorded))
    yield Said(cordessa, _speaks("statement-3", cordessa, 3, corrects=RECORDED_AT))
    yield Said(
        cordessa,
        Reply(
            to=RECORDED_AT,
            text=_said(
                "تحدثنا باسمنا وحدنا.",
                "我们仅代表本国发言。",
                "We spoke for ourselves alone.",
                "Nous avons parlé en notre seul nom.",
                "Мы выступали только от своего имени.",
                "Hablamos solo en nuestro nombre.",
            ),
        ),
    )
    yield Said(
        arvenia,
        IntroducePaper(
            body=BODY,
            introduction="introduction-1",
            introducers=(arvenia,),
            on_behalf_of=(belmora,),
            days=(date(2032, 3, 3),),
            document=PAPER,
        ),
    )
    yield Said(belmora, LeaveSponsors(symbol=PAPER, sponsor=belmora, on=date(2032, 3, 4)), signed=(NEW_KEY,))


def _report(cast: Cast) -> Iterator[Said]:
    draft = _said(
        "مشروع تقرير", "报告草稿", "Draft report", "Projet de rapport", "Проект доклада", "Proyecto de informe"
    )
    yield Said(SECRETARIAT, RegisterDocument(symbol=DRAFT, body=BODY, kind="draft", title=draft))
    yield Said(SECRETARIAT, RegisterDocument(symbol=REPORT, body=BODY, kind="report"))
    yield from cast.reflected(REPORT)
    yield Said(SECRETARIAT, ConsiderReport(body=BODY, document=REPORT, agenda_item=3, days=(date(2032, 3, 4),)))
    # A State cannot adopt the report by itself: this stands on record, and changes nothing.
    adoption = AdoptReport(body=BODY, document=REPORT, drafts=(DRAFT,), on=date(2032, 3, 4), mode="consensus")
    yield Said(STATES[2], adoption)
    yield Said(SECRETARIAT, adoption)


def _speaks(
    label: str,
    speaker: str,
    place: int,
    *,
    on_behalf_of: str | None = None,
    source: Source | None = None,
    corrects: int | None = None,
) -> MakeStatement:
    return MakeStatement(
        body=BODY,
        statement=label,
        speaker=speaker,
        on_behalf_of=on_behalf_of,
        occasion="general-exchange",
        days=(date(2032, 3, 2),),
        place=place,
        source=source,
        corrects=corrects,
    )


def _said(ar: str, zh: str, en: str, fr: str, ru: str, es: str) -> Text:
    return text({"ar": ar, "zh": zh, "en": en, "fr": fr, "ru": ru, "es": es})
