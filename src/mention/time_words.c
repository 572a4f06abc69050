/* What the rows of data/calendar.txt mean, and where their words stand in the text. */
#include "mention/time_words.h"

#include <stdlib.h>

static const char *const word_names[RZ_WORDS_OF_TIME] = {
    [RZ_W_DAY] = "day", [RZ_W_STORY] = "story", [RZ_W_UNIT] = "unit", [RZ_W_ONE] = "one", [RZ_W_SOME] = "some", [RZ_W_LAST] = "last",
    [RZ_W_NEXT] = "next", [RZ_W_THIS] = "this", [RZ_W_THIS_BEFORE] = "this-before", [RZ_W_AGO] = "ago", [RZ_W_AHEAD] = "ahead",
    [RZ_W_AFTER] = "after", [RZ_W_BEFORE] = "before", [RZ_W_FROM] = "from", [RZ_W_FRACTION] = "fraction", [RZ_W_SEASON] = "season",
    [RZ_W_PART] = "part", [RZ_W_YEAR] = "year", [RZ_W_YEARS] = "years", [RZ_W_YEAR_OF] = "year-of", [RZ_W_MONTH] = "month",
    [RZ_W_HOLY] = "holy", [RZ_W_DECADE] = "decade", [RZ_W_CENTURY] = "century", [RZ_W_DATE] = "date", [RZ_W_GOVERNOR] = "governor",
    [RZ_W_AND] = "and", [RZ_W_RANGE] = "range", [RZ_W_TWIN] = "twin", [RZ_W_ERA] = "era", [RZ_W_CITY_BEFORE] = "city-before",
    [RZ_W_CITY_AFTER] = "city-after", [RZ_W_EVERY] = "every", [RZ_W_LONG] = "long", [RZ_W_OLD] = "old", [RZ_W_PERSON] = "person",
    [RZ_W_WITHIN] = "within", [RZ_W_ABOUT] = "about", [RZ_W_CLOCK] = "clock", [RZ_W_CLOCK_ADD] = "clock-add", [RZ_W_ZONE] = "zone",
    [RZ_W_NAME_BEFORE] = "name-before", [RZ_W_WORLD] = "world", [RZ_W_PRAYER] = "prayer", [RZ_W_ORDINAL_SIGN] = "ordinal-sign",
    [RZ_W_COUNTED] = "counted", [RZ_W_ERA_PREFIX] = "era-prefix", [RZ_W_ERA_LETTER] = "era-letter", [RZ_W_BEFORE_ERA] = "before-era",
    [RZ_W_OR] = "or", [RZ_W_SAME] = "same", [RZ_W_NOW] = "now", [RZ_W_FEAST] = "feast", [RZ_W_HALF_DAY] = "half-day", [RZ_W_TIMES] = "times",
    [RZ_W_PER] = "per", [RZ_W_SET] = "set", [RZ_W_MARKET] = "market", [RZ_W_NUMBERED] = "numbered", [RZ_W_YEARLY] = "yearly",
    [RZ_W_EDGE] = "edge", [RZ_W_IN] = "in", [RZ_W_TO] = "to"};

static const char *const unit_names[] = {
    [RZ_UNIT_DAY] = "day", [RZ_UNIT_WEEK] = "week", [RZ_UNIT_MONTH] = "month", [RZ_UNIT_YEAR] = "year", [RZ_UNIT_SECOND] = "second",
    [RZ_UNIT_MINUTE] = "minute", [RZ_UNIT_HOUR] = "hour", [RZ_UNIT_PART] = "day-part", [RZ_UNIT_SEASON] = "season",
    [RZ_UNIT_DECADE] = "decade", [RZ_UNIT_CENTURY] = "century"};

static const rz_row_type types[] = {[RZ_MEANS_TIME] = RZ_TIME, [RZ_MEANS_MONTH] = RZ_MONTH, [RZ_MEANS_WEEKDAY] = RZ_WEEKDAY,
                                    [RZ_MEANS_NUMBER] = RZ_NUMBER};
enum { TYPES = sizeof types / sizeof *types };

/* ---- what the rows mean ---- */

