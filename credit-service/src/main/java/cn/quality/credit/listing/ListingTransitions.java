package cn.quality.credit.listing;

import static cn.quality.credit.listing.ListingPolicy.*;
import static cn.quality.credit.listing.ListingState.*;

import cn.quality.platform.problem.Problem;
import cn.quality.platform.problem.ProblemType;
import cn.quality.platform.problem.Text;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The table of all moves of an entry. What is not a row here cannot happen. */
final class ListingTransitions {

    static final ProblemType ILLEGAL_TRANSITION =
            new ProblemType(409, "illegal-transition", new Text("当前状态不允许此操作", "Not possible in this state"));

    /**
     * One row.
     *
     * @param from the state it leaves; none for the row that begins an entry
     * @param only the list on which this row exists; none for both
     * @param event what the move makes known
     * @param policies asked in this order; the first refusal stops the move
     * @param ends the terms that were waiting for this
     * @param starts the terms that begin with it
     */
    record Transition(
            Optional<ListingState> from,
            ListingAct act,
            ListingState to,
            Optional<ListingKind> only,
            ListingEvent.Kind event,
            List<ListingPolicy> policies,
            List<ListingClock> ends,
            List<ListingClock> starts) {

        Transition unless(ListingPolicy... refusing) {
            return new Transition(from, act, to, only, event, List.of(refusing), ends, starts);
        }

        Transition ends(ListingClock... clocks) {
            return new Transition(from, act, to, only, event, policies, List.of(clocks), starts);
        }

        Transition starts(ListingClock... clocks) {
            return new Transition(from, act, to, only, event, policies, ends, List.of(clocks));
        }

        Transition on(ListingKind kind) {
            return new Transition(from, act, to, Optional.of(kind), event, policies, ends, starts);
        }

        boolean existsOn(ListingKind kind) {
            return only.isEmpty() || only.get() == kind;
        }

        /** Whether the public sees the difference. */
        boolean changesTheList() {
            return from.map(ListingState::isDisplayed).orElse(false) != to.isDisplayed();
        }
    }

    /** An entry begins as a draft. */
    static final Transition OPENING = row(null, ListingAct.DRAFT, DRAFT, ListingEvent.Kind.DRAFTED)
            .unless(
                    OWN_REGION,
                    ENTERPRISE_EXISTS,
                    LEGAL_BASIS_KNOWN,
                    LEGAL_BASIS_IN_FORCE,
                    LEGAL_BASIS_SUPPORTS_THE_LIST,
                    CONDUCT_CLASSED,
                    NO_HONOUR_FOR_THE_BLACK_LISTED);

    static final List<Transition> TABLE = Stream.of(preparation(), blackPath(), redPath(), onTheList(), afterwards())
            .flatMap(List::stream)
            .toList();

    private ListingTransitions() {}

    private static List<Transition> preparation() {
        return List.of(
                OPENING,
                row(DRAFT, ListingAct.REVISE, DRAFT, ListingEvent.Kind.REVISED)
                        .unless(
                                OWN_REGION,
                                FOUR_EYES,
                                LEGAL_BASIS_KNOWN,
                                LEGAL_BASIS_IN_FORCE,
                                LEGAL_BASIS_SUPPORTS_THE_LIST,
                                CONDUCT_CLASSED,
                                NO_HONOUR_FOR_THE_BLACK_LISTED),
                row(DRAFT, ListingAct.REJECT, REJECTED, ListingEvent.Kind.REJECTED)
                        .unless(OWN_REGION, FOUR_EYES));
    }

