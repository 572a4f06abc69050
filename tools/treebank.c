#include "tools/treebank.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* The n-th field of a line, into out. */
static void field(const char *line, int n, char *out, size_t room) {
    const char *p = line;
    for (; n && p; n--) p = strchr(p, '\t'), p = p ? p + 1 : NULL;
    size_t size = p ? strcspn(p, "\t\n") : 0;
    if (size >= room) size = room - 1;
    memcpy(out, p ? p : "", size);
    out[size] = '\0';
}

static void place(gold *g, const char *text, uint32_t *at, const char *form) {
    while (text[*at] == ' ') ++*at;
    g->start = *at;
    for (const char *p = form; *p; p++) {
        if (*p == ' ') continue;
        while (text[*at] == ' ') ++*at;
        if (text[*at]) ++*at;
    }
    g->end = *at;
}

uint32_t treebank_words_at(const gold *g, uint32_t n, uint32_t start, uint32_t end, uint32_t *first) {
    for (uint32_t i = 0; i < n; i++) {
        uint32_t k = i + 1;
        if (g[i].together || g[i].start != start) continue;
        while (k < n && g[k].together) k++;
        bool mark = k - i > 1 && !strcmp(g[k - 1].upos, "PUNCT") && g[i].end - strlen(g[k - 1].form) == end;
        *first = i;
        return g[i].end == end || mark ? k - i : 0;
    }
    return 0;
}

typedef struct {
    char text[TREEBANK_LINE];
    gold g[TREEBANK_WORDS];
    uint32_t n, at, until;
    uint32_t start, end; /* of a multiword token */
    bool first;          /* its first word is still to come */
} reader;

static void take_word(reader *r, const char *line) {
    char id[32], form[512];
    gold *w = &r->g[r->n];
    field(line, 0, id, sizeof id), field(line, 1, form, sizeof form);
    const char *dash = strchr(id, '-');
    if (dash) {
        r->until = (uint32_t)atoi(dash + 1);
        place(w, r->text, &r->at, form);
        r->start = w->start, r->end = w->end, r->first = true;
        return;
    }
    memcpy(w->form, form, sizeof form);
    field(line, 2, w->lemma, sizeof w->lemma), field(line, 3, w->upos, sizeof w->upos), field(line, 4, w->xpos, sizeof w->xpos);
    field(line, 9, w->misc, sizeof w->misc);
    w->together = false;
    if ((uint32_t)atoi(id) <= r->until) {
        w->together = !r->first;
        r->first = false;
        w->start = r->start, w->end = r->end;
    } else place(w, r->text, &r->at, w->form);
    r->n++;
}

void treebank_read(const char *path, uint32_t parts, treebank_sentence *take, void *self) {
    static char line[TREEBANK_LINE];
    static reader r;
    uint32_t number = 0, total = 0;
    FILE *in = fopen(path, "r");
    if (!in) perror(path), exit(1);
    while (fgets(line, sizeof line, in)) total += line[0] == '\n';
    rewind(in);
    r.n = r.at = r.until = 0;
    while (fgets(line, sizeof line, in)) {
        if (!strncmp(line, "# text = ", 9)) {
            snprintf(r.text, sizeof r.text, "%.*s", (int)strcspn(line + 9, "\n"), line + 9);
        } else if (line[0] == '\n') {
            if (r.n) take(self, r.text, r.g, r.n, parts ? number * parts / (total ? total : 1) : 0);
            r.n = r.at = r.until = 0;
            number++;
        } else if (line[0] != '#' && r.n < TREEBANK_WORDS) take_word(&r, line);
    }
    fclose(in);
}
