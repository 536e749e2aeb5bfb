package cn.quality.credit.listing;

import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What the enterprise is told of its entry: where it stands, and which terms run.
 *
 * @param clocks the terms that run now
 */
@Schema(description = "条目的现状 (where the entry stands)")
record Filed(UUID id, long version, ListingState state, List<RunningClock> clocks) {

    static Filed of(ListingView view) {
        return new Filed(
                view.id(),
                view.version(),
                view.state(),
                view.clocks().stream().filter(RunningClock::isRunning).toList());
    }
}
