/* Where: each place goes to the event that it stands nearest to. */
#include "event/event.h"

enum { NEAR_WORDS = 3 };

/* A sea or a region of several states is spoken of, seldom met in; a province is a place. */
static bool too_wide(const rz_scene *s, const rz_mention *m) {
    if (m->kind != RZ_M_PLACE || m->row == RZ_NONE) return false;
    bool province = rz_row_has(s->text->data, m->row, "kind", "region") && rz_row_state(s->text->data, m->row) != RZ_NONE;
    return !province && (rz_row_has(s->text->data, m->row, "kind", "region") || rz_row_has(s->text->data, m->row, "kind", "sea"));
}

/* «وضعیت در X و Y در دیدار …»: what is talked of before the event noun is not its place. */
static bool topic_before(const rz_scene *s, uint32_t token) {
    for (rz_hits h = rz_hits_at(s->text, token); rz_hits_next(&h);)
        if (h.hit.type == RZ_TOPIC) return true;
    return false;
}

/* «صنعا را ترک کرد»: the object is where he had been. */
static void place_left(const rz_scene *s, rz_found_event *e) {
    uint32_t from = s->clauses[e->clause].first;
    if (e->first > from + RZ_REACH) from = e->first - RZ_REACH;
    for (uint32_t t = e->first; t-- > from;) {
        uint32_t m = s->mention_at[t];
        if (m == RZ_NONE || s->links[m].clause != e->clause) continue;
        bool place = s->mentions->at[m].kind == RZ_M_PLACE || s->mentions->at[m].kind == RZ_M_STATE;
        if (place && s->mentions->at[m].head == RZ_NONE && rz_is_object(s, m)) e->place = m;
        return;
    }
}

/* «وارد فرودگاه … بیروت پایتخت لبنان شد»: the first place between the words and their verb. */
static void places_of_arrival(rz_found *found) {
    const rz_scene *s = &found->scene;
    for (uint32_t i = 0; i < found->events.n; i++) {
        rz_found_event *e = &found->events.at[i];
        uint32_t verb = s->clauses[e->clause].verb;
        if (e->evoked != RZ_EVOKED_VERB || e->place != RZ_NONE || !(e->frame->needs & RZ_NEEDS_PLACE) || verb == RZ_NONE) continue;
        if (e->frame->place_object) place_left(s, e);
        for (uint32_t t = e->last; t < s->text->verbs[verb].first && t < e->last + RZ_REACH && e->place == RZ_NONE; t++) {
            uint32_t m = s->mention_at[t];
            if (m != RZ_NONE && (s->mentions->at[m].kind == RZ_M_PLACE || s->mentions->at[m].kind == RZ_M_STATE)) e->place = m;
        }
    }
}

/* «نشست سوم دوحه», «نشست دو روزه دوحه», «بمباران شهر X»: only which one it is, or that it is a town, stands between. */
static bool only_which(const rz_scene *s, uint32_t first, uint32_t last) {
    rz_row lasting = rz_row_find(s->g->data, RZ_WORDS, RZ_STR("lasting"));
    for (uint32_t t = first; t < last; t++) {
        uint32_t end;
        uint8_t class = rz_class_at(s, t, &end);
        bool which = class == RZ_C_NOUN_STATUS || class == RZ_C_PLACE_WORD || rz_number_at(s, t) || rz_listed_end(s, lasting, t) > t; /* «مذاکرات اخیر وین» */
        if (!which && rz_token_time(s, t) == RZ_NONE) return false;
    }
    return true;
}

/* Does what somebody did go on with whom it was done to: «به», «علیه»? */
static bool goes_on_to(const rz_scene *s, uint32_t token) {
    uint32_t end;
    uint8_t class = token < s->text->n_tokens ? rz_class_at(s, token, &end) : RZ_C_NONE;
    return class == RZ_C_TO || class == RZ_C_AGAINST;
}

bool rz_is_town(const rz_scene *s, uint32_t m) {
    rz_row row = s->mentions->at[m].row;
    return row == RZ_NONE || rz_row_has(s->text->data, row, "kind", "city");
}

