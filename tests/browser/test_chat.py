"""The chat as a person uses it, in a real browser."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.slow

PUTIN = "When did Putin last visit Pyongyang?"
LAMP = "Who lit the new lamp of the Vorlund lighthouse?"
QUOTE = "Presiden Rusia Vladimir Putin tiba di Pyongyang, ibu kota Korea Utara, pada Rabu (19/6) dini hari."
OBSERVATORY = """Tidal observatory opens

The Quillmere Tidal Observatory was opened by Mayor Odalys Brandvik on 9 February 2026.
"""


def lead(page: Page):
    return page.locator(".rj-lead").last


def articles(page: Page):
    return page.locator(".rj-facts b").first


def panel(page: Page):
    return page.get_by_role("dialog")


def inside(page: Page, selector: str) -> bool:
    """Whether an element lies within the window, whole."""
    box, size = page.locator(selector).bounding_box(), page.viewport_size
    assert box and size
    return box["x"] >= 0 and box["x"] + box["width"] <= size["width"] and 0 <= box["y"] < size["height"]


def test_ask_and_check_the_sentence_it_came_from(app, visit):
    session = visit()
    page = session.open(app)
    page.get_by_role("button", name=PUTIN).click()
    page.locator(".rj-footer").wait_for(timeout=90_000)
    expect(lead(page)).to_contain_text("19 June 2024")
    expect(page.locator(".rj-source")).to_have_count(1)
    expect(page.locator(".rj-quote")).to_have_text(QUOTE)
    expect(page.locator(".rj-quote strong")).to_have_text(re.compile(r"^Rabu \(19/6\)"))
    expect(page.locator(".rj-byline")).to_contain_text("Indonesian")

    page.get_by_role("button", name="Read source 1").click()
    expect(panel(page)).to_contain_text("Disambut Kim Jong Un Dini Hari")
    expect(panel(page)).to_contain_text("Putin dijadwalkan terbang ke Vietnam")
    expect(panel(page).locator("mark")).to_have_text(QUOTE)
    expect(panel(page).locator("mark")).to_be_in_viewport()
    page.keyboard.press("Escape")
    expect(panel(page)).to_have_count(0)

    page.get_by_role("button", name="New conversation").click()
    expect(page.get_by_text("Try one of these")).to_be_visible()
    expect(page.locator(".rj-lead")).to_have_count(0)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_timeline_shows_its_dates_and_opens_its_articles(app, visit, scheme):
    session = visit(color_scheme=scheme, timezone_id="America/Los_Angeles")
    page = session.open(app)
    session.ask(PUTIN)
    page.get_by_role("button", name="Timeline", exact=True).click()
    chart = page.get_by_test_id("stVegaLiteChart")
    expect(chart).to_be_visible(timeout=60_000)
    dates = page.locator(".rj-when")
    expect(dates.first).to_contain_text("July 2000")
    number = dates.count()
    assert number > 4
    expect(page.get_by_text(f"Timeline: {number} dates")).to_be_visible()

    mark = chart.get_by_label(re.compile("When: 19 June 2024"))
    mark.hover()
    tooltip = page.locator("#vg-tooltip-element")
    expect(tooltip).to_contain_text(QUOTE)
    mark.click()
    expect(dates).to_have_count(1)
    expect(dates).to_contain_text("19 June 2024")
    page.get_by_role("button", name="Read in the article").click()
    expect(panel(page).locator("mark")).to_have_text(QUOTE)
    page.keyboard.press("Escape")
    expect(panel(page)).to_have_count(0)
    expect(dates).to_have_count(1)

    here = urlsplit(app.url).netloc
    assert not {url for url in session.requests if urlsplit(url.removeprefix("blob:")).netloc not in {here, ""}}


def test_a_hostile_timeline_stays_text(app, visit):
    session = visit()
    page = session.open(app)
    session.ask("When was the Vorlund harbour bell cast?")
    page.get_by_role("button", name="Timeline", exact=True).click()
    chart = page.get_by_test_id("stVegaLiteChart")
    expect(chart).to_be_visible(timeout=60_000)
    chart.get_by_label(re.compile("When: 4 May 2025")).hover()
    tooltip = page.locator("#vg-tooltip-element")
    expect(tooltip).to_contain_text("<img src=x onerror=pwned=7>")
    expect(tooltip).to_contain_text("<b>Evil</b> ![s](http://evil.example/source.png)")
    expect(page.locator(".rj-told").first).to_contain_text("<img src=x onerror=pwned=7>")
    page.wait_for_timeout(300)
    assert page.evaluate("window.pwned") is None
    assert page.locator("img, iframe, [onerror], a[href*=evil]").count() == 0
    assert not [url for url in session.requests if "evil" in url]


def test_upload_reindex_and_ask_in_every_open_session(app, visit):
    first, second = visit(), visit()
    page, other = first.open(app), second.open(app)
    number = int(articles(page).inner_text())
    expect(articles(other)).to_have_text(str(number))
    second.ask("Who opened the Quillmere Tidal Observatory?")
    assert "Brandvik" not in other.locator("body").inner_text()

    page.locator("input[type=file]").set_input_files(
        [
            {"name": "../../observatory.txt", "mimeType": "text/plain", "buffer": OBSERVATORY.encode()},
            {"name": "torn.pdf", "mimeType": "application/pdf", "buffer": b"%PDF-1.7 torn"},
        ]
    )
    expect(page.get_by_text("2 added. Re-index to ask about them:")).to_be_visible()
    assert (app.corpus / "uploads" / "observatory.txt").read_text() == OBSERVATORY
    page.get_by_role("button", name="Re-index").click()
    expect(page.get_by_role("button", name="Indexing…")).to_be_disabled()
    expect(page.get_by_text(re.compile("Looking for new and changed articles|Indexed 0 of 2"))).to_be_visible()
    # Elsewhere meanwhile: the run goes on, this session answers from what is published, and what is read stays open.
    first.ask(LAMP)
    page.get_by_role("button", name="Read source 1").click()
    expect(panel(page).locator("mark")).to_be_in_viewport()
    expect(page.get_by_text(re.compile(r"Indexed in .* 1 added, \d+ unchanged"))).to_be_visible(timeout=120_000)
    expect(page.get_by_text("uploads/torn.pdf")).to_be_visible()
    expect(page.get_by_text("the PDF is damaged")).to_be_visible()
    expect(articles(page)).to_have_text(str(number + 1))
    expect(panel(page).locator("mark")).to_be_in_viewport()
    page.keyboard.press("Escape")
    expect(panel(page)).to_have_count(0)

    for session in (first, second):
        expect(articles(session.page)).to_have_text(str(number + 1))
        session.ask("Who opened the Quillmere Tidal Observatory?")
        expect(lead(session.page)).to_contain_text("Odalys Brandvik")
        source = session.page.locator(".rj-source").last
        expect(source).to_contain_text("The Quillmere Tidal Observatory was opened by Mayor Odalys Brandvik")
        expect(source).to_contain_text("Tidal observatory opens")

    # Its file changes behind the answer's back: who reads on is told so.
    (app.corpus / "uploads" / "observatory.txt").write_text(f"{OBSERVATORY}\nIt closed again.\n")
    page.get_by_role("button", name="Read source 1").last.click()
    expect(panel(page)).to_contain_text("changed since it was indexed")
    expect(panel(page).locator("mark")).to_be_in_viewport()
    (app.corpus / "uploads" / "observatory.txt").write_text(OBSERVATORY)


def test_a_hostile_article_stays_text_and_phones_nobody(app, visit):
    session = visit()
    page = session.open(app)
    said: list[str] = []
    page.on("dialog", lambda dialog: (said.append(dialog.message), dialog.dismiss()))
    session.ask(LAMP + " ![q](http://evil.example/question.png) <img src=x onerror='pwned=6'>")
    expect(lead(page)).to_contain_text("Ama Terrenholt")
    expect(page.locator(".rj-question").last).to_contain_text("![q](http://evil.example/question.png) <img src=x")
    source = page.locator(".rj-source").first
    expect(source).to_contain_text('lighthouse <img src="http://evil.example/i" onerror=pwned=4>.')
    expect(source).to_contain_text("![t](http://evil.example/title.png) <img src=x onerror='pwned=1'> :red[Lamp]")
    expect(source).to_contain_text("<b>Evil</b> ![s](http://evil.example/source.png)")

    page.get_by_role("button", name="Read source 1").click()
    expect(panel(page).locator("mark")).to_contain_text("Ama Terrenholt lit the new lamp")
    expect(panel(page)).to_contain_text("<script>pwned = 3;")
    expect(panel(page)).to_contain_text("<img src=http://evil.example/author.png>")
    expect(panel(page).get_by_role("link")).to_have_count(0)
    page.wait_for_timeout(500)
    assert page.evaluate("window.pwned") is None and not said
    assert page.locator("img, iframe, [onerror], [onload], a[href*=evil]").count() == 0
    here = urlsplit(app.url).netloc
    elsewhere = {url for url in session.requests if urlsplit(url.removeprefix("blob:")).netloc != here}
    assert not elsewhere


def test_what_the_articles_do_not_say(app, visit):
    session = visit()
    page = session.open(app)
    session.ask("What is the price of a kilo of rice in Osaka?")
    refusal = page.locator(".rj-abstained")
    expect(refusal).to_contain_text("The articles don't say.")
    expect(refusal).to_contain_text(re.compile(r"Articles searched: \d+"))
    expect(page.locator(".rj-lead, .rj-source")).to_have_count(0)
    closest = page.get_by_text("Closest passages (not an answer)")
    closest.click()
    expect(page.locator(".rj-close").first).to_be_visible()
    expect(page.get_by_role("button", name=re.compile("Read source"))).to_have_count(0)


def test_arabic_runs_from_right_to_left(app, visit):
    session = visit()
    page = session.open(app)
    session.ask("من افتتح جسر وادي النسرين؟")
    expect(lead(page)).to_contain_text("سامر القرنفلي")
    for part in (".rj-question", ".rj-lead", ".rj-quote", ".rj-title"):
        assert page.locator(part).last.evaluate("element => getComputedStyle(element).direction") == "rtl", part
    page.get_by_role("button", name="Read source 1").click()
    mark = panel(page).locator("mark")
    expect(mark).to_contain_text("افتتح الوزير سامر القرنفلي جسر وادي النسرين")
    gap = mark.evaluate(
        "mark => mark.parentElement.getBoundingClientRect().right - mark.getClientRects()[0].right"
    )  # the first line begins at the right edge
    assert abs(gap) < 3


def test_filters_narrow_the_search(app, visit):
    session = visit()
    page = session.open(app)
    page.get_by_role("combobox", name="Languages of the articles").click()
    page.get_by_role("option", name="Arabic", exact=True).click()
    page.keyboard.press("Escape")
    session.ask(LAMP)
    expect(page.locator(".rj-footer").last).to_contain_text("searched only in Arabic")
    expect(page.get_by_text("Ama Terrenholt")).to_have_count(0)


def test_the_slider_of_days_narrows_the_search(app, visit):
    session = visit()
    page = session.open(app)
    last = page.get_by_role("slider").last
    last.press("ArrowLeft")  # a day before the newest article
    session.ask(LAMP)
    expect(page.locator(".rj-footer").last).to_contain_text("searched only published until")
    last.press("ArrowRight")
    session.ask(LAMP)
    expect(page.locator(".rj-footer").last).not_to_contain_text("searched only")


def test_articles_that_differ_on_a_day_stand_side_by_side(app, visit):
    session = visit()
    page = session.open(app)
    session.ask("When was the Ostrelle viaduct opened?")
    expect(lead(page)).to_contain_text("3 May 2025")
    expect(lead(page)).to_contain_text("5 May 2025")
    expect(page.get_by_text("The articles differ.")).to_be_visible()
    expect(page.locator(".rj-source")).to_have_count(2)
    quotes = page.locator(".rj-quote").all_inner_texts()
    assert sorted("3 May 2025" in quote for quote in quotes) == [False, True]


def test_a_telephone_and_a_keyboard(app, visit):
    session = visit(viewport={"width": 400, "height": 800}, has_touch=True)
    page = session.open(app)
    page.get_by_text("Try one of these").wait_for()
    example = page.get_by_role("button", name=PUTIN)
    example.focus()
    page.keyboard.press("Enter")
    page.locator(".rj-footer").wait_for(timeout=90_000)
    session.ask(LAMP)
    assert page.evaluate("document.documentElement.scrollWidth") <= 400
    page.get_by_role("button", name="Read source 1").last.focus()
    page.keyboard.press("Enter")
    expect(panel(page).locator("mark")).to_be_in_viewport()
    assert inside(page, "[role=dialog] mark")
    page.keyboard.press("Escape")
    expect(panel(page)).to_have_count(0)
    expect(lead(page)).to_be_visible()


def test_the_first_run_offers_to_index(serve, visit, tmp_path):
    (tmp_path / "observatory.txt").write_text(OBSERVATORY, encoding="utf-8")
    app = serve(tmp_path, False)
    session = visit()
    page = session.open(app)
    expect(page.get_by_text("Nothing is indexed yet")).to_be_visible()
    page.get_by_role("button", name="Index the articles").click()
    expect(page.get_by_text("Ask one article in one language")).to_be_visible(timeout=90_000)
    expect(page.get_by_text("Nothing is indexed yet")).to_have_count(0)
    session.ask("Who opened the Quillmere Tidal Observatory?")
    expect(lead(page)).to_contain_text("Odalys Brandvik")
