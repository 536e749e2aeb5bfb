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
import cn.quality.platform.problem.ProblemTypes;
import cn.quality.platform.problem.Text;
import cn.quality.standards.declarant.Declarant;
import cn.quality.standards.declarant.DeclarantService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Supplier;

/** Makes declarations public, changes and ends them. */
@ApplicationScoped
public class DeclarationService {

    static final ProblemType ENTERPRISE_CLOSED =
            new ProblemType(409, "enterprise-closed", Text.of("企业已注销", "The enterprise is closed"));
    static final ProblemType ALREADY_DECLARED =
            new ProblemType(409, "already-declared", Text.of("该标准已声明公开", "Already declared"));
    static final ProblemType FOREIGN_ENTERPRISE =
            new ProblemType(403, "foreign-enterprise", Text.of("不是本企业的声明", "Another enterprise's declaration"));

    private final DeclarationRepository declarations;
    private final DeclarantService declarants;
    private final DeclarationChecks checks;
    private final DeclarationHistory history;
    private final ActExecutor executor;
    private final Clock clock;

    DeclarationService(
            DeclarationRepository declarations,
            DeclarantService declarants,
            DeclarationChecks checks,
            DeclarationHistory history,
            ActExecutor executor,
            Clock clock) {
        this.declarations = declarations;
        this.declarants = declarants;
        this.checks = checks;
        this.history = history;
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
     * @throws Problem 409 {@code enterprise-closed}, {@code already-declared}; 422 as {@link DeclarationChecks#check}
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
        refuseClosed(uscc, declarant);
        declarations.publicOne(uscc, content.number()).ifPresent(DeclarationService::refuseSecond);
        var now = clock.instant();
        var declaration = new Declaration(Ids.next(), uscc, checks.check(content), now);
        var version = declaration.seal(now);
        declarations.persist(declaration);
        return ActResult.changed(declaration)
                .because("企业自我声明公开")
                .basedOn("标准化法 2017 art. 27")
                .completedBy(() -> record(version))
                .event(declaration.made(declarant).outbound());
    }

    private static void refuseClosed(UnifiedSocialCreditCode uscc, Optional<Declarant> declarant) {
        if (declarant.filter(Declarant::closed).isPresent()) {
            throw new Problem(
                    ENTERPRISE_CLOSED, Text.of("企业 %s 已注销，不能声明", "enterprise %s is closed and cannot declare", uscc));
        }
    }

    /** The version refers to its declaration. */
    private void record(DeclarationVersion version) {
        declarations.flush();
        history.record(version);
    }

    /**
     * Makes the declaration say something else of the same standard. All checks are made again: what was in force on the day of
     * declaring may not be today.
     *
     * @throws Problem 403 {@code foreign-enterprise}; 404; 409 {@code enterprise-closed}, {@code illegal-transition}; 412, 428;
     *     422 as {@link #declare}, {@code another-standard}
     */
    @Transactional
    void change(
            UnifiedSocialCreditCode uscc,
            UUID id,
            DeclaredContent content,
            Preconditions preconditions,
            NewDeclaration request) {
        perform(uscc, id, DeclarationAct.CHANGE, preconditions, request, (declaration, declarant) -> {
            refuseClosed(uscc, declarant);
            var now = clock.instant();
            declaration.requireChangeable(content);
            var checked = checks.check(content);
            if (declaration.says(checked)) {
                return ActResult.unchanged(declaration);
            }
            declaration.change(checked);
            return sealed(declaration, declarant, now).because("企业变更声明").basedOn("企业标准化促进办法 art. 15");
        });
    }

    /**
     * Ends a declaration because the enterprise says so.
     *
     * @throws Problem 403 {@code foreign-enterprise}; 404; 409 {@code illegal-transition}; 412, 428
     */
    @Transactional
    void withdraw(UnifiedSocialCreditCode uscc, UUID id, String reason, Preconditions preconditions, Object request) {
        perform(uscc, id, DeclarationAct.WITHDRAW, preconditions, request, (declaration, declarant) -> {
            var now = clock.instant();
            declaration.withdraw(reason, now);
            return sealed(declaration, declarant, now).because(reason).basedOn("企业标准化促进办法 art. 15");
        });
    }

    private void perform(
            UnifiedSocialCreditCode uscc,
            UUID id,
            DeclarationAct act,
            Preconditions preconditions,
            Object request,
            BiFunction<Declaration, Optional<Declarant>, ActResult<Declaration>> verb) {
        Supplier<Optional<Declarant>> declarant = () -> declarants.find(uscc);
        executor.perform(Act.on(
                        subject(declarant),
                        act.logged(),
                        () -> own(uscc, id),
                        declaration -> verb.apply(declaration, declarant.get()))
                .once(act.logged() + " " + id, preconditions, request)
                .upon(preconditions, Act.VersionCheck.REQUIRED));
    }

    private Declaration own(UnifiedSocialCreditCode uscc, UUID id) {
        declarations.lock(uscc);
        var declaration = declarations
                .findByIdOptional(id)
                .orElseThrow(() ->
                        new Problem(ProblemTypes.NOT_FOUND, Text.of("没有声明 %s", "there is no declaration %s", id)));
        if (!declaration.uscc().equals(uscc.value())) {
            throw new Problem(
                    FOREIGN_ENTERPRISE, Text.of("声明 %s 属于另一企业", "declaration %s belongs to another enterprise", id));
        }
        return declaration;
    }

    private ActResult<Declaration> sealed(Declaration declaration, Optional<Declarant> declarant, Instant now) {
        var version = declaration.seal(now);
        return ActResult.changed(declaration)
                .completedBy(() -> record(version))
                .event(declaration.changed(declarant).outbound());
    }

    private static void refuseSecond(Declaration first) {
        throw new Problem(
                        ALREADY_DECLARED,
                        Text.of("%s 已由声明 %s 公开", "%s is public by declaration %s", first.number(), first.id()))
                .with("standard.number", "already-declared", Text.of("见声明 %s", "see declaration %s", first.id()));
    }

    /** Ends every public declaration of an enterprise that was closed. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void abolishAllOf(Declarant closed) {
        declarations.lock(closed.uscc());
        var now = clock.instant();
        for (var declaration : declarations.publicOnes(closed.uscc())) {
            executor.perform(Act.on(
                    subject(() -> Optional.of(closed)), DeclarationAct.ABOLISH.logged(), () -> declaration, known -> {
                        known.abolish(now);
                        return sealed(known, Optional.of(closed), now)
                                .because("企业注销")
                                .basedOn("企业标准化促进办法 art. 15");
                    }));
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
