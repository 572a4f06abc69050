/* What is talked of where no words nearby name it: what «این توافق», «در این باره» point back to, what the title tells. */
#include "event/saying.h"
#include "event/topic.h"

enum { MOST = 2, SENTENCES = 3, OF_TITLE = 10 };

static bool is_own(const rz_scene *s, rz_row topic) { return s->g->topic_kind[topic - s->g->first_topic] == RZ_TOPIC_OWN; }

/* Fields of cooperation, principles, bodies and relations are told of beside other things; of too many none is the one that is meant. */
static void add_own(const rz_scene *s, const rz_row_list *from, rz_row_list *out) {
    uint32_t n = 0;
    for (uint32_t i = 0; i < from->n; i++) n += is_own(s, from->at[i]);
    for (uint32_t i = 0; i < from->n && n <= MOST; i++)
        if (is_own(s, from->at[i])) *RZ_PUSH(s->arena, out) = from->at[i];
}

void rz_topics_of_title(const rz_scene *s, rz_row_list *out) {
    rz_row_list named = {0};
    const rz_article *a = s->article;
    if (a->title_last <= a->title_first) return;
    rz_topics_gather(s, (rz_told_in){a->title_first, a->title_last, RZ_NONE, false}, RZ_TOPICS_MATTERS, &named);
    add_own(s, &named, out);
}

/* What was said in the sentence, or what it tells of otherwise. */
static void of_sentence(const rz_found *found, uint32_t sentence, rz_row_list *out) {
    const rz_scene *s = &found->scene;
    uint32_t low = 0, high = found->statements.n; /* by sentence */
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (found->statements.at[middle].sentence <= sentence) low = middle + 1;
        else high = middle;
    }
    for (uint32_t i = low; i-- > 0 && found->statements.at[i].sentence == sentence;) add_own(s, &found->statements.at[i].topics, out);
    if (out->n) return;
    rz_row_list named = {0};
    uint32_t from = rz_sentence_start(s, &s->text->sentences[sentence]);
    if (from != RZ_NONE) rz_topics_gather(s, (rz_told_in){from, s->text->sentences[sentence].last, RZ_NONE, false}, RZ_TOPICS_MATTERS, &named);
    add_own(s, &named, out);
}

void rz_topics_before(const rz_found *found, uint32_t sentence, rz_row_list *out) {
    for (uint32_t back = 1; back <= SENTENCES && back <= sentence && !out->n; back++) of_sentence(found, sentence - back, out);
    if (!out->n) rz_topics_of_title(&found->scene, out);
}

/* «در همین حال …», «از سوی دیگر …»: another matter begins. */
static bool turns_away(const rz_scene *s, const rz_found_statement *st) {
    return rz_listed_end(s, rz_row_find(s->g->data, RZ_WORDS, RZ_STR("turns-away")), st->first) > st->first;
}

/* «گفت که به X سفر می‌کند»: he tells of who goes where and meets whom, not of a matter. */
static bool tells_of_event(const rz_found *found, const rz_found_statement *st) {
    const rz_scene *s = &found->scene;
    uint32_t verb = st->clause == RZ_NONE ? RZ_NONE : s->clauses[st->clause].verb;
    uint32_t from = verb != RZ_NONE && s->text->verbs[verb].last < st->last ? s->text->verbs[verb].last : st->first; /* «با X دیدار کرد و گفت …» */
    for (uint32_t t = from; t < st->last && t < from + RZ_CLAUSE_REACH; t++) {
        const rz_found_event *e = rz_event_at(found, t);
        if (e && e->evoked == RZ_EVOKED_VERB && rz_kind_is(e->kind, RZ_KIND_JOURNEY | RZ_KIND_MET | RZ_KIND_MESSAGE)) return true;
    }
    return false;
}

/* A briefing: several matters are spoken of that the title does not name. */
static bool of_many_matters(const rz_found *found, const rz_row_list *title) {
    enum { SEVERAL = 3 };
    const rz_scene *s = &found->scene;
    rz_row_list other = {0};
    for (uint32_t i = 0; i < found->statements.n && other.n < SEVERAL; i++) {
        const rz_row_list *topics = &found->statements.at[i].topics;
        for (uint32_t k = 0; k < topics->n; k++) {
            bool known = !is_own(s, topics->at[k]);
            for (uint32_t j = 0; j < title->n; j++) known |= title->at[j] == topics->at[k];
            for (uint32_t j = 0; j < other.n; j++) known |= other.at[j] == topics->at[k];
            if (!known) *RZ_PUSH(s->arena, &other) = topics->at[k];
        }
    }
    return other.n >= SEVERAL;
}

/* «پیمان صلح به‌زودی امضا می‌شود»: of which question, the title tells. */
static bool tells_of_peace(const rz_scene *s, const rz_row_list *topics) {
    return topics->n == 1 && rz_row_has(s->text->data, topics->at[0], "kind", "peace");
}

void rz_statements_recall(rz_found *found) {
    const rz_scene *s = &found->scene;
    rz_row pointing = rz_row_find(s->g->data, RZ_WORDS, RZ_STR("points-back"));
    uint32_t body = s->n_clauses ? s->clauses[0].sentence : 0;
    rz_row_list title = {0};
    rz_topics_of_title(s, &title);
    if (of_many_matters(found, &title)) title.n = 0;
    for (uint32_t i = 0; i < found->statements.n; i++) {
        rz_found_statement *st = &found->statements.at[i];
        bool peace = tells_of_peace(s, &st->topics);
        if ((st->topics.n && !peace) || turns_away(s, st)) continue;
        rz_row_list told = st->topics;
        st->topics = (rz_row_list){0};
        st->recalled = true;
        if (rz_listed_within(s, pointing, st->first, st->last)) rz_topics_before(found, st->sentence, &st->topics);
        else if (st->sentence <= body + OF_TITLE && !tells_of_event(found, st)) add_own(s, &title, &st->topics);
        if (peace && !st->topics.n) st->topics = told, st->recalled = false;
    }
}
