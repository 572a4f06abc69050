/* Agreements: those of the tables and those that the text describes, with the stage that a cue in the sentence gives them. */
#include "event/paper.h"

enum { MOST_NAMED = 8 };

static rz_found_instrument *add(rz_found *found, const rz_sentence *sentence, rz_row row, rz_row stage, uint32_t cue, uint32_t at) {
    const rz_scene *s = &found->scene;
    rz_found_instrument *n = RZ_PUSH(s->arena, &found->instruments);
    n->row = row;
    n->noun = RZ_NONE;
    n->stage = rz_stage_as_signed(found, stage, cue);
    n->time = rz_stage_time(s, sentence, cue);
    n->awaited = !rz_stage_at_cue(s, cue, stage) && stage == rz_row_find(s->text->data, RZ_STAGE, RZ_STR("sent-to-parliament"));
    n->event = RZ_NONE;
    n->first = at < cue ? at : cue;
    uint32_t clause = s->clause_of[n->first];
    if (clause != RZ_NONE && s->clauses[clause].first < n->first && n->first - s->clauses[clause].first < RZ_REACH) n->first = s->clauses[clause].first;
    n->last = sentence->last < n->first + 2 * RZ_REACH ? sentence->last : n->first + 2 * RZ_REACH;
    for (uint32_t t = sentence->first; t < sentence->last && t < sentence->first + RZ_CLAUSE_REACH; t++) {
        uint32_t e = rz_trigger_at(found, t);
        if (e != RZ_NONE && rz_kind_is(found->events.at[e].kind, RZ_KIND_PAPER) && !rz_paper_signed_before(found, stage, &found->events.at[e], cue)) n->event = e;
    }
    rz_between_add(found, n, sentence, at);
    return n;
}

/* «بر اساس معاهده X، قراردادی امضا شد»: what is done goes by it; «سند X پس از برجام»: or is of a time after it. */
static bool only_ground(const rz_scene *s, const rz_sentence *in, uint32_t token) {
    uint32_t start;
    uint8_t class = rz_class_before(s, token, in->first, false, &start);
    return class == RZ_C_ACCORDING || class == RZ_C_AFTER || class == RZ_C_BEFORE;
}

/* Agreements of the tables named in the sentence, the longest name of each. */
static uint32_t named_in(rz_found *found, const rz_sentence *sentence, rz_row stage, uint32_t cue) {
    const rz_scene *s = &found->scene;
    uint32_t n = 0, next = sentence->first;
    rz_row seen[MOST_NAMED];
    for (uint32_t t = sentence->first; t < sentence->last && n < MOST_NAMED; t++)
        for (rz_hits h = rz_hits_of(s->text, t, RZ_TYPE(RZ_AGREEMENT)); rz_hits_next(&h) && t >= next;) {
            const rz_hit *hit = &h.hit;
            if (rz_points_nowhere(s, hit)) continue;
            next = hit->last;
            bool known = false;
            for (uint32_t i = 0; i < n; i++) known |= seen[i] == hit->row;
            uint32_t apart = t > cue ? t - cue : cue - t;
            if (known || apart > RZ_REACH || only_ground(s, sentence, t) || rz_paper_any_such(s, sentence, t) || rz_stage_refused_before(s, t) || rz_paper_is_matter_of_bill(s, sentence, t)) continue;
            rz_row its = stage;
            uint32_t by = cue;
            if (!rz_own_stage(s, sentence, t, &its, &by)) continue; /* «قرارداد X امضا شد، اما درباره معاهده Y …» */
            if (t < by && rz_stage_of_next(s, by, its)) continue; /* «اجرای پیمان X و رسیدن به تفاهم» */
            seen[n++] = hit->row;
            rz_open_signers_add(found, add(found, sentence, hit->row, its, by, t), hit, by);
            break;
        }
    return n;
}

/* ---- those that the text describes ---- */

/* An agreement noun in its sentence, and what the cue there says of it. */
typedef struct {
    const rz_sentence *in;
    const rz_hit *noun;
    rz_row stage;
    uint32_t cue, from; /* the cue; where its count or the noun itself begins */
    rz_row last_named;  /* the agreement of the tables named last before the sentence */
    uint32_t named_at;  /* and where */
    rz_paper_told told; /* any other one */
} paper;

