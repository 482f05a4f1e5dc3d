"""An article is shown whole, in paragraphs, with exactly the quote highlighted."""

from hypothesis import given
from hypothesis import strategies as st

from rag.chat.article import paragraphs

TEXT = "Pertama.\n\nPutin tiba pada Rabu (19/6) dini hari. Kim menunggu.\n \nKetiga\nbaris dua.\n"
scripts = st.text(alphabet="ab é中。ก\u0e34ا\u05d0न\u093f\n\n \t", max_size=80)


def test_paragraphs_with_the_quote_in_its_place():
    quote = "Putin tiba pada Rabu (19/6) dini hari."
    start = TEXT.index(quote)
    shown = paragraphs(TEXT, start, start + len(quote))
    assert [[(piece.text, piece.quoted) for piece in pieces] for pieces in shown] == [
        [("Pertama.", False)],
        [(quote, True), (" Kim menunggu.", False)],
        [("Ketiga\nbaris dua.", False)],
    ]


def test_a_quote_over_two_paragraphs_is_highlighted_in_both():
    start, end = TEXT.index("Kim"), TEXT.index("\nbaris")
    marked = [piece.text for pieces in paragraphs(TEXT, start, end) for piece in pieces if piece.quoted]
    assert marked == ["Kim menunggu.", "Ketiga"]


@given(scripts, st.data())
def test_nothing_is_lost_and_nothing_else_is_highlighted(text, data):
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    pieces = [piece for paragraph in paragraphs(text, start, end) for piece in paragraph]
    letters = "".join("".join(piece.text.split()) for piece in pieces)
    assert letters == "".join(text.split())
    marked = "".join("".join(piece.text.split()) for piece in pieces if piece.quoted)
    assert marked == "".join(text[start:end].split())


def test_long_stretches_of_white_space_take_no_time():
    assert paragraphs("\n" * 200_000 + "a" + " \n" * 200_000 + "b" + " " * 200_000, 0, 0)[0][0].text.strip() == "a"
