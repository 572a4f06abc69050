/* What is told of again, at another time: the next round, the session before. */
#include "event/status.h"
#include "resolve/merge.h"

/* «گفت‌وگوها قرار بود ۱۰ مارس آغاز شود»: of those told of before, at another time. */
bool rz_merge_told_again(const merger *m, const merged *e) {
    bool off = rz_called_off(e->status);
    bool news = e->days.from != RZ_NO_DAY || e->place_row != RZ_NONE || off;
    if (!news || !(e->verbal || (e->stated && off))) return false;
    for (uint32_t i = m->out.n; i-- > 0 && m->out.n - i < OPEN_EVENTS;)
        if (m->out.at[i].kind == e->kind || (rz_kind_is(e->kind, RZ_KIND_ROUNDS) && rz_kind_is(m->out.at[i].kind, RZ_KIND_CONTACT))) return true;
    return false;
}

/* «هیئتی از X به ریاست Y»: does the clause of the event tell of the actor too? */
static bool told_beside(const merger *m, const merged *e, uint32_t actor) {
    const rz_scene *s = &m->found->scene;
    const rz_clause *c = &s->clauses[e->from->clause];
    uint32_t from = e->from->first > c->first + RZ_REACH ? e->from->first - RZ_REACH : c->first;
    for (uint32_t t = from; t < e->from->first; t++)
        if (s->mention_at[t] != RZ_NONE && s->mentions->at[s->mention_at[t]].actor == actor) return true;
    return false;
}

static bool sent_by(const merger *m, const merged *a, const merged *b) {
    if (b->n_actors != 1 || !b->from->delegation || rz_cast_is_person(m->cast, b->actors[0])) return false;
    const rz_cast_member *sender = &m->cast->members.at[b->actors[0]];
    bool state = !strcmp(sender->shown.kind, "state");
    for (uint32_t i = 0; i < a->n_actors; i++) {
        bool heads = !strcmp(a->roles[i], "head") || a->from->delegation;
        if (heads && (state ? m->cast->members.at[a->actors[i]].state == sender->row : told_beside(m, a, b->actors[0]))) return true;
    }
    return false;
}

/* Is the person one of the state or of the organisation? */
static bool serves(const merger *m, uint32_t person, const rz_cast_member *sender) {
    uint32_t n;
    if (sender->row == RZ_NONE || !rz_cast_is_person(m->cast, person)) return false;
    if (!strcmp(sender->shown.kind, "state")) return m->cast->members.at[person].state == sender->row;
    const rz_tenure *t = rz_tenures_of(m->cast->data, m->cast->members.at[person].row, &n);
    for (uint32_t i = 0; i < n; i++)
        if (t[i].whose == sender->row) return true;
    return false;
}

/* «اسماعیل هنیه به قاهره می‌رود. … سفر هیئت حماس …»: the journey told of just before, of one of theirs. */
bool rz_merge_theirs(const merger *m, const merged *a, const merged *b) {
    if (!rz_kind_is(a->kind, RZ_KIND_JOURNEY) || !rz_kind_is(b->kind, RZ_KIND_JOURNEY)) return false;
    enum { SENTENCES = 4 };
    bool bare = b->from->delegation && b->from->evoked != RZ_EVOKED_VERB && b->place_row == RZ_NONE && b->days.from == RZ_NO_DAY && !b->from->times.n && !rz_called_off(b->status);
    if (!bare || b->n_actors != 1 || a->n_actors != 1 || a->place_row == RZ_NONE || a->from->first > b->from->first) return false;
    return rz_merge_sentence(m, b->from->first) - rz_merge_sentence(m, a->told_last) <= SENTENCES && serves(m, a->actors[0], &m->cast->members.at[b->actors[0]]);
}

