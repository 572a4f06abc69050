/* Places that only say where another one lies, or where what is talked of goes on. */
#include "event/event.h"

/* «نماینده اتحادیه اروپا در X در بروکسل», «دفتر یونیسف در X»: of which of its branches he is. */
static bool of_branch(const rz_scene *s, uint32_t i) {
    enum { LONGEST = 2 };
    const rz_mention *body = &s->mentions->at[i - 1];
    rz_row branches = rz_row_find(s->g->data, RZ_WORDS, RZ_STR("branches"));
    bool whole = body->kind == RZ_M_ORGANISATION && body->row != RZ_NONE && !rz_row_has(s->text->data, body->row, "kind", "armed-group") && s->links[i].prep_token == body->last;
    return whole && rz_listed_before(s, branches, body->first, body->first > LONGEST ? body->first - LONGEST : 0);
}

/* «در شهر X در شمال غرب Y»: only says where X lies. */
bool rz_where_it_lies(const rz_scene *s, uint32_t i) {
    enum { NEAR = 5 };
    if (i == 0 || s->mentions->at[i].kind != RZ_M_STATE || s->links[i].prep != RZ_C_IN) return false;
    if (of_branch(s, i)) return true;
    const rz_mention *city = &s->mentions->at[i - 1], *state = &s->mentions->at[i];
    bool near = city->kind == RZ_M_PLACE && city->row != RZ_NONE && state->first >= city->last && state->first - city->last <= NEAR;
    return near && s->links[i - 1].prep == RZ_C_IN && s->links[i - 1].clause == s->links[i].clause && rz_row_state(s->text->data, city->row) == state->row && !rz_verb_between(s, city->last, state->first);
}

/* «مردم غزه در جده», «اوضاع سوریه در مسکو»: a city of another state than the one it is of; not what X did there («حملات X در Y»). */
static bool elsewhere_than(const rz_scene *s, uint32_t whose, const rz_link *link) {
    uint32_t end = link->prep_token;
    const rz_mention *of = &s->mentions->at[whose];
    rz_class_at(s, link->prep_token, &end);
    uint32_t i = end < s->text->n_tokens ? s->mention_at[end] : RZ_NONE;
    const rz_mention *city = i == RZ_NONE ? NULL : &s->mentions->at[i];
    if (!city || city->kind != RZ_M_PLACE || city->row == RZ_NONE || !rz_row_has(s->text->data, city->row, "kind", "city") || of->row == RZ_NONE) return false;
    rz_row state = of->kind == RZ_M_STATE ? of->row : rz_row_state(s->text->data, of->row);
    rz_row states = rz_row_find(s->g->data, RZ_WORDS, RZ_STR("state-of-things"));
    return state != rz_row_state(s->text->data, city->row) && rz_listed_before(s, states, of->first, of->first > 2 ? of->first - 2 : 0);
}

/* «جنایات وحشیانه X»: back to the noun whose X is. */
static uint32_t past_adjectives(const rz_scene *s, uint32_t token, uint32_t from) {
    enum { MOST = 2 };
    uint32_t end, low = token > from + MOST ? token - MOST : from;
    while (token > low && (s->text->tokens[token - 1].pos & RZ_POS_ADJ) && s->mention_at[token - 1] == RZ_NONE && !s->text->tokens[token - 1].punct && !rz_class_at(s, token - 1, &end)) token--;
    return token;
}

/* «جنایات X», «استقرار نیروهای X»: what is told before whose it is goes on somewhere. */
static bool is_matter(const rz_scene *s, uint32_t end, uint32_t from) {
    enum { LONGEST = 3 };
    uint32_t start;
    rz_row list = rz_row_find(s->g->data, RZ_WORDS, RZ_STR("goes-on-somewhere"));
    return rz_class_before(s, end, from, false, &start) == RZ_C_ISSUE || rz_listed_before(s, list, end, end > from + LONGEST ? end - LONGEST : from);
}

