#include "cli/inputs.h"

#include <errno.h>
#include <fcntl.h>
#include <fts.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

struct cli_inputs {
    const cli_articles *all;
    rz_input_form form;
    size_t path;     /* of all->paths, the next */
    FTS *walk;       /* through a folder */
    bool walk_found; /* a file in it */
    char *folder;
    int file;
    char *name; /* of the file that is open */
    rz_bundle *bundle;
};

cli_inputs *cli_inputs_open(const cli_articles *articles) {
    cli_inputs *in = calloc(1, sizeof *in);
    if (in) in->all = articles, in->file = -1, in->form = articles->common->input ? rz_input_form_named(articles->common->input) : RZ_INPUT_GUESSED;
    return in;
}

static void close_file(cli_inputs *in) {
    rz_bundle_close(in->bundle);
    if (in->file > STDIN_FILENO) close(in->file);
    free(in->name);
    in->bundle = NULL;
    in->file = -1;
    in->name = NULL;
}

static void close_folder(cli_inputs *in) {
    if (in->walk) fts_close(in->walk);
    free(in->folder);
    in->walk = NULL;
    in->folder = NULL;
}

void cli_inputs_close(cli_inputs *in) {
    if (!in) return;
    close_file(in);
    close_folder(in);
    free(in);
}

void cli_article_free(cli_article *a) {
    if (!a) return;
    rz_reading_free(a->reading);
    free(a->label);
    free(a->held);
    free(a);
}

/* ---- an article of its own ---- */

static size_t length(const char *text) { return text ? strlen(text) + 1 : 0; }

static const char *put(char **to, const char *text) {
    if (!text) return NULL;
    size_t n = strlen(text) + 1;
    char *at = memcpy(*to, text, n);
    *to += n;
    return at;
}

/* With copies of all that the bundle lends; of the text only where others are read at the same time, for else it is done with before the next
 * is asked for. */
static cli_article *own(const cli_inputs *in, const rz_input *from) {
    cli_article *a = calloc(1, sizeof *a);
    bool alone = in->all->common->jobs <= 1;
    size_t said = length(from->path) + length(from->url) + length(from->title) + length(from->outlet) + length(from->said_published) + length(from->charset);
    char label[32] = "", *to = a ? malloc((alone ? 0 : from->size) + said + 1) : NULL;
    if (!to) return free(a), NULL;
    a->held = to;
    a->input = *from;
    a->input.lasting = in->all->let_go; /* until the article is freed */
    if (!alone) {
        a->input.bytes = memcpy(to, from->bytes, from->size);
        to += from->size;
    }
    a->input.path = put(&to, from->path);
    a->input.url = put(&to, from->url);
    a->input.title = put(&to, from->title);
    a->input.outlet = put(&to, from->outlet);
    a->input.said_published = put(&to, from->said_published);
    a->input.charset = put(&to, from->charset);
    const rz_days known = in->all->common->published;
    if (known.from != RZ_NO_DAY || known.to != RZ_NO_DAY) a->input.published = known;
    if (from->record) snprintf(label, sizeof label, ", record %llu", (unsigned long long)from->record);
    a->label = malloc(length(from->path) + sizeof label);
    if (!a->label) return cli_article_free(a), NULL;
    sprintf(a->label, "%s%s", from->path && strcmp(from->path, "-") ? from->path : "standard input", label);
    return a;
}

/* What could not be read: `label` and the error. */
static cli_article *refused(const char *label, const rz_error *error) {
    cli_article *a = calloc(1, sizeof *a);
    if (!a || !(a->label = strdup(strcmp(label, "-") ? label : "standard input"))) return free(a), NULL;
    a->error = *error;
    return a;
}

static cli_article *refused_because(const char *label, const char *format, ...) __attribute__((format(printf, 2, 3)));
static cli_article *refused_because(const char *label, const char *format, ...) {
    rz_error error = {.code = RZ_IO};
    va_list args;
    va_start(args, format);
    vsnprintf(error.message, sizeof error.message, format, args);
    va_end(args);
    return refused(label, &error);
}

