/* Other numbers make another event: a second resolution with votes of its own, two who were freed and then thirty; so do sides that have
 * changed places. */
#include "resolve/merge.h"

/* «قطعنامه دیگری نیز … تصویب شد» */
bool rz_merge_other_paper(const merger *m, const rz_found_event *f) {
    const rz_sentence *in = &m->cast->text->sentences[rz_merge_sentence(m, f->first)];
    return rz_listed_within(&m->found->scene, rz_row_find(m->cast->data, RZ_WORDS, RZ_STR("another-paper")), f->first > in->first + RZ_CLAUSE_REACH ? f->first - RZ_CLAUSE_REACH : in->first, f->last);
}

/* How many voted for it, as its sentence tells; -1: nothing. */
static int64_t votes_for(const merger *m, const merged *e) {
    const rz_scene *s = &m->found->scene;
    rz_row words = rz_row_find(m->cast->data, RZ_WORDS, RZ_STR("votes-for"));
    const rz_sentence *in = &m->cast->text->sentences[rz_merge_sentence(m, e->from->first)];
    uint32_t at = e->from->first, to = in->last < at + RZ_CLAUSE_REACH ? in->last : at + RZ_CLAUSE_REACH;
    for (uint32_t t = at > in->first + RZ_CLAUSE_REACH ? at - RZ_CLAUSE_REACH : in->first + 1; t < to; t++)
        if (rz_listed_end(s, words, t) > t && rz_number_at(s, t - 1)) return rz_number_of(s, t - 1);
    return -1;
}

/* «سه هزار» before the token; -1: none, or one of more words than these. */
static int64_t number_before(const rz_scene *s, uint32_t end, uint32_t from) {
    enum { THOUSAND = 1000 };
    uint32_t first = end, start;
    while (first > from && rz_number_at(s, first - 1) && rz_token_time(s, first - 1) == RZ_NONE) first--;
    uint8_t before = first == end ? RZ_C_NONE : rz_class_before(s, first, from, false, &start);
    if (first == end || before == RZ_C_AND || before == RZ_C_DEFINITE) return -1; /* «سی و چهار», «این دو» */
    int64_t n = 0;
    for (uint32_t t = first; t < end; t++) {
        int64_t one = rz_number_of(s, t);
        if (one < 0 || n >= THOUSAND * THOUSAND) return -1;
        n = n && one >= THOUSAND ? n * one : n + one;
    }
    return n;
}

/* How many people it is told of in its clause; -1: not told, or of several. */
static int64_t people(const merger *m, const merged *e) {
    enum { AFTER = 6 };
    const rz_scene *s = &m->found->scene;
    const rz_clause *c = &s->clauses[e->from->clause];
    uint32_t from = e->from->first > c->first + RZ_REACH ? e->from->first - RZ_REACH : c->first, to = c->last < e->from->last + AFTER ? c->last : e->from->last + AFTER;
    int64_t told = -1;
    for (uint32_t t = from + 1; t < to; t++) {
        if (s->clause_of[t] != e->from->clause || rz_listed_whole(s, s->g->group_members, t) == t) continue;
        int64_t n = number_before(s, t, from);
        if (n <= 1) continue; /* «همسر یک دیپلمات» */
        if (told >= 0) return -1;
        told = n;
    }
    return told;
}

/* «دو طرف … مبادله کردند»: each frees his own share. */
static bool is_exchange(const merger *m, const merged *e) {
    uint32_t n = 0;
    for (uint32_t i = 0; i < e->n_actors; i++) n += strcmp(e->roles[i], "object") != 0;
    return n > 1 || rz_listed_within(&m->found->scene, rz_row_find(m->cast->data, RZ_WORDS, RZ_STR("swaps")), e->from->first, e->from->last);
}

/* «X زندانیان Y را آزاد کرد … Y زندانیان را رها کرد»: all whom both tell of do it in the one and undergo it in the other. */
bool rz_merge_sides_turned(const merger *m, const merged *a, const merged *e) {
    bool turned = false;
    if (!rz_kind_is(a->kind, RZ_KIND_RELEASE) || a->kind != e->kind || is_exchange(m, a) || is_exchange(m, e)) return false;
    for (uint32_t i = 0; i < a->n_actors; i++)
        for (uint32_t j = 0; j < e->n_actors; j++) {
            if (!rz_same_actor(m, a->actors[i], e->actors[j])) continue;
            bool does = !strcmp(a->roles[i], "subject"), other = !strcmp(e->roles[j], does ? "object" : "subject");
            if (!other || (!does && strcmp(a->roles[i], "object") != 0)) return false;
            turned = true;
        }
    return turned;
}

bool rz_merge_other_number(const merger *m, const merged *a, const merged *b) {
    bool votes = rz_kind_is(a->kind, RZ_KIND_VOTE), sent = rz_kind_is(a->kind, RZ_KIND_RELEASE | RZ_KIND_EXPULSION);
    if ((!votes && !sent) || a->kind != b->kind || rz_merge_sentence(m, a->from->first) == rz_merge_sentence(m, b->from->first)) return false;
    const merged *later = a->from->first > b->from->first ? a : b;
    if (votes && !later->from->in_title && later->forum != RZ_NONE && rz_merge_other_paper(m, later->from)) return true;
    if (sent && (a->from->in_title || b->from->in_title || later->from->definite || is_exchange(m, a) || is_exchange(m, b))) return false;
    int64_t x = votes ? votes_for(m, a) : people(m, a), y = x < 0 ? x : votes ? votes_for(m, b) : people(m, b);
    return x >= 0 && y >= 0 && x != y;
}
