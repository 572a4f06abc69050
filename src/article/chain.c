/* The publisher, the chain of sources of the report, and the sources of single sentences. */
#include "article/source.h"

enum { CHAIN_MAX = 4, LEAD_LINES = 3 /* a title's subtitle, a lead, the report */, NEAR = 3, STATEMENT_WITHIN = 12, DECLARES_WITHIN = 8, MASTHEAD_WORDS = 8, UNKNOWN_WORDS = 6, CITED_MAX = 256 };

typedef struct {
    rz_articles *a;
    RZ_VEC(rz_source) chain, cited;
    uint32_t lead; /* tokens before this one belong to the head of the report */
} sources;

static bool has(const rz_source *list, uint32_t n, const char *id) {
    for (uint32_t i = 0; i < n; i++)
        if (strcmp(list[i].id, id) == 0) return true;
    return false;
}

static void link_chain(sources *s, rz_source source, const char *relation) {
    if (!source.id || s->chain.n == CHAIN_MAX || has(s->chain.at, s->chain.n, source.id)) return;
    source.relation = relation;
    *RZ_PUSH(s->a->arena, &s->chain) = source;
}

static void cite(sources *s, rz_source source) {
    if (!source.id || s->cited.n == CITED_MAX || has(s->cited.at, s->cited.n, source.id)) return;
    if (has(s->chain.at, s->chain.n, source.id)) return; /* a source of the whole report is one of its sentences anyway */
    *RZ_PUSH(s->a->arena, &s->cited) = source;
}

void rz_publisher_set(rz_articles *a, rz_source source, rz_row row, bool own) {
    const rz_data *data = a->text->data;
    rz_str service = own && row != RZ_NONE && !a->foreign ? rz_row_get(data, row, "service") : RZ_STR("");
    if (service.size) { /* «بی‌بی‌سی» at the head of a report in Persian */
        row = rz_row_find(data, RZ_OUTLET, service);
        source = (rz_source){.id = rz_row_id(data, row), .fa = rz_row_get(data, row, "fa").at, .span = source.span};
    }
    a->out->publisher = source;
    a->out->publisher_row = row;
    if (row == RZ_NONE) return;
    rz_row home = rz_outlet_home(data, row, own);
    if (home != RZ_NONE) a->out->country = home;
}

static void label_tokens(const rz_articles *a, uint32_t first, uint32_t last) {
    if (last < a->text->n_tokens && rz_is_punct(a, last, ",:;")) last++;
    for (uint32_t t = first; t < last; t++) a->out->in_label[t] = true;
}

/* «عصر خبر به نقل از ایسنا:» as a line of its own. */
static bool repeats(const rz_articles *a, const rz_line *line, uint32_t t) { return rz_source_word_at(a, t, RZ_W_QUOTE) && rz_is_punct(a, line->last - 1, ":"); }

/* A line above the report that is the name of an outlet and little more. */
static bool masthead(const rz_articles *a, rz_named_source *found) {
    for (uint32_t i = 0; i < a->begin + LEAD_LINES && i < a->n_lines; i++) {
        const rz_line *line = &a->lines[i];
        bool heads = line->first < line->last && line->verbs == 0 && line->role == RZ_LINE_OTHER && rz_is_punct(a, line->last - 1, ":");
        if (i >= a->begin && ((line->role != RZ_LINE_CHROME && !heads) || i >= a->end)) continue;
        if (line->words > MASTHEAD_WORDS || rz_is_menu_line(a, line) || line->first == line->last || line->role == RZ_LINE_TITLE) continue;
        uint32_t report = rz_source_word_at(a, line->first, RZ_W_REPORT), first = report ? report : rz_after_place(a, line); /* «به گزارش X» alone */
        uint32_t noun = rz_source_word_at(a, first, RZ_W_NOUN), last = 0;
        rz_row outlet = rz_outlet_at(a, first, &last);
        if (outlet == RZ_NONE && noun) outlet = rz_outlet_at(a, noun, &last);
        bool closed = line->words <= UNKNOWN_WORDS && line->verbs == 0 && rz_is_punct(a, line->last - 1, ":");
        if (outlet == RZ_NONE && noun && noun + 1 < line->last && closed) /* «پایگاه خبری نمونه:» */
            return *found = (rz_named_source){.first = line->first, .last = line->last - 1, .outlet = RZ_NONE, .by_noun = true}, true;
        if (outlet == RZ_NONE || !((noun && !report) || last == line->last || rz_is_punct(a, last, "/-~") || repeats(a, line, last))) continue;
        *found = (rz_named_source){.first = first, .last = last, .outlet = outlet};
        return true;
    }
    return false;
}

