/* Training of tagger, parser and labeller: averaged perceptrons over hashed features, a dynamic oracle for arc-hybrid
   transitions (Goldberg and Nivre 2013). The atoms are those of site_gen/extract/syntax/features.py, in that order;
   templates and multipliers are handed in. Built and called by tools/parsing/training.py. */
#define _GNU_SOURCE
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>

#define NONE 1
#define ROOT_WORD 2
#define MOST 512
typedef uint64_t u64;

typedef struct {
    u64 slots;            /* size of the table, a prime */
    int lanes;            /* weights a feature */
    int templates, atoms;
    const int8_t *table;  /* templates x 5 slot numbers, -1 for none */
    const u64 *mul;
    float *w;
    double *u;
    double now;
    const uint8_t *kept;  /* once pruned: which slots may have weights */
} Model;

typedef struct { /* columns of all tokens; sentence s has tokens begin[s] .. begin[s+1]-1 */
    const int32_t *begin;
    const int32_t *w, *e3, *e2, *e4, *b1, *b3, *shape, *c;
    int32_t *tag;         /* as predicted, index + 2 */
    const int32_t *gold_tag, *head, *label;
} Corpus;

static void *zeros(u64 bytes) { /* in large pages where the system has them: the table is read all over */
    u64 size = (bytes + (1 << 21) - 1) >> 21 << 21;
    void *at = aligned_alloc(1 << 21, size);
#ifdef MADV_HUGEPAGE
    madvise(at, size, MADV_HUGEPAGE);
#endif
    memset(at, 0, size);
    return at;
}
Model *model_new(u64 slots, int lanes, int templates, int atoms, const int8_t *table, const u64 *mul) {
    Model *m = calloc(1, sizeof(Model));
    m->slots = slots; m->lanes = lanes; m->templates = templates; m->atoms = atoms; m->table = table; m->mul = mul;
    m->w = zeros(slots * lanes * sizeof(float));
    m->u = zeros(slots * lanes * sizeof(double));
    m->now = 1;
    return m;
}
void model_free(Model *m) { free(m->w); free(m->u); free(m); }
float *model_weights(Model *m) { return m->w; }
void model_average(Model *m) {
    u64 n = m->slots * m->lanes;
    for (u64 i = 0; i < n; i++) m->w[i] -= (float)(m->u[i] / m->now);
    free(m->u); m->u = calloc(1, 8);
}

void model_prune(Model *m, const uint8_t *kept) { /* other slots are zero from now on; averages begin again */
    for (u64 i = 0; i < m->slots; i++)
        if (!kept[i]) memset(m->w + i * m->lanes, 0, m->lanes * sizeof(float));
    free(m->u); m->u = zeros(m->slots * m->lanes * sizeof(double));
    m->kept = kept; m->now = 1;
}

static void indexes(const Model *m, const u64 *atoms, u64 *found) {
    uint32_t h[64], slots = m->slots;
    for (int i = 0; i < m->atoms; i++) h[i] = atoms[i] * m->mul[i] & 0x3FFFFFFF;
    for (int t = 0; t < m->templates; t++) {
        const int8_t *one = m->table + 5 * t;
        uint32_t x = h[one[0]];
        for (int k = 1; k < 5 && one[k] >= 0; k++) x ^= h[one[k]];
        found[t] = x % slots;
    }
    for (int t = 0; t < m->templates; t++)
        for (int k = 0; k < m->lanes; k += 16) __builtin_prefetch(m->w + found[t] * m->lanes + k);
}
static void scores(const Model *m, const u64 *found, float *sums) {
    int lanes = m->lanes;
    for (int k = 0; k < lanes; k++) sums[k] = 0;
    for (int t = 0; t < m->templates; t++) {
        const float *w = m->w + found[t] * lanes;
        for (int k = 0; k < lanes; k++) sums[k] += w[k];
    }
}
static void update(Model *m, const u64 *found, int good, int bad) {
    for (int t = 0; t < m->templates; t++) {
        if (m->kept && !m->kept[found[t]]) continue;
        u64 at = found[t] * m->lanes;
        m->w[at + good] += 1; m->u[at + good] += m->now;
        m->w[at + bad] -= 1; m->u[at + bad] -= m->now;
    }
}
static int best_of(const float *s, int n) {
    int best = 0;
    for (int k = 1; k < n; k++) if (s[k] > s[best]) best = k;
    return best;
}

