# make            build/rayzan, build/librayzan.a, build/librayzan.so
# make test       the unit and golden tests; ./check runs everything
# make install    PREFIX=/usr/local DESTDIR=

BUILD   ?= build
PREFIX  ?= /usr/local
CC      ?= cc
OPT     ?= -O2
SAN     ?=
PKGS    := libxml-2.0 sqlite3 jansson nettle
WARN    := -Wall -Wextra -Wpedantic -Werror -Wshadow -Wstrict-prototypes -Wmissing-prototypes -Wpointer-arith -Wvla
CPPFLAGS += -Iinclude -Isrc -D_GNU_SOURCE $(shell pkg-config --cflags $(PKGS))
CFLAGS  += -std=c17 -g $(OPT) -fPIC -fvisibility=hidden $(WARN) $(if $(SAN),-fsanitize=$(SAN) -fno-omit-frame-pointer -fno-sanitize-recover=all)
LDFLAGS += $(if $(SAN),-fsanitize=$(SAN))
LDLIBS  := $(shell pkg-config --libs $(PKGS)) -lpthread -lm

LIB_SRC  := $(filter-out src/cli/%,$(sort $(wildcard src/*/*.c)))
CLI_SRC  := $(sort $(wildcard src/cli/*.c))
DATA_SRC := $(sort $(shell find data -name '*.txt' 2>/dev/null))
LIB_OBJ  := $(LIB_SRC:%.c=$(BUILD)/%.o)
CLI_OBJ  := $(CLI_SRC:%.c=$(BUILD)/%.o)
TEST_SRC := $(sort $(wildcard tests/unit/test_*.c))
TEST_BIN := $(TEST_SRC:tests/unit/%.c=$(BUILD)/tests/%)
# what the compiler of the tables needs, before there is a library
DATAC_OBJ := $(filter-out $(BUILD)/src/data/builtin.o,$(filter $(BUILD)/src/base/% $(BUILD)/src/data/%,$(LIB_OBJ)))

all: $(BUILD)/rayzan $(BUILD)/librayzan.a $(BUILD)/librayzan.so

$(BUILD)/%.o: %.c
	@mkdir -p $(@D)
	$(CC) $(CPPFLAGS) $(CFLAGS) -MMD -MP -c $< -o $@

$(BUILD)/datac: $(BUILD)/tools/datac.o $(DATAC_OBJ)
	$(CC) $(LDFLAGS) $^ -o $@ $(LDLIBS)

$(BUILD)/data.image: $(BUILD)/datac $(DATA_SRC)
	$(BUILD)/datac $@ $(DATA_SRC)

$(BUILD)/src/data/builtin.o: CPPFLAGS += -DRZ_DATA_IMAGE='"$(BUILD)/data.image"'
$(BUILD)/src/data/builtin.o: $(BUILD)/data.image

$(BUILD)/librayzan.a: $(LIB_OBJ)
	@rm -f $@
	ar rcs $@ $^

$(BUILD)/librayzan.so: $(LIB_OBJ)
	$(CC) -shared $(LDFLAGS) -Wl,-soname,librayzan.so.0 $^ -o $@ $(LDLIBS)

$(BUILD)/rayzan: $(CLI_OBJ) $(BUILD)/librayzan.a
	$(CC) $(LDFLAGS) $^ -o $@ $(LDLIBS)

$(BUILD)/tests/%: $(BUILD)/tests/unit/%.o $(BUILD)/librayzan.a
	@mkdir -p $(@D)
	$(CC) $(LDFLAGS) $^ -o $@ -lcmocka $(LDLIBS)

tests: $(TEST_BIN)

test: tests all
	@set -e; for t in $(TEST_BIN); do $$t; done

clean:
	rm -rf $(BUILD)

-include $(shell find $(BUILD) -name '*.d' 2>/dev/null)
.PHONY: all tests test clean
.SECONDARY:
