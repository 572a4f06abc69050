/* Is the agreement of the tables meant by its name? Some names say only «this organisation»; others are borne by many. */
#include "event/event.h"

static bool body_not_told(const rz_scene *s, rz_str id, uint32_t token) {
    static const rz_row_type bodies[] = {RZ_FORUM, RZ_ORGANISATION};
    for (int b = 0; b < 2; b++) {
        rz_row row = rz_row_find(s->text->data, bodies[b], id);
        if (row == RZ_NONE) continue;
        uint32_t told = s->body_told[rz_body_index(s->g, row)];
        return told == RZ_NONE || told >= token;
    }
    return false;
}

/* «عضویت ایران در این سازمان»: in which one, if some party was not told of before? */
static bool of_no_body(const rz_scene *s, const rz_hit *hit) {
    const rz_data *data = s->text->data;
    bool back = false;
    uint32_t last;
    for (uint32_t t = hit->first; t < hit->last; t++) back |= rz_class_at(s, t, &last) == RZ_C_DEFINITE;
    for (uint32_t i = 0; back && i < rz_fields_of(data, hit->row); i++) {
        rz_field f = rz_field_at(data, hit->row, i);
        if (f.key != s->g->k_parties) continue;
        for (rz_str id = rz_str_word(&f.value); id.size; id = rz_str_word(&f.value))
            if (body_not_told(s, id, hit->first)) return true;
    }
    return false;
}

/* ---- names that many agreements have: «معاهده مشارکت راهبردی» ---- */

enum { MOST_PARTIES = 8 };

typedef struct {
    rz_row state[MOST_PARTIES];
    bool told[MOST_PARTIES]; /* beside the name */
    uint32_t n;
    bool other; /* a state that is no party is told of beside it */
} parties;

static parties parties_of(const rz_scene *s, rz_row agreement) {
    parties p = {.n = 0};
    for (uint32_t i = 0; i < rz_fields_of(s->text->data, agreement); i++) {
        rz_field f = rz_field_at(s->text->data, agreement, i);
        if (f.key != s->g->k_parties) continue;
        for (rz_str id = rz_str_word(&f.value); id.size && p.n < MOST_PARTIES; id = rz_str_word(&f.value)) {
            rz_row state = rz_row_find(s->text->data, RZ_STATE, id);
            if (state != RZ_NONE) p.state[p.n++] = state;
        }
    }
    return p;
}

static void mark(const rz_scene *s, parties *p, rz_row state) {
    if (rz_state_index(s->g, state) == RZ_NONE) return;
    for (uint32_t i = 0; i < p->n; i++)
        if (p->state[i] == state) {
            p->told[i] = true;
            return;
        }
    p->other = true;
}

rz_row rz_state_told(const rz_scene *s, const rz_mention *m) {
    switch (m->kind) {
    case RZ_M_STATE: return m->row != RZ_NONE ? m->row : m->state;
    case RZ_M_PERSON: return m->row == RZ_NONE ? RZ_NONE : rz_row_state(s->text->data, m->row);
    case RZ_M_PLACE: return m->state;
    default: return m->whose == RZ_WHOSE_STATE ? m->state : m->whose == RZ_WHOSE_OURS ? s->article->country : RZ_NONE;
    }
}

/* A parliament speaks for its state too. */
rz_row rz_state_spoken_for(const rz_scene *s, const rz_mention *m) {
    return m->kind == RZ_M_ORGANISATION && m->row != RZ_NONE ? rz_row_state(s->text->data, m->row) : rz_state_told(s, m);
}

/* Its parties are told of, in the sentence or before, and no other state beside the name unless with all of them. */
static bool of_its_parties(const rz_scene *s, const rz_hit *hit) {
    parties p = parties_of(s, hit->row);
    const rz_sentence *sentence = &s->text->sentences[rz_token_sentence(s, hit->first)];
    uint32_t from = hit->first > sentence->first + RZ_REACH ? (uint32_t)hit->first - RZ_REACH : sentence->first;
    uint32_t to = sentence->last > hit->last + RZ_REACH ? hit->last + RZ_REACH : sentence->last;
    for (uint32_t t = from; t < to; t++) {
        uint32_t m = s->mention_at[t];
        if (m == RZ_NONE || s->mentions->at[m].first != t) continue;
        mark(s, &p, rz_state_spoken_for(s, &s->mentions->at[m]));
        mark(s, &p, s->mentions->at[m].state2);
    }
    bool here = true, anywhere = true;
    for (uint32_t i = 0; i < p.n; i++) {
        uint32_t first = s->state_told[rz_state_index(s->g, p.state[i])];
        here &= p.told[i];
        anywhere &= p.told[i] || p.state[i] == s->article->country || (first != RZ_NONE && first < to);
    }
    return here || (anywhere && !p.other);
}

/* «کمیسیون مشترک برجام»: part of what a body is called. */
static bool in_a_body(const rz_scene *s, const rz_hit *hit) {
    uint32_t m = s->mention_at[hit->first];
    if (m == RZ_NONE || s->mentions->at[m].first >= hit->first) return false;
    return s->mentions->at[m].kind == RZ_M_FORUM || s->mentions->at[m].kind == RZ_M_ORGANISATION;
}

/* «توافق هسته‌ای [میان] X و Y»: of two states right behind the name one is no party of it. */
static bool of_others(const rz_scene *s, const rz_hit *hit) {
    uint32_t end, at = hit->last, m, n = s->text->n_tokens;
    parties p = parties_of(s, hit->row);
    if (at < n && rz_class_at(s, at, &end) == RZ_C_BETWEEN) at = end;
    for (uint32_t i = 0; i < 2; i++) {
        m = at < n ? s->mention_at[at] : RZ_NONE;
        if (m == RZ_NONE || s->mentions->at[m].kind != RZ_M_STATE) return false;
        mark(s, &p, rz_state_told(s, &s->mentions->at[m]));
        mark(s, &p, s->mentions->at[m].state2);
        at = s->mentions->at[m].last;
        if (i == 0 && s->mentions->at[m].state2 != RZ_NONE) break;
        uint8_t class = i == 0 && at < n ? rz_class_at(s, at, &at) : RZ_C_AND;
        if (class != RZ_C_AND && class != RZ_C_WITH) return false;
    }
    return p.n > 1 && p.other;
}

bool rz_points_nowhere(const rz_scene *s, const rz_hit *hit) {
    if (in_a_body(s, hit)) return true;
    return hit->key == s->g->k_short ? !of_its_parties(s, hit) : of_no_body(s, hit) || of_others(s, hit);
}
