/* Talks told in the course of a call or a meeting are that call or meeting: «طی تماس تلفنی … گفت‌وگو کردند». */
#include "event/attend.h"
#include "event/status.h"

/* «نشست مشترکی با X» */
static bool with_others(const rz_scene *s, const rz_found_event *e) {
    enum { MOST = 2 };
    uint32_t t = e->last, end;
    while (t < e->last + MOST && t < s->text->n_tokens && (s->text->tokens[t].pos & RZ_POS_ADJ) && rz_class_at(s, t, &end) != RZ_C_WITH) t++;
    return t < s->text->n_tokens && rz_class_at(s, t, &end) == RZ_C_WITH;
}

/* «نشستی», «جلسه‌ای» */
static bool is_one(const rz_scene *s, const rz_found_event *e) {
    const rz_token *t = &s->text->tokens[e->last - 1];
    const uint8_t *end = s->text->letters + rz_letters_end(t);
    if (rz_is_indefinite(s, e)) return true;
    return e->last == e->first + 1 && rz_letters_count(t) > 3 && end[-1] == s->g->yeh && end[-2] == s->g->alef && end[-3] == s->g->heh;
}

/* Is the noun, before the verb and in its clause, what the talks were held in? */
static bool sets(const rz_found *found, const rz_found_event *noun, const rz_found_event *talks) {
    if (noun->evoked != RZ_EVOKED_NOUN || noun->first >= talks->first || noun->absorbed) return false;
    bool session = rz_kind_is(noun->kind, RZ_KIND_SESSION); /* «در این نشست … گفت‌وگو کردند» */
    bool of_two = session && noun->forum == RZ_NONE && noun->parts.n && (is_one(&found->scene, noun) || with_others(&found->scene, noun)); /* «در جلسه‌ای با X گفت‌وگو کرد» */
    if (!rz_kind_is(noun->kind, RZ_KIND_REMOTE | RZ_KIND_MET) && !(session && noun->definite) && !of_two) return false;
    rz_link link = {.prep_token = RZ_NONE};
    rz_govern(&found->scene, &link, noun->first);
    return link.prep == RZ_C_IN || (link.prep == RZ_C_OCCASION && !of_two);
}

static void absorb(const rz_found *found, rz_found_event *talks, rz_found_event *noun) {
    rz_arena *arena = found->scene.arena;
    talks->kind = noun->kind;
    talks->frame = noun->frame;
    talks->definite |= noun->definite;
    talks->owned |= noun->owned;
    if (talks->place == RZ_NONE) talks->place = noun->place;
    if (!noun->frame->places) talks->place = RZ_NONE; /* a call is nowhere */
    if (talks->forum == RZ_NONE) talks->forum = noun->forum;
    for (uint32_t i = 0; i < noun->parts.n; i++) {
        bool known = false;
        for (uint32_t j = 0; j < talks->parts.n; j++) known |= talks->parts.at[j].mention == noun->parts.at[i].mention;
        if (!known) *RZ_PUSH(arena, &talks->parts) = noun->parts.at[i];
    }
    for (uint32_t i = 0; i < noun->described.n; i++) *RZ_PUSH(arena, &talks->described) = noun->described.at[i];
    for (uint32_t i = 0; i < noun->times.n; i++) *RZ_PUSH(arena, &talks->times) = noun->times.at[i];
    for (uint32_t i = 0; i < noun->topics.n; i++) *RZ_PUSH(arena, &talks->topics) = noun->topics.at[i];
    noun->absorbed = true;
}

/* «پیام X به Y را به Z تحویل داد»: who hands it over, whose it is and to whom, in one. */
static void hand_over(const rz_found *found, rz_found_event *handing, rz_found_event *noun) {
    if (rz_has_role(noun, "recipient"))
        for (uint32_t i = handing->parts.n; i-- > 0;)
            if (!strcmp(handing->parts.at[i].role, "recipient")) handing->parts.at[i] = handing->parts.at[--handing->parts.n];
    const rz_frame *frame = handing->frame;
    absorb(found, handing, noun);
    handing->frame = frame;
}

