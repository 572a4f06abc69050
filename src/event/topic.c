/* Which topics a stretch of text names. */
#include "event/topic.h"

/* «روابط سیاسی X و Y», «گسترش روابط X و Y»: whose relations they are; not «کنفرانس بین‌المللی X». */
static bool of_relations(const rz_scene *s, const rz_link *link, uint32_t first) {
    enum { LONGEST = 8 };
    if (link->kind != RZ_LINK_OF || first - link->chain > LONGEST) return false;
    for (uint32_t t = link->chain; t < first; t++)
        for (rz_hits h = rz_hits_of(s->text, t, RZ_TYPE(RZ_TOPIC)); rz_hits_next(&h);)
            if (h.hit.key != s->g->k_listed && rz_row_has(s->text->data, h.hit.row, "kind", "relations")) return true;
    return false;
}

bool rz_deed_toward(const rz_scene *s, uint32_t prep, uint32_t clause) {
    enum { NEAR = 6 };
    for (uint32_t t = prep > NEAR ? prep - NEAR : 0; t < prep; t++)
        if (s->clause_of[t] == clause && rz_listed_end(s, s->g->toward, t) > t) return true;
    return false;
}

/* «حملات X به [Y]», «کمک‌رسانی به [Y]», «حمایت از [Y]»: what is done there is what is talked of. */
static bool done_toward(const rz_scene *s, const rz_link *link) {
    enum { WORDS = 4 };
    if (link->kind == RZ_LINK_PREP && link->prep == RZ_C_FROM && link->prep_token != RZ_NONE)
        return rz_listed_before(s, rz_row_find(s->g->data, RZ_WORDS, RZ_STR("backing")), link->prep_token, link->prep_token > WORDS ? link->prep_token - WORDS : 0);
    return link->kind == RZ_LINK_PREP && link->prep == RZ_C_TO && link->prep_token != RZ_NONE && rz_deed_toward(s, link->prep_token, link->clause);
}

/* «لایحه پیوستن [X] به [Y]», «عضویت در [Y]», «خروج از [Y]»: the body is what is talked of. */
static bool joined(const rz_scene *s, const rz_link *link) {
    enum { NEAR = 6 };
    uint32_t at = link->prep_token;
    if (link->kind != RZ_LINK_PREP || at == RZ_NONE || (link->prep != RZ_C_TO && link->prep != RZ_C_IN && link->prep != RZ_C_FROM)) return false;
    rz_row membership = rz_row_find(s->g->data, RZ_WORDS, RZ_STR("membership"));
    return rz_listed_within(s, membership, at > NEAR ? at - NEAR : 0, at) && !rz_verb_between(s, at > NEAR ? at - NEAR : 0, at);
}

/* «نبرد با [Y]» */
static bool fought_with(const rz_scene *s, const rz_link *link) {
    enum { WORDS = 4 };
    uint32_t at = link->prep_token;
    if (link->kind != RZ_LINK_PREP || link->prep != RZ_C_WITH || at == RZ_NONE) return false;
    return rz_listed_before(s, rz_row_find(s->g->data, RZ_WORDS, RZ_STR("fighting")), at, at > WORDS ? at - WORDS : 0);
}

/* Does it stand in a list with another state? */
static bool beside_state(const rz_scene *s, uint32_t i) {
    const rz_link *link = &s->links[i];
    bool after = i + 1 < s->mentions->n && s->links[i + 1].list == link->list && s->mentions->at[i + 1].kind == RZ_M_STATE;
    return after || (link->list != i && s->mentions->at[link->list].kind == RZ_M_STATE);
}

/* «همکاری X و Y در زمینه …», «مجالس X و Y»: what the two have in common, whatever is told of it. */
static bool of_both(const rz_scene *s, uint32_t i) {
    enum { WORDS = 6 };
    rz_row common = rz_row_find(s->g->data, RZ_WORDS, RZ_STR("had-in-common"));
    uint32_t first = s->mentions->at[s->links[i].list].first, clause = s->clause_of[first];
    if (!beside_state(s, i)) return false;
    for (uint32_t t = first; t-- > 0 && first - t <= WORDS && s->clause_of[t] == clause && !s->text->tokens[t].punct && s->mention_at[t] == RZ_NONE;)
        if (rz_listed_end(s, common, t) > t) return true;
    return false;
}

/* With whom, from whom, to whom … */
static bool is_party(const rz_link *link) {
    static const uint8_t classes[] = {RZ_C_WITH, RZ_C_TO, RZ_C_FROM, RZ_C_AGENT, RZ_C_ALONG, RZ_C_BETWEEN, RZ_C_PRESENCE, RZ_C_HOST, RZ_C_MEDIATOR};
    return link->kind == RZ_LINK_PREP && link->prep && memchr(classes, link->prep, sizeof classes);
}

