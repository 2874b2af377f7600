"""Search at 100,000 texts: found and missed, and time, against plain SQLite FTS5 on the same texts in the same run.

The texts are paragraphs made of our own words in six languages: the names of States and the sentences of the
catalogues, drawn with a fixed seed. Each question has one paragraph that answers it, and asks for it in another
spelling, number or case than the paragraph has; a question is found when that paragraph is among the first hits.
"""

from __future__ import annotations

import random
import sqlite3
import statistics
import time
from collections.abc import Callable, Iterator, Mapping

from accord.acts.facts import Fact
from accord.acts.values import Text
from accord.areas.documents.acts import RegisterDocument
from accord.areas.drafting.acts import RecordUnit
from accord.faces.web.search.called import Called
from accord.nodes.bench.measure import Result
from accord.reference.states import states
from accord.words.catalogue import catalogue
from accord.words.languages import CODES
from accord.world.search.found import FEW, search
from accord.world.search.index import Index
from accord.world.search.subject import Told
from accord.world.world import World

TEXTS = 100_000
UNITS = 200
"""Of a document."""
PEER = f"SQLite {sqlite3.sqlite_version} FTS5, unicode61, the same texts and questions, ranked, same run"

NEEDLES: tuple[tuple[str, str, str], ...] = (
    (
        "en",
        "The lantern inspectors verified seventeen dismantlement facilities",
        "lantern inspector verifying facility",
    ),
    ("en", "A moratorium upon subcritical lighthouse experiments", "lighthouse experiment moratoriums"),
    ("en", "Negotiators bridged the northern differences", "negotiator bridging difference"),
    ("fr", "Les garanties négatives de sécurité des phares", "garantie negative phare"),
    ("fr", "L’élimination complète des lanternes d’État", "elimination lanterne"),
    ("fr", "Les vérificatrices côtières s’étaient réunies", "verificatrice cotiere"),
    ("es", "Las inspecciones in situ de los faros marítimos", "inspeccion faro maritimo"),
    ("es", "La eliminación irreversible de los faroles", "eliminacion farol"),
    ("es", "Se examinó la lámpara económica", "lampara economica"),
    ("ru", "Проверка ликвидации маячных боеголовок", "проверки маячной боеголовки"),
    ("ru", "Ещё нерассмотренные фонарные предложения", "еще фонарное предложение"),
    ("ru", "Необратимое сокращение маяков", "необратимого сокращения маяка"),
    ("ar", "التحقق من إزالة المنارات النووية", "تحقق ازالة المناره"),
    ("ar", "الأسلحةُ الفانوسيّة وموادها الانشطارية", "اسلحة فانوسية"),
    ("ar", "وأعربت الدول عن قلقها إزاء القناديل", "قناديل"),
    ("zh", "灯塔核查员确认了裂变材料的销毁情况", "灯塔核查员"),
    ("zh", "不首先使用灯笼的法律文书", "灯笼"),
    ("zh", "关于萤火虫储存的透明度", "萤火虫"),
    ("zh", "缔约国讨论了孔明灯弹头的削减", "孔明灯弹头"),
    ("en", "See X/AC.9/WP.777 on beacons", "x/ac.9/wp.777"),
    ("en", "Job number 99-54321 of the beacon office", "99-54321"),
    ("en", "The naïve façade of the belvedere", "naive facade belvedere"),
)
"""Language, the words that stand in one paragraph, and the question for it."""

COMMON = (
    "nuclear",
    "record",
    "документ",
    "记录",
    "السجل",
    "the record of the document",
    "Austria",
    "Австрии",
    "奥地利",
)
"""Questions that thousands of texts answer."""


