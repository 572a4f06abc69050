#include "event/grammar.h"

#include "base/utf8.h"

static const char *const class_names[RZ_CLASSES] = {
    [RZ_C_WITH] = "with", [RZ_C_BETWEEN] = "between", [RZ_C_PRESENCE] = "presence", [RZ_C_TO] = "to", [RZ_C_IN] = "in",
    [RZ_C_ABOUT] = "about", [RZ_C_AGAINST] = "against", [RZ_C_HOST] = "host", [RZ_C_HEAD] = "head",
    [RZ_C_MEDIATOR] = "mediator", [RZ_C_OCCASION] = "occasion", [RZ_C_AFTER] = "after", [RZ_C_BEFORE] = "before",
    [RZ_C_FROM] = "from", [RZ_C_FOR] = "for", [RZ_C_CIRCUMSTANCE] = "circumstance", [RZ_C_ADDRESSEE] = "addressee", [RZ_C_ALONG] = "along", [RZ_C_AGENT] = "agent", [RZ_C_THAT] = "that", [RZ_C_AND] = "and",
    [RZ_C_CLAUSE] = "clause", [RZ_C_OBJECT] = "object", [RZ_C_ALSO] = "also", [RZ_C_DOCUMENT] = "document",
    [RZ_C_DOCUMENT_SAYS] = "document-says", [RZ_C_ACCORDING] = "according", [RZ_C_BY_REPORT] = "by-report",
    [RZ_C_WAS_PLANNED] = "was-planned", [RZ_C_NOUN_STATUS] = "noun-status", [RZ_C_BEFORE_NOUN] = "before-noun",
    [RZ_C_ANNOUNCED] = "announced", [RZ_C_HAPPEN] = "happen", [RZ_C_DEFINITE] = "definite", [RZ_C_AFORESAID] = "aforesaid",
    [RZ_C_TIMES] = "times",
    [RZ_C_CARRIER] = "carrier", [RZ_C_PLACE_WORD] = "place-word", [RZ_C_PROGRAMME] = "programme",
    [RZ_C_NEGATIVE_NOUN] = "negative-noun", [RZ_C_TOPIC_AXIS] = "topic-axis", [RZ_C_OTHER_WORLD] = "other-world",
    [RZ_C_ACTS_FOR] = "acts-for", [RZ_C_UNTIL_NOW] = "until-now", [RZ_C_RANKED] = "ranked",
    [RZ_C_ASIDE] = "aside", [RZ_C_DELEGATION] = "delegation", [RZ_C_OWN] = "own", [RZ_C_ENDED] = "ended", [RZ_C_ISSUE] = "issue", [RZ_C_EMPTY] = "empty", [RZ_C_GENERAL] = "general",
    [RZ_C_COUNTER] = "counter", [RZ_C_SITE] = "site", [RZ_C_ROUND] = "round", [RZ_C_ATTENDING] = "attending", [RZ_C_OTHER_DEED] = "other-deed",
    [RZ_C_OFFICIALS] = "officials", [RZ_C_MESSAGE] = "message", [RZ_C_REACTION] = "reaction", [RZ_C_QUESTION] = "question", [RZ_C_TOLD] = "told", [RZ_C_SOON] = "soon", [RZ_C_NOW] = "now", [RZ_C_COMPRISING] = "comprising", [RZ_C_UNTIL] = "until",
    [RZ_C_REFUSED] = "refused", [RZ_C_ACCUSED] = "accused", [RZ_C_ASKS] = "asks", [RZ_C_SEEKS] = "seeks", [RZ_C_INTENDS] = "intends", [RZ_C_IF] = "if", [RZ_C_ANY] = "any",
    [RZ_C_HAVING] = "having", [RZ_C_LEADERS] = "leaders", [RZ_C_OPENS] = "opens", [RZ_C_INCLUDING] = "including", [RZ_C_PROOF] = "proof", [RZ_C_JUDGED] = "judged",
};