/* «عصر خبر به نقل از ایسنا:»: whom the label's outlet repeats. */
static void link_repeated(sources *s, uint32_t t, uint32_t end) {
    rz_named_source named;
    uint32_t quote = rz_source_word_at(s->a, t, RZ_W_QUOTE), last;
    if (quote && quote < end && rz_read_source(s->a, quote, end, false, &named, &last)) link_chain(s, rz_source_make(s->a, &named), "quotes");
}

/* The site's own address and name, its masthead, the label of the report: whoever publishes, whatever it quotes. */
static void publisher_of_page(sources *s) {
    rz_articles *a = s->a;
    rz_row outlet = rz_outlet_of_site(a, a->incoming->meta_url);
    if (outlet == RZ_NONE) outlet = rz_outlet_named(a, a->incoming->meta_site);
    if (outlet == RZ_NONE && a->incoming->is_html) outlet = rz_outlet_in_title(a, a->incoming->meta_page);
    if (outlet != RZ_NONE) {
        rz_publisher_set(a, rz_source_of_outlet(a, outlet, 0, 0), outlet, true);
        return;
    }
    rz_named_source named;
    if (masthead(a, &named)) {
        rz_publisher_set(a, rz_source_make(a, &named), named.outlet, true);
        link_repeated(s, named.last, a->text->n_tokens);
    } else rz_publisher_of_address(a);
}

/* The label, which is a source where the page is another's. */
static void read_label(sources *s) {
    rz_articles *a = s->a;
    if (a->begin >= a->n_lines) return;
    const rz_line *line = &a->lines[a->begin];
    rz_row outlet;
    rz_span at;
    uint32_t end = rz_label_end(a, line->first, line->last, &outlet, &at);
    for (uint32_t t = line->first; t < end; t++) a->out->in_label[t] = true;
    if (at.start == at.end) return;
    rz_named_source named = {.first = at.start, .last = at.end, .outlet = outlet, .by_noun = outlet == RZ_NONE};
    rz_source source = rz_source_make(a, &named);
    if (!a->out->publisher.id) rz_publisher_set(a, source, outlet, true);
    else if (strcmp(a->out->publisher.id, source.id) != 0) link_chain(s, source, "quotes");
    else a->out->publisher.span = source.span;
    link_repeated(s, at.end, end);
}

/* A label on one of the next lines, where nothing above names the publisher: a crawl put the lead first. */
static void read_lower_labels(sources *s) {
    rz_articles *a = s->a;
    for (uint32_t i = a->begin + 1, seen = 0; i < a->end && seen + 1 < LEAD_LINES && !a->out->publisher.id; i++) {
        const rz_line *line = &a->lines[i];
        if (line->role != RZ_LINE_REPORT) continue;
        seen++;
        rz_row outlet;
        rz_span at;
        uint32_t end = rz_label_end(a, line->first, line->last, &outlet, &at);
        if (outlet == RZ_NONE) continue;
        for (uint32_t t = line->first; t < end; t++) a->out->in_label[t] = true;
        rz_named_source named = {.first = at.start, .last = at.end, .outlet = outlet};
        rz_publisher_set(a, rz_source_make(a, &named), outlet, true);
        link_repeated(s, at.end, end);
    }
}

/* «رویترز: …» in the title: who told it; «تهران- ایرنا- …», where the report begins with it, is no part of what the title says. */
static void read_title_label(sources *s) {
    const rz_articles *a = s->a;
    uint32_t last;
    rz_row dated;
    rz_span at;
    uint32_t end = rz_label_end(a, a->out->title_first, a->out->title_last, &dated, &at);
    if (dated != RZ_NONE && at.start > a->out->title_first && rz_is_punct(a, end - 1, "-~")) label_tokens(a, a->out->title_first, end);
    rz_row outlet = a->out->title_first < a->out->title_last ? rz_outlet_at(a, a->out->title_first, &last) : RZ_NONE;
    if (outlet == RZ_NONE || !rz_is_punct(a, last, ":") || last >= a->out->title_last) return;
    rz_named_source named = {.first = a->out->title_first, .last = last, .outlet = outlet};
    rz_source source = rz_source_make(a, &named);
    if (!a->out->publisher.id || strcmp(a->out->publisher.id, source.id) != 0) link_chain(s, source, "quotes");
}

static bool is_other_actor(const rz_articles *a, uint32_t t) {
    const rz_mention *m = rz_mention_at(a, t);
    return m && (m->kind == RZ_M_PERSON || m->kind == RZ_M_OFFICE || m->kind == RZ_M_ORGANISATION);
}