static int number_in(rz_str s) {
    int n = 0;
    bool minus = s.size && s.at[0] == '-';
    for (uint32_t i = minus; i < s.size && s.at[i] >= '0' && s.at[i] <= '9' && n < 10000; i++) n = n * 10 + (s.at[i] - '0');
    return minus ? -n : n;
}

static uint8_t unit_in(rz_str s, uint8_t otherwise) {
    for (uint8_t u = 0; u < sizeof unit_names / sizeof *unit_names; u++)
        if (rz_str_is(s, unit_names[u])) return u;
    return otherwise;
}

static uint8_t calendar_in(rz_str s) {
    return rz_str_is(s, "jalali") ? RZ_CAL_JALALI : rz_str_is(s, "hijri") ? RZ_CAL_HIJRI : RZ_CAL_GREGORIAN;
}

static uint8_t summer_in(rz_str s) {
    return rz_str_is(s, "europe") ? RZ_SUMMER_EUROPE : rz_str_is(s, "america") ? RZ_SUMMER_AMERICA : rz_str_is(s, "iran") ? RZ_SUMMER_IRAN : RZ_SUMMER_NONE;
}

/* +03:30 */
static int zone_in(rz_str s) {
    int sign = s.at[0] == '-' ? -1 : 1;
    return s.size == 6 ? sign * (number_in((rz_str){s.at + 1, 2}) * 60 + number_in((rz_str){s.at + 4, 2})) : 0;
}

static void mean(const rz_data *d, rz_row row, rz_time_type type, rz_time_meaning *m) {
    rz_str value = rz_row_get(d, row, "value"), kind = rz_row_get(d, row, "kind");
    m->type = (uint8_t)type;
    m->calendar = calendar_in(rz_row_get(d, row, "calendar"));
    m->number = (uint8_t)number_in(rz_row_get(d, row, "number"));
    m->unit = unit_in(rz_row_get(d, row, "unit"), RZ_UNIT_DAY);
    m->grain = unit_in(rz_row_get(d, row, "grain"), RZ_UNIT_DAY);
    m->parts = (uint8_t)number_in(rz_row_get(d, row, "parts"));
    m->ordinal = rz_row_has(d, row, "use", "ordinal");
    m->city = rz_row_has(d, row, "city", "yes");
    m->plural = rz_row_has(d, row, "many", "yes");
    m->prayer = rz_row_has(d, row, "prayer", "yes");
    m->plural |= rz_row_get(d, row, "plural").size > 0;
    m->alone = rz_row_has(d, row, "alone", "yes");
    m->leading = rz_row_has(d, row, "leading", "yes");
    m->summer = summer_in(rz_row_get(d, row, "summer"));
    rz_str zone = rz_row_get(d, row, "zone");
    m->value = (int16_t)(zone.size ? zone_in(zone) : number_in(value.size ? value : rz_row_get(d, row, "offset")));
    if (zone.size) m->parts = 1;
    for (uint8_t w = 1; w < RZ_WORDS_OF_TIME && type == RZ_MEANS_TIME; w++)
        if (rz_str_is(kind, word_names[w])) m->word = w;
}

/* ---- where their words stand ---- */

/* ---- words without which there is no time ---- */

#define WORD(w) (1ull << RZ_W_##w)
/* Of the words of kind `time`; months and weekdays are such too. */
static const uint64_t opening_words = WORD(DAY) | WORD(STORY) | WORD(UNIT) | WORD(ONE) | WORD(SEASON) | WORD(PART) | WORD(YEAR) | WORD(YEARS) |
                                      WORD(YEAR_OF) | WORD(DECADE) | WORD(CENTURY) | WORD(LONG) | WORD(OLD) | WORD(CLOCK) | WORD(MONTH) |
                                      WORD(FEAST) | WORD(SET) | WORD(PER) | WORD(ERA) | WORD(BEFORE_ERA) | WORD(NOW);

static int by_letters(const void *a, const void *b) {
    const rz_time_opening *x = a, *y = b;
    int order = memcmp(x->letters, y->letters, x->n < y->n ? x->n : y->n);
    return order ? order : (int)x->n - (int)y->n;
}


