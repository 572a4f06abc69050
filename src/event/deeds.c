/* Who takes part in what states do to each other: whom it is against, whose relations, who is accused of it. */
#include "event/event.h"

/* «علیه حضور نظامی X تظاهرات کردند»: whose that is which it was against. */
static void add_opposed(rz_found *found, rz_found_event *e, uint32_t from, uint32_t to) {
    const rz_scene *s = &found->scene;
    if (!e->frame->by_class[RZ_C_AGAINST] || e->frame->owner) return;
    for (uint32_t t = from; t < to; t++) {
        uint32_t m = s->mention_at[t];
        if (m == RZ_NONE || s->mentions->at[m].first != t || s->mentions->at[m].head != RZ_NONE || s->mentions->at[m].kind != RZ_M_STATE) continue;
        const rz_link *link = &s->links[m];
        if (link->kind == RZ_LINK_OF && link->prep == RZ_C_AGAINST && link->clause == e->clause) rz_part_add(found, e, m, e->frame->by_class[RZ_C_AGAINST]);
    }
}

static bool of_things(const rz_found_event *e) { return rz_kind_is(e->kind, RZ_KIND_PAPER | RZ_KIND_VOTE | RZ_KIND_SANCTION); }

static void drop_subject(const rz_scene *s, rz_found_event *e) {
    uint32_t n = 0, subject = s->clauses[e->clause].subject;
    for (uint32_t i = 0; i < e->parts.n; i++)
        if (e->parts.at[i].mention != subject) e->parts.at[n++] = e->parts.at[i];
    e->parts.n = n;
}

/* «پنتاگون اعلام کرد سه پهپاد پایگاه X را هدف قرار دادند»: what struck, of nobody; not «پهپادهای X», «با پهپاد», «حمله پهپادی». */
static bool struck_by_arms(const rz_scene *s, const rz_found_event *e) {
    const rz_clause *c = &s->clauses[e->clause];
    rz_row arms = rz_row_find(s->g->data, RZ_WORDS, RZ_STR("weapons"));
    if (!rz_kind_is(e->kind, RZ_KIND_ATTACK) || e->evoked != RZ_EVOKED_VERB || c->subject == RZ_NONE) return false;
    for (uint32_t t = c->first; t < e->first && t < c->first + RZ_REACH; t++) {
        uint32_t end = rz_listed_end(s, arms, t), last;
        bool heads = t == c->first || rz_number_at(s, t - 1) || s->text->tokens[t - 1].kind == RZ_TOKEN_PUNCT || rz_class_at(s, t - 1, &last) == RZ_C_THAT;
        if (end == t || !heads || s->mentions->at[c->subject].first >= t) continue;
        uint32_t before = t > c->first && rz_number_at(s, t - 1) ? t - 1 : t;
        bool governed = before > c->first && rz_class_at(s, before - 1, &last) && rz_class_at(s, before - 1, &last) <= RZ_C_LAST_PREP;
        bool owned = end < c->last && s->mention_at[end] != RZ_NONE, object = false, sent = rz_class_at(s, end, &last) == RZ_C_OBJECT;
        for (uint32_t o = end; o < e->first && o < end + RZ_REACH && !object; o++) object = rz_class_at(s, o, &last) == RZ_C_OBJECT;
        if (!governed && !owned && object && !sent) return true;
    }
    return false;
}

/* The subject of a passive is what stands in its clause, not who speaks above it: «گفت روابط X و Y برقرار می‌شود». */
static void drop_inherited(const rz_scene *s, rz_found_event *e) {
    const rz_clause *c = &s->clauses[e->clause];
    if (c->inherits && rz_undergone(s, c->verb)) drop_subject(s, e);
}

/* A context word of the frame stands right before what it is of: «روابط X», «تحریم‌های X». */
static bool named_in_context(const rz_scene *s, const rz_found_event *e, uint32_t from, uint32_t to) {
    enum { NEAR = 3 };
    if (to > from + NEAR) from = to - NEAR;
    for (rz_nears n = rz_nears_within(s->text, from, to); rz_nears_next(&n);)
        if (rz_near_word_of(s->text, &n.words, e->frame->row, s->g->k_context)) return true;
    return false;
}

