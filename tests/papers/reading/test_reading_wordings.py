"""Friends of the Chair and introductions of papers, in the wordings that reports of each language use for them."""

from __future__ import annotations

import csv
from functools import cache

import pytest

from accord.papers.reading import read
from accord.papers.reading.reading import Reading
from tests.papers.consistency.versions import SAMPLES, states

CODES = ("XAA", "XAK", "XAN")

FRIENDS = {
    "en": (
        "The Chair was assisted by Friends of the Chair from {}.",
        "The following States served as Friends of the Chair: {}.",
        "The representatives of {} acted as Friends of the Chair.",
        "{} assisted the Chair as Friends of the Chair.",
        "The Chair appointed {} as Friends of the Chair.",
        "The Chair was supported by a group of Friends of the Chair composed of {}.",
        "The Friends of the Chair were {}.",
    ),
    "fr": (
        "La présidence a été assistée par des Amis de la présidence venus de {}.",
        "Les représentants de {} ont fait office d’Amis du Président.",
        "Le Président a été secondé par les Amis du Président : {}.",
        "Les pays suivants ont exercé les fonctions d’Amis de la Présidente : {}.",
        "{} ont été désignés Amis de la présidence.",
        "Le Président a nommé Amis du Président les représentants de {}.",
        "{} ont assisté le Président en qualité d’Amis de la présidence.",
        "Le groupe des Amis de la présidence était composé de {}.",
        "{} ont agi en tant qu’Amis du Président.",
        "Les Amis du Président étaient {}.",
    ),
    "es": (
        "La Presidencia contó con la asistencia de los Amigos de la Presidencia, procedentes de {}.",
        "Los representantes de {} actuaron como Amigos del Presidente.",
        "Los siguientes Estados actuaron como Amigos de la Presidenta: {}.",
        "{} desempeñaron la función de Amigos de la Presidencia.",
        "{} fueron designados Amigos de la Presidencia.",
        "{} prestaron asistencia en calidad de Amigos del Presidente.",
        "El grupo de Amigos de la Presidencia estuvo integrado por {}.",
        "Los Amigos del Presidente fueron {}.",
    ),
    "ru": (
        "Председателю оказывали содействие друзья Председателя из {1}.",
        "Следующие государства выступали в качестве друзей Председателя: {}.",
        "Представители {1} выполняли функции друзей Председателя.",
        "Представители {1} выступали в роли друзей Председателя.",
        "В качестве друзей Председателя выступили представители {1}.",
        "Группа друзей Председателя состояла из представителей {1}.",
        "Друзьями Председателя были назначены представители {1}.",
    ),
    "zh": (
        "来自{}的代表担任主席之友。",
        "{}担任主席之友。",
        "下列国家担任主席之友：{}。",
        "主席之友由{}的代表担任。",
        "主席得到主席之友{}的协助。",
        "主席任命{}为主席之友。",
    ),
    "ar": (
        "وساعد الرئيس أصدقاء الرئيس من {}.",
        "وعمل ممثلو {} بصفة أصدقاء الرئيس.",
        "وقامت الدول التالية بدور أصدقاء الرئيس: {}.",
        "وعملت {} بوصفها من أصدقاء الرئيس.",
        "وتألفت مجموعة أصدقاء الرئيس من {}.",
        "وكان أصدقاء الرئيس هم {}.",
    ),
}

INTRODUCED = {
    "en": (
        "{} introduced their working papers.",
        "The following States introduced working papers: {}.",
        "Working papers were introduced by {}.",
        "The representatives of {} introduced working papers.",
        "At its third meeting, {} introduced working papers.",
    ),
    "fr": (
        "{} ont présenté leurs documents de travail.",
        "Les États suivants ont présenté des documents de travail : {}.",
        "Des documents de travail ont été présentés par {}.",
        "Les représentants de {} ont présenté des documents de travail.",
        "Ont présenté leurs documents de travail : {}.",
    ),
    "es": (
        "{} presentaron sus documentos de trabajo.",
        "Los siguientes Estados presentaron documentos de trabajo: {}.",
        "Los documentos de trabajo fueron presentados por {}.",
        "Los representantes de {} presentaron documentos de trabajo.",
        "Presentaron documentos de trabajo {}.",
    ),
    "ru": (
        "{} представили свои рабочие документы.",
        "Следующие государства представили рабочие документы: {}.",
        "Представители {1} представили рабочие документы.",
        "Рабочие документы представили {}.",
        "Рабочие документы представили следующие государства: {}.",
        "Рабочие документы были представлены {2}.",
        "Рабочие документы были внесены на рассмотрение {2}.",
        "Рабочие документы внесли на рассмотрение представители {1}.",
        "{} вынесли на рассмотрение рабочие документы.",
        "С рабочими документами выступили представители {1}.",
    ),
    "zh": (
        "{}介绍了工作文件。",
        "下列国家介绍了工作文件：{}。",
        "{}的代表介绍了各自的工作文件。",
        "工作文件由{}介绍。",
        "在第三次会议上，{}介绍了工作文件。",
    ),
    "ar": (
        "وعرضت {} ورقات عملها.",
        "وعرضت الدول التالية ورقات عمل: {}.",
        "وعرض ممثلو {} ورقات عمل.",
        "وعرض ورقات العمل ممثلو {}.",
    ),
}
PAPERS = {
    "en": "papers", "fr": "documents", "es": "documentos", "ru": "документы", "zh": "文件", "ar": "ورقات",
}  # fmt: skip
HEAD = "A/AC.9/L.1\n\nI. {}\n\n1. {}\n"
TITLE = {
    "en": "Introduction",
    "fr": "Introduction",
    "es": "Introducción",
    "ru": "Введение",
    "zh": "导言",
    "ar": "مقدمة",
}
LIST = {
    "en": "{}, {} and {}",
    "fr": "{}, {} et {}",
    "es": "{}, {} y {}",
    "ru": "{}, {} и {}",
    "zh": "{}、{}和{}",
    "ar": "{} و{} و{}",
}


@cache
def names(lang: str, case: int) -> str:
    """The States of `CODES` in a list of the language; of Russian in that case."""
    with (SAMPLES / "states.csv").open(encoding="utf-8", newline="") as lines:
        forms = {row["code"]: row[lang].split(";") for row in csv.DictReader(lines)}
    named = [forms[code][min(case, len(forms[code]) - 1)] for code in CODES]
    if lang == "fr":
        named = [named[0], *(f"{name}" for name in named[1:])]
    return LIST[lang].format(*named)


def reading(lang: str, wording: str) -> Reading:
    """A paper of one paragraph."""
    sentence = wording.replace("{}", names(lang, 0)).replace("{1}", names(lang, 1)).replace("{2}", names(lang, 2))
    return read(HEAD.format(TITLE[lang], sentence), states(), lang)


def coded(named: tuple[str, ...]) -> list[str]:
    """The codes of names as printed."""
    return sorted(states()[name] for name in named)


@pytest.mark.parametrize(("lang", "wording"), [(lang, one) for lang, all_ in FRIENDS.items() for one in all_])
def test_the_friends_of_the_chair_are_read_in_every_usual_wording(lang: str, wording: str) -> None:
    assert coded(reading(lang, wording).officers.friends_of_the_chair) == list(CODES)


@pytest.mark.parametrize(("lang", "wording"), [(lang, one) for lang, all_ in INTRODUCED.items() for one in all_])
def test_introductions_are_read_in_every_usual_wording(lang: str, wording: str) -> None:
    found = reading(lang, wording).introductions
    assert coded(tuple(name for one in found for name in one.introduced_by)) == list(CODES)
