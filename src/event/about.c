/* What an event was about. */
#include "event/topic.h"

/* «دستور کار» is a plan as well. */
static uint32_t axis_ending(const rz_scene *s, uint32_t end, uint32_t from) {
    for (const rz_small_end *e = rz_ends_before(s, end); e; e = rz_ends_on(e))
        if (e->class == RZ_C_TOPIC_AXIS && e->start >= from) return e->start;
    return RZ_NONE;
}

/* «محور این دیدار», «از موضوعات رایزنی»: where the words before the event noun begin; RZ_NONE where they do not stand there. */
static uint32_t axis_before(const rz_scene *s, const rz_found_event *e) {
    uint32_t start = e->first, from = s->clauses[e->clause].first, axis;
    if (rz_class_before(s, start, from, false, &axis) == RZ_C_DEFINITE) start = axis;
    return axis_ending(s, start, from);
}

/* States that are what a meeting was about were not at it: those before «محور دیدار», and all of «محور این دیدار». */
static void keep_people(const rz_scene *s, rz_found_event *e, uint32_t axis) {
    uint32_t n = 0;
    for (uint32_t i = 0; i < e->parts.n; i++) {
        uint32_t mention = e->parts.at[i].mention;
        bool told_of = mention < RZ_SPEAKER && s->mentions->at[mention].kind == RZ_M_STATE && s->links[mention].kind != RZ_LINK_PREP &&
                       (e->definite || s->mentions->at[mention].first < axis);
        if (!told_of) e->parts.at[n++] = e->parts.at[i];
    }
    e->parts.n = n;
}

static void topics_of_axis(const rz_scene *s, rz_found_event *e, uint32_t axis) {
    const rz_clause *c = &s->clauses[e->clause];
    uint32_t from = axis > c->first + RZ_CLAUSE_REACH ? axis - RZ_CLAUSE_REACH : c->first;
    keep_people(s, e, axis);
    uint32_t to = c->last < e->last + RZ_CLAUSE_REACH ? c->last : e->last + RZ_CLAUSE_REACH, opens = e->last;
    while (opens < to && s->text->tokens[opens].punct) opens++;
    rz_topics_gather(s, (rz_told_in){from, axis, e->clause, false}, RZ_TOPICS_SUBJECTS, &e->topics);
    rz_topics_gather(s, (rz_told_in){opens, to, e->clause, true}, RZ_TOPICS_SUBJECTS, &e->topics);
}

/* «در این دیدار یمن و سوریه مورد بحث قرار گرفت»: what its clause discusses was not at it. */
static bool only_spoken_of(const rz_found *found, const rz_found_event *e) {
    uint32_t other = found->verbal_of[e->clause];
    if (!e->definite || other == RZ_NONE) return false;
    const rz_frame *f = found->events.at[other].frame;
    return f->discussion && !f->subject;
}

/* The verb at the token is of another clause, told beside («… سفر کرد و گفت»), not the purpose («… سفر کرد تا درباره … رایزنی کند»). */
static bool told_beside(const rz_scene *s, const rz_found_event *e, uint32_t t) {
    uint32_t clause = s->clause_of[t], start;
    if (clause == e->clause || clause == RZ_NONE) return clause == RZ_NONE;
    uint32_t verb = s->clauses[clause].verb;
    bool its_own = s->clauses[clause].kind == RZ_CLAUSE_RELATIVE && s->clauses[clause].parent == e->clause && verb != RZ_NONE; /* «نشستی که درباره … برگزار شد» */
    if (its_own && rz_class_before(s, s->text->verbs[verb].first, s->clauses[clause].first, false, &start) == RZ_C_HAPPEN) return false;
    return verb == RZ_NONE || s->text->verbs[verb].tense != RZ_SUBJUNCTIVE;
}

/* «پس از سفر X، Z درباره … هشدار داد»: somebody else tells of it. */
static bool told_by_another(const rz_scene *s, const rz_found_event *e, uint32_t t) {
    uint32_t subject = s->clauses[e->clause].subject;
    if (e->evoked == RZ_EVOKED_VERB || subject == RZ_NONE) return false;
    uint32_t first = s->mentions->at[subject].first;
    rz_link link = {.prep_token = RZ_NONE};
    rz_govern(s, &link, e->first);
    bool beside = link.prep == RZ_C_AFTER || link.prep == RZ_C_BEFORE;
    if (first >= t || (first < e->last && !beside)) return false;
    for (uint32_t i = 0; i < e->parts.n; i++)
        if (e->parts.at[i].mention == subject) return false;
    return true;
}

