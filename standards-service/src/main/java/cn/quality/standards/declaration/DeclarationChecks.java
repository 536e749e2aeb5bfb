package cn.quality.standards.declaration;

import cn.quality.platform.clock.LegalDates;
import cn.quality.platform.problem.Problem;
import cn.quality.platform.problem.ProblemType;
import cn.quality.platform.problem.Text;
import cn.quality.standards.catalogue.StandardLookup;
import cn.quality.standards.catalogue.StandardRef;
import cn.quality.standards.catalogue.Status;
import cn.quality.standards.number.Nature;
import cn.quality.standards.number.StandardNumber;
import cn.quality.standards.requirement.FoundShortfall;
import cn.quality.standards.requirement.Requirement;
import cn.quality.standards.requirement.RequirementService;
import cn.quality.standards.requirement.Shortfall;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What a machine judges before a declaration becomes public: what is followed exists and is in force, the mandatory standards
 * of the products are named, methods are published ones while there are any (企业标准化促进办法 art. 12), and what is fewer or
 * lower than the recommended standard is stated (art. 14).
 */
@ApplicationScoped
class DeclarationChecks {

    static final ProblemType UNUSABLE_STANDARD =
            new ProblemType(422, "unusable-standard", Text.of("所执行的标准不可用", "A standard cannot be followed"));
    static final ProblemType OWN_TEST_METHOD =
            new ProblemType(422, "own-test-method", Text.of("检测方法须引用已发布的标准", "A published test method is needed"));
    static final ProblemType STATEMENT_REQUIRED = new ProblemType(
            422, "statement-required", Text.of("须说明低于或少于推荐性标准的指标", "Lower or missing indicators have to be stated"));

    private final StandardLookup catalogue;
    private final RequirementService requirements;
    private final Clock clock;

    DeclarationChecks(StandardLookup catalogue, RequirementService requirements, Clock clock) {
        this.catalogue = catalogue;
        this.requirements = requirements;
        this.clock = clock;
    }

    /**
     * The content with the official title and what it falls short in.
     *
     * @throws Problem 422 {@code unusable-standard}, {@code own-test-method} or {@code statement-required}, naming each flaw
     */
    DeclaredContent check(DeclaredContent content) {
        var editions = editions(content);
        var followed = new LinkedHashSet<String>();
        editions.values().forEach(refs -> refs.forEach(ref -> followed.add(ref.number())));
        var products = content.products().stream().map(Product::name).toList();
        var governing = requirements.governing(followed, products).stream()
                .filter(requirement -> followed.contains(requirement.standard()) || isInForce(requirement))
                .toList();
        refuseUnusable(content, editions, governing);
        if (!content.ownStandard()) {
            return editions.getOrDefault(content.number(), List.of()).stream()
                    .map(StandardRef::titleZh)
                    .filter(Objects::nonNull)
                    .findFirst()
                    .map(content::titled)
                    .orElse(content);
        }
        refuseOwnMethods(content, governing);
        return content.with(statedShortfalls(content, governing));
    }

    /** What each number means today: the edition itself, or those in force of an undated one; nothing where it cannot be followed. */
    private Map<StandardNumber, List<StandardRef>> editions(DeclaredContent content) {
        var wanted = content.toBeInForce().values();
        var known =
                catalogue.known(wanted.stream().filter(StandardNumber::dated).toList());
        var editions = new HashMap<StandardNumber, List<StandardRef>>();
        for (var number : wanted) {
            editions.put(
                    number,
                    number.dated()
                            ? Optional.ofNullable(known.get(number))
                                    .filter(ref -> ref.status() == Status.IN_FORCE)
                                    .stream()
                                    .toList()
                            : catalogue.inForce(number, LegalDates.today(clock)));
        }
        return editions;
    }

    private boolean isInForce(Requirement requirement) {
        var number = StandardNumber.of(requirement.standard());
        return Optional.ofNullable(catalogue.known(List.of(number)).get(number))
                .filter(ref -> ref.status() == Status.IN_FORCE)
                .isPresent();
    }

    private void refuseUnusable(
            DeclaredContent content, Map<StandardNumber, List<StandardRef>> editions, List<Requirement> governing) {
        var unusable = content.toBeInForce().entrySet().stream()
                .filter(entry ->
                        editions.getOrDefault(entry.getValue(), List.of()).isEmpty())
                .toList();
        var unnamed = governing.stream()
                .flatMap(requirement -> requirement.mandatory().stream())
                .distinct()
                .map(StandardNumber::reference)
                .filter(mandatory -> !content.names(mandatory) && binds(mandatory))
                .toList();
        if (unusable.isEmpty() && unnamed.isEmpty()) {
            return;
        }
        var problem = new Problem(
                UNUSABLE_STANDARD,
                unnamed.isEmpty()
                        ? Text.of("%d 项标准未收录或不是现行标准", "%d standard(s) are unknown or not in force", unusable.size())
                        : Text.of(
                                "%d 项标准未收录或不是现行标准，%d 项强制性标准未列出",
                                "%d standard(s) are unknown or not in force, %d mandatory one(s) are not named",
                                unusable.size(),
                                unnamed.size()));
        unusable.forEach(entry -> explain(entry.getKey(), entry.getValue(), problem));
        unnamed.forEach(mandatory -> problem.with(
                "executes",
                "mandatory-not-named",
                Text.of(
                        "该产品须执行强制性标准 %s（标准化法第二十一条、第二十七条）",
                        "the mandatory standard %s binds this product (Standardization Law art. 21, 27)", mandatory)));
        throw problem;
    }

