/* Days as people write them. */
#include "output/labels.h"

typedef struct {
    const char *months; /* the set of their labels */
    void (*of_day)(rz_day day, int *year, int *month, int *date);
} calendar;

static const calendar gregorian = {"gregorian", rz_day_gregorian}, jalali = {"jalali", rz_day_jalali};

typedef struct {
    int year, month, date;
} ymd;

static ymd of_day(const calendar *c, rz_day day) {
    ymd d;
    c->of_day(day, &d.year, &d.month, &d.date);
    return d;
}

static const char *month(const rz_labels *l, const calendar *c, int number) {
    char word[12];
    snprintf(word, sizeof word, "%d", number);
    return rz_label(l, c->months, word);
}

static bool starts_month(const calendar *c, rz_day day) { return of_day(c, day).date == 1; }

/* Day, month and year of one end, less what the other end says for both. */
static void show_end(FILE *out, const rz_labels *l, const calendar *c, ymd d, bool with_date, bool with_month, bool with_year) {
    if (with_date) rz_show_number(out, l, d.date);
    if (with_month) fprintf(out, "%s%s", with_date ? " " : "", month(l, c, d.month));
    if (with_year) {
        if (with_date || with_month) putc(' ', out);
        rz_show_number(out, l, d.year);
    }
}

static void show(FILE *out, const rz_labels *l, const calendar *c, rz_days days) {
    if (days.from == RZ_NO_DAY || days.to == RZ_NO_DAY) return;
    ymd a = of_day(c, days.from), b = of_day(c, days.to);
    bool months = starts_month(c, days.from) && starts_month(c, days.to + 1);
    bool years = months && a.month == 1 && b.month == 12;
    bool same_year = a.year == b.year, same_month = same_year && a.month == b.month;
    bool one = days.from == days.to || (months && same_month) || (years && same_year);
    if (!one) {
        show_end(out, l, c, a, !months, !years && (months || !same_month), !same_year);
        fputs(same_month || (months && same_year) || years ? "–" : " – ", out);
    }
    show_end(out, l, c, b, !months, !years, true);
}

void rz_show_gregorian(FILE *out, const rz_labels *l, rz_days days) { show(out, l, &gregorian, days); }
void rz_show_jalali(FILE *out, const rz_labels *l, rz_days days) { show(out, l, &jalali, days); }

void rz_show_days(FILE *out, const rz_labels *l, rz_days days) {
    if (days.from == RZ_NO_DAY || days.to == RZ_NO_DAY) return;
    if (days.from == days.to) {
        char word[12];
        snprintf(word, sizeof word, "%d", rz_day_weekday(days.from));
        fprintf(out, "%s ", rz_label(l, "weekday", word));
    }
    show(out, l, l->fa ? &jalali : &gregorian, days);
    fputs(" (", out);
    show(out, l, l->fa ? &gregorian : &jalali, days);
    putc(')', out);
}
