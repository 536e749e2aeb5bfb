package cn.quality.indicator.live;

import cn.quality.indicator.live.LiveSource.Told;
import cn.quality.indicator.live.RebuildService.Building;
import cn.quality.indicator.live.RebuildView.Failure;
import cn.quality.platform.inbox.InboundEvent;
import cn.quality.platform.inbox.TopicHistory;
import cn.quality.platform.inbox.TopicHistory.Batch;
import cn.quality.platform.sql.SqlFailure;
import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import org.jboss.logging.Logger;

/** Carries out rebuilds, each in a thread of its own. */
@ApplicationScoped
class RebuildRunner {

    private static final Logger LOG = Logger.getLogger(RebuildRunner.class);

    private final RebuildService rebuilds;
    private final TopicHistory history;
    private final LiveConfig config;

    RebuildRunner(RebuildService rebuilds, TopicHistory history, LiveConfig config) {
        this.rebuilds = rebuilds;
        this.history = history;
        this.config = config;
    }

    void start(Building building) {
        Thread.ofPlatform().daemon().name("live-rebuild").start(() -> run(building));
    }

    void run(Building building) {
        try (var reading = history.open(LiveSource.TOPICS)) {
            if (!reading.reachesBack() && !building.acceptLoss()) {
                rebuilds.fail(building, Failure.HISTORY_DELETED);
                return;
            }
            rebuilds.announce(building, reading.total());
            for (var batch = reading.next(); batch.isPresent(); batch = reading.next()) {
                take(building, batch.get());
            }
            rebuilds.finish(building);
        } catch (RuntimeException e) {
            LOG.errorf(e, "Rebuild %s failed; the figures are as they were", building.rebuild());
            rebuilds.fail(building, Failure.INTERRUPTED);
        }
    }

    /** Together, or one by one when the database refuses one of them: a damaged message costs only itself. */
    private void take(Building building, Batch batch) {
        var told = new ArrayList<Told>();
        int damaged = batch.damaged();
        for (var event : batch.events()) {
            try {
                told.addAll(read(event));
            } catch (JsonProcessingException | RuntimeException e) {
                damaged++;
            }
        }
        try {
            rebuilds.take(building, told, batch.read(), damaged);
        } catch (SqlFailure e) {
            if (SqlFailure.isTransient(e)) {
                throw e;
            }
            for (var one : told) {
                damaged += isTaken(building, one, batch.read()) ? 0 : 1;
            }
            rebuilds.take(building, List.of(), batch.read(), damaged);
        }
    }

    private boolean isTaken(Building building, Told told, long read) {
        try {
            rebuilds.take(building, List.of(told), read, 0);
            return true;
        } catch (SqlFailure e) {
            if (SqlFailure.isTransient(e)) {
                throw e;
            }
            return false;
        }
    }

    private List<Told> read(InboundEvent event) throws JsonProcessingException {
        return LiveSource.read(event, config);
    }
}
