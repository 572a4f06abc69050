/* Who speaks as one of a house, or for his state in a council, and is named elsewhere: «نماینده مردم X گفت», «عضو کمیسیون Y گفت»,
 * «نماینده چین گفت». */
#include "resolve/resolve.h"

static rz_row list(const rz_cast *cast) { return rz_row_find(cast->data, RZ_WORDS, RZ_STR("voices-of-house")); }

/* «نماینده تبریز»: of a city or province of our country. */
static bool of_district(const rz_cast *cast, uint32_t at) {
    for (rz_hits h = rz_hits_of(cast->text, at, RZ_TYPE(RZ_PLACE)); rz_hits_next(&h);)
        if (!h.hit.tail && rz_row_state(cast->data, h.hit.row) == cast->article->country) return true;
    return false;
}

/* He is said to be of the house, or nothing is said of him. */
static bool may_be(const rz_cast *cast, uint32_t index, bool told) {
    const rz_cast_member *m = &cast->members.at[index];
    if (strcmp(m->shown.kind, "person") != 0 || (m->state != RZ_NONE && m->state != cast->article->country)) return false;
    if (m->office != RZ_NONE) return rz_row_refers(cast->data, list(cast), "offices", m->office);
    return !told;
}

/* Who was told of last as one of the house; RZ_NONE: nobody. */
static uint32_t told_of_house(const rz_cast *cast) {
    for (uint32_t i = cast->recent.n; i-- > 0 && cast->recent.n - i < RZ_LOOK_BACK;)
        if (may_be(cast, cast->recent.at[i], true)) return cast->recent.at[i];
    return RZ_NONE;
}

/* The only one told of so far of whom no table knows what he is. */
static uint32_t only_stranger(const rz_cast *cast) {
    uint32_t one = RZ_NONE;
    for (uint32_t i = cast->recent.n; i-- > 0 && cast->recent.n - i < RZ_LOOK_BACK;) {
        uint32_t who = cast->recent.at[i];
        if (who == one || cast->members.at[who].row != RZ_NONE || !may_be(cast, who, false)) continue;
        if (one != RZ_NONE) return RZ_NONE;
        one = who;
    }
    return one;
}

static uint32_t of_house(rz_cast *cast) {
    uint32_t told = told_of_house(cast);
    if (told != RZ_NONE) return told;
    if (cast->last_subject != RZ_NONE && may_be(cast, cast->last_subject, false)) return cast->last_subject;
    uint32_t stranger = only_stranger(cast);
    if (stranger != RZ_NONE) return stranger;
    rz_row office = rz_row_find(cast->data, RZ_OFFICE, rz_row_get(cast->data, list(cast), "office"));
    return rz_cast_office(cast, office, cast->article->country, RZ_NONE);
}

/* «نماینده چین», where the report is of the council: whom it told to sit there, or who does. */
static uint32_t of_council(rz_cast *cast, rz_row words, rz_row state) {
    rz_row office = rz_row_find(cast->data, RZ_OFFICE, rz_row_get(cast->data, words, "office"));
    uint32_t told = rz_holder_told(cast, office, state);
    if (told != RZ_NONE) return told;
    rz_row council = rz_row_find(cast->data, RZ_ORGANISATION, rz_row_get(cast->data, words, "council"));
    if (!rz_row_there(cast->text, council)) return RZ_NONE;
    return rz_office_holder(cast, office, state, rz_row_find(cast->data, RZ_ORGANISATION, rz_row_get(cast->data, words, "seat")));
}

/* «نماینده X» */
static uint32_t representative_of(rz_cast *cast, const rz_voice *v) {
    const rz_scene *s = &cast->found->scene;
    rz_row words = rz_row_find(cast->data, RZ_WORDS, RZ_STR("voices-representative"));
    uint32_t at = rz_listed_whole(s, words, v->first), m = at > v->first && at < v->last ? s->mention_at[at] : RZ_NONE;
    if (at <= v->first || at >= v->last) return RZ_NONE;
    if (m == RZ_NONE || s->mentions->at[m].kind == RZ_M_PLACE) return of_district(cast, at) ? of_house(cast) : told_of_house(cast);
    bool whole = s->mentions->at[m].last == v->last && s->mentions->at[m].kind == RZ_M_STATE && s->mentions->at[m].row != RZ_NONE;
    return whole ? of_council(cast, words, s->mentions->at[m].row) : RZ_NONE;
}

uint32_t rz_representative(rz_cast *cast, const rz_voice *v) {
    if ((v->kind & (RZ_VOICE_PERSON | RZ_VOICE_SOME)) || (v->kind & RZ_VOICE_KIND) != RZ_VOICE_ONE || v->shown != v->first) return RZ_NONE;
    if (rz_listed_end(&cast->found->scene, list(cast), v->first) == v->first) return representative_of(cast, v);
    uint32_t of = cast->found->scene.mention_at[v->last - 1];
    rz_row state = of == RZ_NONE ? RZ_NONE : rz_state_told(&cast->found->scene, &cast->mentions->at[of]);
    return cast->article->country != RZ_NONE && (state == RZ_NONE || state == cast->article->country) ? of_house(cast) : RZ_NONE;
}
