/* Whose country «کشورمان» is, as far as an outlet or the words of the text tell. */
#include "mention/mention.h"

bool rz_writes_persian(const rz_data *data, rz_str state) {
    rz_row ours = rz_row_find(data, RZ_WORDS, RZ_STR("name-ours"));
    for (uint32_t i = 0; ours != RZ_NONE && i < rz_fields_of(data, ours); i++) {
        rz_field f = rz_field_at(data, ours, i);
        if (f.key == rz_key(data, "home") && f.value.size == state.size && memcmp(f.value.at, state.at, state.size) == 0) return true;
    }
    return false;
}

rz_row rz_outlet_home(const rz_data *data, rz_row outlet, bool own) {
    rz_str home = rz_row_get(data, outlet, "home"), state = rz_row_get(data, outlet, "state");
    if (home.size) return rz_row_find(data, RZ_STATE, home);
    return state.size && (own || rz_writes_persian(data, state)) ? rz_row_find(data, RZ_STATE, state) : RZ_NONE;
}

static bool same_letters(const rz_text *text, const rz_hit *x, const rz_hit *y) {
    const rz_token *t = text->tokens;
    uint32_t from_x = t[x->first].letters_start, from_y = t[y->first].letters_start, n = rz_letters_end(&t[x->last - 1]) - from_x;
    return n == rz_letters_end(&t[y->last - 1]) - from_y && memcmp(text->letters + from_x, text->letters + from_y, n) == 0;
}

/* Words and month names that only the press of one country uses (data/names.txt): two different ones tell. */
rz_row rz_country_of_words(const rz_text *text) {
    rz_row telling = rz_row_find(text->data, RZ_WORDS, RZ_STR("name-written-in"));
    rz_hit seen = {0};
    for (uint32_t t = 0; rz_row_there(text, telling) && t < text->n_tokens; t++)
        for (rz_hits hits = rz_hits_listed(text, t, telling); rz_hits_next(&hits);) {
            const rz_hit *h = &hits.hit;
            if (seen.last && !same_letters(text, &seen, h)) return rz_row_state(text->data, telling);
            if (!seen.last) seen = *h;
        }
    return RZ_NONE;
}