static u64 rng = 88172645463325252ULL;
static double chance(void) { rng ^= rng << 13; rng ^= rng >> 7; rng ^= rng << 17; return (rng >> 11) * (1.0 / 9007199254740992.0); }
void seed(u64 s) { rng = s * 2654435761u + 88172645463325252ULL; }

/* ---- tagger */
static void tagger_atoms(const Corpus *c, int b, int n, int i, u64 t1, u64 t2, u64 *a) {
#define AT(col, j) ((j) >= 0 && (j) < n ? (u64)c->col[b + (j)] : NONE)
    int k = 0;
    a[k++] = AT(w, i); a[k++] = AT(w, i - 1); a[k++] = AT(w, i - 2); a[k++] = AT(w, i + 1); a[k++] = AT(w, i + 2);
    a[k++] = AT(e3, i); a[k++] = AT(e2, i); a[k++] = AT(e4, i); a[k++] = AT(b1, i); a[k++] = AT(b3, i);
    a[k++] = AT(shape, i); a[k++] = AT(shape, i - 1); a[k++] = AT(shape, i + 1); a[k++] = AT(e3, i - 1); a[k++] = AT(e3, i + 1);
    a[k++] = t1; a[k++] = t2; a[k++] = i == 0 ? 2 : NONE;
    a[k++] = AT(c, i); a[k++] = AT(c, i - 1); a[k++] = AT(c, i + 1);
}
/* tags sentences; with train the model learns from each; returns how many tags are as the teacher has them */
long tag_sentences(Model *m, const Corpus *c, const int32_t *order, int count, int train, float margin) {
    u64 a[64], found[256]; float s[64]; long right = 0;
    for (int k = 0; k < count; k++) {
        int b = c->begin[order[k]], n = c->begin[order[k] + 1] - b;
        u64 t1 = NONE, t2 = NONE;
        for (int i = 0; i < n; i++) {
            tagger_atoms(c, b, n, i, t1, t2, a);
            indexes(m, a, found); scores(m, found, s);
            int got = best_of(s, m->lanes), gold = c->gold_tag[b + i];
            right += got == gold;
            if (train) {
                m->now++;
                int rival = got;
                if (got == gold) {
                    rival = gold == 0;
                    for (int t = 0; t < m->lanes; t++) if (t != gold && s[t] > s[rival]) rival = t;
                }
                if (s[gold] < s[rival] + margin || got != gold) update(m, found, gold, rival);
            }
            c->tag[b + i] = got + 2;
            t2 = t1; t1 = got + 2;
        }
    }
    return right;
}

/* ---- parser */
static const int DIST[12] = {0, 1, 2, 3, 4, 5, 5, 6, 6, 6, 6, 7};
static u64 dist(int d) { return DIST[d > 11 ? 11 : d] + 1; }
typedef struct {
    int n, depth, b;
    int stack[MOST + 2], head[MOST + 2], label[MOST + 2]; /* labels as atoms: index + 2 */
    int l1[MOST + 2], l2[MOST + 2], r1[MOST + 2], r2[MOST + 2], nl[MOST + 2], nr[MOST + 2];
    u64 w[MOST + 4], t[MOST + 4], c[MOST + 4], e[MOST + 4];
} State; /* token n is the root, token n+1 is none */

