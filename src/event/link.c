/* How each mention stands in its clause: after a preposition, as a noun's possessor, as object, or free (then it may be the
 * subject). Ezafe is not written, so what stands before decides. */
#include "event/attend.h"
#include "event/sent.h"

enum { LONGEST_CHAIN = 7 }; /* nouns and adjectives between a preposition or an event noun and a possessor */

bool rz_is_actor(const rz_mention *m) {
    switch (m->kind) {
    case RZ_M_PERSON: case RZ_M_OFFICE: case RZ_M_STATE: case RZ_M_ORGANISATION: case RZ_M_PRONOUN: case RZ_M_COLLECTIVE:
    case RZ_M_FORUM: return true;
    case RZ_M_PLACE: return m->state != RZ_NONE;
    default: return false;
    }
}

int rz_family(const rz_mention *m) {
    switch (m->kind) {
    case RZ_M_PERSON: case RZ_M_OFFICE: case RZ_M_PRONOUN: case RZ_M_COLLECTIVE: return 1;
    case RZ_M_STATE: case RZ_M_PLACE: case RZ_M_ORGANISATION: case RZ_M_FORUM: return 2;
    default: return 3;
    }
}

bool rz_ends_phrase(const rz_scene *s, uint32_t t) {
    const rz_token *token = &s->text->tokens[t];
    if (token->kind == RZ_TOKEN_PUNCT && !rz_is_quote(token)) return true;
    if (token->verb != RZ_NONE) {
        uint8_t tense = s->text->verbs[token->verb].tense;
        bool tells = tense == RZ_PARTICIPLE && s->clause_of[t] != RZ_NONE && s->clauses[s->clause_of[t]].verb == token->verb; /* «X گفته Y آماده است» */
        if (tells || (tense != RZ_INFINITIVE && tense != RZ_PARTICIPLE)) return true;
    }
    return rz_listed_end(s, s->g->planned, t) == t + 1; /* «بناست X …» */
}

/* «گفت‌وگوی تلفنی»: the adverb is part of an event's name. */
static bool in_event_noun(const rz_scene *s, uint32_t start, uint32_t end, uint32_t from) {
    uint32_t low = start > from + 3 ? start - 3 : from;
    for (uint32_t t = low; t < start; t++)
        for (rz_hits h = rz_hits_of(s->text, t, RZ_TYPE(RZ_FRAME)); rz_hits_next(&h);)
            if (h.hit.last == end && h.hit.key == s->g->k_noun) return true;
    return false;
}

bool rz_number_word_at(const rz_scene *s, uint32_t token) {
    for (rz_hits h = rz_hits_at(s->text, token); rz_hits_next(&h);)
        if (h.hit.last == token + 1 && !h.hit.tail && h.hit.type == RZ_NUMBER) return true;
    return false;
}

/* «از سوی دیگر کشورها محکوم شد»: by others; at the head of what is told it only turns to something else. */
static bool by_others(const rz_scene *s, uint32_t start, uint32_t from) {
    uint32_t before;
    for (const rz_small_end *e = start > from ? rz_ends_before(s, start + 2) : NULL; e; e = rz_ends_on(e))
        if (e->start == start && e->class == RZ_C_AGENT)
            return s->text->tokens[start - 1].kind != RZ_TOKEN_PUNCT && rz_class_before(s, start, from, false, &before) != RZ_C_AND;
    return false;
}

/* «با رأی خود X را برگزید»: the words are his own who acts, not X's; but «همتای خود X». */
static bool own_words(const rz_scene *s, uint32_t start, uint32_t end) {
    uint32_t next = s->mention_at[end];
    return next != RZ_NONE && s->mentions->at[next].kind == RZ_M_PERSON && s->mentions->at[next].first == end && start && s->mention_at[start - 1] == RZ_NONE;
}

