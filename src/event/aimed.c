/* Whom a statement is directed at: told beside the words that make its stance («از X تشکر کرد», «اقدام X را محکوم کرد», «به X تسلیت گفت»),
 * as the table of stances says; and whoever is addressed. */
#include "event/saying.h"

enum { MOST = 4, NEAR = 5, FEW = 2 /* tokens between him and «از», «به» */, LONGEST_CHAIN = 8 };

typedef struct {
    const rz_scene *s;
    rz_found_statement *st;
    uint32_t clause, from, at; /* where the stance is made, from where in it, and before which token */
    bool of_deed; /* only at who does something: «نگران اقدام X», not «نگران وضعیت X» */
} aim;

/* Somebody at whom words may be directed begins at the token; or RZ_NONE. */
static uint32_t somebody_at(const aim *a, uint32_t token) {
    uint32_t m = a->s->mention_at[token];
    if (m == RZ_NONE || m == a->st->speaker || a->s->mentions->at[m].first != token) return RZ_NONE;
    const rz_mention *who = &a->s->mentions->at[m];
    bool named = who->kind == RZ_M_OFFICE ? !rz_is_unnamed(a->s->g, who->office) : who->kind == RZ_M_STATE || who->kind == RZ_M_ORGANISATION || who->kind == RZ_M_PERSON || who->kind == RZ_M_PLACE;
    return named && who->head == RZ_NONE && rz_is_actor(who) && a->s->links[m].clause != RZ_NONE ? m : RZ_NONE;
}

/* He and those listed with him. */
static void aim_at(const aim *a, uint32_t mention) {
    const rz_scene *s = a->s;
    for (uint32_t i = mention; i < s->mentions->n && i < mention + 2 * MOST && a->st->targets.n < MOST; i++)
        if (s->links[i].list == s->links[mention].list && s->mentions->at[i].first < a->st->last && somebody_at(a, s->mentions->at[i].first) == i)
            *RZ_PUSH(s->arena, &a->st->targets) = i;
}

/* «خروج نیروها از X», «سفر او به X»: the preposition goes with a noun, not with what is said. */
static bool goes_with_noun(const aim *a, uint32_t prep, rz_row words) {
    const rz_scene *s = a->s;
    uint32_t low = prep > a->from + NEAR + 1 ? prep - NEAR - 1 : a->from, end;
    for (uint32_t t = prep; t-- > low;) {
        if (rz_listed_end(s, words, t) > t) return true;
        uint8_t class = rz_class_at(s, t, &end);
        if (s->text->tokens[t].kind == RZ_TOKEN_PUNCT || s->text->tokens[t].verb != RZ_NONE || (class && class <= RZ_C_LAST_PREP)) return false;
    }
    return false;
}

/* Where the nouns begin that are his, behind whoever is told before: «X از اعضای Y [حمله] Z را». */
static uint32_t own_chain(const rz_scene *s, uint32_t mention) {
    uint32_t first = s->mentions->at[mention].first, from = s->links[mention].chain;
    for (uint32_t t = from; t < first; t++)
        if (s->mention_at[t] != RZ_NONE && s->mention_at[t] != mention) from = t + 1;
    return from;
}

/* The same past adjectives that are joined: «[اقدام خطرناک و ناروای] X». */
static uint32_t nouns_from(const aim *a, uint32_t mention) {
    const rz_scene *s = a->s;
    uint32_t t = s->mentions->at[mention].first, low = t > a->st->first + LONGEST_CHAIN ? t - LONGEST_CHAIN : a->st->first, end;
    for (; t > low; t--) {
        uint8_t class = rz_class_at(s, t - 1, &end);
        if (s->mention_at[t - 1] != RZ_NONE || s->text->tokens[t - 1].verb != RZ_NONE || s->text->tokens[t - 1].kind == RZ_TOKEN_PUNCT) break;
        if (class && class <= RZ_C_LAST_PREP) break;
    }
    return t;
}

/* «[سیاست‌های جدید] X را», «[ادامه حملات] X به Y را»: he does it; it is not done to him («ترور X») nor where he is («حمله کابل», «انفجار سفارت X»). */
static bool is_doer(const aim *a, uint32_t mention) {
    const rz_scene *s = a->s;
    const rz_mention *m = &s->mentions->at[mention];
    const rz_data *data = s->g->data;
    uint32_t chain = nouns_from(a, mention), end;
    if (m->kind == RZ_M_ORGANISATION && m->body != RZ_NONE && rz_row_has(s->text->data, m->body, "kind", "mission")) return false;
    bool armed = m->kind == RZ_M_ORGANISATION && m->body == RZ_NONE && m->row != RZ_NONE && rz_row_has(s->text->data, m->row, "kind", "armed-group");
    if (!armed && rz_listed_within(s, rz_row_find(data, RZ_WORDS, RZ_STR("befell-owner")), chain, m->first)) return false;
    if (rz_listed_within(s, rz_row_find(data, RZ_WORDS, RZ_STR("deeds-of-owner")), chain, m->first)) return true;
    if (m->kind == RZ_M_PLACE) return false;
    bool against = m->last < a->st->last && rz_class_at(s, m->last, &end) == RZ_C_AGAINST; /* «جنگ X علیه Y» */
    return against || rz_listed_within(s, rz_row_find(data, RZ_WORDS, RZ_STR("strikes-of-owner")), chain, m->first);
}

