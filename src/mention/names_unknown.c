/* Names that no table has, told by first names and by words that are hardly any but a name. */
#include "mention/names.h"

enum { NAME_TOKENS = 4 };

/* «اس. جی. شنکر»: what follows the letters. */
uint32_t rz_past_initials(const rz_namer *n, uint32_t token) {
    while (token + 2 < n->end && rz_punct_at(n, token + 1) == '.' && rz_list_at(n, token, n->w.initials) == token + 1) token += 2;
    return token;
}

/* «آقای X»: one word that is no ordinary one, or several that go on like a name. */
static bool titled_start(const rz_namer *n, uint32_t token) {
    return rz_may_name(n, token) && (!rz_word_at(n, token, NULL) || rz_rather_name(n, token) || rz_rather_name(n, token + 1));
}

/* احتمالاً, the mark left out: a word and ا. */
static bool is_adverb(const rz_namer *n, uint32_t token) {
    const rz_token *t = &n->text->tokens[token];
    uint32_t size = rz_letters_count(t);
    const uint8_t *letters = n->text->letters + t->letters_start;
    rz_word word;
    return size > 3 && letters[size - 1] == rz_letter_code(0x627) && rz_word_find(n->data, letters, size - 1, &word);
}

/* «دیاز-کانل»: written as one. */
static bool hyphen_at(const rz_namer *n, uint32_t token) {
    const rz_token *t = &n->text->tokens[token];
    return rz_punct_at(n, token) == '-' && !t->space_before && token + 1 < n->end && !t[1].space_before;
}

/* «ملا عبدالواسع»: these are called by a first name alone. */
static bool called_so(const rz_namer *n, uint32_t token) {
    rz_atom a;
    return token && rz_atom_at(n, token - 1, RZ_TYPE(RZ_TITLE), &a) && a.last == token && rz_row_has(n->data, a.row, "given", "yes");
}

/* «ریما بنت بندر بن سلطان» */
uint32_t rz_past_fathers(const rz_namer *n, uint32_t token) {
    enum { MOST = 3 };
    for (int i = 0; i < MOST; i++) {
        uint32_t father = rz_list_at(n, token, n->w.son);
        if (!father || father >= n->end || n->text->tokens[father].kind != RZ_TOKEN_WORD || n->text->tokens[father].verb != RZ_NONE) break;
        token = father + 1;
    }
    return token;
}

/* «دیداربا»: a word and a small one. */
static bool goes_on(const rz_namer *n, const uint8_t *letters, uint32_t size) {
    enum { SHORTEST = 3 };
    rz_word word;
    for (uint32_t i = 0; i < n->table->n_leading; i++) {
        uint32_t k = n->table->leading[i].n;
        if (k < 2 || size < k + SHORTEST || memcmp(n->table->leading[i].letters, letters + size - k, k) != 0) continue;
        if (rz_word_find(n->data, letters, size - k, &word)) return true;
    }
    return false;
}

/* «ونخست‌وزیر», «بخاطر»: a small word and another, written as one. */
static bool runs_on(const rz_namer *n, uint32_t token) {
    enum { REST = 3, SHORTEST = 5 };
    const rz_token *t = &n->text->tokens[token];
    uint32_t size = rz_letters_count(t);
    const uint8_t *letters = n->text->letters + t->letters_start;
    for (uint32_t i = 0; i < n->table->n_leading; i++) {
        uint32_t k = n->table->leading[i].n;
        rz_word word;
        if (size < k + REST || size < SHORTEST || !rz_begins_so(&n->table->leading[i], letters, size)) continue;
        if (rz_word_find(n->data, letters + k, size - k, &word) || goes_on(n, letters + k, size - k)) return true;
    }
    return false;
}

/* «الصباح»: hardly a Persian word. */
bool rz_arabic_surname(const rz_namer *n, uint32_t token) {
    enum { SHORTEST = 5 };
    if (!rz_may_name(n, token) || rz_everyday(n, token)) return false;
    const rz_token *t = &n->text->tokens[token];
    uint32_t size = rz_letters_count(t);
    for (uint32_t i = 0; i < n->table->n_arabic && size >= SHORTEST; i++)
        if (rz_begins_so(&n->table->arabic[i], n->text->letters + t->letters_start, size)) return true;
    return false;
}

/* «مدثر حسین قریشی»: a surname of the tables. */
static bool known_surname(const rz_namer *n, uint32_t token) {
    rz_atom a;
    return rz_may_name(n, token) && rz_atom_at(n, token, RZ_TYPE(RZ_PERSON), &a) && a.key == n->short_ && a.last == token + 1 && !rz_row_guarded(n->data, a.row);
}

