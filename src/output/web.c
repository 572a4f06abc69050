/* The files of web/ in the library. */
#include <nettle/base64.h>
#include <nettle/sha2.h>
#include <string.h>

#include "output/html.h"

#define EMBED(name, file)                       \
    __asm__(".pushsection .rodata\n"            \
            ".balign 16\n"                      \
            ".globl rz_" #name "_begin\n"       \
            ".hidden rz_" #name "_begin\n"      \
            "rz_" #name "_begin:\n"             \
            ".incbin \"" file "\"\n"            \
            ".globl rz_" #name "_end\n"         \
            ".hidden rz_" #name "_end\n"        \
            "rz_" #name "_end:\n"               \
            ".byte 0\n"                         \
            ".popsection\n");                   \
    extern const char rz_##name##_begin[] __attribute__((visibility("hidden")));   \
    extern const char rz_##name##_end[] __attribute__((visibility("hidden")))

EMBED(css, "web/page.css");
EMBED(js, "web/page.js");
EMBED(signs, "web/signs.svg");

rz_asset rz_page_css(void) { return (rz_asset){rz_css_begin, (size_t)(rz_css_end - rz_css_begin)}; }
rz_asset rz_page_js(void) { return (rz_asset){rz_js_begin, (size_t)(rz_js_end - rz_js_begin)}; }
rz_asset rz_page_signs(void) { return (rz_asset){rz_signs_begin, (size_t)(rz_signs_end - rz_signs_begin)}; }

void rz_asset_hash(rz_asset asset, char out[RZ_ASSET_HASH]) {
    struct sha256_ctx sha;
    uint8_t digest[SHA256_DIGEST_SIZE];
    sha256_init(&sha);
    sha256_update(&sha, asset.size, (const uint8_t *)asset.at);
    sha256_digest(&sha, sizeof digest, digest);
    memcpy(out, "sha256-", 7);
    base64_encode_raw(out + 7, sizeof digest, digest);
    out[RZ_ASSET_HASH - 1] = '\0';
}