/* ---- files and folders ---- */

/* Opens a file; or tells why not (NULL: memory ran out). */
static bool open_file(cli_inputs *in, const char *path, cli_article **why_not) {
    rz_error error;
    *why_not = NULL;
    in->file = strcmp(path, "-") ? open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY) : STDIN_FILENO;
    if (in->file < 0) return *why_not = refused_because(path, "cannot be opened: %s", strerror(errno)), false;
    in->name = strdup(path);
    if (in->name) in->bundle = rz_bundle_open(in->file, in->name, in->form, in->all->common->map, &error);
    return in->bundle != NULL;
}

static int by_name(const FTSENT **a, const FTSENT **b) { return strcmp((*a)->fts_name, (*b)->fts_name); }

static bool is_folder(const char *path) {
    struct stat about;
    return strcmp(path, "-") && stat(path, &about) == 0 && S_ISDIR(about.st_mode);
}

static bool open_folder(cli_inputs *in, const char *path) {
    in->folder = strdup(path);
    char *paths[] = {in->folder, NULL};
    in->walk = in->folder ? fts_open(paths, FTS_LOGICAL | FTS_NOCHDIR, by_name) : NULL;
    in->walk_found = false;
    return in->walk != NULL;
}

/* The next file of a folder; hidden ones are passed over. *why_not: what of it could not be looked into. NULL with none: its end. */
static const char *next_in_folder(cli_inputs *in, cli_article **why_not) {
    *why_not = NULL;
    for (FTSENT *e; (e = fts_read(in->walk));) {
        if (e->fts_level > 0 && e->fts_name[0] == '.') {
            fts_set(in->walk, e, FTS_SKIP);
        } else if (e->fts_info == FTS_DNR || e->fts_info == FTS_ERR || e->fts_info == FTS_NS) {
            in->walk_found = true;
            *why_not = refused_because(e->fts_path, "cannot be looked into: %s", strerror(e->fts_errno));
            return NULL;
        } else if (e->fts_info == FTS_SLNONE || e->fts_info == FTS_DC) {
            in->walk_found = true;
            *why_not = refused_because(e->fts_path, e->fts_info == FTS_DC ? "is a folder around itself: passed over" : "is a link to nothing");
            return NULL;
        } else if (e->fts_info == FTS_F) {
            in->walk_found = true;
            return e->fts_path;
        }
    }
    if (!in->walk_found) *why_not = refused_because(in->folder, "has no files in it");
    close_folder(in);
    return NULL;
}

/* Opens what comes next. NULL and no file open: what follows is to be looked for; *end: there is nothing more. */
static cli_article *open_next(cli_inputs *in, bool *end, bool *no_memory) {
    cli_article *why_not = NULL;
    const char *path = NULL;
    if (in->walk) {
        path = next_in_folder(in, &why_not);
        if (!path) return why_not;
    } else if (in->path == in->all->n_paths) {
        *end = true;
        return NULL;
    } else {
        path = in->all->paths[in->path++];
        if (is_folder(path)) return *no_memory = !open_folder(in, path), NULL;
    }
    *no_memory = !open_file(in, path, &why_not) && !why_not;
    return why_not;
}

cli_article *cli_inputs_next(cli_inputs *in, bool *no_memory) {
    *no_memory = false;
    for (bool end = false; !end && !*no_memory;) {
        if (!in->bundle) {
            cli_article *a = open_next(in, &end, no_memory);
            if (a) return a;
            continue;
        }
        rz_input input;
        rz_error error = {0};
        rz_next next = rz_bundle_next(in->bundle, &input, &error);
        cli_article *a = next == RZ_NEXT_ARTICLE ? own(in, &input) : next == RZ_NEXT_END ? NULL : refused(in->name, &error);
        if (next == RZ_NEXT_END || next == RZ_NEXT_BROKEN) close_file(in);
        if (next == RZ_NEXT_END) continue;
        *no_memory = !a;
        return a;
    }
    return NULL;
}