/* «اجلاس بروکسل», «مذاکرات وین»: the city is where it was; «مذاکرات تهران و مسکو» is of the two. */
static bool place_of_noun(const rz_found *found, uint32_t i, bool wide) {
    const rz_scene *s = &found->scene;
    const rz_link *link = &s->links[i];
    const rz_mention *m = &s->mentions->at[i];
    bool lasting = link->kind == RZ_LINK_FREE && link->prep_token == RZ_NONE; /* «نشست دو روزه X» */
    if (m->kind != RZ_M_PLACE || (link->kind != RZ_LINK_OF && !lasting) || link->list != i || m->first == 0) return false;
    if (i + 1 < s->mentions->n && s->links[i + 1].list == i) return false;
    for (uint32_t t = m->first; t-- > 0 && m->first - t < 4;) {
        uint32_t j = rz_trigger_at(found, t);
        if (j == RZ_NONE) continue;
        rz_found_event *e = &found->events.at[j];
        uint32_t end;
        bool of_several = rz_kind_is(e->kind, RZ_KIND_CONTACT) && e->last > e->first + 1; /* «نشست سه‌جانبه تهران» */
        of_several |= rz_kind_is(e->kind, RZ_KIND_MET) && rz_is_town(s, i) && !rz_class_at(s, m->last, &end); /* «جزئیات دیدار تهران»; not «دیدار تهران با …» */
        bool struck = rz_kind_is(e->kind, RZ_KIND_ATTACK) && !goes_on_to(s, m->last); /* «انفجار X»; not «حمله مسکو به …» */
        struck |= rz_kind_is(e->kind, RZ_KIND_CROWD) && rz_is_town(s, i) && s->mentions->at[i].row != RZ_NONE; /* «تجمع لندن» */
        bool session = rz_kind_is(e->kind, RZ_KIND_SESSION | RZ_KIND_ROUNDS) || of_several || struck;
        bool within = m->first > e->first && m->last <= e->last; /* «گفت‌وگوهای وین», where the data have it as one */
        bool next = session && (within || (e->last + lasting <= m->first && only_which(s, e->last, m->first)));
        bool matter = next && rz_kind_is(e->kind, RZ_KIND_ROUNDS) && rz_class_at(s, e->last - 1, &end) == RZ_C_ISSUE && !rz_is_town(s, i); /* «مذاکرات صلح» of a region */
        if (next && e->place == RZ_NONE && !matter && wide == too_wide(s, m)) e->place = i;
        return next;
    }
    return false;
}

/* What the verb of the clause tells, where a noun of it has its place already: not «به X و Y», both the noun's. */
static rz_found_event *other_of_clause(const rz_found *found, const rz_found_event *e, uint32_t place, int place_class) {
    uint32_t verbal = found->verbal_of[found->scene.clause_of[found->scene.mentions->at[place].first]];
    if (e->evoked != RZ_EVOKED_NOUN || verbal == RZ_NONE || (e->place != RZ_NONE && found->scene.links[place].list == found->scene.links[e->place].list)) return NULL;
    rz_found_event *v = &found->events.at[verbal];
    return v != e && v->place == RZ_NONE && (v->frame->places >> place_class & 1) ? v : NULL;
}

/* «در ادامه سفر خود به قطر رفت», «پس از این سفر به قطر می‌رود»: the last place before a verb of going is the verb's. */
static bool is_stage(const rz_found *found, const rz_found_event *e, uint32_t mention) {
    const rz_scene *s = &found->scene;
    uint32_t verbal = found->verbal_of[s->links[mention].clause];
    if (e->evoked != RZ_EVOKED_NOUN || !rz_kind_is(e->kind, RZ_KIND_JOURNEY) || verbal == RZ_NONE || !rz_kind_is(found->events.at[verbal].kind, RZ_KIND_JOURNEY)) return false;
    rz_link link = {.prep_token = RZ_NONE};
    rz_govern(s, &link, e->first);
    return (link.prep == RZ_C_OCCASION || rz_sets_time(s, e)) && s->mentions->at[rz_list_last(s, mention)].last + 2 >= found->events.at[verbal].first;
}

static bool opens_quote(const rz_scene *s, uint32_t token) { return s->text->tokens[token].punct == '<' || s->text->tokens[token].punct == '"'; }

/* «شهر مرزی X», «کشورهای آسیایی X»: nothing but what they are stands between. */
static bool only_says_which(const rz_scene *s, uint32_t from, uint32_t to) {
    while (from < to && ((s->text->tokens[from].pos & RZ_POS_ADJ) || s->mention_at[from] != RZ_NONE || opens_quote(s, from))) from++;
    return from >= to;
}

