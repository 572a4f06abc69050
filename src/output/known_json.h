/* What the record knows as JSON: parts, each one value. */
#ifndef RZ_OUTPUT_KNOWN_JSON_H
#define RZ_OUTPUT_KNOWN_JSON_H

#include "base/json.h"
#include "base/stream.h"
#include "rayzan.h"

/* A key and its value; the ones that take "" for unknown write null for it. */
void rz_json_known(rz_json *json, const char *key, const char *text);
void rz_json_days(rz_json *json, rz_days days); /* from, to */
void rz_json_published(rz_json *json, rz_days days);
void rz_json_named(rz_json *json, const char *key, const rz_named *named); /* {id, fa, en} or null */

typedef enum { RZ_PROOF_ALONE, RZ_PROOF_WITHIN } rz_proof_form; /* within: with what stands around it */
void rz_known_event_json(rz_json *json, const rz_known_event *event, rz_proof_form form);
void rz_known_statement_json(rz_json *json, const rz_known_statement *statement, rz_proof_form form);
void rz_json_party(rz_json *json, const rz_party *party); /* the keys of an object that is open */
void rz_json_proofs(rz_json *json, const char *key, const rz_proof *at, uint32_t n, rz_proof_form form);

/* JSON objects, a line each. */
typedef struct {
    rz_stream stream;
    bool failed;
} rz_json_lines; /* stays where it is between open and finish */
bool rz_json_lines_open(rz_json_lines *lines);
void rz_json_line(rz_json_lines *lines, rz_json *json); /* finishes json and adds it */
char *rz_json_lines_finish(rz_json_lines *lines);       /* to be freed with rz_free; NULL when memory ran out */

#endif
