#include "data/schema.h"

#define REF(type) (1u << (type))
#define NAME(k) {.key = k, .name = true}
#define NAMES(k) {.key = k, .name = true, .required = true}
#define BESIDE(k) {.key = k, .name = true, .beside = true}
#define TEXT(k) {.key = k}
#define REFS(k, types) {.key = k, .kind = RZ_VALUE_REFS, .refs = (types)}
#define ONE_OF(k, list) {.key = k, .kind = RZ_VALUE_WORDS, .words = list}
#define END {.key = NULL}

enum {
    A_STATE = REF(RZ_STATE),
    A_PLACE = REF(RZ_PLACE),
    A_PARTY = REF(RZ_STATE) | REF(RZ_ORGANISATION) | REF(RZ_FORUM),
    A_WHOSE = A_PARTY | REF(RZ_BODY)
};

/* keys that every row may have */
static const rz_key_schema common[] = {
    {.key = "checked", .kind = RZ_VALUE_CHECKED}, TEXT("note"), TEXT("wikidata"),
    ONE_OF("guard", "yes slot full"), END};

static const rz_key_schema state[] = {NAMES("fa"), NAME("adj"), NAME("speaks"), {.key = "en", .required = true},
                                      {.key = "iso", .kind = RZ_VALUE_ISO}, REFS("capital", A_PLACE), REFS("seat", A_PLACE), TEXT("kind"), REFS("leader", REF(RZ_OFFICE)), END};
static const rz_key_schema place[] = {NAMES("fa"), NAME("adj"), {.key = "en", .required = true},
                                      REFS("state", A_STATE), TEXT("kind"), REFS("voice", A_PARTY), REFS("in", A_PLACE), REFS("capital", A_PLACE), END};
static const rz_key_schema person[] = {NAMES("fa"), NAME("short"), TEXT("en"), REFS("state", A_STATE),
                                       {.key = "holds", .kind = RZ_VALUE_HOLDS}, {.key = "visited", .kind = RZ_VALUE_SESSION}, TEXT("gender"), END};
static const rz_key_schema office[] = {NAMES("fa"), NAME("plural"), TEXT("en"), TEXT("of"), ONE_OF("unique", "yes no"),
                                       REFS("body", REF(RZ_BODY) | REF(RZ_ORGANISATION)), TEXT("kind"), TEXT("rank"), TEXT("whose"),
                                       REFS("seat", A_PLACE | A_PARTY), REFS("stands-for", REF(RZ_OFFICE)), REFS("for-organ", REF(RZ_OFFICE)), REFS("becomes", REF(RZ_OFFICE)), REFS("of-leader", REF(RZ_OFFICE)), END};
static const rz_key_schema organisation[] = {NAMES("fa"), NAME("short"), TEXT("en"), TEXT("kind"), REFS("state", A_STATE),
                                             REFS("seat", A_PLACE), REFS("members", A_PARTY), REFS("of", A_PARTY), END};
static const rz_key_schema body[] = {NAMES("fa"), NAME("plural"), TEXT("en"), TEXT("kind"), REFS("seat", A_PLACE), END};
static const rz_key_schema forum[] = {NAMES("fa"), NAME("short"), TEXT("en"), TEXT("kind"), REFS("members", A_PARTY),
                                      {.key = "session", .kind = RZ_VALUE_SESSION}, TEXT("numbered"),
                                      REFS("of", A_PARTY), REFS("topic", REF(RZ_TOPIC)), END};
static const rz_key_schema outlet[] = {NAMES("fa"), NAME("label"), TEXT("en"), REFS("state", A_STATE), REFS("home", A_STATE), REFS("service", REF(RZ_OUTLET)),
                                       TEXT("site"), TEXT("kind"), END};