/* «هیئتی به ریاست X به Y رفت. … سفر هیئت روسی به Y»: the one that he heads. */
bool rz_merge_one_delegation(const merger *m, const merged *a, const merged *b) {
    if (rz_merge_theirs(m, a, b)) return true;
    bool visits = rz_kind_is(a->kind, RZ_KIND_JOURNEY) && rz_kind_is(b->kind, RZ_KIND_JOURNEY) && a->place_row != RZ_NONE && b->place_row != RZ_NONE;
    return visits && rz_places_agree(m, a->place_row, b->place_row) && (sent_by(m, a, b) || sent_by(m, b, a));
}

/* The sessions told of last, not long before. */
static const merged *last_session(const merger *m, uint32_t first) {
    enum { SENTENCES = 6 };
    const merged *last = NULL;
    for (uint32_t i = rz_first_open(m); i < m->out.n; i++) {
        const merged *s = &m->out.at[i];
        if (rz_kind_is(s->kind, RZ_KIND_SESSION | RZ_KIND_JOINT) && !s->from->in_title && s->told_last < first && (!last || s->told_last > last->told_last)) last = s;
    }
    return last && rz_merge_sentence(m, first) - rz_merge_sentence(m, last->told_last) <= SENTENCES ? last : NULL;
}

static bool is_apart(const merged *last, const merged *e) {
    bool undated = last->days.from == RZ_NO_DAY || e->days.from == RZ_NO_DAY;
    return undated ? strcmp(last->status, e->status) != 0 || e->from->ordinal || e->from->turn : !rz_days_overlap(last->days, e->days);
}

/* «اجلاس آینده سال ۲۰۲۶ در X خواهد بود», «نشست هشتم به میزبانی X»: another of the sessions told of last. */
static void next_session(const merger *m, merged *e) {
    const rz_found_event *f = e->from;
    bool told = e->days.from != RZ_NO_DAY || e->place_row != RZ_NONE || f->ordinal;
    if (!rz_kind_is(e->kind, RZ_KIND_OPEN) || e->forum != RZ_NONE || e->n_actors || f->definite || f->in_title || !told || f->last > f->first + 1) return;
    if (!e->verbal && !(e->stated && strcmp(e->status, "held") != 0)) return;
    const merged *last = last_session(m, f->first);
    if (!last || !is_apart(last, e) || (rz_kind_is(last->kind, RZ_KIND_JOINT) && !f->turn)) return;
    e->kind = last->kind;
    e->forum = last->forum;
    for (uint32_t i = 0; i < last->n_actors && rz_kind_is(e->kind, RZ_KIND_JOINT); i++) rz_merged_add(e, last->actors[i], last->roles[i]);
}

/* «دور سوم این گفت‌وگوها در X برگزار شده بود», «دیدار پیشین آنان»: between those of whom it was told last. */
static void same_of_series(const merger *m, merged *e) {
    uint32_t sort = rz_kind_is(e->kind, RZ_KIND_ROUNDS) ? RZ_KIND_ROUNDS : RZ_KIND_CONTACT;
    bool counted = e->from->turn || (sort == RZ_KIND_ROUNDS && e->from->ordinal);
    if (!counted || e->n_actors || !rz_kind_is(e->kind, sort)) return;
    const merged *last = NULL;
    for (uint32_t i = rz_first_open(m); i < m->out.n; i++) {
        const merged *r = &m->out.at[i];
        if ((sort == RZ_KIND_ROUNDS ? rz_kind_is(r->kind, sort) : r->kind == e->kind) && r->n_actors > 1 && r->told_last < e->from->first) last = r;
    }
    bool between = last && rz_kind_is(last->kind, RZ_KIND_ROUNDS) && rz_merged_states(m, last) > 1; /* who was there besides need not come again */
    for (uint32_t i = 0; last && i < last->n_actors; i++)
        if (!between || strcmp(last->roles[i], "participant") != 0 || !rz_cast_is_person(m->cast, last->actors[i])) rz_merged_add(e, last->actors[i], last->roles[i]);
}

void rz_merge_of_series(const merger *m, merged *e) {
    next_session(m, e);
    same_of_series(m, e);
}

/* ---- deeds told again, by the way: «معترضان شعار می‌دادند», «یک پهپاد ساختمانی را هدف قرار داد» ---- */

