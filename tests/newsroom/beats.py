"""What the newsroom writes about: the words that its sentences are made of, by beat."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Beat:
    """The vocabulary of one field of news; `{place}`, `{number}`, `{month}` are filled in."""

    tags: tuple[str, ...]
    actors: tuple[str, ...]
    acts: tuple[str, ...]
    details: tuple[str, ...]


PLACES = (
    "Gdynia", "Tromsø", "Riga", "Constanța", "Kiel", "Toulon", "Rota", "Souda Bay", "Busan", "Darwin", "Yokosuka",
    "Guam", "Djibouti", "Duqm", "Narvik", "Ramstein", "Šiauliai", "Incirlik", "Keflavík", "Cádiz",
)  # fmt: skip
MONTHS = ("January", "March", "April", "June", "July", "September", "October", "December")
PEOPLE = (
    "Major General Ilse Brandt", "Rear Admiral Tomás Echeverría", "Defence Minister Kaja Lepik", "Colonel Ruth Osei",
    "the programme's director, Henrik Dahl", "Vice Admiral Noriko Hayase", "the ministry's spokesman, Piotr Zieliński",
    "Air Commodore Fiona Drummond-Farquharson", "Senator Alma Whitfield", "the auditor general, Luc Marchand",
)  # fmt: skip
SAID = (
    "“We buy what we can maintain,” {who} told reporters in {place}.",
    "“This was never about a single ship,” {who} said. “It is about whether the yard can deliver the next {number}.”",
    "{who_start} said the decision had been taken in {month} and would not be reopened.",
    "Asked about the cost, {who} answered that “a figure without a date is not a figure”.",
    "“The crews learned more in {number} days here than in a year at home,” {who} said after the last sortie.",
)
BACKGROUND = (
    "The government promised in {month} to publish what the plan costs. Its estimate of {number} million euros leaves "
    "out spares, training and the first overhaul.",
    "Parliament's defence committee takes evidence on the matter in {month}; two of its members have asked for the "
    "contract to be laid before them in full.",
    "A similar order placed four years ago arrived {number} weeks late, which auditors put down to a shortage of "
    "electricians rather than of money.",
    "Officials in {place} say the figures have been shared with allies, who have {number} days to raise objections.",
    "The unit was formed after the exercise of last {month}, when exercise umpires ruled that {number} of its vehicles "
    "would have been lost in the first hour.",
    "No date has been set. People who have seen the schedule say that {month} is likelier than the minister's “soon”.",
)
BEATS = (
    Beat(
        ("Naval", "Shipbuilding"),
        ("Navy", "Shipyard in {place}", "Coastguard", "Fleet command", "Frigate’s crew"),
        (
            "takes delivery of a frigate in {place}",
            "puts {number} mine hunters on notice to sail",
            "moves its submarine school to {place}",
            "stops work on the carrier after a fire",
            "counts {number} tankers waiting off {place}",
        ),
        (
            "The ship displaces {number} tonnes more than her sisters, most of it in the radar mast and its cooling.",
            "Divers found corrosion around {number} hull fittings below the waterline when she was docked in {place}.",
            "She will spend {number} weeks off {place} before the builder's guarantee runs out.",
        ),
    ),
    Beat(
        ("Air defence", "Missiles"),
        ("Army", "Air defence regiment", "Ministry", "Battery near {place}", "Alliance planners"),
        (
            "fires an SM-6 from a truck near {place}",
            "orders {number} interceptors for 2028",
            "shifts two batteries from {place} to the border",
            "says jamming left the radar blind for {number} minutes",
            "will keep Patriot until the 2040s",
        ),
        (
            "A battery carries {number} rounds ready to fire; the reload vehicle needs an hour and a level field.",
            "The radar saw the target at {number} kilometres, well short of what the brochure promises over sea.",
            "Crews of the S-350 and of the older 9K33M3 trained side by side near {place}.",
        ),
    ),
    Beat(
        ("Combat aircraft", "NATO"),
        ("Air force", "Two Su-34s", "F-35A squadron", "Engine maker", "Tanker crews"),
        (
            "lands {number} times on a road outside {place}",
            "cuts flying hours by {number} percent",
            "swaps the AL-41F-1 for a new engine",
            "trains in {place} with allies from five countries",
            "retires its last trainer after {number} years",
        ),
        (
            "Each flying hour takes {number} hours of maintenance, down from the year before but above the target.",
            "The AL-41F-1S runs {number} degrees hotter at take-off, and its blades are inspected twice as often.",
            "Pilots flew {number} sorties from {place}, a third of them at night.",
        ),
    ),
    Beat(
        ("Artillery", "Ukraine", "Procurement"),
        ("Gun maker", "Brigade", "Procurement agency", "Shell factory in {place}", "Kyiv"),
        (
            "doubles output of 155 mm shells to {number},000 a month",
            "asks for {number} more howitzers",
            "pays in advance for barrels that do not exist yet",
            "opens a line in {place}",
            "finds fault with every tenth fuze",
        ),
        (
            "A barrel lasts {number} rounds at full charge; at the rate of last {month} that is eleven days.",
            "The plant in {place} works {number} hours a week, and has no third shift for want of machinists.",
            "Propellant rather than steel sets the pace: there are {number} presses in Europe and none is idle.",
        ),
    ),
    Beat(
        ("Drones", "Electronic warfare"),
        ("Start-up", "Border guards", "Marine battalion", "Test range at {place}", "Regulator"),
        (
            "flies {number} drones from one screen",
            "loses a drone over {place} and says why",
            "bans foreign video links on the range",
            "sells jammers to {number} harbours",
            "drops the interceptor that everybody had praised",
        ),
        (
            "The aircraft weighs {number} kilograms and costs less than the missile that would be fired at it.",
            "At {number} metres the link failed whenever a ferry passed between the boat and {place}.",
            "Software for the swarm was written by {number} people, of whom three had served.",
        ),
    ),
    Beat(
        ("Nuclear weapons", "Arms control", "Russia"),
        ("Inspectors", "Moscow", "Test ban monitors", "Treaty depositary", "Arms control agency"),
        (
            "counts {number} silos with doors open near {place}",
            "offers a moratorium and names no date",
            "records a tremor and rules out a test",
            "publishes {number} pages of declarations",
            "leaves a treaty it had stopped observing",
        ),
        (
            "The seal on container {number} was intact; the list it should match was not.",
            "Seismometers near {place} agreed within {number} milliseconds, so that it was a quarry blast and no test.",
            "Of {number} notifications due since {month}, nine arrived.",
        ),
    ),
    Beat(
        ("Cyber", "law of the sea", "Undersea cables"),
        ("Cable owner", "Regulator", "Two ministries", "Harbour of {place}", "Insurers"),
        (
            "finds a cable cut {number} miles off {place}",
            "asks ships to say where they anchor",
            "restores the port’s system after {number} days",
            "raises premiums for the strait",
            "blames an anchor and not a navy",
        ),
        (
            "The break lies {number} metres down, in a lane that anchored ships are told to avoid.",
            "Traffic was moved within {number} minutes; nobody outside the exchange in {place} noticed.",
            "Repair ships are booked until {month}, and there are {number} of them for the whole ocean.",
        ),
    ),
    Beat(
        ("Land forces", "Poland", "Germany"),
        ("Army", "Tank battalion", "Engineers", "Recruiting office in {place}", "General staff"),
        (
            "bridges a river near {place} in {number} minutes",
            "sends {number} Leopard 2A8s to the east",
            "misses its recruiting target by {number} percent",
            "gives up the barracks in {place}",
            "calls up reservists for {number} days",
        ),
        (
            "The bridge carries {number} tonnes, which is two more than the tank that has to cross it.",
            "Of {number} tanks that left {place}, all but two arrived under their own power.",
            "A recruit signs for {number} months; the bonus is paid after the twelfth.",
        ),
    ),
)
LONG_HEADLINES = (
    "Parliament’s budget committee holds back half of the money for the frigate programme until the shipyard explains "
    "why the second hull weighs four hundred tonnes more than the contract that ministers signed",
    "Eleven governments agree to buy air defence missiles together, to store them in three countries and to let the "
    "first that runs short draw on the stock of the others without asking their parliaments again",
)
OTHER_SCRIPTS = (
    ("القوات البحرية تتسلم فرقاطة جديدة بعد عامين من التأخير", "البحرية"),
    ("Київ отримав першу батарею протиповітряної оборони", "Україна"),
    ("Флот вывел в море три тральщика", "Флот"),
    ("海军接收第三艘护卫舰并开始试航", "护卫舰"),
    ("海上自衛隊、掃海艦を北方に派遣", "掃海艦"),
    ("Η φρεγάτα επέστρεψε στη Σούδα", "Φρεγάτες"),
)