/* «علیه ده مقام ارشد و سه شرکت X»: both are X's. */
static bool of_both_aims(const rz_scene *s, uint32_t start, uint32_t end, uint32_t from) {
    enum { LONGEST = 3 };
    rz_row aims = rz_row_find(s->g->data, RZ_WORDS, RZ_STR("aimed-at"));
    uint32_t low = start > from + LONGEST ? start - LONGEST : from, first = start, prep;
    uint32_t next = end + (s->mention_at[end] == RZ_NONE && rz_number_at(s, end));
    if (rz_listed_end(s, aims, next) <= next) return false;
    for (uint32_t t = start; t-- > low && first == start;) {
        uint32_t last = rz_listed_end(s, aims, t);
        if (s->mention_at[t] != RZ_NONE) return false;
        if (last > t && (last == start || (last + 1 == start && (s->text->tokens[last].pos & RZ_POS_ADJ)))) first = t;
    }
    uint32_t counted = rz_counted_from(s, first, from);
    if (first < start && rz_listed_before(s, rz_row_find(s->g->data, RZ_WORDS, RZ_STR("punishing")), counted, from)) return true; /* «تحریم ده شهروند و سه شرکت X» */
    uint8_t class = first < start ? rz_class_before(s, counted, from, false, &prep) : RZ_C_NONE;
    return class == RZ_C_AGAINST || class == RZ_C_TO || class == RZ_C_FROM;
}

/* «به سفارت و کنسولگری X»: both are X's. */
static bool of_both_bodies(const rz_scene *s, uint32_t start, uint32_t end) {
    uint32_t m = s->mention_at[end];
    if (m == RZ_NONE || s->mentions->at[m].body == RZ_NONE || s->mentions->at[m].kind != RZ_M_ORGANISATION || s->mention_at[start - 1] != RZ_NONE) return false;
    for (rz_hits h = rz_hits_of(s->text, start - 1, RZ_TYPE(RZ_BODY)); rz_hits_next(&h);)
        if (h.hit.last == start) return true;
    return false;
}

/* Adverbs and time expressions break an ezafe: what follows them is free; «سفر دو روزه X» tells only what kind of journey. */
static bool breaks(const rz_scene *s, uint32_t end, uint32_t from) {
    uint32_t time = rz_token_time(s, end - 1);
    if (time != RZ_NONE) return !s->mentions->times[time].adjective || s->mentions->times[time].unit > RZ_UNIT_WEEK; /* not «برنامه ۲۰ ساله X» */
    uint32_t start;
    if (rz_opened_before(s, end, from) || rz_phrase_whole(s, end, from)) return true;
    uint8_t class = rz_class_before(s, end, from, false, &start);
    if (class == RZ_C_ALSO && (in_event_noun(s, start, end, from) || by_others(s, start, from))) return false;
    if (class == RZ_C_AND && start > from && rz_number_at(s, start - 1) && rz_number_at(s, end)) return false; /* هفتاد و سومین */
    if (class == RZ_C_AND && start > from && (of_both_bodies(s, start, end) || of_both_aims(s, start, end, from))) return false;
    if (class == RZ_C_OWN && own_words(s, start, end)) return true;
    if (class == RZ_C_DEFINITE && start > from && rz_in_it_end(s, start - 1) == end) return true; /* «در آن نمایندگان X» */
    return class == RZ_C_ALSO || class == RZ_C_SOON || class == RZ_C_NOW || class == RZ_C_THAT || class == RZ_C_CLAUSE || class == RZ_C_OBJECT || class == RZ_C_AND || class == RZ_C_OPENS || class == RZ_C_UNTIL_NOW;
}

