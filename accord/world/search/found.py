"""Searching: what a question names outright, the subjects that have its words, grouped and in a stable order."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from accord.areas.parties.cite import head
from accord.world.asked import Asked as Known
from accord.world.search.asked import Asked, Term, understand
from accord.world.search.folding import languages_of, stem
from accord.world.search.index import Index, Row, kind_of
from accord.world.search.kinds import KINDS, Kind
from accord.world.search.nearest import respelt
from accord.world.search.page import Group, Hit, How, SearchPage, link_of
from accord.world.search.snippets import Marks, Piece, pieces, snippet
from accord.world.search.subject import Said
from accord.world.world import World

FEW = 6
"""Of each kind, where all kinds are shown."""
MANY = 100
"""Of the one kind that is asked for."""
RANKED = 2_000
"""Subjects that are ranked one by one. A word that more of them have tells little about any: then names come first,
and the order of the record."""

_BM25 = "bm25(words, 8.0, 1.0, 6.0, 0.8)"
_IN_NAME = "{{name name_stem}} : ({})"


class _Fit(NamedTuple):
    """How well a subject fits: 0, 1 named, 2 with the words in its name, 3 elsewhere; then a score, less is better."""

    closeness: int
    score: float


Call = Callable[[World, Kind, str], str]
"""What a subject is called in the language of the reader."""


def search(
    index: Index, world: World, typed: str, lang: str, call: Call, kind: Kind | None = None, on: None = None
) -> SearchPage:
    """What the record has for what somebody typed.

    Args:
        index: follows the record that `world` is of.
        lang: the language of the reader; words are understood in all six.
        call: names a subject.
        kind: only this kind, and more of it.

    Raises:
        TooLong: more was typed than any question needs.
    """
    return _Search(index, world, understand(typed), lang, call, kind).page()


class _Search:
    def __init__(self, index: Index, world: World, asked: Asked, lang: str, call: Call, kind: Kind | None) -> None:
        self.index = index
        self.db = index.db
        self.world = world
        self.asked = asked
        self.lang = lang
        self.call = call
        self.kind = kind
        self.how: How = "nothing"
        self.more: set[Kind] = set()
        self.in_name: set[int] = set()
        """The subjects that have the words in what they are called."""

    def page(self) -> SearchPage:
        named = self._named()
        entries = self._entries()
        scores, terms = self._with_words(strict=bool(named or entries))
        fits = {n: _Fit(3 - (n in self.in_name), score) for n, score in scores.items()}
        for n in self._parties_within():
            fits[n] = _Fit(1 if n in self.in_name else 3, min(scores.values(), default=0.0))
        fits |= {n: _Fit(closeness, float(place)) for place, (n, closeness) in enumerate(named.items())}
        groups = self._groups(fits, terms)
        if entries:
            groups.insert(0, Group(kind="entry", count=len(entries), more=False, hits=tuple(entries)))
        weak = not groups or (self.how in ("beginnings", "any") and not named)
        return SearchPage(
            head=head(Known(self.world), None),
            asked=self.asked.shown,
            how=self.how,
            groups=tuple(groups),
            suggestions=tuple(respelt(self.db, self.asked)) if weak and self.asked.shown else (),
        )

    # What is named.

    def _forms(self, forms: Iterable[str]) -> list[int]:
        found = []
        for form in forms:
            found += [
                n for (n,) in self.db.execute("SELECT id FROM form WHERE form = ? ORDER BY id LIMIT 200", (form,))
            ]
        return list(dict.fromkeys(found))

    def _named(self) -> dict[int, int]:
        """The subjects that the whole question names: 0 outright, 1 of the family of a symbol."""
        for symbol, paragraph in self.asked.splits:
            documents = {row.key for row in self.index.rows(self._forms([symbol])).values() if row.kind == "document"}
            for form in (paragraph, paragraph.rpartition(".")[0]):
                ids = self._forms([form]) if form else []
                within = [n for n, row in self.index.rows(ids).items() if row.key.partition(" ")[0] in documents]
                if within:
                    return dict.fromkeys(within, 0)
        out: dict[int, int] = {}
        for forms in self.asked.names:
            found = self._forms(forms)
            symbol = forms[0] if forms[0].startswith("s:") else ""
            if symbol:
                if not found and symbol.count(".") > 1:
                    # A body goes by its own part of the symbols of its papers: A/AC.281.
                    found = [n for n in self._forms([f"s:{symbol.partition('.')[2]}"]) if kind_of(n) == "body"]
                family = self.db.execute(
                    "SELECT id FROM form WHERE form > ? AND form < ? ORDER BY id LIMIT 60", (f"{symbol}.", f"{symbol}/")
                )
                out |= dict.fromkeys(found, 0)
                found = []
                for (n,) in family:
                    out.setdefault(n, 1)
            out |= dict.fromkeys(found, 0)
            if out and forms[0].startswith(("p:", "2:")):
                break
        return out

    def _parties_within(self) -> list[int]:
        """The parties that a part of the question names, the longest names only."""
        out: list[int] = []
        covered = ""
        for form in self.asked.within:
            if form[2:] in covered:
                continue
            ids = [n for n in self._forms([form]) if kind_of(n) == "party"]
            if ids:
                covered += f" {form[2:]} |"
                out += ids
        return out

    def _entries(self) -> list[Hit]:
        """The entry of a number, or of the act whose identity begins so."""
        asked = self.asked
        found = [] if asked.entry is None or asked.entry >= self.world.size else [asked.entry]
        if asked.act:
            low = asked.act + "0" * (64 - len(asked.act))
            high = asked.act + "f" * (64 - len(asked.act))
            rows = self.db.execute(
                "SELECT entry FROM act WHERE act_id BETWEEN ? AND ? ORDER BY act_id LIMIT 20",
                (bytes.fromhex(low), bytes.fromhex(high)),
            )
            found += [n for (n,) in rows if n < self.world.size]
        return [
            Hit(kind="entry", key=str(n), entry=n, name=name, marked=(Piece(text=name),), page="entry",
                arguments=(str(n),), named=True)
            for n in dict.fromkeys(found) for name in [self.call(self.world, "entry", str(n))]
        ]  # fmt: skip

    # What has the words.

    def _with_words(self, strict: bool) -> tuple[dict[int, float], tuple[Term, ...]]:
        """Subjects and how well they fit (the lower the better), by the strictest way that finds any.

        Args:
            strict: something is named outright, so what has only some of the words would be noise.
        """
        terms = self.asked.terms
        if not terms or (strict and self.asked.splits):
            return {}, terms
        parts = tuple(dict.fromkeys(part for term in terms for part in _parts(term)))
        ways: list[tuple[How, str, tuple[Term, ...]]] = [
            ("all", " AND ".join(self._term(t) for t in terms), terms),
            ("parts", " AND ".join(self._apart(t) for t in terms), parts),
            ("beginnings", " AND ".join(self._term(t, beginnings=True) for t in terms), terms),
            ("any", " OR ".join(self._term(t) for t in parts), parts),
        ]
        tried = set()
        for how, match, used in ways[:2] if strict else ways:
            if match in tried:
                continue
            tried.add(match)
            scores = self._scores(match)
            if scores:
                self.how = how
                return (self._with_most(scores, parts) if how == "any" else scores), used
        return {}, terms

    def _with_most(self, scores: dict[int, float], terms: Sequence[Term]) -> dict[int, float]:
        """Of the subjects that have some of the terms, those that have most of them."""
        has: dict[int, int] = dict.fromkeys(scores, 0)
        for term in terms:
            rows = self.db.execute(
                f"SELECT rowid FROM words WHERE words MATCH ? LIMIT {RANKED}",  # noqa: S608
                (self._term(term),),
            )
            for (n,) in rows:
                if n in has:
                    has[n] += 1
        most = max(has.values())
        kept = {n: score for n, score in scores.items() if has[n] == most}
        # Which of the words stand in the name is chance here.
        self.in_name = set()
        return kept

    def _term(self, term: Term, beginnings: bool = False) -> str:
        """A term in the language of FTS5. Words hold letters and digits only, so nothing in them is syntax."""
        phrase = " ".join(term.words)
        if term.kind != "word":
            return f'{{name text}} : "{phrase}"'
        if beginnings and len(phrase) > 2:
            return f'{{name text}} : "{phrase}" *'
        stems = dict.fromkeys(stem(phrase, lang) for lang in languages_of(phrase, self.lang))
        choices = [f'{{name text}} : "{phrase}"'] + [f'{{name_stem text_stem}} : "{one}"' for one in stems]
        return f"({' OR '.join(choices)})"

    def _apart(self, term: Term) -> str:
        """Chinese characters that need not stand side by side: all of them, and at least two in a row."""
        pairs = _parts(term)
        if pairs == [term]:
            return self._term(term)
        single = " AND ".join(self._term(Term("han", (one,))) for one in dict.fromkeys(term.words))
        return f"({single} AND ({' OR '.join(self._term(pair) for pair in pairs)}))"

    def _scores(self, match: str) -> dict[int, float]:
        where, given = "words MATCH ?", [match]
        if self.kind is not None:
            where += " AND rowid BETWEEN ? AND ?"
            given += self._range(self.kind)  # type: ignore[arg-type]
        found = self.db.execute(f"SELECT rowid FROM words WHERE {where} LIMIT {RANKED + 1}", given).fetchall()  # noqa: S608
        if len(found) <= RANKED:
            ranked = self.db.execute(f"SELECT rowid, {_BM25} FROM words WHERE {where}", given).fetchall()  # noqa: S608
            named = self.db.execute(f"SELECT rowid FROM words WHERE {where}", [_IN_NAME.format(match), *given[1:]])  # noqa: S608
            self.in_name = {n for (n,) in named}
            return {n: round(score, 6) for n, score in ranked}
        # Too many to rank. Names first, as far as they go; then the first of each kind in the order of the record.
        out: dict[int, float] = {}
        limit = (MANY if self.kind else FEW) + 1
        for kind in KINDS if self.kind is None else (self.kind,):
            low, high = self._range(kind)
            for form in (_IN_NAME, "{}"):
                rows = self.db.execute(
                    f"SELECT rowid FROM words WHERE words MATCH ? AND rowid BETWEEN ? AND ? LIMIT {limit}",  # noqa: S608
                    (form.format(match), low, high),
                ).fetchall()
                out |= {n: 0.0 for (n,) in rows}
                if form == _IN_NAME:
                    self.in_name |= {n for (n,) in rows}
                if len(rows) >= limit:
                    self.more.add(kind)
                    break
        return out

    @staticmethod
    def _range(kind: Kind) -> tuple[int, int]:
        place = KINDS.index(kind)
        return place << 58, (place + 1 << 58) - 1

    # What is shown.

    def _groups(self, fits: dict[int, _Fit], terms: Sequence[Term]) -> list[Group]:
        marks = Marks(terms, self.lang, self.how == "beginnings")
        by_kind: dict[Kind, list[int]] = {}
        for n in sorted(fits, key=lambda n: (fits[n], n)):
            by_kind.setdefault(kind_of(n), []).append(n)
        if self.kind is not None:
            by_kind = {kind: ids for kind, ids in by_kind.items() if kind == self.kind}
        out = []
        for kind in sorted(by_kind, key=lambda kind: (fits[by_kind[kind][0]].closeness, KINDS.index(kind))):
            ids = by_kind[kind][: MANY if self.kind else FEW]
            rows = self.index.rows(ids)
            hits = tuple(self._hit(rows[n], fits[n].closeness < 2, marks) for n in ids if n in rows)
            out.append(Group(kind=kind, count=len(by_kind[kind]), more=kind in self.more, hits=hits))
        return out

    def _hit(self, row: Row, named: bool, marks: Marks) -> Hit:
        name = self.call(self.world, row.kind, row.key)
        said, places = self._best(row, marks)
        shown = said is not None and bool(places or row.kind == "paragraph")
        if said is not None and said.words.strip("[]") in name:
            shown = False
        link = link_of(row.kind, row.key, row.entry, self.world)
        return Hit(
            kind=row.kind,
            key=row.key,
            entry=row.entry,
            name=name,
            marked=pieces(name, marks.find(name, self.lang)),
            page=link.page,
            arguments=link.arguments,
            place=link.place,
            named=named,
            lang=said.lang if said is not None and shown else "",
            snippet=snippet(said.words, places) if said is not None and shown else (),
        )

    def _best(self, row: Row, marks: Marks) -> tuple[Said | None, list[tuple[int, int, int]]]:
        """The text of a subject that has most of the terms, the reader's language first among equals."""
        best: tuple[Said | None, list[tuple[int, int, int]]] = (None, [])
        rank: tuple[int, bool, bool] = (-1, False, False)
        for said in row.texts:
            places = marks.find(said.words, said.lang)
            own = (len({n for _, _, n in places}), said.lang == self.lang, said.field == "name")
            if own > rank:
                best, rank = (said, places), own
        return best


def _parts(term: Term) -> list[Term]:
    """A run of Chinese characters as its pairs, for texts that have them apart; anything else as it is."""
    if term.kind != "han" or len(term.words) < 3:
        return [term]
    return [Term("han", term.words[at : at + 2]) for at in range(len(term.words) - 1)]
