#include "article/article.h"
#include "article/lines.h"
#include "cases.h"
#include "mention/time.h"

/* No verb of it is known, and no word of its chrome but those that data/chrome.txt has. */
#define ENGLISH "The envoys of the two countries met for the third time this month and agreed to go on with their talks in the spring."
#define OF_THE_SITE "Our writer has followed diplomacy for twenty years and lives by the sea with two cats and far too many books."

static rz_data *data;

static int open_data(void **state) {
    (void)state;
    rz_error error = {0};
    size_t size;
    char *rows = case_file("tests/cases/world/article.txt", &size);
    rz_data_file file = {.name = "article.txt", .text = rows, .size = size};
    data = rz_data_compile(rz_data_builtin(), &file, 1, NULL, NULL, &error);
    free(rows);
    if (!data) fprintf(stderr, "%s\n", error.message);
    return data ? 0 : -1;
}

static int close_data(void **state) {
    (void)state;
    rz_data_close(data);
    return 0;
}

typedef struct {
    rz_arena arena;
    jmp_buf exit;
    rz_incoming in;
    rz_text text;
    rz_mentions mentions;
    rz_article article;
} read_article;

/* The article alone, names looked for where they are needed, is the same. */
static void check_alone(read_article *r, const rz_language *language, const rz_span *blocks) {
    rz_text text;
    rz_mentions mentions = {0};
    rz_article alone;
    rz_text_cut(&r->arena, language, r->in.text, r->in.size, blocks, r->in.n_blocks, &text);
    rz_times_find(&r->arena, rz_time_table_make(&r->arena, language), &text, false, &mentions);
    rz_names_later(&r->arena, rz_name_table_make(&r->arena, data), &text, &mentions);
    rz_article_find(&r->arena, &r->in, &text, &mentions, true, &alone);
    assert_int_equal(alone.title.start, r->article.title.start);
    assert_int_equal(alone.title.end, r->article.title.end);
    assert_int_equal(alone.n_body, r->article.n_body);
    assert_true(alone.n_body == 0 || memcmp(alone.body, r->article.body, alone.n_body * sizeof *alone.body) == 0);
    assert_int_equal(alone.stated_time, r->article.stated_time);
    assert_true(alone.publisher.id == r->article.publisher.id || strcmp(alone.publisher.id, r->article.publisher.id) == 0);
}

static void take(read_article *r, const char *bytes, size_t size, const char *url) {
    memset(r, 0, sizeof *r);
    if (setjmp(r->exit)) fail_msg("no memory");
    rz_arena_open(&r->arena, &r->exit, 0);
    rz_input input = {.bytes = bytes, .size = size, .url = url};
    rz_error error = {0};
    if (!rz_intake(&r->arena, &input, &r->in, &error)) fail_msg("%s", error.message);
    rz_span *blocks = RZ_NEW_N(&r->arena, rz_span, r->in.n_blocks + 1);
    for (uint32_t i = 0; i < r->in.n_blocks; i++) blocks[i] = r->in.blocks[i].span;
    rz_language language;
    rz_language_make(&r->arena, data, &language);
    rz_text_make(&r->arena, &language, r->in.text, r->in.size, blocks, r->in.n_blocks, &r->text);
    rz_names_find(&r->arena, rz_name_table_make(&r->arena, data), &r->text, &r->mentions);
    rz_times_find(&r->arena, rz_time_table_make(&r->arena, &language), &r->text, false, &r->mentions);
    rz_article_find(&r->arena, &r->in, &r->text, &r->mentions, false, &r->article);
    check_alone(r, &language, blocks);
}

typedef struct {
    const char *text;
    const char *title;     /* NULL: none */
    const char *body;      /* the spans, joined by " | "; a … in it stands for anything */
    const char *publisher; /* id, NULL: none */
    const char *chain;     /* ids, joined by a space */
} expected;

static void joined_body(const read_article *r, char *out, size_t room) {
    size_t n = 0;
    out[0] = 0;
    for (uint32_t i = 0; i < r->article.n_body; i++) {
        rz_span s = r->article.body[i];
        n += (size_t)snprintf(out + n, room - n, "%s%.*s", i ? " | " : "", (int)(s.end - s.start), r->in.text + s.start);
    }
}

static bool matches(const char *got, const char *pattern) {
    const char *dots = strstr(pattern, "…");
    if (!dots) return strcmp(got, pattern) == 0;
    size_t before = (size_t)(dots - pattern), after = strlen(dots + strlen("…")), n = strlen(got);
    return n >= before + after && memcmp(got, pattern, before) == 0 && memcmp(got + n - after, dots + strlen("…"), after) == 0;
}

static int check(const expected *e) {
    read_article r;
    static char body[1 << 16];
    char chain[512] = "", title[1024] = "";
    take(&r, e->text, strlen(e->text), NULL);
    joined_body(&r, body, sizeof body);
    for (uint32_t i = 0; i < r.article.n_chain; i++) snprintf(chain + strlen(chain), sizeof chain - strlen(chain), "%s%s", i ? " " : "", r.article.chain[i].id);
    snprintf(title, sizeof title, "%.*s", (int)(r.article.title.end - r.article.title.start), r.in.text + r.article.title.start);
    const char *publisher = r.article.publisher.id ? r.article.publisher.id : "";
    bool ok = strcmp(title, e->title ? e->title : "") == 0 && matches(body, e->body) && strcmp(publisher, e->publisher ? e->publisher : "") == 0 &&
              strcmp(chain, e->chain) == 0;
    if (!ok) fprintf(stderr, "----\n%s\n== title [%s]\n== body [%s]\n== publisher [%s] chain [%s], expected [%s] [%s]\n", e->text, title, body, publisher, chain,
                     e->publisher ? e->publisher : "", e->chain);
    rz_arena_close(&r.arena);
    return ok ? 0 : 1;
}