/* «در مقابل وزیر خارجه X گفت»: at the head of a sentence, before a person, it only turns to him; «در ادامه ترکیه …»: no state is an occasion. */
static bool turns_to(const rz_scene *s, uint32_t start, uint32_t end) {
    uint32_t m = s->mention_at[end];
    if (m == RZ_NONE || rz_family(&s->mentions->at[m]) > 2 || start != rz_sentence_start(s, &s->text->sentences[rz_token_sentence(s, start)])) return false;
    bool turns = false, occasion = false;
    for (rz_hits h = rz_hits_at(s->text, start); rz_hits_next(&h);) {
        if (h.hit.last != end || h.hit.tail) continue;
        turns |= rz_class_of(s->g, h.hit.row) == RZ_C_ALSO;
        occasion |= rz_class_of(s->g, h.hit.row) == RZ_C_OCCASION;
    }
    return turns && (occasion || rz_family(&s->mentions->at[m]) == 1);
}

/* «در ژنو دور دوم مذاکرات را …»: what follows the name of a place with words of its own is not the place's. */
static bool after_place(const rz_scene *s, uint32_t end, uint32_t first) {
    uint32_t m = s->mention_at[end - 1], last;
    if (m == RZ_NONE || s->mentions->at[m].last != end || s->mentions->at[m].head != RZ_NONE) return false;
    bool counted = end < first && rz_number_at(s, end); /* «در بلژیک ده دیپلمات روسی اخراج شدند» */
    bool state = s->mentions->at[m].kind == RZ_M_STATE; /* «در الجزایر نشستی برگزار کردند», «تحریم‌ها علیه ایران خشم X را برانگیخت» */
    bool outlet = s->mentions->at[m].kind == RZ_M_OUTLET; /* «به گزارش رویترز جنگنده‌های X …» */
    if (s->mentions->at[m].kind != RZ_M_PLACE && !state && !outlet) return false;
    if (rz_class_at(s, end, &last) == RZ_C_PLACE_WORD) return false; /* «دمشق پایتخت سوریه» */
    bool noun = (s->text->tokens[end].pos & RZ_POS_NOUN) && !(s->text->tokens[end].pos & RZ_POS_ADJ);
    if (end == first) { /* «در وین گفت‌وگوهای فنی انجام دادند» */
        for (rz_hits h = rz_hits_of(s->text, first, RZ_TYPE(RZ_FRAME)); rz_hits_next(&h);)
            if (h.hit.key == s->g->k_noun) return true;
        return false;
    }
    return noun || counted || rz_delegation_at(s, end) || rz_class_at(s, end, &last) == RZ_C_ROUND;
}

/* A longer word that is no preposition begins with it, or ends: «دیدار رو در روی X». */
static bool part_of_more(const rz_scene *s, uint8_t class, uint32_t start, uint32_t end) {
    enum { BEFORE = 2 /* tokens */ };
    for (uint32_t n = 1; class == RZ_C_ABOUT && n <= BEFORE && n <= start; n++)
        if (rz_listed_end(s, rz_row_find(s->g->data, RZ_WORDS, RZ_STR("face-to-face")), start - n) == end) return true;
    return class == RZ_C_FROM && rz_listed_end(s, rz_row_find(s->g->data, RZ_WORDS, RZ_STR("resuming")), start) > end;
}

/* «پس از [بیش از ده ساعت] مذاکره»: where that begins which ends before the token; or the token. */
static uint32_t lasted_from(const rz_scene *s, uint32_t end, uint32_t from) {
    uint32_t time = rz_token_time(s, end - 1), start;
    if (time == RZ_NONE || s->mentions->times[time].kind != RZ_TIME_LENGTH || s->mentions->times[time].first < from) return end;
    uint32_t first = rz_counted_from(s, s->mentions->times[time].first, from);
    return rz_class_before(s, first, from, true, &start) == RZ_C_AFTER ? first : end;
}

