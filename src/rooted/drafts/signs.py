"""By which words and signs names, hours, shifts and small teams are found in a text, in the languages of our readers.

Names are found by their capitals. Many scripts have none (Arabic, Hindi, Tamil …): there a name is found only beside a
title or between father and son, and the readers are told so.
"""

import re
import unicodedata

SPLIT = re.compile(r"\S+")


def any_of(words: str) -> str:
    """The words as one choice of a pattern; \x20 stands for a space inside of one."""
    return "|".join(SPLIT.findall(words))


TITLES = any_of(
    """mr mrs ms miss mister dr prof sir herr frau monsieur madame mme mlle señor señora sr sra don doña signor signora
    pan pani comrade colleague foreman forewoman supervisor boss steward vorarbeiter meister kollege kollegin
    senhor senhora domnul doamna господин госпожа товарищ пане пані"""
)
# Words that begin sentences or names of things: two capitals in a row with one of these are no person.
NO_NAMES = set(
    SPLIT.findall(
        """the a an in on at by for from to and but or we they he she it i you our their this that these those when
        after before then there here no not all some many one two three four five six seven eight nine ten if as with
        without who what where why how since until most every each both only once today yesterday union strike committee
        workers hospital council company limited ltd gmbh street road avenue square house station university school city
        north south east west monday tuesday wednesday thursday friday saturday sunday january february march april may
        june july august september october november december der die das ein eine wir sie er es und in im am le la les
        un une des nous el los las"""
    )
)
WORD = r"[^\W\d_]+(?:[-’'][^\W\d_]+)*"
PAIR = re.compile(rf"(?<![\w.’'-])(?=({WORD})[ \u00a0]+({WORD}))")  # overlapping: "Then Ana Bell" holds one
TITLED = re.compile(rf"\b({TITLES})\.?[ \u00a0]+({WORD})", re.IGNORECASE)

# Scripts without capitals. A word is all between spaces: marks above and below letters are no letters to Python.
BARE = r"[^\s\d.,;:!?()«»\"“”।،؛؟]+"
BEFORE = any_of(
    """[وفبك]?السيدة? و?للسيدة? [وفبك]?ال[أا]ستاذة? [وفبك]?الدكتورة? [وفبك]?المهندسة? [وفبك]?الحاجة? [وفبك]?الشيخ
    [وفبك]?الآنسة [وفبك]?الأخت? [وفبك]?الرفيقة? [وفبك]?الزميلة? [وفب]?عبد آقای خانم دکتر جناب محترمہ کامریڈ
    श्री श्रीमती सुश्री कुमारी कॉमरेड শ্রী শ্রীমতী জনাব কমরেড શ્રી શ્રીમતી ਸ੍ਰੀ ਸ਼੍ਰੀਮਤੀ ਸਰਦਾਰ ਕਾਮਰੇਡ திரு திருமதி தோழர்"""
)
AFTER = any_of("صاحبہ بیگم जी साहब सिंह দাদা বেগম ભાઈ બહેન ਜੀ ਸਿੰਘ ਕੌਰ அவர்கள்")
TITLED_BARE = re.compile(
    rf"(?<!\w)(?:{BEFORE})\.?[ \u00a0]+{BARE}|(?<!\S){BARE}[ \u00a0]+(?:{AFTER})(?!\w)"
    rf"|(?<!\S){BARE}[ \u00a0]+(?:بن|ابن)[ \u00a0]+{BARE}|[\u4e00-\u9fff]{{1,3}}(?:先生|女士|小姐|师傅|さん|氏)"
)