/* «روابط X و Y برقرار شد», «تحریم‌های X را تمدید کرد»: whose relations they are, whom sanctions are on. */
static void add_related(rz_found *found, rz_found_event *e, uint32_t from) {
    const rz_scene *s = &found->scene;
    bool relations = rz_kind_is(e->kind, RZ_KIND_RELATIONS), sanctions = rz_kind_is(e->kind, RZ_KIND_SANCTION) && !rz_has_role(e, "object");
    const char *role = relations ? e->frame->of : e->frame->object ? e->frame->object : e->frame->by_class[RZ_C_AGAINST];
    if ((!relations && !sanctions) || e->evoked != RZ_EVOKED_VERB || !role) return;
    bool any = false;
    for (uint32_t t = from; t < e->first; t++) {
        uint32_t m = s->mention_at[t];
        if (m == RZ_NONE || s->mentions->at[m].first != t || s->mentions->at[m].head != RZ_NONE || rz_family(&s->mentions->at[m]) != 2) continue;
        const rz_link *link = &s->links[m];
        if (link->kind != RZ_LINK_OF || link->prep || link->clause != e->clause) continue;
        if (!named_in_context(s, e, link->chain, s->mentions->at[link->list].first)) continue;
        if (relations && !any) drop_inherited(s, e);
        rz_part_add(found, e, m, role);
        any = true;
    }
}

/* «پایتخت X» */
static bool is_capital(const rz_scene *s, uint32_t m) {
    uint32_t first = s->mentions->at[m].first;
    return s->mentions->at[m].kind == RZ_M_STATE && first && rz_listed_before(s, rz_row_find(s->g->data, RZ_WORDS, RZ_STR("capital-words")), first, first - 1);
}

/* «فرودگاه حلب را هدف قرار داد», «به بندر حدیده حمله کرد»: the place that was aimed at, where it stands for no state. */
static void place_aimed_at(rz_found *found, rz_found_event *e, uint32_t from, uint32_t to) {
    const rz_scene *s = &found->scene;
    const rz_clause *c = &s->clauses[e->clause];
    if (e->place != RZ_NONE || !rz_kind_is(e->kind, RZ_KIND_ATTACK)) return;
    bool suffers = e->frame->subject && !strcmp(e->frame->subject, "object"); /* «فرودگاه X هدف حمله قرار گرفت» */
    bool passive = e->evoked == RZ_EVOKED_VERB && (suffers || rz_undergone(s, c->verb));
    for (uint32_t t = from; t < to; t++) {
        uint32_t m = s->mention_at[t];
        if (m == RZ_NONE || s->mentions->at[m].first != t || (s->mentions->at[m].kind != RZ_M_PLACE && !is_capital(s, m)) || s->mentions->at[m].head != RZ_NONE) continue;
        const rz_link *link = &s->links[m];
        if (link->clause != e->clause || (link->kind == RZ_LINK_FREE && !passive)) continue;
        bool object = e->evoked == RZ_EVOKED_VERB && t < e->first && !link->prep && (passive || rz_is_object(s, m));
        bool own = e->evoked == RZ_EVOKED_NOUN && e->frame->of && !strcmp(e->frame->of, "object") && link->kind == RZ_LINK_OF && link->chain + 1 == e->last && t < e->last + 4;
        bool upon = e->frame->on && link->kind == RZ_LINK_PREP && rz_is_on(s, link); /* «حملات راکتی بر X» */
        bool aim = own || upon || (link->kind == RZ_LINK_OF && link->prep == RZ_C_TO);
        bool sure = own || upon || e->evoked != RZ_EVOKED_NOUN || e->parts.n || (e->frame->needs & RZ_NEEDS_ACTOR_OR_PLACE) || e->aimed;
        if (!object && (!aim || !sure)) continue; /* «حمله به نیروگاه بوشهر فاجعه است» */
        e->place = m;
        return;
    }
}

