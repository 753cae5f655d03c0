"""The features of tagger, parser and labeller: atoms (a word, a tag, a distance ...) and templates of them.

A feature is the exclusive or of its atoms, each multiplied by the odd number of its slot (thirty bits of the product,
the size of one digit of a CPython integer), modulo the size of a table of weights. No dictionary of features is needed
(a hash kernel). The trainer uses the same tables.
"""

from collections.abc import Mapping
from zlib import crc32


def _names(table: str) -> tuple[str, ...]:
    return tuple(table.split())


TAGS = _names(
    """
    $ '' , -LRB- -RRB- . : ADD AFX CC CD DT EX FW HYPH IN JJ JJR JJS LS MD NFP NN NNP NNPS NNS PDT POS PRP PRP$ RB RBR
    RBS RP SYM TO UH VB VBD VBG VBN VBP VBZ WDT WP WP$ WRB XX ``
    """
)
LABELS = _names(
    """
    ROOT acl acomp advcl advmod agent amod appos attr aux auxpass case cc ccomp compound conj csubj csubjpass dative
    dep det dobj expl intj mark meta neg nmod npadvmod nsubj nsubjpass nummod oprd parataxis pcomp pobj poss preconj
    predet prep prt punct quantmod relcl xcomp
    """
)
BITS = (1 << 30) - 1
NONE, ROOT_WORD, ROOT_TAG = 1, 2, len(TAGS) + 2  # the atom of a missing word, and those of the root after the last word

TAGGER_SLOTS = _names(
    """
    w0 w-1 w-2 w+1 w+2 e3 e2 e4 b1 b3 shape shape-1 shape+1 e3-1 e3+1 t-1 t-2 first c0 c-1 c+1
    """
)
TAGGER = """
    w0; w-1; w-2; w+1; w+2; e3; e2; e4; b1; b3; shape; t-1; t-2; t-1 t-2; t-1 w0; w-1 w0; w0 w+1; e3-1; e3+1; shape
    first; shape shape+1; shape-1 shape; t-1 e3; t-1 shape; t-1 w+1; t-1 t-2 w0; e3 e3+1; w-1 w+1; c0; c-1; c+1; t-1
    c0; t-1 c+1; c0 c+1; c-1 c0; shape e3; t-1 e3+1; first w0; t-1 c0 c+1; t-1 t-2 c0; t-1 t-2 c+1; e2 shape; e3
    c+1; w-2 w-1
"""

PARSER_SLOTS = _names(
    """
    s0w s0t s0c s1w s1t s1c s2t b0w b0t b0c b1w b1t b1c b2t
    s0lw s0lt s0ll s0l2t s0l2l s0rw s0rt s0rl s0r2t s0r2l b0lw b0lt b0ll b0l2t b0l2l
    s1rw s1rt s1rl s1lt s1ll dsb dss s0n b0n s1n b-1t s0+1t s1+1t s2c b2w s1r2l b3t
    """
)
PARSER = """
    s0w; s0t; s0w s0t; b0w; b0t; b0w b0t; b1w; b1t; b1w b1t; b2t; b2w; s1w; s1t; s1w s1t; s0c; s1c; b0c; b1c; s0w
    b0w; s0t b0t; s0w s0t b0t; s0t b0w b0t; s0w s0t b0w; s0w b0w b0t; s0t b0t b1t; s1t s0t b0t; b0t b1t b2t; s0t
    s0lt b0t; s0t s0rt b0t; s0t b0t b0lt; s0w s0n; s0t s0n; b0w b0n; b0t b0n; s0t b0t dsb; s0w b0w dsb; s0w dsb; b0w
    dsb; s0t dsb; b0t dsb; s0lw; s0rw; s0lt; s0rt; s0lt s0rt s0t; s0l2t s0lt s0t; s0r2t s0rt s0t; s1t s0t b0t b1t;
    s2t s1t s0t; s0w s0rt b0t; s1t s1rt s0t; s1t s1lt s0t; s1w s0w; s1w s0t b0t; s1t s0w b0t; s1t s0t b0w; s1t s0t;
    s1w s0t; s1t s0w; s0ll; s0rl; b0ll; s1rl; s0t s0ll; s0t s0rl; s0w s0rl; s0w s0ll; b0t b0ll; b0w b0ll; s1t s1rl;
    s1w s1rl; s1t s1ll; s0t s0rl b0t; s0t s0ll b0t; s0t b0t b0ll; s1t s1rl s0t; s0t s0rl s0r2l; s0t s0ll s0l2l; b0t
    b0ll b0l2l; s1t s1rl s1r2l; s1t s0t s0rl; s1t s0t s0ll; s1t s0t s1ll; s1t s0t dss; s1w s0w dss; s1t dss b0t; s0t
    b0t b-1t; s0t s0+1t b0t; s0w s0t b0t b1t; s1t s0t s0rw; s1w s0t s0rw; s0t s0rw b0t; s0w s0rw b0t; s1w s0w b0t;
    s1t s1n s0t; s1t s1n; s1w s1n; s1c s0c; s0c b0c; s0c s0t b0t; b0c b0t s0t; s1c s0c b0t; s1c s0t b0t; s1t s0c
    b0t; s0c b0c b1t; s1c s0c s0rw; s1t s0t s0rw b0t; s2t s1t s0t b0t; s1t s1+1t s0t; s1t s0t b0t s0rl; s0t b0t b1t
    b2t; s0w b1t; s0w b0t b1t; b0w b1t; b0t b1w; b0w b1w; s0c b0t b1t; s0t b0t b1w; s2c s1t s0t; s1rw s1t s0t; s0t
    s0+1t s0w; s0w b0t b-1t; b0t b1t b2t b3t; s1t s1rl s0t b0t; s0t s0rl b0t b1t; s1c s1rl s0t; s0c s0rl b0t; s0c
    s0ll b0t; s1w s1rl s0t; s0w s0rl b0t; s0w s0n b0t; s1w s0rw; s0w b0lw; s0t b0lw b0t; s0lw s0t b0t; s0c b0w; s0w
    b0c; s1c s0w; s1w s0c
"""

