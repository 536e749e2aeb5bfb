package cn.quality.testing;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.lang.conditions.ArchConditions.be;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noCodeUnits;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The form of a service: resources answer HTTP, services are the use cases, entities have verbs and stay in their feature.
 * Types of frameworks and of the platform go by name, for the platform's own tests use this module.
 */
public final class ServiceRules {

    private static final String ENTITY = "jakarta.persistence.Entity";
    private static final String TRANSACTIONAL = "jakarta.transaction.Transactional";
    private static final String EVENT_CONSUMER = "cn.quality.platform.inbox.EventConsumer";
    private static final Set<String> INEXACT = Set.of("double", "float", Double.class.getName(), Float.class.getName());

    private static final DescribedPredicate<JavaClass> A_REPOSITORY = describe(
            "a repository",
            type -> type.getSimpleName().endsWith("Repository")
                    || type.isAssignableTo("io.quarkus.hibernate.orm.panache.PanacheRepositoryBase"));

    private static final DescribedPredicate<JavaClass> AN_ENTITY =
            describe("an entity", type -> type.isAnnotatedWith(ENTITY));

    private static final DescribedPredicate<JavaClass> A_RESOURCE = describe(
            "resources",
            type -> type.getSimpleName().endsWith("Resource") || type.isAnnotatedWith("jakarta.ws.rs.Path"));

    private static final DescribedPredicate<JavaClass> INEXACT_TYPE =
            describe("double or float", type -> INEXACT.contains(type.getName()));

    private ServiceRules() {}

    @ArchTest
    static final ArchRule RESOURCES_ASK_SERVICES =
            noClasses().that(A_RESOURCE).should().dependOnClassesThat(A_REPOSITORY);

    @ArchTest
    static final ArchRule RESOURCES_KNOW_NO_ENTITY =
            noClasses().that(A_RESOURCE).should().dependOnClassesThat(AN_ENTITY);

    @ArchTest
    static final ArchRule NO_ENTITY_LEAVES_A_SERVICE = noMethods()
            .that()
            .areDeclaredInClassesThat(simpleNameEndingWith("Service"))
            .and()
            .arePublic()
            .should()
            .haveRawReturnType(AN_ENTITY);

    /** A feature asks another feature's service. */
    @ArchTest
    static final ArchRule ENTITIES_AND_REPOSITORIES_STAY_IN_THEIR_FEATURE =
            classes().that(AN_ENTITY.or(A_REPOSITORY)).should().bePackagePrivate();

    @ArchTest
    static final ArchRule ENTITIES_HAVE_VERBS_NOT_SETTERS =
            noMethods().that().areDeclaredInClassesThat(AN_ENTITY).should().haveNameMatching("set[A-Z].*");

    @ArchTest
    static final ArchRule DEPENDENCIES_COME_BY_CONSTRUCTOR =
            noFields().should().beAnnotatedWith("jakarta.inject.Inject");

    @ArchTest
    static final ArchRule FIGURES_ARE_EXACT = noFields().should().haveRawType(INEXACT_TYPE);

    @ArchTest
    static final ArchRule CALCULATIONS_ARE_EXACT = noCodeUnits()
            .should(be(DescribedPredicate.<JavaCodeUnit>describe(
                    "taking or returning double or float", unit -> types(unit).anyMatch(INEXACT_TYPE))));

    @ArchTest
    static final ArchRule NO_WHOLE_CLASS_IS_TRANSACTIONAL = noClasses().should().beAnnotatedWith(TRANSACTIONAL);

    @ArchTest
    static final ArchRule TRANSACTIONS_BELONG_TO_USE_CASES = methods()
            .that()
            .areAnnotatedWith(TRANSACTIONAL)
            .should()
            .beDeclaredInClassesThat(simpleNameEndingWith("Service")
                    .or(describe("take events", type -> type.isAssignableTo(EVENT_CONSUMER)))
                    // One transaction for what several consumers count.
                    .or(simpleNameEndingWith("Counting")));

    /**
     * A refusal that leaves a transactional method marks the transaction as lost, even when it is caught further out: one wrong line
     * took its whole batch with it. What is tried, and may be refused, asks rules that open no transaction.
     */
    @ArchTest
    static final ArchRule NO_REFUSAL_OF_A_NESTED_TRANSACTION_IS_CAUGHT =
            methods().should(new NestedTransactions()).allowEmptyShould(true);

    @ArchTest
    static final ArchRule ONLY_THE_PLATFORM_KNOWS_KAFKA =
            noClasses().should().dependOnClassesThat().resideInAPackage("org.apache.kafka..");

    private static Stream<JavaClass> types(JavaCodeUnit unit) {
        return Stream.concat(unit.getRawParameterTypes().stream(), Stream.of(unit.getRawReturnType()));
    }
}
