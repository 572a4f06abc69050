/* The pieces of the grammar of times, as its files share them. Each gives the token after what it reads at a token, or 0. */
#ifndef RZ_MENTION_TIME_PIECES_H
#define RZ_MENTION_TIME_PIECES_H

#include "mention/time_words.h"

/* ---- years (time_years.c) ---- */
uint8_t rz_era_after(const rz_time_finder *f, uint32_t *token, uint8_t otherwise);       /* its calendar, going past it */
uint32_t rz_relation_after(const rz_time_finder *f, uint32_t token, int8_t *offset);     /* گذشته, جاری, آینده */
uint32_t rz_year_after(const rz_time_finder *f, uint32_t token, rz_time_date *d);        /* never 0: token itself where no year follows */
uint32_t rz_season_at(const rz_time_finder *f, uint32_t token, rz_time_date *d);
uint32_t rz_decade_at(const rz_time_finder *f, uint32_t token, rz_time_date *d);
uint32_t rz_century_at(const rz_time_finder *f, uint32_t token, rz_time_date *d);
uint32_t rz_year_alone_at(const rz_time_finder *f, uint32_t token, rz_time_date *d); /* by its number alone */
uint32_t rz_years_at(const rz_time_finder *f, uint32_t token, rz_time_date *d);
bool rz_list_goes_on(const rz_time_finder *f, uint32_t *token, bool range); /* goes past a comma, «و», «یا»; of a range «تا» and a dash too */

/* ---- dates (time_numeric.c, time_dates.c) ---- */
uint32_t rz_numeric_date_at(const rz_time_finder *f, uint32_t token, rz_time_date *d);
uint32_t rz_date_at(const rz_time_finder *f, uint32_t token, rz_time_date *d);
uint32_t rz_month_name_at(const rz_time_finder *f, uint32_t token, rz_time_date *d); /* مهر, with its year */
uint32_t rz_date_twin_after(const rz_time_finder *f, uint32_t token, rz_time_mention *m); /* token itself where there is none */

/* ---- days and weekdays (time_days.c) ---- */
bool rz_named_at(const rz_time_finder *f, uint32_t token, rz_row_type a, rz_row_type b); /* a name of one of these types begins there */
uint32_t rz_day_word_at(const rz_time_finder *f, uint32_t token, rz_time_mention *m);
uint32_t rz_day_seen_after(const rz_time_finder *f, uint32_t token, rz_time_mention *m); /* token itself where there is none */
uint32_t rz_weekday_at(const rz_time_finder *f, uint32_t token, rz_time_mention *m);

/* ---- lengths and periods (time_lengths.c, time_periods.c) ---- */

/* So much of a unit: «دو روز», «۳۰ تا ۶۰ دقیقه», «یک سال و نیم», «چند ماه», «این هفته». */
typedef struct {
    int n;         /* of `unit`, the larger of two; 0: not said */
    int least;     /* the smaller, or 0 */
    rz_time_parts made_of;
    uint8_t unit;  /* rz_time_unit that n counts: of «یک سال و نیم» months */
    uint8_t grain; /* as it is said */
    bool some;     /* چند */
    bool this_one; /* این, همین before it */
    bool same;     /* همان, آن */
    bool plural, alone; /* روزهای; روزها, which nothing need follow */
    uint32_t end;
} rz_quantity;
typedef struct rz_quantity_read {
    uint32_t token; /* + 1 */
    bool is;
    rz_quantity said;
} rz_quantity_read;

bool rz_quantity_at(const rz_time_finder *f, uint32_t token, rz_quantity *out);
bool rz_time_two_of_them(const rz_time_finder *f, uint32_t token, const rz_quantity *said); /* time_numbers.c */
uint32_t rz_length_at(const rz_time_finder *f, uint32_t token, rz_time_mention *m); /* دو ساعت, هر هفته, ۶۵ ساله */
uint32_t rz_set_at(const rz_time_finder *f, uint32_t token, rz_time_mention *m);
const rz_time_meaning *rz_fraction_at(const rz_time_finder *f, uint32_t token, uint32_t *last); /* اوایل, پایان, نیمه دوم */
uint32_t rz_period_at(const rz_time_finder *f, uint32_t token, rz_time_mention *m);
uint32_t rz_nth_at(const rz_time_finder *f, uint32_t token, rz_time_mention *m);    /* هفته اول مهر, شش ماه نخست سال */

uint32_t rz_clock_at(const rz_time_finder *f, uint32_t token, rz_time_mention *m);
uint32_t rz_zone_after(const rz_time_finder *f, uint32_t token, rz_time_mention *m); /* past «به وقت تهران», or the token itself */

#endif
