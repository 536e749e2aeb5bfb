package cn.quality.testing;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaEnumConstant;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.TryCatchBlock;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * In a transaction, directly or further in, a method catches what another transactional method may throw. Calls by way of a
 * functional interface are not followed.
 */
final class NestedTransactions extends ArchCondition<JavaMethod> {

    private static final String TRANSACTIONAL = "jakarta.transaction.Transactional";
    private static final Set<String> JOIN = Set.of("REQUIRED", "MANDATORY", "SUPPORTS");
    /** What a refusal is caught as; {@code Problem} by name, for the platform's own tests use this module. */
    private static final Set<String> CATCHES_REFUSALS = Set.of(
            "cn.quality.platform.problem.Problem",
            RuntimeException.class.getName(),
            Exception.class.getName(),
            Throwable.class.getName());

    NestedTransactions() {
        super("not catch what a transactional method throws into the same transaction");
    }

    @Override
    public void check(JavaMethod method, ConditionEvents events) {
        var caught = method.getTryCatchBlocks().stream()
                .filter(block -> block.getCaughtThrowables().stream()
                        .map(JavaClass::getName)
                        .anyMatch(CATCHES_REFUSALS::contains))
                .toList();
        if (caught.isEmpty() || !runsInATransaction(method)) {
            return;
        }
        for (var block : caught) {
            nested(block)
                    .ifPresent(inner -> events.add(SimpleConditionEvent.violated(
                            method,
                            "%s catches what %s throws into the same transaction, at %s"
                                    .formatted(
                                            method.getFullName(),
                                            inner.getFullName(),
                                            block.getSourceCodeLocation()))));
        }
    }

    private static boolean runsInATransaction(JavaMethod method) {
        return reached(List.of(method), unit -> unit.getCallsOfSelf().stream().map(JavaAccess::getOrigin))
                .anyMatch(unit -> unit.isAnnotatedWith(TRANSACTIONAL));
    }

    private static Optional<JavaCodeUnit> nested(TryCatchBlock block) {
        var tried = block.getAccessesContainedInTryBlock().stream()
                .flatMap(NestedTransactions::target)
                .toList();
        return reached(tried, NestedTransactions::calledInTheSameTransaction)
                .filter(NestedTransactions::joinsTransactions)
                .findFirst();
    }

    private static Stream<JavaCodeUnit> calledInTheSameTransaction(JavaCodeUnit unit) {
        return unit.isAnnotatedWith(TRANSACTIONAL) && !joinsTransactions(unit)
                ? Stream.empty()
                : unit.getCallsFromSelf().stream().flatMap(NestedTransactions::target);
    }

    private static Stream<JavaCodeUnit> target(JavaAccess<?> access) {
        return access.getTarget().resolveMember().stream()
                .filter(JavaCodeUnit.class::isInstance)
                .map(JavaCodeUnit.class::cast);
    }

    /** These, and all to which there is a way. */
    private static Stream<JavaCodeUnit> reached(
            List<? extends JavaCodeUnit> from, Function<JavaCodeUnit, Stream<JavaCodeUnit>> next) {
        var seen = new HashSet<JavaCodeUnit>(from);
        var open = new ArrayDeque<JavaCodeUnit>(from);
        while (!open.isEmpty()) {
            next.apply(open.remove()).filter(seen::add).forEach(open::add);
        }
        return seen.stream();
    }

    private static boolean joinsTransactions(JavaCodeUnit unit) {
        return unit.isAnnotatedWith(TRANSACTIONAL)
                && unit.getAnnotationOfType(TRANSACTIONAL)
                        .get("value")
                        .filter(type -> !JOIN.contains(((JavaEnumConstant) type).name()))
                        .isEmpty();
    }
}
