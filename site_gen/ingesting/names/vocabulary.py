"""Words that make an organisation of the capitalised words around them, and words that are in no one's name."""

# The last word of an organisation's name.
ORGANISATION_WORDS = frozenset(
    "Academy Administration Aerospace Agency Airlines Airways Alliance Armament Armaments Army Army's Assembly Associates"
    " Association Authority Bank Battalion Battery Board Brigade Brigades Broadcasting Bundeswehr Bureau Cabinet Caucus Center"
    " Centre Chamber Coalition Coast-Guard Cell Club Co College Command Commission Committee Company Confederation Conference"
    " Congress Consortium Constabulary Corp Corporation Corps Council Court Department Detachment Directorate Division"
    " Electronics Embassy Enterprise Enterprises Establishment Federation Fleet Flotilla Force Forces Foundation Front Fund"
    " Gendarmerie Government Group Guard Guards Headquarters Holdings Inc Industries Industry Initiative Inspectorate"
    " Institute Institution Intelligence International Junta Laboratories Laboratory Labs LLC Logistics Ltd Marines Media"
    " Militia Military Ministry Mission Monitor Movement Navy Network News Observatory Office Organisation Organization"
    " Parliament Partnership Party PLC Plc Police Post Press Program Programme Radio Regiment Region Reserve Reserves Schools"
    " School Secretariat Senate Service Services Shipbuilding Shipyard Shipyards Shipping Society Solutions Squadron Staff"
    " Systems Taskforce Team Technologies Technology Television Times Tribunal Troops Trust Union Unit University Ventures"
    " Wing Works Aviation Aircraft Dynamics Motors Airpower Artillery Infantry Legion Air-Force Yard Syndicate Opposition"
    " Peshmerga Republic-Guard Rebels Insurgents Airlift Bank's Squad Commando Commandos Zentrum AG GmbH SA SpA AS AB Oy NV"
    " Component Elements".split()
)
# The first word of one: "Ministry of Defence", "University of Oxford".
ORGANISATION_HEADS = frozenset(
    "Academy Agency Army Association Bank Board Bureau Center Centre Chamber Church College Command Commission Committee"
    " Confederation Congress Council Department Directorate Embassy Federation Foundation Government Guild House Institute"
    " Joint League Ministry Movement Office Organisation Organization Parliament Party School Secretariat Society Union"
    " University".split()
)
# Lower-case nouns that with a country's adjective name one of its bodies: "Iraqi army", "French government".
STATE_BODIES = frozenset(
    "army navy government military parliament police militia marines airforce coastguard junta regime forces opposition"
    " troops authorities delegation embassy".split()
)
STATE_PAIRS = frozenset(
    ("armed forces", "security forces", "air force", "defence ministry", "defense ministry", "foreign ministry", "coast guard",
     "interior ministry", "special forces", "ground forces", "intelligence service", "intelligence services")
)
RULES = frozenset(("regime", "administration", "government"))
MONTHS = frozenset(
    "January February March April May June July August September October November December Jan Feb Mar Apr Jun Jul Aug Sep"
    " Sept Oct Nov Dec".split()
)
DAYS = frozenset(
    "Monday Tuesday Wednesday Thursday Friday Saturday Sunday Mon Tue Wed Thu Fri Sat Sun Christmas Easter Ramadan".split()
)
# Words that begin sentences or headings and name nothing.
STARTERS = frozenset(
    "A An And As At About Above According Accordingly Across Additionally After Afterwards Again Against All Almost Along"
    " Already Also Although Among Amid Another Any Anyone Around Aside Asked Away Back Based Be Because Been Before Behind"
    " Being Below Beside Besides Between Beyond Both But By Can Could Currently Despite Did Do Does During Each Earlier"
    " Either Else Elsewhere Even Eventually Ever Every Everyone Everything Except Few Finally First Following For Former"
    " Fourth From Further Furthermore Given Had Has Have Having He Hence Her Here Hers Him His How However I If In Including"
    " Indeed Inside Instead Into Is It Its Just Last Lastly Late Later Least Less Let Like Likewise Located Many Maybe Me"
    " Meanwhile Might More Moreover Most Much Must My Near Nearly Neither Never Nevertheless New Next No Nobody None Nor Not"
    " Nothing Now Nowadays Of Off Officials Often On Once One Only Onto Or Other Others Otherwise Our Out Outside Over Overall"
    " Own Past People Per Perhaps Photo Please Previously Prior Question Answer Rather Read Recently Regarding Same Second"
    " Several Shall She Should Similarly Since So Some Someone Something Sometimes Soon Source Sources Speaking Still Such"
    " Than Thank Thanks That The Their Them Then There Thereafter Therefore These They Third This Those Though Three Through"
    " Throughout Thus Till To Today Together Tomorrow Too Toward Towards Two Under Unless Unlike Until Up Upon Us Using Very"
    " Via Was We Well Were What Whatever When Whenever Where Whereas Whether Which While Who Whoever Whole Whom Whose Why"
    " Will With Within Without Would Yes Yesterday Yet You Your Yours Four Five Six Seven Eight Nine Ten Dozens Hundreds"
    " Thousands Millions Analysts Experts Critics Troops Soldiers Forces Military Police Nuclear War Update Breaking Exclusive"
    " Opinion Analysis Report Reports Reporting Editing Watch Video Image Images Photograph Photographs Caption Credit".split()
)
# No person is called by these; a run of capitals that holds one is something else.
NOT_NAMES = (
    STARTERS
    | MONTHS
    | DAYS
    | frozenset(
        "Air Sea Land Operation Exercise Task Joint Combined Strategic National International Global Federal State States"
        " United Republic Kingdom Northern Southern Eastern Western North South East West Central Middle Atlantic Pacific Gulf"
        " Ocean Bay Strait Island Islands River Lake Mount Base Camp Fort Port Airport Station Street Avenue Road City County"
        " Province District Region Park Hill Valley Bridge Building Tower Square Hall Stadium Palace Treaty Act Bill Law"
        " Agreement Accord Accords Pact Plan Strategy Resolution Declaration Charter Convention Amendment Protocol Summit"
        " Meeting Dialogue Talks Forum Day Week Year Month Spring Summer Autumn Fall Winter Christian Islamic Muslim Jewish"
        " Arab Kurdish European African Asian Democratic Republican Socialist Communist Liberal Conservative Labour Labor"
        " Security Defense Defence Foreign Affairs Armed Special Public General-Staff Class Block Mark Mk Phase Type Model"
        " System Missile Missiles Tank Tanks Aircraft Fighter Bomber Helicopter Submarine Frigate Destroyer Carrier Cruiser"
        " Ship Boat Drone Drones Weapon Weapons Rocket Rockets Radar Satellite Space Cyber Information Technology Science"
        " Research Development Engineering Medical Health Human Rights Peace War Civil World Cold House Prize Award Medal"
        " Twitter Facebook Telegram Instagram YouTube Internet Online Website Guided Naval Marine Royal Imperial Allied Ally"
        " Sunni Shia Shiite Christianity Islam God Bible Quran Covid COVID English Q Program Project Fiscal Year Beach Springs Heights Falls Creek Harbor Harbour Peninsula"
        " Airfield Barracks Garrison Facility Complex Plant Site Zone Corridor Territory Territories Desert Mountains Coast".split()
    )
)
# Bodies that a text calls by their last word alone once it has named them: "the Council", "the Ministry".
SHORT_CALLS = frozenset(
    "Coalition Alliance Council Ministry Department Agency Commission Committee Command Corps Group Company Board Bureau"
    " Union Foundation Institute University Court Parliament Senate Force Office Party".split()
)
# The names of units are followed by their numbers: "Task Force 70", "Mobile Unit Two".
NUMBERED_UNITS = frozenset("Force Group Squadron Wing Battalion Brigade Division Fleet Team Unit Regiment Company".split())
NUMBERS = frozenset("One Two Three Four Five Six Seven Eight Nine Ten".split())
CONNECTORS = frozenset("for and the on de la del du des und für et &".split())
