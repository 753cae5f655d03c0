"""Rules for legal notices: copyright, disclaimers, terms, where a text first appeared."""
# ruff: noqa: E501  (a wording is kept on one line to be searchable)

from site_gen.extract.boilerplate.parts import PIECE
from site_gen.extract.boilerplate.rule import LONG, NO_WORDS, Rule, Words, rule, words, words_of

_RIGHTS = words_of("rights")
_VIEWS = words_of("views")
_FIRST = words_of("republished")

RULES: tuple[Rule, ...] = (
    rule(
        "copyright",
        "anywhere",
        r"(?:© ?|\(c\) ?|copyright(?: ©| \(c\)|:)? ?)(?:copyright )?(?=\d{4}|the |[\w.&'-]+ \d{4}|all rights)",
        r"©",
        rest=Words(_RIGHTS, names=10),
        statement=True,
        longest=LONG,
    ),
    rule(
        "copyright",
        "anywhere",
        r"(?=(?:[\w.&,'-]+ ){0,8}all rights? reserved\b)",
        rest=Words(_RIGHTS, names=10),
        statement=True,
        longest=LONG,
        contains=("all right",),
    ),
    rule(
        "copyright",
        "anywhere",
        r"(?:this (?:material|content|document|article|story|publication)|the (?:material|contents?|text|images?)|no part|any (?:use|reproduction|form|copying)|all (?:materials?|content|rights)|reproduction|republication|distribution|unauthori[sz]ed|reprint(?:ing)?|copying)\b",
        rest=Words(
            _RIGHTS,
            words(
                "permission consent prohibited redistributed permitted unauthorized unauthorised reproduced reserved copyright"
            ),
            names=4,
        ),
        statement=True,
        longest=LONG,
    ),
    rule(
        "copyright",
        "anywhere",
        r"(?:proudly )?powered by (?:wordpress|blogger|ghost|substack|drupal|disqus|medium|squarespace|wix|google|lendingtree)(?:\.com)?(?: vip)?\.?|blog at wordpress\.com\.?|create a free website (?:or blog )?at wordpress\.com\.?|website built with wordpress\.com\.?|reprints? (?:&|and) permissions?|request (?:a )?(?:reprint|correction)(?: (?:&|and) licensing)?|view our editorial guidelines",
        r"registration on or use of this site constitutes acceptance of our (?:[\w ,&'-]{4,120})\.?|use of this (?:web)?site (?:constitutes|signifies) (?:your )?(?:acceptance|agreement) (?:of|to|with) (?:our |the )?(?:[\w ,&'-]{4,120})\.?",
        r"this site is protected by (?:recaptcha|hcaptcha) and the google(?: privacy policy and terms of service apply)?\.?(?: privacy policy and terms of service apply\.?)?|this site uses akismet to reduce spam\.?(?: learn how your comment data (?:is|are) processed\.?)?|learn how your comment data (?:is|are) processed\.?",
        r"(?:portions of this content are ©|content available under a creative commons licen[cs]e)[\w ,.©&'-]{0,120}",
        statement=True,
    ),
    rule(
        "copyright",
        "anywhere",
        r"(?:wordpress |blog )?theme(?: ?:|:? by) ?(?=\S)|(?:website built with|hosted by|designed by|developed by|web design by|site by|maintained by)(?= )",
        rest="names",
    ),
    rule(
        "disclaimer",
        "anywhere",
        r"\(?(?:(?:the )?(?:author|writer)(?: is [\w' ,.-]{3,120})?[.,] )?(?:the |all )?(?:views?|opinions?)(?: expressed)?(?: (?:here|by the author|in this (?:article|piece)))? ?(?:are|is)? (?:strictly |purely |entirely |solely )?(?:personal|(?:his|her|their|my|the author's|the writer's) own)\.?\)?",
        r"the appearance of (?:the )?(?:u\.s\. )?department of (?:defense|war) \(do[dw]\) visual information does not imply or constitute do[dw] endorsement\.?",
        statement=True,
        longest=LONG,
    ),
    rule(
        "disclaimer",
        "anywhere",
        r"\(?(?:disclaimer ?: ?)?(?:the |any |all |these )?(?:views?|opinions?|statements?)(?:(?:,? (?:and|or|&|thoughts|views?|opinions?|ideas|facts|statements?)){1,5})?,? (?:and comments )?(?:(?:that are )?(?:expressed|presented|stated|voiced|contained|reflected)|in this (?:article|column|piece)|are those|do not)\b",
        r"(?:this (?:article|column|commentary|piece|op-ed|content)|(?:the )?(?:author|contributor)s?) (?:reflects?|represents?|does not|do not|is an opinion|is solely responsible)\b",
        rest=Words(_VIEWS, words("views view opinion opinions author author's authors"), names=12),
        statement=True,
        longest=LONG,
    ),
    rule(
        "disclaimer",
        "anywhere",
        r"\(?disclaimer ?[:-] ?(?=\S)",
        rest=Words(
            _VIEWS,
            words("views opinions information responsible liability liable advice website accuracy endorse site"),
            names=12,
            unknown=0.2,
        ),
        statement=True,
        longest=LONG,
    ),
    rule(
        "disclaimer",
        "anywhere",
        r"(?:we|this (?:site|post|article|page)) may (?:earn|receive|contain|get)(?: an?| some)? (?:small )?(?:affiliate )?(?:commissions?|affiliate links?|links?)\b",
        r"as an amazon associate\b",
        rest=Words(
            words(
                "affiliate commission commissions affiliates from if you purchase buy something through recommended links link in this article at no extra additional cost to when click on our site a an the products and or qualifying purchases page may be us earn we i which helps support made via an"
            ),
            names=3,
        ),
        statement=True,
    ),
    rule(
        "republished",
        "edge",
        rf"\(?(?:this|the above|a version of this|an earlier version of this|editor's note ?: this) (?:{PIECE}|commentary|text)(?: \([^)]{{0,60}}\))? (?:has |have |was |is |were )?(?:been )?(?:also )?(?:(?:originally|first|previously) (?:published|appeared|posted|ran|written|produced)|(?:originally|first) (?:was|in)|re-?published|reprinted|syndicated|reproduced|reposted|adapted from|excerpted from|translated from|translated by|published (?:under|in (?:collaboration|partnership|cooperation)))\b",
        r"\(?(?:originally |first |re-?\s?)(?:published|printed|appeared|posted|reprinted)(?: with permission)? (?:on|at|in|by|from|under|with)\b",
        r"(?:this|the above) (?:article|story|post|piece) (?:is|was) (?:licen[cs]ed|republished|available|published) under\b",
        rest=Words(_FIRST, names=10),
        statement=True,
        longest=LONG,
    ),
    rule(
        "republished",
        "anywhere",
        rf"[(\[]?(?:this|the above|the|the contents? of this) (?:{PIECE}) (?:has been|was|is|has|may be) (?:auto-?generated|automatically generated|generated|published|created|sourced|taken|produced|not been (?:edited|created|verified))\b",
        r"[(\[]?(?:except for|apart from|only|barring) the headline\b",
        rest=Words(
            words(
                "a an agency and any apart appeared auto auto-generated automatically barring been body by changes created directly edited except feed feeds for from generated has have headline image in is may minor modifications modification modified not of only our other picture program published report rest sourced staff story syndicated team text the this title to verified was wire with without as part no editing done has feed. content copy press release news service reworked editors newsroom intervention computer ai tool tools and reviewed by humans editor"
            ),
            words("syndicated agency feed auto-generated wire staff service automatically ai"),
            names=5,
        ),
        statement=True,
        longest=LONG,
    ),
    rule(
        "republished",
        "anywhere",
        r"the post (?=.* (?:first )?appeared first on .)",
        rest=Words(NO_WORDS, names=40, unknown=1.0),
        statement=True,
    ),
)
