/* Whose counterpart is meant, and so who: «همتای روسی خود». */
#include "resolve/resolve.h"

/* «X، معاون نخست‌وزیر و وزیر خارجه، با همتای Y خود»: of his offices the one that Y has too. */
static rz_row shared_office(const rz_cast *cast, rz_row person, rz_row office, rz_row state) {
    uint32_t n = 0, k;
    if (state == RZ_NONE || rz_row_type_of(cast->data, state) != RZ_STATE) return office;
    if (office != RZ_NONE) rz_tenures_in(cast->data, state, office, &n);
    if (n || person == RZ_NONE || rz_row_type_of(cast->data, person) != RZ_PERSON) return office;
    const rz_tenure *t = rz_tenures_of(cast->data, person, &n);
    rz_days now = rz_within(cast);
    const rz_tenure *latest = NULL;
    for (uint32_t i = 0; i < n; i++) {
        rz_tenures_in(cast->data, state, t[i].office, &k);
        if (k && rz_may_have_held(&t[i], now) && t[i].seat == RZ_NONE && (!latest || t[i].days.from > latest->days.from)) latest = &t[i];
    }
    return latest ? latest->office : office;
}

/* Of several offices of one who leads no state, that by which he has counterparts, as of foreign affairs; or RZ_NONE. */
static rz_row office_of_counterparts(const rz_cast *cast, rz_row person) {
    uint32_t n;
    rz_row office = RZ_NONE;
    const rz_tenure *t = rz_tenures_of(cast->data, person, &n);
    for (uint32_t i = 0; i < n; i++) {
        if (!rz_may_have_held(&t[i], rz_within(cast))) continue;
        if (rz_str_number(rz_row_get(cast->data, t[i].office, "rank")) >= RZ_HEAD_OF_GOVERNMENT) return RZ_NONE;
        if (rz_row_has(cast->data, t[i].office, "kind", "counterparts")) office = t[i].office;
    }
    return office;
}

/* «منابع آگاه» have no counterpart. */
static rz_row office_named(const rz_cast *cast, uint32_t member, rz_row state) {
    rz_row office = cast->members.at[member].office;
    if (office != RZ_NONE && rz_is_unnamed(cast->found->scene.g, office)) return RZ_NONE;
    bool sure = office == RZ_NONE || rz_within(cast).from != RZ_NO_DAY; /* not where the text calls him something else, of some day */
    rz_row one = sure ? office_of_counterparts(cast, cast->members.at[member].row) : RZ_NONE;
    return one != RZ_NONE ? one : shared_office(cast, cast->members.at[member].row, office, state);
}

/* By the office that the mention itself tells («وزیر خارجه X و همتای …»), where the other state has it too. */
static rz_row office_told(const rz_cast *cast, uint32_t mention, rz_row state) {
    const rz_mention *m = &cast->mentions->at[mention];
    uint32_t n = 0;
    if (m->office != RZ_NONE && !m->counterpart && state != RZ_NONE && rz_row_type_of(cast->data, state) == RZ_STATE) rz_tenures_in(cast->data, state, m->office, &n);
    return n ? m->office : office_named(cast, m->actor, state);
}

/* Who the subject of the mention's own clause is, where he stands before it; or RZ_NONE. */
static uint32_t subject_before(const rz_cast *cast, uint32_t mention) {
    uint32_t clause = cast->found->scene.links[mention].clause, subject = clause == RZ_NONE ? RZ_NONE : cast->found->scene.clauses[clause].subject;
    return subject == RZ_NONE || subject >= mention ? RZ_NONE : cast->mentions->at[subject].actor;
}

/* Whom «و همتای …» or «با همتای …» stands right after, or RZ_NONE. */
static uint32_t beside(const rz_cast *cast, uint32_t mention) {
    const rz_link *links = cast->found->scene.links;
    for (uint32_t i = mention; i-- > 0 && links[i].list == links[mention].list;)
        if (cast->mentions->at[i].head == RZ_NONE) return i;
    uint32_t prep = links[mention].prep_token, before = prep != RZ_NONE && prep ? cast->found->scene.mention_at[prep - 1] : RZ_NONE;
    return before != RZ_NONE && cast->mentions->at[before].head != RZ_NONE ? cast->mentions->at[before].head : before; /* «دیدار X، رئیس‌جمهور Y، با …» */
}