#define LEAD "وزیر امور خارجه قزاقستان روز دوشنبه وارد پایتخت شد و با همتای خود دیدار کرد."
#define MORE "دو طرف در این نشست درباره گسترش همکاری‌های اقتصادی و ترانزیتی گفت‌وگو کردند."
#define HEAD "سفر وزیر خارجه قزاقستان به پایتخت"

static const expected texts[] = {
    /* labels at the head */
    {"مهر: " LEAD "\n" MORE, NULL, LEAD "\n" MORE, "mehr", "mehr"},
    {"ایسنا، " LEAD "\n" MORE, NULL, LEAD "\n" MORE, "isna", "isna"},
    {"خامه پرس ـ سرویس جهان: " LEAD "\n" MORE, NULL, LEAD "\n" MORE, "khaama", "khaama"},
    {"یورونیوز - " LEAD "\n" MORE, NULL, LEAD "\n" MORE, "euronews", "euronews"},
    {"تهران - ایرنا - " LEAD "\n" MORE, NULL, LEAD "\n" MORE, "irna", "irna"},
    {"تهران (پانا) - " LEAD "\n" MORE, NULL, LEAD "\n" MORE, "pana", "pana"},
    {"آستانه، ۳ ژوئیه ۲۰۲۳ (تاس) -- " LEAD "\n" MORE, NULL, LEAD "\n" MORE, "tass", "tass"},
    {"باشگاه خبرنگاران جوان؛ مریم نمونه - " LEAD "\n" MORE, NULL, LEAD "\n" MORE, "yjc", "yjc"},
    {"سایت آینه خبر: " LEAD "\n" MORE, NULL, LEAD "\n" MORE, "name:آینه خبر", "name:آینه خبر"},
    {"کابل - باختر - " LEAD "\n" MORE, NULL, LEAD "\n" MORE, "bakhtar", "bakhtar"},
    {"خامه پرس: " LEAD "\n" MORE "\n#", NULL, LEAD "\n" MORE, "khaama", "khaama"},
    {"سلیمانیه (کوردستان ۲۴) – " LEAD "\n" MORE, NULL, LEAD "\n" MORE, "kurdistan24", "kurdistan24"},
    {"خبرگزاری میزان _ " LEAD "\n" MORE, NULL, LEAD "\n" MORE, "mizan", "mizan"},
    {"عصر خبر به نقل از ایلنا: " LEAD "\n" MORE, NULL, LEAD "\n" MORE, "asrkhabar", "asrkhabar ilna"},
    {HEAD "\n" LEAD "\nعصر خبر به نقل از ایلنا: " MORE, HEAD, LEAD "\n…کردند.", "asrkhabar", "asrkhabar ilna"},
    {"آسواکانیوز(پنجشنبه/۱۷سنبله/۱۴۰۱): " LEAD "\n" MORE, NULL, LEAD "\n" MORE, "aswaka", "aswaka"},
    {"دوشنبه، 14.03.2022 /«خاور»/. " LEAD "\n" MORE, NULL, LEAD "\n" MORE, "khovar", "khovar"},
    /* who told it, said with a verb */
    {"ایلنا نوشت: " LEAD "\nبه گزارش خبرگزاری اینترفکس، " MORE, NULL, "ایلنا نوشت: …کردند.", "ilna", "ilna interfax"},
    {"خبرگزاری آناتولی گزارش داد، " LEAD "\n" MORE, NULL, "خبرگزاری…کردند.", "anadolu", "anadolu"},
    {"ایلنا نوشت که وزیر در راه است و فردا با همتای خود دیدار خواهد کرد.\n" MORE, NULL, "ایلنا نوشت که…کردند.", NULL, ""},
    /* no label: a capital that speaks, a list of states */
    {"تهران و آستانه درباره راه‌آهن شرقی به توافق رسیدند و سند آن امضا شد.\n" MORE, NULL, "تهران و…کردند.", NULL, ""},
    /* به گزارش */
    {"به گزارش خبرگزاری مهر، " LEAD "\n" MORE "\nنظر شما", NULL, "به گزارش…کردند.", "mehr", "mehr"},
    {HEAD "\n\n" LEAD "\n\nبه گزارش گروه سیاسی خبرگزاری تسنیم، " MORE "\n\nانتهای پیام/", HEAD, LEAD "\n\nبه گزارش…کردند.", "tasnim", "tasnim"},
    {HEAD "\n" HEAD "\n" LEAD "\nبه گزارش خبرنگار سیاست خارجی ایسنا، " MORE "\nانتهای پیام", HEAD, LEAD "\nبه گزارش…کردند.", "isna", "isna"},
    {"به گزارش ایسنا به نقل از خبرگزاری «تاس»، " LEAD "\n" MORE, NULL, "به گزارش…کردند.", "isna", "isna tass"},
    {"به گزارش مهر به نقل از رویترز، به نقل از اینترفکس، " LEAD "\n" MORE, NULL, "به گزارش…کردند.", "mehr", "mehr reuters interfax"},
    {"به گزارش ایسنا، وزارت خارجه روسیه در بیانیه‌ای اعلام کرد که وزیر خارجه این کشور فردا به آستانه می‌رود.\n" MORE, NULL, "به گزارش…کردند.", "isna",
     "isna russia-mfa"},
    {"به گزارش خبرگزاری مهر به نقل از تاس، وزارت امور خارجه روسیه با انتشار بیانیه‌ای اعلام کرد: گفت‌وگوها ادامه دارد.\n" MORE, NULL, "به گزارش…کردند.", "mehr",
     "mehr tass russia-mfa"},
    {"به گزارش بخش خبر سایت نگاه امروز، " LEAD "\n" MORE, NULL, "به گزارش…کردند.", "name:نگاه امروز", "name:نگاه امروز"},
    {"به گزارش روز پنجشنبه ایرنا از آستانه، " LEAD "\n" MORE, NULL, "به گزارش…کردند.", "irna", "irna"},
    {"به گزارش رسانه‌های محلی، " LEAD "\n" MORE, NULL, "به گزارش…کردند.", NULL, ""},
    {"بنا به گزارش خبرگزاری خامه، " LEAD "\n" MORE "\nبرچسپ‌ها\nافغانستان\nکابل", NULL, "بنا به…کردند.", "khaama", "khaama"},
    {"به گزارش آینه روز و به نقل از خبرگزاری مهر، " LEAD "\n" MORE, NULL, "به گزارش…کردند.", "name:آینه روز", "name:آینه روز mehr"},
    {"به گزارش خبرگزاری صدا و سیمای مرکز کرمان، " LEAD "\n" MORE, NULL, "به گزارش…کردند.", "iribnews", "iribnews"},
    {"به گزارش خبرگزاری اقتصاد ایران\nبه گزارش خبرنگار ایلنا، " LEAD "\n" MORE, NULL, "به گزارش خبرنگار…کردند.", "econews", "econews ilna"},
    {HEAD "\n" LEAD "\nباشگاه خبرنگاران جوان ـ به نقل از روزنامه النهار، " MORE, HEAD, LEAD "\n…کردند.", "yjc", "yjc an-nahar"},
    {HEAD "\n" LEAD " به گزارش «ایلنا»، " MORE, HEAD, LEAD "…کردند.", "ilna", "ilna"},
    {HEAD "\n" LEAD " " MORE " به گزارش ایلنا، این سفر دو روز طول می‌کشد و میهمان فردا بازمی‌گردد.", HEAD, LEAD "…بازمی‌گردد.", NULL, ""},
    {HEAD "\n" LEAD "\nبه گزارش رادیو دری؛ " MORE, HEAD, LEAD "\n…کردند.", "radio-dari", "radio-dari"},
    /* the name of a channel below its post */
    {HEAD "\n🔹\n" LEAD "\n" MORE "\n✊\n@Farsna\n|\nLink", HEAD, LEAD "\n" MORE, "fars", "fars"},
    {"👈\n" LEAD "\n" MORE "\n@farsna_two", NULL, LEAD "\n" MORE, NULL, ""},
    {LEAD "\n" MORE "\nmail@farsna", NULL, LEAD "\n" MORE, NULL, ""},
    /* tails */
    {LEAD "\n" MORE "\n«خبرگزاری ایلنا»\nارسال نظر:", NULL, LEAD "\n" MORE, "ilna", "ilna"},
    {"ایسنا: " LEAD "\n" MORE "\nمنابع خبر\nاخبار مرتبط", NULL, LEAD "\n" MORE, "isna", "isna"},
    {LEAD "\n" MORE "\nمنبع: رویترز", NULL, LEAD "\n" MORE, NULL, "reuters"},
    {"به گزارش خبرگزاری فارس، " LEAD "\n" MORE "/عصرایران", NULL, "به گزارش…کردند.", "fars", "fars asriran"},
    {"ایسنا: " LEAD "\n" MORE "\n/همشهری آنلاین", NULL, LEAD "\n" MORE, "isna", "isna hamshahri"},
    {"ایسنا: " LEAD "\n" MORE " انتهای پیام/ ۱۱۲", NULL, LEAD "\n" MORE, "isna", "isna"},
    {"ایسنا: " LEAD "\n" MORE "\n/4034/4123/پ\nکد خبر: 12345", NULL, LEAD "\n" MORE, "isna", "isna"},
    {"ایسنا: " LEAD "\n" MORE "\n/949/پ202/ج", NULL, LEAD "\n" MORE, "isna", "isna"},
    {"ایسنا: " LEAD "\n" MORE "\nانتهای پیام/***\nپربیننده‌ترین اخبار جهان\nوزیر خارجه گفت: به راه خود ادامه می‌دهیم و از حق خود نمی‌گذریم.", NULL, LEAD "\n" MORE,
     "isna", "isna"},
    {"ایسنا: " LEAD "\n" MORE "\nDr. Example meets his guest\nМинистр прибыл", NULL, LEAD "\n" MORE, "isna", "isna"},
    {"ایسنا: " LEAD "\n" MORE "\nبرچسب‌ها: قزاقستان دیپلماسی\nارسال نظر\nنام\nایمیل\nحاصل عبارت ۲ + ۳", NULL, LEAD "\n" MORE, "isna", "isna"},
    {"ایسنا: " LEAD "\n" MORE "\nدکمه بازگشت به بالا\nتمامی حقوق این سایت محفوظ است.", NULL, LEAD "\n" MORE, "isna", "isna"},
    {"ایسنا: " LEAD "\nبیشتر بخوانید:\nسفیر تازه در راه است\n" MORE "\nانتهای پیام", NULL, LEAD " | " MORE, "isna", "isna"},
    {LEAD "\n" MORE "\nتمامی حقوق این سایت متعلق به خبرگزاری فارس است و استفاده از مطالب آن با ذکر منبع آزاد است.", NULL, LEAD "\n" MORE, "fars", "fars"},
    {LEAD "\nتمام حقوق ملت‌ها در این سند آمده است و دو طرف آن را تأیید کردند.", NULL, LEAD "…کردند.", NULL, ""},
    /* mastheads */
    {HEAD "\nوبانگاه به نقل از خبرگزاری ایلنا:\n" LEAD "\nبه گزارش ایلنا، " MORE, HEAD, LEAD "\nبه گزارش…کردند.", "webangah", "webangah ilna"},
    {HEAD "\n" LEAD "\nوبانگاه به نقل از خبرگزاری ایلنا:\n" MORE, HEAD, LEAD "\n…کردند.", "webangah", "webangah ilna"},
    {"شناسه خبر: 1234 - سرویس سیاسی\nنسخه قابل چاپ منبع: مهر | لینک خبر\n" HEAD "\n" LEAD "\nصاحب‌خبر -\nبه گزارش خبرگزاری مهر، " MORE, HEAD,
     LEAD " | به گزارش…کردند.", "sahebkhabar", "sahebkhabar mehr"},
    {HEAD "\nپایگاه خبری تحلیلی آینه روز:\n" LEAD "\nبه گزارش ایلنا، " MORE, HEAD, LEAD "\nبه گزارش…کردند.", "name:آینه روز", "name:آینه روز ilna"},
    {"خبرگزاری فارس\nصفحه نخست\nسیاسی\nتاریخ انتشار: ۱۴ مهر ۱۴۰۲\nکد خبر: ۱۲۳۴\n" HEAD "\n" LEAD "\n" MORE "\nنظر شما", HEAD, LEAD "\n" MORE, "fars", "fars"},
    {"خبرگزاری فارس\n" HEAD "\nبه گزارش ایرنا، " LEAD "\n" MORE, HEAD, "به گزارش…کردند.", "fars", "fars irna"},
    {"در گفت‌وگو با همشهری مطرح شد؛\n" HEAD "\n" LEAD "\n" MORE, HEAD, LEAD "\n" MORE, NULL, ""},
    {"نظر شما\nخانه\n" HEAD "\n" LEAD "\n" MORE, HEAD, LEAD "\n" MORE, NULL, ""},
    {"لینک‌های قابل دسترسی\nخبر فوری\nپنجشنبه ۶ اردیبهشت ۱۴۰۳ ایران ۰۷:۲۰\n" HEAD "\n" LEAD "\n" MORE, HEAD, LEAD "\n" MORE, NULL, ""},
    {"نام کاربری یا نشانی ایمیل\nرمز عبور\nآیا حساب کاربری در سایت ندارید؟\n" HEAD "\n" LEAD "\n" MORE, HEAD, LEAD "\n" MORE, NULL, ""},
    {"1. پرش به گزارش\n2. پرش به منوی اصلی\n" HEAD "\n" LEAD "\nمیهمان در فرودگاه پایتخت پیاده شد.عکس: مهر\n" MORE, HEAD, LEAD " | " MORE, NULL, ""},
    /* what a crawl puts before the report; a label below the lead */
    {" date 2025-12-18 به گزارش خبرگزاری مهر، " LEAD "\n" MORE, NULL, "به گزارش…کردند.", "mehr", "mehr"},
    {" date 2025-12-18 " LEAD "\nباشگاه خبرنگاران جوان؛ مریم نمونه - " MORE, NULL, LEAD "\nباشگاه خبرنگاران جوان؛ مریم نمونه - " MORE, "yjc", "yjc"},
    {HEAD "\n" LEAD "\nکد خبر: ۱۱۴۲۹۰\n۱۰:۴۲ - ۲۴ آبان ۱۴۰۰\n" MORE, HEAD, LEAD " | " MORE, NULL, ""},
    /* a title with a stop, said again below */
    {"وزیر امور خارجه قزاقستان روز دوشنبه وارد پایتخت شد.\n" LEAD "\n" MORE, "وزیر امور خارجه قزاقستان روز دوشنبه وارد پایتخت شد.", LEAD "\n" MORE, NULL, ""},
    /* a title that asks or cries, with a verb and without; a question within a report is none */
    {"وزیر امور خارجه قزاقستان چرا به پایتخت می‌رود؟\n" LEAD "\n" MORE, "وزیر امور خارجه قزاقستان چرا به پایتخت می‌رود؟", LEAD "\n" MORE, NULL, ""},
    {"سفری ناگهانی به پایتخت!\n" LEAD "\n" MORE, "سفری ناگهانی به پایتخت!", LEAD "\n" MORE, NULL, ""},
    {LEAD "\nوزیر امور خارجه قزاقستان چرا به پایتخت می‌رود؟\n" MORE, NULL, LEAD "\nوزیر امور خارجه قزاقستان چرا به پایتخت می‌رود؟\n" MORE, NULL, ""},
    /* from whom */
    {"به گزارش خبرگزاری مهر از تاس، " LEAD "\n" MORE, NULL, "به گزارش…کردند.", "mehr", "mehr tass"},
    {"به گزارش خبرگزاری مهر از کابل، " LEAD "\n" MORE, NULL, "به گزارش…کردند.", "mehr", "mehr"},
    {"رویترز: سفر وزیر خارجه قزاقستان به پایتخت\n" LEAD "\n" MORE, "رویترز: سفر وزیر خارجه قزاقستان به پایتخت", LEAD "\n" MORE, NULL, "reuters"},
    {LEAD "\n" MORE " (رویترز)", NULL, LEAD "\n" MORE, NULL, "reuters"},
    {HEAD "\n" LEAD "\n" MORE "\nمریم نمونه\nخبرگزاری خامه\nاین خبرگزاری از سال گذشته با جواز رسمی فعالیت می‌کند و بی‌طرف است.", HEAD, LEAD "\n" MORE, "khaama", "khaama"},
    {HEAD "\n" LEAD "\n" MORE "\nلینک کوتاه: https://khaama.com/123", HEAD, LEAD "\n" MORE, "khaama", "khaama"},
    {HEAD "\n" LEAD "\nمطالب پیشنهادی\nسفیر سوئد دیروز به وزارت خارجه احضار شد\nپایان مطالب پیشنهادی\n" MORE "\nنظرات کاربران", HEAD, LEAD " | " MORE, NULL, ""},
    {HEAD "\n" LEAD "\nمیهمان در فرودگاه پایتختعکس: Example/dpa\nببینید: تازه‌ترین عکس‌ها\n" MORE, HEAD, LEAD " | " MORE, NULL, ""},
    {HEAD "\n" LEAD "\n" MORE "\n© خامه پرس، تمام حقوق محفوظ است", HEAD, LEAD "\n" MORE, "khaama", "khaama"},
    {HEAD "\n" LEAD "\nایسنا - جهان\n" MORE, HEAD, LEAD " | " MORE, "isna", "isna"},
    /* no stops at the ends of paragraphs */
    {HEAD "\nوزیر امور خارجه قزاقستان روز دوشنبه وارد پایتخت شد و با همتای خود دیدار کرد\n"
     "دو طرف در این نشست درباره گسترش همکاری‌های اقتصادی و ترانزیتی گفت‌وگو کردند\nانتهای پیام", HEAD, "وزیر امور…کردند", NULL, ""},
    {"وزیر امور خارجه قزاقستان که برای شرکت در نشست سالانه وزیران خارجه کشورهای همسایه دریای خزر به پایتخت آمده است روز دوشنبه با همتای خود دیدار کرد\n" MORE,
     NULL, "وزیر امور…کردند.", NULL, ""},
    /* next to nothing */
    {"سفیر تازه وارد شد", NULL, "سفیر تازه وارد شد", NULL, ""},
    {LEAD, NULL, LEAD, NULL, ""},
    /* pages */
    {"<html><head><meta property='og:title' content='" HEAD "'><meta property='og:site_name' content='خبرگزاری تسنیم | Tasnim'></head><body>"
     "<nav><a href=/>سیاسی</a></nav><h1>" HEAD "</h1><div class='item-text'><p>" LEAD "</p><p>" MORE "</p></div>"
     "<div class='related'><p>سفیر دیروز با وزیر دیدار کرد و پیام تبریک را به او داد.</p></div></body>",
     HEAD, LEAD "\n" MORE, "tasnim", "tasnim"},
    {"<html><head><title>" HEAD " - مهر</title><link rel=canonical href='https://www.mehrnews.com/news/1'></head><body><article><h2>" HEAD "</h2>"
     "<p>" LEAD "</p><p>به نقل از رویترز، " MORE "</p><p>انتهای پیام</p><ul><li><a href=x>خبر دیگر از سفر رئیس جمهور</a></li></ul></article></body>",
     HEAD, LEAD "\nبه نقل از رویترز، " MORE, "mehr", "mehr reuters"},
    {"<html><head><title>" HEAD "</title></head><body><div><a href=/>خانه</a></div><h1>" HEAD "</h1><p class=lead>" LEAD "</p><div class='news-body'><p>" MORE "</p><p>" MORE "</p></div>"
     "<p>سفیر دیروز با وزیر دیدار کرد و پیام تبریک را به او داد.</p></body>", HEAD, LEAD "\n" MORE "\n" MORE, NULL, ""},
    {"<html><head><title>" HEAD " | روزنامه شرق</title></head><body><h1>" HEAD "</h1><h3>" LEAD "</h3><div class='news-body'><p>" MORE "</p>"
     "<p>بیشتر بخوانید: <a href=/1>میهمان تازه کی می‌رسد؟</a></p><button>کپی لینک</button><p>" MORE "</p></div></body>", HEAD, LEAD "\n" MORE " | " MORE, "shargh", "shargh"},
    {"<html><head><title>" HEAD "</title></head><body><h1>" HEAD "</h1><h3>" LEAD "</h3><ul><li>۱۴ مهر ۱۴۰۲ - ۰۹:۱۰</li><li>نظرات</li></ul><div><p>" MORE "</p><p>" MORE "</p></div></body>",
     HEAD, LEAD " | " MORE "\n" MORE, NULL, ""},
    {"<html><head><title>" HEAD " | TOLOnews</title></head><body><div><div><h2><a href=/1>" HEAD "</a></h2></div><div><p>" LEAD "</p><amp-ad>آگهی</amp-ad><p>" MORE "</p></div></div></body>",
     HEAD, LEAD "\n" MORE, "tolonews", "tolonews"},
    {"<html><body><h1>" HEAD "</h1><h4>وزیر بازرگانی نیز در این دیدار بود</h4><div><p>تهران / خبرگزاری تسنیم</p><p>" LEAD "</p><p>" MORE "</p></div></body></html>", HEAD,
     "وزیر بازرگانی نیز در این دیدار بود | " LEAD "\n" MORE, "tasnim", "tasnim"},
    /* a page that goes on with its next stories */
    {"<html><head><title>" HEAD "</title></head><body><main><article><h1>" HEAD "</h1><div><p>" LEAD "</p><p>" MORE "</p></div></article><article><h1>سفیر تازه به ایروان رفت</h1><div><p>" MORE "</p><p>" MORE
     "</p><p>" LEAD "</p></div></article></main></body></html>", HEAD, LEAD "\n" MORE, NULL, ""},
    {"<html><head><title>" HEAD "</title></head><body><div><div><h1>" HEAD "</h1><div><p>" LEAD "</p><p>" MORE "</p></div></div><div><h1>سفیر تازه به ایروان رفت</h1><div><p>" MORE "</p><p>" LEAD
     "</p></div></div></div></body></html>", HEAD, LEAD "\n" MORE, NULL, ""},
    /* a box that asks, a sentence pulled out */
    {"<html><body><h1>" HEAD "</h1><div><p>" LEAD "</p><div class=x1><h4>خبرها در ایمیل شما</h4><p>نشانی خود را بنویسید تا هر شب خبرهای روز را برای شما بفرستیم.</p><div><input type=email></div></div><p>" MORE "</p>"
     "<p>" LEAD " " MORE "</p><div class=x2><p>«" LEAD "»</p></div><p>" MORE "</p></div></body></html>", HEAD, LEAD " | " MORE "\n" LEAD " " MORE " | " MORE, NULL, ""},
    /* in other languages the markup tells: where the paragraphs stand beside each other */
    {"<html><body><h1>Envoys meet again in Muscat</h1><div><p>" ENGLISH "</p><p>" ENGLISH "</p><div class=box><h3>Most popular</h3><p>A bridge opens to the public</p></div><p>" ENGLISH "</p>"
     "<p>Signed: the two envoys</p></div><div class=end><p>" OF_THE_SITE "</p></div></body>", "Envoys meet again in Muscat", ENGLISH "\n" ENGLISH " | " ENGLISH "\nSigned: the two envoys", NULL, ""},
    {"<html><body><h1>Envoys meet again in Muscat</h1><div><div class=part><p>" ENGLISH "</p><p>" ENGLISH "</p></div><div class=related><h4>Most popular</h4></div><div class=part><p>" ENGLISH "</p>"
     "<p>Gains were real-world ones</p></div></div></body>", "Envoys meet again in Muscat", ENGLISH "\n" ENGLISH " | " ENGLISH "\nGains were real-world ones", NULL, ""},
    {"<html><body><h1>Envoys meet again in Muscat</h1><div><p>" ENGLISH "</p><figure><img><div>The hall before they came, in a picture that tells a good deal of what the day was like.</div></figure>"
     "<p>" ENGLISH "</p></div><div><h3>2 comments</h3><p>" OF_THE_SITE "</p><p>" OF_THE_SITE "</p><p>" OF_THE_SITE "</p></div></body>", "Envoys meet again in Muscat", ENGLISH " | " ENGLISH, NULL, ""},
    {"<html><body><h1>Envoys meet again in Muscat</h1><main><div class=a><div><p>" ENGLISH "</p></div></div><div class=a><div><p>" ENGLISH "</p></div></div><div class=a><div><p>" ENGLISH "</p></div></div>"
     "<div class=a><div><p>Nobody smiled.</p></div></div></main><section><p>" OF_THE_SITE "</p></section></body></html>", "Envoys meet again in Muscat", ENGLISH "\n" ENGLISH "\n" ENGLISH "\nNobody smiled.", NULL, ""},
    /* whose a picture is; no last paragraph goes with its credit */
    {"<html><body><h1>Envoys meet again in Muscat</h1><div><p>PUBLISHED: November 8, 2023 at 11:30 p.m. | UPDATED: November 9, 2023 at 12:21 a.m.</p><p>" ENGLISH "</p><p>The two envoys before they went in. © Example Press</p><p>" ENGLISH "</p><p>Foto: Example</p>"
     "<p>" ENGLISH " " ENGLISH " " ENGLISH " © Example</p></div></body>", "Envoys meet again in Muscat", ENGLISH " | " ENGLISH " | " ENGLISH " " ENGLISH " " ENGLISH " © Example", NULL, ""},
    /* what a sentence leads to, if each is a link; and what only looks so */
    {"<html><body><h1>Envoys meet again in Muscat</h1><div><p>" ENGLISH "</p><p>The two envoys signed these papers before they left:</p><ul><li><a href=1>On trade by sea</a></li><li><a href=2>On fishing</a></li></ul>"
     "<p>" ENGLISH "</p><p>Read more:</p><ul><li><a href=3>On the weather</a></li></ul></div></body>", "Envoys meet again in Muscat",
     ENGLISH "\nThe two envoys signed these papers before they left:\nOn trade by sea\nOn fishing\n" ENGLISH, NULL, ""},
    {"<html><body><h1>Envoys meet again in Muscat</h1><p>The nego&shy;tia&shy;tors met for the third time this month and will meet once more before the year is out.</p></body>",
     "Envoys meet again in Muscat", "The negotiators met for the third time this month and will meet once more before the year is out.", NULL, ""},
};

