/* The label at the head of a report: «مهر:», «تهران - ایرنا -», «باشگاه خبرنگاران جوان؛ نام -», a date line. */
#include "article/lines.h"

enum { LABEL_TOKENS = 18, NAME_WORDS = 4, REPORT_LEAST = 3 };

typedef struct {
    const rz_articles *a;
    uint32_t first, last;
    bool placed, dated;
    rz_row outlet;
    uint32_t named_first, named_last; /* where the outlet stands; empty: not yet */
    uint32_t end;                     /* the label ends here as far as is known */
} label;

/* The outlet that begins here, unless the same words name a state. */
static uint32_t take_outlet(label *l, uint32_t t) {
    uint32_t last;
    rz_row outlet = rz_outlet_at(l->a, t, &last);
    const rz_mention *m = outlet == RZ_NONE ? NULL : rz_mention_of(l->a, t, RZ_BEGIN_WHERE);
    if (outlet == RZ_NONE || (m && m->kind == RZ_M_STATE && m->last >= last)) return 0;
    if (l->named_first == l->named_last) {
        l->outlet = outlet;
        l->named_first = t;
        l->named_last = last;
    }
    return last;
}

/* «سایت نمونه:», an outlet not in the tables, after the noun that says what it is. */
static uint32_t take_unknown(label *l, uint32_t noun, uint32_t t) {
    for (uint32_t u = t; u < l->last && u <= t + NAME_WORDS; u++) {
        const rz_token *token = &l->a->text->tokens[u];
        if (u > t && rz_is_punct(l->a, u, ":-/")) {
            l->named_first = noun;
            l->named_last = u;
            return u;
        }
        if (token->kind != RZ_TOKEN_WORD || token->verb != RZ_NONE) return 0;
    }
    return 0;
}

static uint32_t take_noun(label *l, uint32_t t) {
    uint32_t after = rz_source_word_at(l->a, t, RZ_W_NOUN), end;
    if (!after) return 0;
    if (rz_is_punct(l->a, after, "<\"")) after++;
    uint32_t n = l->named_first;
    if ((end = take_outlet(l, after)) != 0) {
        if (n == 0 && l->named_first == after) l->named_first = t;
        return end;
    }
    return take_unknown(l, t, after);
}

/* A desk or an author between the outlet and the dash; a desk may have a colon («ایسنا - سرویس جهان: …»). */
static uint32_t take_byline(label *l, uint32_t t) {
    if (l->named_first == l->named_last) return 0;
    const char *ends = rz_source_word_at(l->a, t, RZ_W_DESK) ? ":-" : "-";
    for (uint32_t u = t; u < l->last && u <= t + NAME_WORDS; u++) {
        const rz_token *token = &l->a->text->tokens[u];
        if (u > t && rz_is_punct(l->a, u, ends)) return u;
        if (token->kind != RZ_TOKEN_WORD || token->verb != RZ_NONE) return 0;
    }
    return 0;
}

/* Whether the label may end with this mark. */
static bool ends_label(const label *l, uint32_t t) {
    const rz_token *next = t + 1 < l->last ? &l->a->text->tokens[t + 1] : NULL;
    if (!next) return false;
    if (l->named_last > l->named_first) return rz_is_punct(l->a, t, ":;-/") || (t == l->named_last && rz_is_punct(l->a, t, ",/"));
    if (!rz_is_punct(l->a, t, "-") || next->kind == RZ_TOKEN_NUMBER) return false;
    const rz_mention *m = rz_mention_of(l->a, t + 1, RZ_BEGIN_WHERE);
    return (l->placed || l->dated) && !(m && (m->kind == RZ_M_PLACE || m->kind == RZ_M_STATE));
}

