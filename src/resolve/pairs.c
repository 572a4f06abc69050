/* Two at once: «طرفین», «دو کشور», «دو وزیر», «وزرای خارجه X و Y»; which two is told by what stands near, else by what the
 * whole report is about. */
#include "resolve/resolve.h"

enum { BACK = 24, MOST = 3, NEVER = 2, FAR = 90 };

typedef struct {
    uint32_t at[MOST]; /* members or rows, each once, the last told first */
    uint32_t n;
} few;

static void take(few *f, uint32_t one) {
    for (uint32_t i = 0; i < f->n; i++)
        if (f->at[i] == one) return;
    if (one != RZ_NONE && f->n < MOST) f->at[f->n++] = one;
}

static bool is_person(const rz_cast_member *m) { return !strcmp(m->shown.kind, "person") || !strcmp(m->shown.kind, "office"); }

/* A spokesman is none of the two of whom he tells. */
bool rz_is_spokesman(const rz_cast *cast, const rz_cast_member *m) { return m->office != RZ_NONE && rz_row_has(cast->data, m->office, "kind", "voice"); }

static bool is_state(const rz_cast *cast, rz_row row) { return row != RZ_NONE && rz_row_type_of(cast->data, row) == RZ_STATE; }

static void take_state(const rz_cast *cast, few *f, rz_row state) {
    if (is_state(cast, state)) take(f, state);
}

/* Whose a mention is: of a person by who he turned out to be. */
static rz_row state_of(const rz_cast *cast, const rz_mention *m) {
    if (m->kind == RZ_M_OUTLET) return RZ_NONE;
    return m->actor != RZ_NONE ? cast->members.at[m->actor].state : rz_state_told(&cast->found->scene, m);
}

typedef struct {
    few people, states, listed;
} around;

static bool are_states(const rz_mention *a, const rz_mention *b) {
    return (a->kind == RZ_M_STATE || a->kind == RZ_M_PLACE) && (b->kind == RZ_M_STATE || b->kind == RZ_M_PLACE);
}

/* Is it the office, or one of those that it stands for: «رهبر» is a president or a prime minister? */
static bool holds(const rz_cast *cast, const rz_cast_member *m, rz_row office) {
    if (office == RZ_NONE || m->office == office) return true;
    rz_str ids = rz_row_get(cast->data, office, "stands-for");
    for (rz_str id = rz_str_word(&ids); id.size && m->office != RZ_NONE; id = rz_str_word(&ids))
        if (rz_str_is(id, rz_row_id(cast->data, m->office))) return true;
    return false;
}

/* «X با هر دو وزیر دیدار کرد»: X is neither. */
static uint32_t meets_them(const rz_cast *cast, uint32_t mention) {
    const rz_link *link = &cast->found->scene.links[mention];
    uint32_t subject = link->prep != RZ_C_WITH || link->clause == RZ_NONE ? RZ_NONE : cast->found->scene.clauses[link->clause].subject;
    return subject == RZ_NONE || subject >= mention ? RZ_NONE : cast->mentions->at[subject].actor;
}

/* Who and which states the sentence tells of, up to the mention; those of an office alone where one is given. */
static around told_in(const rz_cast *cast, uint32_t mention, uint32_t sentence, rz_row office) {
    const rz_scene *s = &cast->found->scene;
    around a = {.people = {.n = 0}};
    uint32_t meets = meets_them(cast, mention);
    for (uint32_t i = mention; i-- > 0 && mention - i <= BACK;) {
        const rz_mention *m = &cast->mentions->at[i];
        uint32_t here = rz_token_sentence(s, m->first);
        if (here < sentence) break;
        if (here > sentence || m->head != RZ_NONE || (meets != RZ_NONE && m->actor == meets)) continue;
        const rz_cast_member *who = m->actor == RZ_NONE ? NULL : &cast->members.at[m->actor];
        bool fits = who && is_person(who) && !rz_is_voice(s, i) && !rz_is_spokesman(cast, who) && is_state(cast, who->state) && holds(cast, who, office);
        if (fits && m->kind != RZ_M_COLLECTIVE) take(&a.people, m->actor);
        if (m->kind == RZ_M_COLLECTIVE && m->actor2 != RZ_NONE) {
            take_state(cast, &a.states, cast->members.at[m->actor2].state);
            if (fits) take(&a.people, m->actor2), take(&a.people, m->actor);
            if (!a.listed.n && m->state == RZ_NONE) take_state(cast, &a.listed, cast->members.at[m->actor2].state), take_state(cast, &a.listed, state_of(cast, m));
        }
        take_state(cast, &a.states, state_of(cast, m));
        const rz_mention *next = &m[1];
        bool pair = !a.listed.n && i + 1 < mention && are_states(m, next) && s->links[i + 1].list == i && (i + 2 >= cast->mentions->n || s->links[i + 2].list != i);
        if (pair) take_state(cast, &a.listed, state_of(cast, m)), take_state(cast, &a.listed, state_of(cast, next));
    }
    return a;
}

