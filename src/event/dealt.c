/* With whom one has relations that are spoken of, and who need not be there; through whose land something goes; who else
 * stands beside a deed that is not his. */
#include "event/sent.h"

/* «روابط با», «مذاکرات غیرمستقیم اخیر با» */
static bool after_dealings(const rz_scene *s, uint32_t at) {
    enum { ADJECTIVES = 3, LONGEST = 2 };
    rz_row dealings = rz_row_find(s->g->data, RZ_WORDS, RZ_STR("dealings"));
    for (uint32_t n = 0; n <= ADJECTIVES && at > LONGEST; n++, at--) {
        if (rz_listed_before(s, dealings, at, at - LONGEST)) return true;
        if (!(s->text->tokens[at - 1].pos & RZ_POS_ADJ) || s->mention_at[at - 1] != RZ_NONE) return false;
    }
    return false;
}

/* «وزیران X و Y درباره صلح Z با W گفت‌وگو کردند»: with W Z has it; those who speak are told already, or are with another behind it. */
static bool of_others_dealings(const rz_scene *s, const rz_found_event *e, uint32_t i) {
    enum { FAR = 6 };
    uint32_t at = s->links[i].prep_token, m = at ? s->mention_at[at - 1] : RZ_NONE, verb = s->clauses[e->clause].verb, subject = s->clauses[e->clause].subject;
    if (m == RZ_NONE || m == subject || (s->mentions->at[m].kind != RZ_M_STATE && s->mentions->at[m].kind != RZ_M_ORGANISATION) || s->links[m].kind != RZ_LINK_OF || !after_dealings(s, s->mentions->at[m].first)) return false;
    bool told = verb != RZ_NONE && s->text->verbs[verb].plural && subject != RZ_NONE && s->mentions->at[subject].first < at;
    for (uint32_t k = i + 1; !told && k < s->mentions->n && k < i + FAR && s->mentions->at[k].first < e->first; k++)
        told = s->links[k].clause == e->clause && s->links[k].prep == RZ_C_WITH && s->links[k].prep_token != at && s->mentions->at[k].head == RZ_NONE;
    return told;
}

/* «به دلیل جنگ X علیه Y تحریم کرد»: the war is against Y, not the sanctions. */
static bool of_a_war(const rz_scene *s, const rz_found_event *e, uint32_t i) {
    enum { LONGEST = 3 };
    const rz_link *link = &s->links[i];
    if (!rz_kind_is(e->kind, RZ_KIND_SANCTION) || link->prep != RZ_C_AGAINST || link->prep_token == RZ_NONE || !link->prep_token) return false;
    uint32_t at = link->prep_token, whose = s->mention_at[at - 1];
    if (whose != RZ_NONE && s->mentions->at[whose].first) at = s->mentions->at[whose].first;
    return rz_listed_before(s, rz_row_find(s->g->data, RZ_WORDS, RZ_STR("waged-against")), at, at > LONGEST ? at - LONGEST : 0);
}

/* «با Y درباره روابط با X گفت‌وگو کرد», «دیدار با Y درباره روابط با X»: X is in what they speak of, where Y is told before it. */
static bool in_matter(const rz_scene *s, const rz_found_event *e, uint32_t m) {
    const rz_link *link = &s->links[m];
    uint32_t end, about = RZ_NONE, from = e->evoked == RZ_EVOKED_VERB ? s->clauses[e->clause].first : e->last, at = link->prep_token;
    if (!rz_kind_is(e->kind, RZ_KIND_CONTACT) || link->kind != RZ_LINK_PREP || link->prep != RZ_C_WITH || at == RZ_NONE || at <= from || at > from + RZ_CLAUSE_REACH) return false;
    for (uint32_t t = at; about == RZ_NONE && t-- > from;) {
        uint8_t class = rz_class_at(s, t, &end);
        if (s->text->tokens[t].verb != RZ_NONE || s->text->tokens[t].punct || (end == at && (class == RZ_C_AND || class == RZ_C_ABOUT))) return false;
        if (class == RZ_C_ABOUT) about = t;
    }
    for (uint32_t j = about == RZ_NONE ? 0 : m; j-- > 0 && s->mentions->at[j].first >= from;) {
        uint32_t with = s->links[j].prep_token;
        if (s->mentions->at[j].last > about || s->mentions->at[j].head != RZ_NONE || s->links[j].kind != RZ_LINK_PREP || s->links[j].prep != RZ_C_WITH) continue;
        bool other = e->evoked == RZ_EVOKED_VERB && with != RZ_NONE && with > from && (rz_types_at(s->text, with - 1) & RZ_TYPE(RZ_FRAME)); /* «پس از دیدار با X درباره … با Y گفت‌وگو کرد» */
        return !other;
    }
    return false;
}