static void add_described(rz_found *found, const paper *p, uint32_t at, uint32_t first, uint32_t last) {
    rz_found_instrument *n = add(found, p->in, RZ_NONE, p->stage, p->cue, at);
    n->noun = p->noun->row;
    n->indefinite = p->noun->tail && !rz_paper_plural(&found->scene, p->noun);
    n->name_first = first;
    n->name_last = last;
    int64_t number = p->from < p->noun->first ? rz_number_of(&found->scene, p->from) : 0;
    n->number = number > 1 ? (uint32_t)number : 0;
    rz_signers_add(found, n, p->cue);
}

static const rz_stage *stage_at(const rz_scene *s, rz_row row) { return &s->g->stages[row - s->g->first_stage]; }

/* Is it on paper at this stage, and not only wished for or talked about? */
static bool on_paper(const rz_scene *s, rz_row stage) {
    uint32_t rank = stage_at(s, stage)->rank;
    return rank >= rz_stage_rank(s->g, "initialled") && rank <= rz_stage_rank(s->g, "extended");
}

static bool in_title(const rz_scene *s, uint32_t token) { return token >= s->article->title_first && token < s->article->title_last; }

/* Does the cue say the stage; or that it is to come to another one: «برای امضای …», «امضا خواهد شد», «خواست … امضا کند»? */
static bool cue_says(const rz_scene *s, const paper *p, bool ahead) {
    for (rz_hits h = rz_hits_at(s->text, p->cue); rz_hits_next(&h);) {
        if (h.hit.type != RZ_STAGE) continue;
        const rz_stage *stage = stage_at(s, h.hit.row);
        bool to_come = stage->ahead != RZ_NONE && stage_at(s, p->stage)->rank <= stage_at(s, stage->ahead)->rank && stage->means != p->stage;
        if (ahead ? to_come : stage->means == p->stage) return true;
    }
    return false;
}

/* «امضای اسناد مربوطه» tells of none; «موافقت‌نامه همکاری با X», «توافقی که با X امضا شد» do. */
static bool may_be_nameless(const rz_scene *s, const paper *p) {
    uint32_t end, last;
    uint8_t next = p->noun->last < p->in->last ? rz_class_at(s, p->noun->last, &end) : RZ_C_NONE;
    if (next == RZ_C_DEFINITE) return false; /* «اسناد آن» */
    bool once = rz_row_has(s->text->data, p->noun->row, "once", "yes");
    if (next == RZ_C_EMPTY && once) next = end < p->in->last ? rz_class_at(s, end, &end) : RZ_C_NONE; /* «آتش‌بس کامل میان X و Y» */
    uint8_t beyond = next == RZ_C_EMPTY && end < p->in->last ? rz_class_at(s, end, &last) : RZ_C_NONE;
    if (next == RZ_C_EMPTY && p->from == p->noun->first && !once && beyond != RZ_C_WITH && beyond != RZ_C_BETWEEN && !(p->cue >= p->noun->last && rz_two_before(s, p->noun->first))) return false; /* but «X و Y سند نهایی امضا کردند» */
    if (beyond == RZ_C_WITH || beyond == RZ_C_BETWEEN) next = beyond; /* «توافقی مشابه میان X و Y» */
    uint32_t clause = s->clause_of[p->cue];
    if (clause != RZ_NONE && s->clauses[clause].kind == RZ_CLAUSE_RELATIVE && p->noun->first > p->cue) return false; /* «که نتیجه آن امضای چند سند بود» */
    bool with = next == RZ_C_WITH && stage_at(s, p->stage)->rank > stage_at(s, rz_row_find(s->text->data, RZ_STAGE, RZ_STR("under-negotiation")))->rank; /* not «برای دستیابی به توافق با X» */
    uint32_t start;
    bool one = once && ((rz_two_before(s, p->noun->first) && rz_class_before(s, p->from, p->in->first, true, &start) != RZ_C_FROM) || rz_holds_one(s, p->in, p->noun, p->stage, p->cue)); /* «میان X و Y آتش‌بس برقرار شد», not «از آتش‌بس استقبال کردند» */
    bool signs = p->cue >= p->noun->last && rz_stage_at_cue(s, p->cue, rz_row_find(s->text->data, RZ_STAGE, RZ_STR("signed"))) && !p->noun->tail && !rz_row_has(s->text->data, p->noun->row, "like", "declaration"); /* «X و Y توافق امضا کردند» */
    if (rz_paper_is(s, p->noun, "accord") && next != RZ_C_BETWEEN && next != RZ_C_THAT && !with && !one && !signs) return false;
    return on_paper(s, p->stage) || cue_says(s, p, true) || cue_says(s, p, false);
}

