/* People without a name who take part otherwise than by marching: «با خانواده‌های … دیدار کرد», «۱۲ زندانی طالب را آزاد کرد». */
#include "event/sent.h"

/* The token after the number that begins at the token («پنج هزار»), or the token itself. */
static uint32_t past_number(const rz_scene *s, uint32_t token) {
    enum { MOST = 4 };
    uint32_t t = token;
    while (t < token + MOST && t < s->text->n_tokens && rz_number_at(s, t)) t++;
    return t;
}

/* «پزشکان بدون مرز», «سفرای X و Y», «همتایان خود از X»: has a name, or is told by whose they are. */
static bool is_one_name(const rz_mention *m) {
    bool any = m->kind == RZ_M_COLLECTIVE && m->row == RZ_NONE && m->state == RZ_NONE && m->whose == RZ_WHOSE_NONE; /* «وزیران خارجه آفریقایی» */
    if (any) return false;
    return m->kind == RZ_M_COLLECTIVE || m->counterpart || (m->kind == RZ_M_ORGANISATION && m->row != RZ_NONE);
}

/* «وزیران خارجه پنج کشور …», «سفیران عرب»: those who hold an office in several states that nobody lists. The token after the words
 * that begin their name, or the token. */
static uint32_t holders_end(const rz_scene *s, const rz_found_event *e, uint32_t token) {
    uint32_t last = token, end;
    uint8_t class = rz_class_at(s, token, &end);
    uint32_t m = s->mention_at[token], many = class == RZ_C_DELEGATION || class == RZ_C_OFFICIALS ? past_number(s, end) : end;
    bool meet = rz_kind_is(e->kind, RZ_KIND_CONTACT | RZ_KIND_SESSION | RZ_KIND_JOURNEY | RZ_KIND_ROUNDS);
    bool two = many > end && rz_number_of(s, end) == 2; /* «مقام‌های دو طرف», «نمایندگان دو دولت»: known ones */
    if (meet && m == RZ_NONE && many > end && !two && s->mention_at[end] == RZ_NONE) return many; /* «نمایندگان ۴۹ کشور» */
    if ((m != RZ_NONE && (s->mentions->at[m].kind != RZ_M_COLLECTIVE || is_one_name(&s->mentions->at[m]))) || class == RZ_C_DELEGATION) return token; /* «نمایندگان X»: X */
    for (rz_hits h = rz_hits_of(s->text, token, RZ_TYPE(RZ_OFFICE)); rz_hits_next(&h);) {
        const rz_hit *hit = &h.hit;
        bool named = hit->key == s->g->k_plural && !rz_is_unnamed(s->g, hit->row) && !rz_row_has(s->text->data, hit->row, "kind", "epithet");
        if (named && hit->last > last) last = hit->last;
    }
    return last > token ? past_number(s, rz_listed_end(s, rz_row_find(s->g->data, RZ_WORDS, RZ_STR("nearly")), last)) : token;
}

/* «سه فرد و چهار نهاد», «ده فرد و نهاد»: the end of all of the name whose first part ends at the token. */
static uint32_t past_others(const rz_found *found, const rz_found_event *e, uint32_t last) {
    const rz_scene *s = &found->scene;
    uint32_t end;
    while (last < s->text->n_tokens && rz_class_at(s, last, &end) == RZ_C_AND && end < s->text->n_tokens) {
        uint32_t number = past_number(s, end), member = rz_listed_whole(s, s->g->group_members, number);
        if (member == number) break;
        last = rz_crowd_name_end(found, e, number, member - number);
    }
    return last;
}

/* «رهبران و نمایندگان ۴۹ کشور»: the end of all of the name whose first word ends at the token. */
static uint32_t past_holders(const rz_found *found, const rz_found_event *e, uint32_t last) {
    const rz_scene *s = &found->scene;
    uint32_t next, held;
    if (last >= s->text->n_tokens || rz_class_at(s, last, &next) != RZ_C_AND || next >= s->text->n_tokens || (held = holders_end(s, e, next)) == next) return last;
    uint32_t all = rz_crowd_name_end(found, e, next, held - next);
    for (uint32_t t = next; t < all; t++)
        if (s->mention_at[t] != RZ_NONE && rz_points_back(&s->mentions->at[s->mention_at[t]])) return last; /* «رهبران و وزیران دو کشور» */
    return all > held ? all : last;
}