static bool same_letters(const rz_text *t, uint32_t a, uint32_t b) {
    rz_span x = rz_token_letters(&t->tokens[a]), y = rz_token_letters(&t->tokens[b]);
    return x.end - x.start == y.end - y.start && !memcmp(t->letters + x.start, t->letters + y.start, x.end - x.start);
}

/* «معترضان», «تظاهرکنندگان»: those told of, whoever they are. */
static bool names_own_crowd(const merger *m, const merged *e) {
    const rz_found_event *f = e->from;
    const rz_text *t = m->cast->text;
    rz_row row = rz_row_find(m->cast->data, RZ_WORDS, RZ_STR("crowds-told"));
    if (f->crowd_last <= f->crowd_first) return false;
    for (rz_hits h = rz_hits_of(t, f->crowd_first, RZ_TYPE(RZ_WORDS)); rz_hits_next(&h);)
        if (h.hit.row == row && h.hit.last <= f->crowd_last) return false; /* «معترضان زن» too */
    return true;
}

/* «شماری از زنان … زنان»: those of e, or of a, are among the others by a word; or either are whoever they are. */
bool rz_merge_one_crowd(const merger *m, const merged *a, const merged *e) {
    const rz_found_event *x = a->from, *y = e->from;
    if (!names_own_crowd(m, a) || !names_own_crowd(m, e)) return true;
    for (uint32_t i = x->crowd_first; i < x->crowd_last; i++)
        for (uint32_t j = y->crowd_first; j < y->crowd_last; j++)
            if (same_letters(m->cast->text, i, j) && !(m->cast->text->tokens[i].pos & RZ_POS_PREP) && rz_listed_end(&m->found->scene, m->found->scene.g->some, i) == i) return true;
    return false;
}

/* «دو هزار زندانی فلسطینی آزاد شدند. … این دو هزار زندانی …»: so many of the same, or of no number, as in the sentence told of before. */
static bool same_captives(const merger *m, const merged *a, const merged *e) {
    const rz_text *t = m->cast->text;
    uint32_t first = e->from->crowd_first, last = e->from->crowd_last;
    if (!rz_kind_is(e->kind, RZ_KIND_RELEASE) || last <= first) return false;
    if (!rz_number_at(&m->found->scene, first)) return rz_listed_end(&m->found->scene, m->found->scene.g->some, first) == first;
    const rz_sentence *told = &t->sentences[rz_merge_sentence(m, a->from->first)];
    for (uint32_t i = told->first; last > first + 1 && i + (last - first) <= told->last; i++) {
        uint32_t n = 0;
        while (n < last - first && same_letters(t, i + n, first + n)) n++;
        if (n == last - first) return true;
    }
    return false;
}

static bool is_near(const merger *m, const merged *a, const merged *e) {
    enum { NEAR = 2, CROWD = 6 };
    bool those = rz_kind_is(e->kind, RZ_KIND_CROWD) && e->n_actors && !names_own_crowd(m, e); /* «معترضان» */
    uint32_t most = those ? CROWD : NEAR;
    uint32_t from = rz_merge_sentence(m, a->told_last), to = rz_merge_sentence(m, e->from->first);
    return (from > to ? from - to : to - from) <= most;
}

static bool fits_deed(const merger *m, const merged *a, const merged *e) {
    if (a->kind != e->kind || strcmp(a->status, e->status) != 0 || a->count != e->count || rz_merge_old_news(m, a, e) || rz_merge_other_deed(m, a, e) || (a->from->clause != e->from->clause && rz_merge_is_another(m, e))) return false;
    if (!rz_days_agree(a->days, e->days)) return false;
    if (!rz_places_agree(m, a->place_row, e->place_row)) return false;
    uint32_t fewer = a->n_actors < e->n_actors ? a->n_actors : e->n_actors;
    return rz_shared_actors(m, a, e) >= fewer;
}

