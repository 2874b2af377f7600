"""A State records a fact about itself with a passkey, and replies to what others recorded of it, in a real browser."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from accord.acts.values import Quantity, Stated
from accord.areas.commitments.acts import AttributeDesignation, FigureRow, RecordFigures
from accord.client.say import sign
from accord.nodes.writer import Writer
from tests.acting.desk import NONCES, small_record
from tests.acting.test_browser import makes_a_passkey, opened
from tests.browser.watching import serving
from tests.scene import grounds

ORIGIN = "record.example/acting"
STOCKS = tuple(
    FigureRow(
        subject="warheads-stockpile",
        party="ST-B",
        system=system,
        year=2015,
        figure=Stated(quantity=Quantity(amount="12", unit="warheads")),
    )
    for system in ("Type A", "Type B")
)
RECORDED = (
    AttributeDesignation(party="ST-B", designation="host", author="ST-C", grounds=grounds("assessed")),
    RecordFigures(figures=STOCKS, grounds=grounds("estimated")),
)
"""What the secretariat records of a State from sources."""


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, Path]]:
    directory, secretariat = small_record(tmp_path_factory.mktemp("facts"))
    with Writer(directory) as writer:
        writer.submit([sign(act, "secretariat", ORIGIN, next(NONCES), [secretariat]) for act in RECORDED])
    with serving(directory) as address:
        yield address, directory


def signs(page: Page) -> None:
    """Looks at the act, signs it with the passkey of the page, and waits for its receipt."""
    page.click("p.actions button[value=preview]")
    expect(page.locator(".ruling")).to_contain_text("would have effect")
    page.click("form.passkey button")
    page.wait_for_url("**/-/receipt/*")
    expect(page.locator(".ruling.holds")).to_be_visible()


def replies(page: Page, beside: str, words: str) -> None:
    """By the link that stands beside what is recorded."""
    page.locator(beside).get_by_role("link", name="Reply to this").first.click()
    page.select_option("#f-by", "ST-B")
    page.fill("#f-text-said-en", words)
    signs(page)


def test_a_state_says_a_fact_and_replies_to_what_is_recorded_of_it(
    context: BrowserContext, served: tuple[str, Path], tmp_path: Path
) -> None:
    address, directory = served
    page, wrong = opened(context)
    makes_a_passkey(page, "ST-B", address, directory, tmp_path)

    page.goto(f"{address}/en/-/act/doctrine.state")
    page.select_option("#f-by", "ST-B")
    page.fill("#f-statement", "readiness-2015")
    page.select_option("#f-party", "ST-B")
    page.select_option("#f-matter", "readiness")
    page.fill("#f-text-said-en", "Ours are not on alert.")
    page.fill("#f-on", "2015-05-01")
    page.select_option("#f-grounds-kind", "declared")
    page.fill("#f-grounds-checked", "2015-05-01")
    signs(page)

    own = f"{address}/en/-/party/ST-B"
    page.goto(own)
    statement = page.locator("h3[id='commitments.doctrine'] ~ ul").first
    expect(statement).to_contain_text("Ours are not on alert.")
    expect(statement).to_contain_text("said by ST-B")
    replies(page, "h3[id='commitments.designations'] ~ ul", "We host none.")
    page.goto(own)
    replies(page, "h3[id='commitments.figures'] ~ ul", "We never told how many.")

    page.goto(own)
    designation = page.locator("h3[id='commitments.designations'] ~ ul").first
    expect(designation).to_contain_text("by ST-C")
    expect(designation.get_by_text("We host none.")).to_have_count(1)
    figures = page.locator("h3[id='commitments.figures'] ~ ul").first
    expect(figures.locator("ul.within > li")).to_have_count(len(STOCKS))
    expect(figures.get_by_text("We never told how many.")).to_have_count(1)
    page.goto(f"{address}/en/-/actors/states-in-alliances")
    expect(page.get_by_text("We host none.")).to_have_count(1)
    assert wrong == []
