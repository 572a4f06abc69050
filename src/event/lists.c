/* What stands in one list: «X و Y», «X، Y و Z», and what a comma closes instead. */
#include "event/event.h"
#include "event/sent.h"

uint32_t rz_told_from(const rz_scene *s, uint32_t m) {
    uint32_t office = s->mentions->at[m].describes, first = s->mentions->at[m].first;
    return office != RZ_NONE && s->mentions->at[office].first < first ? s->mentions->at[office].first : first;
}

/* A state or body told of by who acts for it: «مقامات X و وزیر …». */
static bool by_officials(const rz_scene *s, uint32_t i) {
    const rz_mention *m = &s->mentions->at[i];
    if (m->kind != RZ_M_STATE && m->kind != RZ_M_ORGANISATION && m->kind != RZ_M_FORUM) return false;
    uint32_t low = m->first > 4 ? m->first - 4 : 0;
    for (uint32_t t = low; t <= m->first; t++)
        for (rz_hits h = rz_hits_of(s->text, t, RZ_TYPE(RZ_WORDS)); rz_hits_next(&h);)
            if (h.hit.last <= m->last && !h.hit.tail && rz_class_of(s->g, h.hit.row) == RZ_C_ACTS_FOR && s->clause_of[t] == s->clause_of[m->first]) return true;
    return false;
}

/* «بر اساس بیانیه دفتر X» at the head of the sentence */
static bool is_paper_of(const rz_scene *s, uint32_t first, uint32_t from) {
    enum { LONGEST = 5 };
    rz_row papers = rz_row_find(s->g->data, RZ_WORDS, RZ_STR("according-to-paper"));
    if (first > from + LONGEST || !rz_row_there(s->text, papers)) return false;
    for (rz_hits_run h = rz_hits_within(s->text, from, first); rz_hits_run_next(&h);)
        if (h.hit.row == papers && h.hit.last <= first && h.hit.last + 1 >= first) return true;
    return false;
}

static bool cites(uint8_t class) { return class == RZ_C_ACCORDING || class == RZ_C_BY_REPORT; }

/* «به گفته سخنگوی X، Y …», «به گزارش رسانه‌های X، Y …»: a comma closes the source, and is none of a list. */
static bool is_source(const rz_scene *s, uint32_t i, uint32_t from) {
    uint32_t start, m = i;
    while (m > 0 && s->links[m].list != m && i - m < 6) m--; /* «به گفته X و Y، Z …» */
    uint32_t first = rz_told_from(s, m);
    if (cites(rz_class_before(s, first, from, false, &start)) || is_paper_of(s, first, from)) return true;
    if (first > from + 1 && rz_number_at(s, first - 1) && cites(rz_class_before(s, first - 1, from, false, &start))) return true; /* «به گفته دو مقام» */
    return first > from && s->links[m].kind == RZ_LINK_OF && s->links[m].chain > from && cites(rz_class_before(s, s->links[m].chain, from, false, &start));
}

/* «علاوه بر X، Y و Z حضور داشتند»: so does it what is there besides. */
static bool is_besides(const rz_scene *s, uint32_t i) {
    uint32_t first = s->mentions->at[i].first, low = first > 3 ? first - 3 : 0;
    return rz_listed_before(s, rz_row_find(s->g->data, RZ_WORDS, RZ_STR("prep-besides")), first, low);
}

/* «پس از X، Y و Z نیز …»: a comma closes what came before. */
static bool came_before(const rz_scene *s, uint32_t i) {
    const rz_link *link = &s->links[i];
    return s->links[i].list == i && link->kind == RZ_LINK_PREP && (link->prep == RZ_C_AFTER || link->prep == RZ_C_BEFORE) && rz_family(&s->mentions->at[i]) < 3;
}

static bool is_land(const rz_scene *s, uint32_t i) { return s->mentions->at[i].kind == RZ_M_STATE || s->mentions->at[i].kind == RZ_M_PLACE; }

/* «در شمال X، حزب Y …»: where it was, and who did it. */
static bool is_place_of(const rz_scene *s, uint32_t i, uint32_t next) {
    return is_land(s, i) && s->links[i].prep == RZ_C_IN && s->mentions->at[next].kind == RZ_M_ORGANISATION;
}

/* «X کمیسر عالی پناهندگان و «Y» …», «X، رئیس کمیته امنیت Y، و Z»: what the one before is, in words that no table has for an office, up to
 * «and» or the comma of a list. */
