"""Forms of the names of weekdays and months that CLDR lacks, or that are told from other words: one language a line."""

from __future__ import annotations

from collections.abc import Mapping

WEEKDAY_FORMS: Mapping[str, str] = {
    # Of "среда", also the surroundings, only what is a day's for sure.
    "ru": r"(?:понедельник|вторник|четверг)(?:а|у|ом)?|(?:пятниц|суббот)[аыуе]|воскресень[еяю]|(?<=(?:\b(?:в|на|за|под|и|или|с|по)|[,–—-]) |[-–—])(?<!ую )среду(?! обит|(?<=\b(?:попа|воше|вошл|вход|проник|внедр|погру|окун|влил)\w* в среду) (?-i:\p{Ll}+)(?:ов|ев|еи)\b)|(?<=(?:прошл|минувш|эт|следующ|ближайш)ую )среду"
    r"|среда(?=[,.)]|$)|(?<=\b(?:до|с|от|после|утром|вечером|днем|ночью|утра|вечера|прошлои|минувшеи|следующеи) )среды|(?<=\bк )среде",
    "uk": "понеділ(?:ок|ка|ку)|вівтор(?:ок|ка|ку)|серед[аиу]|четвер(?:га|гу)?|п'ятниц[яюіе]|субот[аиуі]|неділ[яюіе]",
    "pl": "poniedział(?:ek|ku)|wtor(?:ek|ku)|srod[aey]|czwart(?:ek|ku)|piat(?:ek|ku)|sobot[aey]|niedziel[aei]",
    "cs": "pondel(?:i|ka|ku)|uter(?:y|ek|ka|ku)|stred[auy]|ctvrt(?:ek|ka|ku)|pat(?:ek|ku)|sobot[auy]|nedel[ei]",
    "sk": "pondel(?:ok|ka|ku)|utor(?:ok|ka|ku)|stred[auy]|stvrt(?:ok|ka|ku)|piat(?:ok|ka|ku)|sobot[auy]|nedel[aeu]",
    "hr": "ponedjelj(?:ak|ka)|utor(?:ak|ka)|srijed[aeu]|cetvrt(?:ak|ka)|pet(?:ak|ka)|subot[aeu]|nedjelj[aeu]",
    # With its capital, and not "the third time" nor "Fifth Avenue".
    "el": "(?-i:Δευτερας?(?! Παρουσια)|(?:Τριτ|Τεταρτ|Πεμπτ)ης?(?! (?!Ιανουαρ|Φεβρουαρ|Μαρτ|Απριλ|Μαι|Ιουν|Ιουλ|Αυγουστ|Σεπτεμβρ|Οκτωβρ|Νοεμβρ|Δεκεμβρ)\\p{Lu})|(?:Παρασκευ|Κυριακ)ης?|Σαββατου?)"
    "(?! (?:φορα|ηλικια|θεση|ημερα|μερα|εβδομαδα|χρονια|νικη|κατα σειρα))",
    "tr": "pazar(?:i|a|in|da|dan)?|(?:pazartesi|sali|carsamba|persembe|cuma|cumartesi)(?:y[iae]|nin|d[ae]n?)?",
    # "luni" is also months.
    "ro": r"(?<!(?:\d|\d de|doua|trei|patru|cinci|sase|sapte|opt|noua|zece|sprezece|cateva|multe|putine|ultimele|primele|urmatoarele|cele|aceste|alte|ambele|atatea|timp de|dureaza|durat|dura|durand) )"
    "luni(?! (?:de zile|bune|intregi|la rand))|marti|miercuri|joi|vineri|sambata|duminica",
}  # fmt: skip
"""The whole word, in folded text, where a weekday's beginning or a longer word is also another one: "среди" (among), "środki" (means).
Languages that are not here, and inflect no weekday, have it as it is: "الأحمر" (red), "Sundar" and "Montage" begin like one."""
WEEKDAYS_UNINFLECTED = frozenset(
    {"en", "es", "fr", "it", "pt", "de", "nl", "ca", "gl", "id", "ms", "sw", "tl", "vi", "ar", "fa"}
)
MONTH_FORMS: Mapping[str, tuple[str, Mapping[int, str], str]] = {
    # What stands before it, the name itself, and what stands behind; folded, with case.
    "en": (r"(?<=\b(?:[Ii]n|[Ee]arly|[Ll]ate|[Ll]ast|[Nn]ext|[Uu]ntil) )", {5: "May"}, "(?!')"),
    "de": (r"(?<=\b(?:[Ii]m|[Ss]eit|[Bb]is|Anfang|Mitte|Ende|vergangenen|letzten|kommenden|nachsten) )", {5: "Mai"}, ""),
    "fr": (r"(?<=\b(?:[Ee]n|[Dd]epuis|[Dd]ebut|[Ff]in) )", {5: "mai"}, ""),
    "nl": (r"(?<=\b(?:[Ii]n|[Ss]inds|[Bb]egin|[Ee]ind) )", {5: "mei"}, ""),
    "sv": (r"(?<=\b[Ii] )", {5: "maj"}, ""),
    "id": (r"(?<=\b(?:[Pp]ada|[Bb]ulan|[Ss]ejak|[Hh]ingga|[Aa]khir|[Aa]wal) )", {5: "Mei"}, ""),
    "ms": (r"(?<=\b(?:[Pp]ada|[Bb]ulan|[Ss]ejak|[Hh]ingga|[Aa]khir|[Aa]wal) )", {3: "Mac", 5: "Mei", 6: "Jun"}, ""),
    "ru": (r"(?<=\b(?:[Вв]|[Сс]|[Кк]|[Дд]о|начале|середине|конце|начала|середины|конца) )", {5: "ма[еяю]", 6: "июн[еяю]", 7: "июл[еяю]"}, ""),
    "pl": (r"(?<=\b(?:[Ww]|[Oo]d|[Dd]o|[Zz]|poczatku|polowie|koncu|konca) )", {2: "lutym|lutego", 3: "marcu", 5: "maju|maja", 7: "lipcu|lipca"}, ""),
    "el": (
        "(?<!πριν (?:απο )?τον )", {1: "Ιανουαριο|Γεναρη", 2: "Φεβρουαριο|Φλεβαρη", 3: "Μαρτιο|Μαρτη", 4: "Απριλιο|Απριλη", 5: "Μαιο|Μαη", 6: "Ιουνιο|Ιουνη", 7: "Ιουλιο|Ιουλη", 8: "Αυγουστο",
             9: "Σεπτεμβριο|Σεπτεμβρη", 10: "Οκτωβριο|Οκτωβρη", 11: "Νοεμβριο|Νοεμβρη", 12: "Δεκεμβριο|Δεκεμβρη"}, r"(?! του (?:'?\d|προηγ|περασμ|επομ))",
    ),
    # Small, as some write them; what is also a hearth, a gap and sowing only where it is called a month.
    "tr": (
        "", {1: "ocak(?= ayi)", 2: "subat(?:ta|tan|a|in|(?= ayi))", 3: "mart(?:ta|tan|(?= ayi))", 4: "nisan(?:da|dan|a|in|(?= ayi))", 5: "mayis(?:ta|tan|a|in|(?= ayi))",
             6: "haziran(?:da|dan|a|in|(?= ayi))", 7: "temmuz(?:da|dan|a|un|(?= ayi))", 8: "agustos(?:ta|tan|a|un|(?= ayi))", 9: "eylul(?:de|den|e|un|(?= ayi))",
             10: "ekim(?:de|den|(?= ayi))", 11: "kasim(?:da|dan|a|in|(?= ayi))", 12: "aralik(?= ayi)"}, "(?!')",
    ),
    "bn": (
        "(?<!বছরের )", {1: "জানুয়ার[িী]", 2: "ফেব্রুয়ার[িী]", 3: "মার্চ(?= মাস)", 4: "এপ্রিল", 5: "মে(?= মাস)", 6: "জুন", 7: "জুলাই", 8: "[আঅ]গস্ট", 9: "সেপ্টেম্বর", 10: "অক্টোবর",
             11: "নভেম্বর", 12: "ডিসেম্বর"}, "(?:(?:ে|ের|েই|েও|তে|তেই|র|য়ে|য়ের)|(?= মাস))",
    ),
    "hi": ("", {3: "मार्च(?= (?:महीने|माह|के महीने))", 5: "मई", 6: "जून"}, "(?= (?:में|से|तक|महीने|माह|के महीने))"),
    # Folded, "tháng" is also "thắng" (won) and "sáu" (six) "sau" (after): behind a word of place in time or before a year that is told only, in figures or with a capital.
    "vi": (
        r"(?:(?<=\b(?:[Vv]ao|[Tt]rong|[Tt]u|[Đđ]en|[Tt]oi|[Hh]oi|[Cc]uoi|[Đđ]au|[Gg]iua|[Hh]et|[Tt]ruoc|[Ss]au) )|(?<!\d )(?=[Tt]hang \d+ nam (?:ngoai|nay)\b))[Tt]hang ",
        {1: "0?1|Mot", 2: "0?2|Hai", 3: "0?3|Ba", 4: "0?4|Tu", 5: "0?5|Nam", 6: "0?6|Sau", 7: "0?7|Bay", 8: "0?8|Tam", 9: "0?9|Chin", 10: "10|Muoi", 11: "11|[Mm]uoi [Mm]ot", 12: "12|[Mm]uoi [Hh]ai"},
        r"(?!\d| [Mm]ot\b| [Hh]ai\b|[-–/:] ?\d|[.,]\d| ?%| (?:tran|set|ban|diem|giai|van|huy chuong|nguoi|phieu|ghe|am lich|sang nam)\b)",
    ),
}  # fmt: skip
"""Months told alone in forms that the names of :mod:`rag.ingest.dating.names` lack, or that are too short to be told from other words."""
