package cn.quality.standards.declaration;

import cn.quality.platform.act.Act;
import cn.quality.platform.act.ActExecutor;
import cn.quality.platform.act.ActResult;
import cn.quality.platform.act.ActSubject;
import cn.quality.platform.http.Preconditions;
import cn.quality.platform.id.Ids;
import cn.quality.platform.identifiers.UnifiedSocialCreditCode;
import cn.quality.platform.problem.Problem;
import cn.quality.platform.problem.ProblemType;
import cn.quality.platform.problem.Text;
import cn.quality.standards.catalogue.StandardLookup;
import cn.quality.standards.catalogue.StandardRef;
import cn.quality.standards.catalogue.Status;
import cn.quality.standards.declarant.Declarant;
import cn.quality.standards.declarant.DeclarantService;
import cn.quality.standards.number.StandardNumber;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Makes declarations public and ends them. */
@ApplicationScoped
public class DeclarationService {

    static final ProblemType UNUSABLE_STANDARD =
            new ProblemType(422, "unusable-standard", Text.of("所执行的标准不可用", "A standard cannot be followed"));
    static final ProblemType ENTERPRISE_CLOSED =
            new ProblemType(409, "enterprise-closed", Text.of("企业已注销", "The enterprise is closed"));
    static final ProblemType ALREADY_DECLARED =
            new ProblemType(409, "already-declared", Text.of("该标准已声明公开", "Already declared"));

    private final DeclarationRepository declarations;
    private final DeclarantService declarants;
    private final StandardLookup catalogue;
    private final ActExecutor executor;
    private final Clock clock;

    DeclarationService(
            DeclarationRepository declarations,
            DeclarantService declarants,
            StandardLookup catalogue,
            ActExecutor executor,
            Clock clock) {
        this.declarations = declarations;
        this.declarants = declarants;
        this.catalogue = catalogue;
        this.executor = executor;
        this.clock = clock;
    }

    /**
     * Makes a declaration public. An enterprise whose own event has not come yet may declare: its code is proven by the
     * token, its name follows.
     *
     * @param preconditions with the caller's {@code Idempotency-Key}
     * @param request as sent, to compare with an earlier request under the same key
     * @return identifier of the declaration this or the first such request made
     * @throws Problem 409 {@code enterprise-closed}, {@code already-declared}; 422 {@code unusable-standard} naming each
     */
    @Transactional
    UUID declare(
            UnifiedSocialCreditCode uscc,
            DeclaredContent content,
            Preconditions preconditions,
            NewDeclaration request) {
        var act = Act.making(
                        subject(() -> declarants.find(uscc)),
                        DeclarationAct.DECLARE.logged(),
                        () -> make(uscc, content))
                .once(preconditions, request);
        return executor.perform(act).id();
    }

    private ActResult<Declaration> make(UnifiedSocialCreditCode uscc, DeclaredContent content) {
        declarations.lock(uscc);
        var declarant = declarants.find(uscc);
        if (declarant.filter(Declarant::closed).isPresent()) {
            throw new Problem(
                    ENTERPRISE_CLOSED, Text.of("企业 %s 已注销，不能声明", "enterprise %s is closed and cannot declare", uscc));
        }
        declarations.publicOne(uscc, content.number()).ifPresent(DeclarationService::refuseSecond);
        var declaration = new Declaration(Ids.next(), uscc, heldAgainstCatalogue(content), clock.instant());
        declarations.persist(declaration);
        return ActResult.changed(declaration)
                .because("企业自我声明公开")
                .basedOn("标准化法 2017 art. 27")
                .event(declaration.made(declarant).outbound());
    }

    private static void refuseSecond(Declaration first) {
        throw new Problem(
                        ALREADY_DECLARED,
                        Text.of("%s 已由声明 %s 公开", "%s is public by declaration %s", first.number(), first.id()))
                .with("standard.number", "already-declared", Text.of("见声明 %s", "see declaration %s", first.id()));
    }

    /** The content with the official title, once everything it follows proved to be known and in force. */
    private DeclaredContent heldAgainstCatalogue(DeclaredContent content) {
        var wanted = content.toBeInForce();
        var known = catalogue.known(wanted.values());
        var unusable = new ArrayList<Map.Entry<String, StandardNumber>>();
        for (var entry : wanted.entrySet()) {
            if (!inForce(known.get(entry.getValue()))) {
                unusable.add(entry);
            }
        }
        if (!unusable.isEmpty()) {
            var problem = new Problem(
                    UNUSABLE_STANDARD,
                    Text.of("%d 项标准未收录或不是现行标准", "%d standard(s) are unknown or not in force", unusable.size()));
            unusable.forEach(entry -> explain(entry.getKey(), entry.getValue(), known, problem));
            throw problem;
        }
        var official = known.get(content.number());
        return official == null || official.titleZh() == null ? content : content.titled(official.titleZh());
    }

    private static boolean inForce(@Nullable StandardRef standard) {
        return standard != null && standard.status() == Status.IN_FORCE;
    }

    private void explain(String field, StandardNumber number, Map<StandardNumber, StandardRef> known, Problem problem) {
        var standard = known.get(number);
        var status = standard == null ? null : standard.status();
        if (status == null) {
            var near = catalogue.candidates(number.designation(), Optional.of(number)).stream()
                    .map(StandardRef::number)
                    .collect(Collectors.joining(", "));
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
        var successors =
                catalogue.successors(number).stream().map(StandardRef::number).collect(Collectors.joining(", "));
        problem.with(
                field,
                "not-in-force",
                successors.isEmpty()
                        ? new Text(number + " " + status.zh(), number + " is " + status.en())
                        : new Text(
                                number + " " + status.zh() + "，替代它的是 " + successors,
                                number + " is " + status.en() + "; its successor is " + successors));
    }

    /** Ends every public declaration of an enterprise that was closed. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void abolishAllOf(Declarant closed) {
        declarations.lock(closed.uscc());
        var now = clock.instant();
        for (var declaration : declarations.publicOnes(closed.uscc())) {
            executor.perform(Act.on(
                    subject(() -> Optional.of(closed)),
                    DeclarationAct.ABOLISH.logged(),
                    () -> declaration,
                    known -> ActResult.changed(known)
                            .because("企业注销")
                            .basedOn("企业标准化促进办法 art. 15")
                            .event(known.abolish(closed, now).outbound())));
        }
    }

    /** How many of the enterprise's declarations are public. */
    public long countPublic(UnifiedSocialCreditCode uscc) {
        return declarations.countPublic(uscc);
    }

    /** A declaration is logged with what is known of its declarant. */
    private static ActSubject<Declaration> subject(Supplier<Optional<Declarant>> declarant) {
        return ActSubject.of(
                "declaration",
                Declaration::id,
                Declaration::revision,
                declaration -> declaration.snapshot(declarant.get()));
    }
}
