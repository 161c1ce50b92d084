#!/bin/sh
# Signs in to the sandbox with curl, as a browser would: docs/sign-in.sh rune
# Leaves the cookies in target/cookies and the CSRF token in target/token.
set -eu

bff=http://localhost:8080
jar=target/cookies
case ${1:-} in
  vera) number=1 ;; alva) number=2 ;; rune) number=3 ;; edda) number=4 ;;
  vigo) number=5 ;; ada) number=6 ;; olga) number=7 ;; nils) number=8 ;;
  *) echo "Usage: $0 vera|alva|rune|edda|vigo|ada|olga|nils" >&2; exit 2 ;;
esac

fetch() { curl -fsSL -c "$jar" -b "$jar" "$@"; }
field() { printf '%s' "$page" | sed -n "s/.*name=\"$1\" value=\"\([^\"]*\)\".*/\1/p" | sed 's/&amp;/\&/g' | head -n 1; }

mkdir -p target
rm -f "$jar" target/token
page=$(fetch "$bff/login")
address=$(printf '%s' "$page" | sed -n 's/.*action="\([^"]*\)".*/\1/p' | head -n 1)
fetch -o /dev/null --data-urlencode "_csrf=$(field _csrf)" --data-urlencode "continue=$(field continue)" \
  -d "person=10000000-0000-4000-8000-00000000000$number" "http://localhost:9000$address"
fetch "$bff/api/session"
echo
awk '$6 == "XSRF-TOKEN" { print $7 }' "$jar" >target/token
