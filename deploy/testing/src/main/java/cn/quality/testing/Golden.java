package cn.quality.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A committed file that says what the service does. {@code -Dgolden.update=true} writes it; the review of that difference is
 * where a breaking change is refused.
 */
public final class Golden {

    private Golden() {}

    /** @param file relative to the folder of the module */
    public static void isCommitted(Path file, String current) throws IOException {
        if (Boolean.getBoolean("golden.update")) {
            Files.createDirectories(file.getParent());
            Files.writeString(file, current);
        }
        assertThat(current).as("what %s says", file).isEqualTo(Files.readString(file));
    }
}
