/* «این توافق به تصویب رسید»: which paper it points back to, where nothing was said of its stage when it was named; and which
 * one beside another has a stage of its own. */
#include "event/paper.h"

/* Where an agreement of the tables that begins at the token ends, or the token. */
static uint32_t past_known(const rz_scene *s, uint32_t token) {
    uint32_t end = token;
    for (rz_hits h = rz_hits_of(s->text, token, RZ_TYPE(RZ_AGREEMENT)); rz_hits_next(&h);)
        if (h.hit.last > end) end = h.hit.last;
    return end;
}

void rz_paper_note(const rz_scene *s, const rz_sentence *in, rz_paper_told *told) {
    for (uint32_t t = in->first; t < in->last;) {
        uint32_t known = past_known(s, t), next = known > t ? known : t + 1;
        for (rz_hits h = rz_hits_of(s->text, t, RZ_TYPE(RZ_AGREEMENT_NOUN)); rz_hits_next(&h);) {
            const rz_hit *hit = &h.hit;
            uint32_t start, end;
            if (known > t || hit->last >= in->last || rz_row_get(s->text->data, hit->row, "only").size) continue;
            if (hit->last > next) next = hit->last; /* «یادداشت تفاهم» is no «تفاهم» */
            uint8_t before = rz_class_before(s, t, in->first, false, &start);
            if (before == RZ_C_DEFINITE || before == RZ_C_GENERAL || before == RZ_C_NEGATIVE_NOUN) break;
            end = rz_paper_name_end(s, hit->last, in->last, false);
            bool once = rz_row_has(s->text->data, hit->row, "once", "yes");
            bool vain = end <= hit->last || rz_paper_says_nothing(s, hit->last, end) || rz_paper_no_accord(s, hit, end) || rz_paper_of_anybody(s, in, hit);
            if (!vain || once) *told = (rz_paper_told){.noun = *hit, .first = t, .last = vain ? hit->last : end}, next = told->last;
            break;
        }
        t = next;
    }
}

/* «که دو سند آن درباره X بود», «از جمله اسناد X و Y است»: some of those that are told, and those that it is one of. */
bool rz_paper_only_part(const rz_scene *s, const rz_sentence *in, const rz_hit *noun, uint32_t from) {
    enum { LONGEST = 3 };
    uint32_t last, low = from > in->first + LONGEST ? from - LONGEST : in->first;
    bool counted = from < noun->first && noun->last < in->last && rz_class_at(s, noun->last, &last) == RZ_C_DEFINITE && s->mention_at[noun->last] == RZ_NONE;
    return counted || (rz_paper_plural(s, noun) && rz_listed_before(s, rz_row_find(s->g->data, RZ_WORDS, RZ_STR("including")), from, low));
}

static bool is_adjective(const rz_scene *s, uint32_t token) { return (s->text->tokens[token].pos & RZ_POS_ADJ) && s->text->tokens[token].verb == RZ_NONE && s->mention_at[token] == RZ_NONE; }

/* «سند همکاری سیاسی[،] دفاعی و اقتصادی» */
static bool adjectives_go_on(const rz_scene *s, uint32_t comma, uint32_t limit) {
    enum { FAR = 10 };
    uint32_t end;
    if (!is_adjective(s, comma - 1)) return false;
    for (uint32_t t = comma + 1; t + 1 < limit && t < comma + FAR; t += 2) {
        if (!is_adjective(s, t)) return false;
        if (rz_class_at(s, t + 1, &end) == RZ_C_AND) return t + 2 < limit && is_adjective(s, t + 2);
        if (s->text->tokens[t + 1].punct != ',') return false;
    }
    return false;
}

/* «در حوزه الف[،] ب و پ»: the fields of one paper. */
bool rz_paper_fields_go_on(const rz_scene *s, uint32_t comma, uint32_t first, uint32_t limit) {
    enum { FAR = 10 };
    uint32_t end;
    if (s->text->tokens[comma].punct != ',') return false;
    if (comma > first && adjectives_go_on(s, comma, limit)) return true;
    if (!rz_listed_within(s, rz_row_find(s->g->data, RZ_WORDS, RZ_STR("fields-of-paper")), first, comma)) return false;
    for (uint32_t t = comma + 1; t < limit && t < comma + FAR; t++) {
        uint8_t class = rz_class_at(s, t, &end);
        if (class == RZ_C_AND) return t > comma + 1;
        bool plain = s->text->tokens[t].kind == RZ_TOKEN_WORD && s->text->tokens[t].verb == RZ_NONE && !class;
        if ((!plain && s->text->tokens[t].punct != ',') || s->mention_at[t] != RZ_NONE || rz_token_time(s, t) != RZ_NONE) return false;
    }
    return false;
}

