package cn.quality.indicator.assessment;

import static cn.quality.indicator.scheme.Sheets.sheet;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import cn.quality.indicator.assessment.AssessmentBundle.Heading;
import cn.quality.indicator.assessment.AssessmentBundle.Previous;
import cn.quality.indicator.assessment.AssessmentBundle.Standing;
import cn.quality.indicator.scheme.Scheme;
import cn.quality.indicator.scheme.Sheets;
import cn.quality.platform.bundle.Bundle;
import cn.quality.testing.Golden;
import cn.quality.testing.Node;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A published result, computed again by the JavaScript the public runs. */
class AssessmentBundleTest {

    private static final Path GOLDEN = Path.of("src/test/resources/assessment/sample-bundle.json");

    @TempDir
    Path folder;

    @BeforeEach
    void download() throws IOException {
        Files.write(folder.resolve("verifier.js"), AssessmentBundle.verifier());
    }

    /** What once was published can be verified for ever, so the form of a bundle changes with its schema version alone. */
    @Test
    void theSampleIsCommittedAndVerified() throws IOException {
        var bundle = sample();

        Golden.isCommitted(GOLDEN, new String(bundle.canonical(), UTF_8));
        var outcome = verified(bundle.canonical(), bundle.digest());
        assertThat(outcome.output()).contains(bundle.digest()).contains("OK");
        assertThat(outcome.exitCode()).isZero();
    }

    @Test
    void bothImplementationsAgreeOnRandomCycles() throws IOException {
        for (int seed = 0; seed < 12; seed++) {
            var cycles = new RandomCycles(seed);
            var scheme = cycles.scheme(3 + seed * 2);
            var bundle = bundle(scheme, cycles.areas(scheme, 6));

            assertThat(verified(bundle.canonical(), bundle.digest()).output())
                    .as("seed %d", seed)
                    .contains("OK");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"numerator\":\"386\" | \"numerator\":\"387\" | partials[0].nodes[0].points",
                "\"grade\":\"A\",\"notReported\" | \"grade\":\"B\",\"notReported\" | result.areas[0].grade",
                "\"rank\":\"1\" | \"rank\":\"2\" | result.areas[0].rank",
                "\"score\":\"9 | \"score\":\"8 | result.areas[0].score",
                "\"rule\":{\"baseline\":\"93.2\" | \"rule\":{\"baseline\":\"93.3\" | partials[0].nodes[0].points",
                "\"form\":\"THRESHOLD\" | \"form\":\"LUCK\" | unknown rule form LUCK",
                "\"notReported\":[\"T31\"] | \"notReported\":[] | result.areas[1].notReported[0]"
            })
    void aTamperedBundleIsRefused(String from, String to, String named) throws IOException {
        var published = new String(sample().canonical(), UTF_8);
        assertThat(published).contains(from);
        var tampered = published.replaceFirst(Pattern.quote(from), to);

        var withoutDigest = verified(tampered.getBytes(UTF_8), "");
        assertThat(withoutDigest.exitCode()).isEqualTo(1);
        assertThat(withoutDigest.output()).contains("DIFFERS").contains(named);
        assertThat(verified(tampered.getBytes(UTF_8), sample().digest()).output())
                .contains("DIFFERS 不一致: sha256");
    }

    /** A decimal written in another way is another bundle (12.50 is not 12.5), although the score is the same. */
    @Test
    void anotherWayOfWritingADecimalChangesTheDigest() {
        var scheme = sheet().linear("L", null, "100", "0", "25").scheme();
        var one = bundle(scheme, Map.of("371102", List.of(Entry.value("L", "12.50"))));
        var other = bundle(scheme, Map.of("371102", List.of(Entry.value("L", "12.5"))));

        assertThat(new String(one.canonical(), UTF_8)).contains("\"value\":\"12.50\"");
        assertThat(one.digest()).isNotEqualTo(other.digest());
    }

    @Test
    void aCorrectionSaysWhichGradesChanged() throws IOException {
        var scheme = sheet().linear("L", null, "100", "0", "100").scheme();
        var before = new Previous(
                "0".repeat(64),
                List.of(
                        new Standing("371102", Optional.of(new BigDecimal("91")), Optional.of("A"), Optional.of(1)),
                        new Standing("371103", Optional.of(new BigDecimal("85")), Optional.of("B"), Optional.of(2))));
        var entries = new LinkedHashMap<String, List<Entry>>();
        entries.put("371102", List.of(Entry.value("L", "89")));
        entries.put("371103", List.of(Entry.value("L", "85")));

        var bundle = AssessmentBundle.of(
                new Heading("0198a0b2-0000-7000-8000-000000000001", 2025, 2, Optional.of(before)),
                scheme,
                entries,
                Evaluation.of(scheme, entries));

        assertThat(new String(bundle.canonical(), UTF_8))
                .contains("\"changes\":[{\"area\":\"371102\",\"gradeAfter\":\"B\",\"gradeBefore\":\"A\","
                        + "\"scoreAfter\":\"89\",\"scoreBefore\":\"91\"}]");
        assertThat(verified(bundle.canonical(), bundle.digest()).output()).contains("OK");
    }

    /** Fictional results of the real areas are the worst kind of adverse fact, so the areas are numbered. */
    private static Bundle sample() {
        var scheme = Sheets.sample();
        var good = new ArrayList<>(List.of(
                Entry.rate("T11", 386, 400),
                Entry.rate("T12", 99, 100),
                Entry.rate("T13", 973, 1000),
                Entry.rate("T21", 97, 99),
                Entry.value("T31", "85.00"),
                Entry.value("T32", "83.7"),
                Entry.document("M11", "示例预案"),
                Entry.count("M12", 0),
                Entry.document("M21", "示例计划"),
                Entry.count("M22", 0),
                Entry.value("M23", "94.6"),
                Entry.count("V1", 0),
                Entry.count("B1", 3)));
        var entries = new LinkedHashMap<String, List<Entry>>();
        entries.put("000001", List.copyOf(good));
        entries.put("000002", without(good, "T31", Entry.notApplicable("T12", "辖区内没有耕地")));
        entries.put("000003", without(good, "V1", Entry.count("V1", 1)));
        entries.put("000004", List.copyOf(good));
        entries.put("000005", List.of());
        return bundle(scheme, entries);
    }

    private static List<Entry> without(List<Entry> entries, String node, Entry instead) {
        var others = new ArrayList<>(entries);
        others.removeIf(entry -> entry.node().equals(node) || entry.node().equals(instead.node()));
        others.add(instead);
        return others;
    }

    private static Bundle bundle(Scheme scheme, Map<String, List<Entry>> entries) {
        return AssessmentBundle.of(
                new Heading("0198a0b2-0000-7000-8000-000000000001", 2025, 1, Optional.empty()),
                scheme,
                entries,
                Evaluation.of(scheme, entries));
    }

    private Node.Outcome verified(byte[] bundle, String digest) throws IOException {
        var file = folder.resolve("bundle.json");
        Files.write(file, bundle);
        return Node.run(folder.resolve("verifier.js"), file.toString(), digest);
    }
}