static bool only_describes(const rz_scene *s, uint32_t j, uint32_t i, uint32_t start) {
    enum { LONGEST = 10 };
    uint32_t from = s->links[j].last, end;
    if (rz_family(&s->mentions->at[i]) != 1 || s->mentions->at[j].kind != RZ_M_PERSON) return false;
    if (s->text->tokens[from].punct == ',') from++;
    bool told = s->mentions->at[j].describes != RZ_NONE || rz_listed_end(s, rz_row_find(s->g->data, RZ_WORDS, RZ_STR("name-role")), from) > from;
    if (start > from + LONGEST || start <= from || !told) return false;
    for (uint32_t t = from; t < start; t++) {
        uint8_t class = rz_class_at(s, t, &end);
        bool joins = class && (class <= RZ_C_LAST_PREP || class == RZ_C_THAT || class == RZ_C_OBJECT) && class != RZ_C_IN && class != RZ_C_AND;
        if (s->text->tokens[t].kind != RZ_TOKEN_WORD || s->text->tokens[t].verb != RZ_NONE || joins) return false;
    }
    return true;
}

/* The person of whom mention `j` only tells what he is («X رئیس سرویس امنیت J»), where mention i goes on behind it; or `j`. */
static uint32_t described_by(const rz_scene *s, uint32_t j, uint32_t i, uint32_t start) {
    enum { NEAR = 3 };
    if (rz_family(&s->mentions->at[j]) != 2) return j;
    for (uint32_t k = j; k-- > 0 && j - k <= NEAR;)
        if (s->mentions->at[k].kind == RZ_M_PERSON) return only_describes(s, k, i, start) ? k : j;
    return j;
}

/* «مذاکرات X - Y»: two of a kind with nothing but a dash between, after what holds them together. */
static uint32_t dashed(const rz_scene *s, uint32_t i, uint32_t first) {
    uint32_t j = i ? i - 1 : RZ_NONE;
    if (j == RZ_NONE || s->mentions->at[j].head != RZ_NONE || s->mentions->at[i].head != RZ_NONE || s->mentions->at[j].last + 1 != first) return RZ_NONE;
    uint32_t from = s->text->sentences[rz_token_sentence(s, first)].first, last = s->mentions->at[i].last, end;
    bool goes_on = s->mentions->at[i].kind == RZ_M_STATE && last + 1 < s->text->n_tokens && (s->text->tokens[last].punct == '-' ? s->mention_at[last + 1] == i + 1 : rz_class_at(s, last, &end) == RZ_C_AND); /* «X – Y و Z» */
    return s->mentions->at[j].kind == s->mentions->at[i].kind && (s->mentions->at[j].first > from || goes_on) ? j : RZ_NONE; /* «تهران - مسکو -» may head a report */
}

/* Is one of the clause named before it who may be its subject? */
static bool subject_before(const rz_scene *s, uint32_t j, uint32_t clause) {
    enum { NEAR = 16 };
    for (uint32_t k = j; k-- > 0 && j - k <= NEAR && s->links[k].clause == clause;)
        if (s->links[k].kind == RZ_LINK_FREE && s->mentions->at[k].head == RZ_NONE && rz_is_actor(&s->mentions->at[k])) return true;
    return false;
}

static bool tells_scene(uint8_t prep) {
    return prep == RZ_C_MEDIATOR || prep == RZ_C_HOST || prep == RZ_C_OCCASION || prep == RZ_C_AFTER || prep == RZ_C_BEFORE || prep == RZ_C_CIRCUMSTANCE;
}

/* «پس از حمله Y به X», «در پی گفت‌وگوی Y با X»: the noun that X completes says after what it came about. */
static bool in_scene(const rz_scene *s, const rz_link *link) {
    rz_link outer = {.prep_token = RZ_NONE};
    bool completes = link->prep == RZ_C_TO || link->prep == RZ_C_AGAINST || link->prep == RZ_C_WITH || link->prep == RZ_C_FROM || link->prep == RZ_C_BETWEEN || link->prep == RZ_C_IN || link->prep == RZ_C_AGENT;
    if (tells_scene(link->prep)) return true;
    if (!completes || link->prep_token == RZ_NONE || link->prep_token == 0) return false;
    rz_govern(s, &outer, link->prep_token);
    return outer.kind == RZ_LINK_OF && tells_scene(outer.prep);
}

/* «با میانجیگری X، Y و Z مذاکره کردند», «در پی حمله X، Y و Z خواستار نشست شدند»: who does it is joined by «و», and no comma brings
 * another («در پی حملات X، Y و Z، مردم …»); what stands before only says how it came about. */