/* «… درباره Z گفت‌وگو کرد»: with somebody who is told in its clause, at tokens [from, to)? */
static bool with_somebody(const rz_scene *s, uint32_t clause, uint32_t from, uint32_t to) {
    uint32_t end;
    for (uint32_t t = from; t < to && t < from + RZ_CLAUSE_REACH; t++) {
        uint8_t class = s->clause_of[t] == clause ? rz_class_at(s, t, &end) : RZ_C_NONE;
        if (class == RZ_C_WITH || class == RZ_C_BETWEEN) return true;
    }
    return false;
}

/* «در سفر به X با Y درباره … گفت‌وگو کرد»: what the verb's own event was about. */
static bool about_the_verb(const rz_found *found, const rz_found_event *e) {
    uint32_t verbal = found->verbal_of[e->clause];
    if (!rz_kind_is(e->kind, RZ_KIND_JOURNEY) || e->evoked == RZ_EVOKED_VERB || verbal == RZ_NONE) return false;
    const rz_found_event *v = &found->events.at[verbal];
    return v->frame->discussion || (rz_kind_is(v->kind, RZ_KIND_CONTACT) && with_somebody(&found->scene, e->clause, found->scene.clauses[e->clause].first, v->first)); /* with nobody told, the talks are the visit's */
}

/* The first token of a paper's name in [from, to): «قرارداد», «یادداشت تفاهم»; RZ_NONE. */
static uint32_t paper_in(const rz_scene *s, uint32_t from, uint32_t to) {
    for (uint32_t t = from; t < to; t++)
        for (rz_hits h = rz_hits_of(s->text, t, RZ_TYPE(RZ_AGREEMENT_NOUN)); rz_hits_next(&h);)
            if (h.hit.type == RZ_AGREEMENT_NOUN) return t;
    return RZ_NONE;
}

/* Where the topic's name that begins at the token ends; the token. */
static uint32_t topic_end(const rz_scene *s, uint32_t token) {
    uint32_t last = token;
    for (rz_hits h = rz_hits_of(s->text, token, RZ_TYPE(RZ_TOPIC)); rz_hits_next(&h);)
        if (h.hit.last > last) last = h.hit.last;
    return last;
}

/* Where the noun that begins at the token ends, or the longer name of an agreement or a topic. */
static uint32_t paper_end(const rz_scene *s, uint32_t token) {
    uint32_t last = token + 1;
    for (rz_hits h = rz_hits_of(s->text, token, RZ_TYPE(RZ_AGREEMENT_NOUN) | RZ_TYPE(RZ_AGREEMENT) | RZ_TYPE(RZ_TOPIC)); rz_hits_next(&h);)
        if (h.hit.last > last) last = h.hit.last;
    return last;
}

/* Those named there, but for relations: «نشست بین‌المللی» is not about the world. */
static void topics_that_open(const rz_scene *s, rz_told_in in, rz_row_list *out) {
    rz_row_list named = {0};
    if (in.first < in.last) rz_topics_gather(s, in, RZ_TOPICS_MATTERS, &named);
    for (uint32_t i = 0; i < named.n; i++) {
        bool told = s->g->topic_kind[named.at[i] - s->g->first_topic] == RZ_TOPIC_RELATIONS;
        for (uint32_t j = 0; j < out->n; j++) told |= out->at[j] == named.at[i];
        if (!told) *RZ_PUSH(s->arena, out) = named.at[i];
    }
}

