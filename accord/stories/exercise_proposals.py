"""The proposals of the exercise: tabled, supported, amended, merged, compiled, corrected, and sought in the report."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from accord.acts.values import Source, Text
from accord.areas.meetings.acts import DiscussTheme
from accord.areas.proposals.acts import (
    AmendProposal,
    ConfirmProposal,
    FollowProposal,
    JoinProposal,
    LinkTarget,
    LinkTrace,
    MakeCompilation,
    MergeProposals,
    OpenCorrections,
    RequestCorrection,
    SettleCorrection,
    SourceUnit,
    TableProposal,
    TraceKind,
)
from accord.stories.story import Said, text

NOTES = Source(publication="Notes of the exercise", on=date(2032, 3, 3))


class Cast:
    """Who plays the proposals, in which body, with which papers."""

    def __init__(self, body: str, secretariat: str, editor: str, states: tuple[str, str, str], key: str) -> None:
        self.secretariat = secretariat
        self.editor = editor
        self.arvenia, self.belmora, self.cordessa = states
        self.key = key
        """The signer of Belmora's present key."""
        self.of: dict[str, Any] = {"body": body}

    def proposed(self, paper: str) -> Iterator[Said]:
        """Two themes, four proposals and a question; one is amended, one merged into another; two lists are kept."""
        for place, (theme, title) in enumerate((("theme-a", _REDUCTION), ("theme-b", _REPORTING)), start=1):
            yield Said(self.secretariat, DiscussTheme(theme=theme, title=title, by_chair=True, place=place, **self.of))
        yield from self._tabled(paper)
        day = date(2032, 3, 3)
        joined = JoinProposal(
            proposal="proposal-1",
            party=self.belmora,
            capacity="supporter",
            reservation=_RESERVATION,
            on=day,
            version=1,
            **self.of,
        )
        yield Said(self.belmora, joined, signed=(self.key,))
        yield Said(
            self.cordessa,
            JoinProposal(
                proposal="proposal-1", party=self.cordessa, capacity="supporter", on=day, version=1, **self.of
            ),
        )
        yield Said(self.secretariat, MakeCompilation(compilation="list-1", title=_LIST, on=day, **self.of))
        # The text changes: Cordessa confirms, and Belmora's support is shown with the earlier text.
        yield Said(
            self.arvenia,
            AmendProposal(proposal="proposal-1", version=2, text=_FOUR_STEPS, amenders=(self.arvenia,), **self.of),
        )
        yield Said(
            self.cordessa, ConfirmProposal(proposal="proposal-1", party=self.cordessa, version=2, on=day, **self.of)
        )
        yield Said(
            self.editor, MergeProposals(proposals=("proposal-3",), into="proposal-2", on=day, source=NOTES, **self.of)
        )
        yield from self._corrected(date(2032, 3, 4))

    def _tabled(self, paper: str) -> Iterator[Said]:
        for by, label, title, words, source, theme in (
            (self.arvenia, "proposal-1", _REDUCTION_TITLE, _FIVE_STEPS, SourceUnit(document=paper), "theme-a"),
            (self.cordessa, "proposal-2", _FIGURES, _FIGURES_TEXT, SourceUnit(statement="statement-3"), "theme-b"),
        ):
            tabled = TableProposal(
                proposal=label,
                title=title,
                text=words,
                sources=(source,),
                sponsors=(by,),
                category="measure",
                themes=(theme,),
                on=date(2032, 3, 2),
                **self.of,
            )
            yield Said(by, tabled)
        made = TableProposal(
            proposal="proposal-3", title=_REVIEW, category="measure", themes=("theme-b",), source=NOTES, **self.of
        )
        yield Said(self.editor, made)
        asked = TableProposal(proposal="question-1", title=_QUESTION, category="question", source=NOTES, **self.of)
        yield Said(self.editor, asked)

    def _corrected(self, day: date) -> Iterator[Said]:
        yield Said(self.secretariat, MakeCompilation(compilation="list-2", title=_LIST, on=day, **self.of))
        window = OpenCorrections(
            window="window-1", compilation="list-2", opens=day, deadline=date(2032, 3, 11), **self.of
        )
        yield Said(self.secretariat, window)
        request = RequestCorrection(
            request="request-1",
            window="window-1",
            requester=self.belmora,
            text=_CORRECTION,
            proposal="proposal-1",
            on=date(2032, 3, 8),
            **self.of,
        )
        yield Said(self.belmora, request, signed=(self.key,))
        yield Said(
            self.secretariat,
            SettleCorrection(request="request-1", outcome="accepted-in-part", on=date(2032, 3, 12), **self.of),
        )

    def reflected(self, report: str) -> Iterator[Said]:
        """Where the report reflects the proposals, by the readings of the secretariat and of Cordessa."""
        readings: tuple[tuple[str, str, TraceKind, LinkTarget], ...] = (
            (self.secretariat, "proposal-1", "reflected-in", LinkTarget(document=report, unit="para-5")),
            (self.secretariat, "proposal-2", "reflected-in", LinkTarget(document=report, unit="para-6")),
            (self.cordessa, "question-1", "not-reflected-in", LinkTarget(document=report)),
        )
        for number, (by, label, kind, target) in enumerate(readings, start=1):
            link = LinkTrace(
                link=f"link-{number}", proposal=label, trace_kind=kind, target=target, author=by, **self.of
            )
            yield Said(by, link)
        handed = FollowProposal(
            proposal="question-1", followup="followup-1", forum="general-assembly", followed="handed-on", **self.of
        )
        yield Said(self.secretariat, handed)