/* «تحریم X علیه Y»: whose it is does it, where it is told whom it is against. */
static void turn_owner(const rz_scene *s, rz_found_event *e) {
    if (!rz_kind_is(e->kind, RZ_KIND_SANCTION) || rz_has_role(e, "subject")) return;
    for (uint32_t i = 0; i < e->parts.n; i++) {
        uint32_t owner = e->parts.at[i].mention;
        for (uint32_t j = 0; owner < s->mentions->n && j < e->parts.n; j++) {
            uint32_t m = e->parts.at[j].mention;
            if (m < s->mentions->n && s->links[m].prep == RZ_C_AGAINST && s->links[m].prep_token == s->links[owner].last) e->parts.at[i].role = "subject";
        }
    }
}

/* «سه شرکت در فهرست تحریم‌های X قرار گرفتند»: whose list it is puts them there. */
static void add_lister(rz_found *found, rz_found_event *e) {
    const rz_scene *s = &found->scene;
    if (!rz_kind_is(e->kind, RZ_KIND_SANCTION) || e->evoked != RZ_EVOKED_VERB || !e->frame->subject || rz_has_role(e, "subject")) return;
    for (uint32_t t = e->first; t < e->last; t++) {
        uint32_t m = s->mention_at[t];
        if (m != RZ_NONE && s->mentions->at[m].head == RZ_NONE && s->mentions->at[m].last <= e->last && rz_is_actor(&s->mentions->at[m]) && rz_undergone(s, s->clauses[e->clause].verb)) rz_part_add(found, e, m, e->frame->subject);
    }
}

/* «در X ده دیپلمات Y اخراج شدند»: nobody else can have sent them away. */
static void add_host(rz_found *found, rz_found_event *e, uint32_t from) {
    const rz_scene *s = &found->scene;
    if (!rz_kind_is(e->kind, RZ_KIND_EXPULSION) || e->evoked != RZ_EVOKED_VERB || !rz_undergone(s, s->clauses[e->clause].verb) || rz_has_role(e, "subject")) return;
    for (uint32_t t = from; t < e->first; t++) {
        uint32_t m = s->mention_at[t];
        bool host = m != RZ_NONE && s->mentions->at[m].kind == RZ_M_STATE && s->links[m].kind == RZ_LINK_PREP && s->links[m].prep == RZ_C_IN && s->links[m].clause == e->clause;
        if (host) rz_part_add(found, e, m, "subject");
    }
}

/* «X Y را به حمله به Z متهم کرد»: Y is said to have done it. */
static void add_accused(rz_found *found, rz_found_event *e, uint32_t from) {
    const rz_scene *s = &found->scene;
    const rz_clause *c = &s->clauses[e->clause];
    if (!e->frame->owner || !e->frame->subject || e->evoked == RZ_EVOKED_VERB || !rz_status_accused(s, e, true)) return;
    if (rz_verb_among(s, c->verb, s->g->become, 2) || rz_verb_among(s, c->verb, &s->g->be, 1)) {
        if (c->subject != RZ_NONE && s->mentions->at[c->subject].first < e->first) rz_subjects_add(found, e, e->frame->subject);
        return;
    }
    for (uint32_t t = from; t < e->first; t++) {
        uint32_t m = s->mention_at[t];
        if (m != RZ_NONE && s->links[m].kind == RZ_LINK_OBJECT && s->links[m].clause == e->clause && rz_is_actor(&s->mentions->at[m])) rz_part_add(found, e, m, e->frame->subject);
    }
}