LABEL_SLOTS = _names(
    """
    side hw ht hc dw dt dc dist dlw dlt dll drw drt drl dl2l hln hrn hll hrl d-1t d+1t h-1t h+1t dr2l dn hlt hrw de
    """
)
LABELLER = """
    side ht dt; side hw dw; side hw dt; side ht dw; dw; dt; side hw; dw dt; side dt; side ht dt dist; side dw dt ht;
    side hc dc; side hc dt; side ht dc; side dt dll; side dt drl; side dt dlt ht; side dt drt ht; side dw dlw; side
    dt dlw ht; side ht hll dt; side ht hrl dt; side hw hll dt; side hw hrl dt; side dt d-1t ht; side dt d+1t ht;
    side ht h-1t dt; side ht h+1t dt; side dt dll drl; side dt dll dl2l ht; side dt dw drw; side dt drw ht; side hw
    hrn dt; side ht hln dt; side dt dn ht; side hrl dw; side hw hrl dw; side dt hlt ht; side hw hrw dt; side de dt;
    side de ht; side drl dr2l dt; side dt dw hc; side hc hrl dc; side dist dt d-1t
"""


def code(text: str) -> int:
    """A hash of a text, of thirty bits."""
    return crc32(text.encode("utf-8", "surrogatepass")) & BITS


def multipliers(slots: tuple[str, ...]) -> tuple[int, ...]:
    """An odd number of thirty bits for each slot."""
    return tuple(code(f"slot {slot}") | 1 for slot in slots)


def templates(table: str, slots: tuple[str, ...]) -> tuple[tuple[int, ...], ...]:
    """Each template as the numbers of its slots."""
    return tuple(tuple(slots.index(name) for name in one.split()) for one in table.split(";"))


def shape(text: str) -> str:
    """The shape of a word: upper case, lower case, digits, other characters; no run longer than two."""
    if text.isascii() and text.isalpha() and text[1:].islower():
        return "aa" if text[0].islower() else "Aaa"[: len(text)]  # as below, but faster
    outline = ""
    for char in text[:24]:
        kind = "A" if char.isupper() else "a" if char.isalpha() else "0" if char.isdigit() else char
        if not outline.endswith(kind * 2):
            outline += kind
    return outline[:8]


def plain(text: str) -> str:
    """A word in lower case, with all digits as 0 and straight quotes."""
    folded = text.lower().replace("’", "'").replace("‘", "'")
    return folded if folded.isalpha() else "".join("0" if char.isdigit() else char for char in folded)


def unknown(text: str) -> str:
    """The class of a word that is rare in the training texts."""
    return f"?{shape(text)[:3]}{text[-2:].lower()}"


DISTANCES = (0, 1, 2, 3, 4, 5, 5, 6, 6, 6, 6, 7)  # beyond: the last


def distance(words: int) -> int:
    """A class of distances, 1 to 8."""
    return DISTANCES[min(words, len(DISTANCES) - 1)] + 1


def columns(text: str, known: Mapping[int, int]) -> tuple[int, ...]:
    """The atoms of a word by itself: the word, three suffixes, two prefixes, its shape, its cluster.

    `known` are the clusters of known words by their codes; any other word is replaced by its class.
    """
    folded = plain(text)
    word = code(folded)
    cluster = known.get(word)
    return (
        word if cluster is not None else code(unknown(text)),
        code(folded[-3:]),
        code(folded[-2:]),
        code(folded[-4:]),
        code(folded[:1]),
        code(folded[:3]),
        code(shape(text)),
        NONE if cluster is None else cluster,
    )
