"""Every format gives the same kind of article: clean text, and what the file states of itself."""

from __future__ import annotations

import io
import json
from datetime import date
from pathlib import Path

import pytest

from rag.errors import ArticleError
from rag.ingest import formats
from rag.ingest.draft import Draft
from rag.ingest.limits import Limits

DATA = Path(__file__).with_name("data")


def read(suffix: str, content: str | bytes, limits: Limits = Limits()) -> Draft:
    return formats.reader(suffix)(content.encode() if isinstance(content, str) else content, limits)


def word(*paragraphs: str, **properties: str) -> bytes:
    import docx

    document = docx.Document()
    for name, value in properties.items():
        setattr(document.core_properties, name, value)
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def test_plain_text_with_front_matter():
    draft = read(
        ".txt", "---\njudul: x\ntitle: Kunjungan\nDate: 2024-06-19\nlang: no\n---\n\nBaris satu.\n\nBaris dua.\n"
    )
    assert (draft.title, draft.published, draft.lang) == ("Kunjungan", date(2024, 6, 19), "no")
    assert draft.text == "Baris satu.\n\nBaris dua."


def test_hard_wrapped_lines_become_paragraphs_again():
    wrapped = (
        "Presiden Rusia tiba di ibu kota pada dini hari dan langsung\n"
        "disambut oleh tuan rumah di bandara yang lengang itu, kata\n"
        "pejabat.\n"
        "Pembicaraan berlangsung dua jam lamanya di istana yang baru.\n"
    )
    assert read(".txt", wrapped).text.split("\n\n") == [
        "Presiden Rusia tiba di ibu kota pada dini hari dan langsung disambut oleh tuan rumah di bandara yang lengang"
        " itu, kata pejabat.",
        "Pembicaraan berlangsung dua jam lamanya di istana yang baru.",
    ]
    chinese = "俄罗斯总统普京抵达平壤进行国事访问\n金正恩在机场迎接了他并且与他会谈了\n两个小时。\n"
    assert read(".txt", chinese).text == chinese.replace("\n", "")


def test_one_paragraph_a_line_stays_so():
    text = "Putin tiba di Pyongyang.\n" + "Ia disambut Kim Jong Un di bandara " * 6 + ".\nSelesai.\n"
    assert read(".txt", text).text.count("\n\n") == 2


def test_markdown_reads_as_prose():
    draft = read(
        ".md",
        "# Putin di *Pyongyang*\n\nIa tiba\npada [Rabu](http://x.example) `19/6`.\\\nBaris baru.\n\n"
        "- satu\n- dua **tebal**\n\n"
        "> kutipan\n> lagi\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n"
        "![gambar](http://evil.example/x.png)\n\n平壤\n到着。 &amp; 1 < 2\n",
    )
    assert draft.title == "Putin di Pyongyang"
    assert draft.text.split("\n\n")[1:] == [
        "Ia tiba pada Rabu 19/6.\nBaris baru.",
        "satu\ndua tebal",
        "kutipan lagi",
        "a  | b\n1  | 2",
        "平壤到着。 & 1 < 2",
    ]


HIDDEN = (
    '<p style="display:none">RAHASIA</p><p style="color:red; DISPLAY : none !important">RAHASIA</p>'
    "<p hidden>RAHASIA</p>"
    '<p class="tak terlihat">RAHASIA</p><div style="visibility:hidden"><p>RAHASIA dan lebih panjang lagi.</p></div>'
    "<script>RAHASIA</script><template><p>RAHASIA</p></template><!-- RAHASIA --><p style='font-size:0'>RAHASIA</p>"
)


@pytest.mark.parametrize("suffix", [".html", ".md"])
def test_hidden_text_of_a_page_is_not_read(suffix):
    draft = read(
        suffix, f"<style>.terlihat {{display: none}}</style>\n<div><p>Tampak satu.</p>{HIDDEN}<p>Tampak dua.</p></div>"
    )
    assert "RAHASIA" not in draft.text
    assert "Tampak satu." in draft.text and "Tampak dua." in draft.text


