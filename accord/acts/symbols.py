"""Symbols of United Nations documents: their grammar, their one normal spelling, their family.

    symbol = organ "/" part ("/" part)*

The organ is `A`, `S`, `E`, `ST`, `T` or a series of its own (`CD`, `NPT`, `TD`, `CRC`, ...).
A part is a session or year (`68`, `2013`, `ES-10`), a subsidiary body (`AC.281`, `C.1`,
`CN.4`, `CONF.229`, `GC.1`, `Sub.2`, `WG.1`, `PC`), a document series with its number
(`WP.4`, `INF.2`, `L.1`, `NGO/1`, `CRP.3`, `PV.5`, `SR.2`, `RES/67/56`, `PRST/2004/1`), a plain
number (`514`), or a modifier (`Add.1`, `Corr.2`, `Rev.1`, `Amend.1`, `Summary`). Modifiers
nest in the order of issue: `L.1/Rev.1/Add.1/Corr.1`. A trailing `*` marks a reissue.

Source: the UN's own research guides on document symbols; tried on symbols of A, S, CD and NPT.

>>> parse("A/AC.281/INF/9").normal
'A/AC.281/INF.9'
>>> parse("A/AC.281/L.1/Rev.1").base
'A/AC.281/L.1'
"""

from __future__ import annotations

import re

import msgspec

from accord.wire.codec import Malformed

_PART = r"[A-Za-z0-9][A-Za-z0-9.()\-]*"
SYMBOL_PATTERN = rf"^[A-Z][A-Za-z0-9.\-]*(/{_PART})+\*{{0,3}}$(?!\n)"
"""What a symbol may be made of, as a JSON Schema pattern; `parse` knows the rest."""

_SYMBOL = re.compile(SYMBOL_PATTERN)
_MODIFIER = re.compile(r"^(Add|Corr|Rev|Amend)\.([1-9][0-9]*)$|^Summary$")
_SESSION = re.compile(r"^(?:[1-9][0-9]{0,3}|(?:ES|S)-[0-9]+|\([IVXL]+\))$")
_BODY = re.compile(r"^(AC|C|CN|CONF|GC|Sub|WG|SC|TC|BUR|DC|EC)\.([0-9]+)$|^(PC|MSP|CC|BUREAU|COP)(\.[IVX0-9]+)?$")
_SERIES = re.compile(
    r"^(CRP|INF|L|NGO|PV|SR|WP|R|RES|PRST|DEC|TC|G|Petition|MIN|Conv|WEB|MISC|Decision)(?:\.([0-9]+))?$"
)
_NUMBER = re.compile(r"^[0-9]+$")


class ParsedSymbol(msgspec.Struct, frozen=True):
    """A symbol taken apart. `printed` is what was read, `normal` its one spelling for identity."""

    printed: str
    normal: str
    organ: str
    bodies: tuple[str, ...]
    session: str | None
    series: str | None
    number: int | None
    modifiers: tuple[str, ...]
    reissued: int
    """How many stars: reissues for technical reasons."""

    @property
    def base(self) -> str:
        """The symbol of the document that the modifiers modify."""
        return (
            self.normal.removesuffix("*" * self.reissued)
            if not self.modifiers
            else "/".join(self.normal.removesuffix("*" * self.reissued).split("/")[: -len(self.modifiers)])
        )

    @property
    def replaces(self) -> str | None:
        """For a revision, the version it takes the place of; `None` for anything else.

        >>> parse("A/AC.281/L.1/Rev.2").replaces
        'A/AC.281/L.1/Rev.1'
        """
        if not self.modifiers or not self.modifiers[-1].startswith("Rev."):
            return None
        parent = self.normal.removesuffix("*" * self.reissued).rsplit("/", 1)[0]
        number = int(self.modifiers[-1][4:])
        return parent if number == 1 else f"{parent}/Rev.{number - 1}"


def parse(text: str) -> ParsedSymbol:
    """The symbol that `text` spells.

    The normal spelling joins a series and its number by a point (`INF/9` → `INF.9`),
    except resolutions, presidential statements and decisions, which are cited with
    session or year between (`RES/67/56`), and the NGO series, which the UN writes
    with a stroke (`NGO/1`).

    Raises:
        Malformed: what is no symbol, and why.

    >>> parse("A/RES/67/56").series
    'RES'
    >>> parse("WP.4")
    Traceback (most recent call last):
    accord.wire.codec.Malformed: 'WP.4' is no document symbol: an organ and a stroke are missing, as in A/AC.281/WP.4
    """
    if "/" not in text:
        raise Malformed(f"{text[:80]!r} is no document symbol: an organ and a stroke are missing, as in A/AC.281/WP.4")
    if len(text) > 80 or not _SYMBOL.match(text):
        raise Malformed(f"{text[:80]!r} is no document symbol: only letters, digits, points, hyphens and strokes")
    bare = text.rstrip("*")
    organ, *parts = bare.split("/")
    bodies: list[str] = []
    modifiers: list[str] = []
    session: str | None = None
    series: str | None = None
    number: int | None = None
    out = [organ]
    for part in parts:
        if modifiers and not _MODIFIER.match(part):
            raise Malformed(f"{text!r} is no document symbol: {part!r} stands after {modifiers[-1]!r}")
        if _MODIFIER.match(part):
            modifiers.append(part)
            out.append(part)
        elif (match := _SERIES.match(part)) and not (_BODY.match(part) and series is None and part not in ("L", "R")):
            series = match[1]
            number = int(match[2]) if match[2] else None
            out.append(part if match[2] is None else f"{series}.{number}" if series != "NGO" else f"NGO/{number}")
        elif _BODY.match(part) and series is None:
            bodies.append(part)
            out.append(part)
        elif _NUMBER.match(part) and series is not None and series not in ("RES", "PRST", "DEC", "Decision"):
            if number is not None:
                raise Malformed(f"{text!r} is no document symbol: two numbers in series {series}")
            number = int(part)
            if series == "NGO":
                out.append(str(number))
            else:
                out[-1] = f"{series}.{number}"
        elif _SESSION.match(part) and session is None and number is None:
            session = part
            out.append(part)
        elif _NUMBER.match(part):
            number = int(part)
            out.append(part)
        elif session is None and series is None and re.match(r"^[A-Z]", part):
            bodies.append(part)
            out.append(part)
        else:
            raise Malformed(f"{text!r} is no document symbol: {part!r} has no place there")
    if number is None and session is not None and series is None:
        number = int(session) if session.isdigit() else None
        session = None if number is not None else session
    stars = len(text) - len(bare)
    return ParsedSymbol(
        text, "/".join(out) + "*" * stars, organ, tuple(bodies), session, series, number, tuple(modifiers), stars
    )


def normal(text: str) -> str:
    """The one spelling of a symbol, for identity.

    >>> normal("A/AC.281/WP.4")
    'A/AC.281/WP.4'
    """
    return parse(text).normal
