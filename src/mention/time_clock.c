/* Clock times. */
#include "mention/time_words.h"

typedef struct {
    int hour, minute, second; /* -1: not said */
} clock;

static int digits_at(const rz_time_finder *f, uint32_t t, int most, bool two) {
    const rz_token *token = &f->text->tokens[t];
    if (t >= f->limit || token->kind != RZ_TOKEN_NUMBER || token->number < 0 || token->number > most) return -1;
    uint32_t length = token->letters.end - token->letters.start;
    return length > 2 || (two && length < 2) ? -1 : (int)token->number;
}

/* ۹:۳۱, 11:41:35 */
static uint32_t in_signs(const rz_time_finder *f, uint32_t t, clock *c) {
    c->hour = digits_at(f, t, 23, false);
    if (c->hour < 0 || !rz_time_punct(f, t + 1, ":")) return 0;
    c->minute = digits_at(f, t + 2, 59, true);
    if (c->minute < 0 || f->text->tokens[t + 2].space_before != f->text->tokens[t + 1].space_before) return 0;
    c->second = rz_time_punct(f, t + 3, ":") ? digits_at(f, t + 4, 59, true) : -1;
    return c->second >= 0 ? t + 5 : t + 3;
}

/* پنج و نیم, ۱۴ و ۳۰ دقیقه, ۱۰ */
static uint32_t in_words(const rz_time_finder *f, uint32_t t, clock *c) {
    uint32_t end, p, last;
    c->hour = rz_time_number(f, t, &end, NULL);
    if (c->hour < 0 || c->hour > 24) return 0;
    const rz_time_meaning *m = rz_time_word_at(f, end, RZ_W_CLOCK_ADD, &last);
    if (m) {
        c->minute = m->value;
        return last;
    }
    p = end;
    if (!rz_time_skip(f, &p, RZ_W_AND)) return end;
    int minute = rz_time_number(f, p, &last, NULL);
    const rz_time_meaning *unit = minute >= 0 && minute < 60 ? rz_time_word_at(f, last, RZ_W_UNIT, &last) : NULL;
    if (!unit || unit->unit != RZ_UNIT_MINUTE) return end;
    c->minute = minute;
    return last;
}

static uint32_t point(const rz_time_finder *f, uint32_t t, bool said, clock *c) {
    *c = (clock){-1, -1, -1};
    uint32_t end = in_signs(f, t, c);
    if (end || !said) return end;
    *c = (clock){-1, -1, -1};
    return in_words(f, t, c);
}

/* «۵ عصر» is seventeen: the part of the day does not begin before its row's minute. */
static int minute_of(const clock *c, const rz_time_meaning *part) {
    int minute = c->hour * 60 + (c->minute > 0 ? c->minute : 0);
    if (part && part->value && c->hour <= 12 && minute < part->value) minute += 720;
    return minute % 1440;
}

/* ساعت ۱۰:۳۰ صبح, ساعت ۹ تا ۱۱, ساعت ۲۱ به وقت تهران, ۰۹:۴۷ */
uint32_t rz_clock_at(const rz_time_finder *f, uint32_t t, rz_time_mention *m) {
    uint32_t p = t, last;
    bool said = rz_time_skip(f, &p, RZ_W_CLOCK);
    clock c, other;
    uint32_t end = point(f, p, said, &c);
    if (!end || rz_time_word_at(f, end, RZ_W_COUNTED, &last)) return 0;
    uint32_t q = end;
    if (rz_time_skip(f, &q, RZ_W_RANGE) && (rz_time_skip(f, &q, RZ_W_CLOCK), last = point(f, q, true, &other)) && !rz_time_word_at(f, last, RZ_W_COUNTED, &q)) end = last;
    const rz_time_meaning *part = rz_time_word_at(f, end, RZ_W_PART, &last);
    if (part) end = last;
    q = end;
    if (rz_time_skip(f, &q, RZ_W_ZONE) && q < f->limit && f->text->tokens[q].kind == RZ_TOKEN_WORD) end = q + 1;
    m->kind = RZ_TIME_CLOCK;
    m->grain = c.second >= 0 ? RZ_UNIT_SECOND : c.minute >= 0 ? RZ_UNIT_MINUTE : RZ_UNIT_HOUR;
    m->minute = (int16_t)minute_of(&c, part);
    return end;
}
