package cn.quality.standards.watch;

import cn.quality.platform.clock.LegalDates;
import cn.quality.platform.id.Ids;
import cn.quality.platform.outbox.Outbox;
import cn.quality.standards.watch.WatchRepository.Due;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** Looks at what is watched, in steps of a transaction each, and tells what has changed since the last look. */
@ApplicationScoped
public class WatchCheckService {

    private static final int AT_ONCE = 200;

    private final WatchRepository lists;
    private final Pictures pictures;
    private final Outbox outbox;
    private final Clock clock;

    WatchCheckService(WatchRepository lists, Pictures pictures, Outbox outbox, Clock clock) {
        this.lists = lists;
        this.pictures = pictures;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Marks what is to be looked at because the catalogue has stated something of a standard. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void mark(UUID standard) {
        lists.mark(standard);
    }

    /**
     * Looks at some of what is marked or was not looked at today.
     *
     * @return whether there may be more
     */
    @Transactional
    boolean look() {
        var today = LegalDates.today(clock);
        var items = lists.due(today, AT_ONCE);
        var seen = pictures.of(items.stream().map(Due::key).toList(), today);
        var notices = new ArrayList<WatchNotice>();
        for (var item : items) {
            var now = Objects.requireNonNull(seen.get(item.key()));
            var changes = item.told().changesTo(now);
            if (!changes.isEmpty()) {
                notices.add(new WatchNotice(
                        Ids.next(),
                        item.list(),
                        item.owner(),
                        item.spelled(),
                        List.copyOf(changes),
                        item.told(),
                        now,
                        clock.instant()));
            }
        }
        lists.looked(items, seen, today);
        lists.add(notices);
        outbox.appendAll(notices.stream().map(WatchNotice::outbound).toList());
        return items.size() == AT_ONCE;
    }
}
