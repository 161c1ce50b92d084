#!/bin/sh
# Signs in to the sandbox with curl, as a browser would: docs/sign-in.sh rune
# Consents to more scopes, if any are named: docs/sign-in.sh ada Library.Manage Ti.ReadWrite
# Leaves the cookies in target/cookies and the CSRF token in target/token.
set -eu

bff=http://localhost:8080
jar=target/cookies
case ${1:-} in
  vera) number=1 ;; alva) number=2 ;; rune) number=3 ;; edda) number=4 ;;
  vigo) number=5 ;; ada) number=6 ;; olga) number=7 ;; nils) number=8 ;;
  *) echo "Usage: $0 vera|alva|rune|edda|vigo|ada|olga|nils [scope]..." >&2; exit 2 ;;
esac
shift

fetch() { curl -fsSL -c "$jar" -b "$jar" "$@"; }
field() { printf '%s' "$page" | sed -n "s/.*name=\"$1\" value=\"\([^\"]*\)\".*/\1/p" | sed 's/&amp;/\&/g' | head -n 1; }

# Presses the first button of the consent page, which accepts.
consent() {
  page=$(fetch "$bff/login/consent?scope=$1")
  form=$(printf '%s' "$page" | sed -n '/<form/,/<\/form>/p' | sed '/<\/form>/q')
  address=$(printf '%s' "$form" | sed -n 's/.*action="\([^"]*\)".*/\1/p' | head -n 1)
  set --
  while read -r field; do set -- "$@" --data-urlencode "$field"; done <<EOF
$(printf '%s' "$form" | sed -n 's/.*name="\([^"]*\)" value="\([^"]*\)".*/\1=\2/p' | sed 's/&amp;/\&/g')
EOF
  fetch -o /dev/null "$@" "http://localhost:9000$address"
}

mkdir -p target
rm -f "$jar" target/token
page=$(fetch "$bff/login")
address=$(printf '%s' "$page" | sed -n 's/.*action="\([^"]*\)".*/\1/p' | head -n 1)
fetch -o /dev/null --data-urlencode "_csrf=$(field _csrf)" --data-urlencode "continue=$(field continue)" \
  -d "person=10000000-0000-4000-8000-00000000000$number" "http://localhost:9000$address"
for scope in "$@"; do consent "$scope"; done
fetch "$bff/api/session"
echo
awk '$6 == "XSRF-TOKEN" { print $7 }' "$jar" >target/token