/* The group that begins at the token: the end of its name, which begins at *first; the token itself where none does. */
static uint32_t group_at(const rz_found *found, const rz_found_event *e, uint32_t token, uint32_t *first) {
    const rz_scene *s = &found->scene;
    uint32_t some = rz_listed_end(s, s->g->some, token), number = some > token ? token : past_number(s, token);
    uint32_t head = some > token ? some : number;
    if (number > token) head = rz_listed_end(s, s->g->group_counters, number);
    uint32_t end = rz_listed_whole(s, s->g->groups, head);
    if (end == head && head > token) end = rz_listed_whole(s, s->g->group_members, head);
    if (end == head && head > number && number > token) end = rz_listed_whole(s, s->g->group_members, head = number); /* «هفت فرد مرتبط با X» */
    uint32_t holders = end == head && head == (some > token ? some : token) ? holders_end(s, e, head) : head;
    if (holders > head) end = holders;
    *first = token;
    if (end > head && holders == head && number == token && past_number(s, end) > end && end < s->text->n_tokens) end = past_number(s, end); /* «رهبران و نمایندگان ۴۹ کشور» */
    if (end == head || end >= s->text->n_tokens) return token;
    uint32_t m = s->mention_at[head];
    if (m != RZ_NONE && is_one_name(&s->mentions->at[m])) return token;
    uint32_t last = rz_crowd_name_end(found, e, head, end - head);
    if (number > token) last = past_others(found, e, last);
    if (last == end && (holders > head || rz_class_at(s, head, &m) == RZ_C_LEADERS)) last = past_holders(found, e, last);
    if (holders > head && last == end && some == token) return token; /* «رهبران» alone */
    uint32_t whose = rz_kind_is(e->kind, RZ_KIND_CONTACT) ? s->mention_at[end] : RZ_NONE;
    if (whose != RZ_NONE && s->mentions->at[whose].whose == RZ_WHOSE_BOTH) return token; /* «دیدار میان وزرای دفاع دو کشور»: it is known whose */
    if (some > token && (last > end || end > head + 1)) *first = head; /* one word tells little alone: «گروهی از زنان» */
    return last;
}

/* Most tokens begin none. */
static bool may_begin(const rz_scene *s, uint32_t token) {
    uint32_t end;
    if (rz_number_at(s, token) || (rz_types_at(s->text, token) & RZ_TYPE(RZ_OFFICE))) return true;
    if (rz_listed_end(s, s->g->groups, token) > token || rz_listed_end(s, s->g->some, token) > token) return true;
    uint8_t class = rz_class_at(s, token, &end);
    return (class == RZ_C_DELEGATION || class == RZ_C_OFFICIALS) && end < s->text->n_tokens && rz_number_at(s, end); /* «نمایندگان ۴۹ کشور» */
}

/* «آزادی زندانیان»: whose the noun is. */
static bool follows_noun(const rz_found_event *e, uint32_t first) {
    return e->evoked != RZ_EVOKED_VERB && first == e->last;
}

/* «هشت سناتور در نامه‌ای به X …»: what the noun tells is done by whom the clause is of. */
static const char *role_by_noun(const rz_scene *s, const rz_found_event *e, uint32_t first) {
    rz_link link = {.prep_token = RZ_NONE};
    if (!rz_kind_is(e->kind, RZ_KIND_MESSAGE | RZ_KIND_CREDENTIALS) || first > e->first) return NULL;
    rz_govern(s, &link, e->first);
    return link.prep == RZ_C_IN || link.prep == RZ_C_WITH ? e->frame->of ? e->frame->of : e->frame->subject : NULL;
}

static bool within(const rz_scene *s, uint32_t m, uint32_t first, uint32_t last) {
    return m < s->mentions->n && s->mentions->at[m].first >= first && s->mentions->at[m].last <= last;
}

