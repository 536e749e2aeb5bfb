package cn.quality.credit.listing;

import static cn.quality.credit.listing.ListingPolicy.*;
import static cn.quality.credit.listing.ListingState.*;

import cn.quality.platform.problem.Text;
import cn.quality.platform.transition.Transition;
import cn.quality.platform.transition.TransitionTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The table of all moves of an entry, one for each list. What is not a row here cannot happen. */
final class ListingTransitions {

    /**
     * A row, and the list on which it exists.
     *
     * @param only none for both lists
     */
    record Row(
            Optional<ListKind> only,
            Transition<ListingState, ListingAct, ListingPolicy, ListingDeadline, ListingEvent.Kind> move) {

        private Row requires(ListingPolicy... policies) {
            return new Row(only, move.requires(policies));
        }

        private Row ends(ListingDeadline... deadlines) {
            return new Row(only, move.ends(deadlines));
        }

        private Row starts(ListingDeadline... deadlines) {
            return new Row(only, move.starts(deadlines));
        }

        private Row on(ListKind kind) {
            return new Row(Optional.of(kind), move);
        }

        boolean existsOn(ListKind kind) {
            return only.isEmpty() || only.get() == kind;
        }
    }

    /** Every row, in the order of the documentation. */
    static final List<Row> ROWS = Stream.of(
                    preparation(), blackPath(), redPath(), onTheList(), reorganisation(), afterwards())
            .flatMap(List::stream)
            .toList();

    private static final Map<
                    ListKind,
                    TransitionTable<ListingState, ListingAct, ListingPolicy, ListingDeadline, ListingEvent.Kind>>
            TABLES = Stream.of(ListKind.values())
                    .collect(Collectors.toUnmodifiableMap(
                            Function.identity(),
                            kind -> new TransitionTable<>(
                                    new Text("条目", "The entry"),
                                    ROWS.stream()
                                            .filter(row -> row.existsOn(kind))
                                            .map(Row::move)
                                            .toList())));

    private ListingTransitions() {}

    /** The table of one list. */
    static TransitionTable<ListingState, ListingAct, ListingPolicy, ListingDeadline, ListingEvent.Kind> of(
            ListKind kind) {
        return Objects.requireNonNull(TABLES.get(kind));
    }

    /** Acts that change what the public sees: they hold the version of the lists. */
    static Set<ListingAct> changingTheList() {
        return ROWS.stream()
                .map(Row::move)
                .filter(ListingTransitions::changesTheList)
                .map(Transition::act)
                .collect(Collectors.toSet());
    }

    /** Whether the public sees the difference. */
    static boolean changesTheList(Transition<ListingState, ?, ?, ?, ?> move) {
        return move.from().map(ListingState::isDisplayed).orElse(false)
                != move.to().isDisplayed();
    }

