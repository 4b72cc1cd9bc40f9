"""Words from other languages in the spellings that people type, the usual one first.

One spelling is found by another only where nothing else is meant by it: «ga» is also a station.
"""

from typing import Final

LOANS: Final = (
    ("ni lông", "nilon", "ni lon", "nylon", "nilong", "ny lon"),
    ("axit", "acid", "a xít"),
    ("ô xy", "oxy", "oxi", "ô xi", "oxygen"),
    ("ô zôn", "ozon", "ozone"),
    ("amoniac", "ammonia", "a mô ni ắc"),
    ("clo", "chlorine"),
    ("các bon", "cacbon", "carbon"),
    ("nitơ", "ni tơ", "nitrogen"),
    ("phốt pho", "photpho", "phosphor"),
    ("sunfat", "sun phát", "sulfat", "sulphat"),
    ("hydro", "hidro", "hyđrô", "hydrogen"),
    ("polyme", "polymer", "pô li me", "polime"),
    ("xenlulo", "xen lu lô", "xenlulozơ", "cellulose"),
    ("a mi ăng", "amiăng", "amiang"),
    ("mô tơ", "motor", "moto"),
    ("biến tần", "inverter"),
    ("xi măng", "ximăng", "cement"),
    ("bê tông", "bêtông", "beton"),
    ("xà phòng", "xà bông"),
    ("ô tô", "ôtô", "oto"),
    ("vi rút", "virus", "virut"),
    ("in tơ nét", "internet"),
    ("ca ta lô", "catalog", "catalogue"),
    ("ra đi ô", "radio"),
    ("ti vi", "tivi"),
    ("pa nô", "pano", "panô"),
    ("băng rôn", "bandroll", "băngrôn"),
    ("ki lô gam", "kilogam", "kilogram"),
    ("kilôoát giờ", "kWh", "ki lô oát giờ"),
)
