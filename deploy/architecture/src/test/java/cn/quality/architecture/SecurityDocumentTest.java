package cn.quality.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMember;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** {@code docs/security.md} says which test attacks which fence: a test that has gone or changed its name is missed there. */
class SecurityDocumentTest {

    private static final Pattern NAMED_TEST = Pattern.compile("`(\\w+Test)(?:[#.](\\w+))?`");

    private static final List<JavaClass> TYPES = Suite.compiled().types();

    @Test
    void everyTestThatIsNamedThereExists() throws IOException {
        var document = Files.readString(Path.of("..", "..", "docs", "security.md"));

        var named = NAMED_TEST
                .matcher(document)
                .results()
                .map(MatchResult::group)
                .distinct()
                .toList();

        assertThat(named).isNotEmpty().allMatch(SecurityDocumentTest::exists);
    }

    private static boolean exists(String written) {
        var name = NAMED_TEST.matcher(written);
        return name.matches()
                && TYPES.stream()
                        .filter(type -> type.getSimpleName().equals(name.group(1)))
                        .anyMatch(type -> name.group(2) == null || members(type).anyMatch(name.group(2)::equals));
    }

    /** Methods, and the nested classes that hold some. */
    private static Stream<String> members(JavaClass type) {
        return Stream.concat(
                type.getMembers().stream().map(JavaMember::getName),
                TYPES.stream()
                        .filter(nested ->
                                nested.getEnclosingClass().filter(type::equals).isPresent())
                        .map(JavaClass::getSimpleName));
    }
}