/* How far the noun that is spoken of is from whose it is: «از [تاجران مقیم] X». */
static uint32_t away(const rz_scene *s, uint32_t mention) {
    const rz_link *link = &s->links[s->links[mention].list];
    return link->kind == RZ_LINK_OF ? s->mentions->at[s->links[mention].list].first - link->chain : 0;
}

/* «X از اعضای Y»: what X is. */
static bool tells_who(const aim *a, uint32_t mention) {
    const rz_scene *s = a->s;
    uint32_t prep = s->links[mention].prep_token;
    rz_row words = rz_row_find(s->g->data, RZ_WORDS, RZ_STR("people-of"));
    return prep > a->from && s->mention_at[prep - 1] != RZ_NONE && rz_listed_end(s, words, prep + 1) > prep + 1;
}

/* «از ریاض، …»: from where it is told. */
static bool tells_from_where(const aim *a, uint32_t mention) {
    uint32_t last = a->s->mentions->at[mention].last;
    return a->s->mentions->at[mention].kind == RZ_M_PLACE && last < a->at && a->s->text->tokens[last].punct == ',';
}

static bool by_preposition(const aim *a, uint8_t class, rz_row nouns, uint32_t reach, bool may_tell_who) {
    const rz_scene *s = a->s;
    for (uint32_t t = a->from; t < a->at; t++) {
        uint32_t m = somebody_at(a, t);
        if (m == RZ_NONE || s->links[m].clause != a->clause || s->links[m].prep != class || s->links[m].list != m) continue;
        if (away(s, m) > reach || goes_with_noun(a, s->links[m].prep_token, nouns) || (!may_tell_who && tells_who(a, m)) || tells_from_where(a, m)) continue;
        if (a->of_deed && !is_doer(a, m)) continue;
        aim_at(a, m);
        return true;
    }
    return false;
}

/* Where who he is ends that is told behind a comma: «X، رئیس‌جمهور Y را». */
static uint32_t told_to(const rz_scene *s, uint32_t mention) {
    const rz_mention *m = &s->mentions->at[mention];
    return m->describes != RZ_NONE && s->mentions->at[m->describes].last > m->last ? s->mentions->at[m->describes].last : m->last;
}

/* «این حمله را»: between the token and the marker of the object another object is told. */
static bool other_object(const rz_scene *s, uint32_t token, uint32_t marker) {
    uint32_t end;
    for (uint32_t t = token; t < marker; t++)
        if (s->text->tokens[t].punct == ',' || rz_class_at(s, t, &end) == RZ_C_DEFINITE) return true;
    return false;
}

static bool by_object(const aim *a) {
    const rz_scene *s = a->s;
    uint32_t marker, he = a->st->speaker, from = a->from;
    if (!rz_class_in(s, a->from, a->at, a->clause, RZ_C_OBJECT, &marker)) return false;
    if (he < RZ_SPEAKER && s->mentions->at[he].first >= from && s->links[he].last <= marker) from = s->links[he].last;
    for (uint32_t t = from; t < marker; t++) {
        uint32_t m = somebody_at(a, t), kind = m == RZ_NONE ? RZ_LINK_FREE : s->links[m].kind;
        if ((kind != RZ_LINK_OF && kind != RZ_LINK_OBJECT) || s->links[m].clause != a->clause) continue;
        uint32_t chain = own_chain(s, m), whole = s->links[m].chain;
        if ((s->links[m].prep && chain == whole) || (kind == RZ_LINK_OF && chain == t && whole < t)) continue; /* «مدیر X Y», «در استان X Y» */
        bool where = s->mentions->at[m].kind == RZ_M_PLACE && t > from && rz_token_time(s, t - 1) != RZ_NONE; /* «انفجار امروز کابل» */
        if ((((chain < t && nouns_from(a, m) < t) || where) && !is_doer(a, m)) || other_object(s, told_to(s, m), marker)) continue;
        aim_at(a, m);
        return true;
    }
    return false;
}

/* «با متهم کردن X» */
static bool is_itself(const aim *a, uint32_t mention) {
    return nouns_from(a, mention) == a->s->mentions->at[mention].first && a->s->mentions->at[mention].kind != RZ_M_PLACE;
}

