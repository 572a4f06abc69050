/* What an event was about and how often it was: topics named near it, «سه بار». */
#include "event/event.h"

/* Which names of topics count: also the subject, where that is what is talked of; only states of which something is told. */
typedef enum { ALL, SUBJECTS, MATTERS } gather;

/* «روابط سیاسی X و Y»: whose relations they are. */
static bool of_relations(const rz_scene *s, const rz_link *link, uint32_t first) {
    enum { LONGEST = 8 };
    if (link->kind != RZ_LINK_OF || first - link->chain > LONGEST) return false;
    for (uint32_t h = rz_hits_from(s->text, link->chain, RZ_TYPE(RZ_TOPIC)); h < s->text->hit_at[link->chain + 1]; h++)
        if (s->text->hits[h].type == RZ_TOPIC && rz_row_has(s->text->data, s->text->hits[h].row, "kind", "relations")) return true;
    return false;
}

/* A state that acts, is met with or is gone to is no topic; nor is what stands in somebody's office or name. Where the
 * subject is what is talked of («سوریه محور این دیدار بود»), it is one. */
static bool names_somebody(const rz_scene *s, const rz_hit *hit, bool subjects) {
    uint32_t i = s->mention_at[hit->first];
    if (i == RZ_NONE) return false;
    const rz_mention *m = &s->mentions->at[i];
    const rz_link *link = &s->links[i];
    if (m->kind == RZ_M_OUTLET) return true;
    if (m->kind == RZ_M_FORUM && hit->last >= m->last) return false; /* «سازوکار منطقه‌ای ۳+۳» */
    if (m->first < hit->first || m->last > hit->last) return rz_is_actor(m);
    if ((m->kind != RZ_M_STATE && m->kind != RZ_M_ORGANISATION) || m->first != hit->first || m->last != hit->last) return false;
    if (m->kind == RZ_M_STATE && of_relations(s, link, m->first)) return true;
    if (subjects && link->kind != RZ_LINK_PREP) return false;
    uint32_t last;
    bool state = m->kind == RZ_M_STATE, listed = m->first > 0 && (s->text->tokens[m->first - 1].punct == ',' || rz_class_at(s, m->first - 1, &last) == RZ_C_AND);
    if (state && !listed && s->clause_of[m->first] != RZ_NONE && s->clauses[s->clause_of[m->first]].subject == i) return true;
    return link->kind == RZ_LINK_PREP && (link->prep == RZ_C_WITH || link->prep == RZ_C_TO || link->prep == RZ_C_FROM || link->prep == RZ_C_AGENT || link->prep == RZ_C_ALONG ||
                                          link->prep == RZ_C_BETWEEN || link->prep == RZ_C_PRESENCE || link->prep == RZ_C_HOST);
}

/* The topic that a hit names, itself or as the agreement on it. */
static rz_row topic_of(const rz_scene *s, const rz_hit *hit) {
    rz_row_type type = hit->type;
    if (type == RZ_TOPIC) return hit->row;
    if (type != RZ_AGREEMENT || rz_points_nowhere(s, hit)) return RZ_NONE;
    rz_str id = rz_row_get(s->text->data, hit->row, "topic");
    return id.size ? rz_row_find(s->text->data, RZ_TOPIC, id) : RZ_NONE;
}

/* Is something told of the state: «تحولات X», «در X», «درباره X»? And of nothing only as what it was said in spite of. */
static bool is_matter(const rz_scene *s, const rz_hit *hit) {
    rz_link around = {0};
    uint32_t i = s->mention_at[hit->first], last;
    rz_govern(s, &around, hit->first);
    if (around.prep == RZ_C_CIRCUMSTANCE) return false;
    if (i == RZ_NONE || s->mentions->at[i].kind != RZ_M_STATE) return true;
    const rz_link *link = &s->links[i];
    if (link->prep == RZ_C_ABOUT || link->prep == RZ_C_IN) return true;
    for (uint32_t t = link->chain; t < hit->first && t < link->chain + RZ_REACH; t++)
        if (rz_class_at(s, t, &last) == RZ_C_ISSUE) return true;
    return false;
}