static bool same_side(const merger *m, uint32_t x, uint32_t y) {
    const rz_cast_member *a = &m->cast->members.at[x], *b = &m->cast->members.at[y];
    if (rz_same_actor(m, x, y)) return true;
    return (a->state != RZ_NONE && a->state == b->row) || (b->state != RZ_NONE && b->state == a->row); /* an army and its state */
}

/* «حملات X را محکوم کرد»: the attack of X that was told of before. */
static bool points_at(const merger *m, const merged *a, const merged *e) {
    if (a->kind != e->kind || e->days.from != RZ_NO_DAY || e->place_row != RZ_NONE || e->count != a->count || strcmp(a->status, e->status) != 0) return false;
    const rz_clause *c = &m->found->scene.clauses[e->from->clause];
    uint32_t to = c->last < c->first + RZ_CLAUSE_REACH ? c->last : c->first + RZ_CLAUSE_REACH;
    bool own = false, claimed = rz_listed_within(&m->found->scene, rz_row_find(m->cast->data, RZ_WORDS, RZ_STR("answered-for")), c->first, to);
    if (e->verbal && !claimed) return false;
    for (uint32_t i = 0; i < a->n_actors; i++) own |= !strcmp(a->roles[i], "subject");
    for (uint32_t j = 0; j < e->n_actors; j++) {
        bool there = claimed && !own && !strcmp(e->roles[j], "subject"); /* «انفجاری رخ داد. X مسئولیت حمله را بر عهده گرفت» */
        for (uint32_t i = 0; i < a->n_actors; i++) there |= !strcmp(a->roles[i], e->roles[j]) && same_side(m, a->actors[i], e->actors[j]);
        if (!there) return false;
    }
    return true;
}

/* «به آن», «این پیش‌نویس»: the paper that was told of. */
static bool points_to_paper(const merger *m, const rz_found_event *f) {
    const rz_scene *s = &m->found->scene;
    enum { NEAR = 8 };
    uint32_t from = s->clauses[f->clause].first, to = s->clauses[f->clause].last, end, last;
    if (f->evoked == RZ_EVOKED_VERB) to = f->first;
    else if (to > f->last + NEAR) to = f->last + NEAR; /* «رأی ممتنع X به این قطعنامه» */
    for (uint32_t t = f->first > from + RZ_REACH ? f->first - RZ_REACH : from; t < to; t++)
        if (rz_class_at(s, t, &end) == RZ_C_DEFINITE && (end >= to || rz_class_at(s, end, &last) != RZ_C_ALSO)) return true; /* not «آن نیز» */
    return false;
}

/* «روسیه و چین رأی ممتنع دادند»: no paper is named that it could be another vote on. */
static bool names_no_paper(const merger *m, const rz_found_event *f) {
    const rz_scene *s = &m->found->scene;
    uint32_t from = s->clauses[f->clause].first, papers = RZ_TYPE(RZ_AGREEMENT) | RZ_TYPE(RZ_AGREEMENT_NOUN);
    if (f->evoked != RZ_EVOKED_VERB) return false;
    for (uint32_t t = f->first > from + RZ_REACH ? f->first - RZ_REACH : from; t < f->first; t++)
        for (rz_hits h = rz_hits_of(s->text, t, papers); rz_hits_next(&h);)
            if (h.hit.type == RZ_AGREEMENT || (h.hit.type == RZ_AGREEMENT_NOUN && !rz_row_has(s->text->data, h.hit.row, "kind", "resolution"))) return false;
    return true;
}

static bool only_states(const merger *m, const merged *e) {
    for (uint32_t i = 0; i < e->n_actors; i++)
        if (strcmp(m->cast->members.at[e->actors[i]].shown.kind, "state") != 0) return false;
    return e->n_actors > 0;
}