/* «با خبرنگاران گفت‌وگو کرد»: that is no talks; «سران سازمان X گرد هم آمدند»: it is the forum that meets. */
static bool takes_no_part(const rz_scene *s, const rz_found_event *e, uint32_t first, uint32_t last) {
    if (rz_kind_is(e->kind, RZ_KIND_LOOSE) && rz_listed_within(s, rz_row_find(s->g->data, RZ_WORDS, RZ_STR("press-people")), first, last)) return true;
    if (!rz_kind_is(e->kind, RZ_KIND_SESSION)) return false;
    for (rz_hits h = rz_hits_of(s->text, first, RZ_TYPE(RZ_WORDS)); rz_hits_next(&h);) /* «نشست سمرقند با حضور نمایندگان کشورهای منطقه» */
        if (rz_class_of(s->g, h.hit.row) == RZ_C_OFFICIALS) return true;
    if (e->forum == RZ_NONE) return false;
    for (rz_hits h = rz_hits_of(s->text, first, RZ_TYPE(RZ_WORDS)); rz_hits_next(&h);)
        if (rz_class_of(s->g, h.hit.row) == RZ_C_LEADERS) return true;
    return false;
}

/* «با X و شماری از …»: they are governed as he is whom the words before join them to. */
static void govern(const rz_scene *s, rz_link *link, uint32_t first) {
    enum { NEAR = 3 };
    uint32_t from = s->text->sentences[rz_token_sentence(s, first)].first, start, and = rz_counted_from(s, first, from);
    rz_govern(s, link, first);
    if (link->kind != RZ_LINK_FREE || and <= from || rz_class_before(s, and, from, false, &start) != RZ_C_AND) return;
    uint32_t before = rz_mention_near(s->mentions, start, 0);
    for (uint32_t i = before; i-- > 0 && before - i <= NEAR;)
        if (s->links[i].last == start && s->mentions->at[i].head == RZ_NONE && s->links[i].kind == RZ_LINK_PREP) {
            link->kind = s->links[i].kind, link->prep = s->links[i].prep, link->prep_token = s->links[i].prep_token;
            return;
        }
}

/* «دولت X و مخالفان سندی امضا کردند»: joined to the subject, where several do it. */
static bool beside_subject(const rz_scene *s, const rz_clause *c, uint32_t first) {
    uint32_t start, from = c->first, and = rz_counted_from(s, first, from);
    bool several = c->subject != RZ_NONE && c->verb != RZ_NONE && s->text->verbs[c->verb].plural;
    return several && and > from && rz_class_before(s, and, from, false, &start) == RZ_C_AND && start == rz_phrase_end(s, c->subject);
}

/* «در حاشیه نشست X با شماری از سران دیدار کرد»: with whom the verb is. */
static bool met_besides(const rz_found *found, const rz_found_event *e, uint8_t prep) {
    uint32_t verbal = found->verbal_of[e->clause];
    const rz_found_event *other = verbal == RZ_NONE ? NULL : &found->events.at[verbal];
    return other && other != e && rz_kind_is(e->kind, RZ_KIND_SESSION) && rz_kind_is(other->kind, RZ_KIND_CONTACT) && other->frame->by_class[prep];
}

/* «X سه فرد وابسته به Y را تحریم کرد»: what is told of them stands between them and «را». */
static bool is_marked_later(const rz_scene *s, const rz_found_event *e, uint32_t first, uint32_t last) {
    const rz_clause *c = &s->clauses[e->clause];
    uint32_t end;
    if (!rz_kind_is(e->kind, RZ_KIND_SANCTION) || !rz_number_at(s, first) || rz_class_at(s, last, &end) == RZ_C_AND) return false;
    if (c->subject == RZ_NONE || s->mentions->at[c->subject].last > first) return false;
    for (uint32_t t = last; t < e->first && t < last + RZ_REACH; t++)
        if (s->clause_of[t] == e->clause && rz_class_at(s, t, &end) == RZ_C_OBJECT) return true;
    return false;
}

/* «دیدار X و سران کشورهای …»: as he whom they are joined to, or NULL. */
static const char *role_beside(const rz_scene *s, const rz_found_event *e, uint32_t first, uint32_t last) {
    uint32_t start, and = rz_counted_from(s, first, e->last);
    if (rz_listed_before(s, rz_row_find(s->g->data, RZ_WORDS, RZ_STR("anybody")), last, first)) return NULL;
    if (e->evoked == RZ_EVOKED_VERB || first <= e->last || and <= e->last || rz_class_before(s, and, e->last, false, &start) != RZ_C_AND) return NULL;
    for (uint32_t i = 0; i < e->parts.n; i++) {
        uint32_t m = e->parts.at[i].mention;
        if (m < s->mentions->n && s->links[m].last == start && s->links[m].kind == RZ_LINK_OF && rz_family(&s->mentions->at[m]) == 1) return e->parts.at[i].role;
    }
    return NULL;
}

