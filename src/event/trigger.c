/* Which frames are evoked where: an event noun, with or without its light verb, a phrase with its verb, or a verb alone. */
#include "event/event.h"

enum { FARTHEST_LIGHT_VERB = 14 }; /* tokens between «ملاقات خوبی» and «داشتم» */

bool rz_verb_among(const rz_scene *s, uint32_t verb, const rz_row *lemmas, uint32_t n) {
    return verb != RZ_NONE && rz_among(s->text->verbs[verb].lemma, lemmas, n);
}

static const rz_frame *frame_of(const rz_scene *s, const rz_hit *hit) {
    const rz_grammar *g = s->g;
    if (hit->type != RZ_FRAME) return NULL;
    return hit->key == g->k_noun || hit->key == g->k_phrase ? &g->frames[hit->row - g->first_frame] : NULL;
}

/* A frame's context and block words are words of its own row. */
static bool has_key(const rz_scene *s, const rz_frame *f, uint32_t key, uint32_t first, uint32_t last, bool overlapping,
                    uint32_t from, uint32_t to) {
    if (!(s->keys_of[f->row - s->g->first_frame] & RZ_KEY(key))) return false;
    for (rz_nears n = rz_nears_within(s->text, from, to); rz_nears_next(&n);) {
        const rz_near_words *words = &n.words;
        if ((!overlapping || (words->first < last && first < words->last)) && rz_near_word_of(s->text, words, f->row, key) && !rz_in_source(s, words->first)) return true;
    }
    return false;
}

static bool has_key_near(const rz_scene *s, const rz_frame *f, uint32_t key, uint32_t first, uint32_t last) {
    const rz_sentence *sentence = &s->text->sentences[rz_token_sentence(s, first)];
    uint32_t from = first > sentence->first + RZ_REACH ? first - RZ_REACH : sentence->first;
    uint32_t to = sentence->last > last + RZ_REACH ? last + RZ_REACH : sentence->last;
    return has_key(s, f, key, first, last, false, from, key == s->g->k_context ? rz_beside_end(s, first, to) : to);
}

/* Does a block word of the frame overlap the trigger? */
static bool is_blocked(const rz_scene *s, const rz_frame *f, uint32_t first, uint32_t last) {
    enum { BEFORE = 4 };
    const rz_sentence *sentence = &s->text->sentences[rz_token_sentence(s, first)];
    return has_key(s, f, s->g->k_block, first, last, true, first > sentence->first + BEFORE ? first - BEFORE : sentence->first, last);
}

static bool allowed(const rz_scene *s, const rz_frame *f, uint32_t first, uint32_t last) {
    if ((f->has_block && is_blocked(s, f, first, last)) || rz_only_says(s, f, first, last) || rz_only_words(s, f, first, last) || rz_only_signals(s, f, first, last)) return false;
    bool beside = !f->bound || f->puts_office || rz_borne_after(s, f, last) || (f->has_context && has_key_near(s, f, s->g->k_context, first, last));
    if (!beside && !rz_listed_near(s, &f->beside[RZ_AMONG], first, last) && !rz_listed_bears(s, &f->beside[RZ_BEARER], first, true) &&
        !rz_listed_bears(s, &f->beside[RZ_DOER], first, false)) return false;
    if (f->has_unless && has_key_near(s, f, s->g->k_unless, first, last)) return false;
    if (rz_listed_near(s, &f->beside[RZ_OUTSIDE], first, last) || !rz_listed_closes(s, &f->beside[RZ_CLOSING], first)) return false;
    if (rz_kind_is(f->kind, RZ_KIND_SUMMONS) && rz_calls_home(s, first)) return false;
    if (f->has_with && !has_key_near(s, f, s->g->k_with, first, last)) return false;
    return !f->puts_office || rz_puts_in_office(s, f, first, last);
}

