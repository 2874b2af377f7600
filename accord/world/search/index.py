"""The index: a follower of the record in SQLite FTS5, held in memory by the process that fills it.

It says of itself which record it followed to which size and root, and by which program. Where one of them differs
it is made anew. Nobody but its owner writes it; a copy of its bytes may lie on a shelf beside the snapshots.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import Any, NamedTuple

from accord.acts.entry import Entry
from accord.wire.codec import Malformed
from accord.world.search.changes import renamed, reworded, touched
from accord.world.search.folding import folded_words, stem, words
from accord.world.search.kinds import KINDS, Kind
from accord.world.search.subject import Said, Scope, Subject, Teller
from accord.world.search.subjects import Subjects
from accord.world.world import World

FORMAT = "accord-search-1"
BETWEEN = "¶"
"""Stands between two texts of one subject, so that no phrase runs from one into the other."""

_PLACE_BITS = 20
_ENTRY_BITS = 38
_BATCH = 2_000

_SCHEMA = """
CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE subject (id INTEGER PRIMARY KEY, kind TEXT NOT NULL, key TEXT NOT NULL, entry INTEGER NOT NULL,
    texts TEXT NOT NULL, UNIQUE (kind, key));
CREATE VIRTUAL TABLE words USING fts5 (name, text, name_stem, text_stem, tokenize = 'ascii');
CREATE TABLE form (form TEXT NOT NULL, id INTEGER NOT NULL, PRIMARY KEY (form, id)) WITHOUT ROWID;
CREATE TABLE form_of (id INTEGER NOT NULL, form TEXT NOT NULL, PRIMARY KEY (id, form)) WITHOUT ROWID;
CREATE TABLE mention (party TEXT NOT NULL, id INTEGER NOT NULL, PRIMARY KEY (party, id)) WITHOUT ROWID;
CREATE TABLE act (act_id BLOB PRIMARY KEY, entry INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE spelling (folded TEXT PRIMARY KEY, behind TEXT NOT NULL, shown TEXT NOT NULL) WITHOUT ROWID;
CREATE INDEX spelling_behind ON spelling (behind);
"""


class Row(NamedTuple):
    """A subject as the index keeps it."""

    id: int
    kind: Kind
    key: str
    entry: int
    texts: tuple[Said, ...]


class Index:
    """The index of one record.

    Args:
        record: the origin of the record.
        teller: gives the words that rooms above make.
        made_by: a digest of the program that makes these words; of another program, an index is made anew.
    """

    def __init__(self, record: str, teller: Teller, made_by: str = "") -> None:
        self.record = record
        self.size = 0
        self.root = b""
        self._teller = teller
        self._made_by = made_by
        self._empty()

    def _empty(self) -> None:
        self.db = sqlite3.connect(":memory:", isolation_level=None, check_same_thread=False)
        self.db.executescript(_SCHEMA)
        self._spelt: set[str] = set()
        self.size, self.root = 0, b""

    # To and from bytes.

    def encode(self) -> bytes:
        """The whole index as bytes, for a shelf."""
        return self.db.serialize()

    def decode(self, data: bytes) -> None:
        """Takes over an index that `encode` gave. The caller knows that the bytes are its own.

        Raises:
            Malformed: of another record, program or format; the index is then empty.
        """
        self._empty()
        if not data:
            raise Malformed("no index: no bytes")
        try:
            self.db.deserialize(data)
            meta = dict(self.db.execute("SELECT name, value FROM meta"))
            if (meta["format"], meta["record"], meta["made_by"]) != (FORMAT, self.record, self._made_by):
                raise Malformed("an index of another record or program")
            self.size, self.root = int(meta["size"]), bytes.fromhex(meta["root"])
            self._spelt = {folded for (folded,) in self.db.execute("SELECT folded FROM spelling")}
        except (sqlite3.Error, KeyError, ValueError) as error:
            self._empty()
            raise Malformed(f"no index of this program: {error}") from None
        except Malformed:
            self._empty()
            raise

    # Following.

    def follow(self, world: World, read: Callable[[int], Entry[Any] | None], root: bytes = b"") -> int:
        """Brings the index to the size of the world; the number of subjects made anew.

        Args:
            read: the entry at an index; `None` where this copy cannot read it, which changes no view.
            root: the root of the tree over the world's entries.

        An index that knows more than the world, or as much under another root, is of another past: it is made anew.
        That the root it had belongs to this record is for the caller to check, who has the tree.
        """
        if self.size > world.size or (self.size == world.size and self.root != root):
            self._empty()
        if self.size == world.size and world.size:
            return 0
        subjects = Subjects(world, self._teller)
        with self._transaction():
            done = self._fill(subjects) if self.size == 0 else self._catch_up(subjects, read)
            self._keep_acts(world)
            self.size, self.root = world.size, root
            meta = {"format": FORMAT, "record": self.record, "made_by": self._made_by}
            meta |= {"size": str(world.size), "root": root.hex()}
            self.db.executemany("INSERT OR REPLACE INTO meta VALUES (?, ?)", meta.items())
        return done

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        """All or nothing; an index that could not be brought up to date is empty, and made anew the next time."""
        self.db.execute("BEGIN")
        try:
            yield
            self.db.execute("COMMIT")
        except BaseException:
            self._empty()
            raise

    def _fill(self, subjects: Subjects) -> int:
        done, batch = 0, []
        for subject in subjects.all():
            batch.append(subject)
            if len(batch) == _BATCH:
                done += self._insert(batch)
                batch = []
        done += self._insert(batch)
        self.db.execute("INSERT INTO words (words) VALUES ('optimize')")
        return done

    def _catch_up(self, subjects: Subjects, read: Callable[[int], Entry[Any] | None]) -> int:
        world = subjects.world
        scopes: dict[Scope, None] = {}
        for index in range(self.size, world.size):
            if index in world.without_effect or index in world.refused or (entry := read(index)) is None:
                continue
            scopes |= dict.fromkeys((*touched(entry), *reworded(entry, world)))
            party = renamed(entry)
            if party is not None:
                named = "SELECT kind, key FROM mention JOIN subject USING (id) WHERE party = ?"
                scopes |= {Scope(kind, key): None for kind, key in self.db.execute(named, (party,))}
        return sum(self._make_anew(subjects, scope) for scope in dict.fromkeys(map(_whole, scopes)))

    def _make_anew(self, subjects: Subjects, scope: Scope) -> int:
        now = {subject.key: subject for subject in subjects.within(scope)}
        high = scope.key + ("\U0010ffff" if scope.below else "")
        where, given = "kind = ? AND key BETWEEN ? AND ?", (scope.kind, scope.key, high)
        gone = []
        for id_, key, texts in self.db.execute(f"SELECT id, key, texts FROM subject WHERE {where}", given).fetchall():  # noqa: S608
            if scope.below and not key.startswith((scope.key + " ", scope.key + "/")):
                continue
            subject = now.get(key)
            if subject is not None and _id(subject) == id_ and _texts(subject) == texts and self._forms(id_, subject):
                del now[key]
            else:
                gone.append((id_,))
        for table, column in (("subject", "id"), ("words", "rowid"), ("mention", "id"), ("form_of", "id")):
            if table == "form_of":
                self.db.executemany(
                    "DELETE FROM form WHERE (form, id) IN (SELECT form, id FROM form_of WHERE id = ?)", gone
                )
            self.db.executemany(f"DELETE FROM {table} WHERE {column} = ?", gone)  # noqa: S608
        return self._insert(sorted(now.values(), key=_id))

    def _forms(self, id_: int, subject: Subject) -> bool:
        """Whether a subject goes by the same names as before."""
        return {f for (f,) in self.db.execute("SELECT form FROM form_of WHERE id = ?", (id_,))} == set(subject.forms)

    def _insert(self, batch: Iterable[Subject]) -> int:
        rows = [(_id(subject), subject) for subject in batch]
        kept = ((n, s.kind, s.key, s.entry, _texts(s)) for n, s in rows)
        self.db.executemany("INSERT INTO subject VALUES (?, ?, ?, ?, ?)", kept)
        folded = ((n, *self._columns(s)) for n, s in rows)
        self.db.executemany(
            "INSERT INTO words (rowid, name, text, name_stem, text_stem) VALUES (?, ?, ?, ?, ?)", folded
        )
        forms = [(form, n) for n, s in rows for form in s.forms]
        self.db.executemany("INSERT OR IGNORE INTO form VALUES (?, ?)", forms)
        self.db.executemany("INSERT OR IGNORE INTO form_of VALUES (?, ?)", ((n, form) for form, n in forms))
        mentions = ((party, n) for n, s in rows for party in s.parties)
        self.db.executemany("INSERT OR IGNORE INTO mention VALUES (?, ?)", mentions)
        return len(rows)

    def _columns(self, subject: Subject) -> tuple[str, str, str, str]:
        found: dict[str, list[str]] = {"name": [], "text": [], "name_stem": [], "text_stem": []}
        for field, lang, text in subject.texts:
            exact = folded_words(text)
            found[field] += [*exact, BETWEEN]
            found[f"{field}_stem"] += [*(stem(one, lang) for one in exact), BETWEEN]
            new = {one for one in exact if len(one) > 3 and one not in self._spelt}
            if new:
                self._spell(text, new)
        return tuple(" ".join(column) for column in found.values())  # type: ignore[return-value]

    def _spell(self, text: str, new: set[str]) -> None:
        """Keeps how a word was written where it first stood, to offer it to somebody who writes it otherwise."""
        shown = {word.folded: text[word.start : word.end] for word in words(text) if word.folded in new}
        rows = ((folded, folded[::-1], as_written) for folded, as_written in shown.items())
        self.db.executemany("INSERT OR IGNORE INTO spelling VALUES (?, ?, ?)", rows)
        self._spelt |= new

    def _keep_acts(self, world: World) -> None:
        known = self.db.execute("SELECT COUNT(*) FROM act").fetchone()[0]
        new = list(world.act_ids.items())[known:]
        self.db.executemany("INSERT OR IGNORE INTO act VALUES (?, ?)", new)

    # Reading.

    def rows(self, ids: Iterable[int]) -> dict[int, Row]:
        """Subjects by their numbers."""
        found = {}
        for id_ in ids:
            for kind, key, entry, texts in self.db.execute(
                "SELECT kind, key, entry, texts FROM subject WHERE id = ?", (id_,)
            ):
                found[id_] = Row(id_, kind, key, entry, tuple(Said(*said) for said in json.loads(texts)))
        return found

    def ids(self, kind: Kind, key: str) -> list[int]:
        """The number of a subject, if the index has it."""
        return [n for (n,) in self.db.execute("SELECT id FROM subject WHERE kind = ? AND key = ?", (kind, key))]


def kind_of(id_: int) -> Kind:
    """The kind of a subject, which its number tells."""
    return KINDS[id_ >> (_PLACE_BITS + _ENTRY_BITS)]


def _id(subject: Subject) -> int:
    """The number of a subject: by kind, entry and place, so that it is the same however the index was made."""
    number = KINDS.index(subject.kind) << _ENTRY_BITS | subject.entry
    return number << _PLACE_BITS | min(subject.place, (1 << _PLACE_BITS) - 1)


def _texts(subject: Subject) -> str:
    return json.dumps(subject.texts, ensure_ascii=False, separators=(",", ":"))


def _whole(scope: Scope) -> Scope:
    """A scope that can be made anew by itself: one paragraph, officer or item only together with its neighbours."""
    if not scope.below and scope.kind in ("paragraph", "officer", "agenda-item"):
        return Scope(scope.kind, scope.key.replace(" ", "/").rpartition("/")[0], below=True)
    return scope