/* The role of those whose name stands at [first, last), or NULL: they take no part. */
const char *rz_role_of_group(const rz_found *found, const rz_found_event *e, uint32_t first, uint32_t last) {
    const rz_scene *s = &found->scene;
    const rz_frame *f = e->frame;
    const rz_clause *c = &s->clauses[e->clause];
    bool done = e->evoked == RZ_EVOKED_HAPPEN && rz_verb_among(s, c->verb, s->g->make, RZ_N_MAKE); /* «گفت‌وگو انجام داد» */
    bool verbal = e->evoked == RZ_EVOKED_VERB, passive = verbal && rz_undergone(s, c->verb);
    uint32_t end;
    bool object = last < s->text->n_tokens && (rz_class_at(s, last, &end) == RZ_C_OBJECT || rz_companions_end(s, last) > last); /* «سه شخص و ۱۶ مؤسسه را» */
    if (s->clause_of[first] != e->clause) return NULL;
    object |= verbal && is_marked_later(s, e, first, last);
    if (verbal && !object && first < e->first && beside_subject(s, c, first)) return passive && f->passive ? f->passive : f->subject;
    if (follows_noun(e, first)) return rz_kind_is(e->kind, RZ_KIND_SESSION) && (rz_types_at(s->text, first) & RZ_TYPE(RZ_OFFICE)) ? NULL : f->of; /* «نشست وزیران X» tells what session it is */
    const char *beside = rz_kind_is(e->kind, RZ_KIND_CONTACT) ? role_beside(s, e, first, last) : NULL;
    if (beside) return beside;
    rz_link link = {.prep_token = RZ_NONE};
    govern(s, &link, first);
    if (object && !link.prep) return verbal && !passive ? f->object : NULL;
    if (link.kind == RZ_LINK_OF) return NULL;
    if (link.kind == RZ_LINK_PREP) {
        bool told_of = e->evoked == RZ_EVOKED_NOUN && first > e->last && ((e->definite && !e->ranked) || met_besides(found, e, link.prep));
        bool before = e->evoked != RZ_EVOKED_NOUN && link.prep == RZ_C_WITH && first < e->first && rz_with_of_noun(found, e, link.prep_token, false); /* «پس از دیدار با X و شماری از …» */
        if (told_of || before || link.prep > RZ_C_LAST_PREP || rz_trigger_between(found, e, last, e->first)) return NULL;
        bool after = first >= e->last && !rz_verb_between(s, e->last, first) && !rz_trigger_between(found, e, e->last, first);
        return ((verbal || done) && first < e->first) || after ? f->by_class[link.prep] : NULL;
    }
    bool other = c->subject != RZ_NONE && c->subject != e->place && !rz_heads_clause(s, e->clause, first); /* «رهبران غربی وارد کی‌یف شدند»: not the city */
    if (first > e->first || other) return NULL;
    if (!verbal) return role_by_noun(s, e, first);
    if (rz_kind_is(e->kind, RZ_KIND_SANCTION) && !passive && rz_number_at(s, first)) return f->object; /* «اعلام کرد که ۵۴ فرد تحریم کرده است» */
    return passive && f->passive ? f->passive : f->subject;
}

static bool has_body(const rz_mention *m) { return m->kind == RZ_M_ORGANISATION && m->body != RZ_NONE; }

static bool is_official(const rz_mention *m) {
    return m->kind == RZ_M_STATE || m->kind == RZ_M_OFFICE || m->kind == RZ_M_COLLECTIVE || has_body(m) || (m->kind == RZ_M_PLACE && m->state != RZ_NONE);
}