/* «جنگ در X», «وضعیت امنیتی و انسانی در X», «جنگ ایالات متحده در X»: where what is talked of is. */
bool rz_of_an_issue(const rz_scene *s, const rz_link *link) {
    enum { LONGEST = 6 };
    uint32_t start, last, from = s->clauses[link->clause].first, at = link->prep_token;
    rz_row list = rz_row_find(s->g->data, RZ_WORDS, RZ_STR("goes-on-somewhere")), region = rz_row_find(s->g->data, RZ_WORDS, RZ_STR("region-itself"));
    if (link->prep != RZ_C_IN) return false;
    while (at > from && (s->text->tokens[at - 1].punct == '>' || s->text->tokens[at - 1].punct == '"')) at--; /* «محکومیت جنگ» در X */
    uint32_t m = at > from ? s->mention_at[at - 1] : RZ_NONE;
    bool whose = m != RZ_NONE && s->mentions->at[m].last == at && rz_family(&s->mentions->at[m]) == 2 && s->mentions->at[m].first > from;
    if (whose && elsewhere_than(s, m, link)) return false;
    if (whose) return is_matter(s, s->mentions->at[m].first, from) || is_matter(s, past_adjectives(s, s->mentions->at[m].first, from), from);
    for (uint32_t end = at; end > from && at - end < LONGEST; end--) {
        uint8_t class = rz_class_before(s, end, from, false, &start);
        uint8_t ends = class == RZ_C_ISSUE ? rz_class_at(s, end - 1, &last) : RZ_C_NONE;
        if (class == RZ_C_OTHER_DEED && rz_class_before(s, start, from, false, &start) == RZ_C_ABOUT) return true; /* «درباره زلزله در X» */
        if (rz_listed_before(s, list, end, end > from + 1 ? end - 1 : from) && !class) return true; /* «پروژه‌های زیربنایی در X» */
        uint8_t before = class == RZ_C_ISSUE && rz_listed_before(s, region, end, start) ? rz_class_before(s, start, from, false, &last) : RZ_C_NONE;
        if (before == RZ_C_ISSUE || before == RZ_C_TO) return false; /* «تحولات منطقه در X»: where they are is told; «سفرش به منطقه در X» */
        if (class == RZ_C_ISSUE) return !ends || ends > RZ_C_LAST_PREP || rz_class_before(s, start, from, false, &start) == RZ_C_AFTER; /* not «حمله به پالایشگاهی در X» */
        if ((class && class <= RZ_C_LAST_PREP) || s->mention_at[end - 1] != RZ_NONE || rz_ends_phrase(s, end - 1)) return false;
        if (class != RZ_C_AND && !(s->text->tokens[end - 1].pos & RZ_POS_ADJ)) return false;
    }
    return false;
}

typedef struct {
    rz_row programme, calling; /* «از برنامه‌های»; «خواستار» */
} words;

/* «در این دیدار بر …», «در دیدار با X خواستار …»: what is said in it begins; not «دیدار با X از برنامه‌های Y در Z است». */
static bool begins_words(const rz_scene *s, const words *w, uint8_t class, uint32_t end, uint32_t from) {
    if (class == RZ_C_FROM) return rz_listed_end(s, w->programme, end - 1) <= end;
    if (end > from + 3) from = end - 3;
    return class == RZ_C_AGAINST || rz_listed_before(s, w->calling, end, from) || rz_listed_before(s, s->g->matter_mark, end, from);
}

/* «درباره [نیروگاه برق] در X»: the last thing told of is a house, and no capital, where one meets. */
static bool stands_there(const rz_scene *s, uint32_t i, uint32_t from, uint32_t to) {
    enum { NEAR = 4 };
    uint32_t end;
    rz_row place = s->mentions->at[i].row;
    if (place == RZ_NONE || rz_row_refers(s->text->data, rz_row_state(s->text->data, place), "capital", place)) return false;
    rz_row houses = rz_row_find(s->g->data, RZ_WORDS, RZ_STR("stands-somewhere"));
    for (uint32_t t = to; t-- > from && to - t <= NEAR;) {
        if (rz_listed_whole(s, houses, t) > t) return true;
        if (s->text->tokens[t].punct || rz_class_at(s, t, &end) == RZ_C_AND) return false;
    }
    return false;
}