static bool is_handed(const rz_found_event *noun, const rz_found_event *verbal) {
    bool paper = rz_kind_is(verbal->kind, RZ_KIND_MESSAGE | RZ_KIND_CREDENTIALS);
    return paper && noun->kind == verbal->kind && noun->evoked == RZ_EVOKED_NOUN && noun->first < verbal->first;
}

static const rz_frame *frame_named(const rz_grammar *g, const char *id) {
    rz_row row = rz_row_find(g->data, RZ_FRAME, rz_str_of(id));
    return row == RZ_NONE ? NULL : &g->frames[row - g->first_frame];
}

/* «… تلفنی درباره X گفت‌وگو کرد»: talks by telephone are a call, wherever the word stands. */
static void by_phone(const rz_found *found, rz_found_event *talks, const rz_frame *call, rz_row phone) {
    const rz_scene *s = &found->scene;
    const rz_clause *c = &s->clauses[talks->clause];
    if (talks->evoked != RZ_EVOKED_VERB || !call) return;
    for (uint32_t t = talks->first > c->first + RZ_REACH ? talks->first - RZ_REACH : c->first; t < talks->first; t++)
        for (rz_hits h = rz_hits_at(s->text, t); rz_hits_next(&h);) {
            if (h.hit.row != phone || h.hit.tail || s->clause_of[t] != talks->clause || rz_trigger_at(found, t) != RZ_NONE) continue;
            talks->kind = call->kind;
            talks->frame = call;
        }
}

/* «درباره حملات X به Y گفت‌وگو کردند»: what they spoke of is their topic, and no news. */
static bool is_spoken_of(const rz_found *found, const rz_found_event *noun, const rz_found_event *verbal) {
    bool matter = noun->frame->owner || rz_kind_is(noun->kind, RZ_KIND_LOOSE | RZ_KIND_ROUNDS);
    if (noun->evoked != RZ_EVOKED_NOUN || !matter || noun->times.n || !(rz_kind_is(verbal->kind, RZ_KIND_CONTACT) || verbal->frame->discussion)) return false;
    rz_link link = {.prep_token = RZ_NONE};
    rz_govern(&found->scene, &link, noun->first);
    return link.prep == RZ_C_ABOUT;
}

/* «گفت‌وگو درباره عادی‌سازی روابط X و Y»: no more than a topic. */
static bool is_topic(const rz_found *found, uint32_t i) {
    const rz_found_event *noun = &found->events.at[i], *before = i ? noun - 1 : NULL;
    bool owned = before && noun->first == before->last && rz_kind_is(before->kind, RZ_KIND_ROUNDS) && rz_kind_is(noun->kind, RZ_KIND_RELEASE | RZ_KIND_RELATIONS);
    if (owned && noun->evoked == RZ_EVOKED_NOUN && noun->clause == before->clause) return true; /* «دور تازه مذاکرات تبادل اسرا» */
    if (noun->evoked != RZ_EVOKED_NOUN || !rz_kind_is(noun->kind, RZ_KIND_RELATIONS) || noun->times.n) return false;
    if (!before || before->clause != noun->clause || !rz_kind_is(before->kind, RZ_KIND_CONTACT)) return false;
    rz_link link = {.prep_token = RZ_NONE};
    rz_govern(&found->scene, &link, noun->first);
    return link.prep == RZ_C_ABOUT;
}

