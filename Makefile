# make            build/rayzan, build/librayzan.a, build/librayzan.so
# make test       the unit and golden tests; ./check runs everything
# make install    PREFIX=/usr/local DESTDIR=; make uninstall takes it away again
# make fuzz       build/fuzz/*, with clang (make fuzz CC=clang BUILD=build-fuzz SAN=fuzzer-no-link,address,undefined)

BUILD   ?= build
PREFIX  ?= /usr/local
LIBDIR  ?= $(PREFIX)/lib
CC      ?= cc
OPT     ?= -O2
# for every x86-64, in the way that the newer of them like
TUNE    ?= $(if $(filter x86_64%,$(shell $(CC) -dumpmachine)),-mtune=haswell)
SAN     ?=
VERSION := $(shell sed -n 's/^.define RZ_VERSION "\(.*\)"/\1/p' include/rayzan.h)
SONAME  := librayzan.so.0
PKGS    := libxml-2.0 sqlite3 jansson nettle zlib libzstd libarchive
WARN    := -Wall -Wextra -Wpedantic -Werror -Wshadow -Wstrict-prototypes -Wmissing-prototypes -Wpointer-arith -Wvla
CPPFLAGS += -Iinclude -Isrc -D_GNU_SOURCE $(shell pkg-config --cflags $(PKGS))
CFLAGS  += -std=c17 -g $(OPT) $(TUNE) -fPIC -fvisibility=hidden $(WARN) $(if $(SAN),-fsanitize=$(SAN) -fno-omit-frame-pointer -fno-sanitize-recover=all)
LDFLAGS += $(if $(SAN),-fsanitize=$(SAN))
LDLIBS  := $(shell pkg-config --libs $(PKGS)) -lpthread -lm