/* The name of a forum, a state or a place begins there: «سازوکار منطقه‌ای ۳+۳», «سران دریای خزر»; not in «آژانس انرژی اتمی». */
static bool names_itself(const rz_scene *s, uint32_t token) {
    for (rz_hits h = rz_hits_of(s->text, token, RZ_TYPE(RZ_FORUM) | RZ_TYPE(RZ_STATE) | RZ_TYPE(RZ_PLACE)); rz_hits_next(&h);)
        if (h.hit.type == RZ_FORUM || h.hit.type == RZ_STATE || h.hit.type == RZ_PLACE) return true;
    return false;
}

/* «در حاشیه اجلاس X», «در نشست X»: whose session it was in. */
static bool of_a_session(const rz_scene *s, const rz_link *link, uint32_t first) {
    enum { NEAR = 4 };
    if ((link->prep != RZ_C_IN && link->prep != RZ_C_OCCASION) || link->prep_token == RZ_NONE || first - link->prep_token > NEAR) return false;
    for (rz_hits_run h = rz_hits_within(s->text, link->prep_token, first); rz_hits_run_next(&h);)
        if (h.hit.type == RZ_FRAME && rz_kind_is(s->g->frames[h.hit.row - s->g->first_frame].kind, RZ_KIND_SESSION)) return true;
    return false;
}

/* «تمامیت ارضی X»: the principle is what is talked of, whosever it is. */
static bool of_principle(const rz_scene *s, const rz_mention *m) {
    enum { LONGEST = 4 };
    for (uint32_t t = m->first > LONGEST ? m->first - LONGEST : 0; t < m->first; t++)
        for (rz_hits h = rz_hits_of(s->text, t, RZ_TYPE(RZ_TOPIC)); rz_hits_next(&h);) {
            const rz_hit *hit = &h.hit;
            if (hit->last == m->first && hit->row == s->g->integrity) return true;
        }
    return false;
}

/* «مدیرکل اورآسیا», «رئیس اداره خلیج فارس»: of what it is an office. */
static bool of_office(const rz_scene *s, uint32_t first) {
    enum { LONGEST = 3 };
    return first && rz_listed_before(s, rz_row_find(s->g->data, RZ_WORDS, RZ_STR("offices-for")), first, first > LONGEST ? first - LONGEST : 0);
}

/* A state that acts, is met with or is gone to is no topic; nor is what stands in somebody's office or name. Where the
 * subject is what is talked of («سوریه محور این دیدار بود»), it is one. */
static bool names_somebody(const rz_scene *s, const rz_hit *hit, rz_gather how) {
    uint32_t i = s->mention_at[hit->first];
    if (of_office(s, hit->first)) return true;
    if (i == RZ_NONE) return false;
    const rz_mention *m = &s->mentions->at[i];
    const rz_link *link = &s->links[i];
    if (m->kind == RZ_M_OUTLET || m->kind == RZ_M_PERSON) return true; /* «به روایت مهاجرانی» */
    if ((m->kind == RZ_M_FORUM || m->kind == RZ_M_ORGANISATION) && of_a_session(s, link, m->first)) return true;
    if (m->kind == RZ_M_FORUM && hit->last >= m->last && names_itself(s, hit->first)) return false;
    if (m->first < hit->first || m->last > hit->last) return rz_is_actor(m);
    if ((m->kind != RZ_M_STATE && m->kind != RZ_M_ORGANISATION) || m->first != hit->first || m->last != hit->last) return false;
    if (m->kind == RZ_M_STATE && (of_relations(s, link, m->first) || of_principle(s, m) || of_both(s, i))) return true;
    if (m->kind == RZ_M_ORGANISATION && how == RZ_TOPICS_NAMED && joined(s, link)) return false;
    if (how == RZ_TOPICS_SUBJECTS && link->kind != RZ_LINK_PREP) return false;
    if (fought_with(s, link)) return how == RZ_TOPICS_NAMED && m->kind != RZ_M_STATE;
    if (how == RZ_TOPICS_NAMED || done_toward(s, link)) return m->kind != RZ_M_STATE;
    uint32_t last;
    bool state = m->kind == RZ_M_STATE, listed = m->first > 0 && (s->text->tokens[m->first - 1].punct == ',' || rz_class_at(s, m->first - 1, &last) == RZ_C_AND);
    bool body = m->kind == RZ_M_ORGANISATION && how == RZ_TOPICS_ALL; /* «اتحادیه X درباره Y به توافق رسید» */
    bool acts = (state || body) && !listed && s->clause_of[m->first] != RZ_NONE && s->clauses[s->clause_of[m->first]].subject == i;
    if (how == RZ_TOPICS_SPOKEN && state && beside_state(s, i)) return true; /* «همکاری‌های X و Y» */
    return (acts && how != RZ_TOPICS_SPOKEN) || is_party(link);
}