def test_a_web_page_gives_its_article_and_what_its_head_states():
    body = "".join(f"<p>Абзац номер {n}: визит продолжался два часа, сообщил представитель.</p>" for n in range(5))
    linked = {
        "@context": "https://schema.org",
        "@graph": [{"@type": "NewsArticle", "datePublished": "2024-06-19T23:30:00-05:00"}],
    }
    page = (
        '<!DOCTYPE html><html lang="ru"><head><meta charset="windows-1251"><title>Визит — Газета</title>'
        '<meta property="og:title" content="Визит"><meta property="og:site_name" content="Газета">'
        '<link rel="canonical" href="https://gazeta.example/visit"><meta name="author" content="Анна Иванова">'
        f'<script type="application/ld+json">{json.dumps(linked)}</script></head><body>'
        '<nav><a href="/">Главная</a> <a href="/w">Мир</a></nav>'
        f"<article><h1>Визит</h1>{body}<h2>Итоги</h2><p>Первая строка<br>вторая строка.</p>"
        "<ul><li>раз</li><li>два</li></ul></article>"
        "<footer>© 2019 Газета</footer></body></html>"
    )
    draft = read(".html", page.encode("windows-1251"))
    assert (draft.title, draft.source, draft.author) == ("Визит", "Газета", "Анна Иванова")
    assert (draft.published, draft.url) == (date(2024, 6, 19), "https://gazeta.example/visit")
    assert draft.lang is None and draft.lang_hint == "ru"
    assert draft.text.startswith("Визит\n\nАбзац номер 0") and draft.text.count("Абзац номер") == 5
    assert "Итоги\n\nПервая строка\nвторая строка.\n\nраз\nдва" in draft.text
    assert "Главная" not in draft.text and "2019" not in draft.text


@pytest.mark.parametrize(
    "page", ["<p>普京抵达平壤。</p><p>金正恩迎接。</p>", "<div>普京抵达平壤。<br><br>金正恩迎接。</div>"]
)
def test_a_short_or_bare_page_is_read_whole(page):
    assert read(".htm", page).text == "普京抵达平壤。\n\n金正恩迎接。"


def test_a_page_does_not_depend_on_the_pages_read_before_it():
    page = (
        "<html><body><article>"
        + "<p>The same sentence stands on every page of this paper.</p><p>And this too.</p></article></body></html>"
    )
    assert len({read(".html", page).text for _ in range(6)}) == 1


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("arabic", "بيونغ يانغ في 19 يونيو 2024 في زيارة رسمية. واستقبله الزعيم كيم جونغ أون (في المطار)."),
        ("thai", "ประธานาธิบดีปูตินของรัสเซียเดินทางถึงกรุงเปียงยาง นายคิม จองอึนให้การต้อนรับที่สนามบิน การหารือ"),
    ],
)
def test_a_pdf_is_read_in_the_order_of_its_script(name, expected):
    assert expected in read(".pdf", (DATA / f"{name}.pdf").read_bytes()).text


def test_a_pdf_gives_its_properties_but_not_the_date_of_the_file_nor_its_running_heads():
    draft = read(".pdf", (DATA / "indonesian.pdf").read_bytes())
    assert (draft.title, draft.author) == ("Kunjungan dini hari", "Sari Dewi")
    assert draft.published is None and draft.published_hint is None
    assert "halaman" not in draft.text
    assert "dan langsung disambut oleh tuan rumah di bandara yang lengang." in draft.text


def test_the_print_of_a_pdf_shows_its_headline_and_paragraphs():
    draft = read(".pdf", (DATA / "headline.pdf").read_bytes())
    headline = "Presiden tiba di ibu kota pada dini hari dan langsung disambut tuan rumah"
    assert draft.title is None and draft.title_hint == headline
    paper, first, *body = draft.text.split("\n\n")
    assert (paper, first) == ("Harian Contoh", headline)
    assert body[0].endswith("menandatangani sebuah perjanjian kerja sama yang baru.")
    assert [paragraph.split()[0] for paragraph in body] == ["Rombongan", "Pendek.", "Kunjungan"]