static bool only_describes(const rz_scene *s, uint32_t first, uint32_t last) {
    if (last - first > 3) return false;
    for (uint32_t t = first; t < last; t++) {
        uint32_t end;
        if (s->text->tokens[t].kind != RZ_TOKEN_WORD || s->mention_at[t] != RZ_NONE) return false;
        uint8_t class = rz_class_at(s, t, &end);
        if (class && class != RZ_C_ALSO) return false;
    }
    return true;
}

/* A place or state, what is said of it, and nothing else: «دوحه پایتخت قطر». */
static bool only_a_place(const rz_scene *s, const rz_frame *f, uint32_t first, uint32_t last) {
    enum { MOST = 8, MOST_OF_ARRIVAL = 12, LONGEST_NAME = 4 };
    bool any = false, arrives = f->needs & RZ_NEEDS_PLACE;
    uint32_t house = RZ_NONE; /* «فرودگاه بین‌المللی ملک عبدالعزیز در جده» */
    if (last - first > (arrives ? MOST_OF_ARRIVAL : MOST)) return false;
    for (uint32_t t = first; t < last; t++) {
        uint32_t m = s->mention_at[t], end;
        if (m != RZ_NONE) {
            uint8_t kind = s->mentions->at[m].kind;
            bool named_after = kind == RZ_M_PERSON && t > first && !any; /* فرودگاه رفیق حریری بیروت */
            if (kind != RZ_M_PLACE && kind != RZ_M_STATE && !named_after) return false;
            any |= !named_after;
        } else if (arrives && !any && rz_listed_end(s, rz_row_find(s->g->data, RZ_WORDS, RZ_STR("soil")), t) > t) { /* «وارد خاک X شد» */
            t = rz_listed_end(s, rz_row_find(s->g->data, RZ_WORDS, RZ_STR("soil")), t) - 1;
        } else if (any && (rz_class_at(s, t, &end) == RZ_C_AND || (arrives && rz_class_at(s, t, &end) == RZ_C_IN))) t = end - 1; /* عازم ترکیه و سپس اردن شد */
        else if (rz_class_at(s, t, &end) == RZ_C_PLACE_WORD) t = end - 1, house = end; /* وارد فرودگاه بین‌المللی X شد */
        else if (arrives && !any && house != RZ_NONE && t < house + LONGEST_NAME) continue;
        else if (s->text->tokens[t].kind == RZ_TOKEN_WORD && (!any || t + 1 < last)) return false;
    }
    return any;
}

static bool only_actors(const rz_scene *s, uint32_t first, uint32_t last) {
    bool any = false;
    if (last - first >= 2 * FARTHEST_LIGHT_VERB) return false;
    for (uint32_t t = first; t < last; t++) {
        uint32_t m = s->mention_at[t], end;
        uint8_t class = rz_class_at(s, t, &end);
        if (m != RZ_NONE && rz_is_actor(&s->mentions->at[m])) any = true;
        else if (any && (class == RZ_C_IN || (m != RZ_NONE && s->mentions->at[m].kind == RZ_M_PLACE))) continue; /* «میزبان X در کاخ سفید بود» */
        else if (s->text->tokens[t].kind == RZ_TOKEN_WORD && class != RZ_C_AND && !(any && (class == RZ_C_DELEGATION || class == RZ_C_ALONG))) return false; /* «X و هیئت همراه» */
    }
    return any;
}

/* «اقدام به اخراج … کرد», «دستور اخراج … صادر کرد»: the noun is done, by the subject. */
static bool is_carried(const rz_scene *s, uint32_t first, uint32_t clause) {
    uint32_t verb = s->clauses[clause].verb, low = first > s->clauses[clause].first + 3 ? first - 3 : s->clauses[clause].first;
    for (uint32_t t = low; t < first; t++)
        for (rz_hits h = rz_hits_of(s->text, t, RZ_TYPE(RZ_WORDS)); rz_hits_next(&h);) {
            const rz_hit *hit = &h.hit;
            if (hit->last != first || hit->tail || rz_class_of(s->g, hit->row) != RZ_C_CARRIER) continue;
            if (rz_verb_listed(s, verb, hit->row)) return true;
        }
    return false;
}

