/* Who takes part by an office that no table has: «رئیس بنیاد X با دبیر شورای عالی Y دیدار کرد». */
#include "event/sent.h"

enum { MOST = 4 };

/* «رئیس بنیاد X گفت»: the last of his words, before a verb that it is no part of. */
static bool said_next(const rz_scene *s, uint32_t token) {
    uint32_t verb = token + 1 < s->text->n_tokens ? s->text->tokens[token + 1].verb : RZ_NONE, end;
    bool says = verb != RZ_NONE && rz_verb_listed(s, verb, rz_row_find(s->g->data, RZ_WORDS, RZ_STR("official-heads")));
    return says && s->text->tokens[token].kind == RZ_TOKEN_WORD && s->mention_at[token] == RZ_NONE && !rz_class_at(s, token, &end);
}

/* The words after the head that tell whose he is end before a small word, a time or a verb; the head alone tells nobody. */
static uint32_t office_end(const rz_found *found, const rz_found_event *e, uint32_t first) {
    const rz_scene *s = &found->scene;
    uint32_t head = rz_listed_whole(s, rz_row_find(s->g->data, RZ_WORDS, RZ_STR("official-heads")), first), end;
    if (head == first || head >= s->text->n_tokens || s->mention_at[first] != RZ_NONE || rz_class_at(s, head, &end) == RZ_C_AND) return first;
    uint32_t last = rz_crowd_name_end(found, e, first, head - first);
    if (last > head && said_next(s, last)) last++;
    return last >= head + 2 || (last > head && s->mention_at[head] != RZ_NONE) ? last : first;
}

/* He has a name or an office of the tables, or is told by others' that the words only point to. */
static bool is_known(const rz_scene *s, uint32_t first, uint32_t last) {
    uint32_t before = first ? s->mention_at[first - 1] : RZ_NONE, after = last < s->text->n_tokens ? s->mention_at[last] : RZ_NONE;
    if (first > 1 && s->text->tokens[first - 1].punct == ',') before = s->mention_at[first - 2];
    if (last + 1 < s->text->n_tokens && (s->text->tokens[last].punct == ',' || rz_is_quote(&s->text->tokens[last]))) after = s->mention_at[last + 1];
    if (before != RZ_NONE && s->mentions->at[before].kind == RZ_M_PERSON) return true;
    if (after != RZ_NONE && s->mentions->at[after].kind == RZ_M_PERSON) return true;
    uint32_t and; /* «X، وزیر خارجه Y و رئیس شورای Z»: his second office */
    if (first && rz_class_before(s, first, first - 1, false, &and) == RZ_C_AND && and && s->mention_at[and - 1] != RZ_NONE && s->mentions->at[s->mention_at[and - 1]].head != RZ_NONE) return true;
    if (first && rz_listed_before(s, rz_row_find(s->g->data, RZ_WORDS, RZ_STR("name-role")), first, first - 1)) return true; /* «نماینده رئیس بنیاد X» */
    if (first && rz_number_at(s, first - 1) && (rz_types_at(s->text, first) & RZ_TYPE(RZ_OFFICE))) return true; /* «یک معاون وزیر خارجه»: any of them */
    for (uint32_t t = first; t < last; t++) {
        uint32_t m = s->mention_at[t], end;
        uint8_t class = rz_class_at(s, t, &end);
        if (class == RZ_C_OWN || class == RZ_C_DEFINITE) return true;
        if (m != RZ_NONE && (rz_points_back(&s->mentions->at[m]) || s->mentions->at[m].kind == RZ_M_PERSON)) return true;
    }
    return false;
}

/* «رئیس بنیاد X در دیدار با Y گفت»: who heads the clause was at what it is set in. */
static const char *role_in_setting(const rz_found *found, const rz_found_event *e, uint32_t first) {
    const rz_scene *s = &found->scene;
    rz_link link = {.prep_token = RZ_NONE};
    uint32_t end;
    if (e->evoked != RZ_EVOKED_NOUN || !rz_kind_is(e->kind, RZ_KIND_CONTACT) || first > e->first || s->clauses[e->clause].subject != RZ_NONE || s->clauses[e->clause].verb == RZ_NONE) return NULL;
    if (e->last >= s->text->n_tokens || rz_class_at(s, e->last, &end) != RZ_C_WITH) return NULL;
    bool other = e->described.n > 0 || e->crowd_last > e->crowd_first; /* not «با خبرنگاران» */
    for (uint32_t i = 0; i < e->parts.n; i++) other |= e->parts.at[i].mention < s->mentions->n && !rz_is_press(s, e->parts.at[i].mention);
    if (!other) return NULL;
    rz_govern(s, &link, first);
    if (link.kind != RZ_LINK_FREE) return NULL;
    link = (rz_link){.prep_token = RZ_NONE};
    rz_govern(s, &link, e->first);
    bool set = link.kind == RZ_LINK_PREP && (link.prep == RZ_C_IN || link.prep == RZ_C_AFTER || link.prep == RZ_C_OCCASION);
    return set ? e->frame->subject : NULL;
}

static bool takes_part(const rz_found_event *e, uint32_t mention) {
    for (uint32_t i = 0; i < e->parts.n; i++)
        if (e->parts.at[i].mention == mention) return true;
    return false;
}

/* Whose office it is, where his name follows and the words alone tell of him: «با مدیر بندر X[،] علی رضایی». */
static uint32_t name_behind(const rz_scene *s, const rz_found_event *e, uint32_t last) {
    uint32_t at = last < s->text->n_tokens && s->text->tokens[last].punct == ',' ? last + 1 : last, m = at < s->text->n_tokens ? s->mention_at[at] : RZ_NONE;
    return m != RZ_NONE && s->mentions->at[m].first == at && s->mentions->at[m].kind == RZ_M_PERSON && !takes_part(e, m) ? m : RZ_NONE;
}