/* «مقام‌های نظامی X», «مقام‌های نظامی و سیاسی X», «رهبران X», not «نمایندگان جامعه مدنی X» */
static bool are_officials(const rz_scene *s, uint32_t first, uint32_t last) {
    enum { LONGEST = 4 };
    uint32_t end;
    if (first == last) return true; /* all of it is found as the state */
    for (rz_hits h = rz_hits_of(s->text, first, RZ_TYPE(RZ_WORDS)); rz_hits_next(&h);) {
        uint8_t class = h.hit.tail ? RZ_C_NONE : rz_class_of(s->g, h.hit.row);
        if (class != RZ_C_OFFICIALS && class != RZ_C_LEADERS) continue;
        uint32_t t = h.hit.last, joined = 0;
        for (; t < last && t < h.hit.last + LONGEST; t++) {
            bool and = rz_class_at(s, t, &end) == RZ_C_AND;
            if (!and && s->text->tokens[t].pos && !(s->text->tokens[t].pos & RZ_POS_ADJ)) break;
            joined += and;
        }
        if (t == last && (joined || t == h.hit.last)) return true;
    }
    return false;
}

/* In what states do to each other, a group of a state is the state («سه دیپلمات X», «کارکنان سفارت X»); elsewhere those people are meant:
 * «با فعالان زن X دیدار کرد». */
static bool is_meant(const rz_scene *s, const rz_found_event *e, uint32_t first, uint32_t last) {
    bool official = rz_kind_is(e->kind, RZ_KIND_RELEASE | RZ_KIND_EXPULSION | RZ_KIND_SANCTION);
    bool contact = rz_kind_is(e->kind, RZ_KIND_CONTACT);
    for (uint32_t i = 0; i < e->parts.n; i++) {
        uint32_t part = e->parts.at[i].mention;
        if (!within(s, part, first, last)) continue;
        const rz_mention *m = &s->mentions->at[part];
        if (m->kind == RZ_M_OFFICE && m->last == last && m->state != RZ_NONE) return false; /* «یک مقام آمریکایی»: the office says it all */
        if (m->kind == RZ_M_STATE && rz_listed_within(s, rz_row_find(s->g->data, RZ_WORDS, RZ_STR("movements")), first, m->first)) return true;
        if (has_body(m) || m->kind == RZ_M_FORUM || (official && is_official(m)) || (contact && m->kind == RZ_M_STATE && m->row != RZ_NONE && are_officials(s, first, m->first))) return false; /* «وزرای خارجه سه کشور اروپایی»: the E3; «مقام‌های نظامی X», but «این کشور» may not be known */
    }
    return true;
}

/* «X و Y پنج زندانی را مبادله کردند»: each has its own, and they are not told. */
static bool is_exchange(const rz_found_event *e) {
    uint32_t n = 0;
    for (uint32_t i = 0; i < e->parts.n; i++) n += !strcmp(e->parts.at[i].role, "subject") || !strcmp(e->parts.at[i].role, "participant");
    return rz_kind_is(e->kind, RZ_KIND_RELEASE) && n > 1;
}

void rz_parts_drop_within(const rz_scene *s, rz_found_event *e, uint32_t first, uint32_t last) {
    uint32_t n = 0;
    for (uint32_t i = 0; i < e->parts.n; i++)
        if (!within(s, e->parts.at[i].mention, first, last)) e->parts.at[n++] = e->parts.at[i];
    e->parts.n = n;
}

/* «X خواستار قطع روابط کشورهای اسلامی با Y شد»: it is they whose relations with Y these are, not X. */
static void add_states_of_noun(const rz_found *found, rz_found_event *e) {
    enum { NEAR = 6 };
    const rz_scene *s = &found->scene;
    uint32_t subject = s->clauses[e->clause].subject, end, n = 0;
    if (!rz_kind_is(e->kind, RZ_KIND_RELATIONS) || !e->frame->of || !e->frame->nominal) return;
    rz_row states = rz_row_find(s->g->data, RZ_WORDS, RZ_STR("voices-states-many"));
    for (uint32_t t = e->last; t < e->last + NEAR && t < s->text->n_tokens && s->clause_of[t] == e->clause; t++) {
        uint32_t last = rz_listed_end(s, states, t);
        uint8_t class = rz_class_at(s, t, &end);
        if (last == t && s->mention_at[t] == RZ_NONE && (class == RZ_C_NONE || class == RZ_C_AND)) continue;
        if (last == t) return;
        for (uint32_t i = 0; i < e->parts.n; i++)
            if (e->parts.at[i].mention != subject || s->mentions->at[subject].first > e->first) e->parts.at[n++] = e->parts.at[i];
        e->parts.n = n;
        e->crowd_first = t, e->crowd_last = last, e->crowd_role = e->frame->of;
        return;
    }
}

