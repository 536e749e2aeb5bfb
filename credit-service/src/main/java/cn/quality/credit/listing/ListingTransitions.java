package cn.quality.credit.listing;

import static cn.quality.credit.listing.ListingPolicy.DECISION_DOCUMENT_COMPLETE;
import static cn.quality.credit.listing.ListingPolicy.FOUR_EYES;
import static cn.quality.credit.listing.ListingPolicy.LEGAL_BASIS_IN_FORCE;
import static cn.quality.credit.listing.ListingPolicy.LEGAL_BASIS_KNOWN;
import static cn.quality.credit.listing.ListingPolicy.LEGAL_BASIS_SUPPORTS_THE_LIST;
import static cn.quality.credit.listing.ListingPolicy.NO_HONOUR_FOR_THE_BLACK_LISTED;
import static cn.quality.credit.listing.ListingPolicy.OWN_REGION;
import static cn.quality.credit.listing.ListingPolicy.TERM_NOT_OVER;

import cn.quality.platform.problem.Problem;
import cn.quality.platform.problem.ProblemType;
import cn.quality.platform.problem.Text;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The table of all moves of an entry. What is not a row here cannot happen. */
final class ListingTransitions {

    static final ProblemType ILLEGAL_TRANSITION =
            new ProblemType(409, "illegal-transition", new Text("当前状态不允许此操作", "Not possible in this state"));

    /**
     * One row.
     *
     * @param from the state it leaves; none for the row that begins an entry
     * @param event what the move makes known
     * @param policies asked in this order; the first refusal stops the move
     */
    record Transition(
            Optional<ListingState> from,
            ListingAct act,
            ListingState to,
            Class<? extends ListingEvent> event,
            List<ListingPolicy> policies) {}

    /** An entry begins as a draft. */
    static final Transition OPENING = new Transition(
            Optional.empty(),
            ListingAct.DRAFT,
            ListingState.DRAFT,
            ListingEvent.Drafted.class,
            List.of(
                    OWN_REGION,
                    LEGAL_BASIS_KNOWN,
                    LEGAL_BASIS_IN_FORCE,
                    LEGAL_BASIS_SUPPORTS_THE_LIST,
                    NO_HONOUR_FOR_THE_BLACK_LISTED));

    static final List<Transition> TABLE = List.of(
            OPENING,
            row(
                    ListingState.DRAFT,
                    ListingAct.REJECT,
                    ListingState.REJECTED,
                    ListingEvent.Rejected.class,
                    OWN_REGION,
                    FOUR_EYES),
            row(
                    ListingState.DRAFT,
                    ListingAct.PUBLISH,
                    ListingState.PUBLISHED,
                    ListingEvent.Published.class,
                    OWN_REGION,
                    FOUR_EYES,
                    LEGAL_BASIS_KNOWN,
                    LEGAL_BASIS_IN_FORCE,
                    LEGAL_BASIS_SUPPORTS_THE_LIST,
                    DECISION_DOCUMENT_COMPLETE,
                    TERM_NOT_OVER,
                    NO_HONOUR_FOR_THE_BLACK_LISTED),
            row(
                    ListingState.PUBLISHED,
                    ListingAct.WITHDRAW,
                    ListingState.WITHDRAWN,
                    ListingEvent.Withdrawn.class,
                    OWN_REGION));

    private ListingTransitions() {}

    /**
     * The row for an act in a state.
     *
     * @throws Problem 409 {@code illegal-transition} naming the state, the act, and what would be possible
     */
    static Transition of(ListingState state, ListingAct act) {
        return TABLE.stream()
                .filter(row -> row.from().equals(Optional.of(state)) && row.act() == act)
                .findFirst()
                .orElseThrow(() -> new Problem(
                        ILLEGAL_TRANSITION,
                        Text.of(
                                "条目处于“%1$s”(%2$s)状态，不能%3$s(%4$s)；可以进行：%5$s",
                                "The entry is %2$s and cannot take %4$s; possible: %5$s",
                                state.zh(),
                                state,
                                act.zh(),
                                act,
                                possible(state))));
    }

    private static String possible(ListingState state) {
        return TABLE.stream()
                .filter(row -> row.from().equals(Optional.of(state)))
                .map(row -> row.act().name())
                .collect(Collectors.collectingAndThen(Collectors.joining(", "), acts -> acts.isEmpty() ? "-" : acts));
    }

    private static Transition row(
            ListingState from,
            ListingAct act,
            ListingState to,
            Class<? extends ListingEvent> event,
            ListingPolicy... policies) {
        return new Transition(Optional.of(from), act, to, event, List.of(policies));
    }
}
