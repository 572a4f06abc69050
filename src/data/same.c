/* What the tables write once and the text in many ways. Words with two proper spellings (data/suffixes.txt, `use same`): a name
 * that holds one is found with the others as well. And patterns: «(دیدار/ملاقات) با (الف/ب)» is four names, and (@row) all those of a
 * row of words. */
#include "data/build.h"

enum { LONGEST = 400 };

static bool uses_same(const rz_draft_row *r, uint32_t use) {
    if (r->type != RZ_SUFFIX || r->gone) return false;
    for (uint32_t i = 0; i < r->fields.n; i++)
        if (r->fields.at[i].key == use && !r->fields.at[i].gone && rz_str_is(r->fields.at[i].value, "same")) return true;
    return false;
}

void rz_same_find(rz_build *b, rz_same_words *out) {
    uint32_t use = rz_map_get(&b->key_ids, RZ_STR("use")), form = rz_map_get(&b->key_ids, RZ_STR("form"));
    for (uint32_t i = 0, set = 0; i < b->rows.n; i++) {
        const rz_draft_row *r = &b->rows.at[i];
        if (!uses_same(r, use)) continue;
        set++;
        for (uint32_t k = 0; k < r->fields.n; k++)
            if (r->fields.at[k].key == form && !r->fields.at[k].gone)
                *RZ_PUSH(&b->arena, out) = (struct rz_same_word){r->fields.at[k].value, set};
    }
}

/* Where the form begins a word of the value; its size where it does not. */
static uint32_t begins_at(rz_str value, rz_str form) {
    for (uint32_t i = 0; i + form.size <= value.size; i++) {
        bool start = !i || value.at[i - 1] == ' ' || (i >= 3 && !memcmp(value.at + i - 3, "\xE2\x80\x8C", 3));
        if (start && !memcmp(value.at + i, form.at, form.size)) return i;
    }
    return value.size;
}

static rz_str with(rz_arena *arena, rz_str value, uint32_t at, uint32_t size, rz_str form) {
    uint32_t n = value.size - size + form.size;
    char *out = rz_alloc(arena, n + 1);
    memcpy(out, value.at, at);
    memcpy(out + at, form.at, form.size);
    memcpy(out + at + form.size, value.at + at + size, value.size - at - size);
    out[n] = 0;
    return (rz_str){out, n};
}

uint32_t rz_same_names(rz_build *b, const rz_same_words *same, rz_str value, rz_str *out, uint32_t room) {
    uint32_t n = 1;
    out[0] = value;
    for (uint32_t i = 0; i < same->n && value.size <= LONGEST; i++)
        for (uint32_t v = 0, known = n; v < known; v++) {
            const struct rz_same_word *w = &same->at[i];
            uint32_t at = begins_at(out[v], w->form);
            if (at == out[v].size) continue;
            for (uint32_t k = 0; k < same->n && n < room; k++)
                if (k != i && same->at[k].set == w->set && begins_at(out[v], same->at[k].form) != at)
                    out[n++] = with(&b->arena, out[v], at, w->form.size, same->at[k].form);
        }
    return n;
}

bool rz_has_own_spelling(const rz_build *b, const rz_draft_row *r) {
    for (uint32_t i = 0; i < r->fields.n; i++)
        if (rz_str_is(b->keys.at[r->fields.at[i].key], "spelling") && !r->fields.at[i].gone) return rz_str_is(r->fields.at[i].value, "own");
    return false;
}

/* ---- patterns ---- */

enum { MOST_FORMS = 1024 };

/* The first «(a/b)» or «(@row)» of the value: its brackets; false where there is none. Other brackets are the name's own. */
static bool choice_in(rz_str value, uint32_t *open, uint32_t *close) {
    for (uint32_t i = 0; i < value.size; i++) {
        if (value.at[i] != '(') continue;
        const char *end = memchr(value.at + i, ')', value.size - i), *stroke = memchr(value.at + i, '/', value.size - i);
        if (!end || ((!stroke || stroke > end) && value.at[i + 1] != '@')) continue;
        *open = i;
        *close = (uint32_t)(end - value.at);
        return true;
    }
    return false;
}

bool rz_is_pattern(rz_str value) {
    uint32_t open, close;
    return choice_in(value, &open, &close);
}

static bool forms_with(rz_build *b, rz_str value, uint32_t open, uint32_t close, rz_str one, rz_forms_of *out);

/* Each name of the row in place of the brackets; false where there is none, or it names rows itself. */
static bool forms_of_row(rz_build *b, rz_str value, uint32_t open, uint32_t close, rz_str id, rz_forms_of *out) {
    uint32_t row = rz_build_find(b, RZ_WORDS, id);
    bool good = row != RZ_NONE;
    for (uint32_t i = 0; good && i < b->rows.at[row].fields.n; i++) {
        const rz_draft_field *f = &b->rows.at[row].fields.at[i];
        if (f->gone || !rz_str_is(b->keys.at[f->key], "fa")) continue;
        good = !memchr(f->value.at, '@', f->value.size) && forms_with(b, value, open, close, f->value, out);
    }
    return good;
}

static bool forms_with(rz_build *b, rz_str value, uint32_t open, uint32_t close, rz_str one, rz_forms_of *out) {
    if (one.size && one.at[0] == '@') return forms_of_row(b, value, open, close, (rz_str){one.at + 1, one.size - 1}, out);
    return rz_pattern_forms(b, with(&b->arena, value, open, close + 1 - open, one), out);
}

bool rz_pattern_forms(rz_build *b, rz_str value, rz_forms_of *out) {
    uint32_t open, close;
    if (!choice_in(value, &open, &close)) {
        *RZ_PUSH(&b->arena, out) = value;
        return out->n <= MOST_FORMS;
    }
    for (uint32_t from = open + 1; from <= close;) {
        uint32_t to = from;
        while (to < close && value.at[to] != '/') to++;
        if (!forms_with(b, value, open, close, (rz_str){value.at + from, to - from}, out)) return false;
        from = to + 1;
    }
    return true;
}