/* «با تشکر از X», «حمایت خود از X», «ضمن محکوم کردن جنایات X»: what stands behind the words. */
static bool by_what_follows(const aim *a, uint32_t end, uint8_t class) {
    const rz_scene *s = a->s;
    uint32_t limit = end + NEAR < a->st->last ? end + NEAR : a->st->last, last, prep = RZ_NONE;
    if (class && end > a->st->first && rz_class_at(s, end - 1, &last) == class) prep = end - 1; /* «انتقاد از» */
    for (uint32_t t = end; t < limit; t++) {
        uint32_t m = somebody_at(a, t);
        if (m != RZ_NONE && (class ? prep != RZ_NONE && (!a->of_deed || is_doer(a, m)) : s->links[m].kind == RZ_LINK_OF && (is_doer(a, m) || is_itself(a, m)))) {
            aim_at(a, m);
            return true;
        }
        uint8_t here = rz_class_at(s, t, &last);
        bool noun = here == RZ_C_HOST || here == RZ_C_HEAD || here == RZ_C_MEDIATOR || here == RZ_C_PRESENCE; /* «قدردانی از میزبانی X» */
        bool other = here && here <= RZ_C_LAST_PREP && !noun && (here != class || prep != RZ_NONE);
        if (m != RZ_NONE || other || s->text->tokens[t].kind == RZ_TOKEN_PUNCT || s->text->tokens[t].verb != RZ_NONE) return false;
        if (here == class && class) prep = t;
    }
    return false;
}

static bool aims(const aim *a, const char *how) { return rz_row_has(a->s->g->data, a->st->stance, "aims", how); }

/* «خواستار خروج نیروهای X شد» */
static void by_what_is_to_stop(const aim *a) {
    rz_row words = rz_row_find(a->s->g->data, RZ_WORDS, RZ_STR("asked-to-stop"));
    for (uint32_t t = a->from; t < a->at; t++)
        if (rz_listed_end(a->s, words, t) > t && by_what_follows(a, t, RZ_C_NONE)) return;
}

static void by_stance(const aim *a, const rz_stance_words *cue) {
    rz_row with_from = rz_row_find(a->s->g->data, RZ_WORDS, RZ_STR("goes-with-from")), with_to = rz_row_find(a->s->g->data, RZ_WORDS, RZ_STR("goes-with-to"));
    bool calls = a->st->stance == a->s->g->call_for, told = !cue->weak && aims(a, "object") && by_object(a);
    if (!told && !cue->weak && aims(a, "from")) told = by_preposition(a, RZ_C_FROM, with_from, calls ? FEW : RZ_REACH, false);
    uint32_t verb = a->s->clauses[a->clause].verb;
    if (!told && aims(a, "from") && verb != RZ_NONE && rz_asks(a->s, verb)) told = by_preposition(a, RZ_C_FROM, with_from, FEW, true); /* «X از نمایندگان Y خواست» */
    if (!told && !cue->weak && aims(a, "to")) told = by_preposition(a, RZ_C_TO, with_to, FEW, false);
    if (!told && !cue->weak && aims(a, "against")) told = by_preposition(a, RZ_C_AGAINST, with_from, RZ_REACH, false);
    if (!told && cue->end && aims(a, "from") && !calls) told = by_what_follows(a, cue->end, RZ_C_FROM);
    if (!told && cue->end && !cue->weak && aims(a, "behind")) by_what_follows(a, cue->end, RZ_C_NONE);
    if (!told && calls) by_what_is_to_stop(a);
}

/* «خطاب به X» */
static void by_address(const aim *a) {
    const rz_scene *s = a->s;
    uint32_t limit = a->st->last < a->st->first + RZ_CLAUSE_REACH ? a->st->last : a->st->first + RZ_CLAUSE_REACH;
    for (uint32_t t = a->st->first; t < limit && a->st->targets.n < MOST; t++) {
        uint32_t m = somebody_at(a, t);
        if (m != RZ_NONE && s->links[m].prep == RZ_C_ADDRESSEE) *RZ_PUSH(s->arena, &a->st->targets) = m;
    }
}

void rz_statement_targets(const rz_scene *s, const rz_saying *said, const rz_stance_words *cue, rz_found_statement *st) {
    aim a = {.s = s, .st = st, .clause = cue->end ? s->clause_of[cue->first] : said->stronger ? said->stronger - 1 : said->clause};
    if (a.clause != RZ_NONE) {
        const rz_clause *c = &s->clauses[a.clause];
        a.from = c->first > st->first ? c->first : st->first;
        a.at = cue->end ? cue->first : c->verb == RZ_NONE ? c->last : s->text->verbs[c->verb].first;
        if (cue->end && c->verb != RZ_NONE && s->text->verbs[c->verb].first > a.at) a.at = s->text->verbs[c->verb].first;
        if (a.at > st->last) a.at = st->last;
        if (a.at > a.from + RZ_CLAUSE_REACH) a.from = a.at - RZ_CLAUSE_REACH;
        a.of_deed = aims(&a, "deed");
        by_stance(&a, cue);
    }
    by_address(&a);
}