static void start(State *s, const Corpus *c, int b, int n) {
    s->n = n; s->depth = 0; s->b = 0;
    for (int i = 0; i < n; i++) { s->w[i] = c->w[b + i]; s->t[i] = c->tag[b + i]; s->c[i] = c->c[b + i]; s->e[i] = c->e3[b + i]; }
    s->w[n] = ROOT_WORD; s->c[n] = ROOT_WORD; s->e[n] = ROOT_WORD;
    s->w[n + 1] = s->t[n + 1] = s->c[n + 1] = s->e[n + 1] = NONE;
    for (int i = 0; i <= n + 1; i++) {
        s->head[i] = -1; s->label[i] = NONE; s->nl[i] = s->nr[i] = 0;
        s->l1[i] = s->l2[i] = s->r1[i] = s->r2[i] = n + 1;
    }
}
static void parser_atoms(const State *s, u64 *a) {
    int N = s->n + 1, k = 0;
    int s0 = s->depth ? s->stack[s->depth - 1] : N, s1 = s->depth > 1 ? s->stack[s->depth - 2] : N, s2 = s->depth > 2 ? s->stack[s->depth - 3] : N;
    int b0 = s->b, b1 = b0 + 1 < N ? b0 + 1 : N, b2 = b0 + 2 < N ? b0 + 2 : N, b3 = b0 + 3 < N ? b0 + 3 : N;
    int s0l = s->l1[s0], s0l2 = s->l2[s0], s0r = s->r1[s0], s0r2 = s->r2[s0], b0l = s->l1[b0], b0l2 = s->l2[b0];
    int s1r = s->r1[s1], s1l = s->l1[s1], s1r2 = s->r2[s1];
    const u64 *w = s->w, *t = s->t, *c = s->c; const int *l = s->label;
    a[k++] = w[s0]; a[k++] = t[s0]; a[k++] = c[s0]; a[k++] = w[s1]; a[k++] = t[s1]; a[k++] = c[s1]; a[k++] = t[s2];
    a[k++] = w[b0]; a[k++] = t[b0]; a[k++] = c[b0]; a[k++] = w[b1]; a[k++] = t[b1]; a[k++] = c[b1]; a[k++] = t[b2];
    a[k++] = w[s0l]; a[k++] = t[s0l]; a[k++] = l[s0l]; a[k++] = t[s0l2]; a[k++] = l[s0l2];
    a[k++] = w[s0r]; a[k++] = t[s0r]; a[k++] = l[s0r]; a[k++] = t[s0r2]; a[k++] = l[s0r2];
    a[k++] = w[b0l]; a[k++] = t[b0l]; a[k++] = l[b0l]; a[k++] = t[b0l2]; a[k++] = l[b0l2];
    a[k++] = w[s1r]; a[k++] = t[s1r]; a[k++] = l[s1r]; a[k++] = t[s1l]; a[k++] = l[s1l];
    a[k++] = s0 < N ? dist(b0 - s0) : NONE; a[k++] = s1 < N ? dist(s0 - s1) : NONE;
    a[k++] = 2 + s->nl[s0] * 8 + s->nr[s0]; a[k++] = 2 + s->nl[b0]; a[k++] = 2 + s->nl[s1] * 8 + s->nr[s1];
    a[k++] = b0 > 0 ? t[b0 - 1] : NONE; a[k++] = s0 < N ? t[s0 + 1] : NONE; a[k++] = s1 < N ? t[s1 + 1] : NONE;
    a[k++] = c[s2]; a[k++] = w[b2]; a[k++] = l[s1r2]; a[k++] = t[b3];
}
static void label_atoms(const State *s, int h, int d, u64 *a) {
    int N = s->n + 1, k = 0, dl = s->l1[d], dr = s->r1[d], dl2 = s->l2[d], dr2 = s->r2[d], hl = s->l1[h], hr = s->r1[h];
    const u64 *w = s->w, *t = s->t, *c = s->c; const int *l = s->label;
    a[k++] = h > d ? 2 : 3; a[k++] = w[h]; a[k++] = t[h]; a[k++] = c[h]; a[k++] = w[d]; a[k++] = t[d]; a[k++] = c[d];
    a[k++] = dist(h > d ? h - d : d - h);
    a[k++] = w[dl]; a[k++] = t[dl]; a[k++] = l[dl]; a[k++] = w[dr]; a[k++] = t[dr]; a[k++] = l[dr]; a[k++] = l[dl2];
    a[k++] = 2 + s->nl[h]; a[k++] = 2 + s->nr[h]; a[k++] = l[hl]; a[k++] = l[hr];
    a[k++] = d > 0 ? t[d - 1] : NONE; a[k++] = d + 1 < N ? t[d + 1] : NONE; a[k++] = h > 0 ? t[h - 1] : NONE; a[k++] = h + 1 < N ? t[h + 1] : NONE;
    a[k++] = l[dr2]; a[k++] = 2 + s->nl[d] * 8 + s->nr[d]; a[k++] = t[hl]; a[k++] = w[hr]; a[k++] = s->e[d];
}
static void legal(const State *s, int *ok) {
    ok[0] = s->b < s->n;
    ok[1] = s->depth > 0 && (s->b < s->n || s->depth == 1);
    ok[2] = s->depth > 1;
}
static void costs(const State *s, const int32_t *head, const int *ok, int *cost) {
    int n = s->n, b = s->b, s0 = s->depth ? s->stack[s->depth - 1] : -9, s1 = s->depth > 1 ? s->stack[s->depth - 2] : -9;
    cost[0] = cost[1] = cost[2] = 1000;
#define H(k) ((head[k]) < 0 ? n : (head[k]))
    if (ok[0]) {
        int x = 0;
        for (int k = 0; k < s->depth - 1; k++) x += (H(b) == s->stack[k]) + (H(s->stack[k]) == b);
        if (s->depth) x += H(s0) == b;
        cost[0] = x;
    }
    if (ok[1] || ok[2]) {
        int deps = 0, later = 0, here = H(s0) == b;
        for (int k = b; k < n; k++) deps += H(k) == s0;
        for (int k = b + 1; k <= n; k++) later += H(s0) == k;
        if (ok[1]) cost[1] = deps + later + (H(s0) == s1);
        if (ok[2]) cost[2] = deps + later + here;
    }
}
static void attach(State *s, int h, int d, int label) {
    s->head[d] = h; s->label[d] = label;
    if (h > d) { s->l2[h] = s->l1[h]; s->l1[h] = d; if (s->nl[h] < 7) s->nl[h]++; }
    else { s->r2[h] = s->r1[h]; s->r1[h] = d; if (s->nr[h] < 7) s->nr[h]++; }
}
/* parses sentences, heads (-1 for the root) and labels into the arrays given; with train both models learn */
long parse_sentences(Model *m, Model *lab, const Corpus *c, const int32_t *order, int count, int train, float margin, double explore,
                     int root_label, int32_t *heads, int32_t *labels) {
    State *s = malloc(sizeof(State));
    u64 a[64], found[256]; float sc[64]; int ok[3], cost[3]; long wrong = 0;
    for (int q = 0; q < count; q++) {
        int b = c->begin[order[q]], n = c->begin[order[q] + 1] - b;
        if (n > MOST) continue;
        const int32_t *gold = c->head + b;
        start(s, c, b, n); s->t[n] = root_label >> 8;
        while (s->b < n || s->depth) {
            legal(s, ok);
            parser_atoms(s, a); indexes(m, a, found); scores(m, found, sc);
            int move = -1;
            for (int k = 0; k < 3; k++) if (ok[k] && (move < 0 || sc[k] > sc[move])) move = k;
            if (train) {
                costs(s, gold, ok, cost);
                int least = cost[0] < cost[1] ? cost[0] : cost[1];
                if (cost[2] < least) least = cost[2];
                int good = -1, bad = -1;
                for (int k = 0; k < 3; k++) if (ok[k]) {
                    if (cost[k] == least) { if (good < 0 || sc[k] > sc[good]) good = k; }
                    else if (bad < 0 || sc[k] > sc[bad]) bad = k;
                }
                m->now++;
                if (bad >= 0 && sc[good] <= sc[bad] + margin) update(m, found, good, bad);
                if (cost[move] != least) { wrong++; if (chance() > explore) move = good; }
            }
            if (move == 0) { s->stack[s->depth++] = s->b++; continue; }
            int d = s->stack[--s->depth], h = move == 1 ? s->b : s->stack[s->depth - 1], label = root_label & 255;
            if (h < n) {
                label_atoms(s, h, d, a); indexes(lab, a, found); scores(lab, found, sc);
                label = best_of(sc, lab->lanes);
                if (train && gold[d] == h) {
                    int g = c->label[b + d], rival = label;
                    lab->now++;
                    if (label == g) {
                        rival = g == 0;
                        for (int k = 0; k < lab->lanes; k++) if (k != g && sc[k] > sc[rival]) rival = k;
                    }
                    if (label != g || sc[g] < sc[rival] + margin) update(lab, found, g, rival);
                }
            }
            attach(s, h, d, label + 2);
        }
        if (heads) for (int i = 0; i < n; i++) { heads[b + i] = s->head[i] == n ? -1 : s->head[i]; labels[b + i] = s->label[i] - 2; }
    }
    free(s);
    return wrong;
}
