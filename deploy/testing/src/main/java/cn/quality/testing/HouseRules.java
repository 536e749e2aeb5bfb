package cn.quality.testing;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;

/**
 * What holds for every deployable, whatever it is about. An {@code ArchitectureTest} names its package and takes these with
 * {@code ArchTests.in(HouseRules.class)}.
 */
public final class HouseRules {

    private HouseRules() {}

    @ArchTest
    static final ArchRule FEATURES_ARE_ACYCLIC =
            slices().matching("cn.quality.*.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule TIME_COMES_FROM_THE_CLOCK = noClasses()
            .should()
            .callCodeUnitWhere(describe("ask the machine what time it is", HouseRules::asksTheTime));

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
