"""Rules for credits: photographs, wire copy, sources, authors."""
# ruff: noqa: E501  (a wording is kept on one line to be searchable)

from site_gen.extract.boilerplate.parts import AGENCIES, AGENCY, EMAIL, NAME, PLACES
from site_gen.extract.boilerplate.rule import LONG, Rule, Words, rule, words_of

_PICTURE = (
    r"(?:photo(?:graph)?s?|images?|pictures?|pics?|pix|video|footage|graphics?|illustration|screengrab|screenshot|map)"
)
_WHICH = r"(?:(?:file|cover|featured|representative|representational|lead|top|header|main|banner|feature|stock) )?"
_FORCE = r"(?:army|navy|air force|marine corps|coast guard|space force|department of defense|department of war|dod|nato|national guard|air national guard|army national guard|royal navy|crown copyright|courtesy)"
_STORY = words_of("developing")
_DESK = r"(?:reporter|correspondent|journalist|columnist|editor|contributor|freelancer?|blogger|staff writer|writer|fellow|bureau chief|photojournalist|photographer|analyst|professor|lecturer|researcher|scholar|associate|commentator|director|producer|anchor|historian|consultant|student|graduate|veteran|officer|author|expert)"
# The words of a note on the author. Verbs of news in the past tense are left out.
_BIO = words_of("authors")

_SIGN_OFF = words_of("sign_offs")