static void titles_bodies_and_sources(void **state) {
    (void)state;
    int failed = 0;
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) failed += check(&texts[i]);
    if (failed) fail_msg("%d cases", failed);
}

/* What a crawl left of a list: no title or lead of it is an article. */
static void lists_are_no_articles(void **state) {
    (void)state;
    static const char *const lists[] = {
        "ارمنستان\n" HEAD "\n۱۲ دی ۱۴۰۲\n" LEAD "\nسفیر تازه به ایروان رفت\n۹ دی ۱۴۰۲\n" MORE "\nپل مرزی گشایش یافت\n۱ دی ۱۴۰۲\n" LEAD "\n۲ ۳",
        HEAD "\n" LEAD "\nسفیر تازه به ایروان رفت\n" MORE "\nپل مرزی گشایش یافت\n" LEAD "\nنشست سه‌جانبه در ایروان\n" MORE "\n",
        "سفیر نروژ استوارنامه داد ۳ مهر\nنشست در ایروان برگزار شد ۵ مهر\nوزیر کوبا به تهران می‌آید ۹ مهر\nهشدار سازمان ملل درباره سودان ۱۴ مهر\n"};
    static const char *const articles[] = {
        HEAD " | نمونه\n" HEAD "\n" HEAD "\n" LEAD "\nسفیر تازه به ایروان رفت\nپل مرزی گشایش یافت\nنشست سه‌جانبه در ایروان\nقطار تازه به مشهد رسید\nبرف در گردنه‌های شمال\nنرخ تازه نان اعلام شد\n"
        "بازار بزرگ باز شد\nتیم ملی به اردو رفت\nکتاب تازه یک نویسنده\nهوای فردا سردتر می‌شود\nآغاز ثبت‌نام دانشگاه‌ها\nدو فیلم تازه در راه است\n", /* a flash */
        HEAD "\n" LEAD "\nسفیر تازه به ایروان رفت\n" MORE "\n" LEAD "\nپل مرزی گشایش یافت\n" MORE "\n", /* with headings of its own */
        HEAD "\n" LEAD "\nانتهای پیام\nسفیر تازه به ایروان رفت\n" MORE "\nپل مرزی گشایش یافت\n" LEAD "\nنشست سه‌جانبه در ایروان\n" MORE "\n"};
    read_article r;
    for (size_t i = 0; i < sizeof lists / sizeof *lists; i++) {
        take(&r, lists[i], strlen(lists[i]), NULL);
        if (r.article.n_body) fail_msg("list %zu has a body", i);
        rz_arena_close(&r.arena);
    }
    for (size_t i = 0; i < sizeof articles / sizeof *articles; i++) {
        take(&r, articles[i], strlen(articles[i]), NULL);
        if (!r.article.n_body) fail_msg("article %zu has no body", i);
        rz_arena_close(&r.arena);
    }
}

