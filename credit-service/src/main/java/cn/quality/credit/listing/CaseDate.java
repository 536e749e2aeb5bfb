package cn.quality.credit.listing;

import cn.quality.platform.clock.LegalDates;
import cn.quality.platform.problem.Text;
import java.time.LocalDate;
import java.util.Optional;

/**
 * The legal dates of a case, each none while nothing on file has it. In which order they lie, {@link DateOrder} says.
 */
enum CaseDate {
    CONDUCT_ENDED(
            "conductEndedOn", new Text("行为终止", "the end of the conduct"), (entry, act, now) -> entry.conductEndedOn()),
    BAN_ENDS("banUntil", new Text("法定限制期届满", "the end of the statutory ban"), (entry, act, now) -> entry.banUntil()),
    NOTICE(
            "servedOn",
            new Text("送达事先告知", "the delivery of the prior notice"),
            (entry, act, now) -> entry.dated(CaseDocument.Kind.NOTICE)),
    DEFENCE("statedOn", new Text("收到陈述申辩", "the defence"), (entry, act, now) -> entry.dated(CaseDocument.Kind.DEFENCE)),
    /** The enterprise has the whole of its last day, so without a defence nothing is decided before the day after. */
    DEFENCE_TERM_OVER(
            "",
            new Text("陈述申辩期限届满次日", "the day after the term for the defence"),
            (entry, act, now) -> entry.latest(ListingDeadline.DEFENCE)
                    .filter(term -> !entry.has(CaseDocument.Kind.DEFENCE))
                    .map(term -> term.deadline().due().plusDays(1))),
    CONSENT(
            "consentedOn",
            new Text("上级同意", "the consent of the next level"),
            (entry, act, now) -> entry.dated(CaseDocument.Kind.CONSENT)),
    /** What a draft of the black path says of its decision binds nobody before the decision is taken. */
    DECISION(
            "decision.decidedOn",
            new Text("决定", "the decision"),
            (entry, act, now) -> entry.decisionDate().filter(day -> entry.isDecided() || comesWithADecision(act))),
    DELIVERY(
            "servedOn",
            new Text("送达决定", "the delivery of the decision"),
            (entry, act, now) -> entry.dated(CaseDocument.Kind.SERVICE)),
    PUBLIC_NOTICE(
            "announcedOn",
            new Text("公示开始", "the beginning of the public notice"),
            (entry, act, now) -> entry.dated(CaseDocument.Kind.PUBLIC_NOTICE)),
    PUBLIC_NOTICE_ENDS(
            "",
            new Text("公示期满", "the last day of the public notice"),
            (entry, act, now) -> entry.latest(ListingDeadline.PUBLIC_NOTICE)
                    .map(RunningDeadline::deadline)
                    .or(() -> entry.dated(CaseDocument.Kind.PUBLIC_NOTICE)
                            .flatMap(day -> ListingDeadline.PUBLIC_NOTICE.of(entry, day, now.rules())))
                    .map(deadline -> deadline.due())),
    REPAIR_APPLICATION(
            "",
            new Text("申请信用修复", "the application for repair"),
            (entry, act, now) -> entry.grantedRepair().map(repair -> LegalDates.on(repair.appliedAt()))),
    FRAUD_FINDING(
            "foundOn",
            new Text("认定弄虚作假", "the finding of fraud"),
            (entry, act, now) -> entry.dated(CaseDocument.Kind.FRAUD_FINDING)),
    ANNULMENT(
            "annulledOn",
            new Text("撤销决定", "the annulment of the decision"),
            (entry, act, now) -> entry.dated(CaseDocument.Kind.ANNULMENT)),
    /**
     * By its annulment a decision loses its effect at once, whenever that is recorded. What was repaired for the time being and
     * did not come back has ended, for its measures, with that repair.
     */
    END(
            "",
            new Text("条目终止", "the end of the entry"),
            (entry, act, now) -> entry.dated(CaseDocument.Kind.ANNULMENT)
                    .or(() -> entry.latest(ListingDeadline.LIFTING).map(RunningDeadline::startedOn))
                    .or(entry::endedOn)),
    LIFTING(
            "liftedOn",
            new Text("解除措施", "the lifting of the measures"),
            (entry, act, now) -> entry.dated(CaseDocument.Kind.LIFTING)),
    COURT_RULING(
            "ruledOn",
            new Text("法院裁定", "the court's ruling"),
            (entry, act, now) -> entry.dated(CaseDocument.Kind.COURT_RULING)),
    PLAN_COMPLETION(
            "completedOn",
            new Text("执行完毕", "the completion of the plan"),
            (entry, act, now) -> entry.dated(CaseDocument.Kind.PLAN_COMPLETION)),
    PLAN_TERMINATION(
            "terminatedOn",
            new Text("终止执行", "the termination of the plan"),
            (entry, act, now) -> entry.dated(CaseDocument.Kind.PLAN_TERMINATION)),
    TODAY("", new Text("今天", "today"), (entry, act, now) -> Optional.of(now.today()));

    /** Looks at the case once what came with the act is on file. */
    @FunctionalInterface
    private interface Finder {
        Optional<LocalDate> of(Listing entry, ListingAct act, DecisionContext now);
    }

    private final String field;
    private final Text text;
    private final Finder finder;

    CaseDate(String field, Text text, Finder finder) {
        this.field = field;
        this.text = text;
        this.finder = finder;
    }

    /** The field of a request that brings it; empty for a date that follows from others. */
    String field() {
        return field;
    }

    Text text() {
        return text;
    }

    Optional<LocalDate> of(Listing entry, ListingAct act, DecisionContext now) {
        return finder.of(entry, act, now);
    }

    private static boolean comesWithADecision(ListingAct act) {
        return switch (act) {
            case DRAFT, REVISE, DECIDE -> true;
            default -> false;
        };
    }
}