static bool of_two_states(const rz_cast *cast, const few *people) {
    return people->n == 2 && cast->members.at[people->at[0]].state != cast->members.at[people->at[1]].state;
}

/* The last two people of different states named before; those who are `bygone` too. */
static void last_two(const rz_cast *cast, rz_row of_office, bool bygone, uint32_t *a, uint32_t *b) {
    *a = *b = RZ_NONE;
    for (uint32_t i = cast->recent.n; i-- > 0 && cast->recent.n - i < RZ_LOOK_BACK;) {
        uint32_t index = cast->recent.at[i];
        const rz_cast_member *m = &cast->members.at[index];
        if (!is_person(m) || !is_state(cast, m->state) || rz_is_spokesman(cast, m) || !holds(cast, m, of_office) || (!bygone && rz_is_bygone(cast, m->row))) continue;
        if (*a == RZ_NONE) *a = index;
        else if (index != *a && cast->members.at[*a].state != m->state) {
            *b = index;
            return;
        }
    }
}

static void last_pair(const rz_cast *cast, rz_row of_office, uint32_t *a, uint32_t *b) {
    last_two(cast, of_office, false, a, b);
    if (*b == RZ_NONE) last_two(cast, of_office, true, a, b);
}

static void count_states(rz_cast *cast) {
    const rz_scene *s = &cast->found->scene;
    cast->told = RZ_NEW_N(cast->arena, uint32_t, s->g->n_states + 1);
    memset(cast->told, 0, (s->g->n_states + 1) * sizeof *cast->told);
    for (uint32_t i = 0; i < cast->mentions->n; i++) {
        const rz_mention *m = &cast->mentions->at[i];
        if (m->kind == RZ_M_OUTLET || m->head != RZ_NONE || !cast->article->in_body[m->first]) continue;
        uint32_t one = rz_state_index(s->g, rz_state_told(s, m)), two = rz_state_index(s->g, m->state2);
        if (one != RZ_NONE) cast->told[one]++;
        if (two != RZ_NONE) cast->told[two]++;
    }
}

static uint32_t times_told(const rz_cast *cast, rz_row state) {
    uint32_t i = rz_state_index(cast->found->scene.g, state);
    return i == RZ_NONE ? 0 : cast->told[i];
}

/* The only two states of the title. */
static bool title_pair(const rz_cast *cast, rz_row *a, rz_row *b) {
    few states = {.n = 0};
    const rz_article *article = cast->article;
    for (uint32_t i = 0; i < cast->mentions->n && cast->mentions->at[i].first < article->title_last; i++) {
        const rz_mention *m = &cast->mentions->at[i];
        bool there = m->kind == RZ_M_PLACE && cast->found->scene.links[i].kind == RZ_LINK_PREP && cast->found->scene.links[i].prep == RZ_C_IN; /* «… در رم» */
        if (m->first < article->title_first || m->head != RZ_NONE || m->kind == RZ_M_OUTLET || there) continue;
        take_state(cast, &states, rz_state_told(&cast->found->scene, m));
        take_state(cast, &states, m->state2);
    }
    if (states.n != 2) return false;
    *a = states.at[0], *b = states.at[1];
    return true;
}

/* The two states that the report tells of far more than of any other; false: there are none. */
static bool most_told(const rz_cast *cast, rz_row *a, rz_row *b) {
    enum { LEAST = 3 };
    const rz_scene *s = &cast->found->scene;
    uint32_t best[MOST] = {0}, which[MOST] = {0};
    for (uint32_t i = 0; i < s->g->n_states; i++)
        for (uint32_t k = 0; k < MOST; k++) {
            if (cast->told[i] <= best[k]) continue;
            for (uint32_t j = MOST - 1; j > k; j--) best[j] = best[j - 1], which[j] = which[j - 1];
            best[k] = cast->told[i], which[k] = i;
            break;
        }
    if (best[1] < LEAST || best[1] < best[2] * 3 / 2 || best[1] <= best[2]) return false;
    *a = s->g->first_state + which[0];
    *b = s->g->first_state + which[1];
    return true;
}