/* «درباره مشکلات مهاجران افغان در X گفت‌وگو کردند», «در این دیدار بر برقراری آرامش در X تأکید کرد»: where what is talked of is. Behind
 * «درباره» a city would be where they talked. */
bool rz_where_the_matter_is(const rz_scene *s, const rz_found_event *e, uint32_t i) {
    enum { LONGEST = 40 };
    const rz_link *link = &s->links[i];
    uint32_t start, from = s->clauses[link->clause].first, at = link->prep_token, before = e->first > from + 4 ? e->first - 4 : from;
    bool state = s->mentions->at[i].kind == RZ_M_STATE, within = e->evoked == RZ_EVOKED_NOUN && e->last <= at;
    if (link->prep != RZ_C_IN || at <= from || at == e->last || s->text->tokens[at - 1].punct || rz_token_time(s, at - 1) != RZ_NONE) return false;
    if (within && rz_listed_within(s, rz_row_find(s->g->data, RZ_WORDS, RZ_STR("goals")), before, e->first)) return true; /* «هدف این مذاکرات آتش‌بس در X است» */
    if (within && e->last > from) from = e->last;
    const words w = {rz_row_find(s->g->data, RZ_WORDS, RZ_STR("programme-of")), rz_row_find(s->g->data, RZ_WORDS, RZ_STR("calling-for"))};
    for (uint32_t end = at; end > from && at - end < LONGEST; end--) {
        uint8_t class = rz_class_before(s, end, from, false, &start);
        if (class == RZ_C_FOR && !state && e->evoked == RZ_EVOKED_VERB && stands_there(s, i, end, at)) return true; /* «برای ساخت نیروگاه در X مذاکره کرد» */
        if (class == RZ_C_ABOUT && (state ? s->mention_at[at - 1] == RZ_NONE : stands_there(s, i, end, at))) return true;
        bool own = class && class <= RZ_C_LAST_PREP && start == e->last && e->frame->by_class[class]; /* «استقبال از X در Y» */
        if (within && !own && begins_words(s, &w, class, end, from)) return true;
        bool goes_on = class == RZ_C_FOR || class == RZ_C_TO; /* «بر … برای مقابله با … در X تأکید کرد» */
        if ((class && class <= RZ_C_LAST_PREP && !goes_on) || s->text->tokens[end - 1].verb != RZ_NONE || (e->first < end && end <= e->last)) return false;
    }
    return false;
}

/* «از منطقه‌ای نزدیک Y واقع در شمال X … شلیک کرد»: where what came from lies. */
bool rz_where_from(const rz_scene *s, const rz_link *link) {
    enum { LONGEST = 8 };
    uint32_t end, at = link->prep_token, from = s->clauses[link->clause].first;
    rz_row lying = rz_row_find(s->g->data, RZ_WORDS, RZ_STR("lying-there"));
    if (link->prep != RZ_C_IN || at == RZ_NONE || rz_listed_end(s, lying, at) <= at) return false;
    for (uint32_t t = at; t-- > from && at - t < LONGEST && !s->text->tokens[t].punct;) {
        uint8_t class = rz_class_at(s, t, &end);
        if (class == RZ_C_FROM) return true;
        if (class == RZ_C_TO || class == RZ_C_AGAINST || rz_listed_end(s, lying, t) > t + 1) return false;
    }
    return false;
}

/* «حمله به مسجدی در X Y را …», «در X، پایتخت Y، …», «نشست X، Y، …»: the state that the place before it is in. */
bool rz_says_where(const rz_scene *s, uint32_t i) {
    enum { NEAR = 4 };
    const rz_mention *m = &s->mentions->at[i], *place = i ? m - 1 : m;
    uint32_t t = place->last, end;
    if (m->kind != RZ_M_STATE || place->kind != RZ_M_PLACE || place->row == RZ_NONE || m->first < t || m->first - t > NEAR) return false;
    if (t < m->first && s->text->tokens[t].punct == ',') t++;
    bool between = t > place->last && t == m->first && m->last < s->text->n_tokens && s->text->tokens[m->last].punct == ',';
    bool apposed = t < m->first && rz_class_at(s, t, &end) == RZ_C_PLACE_WORD && end == m->first;
    return (place->last == m->first || between || apposed) && rz_row_state(s->text->data, place->row) == m->row;
}

