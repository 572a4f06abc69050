/* Names in text: one table of sentences for each construction, against a small world laid over the tables. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

#include "mention/mention.h"

static const char STATES[] =
    "state iran\n  fa ایران | جمهوری اسلامی ایران\n  adj ایرانی\n  en Iran\n  iso IRN\n  capital tehran\n"
    "state russia\n  fa روسیه | فدراسیون روسیه\n  adj روس | روسی\n  speaks کرملین\n  en Russia\n  iso RUS\n  capital moscow\n"
    "state turkey\n  fa ترکیه\n  adj ترک | ترکیه‌ای\n  en Turkey\n  iso TUR\n  capital ankara\n"
    "state china\n  fa چین\n  adj چینی\n  en China\n  iso CHN\n"
    "state iraq\n  fa عراق\n  adj عراقی\n  en Iraq\n  iso IRQ\n  capital baghdad\n"
    "state austria\n  fa اتریش\n  adj اتریشی\n  en Austria\n  iso AUT\n  capital vienna\n"
    "state tajikistan\n  fa تاجیکستان\n  adj تاجیک\n  en Tajikistan\n  iso TJK\n  capital dushanbe\n"
    "state morocco\n  fa مراکش\n  adj مراکشی\n  en Morocco\n  iso MAR\n"
    "place tehran\n  fa تهران\n  en Tehran\n  state iran\n"
    "place moscow\n  fa مسکو\n  en Moscow\n  state russia\n"
    "place ankara\n  fa آنکارا\n  en Ankara\n  state turkey\n"
    "place baghdad\n  fa بغداد\n  en Baghdad\n  state iraq\n"
    "place vienna\n  fa وین\n  en Vienna\n  state austria\n"
    "place dushanbe\n  fa دوشنبه\n  en Dushanbe\n  state tajikistan\n  guard yes\n"
    "place kazan\n  fa کازان\n  en Kazan\n  state russia\n"
    "place kremlin\n  fa کاخ کرملین | کرملین\n  en Kremlin\n  state russia\n  kind palace\n"
    "place marrakesh\n  fa مراکش\n  en Marrakesh\n  state morocco\n"
    "body mfa\n  fa وزارت امور خارجه | وزارت خارجه | دستگاه دیپلماسی\n"
    "body mission\n  fa نمایندگی | دفتر نمایندگی\n  kind mission\n"
    "organisation un\n  fa سازمان ملل متحد | سازمان ملل\n"
    "organisation iaea\n  fa آژانس بین‌المللی انرژی اتمی | آژانس\n"
    "forum sco\n  fa سازمان همکاری شانگهای | شانگهای\n"
    "outlet mehr\n  fa خبرگزاری مهر | مهر\n  state iran\n"
    "topic jcpoa\n  fa برجام\n"
    "agreement caspian-convention\n  fa کنوانسیون رژیم حقوقی دریای خزر\n"
    "office foreign-minister\n  fa وزیر امور خارجه | وزیر خارجه | رئیس دستگاه دیپلماسی\n  plural وزرای امور خارجه | وزرای خارجه | وزیران خارجه\n  of state\n  unique yes\n  rank 80\n"
    "office president\n  fa رئیس‌جمهور | رئیس‌جمهوری\n  plural رؤسای جمهور | رؤسای جمهوری\n  of state\n  unique yes\n  rank 98\n"
    "office fm-deputy\n  fa معاون وزیر امور خارجه | معاون وزیر خارجه\n  of state\n  unique no\n  rank 65\n"
    "office fm-deputy-political\n  fa معاون سیاسی وزیر امور خارجه | معاون سیاسی وزیر خارجه\n  of state\n  unique yes\n  rank 67\n"
    "office fm-assistant\n  fa دستیار وزیر امور خارجه | دستیار وزیر خارجه\n  of state\n  unique no\n  rank 60\n"
    "office spokesperson\n  fa سخنگوی وزارت امور خارجه | سخنگوی وزارت خارجه\n  of state\n  unique yes\n  rank 52\n"
    "office ambassador\n  fa سفیر\n  of state\n  unique no\n  kind sent\n  rank 55\n"
    "office secretary-general\n  fa دبیرکل\n  of organisation\n  unique yes\n  rank 90\n"
    "office kremlin-spokesperson\n  fa سخنگوی کرملین\n  of state\n  whose russia\n  unique yes\n  rank 50\n"
    "office official\n  fa مقام ارشد | مقام\n  of any\n  unique no\n  rank 30\n";
static const char PEOPLE[] =
    "person sergey-lavrov\n  fa سرگئی لاوروف\n  short لاوروف\n  state russia\n  holds foreign-minister russia 2004-03-09..now\n"
    "person hossein-amirabdollahian\n  fa حسین امیرعبداللهیان\n  short امیرعبداللهیان\n  state iran\n  holds foreign-minister iran 2021-08-25..2024-05-19\n"
    "person abbas-araghchi\n  fa عباس عراقچی | سید عباس عراقچی\n  short عراقچی\n  state iran\n  holds foreign-minister iran 2024-08-21..now\n"
    "person vladimir-putin\n  fa ولادیمیر پوتین\n  short پوتین\n  state russia\n  holds president russia 2012-05-07..now\n"
    "person masoud-pezeshkian\n  fa مسعود پزشکیان\n  short پزشکیان\n  state iran\n  holds president iran 2024-07-28..now\n"
    "person hakan-fidan\n  fa هاکان فیدان\n  short فیدان\n  state turkey\n  holds foreign-minister turkey 2023-06-03..now\n"
    "person emomali-rahmon\n  fa امامعلی رحمان\n  short رحمان\n  guard yes\n  state tajikistan\n  holds president tajikistan 1994-11-16..now\n"
    "person ali-larijani\n  fa علی لاریجانی\n  short لاریجانی\n  state iran\n"
    "person sadegh-larijani\n  fa صادق لاریجانی\n  short لاریجانی\n  state iran\n";

static rz_data *world;

static int open_world(void **state) {
    (void)state;
    rz_data_file files[] = {{"states.txt", STATES, sizeof STATES - 1}, {"people.txt", PEOPLE, sizeof PEOPLE - 1}};
    rz_error error = {0};
    world = rz_data_compile(rz_data_builtin(), files, 2, NULL, NULL, &error);
    if (!world) print_error("%s\n", error.message);
    return world ? 0 : -1;
}

static int close_world(void **state) {
    (void)state;
    rz_data_close(world);
    return 0;
}

/* ---- a mention in a few letters: P sergey-lavrov{O foreign-minister=russia} ---- */

