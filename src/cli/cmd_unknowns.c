/* rayzan unknowns: whom the articles name that the tables do not know, most frequent first. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "cli/articles.h"
#include "data/data.h"
#include "reading/engine.h"

static const char help[] =
    "Usage: rayzan unknowns [OPTION…] FILE… | FOLDER… | -\n"
    "\n"
    "Reads articles and ranks the people whom the tables do not know, and the offices whose holder on that day\n"
    "they do not know: in how many articles each stands, how often, and a sentence as an example.\n"
    "\n"
    "  -f, --format text|rows  text: a list (the default); rows: drafts of rows to complete, for a folder of\n"
    "                          your own or data/people (data/FORMAT.md)\n"
    "  -n, --first N           no more than the first N\n"
    "      --published DAY     the day on which the articles were published, where you know it; or FROM..TO, or ..TO (the crawl's)\n"
    "  -j, --jobs N            read on N threads; the output is the same\n"
    "      --input FORM        what the files are, where looking tells it wrong: text html warc feed jsonl csv zip\n"
    "      --map OURS=THEIRS,… what fields of rows are called: text, title, published, url, outlet (--map text=body)\n"
    "      --data FOLDER       lay your own tables over the built-in ones; may be given again\n"
    "\n"
    "Exit status: 0, 1 where some input failed and the rest was done, 2 for a wrong use.\n"
    "\n"
    "Example: rayzan unknowns --format rows --first 20 articles/*.txt > mine/people.txt\n";

enum { EXAMPLE_MAX = 300, ID_MOST = 80, ID_ROOM = ID_MOST + 12 };

typedef struct {
    char *id, *fa, *en, *state, *office, *example;
    bool holder; /* an office whose holder is not known */
    size_t articles, mentions;
    char draft[ID_ROOM]; /* the id of its draft */
} unknown;

typedef struct {
    unknown *at;
    size_t n, room;
    uint32_t *slots; /* index + 1 into at, by the hash of the id; a power of two of them */
    size_t n_slots;
    bool out_of_memory;
} table;

static uint32_t *slot_of(const table *t, const char *id) {
    size_t i = (size_t)rz_hash(id, strlen(id)) & (t->n_slots - 1);
    while (t->slots[i] && strcmp(t->at[t->slots[i] - 1].id, id) != 0) i = (i + 1) & (t->n_slots - 1);
    return &t->slots[i];
}

static bool make_room(table *t) {
    if (t->n < t->room) return true;
    size_t room = t->room ? t->room * 2 : 256;
    unknown *at = realloc(t->at, room * sizeof *at);
    if (!at) return false;
    t->at = at;
    uint32_t *slots = calloc(room * 2, sizeof *slots);
    if (!slots) return false;
    free(t->slots);
    t->slots = slots;
    t->n_slots = room * 2;
    t->room = room;
    for (size_t i = 0; i < t->n; i++) *slot_of(t, t->at[i].id) = (uint32_t)i + 1;
    return true;
}

static bool ends_sentence(const char *text, uint32_t at) {
    static const char *const ends[] = {"\n", ". ", ".\n", "! ", "\xD8\x9F" /* Arabic question mark */, "\xE2\x80\xA6" /* ellipsis */};
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++)
        if (strncmp(text + at, ends[i], strlen(ends[i])) == 0) return true;
    return false;
}

static bool inside_letter(const char *text, uint32_t at) { return ((unsigned char)text[at] & 0xC0) == 0x80; }

/* Ends of lines, and signs that would steer a terminal (C1 among them, two bytes in UTF-8), become spaces. */
static char *on_one_line(char *text) {
    for (unsigned char *c = (unsigned char *)text; c && *c; c++) {
        if (*c < ' ' || *c == 0x7F) *c = ' ';
        if (*c == 0xC2 && c[1] >= 0x80 && c[1] < 0xA0) *c = c[1] = ' ';
    }
    return text;
}