/* «درباره روابط با X با Y گفت‌وگو کرد»: X is what they speak of; «با Y، هماهنگ‌کننده مبارزه با X، دیدار کرد». */
bool rz_only_dealt_with(const rz_scene *s, const rz_found_event *e, uint32_t i) {
    enum { LONGEST = 2 };
    if (of_a_war(s, e, i) || in_matter(s, e, i)) return true;
    uint32_t at = s->links[i].prep_token;
    bool fought = s->links[i].prep == RZ_C_WITH && at != RZ_NONE && at && !rz_kind_is(e->kind, RZ_KIND_ATTACK) && rz_listed_before(s, rz_row_find(s->g->data, RZ_WORDS, RZ_STR("fighting")), at, at > LONGEST ? at - LONGEST : 0);
    if (fought) return true;
    bool state = (s->mentions->at[i].kind == RZ_M_STATE || s->mentions->at[i].kind == RZ_M_ORGANISATION) && s->links[i].prep == RZ_C_WITH && rz_kind_is(e->kind, RZ_KIND_CONTACT);
    return state && at != RZ_NONE && at < e->first && e->parts.n && (after_dealings(s, at) || of_others_dealings(s, e, i));
}

/* «قرارداد انتقال گاز X به Y از طریق Z امضا شد», «درباره راه‌آهن از طریق Z گفت‌وگو کردند»: the way that it goes. */
bool rz_only_through(const rz_scene *s, const rz_found_event *e, const rz_link *link) {
    enum { FAR = 6 };
    if (link->prep != RZ_C_MEDIATOR || link->prep_token == RZ_NONE || !rz_governed_by(s, link, rz_row_find(s->g->data, RZ_WORDS, RZ_STR("prep-through")))) return false;
    uint32_t at = link->prep_token;
    return rz_kind_is(e->kind, RZ_KIND_PAPER) || rz_listed_within(s, rz_row_find(s->g->data, RZ_WORDS, RZ_STR("what-goes-through")), at > FAR ? at - FAR : 0, at);
}

/* «نیروهای مورد حمایت X»: they are not X. */
bool rz_only_backs(const rz_scene *s, const rz_found_event *e, uint32_t mention) {
    enum { LONGEST = 3 };
    if (mention >= RZ_SPEAKER || !rz_kind_is(e->kind, RZ_KIND_ATTACK | RZ_KIND_CONTACT | RZ_KIND_SESSION | RZ_KIND_ROUNDS)) return false; /* what belongs to a state is sanctioned for it */
    uint32_t first = s->mentions->at[mention].first;
    return rz_listed_before(s, rz_row_find(s->g->data, RZ_WORDS, RZ_STR("backed-by")), first, first > LONGEST ? first - LONGEST : 0);
}

/* «پارلمان X عضویت Y در ناتو را تصویب کرد»: what is joined has no vote where another votes; nor «پروتکل عضویت Y در ناتو». */
bool rz_is_joined(const rz_scene *s, const rz_found_event *e, uint32_t mention) {
    enum { FAR = 6 };
    uint32_t subject = s->clauses[e->clause].subject, at = s->links[mention].prep_token;
    if (!rz_kind_is(e->kind, RZ_KIND_VOTE) || (s->links[mention].prep != RZ_C_TO && s->links[mention].prep != RZ_C_IN)) return false;
    uint32_t low = at > FAR ? at - FAR : 0;
    if (rz_listed_within(s, rz_row_find(s->g->data, RZ_WORDS, RZ_STR("joining")), low, at) && !rz_class_within(s, low, at, RZ_C_OBJECT)) return true;
    return subject != RZ_NONE && at > s->mentions->at[subject].last;
}

/* «قطعنامه ارائه‌شده از سوی X تصویب شد»: who put it forward. */
static bool is_sponsor(const rz_scene *s, const rz_found_event *e, uint32_t m) {
    enum { LONGEST = 2 };
    uint32_t at = s->links[m].prep_token;
    bool put = rz_kind_is(e->kind, RZ_KIND_VOTE) && at != RZ_NONE && s->links[m].prep == RZ_C_AGENT;
    return put && rz_listed_before(s, rz_row_find(s->g->data, RZ_WORDS, RZ_STR("put-forward")), at, at > LONGEST ? at - LONGEST : 0);
}

/* «در پی اتهامات از سوی X، سفیر Y از سوی وزارت خارجه احضار شد»: of several who do, before the verb, the last is its own. */
bool rz_done_by_later(const rz_scene *s, const rz_found_event *e, uint32_t m) {
    uint32_t end;
    if (s->links[m].prep != RZ_C_AGENT) return false;
    if (is_sponsor(s, e, m)) return true;
    uint32_t verb = s->clauses[e->clause].verb;
    bool undergone = verb != RZ_NONE && rz_undergone(s, verb);
    for (uint32_t t = e->last; e->evoked != RZ_EVOKED_VERB && t < s->links[m].prep_token && t < e->last + RZ_REACH; t++) {
        if (s->clause_of[t] != e->clause) continue;
        if (rz_class_at(s, t, &end) == RZ_C_AGENT || (undergone && s->text->tokens[t].punct == ',')) return true; /* «در پی حمله X، سفیر او توسط Z احضار شد» */
    }
    if (e->evoked != RZ_EVOKED_VERB) return false;
    uint32_t subject = s->clauses[e->clause].subject; /* «X به دلیل سرکوب مخالفان توسط Z، Y را تحریم کرد» */
    if (verb != RZ_NONE && !undergone && e->frame->object && subject != RZ_NONE && s->links[subject].list != s->links[m].list && s->mentions->at[subject].first < s->links[m].prep_token) return true;
    for (uint32_t t = s->links[m].last; t < e->first && t < (uint32_t)s->links[m].last + RZ_CLAUSE_REACH; t++)
        if (s->clause_of[t] == e->clause && rz_class_at(s, t, &end) == RZ_C_AGENT) return true;
    return false;
}