/* «قرارداد صادرات گاز را امضا کردند», «امضای تفاهم‌نامه همکاری‌های کنسولی»: what the paper is about. */
static void topics_of_paper(const rz_scene *s, rz_found_event *e) {
    enum { NEAR = 4, LONGEST = 16 };
    const rz_clause *c = &s->clauses[e->clause];
    uint32_t from = e->first > c->first + RZ_REACH ? e->first - RZ_REACH : c->first, end;
    uint32_t paper = paper_in(s, from, e->first), to = e->first;
    if (paper == RZ_NONE) {
        paper = paper_in(s, e->last, e->last + NEAR < c->last ? e->last + NEAR : c->last); /* «به امضای قرارداد X منجر شد» */
        to = c->last;
    }
    if (paper == RZ_NONE) return;
    uint32_t stop = paper + 1, within = stop;
    for (; stop < to && stop < paper + LONGEST; stop++) {
        uint8_t class = rz_class_at(s, stop, &end);
        bool with = class == RZ_C_WITH && end < to && s->mention_at[end] != RZ_NONE; /* not «مبارزه با قاچاق» */
        if (topic_end(s, stop) > within) within = topic_end(s, stop); /* «راه‌آهن شلمچه - بصره» */
        if (stop < within) continue;
        bool to_whom = class == RZ_C_TO && !rz_listed_before(s, rz_row_find(s->g->data, RZ_WORDS, RZ_STR("membership")), stop, paper); /* not «سند پیوستن به X» */
        if (with || class == RZ_C_BETWEEN || class == RZ_C_OBJECT || class == RZ_C_PRESENCE || to_whom || rz_ends_phrase(s, stop)) break;
    }
    rz_topics_gather(s, (rz_told_in){paper, stop, e->clause, false}, RZ_TOPICS_MATTERS, &e->topics);
    topics_that_open(s, (rz_told_in){paper_end(s, paper), stop, e->clause, true}, &e->topics); /* «پروتکل آب» */
}

static void topics_of_clause(const rz_scene *s, uint32_t clause, rz_found_event *e) {
    const rz_clause *c = &s->clauses[clause];
    rz_topics_gather(s, (rz_told_in){c->first, c->last < c->first + RZ_CLAUSE_REACH ? c->last : c->first + RZ_CLAUSE_REACH, clause, false}, RZ_TOPICS_MATTERS, &e->topics);
}

/* «سندی امضا کردند که به موجب آن …», «… . این سند به X مربوط است»: what is told of the paper right after. */
static void topics_of_paper_after(const rz_scene *s, rz_found_event *e) {
    enum { HEAD = 6 };
    const rz_clause *c = &s->clauses[e->clause];
    uint32_t inner = rz_clause_told_after(s, e->clause), end;
    if (inner != RZ_NONE && s->clauses[inner].kind != RZ_CLAUSE_COORDINATE) topics_of_clause(s, inner, e);
    if (e->topics.n || c->sentence + 1u >= s->text->n_sentences) return;
    const rz_sentence *next = &s->text->sentences[c->sentence + 1];
    for (uint32_t t = next->first; t < next->last && t < next->first + HEAD; t++)
        if (rz_class_at(s, t, &end) == RZ_C_DEFINITE && paper_in(s, end, end + 1) == end) {
            uint32_t to = next->last < t + RZ_CLAUSE_REACH ? next->last : t + RZ_CLAUSE_REACH;
            rz_topics_gather(s, (rz_told_in){end + 1, to, RZ_NONE, false}, RZ_TOPICS_MATTERS, &e->topics);
            return;
        }
}

/* «نشست نمایندگان … در امور X» */
static bool of_affairs(const rz_scene *s, uint32_t token) {
    return rz_listed_end(s, rz_row_find(s->g->data, RZ_WORDS, RZ_STR("in-affairs")), token) > token;
}

/* Where the name of what was held ends: before whom it was with, where and what it was about; «کنفرانس کمک‌کنندگان به X» goes on. */
static uint32_t session_name_end(const rz_scene *s, const rz_found_event *e) {
    enum { LONGEST = 8 };
    uint32_t t = e->last, end, within = e->last;
    for (; t < s->clauses[e->clause].last && t < e->last + LONGEST; t++) {
        uint8_t class = rz_class_at(s, t, &end);
        bool other = s->mention_at[t] != RZ_NONE && s->mentions->at[s->mention_at[t]].kind != RZ_M_STATE;
        if (topic_end(s, t) > within) within = topic_end(s, t); /* «کنفرانس آب و هوایی» */
        bool toward = class == RZ_C_TO && rz_deed_toward(s, t, e->clause);
        if ((class && class <= RZ_C_ALSO && t >= within && !toward && !of_affairs(s, t)) || other || s->text->tokens[t].punct || s->text->tokens[t].verb != RZ_NONE || rz_token_time(s, t) != RZ_NONE) break;
    }
    return t;
}

/* «مذاکرات هسته‌ای», «نشست بازسازی X», «کمیسیون مشترک همکاری‌های گمرکی»: what its name says that it is about, where that
 * is no name of those who hold it. */