    /** 黑榜: review, notice, defence, consent of the next level where the law asks for it, decision, service, publication. */
    private static List<Transition> blackPath() {
        var rows = new ArrayList<Transition>();
        rows.add(row(DRAFT, ListingAct.SUBMIT, LEGAL_REVIEW, ListingEvent.Kind.SUBMITTED)
                .on(ListingKind.BLACK)
                .unless(OWN_REGION, FOUR_EYES));
        rows.add(row(LEGAL_REVIEW, ListingAct.SEND_BACK, DRAFT, ListingEvent.Kind.SENT_BACK)
                .unless(OWN_REGION, FOUR_EYES));
        rows.add(row(LEGAL_REVIEW, ListingAct.SERVE_NOTICE, NOTICE_SERVED, ListingEvent.Kind.NOTICE_SERVED)
                .unless(OWN_REGION, FOUR_EYES, ENTERPRISE_EXISTS, NOTHING_IN_THE_FUTURE)
                .starts(ListingClock.DEFENCE));
        rows.add(row(NOTICE_SERVED, ListingAct.RECEIVE_DEFENCE, DEFENCE_RECEIVED, ListingEvent.Kind.DEFENCE_RECEIVED)
                .unless(OWN_REGION_OR_OWN_ENTRY, NOTHING_IN_THE_FUTURE, DEFENCE_IN_TIME)
                .ends(ListingClock.DEFENCE));
        rows.add(row(NOTICE_SERVED, ListingAct.LAPSE_DEFENCE, DEFENCE_LAPSED, ListingEvent.Kind.DEFENCE_LAPSED)
                .unless(OWN_REGION, DEFENCE_TERM_OVER)
                .ends(ListingClock.DEFENCE));
        for (var heard : List.of(DEFENCE_RECEIVED, DEFENCE_LAPSED)) {
            rows.add(row(heard, ListingAct.CONSENT, UPPER_CONSENT, ListingEvent.Kind.CONSENT_GIVEN)
                    .unless(OWN_REGION, FOUR_EYES, NOTHING_IN_THE_FUTURE));
        }
        for (var ripe : List.of(NOTICE_SERVED, DEFENCE_RECEIVED, DEFENCE_LAPSED, UPPER_CONSENT)) {
            rows.add(row(ripe, ListingAct.DECIDE, DECIDED, ListingEvent.Kind.DECIDED)
                    .unless(
                            OWN_REGION,
                            FOUR_EYES,
                            ENTERPRISE_EXISTS,
                            LEGAL_BASIS_KNOWN,
                            LEGAL_BASIS_IN_FORCE,
                            LEGAL_BASIS_SUPPORTS_THE_LIST,
                            DEFENCE_HEARD,
                            DEFENCE_ANSWERED,
                            INTENT_NOT_DISPROVED,
                            UPPER_CONSENT_GIVEN,
                            DECISION_DOCUMENT_COMPLETE,
                            DECIDED_AFTER_THE_NOTICE,
                            RESPONSIBLE_PERSON_NAMED)
                    .ends(ListingClock.DEFENCE)
                    .starts(ListingClock.PUBLICATION));
        }
        rows.add(row(DECIDED, ListingAct.SERVE_DECISION, SERVED, ListingEvent.Kind.DECISION_SERVED)
                .unless(OWN_REGION, FOUR_EYES, NOTHING_IN_THE_FUTURE, REPAIR_NOTICE_SERVED_WITH_IT));
        rows.add(row(SERVED, ListingAct.PUBLISH, PUBLISHED, ListingEvent.Kind.PUBLISHED)
                .unless(
                        OWN_REGION,
                        FOUR_EYES,
                        ENTERPRISE_EXISTS,
                        LEGAL_BASIS_KNOWN,
                        LEGAL_BASIS_IN_FORCE,
                        LEGAL_BASIS_SUPPORTS_THE_LIST,
                        DECISION_DOCUMENT_COMPLETE,
                        CLASS_IS_PUBLISHED,
                        SUBJECT_IS_PUBLISHED,
                        TERM_NOT_OVER)
                .ends(ListingClock.PUBLICATION)
                .starts(ListingClock.REPAIR_POSSIBLE, ListingClock.DISPLAY));
        for (var undecided :
                List.of(LEGAL_REVIEW, NOTICE_SERVED, DEFENCE_RECEIVED, DEFENCE_LAPSED, UPPER_CONSENT, DECIDED)) {
            rows.add(row(undecided, ListingAct.REJECT, REJECTED, ListingEvent.Kind.REJECTED)
                    .unless(OWN_REGION, FOUR_EYES)
                    .ends(ListingClock.DEFENCE, ListingClock.PUBLICATION));
        }
        return rows;
    }

    /** 红榜: review, public notice, publication. */
    private static List<Transition> redPath() {
        return List.of(
                row(DRAFT, ListingAct.SUBMIT, REVIEW, ListingEvent.Kind.SUBMITTED)
                        .on(ListingKind.RED)
                        .unless(OWN_REGION, FOUR_EYES),
                row(REVIEW, ListingAct.SEND_BACK, DRAFT, ListingEvent.Kind.SENT_BACK)
                        .unless(OWN_REGION, FOUR_EYES),
                row(REVIEW, ListingAct.ANNOUNCE, PUBLIC_NOTICE, ListingEvent.Kind.ANNOUNCED)
                        .unless(
                                OWN_REGION,
                                FOUR_EYES,
                                ENTERPRISE_EXISTS,
                                NOTHING_IN_THE_FUTURE,
                                NO_HONOUR_FOR_THE_BLACK_LISTED)
                        .starts(ListingClock.PUBLIC_NOTICE),
                row(PUBLIC_NOTICE, ListingAct.PUBLISH, PUBLISHED, ListingEvent.Kind.PUBLISHED)
                        .unless(
                                OWN_REGION,
                                FOUR_EYES,
                                ENTERPRISE_EXISTS,
                                LEGAL_BASIS_KNOWN,
                                LEGAL_BASIS_IN_FORCE,
                                LEGAL_BASIS_SUPPORTS_THE_LIST,
                                DECISION_DOCUMENT_COMPLETE,
                                PUBLIC_NOTICE_OVER,
                                SUBJECT_IS_PUBLISHED,
                                TERM_NOT_OVER,
                                NO_HONOUR_FOR_THE_BLACK_LISTED)
                        .ends(ListingClock.PUBLIC_NOTICE)
                        .starts(ListingClock.DISPLAY),
                row(REVIEW, ListingAct.REJECT, REJECTED, ListingEvent.Kind.REJECTED)
                        .unless(OWN_REGION, FOUR_EYES),
                row(PUBLIC_NOTICE, ListingAct.REJECT, REJECTED, ListingEvent.Kind.REJECTED)
                        .unless(OWN_REGION, FOUR_EYES)
                        .ends(ListingClock.PUBLIC_NOTICE));
    }

