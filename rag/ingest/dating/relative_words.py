"""Words of relative time that ``dateparser`` lacks, as news writes them: one language a line.

``PHRASES``: unit (``d``, ``w``, ``m``, ``y``) and how many of them from publication -> what says so. ``0`` as a key: what only looks like
one of them and says nothing of a date. ``AGO``: what stands before and after "three years" to make it "three years ago".
``UNITS``: words for day, month and year.
"""

from __future__ import annotations

from collections.abc import Mapping

PHRASES: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "en": {"d0": ("tonight", "this morning", "this afternoon", "this evening"), "d-1": ("last night",), "0": ("today's",)},
    "id": {"w-1": ("minggu lalu", "pekan lalu"), "d-1": ("semalam", "tadi malam"), "d0": ("pagi ini", "siang ini", "malam ini"), "m-1": ("bulan kemarin",), "y-1": ("tahun kemarin", "tahun silam"), "d+2": ("lusa",), "m+1": ("bulan mendatang",), "y+1": ("tahun mendatang",)},
    "ms": {"d0": ("hari ini",), "d-1": ("semalam", "kelmarin"), "y-1": ("tahun lalu",), "m-1": ("bulan lalu",), "d+2": ("lusa",)},
    "ru": {"w-1": ("на прошлой неделе", "прошлой недели",), "m-1": ("в прошлом месяце", "прошлого месяца", "минувшего месяца"), "y-1": ("в прошлом году", "прошлого года", "минувшего года", "прошлым летом", "прошлой зимой", "прошлой осенью", "прошлой весной"), "y0": ("в этом году", "этого года", "нынешнего года", "в нынешнем году", "в текущем году"), "m0": ("в этом месяце",), "y+1": ("в будущем году", "в следующем году")},
    "uk": {"w-1": ("минулого тижня",), "d0": ("сьогодні",), "d-1": ("вчора", "учора"), "m-1": ("минулого місяця",), "y-1": ("торік", "минулого року"), "y0": ("цього року", "цьогоріч")},
    "es": {"w-1": ("la semana pasada", "semana pasada"), "d-2": ("antes de ayer", "anteayer"), "d-1": ("anoche",), "d0": ("esta manana", "esta tarde", "esta noche"), "m-1": ("el mes pasado", "del mes pasado", "pasado mes"), "y-1": ("el ano pasado", "del ano pasado"), "y0": ("este ano",), "m0": ("este mes",), "0": ("hoy en dia",), "d+1": ("manana",), "d+2": ("pasado manana",), "m+1": ("mes que viene", "proximo mes"), "y+1": ("ano que viene", "proximo ano", "ano proximo")},
    "fr": {"w-1": ("la semaine derniere", "de la semaine derniere"), "d-1": ("hier",), "d-2": ("avant-hier",), "d0": ("aujourd'hui", "ce matin", "ce soir"), "m-1": ("le mois dernier",), "y-1": ("l'an dernier", "l'annee derniere", "l'an passe"), "y0": ("cette annee",), "m0": ("ce mois-ci",), "y+1": ("l'an prochain", "annee prochaine"), "m+1": ("mois prochain",)},
    "de": {"w-1": ("vergangener Woche", "letzter Woche", "vergangene Woche", "letzte Woche"), "d-1": ("gestern",), "m-1": ("im vergangenen monat", "im letzten monat", "vergangenen monat", "letzten monat"), "y-1": ("im vergangenen jahr", "im letzten jahr", "im vorjahr", "letztes jahr", "vergangenes jahr", "voriges jahr", "vergangenen jahres", "letzten jahres"), "y0": ("in diesem jahr", "dieses jahr", "heuer"), "m0": ("in diesem monat",), "d+1": ("morgen",), "m+1": ("im nachsten monat", "kommenden monat"), "y+1": ("im nachsten jahr", "im kommenden jahr", "kommendes jahr")},
    "pt": {"w-1": ("da semana passada", "semana passada"), "d0": ("hoje", "esta manha"), "d-2": ("antes de ontem", "anteontem"), "d-1": ("ontem",), "m-1": ("no mes passado", "mes passado"), "y-1": ("no ano passado", "ano passado"), "y0": ("neste ano", "este ano", "deste ano"), "m0": ("neste mes", "este mes"), "0": ("hoje em dia",), "d+2": ("depois de amanha",), "m+1": ("mes que vem",), "y+1": ("ano que vem",)},
    "it": {"w-1": ("la settimana scorsa", "scorsa settimana"), "d0": ("oggi", "stamattina"), "d-1": ("ieri",), "m-1": ("il mese scorso", "mese scorso"), "y-1": ("l'anno scorso", "anno scorso"), "y0": ("quest'anno",), "m0": ("questo mese",), "d-2": ("l'altro ieri", "ieri l'altro", "avantieri"), "d+2": ("dopodomani",), "m+1": ("prossimo mese",), "y+1": ("prossimo anno",)},
    "tr": {"w-1": ("gecen hafta",), "d0": ("bugun", "bu sabah"), "d-1": ("dun",), "d-2": ("evvelsi gun", "onceki gun"), "m-1": ("gectigimiz ay", "gecen ay"), "y-1": ("gecen yil", "gecen sene", "gectigimiz yil"), "y0": ("bu yil", "bu sene"), "m0": ("bu ay",), "y+1": ("gelecek sene",)},
    "ar": {"w-1": ("الأسبوع الماضي",), "d0": ("اليوم", "هذا اليوم"), "d-1": ("أمس", "امس", "البارحة"), "d-2": ("أول أمس", "أمس الأول", "اول من امس"), "m-1": ("الشهر الماضي", "الشهر الفائت", "الشهر المنصرم"), "y-1": ("العام الماضي", "السنة الماضية", "العام الفائت", "العام المنصرم"), "y0": ("هذا العام", "العام الحالي", "العام الجاري", "هذه السنة"), "m0": ("هذا الشهر", "الشهر الجاري", "الشهر الحالي"), "d+1": ("غدا",), "d+2": ("بعد غد",), "m+1": ("الشهر المقبل",), "y+1": ("العام المقبل", "السنة المقبلة", "العام القادم")},
    "fa": {"d0": ("امروز",), "d-1": ("ديروز",), "d-2": ("پريروز",), "m-1": ("ماه گذشته",), "y-1": ("سال گذشته", "پارسال"), "y0": ("امسال",), "d+2": ("پس‌فردا", "پس فردا")},
    "hi": {"w-1": ("पिछले हफ्ते", "पिछले सप्ताह", "पिछले हफ़्ते"), "d0": ("आज",), "d-1": ("बीते कल", "बीती रात", "गुज़रे कल"), "m-1": ("पिछले महीने", "बीते महीने", "पिछले माह", "बीते माह", "गत माह"), "y-1": ("पिछले साल", "पिछले वर्ष", "बीते साल", "बीते वर्ष", "गत वर्ष"), "y0": ("इस साल", "इस वर्ष"), "m0": ("इस महीने", "इस माह"), "0": ("आजकल",), "m+1": ("अगले महीने", "अगले माह"), "y+1": ("अगले वर्ष",)},
    "bn": {"d0": ("আজ",), "d-1": ("গতকাল", "গত রাতে"), "m-1": ("গত মাসে",), "y-1": ("গত বছর",), "y0": ("এ বছর", "চলতি বছর"), "d+2": ("আগামী পরশু",)},
    "th": {"w-1": ("สัปดาห์ที่แล้ว", "สัปดาห์ก่อน"), "d0": ("วันนี้", "เช้านี้"), "d-1": ("เมื่อวานนี้", "เมื่อวาน", "วานนี้", "เมื่อคืนนี้", "เมื่อคืน"), "d-2": ("เมื่อวานซืน", "เมื่อวานซืนนี้", "วานซืน"), "m-1": ("เดือนที่แล้ว", "เดือนก่อน", "เดือนที่ผ่านมา"), "y-1": ("ปีที่แล้ว", "ปีก่อน", "ปีที่ผ่านมา"), "y0": ("ปีนี้",), "m0": ("เดือนนี้",), "d+2": ("มะรืนนี้", "มะรืน")},
    "zh": {"d0": ("今天", "今日", "今早", "今晚", "今晨"), "d-1": ("昨天", "昨日", "昨晚", "昨夜"), "d-2": ("前天", "前日"), "m-1": ("上个月", "上個月", "上月"), "y-1": ("去年", "上年"), "y-2": ("前年",), "y0": ("今年", "本年"), "m0": ("本月", "这个月", "這個月"), "y+1": ("明年",), "d+1": ("明日",), "d+2": ("後天",), "m+1": ("下月", "下個月")},
    "ja": {"w-1": ("先週",), "d0": ("今日", "本日", "けさ", "今朝", "今夜"), "d-1": ("昨日", "きのう", "昨夜", "昨晩"), "d-2": ("一昨日", "おととい"), "m-1": ("先月",), "y-1": ("昨年", "去年"), "y-2": ("一昨年", "おととし"), "y0": ("今年", "ことし"), "m0": ("今月",), "y+1": ("来年",), "0": ("昨年度", "今年度", "去年度"), "d+1": ("あす", "あした"), "d+2": ("あさって",)},
    "ko": {"w-1": ("지난주", "지난 주"), "d0": ("오늘",), "d-1": ("어제", "어젯밤"), "d-2": ("그저께", "그제", "이틀 전"), "d-3": ("사흘 전",), "d-4": ("나흘 전",), "d-5": ("닷새 전",), "d-6": ("엿새 전",), "d-10": ("열흘 전",), "m-1": ("지난달", "지난 달"), "y-1": ("지난해", "작년"), "y-2": ("재작년",), "y0": ("올해", "금년"), "m0": ("이달", "이번 달"), "y+1": ("내년",), "d+2": ("모레",), "d+3": ("글피",), "m+1": ("다음달", "내달"), "y+2": ("내후년",)},
    "vi": {"w-1": ("tuan truoc",), "d0": ("hom nay", "sang nay", "chieu nay", "toi nay"), "d-1": ("hom qua", "toi qua", "dem qua", "chieu qua"), "d-2": ("hom kia",), "m-1": ("thang truoc", "thang vua qua"), "y-1": ("nam ngoai", "nam truoc", "nam vua qua"), "y0": ("nam nay",), "m0": ("thang nay",), "d+2": ("ngay kia",), "m+1": ("thang toi",), "y+1": ("nam toi",)},
    "pl": {"w-1": ("w zeszłym tygodniu", "zeszłego tygodnia"), "m-1": ("w zeszłym miesiacu", "w ubiegłym miesiacu"), "y-1": ("w zeszłym roku", "w ubiegłym roku", "zeszłego roku", "ubiegłego roku"), "y0": ("w tym roku", "tego roku"), "d+2": ("pojutrze",), "d-2": ("przedwczoraj",), "m+1": ("przyszłego miesiaca",), "y+1": ("przyszłego roku",)},
    "el": {"d0": ("σημερα",), "d-1": ("χθες", "χτες"), "m-1": ("τον περασμενο μηνα",), "y-1": ("περσι", "περυσι"), "y0": ("φετος",), "d-2": ("προχθεσ", "προχτεσ"), "d+2": ("μεθαυριο",), "m+1": ("επομενο μηνα", "ερχομενο μηνα"), "y+1": ("επομενο χρονο", "ερχομενο ετοσ", "ερχομενο χρονο")},
    "ro": {"d0": ("astazi", "azi", "in aceasta dimineata"), "d-1": ("ieri", "aseara"), "d-2": ("alaltaieri",), "m-1": ("luna trecuta",), "y-1": ("anul trecut",), "y0": ("anul acesta", "in acest an"), "w-1": ("saptamana trecuta",), "d+2": ("poimaine",)},
    "nl": {"w-1": ("vorige week",), "y-1": ("vorig jaar", "afgelopen jaar"), "m-1": ("vorige maand", "afgelopen maand"), "y0": ("dit jaar",)},
    "sv": {"d-1": ("igar",), "y-1": ("i fjol", "forra aret"), "m-1": ("forra manaden",), "y0": ("i ar",), "d+2": ("i overmorgon",)},
    "sw": {"d0": ("leo",), "d-1": ("jana",), "d-2": ("juzi",), "m-1": ("mwezi uliopita",), "y-1": ("mwaka uliopita", "mwaka jana"), "y0": ("mwaka huu",), "d+2": ("kesho kutwa",)},
    "he": {"d+2": ("מחרתיים",), "d-2": ("שלשום",)},
    "hu": {"d+2": ("holnaputan",)},
}  # fmt: skip