/* The main pair, where what the last two people are of is told of seldom beside it. */
static bool rather_main(const rz_cast *cast, rz_row x, rz_row y, rz_row *a, rz_row *b) {
    rz_row p, q;
    if ((!title_pair(cast, &p, &q) && !most_told(cast, &p, &q)) || ((x == p || x == q) && (y == p || y == q))) return false;
    uint32_t less = times_told(cast, x) < times_told(cast, y) ? times_told(cast, x) : times_told(cast, y);
    if (y != RZ_NONE && less * NEVER > times_told(cast, q)) return false;
    *a = p, *b = q;
    return true;
}

/* ---- talks that another mediates or hosts: he is not one of the two ---- */

/* The rounds that the report tells of first with two parties, found once. */
static void find_rounds(rz_cast *cast) {
    const rz_found *found = cast->found;
    for (uint32_t i = 0; i < found->events.n && !cast->rounds; i++) {
        const rz_found_event *e = &found->events.at[i];
        few two = {.n = 0};
        if (!rz_kind_is(e->kind, RZ_KIND_ROUNDS)) continue;
        for (uint32_t p = 0; p < e->parts.n; p++)
            if (e->parts.at[p].mention < RZ_SPEAKER && !strcmp(e->parts.at[p].role, "participant"))
                take_state(cast, &two, rz_state_told(&found->scene, &cast->mentions->at[e->parts.at[p].mention]));
        if (two.n == 2) cast->rounds = e, cast->rounds_of[0] = two.at[0], cast->rounds_of[1] = two.at[1];
    }
}

void rz_pairs_prepare(rz_cast *cast) {
    count_states(cast);
    find_rounds(cast);
}

/* Whose mediator he is, or where they are. */
static bool is_third(const rz_cast *cast, const rz_found_event *rounds, rz_row state) {
    const rz_mention *place = rounds->place == RZ_NONE ? NULL : &cast->mentions->at[rounds->place];
    if (place && state != RZ_NONE && state == (place->kind == RZ_M_PLACE && place->row != RZ_NONE ? rz_row_state(cast->data, place->row) : place->row)) return true;
    for (uint32_t p = 0; p < rounds->parts.n; p++) {
        const rz_part *part = &rounds->parts.at[p];
        bool between = part->mention < RZ_SPEAKER && (!strcmp(part->role, "mediator") || !strcmp(part->role, "host"));
        if (between && state != RZ_NONE && rz_state_told(&cast->found->scene, &cast->mentions->at[part->mention]) == state) return true;
    }
    return false;
}

/* «مذاکرات X و Y با میانجی‌گری Z … کارشناسان دو کشور در Z»: X and Y. */
static bool mediated(const rz_cast *cast, rz_row x, rz_row y, rz_row *a, rz_row *b) {
    const rz_found_event *rounds = cast->rounds;
    rz_row p = cast->rounds_of[0], q = cast->rounds_of[1];
    if (!rounds || (x == p && y == q) || (x == q && y == p)) return false;
    bool third_x = is_third(cast, rounds, x), third_y = is_third(cast, rounds, y);
    if (!third_x && !third_y) return false;
    if (!(third_x || x == p || x == q || x == RZ_NONE) || !(third_y || y == p || y == q || y == RZ_NONE)) return false;
    *a = p, *b = q;
    return true;
}

/* «وزارت خارجه Z اعلام کرد که دو طرف …»: Z speaks of those between whom it mediates. */
static bool mediator_says(const rz_cast *cast, uint32_t mention, rz_row *a, rz_row *b) {
    const rz_scene *s = &cast->found->scene;
    const rz_found_event *rounds = cast->rounds;
    uint32_t first = mention;
    if (!rounds) return false;
    *a = cast->rounds_of[0], *b = cast->rounds_of[1];
    while (first > 0 && mention - first < BACK && rz_token_sentence(s, cast->mentions->at[first - 1].first) == rz_token_sentence(s, cast->mentions->at[mention].first)) first--;
    return first < mention && cast->mentions->at[first].kind != RZ_M_PLACE && is_third(cast, rounds, state_of(cast, &cast->mentions->at[first]));
}