static void sources_of_single_sentences_are_cited(void **state) {
    (void)state;
    static const char text[] = "ایسنا: " LEAD "\n" MORE "\nبه گزارش ایرنا، این دیدار دو ساعت طول کشید.\n"
                               "وزارت خارجه قزاقستان اعلام کرد که سفر بعدی در پاییز است.\n"
                               "بر اساس اعلام وزارت خارجه روسیه، نشست سه‌جانبه برگزار می‌شود.\n";
    read_article r;
    take(&r, text, strlen(text), NULL);
    char cited[256] = "";
    for (uint32_t i = 0; i < r.article.n_cited; i++) snprintf(cited + strlen(cited), sizeof cited - strlen(cited), "%s ", r.article.cited[i].id);
    assert_string_equal(cited, "irna kazakhstan-mfa russia-mfa ");
    assert_int_equal(r.article.n_chain, 1);
    rz_arena_close(&r.arena);
}

static void our_country_is_the_outlets(void **state) {
    (void)state;
    static const struct {
        const char *text, *url, *state;
    } cases[] = {{"خامه پرس: " LEAD, NULL, "afghanistan"}, {"ایسنا: " LEAD, NULL, "iran"}, {LEAD, NULL, "iran"}, {LEAD, "https://www.khaama.com/fa/1", "afghanistan"}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        read_article r;
        take(&r, cases[i].text, strlen(cases[i].text), cases[i].url);
        assert_string_equal(rz_row_id(data, r.article.country), cases[i].state);
        rz_arena_close(&r.arena);
    }
}