void rz_govern(const rz_scene *s, rz_link *link, uint32_t first) {
    uint32_t end = first, steps = 0, start;
    uint32_t from = s->text->sentences[rz_token_sentence(s, first)].first;
    while (end > from && rz_is_quote(&s->text->tokens[end - 1])) end--;
    end = rz_counted_from(s, end, from);
    if (end > from) end = lasted_from(s, end, from);
    uint32_t edge = end;
    link->chain = edge;
    while (end > from && steps++ < LONGEST_CHAIN && s->article->in_label[end - 1] == s->article->in_label[first]) {
        uint8_t class = rz_class_before(s, end, from, true, &start);
        uint32_t sent = rz_says_from(s, start, end, class) ? rz_sent_from(s, start, end, from) : end;
        if (sent < end) {
            link->chain = end = sent;
            continue;
        }
        if (class && (turns_to(s, start, end) || rz_opened_before(s, end, from))) break;
        if (class && part_of_more(s, class, start, end)) { /* «از سرگیری» */
            link->chain = end = start;
            continue;
        }
        if (class) {
            link->prep = class;
            link->prep_token = start;
            break;
        }
        uint32_t joined = rz_sent_joined(s, end, from); /* «مقامات سیاسی و دفاعی X» */
        if (joined < end) {
            link->chain = joined;
            end = rz_counted_from(s, joined, from); /* «برخی از مقامات سیاسی و دفاعی X» */
            continue;
        }
        bool latin = end - 1 == from && s->text->tokens[from].kind == RZ_TOKEN_LATIN; /* «Reuters لاوروف گفت»: what a crawl ran into the sentence */
        if (latin || rz_ends_phrase(s, end - 1) || breaks(s, end, from) || after_place(s, end, first)) break;
        end--;
        link->chain = end;
        end = rz_counted_from(s, end, from);
    }
    if (link->chain < edge && rz_acts_for(s, link->chain, edge)) link->chain = edge;
    if (link->chain < edge && rz_held_by_verb(s, link, first)) link->prep = RZ_C_NONE, link->prep_token = RZ_NONE, link->chain = edge;
    if (link->chain < edge) link->kind = RZ_LINK_OF;
    else link->kind = link->prep ? RZ_LINK_PREP : RZ_LINK_FREE;
}

const char *rz_prep_status(const rz_scene *s, const rz_link *link, uint32_t first) {
    if (link->prep_token == RZ_NONE || !link->prep) return NULL;
    for (rz_hits h = rz_hits_at(s->text, link->prep_token); rz_hits_next(&h);) {
        const rz_hit *hit = &h.hit;
        if (hit->last <= first && !hit->tail && rz_class_of(s->g, hit->row) == link->prep) return s->g->status_of[hit->row - s->g->first_words];
    }
    return NULL;
}

bool rz_is_eve(const rz_scene *s, const rz_link *link, uint32_t first) {
    return link->prep == RZ_C_OCCASION && rz_prep_status(s, link, first);
}

/* A person right after another, a state or a body, with nothing between: nobody's possession, «وزارت خارجه ایران سفیر سوئیس را …»,
 * «رئیس کمیسیون مجلس وی را …». */
static bool follows_whole(const rz_scene *s, const rz_mention *m, uint32_t first) {
    uint32_t end;
    if (rz_family(m) != 1 || first == 0 || s->clause_of[first - 1] != s->clause_of[first]) return false;
    uint32_t before = s->mention_at[first - 1];
    if (before == RZ_NONE || s->mentions->at[before].last != first) return false;
    const rz_mention *b = &s->mentions->at[before];
    switch (b->kind) {
    case RZ_M_PERSON: case RZ_M_STATE: case RZ_M_PLACE: case RZ_M_PRONOUN: return true; /* «جانشین او X» */
    case RZ_M_OFFICE: case RZ_M_ORGANISATION:
        if (m->kind == RZ_M_PRONOUN && m->last < s->text->n_tokens && rz_class_at(s, m->last, &end) == RZ_C_OBJECT) return true;
        if (b->kind == RZ_M_ORGANISATION && m->kind == RZ_M_PERSON) return true; /* «به گفته وزارت خارجه [نام] …» */
        return b->head != RZ_NONE || b->whose == RZ_WHOSE_STATE || b->whose == RZ_WHOSE_OURS || (b->kind == RZ_M_ORGANISATION && b->row != RZ_NONE);
    default: return false;
    }
}