/* The sentence around the span, shortened to whole words, on one line. */
static char *example_of(const rz_reading *r, rz_span span) {
    uint32_t from = span.start, to = span.end, size = r->text_size;
    if (to > size || from > to) return strdup("");
    while (from > 0 && span.start - from < EXAMPLE_MAX / 2 && !ends_sentence(r->text, from - 1)) from--;
    while (to < size && to - from < EXAMPLE_MAX && !ends_sentence(r->text, to)) to++;
    if (from > 0 && !ends_sentence(r->text, from - 1))
        while (from < span.start && r->text[from] != ' ') from++;
    if (to < size && !ends_sentence(r->text, to))
        while (to > span.end && r->text[to] != ' ') to--;
    while (from < span.start && (r->text[from] == ' ' || inside_letter(r->text, from))) from++;
    while (to < size && inside_letter(r->text, to)) to++;
    return on_one_line(strndup(r->text + from, to - from));
}

static void free_unknown(unknown *u) {
    free(u->id), free(u->fa), free(u->en), free(u->state), free(u->office), free(u->example);
}

static unknown *add(table *t, const rz_reading *r, const rz_actor *a, rz_span first) {
    if (!make_room(t)) return NULL;
    uint32_t *slot = slot_of(t, a->id);
    if (*slot) return &t->at[*slot - 1];
    unknown *u = &t->at[t->n];
    *u = (unknown){.id = strdup(a->id), .fa = on_one_line(strdup(a->fa)), .en = strdup(a->en), .state = strdup(a->state),
                   .office = strdup(a->office), .holder = strcmp(a->kind, "office") == 0};
    u->example = example_of(r, first);
    if (!u->id || !u->fa || !u->en || !u->state || !u->office || !u->example) {
        free_unknown(u);
        return NULL;
    }
    *slot = (uint32_t)++t->n;
    return u;
}

static bool within(rz_span inner, rz_span outer) { return inner.start >= outer.start && inner.end <= outer.end; }

static bool is_told(const rz_reading *r, rz_span mention) {
    for (uint32_t k = 0; k < r->n_body; k++)
        if (within(mention, r->body[k])) return true;
    return within(mention, r->title_span);
}

/* How often the title and the body name it, and where first. Lists of tags and links around them run names together. */
static size_t times_told(const rz_reading *r, const rz_actor *a, rz_span *first) {
    size_t n = 0;
    for (uint32_t i = 0; i < a->n_mentions; i++)
        if (is_told(r, a->mentions[i]) && n++ == 0) *first = a->mentions[i];
    return n;
}

static bool take(void *self, cli_article *article) {
    table *t = self;
    for (uint32_t i = 0; i < article->reading->n_actors && !t->out_of_memory; i++) {
        const rz_actor *a = &article->reading->actors[i];
        if (strcmp(a->kind, "group") == 0) continue; /* «هزاران نفر»: words, and nobody's name */
        if (strncmp(a->id, "name:", 5) != 0 && strcmp(a->kind, "office") != 0) continue;
        rz_span first = {0, 0};
        size_t times = times_told(article->reading, a, &first);
        if (!times) continue;
        unknown *u = add(t, article->reading, a, first);
        if (u) u->articles++, u->mentions += times;
        else t->out_of_memory = true;
    }
    return !t->out_of_memory;
}

static int by_frequency(const void *a, const void *b) {
    const unknown *x = a, *y = b;
    if (x->articles != y->articles) return x->articles < y->articles ? 1 : -1;
    if (x->mentions != y->mentions) return x->mentions < y->mentions ? 1 : -1;
    return strcmp(x->id, y->id);
}

/* Lower-case ASCII with hyphens from the transliteration; gives its length. */
static size_t id_from(const char *en, char id[ID_ROOM]) {
    size_t n = 0;
    for (const char *c = en; *c && n < ID_MOST; c++) {
        bool upper = *c >= 'A' && *c <= 'Z', good = upper || (*c >= 'a' && *c <= 'z') || (*c >= '0' && *c <= '9');
        if (good) id[n++] = (char)(upper ? *c - 'A' + 'a' : *c);
        else if (n && id[n - 1] != '-') id[n++] = '-';
    }
    while (n && id[n - 1] == '-') n--;
    if (!n) n = (size_t)sprintf(id, "somebody");
    id[n] = '\0';
    return n;
}