/* «غیرمنتظر آدم بولر»: a name of the tables begins, whole. */
static bool whole_name(const rz_namer *n, uint32_t token) {
    rz_atom a;
    return rz_atom_at(n, token, RZ_TYPE(RZ_PERSON), &a) && a.key == n->fa && a.last > token + 1;
}

/* Past one word of a surname, or two of which the second shows what the first is: «جیمز ادوارد کلارکسون». */
static uint32_t past_surname(const rz_namer *n, uint32_t token) {
    bool hyphen = hyphen_at(n, token);
    uint32_t weak = rz_given_at(n, token, true);
    if (rz_list_at(n, token, n->w.role) || whole_name(n, token)) return token;
    if (rz_rather_name(n, token + hyphen)) return token + 1 + hyphen;
    if (rz_arabic_surname(n, token) || known_surname(n, token)) return token + 1;
    if (rz_may_name(n, token) && rz_list_at(n, token + 1, n->w.surname_end) == token + 2) return token + 2; /* «کمالی نیا» */
    return weak && rz_may_name(n, token) && rz_rather_name(n, weak) ? weak + 1 : token;
}

/* Words that are hardly anything but a name, and any word behind «فان», «دوس». */
uint32_t rz_past_surnames(const rz_namer *n, uint32_t token, uint32_t limit) {
    for (;;) {
        uint32_t particle = rz_list_at(n, token, n->w.particle), next;
        uint32_t initials = rz_past_initials(n, token);
        if (initials > token && rz_may_name(n, initials)) token = initials + 1;
        else if (particle && rz_may_name(n, particle)) token = particle + 1;
        else if (rz_list_at(n, token, n->w.son) || token >= limit || (next = past_surname(n, token)) == token) return token;
        else token = next;
    }
}

/* «جمال عبدالله المنیخ»: a first name that is a word too, before another and a surname. */
static uint32_t weak_given(const rz_namer *n, uint32_t token) {
    uint32_t weak = rz_given_at(n, token, true), next = weak ? rz_given_at(n, weak, false) : 0;
    return next && n->text->tokens[token].verb == RZ_NONE && rz_may_name(n, token) && past_surname(n, next) > next ? next : 0;
}

/* «همایون عزیزی شیرازی»: whoever has a name and a surname is of no town. */
static uint32_t past_town(const rz_namer *n, uint32_t token) {
    if (token >= n->end || rz_letters_count(&n->text->tokens[token]) == 0) return token;
    for (rz_hits hits = rz_hits_of(n->text, token, RZ_TYPE(RZ_PLACE)); rz_hits_next(&hits);) {
        const rz_hit *h = &hits.hit;
        bool adjective = h->tail == 1 && n->text->letters[rz_letters_end(&n->text->tokens[token]) - 1] == rz_letter_code(0x6CC);
        if (adjective && h->last == token + 1 && h->key == n->fa) return h->last;
    }
    return token;
}

/* A name not in the tables. Titled: any word but an ordinary one. Beside an office: a first name, or words that
 * no lexicon has. Else: an unmistakable first name and a surname. Gives its end, or 0. */
uint32_t rz_unknown_at(const rz_namer *n, uint32_t token, bool titled, bool vague, bool beside) {
    uint32_t given = rz_given_at(n, token, titled || beside), son = rz_list_at(n, token + 1, n->w.son);
    if (!given) given = weak_given(n, token);
    if (!given && son && rz_may_name(n, token) && rz_may_name(n, son)) given = son + 1; /* «مطلق بن ماجد القحطانی» */
    if (rz_list_at(n, token, n->w.not_name)) return 0;
    if (!given && !(titled ? titled_start(n, token) : beside && rz_rather_name(n, token))) return 0;
    if (given && n->text->tokens[token].verb != RZ_NONE) return 0;
    uint32_t p = given ? given : token + 1;
    p = rz_past_surnames(n, p, token + NAME_TOKENS);
    if (p == given && rz_given_at(n, token, false) && rz_nisba_at(n, p) && !n->text->tokens[p].tail) p++; /* «عبدالقدیر بلخی» */
    if (given && p > given) p = past_town(n, p);
    uint32_t fathers = rz_past_fathers(n, p);
    if (fathers > p) p = rz_past_surnames(n, fathers, fathers + 1); /* «یوسف بن علی المطیری» */
    if (titled && given && p == given && !vague && rz_may_name(n, p) && rz_given_at(n, token, false)) return p + 1; /* «خانم نیلوفر زارع» */
    if (titled) return given && p == given && !called_so(n, token) ? 0 : p; /* a first name alone: حضرت ابراهیم */
    if (given || p > token + 1) return p > token + 1 ? p : 0;
    return !n->text->tokens[token].tail && !rz_word_at(n, token, NULL) && !is_adverb(n, token) && !runs_on(n, token) ? p : 0; /* «وزیر خارجه ایتالیا دیمایو», not «… کسانی» */
}