/* «تصویب معاهده»: the one named before, where that is a treaty. */
static bool named_before(const rz_scene *s, const paper *p) {
    if (p->last_named == RZ_NONE || p->noun->tail || p->from != p->noun->first) return false;
    return rz_row_has(s->text->data, p->last_named, "kind", rz_row_get(s->text->data, p->noun->row, "kind").at);
}

/* «X و Y تفاهم‌نامه امضا کردند», «هشت سند امضا شد»: it has no name, but was written, and by somebody. */
static bool nameless_at(rz_found *found, const paper *p) {
    const rz_scene *s = &found->scene;
    uint32_t end;
    if (!may_be_nameless(s, p)) return false;
    if (named_before(s, p)) return add(found, p->in, p->last_named, p->stage, p->cue, p->noun->first) != NULL;
    uint32_t last = rz_paper_with_end(s, p->in, p->noun);
    add_described(found, p, p->noun->first, p->from, last);
    rz_found_instrument *n = &found->instruments.at[found->instruments.n - 1];
    n->nameless = last == p->noun->last;
    n->several = p->from < p->noun->first && (p->noun->first < p->cue || rz_paper_numbered(s, p->from)); /* not «امضای چندین سند» */
    uint8_t next = p->noun->last < p->in->last ? rz_class_at(s, p->noun->last, &end) : RZ_C_NONE;
    bool counted = n->several;
    n->uncounted = !counted && rz_paper_plural(s, p->noun);
    n->several |= n->uncounted;
    bool told = counted || n->parties.n || next == RZ_C_BETWEEN || in_title(s, p->noun->first);
    if (rz_paper_is(s, p->noun, "accord") && next == RZ_C_THAT) told = n->parties.n > 0;
    if (!told && on_paper(s, p->stage)) told = rz_two_before(s, p->noun->first);
    if (!on_paper(s, p->stage)) told = rz_sides(s, n) >= 2 || next == RZ_C_BETWEEN; /* «بین دو کشور» */
    told |= rz_row_has(s->text->data, p->noun->row, "once", "yes") && rz_holds_one(s, p->in, p->noun, p->stage, p->cue);
    n->by_event = !told && on_paper(s, p->stage) && n->event != RZ_NONE && !n->uncounted && !rz_paper_is(s, p->noun, "accord");
    if (!told && !n->by_event) found->instruments.n--;
    return told || n->by_event;
}

/* «سند «…»» */
static bool quoted_at(rz_found *found, const paper *p, uint32_t first) {
    uint32_t end = first < p->in->last ? rz_paper_name_end(&found->scene, first, p->in->last, true) : first;
    if (end > first) add_described(found, p, p->noun->first, first, end);
    return end > first;
}

/* «دو سند برای الف و ب»: each by its own name. */
static bool two_at(rz_found *found, const paper *p, uint32_t first) {
    enum { NEAR = 8 };
    const rz_scene *s = &found->scene;
    uint32_t from;
    if (!rz_paper_counted_two(s, p->noun->first) || rz_listed_end(s, rz_row_find(s->g->data, RZ_WORDS, RZ_STR("fields-of-paper")), first) > first) return false; /* «در حوزه الف و ب» */
    for (uint32_t t = first; t < p->in->last && t < first + NEAR; t++) {
        uint8_t class = rz_class_at(s, t, &from);
        if (class != RZ_C_FOR && class != RZ_C_ABOUT) continue;
        uint32_t end = rz_paper_name_end(s, from, p->in->last, false), middle = rz_paper_split(s, from, end);
        if (middle == RZ_NONE) return false;
        add_described(found, p, p->noun->first, from, middle);
        add_described(found, p, p->noun->first, middle + 1, end);
        return true;
    }
    return false;
}