AGO: Mapping[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "en": ((), ("ago",)),
    "id": ((), ("lalu", "yang lalu", "silam")),
    "ms": ((), ("lalu", "yang lalu")),
    "ru": ((), ("назад", "тому назад")),
    "uk": ((), ("тому",)),
    "es": (("hace", "hacia"), ()),
    "fr": (("il y a", "voici"), ()),
    "de": (("vor",), ()),
    "pt": (("ha", "faz"), ("atras",)),
    "it": ((), ("fa",)),
    "tr": ((), ("once", "evvel")),
    "ar": (("قبل", "منذ"), ()),
    "fa": ((), ("پيش", "قبل")),
    "hi": ((), ("पहले", "पूर्व")),
    "bn": ((), ("আগে",)),
    "th": (("เมื่อ",), ("ที่แล้ว", "ก่อน")),
    "zh": ((), ("前", "以前", "之前")),
    "ja": ((), ("前",)),
    "ko": ((), ("전",)),
    "vi": (("cách đây",), ("truoc", "trước đây")),
    "pl": ((), ("temu",)),
    "el": (("πριν απο", "πριν"), ()),
    "ro": (("acum", "in urma cu"), ()),
    "nl": ((), ("geleden",)),
    "sv": (("for",), ("sedan",)),
    "sw": ((), ("iliyopita", "zilizopita", "uliopita")),
}