static void add_openings(rz_arena *arena, const rz_data *data, rz_row row, rz_time_opening *at, uint32_t *n_at, const rz_time_meaning *means) {
    for (uint32_t i = 0; i < rz_fields_of(data, row); i++) {
        rz_field field = rz_field_at(data, row, i);
        const char *key = rz_key_name(data, field.key);
        if (strcmp(key, "fa") && strcmp(key, "bare") && strcmp(key, "short") && strcmp(key, "worded") && strcmp(key, "plural")) continue;
        uint8_t letters[RZ_TIME_OPENING_MOST];
        uint32_t n = rz_letters_of(field.value.at, field.value.size, letters, RZ_TIME_OPENING_MOST);
        if (n < 2 || n > RZ_TIME_OPENING_MOST) continue;
        at[(*n_at)++] = (rz_time_opening){(const uint8_t *)rz_copy(arena, (const char *)letters, n), n, means};
    }
}

static void make_openings(rz_arena *arena, const rz_data *data, rz_time_table *t) {
    uint32_t room = 0;
    for (int pass = 0; pass < 2; pass++) {
        if (pass) t->openings = RZ_NEW_N(arena, rz_time_opening, (size_t)room + 1);
        for (int type = 0; type < RZ_MEANS_NUMBER; type++)
            for (uint32_t r = 0; r < t->of[type].count; r++) {
                if (type == RZ_MEANS_TIME && !(opening_words >> t->of[type].means[r].word & 1)) continue;
                if (pass) add_openings(arena, data, t->of[type].first + r, t->openings, &t->n_openings, &t->of[type].means[r]);
                else room += rz_fields_of(data, t->of[type].first + r);
            }
    }
    qsort(t->openings, t->n_openings, sizeof *t->openings, by_letters);
    uint32_t at = 0;
    for (uint32_t pair = 0; pair <= RZ_LETTER_CODES * RZ_LETTER_CODES; pair++) {
        while (at < t->n_openings && t->openings[at].letters[0] * RZ_LETTER_CODES + t->openings[at].letters[1] < (int)pair) at++;
        t->opens[pair] = (uint16_t)at;
        for (uint32_t i = at; i < t->n_openings && t->openings[i].letters[0] * RZ_LETTER_CODES + t->openings[i].letters[1] == (int)pair; i++)
            if (t->openings[i].n >= t->longest[pair]) t->longest[pair] = (uint8_t)(t->openings[i].n + (t->openings[i].n < RZ_TIME_OPENING_MOST)); /* with an ezafe */
    }
}

static void make_numbers(rz_arena *arena, const rz_data *data, rz_time_table *t) {
    const struct rz_time_rows *rows = &t->of[RZ_MEANS_NUMBER];
    uint32_t room = 0;
    for (uint32_t r = 0; r < rows->count; r++) room += rz_fields_of(data, rows->first + r);
    t->numbers = RZ_NEW_N(arena, rz_time_opening, (size_t)room + 1);
    for (uint32_t r = 0; r < rows->count; r++) {
        int n = rows->means[r].value;
        if ((n < 20 || n % 10 == 0) && !rows->means[r].parts) add_openings(arena, data, rows->first + r, t->numbers, &t->n_numbers, &rows->means[r]); /* «بیست و یک» is two */
    }
    qsort(t->numbers, t->n_numbers, sizeof *t->numbers, by_letters);
    for (uint32_t letter = 0, i = 0; letter <= RZ_LETTER_CODES; letter++) {
        while (i < t->n_numbers && t->numbers[i].letters[0] < letter) i++;
        t->numbers_at[letter] = (uint16_t)i;
    }
    for (uint32_t i = 0; i < t->n_numbers; i++) {
        uint32_t pair = t->numbers[i].letters[0] * RZ_LETTER_CODES + t->numbers[i].letters[1];
        t->number_opens[pair / 8] |= (uint8_t)(1u << pair % 8);
    }
    t->and_letter = rz_letter_code(0x648);
}

bool rz_time_ezafe(const uint8_t *word, uint32_t n, uint8_t letter) {
    const uint8_t he = rz_letter_code(0x647), alef = rz_letter_code(0x627), vav = rz_letter_code(0x648);
    return n > 2 && letter == rz_letter_code(0x6CC) && word[n - 1] == he && word[n - 2] != alef && word[n - 2] != vav;
}

