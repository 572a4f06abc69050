/* Options: a table for each command says what it takes. */
#ifndef RZ_CLI_OPTIONS_H
#define RZ_CLI_OPTIONS_H

#include "cli/command.h"
#include "rayzan.h"

typedef enum {
    CLI_FLAG,   /* into: bool */
    CLI_TEXT,   /* into: const char * */
    CLI_TEXTS,  /* into: cli_texts; may be given more than once */
    CLI_WORD,   /* into: const char *, one of `words` */
    CLI_NUMBER, /* into: unsigned, 1 and more */
    CLI_AMOUNT, /* into: double, more than 0: seconds, minutes */
    CLI_DAYS,   /* into: rz_days, in either calendar */
    CLI_SPAN    /* the same, or FROM..TO, or ..TO, which leaves from RZ_NO_DAY */
} cli_kind;

typedef struct {
    const char *at[32];
    size_t n;
} cli_texts;

typedef struct {
    const char *name; /* without its dashes; NULL ends a table */
    char letter;      /* the short form, or 0 */
    cli_kind kind;
    void *into;
    const char *words; /* of CLI_WORD, apart by spaces */
} cli_option;

/* Takes the options out of argv, wherever they stand before «--»; what is left, *n operands, stands at argv[0]….
 * True: go on. False: *status is what to exit with, the help or the complaint having been printed. */
bool cli_options(const cli_command *command, const cli_option *options, int argc, char **argv, int *n, int *status);

/* What most commands take. */
typedef struct {
    const char *format, *lang, *record, *input, *map;
    rz_days published;
    unsigned jobs;
    cli_texts data; /* folders laid over the built-in tables */
} cli_common;

#define CLI_FORMAT(common, list) {"format", 'f', CLI_WORD, &(common)->format, list}
#define CLI_LANG(common) {"lang", 'l', CLI_WORD, &(common)->lang, "fa en"}
#define CLI_PUBLISHED(common) {"published", 0, CLI_SPAN, &(common)->published, NULL}
#define CLI_JOBS(common) {"jobs", 'j', CLI_NUMBER, &(common)->jobs, NULL}
#define CLI_INPUT(common) {"input", 0, CLI_WORD, &(common)->input, "text html warc feed jsonl csv zip"}
#define CLI_MAP(common) {"map", 0, CLI_TEXT, &(common)->map, NULL}
#define CLI_RECORD(common) {"record", 'r', CLI_TEXT, &(common)->record, NULL}
#define CLI_DATA(common) {"data", 0, CLI_TEXTS, &(common)->data, NULL}

/* Their defaults: the language of the environment, one thread, no day known. */
cli_common cli_common_defaults(const char *format);

/* The engine with the folders of --data over it; NULL after a complaint. */
rz_engine *cli_engine(const cli_command *command, const cli_common *common);

#endif
