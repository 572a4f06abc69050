/* Are two of what was found the same event? */
#include "event/status.h"
#include "resolve/merge.h"

/* «نخستین سفر یک مقام بلندپایه X»: whoever of that state. */
static bool some_official(const merger *m, const rz_cast_member *a, const rz_cast_member *b) {
    bool one_state = a->state != RZ_NONE && a->state == b->state;
    bool anyone = one_state && a->row == RZ_NONE && a->office != RZ_NONE && rz_row_has(m->cast->data, a->office, "kind", "epithet");
    return anyone && (!strcmp(b->shown.kind, "person") || (b->office != RZ_NONE && !rz_row_has(m->cast->data, b->office, "kind", "epithet")));
}

/* «پاکستان … را احضار کرد», in the body «وزارت خارجه پاکستان»: the state by its ministry. */
static bool ministry_of(const merger *m, const rz_cast_member *a, const rz_cast_member *b) {
    bool ministry = a->body != RZ_NONE && rz_row_has(m->cast->data, a->body, "kind", "ministry");
    return ministry && a->state != RZ_NONE && b->row == a->state && !strcmp(b->shown.kind, "state");
}

/* «شورای اتحادیه اروپا تحریم کرد», in the title «اتحادیه اروپا»: the whole by its organ. */
bool rz_organ_of(const merger *m, const rz_cast_member *a, const rz_cast_member *b) {
    return a->row != RZ_NONE && rz_row_type_of(m->cast->data, a->row) == RZ_ORGANISATION && rz_row_refers(m->cast->data, a->row, "of", b->row);
}

/* «سفارت X» and «سفارت X در Y» */
static bool same_mission(const rz_cast_member *a, const rz_cast_member *b) {
    return a->body != RZ_NONE && a->body == b->body && a->state != RZ_NONE && a->state == b->state && (a->seat == RZ_NONE) != (b->seat == RZ_NONE);
}

/* «شهردار X» and «شهردار Y»: a report need not tell whose mayor somebody is. */
static bool of_other_town(const rz_cast_member *a, const rz_cast_member *b) {
    return a->town != RZ_NONE && b->town != RZ_NONE && a->town != b->town;
}

/* The same, or an office («سفیر ایران») and somebody who is told to hold it. */
bool rz_same_actor(const merger *m, uint32_t x, uint32_t y) {
    if (x == y) return true;
    const rz_cast_member *a = &m->cast->members.at[x], *b = &m->cast->members.at[y];
    if (ministry_of(m, a, b) || ministry_of(m, b, a) || rz_organ_of(m, a, b) || rz_organ_of(m, b, a) || same_mission(a, b)) return true;
    if (some_official(m, a, b) || some_official(m, b, a)) return true;
    if (a->office == RZ_NONE || a->office != b->office || a->state == RZ_NONE || a->state != b->state || of_other_town(a, b)) return false;
    bool office = !strcmp(a->shown.kind, "office"), other = !strcmp(b->shown.kind, "office");
    if (office && other && (a->seat == RZ_NONE) != (b->seat == RZ_NONE) && rz_row_has(m->cast->data, a->office, "kind", "sent")) return true;
    return office != other && (a->seat == b->seat || a->seat == RZ_NONE || b->seat == RZ_NONE) && (!strcmp(a->shown.kind, "person") || !strcmp(b->shown.kind, "person"));
}

/* One of no name («یک مقام ارشد آمریکایی», «نماینده ویژه آمریکا») and somebody of that state, whom another sentence names. */
bool rz_told_as(const merger *m, uint32_t x, uint32_t y) {
    const rz_cast_member *a = &m->cast->members.at[x], *b = &m->cast->members.at[y];
    if (a->state == RZ_NONE || a->state != b->state || of_other_town(a, b)) return false;
    if (!strcmp(a->shown.kind, "person")) return !strcmp(b->shown.kind, "office") && rz_told_as(m, y, x);
    if (strcmp(a->shown.kind, "office") != 0 || strcmp(b->shown.kind, "person") != 0) return false;
    if (a->office == RZ_NONE || (a->seat != RZ_NONE && !rz_row_has(m->cast->data, a->office, "kind", "sent"))) return false;
    if (rz_row_has(m->cast->data, a->office, "kind", "epithet")) return true;
    return b->row != RZ_NONE && rz_row_has(m->cast->data, a->office, "unique", "no") && rz_row_holds(m->cast->data, b->row, a->office, a->state);
}