/* Does such a word begin at letter `from` and end with a token? */
static bool opens(const rz_time_table *t, const rz_text *text, uint32_t token) {
    uint32_t from = text->tokens[token].letters_start, left = text->n_letters - from;
    if (left < 2) return false;
    const uint8_t *letters = text->letters + from;
    uint32_t pair = letters[0] * RZ_LETTER_CODES + letters[1];
    for (uint32_t i = t->opens[pair]; i < t->opens[pair + 1]; i++) {
        const rz_time_opening *o = &t->openings[i];
        if (o->n > left || memcmp(o->letters, letters, o->n) != 0) continue;
        uint32_t k = token;
        while (k + 1 < text->n_tokens && rz_letters_end(&text->tokens[k]) < from + o->n) k++;
        uint32_t over = rz_letters_end(&text->tokens[k]) - from - o->n;
        if (over == 0 || (over == 1 && rz_time_ezafe(letters, o->n, letters[o->n]))) return true;
    }
    return false;
}

/* «۱۴۰۲», «۱۰:۳۰», «۲۰۲۱/۹», and what is no plain number: 26.01.2022 */
static bool number_may_tell(const rz_text *text, uint32_t token) {
    int32_t number = rz_token_number(text, &text->tokens[token]);
    char next = token + 1 < text->n_tokens ? text->tokens[token + 1].punct : 0;
    return number < 0 || (number >= 50 && number < 10000) || (next && strchr(":^/-.", next));
}

static bool sentence_may_tell(const rz_time_table *table, const rz_text *text, const rz_sentence *s) {
    for (uint32_t i = s->first; i < s->last; i++) {
        const rz_token *t = &text->tokens[i];
        if (t->kind == RZ_TOKEN_NUMBER ? number_may_tell(text, i) : t->kind != RZ_TOKEN_PUNCT && rz_letters_count(t) > 0 && opens(table, text, i)) return true;
    }
    return false;
}

uint32_t rz_times_sentences(const rz_time_table *table, const rz_text *text, uint32_t lead, rz_sentence *out) {
    uint32_t n = 0;
    bool any = false;
    for (uint32_t i = 0; i < text->n_sentences; i++) {
        bool tells = sentence_may_tell(table, text, &text->sentences[i]);
        any |= tells;
        if (tells || i < lead) out[n++] = text->sentences[i];
    }
    return any ? n : 0;
}

/* ---- the table ---- */

const rz_time_table *rz_time_table_make(rz_arena *arena, const rz_language *language) {
    const rz_data *data = language->data;
    rz_time_table *t = RZ_NEW(arena, rz_time_table);
    t->worded = rz_key(data, "worded");
    t->bare = rz_key(data, "bare");
    for (int i = 0; i < TYPES; i++) {
        struct rz_time_rows *rows = &t->of[i];
        rz_rows_of(data, types[i], &rows->first, &rows->count);
        rows->means = RZ_NEW_N(arena, rz_time_meaning, (size_t)rows->count + 1);
        for (uint32_t r = 0; r < rows->count; r++) mean(data, rows->first + r, (rz_time_type)i, &rows->means[r]);
    }
    make_openings(arena, data, t);
    make_numbers(arena, data, t);
    rz_time_quick_make(arena, language->apart, t);
    return t;
}

static const rz_time_meaning *meaning(const rz_time_table *t, rz_row row) {
    for (int i = 0; i < TYPES; i++)
        if (row >= t->of[i].first && row < t->of[i].first + t->of[i].count) return &t->of[i].means[row - t->of[i].first];
    return NULL;
}

_Static_assert(RZ_WORDS_OF_TIME <= 64 && RZ_TIME_TYPES <= 8, "a bit for each word and each type");

/* «هفته‌ی آینده», «ژانویه‌ی ۲۰۲۰», «هفته ی آینده»: what the ezafe of a word in a vowel leaves; but not «ماهی», «دهی». */
static bool ends_in_ezafe(const rz_text *text, const rz_hit *hit, const rz_time_meaning *m) {
    const rz_span at = rz_token_letters(&text->tokens[hit->last - 1]);
    return hit->tail == 1 && m->type != RZ_MEANS_NUMBER && rz_time_ezafe(text->letters + at.start, at.end - at.start - 1, text->letters[at.end - 1]);
}