/* «وزارت خارجه روسیه در بیانیه‌ای …» right after the sources: the report is its declaration. */
static void read_statement(sources *s, uint32_t t, uint32_t limit) {
    const rz_articles *a = s->a;
    if (a->alone) return;
    while (t < limit && rz_is_punct(a, t, ",;:<\"")) t++;
    const rz_mention *m = rz_mention_at(a, t);
    if (!m || m->kind != RZ_M_ORGANISATION || t >= limit) return;
    uint32_t stop = limit > m->last + STATEMENT_WITHIN ? m->last + STATEMENT_WITHIN : limit;
    bool written = false;
    for (uint32_t u = m->last; u < stop; u++) {
        bool noun = rz_source_word_at(a, u, RZ_W_STATEMENT) != 0;
        if (!noun && is_other_actor(a, u)) return;
        written |= noun;
        if (!written || a->text->tokens[u].verb == RZ_NONE) continue;
        const char *id = rz_body_id(a, m);
        rz_named_source named = {.first = m->first, .last = m->last, .outlet = RZ_NONE, .body = m};
        if (id) link_chain(s, rz_source_make(a, &named), "statement");
        return;
    }
}

/* «به گزارش X از Y، …», Y an outlet of the tables. */
static bool from_outlet(const rz_articles *a, uint32_t t, rz_named_source *out) {
    if (rz_is_punct(a, t, ",")) t++; /* «به گزارش ایسنا، از رویترز، …» */
    uint32_t from = rz_source_word_at(a, t, RZ_W_FROM), noun = from ? rz_source_word_at(a, from, RZ_W_NOUN) : 0, last;
    if (!from) return false;
    const rz_mention *m = rz_mention_of(a, from, RZ_BEGIN_WHERE);
    if (m && (m->kind == RZ_M_PLACE || m->kind == RZ_M_STATE)) return false;
    rz_row outlet = rz_outlet_told_at(a, noun ? noun : from, &last);
    if (outlet == RZ_NONE && noun) return rz_read_source(a, from, from + UNKNOWN_WORDS, false, out, &last) && rz_is_punct(a, last, ",;:"); /* «از خبرگزاری X،» */
    if (outlet == RZ_NONE || !rz_is_punct(a, last, ",;:>\"")) return false;
    *out = (rz_named_source){.first = from, .last = last, .outlet = outlet};
    return true;
}

/* «به گزارش X به نقل از Y به نقل از Z، …» from the first phrase on; gives the token after it. */
static uint32_t read_chain(sources *s, uint32_t first, uint32_t t, uint32_t limit, bool head, bool bare) {
    rz_articles *a = s->a;
    bool report = head;
    for (uint32_t labelled = first;;) {
        rz_named_source named;
        uint32_t end;
        bool found = rz_read_source(a, t, limit, bare, &named, &end);
        if (found) {
            rz_source source = rz_source_make(a, &named);
            if (!head) cite(s, source);
            else if (report && !a->out->publisher.id && !named.body) rz_publisher_set(a, source, named.outlet, false);
            else if (!a->out->publisher.id || strcmp(a->out->publisher.id, source.id) != 0) link_chain(s, source, "quotes");
            else if (a->out->publisher.span.start == a->out->publisher.span.end) a->out->publisher.span = source.span;
            if (head || bare || !named.body) label_tokens(a, labelled, end); /* «به گفته ناتو، …»: a body's words are told */
            labelled = end;
        }
        report = false;
        uint32_t next = 0;
        for (uint32_t u = end; u < limit && u < end + NEAR && !next; u++) {
            next = rz_source_word_at(a, u, RZ_W_QUOTE);
            if (!next && !rz_is_punct(a, u, ",)>\"") && u > end) break;
        }
        if (!next && found && head && named.outlet != RZ_NONE && from_outlet(a, end, &named)) {
            link_chain(s, rz_source_make(a, &named), "quotes");
            label_tokens(a, end, named.last);
            return named.last;
        }
        if (!next) return end;
        t = next;
    }
}

/* «نوشت:», «در گزارشی نوشت:», «از پاریس گزارش داد:» after the outlet: the token behind the verb; 0. */
static uint32_t told_end(const rz_articles *a, uint32_t t, uint32_t limit) {
    for (uint32_t u = t; u < limit && u <= t + DECLARES_WITHIN; u++) {
        uint32_t end = rz_source_word_at(a, u, RZ_W_DECLARES);
        if (end) return end < limit && rz_is_punct(a, end, u == t ? ",:;" : ":") ? end : 0;
        if (a->text->tokens[u].verb != RZ_NONE || a->text->tokens[u].kind == RZ_TOKEN_PUNCT) return 0;
    }
    return 0;
}

