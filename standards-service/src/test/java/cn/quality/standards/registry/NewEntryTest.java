package cn.quality.standards.registry;

import static cn.quality.standards.registry.Entries.TODAY;
import static cn.quality.standards.registry.Entries.kind;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import cn.quality.platform.problem.Problem;
import cn.quality.platform.problem.Violation;
import cn.quality.standards.registry.RegistryKind.Subject;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rule of entry, as far as a machine can judge it, and everything wrong at once. */
class NewEntryTest {

    @ParameterizedTest
    @CsvSource({
        "grade,   AAAAA,      choice",
        "grade,   ,           required",
        "members, 1,          entry-rule",
        "members, two,        format",
        "members, 007,        format",
        "since,   2026-13-01, format",
        "garde,   AAA,        unknown-field",
    })
    void aFieldIsWhatTheKindSays(String field, String value, String code) {
        Map<String, String> fields = new HashMap<>(Map.of("grade", "AAA"));
        fields.put(field, value);
        assertThat(flaws(Subject.OTHER, entry(null, fields, null)))
                .extracting(Violation::field, Violation::code)
                .containsExactly(tuple("fields." + field, code));
    }

    @Test
    void anEnterpriseHasItsCodeAndAPersonNoneButConsent() {
        assertThat(flaws(Subject.ENTERPRISE, entry(null, Map.of("grade", "AA"), null)))
                .extracting(Violation::field)
                .containsExactly("uscc");
        assertThat(flaws(Subject.ENTERPRISE, entry("91371199MA3RH00188", Map.of("grade", "AA"), null)))
                .extracting(Violation::code)
                .containsExactly("invalid-uscc");
        assertThat(flaws(Subject.PERSON, entry("91371199MA3RH00187", Map.of("grade", "AA"), null)))
                .extracting(Violation::field)
                .containsExactlyInAnyOrder("uscc", "consentedOn");
        assertThat(flaws(Subject.PERSON, entry(null, Map.of("grade", "AA"), TODAY.plusDays(1))))
                .extracting(Violation::field)
                .containsExactly("consentedOn");
    }

    /** Whatever becomes public holds no personal data. */
    @Test
    void personalDataIsRefusedInEveryText() {
        var entry = new NewEntry("示例甲 13812345678", null, "371102", Map.of("grade", "AA"), TODAY, "联系 13812345678");
        var refused =
                catchThrowableOfType(Problem.class, () -> entry.checked(kind(Subject.PERSON), TODAY, code -> false));
        assertThat(refused.type().code()).isEqualTo("personal-data");
        assertThat(refused.violations()).extracting(Violation::field).containsExactly("name", "reason");
    }

    /** The kinds of the seeds are read by the very rules that read those of an administrator. */
    @Test
    void theSeedsAreKindsAndEntriesOfThem() throws IOException {
        var json = new ObjectMapper().findAndRegisterModules();
        var kinds = new HashMap<String, RegistryKind>();
        for (var kind :
                json.readTree(Path.of("../seeds/standards/registry-kinds.json").toFile())) {
            var code = kind.path("code").asText();
            kinds.put(code, json.treeToValue(kind, NewRegistryKind.class).checked(code));
        }
        var keys = new HashSet<String>();
        for (var entry : json.readTree(
                Path.of("../seeds/standards/registry-entries.json").toFile())) {
            var kind = requireNonNull(kinds.get(entry.path("kind").asText()));
            var content = json.treeToValue(entry.path("proposal"), NewEntry.class)
                    .checked(kind, LocalDate.of(2026, 3, 2), code -> false);
            assertThat(content.name()).contains("示例");
            assertThat(keys.add(entry.path("key").asText())).isTrue();
            json.treeToValue(entry.path("entry"), NewDecision.class).checked();
        }
    }

    private static NewEntry entry(@Nullable String uscc, Map<String, String> fields, @Nullable LocalDate consent) {
        return new NewEntry("示例", uscc, "371102", fields, consent, "示例");
    }

    private static List<Violation> flaws(Subject subject, NewEntry entry) {
        return catchThrowableOfType(Problem.class, () -> entry.checked(kind(subject), TODAY, code -> false))
                .violations();
    }
}