/* «X در حمله‌ای بر Y دو سرباز را کشت»: who kills in it makes it. */
static void add_killer(rz_found *found, rz_found_event *e) {
    const rz_scene *s = &found->scene;
    const rz_clause *c = &s->clauses[e->clause];
    bool told = rz_kind_is(e->kind, RZ_KIND_ATTACK) && e->evoked == RZ_EVOKED_NOUN && e->frame->subject && !rz_has_role(e, "subject");
    rz_row kill = rz_row_find(s->g->data, RZ_VERB, RZ_STR("koshtan"));
    if (!told || c->subject == RZ_NONE || !rz_verb_among(s, c->verb, &kill, 1) || rz_undergone(s, c->verb)) return;
    rz_link link = {.prep_token = RZ_NONE};
    rz_govern(s, &link, e->first);
    if (link.prep == RZ_C_IN && s->mentions->at[c->subject].first < e->first) rz_subjects_add(found, e, e->frame->subject);
}

/* «در پی حمله به X، سفیر Y را احضار کرد»: X belongs to the noun just before its preposition; so does who drove them out in
 * «در پاسخ به اخراج دو دیپلمات Y از X، …». */
bool rz_of_deed_before(const rz_found *found, const rz_found_event *e, uint32_t m) {
    enum { NEAR = 3, NEAR_OF_DOER = 9 };
    const rz_scene *s = &found->scene;
    uint32_t at = s->links[m].prep_token, prep = s->links[m].prep;
    bool doer = prep == RZ_C_FROM || prep == RZ_C_AGENT;
    if (e->evoked != RZ_EVOKED_VERB || (prep != RZ_C_TO && !doer) || at == RZ_NONE || at >= e->first) return false;
    for (uint32_t t = at; t-- > 0 && at - t < (doer ? NEAR_OF_DOER : NEAR);) {
        uint32_t i = rz_trigger_at(found, t);
        if (i == RZ_NONE) continue;
        const rz_found_event *noun = &found->events.at[i];
        return noun->evoked == RZ_EVOKED_NOUN && noun->frame->owner && noun->frame->by_class[prep];
    }
    return false;
}

/* «به پاریس فراخوانده شد»: not to a ministry or palace there. */
static bool is_to_capital(const rz_scene *s, uint32_t first) {
    uint32_t m = first ? s->mention_at[first - 1] : RZ_NONE;
    if (m == RZ_NONE || s->links[m].kind != RZ_LINK_PREP || s->links[m].prep != RZ_C_TO || s->mentions->at[m].kind != RZ_M_PLACE) return false;
    rz_row place = s->mentions->at[m].row, state = place == RZ_NONE ? RZ_NONE : rz_row_state(s->g->data, place);
    return state != RZ_NONE && rz_row_refers(s->g->data, state, "capital", place);
}

bool rz_calls_home(const rz_scene *s, uint32_t first) {
    enum { AFTER = 2 };
    if (is_to_capital(s, first)) return true;
    const rz_clause *c = &s->clauses[s->clause_of[first]];
    uint32_t from = first > c->first + RZ_REACH ? first - RZ_REACH : c->first, comma = first;
    while (comma > from && s->text->tokens[comma - 1].punct != ',') comma--;
    if (comma > from && rz_listed_within(s, rz_row_find(s->g->data, RZ_WORDS, RZ_STR("envoys")), comma, first)) from = comma; /* «پس از فراخوان سفیر خود، سفیر Y را احضار کرد» */
    return rz_listed_within(s, rz_row_find(s->g->data, RZ_WORDS, RZ_STR("own-envoys")), from, first + AFTER < c->last ? first + AFTER : c->last);
}

/* «در پی انتقاد از X، سفیر Y را احضار کرد»: what a comma closes belongs to the noun before. */
bool rz_from_of_noun(const rz_scene *s, const rz_found_event *e, uint32_t m) {
    uint32_t at = s->links[m].prep_token, last = rz_phrase_end(s, m);
    bool closed = (e->frame->owner || rz_kind_is(e->kind, RZ_KIND_SUMMONS)) && s->links[m].prep == RZ_C_FROM && e->evoked == RZ_EVOKED_VERB && at != RZ_NONE && at > s->clauses[e->clause].first && last < e->first && s->text->tokens[last].punct == ',';
    return closed && s->mention_at[at - 1] == RZ_NONE && (s->text->tokens[at - 1].pos & RZ_POS_NOUN);
}