static bool sets_scene(const rz_scene *s, uint32_t j, uint32_t next, uint32_t verb) {
    bool scene = in_scene(s, &s->links[j]);
    uint32_t end, other = scene && rz_class_at(s, next, &end) == RZ_C_AND && end < s->text->n_tokens ? s->mention_at[end] : RZ_NONE;
    if (other == RZ_NONE) return false;
    for (uint32_t t = s->mentions->at[other].last; t < verb; t++)
        if (s->text->tokens[t].punct == ',') return false;
    return true;
}

/* «در دیدار با X، Y گفت»: the comma closes what is told of X; a list goes on to an «and». */
static bool closes_adjunct(const rz_scene *s, uint32_t j, uint32_t i) {
    const rz_mention *m = &s->mentions->at[i];
    uint32_t clause = s->clause_of[m->first], end, last = m->describes != RZ_NONE && s->mentions->at[m->describes].last > m->last ? s->mentions->at[m->describes].last : m->last;
    uint32_t from = s->text->sentences[rz_token_sentence(s, m->first)].first, start;
    bool ended = s->links[j].list == j || rz_class_before(s, s->mentions->at[j].first, from, false, &start) == RZ_C_AND; /* «با X و Y، Z گفت» */
    if (s->links[j].kind == RZ_LINK_FREE || !ended || s->clauses[clause].verb == RZ_NONE || s->clause_of[s->mentions->at[j].first] != clause) return false;
    uint32_t verb = s->text->verbs[s->clauses[clause].verb].first;
    if (verb < last) return false;
    uint32_t next = s->text->tokens[last].punct == ',' ? last + 1 : last; /* «با X، Y، و Z» */
    if (s->text->verbs[s->clauses[clause].verb].plural) return sets_scene(s, j, next, verb) && !subject_before(s, j, clause);
    if (rz_class_at(s, next, &end) == RZ_C_AND || (next > last && s->mention_at[next] != RZ_NONE)) return false;
    return !subject_before(s, j, clause);
}

/* «در پاسخ به اقدام X، Y را اخراج کرد» */
static bool is_object_apart(const rz_scene *s, uint32_t i) {
    uint32_t end, last = s->links[i].last;
    return last < s->text->n_tokens && rz_class_at(s, last, &end) == RZ_C_OBJECT;
}

/* «X (معاون …) و Y»: where the brackets that end before the token begin, or the token itself. */
static uint32_t before_brackets(const rz_scene *s, uint32_t token, uint32_t from) {
    enum { LONGEST = 16 };
    if (token <= from || s->text->tokens[token - 1].punct != ')') return token;
    for (uint32_t t = token - 1; t-- > from && token - t < LONGEST;)
        if (s->text->tokens[t].punct == '(') return t;
    return token;
}

/* «این گروه، X و Y»: stands for a body, and in a list with bodies and states. */
static bool stands_for_body(const rz_scene *s, uint32_t i) {
    const rz_mention *m = &s->mentions->at[i];
    return m->kind == RZ_M_PRONOUN && m->row != RZ_NONE && rz_row_has(s->g->data, m->row, "kind", "body");
}

static bool one_family(const rz_scene *s, uint32_t j, uint32_t i) {
    int a = rz_family(&s->mentions->at[j]), b = rz_family(&s->mentions->at[i]);
    bool sent = a == 1 && b == 2 && s->mentions->at[i].kind == RZ_M_STATE && rz_delegation_at(s, s->mentions->at[i].first); /* «میان X و هیئت Y» */
    return a == b || sent || (a == 2 && stands_for_body(s, i)) || (b == 2 && stands_for_body(s, j));
}

/* «دو شرکت X و یک فرد Y»: where the words begin that Y only tells whose they are. */
static uint32_t before_people(const rz_scene *s, uint32_t i, uint32_t first, uint32_t from) {
    enum { MOST = 3 };
    uint32_t start, end, last = s->mentions->at[i].last;
    bool land = s->mentions->at[i].kind == RZ_M_STATE, body = s->mentions->at[i].kind == RZ_M_ORGANISATION;
    for (uint32_t t = first; (land || body) && t > from + 2 && first - t < MOST && s->mention_at[t - 1] == RZ_NONE; t--) /* «با X و نمایندگان [گروه] Y», «بین دولت X و دولت Y» */
        if (rz_acts_for(s, t - 1, first) && rz_class_before(s, t - 1, from, false, &start) == RZ_C_AND) return t - 1;
    bool acts = first > from + 2 && (land || body) && s->mention_at[first - 1] == RZ_NONE && rz_acts_for(s, first - 1, first);
    bool middle = acts && s->text->tokens[first - 2].punct == ',' && last < s->text->n_tokens && rz_class_at(s, last, &end) == RZ_C_AND; /* «X، دولت Y و Z» */
    if (acts) return middle ? first - 1 : first;
    bool people = land && first >= from + 2 && rz_listed_end(s, rz_row_find(s->g->data, RZ_WORDS, RZ_STR("name-people")), first - 1) == first;
    return people ? rz_counted_from(s, first - 1, from) : first;
}

