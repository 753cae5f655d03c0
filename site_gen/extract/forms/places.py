"""Places in datelines and bylines: which words are a town, and how a name in capitals is usually written."""

import re
from functools import cache

from site_gen.extract.forms.word_list import words_in
from site_gen.extract.names.gazetteer import load_gazetteer
from site_gen.extract.names.tokens import tokens

# Towns that news is filed from, in addition to the capitals and places in the gazetteer. Kept by hand; towns whose
# name is better known for a person or a thing (Victoria, Reading, Split) are left out.
_TOWNS = """
Aarhus|Abidjan|Abuja|Abu Dhabi|Accra|Aden|Ahmedabad|Al Udeid|Albany|Aleppo|Alexandria|Algiers|Allahabad|Almaty|Amman
Amritsar|Amsterdam|Anchorage|Ankara|Annapolis|Antwerp|Arlington|Asheville|Athens|Atlanta|Auckland|Augusta|Aurangabad
Austin|Baghdad|Baku|Baltimore|Bamako|Bandar Abbas|Bangalore|Bengaluru|Bangkok|Banja Luka|Barcelona|Basel|Basra|Bath
Beersheba|Beijing|Beirut|Belfast|Belgaum|Belgrade|Bergen|Berlin|Bhopal|Bhubaneswar|Birmingham|Bishkek|Bodø|Bogota
Bonn|Boston|Brasilia|Bratislava|Bremen|Brest|Brighton|Brisbane|Bristol|Brno|Brussels|Bucharest|Budapest|Buenos Aires
Bujumbura|Busan|Cairo|Calcutta|Calgary|Canberra|Cape Town|Caracas|Cardiff|Casablanca|Chandigarh|Changwon|Chennai
Chicago|Chisinau|Cleveland|Cologne|Colombo|Colorado Springs|Copenhagen|Dakar|Dallas|Damascus|Dar es Salaam|Darwin
Daegu|Dehradun|Delhi|Denver|Derby|Detroit|Dhaka|Djibouti|Doha|Donetsk|Dover|Dresden|Dubai|Dublin|Durban|Dushanbe
Düsseldorf|Edinburgh|Edmonton|Eindhoven|Entebbe|Erbil|Faisalabad|Farnborough|Frankfurt|Fremantle|Fukuoka|Gaza City
Gdansk|Gdynia|Geneva|Genoa|Glasgow|Goma|Gothenburg|Grozny|Guangzhou|Gurgaon|Gurugram|Guwahati|Gwadar|Hague|The Hague
Haifa|Halifax|Hamburg|Hampton|Hanoi|Hanover|Harare|Harbin|Havana|Helsinki|Herat|Hiroshima|Ho Chi Minh City|Hobart
Homs|Hong Kong|Honolulu|Houston|Huntsville|Hyderabad|Idlib|Imphal|Incheon|Irkutsk|Isfahan|Islamabad|Istanbul|Izmir
Jabalpur|Jaipur|Jakarta|Jalandhar|Jammu|Jeddah|Jerusalem|Jodhpur|Johannesburg|Juba|Kabul|Kampala|Kandahar|Kanpur
Kaohsiung|Karachi|Karlskrona|Kathmandu|Kaunas|Kazan|Khartoum|Kharkiv|Kiel|Kiev|Kyiv|Kigali|Kingston|Kinshasa|Kirkuk
Kochi|Kolkata|Krakow|Kuala Lumpur|Kunming|Kuwait City|La Paz|Lagos|Lahore|Las Palmas|Las Vegas|Le Havre|Leh|Leipzig
Lille|Lima|Lisbon|Liverpool|Ljubljana|London|Los Angeles|Louisville|Luanda|Lucknow|Lusaka|Lviv|Lyon|Madrid|Malmö
Manama|Manchester|Mandalay|Manila|Maputo|Marseille|Melbourne|Memphis|Mexico City|Miami|Milan|Minneapolis|Minsk
Mogadishu|Montevideo|Montreal|Moscow|Mosul|Mumbai|Munich|Murmansk|Muscat|Muzaffarabad|Mykolaiv|N'Djamena|Nagasaki
Nagoya|Nagpur|Nairobi|Nantes|Naples|Narva|Nashville|New Delhi|New Orleans|New York|Newport News|Niamey|Nice|Nicosia
Noida|Norfolk|Nouakchott|Novosibirsk|Nuuk|Oakland|Odesa|Odessa|Okinawa|Oslo|Ottawa|Ouagadougou|Palermo|Panama City
Panaji|Paris|Pathankot|Patna|Pearl Harbor|Pensacola|Perth|Peshawar|Philadelphia|Phnom Penh|Pittsburgh|Pokhara
Podgorica|Port Sudan|Port-au-Prince|Portsmouth|Plymouth|Poznan|Prague|Pretoria|Pristina|Pune|Puri|Pyongyang
Quebec City|Quetta|Quito|Ramallah|Ramstein|Ranchi|Rangoon|Rawalpindi|Reykjavik|Riga|Rio de Janeiro|Riyadh|Rome
Rostov-on-Don|Rotterdam|Rzeszow|Sanaa|Sana'a|San Antonio|San Diego|San Francisco|San Jose|San Juan|San Salvador
Santiago|Santo Domingo|Sao Paulo|Sapporo|Sarajevo|Sasebo|Seattle|Seoul|Sevastopol|Severodvinsk|Shanghai|Shenzhen
Shillong|Shimla|Siliguri|Singapore|Skopje|Sofia|Southampton|Srinagar|St Petersburg|St. Petersburg|St. Louis
Stavanger|Stockholm|Strasbourg|Stuttgart|Suwon|Suva|Sydney|Szczecin|Taipei|Tallinn|Tampa|Tampere|Tashkent|Tbilisi
Tegucigalpa|Tehran|Tel Aviv|Thessaloniki|Thiruvananthapuram|Tijuana|Timbuktu|Tirana|Tiraspol|Tokyo|Toronto|Toulon
Toulouse|Trieste|Tripoli|Tromsø|Trondheim|Tucson|Tunis|Turin|Turku|Tyre|Ulaanbaatar|United Nations|Utrecht|Valencia
Valletta|Vancouver|Varanasi|Venice|Vienna|Vientiane|Vijayawada|Vilnius|Visakhapatnam|Vladivostok|Warsaw|Washington
Wellington|Winnipeg|Wuhan|Yangon|Yekaterinburg|Yerevan|Yokohama|Yokosuka|Zagreb|Zahedan|Zaporizhzhia|Zurich|Zürich
"""
_SMALL = words_in(
    """
    of the and on in de del da do el la las los en sur under upon at
    """
)
_SHIPS = words_in(
    """
    USS USNS USCGC HMS HMAS HMCS HMNZS INS JS ROKS HDMS HNOMS HSWMS FS ITS ESPS KRI BRP PNS
    """
)
_ACRONYMS = _SHIPS | words_in(
    """
    NATO UN US UK EU UAE RAF FOB COB JBLM NAS NSA CFB MCAS AFB RAAF U.S U.N U.K D.C USA
    """
)
_ABOARD = re.compile(r"(?:on ?board|aboard)\s+(?:the\s+)?", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_](?:[^\W\d_]|['’](?=[^\W\d_]))*")
_INITIALS = re.compile(r"(?:[A-Z]\.){2,}")


@cache
def _towns() -> frozenset[str]:
    return frozenset(town.casefold() for line in _TOWNS.split("\n") for town in line.split("|") if town)


def is_town(text: str) -> bool:
    """Whether a text is the name of a town that news is filed from; not of a country, a sea or a region."""
    name = " ".join(text.split()).strip(" ,.").casefold()
    return name in _towns() or "capital" in _uses(usual_case(text))


def is_place(text: str) -> bool:
    """Whether a text is the name of a town, a region or a sea; not of a country."""
    return is_town(text) or "place" in _uses(usual_case(text))


def gazetteer_kinds(text: str) -> frozenset[str]:
    """The gazetteer's kinds of a name in any letter case: country, place, organisation ..."""
    return frozenset(kind for spelling in (text, usual_case(text)) for kind in _uses(spelling) if kind != "capital")


def _uses(text: str) -> frozenset[str]:
    """The kinds of a name in the gazetteer; "capital" is a use of a country's form."""
    words = tokens(text.strip(" ,."))
    forms = load_gazetteer().forms.get(words[0], ()) if words else ()
    same = [form for form in forms if form.rest == tuple(words[1:]) and form.use not in ("demonym", "metonym")]
    return frozenset("capital" if form.use == "capital" else form.entry.kind for form in same)


def usual_case(place: str) -> str:
    """A place as prose writes it: "TALLINN, Estonia" is "Tallinn, Estonia", "ABOARD USS NAME" is "USS Name"."""
    place = _ABOARD.sub("", " ".join(place.split()).strip(" ,"), count=1)
    parts = place.split(", ")
    return ", ".join(_cased_part(part, bool(number)) for number, part in enumerate(parts))


def _cased_part(part: str, later: bool) -> str:
    if later and len(part) == 2:
        return part  # a state: "BUFFALO, NY"
    words = part.split(" ")
    return " ".join(_cased(word, number) for number, word in enumerate(words))


def _cased(word: str, number: int) -> str:
    if word.rstrip(".,") in _ACRONYMS or _INITIALS.search(word):
        return word
    if number and word.casefold() in _SMALL:
        return word.lower()
    return _WORD.sub(lambda found: _after_hyphen(found.group()) if found.start() else _capitalised(found.group()), word)


def _after_hyphen(word: str) -> str:
    """A later part of a hyphened word: "on" in "Rostov-on-Don"."""
    return word.lower() if word.casefold() in _SMALL and word.isupper() else _capitalised(word)


def _capitalised(word: str) -> str:
    scots = re.fullmatch(r"M[Cc]([A-Z]{3,})", word)
    if scots:
        return "Mc" + scots[1].capitalize()
    if len(word) < 2 or not word.isupper():
        return word
    if re.fullmatch(r"[DLON]['’][A-Z]{3,}", word):
        return word[:2] + word[2:].capitalize()
    return word.capitalize()