    /** What can happen while an entry stands on the list. */
    private static List<Transition> onTheList() {
        var rows = new ArrayList<Transition>();
        rows.add(row(PUBLISHED, ListingAct.OBJECT, OBJECTION_OPEN, ListingEvent.Kind.OBJECTED)
                .unless(OWN_ENTRY)
                .starts(ListingClock.OBJECTION));
        rows.add(row(OBJECTION_OPEN, ListingAct.REFER_OBJECTION, OBJECTION_OPEN, ListingEvent.Kind.OBJECTION_REFERRED)
                .unless(OWN_REGION, FOUR_EYES)
                .ends(ListingClock.OBJECTION)
                .starts(ListingClock.OBJECTION));
        rows.add(row(OBJECTION_OPEN, ListingAct.DISMISS_OBJECTION, PUBLISHED, ListingEvent.Kind.OBJECTION_DISMISSED)
                .unless(OWN_REGION, FOUR_EYES)
                .ends(ListingClock.OBJECTION));
        rows.add(leaving(OBJECTION_OPEN, ListingAct.UPHOLD_OBJECTION, WITHDRAWN, ListingEvent.Kind.WITHDRAWN)
                .unless(OWN_REGION, FOUR_EYES));
        rows.add(row(PUBLISHED, ListingAct.APPLY_FOR_REPAIR, REPAIR_APPLIED, ListingEvent.Kind.REPAIR_APPLIED)
                .on(ListingKind.BLACK)
                .unless(OWN_ENTRY, REPAIR_TERM_REACHED, CORRECTION_PROVEN)
                .starts(ListingClock.REPAIR_ACCEPTANCE));
        rows.add(row(REPAIR_APPLIED, ListingAct.ACCEPT_REPAIR, REPAIR_ACCEPTED, ListingEvent.Kind.REPAIR_ACCEPTED)
                .unless(OWN_REGION, FOUR_EYES)
                .ends(ListingClock.REPAIR_ACCEPTANCE)
                .starts(ListingClock.REPAIR_DECISION));
        rows.add(row(REPAIR_APPLIED, ListingAct.DECLINE_REPAIR, PUBLISHED, ListingEvent.Kind.REPAIR_DECLINED)
                .unless(OWN_REGION, FOUR_EYES)
                .ends(ListingClock.REPAIR_ACCEPTANCE));
        rows.add(row(REPAIR_ACCEPTED, ListingAct.REFUSE_REPAIR, PUBLISHED, ListingEvent.Kind.REPAIR_REFUSED)
                .unless(OWN_REGION, FOUR_EYES)
                .ends(ListingClock.REPAIR_DECISION));
        rows.add(leaving(REPAIR_ACCEPTED, ListingAct.GRANT_REPAIR, REPAIRED, ListingEvent.Kind.REPAIRED)
                .unless(OWN_REGION, FOUR_EYES, NO_NEW_PENALTY));
        for (var displayed : Stream.of(ListingState.values())
                .filter(ListingState::isDisplayed)
                .toList()) {
            rows.add(row(displayed, ListingAct.STATE, displayed, ListingEvent.Kind.STATED)
                    .unless(OWN_ENTRY, NO_PERSONAL_DATA_IN_PUBLIC));
            rows.add(leaving(displayed, ListingAct.REVOKE_BASIS, BASIS_REVOKED, ListingEvent.Kind.WITHDRAWN)
                    .unless(OWN_REGION, FOUR_EYES, NOTHING_IN_THE_FUTURE)
                    .starts(ListingClock.WITHDRAWAL));
            rows.add(leaving(displayed, ListingAct.WITHDRAW, WITHDRAWN, ListingEvent.Kind.WITHDRAWN)
                    .unless(OWN_REGION));
            rows.add(leaving(displayed, ListingAct.EXPIRE, EXPIRED, ListingEvent.Kind.EXPIRED)
                    .unless(DISPLAY_TERM_OVER));
        }
        return rows;
    }