static void topics_of_name(const rz_scene *s, rz_found_event *e) {
    if (!rz_kind_is(e->kind, RZ_KIND_ROUNDS | RZ_KIND_LOOSE | RZ_KIND_JOINT | RZ_KIND_SESSION) || e->evoked == RZ_EVOKED_VERB || e->definite) return;
    uint32_t last = topic_end(s, e->first), from = e->first + 1, to = session_name_end(s, e);
    for (uint32_t t = e->first; t < last; t++)
        if (s->mention_at[t] != RZ_NONE) last = 0;
    if (last >= e->last) from = e->first;
    else while (from + 1 < to && (s->text->tokens[from].pos & RZ_POS_ADJ) && topic_end(s, from) <= from + 1 && topic_end(s, from + 1) > from + 1) from++; /* «کنفرانس جهانی آب» */
    uint32_t of = s->mention_at[from]; /* «مذاکرات X و Y درباره …»: whose they are */
    if (of != RZ_NONE && s->mentions->at[of].kind == RZ_M_STATE && rz_list_last(s, of) != of) from = s->mentions->at[rz_list_last(s, of)].last;
    topics_that_open(s, (rz_told_in){from, to > last ? to : last, e->clause, true}, &e->topics);
}

/* «ضمن بررسی X و Y، بر Z تأکید کردند»: what was gone over ends where another phrase begins. */
static void topics_besides(const rz_scene *s, rz_found_event *e) {
    const rz_clause *c = &s->clauses[e->clause];
    uint32_t to = c->last < e->last + RZ_REACH ? c->last : e->last + RZ_REACH, stop = e->last, end;
    for (; stop < to; stop++) {
        uint8_t class = s->text->tokens[stop].punct == ',' && stop + 1 < to ? rz_class_at(s, stop + 1, &end) : RZ_C_NONE;
        if (class && class <= RZ_C_LAST_PREP) break;
    }
    rz_topics_gather(s, (rz_told_in){e->last, stop, e->clause, true}, RZ_TOPICS_ALL, &e->topics);
}

/* «X از جمله موضوعاتی بود که … مطرح شد»: the clause tells of what stands before its parent's verb. */
static bool tells_of_matters(const rz_scene *s, const rz_clause *c) {
    const rz_clause *parent = &s->clauses[c->parent];
    uint32_t verb = parent->verb, start;
    return c->kind == RZ_CLAUSE_COMPLEMENT && verb != RZ_NONE && s->text->verbs[verb].last <= c->first && rz_class_before(s, s->text->verbs[verb].first, parent->first, false, &start) == RZ_C_TOPIC_AXIS;
}

/* «توافق کردند که …»: what they are to do, where that is no event of its own. */
static void topics_agreed(const rz_found *found, rz_found_event *e) {
    uint32_t inner = e->topics.n ? RZ_NONE : rz_clause_told_after(&found->scene, e->clause);
    if (inner != RZ_NONE && found->verbal_of[inner] == RZ_NONE) topics_of_clause(&found->scene, inner, e);
}

/* «… مورد بحث قرار گرفت»; of «X که …، مورد بحث قرار گرفت» also what stands before «که». */
static void topics_discussed(const rz_scene *s, rz_found_event *e) {
    const rz_clause *c = &s->clauses[e->clause];
    rz_gather how = e->frame->subject ? RZ_TOPICS_ALL : RZ_TOPICS_SUBJECTS;
    uint32_t low = e->first > c->first + RZ_CLAUSE_REACH ? e->first - RZ_CLAUSE_REACH : c->first;
    bool before = c->parent != RZ_NONE && s->clauses[c->parent].first < c->first;
    if (before && how == RZ_TOPICS_SUBJECTS && (c->kind == RZ_CLAUSE_RELATIVE || tells_of_matters(s, c))) {
        uint32_t from = s->clauses[c->parent].first + RZ_REACH < c->first ? c->first - RZ_REACH : s->clauses[c->parent].first;
        rz_topics_gather(s, (rz_told_in){from, c->first, c->parent, false}, how, &e->topics);
    }
    rz_topics_gather(s, (rz_told_in){low, c->last < e->last + RZ_CLAUSE_REACH ? c->last : e->last + RZ_CLAUSE_REACH, e->clause, false}, how, &e->topics);
}

