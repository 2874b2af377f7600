"""Short reports of an exercise in Spanish, Russian and Arabic: structure, dates, States and documents are found."""

from __future__ import annotations

import pytest

from accord.papers.reading import Reading, read

SPANISH = """EJERCICIO XA/33/4

I. Introducción

1. El Grupo de Trabajo celebró una reunión de organización el 4 de marzo de 2033 y sesiones sustantivas del
12 al 16 de mayo y el 23 de junio de 2033, en Ginebra.

II. Documentos

2. El Grupo de Trabajo tuvo ante sí los siguientes documentos:

a) Documento de trabajo presentado por Austria y México, titulado “Contar primero” (XA/AC.9/WP.1);

b) Documento de trabajo presentado por el Presidente, titulado “Ideas oídas” (XA/AC.9/WP.2).

3. Formularon declaraciones los representantes de los siguientes Estados: Austria, Costa Rica e Irlanda.
"""

RUSSIAN = """УЧЕНИЕ XA/33/4

I. Введение

1. Рабочая группа провела 4 марта 2033 года организационную сессию в Женеве.

II. Документы

2. Рабочей группе были представлены следующие документы:

a) рабочий документ, представленный Австрией, озаглавленный «Сначала счет» (XA/AC.9/WP.1);

b) повестка дня (XA/AC.9/1).

3. С 14 по 24 мая 2033 года группа заседала.
"""

ARABIC = """تمرين XA/33/4

أولا - مقدمة

١ - عقد الفريق العامل جلسة تنظيمية في 4 آذار/مارس 2033 في جنيف.

ثانيا - الوثائق

ألف - القائمة

٢ - كانت معروضة على الفريق العامل الوثائق التالية:

(أ) جدول الأعمال (XA/AC.9/1)؛

(ب) ورقة عمل مقدمة من النمسا (XA/AC.9/WP.1).

٣ - أحاط الفريق العامل علما بذلك.
"""


def outline(reading: Reading) -> list[tuple[int, int]]:
    return [
        (chapter.n, len(chapter.paragraphs) + sum(len(s.paragraphs) for s in chapter.sections))
        for chapter in reading.chapters
    ]


@pytest.mark.parametrize(("lang", "text"), [("es", SPANISH), ("ru", RUSSIAN), ("ar", ARABIC)])
def test_the_language_and_the_structure_are_found(lang: str, text: str) -> None:
    found = read(text)
    assert found.language == lang
    assert outline(found) == [(1, 1), (2, 2)]
    assert [p.num for p in found.paragraphs] == [1, 2, 3]
    assert [len(p.subitems) for p in found.paragraphs] == [0, 2, 0]
    assert [d.symbol.removeprefix("XA/AC.9/") in ("1", "WP.1", "WP.2") for d in found.documents] == [True, True]
    assert not [f for f in found.findings if f.code != "never-introduced"]


def test_spanish_facts() -> None:
    found = read(SPANISH)
    assert [(d.sponsors, d.title) for d in found.documents] == [
        (("Austria", "México"), "Contar primero"),
        (("Presidente",), "Ideas oídas"),
    ]
    assert [m.dates for m in found.meetings] == [("2033-03-04",), ("2033-05-12/2033-05-16",), ("2033-06-23",)]
    assert [s.state for s in found.statements.states] == ["Austria", "Costa Rica", "Irlanda"]


@pytest.mark.parametrize(
    ("text", "dates"),
    [(RUSSIAN, {"2033-03-04", "2033-05-14/2033-05-24"}), (ARABIC, {"2033-03-04"}), (SPANISH, {"2033-03-04"})],
)
def test_dates_are_found(text: str, dates: set[str]) -> None:
    said = {span.value for unit in read(text).units for span in unit.spans if "date" in span.kind}
    assert dates <= said


