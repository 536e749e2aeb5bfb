# Finds a JDK 25 or newer. Sourced by deploy/up and deploy/test; nothing here starts a JVM, so it costs nothing.
#
# A folder counts when it has bin/java, bin/javac (a JRE cannot build) and a `release` file with JAVA_VERSION.

JDK_WANTED=25

# jdk_major HOME → prints the feature version of the JDK in HOME; fails when HOME is no JDK.
jdk_major() {
  [ -n "$1" ] && [ -x "$1/bin/java" ] && [ -x "$1/bin/javac" ] && [ -r "$1/release" ] || return 1
  local version
  version=$(sed -n 's/^JAVA_VERSION="\{0,1\}\([0-9]*\).*/\1/p' "$1/release" | head -n 1)
  [ -n "$version" ] && printf '%s\n' "$version"
}

# jdk_of_command COMMAND → the JDK folder behind a java on PATH, symbolic links followed (macOS has no readlink -f).
jdk_of_command() {
  local file target hops=0
  file=$(command -v "$1" 2>/dev/null) || return 1
  while [ -L "$file" ] && [ $hops -lt 20 ]; do
    target=$(readlink "$file")
    case $target in
      /*) file=$target ;;
      *) file=$(dirname "$file")/$target ;;
    esac
    hops=$((hops + 1))
  done
  (cd "$(dirname "$file")/.." 2>/dev/null && pwd -P)
}

# jdk_candidates → folders worth a look, one a line. JDK_SEARCH (colon separated globs) replaces the usual places.
jdk_candidates() {
  local place
  jdk_of_command java
  if [ -n "${JDK_SEARCH+set}" ]; then
    local IFS=:
    for place in $JDK_SEARCH; do printf '%s\n' "$place"; done
    return
  fi
  [ -x /usr/libexec/java_home ] && /usr/libexec/java_home -v "$JDK_WANTED+" 2>/dev/null
  for place in \
    /usr/lib/jvm/* /usr/lib64/jvm/* /usr/java/* /usr/local/openjdk-* \
    "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* "$HOME"/.asdf/installs/java/* \
    "$HOME"/.local/share/mise/installs/java/* \
    /opt/*jdk* /opt/java/* /opt/*/*jdk* \
    /Library/Java/JavaVirtualMachines/*/Contents/Home "$HOME"/Library/Java/JavaVirtualMachines/*/Contents/Home \
    /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home; do
    printf '%s\n' "$place"
  done
}

# find_jdk → prints the folder to use: JAVA_HOME when it will do, else the lowest version of 25 or more found.
find_jdk() {
  local home major best='' best_major=9999
  if major=$(jdk_major "${JAVA_HOME:-}") && [ "$major" -ge $JDK_WANTED ]; then
    printf '%s\n' "$JAVA_HOME"
    return
  fi
  while IFS= read -r home; do
    if major=$(jdk_major "$home") && [ "$major" -ge $JDK_WANTED ] && [ "$major" -lt "$best_major" ]; then
      best=$home best_major=$major
    fi
  done <<CANDIDATES
$(jdk_candidates)
CANDIDATES
  [ -n "$best" ] && printf '%s\n' "$best"
}

# require_jdk → exports JAVA_HOME, or says what was looked at and what to install, and ends the script with 3.
require_jdk() {
  local found home major
  if found=$(find_jdk); then
    export JAVA_HOME=$found
    return
  fi
  {
    echo "A JDK $JDK_WANTED is missing."
    if [ -n "${JAVA_HOME:-}" ]; then
      echo "  JAVA_HOME is $JAVA_HOME, $(if major=$(jdk_major "$JAVA_HOME"); then echo "a JDK $major"; else echo "which is no JDK"; fi)."
    fi
    while IFS= read -r home; do
      if major=$(jdk_major "$home"); then echo "  Found, but too old: JDK $major in $home"; fi
    done <<CANDIDATES
$(jdk_candidates)
CANDIDATES
    cat <<HELP

Install one, for example:
  Debian and Ubuntu    apt-get install openjdk-25-jdk-headless     (or Eclipse Temurin 25)
  Fedora               dnf install java-25-openjdk-devel
  macOS                brew install openjdk@25
  with SDKMAN!         sdk install java 25-tem
or unpack a JDK 25 anywhere and name it:  JAVA_HOME=/path/to/jdk-25 $0
HELP
  } >&2
  exit 3
}