/* Another contact, journey or paper told between; deeds are what is spoken of: «برای بررسی حملات X». */
static bool event_between(const rz_found *found, const rz_found_event *e, uint32_t from, uint32_t to) {
    if (to > from + RZ_CLAUSE_REACH) return true;
    for (uint32_t t = from; t < to; t++) {
        const rz_found_event *b = rz_event_at(found, t);
        if (b && b != e && b->last <= to && !rz_kind_is(b->kind, RZ_KIND_ATTACK | RZ_KIND_SANCTION | RZ_KIND_RELEASE)) return true;
    }
    return false;
}

/* «برای دستیابی به توافق هسته‌ای»: what it is to bring is what it is about; not «برای شرکت در نشست X». */
static bool says_purpose(const rz_found *found, const rz_found_event *e, uint32_t token, uint32_t from, uint32_t to) {
    if (!rz_kind_is(e->kind, RZ_KIND_SITS | RZ_KIND_SESSION | RZ_KIND_JOURNEY | RZ_KIND_CONTACT | RZ_KIND_JOINT | RZ_KIND_PAPER | RZ_KIND_VOTE | RZ_KIND_CROWD)) return false;
    if (found->scene.clause_of[token] != e->clause || from >= to || found->scene.mention_at[from] != RZ_NONE) return false; /* «نماینده ویژه برای X» */
    rz_link link = {.prep = RZ_C_FOR, .prep_token = token}, own = {.prep_token = RZ_NONE};
    if (e->evoked == RZ_EVOKED_NOUN && rz_kind_is(e->kind, RZ_KIND_MET)) rz_govern(&found->scene, &own, e->first);
    if (own.prep == RZ_C_IN && found->scene.clauses[e->clause].verb != RZ_NONE && rz_listed_within(&found->scene, found->scene.g->matter_mark, e->last, token)) return false; /* «در دیدار با Y بر X برای Z تأکید کرد» */
    const char *status = rz_prep_status(&found->scene, &link, from);
    if (!status || strcmp(status, "planned")) return false;
    uint32_t other = rz_trigger_at(found, from);
    bool to_sign = other != RZ_NONE && rz_kind_is(found->events.at[other].kind, RZ_KIND_PAPER); /* «برای امضای موافقت‌نامه گمرکی» */
    return !event_between(found, e, to_sign ? found->events.at[other].last : from, to);
}

/* Where what is told after the preposition ends; a purpose («برای …») does before it is told when and where. */
static uint32_t about_end(const rz_scene *s, uint32_t from, uint32_t to, uint32_t clause, bool purpose) {
    uint32_t what = rz_listed_end(s, s->g->what_is, from), stop = from, end; /* «درباره آنچه «X» خوانده‌اند» */
    if (what > from && what < to) stop = what, clause = s->clause_of[what];
    for (; stop < to && stop < from + RZ_REACH && !rz_verb_between(s, stop, stop + 1) && s->clause_of[stop] == clause; stop++)
        if (purpose) {
            uint8_t class = rz_class_at(s, stop, &end);
            if (class == RZ_C_ABOUT) purpose = false; /* «با هدف بررسی مسائل درباره X در Y و Z» */
            bool within = class == RZ_C_IN && end < to && (s->small[end].class == RZ_C_ISSUE || (stop > from && s->small[stop - 1].class == RZ_C_ISSUE)); /* «برای میانجیگری در جنگ X», «برای آتش‌بس در X» */
            if (rz_token_time(s, stop) != RZ_NONE || (class == RZ_C_IN && !within) || class == RZ_C_AFTER || class == RZ_C_BEFORE || class == RZ_C_OCCASION) break;
        }
    return stop;
}

/* «سفر X برای گفت‌وگو با Y درباره …»: where the talks that the visit is for are told, so that what follows is of both; or `from`. */
static uint32_t past_aim(const rz_found *found, const rz_found_event *e, uint32_t from) {
    enum { NEAR = 12 };
    const rz_scene *s = &found->scene;
    if (!rz_kind_is(e->kind, RZ_KIND_JOURNEY) || e->evoked != RZ_EVOKED_NOUN) return from;
    for (uint32_t t = from, end; t < from + NEAR && t < s->clauses[e->clause].last; t++) {
        if (rz_class_at(s, t, &end) != RZ_C_FOR || end >= s->text->n_tokens) continue;
        uint32_t i = rz_trigger_at(found, end);
        bool talks = i != RZ_NONE && rz_kind_is(found->events.at[i].kind, RZ_KIND_CONTACT) && found->events.at[i].evoked == RZ_EVOKED_NOUN;
        return talks ? found->events.at[i].last : from;
    }
    return from;
}