/* «بین هیئت X به ریاست J و هیئت Y»: the state or body whose delegation J leads; RZ_NONE where he leads none. */
static uint32_t led_by(const rz_scene *s, uint32_t j) {
    enum { NEAR = 3 };
    const rz_link *link = &s->links[j];
    if (link->kind != RZ_LINK_PREP || link->prep != RZ_C_HEAD || link->list != j) return RZ_NONE;
    for (uint32_t k = j; k-- > 0 && j - k <= NEAR;)
        if (s->mentions->at[k].head == RZ_NONE && s->links[k].last == link->prep_token) return rz_family(&s->mentions->at[k]) == 2 ? k : RZ_NONE;
    return RZ_NONE;
}

uint32_t rz_comes_from(const rz_scene *s, uint32_t land) {
    const rz_link *link = &s->links[land];
    if (land == 0 || !is_land(s, land) || link->kind != RZ_LINK_PREP || link->prep != RZ_C_FROM || link->list != land) return RZ_NONE;
    uint32_t who = s->mentions->at[land - 1].head != RZ_NONE ? s->mentions->at[land - 1].head : land - 1;
    uint32_t head = s->links[who].list, first = rz_told_from(s, head), start;
    bool with = s->links[head].kind == RZ_LINK_PREP || (first && s->text->tokens[first - 1].punct == ',' && rz_class_before(s, first - 1, s->clauses[link->clause].first, false, &start) == RZ_C_OWN); /* «با همتایان خود، X» */
    return with && s->mentions->at[who].kind == RZ_M_PERSON && s->links[who].last == link->prep_token ? who : RZ_NONE;
}

/* «X، Y و... و Z»: before «و» and its dots. */
static uint32_t before_dots(const rz_scene *s, uint32_t start, uint32_t from) {
    uint32_t at = start, and_one;
    while (at > from && s->text->tokens[at - 1].punct == '.') at--;
    return at < start && at > from && rz_class_before(s, at, from, false, &and_one) == RZ_C_AND ? and_one : start;
}

/* «وزرای خارجه X Y Z»: one more state of the office told before, with no mark between. */
static bool one_more_state(const rz_scene *s, uint32_t i) {
    if (!i) return false;
    const rz_mention *m = &s->mentions->at[i], *before = m - 1;
    return m->kind == RZ_M_OFFICE && m->office != RZ_NONE && m->office == before->office && before->last == m->first && before->head == RZ_NONE && !(rz_types_at(s->text, m->first) & RZ_TYPE(RZ_OFFICE));
}