/* «مسائل دوجانبه، منطقه‌ای و بین‌المللی»: what the first noun is told of once more, right after the topic before. */
static bool stands_alone(const rz_scene *s, const rz_hit *hit, uint32_t first, uint32_t covered) {
    uint32_t last;
    if (hit->type != RZ_TOPIC || hit->key != s->g->k_listed) return true;
    if (hit->first <= first || covered + 1 != hit->first) return false;
    return s->text->tokens[hit->first - 1].punct == ',' || rz_class_at(s, hit->first - 1, &last) == RZ_C_AND;
}

/* What stands wholly inside a longer name is not told of by itself; what overlaps is: «موضوعات دوجانبه، منطقه‌ای و بین‌المللی». */
static void collect(const rz_scene *s, uint32_t first, uint32_t last, uint32_t clause, gather how, rz_row_list *out) {
    uint32_t covered = first;
    for (uint32_t t = first; t < last; t++) {
        uint32_t longest = 0;
        if (clause != RZ_NONE && s->clause_of[t] != clause) continue;
        for (uint32_t h = s->text->hit_at[t]; h < s->text->hit_at[t + 1]; h++) {
            const rz_hit *hit = &s->text->hits[h];
            if (hit->last > last || hit->last <= covered || hit->last < longest) continue;
            rz_row topic = topic_of(s, hit);
            if (topic == RZ_NONE || !stands_alone(s, hit, first, covered) || names_somebody(s, hit, how == SUBJECTS) || (how == MATTERS && !is_matter(s, hit))) continue;
            longest = hit->last;
            bool known = false;
            for (uint32_t i = 0; i < out->n; i++) known |= out->at[i] == topic;
            if (!known) *RZ_PUSH(s->arena, out) = topic;
        }
        if (longest > covered) covered = longest;
    }
}

void rz_topics_in(const rz_scene *s, uint32_t first, uint32_t last, uint32_t clause, bool matters, rz_row_list *out) {
    collect(s, first, last, clause, matters ? MATTERS : ALL, out);
}

/* «محور این دیدار», «از موضوعات رایزنی»: where the words before the event noun begin; RZ_NONE where they do not stand there. */
static uint32_t axis_before(const rz_scene *s, const rz_found_event *e) {
    uint32_t start = e->first, from = s->clauses[e->clause].first, axis;
    if (rz_class_before(s, start, from, false, &axis) == RZ_C_DEFINITE) start = axis;
    return rz_class_before(s, start, from, false, &axis) == RZ_C_TOPIC_AXIS ? axis : RZ_NONE;
}

/* States that are what a meeting was about were not at it: those before «محور دیدار», and all of «محور این دیدار». */
static void keep_people(const rz_scene *s, rz_found_event *e, uint32_t axis) {
    uint32_t n = 0;
    for (uint32_t i = 0; i < e->parts.n; i++) {
        uint32_t mention = e->parts.at[i].mention;
        bool told_of = mention < RZ_SPEAKER && s->mentions->at[mention].kind == RZ_M_STATE && s->links[mention].kind != RZ_LINK_PREP &&
                       (e->definite || s->mentions->at[mention].first < axis);
        if (!told_of) e->parts.at[n++] = e->parts.at[i];
    }
    e->parts.n = n;
}

static void topics_of_axis(const rz_scene *s, rz_found_event *e, uint32_t axis) {
    const rz_clause *c = &s->clauses[e->clause];
    uint32_t from = axis > c->first + RZ_CLAUSE_REACH ? axis - RZ_CLAUSE_REACH : c->first;
    keep_people(s, e, axis);
    collect(s, from, axis, e->clause, SUBJECTS, &e->topics);
    collect(s, e->last, c->last < e->last + RZ_CLAUSE_REACH ? c->last : e->last + RZ_CLAUSE_REACH, e->clause, SUBJECTS, &e->topics);
}

/* «در این دیدار یمن و سوریه مورد بحث قرار گرفت»: what its clause discusses was not at it. */
static bool only_spoken_of(const rz_found *found, const rz_found_event *e) {
    uint32_t other = found->verbal_of[e->clause];
    if (!e->definite || other == RZ_NONE) return false;
    const rz_frame *f = found->events.at[other].frame;
    return f->discussion && !f->subject;
}

