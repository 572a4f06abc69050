/* Articles found by words: for a terminal and for programs. */
#include "output/known.h"
#include "output/known_json.h"
#include "output/sheet.h"

enum { MOST_MATCHES = 3 };

static void show_match(rz_sheet *s, const rz_match *m, size_t number) {
    rz_show_number(s->out, &s->l, (long)number);
    const char *title = rz_some(m->title);
    fputs(". ", s->out);
    rz_put_apart(s->out, &s->l, *title ? title : rz_wording(s, "untitled"));
    fputs("  ", s->out);
    rz_put_apart(s->out, &s->l, rz_some(m->article));
    putc('\n', s->out);
    rz_text_row(s, "source", rz_named_label(&s->l, &m->outlet));
    rz_days_row(s, "published", m->published);
    rz_file_row(s, "address", rz_some(m->url));
    rz_file_row(s, "file", rz_some(m->path));
    rz_proof_rows(s, "found", m->matches, m->n_matches < MOST_MATCHES ? m->n_matches : MOST_MATCHES);
    putc('\n', s->out);
}

char *rz_search_text(const rz_engine *engine, const rz_search *search, const char *lang) {
    rz_sheet sheet, *s = &sheet;
    if (!rz_sheet_open(s, engine, lang)) return NULL;
    for (size_t i = 0; i < search->n_articles; i++) show_match(s, &search->articles[i], i + 1);
    rz_put_count(s, "report", "reports-n", search->n_articles, search->all_articles);
    putc('\n', s->out);
    return rz_sheet_finish(s);
}

static void match_json(rz_json *j, const rz_match *m) {
    rz_json_open(j, '{');
    rz_json_known(j, "article", m->article);
    rz_json_named(j, "outlet", &m->outlet);
    rz_json_known(j, "title", m->title);
    rz_json_known(j, "url", m->url);
    rz_json_known(j, "path", m->path);
    rz_json_published(j, m->published);
    rz_json_proofs(j, "matches", m->matches, m->n_matches, RZ_PROOF_WITHIN);
    rz_json_close(j, '}');
}

char *rz_search_json(const rz_engine *engine, const rz_search *search) {
    rz_json_lines lines;
    (void)engine; /* the names come with the articles */
    if (!rz_json_lines_open(&lines)) return NULL;
    for (size_t i = 0; i < search->n_articles; i++) {
        rz_json json = {0};
        match_json(&json, &search->articles[i]);
        rz_json_line(&lines, &json);
    }
    return rz_json_lines_finish(&lines);
}