    private static List<Row> preparation() {
        return List.of(
                // An entry begins as a draft.
                new Row(Optional.empty(), Transition.opening(ListingAct.DRAFT, DRAFT, ListingEvent.Kind.DRAFTED))
                        .requires(
                                OWN_REGION,
                                ENTERPRISE_EXISTS,
                                LEGAL_BASIS_KNOWN,
                                LEGAL_BASIS_IN_FORCE,
                                LEGAL_BASIS_SUPPORTS_THE_LIST,
                                CONDUCT_CLASSED,
                                MINOR_ONLY_FOR_MINOR_PENALTIES,
                                NOT_ABOVE_THE_MINOR_CLASS,
                                SERIOUS_BY_FIELD,
                                WARNING_ONLY_NOT_SHOWN,
                                LEGAL_BASIS_CARRIES_THE_SEVERITY,
                                NO_PERSONAL_DATA_IN_PUBLIC,
                                DATES_IN_ORDER,
                                CLASS_IS_PUBLISHED,
                                SUBJECT_IS_PUBLISHED,
                                TERM_NOT_OVER,
                                ONE_ENTRY_PER_DECISION,
                                NO_HONOUR_FOR_THE_BLACK_LISTED),
                row(DRAFT, ListingAct.REVISE, DRAFT, ListingEvent.Kind.REVISED)
                        .requires(
                                OWN_REGION,
                                FOUR_EYES,
                                LEGAL_BASIS_KNOWN,
                                LEGAL_BASIS_IN_FORCE,
                                LEGAL_BASIS_SUPPORTS_THE_LIST,
                                CONDUCT_CLASSED,
                                MINOR_ONLY_FOR_MINOR_PENALTIES,
                                NOT_ABOVE_THE_MINOR_CLASS,
                                SERIOUS_BY_FIELD,
                                WARNING_ONLY_NOT_SHOWN,
                                LEGAL_BASIS_CARRIES_THE_SEVERITY,
                                NO_PERSONAL_DATA_IN_PUBLIC,
                                DATES_IN_ORDER,
                                CLASS_IS_PUBLISHED,
                                SUBJECT_IS_PUBLISHED,
                                TERM_NOT_OVER,
                                ONE_ENTRY_PER_DECISION,
                                NO_HONOUR_FOR_THE_BLACK_LISTED),
                row(DRAFT, ListingAct.REJECT, REJECTED, ListingEvent.Kind.REJECTED)
                        .requires(OWN_REGION, FOUR_EYES));
    }

