#!/usr/bin/env bash
# Builds the image with buildah on a base made here (Debian packages and the project's Node), and runs its root file
# system like a container: as user 10001, read-only except /data and /tmp, without privileges. Needs root, buildah,
# mmdebstrap and node_modules; without them it exits with 77, which .ci/run counts as skipped.
#
#     scripts/image-check.sh [--keep DIR]      keeps the base in DIR for the next run (some 500 MB)
set -euo pipefail
cd "$(dirname "$0")/.."

skip() { echo "Image not checked: $*."; exit 77; }
[ "$(id -u)" -eq 0 ] || skip 'this needs root'
for tool in buildah mmdebstrap unshare setpriv; do
  command -v "$tool" >/dev/null || skip "$tool is not installed"
done

work=$(mktemp -d)
keep=$work
[ "${1:-}" = --keep ] && keep=$2 && mkdir -p "$keep"
bot=
mounted=
finish() {
  [ -n "$bot" ] && kill -KILL "$bot" 2>/dev/null
  [ -n "$mounted" ] && buildah umount "$mounted" >/dev/null && buildah rm "$mounted" >/dev/null
  rm -rf "$work"
}
trap finish EXIT
export BUILDAH_ISOLATION=chroot STORAGE_DRIVER=vfs
storage=(--root "$keep/storage" --runroot "$work/run")
buildah() { command buildah "${storage[@]}" "$@"; }
say() { printf 'image: %s\n' "$*"; }
fail() { say "$*"; exit 1; }

# The base, under the name of the real one: Debian, Node and npm, with this machine's CA certificates and npm settings.
tag=docker.io/library/node:24-bookworm-slim
if ! buildah inspect --type image "$tag" >/dev/null 2>&1; then
  base=$work/base
  mmdebstrap --quiet --variant=minbase --include=libstdc++6 bookworm "$base"
  install -D -m 0755 node_modules/node/bin/node "$base/usr/local/bin/node"
  npm_folder=$(cd "$(dirname "$(readlink -f "$(command -v npm)")")/.." && pwd)
  mkdir -p "$base/usr/local/lib/node_modules" "$base/etc/ssl/certs"
  cp -a "$npm_folder" "$base/usr/local/lib/node_modules/npm"
  ln -s ../lib/node_modules/npm/bin/npm-cli.js "$base/usr/local/bin/npm"
  cp -L /etc/ssl/certs/ca-certificates.crt "$base/etc/ssl/certs/"
  [ -f "$HOME/.npmrc" ] && cp "$HOME/.npmrc" "$base/root/.npmrc"
  made=$(buildah from scratch)
  buildah add --quiet "$made" "$base" / >/dev/null
  buildah config --env PATH=/usr/local/bin:/usr/bin:/bin --env HOME=/root \
    --env NODE_EXTRA_CA_CERTS=/etc/ssl/certs/ca-certificates.crt "$made"
  buildah commit --quiet --rm "$made" "$tag" >/dev/null
  rm -rf "$base"
  say 'base made'
fi

began=$SECONDS
buildah bud --quiet --format docker --pull-never --network host --tag handreiking-bot:check . >/dev/null
say "built in $((SECONDS - began)) s"
inspect() { buildah inspect --type image --format "$1" handreiking-bot:check; }
user=$(inspect '{{.Docker.Config.User}}')
read -ra command <<<"$(inspect '{{range .Docker.Config.Entrypoint}}{{.}} {{end}}{{range .Docker.Config.Cmd}}{{.}} {{end}}')"
read -ra environment <<<"$(inspect '{{range .Docker.Config.Env}}{{.}} {{end}}')"
say "runs as $user: ${environment[*]} ${command[*]}"
[ "$user" = 10001:10001 ] || fail 'the image does not run as 10001'
[[ $(inspect '{{.Docker.Config.Healthcheck.Test}}') == *health.js* ]] || fail 'the image has no HEALTHCHECK'

