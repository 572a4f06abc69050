/* What the tables know to have happened: «عربستان بامداد دوشنبه روابط خود با قطر را قطع کرد» leaves few days. */
#include "resolve/solver.h"

enum { NEAR = 14 /* tokens between a time and the words that tell of what it is of */, MOST_NAMED = 48, MOST_TIMES = 16, MOST_WORDS = 4, MOST_KINDS = 16 };

typedef struct {
    rz_row at[MOST_NAMED];
    uint32_t n;
} named;

typedef struct {
    rz_str at[MOST_KINDS];
    uint32_t n;
} kinds;

static bool is_among(const kinds *told, rz_str kind) {
    uint32_t i = 0;
    while (i < told->n && !rz_str_same(told->at[i], kind)) i++;
    return i < told->n;
}

static void add(named *rows, rz_row row) {
    for (uint32_t i = 0; i < rows->n; i++)
        if (rows->at[i] == row) return;
    if (row != RZ_NONE && rows->n < MOST_NAMED) rows->at[rows->n++] = row;
}

/* Who and what is named in the sentence, «دیپلمات روس» too; with a place its state. */
static void named_in(const rz_solver *s, const rz_told_in *in, named *out) {
    const uint32_t types = RZ_TYPE(RZ_STATE) | RZ_TYPE(RZ_PLACE) | RZ_TYPE(RZ_PERSON) | RZ_TYPE(RZ_ORGANISATION) | RZ_TYPE(RZ_FORUM) | RZ_TYPE(RZ_AGREEMENT);
    const rz_text *text = s->text;
    out->n = 0;
    for (uint32_t t = in->first; t < in->last; t++)
        for (rz_hits h = rz_hits_of(text, t, types); rz_hits_next(&h);) {
            if (!(RZ_TYPE(h.hit.type) & types) || s->article->in_label[t]) continue; /* «تهران - ایرنا» */
            add(out, h.hit.row);
            if (h.hit.type == RZ_PLACE) add(out, rz_row_state(text->data, h.hit.row));
        }
    for (uint32_t i = rz_mention_near(s->mentions, in->first, 1); i < s->mentions->n && s->mentions->at[i].first < in->last; i++)
        if (s->mentions->at[i].whose == RZ_WHOSE_OURS && s->mentions->at[i].first >= in->first) add(out, s->article->country);
}

/* «خواستار از سرگیری روابط», «درباره قطع روابط»: what is spoken of is of another day, or of none. */
static bool spoken_of(const rz_text *text, uint32_t first) {
    for (uint32_t k = first > MOST_WORDS ? first - MOST_WORDS : 0; k < first; k++)
        for (rz_hits h = rz_hits_of(text, k, RZ_TYPE(RZ_WORDS)); rz_hits_next(&h);) {
            if (h.hit.last != first) continue;
            rz_str is = rz_row_get(text->data, h.hit.row, "class");
            if (rz_str_same(is, RZ_STR("before-noun")) || rz_str_same(is, RZ_STR("about"))) return true;
        }
    return false;
}

/* Of what kinds of events nouns near the time tell, no verb between them. */
static void kinds_told(const rz_solver *s, const rz_told_in *in, const rz_time_mention *t, kinds *out) {
    const rz_text *text = s->text;
    out->n = 0;
    uint32_t noun = rz_key(text->data, "noun"), phrase = rz_key(text->data, "phrase");
    bool loosely = t->kind != RZ_TIME_OFFSET; /* «راهی», «اعلام» tell of much else, and «امروز» is any day */
    uint32_t from = t->first > in->first + NEAR ? t->first - NEAR : in->first, to = t->last + NEAR < in->last ? t->last + NEAR : in->last;
    for (uint32_t k = from; k < to; k++)
        for (rz_hits h = rz_hits_of(text, k, RZ_TYPE(RZ_FRAME)); rz_hits_next(&h);) {
            const rz_hit *hit = &h.hit;
            bool sure = hit->key == noun || (hit->key == phrase && (loosely || hit->last - hit->first > 1));
            rz_str kind = sure ? rz_row_get(text->data, hit->row, "kind") : RZ_STR("");
            if (!kind.size || out->n == MOST_KINDS || is_among(out, kind) || spoken_of(text, hit->first)) continue;
            if (hit->first >= t->last ? !rz_solver_verb_between(s, t->last, hit->first) : !rz_solver_verb_between(s, hit->last, t->first)) out->at[out->n++] = kind;
        }
}

