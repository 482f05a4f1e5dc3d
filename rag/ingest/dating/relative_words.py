"""Words of relative time that ``dateparser`` lacks, as news writes them: one language a line.

``PHRASES``: unit (``d``, ``w``, ``m``, ``y``) and how many of them from publication -> what says so. ``0`` as a key: what only looks like
one of them and says nothing of a date. ``AGO``: what stands before and after "three years" to make it "three years ago".
``UNITS``: words for day, month and year.
"""

from __future__ import annotations

from collections.abc import Mapping

PHRASES: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "en": {"d0": ("tonight", "this morning", "this afternoon", "this evening"), "d-1": ("last night",), "0": ("today's",)},
    "id": {"w-1": ("minggu lalu", "pekan lalu",), "d-1": ("semalam", "tadi malam"), "d0": ("pagi ini", "siang ini", "malam ini"), "m-1": ("bulan kemarin",), "y-1": ("tahun kemarin", "tahun silam")},
    "ms": {"d0": ("hari ini",), "d-1": ("semalam", "kelmarin"), "y-1": ("tahun lalu",), "m-1": ("bulan lalu",)},
    "ru": {"w-1": ("на прошлой неделе", "прошлой недели",), "m-1": ("в прошлом месяце", "прошлого месяца", "минувшего месяца"), "y-1": ("в прошлом году", "прошлого года", "минувшего года", "прошлым летом", "прошлой зимой", "прошлой осенью", "прошлой весной"), "y0": ("в этом году", "этого года", "нынешнего года", "в нынешнем году", "в текущем году"), "m0": ("в этом месяце",), "y+1": ("в будущем году", "в следующем году")},
    "uk": {"w-1": ("минулого тижня",), "d0": ("сьогодні",), "d-1": ("вчора", "учора"), "m-1": ("минулого місяця",), "y-1": ("торік", "минулого року"), "y0": ("цього року", "цьогоріч")},
    "es": {"w-1": ("la semana pasada", "semana pasada",), "d-2": ("antes de ayer", "anteayer"), "d-1": ("anoche",), "d0": ("esta manana", "esta tarde", "esta noche"), "m-1": ("el mes pasado", "del mes pasado", "pasado mes"), "y-1": ("el ano pasado", "del ano pasado"), "y0": ("este ano",), "m0": ("este mes",), "0": ("hoy en dia",)},
    "fr": {"w-1": ("la semaine derniere", "de la semaine derniere",), "d-1": ("hier",), "d-2": ("avant-hier",), "d0": ("aujourd'hui", "ce matin", "ce soir"), "m-1": ("le mois dernier",), "y-1": ("l'an dernier", "l'annee derniere", "l'an passe"), "y0": ("cette annee",), "m0": ("ce mois-ci",)},
    "de": {"w-1": ("vergangener Woche", "letzter Woche", "vergangene Woche", "letzte Woche",), "d-1": ("gestern",), "m-1": ("im vergangenen monat", "im letzten monat", "vergangenen monat", "letzten monat"), "y-1": ("im vergangenen jahr", "im letzten jahr", "im vorjahr", "letztes jahr", "vergangenes jahr", "voriges jahr", "vergangenen jahres", "letzten jahres"), "y0": ("in diesem jahr", "dieses jahr", "heuer"), "m0": ("in diesem monat",)},
    "pt": {"w-1": ("da semana passada", "semana passada",), "d0": ("hoje", "esta manha"), "d-2": ("antes de ontem", "anteontem"), "d-1": ("ontem",), "m-1": ("no mes passado", "mes passado"), "y-1": ("no ano passado", "ano passado"), "y0": ("neste ano", "este ano", "deste ano"), "m0": ("neste mes", "este mes"), "0": ("hoje em dia",)},
    "it": {"w-1": ("la settimana scorsa", "scorsa settimana",), "d0": ("oggi", "stamattina"), "d-1": ("ieri",), "m-1": ("il mese scorso", "mese scorso"), "y-1": ("l'anno scorso", "anno scorso"), "y0": ("quest'anno",), "m0": ("questo mese",)},
    "tr": {"w-1": ("gecen hafta",), "d0": ("bugun", "bu sabah"), "d-1": ("dun",), "d-2": ("evvelsi gun", "onceki gun"), "m-1": ("gectigimiz ay", "gecen ay"), "y-1": ("gecen yil", "gecen sene", "gectigimiz yil"), "y0": ("bu yil", "bu sene"), "m0": ("bu ay",)},
    "ar": {"w-1": ("الأسبوع الماضي",), "d0": ("اليوم", "هذا اليوم"), "d-1": ("أمس", "امس", "البارحة"), "d-2": ("أول أمس", "أمس الأول"), "m-1": ("الشهر الماضي", "الشهر الفائت", "الشهر المنصرم"), "y-1": ("العام الماضي", "السنة الماضية", "العام الفائت", "العام المنصرم"), "y0": ("هذا العام", "العام الحالي", "العام الجاري", "هذه السنة"), "m0": ("هذا الشهر", "الشهر الجاري", "الشهر الحالي")},
    "fa": {"d0": ("امروز",), "d-1": ("ديروز",), "d-2": ("پريروز",), "m-1": ("ماه گذشته",), "y-1": ("سال گذشته", "پارسال"), "y0": ("امسال",)},
    "hi": {"w-1": ("पिछले हफ्ते", "पिछले सप्ताह", "पिछले हफ़्ते",), "d0": ("आज",), "d-1": ("बीते कल", "बीती रात", "गुज़रे कल"), "m-1": ("पिछले महीने", "बीते महीने", "पिछले माह", "बीते माह", "गत माह"), "y-1": ("पिछले साल", "पिछले वर्ष", "बीते साल", "बीते वर्ष", "गत वर्ष"), "y0": ("इस साल", "इस वर्ष"), "m0": ("इस महीने", "इस माह"), "0": ("आजकल",)},
    "bn": {"d0": ("আজ",), "d-1": ("গতকাল", "গত রাতে"), "m-1": ("গত মাসে",), "y-1": ("গত বছর",), "y0": ("এ বছর", "চলতি বছর")},
    "th": {"w-1": ("สัปดาห์ที่แล้ว", "สัปดาห์ก่อน",), "d0": ("วันนี้", "เช้านี้"), "d-1": ("เมื่อวานนี้", "เมื่อวาน", "วานนี้", "เมื่อคืนนี้", "เมื่อคืน"), "d-2": ("เมื่อวานซืน", "เมื่อวานซืนนี้", "วานซืน"), "m-1": ("เดือนที่แล้ว", "เดือนก่อน", "เดือนที่ผ่านมา"), "y-1": ("ปีที่แล้ว", "ปีก่อน", "ปีที่ผ่านมา"), "y0": ("ปีนี้",), "m0": ("เดือนนี้",)},
    "zh": {"d0": ("今天", "今日", "今早", "今晚", "今晨"), "d-1": ("昨天", "昨日", "昨晚", "昨夜"), "d-2": ("前天", "前日"), "m-1": ("上个月", "上個月", "上月"), "y-1": ("去年", "上年"), "y-2": ("前年",), "y0": ("今年", "本年"), "m0": ("本月", "这个月", "這個月"), "y+1": ("明年",)},
    "ja": {"w-1": ("先週",), "d0": ("今日", "本日", "けさ", "今朝", "今夜"), "d-1": ("昨日", "きのう", "昨夜", "昨晩"), "d-2": ("一昨日", "おととい"), "m-1": ("先月",), "y-1": ("昨年", "去年"), "y-2": ("一昨年", "おととし"), "y0": ("今年", "ことし"), "m0": ("今月",), "y+1": ("来年",), "0": ("昨年度", "今年度", "去年度")},
    "ko": {"w-1": ("지난주", "지난 주",), "d0": ("오늘",), "d-1": ("어제", "어젯밤"), "d-2": ("그저께", "그제"), "m-1": ("지난달", "지난 달"), "y-1": ("지난해", "작년"), "y-2": ("재작년",), "y0": ("올해", "금년"), "m0": ("이달", "이번 달"), "y+1": ("내년",)},
    "vi": {"w-1": ("tuan truoc",), "d0": ("hom nay", "sang nay", "chieu nay", "toi nay"), "d-1": ("hom qua", "toi qua", "dem qua", "chieu qua"), "d-2": ("hom kia",), "m-1": ("thang truoc", "thang vua qua"), "y-1": ("nam ngoai", "nam truoc", "nam vua qua"), "y0": ("nam nay",), "m0": ("thang nay",)},
    "pl": {"w-1": ("w zeszłym tygodniu", "zeszłego tygodnia",), "m-1": ("w zeszłym miesiacu", "w ubiegłym miesiacu"), "y-1": ("w zeszłym roku", "w ubiegłym roku", "zeszłego roku", "ubiegłego roku"), "y0": ("w tym roku", "tego roku")},
    "el": {"d0": ("σημερα",), "d-1": ("χθες", "χτες"), "m-1": ("τον περασμενο μηνα",), "y-1": ("περσι", "περυσι"), "y0": ("φετος",)},
    "ro": {"d0": ("astazi", "azi", "in aceasta dimineata"), "d-1": ("ieri", "aseara"), "d-2": ("alaltaieri",), "m-1": ("luna trecuta",), "y-1": ("anul trecut",), "y0": ("anul acesta", "in acest an"), "w-1": ("saptamana trecuta",)},
    "nl": {"w-1": ("vorige week",), "y-1": ("vorig jaar", "afgelopen jaar"), "m-1": ("vorige maand", "afgelopen maand"), "y0": ("dit jaar",)},
    "sv": {"d-1": ("igar",), "y-1": ("i fjol", "forra aret"), "m-1": ("forra manaden",), "y0": ("i ar",)},
    "sw": {"d0": ("leo",), "d-1": ("jana",), "d-2": ("juzi",), "m-1": ("mwezi uliopita",), "y-1": ("mwaka uliopita", "mwaka jana"), "y0": ("mwaka huu",)},
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