/* The topic that a hit names, itself or as the agreement on it. */
static rz_row topic_of(const rz_scene *s, const rz_hit *hit) {
    rz_row_type type = hit->type;
    if (type == RZ_TOPIC) return hit->row;
    if (type != RZ_AGREEMENT || rz_points_nowhere(s, hit)) return RZ_NONE;
    rz_str id = rz_row_get(s->text->data, hit->row, "topic");
    return id.size ? rz_row_find(s->text->data, RZ_TOPIC, id) : RZ_NONE;
}

/* «با توجه به پیوندهای فرهنگی»: told only as why, or as what it was in spite of. */
static bool is_beside(const rz_scene *s, const rz_hit *hit) {
    rz_link around = {0};
    rz_govern(s, &around, hit->first);
    return around.prep == RZ_C_CIRCUMSTANCE;
}

/* Is something told of the state: «تحولات X», «در X», «درباره X»? */
static bool is_matter(const rz_scene *s, const rz_hit *hit) {
    uint32_t i = s->mention_at[hit->first];
    if (is_beside(s, hit)) return false;
    if (i == RZ_NONE || s->mentions->at[i].kind != RZ_M_STATE) return true;
    const rz_link *link = &s->links[i];
    if (link->prep == RZ_C_ABOUT || link->prep == RZ_C_IN || done_toward(s, link)) return true;
    return rz_class_within(s, link->chain, hit->first < link->chain + RZ_REACH ? hit->first : link->chain + RZ_REACH, RZ_C_ISSUE);
}

/* «، …», «و …», «به‌ویژه …», «شامل …»: goes on with a list? */
static bool goes_on(const rz_scene *s, uint32_t token) {
    enum { LONGEST = 3 };
    uint32_t last;
    if (s->text->tokens[token - 1].punct == ',') return true;
    for (uint32_t t = token > LONGEST ? token - LONGEST : 0; t < token; t++) {
        uint8_t class = rz_class_at(s, t, &last);
        if (last == token && (class == RZ_C_AND || class == RZ_C_COMPRISING || class == RZ_C_FOR)) return true;
    }
    return false;
}

/* «خشونت‌های X», «کودتا در X»: a noun before the state makes a matter of it, in whatever sentence. */
static bool is_question(const rz_scene *s, const rz_hit *hit) {
    enum { NEAR = 3 };
    uint32_t i = s->mention_at[hit->first];
    if (hit->tail || i == RZ_NONE || s->mentions->at[i].kind != RZ_M_STATE || s->mentions->at[i].first != hit->first || s->mentions->at[i].last != hit->last) return false;
    const rz_link *link = &s->links[i];
    uint32_t to = link->kind == RZ_LINK_PREP && link->prep == RZ_C_IN ? link->prep_token : hit->first;
    if (rz_listed_before(s, rz_row_find(s->g->data, RZ_WORDS, RZ_STR("in-affairs")), hit->first, hit->first > NEAR ? hit->first - NEAR : 0)) return true;
    for (uint32_t t = to; to != RZ_NONE && t-- > 0 && to - t <= NEAR;) {
        if (s->small[t].class == RZ_C_ISSUE) return t + s->small[t].length <= to;
        if (s->text->tokens[t].punct || s->text->tokens[t].verb != RZ_NONE || s->small[t].class || s->mention_at[t] != RZ_NONE) return false;
    }
    return false;
}

/* «حجم», «آبان»: a name of two letters only begins many another word. */
static bool only_begins(const rz_scene *s, const rz_hit *hit) {
    return hit->tail && hit->last == hit->first + 1u && rz_letters_count(&s->text->tokens[hit->first]) == hit->tail + 2u;
}

/* «موضوع …», «در زمینه …» */
static bool is_told_of(const rz_scene *s, uint32_t token) {
    enum { LONGEST = 3 };
    uint32_t last;
    for (uint32_t t = token > LONGEST ? token - LONGEST : 0; t < token; t++) {
        uint8_t class = rz_class_at(s, t, &last);
        if (last == token && (class == RZ_C_TOPIC_AXIS || class == RZ_C_ABOUT || (class == RZ_C_ISSUE && t + 1 == token))) return true;
    }
    return false;
}