/* «یادداشت تفاهمی را بر سر … امضا کردند»: its matter is its name. */
static bool matter_at(rz_found *found, const paper *p) {
    const rz_scene *s = &found->scene;
    uint32_t about, from, end;
    if (p->noun->last >= p->in->last || rz_class_at(s, p->noun->last, &about) != RZ_C_OBJECT || about >= p->in->last) return false;
    uint8_t class = rz_class_at(s, about, &from);
    if ((class != RZ_C_ABOUT && class != RZ_C_FOR) || from >= p->in->last) return false;
    end = rz_paper_name_end(s, from, p->in->last, false);
    if (end <= from || rz_paper_says_nothing(s, from, end)) return false; /* «۱۴ موافقت‌نامه را در زمینه‌های مختلف» */
    add_described(found, p, p->noun->first, from, end);
    found->instruments.at[found->instruments.n - 1].several = p->from < p->noun->first;
    return true;
}

/* What is not agreed yet counts only between somebody, where the word says little of it: «امیدواریم سندی خوب امضا شود». */
static bool only_wished(const rz_scene *s, const paper *p) {
    bool vague = rz_paper_is(s, p->noun, "accord") || rz_paper_is(s, p->noun, "document");
    if (!vague && (cue_says(s, p, false) || cue_says(s, p, true))) return false;
    return stage_at(s, p->stage)->rank < rz_stage_rank(s->g, "agreed");
}

/* «موافقت‌نامه همکاری … بین X و Y», «سند … برای …»: the words after the noun name it. */
static bool named_at(rz_found *found, const paper *p, uint32_t first) {
    const rz_scene *s = &found->scene;
    uint32_t start, end = rz_paper_ends_indefinite(s, p->noun, first) ? first : rz_paper_name_end(s, first, p->in->last, false);
    if (end <= first && first == p->noun->last) end = rz_paper_length_after(s, p->noun, p->in->last);
    if (end <= first && (rz_paper_is(s, p->noun, "declaration") || rz_paper_is(s, p->noun, "plan"))) { /* «بیانیه مشترک امضا شد»: there is but one */
        add_described(found, p, p->noun->first, p->noun->first, first);
        found->instruments.at[found->instruments.n - 1].nameless = true;
        return true;
    }
    if (rz_class_at(s, first, &start) == RZ_C_OWN && start == end) return false; /* «قرارداد خود» */
    if (end < first + 1 || rz_paper_says_nothing(s, first, end) || rz_paper_no_accord(s, p->noun, end)) return nameless_at(found, p);
    add_described(found, p, p->noun->first, p->from, end);
    rz_found_instrument *n = &found->instruments.at[found->instruments.n - 1];
    n->several = p->from < p->noun->first;
    bool some = !n->several && stage_at(s, p->stage)->rank < rz_stage_rank(s->g, "agreed") && rz_paper_plural(s, p->noun); /* «تلاش دارد قراردادهای بزرگ امضا کند» */
    bool vain = ((some || only_wished(s, p)) && rz_sides(s, n) < 2 && !(end < p->in->last && rz_class_at(s, end, &start) == RZ_C_BETWEEN)) || rz_paper_of_anybody(s, p->in, p->noun);
    n->by_event = vain && n->event != RZ_NONE && cue_says(s, p, true); /* «در سفر X به Y چند سند همکاری امضا خواهد شد» */
    vain &= !n->by_event;
    n->uncounted = !n->several && rz_paper_plural(s, p->noun); /* «توافق‌نامه‌های جدیدی» */
    n->several |= n->uncounted;
    if (vain) found->instruments.n--;
    return !vain;
}