static const struct {
    const char *name;
    uint32_t bit;
} needs_names[] = {{"actor", RZ_NEEDS_ACTOR}, {"two", RZ_NEEDS_TWO}, {"place", RZ_NEEDS_PLACE},
                   {"person", RZ_NEEDS_PERSON}, {"forum-or-two", RZ_NEEDS_FORUM_OR_TWO},
                   {"country", RZ_NEEDS_COUNTRY}, {"agreement", RZ_NEEDS_AGREEMENT}, {"round", RZ_NEEDS_ROUND},
                   {"two-or-against", RZ_NEEDS_TWO_OR_AGAINST}, {"never", RZ_NEEDS_NEVER}, {"forum-or-actor", RZ_NEEDS_FORUM_OR_ACTOR}, {"actor-or-two-told", RZ_NEEDS_ACTOR_OR_TWO_TOLD},
                   {"place-or-two", RZ_NEEDS_PLACE_OR_TWO}, {"two-or-held", RZ_NEEDS_TWO_OR_HELD}, {"actor-told", RZ_NEEDS_ACTOR_TOLD}, {"told", RZ_NEEDS_TOLD}, {"people", RZ_NEEDS_PEOPLE}, {"two-or-directed", RZ_NEEDS_TWO_OR_DIRECTED},
                   {"abroad", RZ_NEEDS_ABROAD}, {"actor-or-place", RZ_NEEDS_ACTOR_OR_PLACE}, {"again", RZ_NEEDS_AGAIN}, {"happens", RZ_NEEDS_HAPPENS}, {"done-to-person", RZ_NEEDS_DONE_TO_PERSON}, {"guest", RZ_NEEDS_GUEST}};

static rz_class class_named(rz_str name) {
    for (int c = 1; c < RZ_CLASSES; c++)
        if (class_names[c] && rz_str_is(name, class_names[c])) return (rz_class)c;
    return RZ_C_NONE;
}

static uint32_t row_list(const rz_data *data, rz_row_type type, rz_str value, rz_row *out, uint32_t n) {
    for (rz_str w = rz_str_word(&value); w.size; w = rz_str_word(&value)) {
        rz_row row = rz_row_find(data, type, w);
        n = row == RZ_NONE ? n : rz_row_add(data, row, out, n);
    }
    return n;
}

static void read_role(rz_arena *arena, rz_frame *f, rz_str value) {
    rz_str slot = rz_str_word(&value), role = rz_str_word(&value);
    const char *name = rz_copy(arena, role.at, role.size);
    if (rz_str_is(slot, "subject")) f->subject = name;
    else if (rz_str_is(slot, "of")) f->of = name;
    else if (rz_str_is(slot, "object")) f->object = name;
    else if (rz_str_is(slot, "passive")) f->passive = name;
    else if (rz_str_is(slot, "holder")) f->holder = name;
    else if (rz_str_is(slot, "on")) f->on = name;
    else {
        rz_class c = class_named(slot);
        if (c != RZ_C_NONE && c <= RZ_C_LAST_PREP) f->by_class[c] = name;
    }
}