/* «موتلو شن به عنوان سفیر»: no weekday, whose last part is no preposition. */
static bool is_torn(const rz_text *text, const rz_hit *hit, const rz_time_meaning *m) {
    const rz_token *last = &text->tokens[hit->last - 1];
    rz_word word;
    if (m->type != RZ_MEANS_WEEKDAY || hit->last == hit->first + 1u) return false;
    return rz_word_find(text->data, text->letters + last->letters_start, rz_letters_count(last), &word) && (word.pos & RZ_POS_PREP);
}

/* The same with the ezafe as a word of its own. */
static bool ezafe_after(const rz_text *text, const rz_hit *hit, const rz_time_meaning *m) {
    const rz_span at = rz_token_letters(&text->tokens[hit->last - 1]);
    if (hit->tail || m->type == RZ_MEANS_NUMBER || hit->last >= text->n_tokens) return false;
    const rz_token *next = &text->tokens[hit->last];
    return next->kind == RZ_TOKEN_WORD && rz_letters_count(next) == 1 &&
           rz_time_ezafe(text->letters + at.start, at.end - at.start, text->letters[next->letters_start]);
}

static const uint32_t OF_TIME = RZ_TYPE(RZ_TIME) | RZ_TYPE(RZ_MONTH) | RZ_TYPE(RZ_WEEKDAY) | RZ_TYPE(RZ_NUMBER);

void rz_time_words_find(rz_time_finder *f) {
    const rz_text *text = f->text;
    const rz_time_table *table = f->table;
    RZ_VEC(rz_time_hit) hits = {0};
    f->hit_at = RZ_NEW_N(f->arena, uint32_t, (size_t)text->n_tokens + 2);
    f->begins = RZ_NEW_N(f->arena, uint64_t, (size_t)text->n_tokens + 1);
    f->types = RZ_NEW_N(f->arena, uint8_t, (size_t)text->n_tokens + 1);
    for (uint32_t t = 0; t < text->n_tokens; t++) {
        f->hit_at[t] = hits.n;
        for (rz_hits h = rz_hits_of(text, t, OF_TIME); rz_hits_next(&h);) {
            const rz_hit *hit = &h.hit;
            const rz_time_meaning *m = meaning(table, hit->row);
            if (!m || (hit->tail && !ends_in_ezafe(text, hit, m)) || is_torn(text, hit, m)) continue;
            f->begins[t] |= 1ull << m->word;
            f->types[t] |= (uint8_t)(1u << m->type);
            bool worded = hit->key == table->worded;
            *RZ_PUSH(f->arena, &hits) = (rz_time_hit){hit->last + ezafe_after(text, hit, m), worded, worded || hit->key == table->bare, m};
        }
    }
    f->hit_at[text->n_tokens] = f->hit_at[text->n_tokens + 1] = hits.n;
    f->hits = hits.at;
}

const rz_time_meaning *rz_time_find(const rz_time_finder *f, uint32_t token, rz_time_type type, rz_time_word word, uint32_t *last) {
    for (uint32_t h = f->hit_at[token]; h < f->hit_at[token + 1]; h++) {
        const rz_time_hit *hit = &f->hits[h];
        if (hit->means->type != type || hit->last > f->limit || (word && hit->means->word != word)) continue;
        *last = hit->last;
        return hit->means;
    }
    return NULL;
}

bool rz_time_sure(const rz_time_finder *f, uint32_t token, uint32_t last) {
    for (uint32_t h = f->hit_at[token]; h < f->hit_at[token + 1]; h++)
        if (f->hits[h].last == last && f->hits[h].sure) return true;
    return false;
}

bool rz_time_worded(const rz_time_finder *f, uint32_t token, uint32_t last) {
    for (uint32_t h = f->hit_at[token]; h < f->hit_at[token + 1]; h++)
        if (f->hits[h].last == last && f->hits[h].worded) return true;
    return false;
}

