#include "base/utf8.h"
#include "text/apart.h"
#include "text/form.h"
#include "text/joiner.h"
#include "text/parts.h"

void rz_language_make(rz_arena *arena, const rz_data *data, rz_language *out) {
    rz_apart *apart = RZ_NEW(arena, rz_apart);
    rz_apart_read(data, apart);
    *out = (rz_language){.data = data, .apart = apart, .forms = rz_verb_forms_read(arena, data), .joiner = rz_joiner_make(arena, data), .latin = rz_latin_make(arena, data)};
}

void rz_text_cut(rz_arena *arena, const rz_language *language, const char *src, uint32_t size, const rz_span *blocks,
                 uint32_t n_blocks, rz_text *out) {
    *out = rz_text_of(language);
    rz_fold_loose(arena, src, size, out);
    rz_tokens_cut(arena, blocks, n_blocks, out);
    rz_hits_find(arena, out);
    rz_verbs_find(arena, out);
}

void rz_text_make(rz_arena *arena, const rz_language *language, const char *src, uint32_t size, const rz_span *blocks,
                  uint32_t n_blocks, rz_text *out) {
    rz_text_cut(arena, language, src, size, blocks, n_blocks, out);
    rz_words_know(out);
}

void rz_tokens_cut_lines(rz_arena *arena, rz_text *text) {
    RZ_VEC(rz_span) lines = {0};
    for (uint32_t at = 0; at < text->src_size;) {
        const char *end = memchr(text->src + at, '\n', text->src_size - at);
        uint32_t stop = end ? (uint32_t)(end - text->src) : text->src_size;
        *RZ_PUSH(arena, &lines) = (rz_span){at, stop};
        at = stop + 1;
    }
    rz_tokens_cut(arena, lines.at, lines.n, text);
}

rz_span rz_text_span(const rz_text *text, uint32_t first, uint32_t last) {
    if (first >= last) return (rz_span){0, 0};
    return (rz_span){text->tokens[first].src_start, text->tokens[last - 1].src_end};
}

char *rz_text_copy(rz_arena *arena, const rz_text *text, uint32_t first, uint32_t last) {
    if (first >= last) return rz_copy(arena, "", 0);
    return rz_copy(arena, text->norm + text->tokens[first].norm_start, text->tokens[last - 1].norm_end - text->tokens[first].norm_start);
}

char *rz_normal(rz_arena *arena, const rz_data *data, const char *text, uint32_t size, bool bare) {
    (void)data;
    rz_text t = {0};
    rz_fold(arena, text, size, &t);
    char *out = rz_alloc(arena, (size_t)t.norm_size + 1);
    uint32_t n = 0;
    for (uint32_t i = 0; i < t.norm_size; i++) {
        bool joiner = i + 2 < t.norm_size && (unsigned char)t.norm[i] == 0xE2 && (unsigned char)t.norm[i + 1] == 0x80 && (unsigned char)t.norm[i + 2] == 0x8C;
        if (bare && joiner) {
            i += 2;
            continue;
        }
        if (t.norm[i] == ' ' && (!n || out[n - 1] == ' ')) continue;
        out[n++] = t.norm[i];
    }
    while (n && out[n - 1] == ' ') n--;
    out[n] = 0;
    return out;
}