def pdf_variant(kind: str) -> bytes:
    import pypdf

    original = (DATA / "indonesian.pdf").read_bytes()
    if kind == "cut":
        return original[: len(original) // 2]
    writer = pypdf.PdfWriter()
    if kind == "encrypted":
        writer.append(io.BytesIO(original))
        writer.encrypt("geheim", algorithm="RC4-128")
    else:
        writer.add_blank_page(100, 100)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


@pytest.mark.parametrize(
    ("kind", "reason"), [("cut", "damaged or cut off"), ("encrypted", "without a password"), ("blank", "OCR")]
)
def test_a_pdf_that_cannot_be_read_says_why(kind, reason):
    with pytest.raises(ArticleError, match=reason):
        read(".pdf", pdf_variant(kind))


def test_a_word_document_with_tables_links_and_changes():
    import docx
    from docx.oxml import parse_xml

    document = docx.Document()
    document.core_properties.author = "Budi"
    document.add_heading("Kunjungan", 0)
    document.add_paragraph("Paragraf satu.").add_run(" TERSEMBUNYI").font.hidden = True
    space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    changed = f"<w:p {space}><w:ins><w:r><w:t>Disisipkan</w:t></w:r></w:ins>"
    changed += "<w:del><w:r><w:delText>Dihapus</w:delText></w:r></w:del></w:p>"
    document.element.body.insert(2, parse_xml(changed))
    document.add_table(1, 2).rows[0].cells[1].text = "Sel"
    out = io.BytesIO()
    document.save(out)
    draft = read(".docx", out.getvalue())
    assert (draft.title, draft.author, draft.published) == ("Kunjungan", "Budi", None)
    assert draft.text.split("\n\n") == ["Kunjungan", "Paragraf satu.", "Disisipkan", "Sel"]


def zip_bomb() -> bytes:
    import zipfile

    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b"a" * 60_000_000)
    return out.getvalue()


def lying_zip_bomb() -> bytes:
    """Declares ten bytes for what unfolds to sixty million."""
    return zip_bomb().replace((60_000_000).to_bytes(4, "little"), (10).to_bytes(4, "little"))


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (zip_bomb, "zip bomb"),
        (lying_zip_bomb, "zip bomb|damaged"),
        (lambda: word("x")[:-200], "damaged or cut off"),
        (lambda: b"\xd0\xcf\x11\xe0" + b"\0" * 600, "password"),
        (lambda: b"hello", "damaged"),
    ],
)
def test_a_word_document_that_cannot_be_read_says_why(content, reason):
    with pytest.raises(ArticleError, match=reason):
        read(".docx", content())


def test_a_feed_line_under_other_names():
    line = {
        "headline": "Judul",
        "content": "Satu.\n\nDua.",
        "pubDate": "Wed, 19 Jun 2024 03:00:00 +0900",
        "link": "https://a.example/1",
    }
    draft = read(
        ".jsonl",
        json.dumps({**line, "language": "pt_br", "author": [{"name": "A"}, "B"], "publisher": {"name": "Kantor"}}),
    )
    assert (draft.title, draft.text, draft.published) == ("Judul", "Satu.\n\nDua.", date(2024, 6, 19))
    assert (draft.url, draft.lang, draft.author, draft.source) == ("https://a.example/1", "pt-BR", "A, B", "Kantor")


@pytest.mark.parametrize(
    ("line", "reason"), [("[1]", "object"), ('{"title": "x"}', "no text"), ('{"text": "x"', "not JSON")]
)
def test_a_bad_feed_line_says_why(line, reason):
    with pytest.raises(ArticleError, match=reason):
        read(".jsonl", line)
