"""What the printed reports of the tests are made of: sentences written for them, in six languages.

The States, bodies and papers are fictional. `{a}` and `{b}` are numbers of paragraphs, `{n}` a small number,
`{day}` a day of a month, `{symbol}` a document, `{state}` and `{other}` States.
"""

# ruff: noqa: E501  (one sentence, one line)
from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Phrases:
    """The phrases of one language."""

    sentences: tuple[str, ...]
    announcing: str
    agenda: str
    items: tuple[str, ...]
    subitems: tuple[str, ...]
    headings: tuple[str, ...]
    notes: tuple[str, ...]
    states: tuple[str, ...]
    title: str
    contents: str
    quote: str


PHRASES = {
    "en": Phrases(
        (
            "The Working Group considered the suggestions set out in paragraphs {a} and {b} of document {symbol}.",
            "Several delegations recalled that a count made once a year, on {day} June, would suffice.",
            "The representative of {state}, speaking also on behalf of {other}, asked for more time.",
            "It was said that “a seal is only as good as its register”, and that the register should be open.",
            "In that connection, reference was made to paragraph {a}.",
            "Some preferred a well-defined, step-by-step order of work; others wished to begin with everything at once.",
            "No objection was raised.",
            "The Chair noted that {n} delegations had spoken, that the list was closed and that rights of reply would "
            "be exercised at the end of the meeting, in the order in which they had been requested.",
            "A cross-regional group (see {symbol}) had offered training in all the official languages (six in number).",
            "Figures were given for 2031, 2032 and 2033: they had risen by {n}.5 per cent a year.",
            "The question of cost, which had been put off at the first meeting, was taken up again on {day} May.",
            "Participants agreed to disagree; the differences are set out in chapter IV.",
        ),
        "The following points were made with regard to paragraph {a}:",
        "The Working Group adopted its agenda ({symbol}), as follows:",
        ("That every declaration should bear two signatures", "That visitors should be announced {n} days ahead, or not at all, as agreed in {symbol}",
         "That a form left blank should be sent back within {n} days", "That what is withheld should be marked as withheld, with the reason why and the day on which it will be given"),
        ("in service", "withdrawn but not yet taken apart, as the inventory in {symbol} has it", "taken apart in the presence of visitors"),
        ("Opening of the session", "Officers", "Adoption of the agenda and organization of work", "Documents",
         "Views expressed on the order of work, on its cost and on those who should bear it, now and in the years to come",
         "What remains to be done", "General exchange of views", "Adoption of the report"),
        ("See {symbol}, paras. {a}–{b}.", "The group consists of {state} and {other}.",
         "The text was read out in the room; a copy may be had from the secretariat, on request, until the end of the year in which it was read."),
        ("Arvandia", "the Borealis Islands", "Kelmoor", "Pelagia", "Upper Galdora"),
        "Report of the Exercise Working Group on Careful Counting", "Contents", "“{}”",
    ),
    "fr": Phrases(
        (
            "Le Groupe de travail a examiné les propositions énoncées aux paragraphes {a} et {b} du document {symbol}.",
            "Plusieurs délégations ont rappelé qu’un décompte par an, le {day} juin, suffirait.",
            "Le représentant de {state}, parlant aussi au nom de {other}, a demandé un délai.",
            "On a dit qu’« un scellé ne vaut que ce que vaut son registre » et que celui-ci devait être ouvert à tous.",
            "À cet égard, il a été fait référence au paragraphe {a}.",
            "Certains préféraient avancer pas à pas ; d’autres voulaient tout entreprendre à la fois.",
            "Aucune objection n’a été formulée.",
            "Le Président a noté que {n} délégations avaient pris la parole, que la liste était close et que le droit de "
            "réponse s’exercerait en fin de séance, dans l’ordre des demandes.",
            "Un groupe transrégional (voir {symbol}) s’est proposé pour former des agents dans les langues officielles (au nombre de six).",
            "Les chiffres de 2031, 2032 et 2033 montrent une hausse de {n},5 % par an.",
            "La question du coût, remise lors de la première séance, a été reprise le {day} mai.",
            "Les divergences subsistent ; elles sont exposées au chapitre IV.",
        ),
        "Les points suivants ont été soulevés au sujet du paragraphe {a} :",
        "Le Groupe de travail a adopté son ordre du jour ({symbol}), ainsi conçu :",
        ("Que toute déclaration porte deux signatures", "Que les visites soient annoncées {n} jours à l’avance, ou pas du tout, comme convenu dans {symbol}",
         "Qu’un formulaire laissé vide soit renvoyé sous {n} jours", "Que ce qui est retenu soit indiqué comme tel, avec le motif et le jour où ce sera communiqué"),
        ("en service", "retirés mais non encore démontés, selon l’inventaire figurant dans {symbol}", "démontés en présence de visiteurs"),
        ("Ouverture de la session", "Bureau", "Adoption de l’ordre du jour et organisation des travaux", "Documents",
         "Vues exprimées sur l’ordre des travaux, sur leur coût et sur ceux qui devraient le supporter, aujourd’hui et à l’avenir",
         "Ce qui reste à faire", "Échange de vues général", "Adoption du rapport"),
        ("Voir {symbol}, par. {a} à {b}.", "Le groupe se compose de {state} et de {other}.",
         "Le texte a été lu en séance ; on peut en demander copie au secrétariat jusqu’à la fin de l’année où il a été lu."),
        ("l’Arvandie", "les Îles Boréales", "Kelmoor", "la Pélagie", "la Haute-Galdora"),
        "Rapport du Groupe de travail de l’exercice sur le décompte attentif", "Table des matières", "« {} »",
    ),
    "es": Phrases(
        (
            "El Grupo de Trabajo examinó las propuestas que figuran en los párrafos {a} y {b} del documento {symbol}.",
            "Varias delegaciones recordaron que bastaría con un recuento al año, el {day} de junio.",
            "La representante de {state}, que habló también en nombre de {other}, pidió más tiempo.",
            "Se dijo que “un precinto vale lo que vale su registro” y que el registro debía estar abierto a todos.",
            "A ese respecto se hizo referencia al párrafo {a}.",
            "Algunos preferían avanzar paso a paso; otros querían emprenderlo todo a la vez.",
            "No hubo objeciones.",
            "El Presidente señaló que habían hablado {n} delegaciones, que la lista quedaba cerrada y que el derecho de "
            "respuesta se ejercería al final de la sesión, en el orden en que se hubiera pedido.",
            "Un grupo interregional (véase {symbol}) ofreció capacitación en los idiomas oficiales (que son seis).",
            "Las cifras de 2031, 2032 y 2033 muestran un aumento del {n},5% anual.",
            "La cuestión del costo, aplazada en la primera sesión, se retomó el {day} de mayo.",
            "Las diferencias persisten; se exponen en el capítulo IV.",
        ),
        "Se plantearon las cuestiones siguientes en relación con el párrafo {a}:",
        "El Grupo de Trabajo aprobó su programa ({symbol}), que era el siguiente:",
        ("Que toda declaración lleve dos firmas", "Que las visitas se anuncien con {n} días de antelación, o no se anuncien, según lo convenido en {symbol}",
         "Que el formulario en blanco se devuelva en {n} días", "Que lo que se reserve se indique como reservado, con el motivo y el día en que se dará a conocer"),
        ("en servicio", "retirados pero aún no desmontados, según el inventario que figura en {symbol}", "desmontados en presencia de visitantes"),
        ("Apertura del período de sesiones", "Mesa", "Aprobación del programa y organización de los trabajos", "Documentos",
         "Opiniones expresadas sobre el orden de los trabajos, sobre su costo y sobre quién debería sufragarlo, ahora y en el futuro",
         "Lo que queda por hacer", "Intercambio general de opiniones", "Aprobación del informe"),
        ("Véase {symbol}, párrs. {a} a {b}.", "El grupo está integrado por {state} y {other}.",
         "El texto se leyó en la sala; puede pedirse copia a la secretaría hasta el fin del año en que se leyó."),
        ("Arvandia", "las Islas Boreales", "Kelmoor", "Pelagia", "la Alta Galdora"),
        "Informe del Grupo de Trabajo del Ejercicio sobre el Recuento Cuidadoso", "Índice", "“{}”",
    ),
    "ru": Phrases(
        (
            "Рабочая группа рассмотрела предложения, изложенные в пунктах {a} и {b} документа {symbol}.",
            "Несколько делегаций напомнили, что достаточно одного подсчета в год, {day} июня.",
            "Представитель {state}, выступавший также от имени {other}, попросил отсрочки.",
            "Было сказано, что «пломба стоит столько же, сколько ее реестр» и что реестр должен быть открыт для всех.",
            "В этой связи была сделана ссылка на пункт {a}.",
            "Одни предпочитали продвигаться шаг за шагом; другие хотели взяться за все сразу.",
            "Возражений не последовало.",
            "Председатель отметил, что выступило {n} делегаций, что список ораторов закрыт и что право на ответ будет "
            "осуществлено в конце заседания в том порядке, в котором поступили просьбы.",
            "Межрегиональная группа (см. {symbol}) предложила обучение на всех официальных языках (их шесть).",
            "Данные за 2031, 2032 и 2033 годы показывают рост на {n},5 процента в год.",
            "К вопросу о расходах, отложенному на первом заседании, вернулись {day} мая.",
            "Разногласия сохраняются; они изложены в главе IV.",
        ),
        "В отношении пункта {a} были высказаны следующие соображения:",
        "Рабочая группа утвердила свою повестку дня ({symbol}) в следующем виде:",
        ("каждое заявление должно быть подписано дважды", "о посещениях следует извещать за {n} дней или не извещать вовсе, как решено в {symbol}",
         "незаполненный бланк следует вернуть в течение {n} дней", "то, что не раскрывается, следует так и обозначать с указанием причины и дня, когда оно будет раскрыто"),
        ("в строю", "сняты, но еще не разобраны, согласно описи в {symbol}", "разобраны в присутствии посетителей"),
        ("Открытие сессии", "Должностные лица", "Утверждение повестки дня и организация работы", "Документация",
         "Мнения, высказанные о порядке работы, о ее стоимости и о тех, кто должен нести расходы сейчас и в будущем",
         "Что остается сделать", "Общий обмен мнениями", "Утверждение доклада"),
        ("См. {symbol}, пункты {a}–{b}.", "В состав группы входят {state} и {other}.",
         "Текст был зачитан в зале; его копию можно получить в секретариате до конца того года, когда он был зачитан."),
        ("Арвандии", "Островов Бореалис", "Келмура", "Пелагии", "Верхней Галдоры"),
        "Доклад Рабочей группы учений по тщательному подсчету", "Содержание", "«{}»",
    ),
    "zh": Phrases(
        (
            "工作组审议了文件 {symbol} 第 {a} 和第 {b} 段所载的建议。",
            "若干代表团回顾说，每年 6 月 {day} 日清点一次就够了。",
            "{state}代表同时代表{other}发言，要求给予更多时间。",
            "有人指出，“封条的价值取决于登记册的价值”，登记册应当对所有人开放。",
            "在这方面，有人提到第 {a} 段。",
            "有些与会者主张循序渐进；另一些则希望同时着手处理所有问题。",
            "没有人提出反对意见。",
            "主席指出，已有 {n} 个代表团发言，发言名单已经截止，答辩权将在会议结束时按照提出请求的先后次序行使。",
            "一个跨区域小组(见 {symbol})表示愿意以所有正式语文(共六种)提供培训。",
            "2031 年、2032 年和 2033 年的数字表明，每年增长 {n}.5%。",
            "第一次会议推迟审议的费用问题于 5 月 {day} 日再次讨论。",
            "分歧依然存在；详情载于第四章。",
        ),
        "关于第 {a} 段，提出了以下几点：",
        "工作组通过了其议程({symbol})如下：",
        ("每份申报都应有两个签名", "按照 {symbol} 的约定，访问应提前 {n} 天通知，或者根本不通知", "空白表格应在 {n} 天内退回",
         "凡予保留的内容都应标明为保留，并说明理由和将予公布的日期"),
        ("仍在服役", "已经退役但尚未拆解，如 {symbol} 所载清单所示", "在访问者在场的情况下拆解"),
        ("会议开幕", "主席团成员", "通过议程和安排工作", "文件", "关于工作次序、所需费用以及现在和今后应由谁承担这些费用的各种意见和建议以及对此作出的答复",
         "有待完成的工作", "一般性交换意见", "通过报告"),
        ("见 {symbol}，第 {a} 至 {b} 段。", "该集团由{state}和{other}组成。", "该案文已在会议室宣读；在宣读当年年底之前，可向秘书处索取副本。"),
        ("阿尔万迪亚", "北光群岛", "凯尔穆尔", "佩拉吉亚", "上加尔多拉"),
        "演习仔细清点问题工作组的报告", "目录", "“{}”",
    ),
    "ar": Phrases(
        (
            "نظر الفريق العامل في الاقتراحات الواردة في الفقرتين {a} و {b} من الوثيقة {symbol}.",
            "وأشارت عدة وفود إلى أن إجراء العد مرة واحدة في السنة، في {day} حزيران/يونيه، يكفي.",
            "وطلبت ممثلة {state}، متحدثة أيضا باسم {other}، مزيدا من الوقت.",
            "وقيل إن ”قيمة الختم من قيمة سجله“ وإن السجل ينبغي أن يكون متاحا للجميع.",
            "وفي هذا الصدد، أشير إلى الفقرة {a}.",
            "وفضل البعض المضي خطوة خطوة؛ ورغب آخرون في الشروع في كل شيء دفعة واحدة.",
            "ولم يبد أي اعتراض.",
            "ولاحظ الرئيس أن {n} وفدا قد تكلموا وأن القائمة قد أقفلت وأن حق الرد سيمارس في نهاية الجلسة حسب ترتيب الطلبات.",
            "وعرضت مجموعة أقاليمية (انظر {symbol}) تقديم التدريب بجميع اللغات الرسمية (وعددها ست).",
            "وتبين أرقام أعوام 2031 و 2032 و 2033 زيادة قدرها {n},5 في المائة سنويا.",
            "أما مسألة التكلفة التي أرجئت في الجلسة الأولى فقد استؤنف النظر فيها في {day} أيار/مايو.",
            "ولا تزال الخلافات قائمة؛ وهي مبينة في الفصل الرابع.",
        ),
        "وأثيرت النقاط التالية فيما يتعلق بالفقرة {a}:",
        "وأقر الفريق العامل جدول أعماله ({symbol}) على النحو التالي:",
        ("أن يحمل كل إعلان توقيعين", "أن يعلن عن الزيارات قبل {n} أيام أو ألا يعلن عنها، على النحو المتفق عليه في {symbol}",
         "أن تعاد الاستمارة الخالية في غضون {n} أيام", "أن يشار إلى ما يحجب على أنه محجوب مع بيان السبب واليوم الذي سيقدم فيه"),
        ("في الخدمة", "سحبت ولم تفكك بعد حسب القائمة الواردة في {symbol}", "فككت بحضور الزوار"),
        ("افتتاح الدورة", "أعضاء المكتب", "إقرار جدول الأعمال وتنظيم العمل", "الوثائق",
         "الآراء المعرب عنها بشأن ترتيب العمل وتكلفته ومن ينبغي أن يتحملها الآن وفي السنوات المقبلة وما ورد عليها من ردود",
         "ما لم ينجز بعد", "تبادل عام للآراء", "اعتماد التقرير"),
        ("انظر {symbol}، الفقرات {a} إلى {b}.", "تتألف المجموعة من {state} و{other}.",
         "تلي النص في القاعة؛ ويمكن الحصول على نسخة منه من الأمانة حتى نهاية السنة التي تلي فيها."),
        ("أرفانديا", "جزر بورياليس", "كلمور", "بيلاجيا", "غالدورا العليا"),
        "تقرير الفريق العامل للتمرين المعني بالعد الدقيق", "المحتويات", "”{}“",
    ),
}  # fmt: skip