typedef struct {
    char at[4096];
    size_t n;
} line;

static void put(line *l, const char *format, ...) {
    va_list args;
    va_start(args, format);
    int k = vsnprintf(l->at + l->n, sizeof l->at - l->n, format, args);
    va_end(args);
    l->n += (size_t)k;
    assert_true(l->n < sizeof l->at);
}

static const char *id(rz_row row) { return row == RZ_NONE ? "" : rz_row_id(world, row); }

static void put_whose(line *l, const rz_mention *m) {
    static const char *const whose[] = {"", "=", "=ours", "=this", "=both"};
    static const char *const serves[] = {"", " former", " acting", " new", " then"};
    put(l, "%s%s", whose[m->whose], m->whose == RZ_WHOSE_STATE ? id(m->state) : "");
    if (m->state2 != RZ_NONE) put(l, "+%s", id(m->state2));
    if (m->seat != RZ_NONE) put(l, "@%s", id(m->seat));
    put(l, "%s", serves[m->serves]);
}

static void put_mention(line *l, rz_arena *arena, const rz_text *text, const rz_mentions *all, uint32_t i) {
    static const char kinds[] = "POSLGFUAQC";
    const rz_mention *m = &all->at[i];
    put(l, "%s%c ", l->n ? "; " : "", kinds[m->kind]);
    switch (m->kind) {
    case RZ_M_PERSON:
        put(l, "%s", m->row != RZ_NONE ? id(m->row) : rz_text_copy(arena, text, m->name.start, m->name.end));
        for (uint32_t k = 0; k < m->n_others; k++) put(l, "|%s", id(m->others[k]));
        if (m->describes == RZ_NONE) return;
        m = &all->at[m->describes];
        put(l, "{%s%s", m->counterpart ? "counterpart" : "", id(m->office));
        put_whose(l, m);
        put(l, "}");
        return;
    case RZ_M_OFFICE:
        put(l, "%s%s", m->counterpart ? "counterpart" : "", id(m->office));
        put_whose(l, m);
        return;
    case RZ_M_STATE:
        put(l, "%s", m->row == RZ_NONE ? (m->whose == RZ_WHOSE_OURS ? "ours" : m->whose == RZ_WHOSE_BOTH ? "both" : "this") : id(m->row));
        return;
    case RZ_M_PLACE: put(l, m->state == RZ_NONE ? "%s" : "%s/%s", id(m->row), id(m->state)); return;
    case RZ_M_COLLECTIVE:
        put(l, "%s", m->office == RZ_NONE ? id(m->row) : id(m->office));
        put_whose(l, m);
        return;
    default:
        put(l, "%s%s", id(m->row), id(m->body));
        put_whose(l, m);
    }
}