/* «نماینده X برای گفت‌وگو بین Y و Z»: what he is charged with, where nobody goes there for it. */
static bool is_charge(const rz_found *found, const rz_found_event *noun) {
    const rz_scene *s = &found->scene;
    uint32_t other = found->verbal_of[noun->clause];
    if (noun->evoked != RZ_EVOKED_NOUN || !rz_kind_is(noun->kind, RZ_KIND_LOOSE | RZ_KIND_ROUNDS) || (other != RZ_NONE && rz_kind_is(found->events.at[other].kind, RZ_KIND_JOURNEY))) return false;
    rz_link link = {.prep_token = RZ_NONE};
    rz_govern(s, &link, noun->first);
    uint32_t m = link.prep == RZ_C_FOR && link.prep_token != RZ_NONE && link.prep_token ? s->mention_at[link.prep_token - 1] : RZ_NONE;
    if (m == RZ_NONE || s->mentions->at[m].last != link.prep_token) return false;
    uint32_t head = s->mentions->at[m].head != RZ_NONE ? s->mentions->at[m].head : m, between = noun->last, start;
    bool office = s->mentions->at[m].kind == RZ_M_OFFICE || s->mentions->at[head].kind == RZ_M_OFFICE || s->mentions->at[head].describes != RZ_NONE;
    uint32_t told = s->mentions->at[head].describes != RZ_NONE ? s->mentions->at[head].describes : head;
    rz_row envoy = s->mentions->at[told].office;
    if (office && envoy != RZ_NONE && rz_row_has(s->g->data, envoy, "kind", "charged")) return true; /* «نماینده ویژه X برای مذاکرات صلح Y» */
    uint32_t before = s->mentions->at[m].first ? s->mentions->at[m].first - 1 : 0; /* «X، نماینده اتحادیه اروپا برای گفت‌وگو بین …» */
    for (rz_hits h = rz_hits_of(s->text, before, RZ_TYPE(RZ_OFFICE)); rz_hits_next(&h);)
        office |= h.hit.last == s->mentions->at[m].first;
    return office && between < s->text->n_tokens && rz_class_at(s, between, &start) == RZ_C_BETWEEN;
}

/* «نشست مجمع عمومی», not «مجمع عمومی» alone. */
static bool sits(const rz_scene *s, const rz_found_event *noun) { return rz_listed_within(s, rz_row_find(s->g->data, RZ_WORDS, RZ_STR("sitting")), noun->first, noun->last); }

/* «هفتادمین مجمع عمومی», «دور نهم کمیسیون مشترک» */
static bool counted(const rz_scene *s, const rz_found_event *noun) {
    return noun->ranked || (noun->first && rz_number_at(s, noun->first - 1)) || rz_of_a_round(s, noun->first, s->clauses[noun->clause].first);
}

/* «قطعنامه در مجمع عمومی ارائه شد», «به مجمع عمومی فرستاده شد»: where a paper is put; who speaks there attends it. */
static bool put_before(const rz_found *found, const rz_found_event *noun, const rz_link *link) {
    const rz_scene *s = &found->scene;
    uint32_t other = found->verbal_of[noun->clause], subject = s->clauses[noun->clause].subject;
    if (sits(s, noun) || counted(s, noun) || rz_attending(found, noun) != RZ_NONE || link->kind != RZ_LINK_PREP) return false;
    if (other != RZ_NONE && !rz_kind_is(found->events.at[other].kind, RZ_KIND_VOTE)) return false;
    return link->prep == RZ_C_TO || (link->prep == RZ_C_IN && (subject == RZ_NONE || !rz_is_actor(&s->mentions->at[subject])));
}

/* «مجمع عمومی قطعنامه را تصویب کرد», «از سوی مجمع عمومی انتخاب شد»: the body acts, no session of it is told. */
static bool acts_itself(const rz_found *found, const rz_found_event *noun) {
    const rz_scene *s = &found->scene;
    uint32_t m = s->mention_at[noun->first], subject = s->clauses[noun->clause].subject;
    if (noun->evoked != RZ_EVOKED_NOUN || !rz_kind_is(noun->kind, RZ_KIND_SESSION) || m == RZ_NONE || s->mentions->at[m].kind != RZ_M_FORUM) return false;
    rz_link link = {.prep_token = RZ_NONE};
    rz_govern(s, &link, noun->first);
    uint32_t other = found->verbal_of[noun->clause];
    bool agent = link.prep == RZ_C_AGENT && link.kind == RZ_LINK_PREP;
    bool acts = !link.prep && s->mentions->at[m].first <= noun->first && (other != RZ_NONE || (link.kind == RZ_LINK_FREE && !noun->in_title && !sits(s, noun) && !counted(s, noun)));
    return agent || acts || subject == m || put_before(found, noun, &link);
}