/* The verb at the token is of another clause, told beside («… سفر کرد و گفت»), not the purpose («… سفر کرد تا درباره … رایزنی کند»). */
static bool told_beside(const rz_scene *s, const rz_found_event *e, uint32_t t) {
    uint32_t clause = s->clause_of[t];
    if (clause == e->clause || clause == RZ_NONE) return clause == RZ_NONE;
    uint32_t verb = s->clauses[clause].verb;
    return verb == RZ_NONE || s->text->verbs[verb].tense != RZ_SUBJUNCTIVE;
}

/* «پس از سفر X، Z درباره … هشدار داد»: somebody else tells of it. */
static bool told_by_another(const rz_scene *s, const rz_found_event *e, uint32_t t) {
    uint32_t subject = s->clauses[e->clause].subject;
    if (e->evoked == RZ_EVOKED_VERB || subject == RZ_NONE) return false;
    uint32_t first = s->mentions->at[subject].first;
    rz_link link = {.prep_token = RZ_NONE};
    rz_govern(s, &link, e->first);
    bool beside = link.prep == RZ_C_AFTER || link.prep == RZ_C_BEFORE;
    if (first >= t || (first < e->last && !beside)) return false;
    for (uint32_t i = 0; i < e->parts.n; i++)
        if (e->parts.at[i].mention == subject) return false;
    return true;
}

/* «در سفر به X با Y درباره … گفت‌وگو کرد»: what the verb's own event was about. */
static bool about_the_verb(const rz_found *found, const rz_found_event *e) {
    uint32_t verbal = found->verbal_of[e->clause];
    if (!rz_kind_is(e->kind, RZ_KIND_JOURNEY) || e->evoked == RZ_EVOKED_VERB || verbal == RZ_NONE) return false;
    const rz_found_event *v = &found->events.at[verbal];
    return v->frame->discussion || rz_kind_is(v->kind, RZ_KIND_CONTACT);
}

/* The first token of a paper's name in [from, to): «قرارداد», «یادداشت تفاهم»; RZ_NONE. */
static uint32_t paper_in(const rz_scene *s, uint32_t from, uint32_t to) {
    for (uint32_t t = from; t < to; t++)
        for (uint32_t h = rz_hits_from(s->text, t, RZ_TYPE(RZ_AGREEMENT_NOUN)); h < s->text->hit_at[t + 1]; h++)
            if (s->text->hits[h].type == RZ_AGREEMENT_NOUN) return t;
    return RZ_NONE;
}

/* «قرارداد صادرات گاز را امضا کردند», «امضای تفاهم‌نامه همکاری‌های کنسولی»: what the paper is about. */
static void topics_of_paper(const rz_scene *s, rz_found_event *e) {
    enum { NEAR = 4, LONGEST = 16 };
    const rz_clause *c = &s->clauses[e->clause];
    uint32_t from = e->first > c->first + RZ_REACH ? e->first - RZ_REACH : c->first, end;
    uint32_t paper = paper_in(s, from, e->first), to = e->first;
    if (paper == RZ_NONE) {
        uint32_t low = e->evoked == RZ_EVOKED_VERB ? c->last : e->last;
        paper = paper_in(s, low, low + NEAR < c->last ? low + NEAR : c->last);
        to = c->last;
    }
    if (paper == RZ_NONE) return;
    uint32_t stop = paper + 1;
    for (; stop < to && stop < paper + LONGEST; stop++) {
        uint8_t class = rz_class_at(s, stop, &end);
        if (class == RZ_C_WITH || class == RZ_C_BETWEEN || class == RZ_C_OBJECT || class == RZ_C_PRESENCE || class == RZ_C_TO || rz_ends_phrase(s, stop)) break;
    }
    rz_topics_in(s, paper, stop, e->clause, true, &e->topics);
}