/* «ایسنا نوشت: …», «تاس گزارش داد، …» at the head of a line of the lead. */
static bool read_told(sources *s, uint32_t t, uint32_t limit) {
    rz_articles *a = s->a;
    uint32_t noun = rz_source_word_at(a, t, RZ_W_NOUN), last;
    rz_row outlet = rz_outlet_told_at(a, t, &last);
    if (outlet == RZ_NONE && noun) outlet = rz_outlet_told_at(a, noun, &last);
    uint32_t end = outlet == RZ_NONE ? 0 : told_end(a, last, limit);
    if (!end) return false;
    rz_source source = rz_source_of_outlet(a, outlet, t, last);
    if (!a->out->publisher.id) rz_publisher_set(a, source, outlet, false);
    else link_chain(s, source, "quotes");
    if (rz_source_word_at(a, last, RZ_W_DECLARES)) label_tokens(a, t, end);
    return true; /* not the lead's end: the next line may say from whom it has it */
}

/* The sources at the head of a line of the lead. */
static void read_lead_line(sources *s, const rz_line *line, uint32_t from) {
    const rz_articles *a = s->a;
    uint32_t t = from;
    while (t < line->last && rz_is_punct(a, t, "~-<\",")) t++;
    uint32_t phrase = rz_source_word_at(a, t, RZ_W_REPORT);
    if (!phrase) phrase = rz_source_word_at(a, t, RZ_W_QUOTE);
    if (!phrase && read_told(s, t, line->last)) return;
    if (phrase) s->lead = t = read_chain(s, t, phrase, line->last, true, true);
    read_statement(s, t, line->last);
}

static bool has_statement(const sources *s) {
    for (uint32_t i = 0; i < s->chain.n; i++)
        if (s->chain.at[i].relation && !strcmp(s->chain.at[i].relation, "statement")) return true;
    return false;
}

/* «بر اساس اعلامیه وزارت خارجه …», «در خبرنامه‌ای که از سوی وزارت خارجه نشر شد»: the declaration named first at the head of a line. */
static void read_declaration(sources *s, const rz_line *line) {
    const rz_articles *a = s->a;
    uint32_t noun = RZ_NONE;
    for (uint32_t t = line->first; t < line->last && t < line->first + NEAR && noun == RZ_NONE; t++)
        if (rz_source_word_at(a, t, RZ_W_STATEMENT)) noun = t;
    for (uint32_t t = noun; noun != RZ_NONE && t < line->last && t < noun + STATEMENT_WITHIN; t++) {
        const rz_mention *m = rz_mention_at(a, t);
        if (m && m->kind == RZ_M_ORGANISATION) {
            rz_named_source named = {.first = m->first, .last = m->last, .outlet = RZ_NONE, .body = m};
            if (rz_body_id(a, m)) link_chain(s, rz_source_make(a, &named), "statement");
            return;
        }
        if (is_other_actor(a, t)) return;
    }
}

/* «…خواهد کرد. به گزارش ایسنا، …»: a crawl ran the lead and the report together. */
static void read_second_sentence(sources *s, const rz_line *line, uint32_t t) {
    while (t < line->last && !rz_is_stop(s->a, t)) t++;
    for (t++; t < line->last && rz_is_punct(s->a, t, "-~");) t++;
    uint32_t phrase = t < line->last ? rz_source_word_at(s->a, t, RZ_W_REPORT) : 0;
    if (phrase) s->lead = read_chain(s, t, phrase, line->last, true, false);
}

/* One line of the lead names the sources. Where the publisher is known from elsewhere the third line does so no more: what
 * is reported there is a sentence's source. */
static void read_lead(sources *s) {
    const rz_articles *a = s->a;
    uint32_t seen = 0, most = a->out->publisher.id ? LEAD_LINES - 1 : LEAD_LINES;
    for (uint32_t i = a->begin; i < a->end && seen < most && !s->lead; i++) {
        const rz_line *line = &a->lines[i];
        if (line->role == RZ_LINE_CHROME || line->role == RZ_LINE_TITLE || (!line->verbs && line->words < NEAR)) continue;
        uint32_t from = i == a->begin ? a->body_first : line->first;
        while (from < line->last && a->out->in_label[from]) from++;
        read_lead_line(s, line, from);
        if (!s->lead && !a->out->publisher.id && seen == 0) read_second_sentence(s, line, from);
        if (!a->alone && !has_statement(s) && seen > 0) read_declaration(s, line);
        seen++;
    }
}

