/* robots.txt under libFuzzer: the first line is the path that is asked for, the rest the file. What a file says does not change with what
 * stands behind it in a comment, and one line more that allows all of the path allows it. */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "watch/robots.h"

enum { PATH = 600, MORE = 700 };

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);
int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size) {
    const uint8_t *end = size ? memchr(bytes, '\n', size) : NULL;
    size_t n = end ? (size_t)(end - bytes) : 0;
    if (!end || n >= PATH) return 0;
    char path[PATH];
    memcpy(path, bytes, n);
    path[n] = '\0';
    size_t left = size - n - 1;
    char *text = malloc(left + MORE);
    if (!text) return 0;
    memcpy(text, end + 1, left);
    watch_verdict first = watch_robots(text, left, "rayzan", path);
    memcpy(text + left, "\n#x", 3);
    watch_verdict again = watch_robots(text, left + 3, "rayzan", path);
    if (first.allowed != again.allowed || first.delay < again.delay || first.delay > again.delay) abort();
    memcpy(text + left, "\nuser-agent: rayzan\ndisallow: *$\n", 33);
    again = watch_robots(text, left + 33, "rayzan", "/robots.txt");
    if (!again.allowed) abort();
    free(text);
    return 0;
}
