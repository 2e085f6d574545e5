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
# Run it again after an update of the program or of java, while no audit runs: until then java says in a line that
# greenaudit.jsa does not fit, and starts without it. A lib that this script did not make is left alone, with status 2.
set -eu

refuse() {
    echo "greenaudit: $1" >&2
    exit 2
}

[ -n "${1:-}" ] || refuse "usage: install.sh FOLDER [JAR]"
case $1 in
    *:* | -*) refuse "$1 cannot be the folder: its name has a colon or begins with a dash" ;;
esac
project=$(cd "$(dirname "$0")/../.." && pwd)
jar=${2:-$project/target/greenaudit.jar}
[ -f "$jar" ] || refuse "there is no $jar; mvn package makes it"
mkdir -p "$1" && [ -w "$1" ] || refuse "$1 cannot be written"
folder=$(cd "$1" && pwd)
if [ -e "$folder/lib" ] && ! [ -f "$folder/lib/.greenaudit" ]; then
    refuse "$folder/lib is not of this program; choose another folder"
fi
for name in greenaudit greenaudit.jar greenaudit.jsa; do
    ! [ -d "$folder/$name" ] || refuse "$folder/$name is a folder; choose another one"
done
! [ "$jar" -ef "$folder/greenaudit.jar" ] || refuse "$jar would be replaced by a part of itself; choose another folder"

# All of it is made aside, so that what fails leaves an earlier installation as it is.
work=$(mktemp -d "$folder/.installing-XXXXXX")
trap 'rm -rf "$work"' EXIT
cp -p "$jar" "$work/greenaudit.jar"
java -Djarmode=tools -jar "$work/greenaudit.jar" extract --destination "$work/made" >"$work/log" 2>&1 ||
    refuse "$jar is not the program, or java is older than 17"
touch "$work/made/lib/.greenaudit"
cat >"$work/made/greenaudit" <<'COMMAND'
#!/bin/sh
home=$(dirname "$(readlink -f "$0")")
# shellcheck disable=SC2086
exec java ${GREENAUDIT_JAVA_OPTIONS:--Xmx1g} -XX:SharedArchiveFile="$home/greenaudit.jsa" \
    -jar "$home/greenaudit.jar" "$@"
COMMAND
chmod 0755 "$work/made/greenaudit"
chmod -R a+rX "$work/made"

rm -rf "$folder/lib" "$folder/greenaudit.jsa"
mv "$work/made/lib" "$work/made/greenaudit.jar" "$work/made/greenaudit" "$folder"

# In an environment of its own: the sample belongs into no database of a bureau and into none of its metrics.
cd "$project"
if ! env -i PATH="$PATH" LC_ALL=C.UTF-8 GREENAUDIT_DATA_DIR="$work/data" java \
    -XX:ArchiveClassesAtExit="$folder/greenaudit.jsa" -Xlog:cds=off,cds+dynamic=off \
    -jar "$folder/greenaudit.jar" audit --job jobs/sample.yaml --out "$work/reports" >"$work/log" 2>&1; then
    cat "$work/log" >&2
    exit 1
fi
if [ -f "$folder/greenaudit.jsa" ]; then
    chmod 0644 "$folder/greenaudit.jsa"
else
    echo "greenaudit: this java keeps no classes ready; the program starts without greenaudit.jsa" >&2
fi