NUMBERS: Mapping[str, Mapping[str, int]] = {
    # Forms that ``num2words`` does not give.
    "en": {"a": 1, "an": 1},
    "id": {"se": 1},
    "es": {"un": 1},
    "de": {"einem": 1, "einer": 1},
    "it": {"un": 1},
    "ar": {"ثلاث": 3, "أربع": 4, "خمس": 5, "ست": 6, "سبع": 7, "ثماني": 8, "تسع": 9, "عشر": 10},
    "hi": {"एक": 1, "दो": 2, "तीन": 3, "चार": 4, "पाँच": 5, "पांच": 5, "छह": 6, "सात": 7, "आठ": 8, "नौ": 9, "दस": 10},
    "ko": {"한": 1, "두": 2, "세": 3, "석": 3, "네": 4, "넉": 4, "다섯": 5, "여섯": 6, "일곱": 7, "여덟": 8, "아홉": 9, "열": 10},
    "zh": {"两": 2, "兩": 2},
    "pt": {"duas": 2, "uma": 1},
    "fr": {"une": 1},
    "ru": {"две": 2},
    "uk": {"дві": 2},
    "ro": {"doua": 2, "o": 1},
    "el": {"μια": 1, "εναν": 1, "ενα": 1, "δυο": 2, "τρεις": 3, "τρια": 3, "τεσσερις": 4, "τεσσερα": 4, "πεντε": 5, "εξι": 6, "επτα": 7, "εφτα": 7, "οκτω": 8, "οχτω": 8, "εννεα": 9, "εννια": 9, "δεκα": 10},
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
TO_COME: Mapping[str, tuple[str, str, str]] = {
    "en": (r"(?<!\b(?:his|her|their|its|my|our|your|the|a|of|free|good|political|public|no) |'s |s' )(?:will|'ll|won't)(?! (?:of|to|and|have)\b)|(?:is|are|'s|'re) (?:now |still |also |not |currently )?(?:due|set (?:to|for)|scheduled|expected|slated|likely|poised|going to|to be)", "", r"^<?\W*(?:\w+ )?@.*\b\w{3,}ed\b.*\bwill\b|(?<!\b(?:be|been|being|\w+ly) )\b(?:\w{3,}(?<!proce|succe|exce|\bne|\bexpect|\bschedul)ed|made|held|taken|begun|found|shot|won|sent|seen|lost|built)(?: (?:on|in|last|late|early)){0,2} @|\b(?:of|from|by) (?:\w+ )?\w+s run (?:on|in) @|\b(?:remembered|thanked|praised|honou?red|criticised|criticized|blamed|punished|fined) for (?:his|her|their|its|the) \w+ (?:on|in) @"),
    "id": (r"(?<!-)akan (?:segera |kembali |juga |resmi |mulai |turut )*(?:di|me|ber|ter)\w{3,}|akan (?:segera |kembali )?(?:tiba|hadir|datang|mulai|dimulai|pergi|buka|tutup|masuk|tampil|bertemu)|(?<!(?:semula|sebelumnya|awalnya|sempat) )(?:dijadwalkan|direncanakan) (?:di|ber|me|ter|tiba|akan|pada|berlangsung)\w*", r"@ (?:yang )?akan datang", ""),
    "ms": (r"(?<!-)akan (?:turut |juga )?(?:di|me|ber|ter)\w{3,}|akan (?:tiba|hadir|datang|mula|pergi|buka)|(?<!sebelumnya )dijadual(?:kan)? (?:di|ber|me|tiba|pada)\w*", "", ""),
    "ru": (r"состо[ия]тся|прой[дм][её]т|пройдут|буд[еу]т|начн[её]тся|начнутся|стартует|стартуют|откро[ею]тся|завершится|при[ей]дет|приедут|прибудет|посетит|встретится|выступит|вступит|выйдет|планируется|планиру[ею]т|намерен[аы]?|закро[ею]т|закро[ею]тся|сыгра[ею]т|отправится|отправятся|вернется|вернутся|проведет|проведут|построят|запустят|начнут|подпиш[еу]т|опубликуют|собира[ею]тся|запланирован[аоы]?", "", r"\w(?:нн|вш)(?:ый|ого|ому|ым|ом|ая|ую|ой|ое|ые|ых|ыми|ий|его|ему|им|ем|яя|ие|их) (?:в|во) @|\bбыл[аио]? (?:за)?планир"),
    "uk": (r"відбуд[еу]ться|пройде|пройдуть|буде|будуть|(?:роз)?почнеться|стартує|відкриється|приїде|прибуде|відвідає|зустрінеться|виступить|планується|планує|планують|заплановано", "", r"\w(?:н|вш)(?:ий|ого|ому|им|ою|ій|і|их) (?:в|у) @|\bбуло заплан"),
    "pl": (r"odbęd(?:zie|ą) się|będzie|będą|rozpocznie|rozpoczną|zacznie|ruszy|otworzy|przyjedzie|przybędzie|odwiedzi|spotka się|spotkają się|zostanie|zostaną|wystąpi|trafi|wróci|wyjedzie|zagra|zakończy|wyruszy|ukaże się|wejdzie|weźmie", "", r"(?<!\b(?:zostanie|zostaną|zostać|będzie|będą|być) )\b\w+(?:ny|na|ne|ni|nego|nej|nych|ty|tego|tych) (?:w|we) @"),
    "es": (r"será|serán|estará|estarán|habrá|tendrá|tendrán|vendrá|hará|saldrá|abrirá|abrirán|asistirá|recibirá|se reunirá|se reunirán|ocurrirá|se celebrará|se celebrarán|se realizará|se disputará|comenzará|comenzarán|empezará|iniciará|arrancará|entrarán? en vigor|reabrirán?|se estrenará|se inaugurará|se jugará|llegará|llegarán|visitará|viajará|jugará|participará|van? a \w+[aei]r(?:se)?", "", r"(?<!\b(?:será|serán|ser|estará|estarán) )\b\w{2,}[ai]d[oa]s? (?:el |en |este |pasado )*@|\b(?:habrá|tendrán?) (?:sido|que haber)\b"),
    "pt": (r"será|serão|estará|estarão|terá (?:lugar|início)|terão (?:lugar|início)|haverá|fará|farão|(?:vai|vão|irá|irão) \w+[aei]r(?:-se)?|(?:começ|cheg|visit|realiz|disput|particip|viaj|vot)arão|(?:acontec|ocorr)erão|abrirão|devem? (?:acontecer|ocorrer|começar|chegar|ser (?!sid))", "", r"(?<!\b(?:será|serão|ser|estará|estarão) )\b\w{2,}[ai]d[oa]s? (?:na |no |em |nesta |neste )*@"),
    "fr": (r"aura lieu|auront lieu|sera|seront|se tiendra|se tiendront|débutera|débuteront|commencera|commenceront|s'ouvrira|ouvrira|ouvriront|arrivera|se rendra|rencontrera|visitera|accueillera|recevra|disputera|prendra|prendront|quittera|partira|reviendra|jouera|publiera|lancera|entrera|sortira|fermera|(?:va|vont) \w+(?:er|ir|re)|doi(?:t|vent) (?:avoir lieu|se tenir|s'ouvrir|débuter|commencer)|est prévue?", "", r"(?<!\b(?:sera|seront|être|et)(?: \w+ment)? )\b(?:\w{2,}ées?(?<!\b(?:ann|journ|soir|arriv|entr|rentr|tourn|arm|matin|lyc|mus|dur|mont|lev|id|port|trav|priv|limit|prolong)ées?)|(?:commis|soumis|transmis|admis|remis|promis|construit|détruit|conduit|réduit|introduit|offert|découvert)(?:es?|s)?(?<!\b(?:remise|promise)s?)|perpétré|mené|prononcé|tenu|vendu|rendu|perdu|battu|apparu|condamné|accusé|enlevé|assassiné|agressé|volé|provoqué|diffusé|constaté|observé|enregistré|présenté|décidé|nommé|élu|arrêté|détenu|adopté|signé|lancé|annoncé|publié|tué|blessé|disparu|créé|ouvert|inauguré|survenu|organisé|déposé|conclu)e?s? (?:en |le |ce )*@"),
    "it": (r"si terrà|si terranno|si svolgerà|si svolgeranno|si giocherà|si aprirà|si riunirà|avrà luogo|avranno luogo|sarà|saranno|inizierà|inizieranno|comincerà|aprirà|arriverà|arriveranno|visiterà|partirà|debutterà|incontrerà|uscirà|verrà \w+t[oa]|verranno \w+t[ie]|è previst[oa]", "", r"(?<!\b(?:sarà|saranno|essere|verrà|verranno) )\b\w{2,}(?:at|it|ut)[oaie](?<!\b(?:partit|visit|giornat|serat|uscit)[ae]) (?:il |in |a |di )*@"),
    "ro": (r"va (?!(?:să|rog|invit|spun|anunț|aștept|asigur|\w+m)\b)\w+|vor (?!să\b)\w+|urmează să", "", r"\bvor? fi fost\b"),
    "de": (r"wird|(?<!\b\p{Ll}+(?:t|en) )werden|soll|sollen|will|wollen|beginnt|beginnen|startet", r"^(?=.*\bfind(?:et|en)\b).*@.*\bstatt$|@(?!.*\b\p{Ll}+(?:te|ene)[nrms]? (?:\p{Ll}+ )?\p{Lu}).*\b\p{Ll}{3,}n (?:wird|werden|soll|sollen|will|wollen)$", r"\b(?:soll(?:en)?|will|wollen)\b.*\b(?:haben|sein)$|\b(?:vermutet|vorgeworfen|verdächtigt|beschuldigt|vermisst)\b"),
    "nl": (r"zal|zullen", r"^(?=.*\bvind(?:t|en)\b).*@.*\bplaats$", r"\b(?:zal|zullen)\b.*\b(?:hebben|zijn ge\w+)$"),
    "sv": (r"kommer att|(?:ska|skall)(?! ha\b)|äger rum", r"\b[Pp]å @(?!\w)", r"\bkommer att ha\b"),
    "el": (r"[Θθ]α (?:\w{2,3} )?(?!ειχ|ήταν|επρεπ|ήθελ)\w{3,}(?<!ταν|ουσε|ουσαν|ονταν|αγε|αγαν)|προγραμματίζ(?:εται|ονται)|αναμέν(?:εται|ονται)|προβλέπ(?:εται|ονται)|πρόκειται", "", r"\bθα (?:εχει|εχουν)\b"),
    "sw": (r"(?:i|u|li|ya|zi|a|wa|tu)ta(?:fanyika|anza|funguliwa|wasili|kutana|zuru|kuwa|tembelea|fanya|zinduliwa|kwenda|enda|hudhuria|shiriki|hutubia|safiri|rejea|tolewa|malizika|chezwa|cheza|ongoza|apishwa)", "", ""),
    "ar": (r"(?<!كان |كانت )(?:و|ف)?(?:س[يت](?:عقد|قام|جري|بدأ|نطلق|فتتح|صل|زور|لتقي|كون|تم|شارك|ستضيف|علن|نظم|غادر|توجه|حضر|شهد|واجه|لقي|عود|صدر|نظر|بحث|خوض|ستقبل)|سوف [يت]\w+|(?:من )?(?:المقرر|المتوقع|المنتظر|المرتقب) أن)", "", r"كانت? .{0,12}(?:المقرر|المتوقع|المنتظر|المرتقب)"),
    "fa": (r"قرار است", r"@.*\bخواه(?:د|ند|م|يم)\b", ""),
    "hi": ("", r"ने वाले @|@(?:(?! (?:गए|गई|गया|हुए|हुई|किए) ).)*(?:ेगा|ेगी|ेंगे|ेंगी|ोगा|ोगी|ोंगे|ूंगा|ूँगा|एगा|एगी|एंगे|एंगी|(?<!कह|मा|सु|चु|अप|[\s]ब)ना है|(?<!ब|सु|चु|हा|अप|पा|रा|मा)नी है|(?<!ब|अप|म|मा|रा|सु|चु)ने हैं)$|@(?: में| को)? है$|@[^#]*(?:होने|आने|जाने) वाल", ""),
    "bn": ("", r"@(?:(?!হওয়া|গ্রেপ্তার|করা |কথা ).)*(?:হ|যা|আস|কর|দে|নে|থাক|পা|খুল|বস|পৌঁছা|চল|দেখ|খেল)বে(?:ন|ন না| না)?$|(?:হ|যা|আস|কর|দে|নে|থাক|খুল|বস)বে(?:ন)? @$", ""),
    "tr": ("", r"@(?:'\p{L}+)?(?: günü| ayında| ayı)?(?! (?:yiyecek|içecek|giyecek|gelecek)) \w{2,}[ae]ca(?:k|klar|ktır)\b|@(?:(?!\b\p{Ll}+(?:[ae]n|[dt][iu]ğ[iu]\p{Ll}*)\b).)*(?:\b\p{Ll}{2,}[ae]ca(?:k|klar|ktır)|planlanıyor|bekleniyor|öngörülüyor|hedefleniyor)$", ""),
    "th": (r"(?<!เคย)จะ", "", ""),
    "vi": (r"(?<!chia )sẽ|dự kiến (?:hoạt động|kéo dài|hoàn thành|hoàn tất|mở|nhận|ra mắt|bắt đầu|khánh thành|diễn ra|khai mạc|tổ chức|khởi công|khởi hành)", "", ""),
    "zh": ("", r"(?:(?<![原曾本])(?:将|預?定|拟|计划|预计|定|即将|將|擬|計劃|預計)(?:将|將)?(?:会|會)?(?:于|於|在|从|從|自)|(?<!原)(?:将|將))(?:今年|本)?@|@(?:[初中下上]旬?|底|份|起|[早晚]上?|[上下]午|凌晨)?(?:(?!被|的)[^#,]){0,10}(?<![门大上中少干健麻名])[将將](?:会|會|要|于|於|在|与|與|对|對|前往|抵达|抵達|访|訪|举|舉|召|召开|出席|公布|发|發|启动|啟動|开|開|继续|繼續|迎|正式|进行|進行|首次|再|推出|上映|出任|参加|參加)", ""),
    "ja": ("", r"@(?:(?!した|った|れた|いた|んだ|[0-9]).){0,30}?(?:[うくすつぬむるぐぶ](?:予定|見通し|見込み|方針|計画|方向)(?!だった|でした|を|が|に|ど|通)|(?:開催する|開かれる|行われる|始まる|開幕する|開業する|発売する|訪問する|公開される|発売される|開催される|実施する|実施される|予定(?:だ|です|している|されている)?)$)", ""),
    "ko": ("", r"@(?:(?!된 |던 |린 |했|됐|었|았|렸|졌|다고|[0-9]월|#).){0,30}?(?:예정(?:이다|이며|이라|인|입니다|으로)|(?:[할될릴갈날올길질칠열] )(?:계획|방침|전망|것)(?:이다|이며|이라|인|입니다|으로)|(?:열린다|개최된다|개최한다|방문한다|개막한다|시작한다|시작된다|출시된다|출시한다|치러진다|선보인다)$)", ""),
}  # fmt: skip
"""How the clause around a day or a month, "@" in it, speaks of the future ("#": another one): verbs that stand before it, or behind
where it begins a sentence; what else the clause has; and what it must not have. "would" is no sign, nor any form that is as often past."""
_PLANNED_EN = (
    r" (?:(?!(?:will|is|are|at|in|of|on|to|by|for|from|near|during)\b)[\w'-]+ ){0,3}(?:elections?|votes?|voting|polls?|referendum|primary|primaries|run-?off|ballot|match(?:es)?|games?|finals?|semi-?finals?"
    r"|qualifier|race|fight|bout|derby|tournament|meetings?|summit|talks|hearings?|trial|conference|congress|debate|ceremony|concert|show|gala|festival|parade|march|rally|launch|release|opening|premiere"
    r"|budget|session|deadline|visit|trip|flight|start|event|funeral|inauguration|draw|auction)\b"
)  # fmt: skip
"""What is planned, behind the day that it is of."""
NOT_TO_COME: Mapping[str, str] = {
    "en": r"\b(?:last|every|each) (?:\w+ )?@|@'s\b(?!" + _PLANNED_EN + r")|(?:results?|outcome|winners?|aftermath|victims) of (?:the )?@|\b(?:[Tt]he|his|her|their|its) @(?!" + _PLANNED_EN
    + r"| (?:morning|afternoon|evening|night|dates?|end|quarter|increases?|rises?|hikes?|cuts?|changes?|will|is|are|after|before|until|when|that|with|from|they|which|and|for)\b) [a-z]{3,}"
    r"|(?<!\b(?:[Oo]n|[Ii]n) )@ (?:[a-z]+ )?(?:earthquake|shooting|attack|bombing|explosion|crash|fire|flood|storm|massacre|murder|killing|stabbing|riot|coup)\b",
    "id": r"@ (?:lalu|kemarin|silam)|setiap @|\b(?:serangan|penembakan|gempa|kebakaran|ledakan|kecelakaan|pembunuhan|banjir|kerusuhan|tragedi|insiden|pengeboman)(?: (?!pada|di|akan|hingga|sampai|dari|sejak|mulai|hari|bulan)\w+)? (?:hari |bulan )?@",
    "ms": r"@ (?:lalu|lepas)|setiap @|\b(?:serangan|tembakan|gempa|kebakaran|letupan|kemalangan|pembunuhan|banjir|rusuhan|insiden)(?: (?!pada|di|akan|hingga|dari|sejak|mulai|hari|bulan)\w+)? (?:hari |bulan )?@",
    "ru": r"(?:прошл|минувш|кажд)\w+ @|(?:нападени|атак|трагеди|теракт|событи|землетрясени|пожар|взрыв|авари|убийств)\w{0,3} @",
    "uk": r"(?:минул|кожн)\w+ @|(?:напад|атак|трагеді|теракт|поді|землетрус|пожеж|вибух|аварі|вбивств)\w{0,3} @",
    "pl": r"(?:zeszł|ubiegł|minion)\w+ @|każd\w+ @|\bze? @(?! (?:na|do|i)\b)",
    "es": r"pasad[oa] @|@ pasado|cada @|(?:atentado|ataque|tiroteo|terremoto|sismo|accidente|incendio|explosion|muerte|asesinato|matanza|masacre|tormenta|crimen|incidente|tragedia|apagón)s?(?: (?!antes|después|hasta|desde)\w+)? del? @",
    "pt": r"passad[oa] @|@ passad[oa]|(?:cada|todo) @|(?:atentado|ataque|tiroteio|terremoto|sismo|acidente|incêndio|explosão|morte|assassinato|massacre|tempestade|crime|incidente|tragédia|apagão|chacina)s?(?: (?!antes|depois)\w+)? d[eoa] @",
    "fr": r"@ dernier|chaque @|(?:attaque|attentat|fusillade|séisme|tremblement de terre|incendie|explosion|accident|meurtre|assassinat|tempête|massacre|tuerie|drame|catastrophe|effondrement|naufrage|émeute|inondation)s?(?: (?!fin|début|courant|avant|partir)\w+)? (?:de|du) @",
    "it": r"scors[oa] @|@ scors[oa]|ogni @|(?:attacc|attentat|terremot|incident|incend|esplosion|omicid|assassini|massacr|temporal|strag|traged|alluvion|croll|sparatori)\w{1,2}(?: (?!prima|dopo|partire)\w+)? d[ie](?:l|lla)? @",
    "ro": r"@ trecut[aă]?|fiecare @|(?:atac|atentat|cutremur|accident|incendi|explozi|crim|asasinat|furtun|masacr|incident|tragedi|inundați)\w{0,5}(?: (?!înainte|după)\w+)? (?:de|din) @",
    "de": r"(?:letzt|vergangen|vorig|jed)e\w* @|\bvo[mn] @(?! (?:bis|an|ab|auf)\b)",
    "nl": r"(?:vorige|afgelopen|elke) @|(?:aanval|aanslag|aardbeving|schietpartij|ongeluk|ongeval|brand|explosie|moord|storm|overstroming|ramp|incident|steekpartij)(?:len|en|s)?(?: (?!vanaf)\w+)? van @",
    "sv": r"(?:varje|förra) @|\bi @s|@(?:en)?s (?!\w*(?:match|final|möte|val|omröstning|derby|tävling|lopp|konsert|debatt|förhandling|premiär))",
    "el": r"περασμέν\w+ @|κάθε @|(?:επίθεσης?|επιθέσε\w+|σεισμ\w{1,3}|έκρηξης?|δυστύχημα(?:τος)?|πυρκαγιάς?|φωτιάς?|δολοφονίας?|τραγωδίας?|καταιγίδας?|πυροβολισμ\w+|μακελειό)(?: \w+)? (?:της|του) @",
    "sw": r"@ (?:iliyopita|uliopita)|kila @|(?:shambulio|mashambulizi|tetemeko|ajali|mauaji|mlipuko) [a-z]{1,2}a @",
    "ar": r"@ الماضي|كل @|(?<!\w)(?:هجوم|هجمات|زلزال|حادث|حادثة|انفجار|انفجارات|حريق|مجزرة|اغتيال|تفجير|عاصفة|قصف|غارة|غارات|جريمة) (?:يوم )?@",
    "fa": r"@ گذشته|هر @|(?<!\w)(?:حمله|حملات|زلزله|انفجار|حادثه|تیراندازی|قتل|کشتار|ترور|سانحه) (?:روز )?@",
    "hi": r"(?:पिछले|पिछली|बीते|गत|हर) @|@ (?:के|की|का) (?!(?:[^ ]+ )?(?:चुनाव|उपचुनाव|मैच|मुकाबल|मुक़ाबल|बैठक|मतदान|मतगणना|सम्मेलन|परीक्षा|सुनवाई|फाइनल|फ़ाइनल|कार्यक्रम|समारोह|यात्रा|दौर|रैली|सत्र|वार्ता|बातचीत|टेस्ट|उड़ान|बजट|त्योहार|मौसम)|सुबह|शाम|रात|दोपहर|देर|पहल|दूसर|तीसर|चौथ|आखिरी|आख़िरी|अंत|मध्य|शुरु|आरंभ|प्रथम|महीन|माह|दिन|बाद|लिए|लिये|दौरान|बीच|आसपास|आस-पास|भीतर|पूर्व|साथ|अलावा|मुताबिक|सप्ताह|हफ्त|हफ़्त)",
    "bn": r"(?:গত|প্রতি) ?@|@(?:ের|র) (?:হামলা|ভূমিকম্প|বিস্ফোরণ|দুর্ঘটনা|অগ্নিকাণ্ড|হত্যা|ঘূর্ণিঝড়|সংঘর্ষ)|@ (?:হামলা|দুর্ঘটনা|অগ্নিকাণ্ডে|হত্যা|সংঘর্ষে|বিস্ফোরণে|ভূমিকম্পে)র",
    "tr": r"(?:geçen|geçtiğimiz|her) @|@(?: günkü| ayındaki|'?[dt][ae]ki) (?!(?:\w+ ){0,2}(?:maç|seçim|toplantı|zirve|final|karşılaşma|müsabaka|duruşma|oylama|yarış|derbi|konser|tören|görüşme|sınav|program|oturum|kongre|miting|etkinlik|ziyaret|mücadele|referandum|buluşma))",
    "th": r"@ ?(?:ที่แล้ว|ที่ผ่านมา|ก่อน)|ทุก(?:วัน|เดือน)?@|เหตุ(?:โจมตี|ยิง|กราดยิง|ระเบิด|แผ่นดินไหว|ไฟไหม้|เพลิงไหม้|ฆาตกรรม|ปะทะ|จลาจล)[^ ]{0,20}(?<!ใน|ในวัน|ในเดือน)@",
    "vi": r"@ (?:tuần )?(?:trước|vừa qua)|(?:mỗi|hồi) @|\bvụ (?:tấn công|nổ|cháy|xả súng|nổ súng|tai nạn|đánh bom|va chạm|sập|giết người|thảm sát|rơi|ám sát|bắt cóc)(?: (?!vào|trong|từ|đến|tới|trước)\w+){0,3} @",
    "zh": "(?:去年|每年|每个?|上个?)@",
    "ja": r"(?:毎年|毎週|例年|昨年|去年|先週)の?@|@の(?!.{0,6}(?:選|会議|会合|会談|大会|試合|戦|決勝|公演|発売|公開|国会|総会|投票|採決|開業|開幕|運行|式|公判|裁判|祭|イベント|訪|施行|実施|導入|就任|退任|再開|開始|ライブ|放送|配信|改定|[値利][上下]げ|完成|見通し|見込|稼働|着工|上場|入居|供用|移転|統合|廃止|終了|会見)|朝|夜|午前|午後|夕|昼|晩|深夜|未明|早朝|上旬|中旬|下旬|初|頭|末|終|半ば|第|段階|時点|うち|間|予定|前半|後半)",
    "ko": r"(?:지난|매년|매주|해마다|작년) ?@|@의? (?:\p{Hangul}+(?<![에서은는이가을를도로]) )?(?:공격|총격|습격|사고|사건|지진|화재|산불|폭발|참사|살인|테러|붕괴|추락|충돌|폭격|공습)(?:[은는의]|에 대|[을를] (?:조사|수사|논의|추모|검토|규탄))",
}  # fmt: skip
"""What stands beside a day or a month to make of it the last one, or every one, whatever the verb: "Sunday's
shooting", what has happened, while an election or a match of Sunday may be to come."""
CLAUSE_END: Mapping[str, str] = {
    "en": "that|who|which|whose|where|when|while|because|after|following|since|said|says|told|announced|confirmed|warned|ruled|agreed|decided|promised|reported|was|were|had|and (?=will|is|are)", "id": "bahwa|yang|ketika|saat|setelah|usai|pasca|sejak|karena|mengatakan|menyatakan|mengumumkan|berkata|menegaskan|menyebut|kata|ujar",
    "ms": "bahawa|yang|ketika|selepas|sejak|kerana|berkata|mengumumkan", "ru": r"что|как|когда|после|сказал[аи]?|заявил[аи]?|сообщил[аио]?|объявил[аио]?|рассказал[аи]?|подчеркнул[аи]?",
    "uk": r"що|коли|після|сказа(?:в|ла|ли)|заяви(?:в|ла|ли)|повідоми(?:в|ла|ли)|оголоси(?:в|ла|ли)", "pl": r"że|który|która|które|kiedy|gdy|po|powiedział[a]?|poinformował[aio]?|ogłosił[aio]?|zapowiedział[aio]?",
    "es": "que|quien|quienes|donde|cuando|porque|tras|después de|desde|como|dijo|anunció", "pt": "que|quem|onde|quando|porque|após|depois de|desde|disse|anunciou", "fr": "que?|qu'|qui|dont|lorsque|quand|après|depuis|alors|parce|a (?:annoncé|déclaré|indiqué|affirmé)",
    "it": "che|cui|dove|quando|perché|dopo|dal|dalla|ha (?:detto|annunciato|dichiarato)", "ro": "că|care|ce|când|după|unde|dacă|a (?:anunțat|declarat|spus)", "de": r"dass|seit|nach (?:dem|der|den|einem|einer)|wegen|(?:der|die|das|den|dem|des|eine?[nmrs]?) (?=(?:im|am|seit|vergangenen) )",
    "nl": r"dat|die|toen|sinds|na|wegens|zei|(?:de|het|een) (?=(?:in|op|afgelopen) )", "sv": "att (?=han|hon|det|den|de)|som|sedan|efter|sade|sa|meddelade", "el": r"ότι|πως|που|όταν|αφού|ενώ|μετά|από|είπε|δήλωσε|ανακοίνωσε", "sw": "kwamba|ambayo|ambao|baada|tangu|alisema|ilisema|walisema",
    "ar": r"(?<!المقرر |المتوقع |المنتظر |المرتقب )[أإ]ن(?:ه|ها|هم)?|الذي|التي|الذين|بعد|منذ|عندما|حيث|قال|قالت|أعلن|أعلنت|أكد|أكدت", "fa": "که|پس|بعد|گفت", "hi": "कि", "bn": "যে", "tr": "diye|ki",
    "th": "ว่า|ซึ่ง|ที่ถูก|ที่เกิด|ที่ได้|เมื่อ|หลัง|ตั้งแต่|จาก|กล่าว|แถลง|เปิดเผย|ระบุ", "vi": r"rằng|khi|sau|từ(?! (?:đầu |cuối |giữa )?$)|kể từ|mà|cho biết|tuyên bố|thông báo|phát biểu", "zh": "宣布|表示|说|說|称|稱|透露|证实|指出|认为|强调|以来|以來|此前", "ja": "、|以来", "ko": "이후",
}  # fmt: skip
"""What ends a clause besides marks: what the next one begins with, and the verbs of saying, whose day is past."""
NOT_AGO: Mapping[str, tuple[str, str]] = {
    "ar": ("", r"\s+من\s"), "fa": ("", r"\s+از\s"), "ja": ("の", ""), "tr": (r"(?:dan|den|tan|ten)\s+", ""), "hi": (r"से\s+", ""),
    "th": ("", "(?:การ|ที่|เกิด|นั้น)"), "vi": ("", r"\s+(?:do|khi|cuoc|ngay)\b"),
    "ko": ("", "(?:국|체|쟁|투|날|화|문|북|남|원|시|면|력|반|망|략|세|통|달)"),
}  # fmt: skip
"""What stands before or behind "three days ago" to make of it three days before something else."""
NOT_BEFORE: Mapping[str, str] = {
    "th": "(?<=ทุก)",
    "zh": "(?<=[目此之如以午])|(?<=日)(?=本年)|今日(?=俄罗斯|头条)",
    "vi": r"(?<=truoc )(?=toi nay)|(?<=(?:nhieu|vai|may|muoi|mot|hai|ba|bon|nam|sau|bay|tam|chin|\d) )(?=(?:nam|thang) (?:truoc|sau))",
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
NEXT: Mapping[str, tuple[str, str]] = {
    "en": ("next|coming|following", ""), "id": ("", "depan|mendatang"), "ms": ("", "depan|hadapan"),
    "ru": (r"следующ\w+|ближайш\w+|будущ\w+", ""), "uk": (r"наступн\w+", ""), "es": (r"proxim\w", r"proxim\w|que viene"),
    "fr": (r"prochaine?", r"prochaine?"), "de": (r"(?:nachst|kommend)e[nrms]?", ""), "pt": (r"proxim\w", r"proxim\w|que vem"),
    "it": (r"prossim\w", r"prossim\w"), "tr": ("gelecek|onumuzdeki", ""), "ar": ("", "المقبل|المقبلة|القادم|القادمة"),
    "fa": ("", "آينده"), "bn": ("আগামী|আসছে", ""), "hi": (r"अगले|अगली|आगामी", ""), "th": ("", "หน้า"), "zh": ("下个?|下個|下周|下週", ""), "ja": ("来週の?", ""),
    "ko": ("다음 ?주|다음 ?달|오는|내년", ""), "vi": ("", r"toi(?! (?:nay|thang|cuoi|dau|giua|ngay|nam|thu|chu nhat|khi|luc|het|\d))|sau(?=\s*(?:[.,;:!?)\"]|$)| se\b)"), "el": (r"επομεν\w+|ερχομεν\w+", ""), "ro": ("", r"viitoare|urmatoare"),
    "nl": ("volgende|komende", ""), "pl": (r"nastepn\w+|przyszł\w+", ""), "sv": ("nasta", ""),
}  # fmt: skip
"""What stands before or behind a weekday or a month to make of it the next one."""
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
    # Folded, "tháng" is also "thắng" (won) and "sáu" (six) "sau" (after): behind a word of place in time only, in figures or with a capital.
    "vi": (
        r"(?<=\b(?:[Vv]ao|[Tt]rong|[Tt]u|[Đđ]en|[Tt]oi|[Hh]oi|[Cc]uoi|[Đđ]au|[Gg]iua|[Hh]et|[Tt]ruoc|[Ss]au) )[Tt]hang ",
        {1: "0?1|Mot", 2: "0?2|Hai", 3: "0?3|Ba", 4: "0?4|Tu", 5: "0?5|Nam", 6: "0?6|Sau", 7: "0?7|Bay", 8: "0?8|Tam", 9: "0?9|Chin", 10: "10|Muoi", 11: "11|[Mm]uoi [Mm]ot", 12: "12|[Mm]uoi [Hh]ai"},
        r"(?!\d| [Mm]ot\b| [Hh]ai\b|[-–/:] ?\d|[.,]\d| ?%| (?:tran|set|ban|diem|giai|van|huy chuong|nguoi|phieu|ghe|am lich|sang nam)\b)",
    ),
}  # fmt: skip
"""Months told alone in forms that the names of :mod:`rag.ingest.dating.names` lack, or that are too short to be told from other words."""
THAI_COUNTED = (
    r"คน|ราย|ศพ|ชีวิต|ปี|เดือน|วัน(?!ที่|นี้|จันทร์|อังคาร|พุธ|พฤหัส|ศุกร์|เสาร์|อาทิตย์)|สัปดาห์|ชั่วโมง|ชม|นาที|วินาที|บาท|สตางค์|ดอลลาร์|ยูโร|หยวน|ล้าน|แสน|หมื่น|พัน|ร้อย|แห่ง|คัน|ตัว|หลัง|ครั้ง|รอบ|จังหวัด|อำเภอ|ตำบล|หมู่บ้าน|ประเทศ|ทีม|คู่"
    r"|ลำ|เครื่อง|ชุด|องศา|จุด|ข้อ|ฉบับ|แปลง|ไร่|ต้น|ชิ้น|เล่ม|ใบ|นัด|ประตู|คะแนน|เสียง|โรง|ห้อง|ครัวเรือน|ครอบครัว|เขต|กลุ่ม|รายการ|โครงการ|บริษัท|กิโล|กก|กม|เมตร|เซนติ|ตัน|ลิตร|เปอร์เซ็นต์|รูป"
    r"|องค์|เม็ด|ขวด|ลูก|ดวง|คดี|เรื่อง|สาย|แผ่น|ถุง|กล่อง|กระบอก|หน่วย|เท่า|มัด|ก้อน|แท่ง|ซอง|ตู้|ที่นั่ง|ตำแหน่ง|พรรค|สถานี|เที่ยว|จาน|ท่าน|บท|หน้า|ชนิด|ประเภท|อัน|ผู้โดยสาร|นาย"
)  # fmt: skip
"""What a number before it counts, in Thai: "17 มิ.ย. 68 คน" is no year."""
LAST_ONE = {"ko": "지난 ?$"}
"""What stands before a day alone to make of it the last such day: "지난 20일"."""