    /** 黑榜: review, notice, defence, consent of the next level where the law asks for it, decision, service, publication. */
    private static List<Row> blackPath() {
        var rows = new ArrayList<Row>();
        rows.add(row(DRAFT, ListingAct.SUBMIT, LEGAL_REVIEW, ListingEvent.Kind.SUBMITTED)
                .on(ListKind.BLACK)
                .requires(OWN_REGION, FOUR_EYES));
        rows.add(row(LEGAL_REVIEW, ListingAct.SEND_BACK, DRAFT, ListingEvent.Kind.SENT_BACK)
                .requires(OWN_REGION, FOUR_EYES));
        rows.add(row(LEGAL_REVIEW, ListingAct.SERVE_NOTICE, NOTICE_SERVED, ListingEvent.Kind.NOTICE_SERVED)
                .requires(OWN_REGION, FOUR_EYES, ENTERPRISE_EXISTS, DATES_IN_ORDER)
                .starts(ListingDeadline.DEFENCE));
        rows.add(row(NOTICE_SERVED, ListingAct.RECEIVE_DEFENCE, DEFENCE_RECEIVED, ListingEvent.Kind.DEFENCE_RECEIVED)
                .requires(OWN_REGION_OR_OWN_ENTRY, DATES_IN_ORDER, DEFENCE_IN_TIME)
                .ends(ListingDeadline.DEFENCE));
        rows.add(row(NOTICE_SERVED, ListingAct.LAPSE_DEFENCE, DEFENCE_LAPSED, ListingEvent.Kind.DEFENCE_LAPSED)
                .requires(OWN_REGION, DEFENCE_TERM_OVER)
                .ends(ListingDeadline.DEFENCE));
        for (var heard : List.of(DEFENCE_RECEIVED, DEFENCE_LAPSED)) {
            rows.add(row(heard, ListingAct.CONSENT, UPPER_CONSENT, ListingEvent.Kind.CONSENT_GIVEN)
                    .requires(OWN_REGION, FOUR_EYES, DATES_IN_ORDER, CONSENT_COMES_FROM_ABOVE));
        }
        for (var ripe : List.of(NOTICE_SERVED, DEFENCE_RECEIVED, DEFENCE_LAPSED, UPPER_CONSENT)) {
            rows.add(row(ripe, ListingAct.DECIDE, DECIDED, ListingEvent.Kind.DECIDED)
                    .requires(
                            OWN_REGION,
                            FOUR_EYES,
                            ENTERPRISE_EXISTS,
                            LEGAL_BASIS_KNOWN,
                            LEGAL_BASIS_IN_FORCE,
                            LEGAL_BASIS_SUPPORTS_THE_LIST,
                            MINOR_ONLY_FOR_MINOR_PENALTIES,
                            NOT_ABOVE_THE_MINOR_CLASS,
                            SERIOUS_BY_FIELD,
                            WARNING_ONLY_NOT_SHOWN,
                            LEGAL_BASIS_CARRIES_THE_SEVERITY,
                            DEFENCE_HEARD,
                            DEFENCE_ANSWERED,
                            INTENT_NOT_DISPROVED,
                            UPPER_CONSENT_GIVEN,
                            CONSENT_COMES_FROM_ABOVE,
                            DECISION_DOCUMENT_COMPLETE,
                            NO_PERSONAL_DATA_IN_PUBLIC,
                            DATES_IN_ORDER,
                            RESPONSIBLE_PERSON_NAMED,
                            CLASS_IS_PUBLISHED,
                            SUBJECT_IS_PUBLISHED,
                            TERM_NOT_OVER,
                            ONE_ENTRY_PER_DECISION)
                    .ends(ListingDeadline.DEFENCE)
                    .starts(ListingDeadline.PUBLICATION));
        }
        rows.add(row(DECIDED, ListingAct.SERVE_DECISION, SERVED, ListingEvent.Kind.DECISION_SERVED)
                .requires(OWN_REGION, FOUR_EYES, DATES_IN_ORDER, REPAIR_NOTICE_SERVED_WITH_IT));
        for (var ready : List.of(SERVED, REPAIR_REVOKED)) {
            rows.add(row(ready, ListingAct.PUBLISH, PUBLISHED, ListingEvent.Kind.PUBLISHED)
                    .requires(
                            OWN_REGION,
                            FOUR_EYES,
                            ENTERPRISE_EXISTS,
                            LEGAL_BASIS_KNOWN,
                            LEGAL_BASIS_IN_FORCE,
                            LEGAL_BASIS_SUPPORTS_THE_LIST,
                            LEGAL_BASIS_CARRIES_THE_SEVERITY,
                            DECISION_DOCUMENT_COMPLETE,
                            NO_PERSONAL_DATA_IN_PUBLIC,
                            CLASS_IS_PUBLISHED,
                            WARNING_ONLY_NOT_SHOWN,
                            SUBJECT_IS_PUBLISHED,
                            TERM_NOT_OVER,
                            ONE_ENTRY_PER_DECISION)
                    .ends(ListingDeadline.PUBLICATION)
                    .starts(
                            ListingDeadline.REPAIR_POSSIBLE,
                            ListingDeadline.DISPLAY,
                            ListingDeadline.CREDIT_CHINA_DISPLAY));
        }
        // Decided, and yet not to be published: nothing may wait for a publication that cannot be.
        for (var unpublished : List.of(DECIDED, SERVED, REPAIR_REVOKED)) {
            rows.add(row(unpublished, ListingAct.CLOSE, CLOSED, ListingEvent.Kind.CLOSED)
                    .requires(OWN_REGION, FOUR_EYES)
                    .ends(ListingDeadline.PUBLICATION));
            rows.add(row(unpublished, ListingAct.REVOKE_BASIS, CLOSED, ListingEvent.Kind.CLOSED)
                    .requires(OWN_REGION, FOUR_EYES, DATES_IN_ORDER)
                    .ends(ListingDeadline.PUBLICATION, ListingDeadline.FRAUD_DECISION_DISPLAY));
        }
        for (var undecided :
                List.of(LEGAL_REVIEW, NOTICE_SERVED, DEFENCE_RECEIVED, DEFENCE_LAPSED, UPPER_CONSENT, DECIDED)) {
            rows.add(row(undecided, ListingAct.REJECT, REJECTED, ListingEvent.Kind.REJECTED)
                    .requires(OWN_REGION, FOUR_EYES)
                    .ends(ListingDeadline.DEFENCE, ListingDeadline.PUBLICATION));
        }
        return rows;
    }