static bool inside_trigger(const rz_found *found, uint32_t token) {
    for (uint32_t t = token > 3 ? token - 3 : 0; t <= token; t++) {
        uint32_t e = rz_trigger_at(found, t);
        if (e != RZ_NONE && found->events.at[e].last > token && !rz_kind_is(found->events.at[e].kind, RZ_KIND_PAPER)) return true;
    }
    return false;
}

/* «توافق [آتش‌بس] که … امضا شد»: the clause about it. */
static bool told_of_it(const rz_scene *s, const paper *p, uint32_t told) {
    uint32_t end = p->noun->last < p->in->last ? rz_paper_name_end(s, p->noun->last, p->in->last, false) : p->noun->last, last;
    return told != RZ_NONE && p->noun->last <= p->cue && s->clauses[told].kind == RZ_CLAUSE_RELATIVE && end < p->in->last && rz_class_at(s, end, &last) == RZ_C_THAT;
}

/* «معاون پروتکل», «مورد توافق», «لایحه الحاق کرانه», «در پرتو اسناد امضا شده»: no paper that is told of. */
static bool tells_of_none(const rz_scene *s, const paper *p) {
    const rz_hit *noun = p->noun;
    rz_link link = {.prep_token = RZ_NONE};
    rz_row none = rz_row_find(s->g->data, RZ_WORDS, RZ_STR("no-paper"));
    if (rz_paper_behind(s, p->in, p->from, p->cue, p->stage) || rz_listed_before(s, none, noun->last, noun->first ? noun->first - 1 : 0) || rz_listed_end(s, none, noun->first) > noun->last) return true;
    rz_govern(s, &link, noun->first);
    return link.prep && p->from == noun->first && rz_paper_plural(s, noun) && rz_stage_participle(s, noun->last) > noun->last;
}

/* Is what the cue says told of another than this noun? */
static bool of_another(const rz_found *found, const paper *p) {
    const rz_scene *s = &found->scene;
    if (tells_of_none(s, p) || rz_paper_only_part(s, p->in, p->noun, p->from)) return true;
    uint32_t start, own = s->clause_of[p->noun->first], told = s->clause_of[p->cue];
    uint8_t class = rz_class_before(s, p->from, p->in->first, false, &start);
    if (class == RZ_C_DEFINITE || class == RZ_C_GENERAL) return true; /* «این سند», «هر سندی» */
    if (class == RZ_C_IN && rz_paper_is(s, p->noun, "declaration")) return true; /* «در بیانیه‌ای مشترک از توافق … خبر داد» */
    uint32_t body = p->noun->last < p->in->last ? s->mention_at[p->noun->last] : RZ_NONE;
    if (body != RZ_NONE && s->mentions->at[body].kind == RZ_M_ORGANISATION && rz_paper_is(s, p->noun, "treaty")) return true; /* «پیمان ناتو» */
    bool aside = told != RZ_NONE && s->clauses[told].kind == RZ_CLAUSE_RELATIVE && p->noun->first >= s->clauses[told].last && p->noun->first > p->cue; /* «پیمان X که امضا شده، چارچوب همکاری … است» */
    if (own != told && (aside || (own != RZ_NONE && s->clauses[own].kind == RZ_CLAUSE_RELATIVE))) return true;
    if (class == RZ_C_ACCORDING && !told_of_it(s, p, told)) return true; /* «بر اساس قرارداد …»: what is done goes by it */
    bool declared = rz_paper_is(s, p->noun, "declaration"); /* «با انتشار بیانیه‌ای مشترک اعلام کردند قرارداد X امضا شد» */
    if (!declared && !rz_paper_is(s, p->noun, "accord")) return false;
    if (own != told && !told_of_it(s, p, told)) return true;
    if (declared) return false;
    return class == RZ_C_IN && !told_of_it(s, p, told); /* «در بیانیه‌ای … را رد کرد» */
}