# the command line alone goes to the network
LIB_SRC  := $(filter-out src/cli/% src/watch/%,$(sort $(wildcard src/*/*.c)))
CLI_SRC  := $(sort $(wildcard src/cli/*.c src/watch/*.c))
CLI_PKGS := libcurl
# the calendar test compares with ICU, where that is installed
ICU      := $(shell pkg-config --exists icu-i18n 2>/dev/null && echo yes)
DATA_SRC := $(sort $(shell find data -name '*.txt' 2>/dev/null))
LIB_OBJ  := $(LIB_SRC:%.c=$(BUILD)/%.o)
CLI_OBJ  := $(CLI_SRC:%.c=$(BUILD)/%.o)
TEST_SRC := $(sort $(wildcard tests/unit/test_*.c))
TEST_BIN := $(TEST_SRC:tests/unit/%.c=$(BUILD)/tests/%)
FUZZ_SRC := $(sort $(wildcard fuzz/fuzz_*.c))
FUZZ_BIN := $(FUZZ_SRC:fuzz/%.c=$(BUILD)/fuzz/%)
# what the compiler of the tables needs, before there is a library
DATAC_OBJ := $(filter-out $(BUILD)/src/data/builtin.o,$(filter $(BUILD)/src/base/% $(BUILD)/src/data/%,$(LIB_OBJ)))

all: $(BUILD)/rayzan $(BUILD)/librayzan.a $(BUILD)/librayzan.so

$(BUILD)/%.o: %.c
	@mkdir -p $(@D)
	$(CC) $(CPPFLAGS) $(CFLAGS) -MMD -MP -c $< -o $@

$(BUILD)/datac: $(BUILD)/tools/datac.o $(DATAC_OBJ)
	$(CC) $(LDFLAGS) $^ -o $@ $(LDLIBS)

$(BUILD)/train-%: $(BUILD)/tools/train-%.o $(BUILD)/tools/learner.o $(BUILD)/tools/treebank.o $(BUILD)/librayzan.a
	$(CC) $(LDFLAGS) $^ -o $@ $(LDLIBS)

# the stages of the way from text to words, each by itself; bench/run prints what it says
$(BUILD)/bench-stages: $(BUILD)/bench/stages.o $(BUILD)/librayzan.a
	$(CC) $(LDFLAGS) $^ -o $@ $(LDLIBS)

$(BUILD)/bench-pages: $(BUILD)/bench/pages.o $(BUILD)/librayzan.a
	$(CC) $(LDFLAGS) $^ -o $@ $(LDLIBS)

$(BUILD)/joiner-signs: $(BUILD)/tools/joiner-signs.o $(BUILD)/librayzan.a
	$(CC) $(LDFLAGS) $^ -o $@ $(LDLIBS)

$(BUILD)/data.image: $(BUILD)/datac $(DATA_SRC)
	$(BUILD)/datac $@ $(DATA_SRC)

$(BUILD)/tools/%.o: CPPFLAGS += -I.
$(BUILD)/src/data/builtin.o: CPPFLAGS += -DRZ_DATA_IMAGE='"$(BUILD)/data.image"'
$(BUILD)/src/data/builtin.o: $(BUILD)/data.image
# rows of weights are added: wide additions pay
$(BUILD)/src/text/chunk.o $(BUILD)/src/text/fold.o $(BUILD)/src/text/score.o $(BUILD)/src/text/tag.o $(BUILD)/src/text/type.o: CFLAGS += -O3
$(BUILD)/src/output/web.o: web/page.css web/page.js web/signs.svg

$(BUILD)/librayzan.a: $(LIB_OBJ)
	@rm -f $@
	ar rcs $@ $^

$(BUILD)/librayzan.so: $(LIB_OBJ)
	$(CC) -shared $(LDFLAGS) -Wl,-soname,$(SONAME) $^ -o $@ $(LDLIBS)

$(BUILD)/src/watch/%.o: CPPFLAGS += $(shell pkg-config --cflags $(CLI_PKGS))
$(BUILD)/rayzan: $(CLI_OBJ) $(BUILD)/librayzan.a
	$(CC) $(LDFLAGS) $^ -o $@ $(LDLIBS)

WATCH_PURE := $(patsubst %,$(BUILD)/src/watch/%.o,robots polite near)
$(BUILD)/tests/test_robots $(BUILD)/fuzz/fuzz_robots: $(WATCH_PURE)

$(BUILD)/tests/unit/test_calendar.o: CPPFLAGS += $(if $(ICU),-DHAVE_ICU $(shell pkg-config --cflags icu-i18n))
$(BUILD)/tests/test_calendar: LDLIBS += $(if $(ICU),$(shell pkg-config --libs icu-i18n))

$(BUILD)/tests/%: $(BUILD)/tests/unit/%.o $(BUILD)/librayzan.a
	@mkdir -p $(@D)
	$(CC) $(LDFLAGS) $^ -o $@ -lcmocka $(LDLIBS)

$(BUILD)/fuzz/%: fuzz/%.c $(BUILD)/librayzan.a
	@mkdir -p $(@D)
	$(CC) $(CPPFLAGS) $(CFLAGS) -fsanitize=fuzzer $^ -o $@ $(LDLIBS)

tests: $(TEST_BIN)

test: tests all
	@set -e; for t in $(TEST_BIN); do $$t; done

fuzz: $(FUZZ_BIN)

# made each time: another PREFIX is another file
$(BUILD)/rayzan.pc: FORCE
	@mkdir -p $(@D)
	@printf '%s\n' 'prefix=$(PREFIX)' 'libdir=$(LIBDIR)' 'includedir=$${prefix}/include' '' 'Name: rayzan' \
	  'Description: reads the Persian-language press on diplomacy and keeps the record of it' 'Version: $(VERSION)' \
	  'Libs: -L$${libdir} -lrayzan' 'Libs.private: -lpthread -lm' 'Requires.private: $(PKGS)' \
	  'Cflags: -I$${includedir}' > $@

install: all $(BUILD)/rayzan.pc
	install -d $(DESTDIR)$(PREFIX)/bin $(DESTDIR)$(PREFIX)/include $(DESTDIR)$(LIBDIR)/pkgconfig
	install -m 755 $(BUILD)/rayzan $(DESTDIR)$(PREFIX)/bin/rayzan
	install -m 644 include/rayzan.h $(DESTDIR)$(PREFIX)/include/rayzan.h
	install -m 644 $(BUILD)/librayzan.a $(DESTDIR)$(LIBDIR)/librayzan.a
	install -m 755 $(BUILD)/librayzan.so $(DESTDIR)$(LIBDIR)/librayzan.so.$(VERSION)
	ln -sf librayzan.so.$(VERSION) $(DESTDIR)$(LIBDIR)/$(SONAME)
	ln -sf $(SONAME) $(DESTDIR)$(LIBDIR)/librayzan.so
	install -m 644 $(BUILD)/rayzan.pc $(DESTDIR)$(LIBDIR)/pkgconfig/rayzan.pc

uninstall:
	rm -f $(DESTDIR)$(PREFIX)/bin/rayzan $(DESTDIR)$(PREFIX)/include/rayzan.h $(DESTDIR)$(LIBDIR)/librayzan.a \
	  $(DESTDIR)$(LIBDIR)/librayzan.so $(DESTDIR)$(LIBDIR)/$(SONAME) $(DESTDIR)$(LIBDIR)/librayzan.so.$(VERSION) \
	  $(DESTDIR)$(LIBDIR)/pkgconfig/rayzan.pc

clean:
	rm -rf $(BUILD)

-include $(shell find $(BUILD) -name '*.d' 2>/dev/null)
FORCE:
.PHONY: FORCE all tests test fuzz install uninstall clean
.SECONDARY:
