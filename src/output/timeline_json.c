/* A timeline for programs: an event a line. */
#include "output/known_json.h"

char *rz_timeline_json(const rz_engine *engine, const rz_timeline *timeline) {
    rz_json_lines lines;
    (void)engine; /* the names come with the events */
    if (!rz_json_lines_open(&lines)) return NULL;
    for (size_t i = 0; i < timeline->n_events; i++) {
        rz_json json = {0};
        rz_known_event_json(&json, &timeline->events[i], RZ_PROOF_ALONE);
        rz_json_line(&lines, &json);
    }
    return rz_json_lines_finish(&lines);
}
