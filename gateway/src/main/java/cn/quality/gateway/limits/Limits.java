package cn.quality.gateway.limits;

import cn.quality.gateway.identity.Caller;
import cn.quality.platform.problem.Problem;
import cn.quality.platform.problem.ProblemTypes;
import cn.quality.platform.problem.Text;
import io.github.bucket4j.ConsumptionProbe;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The step at which a request is counted, and refused when its caller has sent too many. */
@Singleton
public class Limits {

    private static final CharSequence LIMIT = HttpHeaders.createOptimized("RateLimit-Limit");
    private static final CharSequence REMAINING = HttpHeaders.createOptimized("RateLimit-Remaining");
    private static final CharSequence RESET = HttpHeaders.createOptimized("RateLimit-Reset");

    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);
    private static final long TIDY_MILLIS = 60_000;

    private final Map<String, LimitsConfig.LimitClass> classes;
    private final Buckets own;
    private final @Nullable SharedBuckets shared;

    Limits(LimitsConfig config, Instance<DataSource> database, Vertx vertx) {
        this.classes = Map.copyOf(config.classes());
        this.own = new Buckets(config.callers(), System::nanoTime);
        this.shared = config.shared() ? new SharedBuckets(database.get()) : null;
        if (shared != null) {
            vertx.setPeriodic(TIDY_MILLIS, tick -> shared.tidy());
        }
    }

    /** Whether there is a class of this name. */
    public boolean knows(String limitClass) {
        return classes.containsKey(limitClass);
    }

    /** Counts one request; fails with the refusal. Every response says what is left. */
    public Future<Void> tryConsume(RoutingContext request, Caller caller, String limitClass) {
        var key = key(caller, limitClass);
        return shared == null
                ? answer(request, key, own.tryConsume(key))
                : shared.tryConsume(key, request.vertx().getOrCreateContext())
                        .otherwise(unanswered -> own.tryConsume(key))
                        .compose(probe -> answer(request, key, probe));
    }

    /**
     * Counts one request, in this gateway alone.
     *
     * @return the headers of its response; absent when there were too many
     */
    Optional<Map<String, String>> tryConsumeHere(Caller caller, String limitClass) {
        var key = key(caller, limitClass);
        var probe = own.tryConsume(key);
        var headers = new HashMap<String, String>();
        tell(key, probe, (name, value) -> headers.put(name.toString(), value));
        return probe.isConsumed() ? Optional.of(headers) : Optional.empty();
    }

    private BucketKey key(Caller caller, String limitClass) {
        var limits = classes.get(limitClass);
        if (limits == null) {
            throw new IllegalArgumentException("no limit class called " + limitClass);
        }
        return BucketKey.of(caller, limitClass, limits);
    }

    static boolean isCounted(RoutingContext request) {
        return request.response().headers().contains(LIMIT);
    }

    private static Future<Void> answer(RoutingContext request, BucketKey key, ConsumptionProbe probe) {
        tell(key, probe, request.response()::putHeader);
        return probe.isConsumed()
                ? Future.succeededFuture()
                : Future.failedFuture(new Problem(
                                ProblemTypes.TOO_MANY_REQUESTS,
                                new Text(
                                        "请求过于频繁，请稍后再试；批量使用请申请客户端凭据",
                                        "Too many requests; for use in bulk ask for client credentials"))
                        .retryAfter((int) secondsUp(probe.getNanosToWaitForRefill())));
    }

    private static void tell(BucketKey key, ConsumptionProbe probe, BiConsumer<CharSequence, String> header) {
        header.accept(LIMIT, Long.toString(key.perMinute()));
        header.accept(REMAINING, Long.toString(probe.getRemainingTokens()));
        header.accept(RESET, Long.toString(secondsUp(probe.getNanosToWaitForReset())));
    }

    private static long secondsUp(long nanos) {
        return (nanos + SECOND - 1) / SECOND;
    }
}
