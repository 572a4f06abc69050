/* What one line alone cannot show wrong: required keys, references, the shape of values. */
#include <stdio.h>

#include "data/build.h"

enum { NAME_LETTERS_MAX = 200 };

typedef struct {
    rz_build *b;
    rz_draft_row *row;
    rz_draft_field *field;
    const char *key;
} place;

#define WRONG(p, ...) rz_complain((p)->b, (p)->row->file, (p)->field->line, __VA_ARGS__)
#define SHOWN(s) (int)((s).size < 60 ? (s).size : 60), (s).at

static bool known(const rz_build *b, uint32_t types, rz_str id) {
    for (int t = 0; t < RZ_ROW_TYPES; t++)
        if ((types >> t & 1) && rz_build_find(b, (rz_row_type)t, id) != RZ_NONE) return true;
    return false;
}

/* Of the base, what refers to a deleted row goes with it; of a file, it is a mistake. */
static void check_ref(place *p, uint32_t types, rz_str id) {
    if (known(p->b, types, id)) return;
    if (!p->row->file) {
        p->field->gone = true;
        return;
    }
    char wanted[96] = "";
    size_t n = 0;
    for (int t = 0; t < RZ_ROW_TYPES; t++)
        if (types >> t & 1)
            n += (size_t)snprintf(wanted + n, sizeof wanted - n, "%s%s", n ? " or " : "", rz_schema_of((rz_row_type)t)->type);
    WRONG(p, "%s: there is no %s %.*s", p->key, wanted, SHOWN(id));
}

static bool bound(rz_str s, bool now) {
    return !s.size || rz_days_written(s).from != RZ_NO_DAY || (now && rz_str_is(s, "now"));
}

/* FROM..TO, either side blank. */
static void check_range(place *p, rz_str range, bool now) {
    for (uint32_t i = 0; i + 1 < range.size; i++) {
        if (range.at[i] != '.' || range.at[i + 1] != '.') continue;
        rz_str from = {range.at, i}, to = {range.at + i + 2, range.size - i - 2};
        rz_day a = rz_days_written(from).from, z = rz_days_written(to).to;
        if (!bound(from, false) || !bound(to, now)) break;
        if (a != RZ_NO_DAY && z != RZ_NO_DAY && z < a) WRONG(p, "%s: %.*s ends before it begins", p->key, SHOWN(range));
        return;
    }
    WRONG(p, "%s: %.*s is no FROM..TO of days like 2020-01-31", p->key, SHOWN(range));
}

enum { A_SEAT = 1u << RZ_STATE | 1u << RZ_ORGANISATION | 1u << RZ_PLACE };

static void check_holds(place *p, rz_str s) {
    rz_str office = rz_str_word(&s), whose = rz_str_word(&s), range = rz_str_word(&s);
    if (!range.size) {
        WRONG(p, "holds wants OFFICE WHOSE FROM..TO [acting] [at SEAT]");
        return;
    }
    check_ref(p, 1u << RZ_OFFICE, office);
    check_ref(p, 1u << RZ_STATE | 1u << RZ_ORGANISATION | 1u << RZ_FORUM | 1u << RZ_BODY, whose);
    check_range(p, range, true);
    while (s.size) {
        rz_str word = rz_str_word(&s);
        if (rz_str_is(word, "at")) check_ref(p, A_SEAT, rz_str_word(&s));
        else if (!rz_str_is(word, "acting"))
            WRONG(p, "holds: after the days only `acting` or `at SEAT` may stand, not %.*s", SHOWN(word));
    }
}

static void check_session(place *p, rz_str s) {
    check_range(p, rz_str_word(&s), false);
    while (s.size) {
        rz_str word = rz_str_word(&s);
        if (rz_str_is(word, "summit") || rz_str_is(word, "ministerial") || rz_str_is(word, "-")) continue;
        check_ref(p, 1u << RZ_PLACE | 1u << RZ_STATE, word);
    }
}

static bool is_iso(rz_str s) {
    for (uint32_t i = 0; i < s.size; i++)
        if (s.at[i] < 'A' || s.at[i] > 'Z') return false;
    return s.size == 3;
}

static bool is_one_of(rz_str s, const char *words) {
    rz_str all = rz_str_of(words);
    while (all.size)
        if (rz_str_same(rz_str_word(&all), s)) return true;
    return false;
}

