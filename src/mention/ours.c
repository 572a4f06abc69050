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

/* Two different words that only the press of one country uses. */
static bool told_by_two(const rz_text *text, rz_row telling) {
    rz_hit seen = {0};
    for (uint32_t t = 0; rz_row_there(text, telling) && t < text->n_tokens; t++)
        for (rz_hits hits = rz_hits_listed(text, t, telling); rz_hits_next(&hits);) {
            const rz_hit *h = &hits.hit;
            if (seen.last && !same_letters(text, &seen, h)) return true;
            if (!seen.last) seen = *h;
        }
    return false;
}

/* The row of the type whose name, of so many tokens at most, ends before the token; RZ_NONE: none. */
static rz_row name_ending(const rz_text *text, uint32_t end, rz_row_type type, uint32_t longest) {
    for (uint32_t t = end > longest ? end - longest : 0; t < end; t++)
        for (rz_hits h = rz_hits_of(text, t, RZ_TYPE(type)); rz_hits_next(&h);)
            if (h.hit.last == end) return h.hit.row;
    return RZ_NONE;
}

/* «۲۹ ثور», «(۶ میزان)», «روز شنبه ۷ حمل», «۲۸ حوت ۱۴۰۱»: some of the words are others too, so that a day alone does not tell. */
static bool told_by_date(const rz_text *text, rz_row months) {
    enum { DAYS = 32, FIRST_YEAR = 1200, LAST_YEAR = 1500 };
    for (uint32_t t = 1; rz_row_there(text, months) && t < text->n_tokens; t++)
        for (rz_hits hits = rz_hits_listed(text, t, months); rz_hits_next(&hits);) {
            int32_t day = rz_token_number(text, &text->tokens[t - 1]), year = hits.hit.last < text->n_tokens ? rz_token_number(text, &text->tokens[hits.hit.last]) : 0;
            bool bracketed = t > 1 && text->tokens[t - 2].punct == '(', weekday = t > 1 && name_ending(text, t - 1, RZ_WEEKDAY, 2) != RZ_NONE;
            if (day > 0 && day < DAYS && (bracketed || weekday || (year > FIRST_YEAR && year < LAST_YEAR))) return true;
        }
    return false;
}

/* A name of somebody of the type at the tokens before or behind a title, a comma between or none; RZ_NONE: none. */
static rz_row person_beside(const rz_text *text, const rz_hit *office) {
    enum { LONGEST = 6 };
    uint32_t last = office->last, end = office->first;
    if (last < text->n_tokens && text->tokens[last].punct == ',') last++;
    rz_hits behind = rz_hits_of(text, last, RZ_TYPE(RZ_PERSON));
    if (last < text->n_tokens && rz_hits_next(&behind)) return behind.hit.row;
    if (end && text->tokens[end - 1].punct == ',') end--;
    return name_ending(text, end, RZ_PERSON, LONGEST);
}

typedef struct {
    rz_row row, capital;
    rz_row ours, with, counterpart; /* words */
} home;

static bool has_row(const rz_text *text, uint32_t token, rz_row row) {
    if (!rz_row_there(text, row)) return false;
    for (rz_hits h = rz_hits_at(text, token); token < text->n_tokens && rz_hits_next(&h);)
        if (h.hit.row == row) return true;
    return false;
}

static bool is_there(const rz_text *text, home h, uint32_t token) { return has_row(text, token, h.row) || has_row(text, token, h.capital); }

/* Behind the title and what it is of: «معین سیاسی وزارت خارجه». */
static uint32_t title_end(const rz_text *text, uint32_t first, uint32_t last) {
    uint32_t end = last;
    for (uint32_t t = first; t <= last && t < text->n_tokens; t++)
        for (rz_hits h = rz_hits_of(text, t, RZ_TYPE(RZ_OFFICE) | RZ_TYPE(RZ_BODY)); rz_hits_next(&h);)
            if (h.hit.last > end) end = h.hit.last;
    return end;
}