/* «ده کشور رأی ممتنع دادند», «X به آن رأی مخالف داد»: who did, and how many, in the vote that was told of just before. */
static bool same_ballot(const merger *m, const merged *a, const merged *e) {
    if (!rz_kind_is(e->kind, RZ_KIND_VOTE) || !rz_kind_is(a->kind, RZ_KIND_VOTE) || !is_near(m, a, e)) return false;
    bool said_before = !strcmp(a->status, "held") && rz_looks_ahead(e->status) && e->from->frame->counts && points_to_paper(m, e->from); /* «X گفته بود که به این قطعنامه رأی مخالف خواهد داد» */
    bool fell = (!strcmp(a->status, "denied") && !strcmp(e->status, "held")) || (!strcmp(a->status, "held") && !strcmp(e->status, "denied")); /* «را تصویب نکرد … این پیش‌نویس با ۴ رأی موافق رد شد» */
    if (strcmp(a->status, e->status) != 0 && !said_before && !fell) return false;
    bool bodies = a->forum == RZ_NONE || e->forum == RZ_NONE || a->forum == e->forum;
    if (!rz_days_agree(a->days, e->days) || !bodies || !rz_places_agree(m, a->place_row, e->place_row)) return false;
    if (rz_merge_sentence(m, a->told_last) == rz_merge_sentence(m, e->from->first)) return true;
    if (rz_merge_other_paper(m, e->from) || rz_merge_other_number(m, a, e)) return false;
    bool points = points_to_paper(m, e->from), counts = e->from->frame->counts;
    bool again = (e->forum == RZ_NONE || points) && e->days.from == RZ_NO_DAY; /* «۱۴ عضو شورا به این قطعنامه رأی مثبت دادند» */
    if (again && points && a->forum != RZ_NONE && only_states(m, e)) return true; /* «X و Y با آن مخالفت کردند» */
    return again && ((counts && (!e->n_actors || names_no_paper(m, e->from))) || ((counts || !e->n_actors) && points));
}

static bool to_a_person(const merger *m, const merged *e) {
    for (uint32_t i = 0; i < e->n_actors; i++) {
        const char *kind = m->cast->members.at[e->actors[i]].shown.kind;
        if (!strcmp(e->roles[i], "recipient") && (!strcmp(kind, "person") || !strcmp(kind, "office"))) return true;
    }
    return false;
}

/* «دولت X استوارنامه Y را پذیرفت. … Y استوارنامه خود را به Z داد»; a copy goes to one person, the paper itself to another. */
static bool one_envoy(const merger *m, const merged *a, const merged *e) {
    if (!rz_kind_is(a->kind, RZ_KIND_CREDENTIALS) || strcmp(a->status, e->status) != 0 || (to_a_person(m, a) && to_a_person(m, e))) return false;
    if (!rz_days_agree(a->days, e->days)) return false;
    bool one = false;
    for (uint32_t i = 0; i < a->n_actors; i++)
        for (uint32_t j = 0; j < e->n_actors; j++)
            one |= !strcmp(a->roles[i], "sender") && !strcmp(e->roles[j], "sender") && rz_same_actor(m, a->actors[i], e->actors[j]);
    return one && rz_places_agree(m, a->place_row, e->place_row);
}

bool rz_merge_abstains(const merger *m, const merged *told, const merged *e) {
    rz_row veto = rz_row_find(m->cast->data, RZ_WORDS, RZ_STR("vetoing"));
    if (rz_listed_within(&m->found->scene, veto, told->from->first, told->from->last)) return false; /* «X آن را وتو کرد و Y رأی ممتنع داد» */
    const rz_found_event *f = e->from;
    uint32_t from = m->found->scene.clauses[f->clause].first;
    if (f->first > from + RZ_REACH) from = f->first - RZ_REACH;
    uint32_t to = f->last, last = m->found->scene.clauses[f->clause].last;
    if (f->evoked != RZ_EVOKED_VERB && last > to) to = last < to + RZ_REACH ? last : to + RZ_REACH; /* «در رأی‌گیری این قطعنامه X رأی ممتنع داد» */
    return rz_kind_is(e->kind, RZ_KIND_VOTE) && rz_listed_within(&m->found->scene, rz_row_find(m->cast->data, RZ_WORDS, RZ_STR("abstaining")), from, to);
}

