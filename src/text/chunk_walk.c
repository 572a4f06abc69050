#include "text/chunk_walk.h"

#include <stdio.h>

const char *const rz_chunk_columns[RZ_COLUMNS] = {"O", "NP", "PP", "VG", "ON", "EZAFE", "NEW", "BACK"};

/* Those of the same things stand side by side: src/text/chunk.c sums them up in groups. */
const rz_chunk_pairing rz_chunk_pairings[RZ_CHUNK_PAIRINGS] = {
    {"t", RZ_C_S0, RZ_C_NOTHING},   {"t-", RZ_C_S_1, RZ_C_NOTHING}, {"t+", RZ_C_S1, RZ_C_NOTHING},  {"t-t", RZ_C_S_1, RZ_C_S0},
    {"tt+", RZ_C_S0, RZ_C_S1},      {"t-t+", RZ_C_S_1, RZ_C_S1},    {"t-tt+", RZ_C_S_10, RZ_C_S1},
    {"t+t+", RZ_C_S1, RZ_C_S2},     {"tt+t+", RZ_C_S01, RZ_C_S2},
    {"t-t-t", RZ_C_S_21, RZ_C_S0},
    {"At", RZ_C_AHEAD, RZ_C_S0},    {"Att+", RZ_C_AHEAD, RZ_C_S01},
    {"wt", RZ_C_W0, RZ_C_S0},       {"wt+", RZ_C_W0, RZ_C_S1},      {"wt-", RZ_C_W0, RZ_C_S_1},
    {"wt+t+", RZ_C_W0, RZ_C_S12},
    {"w-t", RZ_C_W_1, RZ_C_S0},
    {"w+t", RZ_C_W1, RZ_C_S0},      {"w+t-t", RZ_C_W1, RZ_C_S_10},
    {"ww+", RZ_C_W0, RZ_C_W1},
    {"w-w", RZ_C_W_1, RZ_C_W0},
    {"P", RZ_C_PAST, RZ_C_NOTHING}, {"Pt", RZ_C_PAST, RZ_C_S0},     {"Pt-t", RZ_C_PAST, RZ_C_S_10},
    {"PP", RZ_C_PASTS, RZ_C_NOTHING}, {"PPt", RZ_C_PASTS, RZ_C_S0},
    {"Vt", RZ_C_STAND, RZ_C_S0},    {"Vtt+", RZ_C_STAND, RZ_C_S01},
    {"Ptt+", RZ_C_PAST, RZ_C_S01},
    {"VP", RZ_C_STAND, RZ_C_PAST},  {"VA", RZ_C_STAND, RZ_C_AHEAD}, {"PA", RZ_C_PAST, RZ_C_AHEAD},  {"PPA", RZ_C_PASTS, RZ_C_AHEAD},
    {"Pw", RZ_C_PAST, RZ_C_W0},     {"Vw", RZ_C_STAND, RZ_C_W0},
    {"Pw+", RZ_C_PAST, RZ_C_W1},
};

bool rz_chunk_uses(rz_feature_kind kind) { return kind != RZ_F_KINDS; }

/* ---- what a token is ---- */

rz_str rz_chunk_object(const rz_data *data) { return rz_row_get(data, rz_row_find(data, RZ_SUFFIX, RZ_STR("phrase-object")), "form"); }

uint8_t rz_chunk_mark_of(rz_str object, const rz_word_of *words, const rz_verb_group *groups, uint32_t word, uint32_t last) {
    const rz_word_of *w = &words[word];
    if (w->group >= 0) {
        if (groups[w->group].first != word) return RZ_MARK_ON;
        return w->form == RZ_VERB_PARTICIPLE ? RZ_MARK_PARTICIPLE : w->form == RZ_VERB_INFINITIVE ? RZ_MARK_INFINITIVE : RZ_MARK_FINITE;
    }
    bool to = w->upos == RZ_UPOS_ADP;
    for (uint32_t k = word + 1; k < last && k <= word + 2; k++) {
        const rz_verb_group *g = words[k].group >= 0 ? &groups[words[k].group] : NULL;
        if (g && g->compound <= word && word < g->compound_end) return to ? RZ_MARK_FINITE : RZ_MARK_COMPOUND;
    }
    return to && rz_str_is(object, w->lemma) ? RZ_MARK_COMPOUND : RZ_MARK_NONE;
}