/* The office of whoever meets his counterpart, told right before («دیدار X و همتای …», «دیدار X با همتای …»), else of the subject of the mention's own clause. */
static rz_row office_of_subject(const rz_cast *cast, const rz_mention *m, rz_row state) {
    uint32_t mention = (uint32_t)(m - cast->mentions->at), before = beside(cast, mention);
    rz_row his = before == RZ_NONE || cast->mentions->at[before].actor == RZ_NONE ? RZ_NONE : office_told(cast, before, state);
    if (his != RZ_NONE && cast->members.at[cast->mentions->at[before].actor].state != state) return his;
    uint32_t subject = subject_before(cast, mention);
    return subject == RZ_NONE || cast->members.at[subject].state == state ? RZ_NONE : office_named(cast, subject, state);
}

/* A president's counterpart in a state that has none, or whose prime minister was told of, is who leads that. */
static rz_row leading(rz_cast *cast, rz_row office, rz_row state) {
    bool heads = office != RZ_NONE && rz_row_type_of(cast->data, state) == RZ_STATE && rz_str_number(rz_row_get(cast->data, office, "rank")) >= RZ_HEAD_OF_GOVERNMENT;
    rz_row leader = heads ? rz_row_find(cast->data, RZ_OFFICE, rz_row_get(cast->data, state, "leader")) : RZ_NONE;
    if (leader == RZ_NONE || leader == office || rz_holder_told(cast, office, state) != RZ_NONE) return office;
    return rz_holder_told(cast, leader, state) != RZ_NONE || !rz_office_is_held(cast->data, office, state, rz_within(cast)) ? leader : office;
}

void rz_note_counterpart(rz_cast *cast, uint32_t mention) {
    const rz_mention *m = &cast->mentions->at[mention];
    if (m->describes != RZ_NONE && cast->mentions->at[m->describes].counterpart) cast->members.at[m->actor].counterpart_of = subject_before(cast, m->describes);
}

/* Who was named as his counterpart of that state before, or RZ_NONE. */
static uint32_t named_before(const rz_cast *cast, uint32_t whose, rz_row state) {
    for (uint32_t i = cast->recent.n; i-- > 0 && whose != RZ_NONE && cast->recent.n - i < RZ_LOOK_BACK;) {
        const rz_cast_member *m = &cast->members.at[cast->recent.at[i]];
        if (m->counterpart_of == whose && m->state == state) return cast->recent.at[i];
    }
    return RZ_NONE;
}

/* «همتای روسی وی»: the office of the person before, in another state; «همتای خود»: in the one that he is gone to. */
uint32_t rz_counterpart(rz_cast *cast, const rz_mention *m) {
    rz_row state = rz_whose_state(cast, m);
    uint32_t subject = subject_before(cast, (uint32_t)(m - cast->mentions->at));
    if (subject == RZ_NONE) subject = cast->last_subject;
    if (state == RZ_NONE && subject != RZ_NONE) state = rz_gone_to(cast, m, cast->members.at[subject].state);
    if (state == RZ_NONE) return RZ_NONE;
    uint32_t named = named_before(cast, subject, state);
    if (named != RZ_NONE) return named;
    rz_row office = office_of_subject(cast, m, state);
    if (office == RZ_NONE && cast->last_subject != RZ_NONE) office = office_named(cast, cast->last_subject, state);
    for (uint32_t i = cast->recent.n; i-- > 0 && office == RZ_NONE && cast->recent.n - i < RZ_LOOK_BACK;)
        office = office_named(cast, cast->recent.at[i], state);
    office = leading(cast, office, state);
    return office == RZ_NONE ? RZ_NONE : rz_office_holder(cast, office, state, RZ_NONE);
}
