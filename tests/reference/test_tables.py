"""Reference tables: they match their descriptions, and a changed byte is noticed."""

from importlib.resources import files
from typing import Any

import msgspec
import pytest

from accord.reference import coverage as c
from accord.reference import figures as f
from accord.reference import groups as g
from accord.reference import instruments as i
from accord.reference import policies as po
from accord.reference import programme as pr
from accord.reference import programmes as p
from accord.reference import regions as r
from accord.reference import reviews as rv
from accord.reference import sources as so
from accord.reference import states as s
from accord.reference import treaties as t
from accord.reference import votes as v
from accord.reference.table import TableChanged, TableMalformed, about, read, table
from accord.reference.wording import Wording

ROWS: dict[str, Any] = {
    "states": s.State,
    "aliases": s.Alias,
    "regions": r.Place,
    "groups": g.Membership,
    "group_names": g.Group,
    "programmes": p.Programme,
    "sources": so.SourceOfFacts,
    "treaties/actions": t.TreatyAction,
    "treaties/annex_2": t.Named,
    "treaties/disputes": t.Dispute,
    "treaties/more_actions": t.TreatyAction,
    "treaties/remarks": t.Remark,
    "treaties/safeguards": t.Safeguards,
    "treaties/safeguards_totals": t.SafeguardsTotal,
    "treaties/standings": t.Standing,
    "treaties/zones": t.Zone,
    "coverage/developments": c.DevelopmentRow,
    "coverage/prohibitions": c.ProhibitionRow,
    "coverage/readings": c.ReadingRow,
    "coverage/wording": Wording,
    **dict.fromkeys(f.TABLES, f.FigureFact),
    "instruments/articles": i.ArticleRow,
    "instruments/conditions": i.Condition,
    "instruments/depositaries": i.DepositaryRow,
    "instruments/entry": i.EntryRow,
    "instruments/instruments": i.InstrumentRow,
    "instruments/lists": i.ListRow,
    "instruments/names": i.NameRow,
    "instruments/stages": i.StageRow,
    "instruments/wording": Wording,
    "notes": Wording,
    **{f"programme/{name}": kind for kind, name in pr.TABLES.items()},
    "programme/wording": Wording,
    "policies/groups": Wording,
    "policies/memberships": po.Membership,
    "policies/statements": po.Statement,
    "policies/wording": Wording,
    "reviews/actions": rv.ReviewAction,
    "reviews/reviews": rv.Review,
    "votes/resolutions": v.Resolution,
    "votes/votes": v.Vote,
}


@pytest.mark.parametrize("name", ROWS)
def test_every_table_is_the_one_described(name: str) -> None:
    assert len(table(name, ROWS[name])) == about(name).rows


def test_no_table_is_without_description_and_no_description_without_table() -> None:
    root = files("accord.reference")
    folders = [place for place in root.iterdir() if place.is_dir()]
    for place in (root, *folders):
        names = [file.name for file in place.iterdir()]
        assert {n[:-4] for n in names if n.endswith(".csv")} == {n[:-5] for n in names if n.endswith(".toml")}


@pytest.mark.parametrize("name", ROWS)
def test_one_changed_byte_of_a_table_is_noticed(name: str) -> None:
    data = bytearray((files("accord.reference") / f"{name}.csv").read_bytes())
    data[len(data) // 2] ^= 1
    with pytest.raises(TableChanged, match="was written for"):
        read(name, bytes(data), about(name), ROWS[name])


def test_a_table_with_other_columns_than_described_is_refused() -> None:
    data = (files("accord.reference") / "groups.csv").read_bytes()
    fewer = msgspec.structs.replace(about("groups"), columns={})
    with pytest.raises(TableMalformed, match="described are"):
        read("groups", data, fewer, g.Membership)


def test_a_table_that_does_not_exist_is_named() -> None:
    with pytest.raises(TableMalformed, match=r"unicorns\.toml"):
        about("unicorns")


def test_every_state_has_one_region() -> None:
    placed = [place.iso3 for places in r.regions().values() for place in places]
    assert sorted(placed) == sorted(s.states())


def test_the_order_of_the_regions_is_that_of_the_table() -> None:
    assert list(r.regions()) == ["africa", "americas", "asia", "europe", "oceania"]
    assert {place.subregion for place in r.regions()["oceania"]} == {
        "australia-and-new-zealand", "melanesia", "micronesia", "polynesia",
    }  # fmt: skip