    /** 红榜: review, public notice, publication. */
    private static List<Row> redPath() {
        return List.of(
                row(DRAFT, ListingAct.SUBMIT, REVIEW, ListingEvent.Kind.SUBMITTED)
                        .on(ListKind.RED)
                        .requires(OWN_REGION, FOUR_EYES),
                row(REVIEW, ListingAct.SEND_BACK, DRAFT, ListingEvent.Kind.SENT_BACK)
                        .requires(OWN_REGION, FOUR_EYES),
                row(REVIEW, ListingAct.ANNOUNCE, PUBLIC_NOTICE, ListingEvent.Kind.ANNOUNCED)
                        .requires(
                                OWN_REGION,
                                FOUR_EYES,
                                ENTERPRISE_EXISTS,
                                NO_PERSONAL_DATA_IN_PUBLIC,
                                DATES_IN_ORDER,
                                SUBJECT_IS_PUBLISHED,
                                NO_HONOUR_FOR_THE_BLACK_LISTED)
                        .starts(ListingDeadline.PUBLIC_NOTICE),
                row(PUBLIC_NOTICE, ListingAct.PUBLISH, PUBLISHED, ListingEvent.Kind.PUBLISHED)
                        .requires(
                                OWN_REGION,
                                FOUR_EYES,
                                ENTERPRISE_EXISTS,
                                LEGAL_BASIS_KNOWN,
                                LEGAL_BASIS_IN_FORCE,
                                LEGAL_BASIS_SUPPORTS_THE_LIST,
                                DECISION_DOCUMENT_COMPLETE,
                                NO_PERSONAL_DATA_IN_PUBLIC,
                                PUBLIC_NOTICE_OVER,
                                NO_NOTICE_OBJECTION_UPHELD,
                                NOTICE_OBJECTIONS_ANSWERED,
                                SUBJECT_IS_PUBLISHED,
                                TERM_NOT_OVER,
                                ONE_ENTRY_PER_DECISION,
                                NO_HONOUR_FOR_THE_BLACK_LISTED)
                        .ends(ListingDeadline.PUBLIC_NOTICE)
                        .starts(ListingDeadline.DISPLAY),
                row(
                                PUBLIC_NOTICE,
                                ListingAct.ANSWER_NOTICE_OBJECTION,
                                PUBLIC_NOTICE,
                                ListingEvent.Kind.NOTICE_OBJECTION_ANSWERED)
                        .requires(OWN_REGION, FOUR_EYES),
                row(REVIEW, ListingAct.REJECT, REJECTED, ListingEvent.Kind.REJECTED)
                        .requires(OWN_REGION, FOUR_EYES),
                row(PUBLIC_NOTICE, ListingAct.REJECT, REJECTED, ListingEvent.Kind.REJECTED)
                        .requires(OWN_REGION, FOUR_EYES)
                        .ends(ListingDeadline.PUBLIC_NOTICE));
    }