/* «مسائل دوجانبه، منطقه‌ای و بین‌المللی»: what the first noun is told of once more, right after the topic before; or what is
 * named first where it is said that something is talked of («درباره آب», «موضوع آب»). */
static bool stands_alone(const rz_scene *s, const rz_hit *hit, const rz_told_in *in, uint32_t covered) {
    enum { WORD = 2 };
    uint32_t last;
    if (hit->type != RZ_TOPIC || hit->key != s->g->k_listed || is_question(s, hit)) return true;
    if (only_begins(s, hit)) return false;
    if (hit->first <= in->first) return in->opens;
    if (hit->tail && s->mention_at[hit->first] != RZ_NONE) return false; /* «پناهندگان سودانی» */
    uint8_t class = rz_class_at(s, hit->first - 1, &last);
    if (is_told_of(s, hit->first)) return true;
    if (hit->first <= covered) return false;
    bool another = in->opens && !hit->tail && s->g->topic_kind[hit->row - s->g->first_topic] != RZ_TOPIC_RELATIONS; /* «درباره آزادی سفر و تایوان» */
    if (another && (class == RZ_C_AND || s->text->tokens[hit->first - 1].punct == ',')) return true;
    return hit->first <= covered + WORD && goes_on(s, hit->first);
}

/* Of two that the same words name the narrower: «تبادل زندانیان». */
static bool is_broader(const rz_scene *s, rz_row topic, const rz_row_list *list, uint32_t from) {
    for (uint32_t i = from; i < list->n; i++)
        if (s->g->topic_broader[list->at[i] - s->g->first_topic] == topic) return true;
    return false;
}

static void drop_broader(const rz_scene *s, rz_row_list *list, uint32_t from) {
    uint32_t n = from;
    for (uint32_t i = from; i < list->n; i++)
        if (!is_broader(s, list->at[i], list, from)) list->at[n++] = list->at[i];
    list->n = n;
}

/* «صادرات گاز», «تحریم اقتصادی»: of a field and what stands right beside it, the field is but said of the other. */
static void drop_field(const rz_scene *s, rz_row_list *list, uint32_t from, uint32_t now) {
    const uint8_t *kinds = s->g->topic_kind;
    bool own = false, before_own = false;
    for (uint32_t i = now; i < list->n; i++) own |= kinds[list->at[i] - s->g->first_topic] == RZ_TOPIC_OWN;
    for (uint32_t i = from; i < now; i++) before_own |= kinds[list->at[i] - s->g->first_topic] == RZ_TOPIC_OWN;
    uint32_t n = from;
    for (uint32_t i = from; i < list->n; i++) {
        bool field = kinds[list->at[i] - s->g->first_topic] == RZ_TOPIC_FIELD;
        if (!field || !(i < now ? own : before_own)) list->at[n++] = list->at[i];
    }
    list->n = n;
}

/* What stands wholly inside a longer name is not told of by itself; what overlaps is: «موضوعات دوجانبه، منطقه‌ای و بین‌المللی». */
void rz_topics_gather(const rz_scene *s, rz_told_in in, rz_gather how, rz_row_list *out) {
    uint32_t covered = in.first, last_end = RZ_NONE, last_from = 0;
    for (uint32_t t = in.first; t < in.last; t++) {
        uint32_t longest = 0, before = out->n;
        if (in.clause != RZ_NONE && s->clause_of[t] != in.clause) continue;
        for (rz_hits h = rz_hits_of(s->text, t, RZ_TYPE(RZ_TOPIC) | RZ_TYPE(RZ_AGREEMENT)); rz_hits_next(&h);) {
            const rz_hit *hit = &h.hit;
            if (hit->last > in.last || hit->last <= covered || hit->last < longest) continue;
            rz_row topic = topic_of(s, hit);
            if (topic == RZ_NONE || !stands_alone(s, hit, &in, covered) || names_somebody(s, hit, how) || (how == RZ_TOPICS_MATTERS && !is_matter(s, hit)) || (how == RZ_TOPICS_SUBJECTS && is_beside(s, hit))) continue;
            longest = hit->last;
            bool known = false;
            for (uint32_t i = 0; i < out->n; i++) known |= out->at[i] == topic;
            if (!known) *RZ_PUSH(s->arena, out) = topic;
        }
        if (longest > covered) covered = longest;
        drop_broader(s, out, before);
        if (!longest) continue;
        if (last_end == t) drop_field(s, out, last_from, before);
        last_from = before < out->n ? before : out->n;
        last_end = longest;
    }
}