    /** A mandatory standard may have become a recommended one, or have ended, since the requirement was entered. */
    private boolean binds(StandardNumber mandatory) {
        return catalogue.inForce(mandatory, LegalDates.today(clock)).stream()
                .map(edition -> StandardNumber.of(edition.number()))
                .anyMatch(edition ->
                        edition.nature().filter(Nature.MANDATORY::equals).isPresent());
    }

    private void explain(String field, StandardNumber number, Problem problem) {
        var standard = catalogue.known(List.of(number)).get(number);
        var status = standard == null ? null : standard.status();
        if (status == null) {
            var near = joined(catalogue.candidates(number.designation(), Optional.of(number)));
            problem.with(
                    field,
                    "unknown-standard",
                    near.isEmpty()
                            ? Text.of("目录中没有 %s", "the catalogue does not hold %s", number)
                            : Text.of(
                                    "目录中没有 %s，是否为 %s",
                                    "the catalogue does not hold %s; did you mean %s", number, near));
            return;
        }
        var successors = joined(catalogue.successors(number));
        problem.with(
                field,
                "not-in-force",
                successors.isEmpty()
                        ? new Text(number + " " + status.zh(), number + " is " + status.en())
                        : new Text(
                                number + " " + status.zh() + "，替代它的是 " + successors,
                                number + " is " + status.en() + "; its successor is " + successors));
    }

    private static String joined(List<StandardRef> standards) {
        return standards.stream().map(StandardRef::number).collect(Collectors.joining(", "));
    }

    private void refuseOwnMethods(DeclaredContent content, List<Requirement> governing) {
        var problem = new Problem(
                OWN_TEST_METHOD,
                Text.of(
                        "检测方法应引用国家标准、行业标准或国际标准，没有的方可自行制定并说明（企业标准化促进办法第十二条）",
                        "a test method is one of a national, industry or international standard; only where there is none,"
                                + " an own one, with the reason (Measures for Promoting Enterprise Standardization, art. 12)"));
        var indicators = content.details().indicators();
        for (int i = 0; i < indicators.size(); i++) {
            var indicator = indicators.get(i);
            if (indicator.method().isPublished()) {
                continue;
            }
            var field = "indicators[" + i + "].";
            var published = requirements.publishedMethods(governing, indicator.name());
            if (!published.isEmpty()) {
                problem.with(
                        field + "testMethod",
                        "published-method-exists",
                        new Text(
                                indicator.name() + " 已有检测方法 " + String.join("、", published),
                                indicator.name() + " is tested after " + String.join(", ", published)));
            } else if (indicator.ownMethodReason() == null) {
                problem.with(
                        field + "ownMethodReason",
                        "required",
                        Text.of("须说明没有可引用的检测方法", "state that there is no published method"));
            }
        }
        if (!problem.violations().isEmpty()) {
            throw problem;
        }
    }

    private List<Shortfall> statedShortfalls(DeclaredContent content, List<Requirement> governing) {
        var indicators = content.details().indicators();
        var found = requirements.shortfalls(
                governing,
                IntStream.range(0, indicators.size())
                        .mapToObj(i -> indicators.get(i).declaredAt(i))
                        .toList());
        var statement = content.lowerStatement().orElse("");
        var unstated = found.stream().filter(one -> !one.isNamedIn(statement)).toList();
        if (!unstated.isEmpty()) {
            var problem = new Problem(
                    STATEMENT_REQUIRED,
                    Text.of(
                            "%d 项指标低于、少于推荐性标准或无法自动比较，须在 lowerStatement 中逐项说明（企业标准化促进办法第十四条）",
                            "%d indicator(s) are lower than the recommended standard, missing, or cannot be compared; name each in"
                                    + " lowerStatement (Measures for Promoting Enterprise Standardization, art. 14)",
                            unstated.size()));
            unstated.forEach(one -> problem.with(
                    one.field(), one.shortfall().kind().code(), one.shortfall().message()));
            throw problem;
        }
        return found.stream().map(FoundShortfall::shortfall).toList();
    }
}
