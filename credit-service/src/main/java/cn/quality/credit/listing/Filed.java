package cn.quality.credit.listing;

import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What the enterprise receives about its entry: where it stands, and which deadlines run.
 *
 * @param deadlines those that run now
 * @param clocks the same as {@code deadlines}, for clients of the version before
 */
@Schema(description = "条目的现状 (where the entry stands)")
record Filed(
        UUID id,
        long version,
        ListingState state,
        List<RunningDeadline> deadlines,

        @Schema(deprecated = true, description = "请改用 deadlines (use deadlines)")
        List<ListingView.Clock> clocks) {

    static Filed of(ListingView view) {
        var running =
                view.deadlines().stream().filter(RunningDeadline::isRunning).toList();
        return new Filed(view.id(), view.version(), view.state(), running, ListingView.Clock.of(running));
    }
}