/* «احضار و یادداشت اعتراض تسلیم وی شد»: some phrase shares the verb. */
static bool phrase_within(const rz_scene *s, uint32_t from, uint32_t to) {
    for (uint32_t t = from; t < to && t < from + FARTHEST_LIGHT_VERB; t++)
        for (rz_hits h = rz_hits_of(s->text, t, RZ_TYPE(RZ_FRAME)); rz_hits_next(&h);)
            if (h.hit.key == s->g->k_phrase) return true;
    return false;
}

/* After no preposition and as nobody's possession: not «نتایج مذاکرات». */
static bool stands_alone(const rz_scene *s, uint32_t first) {
    rz_link link = {.prep_token = RZ_NONE};
    bool together = first && rz_listed_before(s, rz_row_find(s->g->data, RZ_WORDS, RZ_STR("with-each-other")), first, first > 1 ? first - 2 : 0);
    if (together || (first && s->mention_at[first - 1] != RZ_NONE)) return true; /* «با یکدیگر دیدار و …», «با وزیر خارجه این کشور دیدار و …» */
    rz_govern(s, &link, first);
    return !link.prep && link.chain == first;
}

/* «سفر X به Y؛ او قصد دارد …», or too far for one to be the other's. */
static bool is_parted(const rz_scene *s, uint32_t from, uint32_t to) {
    if (to - from > RZ_CLAUSE_REACH) return true;
    for (uint32_t t = from; t < to; t++)
        if (s->text->tokens[t].punct == ';') return true;
    return false;
}

/* «خواستار تحریم X شد», «خواستار افزایش فشارها و وضع تحریم علیه X شد»: the verb is of what calls for it. */
bool rz_called_for(const rz_scene *s, uint32_t first, uint32_t clause) {
    enum { NEAR = 8 };
    uint32_t verb = s->clauses[clause].verb, from = s->clauses[clause].first;
    if (verb == RZ_NONE || !rz_verb_among(s, verb, s->g->become, 2) || s->text->verbs[verb].first < first) return false;
    return rz_class_within(s, first > from + NEAR ? first - NEAR : from, first, RZ_C_INTENDS);
}

/* «درباره این دیدار», «از این سفر»: what was told of before, within what is told now. */
static bool governed_this(const rz_scene *s, uint32_t first, uint32_t from) {
    uint32_t start, before;
    bool definite = rz_class_before(s, first, from, false, &start) == RZ_C_DEFINITE;
    return definite && start > from && rz_class_before(s, start, from, true, &before) != RZ_C_NONE;
}

/* «[نشستی] برای پیشبرد عادی‌سازی روابط برگزار کردند»: what is done is done for it. */
static bool is_aimed_at(const rz_scene *s, uint32_t first) {
    rz_link link = {.prep_token = RZ_NONE};
    return rz_govern(s, &link, first), link.kind == RZ_LINK_OF && link.prep == RZ_C_FOR && rz_prep_status(s, &link, first);
}