static const uint64_t beginning_words = WORD(DAY) | WORD(STORY) | WORD(UNIT) | WORD(ONE) | WORD(SOME) | WORD(THIS_BEFORE) | WORD(SAME) | WORD(FRACTION) |
                                        WORD(SEASON) | WORD(PART) | WORD(YEAR) | WORD(YEARS) | WORD(YEAR_OF) | WORD(MONTH) | WORD(DECADE) | WORD(CENTURY) |
                                        WORD(DATE) | WORD(EVERY) | WORD(LONG) | WORD(CLOCK) | WORD(FEAST) | WORD(SET) | WORD(PER);
static const uint64_t after_number = WORD(UNIT) | WORD(LONG) | WORD(OLD) | WORD(MONTH) | WORD(THIS_BEFORE) | WORD(SAME) | WORD(PART) | WORD(CLOCK_ADD) | WORD(ERA) |
                                     WORD(ERA_LETTER) | WORD(ERA_PREFIX) | WORD(BEFORE_ERA) | WORD(AND) | WORD(RANGE) | WORD(OR) | WORD(TIMES) | WORD(HALF_DAY) |
                                     WORD(ORDINAL_SIGN) | WORD(ZONE);

/* A number word alone begins nothing: «دو وزیر». */
static bool number_goes_on(const rz_time_finder *f, uint32_t token) {
    for (uint32_t h = f->hit_at[token]; h < f->hit_at[token + 1]; h++) {
        const rz_time_hit *hit = &f->hits[h];
        if (hit->means->type != RZ_MEANS_NUMBER || hit->last >= f->limit) continue;
        uint8_t wanted = (uint8_t)(1u << RZ_MEANS_MONTH | 1u << RZ_MEANS_NUMBER | 1u << RZ_MEANS_WEEKDAY);
        if (f->begins[hit->last] & after_number || f->types[hit->last] & wanted || f->text->tokens[hit->last].punct) return true;
        if (f->text->tokens[hit->last].kind == RZ_TOKEN_NUMBER || rz_time_number_glued(f, hit->last)) return true;
    }
    return false;
}

bool rz_time_may_begin(const rz_time_finder *f, uint32_t token) {
    if (f->begins[token] & beginning_words || f->types[token] & (1u << RZ_MEANS_MONTH | 1u << RZ_MEANS_WEEKDAY)) return true;
    if (f->text->tokens[token].kind == RZ_TOKEN_NUMBER) return true;
    return f->types[token] >> RZ_MEANS_NUMBER & 1 ? number_goes_on(f, token) : rz_time_number_glued(f, token);
}

bool rz_time_ends_at(const rz_time_finder *f, uint32_t token, rz_time_word word, uint32_t end) {
    if (!rz_time_may_word(f, token, word)) return false;
    for (uint32_t h = f->hit_at[token]; h < f->hit_at[token + 1]; h++)
        if (f->hits[h].last == end && f->hits[h].means->type == RZ_MEANS_TIME && f->hits[h].means->word == word) return true;
    return false;
}

bool rz_time_leads(const rz_time_finder *f, uint32_t token) {
    if (token <= f->start) return false;
    const rz_token *t = &f->text->tokens[token - 1];
    const uint8_t *end = f->text->letters + rz_letters_end(t);
    return t->kind == RZ_TOKEN_WORD && rz_letters_count(t) > 3 && end[-2] == rz_letter_code(0x6CC) && end[-1] == rz_letter_code(0x646);
}

bool rz_time_word_before(const rz_time_finder *f, uint32_t token, rz_time_word word) {
    enum { LONGEST = 3 };
    uint32_t from = token > f->start + LONGEST ? token - LONGEST : f->start;
    for (uint32_t t = from; t < token; t++)
        for (uint32_t h = f->hit_at[t]; (f->begins[t] >> word & 1) && h < f->hit_at[t + 1]; h++)
            if (f->hits[h].last == token && f->hits[h].means->type == RZ_MEANS_TIME && f->hits[h].means->word == word) return true;
    return false;
}

bool rz_time_punct(const rz_time_finder *f, uint32_t token, const char *signs) {
    return token < f->limit && f->text->tokens[token].punct && strchr(signs, f->text->tokens[token].punct);
}