/* The mention before, where this one goes on a list with it: «X و Y», «X، Y و Z». */
uint32_t rz_goes_on_list(const rz_scene *s, uint32_t i, uint32_t first, uint32_t from) {
    uint32_t own = first;
    if (one_more_state(s, i)) return i - 1;
    first = before_people(s, i, own, from);
    if (first < from + 2) return RZ_NONE;
    bool told = s->mentions->at[i].kind == RZ_M_STATE && (s->mentions->at[i].whose == RZ_WHOSE_THIS || s->mentions->at[i].whose == RZ_WHOSE_BOTH);
    if (told && s->text->tokens[first - 1].punct) return RZ_NONE; /* «در سفر به X، این کشور را ترک کرد», «…، دو کشور سندی امضا کردند» */
    if (rz_says_where(s, i)) return RZ_NONE;
    uint32_t start = first - 1;
    const rz_token *p = &s->text->tokens[first - 1];
    if (p->punct == '-') return dashed(s, i, first);
    if (p->punct != ',' && p->punct != ';' && rz_class_before(s, first, from, false, &start) != RZ_C_AND) return RZ_NONE;
    bool headline = first >= s->article->title_first && first < s->article->title_last;
    if (p->punct == ';' && headline) return RZ_NONE; /* «سفر X به Y؛ Z …»: the title has said its first half */
    if (start > from && s->text->tokens[start - 1].punct == ',') start--; /* «X، و Y» */
    start = before_dots(s, start, from);
    uint32_t whole = start; /* «X (وزیر خارجه Y) و Z»: the brackets may be of what is told of X */
    start = before_brackets(s, start, from);
    for (uint32_t j = i; j-- > 0 && i - j < 6;) {
        if (s->mentions->at[j].head != RZ_NONE) continue;
        uint32_t end = s->links[j].last == whole ? start : s->links[j].last;
        if (end > start) continue;
        j = described_by(s, j, i, start);
        end = s->links[j].last == whole ? start : s->links[j].last;
        uint32_t hailing = rz_family(&s->mentions->at[i]) == 1 && end == start ? rz_comes_from(s, j) : RZ_NONE;
        if (hailing != RZ_NONE) j = hailing, end = start; /* «با X از A و Y از B» */
        while (end < start && rz_is_quote(&s->text->tokens[end])) end++;
        if (first < own && s->links[j].kind == RZ_LINK_OF && s->links[j].prep_token != RZ_NONE) return RZ_NONE; /* «در آتش‌بس ۱۵۰ زندانی X و ۶۰ اسیر Y آزاد شدند» */
        if (first < own && p->punct == ',' && s->links[j].prep == RZ_C_IN && is_land(s, j)) return RZ_NONE; /* «در X، ده دیپلمات Y اخراج شدند» */
        if (end != start && only_describes(s, j, i, start)) end = start;
        if (end != start || (p->punct == ',' && (is_source(s, j, from) || is_besides(s, j) || came_before(s, j) || is_place_of(s, j, i) || closes_adjunct(s, j, i) || is_object_apart(s, i)))) return RZ_NONE;
        uint32_t led = rz_family(&s->mentions->at[i]) == 2 ? led_by(s, j) : RZ_NONE;
        if (led != RZ_NONE) return led;
        bool third = s->mentions->at[j].kind == RZ_M_COLLECTIVE && s->mentions->at[j].state2 != RZ_NONE && s->mentions->at[i].kind == RZ_M_STATE;
        bool closed = p->punct == ',' && s->links[j].list != j && s->mentions->at[i].kind == RZ_M_PERSON; /* «با تنش دو کشور X و Y، وزیر …» */
        uint32_t head = s->links[j].list; /* «نمایندگان X، Y و Z و وزیر …» */
        bool officials = by_officials(s, j) || by_officials(s, head) || (s->mentions->at[head].kind == RZ_M_COLLECTIVE && one_family(s, head, i));
        bool with = s->links[j].kind == RZ_LINK_PREP && s->links[j].prep == RZ_C_WITH && !p->punct;
        bool and = s->links[j].kind == RZ_LINK_FREE && !p->punct && by_officials(s, i) && (first < own || rz_officials_at(s, first)); /* «X و مقامات Y» */
        bool body = with && (s->mentions->at[i].kind == RZ_M_ORGANISATION || by_officials(s, i) || (s->mentions->at[j].kind == RZ_M_ORGANISATION && s->mentions->at[i].kind == RZ_M_PERSON)); /* «با X و مجلس Y», «با X و مقامات Y», «با سازمان اطلاعات Y و X» */
        return one_family(s, j, i) || (officials && !closed) || third || body || and ? j : RZ_NONE; /* «سران X، Y و Z» */
    }
    return RZ_NONE;
}

uint32_t rz_list_last(const rz_scene *s, uint32_t mention) {
    enum { MOST = 16 };
    uint32_t last = mention;
    for (uint32_t i = mention + 1; i < s->mentions->n && i < mention + MOST && s->links[i].clause == s->links[mention].clause; i++)
        if (s->links[i].list == s->links[mention].list && s->mentions->at[i].head == RZ_NONE) last = i;
    return last;
}

void rz_list_add(rz_found *found, rz_found_event *e, uint32_t m, const char *role) {
    enum { MOST = 16 };
    const rz_scene *s = &found->scene;
    for (uint32_t i = m; i < s->mentions->n && i < m + MOST; i++)
        if (s->links[i].list == s->links[m].list && s->mentions->at[i].head == RZ_NONE) rz_part_add(found, e, i, role);
}

bool rz_list_closes(const rz_scene *s, uint32_t mention) {
    uint32_t start, last = rz_list_last(s, mention);
    return last != mention && rz_class_before(s, s->mentions->at[last].first, s->mentions->at[mention].last, false, &start) == RZ_C_AND;
}
