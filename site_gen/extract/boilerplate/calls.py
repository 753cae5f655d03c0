"""Rules for calls to the reader: subscribe, follow, join, download, give, write."""
# ruff: noqa: E501  (a wording is kept on one line to be searchable)

from site_gen.extract.boilerplate.parts import EMAIL, PLACES
from site_gen.extract.boilerplate.rule import LONG, NO_WORDS, Rule, Words, rule, words, words_of

_NETWORKS = (
    "facebook twitter x linkedin reddit whatsapp telegram pinterest tumblr mastodon threads bluesky flipboard viber vk google instagram "
    "youtube tiktok snapchat messenger signal wechat weibo discord spotify apple podcasts soundcloud rumble koo sharechat dailyhunt rss"
)
# The words of calls. A line of nothing else is no news: verbs of news and military words are left out.
_CALL = words_of("calls")

_LETTER = words(
    "newsletter newsletters e-newsletter inbox in-box mailbox email e-mail emails e-mails digest briefing briefings brief roundup alert alerts updates update followers unsubscribe spam agree article story stories latest headlines subscribe subscriber subscribers subscription subscriptions list access reading notifications newsroom archive podcast feed youtube magazine content premium"
)
_PLACES = words(
    f"{_NETWORKS} channel channels page pages group groups community account handle social app apps website site news stories story updates latest us network networks feed"
)
_GIVE = words(
    "journalism newsroom reporting mission work site website blog team podcast patron patreon subscriber supporter member members membership subscription publication channel project donate donation donations coffee us newsletter readers support stories contribution contributions community ko-fi kofi"
)
# Words after a noun that could be a call: "Support for the mission", "Visit to the US".
_NOUN = "for|of|from|by|in|between|against|among|is|was|has|and"
_SUBSCRIBE = r"(?:please |to |click (?:here )?to |why not |don't forget to )?"

