"""How Collective Action in Tech writes places, and what we make of it.

A place is "town-region-country" in lower case, the finer parts left out when not known, with hyphens inside
names too. The country stands last; everything else is read from the right.
"""

import re

from rooted.records.record import Place

COUNTRIES = {
    "usa": "US", "united states": "US", "china": "CN", "germany": "DE", "uk": "GB", "united kingdom": "GB",
    "india": "IN", "brazil": "BR", "spain": "ES", "canada": "CA", "france": "FR", "italy": "IT", "mexico": "MX",
    "south korea": "KR", "kenya": "KE", "argentina": "AR", "turkey": "TR", "japan": "JP", "switzerland": "CH",
    "belarus": "BY", "nigeria": "NG", "netherlands": "NL", "south africa": "ZA", "greece": "GR", "ukraine": "UA",
    "taiwan": "TW", "australia": "AU", "denmark": "DK", "iran": "IR", "norway": "NO", "ecuador": "EC",
    "ireland": "IE", "croatia": "HR", "bangladesh": "BD", "cambodia": "KH", "poland": "PL", "sweden": "SE",
    "finland": "FI", "austria": "AT", "belgium": "BE", "portugal": "PT", "czech republic": "CZ", "romania": "RO",
    "hungary": "HU", "russia": "RU", "egypt": "EG", "tunisia": "TN", "morocco": "MA", "israel": "IL",
    "pakistan": "PK", "sri lanka": "LK", "nepal": "NP", "philippines": "PH", "indonesia": "ID", "malaysia": "MY",
    "singapore": "SG", "thailand": "TH", "vietnam": "VN", "hong kong": "HK", "new zealand": "NZ", "chile": "CL",
    "colombia": "CO", "peru": "PE", "uruguay": "UY", "ghana": "GH", "ethiopia": "ET", "uganda": "UG",
}  # fmt: skip

REGIONS = {
    "US": "alabama|alaska|arizona|arkansas|california|colorado|connecticut|delaware|florida|georgia|hawaii|idaho|"
    "illinois|indiana|iowa|kansas|kentucky|louisiana|maine|maryland|massachusetts|michigan|minnesota|mississippi|"
    "missouri|montana|nebraska|nevada|new hampshire|new jersey|new mexico|new york|north carolina|north dakota|ohio|"
    "oklahoma|oregon|pennsylvania|rhode island|south carolina|south dakota|tennessee|texas|utah|vermont|virginia|"
    "washington|west virginia|wisconsin|wyoming|puerto rico",
    "CA": "alberta|british columbia|manitoba|new brunswick|nova scotia|ontario|quebec|saskatchewan",
    "CN": "anhui|fujian|gansu|guangdong|guangxi|guizhou|hainan|hebei|heilongjiang|henan|hubei|hunan|jiangsu|jiangxi|"
    "jilin|liaoning|qinghai|shaanxi|shandong|shanxi|sichuan|yunnan|zhejiang",
    "IN": "andhra pradesh|assam|bihar|goa|gujarat|haryana|karnataka|kerala|maharashtra|punjab|rajasthan|tamil nadu|"
    "telangana|uttar pradesh|west bengal",
    "IT": "tuscany|lombardy|piedmont|veneto|lazio|sicily|emilia-romagna|friuli-venezia giulia|trentino-alto adige",
    "DE": "baden-württemberg|bavaria|hesse|lower saxony|mecklenburg-vorpommern|north rhine-westphalia|"
    "nordrhein-westfalen|rheinland-pfalz|saxony|saxony-anhalt|schleswig-holstein|thuringia",
    "FR": "auvergne-rhône-alpes|bourgogne-franche-comté|brittany|centre-val de loire|hauts-de-france|île-de-france|"
    "nouvelle-aquitaine|provence-alpes-côte d'azur",
    "GB": "england|scotland|wales|northern ireland",
}
REGION_NAMES = {country: frozenset(names.split("|")) for country, names in REGIONS.items()}

# The words that stay small inside names, and so tell a hyphenated name from "town-region".
SMALL = frozenset(
    re.findall(r"\w+", "de da do das dos del della di du la le les el al am an der den of on the upon sur en y e und")
)
JOINING = SMALL | frozenset(["in", "by", "under", "aux", "lès"])


def readable(name: str) -> str:
    """ "new york city" -> "New York City", "rio de janeiro" -> "Rio de Janeiro", "washington_dc" -> "Washington DC"."""
    words = name.replace("_", " ").split()
    return " ".join(_word(word, first=number == 0) for number, word in enumerate(words))


def _word(word: str, *, first: bool) -> str:
    if word == "dc":
        return "DC"
    if word in SMALL and not first:
        return word
    parts = word.split("-")
    return "-".join(
        part if part in JOINING and number else part[:1].upper() + part[1:] for number, part in enumerate(parts)
    )


def read_place(text: str) -> tuple[Place, list[tuple[str, str]]]:
    """The place that `text` names and what is unclear about it, as (code, detail)."""
    whole = re.sub(r"\s+", " ", text).strip().lower()
    if whole in ("worldwide", "world", "global"):
        return Place("world"), []
    if whole == "online":
        return Place("online"), []
    if whole == "europe":
        return Place("countries", region="Europe"), []
    head, _, country = whole.rpartition("-")
    code = COUNTRIES.get(country.strip(), "")
    if not code:
        return Place("region", region=readable(whole)[:120]), [("country-not-known", text)]
    if not head.strip(" -"):
        return Place("country", country=code), []
    town, region, doubtful = split_head(head, code)
    place = Place("town" if town else "region", code, readable(region)[:120], readable(town)[:120])
    return place, [("place-hyphens", text)] if doubtful else []


def split_head(head: str, country: str) -> tuple[str, str, bool]:
    """Town, region, and whether a hyphen left room for doubt, of "town-region" before a country's name."""
    known = REGION_NAMES.get(country, frozenset())
    parts = [part.strip() for part in head.split("-") if part.strip()]
    for start in range(len(parts)):
        if (name := "-".join(parts[start:])) in known:
            return one_name(parts[:start]), name, start > 1
    if len(parts) < 2:
        return "".join(parts), "", False
    if any(part in JOINING for part in parts[1:-1]):
        return one_name(parts), "", True
    return ", ".join(parts[:-1]), parts[-1], len(parts) > 2


def one_name(parts: list[str]) -> str:
    """A hyphenated name ("stoke-on-trent") where a small word shows it, else one place within another."""
    return ("-" if any(part in JOINING for part in parts[1:-1]) else ", ").join(parts)