/* «به ریاست سید مهدی …»: titles that are no part of the mention do not own it. */
static uint32_t before_titles(const rz_scene *s, uint32_t first, uint32_t from) {
    uint32_t start = first;
    for (bool more = true; more && start > from;) {
        more = false;
        for (uint32_t t = start > from + 2 ? start - 2 : from; t < start; t++)
            for (rz_hits h = rz_hits_of(s->text, t, RZ_TYPE(RZ_TITLE)); rz_hits_next(&h);) {
                if (h.hit.last != start) continue;
                start = t;
                more = true;
            }
    }
    return start;
}

static bool votes(const rz_scene *s, rz_row frame) { return rz_kind_is(s->g->frames[frame - s->g->first_frame].kind, RZ_KIND_VOTE); }

/* «در این نشست X …», «در این رأی‌گیری چین …», «پیش از انجام این سفر X …»: what «این» points to is not his. */
static bool after_pointed(const rz_scene *s, const rz_mention *m, const rz_link *link, uint32_t first) {
    enum { FAR = 3 };
    bool of = link->kind == RZ_LINK_OF && link->prep && rz_family(m) <= 2;
    for (uint32_t t = link->chain, end; of && t < first && t < link->chain + FAR; t++) {
        if (rz_class_at(s, t, &end) != RZ_C_DEFINITE || end >= m->first) continue;
        for (rz_hits h = rz_hits_of(s->text, end, RZ_TYPE(RZ_FRAME)); rz_hits_next(&h);)
            if (h.hit.key == s->g->k_noun && !h.hit.tail && (rz_family(m) == 1 || votes(s, h.hit.row)))
                return (link->prep != RZ_C_IN && t == link->chain) || h.hit.last == first;
        return false;
    }
    return false;
}

/* «باعث شد تا X Y را احضار کند»: what opens a clause with a verb of its own does not govern him. */
static bool opens_aim(const rz_scene *s, const rz_mention *m, const rz_link *link) {
    const rz_clause *c = &s->clauses[link->clause];
    uint32_t at = link->prep_token;
    if (link->prep != RZ_C_FOR || at == RZ_NONE || at != c->first || m->kind == RZ_M_PLACE || c->verb == RZ_NONE || s->text->verbs[c->verb].tense != RZ_SUBJUNCTIVE) return false;
    for (rz_hits h = rz_hits_of(s->text, at, RZ_TYPE(RZ_WORDS)); rz_hits_next(&h);)
        if (!h.hit.tail && h.hit.last == at + 1 && rz_class_of(s->g, h.hit.row) == RZ_C_UNTIL) return link->kind == RZ_LINK_PREP && rz_is_actor(m);
    return false;
}

/* «همسایگان X»: they do it, not X. */
static bool has_neighbours(const rz_scene *s, const rz_mention *m, uint32_t from) {
    enum { LONGEST = 4 };
    return m->kind == RZ_M_STATE && rz_listed_before(s, rz_row_find(s->g->data, RZ_WORDS, RZ_STR("neighbours-of")), m->first, m->first > from + LONGEST ? m->first - LONGEST : from);
}

