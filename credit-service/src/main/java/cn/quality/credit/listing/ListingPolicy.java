package cn.quality.credit.listing;

import cn.quality.credit.rules.LegalBasis;
import cn.quality.credit.rules.ReferenceProblems;
import cn.quality.platform.problem.Problem;
import cn.quality.platform.problem.ProblemType;
import cn.quality.platform.problem.ProblemTypes;
import cn.quality.platform.problem.Text;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;

/** The reasons to refuse a move, by name. Each looks at the entry and the circumstances, and refuses or stays silent. */
enum ListingPolicy {

    /** County roles act only inside their region. */
    OWN_REGION((listing, now) -> refuseUnless(
            now.official().isCompetentIn(listing.region()),
            () -> new Problem(
                    ProblemTypes.FOREIGN_REGION,
                    Text.of("条目所在区划 %s 不在您的管辖范围", "The entry's region %s is not yours", listing.region())))),

    /** Whoever proposed or prepared an entry does not decide on it. */
    FOUR_EYES((listing, now) -> refuseUnless(
            !listing.wasPreparedBy(now.official().id()),
            () -> new Problem(
                    Types.SAME_PERSON,
                    Text.of(
                            "%s 参与了该条目的起草，须由另一人决定",
                            "%s prepared this entry; another person must decide on it",
                            now.official().id())))),

    /** An adverse list needs a law, a regulation or a central policy behind it (国办发〔2020〕49号); an honour its basis too. */
    LEGAL_BASIS_KNOWN((listing, now) -> refuseUnless(
            now.legalBasis().isPresent(), () -> ReferenceProblems.unknownLegalBasis(listing.legalBasis()))),

    /** In force when the decision was taken; today while there is no decision. */
    LEGAL_BASIS_IN_FORCE((listing, now) -> onBasis(
            now,
            basis -> refuseUnless(
                    basis.isInForceOn(listing.decisionDate().orElse(now.today())),
                    () -> new Problem(
                            Types.LEGAL_BASIS_NOT_IN_FORCE,
                            Text.of("%s 在决定之日不具效力", "%s was not in force on the day of the decision", basis.code()))))),

    /** The catalogue says which lists a basis can carry. */
    LEGAL_BASIS_SUPPORTS_THE_LIST((listing, now) -> onBasis(
            now,
            basis -> refuseUnless(
                    basis.supports(listing.kind().use()),
                    () -> new Problem(
                            Types.LEGAL_BASIS_UNSUITABLE,
                            Text.of(
                                    "%s 不能作为列入%s榜的依据",
                                    "%s does not support an entry on the %s list", basis.code(), listing.kind()))))),

    /** Publication carries out a decision, so there must be one, whole and already taken. */
    DECISION_DOCUMENT_COMPLETE((listing, now) -> {
        var missing = listing.decision().missingFor(listing.kind());
        var notYetTaken = listing.decisionDate().filter(now.today()::isBefore).isPresent();
        return refuseUnless(missing.isEmpty() && !notYetTaken, () -> {
            var problem = new Problem(
                    Types.MISSING_DECISION,
                    new Text("发布前须有完整并已作出的决定文书", "Publication needs a complete decision that has been taken"));
            missing.forEach(part ->
                    problem.with("decision." + part, "missing", new Text("决定文书缺少此项", "The decision lacks this part")));
            if (notYetTaken) {
                problem.with("decision.decidedOn", "future", new Text("决定日期晚于今天", "The decision is dated after today"));
            }
            return problem;
        });
    }),

    /** Expiry means stop publishing, so what has expired does not begin. */
    TERM_NOT_OVER((listing, now) -> refuseUnless(
            listing.isWithinTerm(now.today()),
            () -> new Problem(
                    Types.TERM_OVER, new Text("条目的有效期已满，不得发布", "The entry's term is over; it may not be published")))),

    /** An enterprise on the black list cannot be red. */
    NO_HONOUR_FOR_THE_BLACK_LISTED((listing, now) -> refuseUnless(
            listing.kind() != ListingKind.RED || !now.blackListed(),
            () -> new Problem(
                    Types.BLACK_LISTED,
                    Text.of(
                            "%s 在黑榜上，不能列入红榜",
                            "%s is on the black list and cannot be on the red list", listing.uscc()))));

    private final BiFunction<Listing, Circumstances, Optional<Problem>> rule;

    ListingPolicy(BiFunction<Listing, Circumstances, Optional<Problem>> rule) {
        this.rule = rule;
    }

    /** Why the move must not happen; empty when this policy has nothing against it. */
    Optional<Problem> refusal(Listing listing, Circumstances now) {
        return rule.apply(listing, now);
    }

    private static Optional<Problem> refuseUnless(boolean fine, Supplier<Problem> refusal) {
        return fine ? Optional.empty() : Optional.of(refusal.get());
    }

    /** An unknown basis is refused by its own policy. */
    private static Optional<Problem> onBasis(Circumstances now, Function<LegalBasis, Optional<Problem>> rule) {
        return now.legalBasis().flatMap(rule);
    }

    /** Stable codes of the refusals. */
    static final class Types {

        static final ProblemType SAME_PERSON =
                new ProblemType(403, "same-person", new Text("须由另一人办理", "Another person must do this"));
        static final ProblemType LEGAL_BASIS_NOT_IN_FORCE =
                new ProblemType(422, "legal-basis-not-in-force", new Text("设列依据无效力", "Legal basis not in force"));
        static final ProblemType LEGAL_BASIS_UNSUITABLE =
                new ProblemType(422, "legal-basis-unsuitable", new Text("设列依据不适用", "Legal basis unsuitable"));
        static final ProblemType MISSING_DECISION =
                new ProblemType(422, "missing-decision", new Text("决定文书不完整", "Decision document incomplete"));
        static final ProblemType TERM_OVER = new ProblemType(422, "term-over", new Text("有效期已满", "Term over"));
        static final ProblemType BLACK_LISTED =
                new ProblemType(409, "black-listed", new Text("企业在黑榜上", "The enterprise is black-listed"));

        private Types() {}
    }
}
