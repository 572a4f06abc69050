/* Those who march without a name: «هزاران نفر از هواداران X», «زنان معترض», «ساکنان X». */
#include "event/sent.h"

typedef struct {
    rz_row heads, counts, some;
    bool any; /* whoever marches; else those alone of the heads */
} crowd_words;

/* «با تجار نشستی برگزار کرد», «با حضور معاونان وزارت X آغاز به کار کرد» */
static bool happens_there(const rz_scene *s, uint32_t token) {
    for (rz_hits h = rz_hits_of(s->text, token, RZ_TYPE(RZ_WORDS)); rz_hits_next(&h);) {
        uint8_t class = h.hit.type == RZ_WORDS ? rz_class_of(s->g, h.hit.row) : RZ_C_NONE;
        if ((class == RZ_C_HAPPEN || class == RZ_C_ENDED) && h.hit.last < s->text->n_tokens && s->text->tokens[h.hit.last].verb != RZ_NONE) return true;
    }
    return false;
}

static bool ends_name(const rz_found *found, uint32_t token) {
    const rz_scene *s = &found->scene;
    uint32_t end;
    const rz_token *t = &s->text->tokens[token];
    uint8_t class = rz_class_at(s, token, &end);
    bool with_verb = happens_there(s, token);
    uint32_t next = token + 1 < s->text->n_tokens ? t[1].verb : RZ_NONE; /* «رهبران اروپایی توافق کردند»: a part of the verb */
    bool light = rz_verb_among(s, next, s->g->make, RZ_N_MAKE) || rz_verb_among(s, next, s->g->become, 2);
    bool of_verb = next != RZ_NONE && (class || light || ((t->pos & RZ_POS_NOUN) && !(t->pos & RZ_POS_ADJ)));
    return with_verb || of_verb || t->kind != RZ_TOKEN_WORD || t->verb != RZ_NONE || rz_token_time(s, token) != RZ_NONE || rz_trigger_at(found, token) != RZ_NONE || (class && class <= RZ_C_ALSO) || class == RZ_C_SEEKS || class == RZ_C_INTENDS || class == RZ_C_COMPRISING || class == RZ_C_BEFORE_NOUN ||
           rz_listed_end(s, rz_row_find(s->g->data, RZ_WORDS, RZ_STR("crowds-do-to")), token) > token; /* «معترضان پرچم X را سوزاندند» */
}

/* The token after the place or person that closes the name: «مردم X و Y». */
static uint32_t after_mention(const rz_scene *s, uint32_t m) {
    uint32_t last = s->mentions->at[m].last, end;
    if (last >= s->text->n_tokens || rz_class_at(s, last, &end) != RZ_C_AND || end >= s->text->n_tokens) return last;
    uint32_t next = s->mention_at[end];
    bool same = next != RZ_NONE && s->mentions->at[next].first == end && s->mentions->at[next].kind == s->mentions->at[m].kind;
    return same ? s->mentions->at[next].last : last;
}

static bool is_paper(const rz_scene *s, uint32_t token) {
    return rz_types_at(s->text, token) & RZ_TYPE(RZ_AGREEMENT_NOUN);
}

/* «مخالفان [سه سند] امضا کردند», «یک شرکت X [قرارداد] …» */
static bool tells_paper(const rz_scene *s, const rz_found_event *e, uint32_t token) {
    if (!rz_kind_is(e->kind, RZ_KIND_PAPER)) return false;
    return is_paper(s, token) || (token + 1 < s->text->n_tokens && rz_number_at(s, token) && is_paper(s, token + 1));
}

/* «فعالان سیاسی و مدنی X»: a second adjective of theirs, not «مخالفان و دولت X». */
static bool joins_adjective(const rz_scene *s, uint32_t first, uint32_t and) {
    const rz_token *t = &s->text->tokens[and];
    uint32_t end, whose = and + 2 < s->text->n_tokens ? s->mention_at[and + 1] : RZ_NONE; /* «سیاسی X» may be found as one */
    if (whose != RZ_NONE && s->mentions->at[whose].first == and + 1 && (s->mentions->at[whose].kind == RZ_M_PERSON || s->mentions->at[whose].kind == RZ_M_OFFICE)) return false; /* «مدیران و علی رضایی» */
    if (and == first || (whose != RZ_NONE && s->mentions->at[whose].last == and + 2) || and + 2 >= s->text->n_tokens || rz_class_at(s, and, &end) != RZ_C_AND || end != and + 1) return false;
    bool both = (!t[-1].pos || (t[-1].pos & RZ_POS_ADJ)) && (t[1].pos & RZ_POS_ADJ) && s->mention_at[and + 2] != RZ_NONE;
    return both && t[1].verb == RZ_NONE && !rz_acts_for(s, and + 1, and + 2);
}