    /**
     * 临时修复 (总局令第107号 art. 22): while a plan of reorganisation or a settlement is carried out the entry is not shown. Its term
     * runs on; if the plan fails it is shown for what is left of it, and if it succeeds the repair is for good.
     */
    private static List<Row> reorganisation() {
        var rows = new ArrayList<Row>();
        rows.add(row(PUBLISHED, ListingAct.FILE_COURT_RULING, PUBLISHED, ListingEvent.Kind.COURT_RULING_FILED)
                .on(ListKind.BLACK)
                .requires(OWN_ENTRY, DATES_IN_ORDER, NO_RULING_PENDING)
                .starts(ListingDeadline.TEMPORARY_REPAIR));
        rows.add(row(
                        PUBLISHED,
                        ListingAct.REFUSE_TEMPORARY_REPAIR,
                        PUBLISHED,
                        ListingEvent.Kind.TEMPORARY_REPAIR_REFUSED)
                .on(ListKind.BLACK)
                .requires(OWN_REGION, FOUR_EYES, COURT_RULING_FILED)
                .ends(ListingDeadline.TEMPORARY_REPAIR));
        rows.add(row(PUBLISHED, ListingAct.GRANT_TEMPORARY_REPAIR, TEMPORARILY_REPAIRED, ListingEvent.Kind.REPAIRED)
                .on(ListKind.BLACK)
                .requires(OWN_REGION, FOUR_EYES, COURT_RULING_FILED)
                .ends(ListingDeadline.TEMPORARY_REPAIR)
                .starts(ListingDeadline.LIFTING));
        rows.add(row(TEMPORARILY_REPAIRED, ListingAct.RESUME_DISPLAY, PUBLISHED, ListingEvent.Kind.PUBLISHED)
                .requires(OWN_REGION, FOUR_EYES, ENTERPRISE_EXISTS, DATES_IN_ORDER, SUBJECT_IS_PUBLISHED, TERM_NOT_OVER)
                .ends(ListingDeadline.LIFTING));
        rows.add(row(
                        TEMPORARILY_REPAIRED,
                        ListingAct.LIFT_MEASURES,
                        TEMPORARILY_REPAIRED,
                        ListingEvent.Kind.MEASURES_LIFTED)
                .requires(OWN_REGION, FOUR_EYES, MEASURES_STILL_STAND, DATES_IN_ORDER)
                .ends(ListingDeadline.LIFTING));
        rows.add(off(
                        ListingAct.REVOKE_BASIS,
                        BASIS_REVOKED,
                        ListingEvent.Kind.WITHDRAWN,
                        OWN_REGION,
                        FOUR_EYES,
                        DATES_IN_ORDER)
                .starts(ListingDeadline.WITHDRAWAL));
        rows.add(off(
                ListingAct.CONFIRM_REORGANISATION,
                REPAIRED,
                ListingEvent.Kind.REPAIRED,
                OWN_REGION,
                FOUR_EYES,
                DATES_IN_ORDER,
                COMPLETED_PLAN_REPAIRS,
                NO_LAW_SAYS_OTHERWISE));
        rows.add(off(ListingAct.WITHDRAW, WITHDRAWN, ListingEvent.Kind.WITHDRAWN, OWN_REGION));
        rows.add(off(ListingAct.EXPIRE, EXPIRED, ListingEvent.Kind.EXPIRED, DISPLAY_TERM_OVER));
        rows.add(off(ListingAct.END_WITH_ENTERPRISE, WITHDRAWN, ListingEvent.Kind.WITHDRAWN, ENTERPRISE_DEREGISTERED));
        return rows;
    }

    /**
     * A row by which an entry that is not shown for the time being ends for good: only its measures may still have to be lifted,
     * which has been owed since it was taken off.
     */
    private static Row off(ListingAct act, ListingState to, ListingEvent.Kind event, ListingPolicy... policies) {
        return row(TEMPORARILY_REPAIRED, act, to, event)
                .requires(policies)
                .ends(Stream.of(ListingDeadline.values())
                        .filter(deadline -> deadline != ListingDeadline.LIFTING)
                        .toArray(ListingDeadline[]::new));
    }

