package cn.quality.platform;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What keeps this library from becoming the place where everything ends up. */
@AnalyzeClasses(packages = "cn.quality.platform", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    private static final int MOST_LINES = 1_500;
    private static final String WORDS_OF_THE_FIELD =
            ".*(Enterprise|Listing|Credit|Standard(?!Char)|Declaration|Indicator|Penalty|Uscc).*";

    @ArchTest
    static final ArchRule KNOWS_NO_SERVICE = noClasses()
            .should()
            .dependOnClassesThat(resideInAPackage("cn.quality..").and(not(resideInAPackage("cn.quality.platform.."))));

    @ArchTest
    static final ArchRule HAS_NO_WORD_OF_THE_FIELD = noClasses().should().haveNameMatching(WORDS_OF_THE_FIELD);

    @ArchTest
    static final ArchRule KAFKA_STAYS_AT_THE_DOORS = noClasses()
            .that()
            .resideOutsideOfPackages("..outbox..", "..inbox..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.apache.kafka..");

    @ArchTest
    static final ArchRule TIME_IS_INJECTED = noClasses()
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(LocalDate.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(Clock.class, "systemDefaultZone");

    @ArchTest
    static final ArchRule NO_CYCLES =
            slices().matching("cn.quality.platform.(*)..").should().beFreeOfCycles();

    @Test
    void staysSmall() throws IOException {
        try (var files = Files.walk(Path.of("src/main/java"))) {
            long lines = files.filter(file -> file.toString().endsWith(".java"))
                    .flatMap(ArchitectureTest::linesOf)
                    .filter(line -> !line.isBlank())
                    .filter(line -> !line.strip().matches("(//|\\*|/\\*|import |package ).*|[\\])}({;,]+"))
                    .count();
            assertThat(lines)
                    .as("lines of code, without comments, imports and lone brackets")
                    .isLessThanOrEqualTo(MOST_LINES);
        }
    }

    private static Stream<String> linesOf(Path file) {
        try {
            return Files.readAllLines(file).stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