def _said(ar: str, zh: str, en: str, fr: str, ru: str, es: str) -> Text:
    return text({"ar": ar, "zh": zh, "en": en, "fr": fr, "ru": ru, "es": es})


_REDUCTION = _said(
    "خطوات التخفيض", "削减步骤", "Steps of reduction", "Étapes de réduction", "Этапы сокращений", "Etapas de reducción"
)
_REPORTING = _said(
    "الإبلاغ عن التخفيض",
    "削减情况的报告",
    "Reporting on reductions",
    "Rapports sur les réductions",
    "Отчетность о сокращениях",
    "Informes sobre las reducciones",
)
_REDUCTION_TITLE = _said(
    "تخفيض على خطوات",
    "分步削减",
    "Reduction in steps",
    "Une réduction par étapes",
    "Поэтапное сокращение",
    "Una reducción por etapas",
)
_FIVE_STEPS = _said(
    "تخفّض الدول مخزوناتها على خمس خطوات متساوية.",
    "各国分五个相等步骤削减库存。",
    "States would reduce their stocks in five equal steps.",
    "Les États réduiraient leurs stocks en cinq étapes égales.",
    "Государства сокращали бы свои запасы в пять равных этапов.",
    "Los Estados reducirían sus existencias en cinco etapas iguales.",
)
_FOUR_STEPS = _said(
    "تخفّض الدول مخزوناتها على أربع خطوات متساوية، خطوة كل سنتين.",
    "各国分四个相等步骤削减库存，每两年一步。",
    "States would reduce their stocks in four equal steps, one every two years.",
    "Les États réduiraient leurs stocks en quatre étapes égales, une tous les deux ans.",
    "Государства сокращали бы свои запасы в четыре равных этапа, по одному каждые два года.",
    "Los Estados reducirían sus existencias en cuatro etapas iguales, una cada dos años.",
)
_RESERVATION = _said(
    "ما عدا الإطار الزمني.",
    "时间框架除外。",
    "Except for the time frame.",
    "Sauf en ce qui concerne le calendrier.",
    "За исключением сроков.",
    "Salvo en lo que respecta al calendario.",
)
_FIGURES = _said(
    "تبادل الأرقام بانتظام",
    "定期交换数字",
    "A regular exchange of figures",
    "Un échange régulier de chiffres",
    "Регулярный обмен данными",
    "Un intercambio periódico de cifras",
)
_FIGURES_TEXT = _said(
    "تتبادل الدول أرقام مخزوناتها مرة كل سنة.",
    "各国每年交换一次库存数字。",
    "States would exchange the figures of their stocks once a year.",
    "Les États échangeraient une fois par an les chiffres de leurs stocks.",
    "Государства раз в год обменивались бы данными о своих запасах.",
    "Los Estados intercambiarían una vez al año las cifras de sus existencias.",
)
_REVIEW = _said(
    "استعراض كل خطوة",
    "审评每一步骤",
    "A review of each step",
    "Un examen de chaque étape",
    "Обзор каждого этапа",
    "Un examen de cada etapa",
)
_QUESTION = _said(
    "من يتلقى الأرقام؟",
    "数字由谁接收？",
    "Who receives the figures?",
    "Qui reçoit les chiffres ?",
    "Кто получает данные?",
    "¿Quién recibe las cifras?",
)
_LIST = _said(
    "قائمة الرئاسة",
    "主席的清单",
    "The Chair's list",
    "Liste de la présidence",
    "Перечень Председателя",
    "Lista de la Presidencia",
)
_CORRECTION = _said(
    "أيدنا المقترح بتحفظ، ولا يظهر التحفظ في القائمة.",
    "我们支持该提案时附有保留，清单中未见。",
    "We supported the proposal with a reservation, which the list does not show.",
    "Nous avons appuyé la proposition avec une réserve que la liste ne mentionne pas.",
    "Мы поддержали предложение с оговоркой, которой в перечне нет.",
    "Apoyamos la propuesta con una reserva que la lista no recoge.",
)