/* «در شهر مرزی X», «در شهر سوئیسی X», «در ولسوالی موسی قلعه X»: a district that no table has, of the province. */
static bool of_town(const rz_scene *s, uint32_t prep_last, uint32_t mention) {
    enum { MOST = 2 };
    uint32_t end, first = s->mentions->at[mention].first;
    if (prep_last >= first || rz_class_at(s, prep_last - 1, &end) != RZ_C_PLACE_WORD || end < prep_last) return false;
    bool unnamed = first - end <= MOST;
    for (uint32_t t = end; unnamed && t < first; t++) {
        uint32_t last;
        uint8_t class = rz_class_at(s, t, &last);
        unnamed = s->text->tokens[t].kind == RZ_TOKEN_WORD && s->text->tokens[t].verb == RZ_NONE && s->mention_at[t] == RZ_NONE && rz_token_time(s, t) == RZ_NONE && (!class || class == RZ_C_PLACE_WORD);
    }
    return unnamed || only_says_which(s, end, first);
}

/* «در خیرخانه کابل»: a quarter that no table has, of the city. */
static bool of_quarter(const rz_scene *s, uint32_t prep_last, uint32_t mention) {
    if (prep_last + 1 != s->mentions->at[mention].first) return false;
    const rz_token *quarter = &s->text->tokens[prep_last];
    return quarter->kind == RZ_TOKEN_WORD && quarter->verb == RZ_NONE && !(quarter->pos & ~RZ_POS_NAME) && s->mention_at[prep_last] == RZ_NONE && rz_token_time(s, prep_last) == RZ_NONE;
}

/* «در هتل کوبورگ وین»: the city of the house; or of the street («در خیابان‌های X»). */
static bool in_house(const rz_scene *s, uint32_t i, bool *street) {
    const rz_link *link = &s->links[i];
    uint32_t last;
    *street = false;
    if (link->kind != RZ_LINK_OF || (link->prep != RZ_C_IN && link->prep != RZ_C_TO) || link->prep_token == RZ_NONE || s->mentions->at[i].kind != RZ_M_PLACE) return false;
    rz_class_at(s, link->prep_token, &last);
    rz_row streets = rz_row_find(s->g->data, RZ_WORDS, RZ_STR("streets"));
    *street = rz_listed_end(s, streets, last) > last;
    if (link->prep == RZ_C_TO) return *street && s->mentions->at[i].first - last < NEAR_WORDS + 1;
    return s->mentions->at[i].first - last < NEAR_WORDS + 1 && (*street || of_town(s, last, i) || of_quarter(s, last, i) || rz_class_at(s, last, &last) == RZ_C_PLACE_WORD);
}

/* «به کشورهای آسیایی X، Y و Z رفت» */
bool rz_states_named(const rz_scene *s, uint32_t i) {
    const rz_link *link = &s->links[i];
    uint32_t last, first = s->mentions->at[link->list].first;
    if (link->kind != RZ_LINK_OF || (link->prep != RZ_C_TO && link->prep != RZ_C_FROM) || link->prep_token == RZ_NONE) return false;
    rz_class_at(s, link->prep_token, &last);
    if (last == link->prep_token + 1) return false; /* «به کشورهای …» is one */
    return first > last && first - last <= NEAR_WORDS && only_says_which(s, last, first);
}

/* «به خاک X حمله کرد», «به خاک X سفر کرد», «بر ولایت X حمله کرد»: what is struck is the place too. */
static bool on_soil(const rz_scene *s, const rz_link *link) {
    uint32_t last, end;
    if (link->kind != RZ_LINK_PREP || link->prep != RZ_C_AGAINST || link->prep_token == RZ_NONE) return false;
    rz_class_at(s, link->prep_token, &last);
    uint8_t class = last > link->prep_token + 1 ? rz_class_at(s, last - 1, &end) : RZ_C_NONE;
    return class == RZ_C_SITE || class == RZ_C_PLACE_WORD;
}

