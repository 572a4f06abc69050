/* A timeline for a terminal. */
#include "output/blocks.h"

char *rz_timeline_table(const rz_engine *engine, const rz_timeline *timeline, const char *lang) {
    rz_sheet sheet;
    if (!rz_sheet_open(&sheet, engine, lang)) return NULL;
    rz_events_by_day(&sheet, timeline->events, timeline->n_events);
    if (timeline->n_events) putc('\n', sheet.out);
    rz_put_count(&sheet, "event", "events-n", timeline->n_events, timeline->all_events);
    putc('\n', sheet.out);
    return rz_sheet_finish(&sheet);
}