/* Is the verb of the clause this trigger's light verb? */
static bool has_light_verb(const rz_scene *s, const rz_frame *f, uint32_t first, uint32_t last, uint32_t clause, bool noun) {
    uint32_t verb = s->clauses[clause].verb;
    if (verb == RZ_NONE || s->text->verbs[verb].first < last) return false;
    if (noun && is_carried(s, first, clause)) return true;
    uint32_t at = s->text->verbs[verb].first, end, start = first;
    while (last < at && (s->text->tokens[last].punct == '>' || s->text->tokens[last].punct == '"')) last++; /* «عنصر نامطلوب» خواند */
    if (is_parted(s, last, at)) return false;
    bool noun_and = rz_class_at(s, last, &end) == RZ_C_AND && rz_listed_end(s, rz_row_find(s->g->data, RZ_WORDS, RZ_STR("likewise")), last) == last; /* not «مجمع عمومی همچنین … تصویب کرد» */
    /* «با X دیدار و به رایزنی پرداخت»: the verb is the other noun's, its own is left out */
    bool left_out = noun && noun_and && (f->by_class[RZ_C_WITH] || f->places >> RZ_C_TO & 1) && at > end && rz_verb_taken(s, at, end) && stands_alone(s, first);
    /* «سفیر X را احضار و … هشدار داد» */
    left_out |= noun && noun_and && f->at_seat && at > end; /* «مقابل سفارت X تجمع و خواستار … شدند» */
    left_out |= noun && noun_and && f->object && at > end && rz_class_before(s, first, s->clauses[clause].first, false, &start) == RZ_C_OBJECT;
    if (!rz_verb_among(s, verb, f->verbs, f->n_verbs) && !left_out) return false;
    if (at == last) return !noun || !(rz_called_for(s, first, clause) || rz_is_proposed(s, first, clause) || governed_this(s, first, s->clauses[clause].first)); /* «توضیحی درباره این دیدار ندادند», «خواستار تبادل اسرا شد» */
    uint8_t before = rz_class_before(s, first, s->clauses[clause].first, true, &start);
    bool theirs = before == RZ_C_ALONG && rz_class_before(s, start, s->clauses[clause].first, false, &start) == RZ_C_DELEGATION; /* «هیئت همراه وارد X شد» */
    if (before && before != RZ_C_TO && !theirs) return false;
    if (before == RZ_C_TO && !noun_and && !rz_sets_to(s, verb)) return false;
    if (rz_class_before(s, first, s->clauses[clause].first, false, &start) == RZ_C_BEFORE_NOUN || rz_called_for(s, first, clause)) return false;
    if (noun_and && (rz_is_aim_of_attack(s, f, first) || rz_is_object_with(s, f, end, at))) return false;
    if (noun_and && (left_out || rz_verb_taken(s, at, end) || (noun && f->passive && phrase_within(s, end, at)))) return true; /* دیدار و … گفت‌وگو کرد */
    bool undergone = !noun && noun_and && rz_kind_is(f->kind, RZ_KIND_RELEASE | RZ_KIND_EXPULSION | RZ_KIND_APPOINTMENT) && at - last <= FARTHEST_LIGHT_VERB;
    if (undergone) return true;                                   /* منصوب و مشغول به کار شد */
    if (!noun && only_a_place(s, f, last, at)) return true;       /* عازم برلین شد */
    if (!noun && f->of && only_actors(s, last, at)) return true;  /* به امضای وزرای X و Y رسید */
    if (!noun && f->apart && at - last <= FARTHEST_LIGHT_VERB && (f->beside[RZ_CLOSING].n || !rz_verb_taken(s, at, last))) return true; /* هدف حملهٔ … قرار گرفت */
    bool have = s->text->verbs[verb].lemma == s->g->have;
    if (have && rz_has_another(s, last, at)) return false;
    if (!noun || at - last > FARTHEST_LIGHT_VERB * (have ? 2u : 1u) || rz_verb_taken(s, at, last)) return false;
    if (only_describes(s, last, at)) return true;                 /* دیداری حضوری داشتند */
    if (!have && rz_class_within(s, last, at, RZ_C_OBJECT)) return false;       /* سفر ناگهانی X را منتشر کرد */
    /* ملاقات خوبی با X داشتم; نامه‌ای به X نوشت */
    const rz_token *next = &s->text->tokens[last], *own = &s->text->tokens[last - 1];
    uint32_t end_of = rz_letters_end(own);
    bool one = end_of > own->letters_start + 2u && s->text->letters[end_of - 1] == s->g->yeh && s->text->letters[end_of - 2] == s->g->alef;
    bool described = (next->pos & RZ_POS_ADJ) && s->mention_at[last] == RZ_NONE && !(rz_class_at(s, last, &end) == RZ_C_HAPPEN && is_aimed_at(s, first)); /* not «به حمله هند واکنش نشان داد» */
    return own->tail > 0 || one || described || next->tail > 0 || have;
}