/* «گفت اسناد همکاری X و Y امضا می‌شود»: who says so does not sign. */
void rz_inherited_drop(const rz_scene *s, rz_found_event *e) {
    if (rz_kind_is(e->kind, RZ_KIND_APPOINTMENT | RZ_KIND_RELEASE)) rz_bodies_drop(s, e);
    if (e->evoked != RZ_EVOKED_VERB) return;
    bool apart = rz_kind_is(e->kind, RZ_KIND_RELEASE) && s->text->verbs[s->clauses[e->clause].verb].first > e->last + 1; /* «تبادل زندانیان … انجام شود» */
    if (of_things(e) || apart) drop_inherited(s, e);
    const rz_word_lists *beside = e->frame->beside; /* «X گفت که بمب‌ها … فرود آمد»: the clause has a subject, though no actor is told */
    bool suffers = rz_undergone(s, s->clauses[e->clause].verb) || (e->frame->subject && !strcmp(e->frame->subject, "object"));
    bool own = s->clauses[e->clause].inherits && (rz_listed_bears(s, &beside[RZ_DOER], e->first, false) || (suffers && rz_listed_bears(s, &beside[RZ_BEARER], e->first, false)));
    bool captives = false; /* «زندانیان» anywhere before the verb */
    for (uint32_t i = 0; i < beside[RZ_BEARER].n && suffers && s->clauses[e->clause].inherits; i++) captives |= rz_listed_within(s, beside[RZ_BEARER].at[i], s->clauses[e->clause].first, e->first);
    if (own || captives) rz_inherited_leave(s, e);
    if (struck_by_arms(s, e)) drop_subject(s, e);
}

/* «تجاوز X به حومه …»: something was aimed at, though the tables do not know it. */
static bool is_aimed(const rz_scene *s, const rz_found_event *e, uint32_t to) {
    enum { NEAR = 8 };
    uint32_t end;
    for (uint32_t t = e->last; t < to && t < e->last + NEAR; t++) {
        if (s->text->tokens[t].punct || s->text->tokens[t].verb != RZ_NONE) return false;
        uint8_t class = rz_class_at(s, t, &end);
        if (class == RZ_C_TO || class == RZ_C_AGAINST) return true;
        if (class && class <= RZ_C_LAST_PREP) return false;
    }
    return false;
}

static bool class_among(const rz_scene *s, uint32_t from, uint32_t to, uint8_t class, uint32_t ends_at);

/* «حمله به بیمارستانی در X را محکوم کرد», «حمله ۳۱ مه به …»: its dead, its day or what was said of it prove that it was. */
static bool is_proved(const rz_scene *s, const rz_found_event *e) {
    enum { NEAR = 20 };
    const rz_sentence *sentence = &s->text->sentences[rz_token_sentence(s, e->first)];
    uint32_t from = e->first > sentence->first + NEAR ? e->first - NEAR : sentence->first;
    uint32_t to = sentence->last > e->last + NEAR ? e->last + NEAR : sentence->last;
    bool dated = e->last < s->text->n_tokens && rz_token_time(s, e->last) != RZ_NONE;
    return dated || class_among(s, from, to, RZ_C_PROOF, RZ_NONE);
}

/* «راکت به پایگاه X اصابت کرد»: before its verb. */
static bool aimed_before(const rz_scene *s, const rz_found_event *e, uint32_t from) {
    uint32_t end;
    for (uint32_t t = from; t < e->first; t++)
        if (rz_class_at(s, t, &end) == RZ_C_TO && s->clause_of[t] == e->clause && end < e->first && rz_at_site(s, end)) return true;
    return false;
}

static bool class_among(const rz_scene *s, uint32_t from, uint32_t to, uint8_t class, uint32_t ends_at) {
    for (uint32_t t = from; t < to; t++)
        for (rz_hits h = rz_hits_of(s->text, t, RZ_TYPE(RZ_WORDS)); rz_hits_next(&h);) {
            const rz_hit *hit = &h.hit;
            if (rz_class_of(s->g, hit->row) == class && !hit->tail && (ends_at == RZ_NONE || hit->last == ends_at)) return true;
        }
    return false;
}

