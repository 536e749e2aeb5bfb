package cn.quality.embedded;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The topics of the suite, one per aggregate, as {@code topics.txt} lists them. */
public final class Topics {

    /** Partitions of each topic; the key is the aggregate's id, so order holds per aggregate. */
    public static final int PARTITIONS = 12;

    /**
     * The newest event of every subject stays for ever, for a consumer that begins anew; older ones stay for a week, for those
     * who want every one of them.
     */
    public static final Map<String, String> SETTINGS = Map.of(
            "cleanup.policy",
            "compact",
            "min.compaction.lag.ms",
            String.valueOf(Duration.ofDays(7).toMillis()));

    private Topics() {}

    public static List<String> all() {
        try (InputStream in = Topics.class.getResourceAsStream("/topics.txt")) {
            if (in == null) {
                throw new InfrastructureException("topics.txt is missing from the class path");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty())
                    .toList();
        } catch (IOException e) {
            throw new InfrastructureException("topics.txt cannot be read", e);
        }
    }
}
