"""How languages say that a day or a month is to come: one language a line."""

from __future__ import annotations

from collections.abc import Mapping

TO_COME: Mapping[str, tuple[str, str, str]] = {
    "en": (r"(?<!\b(?:his|her|their|its|my|our|your|the|a|of|free|good|political|public|no) |'s |s' )(?:will|'ll|won't)(?! (?:of|to|and|have)\b)|(?:is|are|'s|'re) (?:now |still |also |not |currently )?(?:due|set (?:to|for)|scheduled|expected|slated|likely|poised|going to|to be)", "", r"^<?\W*(?:\w+ )?@.*\b\w{3,}ed\b.*\bwill\b|(?<!\b(?:be|been|being|\w+ly) )\b(?:\w{3,}(?<!proce|succe|exce|\bne|\bexpect|\bschedul)ed|made|held|taken|begun|found|shot|won|sent|seen|lost|built)(?: (?:on|in|last|late|early)){0,2} @|\b(?:of|from|by) (?:\w+ )?\w+s run (?:on|in) @|\b(?:remembered|thanked|praised|honou?red|criticised|criticized|blamed|punished|fined) for (?:his|her|their|its|the) \w+ (?:on|in) @"),
    "id": (r"bersiap(?:-siap)? (?:menghadapi|menyambut|menuju)|(?<!-)akan (?:segera |kembali |juga |resmi |mulai |turut )*(?:di|me|ber|ter)\w{3,}|akan (?:segera |kembali )?(?:tiba|hadir|datang|mulai|dimulai|pergi|buka|tutup|masuk|tampil|bertemu)|(?<!(?:semula|sebelumnya|awalnya|sempat) )(?:dijadwalkan|direncanakan) (?:di|ber|me|ter|tiba|akan|pada|berlangsung)\w*", r"@ (?:yang )?akan datang", ""),
    "ms": (r"(?<!-)akan (?:turut |juga )?(?:di|me|ber|ter)\w{3,}|akan (?:tiba|hadir|datang|mula|pergi|buka)|(?<!sebelumnya )dijadual(?:kan)? (?:di|ber|me|tiba|pada)\w*", "", ""),
    "ru": (r"ожида[ею]тся|состо[ия]тся|прой[дм][её]т|пройдут|буд[еу]т|начн[её]тся|начнутся|стартует|стартуют|откро[ею]тся|завершится|при[ей]дет|приедут|прибудет|посетит|встретится|выступит|вступит|выйдет|планируется|планиру[ею]т|намерен[аы]?|закро[ею]т|закро[ею]тся|сыгра[ею]т|отправится|отправятся|вернется|вернутся|проведет|проведут|построят|запустят|начнут|подпиш[еу]т|опубликуют|собира[ею]тся|запланирован[аоы]?", "", r"\w(?:нн|вш)(?:ый|ого|ому|ым|ом|ая|ую|ой|ое|ые|ых|ыми|ий|его|ему|им|ем|яя|ие|их) (?:в|во) @|\bбыл[аио]? (?:за)?планир"),
    "uk": (r"очіку[єю]ться|відбуд[еу]ться|пройде|пройдуть|буде|будуть|(?:роз)?почнеться|стартує|відкриється|приїде|прибуде|відвідає|зустрінеться|виступить|планується|планує|планують|заплановано", "", r"\w(?:н|вш)(?:ий|ого|ому|им|ою|ій|і|их) (?:в|у) @|\bбуло заплан"),
    "pl": (r"odbęd(?:zie|ą) się|będzie|będą|rozpocznie|rozpoczną|zacznie|ruszy|otworzy|przyjedzie|przybędzie|odwiedzi|spotka się|spotkają się|zostanie|zostaną|wystąpi|trafi|wróci|wyjedzie|zagra|zakończy|wyruszy|ukaże się|wejdzie|weźmie", "", r"(?<!\b(?:zostanie|zostaną|zostać|będzie|będą|być) )\b\w+(?:ny|na|ne|ni|nego|nej|nych|ty|tego|tych) (?:w|we) @"),
    "es": (r"(?:termine|acabe|finalice|concluya)n?|será|serán|estará|estarán|habrá|tendrá|tendrán|vendrá|hará|saldrá|abrirá|abrirán|asistirá|recibirá|se reunirá|se reunirán|ocurrirá|se celebrará|se celebrarán|se realizará|se disputará|comenzará|comenzarán|empezará|iniciará|arrancará|entrarán? en vigor|reabrirán?|se estrenará|se inaugurará|se jugará|llegará|llegarán|visitará|viajará|jugará|participará|van? a \w+[aei]r(?:se)?", "", r"(?<!\b(?:será|serán|ser|estará|estarán) )\b\w{2,}[ai]d[oa]s? (?:el |en |este |pasado )*@|\b(?:habrá|tendrán?) (?:sido|que haber)\b"),
    "pt": (r"esperam?(?:-se)? (?:\w+ ){0,2}(?:antes|até|depois|para)|(?:termine|acabe)m?|será|serão|estará|estarão|terá (?:lugar|início)|terão (?:lugar|início)|haverá|fará|farão|(?:vai|vão|irá|irão) \w+[aei]r(?:-se)?|(?:começ|cheg|visit|realiz|disput|particip|viaj|vot)arão|(?:acontec|ocorr)erão|abrirão|devem? (?:acontecer|ocorrer|começar|chegar|ser (?!sid))", "", r"(?<!\b(?:será|serão|ser|estará|estarão) )\b\w{2,}[ai]d[oa]s? (?:na |no |em |nesta |neste )*@"),
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
    "th": (r"(?<!เคย)จะ|ภายใน", "", ""),
    "vi": (r"(?<!chia )sẽ|dự kiến (?:hoạt động|kéo dài|hoàn thành|hoàn tất|mở|nhận|ra mắt|bắt đầu|khánh thành|diễn ra|khai mạc|tổ chức|khởi công|khởi hành)", "", ""),
    "zh": ("", r"(?<!原)[预預][计計](?:最早|最快|到)?@|(?:(?<![原曾本])(?:将|預?定|拟|计划|预计|定|即将|將|擬|計劃|預計)(?:将|將)?(?:会|會)?(?:于|於|在|从|從|自)|(?<!原)(?:将|將))(?:今年|本)?@|@(?:[初中下上]旬?|底|份|起|[早晚]上?|[上下]午|凌晨)?(?:(?!被|的)[^#,]){0,10}(?<![门大上中少干健麻名])[将將](?:会|會|要|于|於|在|与|與|对|對|前往|抵达|抵達|访|訪|举|舉|召|召开|出席|公布|发|發|启动|啟動|开|開|继续|繼續|迎|正式|进行|進行|首次|再|推出|上映|出任|参加|參加)", ""),
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
NEXT: Mapping[str, tuple[str, str]] = {
    "en": ("next|coming|following", ""), "id": ("", "depan|mendatang"), "ms": ("", "depan|hadapan"),
    "ru": (r"следующ\w+|ближайш\w+|будущ\w+", ""), "uk": (r"наступн\w+", ""), "es": (r"proxim\w(?: mes de)?", r"proxim\w|que viene"),
    "fr": (r"prochaine?", r"prochaine?"), "de": (r"(?:nachst|kommend)e[nrms]?", ""), "pt": (r"proxim\w(?: mes de)?", r"proxim\w|que vem"),
    "it": (r"prossim\w(?: mese di)?", r"prossim\w"), "tr": ("gelecek|onumuzdeki", ""), "ar": ("", "المقبل|المقبلة|القادم|القادمة"),
    "fa": ("", "آينده"), "bn": ("আগামী|আসছে", ""), "hi": (r"अगले|अगली|आगामी", ""), "th": ("", "หน้า"), "zh": ("下个?|下個|下周|下週", ""), "ja": ("来週の?", ""),
    "ko": ("다음 ?주|다음 ?달|오는|내년", ""), "vi": ("", r"tuan (?:toi|sau)|toi(?! (?:nay|thang|cuoi|dau|giua|ngay|nam|thu|chu nhat|khi|luc|het|\d))|sau(?=\s*(?:[.,;:!?)\"]|$)| se\b)"), "el": (r"επομεν\w+|ερχομεν\w+", ""), "ro": ("", r"viitoare|urmatoare"),
    "nl": ("volgende|komende", ""), "pl": (r"nastepn\w+|przyszł\w+", ""), "sv": ("nasta", ""),
}  # fmt: skip
"""What stands before or behind a weekday or a month to make of it the next one."""
FOLLOWING: Mapping[str, str] = {
    "en": "the following @", "id": "@ berikutnya", "ms": "@ berikutnya", "es": "@ siguiente|siguiente @", "pt": "@ seguinte|seguinte @",
    "fr": r"@ suivante?\b", "it": r"@ (?:successiv|seguent)\w|(?:successiv|seguent)\w @", "de": r"\bdarauf(?:folgend\w+)? @|\b(?:dar|nach)?folgenden @|@ darauf\b",
    "nl": r"@ (?:erop|daarop)\b|daaropvolgende @", "sv": r"\bpåföljande @|@en därpå\b|följande @", "pl": r"\bkolejn\w+ @", "ro": r"@ următoare\b",
    "tr": r"(?:ertesi|takip eden|izleyen) @", "ar": "@ (?:التالي|التالية|اللاحق)", "fa": "@ (?:بعد|پس) از آن|@ بعدی", "sw": "@ (?:iliyofuata|uliofuata)",
    "vi": "@ (?:tiếp theo|kế tiếp|sau đó)", "th": "@ ?(?:ถัดมา|ต่อมา|ถัดไป)", "zh": "(?:(?<![本这這每首再第一二三四五六七八九十几幾多数數两兩0-9])次|随后的?|隨後的?|接下来的?|之后的?)@", "ja": "(?:翌|その次の|翌週の?)@", "ko": "(?:그다음|그 다음|이어진|이듬) ?@",
}  # fmt: skip
"""What stands beside a weekday to make of it the next one after a day that was told, however long ago that is."""