/* «در مقر سازمان ملل در ژنو», «مخالفان دولت در عراق در بغداد …»: of a house or a state and its city after it, the city tells more. */
static bool in_city(const rz_scene *s, uint32_t house, uint32_t city) {
    const rz_mention *h = &s->mentions->at[house], *c = &s->mentions->at[city];
    bool its_state = h->kind == RZ_M_STATE && h->row != RZ_NONE && c->row != RZ_NONE && s->links[house].prep == RZ_C_IN && s->links[city].prep == RZ_C_IN;
    bool in_this = h->kind == RZ_M_STATE && h->whose == RZ_WHOSE_THIS && c->row != RZ_NONE && s->links[city].prep == RZ_C_IN && s->links[city].prep_token == h->last; /* «در سالن این کشور در X» */
    if (in_this) return rz_row_has(s->text->data, c->row, "kind", "city");
    if (its_state) return rz_row_has(s->text->data, c->row, "kind", "city") && rz_row_state(s->text->data, c->row) == h->row && s->links[house].clause == s->links[city].clause;
    if (h->kind != RZ_M_PLACE || h->row == RZ_NONE || c->kind != RZ_M_PLACE || c->row == RZ_NONE || s->links[city].prep_token > h->last + 1) return false;
    return rz_row_has(s->text->data, c->row, "kind", "city") && !rz_row_has(s->text->data, h->row, "kind", "city");
}

/* «برای شرکت در کنفرانس X در دهلی نو به سر می‌برد», «برای دیدار با Y در Z به سر می‌برد»: where that is, he is. */
static void places_of_stay(rz_found *found) {
    for (uint32_t i = 0; i < found->events.n; i++) {
        rz_found_event *noun = &found->events.at[i];
        uint32_t verbal = noun->evoked == RZ_EVOKED_NOUN && noun->place != RZ_NONE ? found->verbal_of[noun->clause] : RZ_NONE;
        if (verbal == RZ_NONE) continue;
        rz_found_event *stay = &found->events.at[verbal];
        bool there = stay->first == found->scene.mentions->at[noun->place].last && rz_kind_is(stay->kind, RZ_KIND_JOURNEY) && !stay->frame->after_place && stay->frame->places >> RZ_C_IN & 1;
        if (!rz_kind_is(noun->kind, RZ_KIND_SESSION) && (!there || rz_kind_is(noun->kind, RZ_KIND_JOURNEY))) continue;
        if (stay->place == RZ_NONE && (stay->frame->needs & (RZ_NEEDS_PLACE | RZ_NEEDS_COUNTRY))) stay->place = noun->place;
    }
}

/* «مخالفان جنگ در X تجمع کردند»: of those who march, not of what they are against; «به خیابان‌های X آمدند و …» goes on in the sentence. */
static rz_found_event *march_of(const rz_found *found, uint32_t mention, bool on) {
    const rz_scene *s = &found->scene;
    uint32_t clause = s->links[mention].clause, from = s->mentions->at[mention].last, to = on ? s->text->sentences[rz_token_sentence(s, from - 1)].last : s->clauses[clause].last;
    for (uint32_t t = from; t < to && t < from + RZ_REACH; t++) {
        rz_found_event *e = rz_event_at(found, t);
        if (e && (on || e->clause == clause) && rz_kind_is(e->kind, RZ_KIND_CROWD)) return e;
    }
    return NULL;
}

/* «در اعتراض به کشتار X در Y در Z تجمع کردند»: what they came together for is told before the place. */
static bool of_its_cause(const rz_scene *s, const rz_link *link) {
    uint32_t from = s->clauses[link->clause].first;
    if (link->prep != RZ_C_IN || link->prep_token == RZ_NONE) return false;
    if (link->prep_token > from + RZ_REACH) from = link->prep_token - RZ_REACH;
    return rz_listed_within(s, rz_row_find(s->g->data, RZ_WORDS, RZ_STR("crowd-causes")), from, link->prep_token);
}

/* «مخالفان جنگ در X در Y تجمع کردند»: another place is told after it, where they were. */
static bool told_elsewhere(const rz_scene *s, uint32_t i, const rz_found_event *e) {
    for (uint32_t j = i + 1; j < s->mentions->n && j < i + RZ_REACH && s->mentions->at[j].first < e->first; j++) {
        const rz_mention *m = &s->mentions->at[j];
        bool place = m->kind == RZ_M_PLACE || m->kind == RZ_M_STATE, own = s->links[j].prep_token != s->links[i].prep_token;
        if (place && own && s->links[j].kind == RZ_LINK_PREP && s->links[j].prep == RZ_C_IN && s->links[j].clause == s->links[i].clause && !rz_of_an_issue(s, &s->links[j])) return true;
    }
    return false;
}