uint8_t rz_chunk_punct_mark(char punct) {
    static const struct {
        char punct;
        uint8_t mark;
    } marks[] = {{',', 1}, {';', 1}, {':', 2}, {'^', 2}, {'<', 3}, {'>', 4}, {'"', 4}, {'.', 5}, {'?', 5}, {'!', 5}};
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
        if (marks[i].punct == punct) return marks[i].mark;
    return 0;
}

rz_str rz_symbol_text(const rz_data *data, uint8_t symbol, char *out) {
    if (symbol >= RZ_SYMBOL_EDGE || symbol / RZ_CHUNK_MARKS >= rz_tags(data)) return RZ_STR("<s>");
    int n = snprintf(out, 30, "%.20s%c", rz_tag_at(data, symbol / RZ_CHUNK_MARKS), "*fpi+"[symbol % RZ_CHUNK_MARKS ? symbol % RZ_CHUNK_MARKS - 1 : 0]);
    return (rz_str){out, (uint32_t)n - (symbol % RZ_CHUNK_MARKS == 0)};
}

rz_str rz_past_text(uint8_t past, char *out) {
    if (past >= RZ_PAST_EDGE) return RZ_STR("<s>");
    static const char *const moves[] = {"", "^", "<"};
    int n = snprintf(out, 30, "%s%s%s", rz_chunk_columns[past % RZ_CHUNK_KINDS], past / RZ_CHUNK_KINDS % 2 ? "e" : "", moves[past / RZ_CHUNK_KINDS / 2]);
    return (rz_str){out, (uint32_t)n};
}

rz_str rz_stand_text(uint8_t stand, char *out) {
    out[0] = (char)('0' + stand / 9), out[1] = (char)('0' + stand / 3 % 3), out[2] = (char)('0' + stand % 3);
    return (rz_str){out, 3};
}

rz_str rz_ahead_text(uint8_t ahead, char *out) {
    out[0] = "opnvc.e"[ahead / 4 % 7], out[1] = (char)('1' + ahead % 4);
    return (rz_str){out, 2};
}

/* Which of what ends a noun phrase a token is: what marks an object, a preposition, the noun of a compound verb, a verb, a conjunction, a mark, the
 * end; 7: none. */
static uint8_t ending(const rz_data *data, uint8_t symbol) {
    if (symbol >= RZ_SYMBOL_EDGE) return 6;
    uint8_t mark = symbol % RZ_CHUNK_MARKS;
    switch (rz_label_read(rz_tag_at(data, symbol / RZ_CHUNK_MARKS)).upos) {
    case RZ_UPOS_ADP: return mark == RZ_MARK_COMPOUND ? 0 : 1;
    case RZ_UPOS_VERB: case RZ_UPOS_AUX: return 3;
    case RZ_UPOS_CCONJ: case RZ_UPOS_SCONJ: return 4;
    case RZ_UPOS_PUNCT: return 5;
    default: return mark == RZ_MARK_COMPOUND ? 2 : 7;
    }
}

uint8_t rz_chunk_ahead(const rz_data *data, uint8_t next_symbol, uint8_t next_ahead) {
    uint8_t is = ending(data, next_symbol);
    if (is < 7) return (uint8_t)(4 * is);
    if (next_ahead >= RZ_AHEADS) return RZ_AHEADS;
    return next_ahead % 4 < 3 ? (uint8_t)(next_ahead + 1) : next_ahead;
}

/* ---- the walk ---- */

void rz_chunk_begin(rz_chunk_walk *w) {
    *w = (rz_chunk_walk){.last = RZ_PAST_EDGE, .before = RZ_PAST_EDGE, .clauses = 1};
}

uint8_t rz_chunk_stand(const rz_chunk_walk *w) {
    uint32_t open = 0;
    for (uint32_t i = w->depth; i-- > 0 && open < 2;) open += !w->verb[i];
    return (uint8_t)(9 * w->verb[w->depth] + 3 * open + w->nouns[w->depth]);
}

