/* First names by their letters: one person's in several spellings. */
#include "mention/names.h"

enum { SKELETON = 16 };

/* The letters without the vowels that spellings differ in: سرگی and سرگئی have the same. */
static uint32_t skeleton(const uint8_t *letters, uint32_t size, uint8_t *out) {
    uint32_t n = 0;
    if (size > 2 && letters[size - 1] == rz_letter_code(0x647)) size--; /* a vowel too, at the end */
    for (uint32_t i = 0; i < size && n < SKELETON; i++)
        if (letters[i] != rz_letter_code(0x627) && letters[i] != rz_letter_code(0x648) && letters[i] != rz_letter_code(0x6CC))
            out[n++] = letters[i];
    return n;
}

/* Is one the other with at most one letter more, less or other? مجید is no ماجد. */
static bool nearly(const uint8_t *a, uint32_t n, const uint8_t *b, uint32_t k) {
    if (n > k) return nearly(b, k, a, n);
    uint32_t i = 0;
    while (i < n && a[i] == b[i]) i++;
    if (n == k) return i == n || memcmp(a + i + 1, b + i + 1, n - i - 1) == 0;
    return n + 1 == k && memcmp(a + i, b + i + 1, n - i) == 0;
}

/* «محمد» of «محمد نواز شریف», where «نواز شریف» is his name too: nobody calls him by it alone. */
static bool stands_before_given(const rz_namer *n, rz_row person, rz_str form, const char *space) {
    rz_str rest = {space + 1, form.size - (uint32_t)(space + 1 - form.at)};
    for (uint32_t i = 0; memchr(rest.at, ' ', rest.size) && i < rz_fields_of(n->data, person); i++) {
        rz_field f = rz_field_at(n->data, person, i);
        if (f.key == n->fa && f.value.size == rest.size && !memcmp(f.value.at, rest.at, rest.size)) return true;
    }
    return false;
}

/* A first name before a surname of the tables: the same person's in another spelling, or somebody else's who has the surname. */
bool rz_has_given(const rz_namer *n, rz_row person, uint32_t token) {
    const rz_token *t = &n->text->tokens[token];
    uint8_t mine[SKELETON], own[64], his[SKELETON];
    bool apart = rz_list_at(n, token, n->w.given_apart) != 0;
    uint32_t k = skeleton(n->text->letters + t->letters_start, rz_letters_count(t), mine);
    for (uint32_t i = 0; i < rz_fields_of(n->data, person); i++) {
        rz_field f = rz_field_at(n->data, person, i);
        const char *space = f.key == n->fa ? memchr(f.value.at, ' ', f.value.size) : NULL;
        if (!space || stands_before_given(n, person, f.value, space)) continue;
        uint32_t size = rz_letters_of(f.value.at, (uint32_t)(space - f.value.at), own, sizeof own);
        if (size > sizeof own) continue;
        if (apart && (size != rz_letters_count(t) || memcmp(own, n->text->letters + t->letters_start, size) != 0)) continue; /* «حسین روحانی» */
        bool near = nearly(own, size, n->text->letters + t->letters_start, rz_letters_count(t));
        if (near && skeleton(own, size, his) == k && memcmp(his, mine, k) == 0) return true;
    }
    return false;
}