/* A lead that stands under a picture and again at the head of the report: the same sentence tells the same. */
static bool same_sentence(const merger *m, const merged *a, const merged *e) {
    const rz_text *t = m->cast->text;
    if (a->kind != e->kind || a->from == e->from) return false;
    const rz_sentence *x = &t->sentences[rz_merge_sentence(m, a->from->first)], *y = &t->sentences[rz_merge_sentence(m, e->from->first)];
    if (x == y || x->last - x->first != y->last - y->first || a->from->first - x->first != e->from->first - y->first) return false;
    uint32_t from = t->tokens[x->first].letters_start, to = t->tokens[y->first].letters_start, n = rz_letters_end(&t->tokens[x->last - 1]) - from;
    return n == rz_letters_end(&t->tokens[y->last - 1]) - to && !memcmp(t->letters + from, t->letters + to, n);
}

uint32_t rz_merge_retold(const merger *m, const merged *e) {
    for (uint32_t i = m->out.n; i-- > rz_first_open(m);)
        if (same_sentence(m, &m->out.at[i], e)) return i;
    for (uint32_t i = m->out.n; i-- > rz_first_open(m);)
        if (same_ballot(m, &m->out.at[i], e)) return i;
    for (uint32_t i = m->out.n; rz_kind_is(e->kind, RZ_KIND_CREDENTIALS) && i-- > rz_first_open(m);)
        if (one_envoy(m, &m->out.at[i], e)) return i;
    bool by_the_way = rz_kind_is(e->kind, RZ_KIND_ATTACK | RZ_KIND_CROWD);
    if (!by_the_way && !rz_kind_is(e->kind, RZ_KIND_RELEASE | RZ_KIND_EXPULSION | RZ_KIND_SANCTION | RZ_KIND_APPOINTMENT)) return RZ_NONE;
    uint32_t low = rz_first_open(m), told = RZ_NONE;
    for (uint32_t i = m->out.n; i-- > low;) {
        const merged *a = &m->out.at[i];
        if (rz_kind_is(e->kind, RZ_KIND_ATTACK) && points_at(m, a, e)) return i;
        if (!fits_deed(m, a, e)) continue;
        bool title = a->from->in_title || e->from->in_title, one_clause = a->from->clause == e->from->clause;
        bool one_place = a->place_row != RZ_NONE && e->place_row != RZ_NONE, crowd = rz_kind_is(e->kind, RZ_KIND_CROWD);
        bool others = crowd && names_own_crowd(m, a) && names_own_crowd(m, e) && !one_place;
        bool nobody = !a->n_actors || !e->n_actors;
        bool detail = by_the_way && is_near(m, a, e) && (one_place || (crowd && e->place_row == RZ_NONE)) && nobody;
        bool bare = !e->n_actors && e->from->crowd_last <= e->from->crowd_first && e->place_row == RZ_NONE && e->days.from == RZ_NO_DAY; /* nothing tells it from the one told of just before */
        bool again = e->place_row == RZ_NONE && e->days.from == RZ_NO_DAY && same_captives(m, a, e);
        detail |= again && is_near(m, a, e);
        detail |= bare && rz_kind_is(e->kind, RZ_KIND_ATTACK | RZ_KIND_CROWD | RZ_KIND_RELEASE) && is_near(m, a, e);
        detail |= crowd && e->place_row == RZ_NONE && e->days.from == RZ_NO_DAY && is_near(m, a, e); /* «معترضان … معترضان خواستار … شدند» */
        detail |= rz_kind_is(e->kind, RZ_KIND_APPOINTMENT) && !e->n_actors && is_near(m, a, e); /* «از انتصاب X خبر داد: معاون وزیر به عنوان سفیر منصوب شده است» */
        if (others || !(title || one_clause || detail)) continue;
        told = i;
        if (!e->from->in_title) break; /* a title tells what comes first */
    }
    return told;
}