static bool is_quote(uint8_t mark) { return mark == 3 || mark == 4; }

uint8_t rz_chunk_what(const rz_data *data, uint8_t symbol) {
    if (symbol >= RZ_SYMBOL_EDGE) return RZ_NO_TOKEN;
    uint8_t upos = rz_label_read(rz_tag_at(data, symbol / RZ_CHUNK_MARKS)).upos;
    return symbol % RZ_CHUNK_MARKS == RZ_MARK_FINITE && (upos == RZ_UPOS_VERB || upos == RZ_UPOS_AUX) ? RZ_FINITE_VERB : RZ_NO_MARK;
}

static bool can_be(const rz_chunk_walk *w, uint8_t mark, uint32_t chunk) {
    if (chunk == RZ_CHUNK_NONE) return true;
    if (mark < RZ_NO_MARK) return chunk == RZ_CHUNK_ON && w->inside;
    if (chunk == RZ_CHUNK_ON) return w->inside && (mark != RZ_FINITE_VERB || w->kind == RZ_CHUNK_VG);
    return mark != RZ_FINITE_VERB || chunk == RZ_CHUNK_VG;
}

rz_chunked rz_chunk_choose(const rz_chunk_walk *w, const float *score, uint8_t mark, uint8_t next) {
    rz_chunked c = {0};
    bool word = mark >= RZ_NO_MARK;
    if (word || is_quote(mark)) {
        if (w->inside && w->ezafe) c.chunk = RZ_CHUNK_ON;
        for (uint32_t k = 1; k < RZ_CHUNK_KINDS && !w->ezafe; k++)
            if (can_be(w, mark, k) && score[k] > score[c.chunk]) c.chunk = (uint8_t)k;
    }
    if (!word) return c;
    bool noun = c.chunk == RZ_CHUNK_NP || c.chunk == RZ_CHUNK_ON;
    c.ezafe = noun && (next == RZ_NO_MARK || is_quote(next)) && score[RZ_COLUMN_EZAFE] > 0;
    if (w->last == RZ_PAST_EDGE) return c;
    float least = 0;
    if (score[RZ_COLUMN_NEW] > least) c.move = RZ_CLAUSE_NEW, least = score[RZ_COLUMN_NEW];
    if (w->depth && score[RZ_COLUMN_BACK] > least) c.move = RZ_CLAUSE_BACK;
    return c;
}

static void begin_clause(rz_chunk_walk *w) {
    if (w->depth + 1 == RZ_CLAUSES_DEEP) {
        memmove(w->verb, w->verb + 1, sizeof w->verb - sizeof *w->verb);
        memmove(w->nouns, w->nouns + 1, sizeof w->nouns - sizeof *w->nouns);
        memmove(w->number, w->number + 1, sizeof w->number - sizeof *w->number);
    } else w->depth++;
    w->verb[w->depth] = false;
    w->nouns[w->depth] = 0;
    w->number[w->depth] = w->clauses++;
}

/* To the nearest clause around that has no verb yet. */
static void go_back(rz_chunk_walk *w) {
    uint32_t to = w->depth - 1;
    while (to && w->verb[to]) to--;
    if (w->verb[to]) to = w->depth - 1;
    w->depth = to;
}

void rz_chunk_step(rz_chunk_walk *w, rz_chunked *c) {
    if (c->move == RZ_CLAUSE_NEW) begin_clause(w);
    if (c->move == RZ_CLAUSE_BACK && w->depth) go_back(w);
    if (c->chunk == RZ_CHUNK_VG) w->verb[w->depth] = true;
    if (c->chunk == RZ_CHUNK_NP && w->nouns[w->depth] < 2) w->nouns[w->depth]++;
    c->clause = w->number[w->depth];
    w->before = w->last;
    w->last = (uint8_t)(c->chunk + RZ_CHUNK_KINDS * (c->ezafe + 2 * c->move));
    w->inside = c->chunk != RZ_CHUNK_NONE;
    w->ezafe = c->ezafe;
    if (c->chunk != RZ_CHUNK_ON) w->kind = c->chunk;
}