/* «بین مخالفان در X و نمایندگان دولت Y»: who is joined to those whose name ends at the token takes part as they do. */
static void add_joined(rz_found *found, rz_found_event *e, uint32_t first, uint32_t token) {
    enum { MOST = 2 };
    const rz_scene *s = &found->scene;
    rz_link link = {.prep_token = RZ_NONE};
    uint32_t t = token, n_mentions = s->mentions->n, m = RZ_NONE, end;
    govern(s, &link, first);
    if (link.kind != RZ_LINK_PREP || link.prep != RZ_C_BETWEEN || t >= s->text->n_tokens) return;
    if (rz_class_at(s, t, &end) == RZ_C_IN && end < s->text->n_tokens) m = s->mention_at[end];
    if (m < n_mentions && (s->mentions->at[m].kind == RZ_M_PLACE || s->mentions->at[m].kind == RZ_M_STATE)) t = s->mentions->at[m].last;
    if (t >= s->text->n_tokens || rz_class_at(s, t, &end) != RZ_C_AND || end + 1 >= s->text->n_tokens) return;
    for (uint32_t i = 0; i < MOST && end + 1 < s->text->n_tokens && s->mention_at[end] == RZ_NONE && rz_acts_for(s, end, end + 1); i++) end++;
    m = s->mention_at[end];
    if (m >= n_mentions || s->mentions->at[m].first != end || s->clause_of[end] != e->clause) return;
    if (is_official(&s->mentions->at[m]) || s->mentions->at[m].kind == RZ_M_ORGANISATION) rz_part_add(found, e, m, e->crowd_role);
}

/* «پس از گفت‌وگوی X و Y، پیمان در حضور نمایندگان ۳۰ کشور امضا شد»: they were not at what had been before. */
static bool came_later(const rz_scene *s, const rz_found_event *e, uint32_t first) {
    rz_link group = {.prep_token = RZ_NONE}, own = {.prep_token = RZ_NONE};
    if (e->evoked != RZ_EVOKED_NOUN || first < e->last) return false;
    govern(s, &group, first);
    rz_govern(s, &own, e->first);
    if (group.prep != RZ_C_PRESENCE || own.prep != RZ_C_AFTER) return false;
    return rz_comma_within(s, e->last, first);
}

/* «پس از دیدار با X با فعالان Y گفت‌وگو کرد»: the second «با» is the verb's. */
static bool is_of_verb(const rz_found *found, const rz_found_event *e, uint32_t first, uint32_t end) {
    const rz_scene *s = &found->scene;
    uint32_t verbal = found->verbal_of[e->clause];
    rz_link link = {.prep_token = RZ_NONE};
    if (came_later(s, e, first)) return true;
    if (e->evoked != RZ_EVOKED_NOUN || first < e->last || verbal == RZ_NONE || found->events.at[verbal].first < end) return false;
    govern(s, &link, first);
    for (uint32_t i = 0; i < e->parts.n && link.prep == RZ_C_WITH; i++) {
        uint32_t part = e->parts.at[i].mention;
        if (part < s->mentions->n && s->links[part].prep == RZ_C_WITH && s->links[part].prep_token >= e->last && s->links[part].prep_token < link.prep_token) return true;
    }
    return false;
}