static void check_mentions(const rz_text *text, const rz_mentions *all) {
    for (uint32_t i = 0; i < all->n; i++) {
        const rz_mention *m = &all->at[i];
        assert_true(m->first < m->last && m->last <= text->n_tokens);
        if (m->head != RZ_NONE) {
            assert_true(m->head < i);
            assert_int_equal(all->at[m->head].describes, i);
        }
        if (i && m->head != i - 1 && all->at[i - 1].head != RZ_NONE) {
            const rz_mention *head = &all->at[all->at[i - 1].head];
            assert_true(m->first >= head->last);
        }
        if (i && m->head == RZ_NONE) assert_true(m->first >= all->at[i - 1].last);
    }
}

static void read_names(const char *source, line *l) {
    rz_arena arena;
    jmp_buf leave;
    if (setjmp(leave)) fail_msg("out of memory");
    rz_arena_open(&arena, &leave, 0);
    rz_span block = {0, (uint32_t)strlen(source)};
    rz_text text;
    rz_language language;
    rz_language_make(&arena, world, &language);
    rz_text_make(&arena, &language, source, block.end, &block, 1, &text);
    rz_mentions all = {0};
    rz_names_find(&arena, rz_name_table_make(&arena, world), &text, &all);
    check_mentions(&text, &all);
    for (uint32_t i = 0; i < all.n; i++)
        if (all.at[i].head == RZ_NONE) put_mention(l, &arena, &text, &all, i);
    rz_arena_close(&arena);
}

typedef struct {
    const char *text, *wanted;
} sentence;

static void check(const sentence *list, size_t count) {
    unsigned wrong = 0;
    for (size_t i = 0; i < count; i++) {
        line l = {0};
        read_names(list[i].text, &l);
        if (strcmp(l.at, list[i].wanted) == 0) continue;
        print_error("%s\n  wanted %s\n  got    %s\n", list[i].text, list[i].wanted, l.at);
        wrong++;
    }
    assert_int_equal(wrong, 0);
}
#define CHECK(list) check(list, sizeof(list) / sizeof *(list))

