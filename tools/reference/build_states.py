"""Builds `accord/reference/states.csv` and `.toml` from a table of UN names.

    python tools/reference/build_states.py SOURCE.csv

SOURCE.csv is a copy of the names in UNTERM and in the UN Statistics Division's M49 list (columns
iso3, iso2, m49, un_status, short_xx, unterm_short_xx, unterm_formal_xx), as in the open data set
"Country codes" (datasets/country-codes). Only primary names and codes are taken over.
"""

from __future__ import annotations

import csv
import io
import re
import sys
from pathlib import Path

from seal import describe

HERE = Path(__file__).resolve().parents[2] / "accord" / "reference"
LANGUAGES = ("ar", "zh", "en", "fr", "ru", "es")
ARTICLE = re.compile(r" \((the|l'|le|la|les|el|los|las)\)$")

# UNTERM's cells for two States are blank in the data set: the article is the one of French usage.
ARTICLES_BY_HAND = {("CIV", "fr"): "la", ("TUR", "fr"): "la"}


def tidy(text: str) -> str:
    """One apostrophe and single spaces."""
    return re.sub(r"\s+", " ", text.replace("’", "'")).strip()


def row(source: dict[str, str]) -> dict[str, str]:
    """One State in our columns."""
    out = {key: source[key] for key in ("iso3", "iso2", "m49")}
    out["status"] = "non-member" if source["un_status"].startswith("non-member") else source["un_status"]
    for lang in LANGUAGES:
        out[f"short_{lang}"] = tidy(source[f"short_{lang}"])
    for lang in LANGUAGES:
        out[f"formal_{lang}"] = tidy(source[f"unterm_formal_{lang}"])
    for lang in ("en", "fr", "es"):
        article = ARTICLE.search(source[f"unterm_short_{lang}"])
        by_hand = ARTICLES_BY_HAND.get((source["iso3"], lang), "")
        out[f"article_{lang}"] = article.group(1) if article else by_hand
    out["source"] = "unterm" if source["unterm_short_en"] else "m49"
    return out


def build(source: Path) -> None:
    """Writes both files."""
    with source.open(newline="", encoding="utf-8") as lines:
        rows = sorted((row(cells) for cells in csv.DictReader(lines)), key=lambda r: r["iso3"])
    text = io.StringIO(newline="")
    writer = csv.DictWriter(text, list(rows[0]), lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    (HERE / "states.csv").write_text(text.getvalue(), encoding="utf-8")
    unterm, m49 = "UNTERM", "UN Statistics Division, M49"
    columns = {
        "iso3": ("ISO 3166-1 alpha-3 code", "ISO 3166-1"),
        "iso2": ("ISO 3166-1 alpha-2 code", "ISO 3166-1"),
        "m49": ("three-digit code of the UN Statistics Division", m49),
        "status": ("member, observer, or non-member (may join treaties deposited with the Secretary-General)", unterm),
    }
    for lang in LANGUAGES:
        columns[f"short_{lang}"] = (f"short name in {lang}, without article", f"{unterm}; {m49} where source is m49")
    for lang in LANGUAGES:
        columns[f"formal_{lang}"] = (f"formal name in {lang}, with its article; empty where unknown", unterm)
    for lang in ("en", "fr", "es"):
        columns[f"article_{lang}"] = (f"article before the short name within a sentence in {lang}", unterm)
    columns["source"] = ("which list the names of the row come from", "this table")
    describe(
        HERE / "states",
        title="States and their names in the six official languages of the United Nations",
        publisher="United Nations (UNTERM, Protocol and Liaison Service; Statistics Division), "
        "via the data set Country codes",
        address="https://github.com/datasets/country-codes (revision caa72d1e)",
        retrieved="2026-05-15",
        licence="ODC-PDDL-1.0",
        columns=columns,
        known_problems=[
            "CIV and TUR: the UNTERM cells are blank in the data set; short names are those of M49 (the English M49 "
            "cell of CIV was itself wrong and is corrected to Côte d'Ivoire), formal names are left empty, French "
            "articles are by hand.",
            "NLD: the names predate the short form Netherlands (Kingdom of the); the later form is read as an alias.",
            "Names are those of the date of retrieval; names of earlier years (Turkey, Swaziland) are in aliases.csv.",
            "Typographic apostrophes are written as straight ones.",
            "Spanish articles are those of UNTERM; usage leaves many of them out (en Canadá, el Canadá).",
        ],
    )


if __name__ == "__main__":
    build(Path(sys.argv[1]))