/* «پس از این حمله نشست‌ها را لغو کردند», «محور این دیدار را تشکیل می‌دهد»: when, or whose, something was. */
static bool stands_aside(const rz_scene *s, const rz_link *link, uint32_t first, uint32_t from, uint32_t at) {
    uint32_t start;
    bool definite = rz_class_before(s, first, from, false, &start) == RZ_C_DEFINITE;
    if (governed_this(s, first, from)) return true;
    if (link->kind == RZ_LINK_OF && definite && !link->prep && link->chain + 1 < start && !rz_of_a_round(s, first, from)) return true; /* «نشست پیشین این گفت‌وگوها» */
    return link->kind == RZ_LINK_OF && definite && rz_class_within(s, first, at < first + RZ_REACH ? at : first + RZ_REACH, RZ_C_OBJECT);
}

/* «به X رفت تا گفت‌وگوهایی با Y برگزار کند»: what opens the clause is no preposition of the noun's. */
static bool opens_clause(const rz_scene *s, const rz_link *link, uint32_t clause) {
    bool first = link->kind == RZ_LINK_PREP && link->prep == RZ_C_FOR && link->prep_token == s->clauses[clause].first;
    return first && s->text->verbs[s->clauses[clause].verb].tense == RZ_SUBJUNCTIVE;
}

/* «مقدمات [این] سفر X انجام شده است»: what comes before it. */
static bool only_prepared(const rz_scene *s, uint32_t first, uint32_t from) {
    uint32_t start, noun = rz_class_before(s, first, from, false, &start) == RZ_C_DEFINITE ? start : first;
    return rz_listed_before(s, rz_row_find(s->g->data, RZ_WORDS, RZ_STR("preparations")), noun, noun > from + RZ_REACH ? noun - RZ_REACH : from);
}

/* «دیدار … برگزار شد»: the trigger is what took place. */
static bool takes_place(const rz_scene *s, uint32_t first, uint32_t clause, bool sat) {
    uint32_t verb = s->clauses[clause].verb;
    if (verb == RZ_NONE || s->text->verbs[verb].first <= first) return false;
    uint32_t start, end, at = s->text->verbs[verb].first;
    for (uint32_t t = at > first + RZ_REACH ? at - 4 : first; t < at; t++)
        for (rz_hits h = rz_hits_of(s->text, t, RZ_TYPE(RZ_WORDS)); rz_hits_next(&h);) {
            const rz_hit *hit = &h.hit;
            bool shared = hit->last < at && rz_class_at(s, hit->last, &end) == RZ_C_AND; /* «در X برگزار و … در Y برگزار شد» */
            if ((hit->last != at && !shared) || (rz_class_of(s->g, hit->row) != RZ_C_HAPPEN && rz_class_of(s->g, hit->row) != RZ_C_ENDED)) continue;
            if (!rz_verb_listed(s, verb, hit->row)) continue;
            rz_link link = {0};
            rz_govern(s, &link, first);
            if (stands_aside(s, &link, first, s->clauses[clause].first, at) || only_prepared(s, first, s->clauses[clause].first)) return false;
            if (sat && link.prep == RZ_C_TO && link.kind == RZ_LINK_PREP && s->text->verbs[verb].lemma == s->g->make[1]) return true; /* «به مذاکرات … پایان دادند» */
            if ((link.prep == RZ_C_FROM && rz_of_a_round(s, first, s->clauses[clause].first)) || rz_object_after_time(s, &link, first)) return true; /* «دور دوم از گفت‌وگوها» */
            uint32_t counted = rz_counted_from(s, first, s->clauses[clause].first), before = counted ? s->mention_at[counted - 1] : RZ_NONE; /* «X با Y [یک] نشست برگزار کرد» */
            if (before != RZ_NONE && s->mentions->at[before].head != RZ_NONE) before = s->mentions->at[before].head;
            bool active = rz_verb_among(s, verb, s->g->make, RZ_N_MAKE);
            bool beside = active && before != RZ_NONE && link.prep == RZ_C_WITH && s->links[before].prep == RZ_C_WITH && rz_is_actor(&s->mentions->at[before]) && rz_family(&s->mentions->at[before]) == 1;
            beside |= active && link.prep == RZ_C_WITH && rz_listed_within(s, s->g->groups, link.prep_token, first); /* «با همتایان خود دیدار به عمل آورد» */
            if (opens_clause(s, &link, clause)) return true;
            bool opened = rz_opened_before(s, first, s->clauses[clause].first); /* «در این میان نشستی برگزار شد» */
            return (link.prep == RZ_C_NONE || beside) && (opened || rz_class_before(s, first, s->clauses[clause].first, true, &start) == RZ_C_NONE);
        }
    return false;
}