static bool sentence_names_somebody(const merger *m, uint32_t token) {
    const rz_scene *s = &m->found->scene;
    const rz_sentence *in = &s->text->sentences[rz_token_sentence(s, token)];
    uint32_t from = token > in->first + RZ_CLAUSE_REACH ? token - RZ_CLAUSE_REACH : in->first, to = in->last < token + RZ_CLAUSE_REACH ? in->last : token + RZ_CLAUSE_REACH;
    for (uint32_t t = from; t < to; t++)
        if (s->mention_at[t] != RZ_NONE && rz_is_actor(&s->mentions->at[s->mention_at[t]])) return true;
    return false;
}

/* «شورا قطعنامه را تصویب کرد. … طرح با پانزده رأی موافق به تصویب رسید»: nobody is named in its sentence, so it is the vote told of just before. */
uint32_t rz_merge_vote_meant(const merger *m, const merged *e) {
    enum { SENTENCES = 3 };
    uint32_t best = RZ_NONE;
    if (!rz_kind_is(e->kind, RZ_KIND_VOTE) || e->n_actors || e->forum != RZ_NONE || e->from->in_title || e->from->ordinal || sentence_names_somebody(m, e->from->first) || rz_merge_other_paper(m, e->from)) return RZ_NONE;
    for (uint32_t i = rz_first_open(m); i < m->out.n; i++) {
        const merged *v = &m->out.at[i];
        if (!rz_kind_is(v->kind, RZ_KIND_VOTE) || strcmp(v->status, e->status) != 0 || !rz_days_agree(v->days, e->days) || v->from->first > e->from->first) continue;
        if (rz_merge_sentence(m, e->from->first) - rz_merge_sentence(m, v->told_last) <= SENTENCES) best = i;
    }
    return best;
}

/* «در نشستی تاریخی، جلسه خود را در X برگزار کردند», «کمیسیون مشترک نشست خود را در X برگزار کرد»: one session, told of twice in its clause. */
bool rz_merge_own_session(const merger *m, const merged *a, const merged *b) {
    const rz_scene *s = &m->found->scene;
    if (rz_kind_is(b->kind, RZ_KIND_JOINT)) return !rz_kind_is(a->kind, RZ_KIND_JOINT) && rz_merge_own_session(m, b, a);
    uint32_t end, t = b->from->last;
    bool joint = rz_kind_is(a->kind, RZ_KIND_JOINT);
    if (!(joint || rz_kind_is(a->kind, RZ_KIND_SESSION)) || !rz_kind_is(b->kind, RZ_KIND_SESSION) || a->from->clause != b->from->clause || a->from == b->from) return false;
    if ((!joint && a->from->evoked != RZ_EVOKED_NOUN) || a->from->first > b->from->first || t >= s->text->n_tokens || rz_class_at(s, t, &end) != RZ_C_OWN) return false;
    rz_link link = {.prep_token = RZ_NONE};
    rz_govern(s, &link, a->from->first);
    return (joint ? link.kind != RZ_LINK_PREP : link.prep == RZ_C_IN) && rz_places_agree(m, a->place_row, b->place_row);
}

/* «پس از تقدیم استوارنامه، دو طرف …»: the one told of just before or after. */
void rz_merge_bare_credentials(merger *m) {
    for (uint32_t i = 0; i < m->out.n; i++) {
        merged *e = &m->out.at[i];
        if (e->dropped || e->n_actors || !rz_kind_is(e->kind, RZ_KIND_CREDENTIALS)) continue;
        rz_around near = rz_merged_around(m, e);
        for (uint32_t j = near.low; j < near.high && !e->dropped; j++) {
            merged *a = &m->out.at[j];
            if (a == e || a->dropped || !a->n_actors || !rz_kind_is(a->kind, RZ_KIND_CREDENTIALS) || strcmp(a->status, e->status) != 0 || !rz_days_agree(a->days, e->days) || !is_near(m, a, e)) continue;
            rz_merge_add_proof(m, a, e->from);
            e->dropped = true;
        }
    }
}