/* The end of the phrase that begins at the token: its words up to the next preposition, time or verb. */
uint32_t rz_crowd_name_end(const rz_found *found, const rz_found_event *e, uint32_t first, uint32_t head) {
    enum { LONGEST = 6 };
    const rz_scene *s = &found->scene;
    uint32_t t = first + head;
    while (t < s->text->n_tokens && t < first + LONGEST && s->clause_of[t] == e->clause && t != e->first) {
        uint32_t m = s->mention_at[t];
        if (m != RZ_NONE && s->mentions->at[m].first == t && s->mentions->at[m].kind != RZ_M_OUTLET) return after_mention(s, m);
        bool whose = head && rz_trigger_at(found, t) != RZ_NONE && t + 1 < s->text->n_tokens && s->text->tokens[t + 1].verb == RZ_NONE &&
                     (t == first + head || !ends_name(found, t + 1)); /* «مخالفان مذاکره», «قربانیان حمله X» */
        if (!whose && joins_adjective(s, first, t)) { t++; continue; }
        if (!whose && (ends_name(found, t) || tells_paper(s, e, t))) break;
        t++;
    }
    return t;
}

/* The token after the number that begins at the token («پنج هزار»), or the token. */
static uint32_t past_number(const rz_scene *s, uint32_t token) {
    enum { MOST = 4 };
    uint32_t t = token;
    while (t < token + MOST && t < s->text->n_tokens && rz_number_at(s, t) && rz_token_time(s, t) == RZ_NONE) t++;
    return t;
}

/* The crowd that begins at the token: its name in [*first, the value returned), which is empty where none does. */
static uint32_t crowd_at(const rz_found *found, const crowd_words *w, const rz_found_event *e, uint32_t token, uint32_t *first) {
    const rz_scene *s = &found->scene;
    uint32_t end = rz_listed_end(s, w->some, token);
    *first = token;
    if (end > token) { /* «گروهی از …», «هزاران نفر از …» */
        uint32_t head = rz_listed_end(s, w->heads, end);
        if (!w->any && head == end) return token;
        uint32_t last = rz_crowd_name_end(found, e, end, head - end);
        if (last != end + 1) *first = end; /* one word tells little alone: «گروهی از زنان» */
        return last > end ? last : token;
    }
    uint32_t verb = s->clauses[e->clause].verb; /* not «۱۵۰ معترض در تجمع X بازداشت شدند» */
    uint32_t counted = w->any && verb != RZ_NONE && !rz_undergone(s, verb) ? past_number(s, token) : token;
    if (counted > token) end = rz_listed_end(s, rz_row_find(s->g->data, RZ_WORDS, RZ_STR("crowd-members")), counted);
    if (counted > token && end > counted) return end; /* «۲۵۰۰ نفر» */
    end = rz_listed_end(s, w->counts, token);
    if (end > token + 1) return end; /* «هزاران نفر» */
    if (end > token) return rz_crowd_name_end(found, e, token, 1); /* «ده‌ها زن» */
    end = rz_listed_end(s, w->heads, token);
    return end > token ? rz_crowd_name_end(found, e, token, end - token) : token;
}

/* «…؛ شماری از هواداران وی نیز تجمع کردند»: who is told of at the head of the clause is its subject, not whom the one before is of. */
bool rz_heads_clause(const rz_scene *s, uint32_t clause, uint32_t first) {
    enum { NEAR = 3 };
    const rz_clause *c = &s->clauses[clause];
    return c->inherits && first < c->first + NEAR;
}

void rz_inherited_leave(const rz_scene *s, rz_found_event *e) {
    uint32_t n = 0, subject = s->clauses[e->clause].subject;
    for (uint32_t i = 0; i < e->parts.n; i++) {
        uint32_t m = e->parts.at[i].mention;
        bool above = m < s->mentions->n && subject != RZ_NONE && s->links[m].list == s->links[subject].list && s->mentions->at[m].first < s->clauses[e->clause].first;
        if (!above) e->parts.at[n++] = e->parts.at[i];
    }
    e->parts.n = n;
}

static bool is_free(const rz_scene *s, uint32_t first, uint32_t last, uint32_t from) {
    uint32_t start, end;
    if (rz_class_before(s, first, from, true, &start)) return false;
    return last >= s->text->n_tokens || rz_class_at(s, last, &end) != RZ_C_OBJECT;
}

/* Of those who march all that tells of many; of those who attack the words for a crowd that does: «حمله معترضان به سفارت X». */
static bool words_for(const rz_scene *s, const rz_found_event *e, crowd_words *w) {
    const rz_data *d = s->g->data;
    if (!rz_kind_is(e->kind, RZ_KIND_CROWD | RZ_KIND_ATTACK)) return false;
    *w = (crowd_words){rz_row_find(d, RZ_WORDS, RZ_STR("crowds")), rz_row_find(d, RZ_WORDS, RZ_STR("crowd-counts")), rz_row_find(d, RZ_WORDS, RZ_STR("crowd-some")), true};
    if (rz_kind_is(e->kind, RZ_KIND_CROWD)) return true;
    *w = (crowd_words){rz_row_find(d, RZ_WORDS, RZ_STR("crowds-attacking")), RZ_NONE, w->some, false};
    const char *role = e->evoked == RZ_EVOKED_VERB ? e->frame->subject : e->frame->of;
    return role && !strcmp(role, "subject");
}