static void link_one(rz_scene *s, uint32_t i) {
    const rz_mention *m = &s->mentions->at[i];
    rz_link *link = &s->links[i];
    *link = (rz_link){.kind = RZ_LINK_FREE, .prep_token = RZ_NONE, .list = i, .last = m->last, .clause = s->clause_of[m->first]};
    if (m->describes != RZ_NONE && s->mentions->at[m->describes].last > link->last) link->last = s->mentions->at[m->describes].last;
    uint32_t first = rz_told_from(s, i);
    if (link->clause == RZ_NONE) return;
    uint32_t from = s->text->sentences[rz_token_sentence(s, m->first)].first;
    if (m->kind == RZ_M_PERSON) first = before_titles(s, first, from);
    uint32_t before = rz_goes_on_list(s, i, first, from);
    if (before != RZ_NONE) {
        uint32_t last = link->last, clause = link->clause;
        *link = s->links[before];
        link->last = last;
        link->clause = clause;
        return;
    }
    if (follows_whole(s, m, first)) link->chain = first;
    else rz_govern(s, link, first);
    if (after_pointed(s, m, link, first) || opens_aim(s, m, link)) link->kind = RZ_LINK_FREE, link->prep = RZ_C_NONE, link->prep_token = RZ_NONE, link->chain = first;
    if (link->kind == RZ_LINK_FREE && has_neighbours(s, m, from)) link->kind = RZ_LINK_OF;
    rz_goes_on_unnamed(s, i, first, from);
    rz_goes_on_including(s, i, from);
    if (rz_family(m) == 2) rz_goes_on_about(s, link, first, from);
}

/* «اتحادیه اروپا روسیه را»: what stands right after another actor whom nothing governs is not his where را follows. */
static bool after_actor(const rz_scene *s, uint32_t i) {
    uint32_t first = s->mentions->at[i].first;
    if (s->links[i].kind != RZ_LINK_OF || first == 0) return false;
    first = rz_target_from(s, first); /* «X فرودگاه Y را» */
    first = rz_counted_from(s, first, s->text->sentences[rz_token_sentence(s, first)].first); /* «X سه Y را» */
    if (first == 0) return false;
    uint32_t before = s->mention_at[first - 1];
    if (before == RZ_NONE) return false;
    if (s->mentions->at[before].head != RZ_NONE) before = s->mentions->at[before].head;
    bool listed = s->links[before].prep == RZ_C_FOR && s->links[before].kind == RZ_LINK_PREP && s->mentions->at[before].kind == RZ_M_STATE && s->mentions->at[i].kind == RZ_M_STATE;
    if (s->links[i].prep && !listed) return false; /* «از جمله X Y را» */
    return s->links[before].last == first && (listed || s->links[before].kind == RZ_LINK_FREE) && s->links[before].clause == s->links[i].clause &&
           rz_is_actor(&s->mentions->at[before]);
}

/* «در اقدامی متقابل سفیر X را», «در واکنش به این اقدام سفیر X را»: a noun of its own, with ی or «این», possesses nothing. */
static bool after_own_noun(const rz_scene *s, uint32_t i) {
    const rz_link *link = &s->links[i];
    uint32_t first = s->mentions->at[i].first, noun;
    if (link->kind != RZ_LINK_OF || first > link->chain + 3 || rz_family(&s->mentions->at[i]) != 1) return false;
    if (rz_class_at(s, link->chain, &noun) == RZ_C_DEFINITE) return link->prep && noun + 1 == first;
    const rz_token *t = &s->text->tokens[link->chain];
    return link->prep == RZ_C_IN && t->tail && rz_letters_count(t) > 2 && s->text->letters[rz_letters_end(t) - 1] == s->g->yeh;
}

/* «در صدد است تا X را …»: what opens the clause is no preposition of his; «نقاط مختلفی از X را»: of the land. */
static bool behind_opening(const rz_scene *s, const rz_link *link) {
    if (rz_part_of_land(s, link)) return true;
    return link->kind == RZ_LINK_PREP && link->prep == RZ_C_FOR && link->prep_token != RZ_NONE && link->clause != RZ_NONE && s->clauses[link->clause].first == link->prep_token;
}

/* Is there one of the clause before the list who may be its subject? */
static bool has_subject_before(const rz_scene *s, uint32_t list) {
    enum { NEAR = 8 };
    for (uint32_t j = list; j-- > 0 && list - j <= NEAR && s->links[j].clause == s->links[list].clause;)
        if (s->links[j].kind == RZ_LINK_FREE && s->mentions->at[j].head == RZ_NONE && rz_is_actor(&s->mentions->at[j])) return true;
    return false;
}

