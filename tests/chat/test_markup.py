"""Foreign text on the page is text: whatever it says, it adds no element, no attribute, no address to load."""

from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rag import chat
from rag.chat.answer import marked, quoted
from rag.chat.byline import byline, direction, language_name, web_address
from rag.chat.markup import Html, element, escaped, joined, note
from rag.render import plain
from rag.types import Citation

HOSTILE = [
    "![x](http://evil.example/x.png)",
    "<img src=x onerror=alert(1)>",
    "<script>fetch('http://evil.example')</script>",
    '"><svg onload=alert(1)>',
    "' onmouseover='alert(1)",
    "</div></blockquote><iframe src=//evil.example>",
    ":red[danger] :material/bomb: $\\LaTeX$ `code` **bold**",
    "http://evil.example <http://evil.example> [x](javascript:alert(1))",
    "&lt;b&gt; &#60;img src=x&#62;",
    "\u202egnp.exe\u202c \x00\x1b[31mred\u2066",
    "<!--", "]]>", "<![CDATA[<img src=x>]]>",
]  # fmt: skip
texts = st.one_of(
    st.sampled_from(HOSTILE), st.text(), st.text(alphabet="<>\"'&`=/!-[](){}:$\\ \nab\u202e\u05d0中", max_size=60)
)


class Seen(HTMLParser):
    """The elements, attributes and text of a piece of markup."""

    def __init__(self, markup: str):
        super().__init__(convert_charrefs=True)
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.feed(markup)
        self.close()

    def handle_starttag(self, tag, attrs):
        self.elements.append((tag, dict(attrs)))

    def handle_data(self, data):
        self.text += data

    def handle_comment(self, data):
        raise AssertionError(f"a comment: {data}")

    handle_decl = handle_pi = unknown_decl = handle_comment


@given(texts)
def test_text_stays_text(text):
    seen = Seen(element("p", text))
    assert [tag for tag, _ in seen.elements] == ["p"]
    assert seen.text == plain(text)


@given(texts)
def test_an_attribute_keeps_its_bounds(text):
    seen = Seen(element("span", "shown", title=text))
    assert seen.elements == [("span", {"title": plain(text)})]
    assert seen.text == "shown"


@given(texts, texts)
def test_markup_that_was_cut_or_joined_as_text_is_escaped_again(first, second):
    spliced = element("b", first) + second
    assert not isinstance(spliced, Html)
    assert [tag for tag, _ in Seen(element("p", spliced)).elements] == ["p"]


@given(texts)
def test_messages_show_commands_and_nothing_else(text):
    seen = Seen(note("error", text))
    assert {tag for tag, _ in seen.elements} <= {"div", "p", "code"}
    assert seen.text.replace("`", "") == plain(text).replace("`", "")


@given(texts, texts, texts, texts)
def test_everything_that_an_article_says_of_itself_is_escaped(title, source, author, quote):
    citation = Citation(1, "a", title, source, None, source, quote, 0, len(quote))
    seen = Seen(joined(byline(citation, author), quoted(citation, (citation.start, citation.start + 3)), marked(title)))
    assert {tag for tag, _ in seen.elements} <= {"div", "span", "blockquote", "strong", "sup"}
    named = {name for _, attributes in seen.elements for name in attributes}
    assert named <= {"class", "dir", "lang", "title", "data-n", "aria-hidden"}


def test_the_quote_is_shown_whole_with_the_answer_in_it():
    quote = "Pada 19 Juni, Rabu (19/6), Putin tiba."
    citation = Citation(2, "a", "t", None, None, "id", quote, 100, 100 + len(quote))
    seen = Seen(quoted(citation, (120, 122)))
    assert seen.text == quote
    assert "Juni, Rabu (<strong>19</strong>/6)" in quoted(citation, (120, 122))
    assert "strong" not in quoted(citation, (90, 99))
    assert seen.elements[0] == ("blockquote", {"class": "rj-quote", "dir": "auto", "lang": "id", "data-n": "2"})


def test_references_are_raised():
    assert Seen(marked("19 June 2024 [1][2]")).text.split() == ["19", "June", "2024", "12"]
    assert marked("a [1]").count("<sup") == 1


def test_controls_and_direction_overrides_are_dropped():
    assert escaped("a\u202eb\x00c\x1b[1m\nd") == "abc[1m\nd"


@pytest.mark.parametrize(
    "url, offered",
    [
        ("https://example.org/a?b=1&c=%20", True),
        ("http://пример.рф/страница", True),
        ("javascript:alert(1)", False),
        ("JAVASCRIPT:alert(1)", False),
        ("data:text/html,<script>", False),
        ("file:///etc/passwd", False),
        ("//evil.example", False),
        ("https://", False),
        ("https://bank.example@evil.example/", False),
        ("https://a.example/\nx", False),
        ("https://a.example/ x", False),
        ('https://a.example/"onclick="x', False),
        ("https://[broken", False),
        ("https://a.example\\@evil.example", False),
        ("x" * 3000, False),
        ("", False),
        (None, False),
    ],
)
def test_only_ordinary_addresses_are_offered(url, offered):
    assert (web_address(url) is not None) == offered


@given(st.one_of(st.sampled_from(HOSTILE), st.text()))
def test_any_language_tag_has_a_name_and_a_direction(tag):
    assert isinstance(language_name(tag), str)
    assert direction(tag) in {"rtl", "auto"}


def test_the_page_never_renders_markdown_or_raw_html():
    for path in Path(chat.__file__).parent.rglob("*.py"):
        source = path.read_text(encoding="utf-8")
        for call in ("unsafe_allow", "st.markdown(", "st.write(", "st.iframe(", "components.v1"):
            assert call not in source, f"{path.name}: {call}"


def test_languages_by_name():
    assert [language_name(tag) for tag in ("id", "zh", "pt-BR", "und")] == [
        "Indonesian",
        "Chinese",
        "Portuguese (Brazil)",
        "unknown language",
    ]
    assert [direction(tag) for tag in ("ar", "he", "fa", "ur", "en", "th")] == ["rtl"] * 4 + ["auto"] * 2