/* «از X خواست که Y را به رسمیت نشناسد»: asked of somebody, it is not done yet, nor planned. */
static bool is_asked_for(const rz_scene *s, const rz_found_event *e) {
    const rz_clause *c = &s->clauses[e->clause];
    bool to_do = rz_kind_is(e->kind, RZ_KIND_RELATIONS | RZ_KIND_VOTE | RZ_KIND_SANCTION) && e->evoked == RZ_EVOKED_VERB;
    if (!to_do || c->parent == RZ_NONE || s->text->verbs[rz_telling_verb(s, e->clause)].tense != RZ_SUBJUNCTIVE) return false; /* «قطع کرده و … عمل کند» */
    uint32_t above = s->clauses[c->parent].verb;
    if (above == RZ_NONE || !rz_asks(s, above)) return false;
    bool wants = c->subject != RZ_NONE && c->subject == s->clauses[c->parent].subject && s->text->verbs[above].tense == RZ_PRESENT; /* «X می‌خواهد Y را تحریم کند» */
    uint32_t from = s->clauses[c->parent].first, at = s->text->verbs[above].first;
    return !wants || rz_class_within(s, at > from + RZ_REACH ? at - RZ_REACH : from, at, RZ_C_FROM);
}

/* «مذاکره X و Y تنها پس از … امکان‌پذیر است», «شکست گفت‌وگوهای X و Y می‌تواند …», «سفرهای مکرر X»: spoken of, with nothing that tells one that was or will be. */
static bool is_only_weighed(const rz_scene *s, const rz_found_event *e) {
    const rz_clause *c = &s->clauses[e->clause];
    uint32_t kinds = RZ_KIND_CONTACT | RZ_KIND_SESSION | RZ_KIND_ROUNDS | RZ_KIND_JOINT | RZ_KIND_JOURNEY;
    if (e->evoked != RZ_EVOKED_NOUN || e->in_title || !rz_kind_is(e->kind, kinds) || e->times.n || strcmp(e->status, "held")) return false;
    if (!e->stated && rz_listed_end(s, rz_row_find(s->g->data, RZ_WORDS, RZ_STR("again-and-again")), e->last) > e->last) return true;
    const rz_verb *v = c->verb == RZ_NONE ? NULL : &s->text->verbs[c->verb];
    if (!v || v->first < e->last || v->tense != RZ_PRESENT || v->first - e->last > RZ_REACH) return false;
    rz_link link = {.prep_token = RZ_NONE};
    rz_govern(s, &link, e->first);
    if (link.prep == RZ_C_IN || link.prep == RZ_C_OCCASION || link.prep == RZ_C_AFTER || link.prep == RZ_C_BEFORE) return false;
    bool depends = !e->stated && v->lemma == s->g->be && rz_listed_within(s, rz_row_find(s->g->data, RZ_WORDS, RZ_STR("depending")), e->last, v->first);
    return depends || (v->lemma == s->g->can && !link.prep);
}

/* «در صورتی که توافق کنند، نشست‌هایی برگزار خواهد شد»: of nobody and of no day, if at all. */
static bool is_open(const rz_scene *s, const rz_found_event *e) {
    uint32_t first = s->text->sentences[rz_token_sentence(s, e->first)].first;
    if (!rz_kind_is(e->kind, RZ_KIND_SESSION | RZ_KIND_ROUNDS) || e->evoked != RZ_EVOKED_HAPPEN || e->times.n || e->parts.n || e->forum != RZ_NONE || strcmp(e->status, "planned")) return false;
    return class_among(s, first + RZ_REACH < e->first ? e->first - RZ_REACH : first, e->first, RZ_C_IF, RZ_NONE);
}

