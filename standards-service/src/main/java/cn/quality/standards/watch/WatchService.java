package cn.quality.standards.watch;

import cn.quality.platform.act.Act;
import cn.quality.platform.act.Act.VersionCheck;
import cn.quality.platform.act.ActExecutor;
import cn.quality.platform.act.ActResult;
import cn.quality.platform.act.ActSubject;
import cn.quality.platform.clock.LegalDates;
import cn.quality.platform.http.Preconditions;
import cn.quality.platform.id.Ids;
import cn.quality.platform.identity.Caller;
import cn.quality.platform.paging.Page;
import cn.quality.platform.paging.PageRequest;
import cn.quality.platform.problem.Problem;
import cn.quality.platform.problem.ProblemType;
import cn.quality.platform.problem.ProblemTypes;
import cn.quality.platform.problem.Text;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;

/** What somebody does with their own lists. A list of somebody else is not there. */
@ApplicationScoped
class WatchService {

    static final ProblemType TOO_MANY =
            new ProblemType(422, "too-many-watch-lists", new Text("关注清单数已达上限", "Too many watch lists"));

    private static final ActSubject<WatchListView> LIST =
            ActSubject.of("watch-list", WatchListView::id, WatchListView::version, view -> view);

    private final WatchRepository lists;
    private final Pictures pictures;
    private final WatchConfig config;
    private final ActExecutor executor;
    private final Caller caller;
    private final Clock clock;

    WatchService(
            WatchRepository lists,
            Pictures pictures,
            WatchConfig config,
            ActExecutor executor,
            Caller caller,
            Clock clock) {
        this.lists = lists;
        this.pictures = pictures;
        this.config = config;
        this.executor = executor;
        this.caller = caller;
        this.clock = clock;
    }

    /** What makes a request for an act the same as another. */
    private record Request(UUID id, Object content) {}

    /** @throws Problem 400 for what is wrong; 422 {@code invalid-standard-number}, {@code too-many-watch-lists} */
    @Transactional
    WatchListView create(NewWatchList sent, Preconditions preconditions) {
        var checked = sent.checked(config.numbers());
        var owner = caller.id();
        var done = executor.perform(Act.<WatchListView>making(LIST, "watch-list.create", () -> {
                    lists.lock(owner);
                    if (lists.countOf(owner) >= config.lists()) {
                        throw new Problem(TOO_MANY, Text.of("至多 %d 个清单", "at most %d lists", config.lists()));
                    }
                    var id = Ids.next();
                    lists.insert(id, owner, checked.name(), clock.instant());
                    put(id, checked);
                    return ActResult.changed(own(id));
                })
                .once(preconditions, sent));
        return own(done.id());
    }

    /** @throws Problem 404, 412 {@code stale}, 428 {@code precondition-required} */
    @Transactional
    WatchListView replace(UUID id, NewWatchList sent, Preconditions preconditions) {
        var checked = sent.checked(config.numbers());
        executor.perform(Act.on(LIST, "watch-list.replace", () -> hold(id), list -> {
                    lists.rename(id, checked.name());
                    put(id, checked);
                    return ActResult.changed(own(id));
                })
                .upon(preconditions, VersionCheck.REQUIRED_FIRST)
                .once(preconditions, new Request(id, sent)));
        return own(id);
    }

    /** @throws Problem 404, 412 {@code stale} */
    @Transactional
    void delete(UUID id, Preconditions preconditions) {
        executor.perform(Act.on(LIST, "watch-list.delete", () -> hold(id), list -> {
                    lists.delete(id);
                    return ActResult.removed(list);
                })
                .upon(preconditions, VersionCheck.IF_GIVEN));
    }

    /** @throws Problem 404 */
    WatchListView own(UUID id) {
        return lists.find(id, caller.id()).orElseThrow(WatchService::unknown);
    }

    Page<WatchListSummary> own(PageRequest page) {
        return lists.list(caller.id(), page);
    }

    /** @throws Problem 404 */
    Page<WatchNotice> notices(UUID id, PageRequest page) {
        return lists.notices(own(id).id(), page);
    }

    /** What is on a list from now on is as it is now: nothing of it is news. */
    private void put(UUID id, NewWatchList.Checked list) {
        var today = LegalDates.today(clock);
        var keys = list.numbers().stream().map(WatchedNumber::key).toList();
        lists.put(id, list.numbers(), pictures.of(keys, today), today);
    }

    private WatchListView hold(UUID id) {
        return lists.hold(id, caller.id()).orElseThrow(WatchService::unknown);
    }

    private static Problem unknown() {
        return new Problem(ProblemTypes.NOT_FOUND, new Text("您没有这一关注清单", "You have no such watch list"));
    }
}