static bool begins_line(const rz_articles *a, uint32_t token) {
    for (uint32_t i = a->begin; i < a->n_lines; i++)
        if (a->lines[i].first == token) return true;
    return false;
}

static void read_tail(sources *s) {
    rz_articles *a = s->a;
    if (a->tail == RZ_NONE) return;
    uint32_t t = a->tail, end, limit = t;
    while (limit < a->text->n_tokens && limit < t + NEAR * 4) limit++;
    for (uint32_t i = a->begin; i < a->n_lines; i++)
        if (a->lines[i].first <= t && t < a->lines[i].last && limit > a->lines[i].last) limit = a->lines[i].last;
    while (t < limit && rz_is_punct(a, t, "./~-([<\"")) t++;
    uint32_t phrase = rz_chrome_at(a, t, RZ_C_TAIL);
    if (phrase) t = phrase;
    while (t < limit && rz_is_punct(a, t, "./~-:([<\"")) t++;
    rz_named_source named;
    if (!rz_read_source(a, t, limit, true, &named, &end)) {
        uint32_t last = t; /* a tail says what it says: a few words after «منبع:» are a name */
        while (phrase && last < limit && a->text->tokens[last].kind != RZ_TOKEN_PUNCT) last++;
        if (last == t || last > t + 5) return;
        named = (rz_named_source){.first = t, .last = last, .outlet = RZ_NONE};
    }
    rz_source source = rz_source_make(a, &named);
    bool signature = !phrase && named.outlet != RZ_NONE && begins_line(a, a->tail) && !rz_is_punct(a, a->tail, "./");
    if (!a->out->publisher.id && signature) rz_publisher_set(a, source, named.outlet, true);
    else if (!a->out->publisher.id || strcmp(a->out->publisher.id, source.id) != 0) link_chain(s, source, "quotes");
}

/* «دفتر نمایندگی روسیه در وین اعلام کرد»: the token after the verb, 0 where it is no source. */
static bool declares(const rz_articles *a, const rz_mention *m) {
    uint32_t stop = m->last + DECLARES_WITHIN;
    for (uint32_t u = m->last; u < stop && u < a->text->n_tokens && !rz_is_stop(a, u); u++) {
        if (is_other_actor(a, u)) return false;
        if (rz_source_word_at(a, u, RZ_W_DECLARES)) return true;
    }
    return false;
}

static void read_cited(sources *s) {
    const rz_articles *a = s->a;
    for (uint32_t i = a->begin; i < a->end; i++) {
        const rz_line *line = &a->lines[i];
        for (uint32_t t = line->first; t < line->last; t++) {
            if (t < s->lead || !a->out->in_body[t]) continue;
            uint32_t phrase = rz_source_word_at(a, t, RZ_W_REPORT);
            if (!phrase) phrase = rz_source_word_at(a, t, RZ_W_QUOTE);
            bool outlet = phrase != 0; /* «به گفته X»: X may be a person */
            if (!phrase) phrase = rz_source_word_at(a, t, RZ_W_ACCORDING);
            const rz_mention *m = rz_mention_at(a, t);
            if (phrase) {
                uint32_t end = read_chain(s, t, phrase, line->last, false, outlet);
                t = (end > phrase ? end : phrase) - 1;
            } else if (m && m->kind == RZ_M_ORGANISATION && declares(a, m)) {
                rz_named_source named = {.first = m->first, .last = m->last, .outlet = RZ_NONE, .body = m};
                if (rz_body_id(a, m)) cite(s, rz_source_make(a, &named));
            }
        }
    }
}

void rz_find_sources(rz_articles *a) {
    sources s = {.a = a};
    publisher_of_page(&s);
    read_label(&s);
    read_lower_labels(&s);
    rz_publisher_of_lines(a);
    read_title_label(&s);
    read_lead(&s);
    rz_publisher_of_law(a);
    read_tail(&s);
    if (!a->alone) read_cited(&s);
    uint32_t own = a->out->publisher.id ? 1 : 0;
    a->out->chain = RZ_NEW_N(a->arena, rz_source, s.chain.n + own + 1);
    if (own) a->out->chain[0] = a->out->publisher;
    for (uint32_t i = 0; i < s.chain.n && a->out->n_chain + own < CHAIN_MAX; i++)
        if (!own || strcmp(s.chain.at[i].id, a->out->publisher.id) != 0) a->out->chain[own + a->out->n_chain++] = s.chain.at[i];
    a->out->n_chain += own;
    a->out->cited = s.cited.at;
    a->out->n_cited = s.cited.n;
}