    /** What can happen while an entry stands on the list. */
    private static List<Row> onTheList() {
        var rows = new ArrayList<Row>();
        rows.add(row(PUBLISHED, ListingAct.RAISE_OBJECTION, OBJECTION_OPEN, ListingEvent.Kind.OBJECTED)
                .requires(OWN_ENTRY)
                .starts(ListingDeadline.OBJECTION));
        rows.add(row(OBJECTION_OPEN, ListingAct.REFER_OBJECTION, OBJECTION_OPEN, ListingEvent.Kind.OBJECTION_REFERRED)
                .requires(OWN_REGION, FOUR_EYES)
                .ends(ListingDeadline.OBJECTION)
                .starts(ListingDeadline.OBJECTION));
        rows.add(row(OBJECTION_OPEN, ListingAct.DISMISS_OBJECTION, PUBLISHED, ListingEvent.Kind.OBJECTION_DISMISSED)
                .requires(OWN_REGION, FOUR_EYES)
                .ends(ListingDeadline.OBJECTION));
        rows.add(leaving(OBJECTION_OPEN, ListingAct.UPHOLD_OBJECTION, WITHDRAWN, ListingEvent.Kind.WITHDRAWN)
                .requires(OWN_REGION, FOUR_EYES));
        rows.add(row(PUBLISHED, ListingAct.APPLY_FOR_REPAIR, REPAIR_APPLIED, ListingEvent.Kind.REPAIR_APPLIED)
                .on(ListKind.BLACK)
                .requires(
                        OWN_ENTRY,
                        PENALTY_CAN_BE_REPAIRED,
                        REPAIR_TERM_REACHED,
                        CORRECTION_PROVEN,
                        NO_PERSONAL_DATA_IN_PUBLIC)
                .starts(ListingDeadline.REPAIR_ACCEPTANCE));
        rows.add(row(REPAIR_APPLIED, ListingAct.ACCEPT_REPAIR, REPAIR_ACCEPTED, ListingEvent.Kind.REPAIR_ACCEPTED)
                .requires(OWN_REGION, FOUR_EYES)
                .ends(ListingDeadline.REPAIR_ACCEPTANCE)
                .starts(ListingDeadline.REPAIR_DECISION));
        rows.add(row(REPAIR_APPLIED, ListingAct.DECLINE_REPAIR, PUBLISHED, ListingEvent.Kind.REPAIR_DECLINED)
                .requires(OWN_REGION, FOUR_EYES)
                .ends(ListingDeadline.REPAIR_ACCEPTANCE));
        rows.add(row(REPAIR_ACCEPTED, ListingAct.EXTEND_REPAIR, REPAIR_ACCEPTED, ListingEvent.Kind.REPAIR_EXTENDED)
                .requires(OWN_REGION, FOUR_EYES, REPAIR_NOT_EXTENDED_BEFORE, REPAIR_DECISION_NOT_OVERDUE)
                .ends(ListingDeadline.REPAIR_DECISION)
                .starts(ListingDeadline.REPAIR_DECISION_EXTENDED));
        rows.add(row(REPAIR_ACCEPTED, ListingAct.REFUSE_REPAIR, PUBLISHED, ListingEvent.Kind.REPAIR_REFUSED)
                .requires(OWN_REGION, FOUR_EYES)
                .ends(ListingDeadline.REPAIR_DECISION, ListingDeadline.REPAIR_DECISION_EXTENDED));
        rows.add(leaving(REPAIR_ACCEPTED, ListingAct.GRANT_REPAIR, REPAIRED, ListingEvent.Kind.REPAIRED)
                .requires(OWN_REGION, FOUR_EYES, NO_NEW_PENALTY_OF_THE_KIND, NO_NEW_HEAVY_PENALTY));
        for (var displayed : Stream.of(ListingState.values())
                .filter(ListingState::isDisplayed)
                .toList()) {
            rows.add(row(displayed, ListingAct.ADD_STATEMENT, displayed, ListingEvent.Kind.STATED)
                    .requires(OWN_ENTRY, NO_PERSONAL_DATA_IN_PUBLIC));
            rows.add(leaving(displayed, ListingAct.REVOKE_BASIS, BASIS_REVOKED, ListingEvent.Kind.WITHDRAWN)
                    .requires(OWN_REGION, FOUR_EYES, DATES_IN_ORDER)
                    .starts(ListingDeadline.WITHDRAWAL));
            rows.add(leaving(displayed, ListingAct.WITHDRAW, WITHDRAWN, ListingEvent.Kind.WITHDRAWN)
                    .requires(OWN_REGION));
            rows.add(leaving(displayed, ListingAct.EXPIRE, EXPIRED, ListingEvent.Kind.EXPIRED)
                    .ends(allButTheFraud())
                    .requires(DISPLAY_TERM_OVER));
            rows.add(leaving(displayed, ListingAct.END_WITH_ENTERPRISE, WITHDRAWN, ListingEvent.Kind.WITHDRAWN)
                    .requires(ENTERPRISE_DEREGISTERED));
        }
        return rows;
    }

