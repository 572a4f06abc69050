/* What a statement is about, and through which channel it is said. */
#include "event/saying.h"
#include "event/topic.h"

/* ---- channel ---- */

/* Which of two channels named beside each other says more: «در پیامی در توییتر», «در سخنانی در نشست خبری». */
static int weight(const char *channel) {
    static const char *const order[] = {"speech", "letter", "meeting", "statement", "call", "interview", "press-conference", "tweet"};
    for (int i = 0; channel && i < (int)(sizeof order / sizeof *order); i++)
        if (!strcmp(channel, order[i])) return i + 1;
    return 0;
}

bool rz_is_press(const rz_scene *s, uint32_t mention) {
    const rz_mention *m = &s->mentions->at[mention];
    return m->kind == RZ_M_OUTLET || (m->kind == RZ_M_ORGANISATION && m->body != RZ_NONE && rz_row_has(s->text->data, m->body, "kind", "media"));
}

static bool outlet_follows(const rz_scene *s, uint32_t token) {
    enum { NEAR = 3 };
    for (rz_hits h = rz_hits_at(s->text, token); rz_hits_next(&h);)
        if (h.hit.type == RZ_OUTLET && !h.hit.tail) return true; /* «به ایرنا گفت» */
    for (uint32_t t = token; t < s->text->n_tokens && t < token + NEAR; t++)
        if (s->mention_at[t] != RZ_NONE) return rz_is_press(s, s->mention_at[t]);
    return false;
}

/* «در بیانیه‌ای», «با انتشار پیامی»; not «در واکنش به بیانیه X», «بیانیه X را». */
static bool spoken_in(const rz_scene *s, const rz_hit *hit) {
    uint32_t last;
    uint8_t own = rz_class_at(s, hit->first, &last);
    if (s->text->tokens[hit->last - 1].verb != RZ_NONE) return true; /* «توییت کرد» */
    if (own && own <= RZ_C_LAST_PREP) return true;
    rz_link link = {0};
    rz_govern(s, &link, hit->first);
    return link.prep == RZ_C_IN || link.prep == RZ_C_WITH || link.prep == RZ_C_OCCASION;
}

static const char *channel_of(const rz_scene *s, const rz_hit *hit, bool however) {
    const rz_grammar *g = s->g;
    if (hit->row < g->first_words || hit->row >= g->first_words + g->n_words) return NULL;
    const char *channel = g->channel_of[hit->row - g->first_words];
    if (!channel || s->article->in_label[hit->first]) return NULL;
    if (g->needs_outlet[hit->row - g->first_words] && !outlet_follows(s, hit->last)) return NULL;
    return however || spoken_in(s, hit) ? channel : NULL;
}

const char *rz_channel_in(const rz_scene *s, uint32_t first, uint32_t last, bool however) {
    const char *best = NULL;
    if (last > first + RZ_CLAUSE_REACH) last = first + RZ_CLAUSE_REACH;
    for (uint32_t t = first; t < last; t++)
        for (rz_hits h = rz_hits_at(s->text, t); rz_may_sign(s, t, RZ_SIGN_CHANNEL) && rz_hits_next(&h);) {
            const char *channel = channel_of(s, &h.hit, however);
            if (channel && weight(channel) > weight(best)) best = channel;
            if (channel && h.hit.last > t + 2) { /* «در پیامی ویدئویی»: no «در پیامی» */
                t = h.hit.last - 1;
                break;
            }
        }
    return best;
}

/* ---- topics ---- */

enum { MANY_FIELDS = 4, LONGEST_TOPIC = 24 };

/* «درباره X گفت»: what he was asked, or spoke, about. */
static void named_topics(const rz_scene *s, uint32_t first, const rz_saying *said, rz_row_list *out) {
    uint32_t last = said->from;
    if (last > first + RZ_CLAUSE_REACH) first = last - RZ_CLAUSE_REACH;
    for (uint32_t t = first; t < last; t++) {
        uint32_t stop, end;
        if (s->clause_of[t] != said->clause || rz_class_at(s, t, &stop) != RZ_C_ABOUT) continue;
        uint32_t from = stop;
        for (; stop < last && stop < from + LONGEST_TOPIC; stop++) {
            uint8_t class = rz_class_at(s, stop, &end);
            if (class == RZ_C_FOR || class == RZ_C_THAT || s->text->tokens[stop].verb != RZ_NONE) break;
        }
        rz_topics_gather(s, (rz_told_in){from, stop, RZ_NONE, true}, RZ_TOPICS_MATTERS, out);
        t = stop;
    }
}

