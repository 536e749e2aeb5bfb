package cn.quality.gateway.feeds;

import cn.quality.gateway.feeds.RecentEvents.Recent;
import cn.quality.gateway.webhooks.EventCatalogue;
import cn.quality.platform.problem.Problem;
import cn.quality.platform.problem.ProblemTypes;
import cn.quality.platform.problem.Text;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Which events a system wants.
 *
 * @param types or beginnings of types, with {@code .*} at the end; empty for all
 * @param regions these and what lies in them; empty for all
 */
record Subscription(List<String> types, List<String> regions) {

    private static final Pattern REGION = Pattern.compile("[1-9][0-9]{5}(-[A-Z0-9]{1,10})?");
    private static final int MOST = 50;

    /** Fails with a refusal when something is asked for that cannot be. */
    static Future<Subscription> of(MultiMap parameters) {
        var subscription = new Subscription(all(parameters, "types"), all(parameters, "region"));
        if (!fit(subscription.types(), EventCatalogue::knows)) {
            return unknownType();
        }
        return fit(subscription.regions(), REGION.asMatchPredicate())
                ? Future.succeededFuture(subscription)
                : refusal("region", "371102");
    }

    boolean matches(Recent event) {
        return (types.isEmpty() || types.stream().anyMatch(type -> means(type, event.type())))
                && (regions.isEmpty() || event.regions().stream().anyMatch(regions::contains));
    }

    private static boolean means(String subscription, String type) {
        return subscription.endsWith("*")
                ? type.startsWith(subscription.substring(0, subscription.length() - 1))
                : subscription.equals(type);
    }

    private static List<String> all(MultiMap parameters, String name) {
        return parameters.getAll(name).stream()
                .flatMap(value -> Stream.of(value.split(",", -1)))
                .distinct()
                .toList();
    }

    private static boolean fit(List<String> values, Predicate<String> good) {
        return values.size() <= MOST && values.stream().allMatch(good);
    }

    /** A type that never comes would be waited for in silence. */
    private static Future<Subscription> unknownType() {
        var known = String.join(", ", new TreeSet<>(EventCatalogue.TYPES));
        return Future.failedFuture(new Problem(
                ProblemTypes.BAD_REQUEST,
                new Text(
                        "参数 types 有误；可用事件类型或以 .* 结尾的前缀，至多 %d 个：%s".formatted(MOST, known),
                        "types must be types of events or beginnings of them with .*, at most %d: %s"
                                .formatted(MOST, known))));
    }

    private static Future<Subscription> refusal(String name, String example) {
        return Future.failedFuture(new Problem(
                ProblemTypes.BAD_REQUEST,
                new Text(
                        "参数 %s 有误，示例：%s；至多 %d 个".formatted(name, example, MOST),
                        "%s must be like %s, at most %d of them".formatted(name, example, MOST))));
    }
}