static const struct {
    const char *name;
    uint32_t bit;
} kind_traits[] = {
    {"contact", RZ_KIND_CONTACT}, {"met", RZ_KIND_MET}, {"remote", RZ_KIND_REMOTE}, {"loose", RZ_KIND_LOOSE}, {"rounds", RZ_KIND_ROUNDS},
    {"joint", RZ_KIND_JOINT}, {"sits", RZ_KIND_SITS}, {"session", RZ_KIND_SESSION}, {"leaders", RZ_KIND_LEADERS}, {"open", RZ_KIND_OPEN},
    {"numbered", RZ_KIND_NUMBERED}, {"press", RZ_KIND_PRESS}, {"closing", RZ_KIND_CLOSING}, {"journey", RZ_KIND_JOURNEY}, {"scene", RZ_KIND_SCENE},
    {"guest", RZ_KIND_GUEST}, {"paper", RZ_KIND_PAPER}, {"message", RZ_KIND_MESSAGE}, {"credentials", RZ_KIND_CREDENTIALS},
    {"relations", RZ_KIND_RELATIONS}, {"vote", RZ_KIND_VOTE}, {"sanction", RZ_KIND_SANCTION}, {"attack", RZ_KIND_ATTACK},
    {"release", RZ_KIND_RELEASE}, {"summons", RZ_KIND_SUMMONS}, {"expulsion", RZ_KIND_EXPULSION}, {"appointment", RZ_KIND_APPOINTMENT},
    {"crowd", RZ_KIND_CROWD}, {"reasoned", RZ_KIND_REASONED}, {"discussion", RZ_KIND_DISCUSSION},
};

static rz_coding read_code(rz_arena *arena, rz_str value, bool with_status) {
    rz_coding code = {0};
    if (with_status) {
        rz_str status = rz_str_word(&value);
        code.status = rz_copy(arena, status.at, status.size);
    }
    rz_str *parts[] = {&code.plover, &code.mode, &code.cameo};
    for (int i = 0; i < 3; i++) {
        rz_str w = rz_str_word(&value);
        if (!rz_str_is(w, "-")) *parts[i] = (rz_str){rz_copy(arena, w.at, w.size), w.size};
    }
    return code;
}

static rz_row frame_in(const rz_grammar *g, rz_row row, const char *key) {
    rz_str id = rz_row_get(g->data, row, key);
    return id.size ? rz_row_find(g->data, RZ_FRAME, id) : RZ_NONE;
}

const rz_event_kind *rz_kind_named(const rz_grammar *g, rz_str id) {
    rz_row row = rz_row_find(g->data, RZ_KIND, id);
    return &g->kinds[row == RZ_NONE ? g->n_kinds : row - g->first_kind];
}

/* What its fields say that are no words to be found in text. */
static void read_frame_field(rz_arena *arena, const rz_data *data, rz_frame *f, const char *key, rz_str value) {
    static const char *const beside[RZ_BESIDE] = {"among", "bearer", "doer", "outside", "closing"};
    for (int i = 0; i < RZ_BESIDE; i++)
        if (!strcmp(key, beside[i])) f->beside[i].n = row_list(data, RZ_WORDS, value, f->beside[i].at, f->beside[i].n);
    if (!strcmp(key, "verbs")) f->n_verbs = row_list(data, RZ_VERB, value, f->verbs, f->n_verbs);
    else if (!strcmp(key, "verb")) f->n_simple = row_list(data, RZ_VERB, value, f->simple, f->n_simple);
    else if (!strcmp(key, "role")) read_role(arena, f, value);
    else if (!strcmp(key, "nominal")) f->nominal = !rz_str_is(value, "no");
    else if (!strcmp(key, "announced")) f->announced = rz_copy(arena, value.at, value.size);
    else if (!strcmp(key, "apart")) f->apart = rz_str_is(value, "yes");
    else if (!strcmp(key, "joins")) f->accompanies = rz_str_is(value, "yes");
    else if (!strcmp(key, "counts")) f->counts = rz_str_is(value, "yes");
    else if (!strcmp(key, "owner")) f->owner = rz_str_is(value, "yes");
    else if (!strcmp(key, "ends")) f->ends_state = rz_str_is(value, "yes");
    else if (!strcmp(key, "puts")) f->puts_office = rz_str_is(value, "office");
    else if (!strcmp(key, "after")) f->after_office = rz_str_is(value, "office"), f->after_place = rz_str_is(value, "place");
    else if (!strcmp(key, "who")) f->place_subject = rz_str_is(value, "place"), f->both_subject = rz_str_is(value, "both"), f->sends = rz_str_is(value, "sends");
    else if (!strcmp(key, "lifts")) f->lifts = rz_str_is(value, "yes");
    else if (!strcmp(key, "present")) f->present = rz_copy(arena, value.at, value.size);
    else if (!strcmp(key, "past")) f->past = rz_copy(arena, value.at, value.size);
    else if (!strcmp(key, "negative")) f->negative = rz_copy(arena, value.at, value.size);
    else if (!strcmp(key, "code")) *RZ_PUSH_BARE(arena, &f->codes) = read_code(arena, value, true);
    else if (!strcmp(key, "place"))
        for (rz_str w = rz_str_word(&value); w.size; w = rz_str_word(&value)) {
            if (rz_str_is(w, "seat")) f->at_seat = true;
            else if (rz_str_is(w, "home")) f->at_home = true;
            else if (rz_str_is(w, "object")) f->place_object = true;
            else if (class_named(w) <= RZ_C_LAST_PREP) f->places |= 1u << class_named(w);
        }
    else if (!strcmp(key, "needs"))
        for (rz_str w = rz_str_word(&value); w.size; w = rz_str_word(&value))
            for (size_t i = 0; i < sizeof needs_names / sizeof *needs_names; i++)
                if (rz_str_is(w, needs_names[i].name)) f->needs |= needs_names[i].bit;
}