/* «در مسیر بازگشت به X به Y رفت»: not where he was on his way to, but where he went. */
bool rz_on_the_way(const rz_scene *s, const rz_found_event *e, uint32_t i) {
    const rz_link *first = &s->links[e->place], *link = &s->links[i];
    bool both = e->evoked == RZ_EVOKED_VERB && rz_kind_is(e->kind, RZ_KIND_JOURNEY) && first->prep == RZ_C_TO && link->prep == RZ_C_TO && first->clause == link->clause;
    if (!both || first->prep_token == RZ_NONE || !first->prep_token || link->prep_token != first->last) return false;
    return rz_listed_before(s, rz_row_find(s->g->data, RZ_WORDS, RZ_STR("way-back")), first->prep_token, first->prep_token - 1);
}

/* A land that the matters of the world are of. */
static bool is_topic(const rz_data *data, rz_row state) { return state != RZ_NONE && rz_row_find(data, RZ_TOPIC, rz_str_of(rz_row_id(data, state))) != RZ_NONE; }

/* «جنگ [اوکراین] در X»: the land last told of before the place, where things go on; not who does them, «حملات اسرائیل در X». */
static rz_row theatre_before(const rz_scene *s, const rz_link *link) {
    uint32_t at = link->prep_token, m = at ? s->mention_at[at - 1] : RZ_NONE;
    rz_row row = m == RZ_NONE ? RZ_NONE : s->mentions->at[m].row;
    rz_row land = row == RZ_NONE || s->mentions->at[m].kind == RZ_M_STATE ? row : rz_row_state(s->g->data, row);
    return is_topic(s->g->data, land) ? land : RZ_NONE;
}

/* The words that tell the event begin right behind the place and a time, or the verb of the noun that does. */
static bool told_next(const rz_scene *s, const rz_found_event *e, uint32_t last) {
    enum { MOST = 4 }; /* «برگزار», «به کار خود پایان» */
    uint32_t verb = s->clauses[e->clause].verb, at = verb == RZ_NONE ? RZ_NONE : s->text->verbs[verb].first;
    last = rz_capital_told(s, last);
    while (last < s->text->n_tokens && rz_token_time(s, last) != RZ_NONE) last++;
    if (e->first >= last || at == RZ_NONE || at < last || at - last > MOST) return e->first == last;
    while (at > last && !s->text->tokens[at - 1].punct && s->mention_at[at - 1] == RZ_NONE) at--;
    return at == last;
}

/* «زلزله در X», «فعالیت‌های هسته‌ای در X» */
static bool happens_before(const rz_scene *s, const rz_link *link) {
    uint32_t start, from = s->clauses[link->clause].first, at = past_adjectives(s, link->prep_token, from);
    rz_row list = rz_row_find(s->g->data, RZ_WORDS, RZ_STR("goes-on-somewhere"));
    return rz_class_before(s, link->prep_token, from, false, &start) == RZ_C_OTHER_DEED || rz_listed_before(s, list, at, at > from + 1 ? at - 1 : from);
}

bool rz_is_met_there(const rz_scene *s, const rz_found_event *e, uint32_t i) {
    const rz_mention *city = &s->mentions->at[i];
    const rz_link *link = &s->links[i];
    if (link->prep != RZ_C_IN || link->clause != e->clause || city->kind != RZ_M_PLACE || city->row == RZ_NONE || !rz_row_has(s->g->data, city->row, "kind", "city")) return false;
    rz_row state = rz_row_state(s->g->data, city->row), theatre = theatre_before(s, link);
    bool capital = state != RZ_NONE && rz_row_refers(s->g->data, state, "capital", city->row);
    if (theatre != RZ_NONE && theatre != state) return true;
    if (!told_next(s, e, city->last)) return false;
    return theatre != RZ_NONE ? capital : !is_topic(s->g->data, state) && (capital || !happens_before(s, link));
}