    /** What remains to be done once the public sees it no more, and the way back after fraud. */
    private static List<Transition> afterwards() {
        var rows = new ArrayList<Transition>();
        rows.add(row(BASIS_REVOKED, ListingAct.WITHDRAW, WITHDRAWN, ListingEvent.Kind.WITHDRAWN)
                .unless(OWN_REGION)
                .ends(ListingClock.WITHDRAWAL)
                .starts(ListingClock.LIFTING));
        for (var ended : List.of(WITHDRAWN, REPAIRED, EXPIRED)) {
            rows.add(row(ended, ListingAct.LIFT_MEASURES, ended, ListingEvent.Kind.MEASURES_LIFTED)
                    .on(ListingKind.BLACK)
                    .unless(OWN_REGION, FOUR_EYES, NOTHING_IN_THE_FUTURE)
                    .ends(ListingClock.LIFTING));
            rows.add(row(ended, ListingAct.ARCHIVE, ARCHIVED, ListingEvent.Kind.ARCHIVED)
                    .unless(OWN_REGION, FOUR_EYES, SHARING_STOPPED, MEASURES_LIFTED));
        }
        for (var repaired : List.of(REPAIRED, ARCHIVED)) {
            rows.add(row(repaired, ListingAct.RESTORE, PUBLISHED, ListingEvent.Kind.PUBLISHED)
                    .on(ListingKind.BLACK)
                    .unless(OWN_REGION, FOUR_EYES, NOTHING_IN_THE_FUTURE, WAS_REPAIRED)
                    .ends(ListingClock.LIFTING)
                    .starts(ListingClock.REPAIR_POSSIBLE, ListingClock.DISPLAY));
        }
        return rows;
    }

    /** A row by which an entry leaves the list: whatever was running for it stops. */
    private static Transition leaving(ListingState from, ListingAct act, ListingState to, ListingEvent.Kind event) {
        return row(from, act, to, event).ends(ListingClock.values()).starts(ListingClock.LIFTING);
    }

    private static Transition row(
            @Nullable ListingState from, ListingAct act, ListingState to, ListingEvent.Kind event) {
        return new Transition(
                Optional.ofNullable(from), act, to, Optional.empty(), event, List.of(), List.of(), List.of());
    }

    /**
     * The row for an act on an entry of a list in a state.
     *
     * @throws Problem 409 {@code illegal-transition} naming the state, the act, and what is missing on the way to it
     */
    static Transition of(ListingState state, ListingAct act, ListingKind kind) {
        return rows(state, kind)
                .filter(row -> row.act() == act)
                .findFirst()
                .orElseThrow(() -> illegal(state, act, kind));
    }

    /** Acts that change what the public sees: whoever does one holds the version of the lists. */
    static Set<ListingAct> changingTheList() {
        return TABLE.stream()
                .filter(Transition::changesTheList)
                .map(Transition::act)
                .collect(Collectors.toSet());
    }

    private static Stream<Transition> rows(ListingState state, ListingKind kind) {
        return TABLE.stream().filter(row -> row.from().equals(Optional.of(state)) && row.existsOn(kind));
    }

    private static Problem illegal(ListingState state, ListingAct act, ListingKind kind) {
        var possible = rows(state, kind)
                .map(Transition::act)
                .distinct()
                .map(Enum::name)
                .collect(Collectors.joining(", "));
        var problem = new Problem(
                ILLEGAL_TRANSITION,
                Text.of(
                        "条目处于“%1$s”(%2$s)状态，不能%3$s(%4$s)；可以进行：%5$s",
                        "The entry is %2$s and cannot take %4$s; possible: %5$s",
                        state.zh(),
                        state,
                        act.zh(),
                        act,
                        possible.isEmpty() ? "-" : possible));
        missing(state, act, kind)
                .forEach(step -> problem.with("missing", step.name(), Text.of("须先%s", "First: %2$s", step.zh(), step)));
        return problem;
    }

    /** The shortest way to a state in which the act is possible; empty when none leads there. */
    private static List<ListingAct> missing(ListingState state, ListingAct act, ListingKind kind) {
        Map<ListingState, List<ListingAct>> ways = new EnumMap<>(ListingState.class);
        ways.put(state, List.of());
        var queue = new ArrayDeque<>(List.of(state));
        while (!queue.isEmpty()) {
            var here = queue.remove();
            var way = ways.getOrDefault(here, List.of());
            for (var row : rows(here, kind).toList()) {
                if (row.act() == act) {
                    return way;
                }
                if (!ways.containsKey(row.to())) {
                    ways.put(
                            row.to(),
                            Stream.concat(way.stream(), Stream.of(row.act())).toList());
                    queue.add(row.to());
                }
            }
        }
        return List.of();
    }
}
