package cn.quality.testing;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.conditions.ArchConditions.be;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;

/**
 * What holds for every deployable, whatever it is about. An {@code ArchitectureTest} names its package and takes these with
 * {@code ArchTests.in(HouseRules.class)}.
 */
public final class HouseRules {

    private static final String PRODUCES = "jakarta.ws.rs.Produces";

    /** By name, so that it holds wherever these classes are not on the class path. */
    private static final List<String> HTTP_METHODS = Stream.of("GET", "POST", "PUT", "PATCH", "DELETE")
            .map("jakarta.ws.rs."::concat)
            .toList();

    private HouseRules() {}

    @ArchTest
    static final ArchRule FEATURES_ARE_ACYCLIC =
            slices().matching("cn.quality.*.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule TIME_COMES_FROM_THE_CLOCK = noClasses()
            .should()
            .callCodeUnitWhere(describe("ask the machine what time it is", HouseRules::asksTheTime));

    /** What names no media type is written as whatever the client accepts: as HTML it would be the text of a Java object. */
    @ArchTest
    public static final ArchRule RESPONSES_NAME_THEIR_MEDIA_TYPE = methods()
            .that(describe("answer a request with a body", HouseRules::answersWithABody))
            .should(be(DescribedPredicate.<JavaMethod>describe(
                    "annotated with @Produces, they or their class",
                    method -> method.isAnnotatedWith(PRODUCES)
                            || method.getOwner().isAnnotatedWith(PRODUCES))))
            .allowEmptyShould(true);

    private static boolean answersWithABody(JavaMethod method) {
        return HTTP_METHODS.stream().anyMatch(method::isAnnotatedWith)
                && !method.getRawReturnType().isEquivalentTo(void.class);
    }

    /** A {@code Clock} given as an argument is the injected one, for nobody may make another. */
    private static boolean asksTheTime(JavaCall<?> call) {
        var target = call.getTarget();
        var owner = target.getOwner();
        var inTimePackage = owner.getPackageName().startsWith("java.time");
        var clockGiven = target.getRawParameterTypes().stream().anyMatch(type -> type.isEquivalentTo(Clock.class));
        return switch (target.getName()) {
            case "now" -> inTimePackage && !clockGiven;
            case "currentTimeMillis" -> owner.isEquivalentTo(System.class);
            case "system", "systemUTC", "systemDefaultZone" -> owner.isEquivalentTo(Clock.class);
            default -> false;
        };
    }
}
