"""Words of menus and footers. One alone proves little; many in a row are no article."""
# ruff: noqa: E501  (entries of one kind are on one line)

# Each line: folded entries of one kind, separated by "|". Written from knowledge of news sites.
_ENTRIES = """
home|homepage|home page|news|latest|latest news|breaking|breaking news|top stories|top news|headlines|live|watch live|live tv|live updates|tv|radio|watch|listen|video|videos|audio|podcast|podcasts|photos|photo|pictures|in pictures|galleries|gallery|multimedia|graphics|infographics|interactive|images|image|media|media kit
world|world news|international|national|nation|local|local news|regional|metro|cities|city|state|us|u.s.|usa|uk|united states|united kingdom|europe|asia|africa|americas|middle east|latin america|asia pacific|asia-pacific|oceania|australia|india|china|canada|russia|ukraine|european union|global
politics|elections|election|government|policy|congress|white house|parliament|law|crime|courts|justice|immigration|investigations|fact check|special reports|special report|explainers|explainer|analysis|in depth|in-depth|features|feature|long reads|longreads|interviews|interview|opinion|opinions|editorial|editorials|op-ed|commentary|columns|columnists|comment|letters|letters to the editor|cartoons|views|voices|perspectives|ideas|debate|blog|blogs
business|business news|economy|economics|markets|stocks|finance|personal finance|money|banking|companies|industries|industry|enterprise|retail|property|real estate|commercial|energy|commodities|currencies|bonds|funds|deals|earnings|investing|small business|start-ups|startups|entrepreneurs|jobs|careers|work|wealth|insurance|luxury|manufacturing|transportation|transport|aviation|autos|automotive|cars|motoring|venture capital|crypto
tech|technology|science|space|environment|climate|climate change|health|health news|healthcare|wellness|medicine|coronavirus|covid-19|education|schools|colleges|college|university|innovation|cybersecurity|cyber|ai|gadgets|mobile|apps|gaming|games|internet|reviews|guides|how to|physics|archaeology|research|sustainability|nature
defence|defense|military|security|army|navy|air force|air|land|sea|naval|weapons|equipment|intelligence|terrorism|conflict|war|nuclear|missiles|procurement|acquisition|training|veterans|geopolitics|diplomacy|foreign affairs|foreign policy|forces
sport|sports|football|soccer|cricket|tennis|golf|rugby|boxing|basketball|baseball|hockey|cycling|athletics|swimming|racing|horse racing|f1|formula 1|formula one|olympics|nfl|nba|mlb|nhl|nascar|mma|ufc|wwe|premier league|high school|high school sports|scores|standings|schedule|stats|fixtures|results|odds|teams
entertainment|culture|arts|art|arts & culture|books|film|films|movies|movie|music|television|theater|theatre|dance|design|architecture|style|fashion|beauty|lifestyle|life|life & style|living|food|food & drink|recipes|cooking|restaurants|drink|wine|travel|homes|home & garden|gardening|family|parenting|relationships|pets|women|men|people|society|religion|faith|history|heritage|events|things to do|calendar|holidays|nightlife|celebrity|celebrities|bollywood|hollywood|shows|tv listings|tv & radio|horoscope|horoscopes|puzzles|crossword|crosswords|sudoku|quiz|quizzes|polls|poll|comics|contests|lottery|magazine|weddings|obituaries|obits|weather|forecast|traffic|weekend|sunday|community|classifieds|classified|for sale|for rent|rentals|new homes|foreclosures|marketplace|shop|shopping|store|coupons|deals|offers|tickets|fitness|nutrition|outdoors|senior living|seniors|kids|youth|students|black friday|gift guide
about|about us|who we are|our team|our staff|staff|team|our company|our story|our mission|mission|leadership|masthead|editorial policy|editorial standards|ethics|ethics policy|code of ethics|corrections|standards|accessibility|accessibility statement|contact|contact us|contacts|newsroom contacts|contact information|get in touch|feedback|send feedback|help|help center|help centre|support|faq|faqs|customer service|customer care|press|press room|press releases|press release|newsroom|press office|investor relations|investors|partners|partner with us|work with us|work for us|join us|vacancies|internships|write for us|contribute|contributors|submit|submissions|tip us|news tips|advertise|advertise here|advertise with us|advertising|place an ad|place a classified ad|ads|sponsored|sponsors|sponsored content|partner content|brand studio|syndication|licensing|reprints|reprints & permissions|permissions|rights & permissions|copyright|copyright policy|dmca|privacy|privacy policy|privacy notice|privacy statement|terms|terms & conditions|terms and conditions|terms of use|terms of service|conditions of use|user agreement|legal|legal notice|legal notices|legal disclaimer|disclaimer|imprint|impressum|cookies|cookie policy|site map|sitemap|site index|a-z|a-z index|index|archive|archives|closed captioning|community guidelines|public file|eeo report|fcc public file|foia|no fear act|usa.gov|transparency|modern slavery act|directory|services|resources|publications|documents|downloads|links|other|all|all news|all articles|all topics|topics|sections|tags|categories|authors|series|collections|trending|popular|most popular|most read|recent|featured|editors' picks|editor's picks|stories|articles|news & events|announcements|updates|current|upcoming|today|tonight|tomorrow|lists|forum|forums|members|membership|mobile apps|our apps|e-edition|e-paper|epaper|print edition|latest issue|current issue|digital edition|back issues|awards|conferences|webinars|whitepapers|white papers|reports
subscribe|subscribe now|subscriptions|subscription|subscriber services|subscribe today|newsletter|newsletters|email newsletters|e-newsletters|email|e-mail|email us|rss|rss feed|rss feeds|feed|feeds|alerts|email alerts|news alerts|notifications|sign up|sign up now|register|register now|sign in|sign out|log in|login|logout|log out|log in or sign up|sign in or register|my account|account|my profile|profile|edit profile|settings|preferences|manage account|my subscription|gift subscriptions|donate|give|shop now|buy now|join|join now|start free trial|renew
facebook|twitter|x|instagram|youtube|you tube|linkedin|pinterest|reddit|whatsapp|telegram|tumblr|flipboard|google+|google|google plus|google news|tiktok|tik tok|snapchat|threads|mastodon|bluesky|discord|messenger|vk|viber|pocket|digg|mix|social media|social|share|share this|share this article|tweet|pin it|like|follow|follow us|follow me|connect|connect with us|print|print article|copy link|copy|link|save|bookmark|comments|comment|comments are closed|no comments|reply|like this|report|flag|expand|collapse|show less|hide
menu|main menu|menu sections|navigation|nav|search|search for|search for:|site search|search site|search this site|search...|go|submit|send|close|open|close menu|open menu|toggle navigation|toggle menu|toggle search|expand|collapse|show|hide|more|more...|... more|show more|load more|view more|see more|see all|view all|less|show less|next|previous|prev|back|back to top|return to top|top|up|down|skip|skip to content|skip to main content|skip to article|skip to navigation|continue|continue reading|read more|learn more|read on|cancel|ok|okay|yes|no|accept|decline|dismiss|edit|delete|play|pause|mute|loading|loading...|error|please wait|advertisement|ad|promoted|english|español|français|deutsch|русский|українська|العربية|中文|português|italiano|polski|language|languages|select language|choose language|change language|en|fr|es|de|ru|ua|uk edition|us edition|international edition|edition|change edition|set edition|weather report|logo|icon|caption|credit|related|related posts|related articles|related stories|related content|related news|related topics|recommended|see also|also read|you may also like|recent posts|recent comments|popular posts|meta|blogroll|text size|font size|dark mode|light mode|congratulations!|required|name|name *|email *|website|message|first name|last name|your name|your email|phone|address|password|username|remember me|forgot password?|lost your password?|zip code|country|clock|of|by|et al|o|published|categorized|uncategorized|category|tagged|filed under|tag|post|posts|page|pages|view comments|leave a comment|post comment
"""

MENU: frozenset[str] = frozenset(entry for line in _ENTRIES.split("\n") for entry in line.split("|") if entry)
# Entries that are never a line of an article, so that they are cut even alone.
CONTROLS: frozenset[str] = frozenset(
    [
        "toggle navigation",
        "toggle menu",
        "toggle search",
        "skip to content",
        "skip to main content",
        "skip to article",
        "skip to navigation",
        "back to top",
        "return to top",
        "copy link",
        "share this article",
        "print article",
        "pin it",
        "tweet",
        "log in or sign up",
        "sign in or register",
        "forgot password?",
        "lost your password?",
        "comments are closed",
        "no comments",
        "leave a comment",
        "post comment",
        "view comments",
        "advertisement",
        "terms of use",
        "terms of service",
        "privacy policy",
        "cookie policy",
        "all rights reserved",
        "site map",
        "sitemap",
        "share this",
    ]
)
