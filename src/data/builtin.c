/* The tables in the library, and the user's folders over them. */
#include "data/files.h"
#include "data/image.h"

/* Read only, in the binary: opening it costs nothing. */
__asm__(".pushsection .rodata\n"
        ".balign 16\n"
        ".globl rz_builtin_image\n"
        ".hidden rz_builtin_image\n"
        ".type rz_builtin_image, @object\n"
        "rz_builtin_image:\n"
        ".incbin \"" RZ_DATA_IMAGE "\"\n"
        ".size rz_builtin_image, . - rz_builtin_image\n"
        ".byte 0\n"
        ".popsection\n");
extern const rz_data rz_builtin_image __attribute__((visibility("hidden")));

const rz_data *rz_data_builtin(void) { return &rz_builtin_image; }

rz_data *rz_data_overlay(const char *const *folders, size_t count, rz_error *error) {
    rz_data *top = NULL;
    for (size_t i = 0; i < count; i++) {
        rz_data *next = rz_folder_compile(top ? top : rz_data_builtin(), folders[i], NULL, NULL, error);
        rz_data_close(top);
        if (!next) return NULL;
        top = next;
    }
    return top ? top : rz_data_compile(rz_data_builtin(), NULL, 0, NULL, NULL, error);
}