/* «A و B را»: so is whom «و» joins to the object, and whom a comma does («A، B و C را») where somebody else is the subject. */
static void mark_listed(rz_scene *s, uint32_t object) {
    enum { LISTED = 16 };
    uint32_t list = s->links[object].list, next = object, start;
    bool other = has_subject_before(s, list);
    for (uint32_t j = object; j-- > list && object - j <= LISTED;) {
        if (s->mentions->at[j].head != RZ_NONE || s->mentions->at[j].describes == next) continue;
        if (s->links[j].list != list || s->links[j].kind != RZ_LINK_FREE || s->links[j].clause != s->links[object].clause) return;
        bool joined = rz_class_before(s, s->mentions->at[next].first, s->mentions->at[j].last, false, &start) == RZ_C_AND;
        if (!joined && !other) return;
        s->links[j].kind = RZ_LINK_OBJECT;
        next = j;
    }
}

/* «X را»: the whole list before it is the object. */
static void mark_objects(rz_scene *s) {
    for (uint32_t i = s->mentions->n; i-- > 0;) {
        rz_link *link = &s->links[i];
        uint32_t last = link->last, end;
        while (last < s->text->n_tokens && rz_is_quote(&s->text->tokens[last])) last++;
        last = rz_object_end(s, i, last);
        bool opened = behind_opening(s, link);
        if (last >= s->text->n_tokens || (link->kind != RZ_LINK_FREE && link->kind != RZ_LINK_OF && !opened)) continue;
        if (rz_class_at(s, last, &end) != RZ_C_OBJECT || rz_says_where(s, i)) continue;
        if (opened) link->kind = RZ_LINK_FREE, link->prep = RZ_C_NONE;
        if (after_actor(s, i) || after_own_noun(s, i)) link->kind = RZ_LINK_FREE;
        if (link->kind != RZ_LINK_FREE) continue;
        link->kind = RZ_LINK_OBJECT;
        mark_listed(s, i);
    }
}

static bool may_be_subject(const rz_scene *s, uint32_t i) {
    const rz_mention *m = &s->mentions->at[i];
    bool bracketed = m->first > 1 && m->last < s->text->n_tokens && s->text->tokens[m->first - 1].punct == '(' && s->text->tokens[m->last].punct == ')' && s->mention_at[m->first - 2] != RZ_NONE && s->mentions->at[s->mention_at[m->first - 2]].whose == RZ_WHOSE_THIS; /* «این کشور (مسقط)» */
    if (bracketed) return false;
    bool forum = m->kind == RZ_M_FORUM && (m->row == RZ_NONE || !rz_row_has(s->g->data, m->row, "kind", "group") || rz_row_get(s->g->data, m->row, "session").size); /* «تروئیکای اروپایی با X مذاکره کرد» */
    return m->head == RZ_NONE && rz_is_actor(m) && !forum && s->links[i].kind == RZ_LINK_FREE && !rz_says_where(s, i) &&
           s->links[i].clause != RZ_NONE && !s->article->in_label[m->first];
}

static void choose_subjects(rz_scene *s) {
    for (uint32_t i = 0; i < s->mentions->n; i++) {
        if (!may_be_subject(s, i)) continue;
        rz_clause *c = &s->clauses[s->links[i].clause];
        if (c->subject == RZ_NONE) c->subject = i;
        else if (rz_family(&s->mentions->at[c->subject]) == 2 && rz_family(&s->mentions->at[i]) == 1 &&
                 s->links[i].list == i && s->text->tokens[s->links[c->subject].last].kind == RZ_TOKEN_PUNCT)
            c->subject = i; /* «تهران، وزیر خارجه …»: a person before a place */
    }
}

void rz_links_find(rz_scene *scene) {
    for (uint32_t i = 0; i < scene->mentions->n; i++) link_one(scene, i);
    mark_objects(scene);
    choose_subjects(scene);
    rz_subjects_inherit(scene);
}
