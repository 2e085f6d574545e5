#!/bin/sh
# Runs one audit for cron: locked, tried again after a failure, logged. Prints nothing when all is well.
#
#   run-audit.sh JOB.yaml [more options of greenaudit audit]
#
# Settings come from the environment or from GREENAUDIT_ENV_FILE (default /etc/greenaudit/greenaudit.env, readable by this
# user only), one NAME=value a line, taken as it stands (no quotes, nothing expanded), as systemd's EnvironmentFile is:
# A file that cannot be read is an error, and so is a folder of it that this user may not enter.
#   GREENAUDIT_HOME          the folder that install.sh filled (default: three above this script)
#   GREENAUDIT_DATA_DIR      log, lock and embedded database (default /var/lib/greenaudit)
#   GREENAUDIT_REPORTS       the folder for reports (default: reports/JOB in the data folder)
#   GREENAUDIT_JAVA_OPTIONS  default -Xmx1g
#   GREENAUDIT_TRIES, GREENAUDIT_PAUSE_SECONDS   default 4 and 600
#   GREENAUDIT_SOURCE_URL, _USER, _PASSWORD_FILE; GREENAUDIT_DB_URL, _USER, _PASSWORD_FILE
#   GREENAUDIT_METRICS_PUSHGATEWAY_URL, _USERNAME, _PASSWORD_FILE (each after GREENAUDIT_METRICS_PUSHGATEWAY), or
#   GREENAUDIT_METRICS_TEXTFILE: the figures for Prometheus (src/docs/metrics.md), by one way only
#
# What a completed audit complains of (figures that the Pushgateway did not take) is in the log, JOB.out in the data
# folder, and not in the mail: the status is 0. The alert GreenauditNoSuccessfulAudit tells of such figures.
#
# Statuses: 0 completed; 1 failed, 137 killed or out of memory (tried again: the run continues where it was);
# 2 configuration (not tried again); 3 completed and a --fail-on gate breached; 75 another start of this script is still
# running.
set -u

env_file=${GREENAUDIT_ENV_FILE:-/etc/greenaudit/greenaudit.env}
env_folder=$(dirname "$env_file")
# Only a file that is known not to be there may be missing: in a folder that this user cannot look into, it may well be.
if [ -e "$env_file" ] || [ -n "${GREENAUDIT_ENV_FILE:-}" ] || { [ -e "$env_folder" ] && ! [ -x "$env_folder" ]; }; then
    if ! [ -f "$env_file" ] || ! [ -r "$env_file" ]; then
        echo "greenaudit: $env_file cannot be read" >&2
        exit 2
    fi
    while IFS= read -r line || [ -n "$line" ]; do
        case $line in
            '' | '#'*) ;;
            [A-Za-z_]*=*) export "$line" ;;
            *)
                echo "greenaudit: $env_file has a line that is not NAME=value" >&2
                exit 2
                ;;
        esac
    done <"$env_file"
fi

home=${GREENAUDIT_HOME:-$(cd "$(dirname "$0")/../../.." && pwd)}
data=${GREENAUDIT_DATA_DIR:-/var/lib/greenaudit}
export GREENAUDIT_DATA_DIR="$data" LC_ALL=C.UTF-8 TZ=Asia/Shanghai
umask 027

job=${1:?usage: run-audit.sh JOB.yaml [options]}
shift
name=$(basename "$job" .yaml)
log=$data/$name.out
reports=${GREENAUDIT_REPORTS:-$data/reports/$name}
mkdir -p "$data" || exit 2

# One start at a time. The lock goes with the process, however it ends. (The program holds a lock of its own in the
# database too, against starts on other machines.)
exec 9>"$data/$name.lock"
if ! flock -n 9; then
    echo "greenaudit: the audit of $job that was started earlier is still running" >&2
    exit 75
fi

# The newest output and one before it stay.
[ -f "$log" ] && mv -f "$log" "$log.1"

tries=${GREENAUDIT_TRIES:-4}
while :; do
    echo "== $(date '+%Y-%m-%dT%H:%M:%S%z') audit $job" >>"$log"
    "$home/greenaudit" audit --job "$job" --out "$reports" "$@" >>"$log" 2>&1 9>&-
    status=$?
    echo "== $(date '+%Y-%m-%dT%H:%M:%S%z') status $status" >>"$log"
    tries=$((tries - 1))
    { [ "$status" -eq 1 ] || [ "$status" -eq 137 ]; } && [ "$tries" -gt 0 ] || break
    sleep "${GREENAUDIT_PAUSE_SECONDS:-600}"
done

if [ "$status" -ne 0 ]; then
    echo "greenaudit: the audit of $job ended with status $status; the end of $log:" >&2
    tail -n 20 "$log" >&2
fi
exit "$status"