/* Of the sentence: the states of its only two people, else its only two states, else the last two that it lists together. */
static bool pair_in(const rz_cast *cast, uint32_t mention, uint32_t sentence, rz_row *a, rz_row *b) {
    around told = told_in(cast, mention, sentence, RZ_NONE);
    if (of_two_states(cast, &told.people)) {
        *a = cast->members.at[told.people.at[1]].state, *b = cast->members.at[told.people.at[0]].state;
        return true;
    }
    const few *two = told.states.n == 2 ? &told.states : told.listed.n == 2 ? &told.listed : NULL;
    if (two) *a = two->at[1], *b = two->at[0];
    return two != NULL;
}

static bool told_by_people(const rz_cast *cast, uint32_t mention, uint32_t sentence) {
    around told = told_in(cast, mention, sentence, RZ_NONE);
    return of_two_states(cast, &told.people);
}

bool rz_pair_told_at(const rz_cast *cast, uint32_t token, bool main, rz_row *a, rz_row *b) {
    uint32_t mention = rz_mention_near(cast->mentions, token, 0), sentence = rz_token_sentence(&cast->found->scene, token);
    if (pair_in(cast, mention, sentence, a, b)) return true;
    if (sentence && pair_in(cast, mention, sentence - 1, a, b)) {
        if (main && !told_by_people(cast, mention, sentence - 1)) rather_main(cast, *a, *b, a, b);
        return true;
    }
    return main && (title_pair(cast, a, b) || most_told(cast, a, b));
}

void rz_pair_of_states(rz_cast *cast, uint32_t mention, rz_row *a, rz_row *b) {
    uint32_t x, y, sentence = rz_token_sentence(&cast->found->scene, cast->mentions->at[mention].first);
    if (pair_in(cast, mention, sentence, a, b)) {
        if (!told_by_people(cast, mention, sentence)) mediated(cast, *a, *b, a, b);
        return;
    }
    if (sentence && pair_in(cast, mention, sentence - 1, a, b)) {
        if (!rather_main(cast, *a, *b, a, b) && !told_by_people(cast, mention, sentence - 1)) mediated(cast, *a, *b, a, b);
        return;
    }
    last_pair(cast, RZ_NONE, &x, &y);
    rz_row his = x == RZ_NONE ? RZ_NONE : cast->members.at[x].state, other = y == RZ_NONE ? RZ_NONE : cast->members.at[y].state;
    /* «X وارد آنکارا شد. … دو کشور»: his and the one he went to */
    if (other == RZ_NONE && his != RZ_NONE && cast->gone_to != his) other = cast->gone_to;
    if (mediated(cast, his, other, a, b) || rather_main(cast, his, other, a, b)) return;
    *a = his, *b = other;
    if (other != RZ_NONE) return;
    *a = *b = RZ_NONE;
    for (uint32_t i = cast->members.n; i-- > 0 && *b == RZ_NONE;) {
        rz_row state = cast->members.at[i].state;
        if (!is_state(cast, state) || state == *a) continue;
        if (*a == RZ_NONE) *a = state;
        else *b = state;
    }
}

/* Is what the one sentence tells long over, and not what the other does? */
static bool over_there(const rz_cast *cast, uint32_t now, uint32_t then) {
    const rz_sentence *at = cast->text->sentences;
    return rz_is_background(cast, at[then].first) && !rz_is_background(cast, at[now].first);
}

/* The only two people, of two states, of the sentence or of the one before. */
static bool people_near(rz_cast *cast, uint32_t mention, rz_row office) {
    rz_mention *m = &cast->mentions->at[mention];
    uint32_t sentence = rz_token_sentence(&cast->found->scene, m->first);
    for (uint32_t back = 0, last = 1; back <= last && back <= sentence; back++) {
        if (back && last < MOST && over_there(cast, sentence, sentence - back)) {
            last++;
            continue;
        }
        around told = told_in(cast, mention, sentence - back, office);
        if (!of_two_states(cast, &told.people)) {
            if (told.states.n == 2) return false; /* two states are told of nearer by */
            continue;
        }
        rz_row a, b;
        if (back && office != RZ_NONE && rather_main(cast, cast->members.at[told.people.at[1]].state, cast->members.at[told.people.at[0]].state, &a, &b)) return false;
        m->actor = told.people.at[1], m->actor2 = told.people.at[0];
        return true;
    }
    return false;
}