/* «کمیته X تشکیل جلسه داد تا درباره Y …»: the end of the verb that tells of the event, where it stands before the token; 0. */
static uint32_t own_verb_end(const rz_found *found, const rz_found_event *e, uint32_t token) {
    const rz_clause *c = &found->scene.clauses[e->clause];
    if (e->evoked == RZ_EVOKED_NOUN || c->verb == RZ_NONE || found->scene.text->verbs[c->verb].last > token) return 0;
    return found->scene.text->verbs[c->verb].last;
}

/* «پس از گفت‌وگوها، سندی در زمینه X امضا شد»: what the paper is about. */
static bool comes_before_paper(const rz_scene *s, const rz_found_event *e, uint32_t token) {
    rz_link link = {.prep_token = RZ_NONE};
    if (e->evoked != RZ_EVOKED_NOUN || !rz_kind_is(e->kind, RZ_KIND_CONTACT)) return false;
    rz_govern(s, &link, e->first);
    return (link.prep == RZ_C_AFTER || e->definite) && paper_in(s, e->last, token) != RZ_NONE; /* «پس از این دیدار سندی …» */
}

/* «درباره X مذاکراتی انجام دادند»: does the verb that it is held follow right on? */
static bool is_carried_out(const rz_scene *s, const rz_found_event *e) {
    enum { ADJECTIVES = 2 };
    const rz_clause *c = &s->clauses[e->clause];
    rz_link own = {.prep_token = RZ_NONE};
    if (e->evoked != RZ_EVOKED_HAPPEN || e->definite || c->verb == RZ_NONE) return false;
    rz_govern(s, &own, e->first);
    uint32_t first, verb = s->text->verbs[c->verb].first;
    return own.prep != RZ_C_IN && verb > e->last && rz_class_before(s, verb, e->last, false, &first) == RZ_C_HAPPEN && first <= e->last + ADJECTIVES;
}

/* «درباره … با X گفت‌وگو کرد», «با محوریت …», «برای …» */
static void topics_told(rz_found *found, rz_found_event *e) {
    const rz_scene *s = &found->scene;
    const rz_clause *c = &s->clauses[e->clause];
    bool carried_out = is_carried_out(s, e);
    uint32_t from = e->evoked == RZ_EVOKED_VERB || carried_out ? c->first : e->last, to = s->text->sentences[c->sentence].last;
    if (e->first > from + RZ_CLAUSE_REACH) from = e->first - RZ_CLAUSE_REACH;
    uint32_t own = past_aim(found, e, e->last);
    for (uint32_t t = from; t < to && t < e->last + 2 * RZ_REACH; t++) {
        uint32_t end;
        uint8_t class = rz_class_at(s, t, &end);
        if (carried_out && t < e->first && s->clause_of[t] != e->clause) continue;
        if (t >= e->last && rz_verb_between(s, t, t + 1) && s->text->tokens[t].verb != c->verb) break;
        if (class != RZ_C_ABOUT && class != RZ_C_TOPIC_AXIS && class != RZ_C_FOR) continue;
        uint32_t stop = about_end(s, end, carried_out && t < e->first ? e->first : to, s->clause_of[t], class == RZ_C_FOR);
        if (class == RZ_C_FOR && !says_purpose(found, e, t, end, stop)) continue;
        uint32_t since = own_verb_end(found, e, t);
        if (t > e->last && comes_before_paper(s, e, t)) break;
        if (t >= e->last && (told_beside(s, e, t) || told_by_another(s, e, t) || about_the_verb(found, e) || rz_trigger_between(found, e, since ? since : t < own ? e->last : own, t))) break;
        rz_topics_gather(s, (rz_told_in){end, stop, RZ_NONE, true}, RZ_TOPICS_ALL, &e->topics);
        t = stop;
    }
}

/* «درباره این X», «درباره خروج نیروها از این کشور» */
static bool points_within(const rz_scene *s, const rz_found_event *e, uint32_t from, uint32_t to) {
    enum { NEAR = 6 };
    uint32_t end;
    for (uint32_t t = from; t < to && t < from + NEAR && !rz_ends_phrase(s, t); t++)
        if (rz_class_at(s, t, &end) == RZ_C_DEFINITE) return end != e->first;
    return false;
}