static void read_kinds(rz_arena *arena, rz_grammar *g) {
    rz_rows_of(g->data, RZ_KIND, &g->first_kind, &g->n_kinds);
    g->kinds = RZ_NEW_N(arena, rz_event_kind, g->n_kinds + 1);
    for (uint32_t i = 0; i < g->n_kinds; i++) {
        rz_row row = g->first_kind + i;
        g->kinds[i].id = rz_row_id(g->data, row);
        g->kinds[i].in_rounds = frame_in(g, row, "in-rounds");
        g->kinds[i].of_leaders = frame_in(g, row, "of-leaders");
        for (size_t j = 0; j < sizeof kind_traits / sizeof *kind_traits; j++)
            if (rz_row_has(g->data, row, "is", kind_traits[j].name)) g->kinds[i].is |= kind_traits[j].bit;
    }
    g->kinds[g->n_kinds] = (rz_event_kind){.id = "", .in_rounds = RZ_NONE, .of_leaders = RZ_NONE};
    g->meeting = rz_kind_named(g, RZ_STR("meeting"));
    g->talks = rz_kind_named(g, RZ_STR("talks"));
    g->summit = rz_kind_named(g, RZ_STR("summit"));
}

static void read_frames(rz_arena *arena, rz_grammar *g) {
    rz_rows_of(g->data, RZ_FRAME, &g->first_frame, &g->n_frames);
    g->frames = RZ_NEW_N(arena, rz_frame, g->n_frames);
    g->coded = RZ_NEW_N(arena, uint32_t, g->n_frames);
    for (uint32_t i = 0; i < g->n_frames; i++) {
        rz_frame *f = &g->frames[i];
        f->row = g->first_frame + i;
        f->nominal = true;
        for (uint32_t j = 0; j < rz_fields_of(g->data, f->row); j++) {
            rz_field field = rz_field_at(g->data, f->row, j);
            if (field.key == g->k_noun || field.key == g->k_phrase) continue;
            if (field.key == g->k_context) f->has_context = true;
            else if (field.key == g->k_with) f->has_with = true;
            else if (field.key == g->k_block) f->has_block = true;
            else if (field.key == g->k_unless) f->has_unless = true;
            else if (field.key == g->k_home) f->has_home = true;
            else read_frame_field(arena, g->data, f, rz_key_name(g->data, field.key), field.value);
        }
        f->bound = f->has_context || f->beside[RZ_AMONG].n || f->beside[RZ_BEARER].n || f->beside[RZ_DOER].n;
        if (f->codes.n) g->coded[g->n_coded++] = i;
        f->kind = rz_kind_named(g, rz_row_get(g->data, f->row, "kind"));
        f->of_place = frame_in(g, f->row, "of-place");
        rz_str states = rz_row_get(g->data, f->row, "states");
        rz_str leaders = rz_row_get(g->data, f->row, "leaders");
        if (states.size) f->between_states = rz_kind_named(g, states);
        if (leaders.size) f->of_leaders = rz_kind_named(g, leaders);
        f->discussion = rz_kind_is(f->kind, RZ_KIND_DISCUSSION);
        if (!f->by_class[RZ_C_ALONG]) f->by_class[RZ_C_ALONG] = f->by_class[RZ_C_WITH];
        if (!f->by_class[RZ_C_AGENT]) f->by_class[RZ_C_AGENT] = f->by_class[RZ_C_FROM];
    }
}