static uint32_t count_kind(const rz_scene *s, const rz_row_list *topics, rz_topic_kind kind) {
    uint32_t n = 0;
    for (uint32_t i = 0; i < topics->n; i++) n += s->g->topic_kind[topics->at[i] - s->g->first_topic] == kind;
    return n;
}

static void drop_kind(const rz_scene *s, rz_row_list *topics, rz_topic_kind kind) {
    uint32_t n = 0;
    for (uint32_t i = 0; i < topics->n; i++)
        if (s->g->topic_kind[topics->at[i] - s->g->first_topic] != kind) topics->at[n++] = topics->at[i];
    topics->n = n;
}

/* «انرژی و گاز»: the one is a field that the other is part of. */
static void drop_broader(const rz_scene *s, rz_row_list *topics) {
    uint32_t n = 0;
    for (uint32_t i = 0; i < topics->n; i++) {
        bool has_part = false;
        for (uint32_t j = 0; j < topics->n; j++) has_part |= s->g->topic_broader[topics->at[j] - s->g->first_topic] == topics->at[i];
        if (!has_part || s->g->topic_kind[topics->at[i] - s->g->first_topic] != RZ_TOPIC_FIELD) topics->at[n++] = topics->at[i];
    }
    topics->n = n;
}

/* Of what states something is said, but for the speaker's own and those to whom it is said: «از مشارکت X حمایت می‌کنیم». */
static void spoken_states(const rz_scene *s, const rz_found_statement *st, uint32_t from, rz_row_list *out) {
    rz_row_list named = {0};
    rz_topics_gather(s, (rz_told_in){from, st->last, RZ_NONE, false}, RZ_TOPICS_SPOKEN, &named);
    rz_row own = st->speaker < s->mentions->n ? rz_state_spoken_for(s, &s->mentions->at[st->speaker]) : RZ_NONE;
    for (uint32_t i = 0; i < named.n; i++) {
        const char *id = rz_row_id(s->text->data, named.at[i]);
        bool aimed = own != RZ_NONE && !strcmp(id, rz_row_id(s->text->data, own));
        for (uint32_t j = 0; j < st->targets.n; j++) {
            rz_row state = rz_state_told(s, &s->mentions->at[st->targets.at[j]]);
            aimed |= state != RZ_NONE && !strcmp(id, rz_row_id(s->text->data, state));
        }
        if (!aimed) *RZ_PUSH(s->arena, out) = named.at[i];
    }
}

/* Principles and relations in general are no topic of their own beside another; nor is a long list of fields of cooperation. */
static void keep_telling(const rz_scene *s, rz_row_list *topics) {
    drop_broader(s, topics);
    uint32_t fields = count_kind(s, topics, RZ_TOPIC_FIELD);
    if (fields >= MANY_FIELDS && fields < topics->n) drop_kind(s, topics, RZ_TOPIC_FIELD);
    uint32_t own = count_kind(s, topics, RZ_TOPIC_OWN) + count_kind(s, topics, RZ_TOPIC_FIELD);
    if (own) drop_kind(s, topics, RZ_TOPIC_PRINCIPLE);
    if (own || count_kind(s, topics, RZ_TOPIC_PRINCIPLE)) drop_kind(s, topics, RZ_TOPIC_RELATIONS);
}

/* «وزیران خارجه اتحادیه X خواستار … شدند»: who speaks is not what is spoken of. */
static void topics_but_speaker(const rz_scene *s, rz_found_statement *st) {
    bool named = st->speaker < s->mentions->n && s->mentions->at[st->speaker].first >= st->first && s->links[st->speaker].last <= st->last;
    uint32_t first = named ? s->mentions->at[st->speaker].first : st->last, last = named ? s->links[st->speaker].last : st->last;
    if (last < first) last = first;
    rz_topics_gather(s, (rz_told_in){st->first, first, RZ_NONE, false}, RZ_TOPICS_MATTERS, &st->topics);
    rz_topics_gather(s, (rz_told_in){last, st->last, RZ_NONE, false}, RZ_TOPICS_MATTERS, &st->topics);
}

/* The words said decide; what is told around them (با اشاره به …) only where they name nothing. */
void rz_statement_topics(const rz_scene *s, const rz_saying *said, rz_found_statement *st) {
    bool apart = (said->plain || said->judges) && said->content && said->from < st->last && said->from > st->first;
    if (apart) {
        named_topics(s, st->first, said, &st->topics);
        rz_topics_gather(s, (rz_told_in){said->from, st->last, RZ_NONE, false}, RZ_TOPICS_MATTERS, &st->topics);
    }
    if (!st->topics.n) topics_but_speaker(s, st);
    if (!st->topics.n && apart) spoken_states(s, st, said->from, &st->topics);
    keep_telling(s, &st->topics);
}