static void test_office_of_state(void **state) {
    (void)state;
    static const sentence list[] = {
        {"وزیر خارجه عراق فردا می‌آید.", "O foreign-minister=iraq"},
        {"وزیر امور خارجه ترکیه در سخنانی گفت", "O foreign-minister=turkey"},
        {"وزیر امورخارجه جدید روسیه گفت", "O foreign-minister=russia new"},
        {"وزیر خارجه سابق چین درگذشت", "O foreign-minister=china former"},
        {"وزیر خارجه پیشین فدراسیون روسیه نوشت", "O foreign-minister=russia former"},
        {"رئیس‌جمهوری کشورمان نامه‌ای نوشت", "O president=ours"},
        {"رئیس دستگاه دیپلماسی این کشور افزود", "O foreign-minister=this"},
        {"وزیر خارجه روس از سفر خود گفت", "O foreign-minister=russia"},
        {"وزیر خارجه دولت عراق سخن گفت", "O foreign-minister=iraq"},
        {"سخنگوی کرملین این خبر را رد کرد", "O kremlin-spokesperson=russia"},
        {"دبیرکل سازمان ملل هشدار داد", "O un-secretary-general=un"},
    };
    CHECK(list);
}

static void test_name_then_office(void **state) {
    (void)state;
    static const sentence list[] = {
        {"هاکان فیدان وزیر خارجه ترکیه وارد شد", "P hakan-fidan{foreign-minister=turkey}"},
        {"\"هاکان فیدان\" وزیر امور خارجه ترکیه گفت", "P hakan-fidan{foreign-minister=turkey}"},
        {"«سرگئی لاوروف» رئیس دستگاه دیپلماسی این کشور", "P sergey-lavrov{foreign-minister=this}"},
        {"عباس عراقچی، وزیر امور خارجه کشورمان، گفت", "P abbas-araghchi{foreign-minister=ours}"},
        {"ولادیمیر پوتین رئیس‌جمهور روسیه نامه نوشت", "P vladimir-putin{president=russia}"},
        {"پوتین، رئیس‌جمهور فدراسیون روسیه، آمد", "P vladimir-putin{president=russia}"},
        {"لاوروف وزیر خارجه روسیه را دید", "P sergey-lavrov{foreign-minister=russia}"},
        {"امیرعبداللهیان وزیر خارجه وقت ایران گفته بود", "P hossein-amirabdollahian{foreign-minister=iran then}"},
        {"عباس عراقچی معاون سیاسی وزیر امور خارجه کشورمان", "P abbas-araghchi{fm-deputy-political=ours}"},
        {"عراقچی (وزیر خارجه ایران) گفت", "P abbas-araghchi{foreign-minister=iran}"},
    };
    CHECK(list);
}

static void test_office_then_name(void **state) {
    (void)state;
    static const sentence list[] = {
        {"وزیر خارجه ترکیه هاکان فیدان گفت", "P hakan-fidan{foreign-minister=turkey}"},
        {"وزیر امور خارجه روسیه، سرگئی لاوروف، گفت", "P sergey-lavrov{foreign-minister=russia}"},
        {"رئیس‌جمهور روسیه ولادیمیر پوتین امضا کرد", "P vladimir-putin{president=russia}"},
        {"وزیر خارجه کشورمان سیدعباس عراقچی گفت", "P abbas-araghchi{foreign-minister=ours}"},
        {"وزیر خارجه روسیه «لاوروف» گفت", "P sergey-lavrov{foreign-minister=russia}"},
        /* two people side by side */
        {"در دیدار با وزیر خارجه روسیه عراقچی تأکید کرد", "O foreign-minister=russia; P abbas-araghchi"},
        {"در دیدار با وزیر خارجه ترکیه، عراقچی گفت", "O foreign-minister=turkey; P abbas-araghchi"},
        {"در گفت‌وگو با پوتین، وزیر خارجه ترکیه گفت", "P vladimir-putin; O foreign-minister=turkey"},
        {"با حضور لاوروف، وزیر خارجه ایران امیرعبداللهیان آمد", "P sergey-lavrov; P hossein-amirabdollahian{foreign-minister=iran}"},
        {"به گفته لاوروف وزیر خارجه ترکیه هاکان فیدان آمد", "P sergey-lavrov; P hakan-fidan{foreign-minister=turkey}"},
    };
    CHECK(list);
}