UNITS: Mapping[str, tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]] = {
    "en": (("days", "day"), ("months", "month"), ("years", "year")),
    "id": (("hari",), ("bulan",), ("tahun",)),
    "ms": (("hari",), ("bulan",), ("tahun",)),
    "ru": (("дней", "дня", "день"), ("месяцев", "месяца", "месяц"), ("лет", "года", "год")),
    "uk": (("днів", "дні", "день"), ("місяців", "місяці", "місяць"), ("років", "роки", "рік")),
    "es": (("dias", "dia"), ("meses", "mes"), ("anos", "ano")),
    "fr": (("jours", "jour"), ("mois",), ("ans", "an", "annees")),
    "de": (("tagen", "tag"), ("monaten", "monat"), ("jahren", "jahr")),
    "pt": (("dias", "dia"), ("meses", "mes"), ("anos", "ano")),
    "it": (("giorni", "giorno"), ("mesi", "mese"), ("anni", "anno")),
    "tr": (("gun",), ("ay",), ("yil", "sene")),
    "ar": (("أيام", "يوما", "يوم", "يومين"), ("أشهر", "شهور", "شهرا", "شهر", "شهرين"), ("سنوات", "أعوام", "عاما", "سنة", "عام", "عامين", "سنتين")),
    "fa": (("روز",), ("ماه",), ("سال",)),
    "hi": (("दिनों", "दिन"), ("महीनों", "महीने", "माह", "महीना"), ("वर्षों", "सालों", "साल", "वर्ष")),
    "bn": (("দিন",), ("মাস",), ("বছর",)),
    "th": (("วัน",), ("เดือน",), ("ปี",)),
    "zh": (("天", "日"), ("个月", "個月"), ("年",)),
    "ja": (("日",), ("か月", "カ月", "ヶ月", "ヵ月", "ケ月"), ("年",)),
    "ko": (("일",), ("개월", "달"), ("년", "해")),
    "vi": (("ngay",), ("thang",), ("nam",)),
    "pl": (("dni", "dzien"), ("miesiecy", "miesiace", "miesiac"), ("lat", "lata", "rok")),
    "el": (("ημερες", "μερες", "ημερα"), ("μηνες", "μηνα"), ("χρονια", "ετη", "χρονο")),
    "ro": (("zile", "zi"), ("luni", "luna"), ("ani", "an")),
    "nl": (("dagen", "dag"), ("maanden", "maand"), ("jaar",)),
    "sv": (("dagar", "dag"), ("manader", "manad"), ("ar",)),
    "sw": (("siku",), ("miezi", "mwezi"), ("miaka", "mwaka")),
}  # fmt: skip