/* Two people; «دو کشور» where two states are told of nearer by. */
static bool two_people(rz_cast *cast, uint32_t mention, rz_row office) {
    rz_mention *m = &cast->mentions->at[mention];
    rz_row a = RZ_NONE, b = RZ_NONE;
    if (people_near(cast, mention, office)) return true;
    uint32_t sentence = rz_token_sentence(&cast->found->scene, m->first);
    if (pair_in(cast, mention, sentence, &a, &b)) return false;
    last_pair(cast, office, &m->actor, &m->actor2);
    uint32_t meets = meets_them(cast, mention);
    if (m->actor2 == RZ_NONE || (meets != RZ_NONE && (m->actor == meets || m->actor2 == meets))) return false;
    return !rather_main(cast, cast->members.at[m->actor].state, cast->members.at[m->actor2].state, &a, &b);
}

/* «طرفین», «آنها» of the sentence before, once more; `people`: where they are people. */
static bool two_told(rz_cast *cast, uint32_t mention, bool people) {
    rz_mention *all = cast->mentions->at;
    for (uint32_t i = mention; i-- > 0 && mention - i < FAR && rz_token_sentence(&cast->found->scene, all[i].first) + 1 >= rz_token_sentence(&cast->found->scene, all[mention].first);) {
        if ((all[i].kind != RZ_M_COLLECTIVE && all[i].kind != RZ_M_PRONOUN) || all[i].actor2 == RZ_NONE) continue;
        if (people && !(is_person(&cast->members.at[all[i].actor]) && is_person(&cast->members.at[all[i].actor2]))) continue;
        all[mention].actor = all[i].actor, all[mention].actor2 = all[i].actor2;
        return true;
    }
    return false;
}

/* «آخرین دیدار آنها در X»: an event's noun stands right before it. */
static bool of_event(const rz_cast *cast, uint32_t mention) {
    enum { LONGEST = 4 };
    const rz_found *found = cast->found;
    uint32_t first = cast->mentions->at[mention].first;
    if (found->scene.links[mention].kind != RZ_LINK_OF) return false;
    for (uint32_t t = first; t-- > 0 && first - t <= LONGEST;)
        if (rz_trigger_at(found, t) != RZ_NONE) return found->events.at[rz_trigger_at(found, t)].last == first;
    return false;
}

/* «آنها هشدار دادند»: the body that spoke last, or the two who were told of just before; «دیدار آنها»: those two. */
void rz_they(rz_cast *cast, uint32_t mention) {
    const rz_link *link = &cast->found->scene.links[mention];
    uint32_t last = cast->last_subject;
    bool theirs = of_event(cast, mention);
    if (!theirs && (link->kind != RZ_LINK_FREE || link->clause == RZ_NONE || cast->found->scene.clauses[link->clause].subject != mention)) return;
    if (!theirs && last != RZ_NONE && !rz_cast_is_person(cast, last)) cast->mentions->at[mention].actor = last;
    else if (!two_told(cast, mention, false) && !rz_parties_before(cast, mention, 1)) people_near(cast, mention, RZ_NONE);
}

void rz_collective(rz_cast *cast, uint32_t mention) {
    rz_mention *m = &cast->mentions->at[mention];
    rz_row a = m->state, b = m->state2, of = m->office, p, q;
    if (a != RZ_NONE && b == RZ_NONE && m->whose == RZ_WHOSE_STATE) {
        m->actor = rz_leader_meant(cast, m, a);
        return;
    }
    if (a == RZ_NONE && mediator_says(cast, mention, &p, &q)) {
        a = p, b = q;
    } else if (a == RZ_NONE) {
        bool states = m->row != RZ_NONE && rz_row_has(cast->data, m->row, "kind", "states");
        bool told = !states && of == RZ_NONE && (rz_parties_before(cast, mention, 1) || two_told(cast, mention, true) || people_near(cast, mention, of) || rz_parties_before(cast, mention, FAR));
        if (told) return;
        if (!states && two_people(cast, mention, of)) return;
        m->actor = m->actor2 = RZ_NONE;
        rz_pair_of_states(cast, mention, &a, &b);
        if (b == RZ_NONE) return;
    }
    m->actor = rz_leader_meant(cast, m, a);
    if (b != RZ_NONE) m->actor2 = rz_leader_meant(cast, m, b);
}