/* «به کشتی‌ها حمله می‌کنند», «می‌تواند X را هدف قرار دهد»: what is done again and again or can be done, with nothing that tells when. */
static bool is_habit(const rz_scene *s, const rz_found_event *e) {
    enum { NEAR = 4 };
    const rz_clause *c = &s->clauses[e->clause];
    bool more = e->evoked == RZ_EVOKED_NOUN && c->verb != RZ_NONE && rz_kind_is(e->kind, RZ_KIND_ATTACK) && !e->times.n && s->text->verbs[c->verb].first > e->last;
    uint32_t verb = c->verb == RZ_NONE ? 0 : s->text->verbs[c->verb].first, near = verb > e->last + NEAR ? verb - NEAR : e->last;
    if (more && !strcmp(e->status, "held") && rz_listed_before(s, rz_row_find(s->g->data, RZ_WORDS, RZ_STR("more-or-fewer")), verb, near)) return true; /* «حملات به X افزایش یافته است» */
    if (!rz_kind_is(e->kind, RZ_KIND_ATTACK | RZ_KIND_CROWD) || e->evoked != RZ_EVOKED_VERB || e->in_title || e->times.n || strcmp(e->status, "planned")) return false;
    const rz_verb *v = c->verb == RZ_NONE ? NULL : &s->text->verbs[c->verb];
    const rz_clause *above = c->parent == RZ_NONE ? NULL : &s->clauses[c->parent];
    bool able = v && v->tense == RZ_SUBJUNCTIVE && above && above->verb != RZ_NONE && s->text->verbs[above->verb].lemma == s->g->can;
    uint32_t end;
    bool said = c->kind == RZ_CLAUSE_COMPLEMENT || (above && c->first && s->text->tokens[c->first - 1].kind != RZ_TOKEN_PUNCT && rz_class_at(s, c->first, &end) != RZ_C_AND);
    return v && (able || (v->tense == RZ_PRESENT && !said)) && !rz_listed_within(s, rz_row_find(s->g->data, RZ_WORDS, RZ_STR("cue-soon")), c->first, c->last < c->first + RZ_CLAUSE_REACH ? c->last : c->first + RZ_CLAUSE_REACH);
}