/* «حادثه در X؛ Y خواهان نشست شد»: the other half of the title tells of something else. */
static bool other_half(const rz_scene *s, const rz_found_event *e, const rz_mention *m) {
    uint32_t from = m->last < e->first ? m->last : e->last, to = m->last < e->first ? e->first : m->first;
    for (uint32_t t = from; e->in_title && t < to; t++)
        if (s->text->tokens[t].punct == ';') return true;
    return false;
}

/* «در کابل، X به عنوان سفیر معرفی شد»: what opens the sentence is where all of it was that has no place. */
static void place_of_sentence(rz_found *found, uint32_t i) {
    const rz_scene *s = &found->scene;
    const rz_mention *m = &s->mentions->at[i];
    const rz_sentence *in = &s->text->sentences[rz_token_sentence(s, m->first)];
    bool opens = s->links[i].kind == RZ_LINK_PREP && s->links[i].prep == RZ_C_IN && s->links[i].prep_token == rz_sentence_start(s, in);
    if (!opens || m->kind != RZ_M_PLACE || too_wide(s, m) || m->last >= in->last || s->text->tokens[m->last].punct != ',') return;
    for (uint32_t t = m->last; t < in->last && t < m->last + RZ_CLAUSE_REACH; t++) {
        rz_found_event *e = rz_event_at(found, t);
        bool free = e && e->place == RZ_NONE && e->evoked != RZ_EVOKED_NOUN && (e->frame->places >> RZ_C_IN & 1 || (rz_kind_is(e->kind, RZ_KIND_APPOINTMENT) && !rz_verb_between(s, m->last, e->first)));
        if (free && s->clauses[e->clause].kind != RZ_CLAUSE_RELATIVE && s->clauses[e->clause].kind != RZ_CLAUSE_COMPLEMENT) e->place = i;
    }
}

/* «به کشورهای منطقه از جمله X و Y سفر کرد»: of those it was to. */
static uint8_t prep_of(const rz_scene *s, const rz_link *link) {
    uint32_t end, at = link->prep_token;
    if (link->prep != RZ_C_FOR || link->kind != RZ_LINK_PREP || at == RZ_NONE || at <= s->clauses[link->clause].first) return link->prep;
    bool including = rz_says_including(s, at);
    rz_link whole = {.prep_token = RZ_NONE};
    if (including) rz_govern(s, &whole, at - 1 - (s->text->tokens[at - 1].punct == ','));
    bool named = false; /* «به ایران، از جمله تهران» has its place */
    for (uint32_t t = whole.prep_token; including && whole.prep_token != RZ_NONE && t < at; t++)
        named |= s->mention_at[t] != RZ_NONE && (s->mentions->at[s->mention_at[t]].kind == RZ_M_PLACE || s->mentions->at[s->mention_at[t]].kind == RZ_M_STATE) && rz_class_at(s, t, &end) == RZ_C_NONE;
    return including && !named && (whole.prep == RZ_C_TO || whole.prep == RZ_C_FROM) ? whole.prep : link->prep;
}

/* «به X و [روز سه‌شنبه] به Y رفت», «به X، سپس به Y رفت» */
bool rz_own_leg(const rz_scene *s, uint32_t place, uint32_t i) {
    enum { LONGEST = 3 };
    uint32_t start, at = s->links[i].prep_token, from = at != RZ_NONE && at > 2 * 4 ? at - 2 * 4 : 0;
    if (s->links[i].prep != RZ_C_TO || at == RZ_NONE || s->links[i].clause != s->links[place].clause || i == place) return false;
    while (at > from && rz_token_time(s, at - 1) != RZ_NONE) at--;
    rz_row then = rz_row_find(s->g->data, RZ_WORDS, RZ_STR("then-there"));
    for (uint32_t t = at > from + LONGEST ? at - LONGEST : from; t < at; t++)
        if (rz_listed_whole(s, then, t) == at) return s->links[i].kind == RZ_LINK_PREP;
    return at && rz_class_before(s, at, from, false, &start) == RZ_C_AND;
}

