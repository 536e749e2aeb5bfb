package cn.quality.architecture;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ModulesTest {

    private static final Suite SUITE = Suite.compiled();

    /** SmallRye OpenAPI or Quarkus makes them, and makes public classes only. */
    private static final Set<String> MADE_BY_A_FRAMEWORK = Set.of(
            "cn.quality.platform.log.OneLineFilter",
            "cn.quality.platform.http.ServiceMain",
            "cn.quality.platform.openapi.ApiDescription",
            "cn.quality.platform.openapi.OperationTexts");

    /** Public because another package of its own library needs it. */
    private static final Set<String> BETWEEN_PACKAGES = Set.of("cn.quality.platform.http.ForbiddenCharacters");

    /** One service alone uses them so far; the suite has one of each all the same. A list to shorten. */
    private static final Set<String> OF_ONE_MODULE_YET = Set.of(
            "cn.quality.platform.bundle.Verifier",
            "cn.quality.platform.http.IgnoredParameters",
            "cn.quality.platform.identifiers.CodeDefect",
            "cn.quality.platform.identifiers.IndustryCode",
            "cn.quality.platform.identifiers.Redactor",
            "cn.quality.platform.inbox.TopicHistory");

    @Test
    void everyModuleHasItsPlaceInTheOrder() {
        assertThat(Suite.modulesOnDisk()).containsExactlyInAnyOrderElementsOf(Suite.ORDER);
    }

    @ParameterizedTest
    @MethodSource("modulesWithMainCode")
    void noArrowRunsBackUp(String module) {
        var higher = Set.copyOf(Suite.ORDER.subList(Suite.ORDER.indexOf(module) + 1, Suite.ORDER.size()));
        assertThat(SUITE.mainTypes(module))
                .allSatisfy(type -> assertThat(SUITE.known(type))
                        .filteredOn(known ->
                                SUITE.moduleOf(known).filter(higher::contains).isPresent())
                        .as("what %s knows of higher modules", type.getName())
                        .isEmpty());
    }

    @ParameterizedTest
    @MethodSource("services")
    void nobodyKnowsAServiceButItself(String service) {
        assertThat(SUITE.types())
                .filteredOn(type -> !isOf(type, service))
                .allSatisfy(type -> assertThat(SUITE.known(type))
                        .filteredOn(known -> isOf(known, service))
                        .as("what %s knows of %s", type.getName(), service)
                        .isEmpty());
    }

    @ParameterizedTest
    @MethodSource("modulesWithMainCode")
    void thePackagesOfAModuleFormNoCircle(String module) {
        slices().matching("cn.quality.(**)")
                .should()
                .beFreeOfCycles()
                .allowEmptyShould(true)
                .check(SUITE.mainTypes(module));
    }

    /** What only one module uses belongs into that module, and what is only found by a framework need not be public. */
    @Test
    void everyPublicTypeOfALibraryIsUsedByTwoModules() {
        var users = new TreeMap<String, Set<String>>();
        libraries()
                .flatMap(library -> SUITE.mainTypes(library).stream())
                .filter(ModulesTest::isPublic)
                .forEach(type -> users.put(type.getName(), new TreeSet<>()));
        for (var type : SUITE.types()) {
            // The libraries' own tests are no use of them.
            var module = SUITE.moduleOf(type).filter(name -> !name.equals("platform/tests"));
            SUITE.known(type).stream()
                    .filter(known -> !SUITE.moduleOf(known).equals(module))
                    .map(ModulesTest::outermost)
                    .map(JavaClass::getName)
                    .flatMap(known -> Optional.ofNullable(users.get(known)).stream())
                    .forEach(known -> module.ifPresent(known::add));
        }
        assertThat(users).isNotEmpty();
        users.values().removeIf(modules -> modules.size() >= 2);
        users.keySet().removeAll(MADE_BY_A_FRAMEWORK);
        users.keySet().removeAll(BETWEEN_PACKAGES);
        assertThat(users.keySet()).isEqualTo(OF_ONE_MODULE_YET);
    }

    static Stream<String> modulesWithMainCode() {
        return Suite.ORDER.stream().filter(module -> !SUITE.mainTypes(module).isEmpty());
    }

    static List<String> services() {
        return List.of("indicator-service", "credit-service", "standards-service", "gateway");
    }

    private static Stream<String> libraries() {
        return Suite.ORDER.stream().filter(module -> module.startsWith("platform/"));
    }

    private static boolean isOf(JavaClass type, String module) {
        return SUITE.moduleOf(type).filter(module::equals).isPresent();
    }

    private static boolean isPublic(JavaClass type) {
        return type.isTopLevelClass() && type.getModifiers().contains(JavaModifier.PUBLIC);
    }

    private static JavaClass outermost(JavaClass type) {
        return type.getEnclosingClass().map(ModulesTest::outermost).orElse(type);
    }
}