mounted=$(buildah from --pull-never handreiking-bot:check)
image=$(buildah mount "$mounted")
say "size $(du -sm "$image" | cut -f1) MB, of which the bot $(du -sm "$image/app" | cut -f1) MB"
for absent in bin/sh usr/bin/sh usr/local/bin/npm usr/local/lib/node_modules app/src/main.ts; do
  [ ! -e "$image/$absent" ] || fail "/$absent is in the image"
done
[ -s "$image/app/sbom.cdx.json" ] || fail 'the list of parts (SBOM) is missing'
ls "$image"/app/node_modules/.cache/handreiking-bot/*.model >/dev/null 2>&1 || fail 'the matcher is not trained'
[ -z "$(find "$image/app" -user 10001 -print -quit)" ] || fail '/app can be written to by the bot'

port=$((20000 + RANDOM % 20000))
mkdir "$work/data" && chown 10001 "$work/data"
cat > "$work/inside" <<'INSIDE'
set -eu
mount --bind "$1" "$1" && mount -o remount,bind,ro "$1"
mount --bind "$2" "$1/data"
mount -t tmpfs -o size=16m,mode=1777 tmpfs "$1/tmp"
mkdir -p "$1/proc" 2>/dev/null || true
[ -d "$1/proc" ] && mount -t proc proc "$1/proc"
cd /
exec setpriv --no-new-privs chroot --userspec=10001:10001 "$1" "${@:3}"
INSIDE
mkdir -p "$image/proc"
began=$(date +%s%N)
env -i "${environment[@]}" HOST=127.0.0.1 PORT=$port DATA_DIR=/data PATH=/usr/sbin:/usr/bin:/sbin:/bin \
  unshare -m --pid --fork --kill-child bash "$work/inside" "$image" "$work/data" "${command[@]}" \
  </dev/null >"$work/log" 2>&1 &
bot=$!
until curl -fsS "http://127.0.0.1:$port/readyz" >"$work/ready" 2>/dev/null; do
  kill -0 "$bot" 2>/dev/null || { cat "$work/log"; fail 'the bot stopped'; }
  [ $(( ($(date +%s%N) - began) / 1000000000 )) -lt 60 ] || { cat "$work/log"; fail 'the bot did not get ready'; }
  sleep 0.02
done
say "ready in $(( ($(date +%s%N) - began) / 1000000 )) ms: $(cat "$work/ready")"
process=$(pgrep -P "$bot" | head -1)
status() { sed -n "s/^$1:[[:space:]]*//p" "/proc/$process/status"; }
say "uid $(status Uid | cut -f1), capabilities $(status CapEff), no new privileges $(status NoNewPrivs), $(( $(status VmRSS | tr -dc 0-9) / 1024 )) MB"
[ "$(status Uid | cut -f1)" = 10001 ] || fail 'not the user of the image'
[ "$(status CapEff)" = 0000000000000000 ] || fail 'the bot has privileges'
[ "$(status NoNewPrivs)" = 1 ] || fail 'the bot can get privileges'
nsenter -t "$process" -m touch "$image/app/x" 2>/dev/null && fail '/app can be written to'
curl -fsS "http://127.0.0.1:$port/healthz" >/dev/null || fail 'not alive'
answer=$(curl -fsS -H 'content-type: application/json' -d '{"vraag":"mag ik ook alleen meelezen?"}' "http://127.0.0.1:$port/api/vraag")
grep -q 'luisteren en meelezen' <<<"$answer" || fail "no answer: $answer"
env -i PATH=/usr/sbin:/usr/bin:/bin PORT=$port chroot --userspec=10001:10001 "$image" /usr/local/bin/node /app/health.js || fail 'HEALTHCHECK says no'
[ -s "$work/data/handreiking.sqlite" ] || fail 'nothing was kept in /data'
kill -TERM "$process"
wait "$bot" && code=0 || code=$?
bot=
[ "$code" -eq 0 ] || { cat "$work/log"; fail "stopped with $code at SIGTERM"; }
say 'answers, is alive, and stops with 0 at SIGTERM'