/* «با مدیر بندر X[، شهردار Y] و استاندار Z»: those of the tables listed behind him, who are whom he is otherwise. */
static void add_listed(const rz_scene *s, rz_found_event *e, uint32_t token, const char *role) {
    uint32_t others[MOST], n = 0;
    bool closed = false;
    for (uint32_t t = token, end; n < MOST && !closed && t < s->text->n_tokens; t = s->mentions->at[others[n - 1]].last) {
        closed = rz_class_at(s, t, &end) == RZ_C_AND;
        if (!closed && s->text->tokens[t].punct != ',') break;
        uint32_t next = closed ? end : t + 1, m = next < s->text->n_tokens ? s->mention_at[next] : RZ_NONE;
        bool one = m != RZ_NONE && s->mentions->at[m].first == next && (s->mentions->at[m].kind == RZ_M_OFFICE || s->mentions->at[m].kind == RZ_M_PERSON);
        if (!one || takes_part(e, m)) return;
        others[n++] = m;
    }
    for (uint32_t i = 0; i < n && closed; i++) *RZ_PUSH(s->arena, &e->parts) = (rz_part){others[i], role};
}

/* «در این دیدار رئیس بنیاد X نیز حضور داشت», «این نشست که با حضور رئیس بنیاد X برگزار شد»: where the clause tells who was there (`attends`), whoever no
 * preposition governs; in any, those «با حضور», «به همراه» whom it was. */
static void describe(const rz_scene *s, rz_found_event *e, uint32_t first, uint32_t last, const char *role) {
    for (uint32_t i = 0; i < e->described.n; i++)
        if (e->described.at[i].first == first) return;
    *RZ_PUSH(s->arena, &e->described) = (rz_described){first, last, role};
}

void rz_described_there(rz_found *found, rz_found_event *e, uint32_t clause, bool attends) {
    const rz_scene *s = &found->scene;
    rz_found_event there = *e;
    there.clause = clause;
    uint32_t from = s->clauses[clause].first, to = s->clauses[clause].last < from + RZ_CLAUSE_REACH ? s->clauses[clause].last : from + RZ_CLAUSE_REACH, start;
    for (uint32_t t = from; t < to && e->described.n < MOST; t++) {
        uint32_t last = s->clause_of[t] == clause ? office_end(found, &there, t) : t;
        if (last == t || is_known(s, t, last)) continue;
        rz_link link = {.prep_token = RZ_NONE};
        rz_govern(s, &link, t);
        bool this_one = link.kind == RZ_LINK_OF && link.chain < t && e->definite && t == e->last; /* «در این دیدار رئیس …» */
        bool listed = t > from && (s->text->tokens[t - 1].punct == ',' || rz_class_before(s, t, from, false, &start) == RZ_C_AND);
        bool with = link.kind == RZ_LINK_PREP && (link.prep == RZ_C_PRESENCE || link.prep == RZ_C_ALONG);
        if (with || (attends && (link.kind == RZ_LINK_FREE || this_one || listed))) describe(s, e, t, last, "participant");
        t = last - 1;
    }
}

void rz_described_add(rz_found *found, rz_found_event *e) {
    const rz_scene *s = &found->scene;
    if (!rz_kind_is(e->kind, RZ_KIND_CONTACT | RZ_KIND_JOURNEY | RZ_KIND_SESSION) || (e->definite && e->evoked != RZ_EVOKED_HAPPEN)) return;
    uint32_t end; /* «این نشست که با حضور رئیس بنیاد X برگزار شد» */
    bool relative = e->evoked == RZ_EVOKED_HAPPEN && e->last < s->text->n_tokens && rz_class_at(s, e->last, &end) == RZ_C_THAT && s->clause_of[e->last] < s->n_clauses;
    if (relative) rz_described_there(found, e, s->clause_of[e->last], false);
    if (rz_kind_is(e->kind, RZ_KIND_SESSION) && !e->definite) return;
    uint32_t from = s->clauses[e->clause].first < e->first ? s->clauses[e->clause].first : e->first, to = s->clauses[e->clause].last;
    if (e->first > from + RZ_REACH) from = e->first - RZ_REACH;
    if (to > e->last + RZ_REACH) to = e->last + RZ_REACH;
    for (uint32_t t = from; t < to && e->described.n < MOST; t++) {
        if ((t >= e->first && t < e->last) || (e->crowd_last > t && e->crowd_first <= t)) continue;
        uint32_t last = office_end(found, e, t);
        if (last == t) continue;
        bool known = is_known(s, t, last);
        const char *as_group = rz_role_of_group(found, e, t, last), *role = known ? NULL : as_group ? as_group : role_in_setting(found, e, t);
        uint32_t named = as_group && !role ? name_behind(s, e, last) : RZ_NONE;
        const char *his = named != RZ_NONE ? as_group : NULL;
        if (his) {
            rz_parts_drop_within(s, e, t, last);
            *RZ_PUSH(s->arena, &e->parts) = (rz_part){named, his};
            add_listed(s, e, s->mentions->at[named].last, his);
            t = s->mentions->at[named].last - 1;
        }
        if (!role) continue;
        rz_parts_drop_within(s, e, t, last);
        describe(s, e, t, last, role);
        add_listed(s, e, last, role);
        t = last - 1;
    }
}
