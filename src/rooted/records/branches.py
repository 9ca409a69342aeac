"""Branches of work by ISIC, revision 4 (United Nations, 2008): 21 sections, 88 divisions, in short plain words.

A coding holds a section ("H") where no more is known, else a division ("52"); both are kept as ISIC writes them.
"""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

SECTIONS: dict[str, Promise | str] = {
    "A": _("Farming, forestry and fishing"),
    "B": _("Mining and quarrying"),
    "C": _("Manufacturing"),
    "D": _("Electricity and gas"),
    "E": _("Water, sewage and waste"),
    "F": _("Building"),
    "G": _("Shops, wholesale and repair of vehicles"),
    "H": _("Transport and storage"),
    "I": _("Hotels and restaurants"),
    "J": _("Information and communication"),
    "K": _("Banks and insurance"),
    "L": _("Real estate"),
    "M": _("Science and technical services"),
    "N": _("Cleaning, agencies and other services for firms"),
    "O": _("Public administration and defence"),
    "P": _("Education"),
    "Q": _("Health and social work"),
    "R": _("Arts and leisure"),
    "S": _("Other services"),
    "T": _("Work in private households"),
    "U": _("International organisations"),
}

DIVISIONS: dict[str, tuple[str, Promise | str]] = {
    "01": ("A", _("Crops and animals")),
    "02": ("A", _("Forestry")),
    "03": ("A", _("Fishing")),
    "05": ("B", _("Coal mining")),
    "06": ("B", _("Oil and gas")),
    "07": ("B", _("Metal ores")),
    "08": ("B", _("Other mining")),
    "09": ("B", _("Services for mining")),
    "10": ("C", _("Food")),
    "11": ("C", _("Drinks")),
    "12": ("C", _("Tobacco")),
    "13": ("C", _("Textiles")),
    "14": ("C", _("Clothes")),
    "15": ("C", _("Leather and shoes")),
    "16": ("C", _("Wood")),
    "17": ("C", _("Paper")),
    "18": ("C", _("Printing")),
    "19": ("C", _("Coke and refined oil")),
    "20": ("C", _("Chemicals")),
    "21": ("C", _("Medicines")),
    "22": ("C", _("Rubber and plastics")),
    "23": ("C", _("Glass, cement and ceramics")),
    "24": ("C", _("Basic metals")),
    "25": ("C", _("Metal products")),
    "26": ("C", _("Computers and electronics")),
    "27": ("C", _("Electrical equipment")),
    "28": ("C", _("Machinery")),
    "29": ("C", _("Cars and car parts")),
    "30": ("C", _("Ships, trains and aircraft")),
    "31": ("C", _("Furniture")),
    "32": ("C", _("Other manufacturing")),
    "33": ("C", _("Repair of machinery")),
    "35": ("D", _("Electricity, gas and steam")),
    "36": ("E", _("Water supply")),
    "37": ("E", _("Sewage")),
    "38": ("E", _("Waste and recycling")),
    "39": ("E", _("Clean-up")),
    "41": ("F", _("Construction of buildings")),
    "42": ("F", _("Roads, rails and pipes")),
    "43": ("F", _("Building trades")),
    "45": ("G", _("Sale and repair of vehicles")),
    "46": ("G", _("Wholesale")),
    "47": ("G", _("Shops")),
    "49": ("H", _("Rail, road and pipelines")),
    "50": ("H", _("Water transport")),
    "51": ("H", _("Air transport")),
    "52": ("H", _("Warehouses and ports")),
    "53": ("H", _("Post and couriers")),
    "55": ("I", _("Hotels")),
    "56": ("I", _("Restaurants, bars and canteens")),
    "58": ("J", _("Publishing and software")),
    "59": ("J", _("Film, television and music")),
    "60": ("J", _("Broadcasting")),
    "61": ("J", _("Telecommunications")),
    "62": ("J", _("Computer programming")),
    "63": ("J", _("Online platforms and data")),
    "64": ("K", _("Banks")),
    "65": ("K", _("Insurance and pensions")),
    "66": ("K", _("Services for banks and insurance")),
    "68": ("L", _("Housing and real estate")),
    "69": ("M", _("Law and accounting")),
    "70": ("M", _("Head offices and consulting")),
    "71": ("M", _("Architecture and engineering")),
    "72": ("M", _("Research")),
    "73": ("M", _("Advertising")),
    "74": ("M", _("Design, photography and translation")),
    "75": ("M", _("Animal health")),
    "77": ("N", _("Rental")),
    "78": ("N", _("Temporary work agencies")),
    "79": ("N", _("Travel agencies")),
    "80": ("N", _("Security guards")),
    "81": ("N", _("Cleaning and grounds")),
    "82": ("N", _("Call centres and office services")),
    "84": ("O", _("Public administration")),
    "85": ("P", _("Schools and universities")),
    "86": ("Q", _("Hospitals and health care")),
    "87": ("Q", _("Care homes")),
    "88": ("Q", _("Social work without housing")),
    "90": ("R", _("Theatre, music and arts")),
    "91": ("R", _("Libraries and museums")),
    "92": ("R", _("Gambling")),
    "93": ("R", _("Sport and leisure")),
    "94": ("S", _("Associations, unions and churches")),
    "95": ("S", _("Repair of goods")),
    "96": ("S", _("Laundry, hairdressing and other personal services")),
    "97": ("T", _("Domestic workers")),
    "98": ("T", _("Work for one’s own household")),
    "99": ("U", _("International bodies")),
}

BRANCHES: dict[str, Promise | str] = SECTIONS | {code: words for code, (_section, words) in DIVISIONS.items()}


def section_of(code: str) -> str:
    """The section of a section or division: "H" of "52"."""
    return DIVISIONS[code][0] if code in DIVISIONS else code


def within(code: str) -> list[str]:
    """The codes that count as `code`: a section with all its divisions, a division alone."""
    return [code, *(number for number, (section, _words) in DIVISIONS.items() if section == code)]


def choices() -> list[tuple[str, Promise | str]]:
    """Every section, each followed by its divisions set in, for a form's list."""
    listed: list[tuple[str, Promise | str]] = []
    for section, words in SECTIONS.items():
        listed.append((section, words))
        listed += [(code, f"– {name}") for code, (of, name) in DIVISIONS.items() if of == section]
    return listed