WEEKS: Mapping[str, tuple[str, ...]] = {
    "en": ("weeks", "week"), "id": ("minggu", "pekan"), "ms": ("minggu",), "ru": ("недели", "недель", "неделю"), "uk": ("тижні", "тижнів", "тиждень"),
    "es": ("semanas", "semana"), "fr": ("semaines", "semaine"), "de": ("wochen", "woche"), "pt": ("semanas", "semana"), "it": ("settimane", "settimana"),
    "tr": ("hafta",), "ar": ("أسابيع", "أسبوعا", "أسبوع", "أسبوعين"), "fa": ("هفته",), "hi": ("हफ़्ते", "हफ़्तों", "हफ्ते", "हफ्तों", "सप्ताह"), "bn": ("সপ্তাহ",),
    "th": ("สัปดาห์", "อาทิตย์"), "zh": ("周", "週", "个星期", "個星期", "星期"), "ja": ("週間",), "ko": ("주일", "주"), "vi": ("tuan",),
    "pl": ("tygodnie", "tygodni", "tydzien"), "el": ("εβδομαδες", "βδομαδες", "εβδομαδα"), "ro": ("saptamani", "saptamana"), "nl": ("weken", "week"),
    "sv": ("veckor", "vecka"), "sw": ("wiki",),
}  # fmt: skip
"""Words for week."""
DUALS = frozenset({"يومين", "شهرين", "عامين", "سنتين", "اسبوعين"})
"""Units that say by themselves that there are two."""
EITHER_WAY = {"hi": frozenset({"कल", "परसों"})}
"""As many days before publication as after it: the verb of the clause tells."""
NOT_AGO: Mapping[str, tuple[str, str]] = {
    "ar": ("", r"\s+من\s"), "fa": ("", r"\s+از\s"), "ja": ("の", ""), "tr": (r"(?:dan|den|tan|ten)\s+", ""), "hi": (r"(?<!आज )से\s+", ""),
    "th": ("", "(?:การ|ที่(?!แล้ว|ผ่านมา)|เกิด|นั้น)"), "vi": ("", r"\s+(?:do|khi|cuoc|ngay)\b"),
    "ko": ("", "(?:국|체|쟁|투|날|화|문|북|남|원|시|면|력|반|망|략|세|통|달)"),
}  # fmt: skip
"""What stands before or behind "three days ago" to make of it three days before something else."""
COUNTED_FROM: Mapping[str, str] = {"hi": r"आज से\s$"}
"""What stands before "three days ago" and says no more than that: "three days ago from today"."""
TODAY_OF = frozenset({"の", "的", "ใน", "ก่อนใน", "ที่แล้วใน", " في مثل "})
"""What joins a year to today, for the same day of that year: "十年前的今天"."""
ONE_TIME: Mapping[str, str] = {"ko": "날", "tr": "ku", "zh": "(?!)"}
"""Languages in which a year and today say so wherever they stand side by side, but for what may follow."""
IT_WAS: Mapping[str, tuple[str, str]] = {"en": (r"\bit (?:was|is|will be) $", r" (?:that|when|since|for|in|at|on)\b")}
"""What says so before or behind them."""
NOT_BEFORE: Mapping[str, str] = {
    "th": "(?<=ทุก)",
    "zh": "(?<=[目此之如以午])|(?<=[表证證阐闡声聲光文聪聰昆黎发發])(?=明日)|明日(?=[本元方军軍报報香黄黃])|(?<=[今之此以雨赛賽战戰背最])(?=[后後]天)|(?=[后後]天[津气氣空文皇使然])|(?<=日)(?=本年)|今日(?=俄罗斯|头条)",
    "ja": r"(?<=あ)(?=あした)|(?:あす|あした|あさって)(?!から|まで|以降|[はのもにで、。]|\p{Han}|$)",
    "ko": r"내달(?=[리려렸린릴])|(?:이틀|사흘|나흘|닷새|엿새|열흘) 전(?=[국체쟁투통면화문력략망반])|모레(?!까지|부터|[는도에와로의]|[\s,.]|$)",
    "es": r"(?<=\b(?:la|las|esta|una|cada|media|misma|ayer|hoy|muy de|por|temprano en la|esa|aquella|toda|otra|primera|ultima|buena|del|un|fria|turno de) )manana|(?:(?:el|del) )?(?:proximo|pasado) mes(?= de )",
    "id": r"(?<=(?:\d|satu|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|sepuluh|sebelas|belas|puluh|ratus|beberapa|puluhan|-tahun|-bulan) )(?:tahun|bulan) mendatang|(?<=-)(?:tahun|bulan) mendatang|(?-i:Lusa)(?! akan| nanti|,)",
    "it": r"prossimo mese(?= di )",
    "pt": r"(?:no |o )?proximo mes(?= de )",
    "de": r"(?-i:Morgen)|(?<=\b(?:heute|\w*gestern|\w+tag|mittwoch|jeden|am|fruh) )morgen",
    "vi": r"(?<=truoc )(?=toi nay)|(?<=(?:nhieu|vai|may|muoi|mot|hai|ba|bon|nam|sau|bay|tam|chin|\d) )(?=(?:nam|thang) (?:truoc|sau|toi))|(?<=\b(?:viet|mien|phia|nhung|cac|moi|hang|tung) )(?=(?:nam|thang) (?:truoc|sau|toi))|(?<=\bmot )ngay kia",
}
"""What stands before a phrase that only looks like one: "目前" in "目|前日", "trước tới nay", "ba tháng sau"."""
OTHER_MONTHS: Mapping[str, str] = {"vi": "[Tt]hang Sau"}
"""What is a month by its name only, for its capital: "tháng Sáu" (June) is "tháng sau" (next month) where it is folded."""
ORDINALS: Mapping[str, str] = {"vi": r"thu\s", "zh": "第", "ja": "第", "ko": "제 ?"}
"""What stands before a number to make of it no count: "thứ Hai tuần trước" is Monday of last week."""
OF_A_YEAR: Mapping[str, str] = {
    "bn": r"(?<!\d)(?P<y>(?:19|20)\d\d) (?:সালের|সনের) $",
    "hi": r"(?<!\d)(?P<y>(?:19|20)\d\d) (?:के|की) $",
}
"""What stands before a month's name to put it into a year in figures."""
SAME_YEAR: Mapping[str, str] = {
    "en": "(?:of )?(?:that|the) same year|(?:of )?that year", "id": "(?:pada )?tahun yang sama|tahun itu juga", "ru": "того же года",
    "uk": "того ж року", "es": "del mismo ano|de (?:ese|aquel)(?: mismo)? ano", "fr": "(?:de )?la meme annee|de cette annee-la",
    "de": "desselben jahres|des gleichen jahres|jenes jahres", "pt": "(?:do mesmo|daquele|desse) ano", "it": "(?:dello stesso|di quell'?) ?anno",
    "tr": "ayni yil(?:in)?", "ar": "من (?:العام|السنة) (?:نفسه|نفسها|ذاته|ذاتها)", "hi": "उसी (?:साल|वर्ष)", "th": "(?:ใน)?ปีเดียวกัน",
    "zh": "同年", "ja": "同年", "ko": "같은 ?해", "vi": "cung nam|nam do", "el": "του ιδιου ετους|της ιδιας χρονιας", "ro": "(?:din |ale )?aceluiasi an|din acelasi an",
    "pl": "tego samego roku", "nl": "van hetzelfde jaar|van dat jaar",
}  # fmt: skip
"""What stands beside a day or a month to put it into the year that was named last."""
YEAR_AFTER: Mapping[str, str] = {
    "en": "(?:of )?the (?:following|next) year", "zh": "翌年|次年|第二年", "ja": "翌年", "ko": "이듬해|다음 ?해",
    "es": r"(?:del|el) ano siguiente", "fr": "de l'annee suivante", "de": "des (?:folgenden jahres|folgejahres)",
    "pt": "do ano seguinte", "it": "dell'anno (?:successivo|seguente|dopo)", "id": "tahun berikutnya", "tr": "ertesi yil(?:in)?",
    "vi": "nam sau do", "th": "ปีถัดมา|ปีต่อมา", "ar": "من العام التالي",
}  # fmt: skip
"""The same, into the year after it."""
LAST_ONE = {"ko": "지난 ?$"}
"""What stands before a day alone to make of it the last such day: "지난 20일"."""