static void check_value(place *p, const rz_key_schema *k) {
    rz_str s = p->field->value;
    switch (k->kind) {
    case RZ_VALUE_REFS:
        while (s.size) check_ref(p, k->refs, rz_str_word(&s));
        break;
    case RZ_VALUE_HOLDS: check_holds(p, s); break;
    case RZ_VALUE_SESSION: check_session(p, s); break;
    case RZ_VALUE_CHECKED:
        if (rz_day_written(rz_str_word(&s)) == RZ_NO_DAY) WRONG(p, "checked wants a day and a source: checked 2026-01-31 …");
        break;
    case RZ_VALUE_ISO:
        if (!is_iso(s)) WRONG(p, "iso wants three capital letters, not %.*s", SHOWN(s));
        break;
    case RZ_VALUE_WORDS:
        if (!is_one_of(s, k->words)) WRONG(p, "%s is one of: %s", p->key, k->words);
        break;
    default: break;
    }
}

static bool has_comment(rz_str s) {
    for (uint32_t i = 0; i + 2 < s.size; i++)
        if (s.at[i] == ' ' && s.at[i + 1] == '#' && s.at[i + 2] == ' ') return true;
    return false;
}

static void check_name(place *p) {
    rz_str s = p->field->value;
    uint32_t n = rz_letters_of(s.at, s.size, NULL, 0);
    if (!n && !rz_schema_of(p->row->type)->bare) WRONG(p, "%s: %.*s has no letter to be found by", p->key, SHOWN(s));
    rz_forms_of forms = {0};
    if (rz_is_pattern(s) && !rz_pattern_forms(p->b, s, &forms)) WRONG(p, "%s: %.*s has more forms than a name may have, or names no row of words", p->key, SHOWN(s));
    if (n > NAME_LETTERS_MAX && !rz_is_pattern(s)) WRONG(p, "%s: a name may have %d letters", p->key, NAME_LETTERS_MAX);
    if (!rz_schema_of(p->row->type)->bare && has_comment(s)) WRONG(p, "%s: a comment stands on a line of its own", p->key);
}

/* People are shown the first name: it is said plainly, and its choices stand behind it. */
static void check_shown(rz_build *b, rz_draft_row *row) {
    enum { SHOWN_TYPES = 1u << RZ_OFFICE | 1u << RZ_BODY | 1u << RZ_ORGANISATION | 1u << RZ_FORUM | 1u << RZ_TOPIC | 1u << RZ_AGREEMENT | 1u << RZ_STATE | 1u << RZ_PLACE };
    for (uint32_t i = 0; i < row->fields.n && (SHOWN_TYPES >> row->type & 1u); i++) {
        rz_draft_field *f = &row->fields.at[i];
        if (!rz_str_is(b->keys.at[f->key], "fa")) continue;
        place p = {b, row, f, "fa"};
        if (rz_is_pattern(f->value)) WRONG(&p, "fa: the first name is shown to people, so it has no choices: %.*s", SHOWN(f->value));
        return;
    }
}

static void check_required(rz_build *b, const rz_draft_row *row) {
    for (const rz_key_schema *k = rz_schema_of(row->type)->keys; k->key; k++) {
        bool there = !k->required;
        for (uint32_t i = 0; i < row->fields.n && !there; i++)
            there = rz_str_is(b->keys.at[row->fields.at[i].key], k->key);
        if (!there)
            rz_complain(b, row->file, row->line, "%s %.*s lacks the key %s", rz_schema_of(row->type)->type, SHOWN(row->id), k->key);
    }
}

static void check_row(rz_build *b, rz_draft_row *row) {
    for (uint32_t i = 0; i < row->fields.n; i++) {
        rz_draft_field *f = &row->fields.at[i];
        const rz_key_schema *k = rz_schema_key(row->type, b->keys.at[f->key]);
        if (!k) continue;
        place p = {b, row, f, k->key};
        check_value(&p, k);
        if (k->name && row->file) check_name(&p);
    }
    if (row->fields.n > UINT16_MAX) rz_complain(b, row->file ? row->file : "base", row->line, "a row may have %d values", UINT16_MAX);
    if (row->file) check_required(b, row), check_shown(b, row);
}

void rz_check_rows(rz_build *b) {
    if (b->keys.n > RZ_MOST_KEYS) rz_complain(b, "tables", 0, "there may be %d keys", RZ_MOST_KEYS);
    for (uint32_t i = 0; i < b->rows.n; i++)
        if (!b->rows.at[i].gone) check_row(b, &b->rows.at[i]);
}
