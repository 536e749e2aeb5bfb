package cn.quality.credit.listing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The table of moves beside {@link AllowedMoves}. */
class ListingTransitionsTest {

    @ParameterizedTest
    @EnumSource
    void whatIsAllowedIsARowAndNothingElse(ListKind kind) {
        var table = ListingTransitions.of(kind);
        for (var state : AllowedMoves.states(kind)) {
            var moves = new HashMap<ListingAct, ListingState>();
            for (var act : ListingAct.values()) {
                table.find(state, act).ifPresent(row -> moves.put(act, row.to()));
            }
            assertThat(moves).as("%s %s", kind, state).isEqualTo(AllowedMoves.in(kind, state));
        }
    }

    @ParameterizedTest
    @EnumSource
    void anEntryCanComeIntoEveryStateOfItsListAndNoOther(ListKind kind) {
        assertThat(ListingTransitions.of(kind).reachable())
                .containsExactlyInAnyOrderElementsOf(AllowedMoves.states(kind));
        assertThat(ListingTransitions.of(kind).opening().act()).isEqualTo(ListingAct.DRAFT);
        assertThat(ListingTransitions.of(kind).opening().to()).isEqualTo(ListingState.DRAFT);
    }

    /** Only these hold the version of the lists, one after the other. */
    @Test
    void theActsThatThePublicSees() {
        assertThat(ListingTransitions.changingTheList().stream().map(Enum::name).collect(Collectors.toSet()))
                .containsExactlyInAnyOrder(
                        "PUBLISH",
                        "UPHOLD_OBJECTION",
                        "GRANT_REPAIR",
                        "REVOKE_BASIS",
                        "WITHDRAW",
                        "EXPIRE",
                        "END_WITH_ENTERPRISE",
                        "GRANT_TEMPORARY_REPAIR",
                        "RESUME_DISPLAY",
                        "REINSTATE");
    }
}
