#include "reading/held.h"

#include <nettle/sha2.h>
#include <stdlib.h>

rz_held *rz_held_open(size_t limit) {
    rz_held *held = calloc(1, sizeof *held);
    if (!held) return NULL;
    rz_arena_open(&held->arena, &held->exit, limit);
    rz_arena_open(&held->work, &held->exit, limit);
    held->reading.published = (rz_days){RZ_NO_DAY, RZ_NO_DAY};
    held->reading.published_minute = held->reading.updated_minute = -1;
    held->reading.updated = RZ_NO_DAY;
    return held;
}

void rz_held_close(rz_held *held) {
    if (!held) return;
    rz_arena_close(&held->arena);
    rz_arena_close(&held->work);
    free(held);
}

void rz_reading_free(rz_reading *reading) { rz_held_close((rz_held *)reading); }

void rz_free(void *memory) { free(memory); }

void rz_article_id(const char *bytes, size_t size, char id[17]) {
    struct sha256_ctx sha;
    uint8_t digest[8];
    sha256_init(&sha);
    sha256_update(&sha, size, (const uint8_t *)bytes);
    sha256_digest(&sha, sizeof digest, digest);
    for (size_t i = 0; i < 2 * sizeof digest; i++) id[i] = "0123456789abcdef"[i % 2 ? digest[i / 2] & 15 : digest[i / 2] >> 4];
    id[16] = '\0';
}
