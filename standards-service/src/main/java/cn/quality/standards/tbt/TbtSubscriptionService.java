package cn.quality.standards.tbt;

import cn.quality.platform.act.Act;
import cn.quality.platform.act.ActExecutor;
import cn.quality.platform.act.ActResult;
import cn.quality.platform.act.ActSubject;
import cn.quality.platform.http.Preconditions;
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
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the caller wants to be told of. Nobody sees the subscriptions of another login. */
@ApplicationScoped
class TbtSubscriptionService {

    static final ProblemType TOO_MANY =
            new ProblemType(409, "too-many-subscriptions", Text.of("订阅过多", "Too many subscriptions"));
    static final ProblemType ALREADY_SUBSCRIBED =
            new ProblemType(409, "already-subscribed", Text.of("已订阅", "Already subscribed"));

    /** Each notice is held against all subscriptions, and its event names those it meets. */
    private static final int MOST = 50;

    private static final ActSubject<TbtSubscription> SUBSCRIPTION =
            ActSubject.of("tbt-subscription", TbtSubscription::id, one -> 1, TbtSubscription::view);

    private final TbtSubscriptionRepository subscriptions;
    private final TbtNoticeService notices;
    private final ActExecutor executor;
    private final Caller caller;
    private final Clock clock;

    TbtSubscriptionService(
            TbtSubscriptionRepository subscriptions,
            TbtNoticeService notices,
            ActExecutor executor,
            Caller caller,
            Clock clock) {
        this.subscriptions = subscriptions;
        this.notices = notices;
        this.executor = executor;
        this.caller = caller;
        this.clock = clock;
    }

    /** @throws Problem 409 {@code already-subscribed}, {@code too-many-subscriptions} */
    @Transactional
    TbtSubscription.View subscribe(@Nullable String ics, @Nullable String market, Preconditions sent, Object request) {
        var done = executor.perform(Act.making(SUBSCRIPTION, "tbt-subscription.subscribe", () -> {
                    subscriptions.lock(caller.id());
                    subscriptions.same(caller.id(), ics, market).ifPresent(same -> {
                        throw new Problem(ALREADY_SUBSCRIBED, Text.of("见订阅 %s", "see subscription %s", same.id()));
                    });
                    if (subscriptions.of(caller.id()).size() >= MOST) {
                        throw new Problem(TOO_MANY, Text.of("至多 %d 项订阅", "%d subscriptions at most", MOST));
                    }
                    var subscription = new TbtSubscription(caller.id(), ics, market, clock.instant());
                    subscriptions.persist(subscription);
                    return ActResult.changed(subscription);
                })
                .once(sent, request));
        return own(done.id()).view();
    }

    List<TbtSubscription.View> list() {
        return subscriptions.of(caller.id()).stream().map(TbtSubscription::view).toList();
    }

    @Transactional
    void unsubscribe(UUID id) {
        executor.perform(Act.on(SUBSCRIPTION, "tbt-subscription.unsubscribe", () -> own(id), subscription -> {
            subscriptions.delete(subscription);
            return ActResult.removed(subscription);
        }));
    }

    /** The notices that a subscription of the caller asks for. */
    Page<TbtNoticeView> notices(UUID id, PageRequest page) {
        return notices.list(own(id).filter(), page);
    }

    private TbtSubscription own(UUID id) {
        return subscriptions
                .one(id, caller.id())
                .orElseThrow(() ->
                        new Problem(ProblemTypes.NOT_FOUND, Text.of("没有订阅 %s", "there is no subscription %s", id)));
    }
}