bool rz_takes_place(const rz_scene *s, uint32_t first, uint32_t clause) { return takes_place(s, first, clause, false); }

static rz_found_event *add(rz_found *found, const rz_frame *f, uint32_t first, uint32_t last, rz_evoked evoked) {
    const rz_scene *s = &found->scene;
    rz_found_event *e = RZ_PUSH(s->arena, &found->events);
    e->frame = f;
    e->kind = f->kind;
    e->status = "held";
    e->evoked = (uint8_t)evoked;
    e->first = first;
    e->last = last;
    e->clause = s->clause_of[first];
    e->place = e->forum = e->setting = e->part = e->was_for = e->ends = e->by = RZ_NONE;
    e->count = 1;
    e->in_title = first >= s->article->title_first && first < s->article->title_last;
    bool ranked = false;
    e->definite = rz_is_definite(s, first, last, s->clauses[e->clause].first, &ranked) || (evoked == RZ_EVOKED_NOUN && rz_points_past(s, first));
    e->ranked = ranked;
    e->owned = rz_has_own_ending(s, last - 1);
    const rz_clause *c = &s->clauses[e->clause];
    e->shown_first = c->first < first ? c->first : first;
    e->shown_last = c->last > last ? c->last : last;
    return e;
}

/* Is the subject such as the frame asks for: a city or a state? */
static bool fits_subject(const rz_scene *s, const rz_frame *f, uint32_t clause) {
    uint32_t subject = s->clauses[clause].subject;
    if (f->both_subject && subject != RZ_NONE && s->mentions->at[subject].kind == RZ_M_PRONOUN) return rz_row_has(s->text->data, s->mentions->at[subject].row, "kind", "they"); /* «آنان» */
    if (f->both_subject) return subject != RZ_NONE && s->mentions->at[subject].kind == RZ_M_COLLECTIVE;
    if (!f->place_subject) return true;
    return subject != RZ_NONE && (s->mentions->at[subject].kind == RZ_M_PLACE || s->mentions->at[subject].kind == RZ_M_STATE);
}

static bool again(const rz_frame *f) { return f->needs & RZ_NEEDS_AGAIN; }

