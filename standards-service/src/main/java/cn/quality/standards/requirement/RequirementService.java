package cn.quality.standards.requirement;

import cn.quality.platform.decision.Decision;
import cn.quality.platform.decision.DecisionLog;
import cn.quality.platform.http.Preconditions;
import cn.quality.platform.problem.Problem;
import cn.quality.platform.problem.ProblemType;
import cn.quality.platform.problem.Text;
import cn.quality.platform.sql.Jdbc;
import cn.quality.platform.version.Change;
import cn.quality.platform.version.VersionTable;
import cn.quality.platform.version.Versioned;
import cn.quality.platform.version.VersionedStore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The requirements of recommended standards and the vocabulary they are written in. */
@ApplicationScoped
public class RequirementService {

    static final ProblemType NAME_TAKEN =
            new ProblemType(409, "name-taken", Text.of("名称已属另一特性", "The name belongs to another characteristic"));
    static final ProblemType UNKNOWN_CHARACTERISTIC =
            new ProblemType(422, "unknown-characteristic", Text.of("特性或等级未登记", "A characteristic or grade is unknown"));

    private static final String CHARACTERISTIC = "CHARACTERISTIC";
    private static final String REQUIREMENT = "REQUIREMENT";

    private final VersionedStore versions;
    private final DecisionLog decisions;
    private final Jdbc sql;

    private volatile Reference known = Reference.NONE;

    RequirementService(VersionedStore.Factory store, DecisionLog decisions, Jdbc sql) {
        this.versions = store.in(new VersionTable("requirement_version", "kind", "item_key"));
        this.decisions = decisions;
        this.sql = sql;
    }

    /**
     * Puts a characteristic in force unless it is already.
     *
     * @throws Problem 409 {@code name-taken}; 412 {@code stale} when {@code If-Match} was sent and names another version
     */
    @Transactional
    Versioned<Characteristic> store(Characteristic characteristic, Preconditions sent) {
        onlyOne();
        var vocabulary = reference().vocabulary();
        characteristic
                .names()
                .forEach(name -> vocabulary
                        .named(name)
                        .filter(other -> !other.code().equals(characteristic.code()))
                        .ifPresent(other -> {
                            throw new Problem(
                                    NAME_TAKEN, Text.of("“%s”是特性 %s 的名称", "“%s” is a name of %s", name, other.code()));
                        }));
        return versions.store(
                CHARACTERISTIC,
                characteristic.code(),
                characteristic,
                change -> put("characteristic", characteristic.code(), change, sent));
    }

    /**
     * Puts the requirements of a standard in force unless they are already.
     *
     * @throws Problem 412 {@code stale}; 422 {@code unknown-characteristic} naming each
     */
    @Transactional
    Versioned<Requirement> store(Requirement requirement, Preconditions sent) {
        onlyOne();
        var vocabulary = reference().vocabulary();
        var unknown = new Problem(
                UNKNOWN_CHARACTERISTIC, Text.of("请先登记特性及其等级", "Enter the characteristics with their grades first"));
        for (int i = 0; i < requirement.indicators().size(); i++) {
            check(requirement.indicators().get(i), "indicators[" + i + "].", vocabulary, unknown);
        }
        if (!unknown.violations().isEmpty()) {
            throw unknown;
        }
        return versions.store(
                REQUIREMENT,
                requirement.standard(),
                requirement,
                change -> put("requirement", requirement.standard(), change, sent));
    }

    private static void check(RequiredIndicator indicator, String field, Vocabulary vocabulary, Problem unknown) {
        var code = Objects.requireNonNullElse(indicator.characteristic(), "");
        var characteristic = vocabulary.coded(code);
        if (characteristic.isEmpty()) {
            unknown.with(
                    field + "characteristic",
                    "unknown-characteristic",
                    Text.of("没有特性 %s", "there is no characteristic %s", code));
            return;
        }
        indicator
                .grades()
                .filter(grade -> !characteristic.get().grades().contains(grade))
                .forEach(grade -> unknown.with(
                        field + "grade", "unknown-grade", Text.of("%s 没有等级“%s”", "%s has no grade “%s”", code, grade)));
    }

    /** One writer at a time, so that a name is given once, and a later stamp is never seen before an earlier one. */
    private void onlyOne() {
        sql.query("select pg_advisory_xact_lock(hashtextextended('requirement', 0))", row -> true);
    }

    private <T> void put(String kind, String key, Change<T> change, Preconditions sent) {
        sent.requireVersionIfGiven(change.version() - 1);
        decisions.append(new Decision(
                kind + (change.before().isEmpty() ? ".add" : ".change"),
                kind,
                key,
                "基础数据维护",
                "",
                change.before().orElse(null),
                change.after()));
    }

    /** Ordered by code. */
    List<Versioned<Characteristic>> characteristics() {
        return versions.newestOfEach(CHARACTERISTIC, Characteristic.class);
    }

    /** Ordered by number; those that govern a product, when one is named. */
    List<Versioned<Requirement>> requirements(Optional<String> product) {
        return versions.newestOfEach(REQUIREMENT, Requirement.class).stream()
                .filter(one -> product.isEmpty() || one.item().governs(product.get()))
                .toList();
    }

    /**
     * The requirements that govern a declaration: of the recommended standards it follows, and of those for its products.
     *
     * @param followed canonical numbers of editions
     */
    public List<Requirement> governing(Collection<String> followed, Collection<String> products) {
        var all = reference().requirements();
        return Stream.concat(
                        followed.stream().map(all::get).filter(Objects::nonNull),
                        all.values().stream().filter(one -> products.stream().anyMatch(one::governs)))
                .distinct()
                .sorted(Comparator.comparing(Requirement::standard))
                .toList();
    }

    /** Every way in which promises fall short of the requirements, or cannot be compared with them. */
    public List<FoundShortfall> shortfalls(List<Requirement> governing, List<DeclaredValue> declared) {
        if (governing.isEmpty()) {
            return List.of();
        }
        var vocabulary = reference().vocabulary();
        return governing.stream()
                .flatMap(requirement -> new RequirementComparison(requirement, vocabulary).of(declared).stream())
                .toList();
    }

    /**
     * The published methods by which requirements have a characteristic tested: while there is one, nobody's own will do
     * (企业标准化促进办法 art. 12).
     *
     * @param name of the characteristic, any of them
     */
    public List<String> publishedMethods(List<Requirement> governing, String name) {
        return reference().vocabulary().named(name).stream()
                .flatMap(characteristic -> governing.stream()
                        .flatMap(requirement -> requirement.indicators().stream())
                        .filter(indicator -> indicator.demands(characteristic)))
                .map(RequiredIndicator::testMethod)
                .filter(Objects::nonNull)
                .filter(method -> new TestMethod(method).isPublished())
                .distinct()
                .toList();
    }

    /** What is in force now; read again only after a change. */
    private Reference reference() {
        var newest = sql.first("select coalesce(max(stamp), 0) from requirement_version", row -> row.getLong(1))
                .orElse(0L);
        var current = known;
        if (current.stamp() == newest) {
            return current;
        }
        var read = new Reference(
                newest,
                new Vocabulary(characteristics().stream().map(Versioned::item).toList()),
                requirements(Optional.empty()).stream()
                        .map(Versioned::item)
                        .collect(Collectors.toMap(Requirement::standard, Function.identity())));
        known = read;
        return read;
    }
}
