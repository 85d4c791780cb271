#!/usr/bin/env bash
# A throw-away PostgreSQL server for tests, on the loopback address and a free port.
#
#   scripts/test-postgres.sh start FOLDER   makes and starts it in FOLDER, prints its URL
#   scripts/test-postgres.sh stop FOLDER    stops it and deletes FOLDER
#
# Needs PostgreSQL 15 or later on the machine and installs nothing. PostgreSQL refuses to run as
# root, so root runs it as the user postgres or nobody. It trusts everyone on the machine and does
# not wait for the disk: not for data that anyone will miss.
set -euo pipefail

usage() {
    sed -n '2,6s/^# \{0,1\}//p' "$0" >&2
    exit 2
}

[ $# -eq 2 ] || usage
folder=$2

programs() {
    local found
    found=$(ls -d /usr/lib/postgresql/*/bin /usr/pgsql-*/bin 2>/dev/null | sort -V | tail -n 1)
    [ -n "$found" ] || found=$(pg_config --bindir 2>/dev/null || true)
    [ -n "$found" ] || found=$(dirname "$(command -v initdb || true)")
    [ -x "$found/initdb" ] || {
        echo "PostgreSQL's initdb was not found: install PostgreSQL 15 or later" >&2
        exit 1
    }
    echo "$found"
}

# Runs a command as someone PostgreSQL accepts.
as_server() {
    if [ "$(id -u)" -ne 0 ]; then
        "$@"
    else
        runuser -u "$server_user" -- "$@"
    fi
}

server_user=nobody
if getent passwd postgres >/dev/null; then
    server_user=postgres
fi
bin=$(programs)

case $1 in
start)
    mkdir -p "$folder"
    folder=$(cd "$folder" && pwd)
    if [ "$(id -u)" -eq 0 ]; then
        chown "$server_user" "$folder"
    fi
    cd "$folder"
    # Swedish order by default, so that no query comes to lean on the server's.
    as_server "$bin/initdb" --pgdata="$folder/data" --username=strategikollen --auth=trust \
        --encoding=UTF8 --locale=C --locale-provider=icu --icu-locale=sv \
        --no-sync >"$folder/initdb.log" 2>&1 || {
        cat "$folder/initdb.log" >&2
        exit 1
    }
    for _ in 1 2 3 4 5 6 7 8; do
        port=$((RANDOM % 20000 + 20000))
        if as_server "$bin/pg_ctl" start --wait --silent --pgdata="$folder/data" \
            --log="$folder/server.log" --options="-p $port -c listen_addresses=127.0.0.1 \
            -c unix_socket_directories= -c max_connections=200 -c fsync=off" >/dev/null; then
            echo "postgres://strategikollen@127.0.0.1:$port/postgres"
            exit 0
        fi
    done
    cat "$folder/server.log" >&2
    exit 1
    ;;
stop)
    folder=$(cd "$folder" && pwd)
    cd /
    as_server "$bin/pg_ctl" stop --wait --silent --mode=immediate --pgdata="$folder/data" || true
    rm -rf "$folder"
    ;;
*)
    usage
    ;;
esac