/* «اگر X به Y حمله کند», «هرگونه حمله به Y», «تجاوز احتمالی به Y»: a deed that is only spoken of. */
bool rz_only_thought_of(const rz_scene *s, const rz_found_event *e) {
    enum { NEAR = 3 };
    if (is_asked_for(s, e) || rz_is_asked_whether(s, e) || is_only_weighed(s, e) || is_open(s, e) || is_habit(s, e) || rz_attacks_at_large(s, e)) return true;
    bool deed = e->frame->owner || rz_kind_is(e->kind, RZ_KIND_RELATIONS), paper = rz_kind_is(e->kind, RZ_KIND_PAPER);
    const rz_clause *c = &s->clauses[e->clause];
    uint32_t from = c->first, near = e->first > from + NEAR ? e->first - NEAR : from;
    bool met = rz_kind_is(e->kind, RZ_KIND_CONTACT | RZ_KIND_JOURNEY | RZ_KIND_SESSION | RZ_KIND_ROUNDS);
    bool if_so = (deed || paper || met || rz_kind_is(e->kind, RZ_KIND_VOTE)) && e->evoked != RZ_EVOKED_NOUN && class_among(s, from > s->text->sentences[rz_token_sentence(s, e->first)].first + 1 ? from - 2 : from, from + NEAR < c->last ? from + NEAR : c->last, RZ_C_IF, RZ_NONE);
    if (if_so) return s->text->verbs[c->verb].tense != RZ_PERFECT;
    bool broken_off = e->evoked == RZ_EVOKED_HAPPEN && !strcmp(e->status, "postponed") && rz_kind_is(e->kind, RZ_KIND_ATTACK | RZ_KIND_SANCTION);
    if (broken_off) return true; /* «تجاوز خود را متوقف کنند» */
    if (!(deed || paper || met) || !strcmp(e->status, "denied") || !strcmp(e->status, "alleged")) return false;
    if (rz_listed_before(s, rz_row_find(s->g->data, RZ_WORDS, RZ_STR("any-at-all")), e->first, near)) return true; /* «هرگونه حمله به X», «پیش از هرگونه مذاکره» */
    if (e->evoked == RZ_EVOKED_NOUN) {
        rz_link link = {.prep_token = RZ_NONE};
        rz_govern(s, &link, e->first);
        if (link.prep_token != RZ_NONE && class_among(s, link.prep_token, link.prep_token + 1, RZ_C_IF, RZ_NONE)) return true;
        if (!deed) return false;
        bool by_then = rz_kind_is(e->kind, RZ_KIND_APPOINTMENT) && e->owned && !e->times.n && (link.prep == RZ_C_AFTER || link.prep == RZ_C_BEFORE || link.prep == RZ_C_IN);
        if (by_then) return true; /* «پس از انتخابش به ریاست» */
        if (e->owned && !strcmp(e->status, "held")) return true; /* «با رهایی‌شان مخالف بود» */
        if (rz_kind_is(e->kind, RZ_KIND_RELEASE) && link.prep == RZ_C_ABOUT && !strcmp(e->status, "held")) return true; /* «مذاکرات درباره آزادی گروگان‌ها» */
        bool faced = rz_kind_is(e->kind, RZ_KIND_ATTACK) && link.prep == RZ_C_AGAINST && link.kind == RZ_LINK_PREP && !is_proved(s, e);
        if (faced) return true; /* «در برابر تجاوز X سکوت نکند» */
        rz_row ending = rz_row_find(s->g->data, RZ_WORDS, RZ_STR("ending-it"));
        bool spoken_of = rz_kind_is(e->kind, RZ_KIND_ATTACK) && !is_proved(s, e) && !e->announced && rz_listed_before(s, ending, e->first, e->first > from + RZ_REACH ? e->first - RZ_REACH : from);
        if (spoken_of) return true;
        bool perhaps = rz_kind_is(e->kind, RZ_KIND_ATTACK) && (!strcmp(e->status, "hoped") || e->purpose || !strcmp(e->status, "planned")) && !e->announced && !rz_has_role(e, "subject");
        return perhaps || class_among(s, near, e->first, RZ_C_ANY, e->first);
    }
    return false;
}

/* «حمله گسترده و سنگین ارتش X»: nothing but how it was, and who acts for it, stands between. */
bool rz_only_told_how(const rz_scene *s, uint32_t first, uint32_t last) {
    enum { MOST = 5 };
    uint32_t end, t = first;
    bool and = false, told = false; /* after «و» */
    if (last > first + MOST) return false;
    while (t < last) {
        uint8_t class = rz_class_at(s, t, &end);
        const rz_token *w = &s->text->tokens[t];
        bool joins = class == RZ_C_AND && !and, acts = told && class == RZ_C_ACTS_FOR;
        bool how = class == RZ_C_NONE && w->verb == RZ_NONE && s->mention_at[t] == RZ_NONE && w->kind == RZ_TOKEN_WORD && (!w->pos || (w->pos & RZ_POS_ADJ));
        if (!joins && !acts && !how) return false;
        told |= and && how;
        and |= joins;
        t = joins || acts ? end : t + 1;
    }
    return told;
}

void rz_deeds_add(rz_found *found, rz_found_event *e, uint32_t from, uint32_t to) {
    const rz_scene *s = &found->scene;
    if (rz_kind_is(e->kind, RZ_KIND_ATTACK)) {
        bool told = rz_has_role(e, "subject") || (e->evoked == RZ_EVOKED_NOUN && is_proved(s, e));
        e->aimed = (told && is_aimed(s, e, to)) || (e->evoked == RZ_EVOKED_VERB && aimed_before(s, e, from));
        rz_mission_near_add(found, e, from, to);
    }
    place_aimed_at(found, e, from, to);
    add_opposed(found, e, from, to);
    add_related(found, e, from);
    turn_owner(s, e);
    add_accused(found, e, from);
    add_killer(found, e);
    add_lister(found, e);
    add_host(found, e, from);
    rz_doing_add(found, e);
}