static void the_page_states_its_day(void **state) {
    (void)state;
    static const struct {
        const char *text, *day;
    } cases[] = {
        {"تاریخ انتشار: ۱۴ مهر ۱۴۰۲\n" HEAD "\n" LEAD "\n" MORE, "۱۴ مهر ۱۴۰۲"},
        {"دو شنبه 31 اردیبهشت 1403\n" HEAD "\n" LEAD "\n" MORE, "دو شنبه 31 اردیبهشت 1403"},
        {"امروز: جمعه ۰۲ آذر ۱۴۰۳\nتاریخ انتشار: ۱۴ مهر ۱۴۰۲\n" HEAD "\n" LEAD "\n" MORE, "۱۴ مهر ۱۴۰۲"},
        {"امروز: جمعه ۰۲ آذر ۱۴۰۳\n" HEAD "\n" LEAD "\n" MORE, NULL},
        {" date 2024-05-20 باشگاه خبرنگاران جوان - " LEAD "\n" MORE, "2024-05-20"},
        {HEAD "\n" LEAD "\n" MORE, NULL},
        {"<html><body><h1>" HEAD "</h1><div><span>مریم نمونه</span><span>۱۴۰۲/۰۷/۱۴</span></div><p>" LEAD "</p><p>" MORE "</p></body>", "۱۴۰۲/۰۷/۱۴"},
        {"شماره ۱۲۳ | ۱۴۰۲ دوشنبه ۸ آبان\n" HEAD "\n" LEAD "\n" MORE, "۱۴۰۲ دوشنبه ۸ آبان"},
        {"<html><body><h1>" HEAD "</h1><p>مریم نمونه ۱۴۰۲/۰۷/۱۴</p><p>" LEAD "</p><p>" MORE "</p></body>", "۱۴۰۲/۰۷/۱۴"},
        {"<html><body><h1>" HEAD "</h1><p>" LEAD "</p><p>" MORE "</p><p>انتهای پیام</p><div>۱۴۰۲/۰۷/۱۴ - ۱۲:۴۰</div></body>", "۱۴۰۲/۰۷/۱۴"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        read_article r;
        take(&r, cases[i].text, strlen(cases[i].text), NULL);
        uint32_t t = r.article.stated_time;
        if (!cases[i].day) {
            assert_int_equal(t, RZ_NONE);
        } else {
            assert_true(t < r.mentions.n_times);
            rz_span s = rz_text_span(&r.text, r.mentions.times[t].first, r.mentions.times[t].last);
            char *got = strndup(r.in.text + s.start, s.end - s.start);
            assert_string_equal(got, cases[i].day);
            free(got);
        }
        rz_arena_close(&r.arena);
    }
}

static void the_day_of_the_crawl_bounds(void **state) {
    (void)state;
    static const char text[] = "امروز: جمعه ۰۲ آذر ۱۴۰۳\n" HEAD "\n" LEAD "\n" MORE, plain[] = HEAD "\n" LEAD "\nامروز جمعه ۰۲ آذر ۱۴۰۳ سفر پایان یافت.";
    read_article r;
    take(&r, text, strlen(text), NULL);
    assert_int_equal(r.article.crawl_day, rz_gregorian_day(2024, 11, 22));
    rz_arena_close(&r.arena);
    take(&r, plain, strlen(plain), NULL); /* a day of the report itself */
    assert_int_equal(r.article.crawl_day, RZ_NO_DAY);
    rz_arena_close(&r.arena);
}

static void stamps_of_metadata(void **state) {
    (void)state;
    static const struct {
        const char *stamp;
        int year, month, day, minute;
    } cases[] = {
        {"2024-05-01T10:05:00+03:30", 2024, 5, 1, 605},     {"2024-05-01T21:00:00Z", 2024, 5, 2, 30},
        {"2021-07-01T10:00:00+04:30", 2021, 7, 1, 600},     {"2021-07-01T00:00:00Z", 2021, 7, 1, 270},
        {"2023-12-22", 2023, 12, 22, -1},                   {"2023-12-22 18:30:01", 2023, 12, 22, 1110},
        {"1402/10/01 08:15", 2023, 12, 22, 495},            {"۱۴۰۲/۱۰/۰۱", 2023, 12, 22, -1},
        {"2024-05-01T10:05:00.123+0330", 2024, 5, 1, 605},  {"20240501T100500Z", 2024, 5, 1, 815},
        {"2024-13-01", 0, 0, 0, -1},                        {"", 0, 0, 0, -1},
        {"yesterday", 0, 0, 0, -1},                         {"2024-05-01T00:10:00-10:00", 2024, 5, 1, 820},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        rz_day day;
        int minute;
        rz_metadata_day(rz_str_of(cases[i].stamp), &day, &minute);
        rz_day want = cases[i].year ? rz_gregorian_day(cases[i].year, cases[i].month, cases[i].day) : RZ_NO_DAY;
        if (day != want || minute != cases[i].minute) fail_msg("%s: day %d (want %d), minute %d (want %d)", cases[i].stamp, day, want, minute, cases[i].minute);
    }
}

static void labels_are_marked(void **state) {
    (void)state;
    static const char text[] = "به گزارش ایسنا، " LEAD "\n" MORE;
    read_article r;
    take(&r, text, strlen(text), NULL);
    assert_true(r.article.in_label[0] && r.article.in_label[2] && !r.article.in_label[5]);
    assert_true(r.article.in_body[0]);
    rz_arena_close(&r.arena);
}

static void publishers_by_the_lines_around(void **state) {
    (void)state;
    static const struct {
        const char *text, *publisher, *chain;
    } cases[] = {
        {HEAD "\nیورونیوز فارسی • به روز شده در: ۲۲/۱۱/۲۰۲۲\n" LEAD "\n" MORE, "euronews-persian", "euronews-persian"},
        {HEAD "\nگروه سیاسی خبرگزاری تسنیم\n" LEAD "\n" MORE, "tasnim", "tasnim"},
        {HEAD "\nبی‌بی‌سی\n" LEAD "\n" MORE, "bbc-persian", "bbc-persian"},
        {HEAD "\n" LEAD "\n" MORE "\nعکس: رویترز", NULL, ""},
        {"جام جم آنلاین: " LEAD "\n" MORE "\n/همشهری آنلاین", "jamejam", "jamejam hamshahri"},
        {"به گزارش افق نمونه: " LEAD "\n" MORE, "name:افق نمونه", "name:افق نمونه"},
        {"به گزارش گروه بین‌الملل افق نمونه به نقل از رویترز، " LEAD "\n" MORE, "name:افق نمونه", "name:افق نمونه reuters"},
        {"به گزارش افق ایران به نقل از رویترز، " LEAD "\n" MORE, "name:افق ایران", "name:افق ایران reuters"},
        {"به گزارش گروه سیاسی، " LEAD "\n" MORE, NULL, ""},
        {LEAD " - به گزارش ایسنا به نقل از تاس، " MORE, "isna", "isna tass"},
        {HEAD " - خبرگزاری مهر\n" LEAD "\n" MORE, "mehr", "mehr"},
        {HEAD "\nروزنامه اعتماد در گزارشی نوشت: " LEAD "\n" MORE, "etemad", "etemad"},
        {HEAD "\nخبرگزاری فرانسه از پاریس گزارش داد: " LEAD "\n" MORE, "afp", "afp"},
        {"به گزارش ایرنا از خبرگزاری رسمی نمونه، " LEAD "\n" MORE, "irna", "irna name:نمونه"},
        {"به گزارش خبرگزاری مهر به نقل از پایگاه خبری النشره لبنان، " LEAD "\n" MORE, "mehr", "mehr elnashra"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        read_article r;
        char chain[512] = "";
        take(&r, cases[i].text, strlen(cases[i].text), NULL);
        for (uint32_t c = 0; c < r.article.n_chain; c++) snprintf(chain + strlen(chain), sizeof chain - strlen(chain), "%s%s", c ? " " : "", r.article.chain[c].id);
        const char *got = r.article.publisher.id ? r.article.publisher.id : "", *want = cases[i].publisher ? cases[i].publisher : "";
        if (strcmp(got, want) || strcmp(chain, cases[i].chain)) fail_msg("%s\n[%s] [%s], expected [%s] [%s]", cases[i].text, got, chain, want, cases[i].chain);
        rz_arena_close(&r.arena);
    }
}

static void hostile_texts_are_linear(void **state) {
    (void)state;
    static const char *const pieces[] = {"به گزارش ", "ایسنا: ", "انتهای پیام/ ", "منبع: ", "x\n", "بیشتر بخوانید\n", "- ", "«", HEAD "\n", "به نقل از رویترز "};
    for (size_t i = 0; i < sizeof pieces / sizeof *pieces; i++) {
        size_t n = strlen(pieces[i]), size = 400000 / n * n;
        char *text = malloc(size);
        for (size_t at = 0; at < size; at += n) memcpy(text + at, pieces[i], n);
        read_article r;
        take(&r, text, size, NULL);
        assert_true(r.article.n_chain <= 4);
        rz_arena_close(&r.arena);
        free(text);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(titles_bodies_and_sources), cmocka_unit_test(lists_are_no_articles), cmocka_unit_test(sources_of_single_sentences_are_cited),
        cmocka_unit_test(our_country_is_the_outlets), cmocka_unit_test(the_page_states_its_day),
        cmocka_unit_test(the_day_of_the_crawl_bounds), cmocka_unit_test(stamps_of_metadata),         cmocka_unit_test(labels_are_marked),
        cmocka_unit_test(publishers_by_the_lines_around),
        cmocka_unit_test(hostile_texts_are_linear),
    };
    return cmocka_run_group_tests(tests, open_data, close_data);
}
