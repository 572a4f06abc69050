#include "watch/polite.h"

enum { MOST_DOUBLINGS = 30 };

static double lesser(double a, double b) { return a < b ? a : b; }

bool watch_may_ask(const watch_host *host, double now) { return !host->busy && now >= host->due; }

void watch_asks(watch_host *host) { host->busy = true; }

double watch_back_off(const watch_manners *manners, unsigned times) {
    if (times == 0) return 0;
    unsigned doublings = times - 1 < MOST_DOUBLINGS ? times - 1 : MOST_DOUBLINGS;
    return lesser(manners->back_off * (double)(1u << doublings), manners->back_off_most);
}

void watch_asked(watch_host *host, const watch_manners *manners, double now, bool trouble, double retry_after) {
    double wait = lesser(host->crawl_delay, manners->pause_most);
    if (wait < manners->pause) wait = manners->pause;
    host->busy = false;
    host->troubles = trouble ? host->troubles + 1 : 0;
    if (trouble) {
        double longer = retry_after > 0 ? lesser(retry_after, manners->retry_most) : watch_back_off(manners, host->troubles);
        if (longer > wait) wait = longer;
    }
    host->due = now + wait;
}
