/* What was talked of, told in a sentence of its own: «پایان جنگ X محور گفت‌وگوهاست», «Y از موضوعات اصلی این نشست بود», «موضوع هر دو دیدار Z بود».
 * It is of what was told last of those that the noun can mean; of several that one sentence told, of all where the noun is in the plural. */
#include "event/topic.h"
#include "resolve/merge.h"

enum { SENTENCES = 3 };

/* Which events a noun can mean, by the list it stands in; many: it tells of several. */
static const struct {
    const char *words;
    uint32_t kinds;
    bool many;
} nouns[] = {
    {"matter-of-talks", RZ_KIND_CONTACT | RZ_KIND_ROUNDS | RZ_KIND_JOINT | RZ_KIND_SESSION, false},
    {"matter-of-meeting", RZ_KIND_MET | RZ_KIND_LOOSE | RZ_KIND_LEADERS, false},
    {"matter-of-meetings", RZ_KIND_MET | RZ_KIND_LOOSE | RZ_KIND_LEADERS, true},
    {"matter-of-calls", RZ_KIND_REMOTE, true},
    {"matter-of-session", RZ_KIND_SESSION | RZ_KIND_JOINT | RZ_KIND_LEADERS | RZ_KIND_ROUNDS | RZ_KIND_MET, false},
    {"matter-of-paper", RZ_KIND_PAPER, false},
};
enum { N_NOUNS = sizeof nouns / sizeof *nouns };

typedef struct {
    uint32_t axis, last; /* tokens: where the words begin, and past the noun */
    uint32_t kinds;
    bool many, both;
} matter;

static rz_row list_of(const merger *m, const char *words) { return rz_row_find(m->cast->data, RZ_WORDS, rz_str_of(words)); }

/* «محور [اصلی] [این] گفت‌وگوها», «از موضوعات هر دو دیدار» at the token. */
static bool matter_at(const merger *m, uint32_t token, matter *out) {
    const rz_scene *s = &m->found->scene;
    uint32_t at = rz_listed_end(s, list_of(m, "matter-axis"), token), end;
    if (at == token || at >= s->text->n_tokens) return false;
    *out = (matter){.axis = token};
    uint32_t both = rz_listed_end(s, list_of(m, "matter-both"), at);
    out->both = both > at;
    if (both > at) at = both;
    else if (rz_class_at(s, at, &end) == RZ_C_DEFINITE) at = end;
    for (int i = 0; i < N_NOUNS && at < s->text->n_tokens; i++) {
        end = rz_listed_end(s, list_of(m, nouns[i].words), at);
        if (end < out->last || end == at) continue; /* «دیدارها» is a form of «دیدار» too */
        out->last = end, out->kinds = nouns[i].kinds, out->many = nouns[i].many || out->both;
    }
    return out->last > at;
}

static bool was(const merger *m, const matter *of) {
    const rz_scene *s = &m->found->scene;
    uint32_t verb = s->clauses[s->clause_of[of->axis]].verb;
    return verb != RZ_NONE && s->text->verbs[verb].tense == RZ_PAST;
}

/* Can the noun mean it? */
static bool may_mean(const merger *m, const merged *e, const void *how) {
    const matter *of = how;
    if (e->from->occasion || !rz_kind_is(e->kind, of->kinds) || rz_token_sentence(&m->found->scene, of->axis) - rz_token_sentence(&m->found->scene, e->from->first) > SENTENCES) return false;
    return !was(m, of) || !rz_looks_ahead(e->status) || e->stated;
}

static void tell(merger *m, const matter *of) {
    const rz_scene *s = &m->found->scene;
    uint32_t clause = s->clause_of[of->axis], opens = of->last;
    const merged *last = rz_merged_last(m, of->axis, may_mean, of);
    const rz_clause *c = &s->clauses[clause];
    rz_row_list topics = {0};
    uint32_t from = of->axis > c->first + RZ_CLAUSE_REACH ? of->axis - RZ_CLAUSE_REACH : c->first, to = c->last < of->last + RZ_CLAUSE_REACH ? c->last : of->last + RZ_CLAUSE_REACH;
    while (opens < to && s->text->tokens[opens].punct) opens++;
    rz_topics_gather(s, (rz_told_in){from, of->axis, clause, false}, RZ_TOPICS_SUBJECTS, &topics);
    rz_topics_gather(s, (rz_told_in){opens, to, clause, true}, RZ_TOPICS_SUBJECTS, &topics);
    if (!last || !topics.n) return;
    rz_around near = rz_merged_around(m, last);
    const merged *other = of->both ? rz_merged_last(m, last->from->first, may_mean, of) : NULL;
    for (uint32_t i = near.low; i < near.high; i++) {
        merged *e = &m->out.at[i];
        bool together = of->many && e->from == last->from; /* told in one sentence */
        if (e->dropped || !(e == last || e == other || together)) continue;
        rz_merged_topics(m, e, &topics);
    }
}

void rz_merge_matters(merger *m) {
    const rz_scene *s = &m->found->scene;
    rz_row axis = list_of(m, "matter-axis");
    for (uint32_t t = 0; rz_row_there(s->text, axis) && t < s->text->n_tokens; t++) {
        matter of;
        if (!(rz_lists_at(s->text, t) & RZ_LIST(axis)) || s->clause_of[t] == RZ_NONE || !matter_at(m, t, &of)) continue;
        tell(m, &of);
        t = of.last - 1;
    }
}