RULES: tuple[Rule, ...] = (
    rule(
        "follow call",
        "anywhere",
        r"(?=.*\b(?:we are|we're|is|are) now (?:also )?(?:available )?on (?:whatsapp|telegram|youtube|facebook|instagram|x|google news)\b)",
        rest=Words(_CALL, words("follow subscribe click join"), names=8, unknown=0.15),
        statement=True,
        contains=(" now on ", "now available on"),
    ),
    rule(
        "app call",
        "anywhere",
        r"(?:available|get it|download(?: it)?) (?:now )?(?:on|at|from|in) (?:the )?(?:app store|google play|play store|apple store|appgallery)(?:[ ,|/&]{1,3}(?:and |on |the ){0,2}(?:app store|google play|play store)){0,2}[.!]?",
        r"(?:download|get|install|try|open|use) (?:the |our )?(?:(?:news|mobile|free|new|official|android|ios) ){0,3}apps?(?: now| today| for free| here)?[.!]?",
    ),
    rule(
        "app call",
        "anywhere",
        r"(?:to |please |now )?(?:download|get|install|try|open|use|turn on|enable|allow|activate|scan|read (?:this|more|it)|experience|for a better experience)\b(?=.* (?:apps?|notifications|alerts|qr|app store|google play)\b)",
        rest=Words(_CALL, words("app apps notifications alerts qr"), names=5),
        statement=True,
    ),
    rule(
        "newsletter",
        "anywhere",
        r"subscribe ?: ?\S{3,80}",
        r"(?:subscribed ?)?you've successfully (?:subscribed|signed up)(?: (?:to|for) (?:this|our|the) newsletter)?[!.]?|(?:sign me up|subscribed?(?: subscribed)[.!]?|e-?mail address(?:[:*]| \*| \(required\))?|already have a wordpress\.com account\?(?: log in now\.?)?)",
        r"subscribe to (?:the |our )?(?:newsletter|notifications)",
        r"thank(?:s| you) for (?:subscribing|signing up|joining)[!.]?|this post is (?:for paid subscribers|public so feel free to share it)\.?|ready for more\?|no posts|restacks?|discussion about this post|(?:already a )?paid subscriber\?? ?(?:sign in)?|never miss (?:an update|a story|a beat|out)[.!]?|(?:please )?check your (?:inbox|e-?mail)(?: or spam folder)?(?: to confirm your subscription)?[.!]?",
        r"(?:an error|there was an error)(?: has)? (?:occurred|processing your subscription)[.!]?(?: please try again(?: later)?\.?)?",
    ),
    rule("newsletter", "anywhere", r"discover more from(?= )", rest=Words(NO_WORDS, names=12, unknown=0.4)),
    rule(
        "newsletter",
        "anywhere",
        r"(?:want|need|like|love|enjoy|interested|looking|have|got|new|ready|did you|don't)\b[\w' ,]{2,50}\? (?:subscribe|sign ?up|register|join|follow)\b",
        rest=Words(_CALL, _LETTER | _PLACES, names=6),
        statement=True,
    ),
    rule(
        "newsletter",
        "anywhere",
        r"(?:editor's note ?: )?(?:sign up|subscribe) (?:here )?(?:for|to)(?: [\w.'&-]+){1,7} newsletter(?=[.,:!]?$|[.,:]? (?:to|for|that|which|and|by|now|today|here|from|about|get|-)\b)",
        rest=Words(_CALL, names=8, unknown=0.2),
        statement=True,
        longest=LONG,
    ),
    rule(
        "newsletter",
        "anywhere",
        rf"{_SUBSCRIBE}(?:subscribe|sign ?up|register|join|become one of)\b",
        r"(?:keep reading with|get the|thank(?:s| you) for (?:reading|being with us)|if you don't want to miss|get|receive|want|have|be the first to|stay (?:up to date|up-to-date|informed|ahead|on top|in the know|in the loop)|never miss|don't miss|enter|type|add|please enter|provide|unlock|read the)\b(?=.* (?:newsletters?|in-?box|e-?mails?|subscri\w+|briefings?|alerts?|digests?|full (?:article|story)|entire (?:article|story)|new posts|latest posts|free|trial|news and information|big stories|top stories|space news|science news|sports news)\b)",
        r"(?:no spam|we (?:do not|don't|won't|will not|never) spam|unsubscribe|you can (?:unsubscribe|opt out)|you may unsubscribe|you (?:have )?successfully subscribed|you're (?:now )?(?:in|subscribed)|not a (?:subscriber|member)|already a (?:subscriber|member)|already subscribed|by (?:signing up|subscribing|registering|submitting|clicking|entering|providing|proceeding|joining)|our (?:free )?(?:daily|weekly|morning|evening)? ?newsletter|this newsletter)\b",
        rest=Words(_CALL, _LETTER, names=6),
        statement=True,
        longest=LONG,
    ),
    rule(
        "follow call",
        "call",
        r"(?:join|follow|contact|find) us(?: here| now| today| online)?[.!:]?|(?:please )?connect with us[.!:]?|get in touch(?: with us)?[.!:]?",
    ),
    rule(
        "newsletter",
        "call",
        r"sign ?up(?: now| today| here| free| for free)?[.!:]?|subscribe(?: now| today| here)?[.!:]?|register now|join (?:us )?(?:now|today)|stay (?:in touch|connected|informed|updated|tuned)[.!:]?",
    ),
    rule(
        "follow call",
        "anywhere",
        r"join us (?:on|in) (?:this fight|the fight|the conversation)\.?|join now[.!:]?|join (?:the )?(?:channel|group)[.!:]?",
        rf"(?:t\.me|telegram|twitter|facebook|instagram|youtube|whats ?app|viber|x) ?(?:channel)? ?: ?(?:https?://\S+|@\w+|t\.me/\S+)|(?:https?://)?t\.me/\S+|follow us (?:on|at|via) ?:? ?(?:our )?{PLACES}[.!]?",
    ),
    rule(
        "follow call",
        "anywhere",
        rf"(?:please |and |you can (?:also )?|don't forget to |click (?:here )?to |also |to )?(?:(?:follow|like|find|join|add|watch|catch|visit|check out|friend|read)\b(?! (?:more|also|next|to|with|{_NOUN})\b)|(?:connect with|subscribe to)\b)",
        r"for (?:more|the latest|all the latest|breaking|latest|live|regular|real-time|instant|quick)\b(?=.* (?:follow|join|subscribe|download|like us|app|channel|newsletter)\b)",
        r"(?:stay (?:connected|informed|updated|up to date|up-to-date|tuned|in touch|ahead)|keep (?:up to date|up with|in touch|updated)|we are (?:now )?(?:also )?on|we're (?:now )?(?:also )?on|now you can|new:? you can now|you can (?:now )?(?:also )?|our (?:official )?(?:telegram|whats ?app|youtube|facebook|twitter|instagram|viber)|(?:click|tap)(?: here| on (?:the|this) link|the link)? (?:below )?to (?:join|follow|subscribe)|(?:click|tap) (?:on )?(?:the|this) link|(?:get|catch|read|see|track) (?:all|latest|the latest)|to (?:get|receive|stay|follow|read)|(?:make|add|set|choose)|(?:never|don't|do not) miss|receive|get)\b",
        rest=Words(_CALL, _PLACES | words("coverage author"), names=5, unknown=0.13),
        statement=True,
    ),
    rule(
        "support call",
        "anywhere",
        r"(?:buy (?:me|us) a coffee|support us(?: on patreon| just once| now| today)?|your support helps us(?: to)? continue our work|patreon|donate(?: now| here| today)?|make a donation|give today|become a (?:member|patron|supporter|subscriber)|support (?:our|independent) (?:work|journalism)|why your support matters|help us (?:keep|continue))[.!:]?",
        r"(?:thank you|thanks) for (?:reading|visiting|your (?:support|interest|time)|being (?:a|our) (?:reader|subscriber|member|supporter))(?: [\w' ]{2,40})?[.!]?",
        r"support (?:up|us) or become (?:our|a) patron[.!]?|(?:dear|hey|hi|hello),? (?:readers?|there|friends?)[,!.:]*",
    ),
    rule(
        "support call",
        "anywhere",
        rf"(?:please |to |you can |if you can,? |can you )?(?:support|fund|donate|give|contribute|help|consider|buy|chip in|pitch in|stand with)\b(?! (?:{_NOUN})\b)",
        r"(?:your (?:support|donation|contribution|gift|subscription|help)|with your (?:support|help)|we (?:need|rely|depend|cannot do|can't do)|our (?:journalism|work|reporting|newsroom|stories|team)|this (?:work|journalism|reporting|story|article) (?:is|was) (?:made possible|supported|funded)|if you (?:like|liked|enjoy|enjoyed|find|found|value|appreciate)|enjoy(?:ed|ing)? (?:this|our)|liked this|like what you|quality journalism|independent journalism|before you go|you're a (?:dedicated|loyal|regular))\b",
        r"to (?:continue|keep|view|access|unlock)\b|(?:please |you must |you need to |you have to )(?:log ?in|sign ?in|subscribe|register|create an account|be logged in)\b",
        r"(?:this (?:article|content|story) is (?:for|available to|only available to|exclusive to|reserved for)|this is (?:a|an|the) (?:exclusive )?(?:premium|subscriber|members)|you have (?:read|reached|used)|you've (?:read|reached|used)|want to (?:read|keep reading|see) more)\b",
        rest=Words(
            _CALL,
            _GIVE | _LETTER | words("article articles stories limit subscribers account more"),
            names=5,
        ),
        statement=True,
        longest=LONG,
    ),
    rule(
        "support call",
        "anywhere",
        r"(?:become|be) an?\b",
        rest=Words(_CALL, words("member members patron supporter subscriber contributor sponsor")),
        statement=True,
    ),
    rule(
        "contact call",
        "anywhere",
        r"(?:tip us|tip line|got a tip\??|report abuse|spelling error report|(?:comment|tell us|let us know)(?: (?:below|in the comments(?: below)?))|report (?:an |a )?(?:error|typo|mistake|problem|correction|issue)(?: here)?|request a correction|suggest a correction|send feedback|share your (?:thoughts|feedback|views)(?: below)?|was this (?:article|page|story) helpful\??)[.!:]?",
        rf"(?:write|contact|reach|e-?mail|mail)(?: to)?(?: us| me| the (?:author|editor|reporter|writer|newsroom))?(?: at| via| on)? ?:? ?{EMAIL}\.?",
        r"(?:if you (?:find|found|notice|noticed|see|have found|spot) (?:an?|any) (?:spelling |grammatical )?(?:error|mistake|typo)s?(?: in (?:the|this) (?:text|article|news))?,? ?(?:please )?,? ?(?:notify us|let us know|report it(?: to us)?|select it|highlight it)?(?: by (?:selecting|highlighting) (?:that|the|this) text)?(?: and)?(?: press(?:ing)?)? ?(?:ctrl ?\+ ?enter)?\.?)",
    ),
    rule(
        "contact call",
        "anywhere",
        r"(?:do you |have |got )?(?:have |got )?(?:a |an |any |your )*(?:news |story |confidential |hot )*(?:tips?|questions?|ideas?|feedback|comments?|suggestions?|something to (?:say|share|add))\b(?=.*\?)",
        r"(?:which (?:one )?do you (?:think|prefer)|(?:we're|we are) interested in your feedback|we (?:want|would like|would love|'d love|love|welcome)|we'd (?:love|like)|let us know|tell us|send (?:us|your|in)|submit (?:your|a)|share your|what do you think|(?:please )?(?:write|contact|reach out|get in touch|e-?mail) (?:to |with )?(?:us|the (?:editors?|author|newsroom)|me))\b",
        rest=Words(
            _CALL,
            words("us you your tip tips feedback comments thoughts questions ideas letter letters error newsroom"),
            names=4,
        ),
        statement=True,
    ),
)