bool rz_looks_ahead(const char *status) {
    return !strcmp(status, "planned") || !strcmp(status, "hoped") || rz_called_off(status);
}

bool rz_same_kind(const rz_event_kind *a, const rz_event_kind *b) {
    if (a == b || (rz_kind_is(a, RZ_KIND_SESSION) && rz_kind_is(b, RZ_KIND_SESSION))) return true;
    if (!rz_kind_is(a, RZ_KIND_LOOSE) && !rz_kind_is(b, RZ_KIND_LOOSE)) return false;
    return (rz_kind_is(a, RZ_KIND_CONTACT) && rz_kind_is(b, RZ_KIND_CONTACT)) || rz_kind_is(a, RZ_KIND_ROUNDS) || rz_kind_is(b, RZ_KIND_ROUNDS);
}

rz_row rz_merged_state(const merger *m, uint32_t actor) {
    const rz_cast_member *a = &m->cast->members.at[actor];
    return !strcmp(a->shown.kind, "state") ? a->row : a->state;
}

static bool is_state(const merger *m, uint32_t actor) { return !strcmp(m->cast->members.at[actor].shown.kind, "state"); }

/* «رایزنی تهران و دوحه» of the two ministers: those of b are states, each of which somebody of a serves; of a meeting that
 * one came for («برای دیدار با مقامات عراق»), at least whom it was with. */
static bool told_by_states(const merger *m, const merged *a, const merged *b) {
    uint32_t sides = 0; /* without who mediates */
    if (a->n_actors < 2 || b->n_actors < 2) return false;
    for (uint32_t j = 0; j < b->n_actors; j++) sides += strcmp(b->roles[j], "mediator") != 0;
    if (sides < 2 || a->n_actors < sides) return false;
    bool told = b->n_actors == 2 && a->n_actors == 2 && rz_kind_is(a->kind, RZ_KIND_MET | RZ_KIND_REMOTE); /* «در دیدار طرف ایرانی با X» */
    for (uint32_t j = 0; j < b->n_actors; j++) {
        bool served = !strcmp(b->roles[j], "mediator");
        for (uint32_t i = 0; i < a->n_actors; i++)
            served |= is_state(m, b->actors[j]) ? m->cast->members.at[a->actors[i]].state == m->cast->members.at[b->actors[j]].row
                      : ((b->from->purpose || (!b->verbal && told)) && a->actors[i] == b->actors[j]) || rz_told_as(m, a->actors[i], b->actors[j]);
        if (!served) return false;
    }
    return true;
}

uint32_t rz_shared_actors(const merger *m, const merged *a, const merged *b) {
    if (told_by_states(m, a, b) || told_by_states(m, b, a)) return a->n_actors < b->n_actors ? a->n_actors : b->n_actors;
    uint32_t n = 0;
    for (uint32_t i = 0; i < a->n_actors; i++)
        for (uint32_t j = 0; j < b->n_actors; j++) n += rz_same_actor(m, a->actors[i], b->actors[j]) || rz_told_as(m, a->actors[i], b->actors[j]);
    return n;
}

/* «در این تماس طرف X گفت»: states, for those of a who serve them. */
static uint32_t states_served(const merger *m, const merged *a, const merged *b) {
    uint32_t n = 0;
    for (uint32_t j = 0; j < b->n_actors; j++) {
        bool served = false;
        for (uint32_t i = 0; i < a->n_actors && is_state(m, b->actors[j]); i++)
            served |= a->actors[i] != b->actors[j] && m->cast->members.at[a->actors[i]].state == m->cast->members.at[b->actors[j]].row;
        n += served;
    }
    return n;
}

bool rz_days_overlap(rz_days a, rz_days b) { return a.from <= b.to && b.from <= a.to; }

bool rz_days_agree(rz_days a, rz_days b) { return a.from == RZ_NO_DAY || b.from == RZ_NO_DAY || rz_days_overlap(a, b); }

/* Two places where one event may be: the same, a city and its state, a palace and the capital. */
bool rz_places_agree(const merger *m, rz_row a, rz_row b) {
    if (a == RZ_NONE || b == RZ_NONE || a == b) return true;
    rz_row state = rz_state_of_place(m, a);
    bool arrivals = rz_row_has(m->cast->data, a, "kind", "airport") != rz_row_has(m->cast->data, b, "kind", "airport"); /* «وارد فرودگاه کابل», «وارد کابل» */
    if (arrivals && state != RZ_NONE && state == rz_state_of_place(m, b)) return true;
    bool house = rz_place_within(m->cast->data, a, b) || rz_place_within(m->cast->data, b, a);
    return house || rz_state_of_place(m, a) == b || rz_state_of_place(m, b) == a;
}

