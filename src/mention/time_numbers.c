/* Numbers in digits and in words of any size, ordinals, and years. */
#include "base/utf8.h"
#include "mention/time_pieces.h"

enum { MOST = 1000000, THOUSAND = 1000 };

/* ---- number words that are written on to each other: «هزارونهصدونود» ---- */

static const rz_time_opening *longest_at(const rz_time_table *t, const uint8_t *letters, uint32_t n) {
    const rz_time_opening *best = NULL;
    for (uint32_t i = t->numbers_at[letters[0]]; i < t->numbers_at[letters[0] + 1]; i++) {
        const rz_time_opening *o = &t->numbers[i];
        if (o->n <= n && (!best || o->n > best->n) && !memcmp(o->letters, letters, o->n)) best = o;
    }
    return best;
}

/* What may be added to a number: «نود» takes up to nine, «هزار» up to 999. */
static int room(int n) { return n % THOUSAND == 0 ? THOUSAND : n % 100 == 0 ? 100 : n % 10 == 0 && n >= 20 ? 10 : 0; }

/* One more number word; false where the two make no number. */
static bool append(int *n, int more, bool joined) {
    if (more == THOUSAND && !joined && *n > 0 && *n < THOUSAND) *n *= THOUSAND;
    else if (joined && more > 0 && more < room(*n)) *n += more;
    else return false;
    return true;
}

bool rz_time_number_glued(const rz_time_finder *f, uint32_t token) {
    enum { LEAST = 5 };
    const rz_token *t = &f->text->tokens[token];
    if (t->kind != RZ_TOKEN_WORD || rz_letters_count(t) < LEAST) return false;
    const uint8_t *w = f->text->letters + t->letters_start;
    uint32_t pair = w[0] * RZ_LETTER_CODES + w[1];
    return f->table->number_opens[pair / 8] >> pair % 8 & 1;
}

/* «سالگی», «ساله»: what may be written on to a number. */
static const rz_time_meaning *long_at(const rz_time_table *t, const uint8_t *letters, uint32_t n) {
    uint32_t pair = n > 2 ? letters[0] * RZ_LETTER_CODES + letters[1] : 0;
    for (uint32_t i = pair ? t->opens[pair] : 0; pair && i < t->opens[pair + 1]; i++) {
        const rz_time_opening *o = &t->openings[i];
        bool is = o->means->word == RZ_W_OLD || (o->means->word == RZ_W_LONG && !o->means->value);
        if (is && o->means->type == RZ_MEANS_TIME && o->n == n && !memcmp(o->letters, letters, n)) return o->means;
    }
    return NULL;
}

/* With `rest`, one that such a word ends. */
static int glued_number(const rz_time_finder *f, uint32_t token, bool *ordinal, const rz_time_meaning **rest) {
    const rz_token *t = &f->text->tokens[token];
    const uint8_t *w = f->text->letters + t->letters_start, and = f->table->and_letter;
    uint32_t left = rz_letters_count(t);
    if (!rz_time_number_glued(f, token)) return -1;
    int n = -1;
    bool joined = false;
    for (const rz_time_opening *o; left; joined = false) {
        if (rest && n > 0 && (*rest = long_at(f->table, w, left))) return n;
        if (n >= 0 && w[0] == and) w++, left--, joined = true;
        if (!left || *ordinal || !(o = longest_at(f->table, w, left))) return -1;
        if (n < 0) n = o->means->value;
        else if (!append(&n, o->means->value, joined)) return -1;
        *ordinal = o->means->ordinal;
        w += o->n, left -= o->n;
    }
    return rest ? -1 : n;
}

int rz_time_glued_long(const rz_time_finder *f, uint32_t token, const rz_time_meaning **means) {
    bool ordinal = false;
    *means = NULL;
    return token < f->limit ? glued_number(f, token, &ordinal, means) : -1;
}

/* ---- numbers ---- */

/* Goes on with «هزار» and «و بیست و یک» behind a number. */
static int more_of(const rz_time_finder *f, int n, uint32_t *last, bool *ordinal) {
    while (!*ordinal && n > 0 && n < MOST) {
        uint32_t p = *last, end;
        bool joined = rz_time_skip(f, &p, RZ_W_AND), own = false;
        const rz_time_meaning *more = rz_time_at(f, p, RZ_MEANS_NUMBER, &end);
        int value = more ? more->value : joined && p < f->limit ? glued_number(f, p, &own, NULL) : -1;
        if (value < 0 || (joined && more && f->text->tokens[p].kind != RZ_TOKEN_WORD) || !append(&n, value, joined)) break;
        *ordinal = more ? more->ordinal : own;
        *last = more ? end : p + 1;
    }
    return n;
}

