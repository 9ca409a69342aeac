"""Words of dates, folded (base/fold.py): months, seasons, "about", decades, centuries; en, es, fr, de, pl, pt, it, …"""

import re

# January first. A word that ends in * is a beginning, any other one is the whole word.
MONTHS = [
    "jan janu* janv* ene enero gen genn* sty stycz* oca ocak янв* січ* ianuarie يناير كانونالثاني",
    "feb febr* fev fevr* fever* lut luty lutego subat фев* лют* فبراير شباط",
    "mar march mars marz* maerz mrz marca marzec marco mart martie март* берез* maart مارس اذار",
    "apr april* abr abril* avr avril* kwi kwie* nis nisan apri* aprilie апр* квіт* ابريل نيسان",
    "may mai maj maja mayo mayis maio maggio mag mei маи мая трав* ايار مايو",
    "jun june juni juin junio junho giu giugno cze czerw* haz haziran iunie июн* черв* يونيو حزيران",
    "jul july juli juil* julio julho lug luglio lip lipiec lipca tem temmuz iulie июл* лип* يوليو تموز",
    "aug august* ago agosto aout aou sie sierp* agu agustos авг* серп* اغسطس اب",
    "sep sept septem* septiem* set setem* settem* wrz wrzes* eyl eylul сен* верес* سبتمبر ايلول",
    "oct octo* octu* okt oktob* out outubro ott ottobre paz pazdz* eki ekim окт* жовт* اكتوبر تشرينالاول",
    "nov novem* noviem* noiem* lis listopad* kas kasim нояб* ноя листоп* نوفمبر تشرينالثاني",
    "dec decem* dez dezem* dic diciem* dicem* gru grud* ara aralik дек* груд* ديسمبر كانونالاول",
]  # fmt: skip
_STARTS = {word[:-1]: number for number, words in enumerate(MONTHS, 1) for word in words.split() if word[-1] == "*"}
_WHOLE = {word: number for number, words in enumerate(MONTHS, 1) for word in words.split() if word[-1] != "*"}
_ROMAN = "i ii iii iv v vi vii viii ix x xi xii"
ROMAN_MONTHS = dict(zip(_ROMAN.split(), range(1, 13), strict=True))

_SEASONS = (
    "spring|summer|autumn|fall|winter|printemps|ete|automne|hiver|fruhjahr|fruhling|sommer|herbst|wiosn[ae]|lat(?:o|em)|"
    "jesien(?:ia)?|zim[aey]|primavera|verano|otono|invierno|verao|outono|inverno|estate|autunno|ilkbahar|yaz|sonbahar|kis|"
    "весн(?:а|ои)|лето|летом|осень(?:ю)?|зим(?:а|ои)|الربيع|ربيع|الصيف|صيف|الخريف|خريف|الشتاء|شتاء"
)
_EARLY = (
    "early|mid|late|beginning|middle|end|debut|fin|milieu|anfang|ende|mitte|principios|finales|mediados|comienzos|"
    "poczatek|poczatku|koniec|koncu|polowa|polowie|inicio|meados|inizio|meta|начало|конец|середина|اوائل|اواخر|منتصف"
)
_PIECE = (
    "weeks?|half|quarter|fortnight|woche|halfte|semaine|quinzaine|moitie|semana|quincena|mitad|tydzien|polowa|dekada|"
    "settimana|quinzena|metade"
)
_OF = r"(?:(?: |-|')*\b(?:of|the|de|del|des|der|den|di|du|do|da|d|l|la|el)\b)*"
PARTS = re.compile(
    rf"\b\d{{1,2}}\.? ?(?:st|nd|rd|th|e|eme|er|ere|a|o)?\.? (?:{_PIECE})\b{_OF}|"
    rf"(?:\b(?:in|im|w|we|en|au|a|na|no|nel)\b ?)?\b(?:{_SEASONS}|{_EARLY})\b{_OF}|(?<=年)[春夏秋冬]|"
    r"\b(?:q[1-4]|[1-4]q|[1-4](?:st|nd|rd|th) quarter|[1-4]\. (?:quartal|kwartal)|h[12])\b|"
    r"(?:\b|-)(?:w|kw|week|woche|semaine|semana|settimana|tydzien) ?\d{1,2}\b"
)
# What may stand between the day and the name of its month: "the 3rd of March", "1 de mayo".
_BESIDE = "st nd rd th er e o a ten de del d di do da of the day dnia go го числа من شهر"
JOINING = frozenset(_BESIDE.split())
ABOUT = re.compile(
    r"\bc\b\.? ?(?=\d)|\b(?:circa|cca|ca|about|around|approx(?:imately)?|um|etwa|gegen|hacia|alrededor de|vers|environ|"
    r"env|ok|okolo|verso|por volta de|около|حوالي)\b\.?|[~≈]|(?<=\w)\s*\(?\?\)?$"
)
NEVER = re.compile(
    r"\b(?:before|after|until|by|vor|nach|antes|despues|avant|apres|przed|po|prima|dopo|depois|apos|до|после|قبل|بعد)\b"
)

_CENTURY = r"(?:century|cent|c|jahrhunderts?|jh|jhdt|siecle|wieku|wiek|w|век|века|в|secolo|yuzyil|世纪)"
_COUNT = r"(\d{2}|[xvi]{2,5})"
CENTURY = re.compile(
    rf"(?:the )?{_COUNT}(?:st|nd|rd|th|eme|e|\.)? ?{_CENTURY}\.?|(?:siglo|seculo|secolo|sec|s|القرن)\.? {_COUNT}"
)
DECADE = re.compile(r"(?:the )?(\d{3})0(?:'?s|er|-?е|-?х|-?te)(?: jahren?| годы| гг?\.?)?")
DECADE_WORD = re.compile(r"(?:annees|anos|anni|lata|lat|decada de|decade|decennio|عقد) (\d{3})0")
DECADE_IN = re.compile(rf"(?:lata|lat|anos|annees|anni) (\d)0\.?,? (?:del |du )?{_COUNT}\.? {_CENTURY}\.?")
_FIGURES = {"xviii": 18, "xix": 19, "xx": 20, "xxi": 21, "xvii": 17, "xvi": 16}


def decade_of(text: str) -> int:
    """The first year of a decade: "1920s", "lata 1920", "lata 20. XX wieku"; 0 for none."""
    if found := DECADE.fullmatch(text) or DECADE_WORD.fullmatch(text):
        return int(found[1]) * 10
    found = DECADE_IN.fullmatch(text)
    century = counted(found[2]) if found else 0
    return century + int(found[1]) * 10 if found and century else 0


def century_of(text: str) -> int:
    """The first year kept of a century ("19th century" -> 1800); 0 for none."""
    found = CENTURY.fullmatch(text)
    return counted(found[1] or found[2]) if found else 0


def counted(written: str) -> int:
    """The first year of a century in figures or as "XIX"; 0 for none from the eleventh to ours."""
    number = int(written) if written.isdigit() else _FIGURES.get(written, 0)
    return (number - 1) * 100 if 11 <= number <= 21 else 0


def month_of(word: str) -> int | None:
    """The month a folded word names; short joining words are none."""
    if word in _WHOLE:
        return _WHOLE[word]
    return next((number for start, number in _STARTS.items() if word.startswith(start)), None)
