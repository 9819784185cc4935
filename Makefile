# Aliases only: each target is one command that also works without make.
.PHONY: demo test test-quick test-asan test-asan-door test-tsan fuzz verify bench bench-smoke bench-chain bench-allocation bench-history bench-python wheel test-python format lint rules proofs docs install release notebooks

demo:
	Scripts/demo.sh

test:
	Scripts/test.sh

test-quick:
	Scripts/test.sh quick

test-asan:
	ASAN_OPTIONS=detect_leaks=0 swift test -c release -Xswiftc -enable-testing \
	  --sanitize address --disable-xctest --scratch-path .build/asan

test-asan-door:
	Scripts/door.sh

test-tsan:
	BERAYIELD_THREAD_SANITIZER=1 swift test -c release -Xswiftc -enable-testing \
	  --sanitize thread --disable-xctest --scratch-path .build/tsan

fuzz:
	Scripts/fuzz.sh

verify:
	Scripts/verify.sh

bench:
	python3 Benchmarks/run.py

bench-smoke:
	python3 Benchmarks/run.py --smoke

bench-chain:
	python3 Benchmarks/chain/compare.py

bench-allocation:
	python3 Benchmarks/allocation/compare.py

bench-history:
	python3 Benchmarks/history/compare.py

bench-python: test-python
	.build/python-clean/bin/python Benchmarks/python/ratios.py

wheel:
	Scripts/wheel.sh

test-python:
	Scripts/python.sh

format:
	git ls-files '*.swift' | xargs swift format -i

lint:
	git ls-files '*.swift' | xargs swift format lint --strict

rules:
	python3 Scripts/rules

proofs:
	Scripts/proofs.sh

docs:
	Scripts/docs.sh

install:
	Scripts/install.sh

release:
	Scripts/release.sh

notebooks:
	Scripts/notebooks.sh