REACHED = re.compile(r"(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.\w+)+|(?<![\d/.-])\+?\d[\d ()/-]{6,}\d")
A_DATE = re.compile(r"\d{1,4}([-/. ])\d{1,2}\1\d{1,4}|(?:1[89]|20)\d\d ?[-/–] ?(?:1[89]|20)?\d\d")
NUMBERS = any_of(
    """two three four five six seven eight nine zwei drei vier fünf sechs sieben acht neun deux trois quatre cinq six
    sept huit neuf dos tres cuatro cinco seis siete ocho nueve dwie dwaj dwóch dwoje trzy trzech trzej cztery czterech
    pięć pięciu sześć sześciu siedem siedmiu osiem ośmiu dziewięć dziewięciu ثلاثة? أربعة? خمسة? ستة? سبعة? ثماني[ةن]?
    تسعة?"""
)
HOURS = re.compile(
    r"\b(?:[01]?\d|2[0-3])(?:[:h][0-5]\d|\s?(?:am|pm|uhr|o’clock|o'clock)\b)"
    rf"|\b(?:{NUMBERS}) (?:uhr|o’clock|o'clock)\b|\bà (?:{NUMBERS}|dix|onze|douze|\d\d?) ?(?:h|heures)\b"
    rf"|\ba las (?:{NUMBERS}|diez|once|doce|\d\d?)\b"
    r"|\bo (?:godzinie|godz\.) \w+|(?<!\w)[وفبل]?الساعة \w+",
    re.IGNORECASE,
)
DAYS = any_of(
    """monday tuesday wednesday thursday friday saturday sunday montag dienstag mittwoch donnerstag freitag samstag
    sonnabend sonntag lundi mardi mercredi jeudi vendredi samedi dimanche lunes martes miércoles jueves viernes sábado
    domingo poniedział wtor środ czwart piąt sobot niedziel ال[اإ]ثنين الثلاثاء الأربعاء الخميس الجمعة السبت الأحد"""
)
PART = r"\w{0,30}"  # what a word has before and behind; of any length, a word made of days alone would take seconds
SHIFT = rf"{PART}(?:shift|schicht|équipe|turno|zmian|وردية|نوبة){PART}"
BETWEEN = r"[ \u00a0-](?:\w+[ \u00a0]){0,2}"
SHIFTS = re.compile(
    r"\b(?:\d+|first|second|third|early|late|night)[ -](?:night |morning )?shifts? (?:on|of) \w+"
    rf"|\b{PART}(?:{DAYS}){PART}{BETWEEN}{SHIFT}|\b{SHIFT}{BETWEEN}{PART}(?:{DAYS}){PART}"
    r"|\b(?:shift|schicht|turno|zmiana|tura|équipe) [\dA-Z]\b",
    re.IGNORECASE,
)
LARGE = any_of(
    r"""hundred thousand hundert tausend million\w* cents? mille mil cientos setki tysi\w+ milion\w* مئات آلاف ملايين"""
)
TEAM_WORDS = any_of(
    r"""people persons workers colleagues of\x20us of\x20them women men cleaners drivers cooks nurses porters riders
    pickers members kolleg\w+ leute frauen männer collègues personnes d’entre\x20nous compañer\w+ personas
    de\x20nosotr\w+ osob\w* osób koleg\w* koleż\w+ pracowni\w+ kobiet\w* mężczyzn\w* z\x20nas
    عمال عاملات أشخاص زملاء زميلات نساء رجال منا منهم"""
)
TEAMS = re.compile(
    rf"(?<![\d.,])\b[وفبل]?(?:{NUMBERS}|[1-9])\b(?! ?[%,.:/]\d| (?:{LARGE})\b)(?: [^\W\d_]+){{0,2}}? (?:{TEAM_WORDS})\b"
    rf"|\b(?:team|crew|group|gang|line) of (?:{NUMBERS}|[1-9])\b"
    r"|\b[وفبل]?(?:عاملان|عاملتان|عاملتين|زميلان|زميلتان|شخصان|شخصين)\b",
    re.IGNORECASE,
)
NO_LETTERS = "ªº"  # small raised a and o, which Unicode counts among the letters without capitals


def without_capitals(text: str) -> bool:
    """Whether any of it is in a script that has no capitals."""
    return any(unicodedata.category(one) == "Lo" and one not in NO_LETTERS for one in text)
