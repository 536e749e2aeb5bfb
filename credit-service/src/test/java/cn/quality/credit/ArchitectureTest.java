package cn.quality.credit;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.codeUnits;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import cn.quality.platform.inbox.EventConsumer;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import jakarta.persistence.Entity;
import jakarta.transaction.Transactional;
import java.util.Set;
import java.util.stream.Stream;

@AnalyzeClasses(packages = "cn.quality.credit", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    private static final Set<String> INEXACT = Set.of("double", "float", Double.class.getName(), Float.class.getName());

    @ArchTest
    static final ArchRule featuresAreAcyclic =
            slices().matching("cn.quality.credit.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule entitiesStayInside = noClasses()
            .that()
            .haveSimpleNameEndingWith("Resource")
            .should()
            .dependOnClassesThat()
            .areAnnotatedWith(Entity.class);

    @ArchTest
    static final ArchRule resourcesAskServices = noClasses()
            .that()
            .haveSimpleNameEndingWith("Resource")
            .should()
            .dependOnClassesThat()
            .haveSimpleNameEndingWith("Repository");

    @ArchTest
    static final ArchRule featuresAskEachOthersServices = classes()
            .that()
            .haveSimpleNameEndingWith("Repository")
            .or()
            .areAnnotatedWith(Entity.class)
            .should()
            .bePackagePrivate();

    @ArchTest
    static final ArchRule timeComesFromTheClock = noClasses()
            .should()
            .callMethodWhere(DescribedPredicate.describe("reads the machine's clock", ArchitectureTest::readsTheClock));

    @ArchTest
    static final ArchRule figuresAreExact = fields().should(ArchitectureTest.notBeInexact());

    @ArchTest
    static final ArchRule calculationsAreExact = codeUnits()
            .should(new ArchCondition<JavaCodeUnit>("use no double or float") {
                @Override
                public void check(JavaCodeUnit unit, ConditionEvents events) {
                    Stream.concat(unit.getRawParameterTypes().stream(), Stream.of(unit.getRawReturnType()))
                            .filter(type -> INEXACT.contains(type.getName()))
                            .forEach(type -> events.add(
                                    SimpleConditionEvent.violated(unit, unit.getFullName() + " uses " + type)));
                }
            });

    @ArchTest
    static final ArchRule transactionsBelongToUseCases = classes()
            .that(DescribedPredicate.describe(
                    "have transactions",
                    (JavaClass type) -> type.isAnnotatedWith(Transactional.class)
                            || type.getMethods().stream()
                                    .anyMatch(method -> method.isAnnotatedWith(Transactional.class))))
            .should()
            .haveSimpleNameEndingWith("Service")
            .orShould()
            .implement(EventConsumer.class);

    @ArchTest
    static final ArchRule onlyThePlatformKnowsKafka =
            noClasses().should().dependOnClassesThat(are(resideInAnyPackage("org.apache.kafka..")));

    private static boolean readsTheClock(JavaAccess<?> call) {
        var target = call.getTarget();
        boolean now = target.getName().equals("now")
                && target.getOwner().getPackageName().startsWith("java.time")
                && call.getTarget().getFullName().endsWith("now()");
        return now
                || target.getFullName().startsWith("java.lang.System.currentTimeMillis")
                || target.getFullName().startsWith("java.time.Clock.system");
    }

    private static ArchCondition<com.tngtech.archunit.core.domain.JavaField> notBeInexact() {
        return new ArchCondition<>("be neither double nor float") {
            @Override
            public void check(com.tngtech.archunit.core.domain.JavaField field, ConditionEvents events) {
                if (INEXACT.contains(field.getRawType().getName())) {
                    events.add(SimpleConditionEvent.violated(field, field.getFullName() + " is inexact"));
                }
            }
        };
    }
}