static bool described_at(rz_found *found, const paper *p) {
    const rz_scene *s = &found->scene;
    if (of_another(found, p) || rz_paper_is_verb(s, p->in, p->noun)) return false;
    rz_str only = rz_row_get(s->text->data, p->noun->row, "only");
    if (only.size && !rz_row_refers(s->text->data, p->noun->row, "only", p->stage)) return false;
    if (p->noun->last >= p->in->last || inside_trigger(found, p->noun->first)) return false;
    uint32_t first = rz_stage_participle(s, p->noun->last); /* «توافق‌نامه [پاراف‌شده] صلح» */
    if (first >= p->in->last) return false;
    bool quoted = s->text->tokens[first].punct == '<' || s->text->tokens[first].punct == '"';
    if (quoted && rz_paper_praised(s, first, p->in->last)) return named_at(found, p, first + 3); /* «توافق «تاریخی» برای …» */
    if (quoted) return quoted_at(found, p, first + 1);
    return two_at(found, p, first) || matter_at(found, p) || named_at(found, p, first);
}

/* «مراسم امضای این توافق‌نامه»: one that a report of which the head is lost has told of before. */
static void told_first(rz_found *found, const paper *p) {
    add_described(found, p, p->noun->first, p->noun->first, p->noun->last);
    rz_found_instrument *n = &found->instruments.at[found->instruments.n - 1];
    n->nameless = n->by_event = true;
    if (n->event == RZ_NONE || !on_paper(&found->scene, p->stage)) found->instruments.n--;
}

/* «این تفاهم‌نامه اجرایی شد»: the last one of that kind told of. */
static void told_again(rz_found *found, const paper *p) {
    const rz_sentence *sentence = p->in;
    const rz_hit *noun = p->noun;
    if (!found->instruments.n) {
        told_first(found, p);
        return;
    }
    const rz_found_instrument before = found->instruments.at[found->instruments.n - 1];
    bool same = before.noun == noun->row || rz_paper_is(&found->scene, noun, "document") || rz_paper_is(&found->scene, noun, "accord");
    if (before.row != RZ_NONE || !same) return;
    rz_found_instrument *n = add(found, sentence, RZ_NONE, p->stage, p->cue, noun->first);
    n->noun = before.noun;
    n->name_first = before.name_first;
    n->name_last = before.name_last;
    n->nameless = before.nameless, n->earlier = before.earlier;
    n->several = before.several;
    n->number = before.number;
    n->parties = before.parties;
}

/* «این قرارداد», «قرارداد مذکور» */
static bool points_back(const rz_found *found, const paper *p) {
    const rz_scene *s = &found->scene;
    uint32_t start, end;
    if (rz_class_before(s, p->from, p->in->first, false, &start) == RZ_C_DEFINITE) return rz_class_before(s, start, p->in->first, true, &end) != RZ_C_IN; /* not «در این بیانیه آمده است» */
    if (p->last_named == RZ_NONE && !found->instruments.n) return false; /* it has been told of nowhere */
    return p->noun->last < p->in->last && rz_class_at(s, p->noun->last, &end) == RZ_C_AFORESAID;
}

/* «این موافقت‌نامه به تصویب رسید»: of one that was named without a stage, after all that were told with one. */
static bool told_of_before(rz_found *found, const paper *p) {
    const rz_paper_told *told = &p->told;
    const rz_found_instrument *last = found->instruments.n ? &found->instruments.at[found->instruments.n - 1] : NULL;
    bool newer = !last || last->row != RZ_NONE || (last->name_first < told->first && last->name_last < told->last);
    if ((p->last_named != RZ_NONE && p->named_at > told->first) || !newer || p->cue < p->noun->first || !rz_paper_meant(&found->scene, p->noun, told)) return false;
    paper named = *p;
    named.noun = &told->noun;
    add_described(found, &named, p->noun->first, told->first, told->last);
    return true;
}