    /** What remains to be done once the entry is off the list, and the ways back: after fraud, and after a wrong black entry. */
    private static List<Row> afterwards() {
        var rows = new ArrayList<Row>();
        rows.add(row(BASIS_REVOKED, ListingAct.WITHDRAW, WITHDRAWN, ListingEvent.Kind.WITHDRAWN)
                .requires(OWN_REGION)
                .ends(ListingDeadline.WITHDRAWAL)
                .starts(ListingDeadline.LIFTING));
        for (var ended : List.of(WITHDRAWN, REPAIRED, EXPIRED)) {
            rows.add(row(ended, ListingAct.LIFT_MEASURES, ended, ListingEvent.Kind.MEASURES_LIFTED)
                    .on(ListKind.BLACK)
                    .requires(OWN_REGION, FOUR_EYES, MEASURES_STILL_STAND, DATES_IN_ORDER)
                    .ends(ListingDeadline.LIFTING));
            rows.add(row(ended, ListingAct.ARCHIVE, ARCHIVED, ListingEvent.Kind.ARCHIVED)
                    .requires(OWN_REGION, FOUR_EYES, SHARING_STOPPED, MEASURES_LIFTED));
        }
        for (var displaced : List.of(WITHDRAWN, ARCHIVED)) {
            rows.add(row(displaced, ListingAct.REINSTATE, PUBLISHED, ListingEvent.Kind.PUBLISHED)
                    .on(ListKind.RED)
                    .requires(
                            OWN_REGION,
                            FOUR_EYES,
                            DISPLACED_WRONGLY,
                            ENTERPRISE_EXISTS,
                            LEGAL_BASIS_KNOWN,
                            LEGAL_BASIS_SUPPORTS_THE_LIST,
                            SUBJECT_IS_PUBLISHED,
                            TERM_NOT_OVER,
                            ONE_ENTRY_PER_DECISION,
                            NO_HONOUR_FOR_THE_BLACK_LISTED)
                    .starts(ListingDeadline.DISPLAY));
        }
        for (var repaired : List.of(REPAIRED, ARCHIVED)) {
            rows.add(row(repaired, ListingAct.RESTORE, REPAIR_REVOKED, ListingEvent.Kind.REPAIR_REVOKED)
                    .on(ListKind.BLACK)
                    .requires(OWN_REGION, FOUR_EYES, ENDED_BY_REPAIR, DATES_IN_ORDER, TERM_NOT_OVER)
                    .ends(ListingDeadline.LIFTING)
                    .starts(ListingDeadline.PUBLICATION, ListingDeadline.FRAUD_DECISION_DISPLAY));
        }
        return rows;
    }

    /** An entry that ends by itself was right: that its repair was obtained by fraud stays public for the whole of its term. */
    private static ListingDeadline[] allButTheFraud() {
        return Stream.of(ListingDeadline.values())
                .filter(deadline -> deadline != ListingDeadline.FRAUD_DECISION_DISPLAY)
                .toArray(ListingDeadline[]::new);
    }

    /** A row by which an entry leaves the list: every deadline that was running for it ends. */
    private static Row leaving(ListingState from, ListingAct act, ListingState to, ListingEvent.Kind event) {
        return row(from, act, to, event).ends(ListingDeadline.values()).starts(ListingDeadline.LIFTING);
    }

    private static Row row(ListingState from, ListingAct act, ListingState to, ListingEvent.Kind event) {
        return new Row(Optional.empty(), Transition.of(from, act, to, event));
    }
}
