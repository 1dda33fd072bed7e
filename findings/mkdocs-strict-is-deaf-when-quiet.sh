#!/usr/bin/env bash
# mkdocs 1.6.1: `--strict` aborts on a link that leads nowhere; `--strict --quiet` builds and exits 0.
#
# Strict mode counts the warnings that reach its log handler, and `--quiet` raises the logger's own
# level above warnings, so none is counted. A build script that asks for "strict and silent" checks
# nothing.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv env
env/bin/python -m pip install -q "mkdocs==1.6.1" "click==8.1.8"
mkdir docs
printf '# Start\n\n[a page that is not there](nowhere.md)\n' > docs/index.md
printf 'site_name: example\n' > mkdocs.yml

strict=0
env/bin/mkdocs build --strict > strict.txt 2>&1 || strict=$?
quiet=0
env/bin/mkdocs build --strict --quiet > quiet.txt 2>&1 || quiet=$?

echo "mkdocs $(env/bin/python -c 'import mkdocs; print(mkdocs.__version__)')"
echo "--strict         exits $strict: $(grep -c nowhere.md strict.txt) warning"
echo "--strict --quiet exits $quiet: $(wc -l < quiet.txt | tr -d ' ') lines printed"
test "$strict" -eq 1
test "$quiet" -eq 0
test ! -s quiet.txt
