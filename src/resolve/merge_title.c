/* What a title tells is what the report tells: its event is the first of the body that it can be. */
#include "resolve/merge.h"

/* «سازمان ملل … تصویب کرد» in the title, of its assembly or council in the body. */
static bool is_organ(const merger *m, rz_row row, const rz_cast_member *told) {
    return rz_row_refers(m->cast->data, row, "of", told->row);
}

/* Somebody of the event is him, or the state or body that he is told by has somebody in it. */
bool rz_represented(const merger *m, const merged *e, uint32_t actor) {
    const rz_cast_member *told = &m->cast->members.at[actor];
    if (e->forum != RZ_NONE && is_organ(m, m->cast->mentions->at[e->forum].row, told)) return true;
    for (uint32_t i = 0; i < e->n_actors; i++) {
        const rz_cast_member *a = &m->cast->members.at[e->actors[i]];
        if (rz_same_actor(m, e->actors[i], actor) || rz_told_as(m, e->actors[i], actor) || is_organ(m, a->row, told)) return true;
        if (told->row != RZ_NONE && a->state == told->row) return true; /* of a movement, one of those who lead it */
        bool by_state = strcmp(told->shown.kind, "person") != 0 && told->state != RZ_NONE;
        if (by_state && (a->state == told->state || a->row == told->state)) return true;
    }
    return false;
}

static bool same_sort(const merged *body, const merged *title) {
    bool sat = rz_is_sitting(body) && rz_is_sitting(title) && !title->n_actors && !rz_kind_is(title->kind, RZ_KIND_ROUNDS); /* «نشست چهارجانبه» */
    return sat || rz_same_kind(body->kind, title->kind) || (rz_kind_is(body->kind, RZ_KIND_JOINT) && rz_kind_is(title->kind, RZ_KIND_SESSION));
}

static bool is_there(const merged *body, const merged *title) { return title->place_row != RZ_NONE && body->place_row == title->place_row; }

/* Are both told as held, or both as to come; and in the very same words? */
static bool same_status(const merged *body, const merged *title, bool exact) {
    bool untold = title->from->evoked == RZ_EVOKED_NOUN && !title->stated && rz_kind_is(title->kind, RZ_KIND_SESSION | RZ_KIND_JOINT | RZ_KIND_ROUNDS); /* «نشست X در Y»: when, the body says */
    bool session = rz_kind_is(title->kind, RZ_KIND_SESSION | RZ_KIND_ROUNDS), ahead = rz_looks_ahead(body->status);
    bool present = is_there(body, title) && !strcmp(title->status, "ongoing"); /* «میزبان نشستی است», and the body «میزبانی می‌کند» */
    bool alike = session && (is_there(body, title) || ahead) && (present || ahead == rz_looks_ahead(title->status));
    return !strcmp(body->status, title->status) || untold || (alike && !exact);
}

static bool may_be(const merger *m, const merged *body, const merged *title) {
    if (body->from->in_title || body->dropped || rz_merge_old_news(m, body, title) || !same_sort(body, title) || (body->count > 1) != (title->count > 1)) return false;
    if (body->from->ordinal && title->from->ordinal && body->from->ordinal != title->from->ordinal) return false;
    if (!rz_days_agree(body->days, title->days) || !rz_places_agree(m, body->place_row, title->place_row)) return false;
    bool forums = body->forum != RZ_NONE && title->forum != RZ_NONE;
    if (forums && m->cast->mentions->at[body->forum].row != m->cast->mentions->at[title->forum].row) return false;
    uint32_t missing = 0, some = body->from->crowd_last > body->from->crowd_first; /* «با طالبان دیدار می‌کند», in the body «با رهبران طالبان» */
    for (uint32_t i = 0; i < title->n_actors; i++) {
        bool meets = title->forum != RZ_NONE && m->cast->members.at[title->actors[i]].row == rz_merged_forum(m, title);
        missing += !meets && !rz_represented(m, body, title->actors[i]);
    }
    if (missing && (missing > some || missing == title->n_actors)) return false;
    return true;
}

/* Two of the body at one place and on one day: whichever the title means, they are told of as one. */
static bool side_by_side(const merged *a, const merged *b) {
    return a->kind == b->kind && a->place_row != RZ_NONE && a->place_row == b->place_row && !strcmp(a->status, b->status) && rz_days_agree(a->days, b->days);
}

/* The first told that it can be, of those at its place or of all; RZ_NONE: there is none, or of two it could be either and nothing tells which. */
static uint32_t first_that_may(const merger *m, const merged *title, bool exact, bool there) {
    bool told = title->n_actors || title->forum != RZ_NONE;
    uint32_t first = RZ_NONE;
    for (uint32_t i = 0; i < m->out.n && i < OPEN_EVENTS; i++) {
        const merged *body = &m->out.at[i];
        if (!same_status(body, title, exact) || (there && !is_there(body, title)) || !may_be(m, body, title)) continue;
        if (first != RZ_NONE && !side_by_side(&m->out.at[first], body)) return RZ_NONE;
        if (first == RZ_NONE) first = i;
        if (told) break;
    }
    return first;
}

uint32_t rz_merge_title_twin(merger *m, const merged *title) {
    if (!title->from->in_title || (rz_kind_is(title->kind, RZ_KIND_CONTACT | RZ_KIND_JOURNEY) && !title->n_actors && !rz_is_sitting(title))) return RZ_NONE;
    uint32_t twin = RZ_NONE;
    for (uint32_t try = 0; try < 4 && twin == RZ_NONE; try++) twin = first_that_may(m, title, try < 2, try % 2 == 0);
    if (twin == RZ_NONE) return RZ_NONE;
    merged told = *title;
    told.n_actors = 0; /* the body has them by name */
    rz_merged_join(m, &m->out.at[twin], &told);
    return twin;
}

/* «گفت‌وگوی X با Y» in the title, «در این تماس تلفنی» in the body, which tells of no other: it was by telephone. */
void rz_merge_title_call(merger *m) {
    const rz_event_kind *call = NULL;
    for (uint32_t i = 0; i < m->found->events.n; i++) {
        const rz_found_event *f = &m->found->events.at[i];
        if (!rz_kind_is(f->kind, RZ_KIND_REMOTE) || f->in_title) continue;
        if (m->became[i] != RZ_NONE) return;
        if (f->definite) call = f->kind;
    }
    for (uint32_t i = 0; i < m->out.n && call; i++)
        if (m->out.at[i].from->in_title && rz_kind_is(m->out.at[i].kind, RZ_KIND_LOOSE) && m->out.at[i].n_actors > 1) m->out.at[i].kind = call;
}