static int number(const rz_time_finder *f, uint32_t token, uint32_t *last, bool *ordinal) {
    *ordinal = false;
    *last = token;
    const rz_token *t = &f->text->tokens[token];
    if (t->kind == RZ_TOKEN_NUMBER) {
        *last = token + 1;
        int32_t value = rz_token_number(f->text, t);
        if (value < 0 || value >= MOST) return -1;
        uint32_t end;
        const rz_time_meaning *more = rz_time_at(f, token + 1, RZ_MEANS_NUMBER, &end);
        return more && more->value == THOUSAND && value < THOUSAND ? more_of(f, value, last, ordinal) : value;
    }
    const rz_time_meaning *m = rz_time_at(f, token, RZ_MEANS_NUMBER, last);
    int n = m ? m->value : glued_number(f, token, ordinal, NULL);
    if (!m && n < 0) return *ordinal = false, -1;
    if (m) *ordinal = m->ordinal;
    else *last = token + 1;
    return more_of(f, n, last, ordinal);
}

int rz_time_number(const rz_time_finder *f, uint32_t token, uint32_t *last, bool *ordinal) {
    if (ordinal) *ordinal = false;
    *last = token;
    if (token >= f->limit) return -1;
    rz_number_read *held = &f->read[token % RZ_NUMBERS_HELD];
    if (held->token != token + 1) held->n = number(f, token, &held->last, &held->ordinal), held->token = token + 1;
    if (ordinal) *ordinal = held->ordinal;
    *last = held->last;
    return held->n;
}

bool rz_time_with_half(const rz_time_finder *f, uint32_t token, uint32_t end) {
    uint32_t last;
    const rz_time_meaning *m = rz_time_at(f, token, RZ_MEANS_NUMBER, &last);
    return m && m->parts == 2 && last == end;
}

int rz_time_decimal_half(const rz_time_finder *f, uint32_t t) {
    const rz_token *token = &f->text->tokens[t];
    uint32_t n = rz_time_digits(f, t);
    if (token->kind != RZ_TOKEN_NUMBER || token->numeric || n < 2 || n > 4) return -1;
    const uint8_t *w = f->text->letters + token->letters_start;
    int whole = 0;
    for (uint32_t i = 0; i + 1 < n; i++) whole = whole * 10 + w[i] - 1;
    return w[n - 1] == 6 && w[0] != 1 ? whole : -1; /* code 6 is the digit 5 */
}

/* The number of a NUMBER token however long, or -1. */
int rz_time_plain_number(const rz_time_finder *f, uint32_t token) {
    return token < f->limit && f->text->tokens[token].kind == RZ_TOKEN_NUMBER ? rz_token_number(f->text, &f->text->tokens[token]) : -1;
}

uint32_t rz_time_digits(const rz_time_finder *f, uint32_t token) {
    return rz_letters_count(&f->text->tokens[token]);
}

int rz_time_ordinal_at(const rz_text *text, uint32_t token) {
    int n = 0;
    for (rz_hits h = rz_hits_of(text, token, RZ_TYPE(RZ_NUMBER)); rz_hits_next(&h) && !n;) {
        const rz_hit *hit = &h.hit;
        if (hit->tail || !rz_row_has(text->data, hit->row, "leading", "yes")) continue;
        rz_str value = rz_row_get(text->data, hit->row, "value");
        for (uint32_t i = 0; i < value.size && value.at[i] >= '0' && value.at[i] <= '9'; i++) n = n * 10 + (value.at[i] - '0');
    }
    return n;
}

/* ---- years ---- */

enum { IMPERIAL_FIRST = 2480, IMPERIAL_LAST = 2600, IMPERIAL = 1180 };

int rz_time_year(const rz_time_finder *f, uint32_t token, uint32_t *last) {
    uint32_t end;
    bool ordinal;
    int n = rz_time_number(f, token, &end, &ordinal);
    if (ordinal || !((n >= 1200 && n <= 1500) || (n >= 1800 && n <= 2100) || (n >= IMPERIAL_FIRST && n <= IMPERIAL_LAST))) return 0;
    if (f->text->tokens[token].kind == RZ_TOKEN_NUMBER && rz_time_digits(f, token) > 4) return 0;
    *last = end;
    return n;
}

int rz_time_jalali_year(int year) { return year >= IMPERIAL_FIRST && year <= IMPERIAL_LAST ? year - IMPERIAL : year; }
bool rz_time_is_jalali_year(int year) { return year <= 1500 || (year >= IMPERIAL_FIRST && year <= IMPERIAL_LAST); }

/* «آن دو ماه آینده دیدار می‌کنند»: the two of them, in the next month. */
bool rz_time_two_of_them(const rz_time_finder *f, uint32_t t, const rz_quantity *said) {
    uint32_t end;
    bool those = said->same || (t > 0 && rz_time_word_at(f, t - 1, RZ_W_SAME, &end) && end == t);
    return those && said->n == 2 && !said->least && rz_time_word_at(f, said->end, RZ_W_NEXT, &end);
}