static void test_deputies(void **state) {
    (void)state;
    static const sentence list[] = {
        {"معاون وزیر خارجه روسیه به تهران آمد", "O fm-deputy=russia; L tehran/iran"},
        {"معاون سیاسی وزیر امور خارجه کشورمان گفت", "O fm-deputy-political=ours"},
        /* many have this office: it is one of ours, whoever he is; «یک» says that it need not be */
        {"دستیار وزیر خارجه در امور خلیج فارس گفت", "O fm-assistant"},
        {"یک دستیار وزیر خارجه در امور خلیج فارس گفت", ""},
        {"سخنگوی وزارت امور خارجه چین پاسخ داد", "O spokesperson=china"},
        {"سفیر ایران در مسکو با خبرنگاران سخن گفت", "O ambassador=iran@moscow"},
        {"سفیر ترکیه در تهران احضار شد", "O ambassador=turkey@tehran"},
        {"سفیر جدید روسیه نزد سازمان ملل متحد", "O ambassador=russia@un new"},
        {"سفیر کشورمان در اتریش استوارنامه داد", "O ambassador=ours@austria"},
        {"معاون وزیر خارجه عراق و سفیر این کشور در آنکارا", "O fm-deputy=iraq; O ambassador=this@ankara"},
        {"مقام ارشد روس گفت", "O official=russia"},
    };
    CHECK(list);
}

static void test_counterpart(void **state) {
    (void)state;
    static const sentence list[] = {
        {"عراقچی با همتای روسی خود گفت‌وگو کرد", "P abbas-araghchi; O counterpart=russia"},
        {"فیدان میزبان همتای ایرانی‌اش بود", "P hakan-fidan; O counterpart=iran"},
        {"لاوروف و همتای چینی وی", "P sergey-lavrov; O counterpart=china"},
        {"عراقچی با همتای روس خود سرگئی لاوروف دیدار کرد", "P abbas-araghchi; P sergey-lavrov{counterpart=russia}"},
        {"هاکان فیدان همتای ترک خود", "P hakan-fidan{counterpart=turkey}"},
        {"سرگئی لاوروف همتای روسی وی آمد", "P sergey-lavrov{counterpart=russia}"},
        {"لاوروف همتای ایرانی خود را دعوت کرد", "P sergey-lavrov; O counterpart=iran"},
        {"وزیر خارجه ترکیه با همتای خود از عراق", "O foreign-minister=turkey; O counterpart=iraq"},
        {"در نامه به همتای ترکیه‌ای خود", "O counterpart=turkey"},
    };
    CHECK(list);
}

static void test_bodies(void **state) {
    (void)state;
    static const sentence list[] = {
        {"وزارت خارجه روسیه اعلام کرد", "G mfa=russia"},
        {"وزارت امورخارجه فدراسیون روسیه در بیانیه‌ای", "G mfa=russia"},
        {"دستگاه دیپلماسی کشورمان باید", "G mfa=ours"},
        {"وزارت امور خارجه این کشور افزود", "G mfa=this"},
        {"در وزارت خارجه برگزار شد", "G mfa"},
        {"نمایندگی ایران نزد سازمان‌های بین‌المللی در وین", "G mission=iran@vienna"},
        {"دفتر نمایندگی چین در وین نوشت", "G mission=china@vienna"},
        {"نمایندگی روسیه نزد سازمان ملل متحد", "G mission=russia@un"},
        {"وزارت خارجه‌ی عراق سفیر ترکیه را فراخواند", "G mfa=iraq; O ambassador=turkey"},
        {"آژانس بین‌المللی انرژی اتمی گزارش داد", "G iaea"},
    };
    CHECK(list);
}