/* «در X دیدار و درباره Y گفت‌وگو کردند»: one verb for both, so that the day of the first is the day of the second. */
static bool in_one_breath(const merger *m, const merged *a, const merged *b) {
    const rz_clause *clauses = m->found->scene.clauses;
    uint32_t verb = clauses[a->from->clause].verb;
    return verb != RZ_NONE && verb == clauses[b->from->clause].verb && a->verbal && b->verbal && rz_looks_ahead(a->status) == rz_looks_ahead(b->status);
}

static bool next_days_of(const merged *a, const merged *b) {
    enum { LONGEST_SESSION = 3 };
    rz_day first = a->days.from < b->days.from ? a->days.from : b->days.from, last = a->days.to > b->days.to ? a->days.to : b->days.to;
    return last - first < LONGEST_SESSION;
}

/* Two days of one session, which may last some. */
static bool next_days(const merger *m, const merged *a, const merged *b) {
    if (!rz_kind_is(a->kind, RZ_KIND_SESSION) || a->forum == RZ_NONE || b->forum == RZ_NONE || rz_merged_forum(m, a) != rz_merged_forum(m, b)) return false;
    return next_days_of(a, b);
}

/* Is e what two sides, and no body, sit down for? Not the next round of something. */
bool rz_is_sitting(const merged *e) {
    bool two_leaders = rz_kind_is(e->kind, RZ_KIND_LEADERS) && e->n_actors == 2;
    return (rz_kind_is(e->kind, RZ_KIND_SITS | RZ_KIND_OPEN) || two_leaders) && e->forum == RZ_NONE && !e->from->round;
}

/* «X و Y دیدار کردند. دو وزیر در مذاکرات …», in the title «X: مذاکرات سختی داشتیم», «نشست سران دو کشور»: the same by another name. */
static bool by_other_name(const merger *m, const merged *a, const merged *b) {
    bool one_place = a->place_row != RZ_NONE && a->place_row == b->place_row;
    bool numbered = a->from->ordinal || b->from->ordinal; /* «سومین نشست سران X و Y», «دیدار آنان» */
    if (!rz_is_sitting(a) || !rz_is_sitting(b) || (numbered && !one_place && !b->from->in_title) || rz_looks_ahead(a->status) != rz_looks_ahead(b->status)) return false;
    uint32_t common = rz_shared_actors(m, a, b);
    if (b->from->in_title || b->from->definite) return common && common >= b->n_actors;
    bool same = common > 1 && common == a->n_actors && common == b->n_actors && !rz_kind_is(a->kind, RZ_KIND_ROUNDS) && !rz_kind_is(b->kind, RZ_KIND_ROUNDS);
    if (same && !strcmp(a->status, "denied") && !strcmp(b->status, "denied")) return true; /* «نشستی در کار نیست. … دیداری برگزار نخواهد شد» */
    if (rz_kind_is(a->kind, RZ_KIND_LEADERS) != rz_kind_is(b->kind, RZ_KIND_LEADERS)) return common > 1 && a->n_actors == b->n_actors;
    rz_link link = {.prep_token = RZ_NONE};
    rz_govern(&m->found->scene, &link, b->from->first);
    return !b->verbal && !rz_kind_is(b->kind, RZ_KIND_SESSION) && common > 1 && common >= b->n_actors && (link.prep == RZ_C_IN || link.prep == RZ_C_OCCASION);
}

/* «سفر وزیر خارجه X به Y» in the title, of his deputy in the body: to one place, by an office of one state. */
bool rz_told_in_title(const merger *m, const merged *a, const merged *b) {
    bool visits = rz_kind_is(a->kind, RZ_KIND_JOURNEY) && rz_kind_is(b->kind, RZ_KIND_JOURNEY) && a->place_row != RZ_NONE && b->place_row != RZ_NONE;
    if (!visits || !b->from->in_title || b->verbal || a->n_actors != 1 || b->n_actors != 1 || a->from->in_title) return false;
    const rz_cast_member *guest = &m->cast->members.at[a->actors[0]], *told = &m->cast->members.at[b->actors[0]];
    uint32_t mention = b->from->parts.n == 1 ? b->from->parts.at[0].mention : RZ_SPEAKER;
    bool by_office = mention != RZ_SPEAKER && m->cast->mentions->at[mention].kind == RZ_M_OFFICE;
    return by_office && told->state != RZ_NONE && told->state == guest->state;
}