/* «یک روز پس از انفجار در X، Y با Z دیدار کرد»: where that was. */
static bool of_deed_before(const rz_found *found, uint32_t i) {
    const rz_scene *s = &found->scene;
    enum { NEAR = 4 };
    const rz_mention *m = &s->mentions->at[i];
    uint32_t at = s->links[i].prep_token, from = s->text->sentences[rz_token_sentence(s, m->first)].first, last;
    if (s->links[i].prep != RZ_C_IN || at == RZ_NONE || m->last >= s->text->n_tokens || s->text->tokens[m->last].punct != ',') return false;
    for (uint32_t t = at; t-- > from && at - t <= NEAR;) {
        if (s->text->tokens[t].verb != RZ_NONE || s->text->tokens[t].punct || rz_trigger_at(found, t) != RZ_NONE) return false;
        if (rz_class_at(s, t, &last) != RZ_C_OTHER_DEED) continue;
        rz_link link = {.prep_token = RZ_NONE};
        rz_govern(s, &link, t);
        return link.prep == RZ_C_AFTER || link.prep == RZ_C_BEFORE;
    }
    return false;
}

/* «در این دیدار حضور نیروها در X بررسی شد»: a land right before the words, behind what is dealt with in what was told of before it. */
static bool of_matter(const rz_found *found, uint32_t clause, uint32_t place) {
    enum { LEAST = 2 };
    const rz_scene *s = &found->scene;
    uint32_t at = s->links[place].prep_token, from = s->clauses[clause].first, verbal = found->verbal_of[clause];
    if (at == RZ_NONE || s->mentions->at[place].kind != RZ_M_STATE || verbal == RZ_NONE || !found->events.at[verbal].frame->discussion) return false;
    if (s->mentions->at[place].last != found->events.at[verbal].first || !rz_undergone(s, s->clauses[clause].verb)) return false;
    for (uint32_t t = at; t-- > from;)
        if (rz_trigger_at(found, t) != RZ_NONE) return at > t + LEAST;
    return false;
}

/* «در گردهمایی فرماندهان در X، طرح … بررسی شد»: the session before the place was there; not where what is discussed is, «ادعای … در X را». */
static rz_found_event *session_before(const rz_found *found, rz_found_event *e, uint32_t place) {
    const rz_scene *s = &found->scene;
    uint32_t first = s->mentions->at[place].first, last = s->mentions->at[place].last, from = s->clauses[e->clause].first, end;
    if (of_matter(found, e->clause, place)) return NULL;
    if (!e->frame->discussion || e->first < first) return e;
    if (last < s->text->n_tokens && rz_class_at(s, last, &end) == RZ_C_OBJECT) return NULL;
    for (uint32_t t = first; t-- > from && first - t < RZ_REACH;) {
        rz_found_event *noun = rz_event_at(found, t);
        if (noun && rz_kind_is(noun->kind, RZ_KIND_SESSION) && noun->evoked == RZ_EVOKED_NOUN && noun->place == RZ_NONE) return noun;
        if (noun || s->text->tokens[t].punct) return e;
    }
    return e;
}

/* «کنفرانسی درباره حملات X در [ژنو] برگزار شد», «کنفرانسی پس از حمله به X در …»: the meeting before the noun of what it is about, or came after. */
static rz_found_event *met_there(const rz_found *found, rz_found_event *e, uint32_t i) {
    static const uint32_t meets = RZ_KIND_CONTACT | RZ_KIND_SESSION | RZ_KIND_ROUNDS;
    const rz_scene *s = &found->scene;
    if (!e) return NULL;
    if (rz_kind_is(e->kind, meets) && rz_is_met_there(s, e, i)) return e;
    rz_link link = {.prep_token = RZ_NONE};
    rz_govern(s, &link, e->first);
    bool background = link.prep == RZ_C_ABOUT || link.prep == RZ_C_AFTER || link.prep == RZ_C_BEFORE || link.prep == RZ_C_FOR;
    if (e->evoked != RZ_EVOKED_NOUN || !background) return NULL;
    uint32_t from = s->clauses[e->clause].first;
    for (uint32_t t = link.prep_token; t-- > from && link.prep_token - t < RZ_REACH;) {
        rz_found_event *met = rz_event_at(found, t);
        if (met && met != e) return rz_kind_is(met->kind, meets) && rz_is_met_there(s, met, i) ? met : NULL;
    }
    return NULL;
}