static void test_groups(void **state) {
    (void)state;
    static const sentence list[] = {
        {"وزرای خارجه ایران و روسیه دیدار کردند", "C foreign-minister=iran+russia"},
        {"وزیران خارجه ترکیه، روسیه و ایران", "C foreign-minister=turkey+russia; O foreign-minister=iran"},
        {"وزرای خارجه دو کشور گفتند", "C foreign-minister"},
        {"رؤسای جمهوری ایران و ترکیه", "C president=iran+turkey"},
        {"سران ایران و عراق در تهران", "C head-of-state=iran+iraq; L tehran/iran"},
        {"طرفین بر ادامه رایزنی تأکید کردند", "C tarafein"},
        {"دو طرف درباره برجام گفت‌وگو کردند", "C tarafein; A jcpoa"},
        {"دو وزیر نشست خبری دارند", "C foreign-minister"},
        {"هر دو جانب از روند کار راضی‌اند", "C tarafein"},
        {"رهبران دو کشور پیام دادند", "C head-of-state"},
    };
    CHECK(list);
}

static void test_states_and_places(void **state) {
    (void)state;
    static const sentence list[] = {
        {"ایران و ترکیه همسایه‌اند", "S iran; S turkey"},
        {"مسکو این ادعا را رد کرد", "L moscow/russia"},
        {"نشست کازان پایان یافت", "L kazan"},
        {"در کاخ کرملین دیدار کردند", "L kremlin/russia"},
        {"کرملین بیانیه داد", "L kremlin/russia"},
        {"نشست مراکش برگزار شد", "S morocco"},
        {"طرف روسی پیشنهاد داد", "S russia"},
        {"روابط این کشور با کشورمان", "S this; S ours"},
        {"مناسبات دو کشور رو به رشد است", "S both"},
        {"او روز دوشنبه می‌رود", "Q u"},
        {"در شهر دوشنبه برگزار شد", "L dushanbe/tajikistan"},
        {"اجلاس دوشنبه پایتخت تاجیکستان", "L dushanbe/tajikistan; S tajikistan"},
        {"سفر به دوشنبه مرکز تاجیکستان", "L dushanbe/tajikistan; S tajikistan"},
        {"کارشناسان روسی آمدند", ""},
        {"سازمان همکاری شانگهای عضو تازه دارد", "F sco"},
    };
    CHECK(list);
}

static void test_unknown_people(void **state) {
    (void)state;
    static const sentence list[] = {
        {"آقای ژرمنوف گفت", "P ژرمنوف"},
        {"دکتر کاظم پورغلامی سفیر ایران در بغداد", "P کاظم پورغلامی{ambassador=iran@baghdad}"},
        {"علیرضا کهندژی معاون وزیر خارجه کشورمان", "P علیرضا کهندژی{fm-deputy=ours}"},
        {"سفیر روسیه در تهران الکسی ددوخین گفت", "P الکسی ددوخین{ambassador=russia@tehran}"},
        {"سخنگوی وزارت خارجه ترکیه، مراد قاراداغلی، گفت", "P مراد قاراداغلی{spokesperson=turkey}"},
        {"محمود شکیباوند کارشناس مسائل منطقه است", "P محمود شکیباوند"},
        {"خانم نرگس تالاروند در نشست بود", "P نرگس تالاروند"},
        {"مهندس شکیباوند و دکتر تالاروند", "P شکیباوند; P تالاروند"},
        {"وزیر خارجه ترکیه روابط دو کشور را ستود", "O foreign-minister=turkey; S both"},
        {"آقای رئیس‌جمهور گفت", "O president"},
        {"جناب آقای وزیر خارجه گفت", "O foreign-minister"},
        {"امید می‌رود پیام صلح شنیده شود", ""},
        {"شکیباوند آمد. آقای محمود شکیباوند سخن گفت.", "P محمود شکیباوند; P محمود شکیباوند"},
    };
    CHECK(list);
}