/* `all`: what holds of every noun of the sentence; `beside`: besides agreements of the tables. */
static void described_in(rz_found *found, const paper *all, bool beside) {
    const rz_scene *s = &found->scene;
    const rz_sentence *sentence = all->in;
    uint32_t n = 0;
    for (uint32_t t = sentence->first; t < sentence->last && n < MOST_NAMED; t++)
        for (rz_hits h = rz_hits_of(s->text, t, RZ_TYPE(RZ_AGREEMENT_NOUN)); rz_hits_next(&h);) {
            const rz_hit *hit = &h.hit;
            uint32_t away = t > all->cue ? t - all->cue : all->cue - t;
            uint32_t reach = s->clause_of[t] == s->clause_of[all->cue] || rz_paper_in_list(s, sentence, hit) ? 2 * RZ_REACH : RZ_REACH;
            if (away > reach || (beside && !rz_paper_apart(s, sentence, t))) continue;
            paper p = *all;
            p.noun = hit;
            p.from = rz_paper_count_from(s, t, sentence->first);
            if (points_back(found, &p)) {
                if (told_of_before(found, &p)) return;
                if (p.last_named != RZ_NONE && p.told.last && p.told.first > p.named_at) return; /* of the two it may be either */
                if (p.last_named == RZ_NONE) told_again(found, &p);
                else add(found, sentence, p.last_named, p.stage, p.cue, t);
                return;
            }
            if (n && rz_paper_is_matter(s, t)) break; /* «تفاهم‌نامه‌ای برای لغو روادید» */
            if (n && hit->tail && rz_paper_is(s, hit, "document")) break; /* «…؛ سندی ۱۷ ماده‌ای که …» is the one just named */
            rz_own_stage(s, sentence, t, &p.stage, &p.cue);
            if (described_at(found, &p)) {
                n++;
                uint32_t last = found->instruments.at[found->instruments.n - 1].name_last;
                if (last > t) t = last;
            }
            break;
        }
}

static void find_in(rz_found *found, paper *p, uint32_t types) {
    const rz_scene *s = &found->scene;
    const rz_sentence *sentence = p->in;
    p->stage = types & RZ_TYPE(RZ_STAGE) ? rz_stage_in(s, sentence, RZ_NONE, &p->cue) : RZ_NONE;
    if (p->stage == RZ_NONE) p->stage = rz_stage_of_signing(found, sentence, &p->cue);
    uint32_t before = found->instruments.n;
    if (p->stage != RZ_NONE && rz_class_within(s, sentence->first, sentence->last, RZ_C_OTHER_WORLD)) p->stage = RZ_NONE;
    if (p->stage != RZ_NONE) described_in(found, p, named_in(found, sentence, p->stage, p->cue) > 0);
    uint32_t agreed = found->instruments.n == before ? rz_agreed_at(s, sentence, p->stage, p->cue) : RZ_NONE;
    if (agreed != RZ_NONE) rz_matter_agreed(found, sentence, agreed);
    if (p->stage == RZ_NONE && types & RZ_TYPE(RZ_AGREEMENT_NOUN)) rz_title_agreed(found, sentence);
    if (types & RZ_TYPE(RZ_AGREEMENT_NOUN)) rz_paper_nouns_read(found, sentence, before, rz_dated_at), rz_paper_nouns_read(found, sentence, before, rz_made_at);
    if (found->instruments.n > before && found->instruments.at[before].row != RZ_NONE) p->last_named = found->instruments.at[before].row;
    if (types & RZ_TYPE(RZ_AGREEMENT_NOUN)) rz_paper_note(s, sentence, &p->told);
    for (uint32_t t = sentence->first; t < sentence->last && (types & RZ_TYPE(RZ_AGREEMENT)); t++)
        for (rz_hits h = rz_hits_of(s->text, t, RZ_TYPE(RZ_AGREEMENT)); rz_hits_next(&h);)
            if (!rz_points_nowhere(s, &h.hit) && !rz_paper_is_matter_of_bill(s, sentence, t) && !rz_paper_any_such(s, sentence, t)) p->last_named = h.hit.row, p->named_at = t;
}

void rz_instruments_find(rz_found *found) {
    const rz_scene *s = &found->scene;
    paper p = {.last_named = RZ_NONE};
    for (uint32_t i = 0; i < s->text->n_sentences; i++) {
        rz_sentence rest = s->text->sentences[i], part;
        if (rz_sentence_start(s, &rest) == RZ_NONE) continue;
        uint32_t types = rz_types_in(s->text, &rest);
        for (p.in = &part; rest.first < rest.last; rest.first = part.last) {
            part = types & RZ_TYPE(RZ_STAGE) ? rz_stage_part(s, &rest) : rest;
            find_in(found, &p, types);
        }
    }
}
