package cn.quality.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Settings as a file that both a shell ({@code set -a; . FILE}) and the run configuration of an IDE can read. */
final class EnvironmentFile {

    /** Values made of these alone stand without quotes, which some IDEs would take for part of the value. */
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_./:,@=+-]*");

    private EnvironmentFile() {}

    static Path write(Path file, Map<String, String> environment) {
        var lines = new TreeMap<>(environment)
                .entrySet().stream()
                        .map(setting -> setting.getKey() + "=" + quoted(setting.getValue()))
                        .toList();
        try {
            return Files.write(file, lines);
        } catch (IOException e) {
            throw new LaunchException("%s cannot be written: %s".formatted(file, e.getMessage()), e);
        }
    }

    private static String quoted(String value) {
        return PLAIN.matcher(value).matches() ? value : "'" + value.replace("'", "'\\''") + "'";
    }
}