static void test_short_names(void **state) {
    (void)state;
    static const sentence list[] = {
        {"لاریجانی به عراق رفت", "P ali-larijani|sadegh-larijani; S iraq"},
        {"علی لاریجانی به بغداد رفت", "P ali-larijani; L baghdad/iraq"},
        {"آقای لاوروف و آقای عراقچی", "P sergey-lavrov; P abbas-araghchi"},
        {"امیر عبداللهیان و لاوروف", "P hossein-amirabdollahian; P sergey-lavrov"},
        {"امیر‌عبداللهيان گفت", "P hossein-amirabdollahian"},
        {"سیدعباس عراقچی گفت", "P abbas-araghchi"},
        {"خدای رحمان یاور ماست", ""},
        {"آقای رحمان به تهران می‌آید", "P emomali-rahmon; L tehran/iran"},
        {"رئیس‌جمهور تاجیکستان رحمان گفت", "P emomali-rahmon{president=tajikistan}"},
        {"رحمان آمد. امامعلی رحمان سخن گفت.", "P emomali-rahmon; P emomali-rahmon"},
        {"خیابان عراقچی بسته شد", ""},
        {"سرگی لاوروف آمد", "P sergey-lavrov"},
        {"محمدتقی لاریجانی آمد", "P محمدتقی لاریجانی"},
    };
    CHECK(list);
}

static void test_others(void **state) {
    (void)state;
    static const sentence list[] = {
        {"به گزارش خبرگزاری مهر این سفر", "U mehr"},
        {"در ماه مهر سفر می‌کند", ""},
        {"استانداری تهران", "L tehran/iran"},
        {"امپراتور آمد", ""},
        {"دو و زیر آن نوشت", ""},
        {"ایران و نیز عراق", "S iran; S iraq"},
        {"سفیر گفت. سفیر عراق رفت.", "O ambassador; O ambassador=iraq"},
        {"کنوانسیون رژیم حقوقی دریای خزر اجرا شد", "A caspian-convention"},
        {"وی افزود", "Q vey"},
        {"این مقام روس یادآور شد", "Q in-maqam=russia"},
        {"ایشان تأکید کردند", "Q ishan"},
        {"رئیس‌جمهور و وزیر خارجه روسیه", "O president=russia; O foreign-minister=russia"},
        {"", ""},
        {"، ، ، « » \" (", ""},
        {"آقای", ""},
    };
    CHECK(list);
}

/* Long runs of what opens a phrase must not cost more than their length. */
static void read_many(const char *piece) {
    size_t size = strlen(piece), count = 400000 / size;
    char *text = malloc(size * count + 1);
    for (size_t i = 0; i < count; i++) memcpy(text + i * size, piece, size);
    text[size * count] = 0;
    rz_arena arena;
    jmp_buf leave;
    if (setjmp(leave)) fail_msg("out of memory");
    rz_arena_open(&arena, &leave, 0);
    rz_span block = {0, (uint32_t)(size * count)};
    rz_text t;
    rz_language language;
    rz_language_make(&arena, world, &language);
    rz_text_make(&arena, &language, text, block.end, &block, 1, &t);
    rz_mentions all = {0};
    rz_names_find(&arena, rz_name_table_make(&arena, world), &t, &all);
    check_mentions(&t, &all);
    rz_arena_close(&arena);
    free(text);
}

static void test_hostile(void **state) {
    (void)state;
    static const char *const pieces[] = {"آقای ", "وزیر خارجه و ", "وزرای خارجه ایران، ", "همتای ", "جدید ", "\"", "« ", "محمد ",
                                         "سفیر ایران در ", "علی ،"};
    for (size_t p = 0; p < sizeof pieces / sizeof *pieces; p++) read_many(pieces[p]);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_office_of_state), cmocka_unit_test(test_name_then_office), cmocka_unit_test(test_office_then_name),
        cmocka_unit_test(test_deputies),        cmocka_unit_test(test_counterpart),      cmocka_unit_test(test_bodies),
        cmocka_unit_test(test_groups),          cmocka_unit_test(test_states_and_places), cmocka_unit_test(test_unknown_people),
        cmocka_unit_test(test_short_names),     cmocka_unit_test(test_others),           cmocka_unit_test(test_hostile)};
    return cmocka_run_group_tests(tests, open_world, close_world);
}
