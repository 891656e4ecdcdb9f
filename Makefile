# Everything that one does with Crivo; `make help` lists it.
PREFIX ?= /usr/local
DESTDIR ?=
FLAGS := -c release $(if $(CI),-Xswiftc -warnings-as-errors)
STATIC := --static-swift-stdlib
BIN := .build/release
CORPUS := ../shared/corpora/responses/capitu.jsonl.gz
DATASET := $(if $(wildcard $(CORPUS)),$(CORPUS),Corpora/samples/respostas.jsonl)

.PHONY: help setup build lexicon demo test test-swift test-python install lint format bench eval fuzz soak clean

help: ## lists the targets
	@sed -n 's/^\([a-z-]*\):.*## /\1\t/p' Makefile | expand -t 14

setup: ## installs missing Debian packages (as root or with sudo)
	@bash scripts/setup.sh

build: ## builds the programs
	swift build $(FLAGS) $(STATIC)

lexicon: build ## compiles dictionaries and word lists (about 20 s, once)
	@$(BIN)/crivo-dev lexicon check 2>/dev/null || $(BIN)/crivo-dev lexicon build

demo: setup lexicon ## checks a sample response and lints a sample dataset
	@mkdir -p .build/demo
	@echo; echo '$$ crivo check Corpora/samples/resposta.md'
	@$(BIN)/crivo check Corpora/samples/resposta.md || [ $$? -eq 1 ]
	@echo; echo '$$ crivo lint Corpora/samples/respostas.jsonl -o .build/demo/out.jsonl --export label-studio=.build/demo/tasks.json'
	@$(BIN)/crivo lint Corpora/samples/respostas.jsonl -o .build/demo/out.jsonl --export label-studio=.build/demo/tasks.json || [ $$? -eq 1 ]
	@echo; echo 'The first record:'; head -n 1 .build/demo/out.jsonl
	@echo; echo 'Written: .build/demo/out.jsonl, its manifest, .build/demo/tasks.json and its labelling configuration'

test: ## sets up, then runs every test
	@bash scripts/setup.sh test
	@$(MAKE) --no-print-directory lexicon
	@$(MAKE) --no-print-directory test-python
	@$(MAKE) --no-print-directory test-swift

test-swift: ## the Swift tests alone
	swift test $(FLAGS)

test-python: ## validates real outputs with jsonschema and label-studio-sdk
	@bash scripts/test-python.sh

install: build ## installs program, data, man page and completions below PREFIX
	install -D -m 755 $(BIN)/crivo $(DESTDIR)$(PREFIX)/bin/crivo
	@mkdir -p $(DESTDIR)$(PREFIX)/share/crivo
	cp -r Dictionaries $(DESTDIR)$(PREFIX)/share/crivo/
	CRIVO_DATA=$(DESTDIR)$(PREFIX)/share/crivo/Dictionaries $(BIN)/crivo-dev lexicon build --output $(DESTDIR)$(PREFIX)/share/crivo/crivo.lexicon
	@mkdir -p $(DESTDIR)$(PREFIX)/share/man/man1 $(DESTDIR)$(PREFIX)/share/bash-completion/completions $(DESTDIR)$(PREFIX)/share/zsh/site-functions $(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d
	$(BIN)/crivo man > $(DESTDIR)$(PREFIX)/share/man/man1/crivo.1
	$(BIN)/crivo completions bash > $(DESTDIR)$(PREFIX)/share/bash-completion/completions/crivo
	$(BIN)/crivo completions zsh > $(DESTDIR)$(PREFIX)/share/zsh/site-functions/_crivo
	$(BIN)/crivo completions fish > $(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d/crivo.fish

lint: ## formatting and warnings, as CI sees them
	swift format lint --strict --configuration .swift-format -r Sources Tests Package.swift
	$(BIN)/crivo-dev rules docs --check

format: ## formats the sources
	swift format --in-place --configuration .swift-format -r Sources Tests Package.swift

bench: lexicon ## speed and memory beside their peers
	@python3 Benchmarks/bench.py $(DATASET)

eval: lexicon ## accuracy on the gold sets
	@$(BIN)/crivo-dev eval suggestions --lang pt Corpora/spelling/pt.tsv
	@$(BIN)/crivo-dev eval suggestions --lang en Corpora/spelling/en.tsv
	@$(BIN)/crivo-dev eval spelling Corpora/spelling/in-context.tsv
	@for set in encoding leftovers truncation repetition spacing; do $(BIN)/crivo-dev eval checks Corpora/checks/$$set.tsv; done

fuzz: lexicon ## the fuzz tests for ten minutes instead of seconds
	CRIVO_FUZZ_SECONDS=600 swift test $(FLAGS) --filter Fuzz

soak: lexicon ## the whole differential test and the dataset twenty times over
	$(BIN)/crivo-dev lexicon differential $(wildcard .build/bench/text.txt)
	@python3 Benchmarks/bench.py --soak $(DATASET)

clean: ## removes everything that was built
	rm -rf .build