void rz_places_give(rz_found *found) {
    const rz_scene *s = &found->scene;
    places_of_arrival(found);
    rz_stops_give(found);
    for (uint32_t i = 0; i < s->mentions->n; i++) {
        const rz_mention *m = &s->mentions->at[i];
        const rz_link *link = &s->links[i];
        bool street;
        if (place_of_noun(found, i, false) || rz_where_it_lies(s, i) || of_deed_before(found, i)) continue;
        if ((m->kind != RZ_M_PLACE && (m->kind != RZ_M_STATE || link->prep == RZ_C_HOST)) || (!in_house(s, i, &street) && link->kind != RZ_LINK_PREP && !rz_states_named(s, i)) || link->clause == RZ_NONE) continue;
        bool into = street && link->prep == RZ_C_TO;
        rz_found_event *e = into ? march_of(found, i, true) : rz_event_near(found, m->first, m->last, on_soil(s, link) ? RZ_C_TO : prep_of(s, link));
        if (e && (other_half(s, e, m) || rz_recalls(s, link->clause, e->clause) || rz_is_destination(s, e, i))) continue;
        if (e && rz_kind_is(e->kind, RZ_KIND_ATTACK) && (rz_where_from(s, link) || rz_only_backs(s, e, i))) continue;
        if (e && link->prep == RZ_C_IN) e = session_before(found, e, i);
        if (street && !(e && rz_kind_is(e->kind, RZ_KIND_CROWD))) continue;
        bool at_sea = e && rz_kind_is(e->kind, RZ_KIND_ATTACK) && m->row != RZ_NONE && rz_row_has(s->text->data, m->row, "kind", "sea");
        bool tour = e && link->prep == RZ_C_TO && rz_tells_tour(s, e, m);
        if (too_wide(s, m) && ((!at_sea && !tour) || rz_tells_lands(s, i))) continue;
        bool named = e && rz_kind_is(e->kind, RZ_KIND_SESSION | RZ_KIND_ROUNDS) && e->last <= m->first && link->prep_token - e->last <= (e->definite ? 0 : NEAR_WORDS) && !(m->kind == RZ_M_STATE && s->mention_at[link->prep_token - 1] == RZ_NONE && rz_class_within(s, e->last, link->prep_token, RZ_C_ABOUT)); /* «کنفرانس صلح یمن در ژنو» */
        rz_found_event *met = met_there(found, e, i);
        bool matter = !met && rz_of_an_issue(s, link);
        if (met) e = met;
        bool issue = matter && !named && !(e && rz_kind_is(e->kind, RZ_KIND_CROWD)); /* «مردم در X تظاهرات کردند» */
        issue |= e && rz_kind_is(e->kind, RZ_KIND_CONTACT | RZ_KIND_SESSION | RZ_KIND_ROUNDS) && rz_where_the_matter_is(s, e, i);
        if (issue) e = march_of(found, i, false);
        if (issue && !e) continue;
        bool cause = e && rz_kind_is(e->kind, RZ_KIND_CROWD) && (matter || of_its_cause(s, link));
        bool noun = cause && e->evoked == RZ_EVOKED_NOUN && e->last <= m->first && s->mention_at[link->prep_token - 1] == RZ_NONE; /* «تظاهرات در اعتراض به جنگ در X», not «جنگ Y در X» */
        if ((noun && matter && of_its_cause(s, link)) || (cause && told_elsewhere(s, i, e))) continue;
        if (e && e->place != RZ_NONE && e->place < i && (in_city(s, e->place, i) || rz_on_the_way(s, e, i) || rz_struck_abroad(s, e, i))) e->place = i;
        if (e && (e->place != RZ_NONE || is_stage(found, e, i))) e = other_of_clause(found, e, i, link->prep); /* «بعد از سفر به X به Y خواهد رفت» */
        bool told_before = e && m->last <= e->first && e->evoked == RZ_EVOKED_NOUN;
        bool of_topic = e && (told_before || rz_kind_is(e->kind, RZ_KIND_VOTE)) && topic_before(s, m->first); /* nor «قطعنامه آتش‌بس در X» */
        if (e && e->place == RZ_NONE && !of_topic && !(rz_kind_is(e->kind, RZ_KIND_VOTE) && m->kind == RZ_M_STATE)) e->place = i;
    }
    for (uint32_t i = 0; i < s->mentions->n; i++)
        if (s->links[i].clause != RZ_NONE) place_of_sentence(found, i);
    for (uint32_t i = 0; i < s->mentions->n; i++) /* «نشست قفقاز», where nothing tells more */
        if (too_wide(s, &s->mentions->at[i])) place_of_noun(found, i, true);
    places_of_stay(found);
    rz_pointed_places_give(found);
}