/* «در این باره», «درباره این X»: does the clause say so of the event, the words right after it where only a noun tells it? */
static bool points_back(const rz_scene *s, const rz_found_event *e) {
    enum { AFTER_NOUN = 4 };
    const rz_clause *c = &s->clauses[e->clause];
    rz_row on_that = rz_row_find(s->g->data, RZ_WORDS, RZ_STR("on-that"));
    uint32_t from = e->first > c->first + RZ_CLAUSE_REACH ? e->first - RZ_CLAUSE_REACH : c->first, end;
    uint32_t to = c->last < e->last + RZ_CLAUSE_REACH ? c->last : e->last + RZ_CLAUSE_REACH;
    if (e->evoked == RZ_EVOKED_NOUN) from = e->last, to = to < e->last + AFTER_NOUN ? to : e->last + AFTER_NOUN;
    for (uint32_t t = from; t < to; t++) {
        if (s->clause_of[t] != e->clause) continue;
        bool about = rz_class_at(s, t, &end) == RZ_C_ABOUT && points_within(s, e, end, to);
        if (about || rz_listed_end(s, on_that, t) > t) return true;
    }
    return false;
}

/* «در این باره گفت‌وگو کردند», «این قطعنامه تصویب شد»: about what was told before; «نشست اضطراری»: called for the one matter that the title tells. */
static void topics_meant(const rz_found *found, rz_found_event *e) {
    enum { ADJECTIVES = 2 };
    const rz_scene *s = &found->scene;
    if (e->topics.n || e->in_title) return;
    if (rz_kind_is(e->kind, RZ_KIND_VOTE)) rz_topics_of_that_vote(found, e);
    if (!rz_kind_is(e->kind, RZ_KIND_CONTACT | RZ_KIND_ROUNDS | RZ_KIND_JOINT | RZ_KIND_SESSION)) return;
    uint32_t next = e->clause + 1; /* «بر سر این موضوع گفت‌وگو کردند که …»: it is told behind */
    bool told_behind = next < s->n_clauses && s->clauses[next].parent == e->clause && s->clauses[next].kind == RZ_CLAUSE_COMPLEMENT;
    if (!told_behind && points_back(s, e)) rz_topics_before(found, s->clauses[e->clause].sentence, &e->topics);
    else if (rz_kind_is(e->kind, RZ_KIND_SESSION) && rz_listed_within(s, rz_row_find(s->g->data, RZ_WORDS, RZ_STR("called-for-one-matter")), e->first, e->last + ADJECTIVES)) rz_topics_of_title(s, &e->topics);
}

void rz_event_topics(rz_found *found, rz_found_event *e) {
    const rz_scene *s = &found->scene;
    bool spoken = e->evoked == RZ_EVOKED_VERB && (e->frame->discussion || rz_kind_is(e->kind, RZ_KIND_LOOSE));
    if (spoken && s->text->verbs[s->clauses[e->clause].verb].negative) return; /* «درباره X گفت‌وگو نکردند» */
    if (e->frame->discussion && e->evoked == RZ_EVOKED_NOUN) topics_besides(s, e);
    else if (e->frame->discussion) topics_discussed(s, e), topics_agreed(found, e);
    if (e->frame->discussion) return;
    if (e->evoked == RZ_EVOKED_VERB && rz_kind_is(e->kind, RZ_KIND_SESSION) && e->frame->has_context && rz_class_within(s, s->clauses[e->clause].first, e->first, RZ_C_OBJECT)) topics_discussed(s, e); /* «وزیران خارجه X وضعیت Y را بررسی کردند» */
    if (only_spoken_of(found, e)) keep_people(s, e, e->first);
    uint32_t axis = e->evoked == RZ_EVOKED_NOUN ? axis_before(s, e) : RZ_NONE;
    if (axis != RZ_NONE) {
        topics_of_axis(s, e, axis);
        return;
    }
    if (rz_kind_is(e->kind, RZ_KIND_PAPER)) topics_of_paper(s, e);
    if (rz_kind_is(e->kind, RZ_KIND_PAPER) && !e->topics.n && !e->in_title) topics_of_paper_after(s, e);
    topics_of_name(s, e);
    rz_topics_of_deed(s, e);
    topics_told(found, e);
    topics_meant(found, e);
}
