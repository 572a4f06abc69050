/* rayzan watch: feeds and pages polled into a record. */
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/signalfd.h>
#include <unistd.h>

#include "cli/added.h"
#include "cli/addresses.h"
#include "cli/record.h"
#include "watch/watch.h"

static const char help[] =
    "Usage: rayzan watch [OPTION…] FEEDS.txt | -\n"
    "\n"
    "Polls the feeds and pages that a file lists, an address a line (# begins a comment), and keeps what they say in a\n"
    "record. Of a feed's items (RSS, Atom, RDF, sitemaps) the full pages are asked for; where one cannot be had, the\n"
    "feed's own text is read. What was read is not read again: RECORD.watch, beside the record, remembers it.\n"
    "\n"
    "  -r, --record RECORD     the record; else $RAYZAN_RECORD, else rayzan/record.rayzan in your data folder\n"
    "      --once              one round, then end; else go on until it is stopped (Ctrl-C, SIGTERM)\n"
    "      --every MINUTES     between two rounds (15)\n"
    "  -q, --quiet             only the sum at the end, and complaints\n"
    "      --contact ADDRESS   how you can be reached, told to the servers\n"
    "      --pause SECONDS     between two requests to one host, at least (1)\n"
    "      --max-pause SECONDS what of the Crawl-delay of a robots.txt is honoured (60)\n"
    "      --timeout SECONDS   for an answer, from asking to its end (30)\n"
    "      --max-size MIB      of an answer, also unpacked (16)\n"
    "      --back-off SECONDS  how long what failed is left alone; doubled each time, up to 6 hours (60)\n"
    "      --tries N           for a page, before the feed's own text is read (6)\n"
    "      --data FOLDER       lay your own tables over the built-in ones; may be given again\n"
    "\n"
    "It asks one thing of a host at a time, obeys robots.txt (as rayzan), Retry-After and ETag, and follows redirects to\n"
    "http and https alone. Proxies are those of the environment (https_proxy, no_proxy).\n"
    "Exit status: 0, also when it is stopped; 1 where an address or line failed in --once, or nothing can be watched; 2\n"
    "for a wrong use.\n"
    "\n"
    "Example: echo https://www.irna.ir/rss > feeds.txt; rayzan watch feeds.txt --once -r press.rayzan\n";

enum { MIB = 1 << 20 };

typedef struct {
    const cli_command *command;
    bool quiet, failed;
    cli_added sum;
} teller;

/* Nobody reads it any more: that is a reason to stop. */
static void end_line(void) {
    putchar('\n');
    if (fflush(stdout) || ferror(stdout)) raise(SIGTERM);
}

static void tell_kept(void *self, const char *label, const rz_added *added) {
    teller *t = self;
    cli_added_count(&t->sum, added);
    if (t->quiet) return;
    cli_added_say(label, added);
    end_line();
}

static void tell_said(void *self, const char *address, const char *what) {
    if (((teller *)self)->quiet) return;
    cli_put(stdout, address);
    fputs(": ", stdout);
    cli_put(stdout, what);
    end_line();
}

static void tell_failed(void *self, const char *address, const char *why) {
    teller *t = self;
    t->failed = true;
    cli_complain(t->command, address, "%s", why);
}

/* A file that can be read from when it is to stop; and nothing else happens then. */
static int stops(void) {
    static const int signals[] = {SIGTERM, SIGINT, SIGHUP};
    sigset_t set;
    sigemptyset(&set);
    for (int i = 0; i < 3; i++) {
        struct sigaction now;
        bool ignored = sigaction(signals[i], NULL, &now) == 0 && now.sa_handler == SIG_IGN; /* by nohup, by a shell's & */
        if (!ignored || signals[i] == SIGTERM) sigaddset(&set, signals[i]);
    }
    signal(SIGPIPE, SIG_IGN); /* a server that goes away */
    return sigprocmask(SIG_BLOCK, &set, NULL) ? -1 : signalfd(-1, &set, SFD_CLOEXEC);
}

typedef struct {
    cli_common common;
    const char *contact;
    bool once, quiet;
    double every, pause, pause_most, timeout, size, back_off;
    unsigned tries;
} wishes;