/* Are all of those among whom it happened named? */
static bool all_named(const rz_data *data, rz_row known, const named *rows) {
    rz_str among = rz_row_get(data, known, "among");
    for (rz_str word = rz_str_word(&among); word.size; word = rz_str_word(&among)) {
        uint32_t i = 0;
        while (i < rows->n && !rz_str_same(rz_str_of(rz_row_id(data, rows->at[i])), word)) i++;
        if (i == rows->n) return false;
    }
    return true;
}

static bool stands_in(const rz_text *text, uint32_t first) {
    for (uint32_t k = first > MOST_WORDS ? first - MOST_WORDS : 0; k < first; k++)
        for (rz_hits h = rz_hits_of(text, k, RZ_TYPE(RZ_WORDS)); rz_hits_next(&h);)
            if (h.hit.last == first && rz_str_same(rz_row_get(text->data, h.hit.row, "class"), RZ_STR("in"))) return true;
    return false;
}

/* «در پاریس دیدار کردند»: not what was somewhere else, where its place is known. */
static bool elsewhere(const rz_solver *s, const rz_told_in *in, const rz_session *known) {
    rz_row state = known->place == RZ_NONE ? RZ_NONE : rz_row_state(s->text->data, known->place);
    bool told = false, seat = rz_row_refers(s->text->data, state, "capital", known->place);
    for (uint32_t i = rz_mention_near(s->mentions, in->first, 1); state != RZ_NONE && i < s->mentions->n && s->mentions->at[i].first < in->last; i++) {
        const rz_mention *m = &s->mentions->at[i];
        if (m->first < in->first || m->kind != RZ_M_PLACE || m->row == RZ_NONE || !stands_in(s->text, m->first)) continue;
        bool there = rz_row_state(s->text->data, m->row) == state && (seat || m->row == known->place); /* a palace is in the capital */
        if (there) return false;
        told = true;
    }
    return told;
}

static void known_at(rz_solver *s, const rz_time_mention *t) {
    const rz_data *data = s->text->data;
    const rz_told_in *in = rz_told_sentence(s, t->first);
    rz_session sessions[MOST_SESSIONS];
    kinds told;
    named rows;
    rz_row first;
    uint32_t n = 0, count;
    if (!in) return;
    kinds_told(s, in, t, &told);
    if (!told.n) return;
    named_in(s, in, &rows);
    rz_rows_of(data, RZ_KNOWN_EVENT, &first, &count);
    for (rz_row r = first; r < first + count; r++) {
        uint32_t days;
        const rz_session *known = rz_sessions_of(data, r, &days);
        if (!is_among(&told, rz_row_get(data, r, "kind")) || !all_named(data, r, &rows)) continue;
        for (uint32_t i = 0; i < days && n < MOST_SESSIONS; i++)
            if (!elsewhere(s, in, &known[i])) sessions[n++] = known[i];
    }
    if (n) rz_solver_meets(s, t, sessions, n, "what happened");
}

void rz_known_events(rz_solver *s) {
    for (uint32_t i = 0, used = 0; s->left > 1 && i < s->mentions->n_times && used < MOST_TIMES; i++) {
        const rz_time_mention *t = &s->mentions->times[i];
        if (!rz_time_may_date(s, t)) continue;
        known_at(s, t);
        used++;
    }
}