/* «X در این سفر با Y دیدار کرد»: the visit that X made. */
static bool of_goer(const merger *m, const merged *a, const merged *b) {
    if (!b->from->definite || b->n_actors || !rz_kind_is(b->kind, RZ_KIND_JOURNEY)) return false;
    uint32_t subject = m->found->scene.clauses[b->from->clause].subject, actor = subject == RZ_NONE ? RZ_NONE : m->cast->mentions->at[subject].actor;
    for (uint32_t i = 0; i < a->n_actors && actor != RZ_NONE; i++)
        if (a->actors[i] == actor && !strcmp(a->roles[i], "guest")) return true;
    return false;
}

/* «در اواخر ماه مه … در اواخر ماه ژوئن»: two months, of a year that nothing tells. */
static bool other_months(const merger *m, const merged *a, const merged *b) {
    if (!a->from->times.n || !b->from->times.n || b->from->definite || (a->days.from != RZ_NO_DAY && b->days.from != RZ_NO_DAY)) return false;
    const rz_time_mention *x = &m->cast->mentions->times[a->from->times.at[0]], *y = &m->cast->mentions->times[b->from->times.at[0]];
    bool dates = x->kind == RZ_TIME_DATE && y->kind == RZ_TIME_DATE && x->date.calendar == y->date.calendar;
    return dates && x->date.month && y->date.month && x->date.month != y->date.month && !x->date.last_month && !y->date.last_month;
}

/* «نشست پیشین …»: not the one told of, but where both are told to have been at one place. */
static bool is_one_before(const merged *a, const merged *b) {
    bool there = a->place_row != RZ_NONE && a->place_row == b->place_row;
    return b->from->turn < 0 && a->from->turn == 0 && !b->from->in_title && !there;
}

/* «X پیامی به Y فرستاد. Y نیز به X نوشته بود»: two messages. */
static bool other_way(const merged *a, const merged *b) {
    if (!rz_kind_is(a->kind, RZ_KIND_MESSAGE) || !rz_kind_is(b->kind, RZ_KIND_MESSAGE)) return false;
    for (uint32_t i = 0; i < a->n_actors; i++)
        for (uint32_t j = 0; j < b->n_actors; j++)
            if (a->actors[i] == b->actors[j] && !strcmp(a->roles[i], "sender") && !strcmp(b->roles[j], "recipient")) return true;
    return false;
}

/* Has somebody of the state the role in e? */
static bool state_is(const merger *m, const merged *e, rz_row state, const char *role) {
    for (uint32_t i = 0; i < e->n_actors && state != RZ_NONE; i++)
        if (!strcmp(e->roles[i], role) && rz_merged_state(m, e->actors[i]) == state) return true;
    return false;
}

/* «اخراج این دو دیپلمات»: those told of, whoever they are taken for. */
static bool of_those_told(const merger *m, const merged *e) {
    for (uint32_t i = 0; i < e->from->parts.n && !e->verbal; i++) {
        uint32_t who = e->from->parts.at[i].mention, last;
        if (who < RZ_SPEAKER && rz_class_at(&m->found->scene, m->cast->mentions->at[who].first, &last) == RZ_C_DEFINITE) return true;
    }
    return false;
}

/* «X در پاسخ به اخراج دو دیپلمات خود از Y، دو دیپلمات Y را اخراج کرد»: two deeds; not where both do it to each other. */
bool rz_is_answer(const merger *m, const merged *a, const merged *b) {
    if (!rz_kind_is(a->kind, RZ_KIND_EXPULSION | RZ_KIND_SANCTION | RZ_KIND_ATTACK) || of_those_told(m, a) || of_those_told(m, b)) return false;
    bool turned = false;
    for (uint32_t i = 0; i < a->n_actors; i++) {
        rz_row state = rz_merged_state(m, a->actors[i]);
        bool does = !strcmp(a->roles[i], "subject");
        if (does && state_is(m, b, state, "subject")) return false;
        turned |= state_is(m, b, state, does ? "object" : "subject");
    }
    return turned;
}