/* «در اعتراض به X احضار شد», «به دلیل X تحریم کرد»: why, in its clause. */
static void topics_of_reason(const rz_scene *s, rz_found_event *e) {
    const rz_clause *c = &s->clauses[e->clause];
    rz_row reasons = rz_row_find(s->g->data, RZ_WORDS, RZ_STR("reasons"));
    bool fits = rz_kind_is(e->kind, RZ_KIND_REASONED);
    uint32_t from = e->first > c->first + RZ_REACH ? e->first - RZ_REACH : c->first, to = c->last < e->last + RZ_REACH ? c->last : e->last + RZ_REACH;
    for (uint32_t t = from; fits && t < to; t++)
        for (uint32_t h = rz_hits_from(s->text, t, RZ_TYPE(RZ_WORDS)); h < s->text->hit_at[t + 1]; h++) {
            if (s->text->hits[h].row != reasons || s->clause_of[t] != e->clause) continue;
            uint32_t stop = s->text->hits[h].last, end;
            while (stop < to && stop != e->first && s->text->tokens[stop].punct != ',' && !rz_verb_between(s, stop, stop + 1) && rz_class_at(s, stop, &end) != RZ_C_TO) stop++;
            rz_topics_in(s, s->text->hits[h].last, stop, e->clause, true, &e->topics);
        }
}

/* «مذاکرات هسته‌ای», «مذاکرات صلح»: what its name says that it is about, where that is no name of those who hold it. */
static void topics_of_name(const rz_scene *s, rz_found_event *e) {
    if (!rz_kind_is(e->kind, RZ_KIND_ROUNDS | RZ_KIND_LOOSE)) return;
    uint32_t last = 0;
    for (uint32_t h = rz_hits_from(s->text, e->first, RZ_TYPE(RZ_TOPIC)); h < s->text->hit_at[e->first + 1]; h++)
        if (s->text->hits[h].type == RZ_TOPIC && s->text->hits[h].last > last) last = s->text->hits[h].last;
    for (uint32_t t = e->first; t < last; t++)
        if (s->mention_at[t] != RZ_NONE) return;
    if (last >= e->last) rz_topics_in(s, e->first, last, e->clause, true, &e->topics);
}

/* «ضمن بررسی X و Y، بر Z تأکید کردند»: what was gone over ends where another phrase begins. */
static void topics_besides(const rz_scene *s, rz_found_event *e) {
    const rz_clause *c = &s->clauses[e->clause];
    uint32_t to = c->last < e->last + RZ_REACH ? c->last : e->last + RZ_REACH, stop = e->last, end;
    for (; stop < to; stop++) {
        uint8_t class = s->text->tokens[stop].punct == ',' && stop + 1 < to ? rz_class_at(s, stop + 1, &end) : RZ_C_NONE;
        if (class && class <= RZ_C_LAST_PREP) break;
    }
    rz_topics_in(s, e->last, stop, e->clause, false, &e->topics);
}

/* «درباره … با X گفت‌وگو کرد», «… مورد بحث قرار گرفت» */
void rz_event_topics(rz_found *found, rz_found_event *e) {
    const rz_scene *s = &found->scene;
    const rz_clause *c = &s->clauses[e->clause];
    uint32_t to = s->text->sentences[c->sentence].last;
    if (e->frame->discussion && e->evoked == RZ_EVOKED_NOUN) {
        topics_besides(s, e);
        return;
    }
    if (e->frame->discussion) {
        uint32_t low = e->first > c->first + RZ_CLAUSE_REACH ? e->first - RZ_CLAUSE_REACH : c->first;
        collect(s, low, c->last < e->last + RZ_CLAUSE_REACH ? c->last : e->last + RZ_CLAUSE_REACH, e->clause, e->frame->subject ? ALL : SUBJECTS, &e->topics);
        return;
    }
    if (only_spoken_of(found, e)) keep_people(s, e, e->first);
    uint32_t axis = e->evoked == RZ_EVOKED_NOUN ? axis_before(s, e) : RZ_NONE;
    if (axis != RZ_NONE) {
        topics_of_axis(s, e, axis);
        return;
    }
    if (rz_kind_is(e->kind, RZ_KIND_PAPER)) topics_of_paper(s, e);
    topics_of_name(s, e);
    topics_of_reason(s, e);
    uint32_t from = e->evoked == RZ_EVOKED_VERB ? c->first : e->last;
    if (e->first > from + RZ_CLAUSE_REACH) from = e->first - RZ_CLAUSE_REACH;
    for (uint32_t t = from; t < to && t < e->last + 2 * RZ_REACH; t++) {
        uint32_t end;
        uint8_t class = rz_class_at(s, t, &end);
        if (t >= e->last && rz_verb_between(s, t, t + 1) && s->text->tokens[t].verb != c->verb) break;
        if (class != RZ_C_ABOUT && class != RZ_C_TOPIC_AXIS) continue;
        if (t >= e->last && (told_beside(s, e, t) || told_by_another(s, e, t) || about_the_verb(found, e) || rz_trigger_between(found, e, e->last, t))) break;
        uint32_t stop = end;
        while (stop < to && stop < end + RZ_REACH && !rz_verb_between(s, stop, stop + 1) && s->clause_of[stop] == s->clause_of[t]) stop++;
        rz_topics_in(s, end, stop, RZ_NONE, false, &e->topics);
        t = stop;
    }
}

