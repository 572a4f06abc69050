/* Sessions and rounds known by what they are called: of one number, or with the name of one place. */
#include "event/status.h"
#include "resolve/merge.h"

rz_row rz_merged_forum(const merger *m, const merged *e) { return e->forum == RZ_NONE ? RZ_NONE : m->cast->mentions->at[e->forum].row; }

/* Those at it, but for the forum that meets. */
static uint32_t n_sitting(const merger *m, const merged *e) {
    uint32_t n = e->n_actors;
    for (uint32_t i = 0; i < e->n_actors && e->forum != RZ_NONE; i++) n -= m->cast->members.at[e->actors[i]].row == rz_merged_forum(m, e);
    return n;
}

/* «نشست سوم X», in the title «نشست سوم Y»: of one number, and nobody else is told to be at it. */
bool rz_one_number(const merger *m, const merged *a, const merged *b) {
    uint32_t at_a = n_sitting(m, a), at_b = n_sitting(m, b);
    bool sessions = rz_kind_is(a->kind, RZ_KIND_SESSION) && rz_kind_is(b->kind, RZ_KIND_SESSION);
    bool put_off = a->kind == b->kind && rz_kind_is(a->kind, RZ_KIND_ROUNDS) && rz_called_off(a->status) && b->from->lapsed; /* «قرار بود دور چهارم در X برگزار شود» */
    bool there = a->place_row != RZ_NONE && a->place_row == b->place_row;
    bool rounds = a->kind == b->kind && rz_kind_is(a->kind, RZ_KIND_ROUNDS) && there && (!at_a || !at_b); /* «دور هشتم مذاکرات وین» */
    if ((!sessions && !put_off && !rounds) || !a->from->ordinal || a->from->ordinal != b->from->ordinal) return false;
    if (sessions && a->place_row != RZ_NONE && b->place_row != RZ_NONE && !at_b != !at_a) return true; /* and in one place */
    return rounds || ((b->from->in_title || !at_b) && (!at_a || !at_b));
}

/* «نشست دوحه»: the place is its name, or is in the name of who sits. RZ_NONE: it is not. */
static rz_row name_place(const merger *m, const merged *e, rz_row asked) {
    const rz_found_event *f = e->from;
    if (!rz_kind_is(e->kind, RZ_KIND_SESSION) || f->evoked == RZ_EVOKED_VERB) return RZ_NONE;
    if (f->place != RZ_NONE && m->cast->mentions->at[f->place].first >= f->last) {
        uint32_t prep = m->found->scene.links[f->place].prep_token;
        return prep == RZ_NONE || prep < f->first ? e->place_row : RZ_NONE;
    }
    if (e->forum == RZ_NONE || asked == RZ_NONE) return RZ_NONE;
    const rz_mention *forum = &m->cast->mentions->at[e->forum];
    for (rz_hits_run h = rz_hits_within(m->cast->text, forum->first, forum->last); rz_hits_run_next(&h);)
        if (h.hit.row == asked && h.hit.last <= forum->last) return asked;
    return RZ_NONE;
}

/* Two sessions that bear the name of one place: one session, however its status is told. */
bool rz_named_alike(const merger *m, const merged *a, const merged *b) {
    rz_row first = name_place(m, a, b->place_row), second = name_place(m, b, a->place_row);
    bool here = b->from->evoked == RZ_EVOKED_NOUN && second != RZ_NONE && second == a->place_row && !a->from->in_title; /* «نشست وزیران در تهران … در نشست تهران» */
    if (here && a->kind == b->kind && !a->from->ordinal == !b->from->ordinal && !strcmp(a->status, b->status) && (a->forum == RZ_NONE || b->forum == RZ_NONE)) return true;
    if (first == RZ_NONE || first != second) return false;
    if (a->from->ordinal == b->from->ordinal) return true;
    return (!a->from->ordinal || !b->from->ordinal) && rz_looks_ahead(a->status) == rz_looks_ahead(b->status); /* «نشست دوحه», «سومین نشست دوحه» */
}