/* Do the words of the deed and its verb stand in the list? */
static bool told_by(const merger *m, const merged *e, const char *list) {
    const rz_clause *c = &m->found->scene.clauses[e->from->clause];
    uint32_t last = e->verbal && c->verb != RZ_NONE ? m->cast->text->verbs[c->verb].last : e->from->last;
    return rz_listed_within(&m->found->scene, rz_row_find(m->cast->data, RZ_WORDS, rz_str_of(list)), e->from->first, last > e->from->last ? last : e->from->last);
}

static bool shut_by_verb(const merger *m, const merged *e) { return e->from->evoked == RZ_EVOKED_VERB && told_by(m, e, "shutting"); }

/* «سفارتش را گشود. … سفارتش را تعطیل کرده بود»: what was shut, and what was opened. */
bool rz_merge_turned_about(const merger *m, const merged *a, const merged *b) {
    const rz_scene *s = &m->found->scene;
    if (!rz_kind_is(a->kind, RZ_KIND_RELATIONS) || !rz_kind_is(b->kind, RZ_KIND_RELATIONS) || rz_token_sentence(s, a->from->first) == rz_token_sentence(s, b->from->first)) return false;
    return (shut_by_verb(m, a) && told_by(m, b, "opening")) || (shut_by_verb(m, b) && told_by(m, a, "opening"));
}

bool rz_merge_one_course(const merger *m, const merged *a, const merged *b) {
    return (told_by(m, a, "shutting") && told_by(m, b, "shutting")) || (told_by(m, a, "opening") && told_by(m, b, "opening")) || (told_by(m, a, "recalling") && told_by(m, b, "recalling"));
}

/* Sanctions and releases told of one after the other, of no other day. */
static bool told_closely(const merger *m, const merged *a, const merged *b) {
    enum { SENTENCES = 3 };
    uint32_t x = rz_token_sentence(&m->found->scene, a->told_last), y = rz_token_sentence(&m->found->scene, b->from->first);
    bool deed = rz_kind_is(a->kind, RZ_KIND_SANCTION | RZ_KIND_RELEASE) && !strcmp(a->status, b->status);
    return deed && (a->days.from == RZ_NO_DAY) == (b->days.from == RZ_NO_DAY) && (x > y ? x - y : y - x) <= SENTENCES;
}

/* «X که شنبه وارد ایران شده بود، فردا عازم مشهد خواهد شد»: two ways that one sentence tells of. */
static bool goes_further(const merger *m, const merged *a, const merged *b) {
    bool two = a->from->clause != b->from->clause && a->place_row != RZ_NONE && b->place_row != RZ_NONE && a->place_row != b->place_row;
    return two && rz_kind_is(a->kind, RZ_KIND_JOURNEY) && a->verbal && b->verbal && rz_token_sentence(&m->found->scene, a->from->first) == rz_token_sentence(&m->found->scene, b->from->first);
}

/* «هفدهمین نشست فوق‌العاده X در Y آغاز شد. نشست اضطراری وزیران در Y …», «مذاکرات Y»: of nobody in particular, in the same place. */
static bool told_there_again(const merger *m, const merged *a, const merged *b) {
    enum { SENTENCES = 2 };
    bool nobody = !b->n_actors && b->forum == RZ_NONE && !b->from->ordinal && !b->from->turn && !a->from->turn && !b->from->round;
    bool open = a->kind == b->kind && rz_kind_is(a->kind, RZ_KIND_OPEN | RZ_KIND_ROUNDS) && a->place_row != RZ_NONE && a->place_row == b->place_row;
    uint32_t x = rz_token_sentence(&m->found->scene, a->told_last), y = rz_token_sentence(&m->found->scene, b->from->first);
    if (!nobody || !open || !rz_days_agree(a->days, b->days) || (x > y ? x - y : y - x) > SENTENCES) return false;
    const rz_clause *c = &m->found->scene.clauses[b->from->clause];
    uint32_t end = c->last < b->from->last + RZ_REACH ? c->last : b->from->last + RZ_REACH;
    return !rz_class_within(&m->found->scene, b->from->first, end, RZ_C_ALSO); /* «نشست وزیران نیز در Y برگزار شد» */
}