static int watch(const cli_command *self, const wishes *want, const cli_addresses *list, cli_record *r, watch_state *state, int stop) {
    char agent[300] = "rayzan/" RZ_VERSION;
    if (want->contact) snprintf(agent, sizeof agent, "rayzan/" RZ_VERSION " (+%.250s)", want->contact);
    teller t = {.command = self, .quiet = want->quiet};
    const watch_order order = {.engine = r->engine, .record = r->record, .state = state, .addresses = (const char *const *)list->at, .n_addresses = list->n,
                               .limits = {agent, want->timeout, (size_t)(want->size * MIB)},
                               .manners = {want->pause, want->pause_most, want->back_off, 6 * 3600.0, 24 * 3600.0},
                               .tries = want->tries, .every = want->every * 60, .once = want->once, .stop = stop,
                               .tell = {&t, tell_kept, tell_said, tell_failed}};
    watch_outcome out = watch_run(&order);
    if (out.no_memory) cli_complain(self, NULL, "memory ran out");
    cli_added_sum(&t.sum, r->path);
    if (out.waiting) printf("; %zu item%s left for later", out.waiting, out.waiting == 1 ? "" : "s");
    putchar('\n');
    return out.no_memory || (want->once && (t.failed || list->failed)) ? CLI_SOME_FAILED : CLI_DONE;
}

/* What is remembered stands beside the record. */
static watch_state *open_state(const cli_command *self, const char *record) {
    rz_error error = {0};
    char *path = NULL;
    if (asprintf(&path, "%s.watch", record) < 0) return cli_complain(self, NULL, "memory ran out"), NULL;
    watch_state *state = watch_state_open(path, &error);
    if (!state) cli_complain(self, NULL, "%s", error.message);
    free(path);
    return state;
}

static int run_with(const cli_command *self, const wishes *want, const char *path) {
    cli_addresses list = cli_addresses_read(self, path);
    cli_record r = {0};
    watch_state *state = NULL;
    int status = CLI_SOME_FAILED, stop = -1;
    if (!list.n) {
        if (!list.failed) cli_complain(self, path, "lists no address");
    } else if (cli_record_open(&r, self, &want->common, RZ_WRITE) && (state = open_state(self, r.path))) {
        if ((stop = stops()) < 0) cli_complain(self, NULL, "signals cannot be waited for");
        else status = watch(self, want, &list, &r, state, stop);
    }
    if (stop >= 0) close(stop);
    watch_state_close(state);
    cli_record_close(&r);
    cli_addresses_free(&list);
    return status;
}

static int run(const cli_command *self, int argc, char **argv) {
    wishes want = {.common = cli_common_defaults("text"), .every = 15, .pause = 1, .pause_most = 60, .timeout = 30, .size = 16, .back_off = 60, .tries = 6};
    const cli_option options[] = {CLI_RECORD(&want.common), CLI_DATA(&want.common),
                                  {"once", 0, CLI_FLAG, &want.once, NULL}, {"every", 0, CLI_AMOUNT, &want.every, NULL},
                                  {"quiet", 'q', CLI_FLAG, &want.quiet, NULL}, {"contact", 0, CLI_TEXT, &want.contact, NULL},
                                  {"pause", 0, CLI_AMOUNT, &want.pause, NULL}, {"max-pause", 0, CLI_AMOUNT, &want.pause_most, NULL},
                                  {"timeout", 0, CLI_AMOUNT, &want.timeout, NULL}, {"max-size", 0, CLI_AMOUNT, &want.size, NULL},
                                  {"back-off", 0, CLI_AMOUNT, &want.back_off, NULL}, {"tries", 0, CLI_NUMBER, &want.tries, NULL},
                                  {NULL, 0, CLI_FLAG, NULL, NULL}};
    int n, status;
    if (!cli_options(self, options, argc, argv, &n, &status)) return status;
    if (n != 1) return cli_misuse(self, "name the one file that lists the addresses, or - for standard input");
    if (want.size > 64) return cli_misuse(self, "--max-size: at most 64, what a page may have");
    if (want.contact && strpbrk(want.contact, "\r\n")) return cli_misuse(self, "--contact: it is one line");
    const char *why;
    if (!watch_ready(&why)) return cli_complain(self, NULL, "%s", why), CLI_SOME_FAILED;
    return run_with(self, &want, argv[0]);
}

const cli_command cli_watch = {"watch", "poll feeds and pages into a record, politely", help, run};
