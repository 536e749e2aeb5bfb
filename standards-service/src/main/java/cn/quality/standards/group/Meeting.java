package cn.quality.standards.group;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A meeting of the technical review.
 *
 * @param delegates invited, numbered from 1 in this order
 * @param count as soon as the vote is recorded
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "GroupMeeting", description = "审查会 (a meeting of the technical review)")
record Meeting(
        @Schema(required = true, examples = "2026-04-20") LocalDate heldOn,

        @Schema(required = true) List<Participant> delegates,

        @Nullable VoteCount count) {

    Set<Integer> numbers() {
        return IntStream.rangeClosed(1, delegates.size()).boxed().collect(Collectors.toSet());
    }

    /** Delegates who may not vote: drafters, and where the terms say so those of the same unit. */
    Set<Integer> barred(List<Participant> drafters, GroupTerms terms) {
        return numbers().stream()
                .filter(number -> drafters.stream()
                        .anyMatch(drafter -> terms.barsDraftingUnits()
                                ? drafter.isColleagueOf(delegates.get(number - 1))
                                : drafter.isSamePersonAs(delegates.get(number - 1))))
                .collect(Collectors.toSet());
    }

    Meeting counted(VoteCount result) {
        return new Meeting(heldOn, delegates, result);
    }

    boolean carried() {
        return count != null && count.carried();
    }
}