/* The crowd of the clause that is told of first in it, before or just behind the token range of the event. */
static bool crowd_of(rz_found *found, rz_found_event *e, const crowd_words *w, uint32_t clause) {
    enum { NEXT = 2 };
    const rz_scene *s = &found->scene;
    rz_found_event there = *e;
    there.clause = clause;
    uint32_t from = s->clauses[clause].first, first;
    if (e->first > from + RZ_REACH) from = e->first - RZ_REACH;
    for (uint32_t t = from; t < e->last + NEXT && t < s->text->n_tokens; t++) {
        if (s->clause_of[t] != clause || (t >= e->first && t < e->last)) continue;
        uint32_t end = crowd_at(found, w, &there, t, &first);
        bool nobody = end == first + 1 && !rz_kind_is(e->kind, RZ_KIND_CROWD); /* «معترضان» alone tells little of an attack */
        if (end <= first || nobody || !is_free(s, rz_number_at(s, t) ? rz_counted_from(s, t + 1, from) : t, end, from)) continue; /* «بیش از ۲۰۰ نفر» */
        if (rz_heads_clause(s, clause, t)) rz_inherited_leave(s, e);
        if (rz_has_role(e, "subject")) continue;
        e->crowd_first = first;
        e->crowd_last = end;
        e->crowd_role = "subject";
        return true;
    }
    return false;
}

/* «حزب X از مردم خواست تظاهرات کنند», «گروه‌های X از مردم خواستند …»: who calls for it is told with it. */
static void add_caller(rz_found *found, rz_found_event *e, const crowd_words *w) {
    const rz_scene *s = &found->scene;
    uint32_t verb = s->clauses[e->clause].verb, above = s->clauses[e->clause].parent;
    bool called = rz_kind_is(e->kind, RZ_KIND_CROWD) && e->evoked == RZ_EVOKED_VERB && above != RZ_NONE && s->text->verbs[verb].tense == RZ_SUBJUNCTIVE;
    if (!called || rz_has_role(e, "subject")) return;
    if (s->clauses[above].subject != RZ_NONE) rz_clause_subjects_add(found, e, above, "subject");
    else crowd_of(found, e, w, above);
}

/* «پلیس X اجازه داد تجمع کنند» */
static bool is_let(const rz_scene *s, const rz_found_event *e) {
    uint32_t above = s->clauses[e->clause].parent;
    if (above == RZ_NONE || !rz_kind_is(e->kind, RZ_KIND_CROWD) || e->evoked != RZ_EVOKED_VERB) return false;
    const rz_clause *c = &s->clauses[above];
    return rz_listed_within(s, rz_row_find(s->g->data, RZ_WORDS, RZ_STR("permits")), c->first, c->last < c->first + RZ_CLAUSE_REACH ? c->last : c->first + RZ_CLAUSE_REACH);
}

void rz_crowd_add(rz_found *found, rz_found_event *e) {
    const rz_scene *s = &found->scene;
    crowd_words w;
    if (!words_for(s, e, &w) || (rz_has_role(e, "subject") && !s->clauses[e->clause].inherits)) return;
    bool let = is_let(s, e);
    if (let && s->clauses[e->clause].inherits) rz_inherited_leave(s, e);
    if (!crowd_of(found, e, &w, e->clause) && !let) add_caller(found, e, &w);
}

/* «باشندگان X»: of the words of the crowd, or of who marched where no word for a crowd is known, the city that they are of. */
static uint32_t city_of(const rz_scene *s, const rz_found_event *e, uint32_t from, uint32_t to) {
    for (uint32_t t = from; t < to; t++) {
        uint32_t m = s->mention_at[t];
        if (m == RZ_NONE || s->mentions->at[m].kind != RZ_M_PLACE || s->mentions->at[m].row == RZ_NONE || s->links[m].clause != e->clause) continue;
        bool house = !rz_row_has(s->text->data, s->mentions->at[m].row, "kind", "city") && rz_row_state(s->text->data, s->mentions->at[m].row) == RZ_NONE;
        if (!house && (s->links[m].kind == RZ_LINK_OF || s->links[m].kind == RZ_LINK_FREE) && !s->links[m].prep) return m;
    }
    return RZ_NONE;
}

void rz_crowd_place(const rz_scene *s, rz_found_event *e) {
    if (!rz_kind_is(e->kind, RZ_KIND_CROWD) || e->place != RZ_NONE) return;
    enum { NEAR = 2 };
    if (e->crowd_last > e->crowd_first) e->place = city_of(s, e, e->crowd_first, e->crowd_last);
    uint32_t next = e->last + NEAR < s->text->n_tokens ? e->last + NEAR : s->text->n_tokens;
    if (e->place == RZ_NONE) e->place = city_of(s, e, e->last, next); /* «راهپیمایی ضدجنگ X» */
    uint32_t from = s->clauses[e->clause].first;
    if (e->first > from + RZ_REACH) from = e->first - RZ_REACH;
    if (e->place == RZ_NONE) e->place = city_of(s, e, from, e->first);
}
