package cn.quality.credit.enterprise;

import cn.quality.platform.problem.Problem;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Where an enterprise is at present, and since when it is no more: all that filing a fact about it needs to know.
 *
 * @param closedOn first day on which it no longer exists
 */
public record Presence(String region, @Nullable LocalDate closedOn) {

    /**
     * Nothing happens to an enterprise that no longer exists. What happened before its end, or on the day of it, may still
     * be reported.
     *
     * @param field of the request that holds the day
     * @throws Problem 422 {@code unsuitable-date} with {@code after-closure}
     */
    public void requireExistedOn(String field, LocalDate day) {
        if (closedOn != null && day.isAfter(closedOn)) {
            throw EnterpriseProblems.afterClosure(field, day, closedOn);
        }
    }
}
