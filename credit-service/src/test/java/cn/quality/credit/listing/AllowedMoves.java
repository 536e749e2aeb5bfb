package cn.quality.credit.listing;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What may be done to an entry in each state, and where it leads, written by hand from the orders and not derived from {@link
 * ListingTransitions}: a row that gets lost there, or appears, is noticed here. A state that is not named is none of that
 * list; an act without an arrow leaves the entry where it is.
 */
final class AllowedMoves {

    private static final String DISPLAYED =
            "ADD_STATEMENT REVOKE_BASIS→BASIS_REVOKED WITHDRAW→WITHDRAWN EXPIRE→EXPIRED END_WITH_ENTERPRISE→WITHDRAWN";

    private static final String UNPUBLISHED = "CLOSE→CLOSED REVOKE_BASIS→CLOSED";

    private static final Map<ListKind, Map<ListingState, Map<ListingAct, ListingState>>> ALL =
            Map.of(ListKind.BLACK, read("""
                    DRAFT: REVISE REJECT→REJECTED SUBMIT→LEGAL_REVIEW
                    LEGAL_REVIEW: SEND_BACK→DRAFT REJECT→REJECTED SERVE_NOTICE→NOTICE_SERVED
                    NOTICE_SERVED: RECEIVE_DEFENCE→DEFENCE_RECEIVED LAPSE_DEFENCE→DEFENCE_LAPSED DECIDE→DECIDED REJECT→REJECTED
                    DEFENCE_RECEIVED: CONSENT→UPPER_CONSENT DECIDE→DECIDED REJECT→REJECTED
                    DEFENCE_LAPSED: CONSENT→UPPER_CONSENT DECIDE→DECIDED REJECT→REJECTED
                    UPPER_CONSENT: DECIDE→DECIDED REJECT→REJECTED
                    DECIDED: SERVE_DECISION→SERVED REJECT→REJECTED unpublished
                    SERVED: PUBLISH→PUBLISHED unpublished
                    PUBLISHED: RAISE_OBJECTION→OBJECTION_OPEN APPLY_FOR_REPAIR→REPAIR_APPLIED displayed \
                        FILE_COURT_RULING REFUSE_TEMPORARY_REPAIR GRANT_TEMPORARY_REPAIR→TEMPORARILY_REPAIRED
                    TEMPORARILY_REPAIRED: RESUME_DISPLAY→PUBLISHED CONFIRM_REORGANISATION→REPAIRED LIFT_MEASURES REVOKE_BASIS→BASIS_REVOKED WITHDRAW→WITHDRAWN \
                        EXPIRE→EXPIRED END_WITH_ENTERPRISE→WITHDRAWN
                    OBJECTION_OPEN: REFER_OBJECTION DISMISS_OBJECTION→PUBLISHED UPHOLD_OBJECTION→WITHDRAWN displayed
                    REPAIR_APPLIED: ACCEPT_REPAIR→REPAIR_ACCEPTED DECLINE_REPAIR→PUBLISHED displayed
                    REPAIR_ACCEPTED: EXTEND_REPAIR GRANT_REPAIR→REPAIRED REFUSE_REPAIR→PUBLISHED displayed
                    BASIS_REVOKED: WITHDRAW→WITHDRAWN
                    WITHDRAWN: LIFT_MEASURES ARCHIVE→ARCHIVED
                    REPAIRED: LIFT_MEASURES ARCHIVE→ARCHIVED RESTORE→REPAIR_REVOKED
                    EXPIRED: LIFT_MEASURES ARCHIVE→ARCHIVED
                    ARCHIVED: RESTORE→REPAIR_REVOKED
                    REPAIR_REVOKED: PUBLISH→PUBLISHED unpublished
                    CLOSED:
                    REJECTED:"""), ListKind.RED, read("""
                    DRAFT: REVISE REJECT→REJECTED SUBMIT→REVIEW
                    REVIEW: SEND_BACK→DRAFT REJECT→REJECTED ANNOUNCE→PUBLIC_NOTICE
                    PUBLIC_NOTICE: ANSWER_NOTICE_OBJECTION PUBLISH→PUBLISHED REJECT→REJECTED
                    PUBLISHED: RAISE_OBJECTION→OBJECTION_OPEN displayed
                    OBJECTION_OPEN: REFER_OBJECTION DISMISS_OBJECTION→PUBLISHED UPHOLD_OBJECTION→WITHDRAWN displayed
                    BASIS_REVOKED: WITHDRAW→WITHDRAWN
                    WITHDRAWN: ARCHIVE→ARCHIVED REINSTATE→PUBLISHED
                    EXPIRED: ARCHIVE→ARCHIVED
                    ARCHIVED: REINSTATE→PUBLISHED
                    REJECTED:"""));

    private AllowedMoves() {}

    /** States that an entry of this list can be in. */
    static Set<ListingState> states(ListKind kind) {
        return Objects.requireNonNull(ALL.get(kind)).keySet();
    }

    /** The acts that are possible, with the state each leads to. */
    static Map<ListingAct, ListingState> in(ListKind kind, ListingState state) {
        return Objects.requireNonNull(ALL.get(kind)).getOrDefault(state, Map.of());
    }

    static Optional<ListingState> after(ListKind kind, ListingState state, ListingAct act) {
        return Optional.ofNullable(in(kind, state).get(act));
    }

    private static Map<ListingState, Map<ListingAct, ListingState>> read(String text) {
        var all = new EnumMap<ListingState, Map<ListingAct, ListingState>>(ListingState.class);
        text.replace("displayed", DISPLAYED)
                .replace("unpublished", UNPUBLISHED)
                .lines()
                .forEach(line -> {
                    var state = ListingState.valueOf(line.substring(0, line.indexOf(':')));
                    var moves = new LinkedHashMap<ListingAct, ListingState>();
                    acts(line).forEach(move -> {
                        var parts = move.split("→", -1);
                        moves.put(
                                ListingAct.valueOf(parts[0]),
                                parts.length == 1 ? state : ListingState.valueOf(parts[1]));
                    });
                    all.put(state, moves);
                });
        return all;
    }

    private static Stream<String> acts(String line) {
        return Arrays.stream(line.substring(line.indexOf(':') + 1).split(" ", -1))
                .filter(word -> !word.isBlank());
    }
}