/* «در آستانه نشست X، Y جلسه‌ای برگزار می‌کند», «پس از نشست X، …»: that one sets only the time of what the clause tells. */
static bool sets_time_of(const merger *m, const merged *a, const merged *b) {
    const rz_scene *s = &m->found->scene;
    rz_link link = {.prep_token = RZ_NONE};
    if (a->from->clause != b->from->clause || a->from->evoked != RZ_EVOKED_NOUN || b->from->evoked == RZ_EVOKED_NOUN || b->from->definite || b->from->first < a->from->last) return false;
    if (!rz_kind_is(a->kind, RZ_KIND_SESSION) || !rz_kind_is(b->kind, RZ_KIND_SESSION)) return false;
    rz_govern(s, &link, a->from->first);
    return link.kind == RZ_LINK_PREP && (link.prep == RZ_C_AFTER || link.prep == RZ_C_BEFORE || rz_is_eve(s, &link, a->from->first));
}

uint32_t rz_likeness(const merger *m, const merged *a, const merged *b) {
    enum { SURELY = 1 << 20 }; /* more than all that may be alike */
    if (sets_time_of(m, a, b)) return 0;
    if ((!rz_same_kind(a->kind, b->kind) && !by_other_name(m, a, b) && !rz_merge_own_session(m, a, b)) || (a->count > 1) != (b->count > 1)) return 0;
    if ((a->from->ranked && b->from->lapsed) || (b->from->ranked && a->from->lapsed)) return 0; /* «این اولین سفر او است. قرار بود هفته گذشته برود» */
    if (a->from->frame->ends_state != b->from->frame->ends_state) return 0; /* «X که برکنار شد، به ریاست Y منصوب شد» */
    if (a->from->ordinal && b->from->ordinal && a->from->ordinal != b->from->ordinal) return 0; /* «هشتمین اجلاس … نهمین اجلاس» */
    bool numbered = (a->from->ordinal != 0) != (b->from->ordinal != 0) && rz_kind_is(a->kind, RZ_KIND_ROUNDS | RZ_KIND_LOOSE) && rz_kind_is(b->kind, RZ_KIND_ROUNDS | RZ_KIND_LOOSE);
    if (numbered && rz_called_off(a->status) != rz_called_off(b->status) && !b->from->definite) return 0; /* «خواست مذاکره کند. دور ششم مذاکرات لغو شد» */
    if (rz_one_table(m, a, b) || rz_one_to_come(m, a, b) || rz_merge_own_session(m, a, b)) return 2;
    bool both_dated = a->days.from != RZ_NO_DAY && b->days.from != RZ_NO_DAY;
    if (both_dated && !rz_days_overlap(a->days, b->days) && !next_days(m, a, b) && !rz_ends_visit(m, a, b)) return 0;
    if ((a->from->clause != b->from->clause && rz_merge_is_another(m, b)) || other_months(m, a, b) || rz_merge_other_deed(m, a, b) || is_one_before(a, b) || rz_merge_old_news(m, a, b)) return 0;
    if (rz_merge_other_company(m, a, b) || rz_merge_other_signers(m, a, b) || other_way(a, b) || rz_merge_each_acts(m, a, b) || rz_merge_turned_about(m, a, b) || rz_merge_another_year(m, a, b) || rz_merge_sides_turned(m, a, b)) return 0;
    if (rz_named_alike(m, a, b)) return 2 + both_dated * 3;
    bool conflict = rz_looks_ahead(a->status) != rz_looks_ahead(b->status) && !rz_came_to_nothing(a, b);
    if (conflict && (rz_merge_one_turn(m, a, b) || rz_was_foretold(m, a, b) || rz_was_foretold(m, b, a))) conflict = false;
    bool announced = !rz_kind_is(a->kind, RZ_KIND_CONTACT) && (a->from->announced || b->from->announced) && a->place_row != RZ_NONE && b->place_row != RZ_NONE;
    bool one_course = rz_under_way(m, a, b) || rz_told_in_present(m, a, b);
    if (conflict && a->stated && b->stated && !b->from->definite && !announced && !one_course) return 0;
    if (conflict && goes_further(m, a, b)) return 0;
    if (conflict && rz_kind_is(b->kind, RZ_KIND_LOOSE) && b->verbal && b->n_actors < 2 && !b->from->definite) return 0; /* «پس از تماس X و Y … هیئت X می‌رود تا گفت‌وگو کند» */
    if (rz_kind_is(a->kind, RZ_KIND_RELATIONS) && a->verbal && b->verbal && !a->from->in_title && !strcmp(a->status, "alleged") != !strcmp(b->status, "alleged")) return 0; /* «ادعا شد روابط از سر گرفته می‌شود. … سفارت دو کشور باز می‌شود» */
    if (!rz_places_agree(m, a->place_row, b->place_row)) return 0;
    if (a->forum != RZ_NONE && b->forum != RZ_NONE && rz_merged_forum(m, a) != rz_merged_forum(m, b)) return 0;
    bool one_session = rz_kind_is(a->kind, RZ_KIND_SESSION | RZ_KIND_VOTE) && a->forum != RZ_NONE && b->forum != RZ_NONE;
    if (one_session && conflict && b->from->occasion && rz_looks_ahead(b->status)) conflict = false; /* «آغاز شد. در حاشیه نشست … خواهد کرد» */
    if (a->kind != b->kind && rz_kind_is(a->kind, RZ_KIND_SESSION) && !one_session && !b->from->definite && !rz_is_sitting(a)) return 0;
    if (one_session && !(conflict && a->stated && b->stated)) return 1 + both_dated * 3 + (rz_told_pluperfect(m, a) ? 0 : 1 + 2 * !conflict); /* of two, not the one that had been before */
    if (rz_one_number(m, a, b) && !conflict) return 2 + both_dated * 3;
    uint32_t common = rz_told_in_title(m, a, b) ? b->n_actors : rz_shared_actors(m, a, b), fewer = a->n_actors < b->n_actors ? a->n_actors : b->n_actors;
    if ((b->from->definite || rz_kind_is(b->kind, RZ_KIND_LOOSE)) && common < fewer) common += states_served(m, a, b); /* «گفت‌وگوهای خوبی با طرف X داشتیم» */
    else if (rz_kind_is(a->kind, RZ_KIND_LOOSE) && common < fewer) common += states_served(m, b, a);
    else if (common < fewer && told_closely(m, a, b)) common += states_served(m, a, b) + states_served(m, b, a); /* «مقام‌های X», «نمایندگان مجلس X» */
    if (!common && rz_merge_one_delegation(m, a, b)) common = fewer;
    bool one_sitting = !fewer && both_dated && a->kind == b->kind && rz_kind_is(a->kind, RZ_KIND_OPEN) && !conflict && next_days_of(a, b);
    if (told_there_again(m, a, b) && !conflict) return 2;
    if (one_sitting && (!a->verbal || !b->verbal)) return 2; /* «در پایان نشست X …. نشست وزیران روز یکشنبه …» */
    if (b->n_actors == 0 && !b->from->definite) return 0;
    if (common < fewer && common < 2) return 0;
    if (!fewer && !b->from->definite) return 0;
    bool one_dated = (a->days.from != RZ_NO_DAY) != (b->days.from != RZ_NO_DAY) && !in_one_breath(m, a, b);
    if (one_dated && a->verbal && b->verbal && !b->from->definite && !one_course && (conflict || (rz_long_ago(m, a, b) && !rz_told_at_length(m, a, b)))) return 0;
    if ((a->forum != RZ_NONE) != (b->forum != RZ_NONE) && rz_kind_is(a->kind, RZ_KIND_CONTACT) && !b->from->definite && !(common > 1 && (a->from->in_title || b->from->in_title))) return 0;
    if (of_goer(m, a, b)) return SURELY;
    if (b->from->definite) common += (a->n_proofs < 4 ? a->n_proofs : 4) + 2 * a->verbal;
    return 1 + common * 4 + both_dated * 3 + !conflict * 2 + (a->place_row == b->place_row) + (b->from->definite ? 1 : 0);
}

/* «فردا در نشست X شرکت می‌کند. این نشست که قرار بود آذر برگزار شود، به تعویق افتاده بود»: it is on again, or was held. */
bool rz_put_off_before(const merger *m, const merged *to, const merged *e) {
    const rz_scene *s = &m->found->scene;
    uint32_t verb = s->clauses[e->from->clause].verb;
    bool before = verb != RZ_NONE && s->text->verbs[verb].tense == RZ_PLUPERFECT;
    bool came = to->from->evoked == RZ_EVOKED_VERB && rz_kind_is(to->kind, RZ_KIND_JOURNEY) && to->days.from != RZ_NO_DAY && !strcmp(to->status, "held");
    if (came) return true; /* «صبح چهارشنبه وارد X شد. این سفر را یک روز به تأخیر انداختند» */
    return before && to->stated && (!strcmp(to->status, "planned") || !strcmp(to->status, "held"));
}
