/* Reads one article and prints its events: cc example.c $(pkg-config --cflags --libs rayzan) -o example */
#include <rayzan.h>
#include <stdio.h>
#include <string.h>

int main(void) {
    rz_error error = {0};
    rz_engine *engine = rz_engine_open(NULL, 0, &error); /* one for the whole process, shared by its threads */
    if (!engine) return fprintf(stderr, "%s\n", error.message), 1;

    const char *article = "به گزارش ایسنا، وزیر امور خارجه ایران روز یکشنبه در مسکو با همتای روس خود دیدار کرد.";
    rz_input input = {.bytes = article, .size = strlen(article), .published = {RZ_NO_DAY, RZ_NO_DAY}};
    rz_parse_days("1402-10-04", &input.published);

    rz_reading *reading = rz_read(engine, &input, &error);
    if (!reading) return fprintf(stderr, "%s\n", error.message), 1;
    for (uint32_t i = 0; i < reading->n_events; i++) {
        const rz_event *event = &reading->events[i];
        printf("%s, %s:", event->kind, event->status);
        for (uint32_t k = 0; k < event->n_participants; k++)
            printf(" %s", reading->actors[event->participants[k].actor].id);
        printf("\n");
    }
    rz_reading_free(reading);
    rz_engine_close(engine);
    return 0;
}