/* «گروه سیاست خارجی خبرگزاری فارس:»: the desk before the outlet. */
static uint32_t take_desk(label *l, uint32_t t) {
    uint32_t desk = l->named_first == l->named_last ? rz_source_word_at(l->a, t, RZ_W_DESK) : 0, end;
    for (uint32_t u = desk; desk && u < l->last && u < desk + NAME_WORDS; u++) {
        if (l->a->text->tokens[u].kind != RZ_TOKEN_WORD || l->a->text->tokens[u].verb != RZ_NONE) return 0;
        if ((end = take_outlet(l, u)) || (end = take_noun(l, u))) return end;
    }
    return 0;
}

/* «عصر خبر به نقل از ایسنا:»: whom the outlet repeats. */
static uint32_t take_quoted(label *l, uint32_t t) {
    uint32_t quote = l->named_last > l->named_first && t == l->named_last ? rz_source_word_at(l->a, t, RZ_W_QUOTE) : 0, last;
    uint32_t noun = quote ? rz_source_word_at(l->a, quote, RZ_W_NOUN) : 0;
    return quote && rz_outlet_at(l->a, noun ? noun : quote, &last) != RZ_NONE ? last : 0;
}

/* «خبرگزاری نمونه _ »: no token stands for the mark. */
static bool underscored(const label *l, uint32_t t) {
    const rz_text *text = l->a->text;
    if (t == 0 || l->named_last != t || l->named_first == t) return false;
    uint32_t from = text->tokens[t - 1].norm_end, to = text->tokens[t].norm_start;
    return from < to && memchr(text->norm + from, '_', to - from);
}

/* «آستانه، ۳ ژوئیه ۲۰۲۴ (شینهوا) --»: a town whose name is a word too, before a day or an outlet. */
static uint32_t take_town(label *l, uint32_t t) {
    uint32_t last;
    if (t != l->first || t + 2 >= l->last || !rz_is_punct(l->a, t + 1, ",-/")) return 0;
    return l->a->is_time[t + 2] || rz_outlet_at(l->a, t + 2, &last) != RZ_NONE ? t + 1 : 0;
}

/* The token after what belongs to a label at t; 0 where the label is over. */
static uint32_t take(label *l, uint32_t t) {
    const rz_token *token = &l->a->text->tokens[t];
    uint32_t end;
    if (underscored(l, t)) return l->end = t, 0;
    if ((end = take_quoted(l, t))) return end;
    if (token->kind == RZ_TOKEN_PUNCT) {
        if (ends_label(l, t) || (l->end == t && t > 0 && l->named_last > l->named_first && rz_is_punct(l->a, t, "."))) l->end = t + 1; /* «/نمونه/.» */
        return rz_is_stop(l->a, t) ? 0 : t + 1;
    }
    if ((end = take_outlet(l, t)) || (end = take_noun(l, t)) || (end = take_desk(l, t))) return end;
    if (l->a->is_time[t]) return l->dated = true, t + 1;
    if (token->kind == RZ_TOKEN_LATIN || token->kind == RZ_TOKEN_NUMBER) return t + 1;
    const rz_mention *m = rz_mention_of(l->a, t, RZ_TYPE(RZ_PLACE));
    if (m && m->kind == RZ_M_PLACE) return l->placed = true, m->last;
    if ((end = take_town(l, t))) return end;
    return take_byline(l, t);
}

uint32_t rz_label_end(const rz_articles *a, uint32_t first, uint32_t last, rz_row *outlet, rz_span *named) {
    label l = {.a = a, .first = first, .last = last, .outlet = RZ_NONE, .end = first};
    uint32_t limit = last - first > LABEL_TOKENS ? first + LABEL_TOKENS : last;
    for (uint32_t t = first; t < limit;) {
        uint32_t next = take(&l, t);
        if (next <= t) break;
        t = next;
    }
    if (l.end + REPORT_LEAST > last) l.end = first;
    bool found = l.end > first && l.named_last > l.named_first && l.named_last <= l.end;
    *outlet = found ? l.outlet : RZ_NONE;
    *named = found ? (rz_span){l.named_first, l.named_last} : (rz_span){0, 0};
    return l.end;
}