static bool is_taken(const table *t, size_t before, const rz_data *data, const char *id) {
    if (rz_row_find(data, RZ_PERSON, rz_str_of(id)) != RZ_NONE) return true; /* the draft would replace that row */
    for (size_t i = 0; i < before; i++)
        if (strcmp(t->at[i].draft, id) == 0) return true;
    return false;
}

/* An id that no row of the tables and no draft before has. */
static void name_draft(table *t, size_t at, const rz_data *data) {
    unknown *u = &t->at[at];
    size_t n = id_from(u->en, u->draft);
    for (unsigned number = 2; is_taken(t, at, data, u->draft); number++) snprintf(u->draft + n, ID_ROOM - n, "-%u", number);
}

static void print_row(const unknown *u, const rz_data *data) {
    printf("# %zu article%s: %s\n", u->articles, u->articles == 1 ? "" : "s", u->example);
    if (u->holder) {
        printf("# who is %s? Write the name in, or add a holds line to the row of one who is known.\n# person \n#   fa \n", u->id);
    } else {
        printf("person %s\n  fa %s\n", u->draft, u->fa);
    }
    const char *mark = u->holder ? "# " : "";
    if (*u->en && !u->holder) printf("  en %s\n", u->en);
    if (rz_row_find(data, RZ_STATE, rz_str_of(u->state)) != RZ_NONE) printf("%s  state %s\n", mark, u->state);
    if (*u->office && *u->state) printf("%s  holds %s %s ..\n", mark, u->office, u->state);
    putchar('\n');
}

static void print_line(const unknown *u) {
    printf("%6zu %6zu  %s", u->articles, u->mentions, u->holder ? u->id : u->fa);
    if (*u->office) printf("  (%s%s%s)", u->office, *u->state ? " of " : "", u->state);
    printf("\n               %s\n", u->example);
}

static void print(table *t, const cli_common *common, size_t first, const rz_data *data) {
    bool rows = strcmp(common->format, "rows") == 0;
    if (!rows && t->n) fputs("articles times  who\n", stdout);
    for (size_t i = 0; i < t->n && i < first; i++) {
        if (rows) name_draft(t, i, data);
        if (rows) print_row(&t->at[i], data);
        else print_line(&t->at[i]);
    }
}

static void close_table(table *t) {
    for (size_t i = 0; i < t->n; i++) free_unknown(&t->at[i]);
    free(t->at);
    free(t->slots);
}

static int run(const cli_command *self, int argc, char **argv) {
    cli_common common = cli_common_defaults("text");
    unsigned first = 0;
    const cli_option options[] = {CLI_FORMAT(&common, "text rows"), {"first", 'n', CLI_NUMBER, &first, NULL},
                                  CLI_PUBLISHED(&common), CLI_JOBS(&common), CLI_INPUT(&common), CLI_MAP(&common), CLI_DATA(&common), {NULL, 0, CLI_FLAG, NULL, NULL}};
    int n, status;
    if (!cli_options(self, options, argc, argv, &n, &status)) return status;
    if (n == 0) return cli_misuse(self, "name the files to read, or - for standard input");
    rz_engine *engine = cli_engine(self, &common);
    if (!engine) return CLI_SOME_FAILED;
    table t = {0};
    status = cli_articles_read(&(cli_articles){self, &common, engine, argv, (size_t)n, &t, NULL, take, rz_read, true});
    if (t.out_of_memory) {
        cli_complain(self, NULL, "memory ran out; what was read before is printed");
        status = CLI_SOME_FAILED;
    }
    if (t.n) qsort(t.at, t.n, sizeof *t.at, by_frequency);
    print(&t, &common, first ? first : SIZE_MAX, rz_engine_data(engine));
    rz_engine_close(engine);
    close_table(&t);
    return status;
}

const cli_command cli_unknowns = {"unknowns", "names and offices that the tables do not know, ranked", help, run};
