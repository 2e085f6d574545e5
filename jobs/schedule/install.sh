#!/bin/sh
# Puts the program into a folder in a form that starts soon. After mvn package:
#
#   sh jobs/schedule/install.sh FOLDER [JAR]        # JAR: the project's target/greenaudit.jar where it is left out
#
# FOLDER gets
#   greenaudit.jar and lib/   the program and its libraries side by side: classes are found sooner than in a jar of jars
#   greenaudit.jsa            the classes of an audit of the sample, ready for this java
#   greenaudit                the command; GREENAUDIT_JAVA_OPTIONS are the options of its java
#
# Run it again after an update of the program or of java: until then java says in a line that greenaudit.jsa does not fit,
# and starts without it.
set -eu

folder=${1:?usage: install.sh FOLDER [JAR]}
project=$(cd "$(dirname "$0")/../.." && pwd)
jar=${2:-$project/target/greenaudit.jar}
if ! [ -f "$jar" ]; then
    echo "greenaudit: there is no $jar; mvn package makes it" >&2
    exit 2
fi
mkdir -p "$folder"
folder=$(cd "$folder" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

cp -p "$jar" "$work/greenaudit.jar"
rm -rf "$folder/lib" "$folder/greenaudit.jsa"
java -Djarmode=tools -jar "$work/greenaudit.jar" extract --force --destination "$folder" >"$work/log"
# The quick compiler alone: with up to about 300,000 lines a night is shorter so.
cat >"$folder/greenaudit" <<'COMMAND'
#!/bin/sh
home=$(dirname "$(readlink -f "$0")")
# shellcheck disable=SC2086
exec java ${GREENAUDIT_JAVA_OPTIONS:--Xmx1g -XX:TieredStopAtLevel=1} -XX:SharedArchiveFile="$home/greenaudit.jsa" \
    -jar "$home/greenaudit.jar" "$@"
COMMAND
chmod 0755 "$folder/greenaudit"
chmod -R a+rX "$folder/greenaudit.jar" "$folder/lib"

cd "$project"
# In an environment of its own: the sample belongs into no database of a bureau.
if ! env -i PATH="$PATH" LC_ALL=C.UTF-8 GREENAUDIT_DATA_DIR="$work/data" java -XX:ArchiveClassesAtExit="$folder/greenaudit.jsa" -Xlog:cds=off,cds+dynamic=off \
    -jar "$folder/greenaudit.jar" audit --job jobs/sample.yaml --out "$work/reports" >"$work/log" 2>&1; then
    cat "$work/log" >&2
    exit 1
fi
if [ -f "$folder/greenaudit.jsa" ]; then
    chmod 0644 "$folder/greenaudit.jsa"
else
    echo "greenaudit: this java keeps no classes ready; the program starts without greenaudit.jsa" >&2
fi