/* «مذاکرات وین»: only where it is. */
static bool told_by_place(const merged *e) {
    return rz_kind_is(e->kind, RZ_KIND_ROUNDS) && !e->n_actors && !e->from->ordinal && e->place_row != RZ_NONE;
}

/* «دور پنجم مذاکرات X و Y در وین», «مذاکرات وین»: the talks told of there; by the noun alone whatever is told of them, by a verb or before it
 * only what fits. */
bool rz_one_table(const merger *m, const merged *a, const merged *b) {
    bool named = told_by_place(b) && b->from->evoked == RZ_EVOKED_NOUN;
    if (a->kind != b->kind || !(told_by_place(b) || told_by_place(a)) || a->place_row == RZ_NONE || b->place_row == RZ_NONE) return false;
    bool fits = named || (rz_looks_ahead(a->status) == rz_looks_ahead(b->status) && rz_days_agree(a->days, b->days) && !b->from->turn);
    return fits && rz_places_agree(m, a->place_row, b->place_row);
}

/* Two sessions to come at one place, or told of one after the other and of ministers of one sort, and nothing tells of two: «نشست صلح X در Y … نشست Y
 * به تعویق افتاد», «نشست وزیران خارجه X در Y … نشست وزیران خارجه این اتحادیه». */
bool rz_one_to_come(const merger *m, const merged *a, const merged *b) {
    enum { SENTENCES = 2 };
    bool sessions = a->kind == b->kind && rz_kind_is(a->kind, RZ_KIND_OPEN) && rz_looks_ahead(a->status) && rz_looks_ahead(b->status);
    if (!sessions || a->from->ordinal != b->from->ordinal || !rz_places_agree(m, a->place_row, b->place_row)) return false;
    rz_row office = rz_merge_office_of(m, a);
    bool there = a->place_row != RZ_NONE && b->place_row != RZ_NONE, next = b->from->first > a->from->first && rz_token_sentence(&m->found->scene, b->from->first) - rz_token_sentence(&m->found->scene, a->told_last) <= SENTENCES;
    bool sort = a->from->turn == b->from->turn && (office != RZ_NONE || b->from->turn > 0); /* «نشست آتی گروه هفت … نشست آتی هفت کشور صنعتی» */
    bool follows = sort && next && rz_days_agree(a->days, b->days) && (a->forum == RZ_NONE || b->forum == RZ_NONE);
    return (there || follows) && office == rz_merge_office_of(m, b);
}

/* «این مذاکرات با میانجیگری X برگزار می‌شود»: who was there is told of rounds that have begun, and no other ones. */
bool rz_merge_tells_company(const merged *e) {
    return rz_kind_is(e->kind, RZ_KIND_ROUNDS) && e->from->parts.n && !e->from->ordinal && !e->from->turn && !e->from->times.n && e->place_row == RZ_NONE;
}

bool rz_merge_goes_on_now(const merger *m, const merged *e) {
    uint32_t verb = m->found->scene.clauses[e->from->clause].verb;
    return rz_merge_tells_company(e) && verb != RZ_NONE && m->cast->text->verbs[verb].tense == RZ_PRESENT && !strcmp(e->status, "planned");
}

/* «دور دوم مذاکرات X و Y آغاز شد. … محل برگزاری دور دوم مذاکرات X و Y سفارت Z است»: it was still to come when that was told. */
bool rz_merge_one_turn(const merger *m, const merged *a, const merged *b) {
    bool same = a->from->ordinal && a->from->ordinal == b->from->ordinal && rz_kind_is(a->kind, RZ_KIND_ROUNDS) && rz_kind_is(b->kind, RZ_KIND_ROUNDS);
    return same && !rz_looks_ahead(a->status) && !rz_called_off(a->status) && !rz_called_off(b->status) && rz_shared_actors(m, a, b) > 1;
}
