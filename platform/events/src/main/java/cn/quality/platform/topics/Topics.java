package cn.quality.platform.topics;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.stream.Collectors;

/** The topics of the suite, one for each kind of aggregate. */
public final class Topics {

    private static final Set<String> ALL = read();

    /** Their events name a recipient, and nobody else may read them outside the suite: no feed and no stream shows them. */
    private static final Set<String> PRIVATE = Set.of("quality.standards.watch");

    private Topics() {}

    public static Set<String> all() {
        return ALL;
    }

    public static boolean isPrivate(String name) {
        return PRIVATE.contains(name);
    }

    public static String[] allPrivate() {
        return PRIVATE.toArray(String[]::new);
    }

    /**
     * The name of a topic that exists.
     *
     * @throws IllegalArgumentException when it is not listed: nobody would make it, and nobody read it
     */
    public static String listed(String name) {
        if (!ALL.contains(name)) {
            throw new IllegalArgumentException(name + " is not in topics.txt");
        }
        return name;
    }

    private static Set<String> read() {
        try (var file = Topics.class.getResourceAsStream("topics.txt")) {
            if (file == null) {
                throw new IllegalStateException("topics.txt is missing from the class path");
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty())
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