class _Corpus:
    """The texts, as the teller of an index."""

    def __init__(self, count: int) -> None:
        draw = random.Random(68514)  # noqa: S311
        self.texts: list[tuple[str, str]] = []
        phrases = {
            lang: [text.replace("{", "").replace("}", "") for text in catalogue(lang).single.values()] for lang in CODES
        }
        names = {lang: [state.name(lang) for state in states().values()] for lang in CODES}
        for number in range(count):
            lang = CODES[number % 6]
            parts = [*draw.choices(phrases[lang], k=4), *draw.choices(names[lang], k=2)]
            self.texts.append((lang, " ".join(parts)))
        places = draw.sample(range(count), len(NEEDLES))
        self.places = dict(zip(NEEDLES, places, strict=True))
        for (lang, words, _), place in self.places.items():
            self.texts[place] = (lang, f"{self.texts[place][1]} {words}." if lang == self.texts[place][0] else words)

    def world(self) -> World:
        """A world that holds the texts; its tables are filled by hand, for an act for each would only take time."""
        world = World("bench.example/search")
        for first in range(0, len(self.texts), UNITS):
            symbol = f"X/AC.1/WP.{first // UNITS + 1}"
            title = Text(original="en", said={"en": f"Paper {first // UNITS + 1}"})
            act = RegisterDocument(symbol=symbol, kind="working-paper", title=title)
            world.documents.tables.documents[symbol] = Fact(first, "editor", act)
            units = world.drafting.tables.units.setdefault(symbol, {})
            for place in range(first, min(first + UNITS, len(self.texts))):
                lang, words = self.texts[place]
                unit = RecordUnit(
                    document=symbol, unit=f"para-{place - first + 1}", language=lang, kind="paragraph",  # type: ignore[arg-type]
                    place=place - first + 1, pieces=(words,),
                )  # fmt: skip
                units[f"{lang}/{unit.unit}"] = Fact(place, "editor", unit)
        world.size = len(self.texts)
        return world

    def units(self, world: World, document: str, language: str) -> Iterator[Told]:
        """The units of a document in a language."""
        for fact in world.drafting.tables.units[document].values():
            if fact.act.language == language:
                yield Told(fact.act.unit, str(fact.act.pieces[0]))

    def code(self, family: str, code: str) -> Mapping[str, str]:
        """No codes."""
        return {}

    def key(self, place: int) -> str:
        """The key of a paragraph in the index."""
        return f"X/AC.1/WP.{place // UNITS + 1} para-{place % UNITS + 1}"


def run() -> Iterator[Result]:
    """Building, found and missed, and the time of a question."""
    corpus = _Corpus(TEXTS)
    world = corpus.world()
    index = Index(world.record, corpus)
    began = time.perf_counter()
    done = index.follow(world, lambda n: None, b"bench")
    building = done / (time.perf_counter() - began)
    megabytes = len(index.encode()) / 1e6
    peer = sqlite3.connect(":memory:")
    peer.execute("CREATE VIRTUAL TABLE plain USING fts5 (words, tokenize = 'unicode61')")
    began = time.perf_counter()
    peer.executemany(
        "INSERT INTO plain (rowid, words) VALUES (?, ?)", ((n, w) for n, (_, w) in enumerate(corpus.texts))
    )
    plain = len(corpus.texts) / (time.perf_counter() - began)
    yield Result(
        "index building",
        building,
        "texts/s",
        f"folding, stems and tables of {done:,} subjects; the index has {megabytes:.0f} MB",
        peer=PEER.replace(" and questions, ranked", ", words as they stand"),
        peer_value=plain,
        ratio=building / plain,
    )
    called = Called("en", world)

    def ours(typed: str) -> list[str]:
        page = search(index, world, typed, "en", called)
        return [hit.key for group in page.groups for hit in group.hits]

    def theirs(typed: str) -> list[str]:
        quoted = " ".join('"' + word.replace('"', "") + '"' for word in typed.split())
        rows = peer.execute("SELECT rowid FROM plain WHERE plain MATCH ? ORDER BY rank LIMIT ?", (quoted, FEW))
        return [corpus.key(n) for (n,) in rows]

    def right(asks: Callable[[str], list[str]]) -> int:
        return sum(corpus.key(place) in asks(needle[2]) for needle, place in corpus.places.items())

    found, by_peer = right(ours), right(theirs)
    yield Result(
        "questions found",
        float(found),
        f"of {len(NEEDLES)}",
        "the one paragraph meant is among the first hits, asked in another number, case or spelling, six languages",
        target=len(NEEDLES) - 1,
        peer=PEER,
        peer_value=float(by_peer),
        ratio=found / max(1, by_peer),
    )
    for name, questions in (("rare words", [n[2] for n in NEEDLES]), ("words of thousands of texts", list(COMMON))):
        spent, theirs_spent = _times(ours, questions), _times(theirs, questions)
        for title, at in (("median", 0.5), ("95th percentile", 0.95)):
            yield Result(
                f"a question at {TEXTS:,} texts, {name}, {title}",
                _at(spent, at),
                "ms",
                "understanding, ranking, names and snippets of every group of hits; the peer gives row numbers alone",
                target=50,
                at_most=True,
                peer=PEER,
                peer_value=_at(theirs_spent, at),
                ratio=_at(spent, at) / _at(theirs_spent, at),
                note=f"{len(questions)} questions; mean {statistics.mean(spent):.1f} ms",
            )


def _times(asks: Callable[[str], list[str]], questions: list[str]) -> list[float]:
    """Milliseconds of every question, each asked ten times."""
    spent = []
    for _ in range(10):
        for typed in questions:
            began = time.perf_counter()
            asks(typed)
            spent.append((time.perf_counter() - began) * 1000)
    return sorted(spent)


def _at(spent: list[float], part: float) -> float:
    return spent[min(len(spent) - 1, int(len(spent) * part))]