/* «کشور» may follow: its own. */
static bool is_owned(const rz_text *text, uint32_t token) {
    return token < text->n_tokens && rz_hits_of(text, token, RZ_TYPE(RZ_STATE) | RZ_TYPE(RZ_PLACE) | RZ_TYPE(RZ_ORGANISATION)).types;
}

/* «وزیر خارجه X», «با وزیر خارجه X», «همتای Xی»: an office told to be the state's, where our own is told of or where it is met. */
static bool is_told_as_other(const rz_text *text, home h, uint32_t t) {
    bool ours = rz_row_there(text, h.ours);
    if (t + 1 < text->n_tokens && has_row(text, t, h.counterpart) && has_row(text, t + 1, h.row)) return true;
    for (rz_hits o = rz_hits_of(text, t, RZ_TYPE(RZ_OFFICE)); rz_hits_next(&o);)
        if ((ours || (t && has_row(text, t - 1, h.with))) && has_row(text, title_end(text, t, o.hit.last), h.row)) return true;
    return false;
}

/* «سفیر کشورمان در کابل», «وزیر خارجه کشورمان با وزیر خارجه افغانستان»: a state sends nobody to itself and does not meet itself. */
static bool is_another(const rz_text *text, home h) {
    if (!rz_row_there(text, h.row) && !rz_row_there(text, h.capital)) return false;
    for (uint32_t t = 0; t < text->n_tokens; t++) {
        if (is_told_as_other(text, h, t)) return true;
        for (rz_hits o = rz_hits_listed(text, t, h.ours); rz_hits_next(&o);)
            if (is_there(text, h, o.hit.last + 1) || (t > 1 && is_there(text, h, t - 2))) return true;
    }
    return false;
}

/* «وزارت داخله اعلام کرد»: an office by a title of that country's alone, whose it is not told, in a text that tells of the country; not
 * where it stands beside somebody of another («سرپرست وزارت خارجه، علی …»), nor where the same is told to be that country's. */
static bool told_by_office(const rz_text *text, rz_row offices, rz_row telling, home h) {
    bool bare = false, there = rz_row_there(text, telling) || rz_row_there(text, h.row) || rz_row_there(text, h.capital);
    for (uint32_t t = 0; there && rz_row_there(text, offices) && t < text->n_tokens; t++)
        for (rz_hits hits = rz_hits_listed(text, t, offices); rz_hits_next(&hits);) {
            rz_row person = person_beside(text, &hits.hit), his = person == RZ_NONE ? RZ_NONE : rz_row_state(text->data, person);
            uint32_t end = title_end(text, t, hits.hit.last);
            if ((his != RZ_NONE && his != h.row) || has_row(text, end, h.row)) return false;
            bare |= hits.hit.tail == 0 && !is_owned(text, end);
        }
    return bare;
}

static home home_of(const rz_data *data, rz_row state) {
    home h = {.row = state, .capital = rz_row_find(data, RZ_PLACE, rz_row_get(data, state, "capital"))};
    h.ours = rz_row_find(data, RZ_WORDS, RZ_STR("name-ours"));
    h.with = rz_row_find(data, RZ_WORDS, RZ_STR("prep-with"));
    h.counterpart = rz_row_find(data, RZ_WORDS, RZ_STR("name-counterpart"));
    return h;
}

/* What only the press of one country writes (data/names.txt). */
rz_row rz_country_of_words(const rz_text *text) {
    const rz_data *data = text->data;
    rz_row telling = rz_row_find(data, RZ_WORDS, RZ_STR("name-written-in")), offices = rz_row_find(data, RZ_WORDS, RZ_STR("name-written-in-offices"));
    rz_row months = rz_row_find(data, RZ_WORDS, RZ_STR("name-written-in-months")), state = rz_row_state(data, offices);
    home h = home_of(data, state);
    if (told_by_two(text, telling)) return rz_row_state(data, telling);
    if (!told_by_date(text, months) && !told_by_office(text, offices, telling, h)) return RZ_NONE;
    return is_another(text, h) ? RZ_NONE : state;
}