SPANISH_COURSE = """EJERCICIO XA/33/4

I. Organización

1. El Grupo de Trabajo celebró una reunión de organización el 4 de marzo de 2033 y sesiones sustantivas del
12 al 16 de mayo de 2033.

2. La Subdivisión de Reuniones prestó servicios de secretaría y apoyo sustantivo.

3. La reunión de organización fue inaugurada por la Directora de la Subdivisión, que también presidió la elección.

4. En su reunión de organización, el 4 de marzo, el Grupo de Trabajo eligió por aclamación a Odile Marenne (Austria)
como Presidenta y a Ilse Quandry (Irlanda) como Relatora. La Presidenta contó con la asistencia de Amigos de la
Presidenta de México, Costa Rica y Austria.

5. El Grupo de Trabajo acordó las modalidades de participación de las organizaciones internacionales y la sociedad
civil.

6. En su última sesión, celebrada el 16 de mayo, el Grupo de Trabajo aprobó por consenso su informe, que figura en el
documento XA/AC.9/L.1, en su forma oralmente enmendada.
"""

RUSSIAN_COURSE = """УЧЕНИЯ XA/33/4

I. Организация работы

1. Рабочая группа провела 4 марта 2033 года организационное заседание.

2. Сектор обслуживания заседаний обеспечивал секретариатское обслуживание.

3. Организационное заседание открыл Директор Сектора, который руководил также выборами Председателя.

4. На своем организационном заседании 4 марта Рабочая группа избрала путем аккламации Одиль Маренн (Австрия)
Председателем.

5. Рабочая группа утвердила порядок участия международных организаций и гражданского общества.

6. На своем последнем заседании 16 мая 2033 года Рабочая группа утвердила консенсусом свой доклад, содержащийся в
документе XA/AC.9/L.1, с внесенными в него устными поправками.
"""

ARABIC_COURSE = """تمرين XA/33/4

أولا - تنظيم العمل

١ - عقد الفريق العامل جلسة تنظيمية في 4 آذار/مارس 2033.

٢ - وقدم فرع الاجتماعات خدمات الأمانة والدعم الفني.

٣ - وافتتح مدير فرع الاجتماعات الجلسة التنظيمية وأشرف على انتخاب الرئيس.

٤ - وانتخب الفريق العامل بالتزكية أوديل مارين (النمسا) رئيسة له.

٥ - وقرر الفريق العامل طرائق مشاركة المنظمات الدولية والمجتمع المدني.

٦ - واعتمد الفريق العامل في جلسته الأخيرة، في 16 أيار/مايو 2033، بتوافق الآراء تقريره الوارد في الوثيقة XA/AC.9/L.1.
"""


@pytest.mark.parametrize(
    ("text", "chair", "provider", "office", "mode", "revised"),
    [
        (SPANISH_COURSE, "Odile Marenne", "Subdivisión de Reuniones", "Directora de la Subdivisión", "consenso", True),
        (RUSSIAN_COURSE, "Одиль Маренн", "Сектор обслуживания заседаний", "Директор Сектора", "консенсусом", True),
        (ARABIC_COURSE, "أوديل مارين", "فرع الاجتماعات", "مدير فرع الاجتماعات", "بتوافق الآراء", False),
    ],
)
def test_the_course_of_the_work_is_read(
    text: str, chair: str, provider: str, office: str, mode: str, revised: bool
) -> None:
    found = read(text)
    assert found.officers.chair is not None
    assert found.secretariat is not None
    assert found.opened_by is not None
    assert found.modalities is not None
    assert found.adoption is not None
    assert (found.officers.chair.name, found.secretariat.provider, found.opened_by.office) == (chair, provider, office)
    assert found.opened_by.election
    assert found.modalities.kinds == ("international-organisations", "civil-society")
    assert (found.adoption.adopted, found.adoption.mode, found.adoption.orally_revised) == ("2033-05-16", mode, revised)
    assert not found.findings


def test_further_officers_and_friends_in_spanish() -> None:
    found = read(SPANISH_COURSE).officers
    assert [(o.name, o.state) for o in found.others] == [("Ilse Quandry", "Irlanda")]
    assert found.friends_of_the_chair == ("México", "Costa Rica", "Austria")