/* «X با تمدید تحریم‌های Y موافقت کرد»: they are on Y, and X's. */
void rz_agreed_against(const rz_scene *s, rz_found_event *e) {
    const rz_clause *c = &s->clauses[e->clause];
    uint32_t other = e->parts.n == 1 ? e->parts.at[0].mention : RZ_NONE, at = c->verb == RZ_NONE ? 0 : s->text->verbs[c->verb].first;
    if (!rz_kind_is(e->kind, RZ_KIND_SANCTION) || e->evoked == RZ_EVOKED_VERB || other >= s->mentions->n || strcmp(e->parts.at[0].role, "subject") != 0 || s->links[other].kind != RZ_LINK_OF) return;
    bool another = c->subject != RZ_NONE && c->subject != other && s->mentions->at[c->subject].first < e->first;
    if (another && at > e->last && rz_listed_before(s, rz_row_find(s->g->data, RZ_WORDS, RZ_STR("cue-agreed")), at, at - 1)) e->parts.at[0].role = "object";
}

/* «اجلاس تغییرات اقلیمی سازمان ملل»: the body in the name of a session that the tables know. */
static bool only_names(const rz_scene *s, const rz_found_event *e, uint32_t m) {
    bool named = e->forum != RZ_NONE && rz_kind_is(e->kind, RZ_KIND_SESSION) && e->evoked != RZ_EVOKED_VERB && m < s->mentions->n;
    return named && m != e->forum && s->mentions->at[m].kind == RZ_M_ORGANISATION && s->mentions->at[m].row != RZ_NONE && s->links[m].kind == RZ_LINK_OF && s->links[m].list == m && s->mentions->at[m].first >= e->last;
}

/* «مذاکرات صلح X میان Y و Z»: X is what they are about, or where. */
static bool is_matter(const rz_scene *s, const rz_found_event *e, uint32_t m) {
    return m < s->mentions->n && s->links[m].kind == RZ_LINK_OF && !s->links[m].prep && s->links[m].list == m && rz_family(&s->mentions->at[m]) == 2 && s->mentions->at[m].first >= e->last;
}

/* How many of those who take part stand with the preposition. */
static uint32_t standing_with(const rz_scene *s, const rz_found_event *e, uint8_t prep) {
    uint32_t n = 0;
    for (uint32_t i = 0; i < e->parts.n; i++) n += e->parts.at[i].mention < s->mentions->n && s->links[e->parts.at[i].mention].prep == prep;
    return n;
}

/* «X میزبان نشست [افغانستان] است»: the one state that the noun is of is what it is about. */
static bool hosted_on(const rz_scene *s, const rz_found_event *e, uint32_t m) {
    if (!rz_kind_is(e->kind, RZ_KIND_SESSION) || e->evoked != RZ_EVOKED_NOUN || m >= s->mentions->n || s->mentions->at[m].kind != RZ_M_STATE) return false;
    if (s->links[m].prep != RZ_C_HOST || s->mentions->at[m].first != e->last || rz_delegation_at(s, e->last) || rz_officials_at(s, e->last)) return false;
    for (uint32_t i = 0; i < e->parts.n; i++)
        if (e->parts.at[i].mention != m && strcmp(e->parts.at[i].role, "host") != 0) return false;
    return true;
}

/* Takes away whom the noun names and who take no part. */
void rz_named_drop(const rz_scene *s, rz_found_event *e) {
    uint32_t n = 0;
    bool matters = rz_kind_is(e->kind, RZ_KIND_ROUNDS | RZ_KIND_LOOSE | RZ_KIND_SESSION) && standing_with(s, e, RZ_C_BETWEEN) > 1;
    bool against = rz_kind_is(e->kind, RZ_KIND_SANCTION) && standing_with(s, e, RZ_C_AGAINST); /* «تحریم‌های مرتبط با X علیه Y» */
    for (uint32_t i = 0; i < e->parts.n; i++) {
        uint32_t m = e->parts.at[i].mention;
        bool about = against && m < s->mentions->n && s->links[m].prep == RZ_C_ABOUT;
        if (!about && !only_names(s, e, m) && !hosted_on(s, e, m) && !(matters && is_matter(s, e, m))) e->parts.at[n++] = e->parts.at[i];
    }
    e->parts.n = n;
}
