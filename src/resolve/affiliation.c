/* Of whom no table knows: he is of the state of what the words after his name say that he belongs to. */
#include "resolve/resolve.h"

/* «معاون …», «عضو …»: a word of what somebody is. */
static bool role_at(const rz_cast *cast, uint32_t token) {
    rz_row roles = rz_row_find(cast->data, RZ_WORDS, RZ_STR("name-role"));
    for (rz_hits h = rz_hits_listed(cast->text, token, roles); rz_hits_next(&h);)
        if (h.hit.row == roles) return true;
    return false;
}

/* Are tokens [from, to) words of one phrase? */
static bool one_phrase(const rz_text *t, uint32_t from, uint32_t to) {
    for (uint32_t i = from; i < to; i++)
        if (t->tokens[i].kind != RZ_TOKEN_WORD || t->tokens[i].verb != RZ_NONE || (t->tokens[i].pos & RZ_POS_PREP)) return false;
    return true;
}

static rz_row state_of(const rz_cast *cast, const rz_mention *m, bool beside) {
    switch (m->kind) {
    case RZ_M_ORGANISATION: return m->row != RZ_NONE ? rz_row_state(cast->data, m->row) : rz_whose_of(cast, m);
    case RZ_M_OFFICE: return m->head == RZ_NONE && beside ? rz_whose_of(cast, m) : RZ_NONE; /* «نماینده نخست‌وزیر X» */
    case RZ_M_PLACE: return beside && m->row != RZ_NONE ? rz_row_state(cast->data, m->row) : RZ_NONE; /* «استاندار اربیل» */
    default: return RZ_NONE; /* «کارشناس مسائل X»: not his own */
    }
}

rz_row rz_affiliation(const rz_cast *cast, uint32_t mention) {
    enum { REACH = 8 };
    const rz_mentions *all = cast->mentions;
    const rz_text *t = cast->text;
    const rz_mention *m = &all->at[mention], *office = m->describes == RZ_NONE ? NULL : &all->at[m->describes];
    if (office && (office->whose != RZ_WHOSE_NONE || office->seat != RZ_NONE || office->first < m->last)) return RZ_NONE;
    uint32_t from = office ? office->last : m->last, next = (office ? m->describes : mention) + 1;
    if (!office && from < t->n_tokens && t->tokens[from].punct == ',') from++;
    if (next >= all->n || from >= t->n_tokens || all->at[next].first < from || all->at[next].first > from + REACH) return RZ_NONE;
    if ((!office && !role_at(cast, from)) || !one_phrase(t, from, all->at[next].first)) return RZ_NONE;
    rz_row state = state_of(cast, &all->at[next], all->at[next].first <= from + !office);
    return state != RZ_NONE && rz_row_type_of(cast->data, state) == RZ_STATE ? state : RZ_NONE;
}