/* «مورد توجه [قرار داد] و …», not «قرار داد اول». */
bool rz_paper_is_verb(const rz_scene *s, const rz_sentence *in, const rz_hit *noun) {
    uint32_t verb = s->text->tokens[noun->last - 1].verb, end;
    if (verb == RZ_NONE || s->text->verbs[verb].tense == RZ_INFINITIVE) return false;
    return noun->last >= in->last || s->text->tokens[noun->last].punct || rz_class_at(s, noun->last, &end) == RZ_C_AND;
}

/* «این سند», «این توافق» may be said of any paper. */
bool rz_paper_meant(const rz_scene *s, const rz_hit *noun, const rz_paper_told *told) {
    if (!told->last) return false;
    return told->noun.row == noun->row || rz_row_has(s->text->data, noun->row, "kind", "document") ||
           (rz_row_has(s->text->data, noun->row, "kind", "accord") && !rz_row_has(s->text->data, noun->row, "once", "yes"));
}

/* Beside an agreement of the tables: only what a clause of its own puts at a stage. */
bool rz_paper_apart(const rz_scene *s, const rz_sentence *in, uint32_t token) {
    enum { NEAR = 12 };
    uint32_t clause = s->clause_of[token], at;
    if (clause == RZ_NONE || rz_stage_in(s, in, clause, &at) == RZ_NONE) return false;
    for (uint32_t t = token > in->first + RZ_REACH ? token - RZ_REACH : in->first; t < in->last && t < token + RZ_REACH; t++)
        for (rz_hits h = rz_hits_of(s->text, t, RZ_TYPE(RZ_AGREEMENT)); rz_hits_next(&h);) {
            if (h.hit.type != RZ_AGREEMENT) continue;
            bool its_name = t <= token ? h.hit.last > token : t < token + NEAR && !rz_verb_between(s, token, t);
            if (its_name || s->clause_of[t] == clause) return false;
        }
    return true;
}

/* «پیمانی را که سال گذشته امضا شده بود تصویب کرد»: when it was signed is not when it was passed. */
bool rz_paper_signed_before(const rz_found *found, rz_row stage, const rz_found_event *e, uint32_t cue) {
    const rz_scene *s = &found->scene;
    bool later = s->g->stages[stage - s->g->first_stage].rank > rz_stage_rank(s->g, "signed");
    return later && e->clause != s->clause_of[cue] && s->clauses[e->clause].kind == RZ_CLAUSE_RELATIVE;
}

/* Does the clause tell of a paper; of one that the tables have? */
static bool names(const rz_scene *s, const rz_sentence *in, uint32_t clause, bool known) {
    for (uint32_t t = in->first; t < in->last; t++)
        for (rz_hits h = rz_hits_of(s->text, t, RZ_TYPE(RZ_AGREEMENT) | RZ_TYPE(RZ_AGREEMENT_NOUN)); rz_hits_next(&h);) {
            rz_row_type type = h.hit.type;
            if (s->clause_of[t] == clause && (type == RZ_AGREEMENT || (type == RZ_AGREEMENT_NOUN && !known))) return true;
        }
    return false;
}

/* «یادداشت تفاهم پاراف شد و مذاکره درباره موافقت‌نامه ادامه دارد»: each by the cues of its own clause, where it has any. */
bool rz_own_stage(const rz_scene *s, const rz_sentence *in, uint32_t noun, rz_row *stage, uint32_t *cue) {
    uint32_t at = *cue, clause = s->clause_of[noun], other = s->clause_of[*cue];
    rz_sentence near = *in; /* a sentence may be as long as an article */
    if (noun > near.first + 2 * RZ_REACH) near.first = noun - 2 * RZ_REACH;
    if (near.last > noun + 2 * RZ_REACH) near.last = noun + 2 * RZ_REACH;
    const rz_clause *at_cue = other == RZ_NONE ? NULL : &s->clauses[other];
    bool hangs = at_cue && at_cue->parent != RZ_NONE && at_cue->parent != clause && (at_cue->kind == RZ_CLAUSE_RELATIVE || at_cue->kind == RZ_CLAUSE_COMPLEMENT);
    bool of_that = hangs && names(s, &near, at_cue->parent, false); /* «پیمان X را امضا کردند که باید جایگزین توافقی شود که لازم‌الاجراست» */
    if (clause == RZ_NONE || clause == other || (!of_that && !names(s, &near, other, false))) return true;
    rz_row own = rz_stage_in(s, &near, clause, &at);
    if (own != RZ_NONE) *stage = own, *cue = at;
    return own != RZ_NONE || !names(s, &near, other, true);
}
