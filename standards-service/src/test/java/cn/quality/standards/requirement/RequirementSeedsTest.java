package cn.quality.standards.requirement;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The repository's own seeds are what an administrator would send; every element must be takeable. */
class RequirementSeedsTest {

    private static final Path SEEDS = Path.of("../seeds/standards");
    private static final ObjectMapper JSON = new ObjectMapper();

    private static List<Characteristic> vocabulary() throws IOException {
        return Arrays.stream(
                        JSON.readValue(SEEDS.resolve("characteristics.json").toFile(), Characteristic.Sent[].class))
                .map(sent -> sent.checked(String.valueOf(sent.code())))
                .toList();
    }

    private static List<Requirement> requirements() throws IOException {
        return Arrays.stream(JSON.readValue(SEEDS.resolve("requirements.json").toFile(), Requirement.Sent[].class))
                .map(Requirement.Sent::checked)
                .toList();
    }

    @Test
    void aNameBelongsToOneCharacteristic() throws IOException {
        var names = new HashSet<String>();
        for (var characteristic : vocabulary()) {
            characteristic
                    .names()
                    .map(Vocabulary::folded)
                    .distinct()
                    .forEach(name -> assertThat(names.add(name))
                            .as("%s of %s", name, characteristic.code())
                            .isTrue());
        }
    }

    @Test
    void twentyStandardsAreWrittenInTheVocabulary() throws IOException {
        var vocabulary = new Vocabulary(vocabulary());
        var requirements = requirements();
        assertThat(requirements)
                .extracting(Requirement::standard)
                .doesNotHaveDuplicates()
                .hasSizeGreaterThanOrEqualTo(20);
        for (var requirement : requirements) {
            for (var indicator : requirement.indicators()) {
                var characteristic = vocabulary.coded(String.valueOf(indicator.characteristic()));
                assertThat(characteristic)
                        .as("%s of %s", indicator.characteristic(), requirement.standard())
                        .isPresent();
                assertThat(characteristic.orElseThrow().grades())
                        .containsAll(indicator.grades().toList());
            }
        }
    }

    /** What meets a standard to the letter falls short of nothing in it. */
    @Test
    void everyStandardMeetsItself() throws IOException {
        var vocabulary = new Vocabulary(vocabulary());
        for (var requirement : requirements()) {
            var promised = requirement.indicators().stream()
                    .map(indicator -> new DeclaredValue(
                            "indicators",
                            vocabulary
                                    .coded(String.valueOf(indicator.characteristic()))
                                    .orElseThrow()
                                    .nameZh(),
                            new TestMethod(indicator.testMethod() == null ? "目测" : indicator.testMethod()),
                            indicator.demands()))
                    .toList();
            assertThat(new RequirementComparison(requirement, vocabulary).of(promised))
                    .as(requirement.standard())
                    .isEmpty();
        }
    }
}
