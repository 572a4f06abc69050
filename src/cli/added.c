#include "cli/added.h"

#include <stdio.h>

#include "cli/command.h"

static const char *many(size_t n) { return n == 1 ? "" : "s"; }

void cli_added_count(cli_added *sum, const rz_added *a) {
    sum->added += a->outcome == RZ_ADDED, sum->known += a->outcome == RZ_KNOWN, sum->anew += a->outcome == RZ_READ_ANEW;
    if (a->outcome == RZ_KNOWN) return;
    sum->new_events += a->new_events, sum->merged_events += a->merged_events;
    sum->copies += *a->copy_of != '\0';
    sum->statements += a->statements, sum->instruments += a->instruments;
}

void cli_added_say(const char *label, const rz_added *a) {
    unsigned events = a->new_events + a->merged_events;
    cli_put(stdout, label);
    if (a->outcome == RZ_KNOWN) {
        fputs(": skipped: the record has it", stdout);
        return;
    }
    fputs(a->outcome == RZ_ADDED ? ": added: " : ": read anew: ", stdout);
    if (!events && !a->statements && !a->instruments) {
        fputs("nothing of diplomacy found in it", stdout);
    } else {
        printf("%u event%s", events, many(events));
        if (a->merged_events) printf(" (%u merged into known ones)", a->merged_events);
        printf(", %u statement%s", a->statements, many(a->statements));
        if (a->instruments) printf(", %u agreement%s", a->instruments, many(a->instruments));
    }
    if (*a->copy_of) printf("; a copy of %s", a->copy_of);
}

void cli_added_sum(const cli_added *s, const char *record) {
    size_t done = s->added + s->anew;
    printf("%zu article%s added to ", done, many(done));
    cli_put(stdout, record);
    if (s->anew) printf(" (%zu read anew)", s->anew);
    if (s->known) printf(", %zu there already", s->known);
    if (s->copies) printf(s->copies == 1 ? ", %zu of them a copy of another" : ", %zu of them copies of others", s->copies);
    if (done) printf(": %zu new event%s, %zu merged into known ones, %zu statement%s, %zu agreement%s", s->new_events, many(s->new_events), s->merged_events,
                     s->statements, many(s->statements), s->instruments, many(s->instruments));
}
