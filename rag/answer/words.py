"""The few sentences that the product says itself, in the languages of its readers; anything else is English.

A language that is missing here still gets answers in full: dates come from CLDR and quotes from the articles.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from rag.answer.time import render_date


@dataclass(frozen=True, slots=True)
class Words:
    abstain: str
    """The articles do not say."""
    searched: str
    """What was searched: ``{articles}`` and ``{languages}`` are numbers."""
    newest: str
    """The newest publication date: ``{date}`` in words of the language."""
    before: str
    """Earlier times of what was asked for: ``{dates}`` with their marks."""
    differ: str
    """The articles tell different things."""
    as_of: str
    """The newest publication date, beside an answer about the last time: ``{date}`` in words of the language."""
    changed: str
    """What was found and may not be cited: ``{count}`` articles."""


_WORDS = {
    "en": Words("The articles don't say.", "Articles searched: {articles}; languages: {languages}.", "The newest is dated {date}.", "Before that: {dates}.", "The articles differ.", "Newest article: {date}.", "Articles found that have changed or disappeared since they were indexed: {count}. Index again."),
    "id": Words(
        "Artikel-artikel ini tidak menyebutkannya.", "Dicari dalam {articles} artikel dalam {languages} bahasa.",
        "Artikel terbaru bertanggal {date}.",
        "Sebelumnya: {dates}.", "Artikel-artikelnya berbeda.",
        "Artikel terbaru: {date}.",
        "Artikel yang ditemukan tetapi sudah berubah atau hilang sejak diindeks: {count}. Indeks ulang.",
    ),
    "ms": Words(
        "Artikel-artikel ini tidak menyatakannya.", "Dicari dalam {articles} artikel dalam {languages} bahasa.",
        "Artikel terbaharu bertarikh {date}.",
        "Sebelum itu: {dates}.", "Artikel-artikelnya berbeza.",
        "Artikel terbaharu: {date}.",
        "Artikel ditemui yang telah berubah atau hilang sejak diindeks: {count}. Indeks semula.",
    ),
    "ru": Words("В статьях об этом не говорится.", "Просмотрено статей: {articles}, языков: {languages}.", "Самая новая датирована: {date}.", "До этого: {dates}.", "Статьи расходятся.", "Новейшая статья: {date}.", "Найдено статей, которые изменились или исчезли после индексации: {count}. Проиндексируйте заново."),
    "uk": Words("У статтях про це не йдеться.", "Переглянуто статей: {articles}, мов: {languages}.", "Найновіша датована: {date}.", "До того: {dates}.", "Статті розходяться.", "Найновіша стаття: {date}.", "Знайдено статей, що змінилися або зникли після індексування: {count}. Проіндексуйте знову."),
    "ar": Words("لا تذكر المقالات ذلك.", "عدد المقالات التي جرى البحث فيها: {articles}، وعدد اللغات: {languages}.", "تاريخ أحدثها: {date}.", "قبل ذلك: {dates}.", "المقالات تختلف في ذلك.", "أحدث مقال: {date}.", "مقالات عُثر عليها لكنها تغيّرت أو اختفت منذ فهرستها: {count}. أعد الفهرسة."),
    "fa": Words("مقاله‌ها در این باره چیزی نمی‌گویند.", "جست‌وجو در {articles} مقاله به {languages} زبان.", "تاریخ تازه‌ترین مقاله: {date}.", "پیش از آن: {dates}.", "مقاله‌ها در این باره هم‌نظر نیستند.", "تازه‌ترین مقاله: {date}.", "مقاله‌های یافته‌شده‌ای که پس از نمایه‌سازی تغییر کرده یا حذف شده‌اند: {count}. دوباره نمایه کنید."),
    "zh": Words("文章中没有提到。", "已搜索 {articles} 篇文章，共 {languages} 种语言。", "最新一篇的日期是 {date}。", "此前：{dates}。", "各篇文章说法不一。", "最新文章：{date}。", "找到的文章中有 {count} 篇在编入索引后已更改或消失。请重新编入索引。"),
    "ja": Words("記事には書かれていません。", "{languages}言語の記事{articles}本を検索しました。", "最も新しい記事の日付は{date}です。", "それ以前：{dates}。", "記事によって異なります。", "最新の記事：{date}。", "見つかった記事のうち{count}本は索引付けの後に変更されたか、なくなっています。もう一度索引付けしてください。"),
    "ko": Words("기사에 나와 있지 않습니다.", "{languages}개 언어의 기사 {articles}건을 검색했습니다.", "가장 최근 기사의 날짜는 {date}입니다.", "그 이전: {dates}.", "기사마다 다릅니다.", "최신 기사: {date}.", "찾은 기사 가운데 {count}건은 색인한 뒤 바뀌었거나 없어졌습니다. 다시 색인하세요."),
    "th": Words("บทความเหล่านี้ไม่ได้ระบุไว้", "ค้นหาใน {articles} บทความ {languages} ภาษา", "บทความล่าสุดลงวันที่ {date}", "ก่อนหน้านั้น: {dates}", "บทความให้ข้อมูลไม่ตรงกัน", "บทความล่าสุด: {date}", "บทความที่พบแต่ถูกแก้ไขหรือหายไปหลังจัดทำดัชนี: {count} โปรดจัดทำดัชนีใหม่"),
    "hi": Words("लेखों में यह नहीं बताया गया है।", "{languages} भाषाओं के {articles} लेखों में खोजा गया।", "सबसे नए लेख की तारीख {date} है।", "उससे पहले: {dates}।", "लेखों में अंतर है।", "सबसे नया लेख: {date}।", "मिले, पर अनुक्रमण के बाद बदले या हटाए गए लेख: {count}। फिर से अनुक्रमित करें।"),
    "bn": Words("নিবন্ধগুলিতে এ কথা বলা নেই।", "{languages}টি ভাষার {articles}টি নিবন্ধে খোঁজা হয়েছে।", "সবচেয়ে নতুনটির তারিখ {date}।", "তার আগে: {dates}।", "নিবন্ধগুলিতে মিল নেই।", "সর্বশেষ নিবন্ধ: {date}।", "পাওয়া নিবন্ধগুলির মধ্যে {count}টি সূচিবদ্ধ হওয়ার পরে বদলেছে বা আর নেই। আবার সূচিবদ্ধ করুন।"),
    "vi": Words("Các bài viết không nói đến điều này.", "Đã tìm trong {articles} bài viết bằng {languages} ngôn ngữ.", "Bài mới nhất ghi ngày {date}.", "Trước đó: {dates}.", "Các bài viết nói khác nhau.", "Bài viết mới nhất: {date}.", "Số bài tìm thấy nhưng đã thay đổi hoặc biến mất sau khi lập chỉ mục: {count}. Hãy lập lại chỉ mục."),
    "tr": Words("Makalelerde bu bilgi yok.", "{languages} dilde {articles} makale arandı.", "En yeni makalenin tarihi: {date}.", "Ondan önce: {dates}.", "Makaleler birbirinden farklı.", "En yeni makale: {date}.", "Bulunan ama dizine eklendikten sonra değişen ya da kaybolan makale: {count}. Yeniden dizinleyin."),
    "es": Words("Los artículos no lo dicen.", "Artículos consultados: {articles}; idiomas: {languages}.", "El más reciente es del {date}.", "Antes de eso: {dates}.", "Los artículos no coinciden.", "Artículo más reciente: {date}.", "Artículos hallados que han cambiado o desaparecido desde que se indexaron: {count}. Vuelva a indexar."),
    "pt": Words("Os artigos não o dizem.", "Artigos consultados: {articles}; línguas: {languages}.", "O mais recente é de {date}.", "Antes disso: {dates}.", "Os artigos divergem.", "Artigo mais recente: {date}.", "Artigos encontrados que mudaram ou desapareceram desde a indexação: {count}. Indexe novamente."),
    "fr": Words("Les articles ne le disent pas.", "Articles consultés : {articles} ; langues : {languages}.", "Le plus récent date du {date}.", "Avant cela : {dates}.", "Les articles divergent.", "Article le plus récent : {date}.", "Articles trouvés qui ont changé ou disparu depuis leur indexation : {count}. Indexez de nouveau."),
    "de": Words("In den Artikeln steht das nicht.", "Durchsuchte Artikel: {articles}; Sprachen: {languages}.", "Der neueste ist vom {date}.", "Davor: {dates}.", "Die Artikel widersprechen sich.", "Neuester Artikel: {date}.", "Gefundene Artikel, die sich seit der Indexierung geändert haben oder fehlen: {count}. Neu indexieren."),
    "it": Words("Gli articoli non lo dicono.", "Articoli consultati: {articles}; lingue: {languages}.", "Il più recente è del {date}.", "Prima: {dates}.", "Gli articoli non concordano.", "Articolo più recente: {date}.", "Articoli trovati che sono cambiati o scomparsi dopo l’indicizzazione: {count}. Indicizzare di nuovo."),
    "pl": Words("Artykuły o tym nie mówią.", "Przeszukane artykuły: {articles}, języki: {languages}.", "Data najnowszego: {date}.", "Wcześniej: {dates}.", "Artykuły się różnią.", "Najnowszy artykuł: {date}.", "Znalezione artykuły, które zmieniły się lub zniknęły po zindeksowaniu: {count}. Zindeksuj ponownie."),
    "nl": Words("De artikelen vermelden dit niet.", "Doorzochte artikelen: {articles}; talen: {languages}.", "Het nieuwste is van {date}.", "Daarvoor: {dates}.", "De artikelen spreken elkaar tegen.", "Nieuwste artikel: {date}.", "Gevonden artikelen die sinds het indexeren zijn gewijzigd of verdwenen: {count}. Indexeer opnieuw."),
    "el": Words("Τα άρθρα δεν το αναφέρουν.", "Αναζήτηση σε {articles} άρθρα σε {languages} γλώσσες.", "Το νεότερο έχει ημερομηνία {date}.", "Πριν από αυτό: {dates}.", "Τα άρθρα διαφέρουν.", "Νεότερο άρθρο: {date}.", "Άρθρα που βρέθηκαν αλλά άλλαξαν μετά την ευρετηρίαση ή λείπουν: {count}. Κάντε ξανά ευρετηρίαση."),
    "sw": Words("Makala hazisemi.", "Makala {articles} za lugha {languages} zimetafutwa.", "Makala mpya zaidi ni ya {date}.", "Kabla ya hapo: {dates}.", "Makala zinatofautiana.", "Makala mpya zaidi: {date}.", "Makala zilizopatikana lakini zimebadilika au zimetoweka baada ya kuwekwa kwenye faharasa: {count}. Ziweke tena kwenye faharasa."),
    "ro": Words("Articolele nu spun acest lucru.", "Articole căutate: {articles}; limbi: {languages}.", "Cel mai nou este din {date}.", "Înainte de aceasta: {dates}.", "Articolele diferă.", "Cel mai nou articol: {date}.", "Articole găsite care s-au schimbat sau au dispărut după indexare: {count}. Indexați din nou."),
}  # fmt: skip


def words(lang: str) -> Words:
    """The sentences for a BCP-47 tag: of the language, else English."""
    return _WORDS.get(lang.split("-")[0], _WORDS["en"])


def dated(sentence: str, value: date, lang: str) -> str:
    """A sentence with its ``{date}``; what abbreviates the year ends it, too ("19 июня 2024 г.")."""
    said = sentence.format(date=render_date(value, "day", lang))
    return said.removesuffix("..") + "." if said.endswith("..") else said