/* «رئیس کمیسیون مشترک», «قطعنامه مجمع عمومی», «از صحن مجمع عمومی»: what a body has, while it need not sit. */
static bool only_owns(const rz_found *found, const rz_found_event *noun) {
    enum { NEAR = 2 };
    const rz_scene *s = &found->scene;
    uint32_t from = s->clauses[noun->clause].first;
    if (noun->evoked != RZ_EVOKED_NOUN || !rz_kind_is(noun->kind, RZ_KIND_SESSION | RZ_KIND_JOINT) || rz_attending(found, noun) != RZ_NONE) return false;
    if (sits(s, noun) || counted(s, noun)) return false;
    if (noun->first > from + NEAR) from = noun->first - NEAR;
    for (uint32_t t = from; t < noun->first; t++)
        if (s->text->tokens[t].punct || s->text->tokens[t].verb != RZ_NONE) from = t + 1;
    return rz_listed_within(s, rz_row_find(s->g->data, RZ_WORDS, RZ_STR("of-a-body")), from, noun->first);
}

static void hand_day(const rz_found *found, rz_found_event *to, rz_found_event *noun) {
    if (to->times.n || !noun->times.n) return;
    *RZ_PUSH(found->scene.arena, &to->times) = noun->times.at[0];
    noun->times.n = 0;
}

/* «در سفر خود در X با Y دیدار کرد»: the journey led there. */
static void lead_there(const rz_found *found, rz_found_event *journey, const rz_found_event *contact) {
    enum { LONGEST = 3 };
    rz_link link = {.prep_token = RZ_NONE};
    if (!rz_kind_is(journey->kind, RZ_KIND_JOURNEY) || journey->evoked != RZ_EVOKED_NOUN || journey->place != RZ_NONE || journey->first >= contact->first || !rz_kind_is(contact->kind, RZ_KIND_MET)) return;
    rz_govern(&found->scene, &link, journey->first);
    uint32_t to = journey->last + LONGEST < contact->first ? journey->last + LONGEST : contact->first;
    bool own = rz_class_within(&found->scene, journey->last, to, RZ_C_OWN);
    if (link.prep == RZ_C_IN && own) journey->place = contact->place;
}

void rz_settings_join(rz_found *found) {
    const rz_grammar *g = found->scene.g;
    const rz_frame *call = frame_named(g, "call");
    rz_row phone = rz_row_find(g->data, RZ_WORDS, RZ_STR("by-phone"));
    for (uint32_t i = 0; i < found->events.n; i++) {
        rz_found_event *noun = &found->events.at[i];
        uint32_t other = found->verbal_of[noun->clause];
        bool itself = acts_itself(found, noun) || only_owns(found, noun), topic = !itself && is_topic(found, i);
        if (itself || topic || is_charge(found, noun)) noun->absorbed = true;
        if (itself && other != RZ_NONE && other != i) hand_day(found, &found->events.at[other], noun); /* «مجمع عمومی فردا … رأی می‌دهد» */
        if (topic && i) hand_day(found, noun - 1, noun);
        if (other == RZ_NONE || other == i) continue;
        rz_found_event *talks = &found->events.at[other];
        if (is_spoken_of(found, noun, talks)) noun->absorbed = true;
        lead_there(found, noun, talks);
        if (is_handed(noun, talks)) hand_over(found, talks, noun);
        if (rz_kind_is(talks->frame->kind, RZ_KIND_LOOSE) && sets(found, noun, talks)) absorb(found, talks, noun);
    }
    for (uint32_t i = 0; i < found->events.n; i++)
        if (rz_kind_is(found->events.at[i].kind, RZ_KIND_LOOSE) || (found->events.at[i].frame->discussion && found->events.at[i].parts.n > 1)) by_phone(found, &found->events.at[i], call, phone);
}