static int64_t number_at(const rz_scene *s, uint32_t token) {
    if (s->text->tokens[token].number >= 0) return s->text->tokens[token].number;
    for (uint32_t h = s->text->hit_at[token]; h < s->text->hit_at[token + 1]; h++) {
        const rz_hit *hit = &s->text->hits[h];
        if (hit->type != RZ_NUMBER || hit->last != token + 1) continue;
        if (rz_row_has(s->text->data, hit->row, "use", "ordinal")) continue; /* برای سومین بار: once */
        rz_str value = rz_row_get(s->text->data, hit->row, "value");
        int64_t n = 0;
        for (uint32_t i = 0; i < value.size && value.at[i] >= '0' && value.at[i] <= '9' && n < 1000; i++)
            n = n * 10 + (value.at[i] - '0');
        return n;
    }
    return -1;
}

/* «چهارم», «نهمین» at the token; 0: none. */
static uint32_t ordinal_at(const rz_scene *s, uint32_t token) {
    for (uint32_t h = rz_hits_from(s->text, token, RZ_TYPE(RZ_NUMBER)); h < s->text->hit_at[token + 1]; h++) {
        const rz_hit *hit = &s->text->hits[h];
        if (hit->type != RZ_NUMBER || !rz_row_has(s->text->data, hit->row, "use", "ordinal")) continue;
        rz_str value = rz_row_get(s->text->data, hit->row, "value");
        uint32_t n = 0;
        for (uint32_t i = 0; i < value.size && value.at[i] >= '0' && value.at[i] <= '9' && n < 1000; i++) n = n * 10 + (uint32_t)(value.at[i] - '0');
        return n;
    }
    return 0;
}

/* «دور چهارم مذاکرات», «نهمین اجلاس», «نشست سوم»: which of them it is; 0: not told. */
static uint32_t ordinal_of(const rz_scene *s, const rz_found_event *e) {
    enum { NEAR = 4 };
    uint32_t from = s->clauses[e->clause].first, low = e->first > from + NEAR ? e->first - NEAR : from, end;
    uint32_t after = e->last < s->text->n_tokens && s->clause_of[e->last] == e->clause && s->time_at[e->last] == RZ_NONE ? ordinal_at(s, e->last) : 0;
    if (after) return after;
    for (uint32_t t = e->first; t-- > low;) {
        uint32_t n = ordinal_at(s, t);
        if (n) return n;
        uint8_t class = rz_class_at(s, t, &end);
        if (class != RZ_C_ROUND && !(s->text->tokens[t].pos & RZ_POS_NOUN)) return 0;
        if (s->mention_at[t] != RZ_NONE || s->text->tokens[t].verb != RZ_NONE) return 0;
    }
    return 0;
}

void rz_event_count(const rz_scene *s, rz_found_event *e) {
    if (rz_kind_is(e->kind, RZ_KIND_NUMBERED)) e->ordinal = ordinal_of(s, e);
    const rz_clause *c = &s->clauses[e->clause];
    uint32_t from = e->first > c->first + RZ_REACH ? e->first - RZ_REACH : c->first + 1;
    for (uint32_t t = from; t < c->last && t < e->last + RZ_REACH; t++) {
        uint32_t end;
        if (s->clause_of[t] != e->clause || rz_class_at(s, t, &end) != RZ_C_TIMES) continue;
        int64_t n = number_at(s, t - 1);
        if (n > 1 && n < 1000 && e->evoked == RZ_EVOKED_VERB) e->count = (uint32_t)n;
    }
}