RULES: tuple[Rule, ...] = (
    rule(
        "photo credit",
        "anywhere",
        r"(?:image|photo|picture|pic|representative image|representational image|file image|photo)s? ?[:-]? ?(?:is )?(?:(?:used )?(?:only )?for (?:representation|representational|representative|illustrative|illustration|reference)(?: (?:only|purposes?|purpose only|purposes only))?)[.)]?",
        r"©? ?(?:getty images|shutterstock|istock|alamy|wikimedia commons|unsplash|reuters|afp|epa|ap)(?: ?/ ?(?:getty images|afp|file|pool|handout))?|(?:illustrative |illustration )?(?:photo|image|picture)s?(?: is)? (?:from )?(?:open sources|illustrative|the internet|social (?:media|networks))|(?:illustrative|illustration|stock|archive) (?:photo|image|picture)|courtesy (?:photo|image|of the (?:author|artist|family|ministry))|courtesy",
        r"(?:click|tap)(?: on)?(?: (?:the|an|any))?(?: (?:image|photo|picture|map|graphic))? (?:to (?:enlarge|zoom|expand|view)|for (?:a )?larger(?: (?:image|version|view))?)[.]?",
        r"(?:enlarge(?: this image)?|hide caption|toggle caption|show caption|view (?:gallery|photos|this image)|open gallery|view full[- ]?size(?: image)?|image \d+ of (?:/ )?\d+|media playback is unsupported on your device|(?:photo|image|video) gallery|\d+ of \d+|\d+ ?/ ?\d+|photo gallery|slideshow|open image modal|view image in fullscreen)",
        rf"[(\[-]{{0,3}} ?(?:file|representative|representational|illustrative|stock)?,? ?{_PICTURE} ?[:/|-] ?{AGENCIES}[)\].]{{0,3}}",
        r"(?:file photo|file image|representative image|representational image|file pic|stock photo|stock image|file picture|photo|image)",
    ),
    rule(
        "photo credit",
        "anywhere",
        rf"[(\[]?{_WHICH}{_PICTURE}(?: ?/ ?(?:video|image|photo))? ?(?:credits?|source|copyright|©|via)(?: ?[:/|-])? ?(?=\S)",
        rf"[(\[]?{_WHICH}{_PICTURE} ?(?:courtesy(?: of)?|by|from)(?: ?[:/|-])? ?(?=.*(?:[)\]]|{AGENCY})\.?$)",
        rf"[(\[]?(?:(?:file|cover|featured|representative|representational) )?{_PICTURE} ?(?:[:|]|[/-](?= )) ?(?=\S)",
        r"[(\[]?(?:credits?|copyright|©|courtesy)(?: to| of)? ?[:|] ?(?=\S)|[(\[]?courtesy(?: of)? (?=\S)|credit(?=[a-z]+ [a-z]+/getty)",
        rf"[(\[]?(?:u\.?s\.? )?{_FORCE}(?: courtesy| file| archive)? (?:photos?|images?|video|graphic|illustration|picture)(?: (?:by|courtesy|illustration))?(?= |$|[)\]])",
        r"[(\[]?(?:file photo|file image|representative image|representational image|file pic|stock photo|stock image|file) ?[:/|-] ?(?=\S)",
        r"[(\[]?(?:ap|afp|reuters|epa|pti|ani|upi|xinhua|getty)(?: (?:photos?|images?|pictures?|file))? ?[/|] ?(?=\S)",
        rest="names",
        longest=LONG,
    ),
    # A photographer's name alone may be a caption of the article.
    rule(
        "photo credit", "edge", rf"{_WHICH}{_PICTURE} ?(?:courtesy(?: of)?|by|from)(?: ?[:/|-])? ?(?=\S)", rest="names"
    ),
    rule(
        "photo credit",
        "anywhere",
        r"[(\[](?=(?:photos?|images?|pictures?|video|courtesy|credits?|file photo|file)\b[^()\[\]]+[)\]]\.?$)",
        rest="names",
    ),
    rule(
        "photo credit",
        "anywhere",
        rf"(?=[(\[]?{NAME} ?(?:[/|]| via ) ?(?:{AGENCY}|getty images|shutterstock|wikimedia commons|handout|file|pool|twitter|x|telegram|facebook|instagram|youtube|nurphoto|alamy|maxar|planet labs)[^.!?;]*[)\].]*$)",
        rest="names",
        contains=("/", "|", " via "),
    ),
    rule("photo credit", "anywhere", rf"(?=(?:u\.?s\.? )?{_FORCE}/[\w. '-]+$)", rest="names", contains=("/",)),
    rule(
        "wire sign-off",
        "anywhere",
        r"(?:purchase|acquire) licensing rights|,? ?\(?opens? (?:in )?(?:a )?new (?:tab|window)\)?|our standards ?: ?the thomson reuters trust principles\.?(?:,? opens new tab)?",
        rf"[(\[]?(?:with (?:additional )?)?(?:inputs?|reports?|reporting|agency inputs?|files|material|information|contributions?) from {AGENCIES}[)\].]{{0,3}}",
        r"[(\[]?with (?:agency|agencies|wire|pti|ani|afp|ap|reuters|ians|syndicated) (?:inputs?|reports?)[)\].]{0,3}",
        rf"[(\[-]{{1,3}} ?(?:{AGENCY}(?:[ ,/|&-]{{1,3}}{AGENCY}){{0,3}})(?:/[a-z]+)? ?[)\]-]{{0,3}}\.?",
        r"(?:pti|ians|ani|uni|afp)(?:[ /][a-z]{2,4}){1,5}",
        r"(?:ends?|eom) ?[-/]*|-+ ?(?:ends?|30|more) ?-*|(?:30|more) ?-+|[(\[]ends?[)\]]|# ?# ?#|#{3,}",
    ),
    rule(
        "wire sign-off",
        "anywhere",
        r"[(\[]?(?:our standards|(?:this|it) is (?:a|an) (?:developing|breaking|ongoing) (?:news )?(?:story|event)|this (?:story|article|report|page|post) (?:is (?:developing|breaking|being updated)|will be (?:updated|updating)|has been updated|was updated)|(?:breaking|developing)(?: news)?(?: story)? ?[:,-]|more (?:details|information|updates)? ?(?:soon|to follow|to come|follow|will follow)|(?:more )?(?:details|updates|news) (?:are )?(?:awaited|to follow|soon)|further details (?:are )?awaited|check back|please (?:check back|refresh)|stay tuned)(?=\b|[ .:)-]|$)",
        rest=Words(_STORY, names=2),
        statement=True,
    ),
    rule(
        "wire sign-off",
        "anywhere",
        r"[(\[]?(?:additional |further |extra |with |with additional )?(?:reporting|writing|editing|compiled|edited|written|reported|translation|translated|report|research|production|inputs)(?: and (?:reporting|writing|editing|edited|research))? (?:by|from)(?= )(?=.*;|.*[)\]]\.?$|.*\bediting\b|.*\badditional\b)",
        r"[(\[]?with (?:additional )?(?:inputs?|reporting|reports?|files|contributions?) (?:from|by)(?= )",
        r"(?:the )?(?:associated press|ap|reuters|afp|washington post|new york times|cnn)(?:'s)? (?:writers?|journalists?|reporters?|correspondents?|staff writers?)(?= )(?=.* contributed(?: (?:reporting|to (?:this|the) (?:report|story|article)|from [\w., ]+))?\.?$)",
        rest=Words(_SIGN_OFF, names=30),
        statement=True,
        longest=LONG,
    ),
    rule(
        "wire sign-off",
        "anywhere",
        r"(?=(?:[\w.'-]+,? ){1,24}contributed(?: reporting)? (?:to|for) this (?:report|story|article|piece)\b)",
        rest=Words(_SIGN_OFF, names=30),
        statement=True,
        longest=LONG,
        contains=("contributed",),
    ),
    rule(
        "wire sign-off",
        "anywhere",
        r"[(\[]?(?:additional|further|extra) (?:reporting|research) (?:by|from)(?= )",
        rest="names",
    ),
    rule(
        "wire sign-off",
        "edge",
        r"(?:reporting|writing|editing|edited|compiled|curated|reported|translated) ?(?:by|:) ?:? ?(?=\S)",
        rest="names",
    ),
    rule("wire sign-off", "edge", rf"-*\s?{AGENCIES}\.?"),
    rule(
        "source line",
        "anywhere",
        rf"[(\[]?(?:news )?sources? ?[:-] ?(?:the )?{AGENCIES}[)\].]{{0,2}}",
        rf"(?:via|agency) ?: ?{AGENCIES}\.?",
    ),
    rule(
        "source line",
        "edge",
        r"[(\[]?(?:sources?|original source|via|credit|with thanks to) ?: ?(?=[\w.&'/-]+(?:,? [\w.&'/-]+){0,6}[)\]]?$)",
        rest="names",
    ),
    rule(
        "author bio",
        "end",
        r"(?:about|more about|view|meet)(?: the)? authors?(?: profile)?:?|about the (?:writer|reporter|contributor|columnist|editor)s?:?|(?:view|see) (?:profile|full bio|author archive)",
        r"(?:view all posts|see all posts|all posts|more posts|view all articles|more articles|see author's posts|author archive|posts)",
    ),
    rule(
        "author bio",
        "end",
        r"(?:view all posts|see all posts|posts|all posts|more posts|view all articles|more articles|stories|articles) by(?= )|about the authors? ?:(?= )|(?:author(?: ?/ ?author)?|written by|posted by|published by) ?: (?=\S)",
        rest="names",
    ),
    rule(
        "author bio",
        "edge",
        rf"\(?the (?:author|writer|columnist)s? (?:is|are|teaches|served|serves)\b(?=.*\b(?:{_DESK}s?|ambassador|diplomat|general|admiral|colonel|brigadier|secretary)\b)",
        r"\(?the (?:author|writer)s? can be (?:reached|contacted|followed)\b",
        r"(?:he|she|they|[\w.'-]+ [\w.'-]+)(?: (?:can be (?:reached|contacted|followed|found)|tweets|blogs|writes (?:about|on|for)|covers (?:the |all )?[\w -]+ (?:for|at) ))",
        rest=Words(_BIO, names=30, unknown=0.12),
        statement=True,
        longest=LONG,
    ),
    rule(
        "author bio",
        "edge",
        rf"(?!(?:he|she|it|they|this|that|there|who|which|we|i) )(?:[\w.'-]+ ){{1,5}}(?:is|was|has been|serves as|works as)(?: (?:a|an|the|our|currently|based|one of)){{1,3}} (?:[\w,'&/-]+ ){{0,8}}{_DESK}s?\b(?=.*\b(?:cover(?:s|ing)|focus(?:es|ed|ing)|writes|reports (?:on|from)|where (?:he|she|they)|specialis\w+|specializ\w+|based in|follow (?:him|her|them)|twitter|@\w+|beat|(?:research|senior|visiting|nonresident|non-resident|distinguished) (?:fellow|associate|analyst|scholar)|news desk)\b)",
        rest=Words(_BIO, names=30, unknown=0.12),
        statement=True,
        longest=LONG,
        contains=("covering", "covers", "writes", "where he", "where she", "focus", "fellow", "analyst", "@"),
    ),
    rule(
        "author bio",
        "edge",
        rf"follow (?:him|her|them|the author|{NAME})(?: on (?:{PLACES})(?: ?[:@,] ?@?\w+| at @?\w+| \(@\w+\))?|(?: at)? @\w+(?: on (?:{PLACES}))?)[.!]?",
        rf"(?:e-?mail|twitter|contact|x) ?: ?(?:@\w{{2,30}}|{EMAIL})|(?:@\w{{2,30}}|{EMAIL})(?:[ ,|/]{{1,3}}(?:@\w{{2,30}}|{EMAIL})){{0,3}}|news reporter @\w+",
    ),
    rule("separator", "edge", r"[\W_]+|δ|%[ds]"),
)