static const rz_key_schema topic[] = {NAMES("fa"), NAME("listed"), TEXT("en"), REFS("broader", REF(RZ_TOPIC)), ONE_OF("kind", "field principle relations peace"),
                                      TEXT("deed"), REFS("peace", A_STATE | REF(RZ_ORGANISATION)), REFS("sides", A_STATE), END};
static const rz_key_schema agreement[] = {NAMES("fa"), NAME("short"), TEXT("en"), REFS("parties", A_PARTY),
                                          REFS("topic", REF(RZ_TOPIC)), TEXT("kind"), END};
static const rz_key_schema agreement_noun[] = {NAMES("fa"), NAME("plural"), TEXT("kind"), ONE_OF("once", "yes"), ONE_OF("binds", "yes"), ONE_OF("dated", "no placed"), TEXT("like"), TEXT("only"), TEXT("en"), END};
static const rz_key_schema title[] = {NAMES("fa"), NAME("plural"), TEXT("en"), TEXT("kind"), TEXT("gender"),
                                      ONE_OF("follows", "yes"), ONE_OF("given", "yes"), END};
static const rz_key_schema pronoun[] = {NAMES("fa"), TEXT("kind"), REFS("office", REF(RZ_OFFICE)), TEXT("number"), END};
static const rz_key_schema collective[] = {NAMES("fa"), TEXT("kind"), REFS("office", REF(RZ_OFFICE)), REFS("pair", REF(RZ_STATE)), TEXT("number"), END};
static const rz_key_schema kind[] = {{.key = "is", .required = true, .kind = RZ_VALUE_WORDS, .words =
    "contact met remote loose rounds joint sits session leaders open numbered press closing journey scene guest "
    "paper message credentials relations vote sanction attack release summons expulsion appointment crowd reasoned discussion"},
    REFS("in-rounds", REF(RZ_FRAME)), REFS("of-leaders", REF(RZ_FRAME)), END};
static const rz_key_schema known_event[] = {{.key = "kind", .required = true, .kind = RZ_VALUE_REFS, .refs = REF(RZ_KIND)},
    {.key = "among", .required = true, .kind = RZ_VALUE_REFS, .refs = A_PARTY | A_PLACE | REF(RZ_PERSON) | REF(RZ_AGREEMENT)},
    {.key = "day", .required = true, .kind = RZ_VALUE_SESSION}, END};
static const rz_key_schema term[] = {NAMES("fa"), {.key = "since", .required = true, .kind = RZ_VALUE_SESSION}, END};
/* Phrases that rules match: their authors choose the keys; these are the ones looked for in the text. */
#define PHRASES \
    NAME("fa"),     NAME("noun"),   NAME("phrase"),    NAME("cue"),    NAME("light"), NAME("mark"), NAME("plural"), \
    NAME("short"),  NAME("adj"),    NAME("speaks"),    NAME("label"),  NAME("hedge"), NAME("tail"), \
    NAME("weak"), NAME("before"), NAME("after"),  NAME("verb-noun"), NAME("start"),  NAME("end"), \
    REFS("office", REF(RZ_OFFICE)), REFS("verb", REF(RZ_VERB)), REFS("verbs", REF(RZ_VERB)), REFS("stance", REF(RZ_STANCE)), REFS("ahead", REF(RZ_STAGE)), REFS("denied", REF(RZ_STAGE))
static const rz_key_schema phrases[] = {PHRASES, NAME("block"), NAME("context"), NAME("unless"), NAME("home"), NAME("with"), END};
static const rz_key_schema frame[] = {PHRASES, BESIDE("block"), BESIDE("context"), BESIDE("unless"), BESIDE("home"), BESIDE("with"), REFS("kind", REF(RZ_KIND)), REFS("states", REF(RZ_KIND)), REFS("leaders", REF(RZ_KIND)), REFS("of-place", REF(RZ_FRAME)), REFS("among", REF(RZ_WORDS)), REFS("bearer", REF(RZ_WORDS)), REFS("doer", REF(RZ_WORDS)), REFS("outside", REF(RZ_WORDS)), REFS("closing", REF(RZ_WORDS)), END};
/* What tells the lines of a page from those of a report (data/chrome.txt says what each key does). */
static const rz_key_schema chrome[] = {NAME("end"),  NAME("mark"), NAME("alone"),     NAME("aside"), NAME("line"), NAME("prefix"),
                                       NAME("tail"), NAME("law"), NAME("claim"),  NAME("published"), NAME("today"),
                                       NAME("form"), NAME("caption"), NAME("credit"), NAME("resume"), NAME("author"), NAME("updated"), ONE_OF("closes", "yes"), END};