static void read_speech(rz_arena *arena, rz_grammar *g) {
    rz_rows_of(g->data, RZ_SPEECH, &g->first_speech, &g->n_speech);
    g->speech = RZ_NEW_N(arena, rz_speech, g->n_speech);
    for (uint32_t i = 0; i < g->n_speech; i++) {
        rz_speech *s = &g->speech[i];
        s->row = g->first_speech + i;
        for (uint32_t j = 0; j < rz_fields_of(g->data, s->row); j++) {
            rz_field field = rz_field_at(g->data, s->row, j);
            const char *key = rz_key_name(g->data, field.key);
            if (!strcmp(key, "verbs")) s->n_verbs = row_list(g->data, RZ_VERB, field.value, s->verbs, s->n_verbs);
            else if (!strcmp(key, "verb")) s->n_simple = row_list(g->data, RZ_VERB, field.value, s->simple, s->n_simple);
        }
        s->stance = rz_row_find(g->data, RZ_STANCE, rz_row_get(g->data, s->row, "stance"));
        s->plain = s->stance == RZ_NONE || s->stance == g->announce;
        rz_grammar_read_needs(g, s);
        s->asks = rz_row_has(g->data, s->row, "asks", "yes");
        s->apart = rz_row_has(g->data, s->row, "apart", "yes");
        s->negated = rz_row_has(g->data, s->row, "negated", "yes");
        s->declares = rz_row_has(g->data, s->row, "declares", "yes");
        s->conveyed = rz_row_has(g->data, s->row, "conveyed", "yes");
    }
}

static void read_verbs(const rz_data *data, rz_row row, const char *key, rz_row *out, uint32_t *n) {
    for (uint32_t j = 0; j < rz_fields_of(data, row); j++) {
        rz_field field = rz_field_at(data, row, j);
        if (!strcmp(rz_key_name(data, field.key), key)) *n = row_list(data, RZ_VERB, field.value, out, *n);
    }
}

static void read_stances(rz_arena *arena, rz_grammar *g) {
    rz_rows_of(g->data, RZ_STANCE, &g->first_stance, &g->n_stances);
    g->stances = RZ_NEW_N(arena, rz_stance, g->n_stances + 1);
    for (uint32_t i = 0; i < g->n_stances; i++) {
        rz_stance *s = &g->stances[i];
        rz_row row = g->first_stance + i;
        s->rank = (uint32_t)rz_str_number(rz_row_get(g->data, row, "rank"));
        s->code = read_code(arena, rz_row_get(g->data, row, "code"), false);
        s->covers = rz_row_has(g->data, row, "covers", "yes");
        read_verbs(g->data, row, "verbs", s->verbs, &s->n_verbs);
        read_verbs(g->data, row, "verb", s->simple, &s->n_simple);
    }
    g->announce = rz_row_find(g->data, RZ_STANCE, RZ_STR("announce"));
    g->emphasize = rz_row_find(g->data, RZ_STANCE, RZ_STR("emphasize"));
    g->call_for = rz_row_find(g->data, RZ_STANCE, RZ_STR("call-for"));
    g->threaten = rz_row_find(g->data, RZ_STANCE, RZ_STR("threaten"));
    g->warn = rz_row_find(g->data, RZ_STANCE, RZ_STR("warn"));
    g->propose = rz_row_find(g->data, RZ_STANCE, RZ_STR("propose"));
    g->commit = rz_row_find(g->data, RZ_STANCE, RZ_STR("commit"));
    g->concern = rz_row_find(g->data, RZ_STANCE, RZ_STR("concern"));
    g->welcome = rz_row_find(g->data, RZ_STANCE, RZ_STR("welcome"));
}

