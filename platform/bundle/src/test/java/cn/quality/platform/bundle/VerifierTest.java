package cn.quality.platform.bundle;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import cn.quality.testing.Node;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What all verifiers share, run as the public runs it. */
class VerifierTest {

    private static final String THIRDS = """
            verifies('thirds', '1', inputs => {
              const third = Exact.of(inputs.value).over(Exact.of('3'));
              return { partials: [third.toString()], result: { rounded: third.rounded(2) } };
            });
            """;

    @TempDir
    Path folder;

    @BeforeEach
    void download() throws IOException {
        Files.write(folder.resolve("verifier.js"), Verifier.script(new ByteArrayInputStream(THIRDS.getBytes(UTF_8))));
    }

    @Test
    void agreesWithARightResult() throws IOException {
        var bundle = bundle("20/3", "6.67");

        var outcome = verified(bundle.canonical(), bundle.digest());

        assertThat(outcome.output()).contains("sha256 " + bundle.digest(), "OK");
        assertThat(outcome.exitCode()).isZero();
    }

    @Test
    void namesTheFirstDifference() throws IOException {
        var bundle = bundle("6.67", "6.66");

        var outcome = verified(bundle.canonical(), bundle.digest());

        assertThat(outcome.exitCode()).isEqualTo(1);
        assertThat(outcome.output())
                .contains("partials[0]: published 已公布 \"6.67\", recomputed 重算 \"20/3\"", "1 more difference");
    }

    @Test
    void refusesAFileOfAnotherDigest() throws IOException {
        var tampered = new String(bundle("20/3", "6.67").canonical(), UTF_8).replace("\"20\"", "\"20.0\"");

        var outcome = verified(tampered.getBytes(UTF_8), bundle("20/3", "6.67").digest());

        assertThat(outcome.exitCode()).isEqualTo(1);
        assertThat(outcome.output()).contains("DIFFERS 不一致: sha256");
    }

    @Test
    void refusesWhatIsNotCanonical() throws IOException {
        var spaced = new String(bundle("20/3", "6.67").canonical(), UTF_8).replace("\":", "\": ");

        assertThat(verified(spaced.getBytes(UTF_8), "").output()).contains("not canonical JSON");
    }

    @Test
    void refusesNumbersAndKindsItDoesNotKnow() throws IOException {
        var number = new String(bundle("20/3", "6.67").canonical(), UTF_8).replace("\"20\"", "20");
        var unknown = Bundle.of("halves", 1, Map.of(), Map.of(), List.of(), Map.of());

        assertThat(verified(number.getBytes(UTF_8), "").output()).contains("$.inputs.value is a number");
        assertThat(verified(unknown.canonical(), "").output()).contains("does not know the kind halves/1");
    }

    private Node.Outcome verified(byte[] bundle, String digest) throws IOException {
        var file = folder.resolve("bundle.json");
        Files.write(file, bundle);
        return Node.run(folder.resolve("verifier.js"), file.toString(), digest);
    }

    private static Bundle bundle(String partial, String rounded) {
        return Bundle.of("thirds", 1, Map.of("value", "20"), Map.of(), List.of(partial), Map.of("rounded", rounded));
    }
}