/* Tables that their own readers look up: nothing of them is searched in the text, but for fa. */
static const rz_key_schema spoken[] = {NAME("fa"), NAME("short"), NAME("plural"), NAME("worded"), NAME("bare"), END};
static const rz_key_schema silent[] = {END};
static const rz_key_schema label[] = {{.key = "fa", .required = true}, {.key = "en", .required = true}, END};

static const rz_row_schema schemas[RZ_ROW_TYPES] = {
    [RZ_STATE] = {"state", false, false, state},
    [RZ_PLACE] = {"place", false, false, place},
    [RZ_PERSON] = {"person", false, false, person},
    [RZ_OFFICE] = {"office", false, false, office},
    [RZ_ORGANISATION] = {"organisation", false, false, organisation},
    [RZ_BODY] = {"body", false, false, body},
    [RZ_FORUM] = {"forum", false, false, forum},
    [RZ_OUTLET] = {"outlet", false, false, outlet},
    [RZ_TOPIC] = {"topic", false, false, topic},
    [RZ_AGREEMENT] = {"agreement", false, false, agreement},
    [RZ_AGREEMENT_NOUN] = {"agreement-noun", false, false, agreement_noun},
    [RZ_TITLE] = {"title", false, false, title},
    [RZ_PRONOUN] = {"pronoun", false, false, pronoun},
    [RZ_COLLECTIVE] = {"collective", false, false, collective},
    [RZ_KIND] = {"kind", false, false, kind},
    [RZ_KNOWN_EVENT] = {"known-event", false, false, known_event},
    [RZ_TERM] = {"term", false, false, term},
    [RZ_FRAME] = {"frame", true, true, frame},
    [RZ_SPEECH] = {"speech", true, true, phrases},
    [RZ_STANCE] = {"stance", true, true, phrases},
    [RZ_STAGE] = {"stage", true, true, phrases},
    [RZ_WORDS] = {"words", true, true, phrases},
    [RZ_CHROME] = {"chrome", false, true, chrome},
    [RZ_MONTH] = {"month", true, false, spoken},
    [RZ_WEEKDAY] = {"weekday", true, false, spoken},
    [RZ_TIME] = {"time", true, true, phrases},
    [RZ_NUMBER] = {"number", true, false, spoken},
    [RZ_VERB] = {"verb", true, true, silent},
    [RZ_SUFFIX] = {"suffix", true, true, silent},
    [RZ_LETTER] = {"letter", true, true, silent},
    [RZ_LABEL] = {"label", false, false, label},
};

const rz_row_schema *rz_schema_of(rz_row_type type) { return &schemas[type]; }

rz_row_type rz_schema_type(rz_str name) {
    for (int t = 0; t < RZ_ROW_TYPES; t++)
        if (rz_str_is(name, schemas[t].type)) return (rz_row_type)t;
    return RZ_ROW_TYPES;
}

static const rz_key_schema *find(const rz_key_schema *keys, rz_str key) {
    for (; keys->key; keys++)
        if (rz_str_is(key, keys->key)) return keys;
    return NULL;
}

const rz_key_schema *rz_schema_key(rz_row_type type, rz_str key) {
    const rz_key_schema *found = find(schemas[type].keys, key);
    return found ? found : find(common, key);
}
