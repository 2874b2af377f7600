"""Questions in six languages and what each should find first: kind and key."""

from __future__ import annotations

FIRST: list[tuple[str, str, str]] = [
    # Symbols, in any spelling; the end of one; a body; a job number.
    ("A/AC.281/WP.4", "document", "A/AC.281/WP.4"),
    ("a/ac.281/wp.4", "document", "A/AC.281/WP.4"),
    ("a ac281 wp4", "document", "A/AC.281/WP.4"),
    ("WP.4", "document", "A/AC.281/WP.4"),
    ("wp 11", "document", "A/AC.281/WP.11"),
    ("INF/9", "document", "A/AC.281/INF.9"),
    ("Ａ／ＡＣ.281／ＷＰ.8", "document", "A/AC.281/WP.8"),
    ("A/AC.281/NGO.2", "document", "A/AC.281/NGO/2"),
    ("67/56", "document", "A/RES/67/56"),
    ("A/AC.281", "body", "AC.281"),
    ("13-50610", "document", "A/68/514"),
    ("13-50610 (C)", "document", "A/68/514"),
    # Entries.
    ("#42", "entry", "42"),
    # Parties, by name, other name, code, in cases.
    ("Austria", "party", "AUT"),
    ("aut", "party", "AUT"),
    ("EG", "party", "EGY"),
    ("l’Égypte", "party", "EGY"),
    ("egipto", "party", "EGY"),
    ("República Islámica del Irán", "party", "IRN"),
    ("Islamic Republic of Iran", "party", "IRN"),
    ("伊朗", "party", "IRN"),
    ("伊朗伊斯兰共和国", "party", "IRN"),
    ("النمسا", "party", "AUT"),
    ("إيران", "party", "IRN"),
    ("Швейцария", "party", "CHE"),
    ("Швейцарии", "party", "CHE"),
    ("新议程联盟", "party", "new-agenda-coalition"),
    ("Коалиция за новую повестку дня", "party", "new-agenda-coalition"),
    ("new agenda coalition", "party", "new-agenda-coalition"),
    # Words: titles, kinds, persons, offices; inflected; mixed.
    ("working paper Austria", "document", "A/AC.281/WP.5"),
    ("documentos de trabajo de Suiza", "document", "A/AC.281/WP.8"),
    ("рабочие документы Мексики", "document", "A/AC.281/WP.9"),
    ("ورقات عمل مقدمة من النمسا", "document", "A/AC.281/WP.5"),
    ("工作文件 奥地利", "document", "A/AC.281/WP.5"),
    ("奥地利的工作文件", "document", "A/AC.281/WP.5"),
    ("Suisse working paper", "document", "A/AC.281/WP.8"),
    ("Мексика 工作文件", "document", "A/AC.281/WP.9"),
    ("transparency and verification", "panel", "panel-d"),
    ("parliamentarians role panel", "party", "pnnd"),
    ('"building blocks"', "approach", "building-blocks"),
    ("para. 28 (c)", "element", "28-c"),
    ("Dengo", "officer", "AC.281/chair"),
    ("登戈", "officer", "AC.281/chair"),
    ("Woolcott", "panel", "panel-a"),
]
"""On the demonstration. The last column of a panel is its label, of an officer body and office."""

IN_THE_REPORT: list[tuple[str, str, str]] = [
    ("27 (h)", "paragraph", "para-27-h"),
    ("27(H)", "paragraph", "para-27-h"),
    ("para. 27(h)", "paragraph", "para-27-h"),
    ("¶ 9 (e)", "paragraph", "para-9-e"),
    ("paragraphe 27 h)", "paragraph", "para-27-h"),
    ("párrafo 29", "paragraph", "para-29"),
    ("пункт 27 h)", "paragraph", "para-27-h"),
    ("第27段", "paragraph", "para-27"),
    ("第27(h)段", "paragraph", "para-27-h"),
    ("第二十七段(h)项", "paragraph", "para-27-h"),
    ("الفقرة ٢٧ (ح)", "paragraph", "para-27-h"),
    ("A/68/514, para. 28 (d)", "paragraph", "para-28-d"),
    ("A/68/514#para-28-d-ii", "paragraph", "para-28-d-ii"),
    ("裂变材料", "proposal", "proposal-28-d"),
    ("负面安全保证", "paragraph", "para-28-e"),
    ("消极安全保证", "proposal", "proposal-28-e"),
    ("国际法院", "paragraph", "para-39"),
    ("外层空间军备竞赛", "paragraph", "para-49"),
    ("反弹道导弹", "undertaking", "npt-2000-7"),
    ("原子能机构", "proposal", "proposal-27-g"),
    ("无核武器区 中东", "proposal", "proposal-27-h"),
    ("核裁军教育", "panel", "panel-j"),
]
"""On the demonstration with the words of the real report, which are Chinese. What a proposal is called comes
before what a paragraph says."""