/* The best frame at a token: the longest trigger, and of equals the one whose verb is there. */
static uint32_t try_at(rz_found *found, uint32_t token) {
    const rz_scene *s = &found->scene;
    const rz_frame *best = NULL, *others[RZ_MOST_ALSO];
    uint32_t n_others = 0;
    bool noun_of_best = false;
    rz_evoked how = RZ_EVOKED_NOUN;
    uint32_t best_last = 0, clause = s->clause_of[token], start;
    for (rz_hits h = rz_hits_of(s->text, token, RZ_TYPE(RZ_FRAME)); rz_hits_next(&h);) {
        const rz_hit *hit = &h.hit;
        uint32_t last = hit->last;
        const rz_frame *f = frame_of(s, hit);
        if (f && hit->key == s->g->k_phrase && !hit->tail) f = rz_as_noun(s, f, &last);
        if (!f || (best && last < best_last)) continue;
        bool noun = f->as_noun || (hit->key == s->g->k_noun && f->nominal);
        uint32_t verb = s->clauses[clause].verb;
        if (noun && verb != RZ_NONE && s->text->verbs[verb].first == token) continue; /* «به گفت‌وگو نشست» */
        if (!noun && (hit->tail || (f->after_place && !rz_follows_place(s, f, clause, hit->first)))) continue;
        rz_evoked evoked = RZ_EVOKED_NOUN;
        if (!f->as_noun && has_light_verb(s, f, hit->first, last, clause, hit->key == s->g->k_noun)) evoked = RZ_EVOKED_VERB;
        else if (noun && takes_place(s, hit->first, clause, rz_kind_is(f->kind, RZ_KIND_CONTACT | RZ_KIND_ROUNDS | RZ_KIND_SESSION))) evoked = RZ_EVOKED_HAPPEN;
        bool same = best && last == best_last && evoked == how && (f->kind == best->kind || again(f) != again(best)) && (evoked != RZ_EVOKED_NOUN || noun);
        if (same && (n_others < RZ_MOST_ALSO || again(best)) && allowed(s, f, hit->first, last) && fits_subject(s, f, clause)) {
            const rz_frame *second = f;
            if (again(best) && !again(f)) second = best, best = f; /* «گفت‌وگوها» of those told here, before of those told of before */
            if (n_others < RZ_MOST_ALSO) others[n_others++] = second;
            continue;
        }
        bool closer = best && (f->bound || f->after_place) && !best->bound && evoked == how && f->kind != best->kind; /* «سران X گرد هم آمدند» */
        if ((evoked == RZ_EVOKED_NOUN && !noun) || (best && last == best_last && evoked <= how && !f->place_subject && !closer)) continue;
        if (!allowed(s, f, hit->first, last) || !fits_subject(s, f, clause)) continue;
        n_others = 0;
        if (closer && last == best_last) others[n_others++] = best; /* «در فرودگاه مورد استقبال X قرار گرفت»: a visit where the place is told, else a meeting */
        best = f;
        noun_of_best = hit->key == s->g->k_noun;
        best_last = last;
        how = evoked;
    }
    const rz_frame *told = best ? rz_in_context(s, best, token, best_last, clause, how) : NULL;
    if (!best || (told->needs == RZ_NEEDS_NEVER && how != RZ_EVOKED_VERB)) return token + 1; /* «بازدید از نمایشگاه» */
    uint32_t verb = s->clauses[clause].verb;
    bool none = (rz_class_before(s, token, s->clauses[clause].first, false, &start) == RZ_C_NEGATIVE_NOUN || rz_is_without(s, token)) && !(verb != RZ_NONE && s->text->verbs[verb].negative && s->text->verbs[verb].first >= best_last);
    if (none && how == RZ_EVOKED_NOUN) add(found, best, token, best_last, how)->absorbed = true; /* «عدم ملاقات با X»: X is told of with this */
    if (!none && !rz_in_document_title(s, token)) { /* «هیچ دیداری نداشتند» is denied */
        rz_found_event *e = add(found, told, token, best_last, how);
        if (how == RZ_EVOKED_VERB && !noun_of_best) e->definite = e->ranked = false; /* «علیه آن وضع کرد» */
        uint8_t after = best_last < s->text->n_tokens ? rz_class_at(s, best_last, &start) : RZ_C_NONE;
        e->n_also = (uint8_t)n_others;
        e->also = n_others ? rz_alloc_bare(s->arena, n_others * sizeof *e->also) : NULL;
        e->directed = after == RZ_C_TO || after == RZ_C_ADDRESSEE;
        e->homely = e->frame->has_home && has_key_near(s, e->frame, s->g->k_home, token, best_last);
        for (uint32_t i = 0; i < n_others; i++) e->also[i] = others[i], e->homely |= others[i]->has_home && has_key_near(s, others[i], s->g->k_home, token, best_last);
        e->round = (best->needs & RZ_NEEDS_TWO_OR_HELD) && (rz_of_a_round(s, token, s->clauses[clause].first) || rz_class_at(s, token, &start) == RZ_C_ROUND);
    }
    return best_last;
}