void rz_groups_add(rz_found *found, rz_found_event *e) {
    const rz_scene *s = &found->scene;
    add_states_of_noun(found, e);
    if (rz_kind_is(e->kind, RZ_KIND_CROWD | RZ_KIND_ATTACK | RZ_KIND_VOTE | RZ_KIND_RELATIONS | RZ_KIND_PRESS | RZ_KIND_SUMMONS | RZ_KIND_DISCUSSION) || is_exchange(e)) return;
    if (e->ranked && e->definite && rz_kind_is(e->kind, RZ_KIND_JOURNEY)) return; /* «این نخستین سفر یک مقام X به Y است»: who went is told before */
    const rz_sentence *sentence = &s->text->sentences[rz_token_sentence(s, e->first)];
    uint32_t from = s->clauses[e->clause].first < e->first ? s->clauses[e->clause].first : e->first, to = sentence->last, first;
    if (e->first > from + RZ_REACH) from = e->first - RZ_REACH;
    if (to > e->last + RZ_REACH) to = e->last + RZ_REACH;
    for (uint32_t t = from; t < to; t++) {
        if ((t >= e->first && t < e->last) || !may_begin(s, t)) continue;
        uint32_t end = group_at(found, e, t, &first);
        if (end <= first) continue;
        const char *role = rz_role_of_group(found, e, first, end);
        if (role && !is_of_verb(found, e, first, end) && !takes_no_part(s, e, first, end) && is_meant(s, e, first, end) && !rz_included_behind(s, e, end)) {
            rz_parts_drop_within(s, e, first, end);
            bool marked = rz_kind_is(e->kind, RZ_KIND_SANCTION) && !strcmp(role, "object"); /* «X اعلام کرد سه فرد را تحریم می‌کند» */
            if (!marked && rz_heads_clause(s, e->clause, first)) rz_inherited_leave(s, e);
            e->crowd_first = first;
            e->crowd_last = end;
            e->crowd_role = role;
            add_joined(found, e, first, end);
            e->delegation |= rz_kind_is(e->kind, RZ_KIND_JOURNEY) && rz_officials_at(s, first); /* «رهبران غربی وارد X شدند» */
            return;
        }
        t = end - 1;
    }
}

/* «هیأتی به ریاست Y وارد … شد و با Z دیدار کرد»: nobody is told but the head, in the clause that this one goes on from. */
static void add_head_above(rz_found *found, rz_found_event *e, const char *role) {
    const rz_scene *s = &found->scene;
    const rz_clause *c = &s->clauses[e->clause];
    if (c->subject != RZ_NONE || c->kind != RZ_CLAUSE_COORDINATE || c->parent == RZ_NONE || s->clauses[c->parent].subject != RZ_NONE) return;
    uint32_t from = s->clauses[c->parent].first;
    for (uint32_t t = from; t < s->clauses[c->parent].last && t < from + RZ_REACH; t++) {
        uint32_t i = s->mention_at[t];
        if (i == RZ_NONE || s->links[i].clause != c->parent || s->links[i].prep != RZ_C_HEAD || s->links[i].kind != RZ_LINK_PREP) continue;
        if (s->mentions->at[i].head == RZ_NONE && rz_of_delegation(s, s->links[i].prep_token)) rz_part_add(found, e, i, role);
        return;
    }
}

/* «هیأتی که به ریاست Y سفر کرده است، با Z دیدار کرد»: the head of those of whom the clause is told, in the one within it. */
static void add_head_within(rz_found *found, rz_found_event *e, const char *role) {
    enum { NEAR = 4 };
    const rz_scene *s = &found->scene;
    for (uint32_t c = e->clause + 1; c < s->n_clauses && c <= e->clause + NEAR; c++) {
        if (s->clauses[c].kind != RZ_CLAUSE_RELATIVE || s->clauses[c].parent != e->clause || !rz_of_delegation(s, s->clauses[c].first)) continue;
        for (uint32_t t = s->clauses[c].first; t < s->clauses[c].last && t < s->clauses[c].first + RZ_REACH; t++) {
            uint32_t i = s->mention_at[t];
            if (i == RZ_NONE || s->mentions->at[i].first != t || s->links[i].clause != c) continue;
            if (s->links[i].prep == RZ_C_HEAD && s->links[i].kind == RZ_LINK_PREP && s->mentions->at[i].head == RZ_NONE) rz_part_add(found, e, i, role);
        }
    }
}

/* «هیأتی از X به ریاست Y وارد … شد و دیدار کرد»: the head is told in another clause. */
void rz_heads_add(rz_found *found, rz_found_event *e, const char *role) {
    const rz_scene *s = &found->scene;
    uint32_t subject = s->clauses[e->clause].subject;
    if (!role) return;
    add_head_above(found, e, role);
    add_head_within(found, e, role);
    if (subject == RZ_NONE || s->links[subject].clause == e->clause) return;
    for (uint32_t i = subject + 1; i < s->mentions->n && i < subject + 8 && s->links[i].clause == s->links[subject].clause; i++)
        if (s->links[i].prep == RZ_C_HEAD && s->links[i].kind == RZ_LINK_PREP && s->mentions->at[i].head == RZ_NONE && rz_of_delegation(s, s->links[i].prep_token))
            rz_part_add(found, e, i, role);
}