static void read_stages(rz_arena *arena, rz_grammar *g) {
    rz_rows_of(g->data, RZ_STAGE, &g->first_stage, &g->n_stages);
    g->stages = RZ_NEW_N(arena, rz_stage, g->n_stages + 1);
    g->toward = rz_row_find(g->data, RZ_WORDS, RZ_STR("deeds-toward"));
    g->integrity = rz_row_find(g->data, RZ_TOPIC, RZ_STR("territorial-integrity"));
    g->agreed = rz_row_find(g->data, RZ_STAGE, RZ_STR("agreed"));
    for (uint32_t i = 0; i < g->n_stages; i++) {
        rz_stage *s = &g->stages[i];
        rz_row row = g->first_stage + i;
        rz_row means = rz_row_find(g->data, RZ_STAGE, rz_row_get(g->data, row, "means"));
        s->means = means == RZ_NONE ? row : means;
        s->rank = (uint32_t)rz_str_number(rz_row_get(g->data, s->means, "rank"));
        s->has_context = rz_row_get(g->data, row, "context").size > 0;
        s->has_unless = rz_row_get(g->data, row, "unless").size > 0;
        s->bound = rz_row_has(g->data, row, "bound", "yes");
        s->present = rz_row_has(g->data, row, "present", "yes");
        s->wish = rz_row_has(g->data, row, "wish", "yes");
        s->title = rz_row_has(g->data, row, "title", "yes");
        s->next = rz_row_has(g->data, row, "governs", "next");
        s->from = rz_row_has(g->data, row, "governs", "from");
        s->ahead = rz_row_find(g->data, RZ_STAGE, rz_row_get(g->data, row, "ahead"));
        s->denied = rz_row_find(g->data, RZ_STAGE, rz_row_get(g->data, s->means, "denied"));
        read_verbs(g->data, row, "verbs", s->verbs, &s->n_verbs);
    }
}

static const char *value_or_null(rz_str s) { return s.size ? s.at : NULL; }

static void read_endings(rz_grammar *g) {
    rz_row row = rz_row_find(g->data, RZ_WORDS, RZ_STR("own-ending"));
    uint32_t key = rz_key(g->data, "ending");
    for (uint32_t i = 0; row != RZ_NONE && i < rz_fields_of(g->data, row) && g->n_own < RZ_MAX_ENDINGS; i++) {
        rz_field f = rz_field_at(g->data, row, i);
        if (f.key != key) continue;
        for (const char *p = f.value.at, *end = p + f.value.size; p < end && g->own[g->n_own].n < RZ_ENDING_LETTERS;) {
            uint32_t length;
            uint8_t code = rz_letter_code(rz_utf8_next(p, end, &length));
            if (code) g->own[g->n_own].letters[g->own[g->n_own].n++] = code;
            p += length;
        }
        g->n_own++;
    }
}