static void try_simple_verbs(rz_found *found, uint32_t clause) {
    const rz_scene *s = &found->scene;
    uint32_t verb = s->clauses[clause].verb;
    if (verb == RZ_NONE) return;
    const rz_verb *v = &s->text->verbs[verb];
    const rz_verb_use *use = rz_verb_use_of(s->g, v->lemma);
    for (uint32_t i = use->first; i < use->last; i++) {
        const rz_frame *f = &s->g->frames[s->g->told_alone[i]];
        if (!allowed(s, f, v->first, v->last) || !fits_subject(s, f, clause)) continue;
        if (rz_verb_taken(s, v->first, s->clauses[clause].first)) continue;
        if (f->after_office && !rz_follows_office(s, clause, v->first)) continue;
        if (f->after_place && !rz_follows_place(s, f, clause, v->first)) continue;
        if ((f->needs & RZ_NEEDS_PEOPLE) && f->object && rz_takes_thing(s, clause)) continue;
        add(found, f, v->first, v->last, RZ_EVOKED_VERB);
        return;
    }
}

/* «بازماندگان حمله X در Y گردهمایی برپا کردند»: of two nouns that no «و» joins, the verb is the nearer one's. */
static void farther_noun(rz_found *found) {
    const rz_scene *s = &found->scene;
    for (uint32_t i = 0; i + 1 < found->events.n; i++) {
        rz_found_event *far = &found->events.at[i], *near = far + 1;
        uint32_t verb = s->clauses[far->clause].verb, end;
        bool both = far->clause == near->clause && far->evoked == RZ_EVOKED_VERB && near->evoked == RZ_EVOKED_VERB && verb != RZ_NONE;
        if (!both || near->last > s->text->verbs[verb].first || far->first >= near->first || !far->frame->nominal) continue;
        bool joined = false;
        for (uint32_t t = far->last; t < near->first && t < far->last + RZ_REACH; t++) joined |= rz_class_at(s, t, &end) == RZ_C_AND || rz_class_at(s, t, &end) == RZ_C_OBJECT || s->text->tokens[t].punct;
        if (!joined) far->evoked = RZ_EVOKED_NOUN;
    }
}

/* «کمیته مشترک X و Y تشکیل جلسه داد»: the verb's words tell of the body that the noun names. */
static void told_twice(rz_found *found) {
    for (uint32_t i = 0; i + 1 < found->events.n; i++) {
        const rz_found_event *noun = &found->events.at[i];
        rz_found_event *verb = &found->events.at[i + 1];
        bool one = noun->clause == verb->clause && noun->evoked == RZ_EVOKED_HAPPEN && verb->evoked == RZ_EVOKED_VERB && !verb->frame->nominal;
        if (one && noun->kind == verb->kind && rz_kind_is(noun->kind, RZ_KIND_JOINT)) verb->absorbed = true;
    }
}

void rz_triggers_find(rz_found *found) {
    const rz_scene *s = &found->scene;
    for (uint32_t i = 0; i < s->text->n_sentences; i++) {
        const rz_sentence *sentence = &s->text->sentences[i];
        bool other_world = rz_class_within(s, sentence->first, sentence->last, RZ_C_OTHER_WORLD);
        for (uint32_t t = sentence->first; t < sentence->last && !other_world;) {
            bool may_begin = (rz_types_at(s->text, t) & RZ_TYPE(RZ_FRAME)) && s->clause_of[t] != RZ_NONE && !s->article->in_label[t] && rz_token_time(s, t) == RZ_NONE;
            t = may_begin ? try_at(found, t) : t + 1;
        }
    }
    bool *taken = RZ_NEW_N(s->arena, bool, s->n_clauses + 1); /* «به امضای وزیران رسید»: the verb is of another event */
    memset(taken, 0, (s->n_clauses + 1) * sizeof *taken);
    for (uint32_t i = 0; i < found->events.n; i++) taken[found->events.at[i].clause] |= found->events.at[i].evoked == RZ_EVOKED_VERB && rz_kind_is(found->events.at[i].kind, RZ_KIND_PAPER);
    for (uint32_t c = 0; c < s->n_clauses; c++)
        if (!taken[c]) try_simple_verbs(found, c);
    farther_noun(found);
    told_twice(found);
}
