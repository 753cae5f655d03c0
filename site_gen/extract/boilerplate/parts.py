"""Parts of patterns that several kinds of rules share: networks, agencies, names."""
# ruff: noqa: E501  (a wording is kept on one line to be searchable)

# Places to share or follow. "x" and "line" are also words, so patterns require a verb before them.
PLACE = (
    r"(?:facebook(?: messenger)?|twitter|x(?: \(twitter\)| \(formerly twitter\))?|linked ?in|reddit|whats ?app|telegram|pinterest|tumblr|pocket|"
    r"mastodon|threads|blue ?sky|flipboard|nextdoor|skype|viber|line|vk(?:ontakte)?|google(?: ?\+| plus| news|\+)?|instagram|"
    r"you ?tube|tik ?tok|snapchat|messenger|signal|wechat|weibo|e-?mail|mail|print|sms|rss(?: feeds?)?|digg|stumbleupon|"
    r"delicious|xing|buffer|parler|gab|gettr|truth social|rumble|social media|social networks|social|apple news|discord|"
    r"spotify|apple podcasts|soundcloud|odnoklassniki|hacker news|evernote|copy link|link|more)"
)
PLACES = rf"{PLACE}(?:(?:[ ,|/&+-]|and|or|our|on|the){{1,4}}{PLACE}){{0,9}}"
WINDOW = r"(?: ?\(opens in (?:a )?new (?:window|tab)\))"
AGENCY = (
    r"(?:reuters|thomson reuters|ap|the associated press|associated press|afp|agence france-presse|pti|press trust of india|ani|"
    r"ians|upi|united press international|dpa|efe|ansa|tass|itar-tass|ria novosti|ria|interfax|interfax-ukraine|xinhua|kyodo(?: news)?|"
    r"yonhap(?: news agency)?|anadolu(?: agency)?|aa|bloomberg|getty(?: images)?|epa(?:-efe)?|ukrinform|unian|belta|irna|tasnim|fars|"
    r"petra|wam|spa|mena|bernama|antara|cna|app|uni|agencies|agency|news agencies|wire services?|wires|dod news|dvids|sputnik|"
    r"pa media|press association|canadian press|the canadian press|aap|cp|cnn|bbc|voa|rfe/rl|rferl|shutterstock|alamy|nurphoto|"
    r"sopa images|zuma press|abacapress|imago|picture alliance|wikimedia commons|handout|file photo|pool)"
)
AGENCIES = rf"{AGENCY}(?:[ ,/&+|-]{{1,3}}(?:and |with |other )?{AGENCY}){{0,4}}"
NAME = r"[\w.'-]+(?: [\w.'-]+){0,4}"
EMAIL = r"[\w.+-]+@[\w-]+(?:\.[\w-]+){1,3}"
# What a notice refers to.
PIECE = (
    r"(?:story|article|report|content|news item|item|copy|piece|post|essay|interview|column|dispatch|analysis|op-ed)"
)