static uint8_t voicing(const rz_data *data, rz_row row) {
    rz_str kind = rz_row_get(data, row, "voice");
    uint8_t voice = rz_str_is(kind, "office") ? RZ_VOICE_ONE : rz_str_is(kind, "group") ? RZ_VOICE_GROUP : RZ_VOICE_BODY;
    if (!kind.size) return RZ_VOICE_NONE;
    if (rz_row_has(data, row, "of", "yes")) voice |= RZ_VOICE_OF;
    if (rz_row_has(data, row, "one", "yes")) voice |= RZ_VOICE_SOME;
    if (rz_row_has(data, row, "closed", "yes")) voice |= RZ_VOICE_CLOSED;
    return rz_row_has(data, row, "seat", "yes") ? voice | RZ_VOICE_SEAT : voice;
}

static void read_words(rz_arena *arena, rz_grammar *g) {
    rz_rows_of(g->data, RZ_WORDS, &g->first_words, &g->n_words);
    g->class_of = RZ_NEW_N(arena, uint8_t, g->n_words + 1);
    g->signs_of = RZ_NEW_N(arena, uint32_t, g->n_words + 1);
    g->status_of = RZ_NEW_N(arena, const char *, g->n_words + 1);
    g->channel_of = RZ_NEW_N(arena, const char *, g->n_words + 1);
    g->needs_outlet = RZ_NEW_N(arena, bool, g->n_words + 1);
    g->impersonal = RZ_NEW_N(arena, bool, g->n_words + 1);
    g->negated = RZ_NEW_N(arena, bool, g->n_words + 1);
    g->voice_of = RZ_NEW_N(arena, uint8_t, g->n_words + 1);
    g->words_verbs = rz_alloc_array(arena, g->n_words + 1, sizeof *g->words_verbs);
    for (uint32_t i = 0; i < g->n_words; i++) {
        rz_row row = g->first_words + i;
        g->class_of[i] = (uint8_t)class_named(rz_row_get(g->data, row, "class"));
        g->status_of[i] = value_or_null(rz_row_get(g->data, row, "status"));
        g->channel_of[i] = value_or_null(rz_row_get(g->data, row, "channel"));
        g->signs_of[i] = (g->class_of[i] ? RZ_SIGN(g->class_of[i]) : 0) | (g->status_of[i] ? RZ_SIGN_STATUS : 0) | (g->channel_of[i] ? RZ_SIGN_CHANNEL : 0);
        g->needs_outlet[i] = rz_row_has(g->data, row, "needs", "outlet");
        g->voice_of[i] = voicing(g->data, row);
        g->impersonal[i] = rz_row_has(g->data, row, "impersonal", "yes");
        g->negated[i] = rz_row_has(g->data, row, "negated", "yes");
        uint32_t n = row_list(g->data, RZ_VERB, rz_row_get(g->data, row, "verbs"), g->words_verbs[i], 0);
        while (n < RZ_MAX_VERBS) g->words_verbs[i][n++] = RZ_NONE;
    }
}

void rz_grammar_make(rz_arena *arena, const rz_data *data, rz_grammar *g) {
    *g = (rz_grammar){.data = data};
    rz_grammar_read_names(g);
    read_stances(arena, g);
    read_stages(arena, g);
    rz_grammar_read_topics(arena, g);
    rz_grammar_read_offices(arena, g);
    read_kinds(arena, g);
    read_frames(arena, g);
    read_speech(arena, g);
    read_words(arena, g);
    read_endings(g);
    rz_verb_uses_make(arena, g);
}

const rz_coding *rz_code_for(const rz_grammar *g, const rz_event_kind *kind, const char *status) {
    for (uint32_t i = 0; i < g->n_coded; i++) {
        const rz_frame *f = &g->frames[g->coded[i]];
        if (f->kind != kind) continue;
        for (uint32_t j = 0; j < f->codes.n; j++)
            if (!strcmp(f->codes.at[j].status, status)) return &f->codes.at[j];
    }
    return NULL;
}

uint32_t rz_stage_rank(const rz_grammar *g, const char *id) {
    rz_row row = rz_row_find(g->data, RZ_STAGE, rz_str_of(id));
    return row == RZ_NONE ? 0 : g->stages[row - g->first_stage].rank;
}
