"""The few sentences that the product says itself, in the languages of its readers; anything else is English.

A language that is missing here still gets answers in full: dates come from CLDR and quotes from the articles.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Words:
    abstain: str
    """The articles do not say."""
    searched: str
    """What was searched: ``{articles}`` and ``{languages}`` are numbers."""
    newest: str
    """The newest publication date: ``{date}`` in words of the language."""


_WORDS = {
    "en": Words("The articles don't say.", "Articles searched: {articles}; languages: {languages}.", "The newest is dated {date}."),
    "id": Words(
        "Artikel-artikel ini tidak menyebutkannya.", "Dicari dalam {articles} artikel dalam {languages} bahasa.",
        "Artikel terbaru bertanggal {date}.",
    ),
    "ms": Words(
        "Artikel-artikel ini tidak menyatakannya.", "Dicari dalam {articles} artikel dalam {languages} bahasa.",
        "Artikel terbaharu bertarikh {date}.",
    ),
    "ru": Words("В статьях об этом не говорится.", "Просмотрено статей: {articles}, языков: {languages}.", "Самая новая датирована: {date}."),
    "uk": Words("У статтях про це не йдеться.", "Переглянуто статей: {articles}, мов: {languages}.", "Найновіша датована: {date}."),
    "ar": Words("لا تذكر المقالات ذلك.", "عدد المقالات التي جرى البحث فيها: {articles}، وعدد اللغات: {languages}.", "تاريخ أحدثها: {date}."),
    "fa": Words("مقاله‌ها در این باره چیزی نمی‌گویند.", "جست‌وجو در {articles} مقاله به {languages} زبان.", "تاریخ تازه‌ترین مقاله: {date}."),
    "zh": Words("文章中没有提到。", "已搜索 {articles} 篇文章，共 {languages} 种语言。", "最新一篇的日期是 {date}。"),
    "ja": Words("記事には書かれていません。", "{languages}言語の記事{articles}本を検索しました。", "最も新しい記事の日付は{date}です。"),
    "ko": Words("기사에 나와 있지 않습니다.", "{languages}개 언어의 기사 {articles}건을 검색했습니다.", "가장 최근 기사의 날짜는 {date}입니다."),
    "th": Words("บทความเหล่านี้ไม่ได้ระบุไว้", "ค้นหาใน {articles} บทความ {languages} ภาษา", "บทความล่าสุดลงวันที่ {date}"),
    "hi": Words("लेखों में यह नहीं बताया गया है।", "{languages} भाषाओं के {articles} लेखों में खोजा गया।", "सबसे नए लेख की तारीख {date} है।"),
    "bn": Words("নিবন্ধগুলিতে এ কথা বলা নেই।", "{languages}টি ভাষার {articles}টি নিবন্ধে খোঁজা হয়েছে।", "সবচেয়ে নতুনটির তারিখ {date}।"),
    "vi": Words("Các bài viết không nói đến điều này.", "Đã tìm trong {articles} bài viết bằng {languages} ngôn ngữ.", "Bài mới nhất ghi ngày {date}."),
    "tr": Words("Makalelerde bu bilgi yok.", "{languages} dilde {articles} makale arandı.", "En yeni makalenin tarihi: {date}."),
    "es": Words("Los artículos no lo dicen.", "Artículos consultados: {articles}; idiomas: {languages}.", "El más reciente es del {date}."),
    "pt": Words("Os artigos não o dizem.", "Artigos consultados: {articles}; línguas: {languages}.", "O mais recente é de {date}."),
    "fr": Words("Les articles ne le disent pas.", "Articles consultés : {articles} ; langues : {languages}.", "Le plus récent date du {date}."),
    "de": Words("In den Artikeln steht das nicht.", "Durchsuchte Artikel: {articles}; Sprachen: {languages}.", "Der neueste ist vom {date}."),
    "it": Words("Gli articoli non lo dicono.", "Articoli consultati: {articles}; lingue: {languages}.", "Il più recente è del {date}."),
    "pl": Words("Artykuły o tym nie mówią.", "Przeszukane artykuły: {articles}, języki: {languages}.", "Data najnowszego: {date}."),
    "nl": Words("De artikelen vermelden dit niet.", "Doorzochte artikelen: {articles}; talen: {languages}.", "Het nieuwste is van {date}."),
    "el": Words("Τα άρθρα δεν το αναφέρουν.", "Αναζήτηση σε {articles} άρθρα σε {languages} γλώσσες.", "Το νεότερο έχει ημερομηνία {date}."),
    "sw": Words("Makala hazisemi.", "Makala {articles} za lugha {languages} zimetafutwa.", "Makala mpya zaidi ni ya {date}."),
    "ro": Words("Articolele nu spun acest lucru.", "Articole căutate: {articles}; limbi: {languages}.", "Cel mai nou este din {date}."),
}  # fmt: skip


def words(lang: str) -> Words:
    """The sentences for a BCP-47 tag: of the language, else English."""
    return _WORDS.get(lang.split("-")[0], _WORDS["en"])
