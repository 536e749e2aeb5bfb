package cn.quality.gateway.webhooks;

import cn.quality.platform.topics.Topics;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The events one can subscribe to, and the ways in which they can be asked for. */
public final class EventCatalogue {

    /** Every type the services publish; a test compares them with the services' schemas. */
    public static final Set<String> TYPES = Set.of(
            "cn.quality.credit.complaint.closed.v1",
            "cn.quality.credit.enterprise.amended.v1",
            "cn.quality.credit.enterprise.closed.v1",
            "cn.quality.credit.enterprise.registered.v1",
            "cn.quality.credit.enterprise.relocated.v1",
            "cn.quality.credit.enterprise.renamed.v1",
            "cn.quality.credit.listing.expired.v1",
            "cn.quality.credit.listing.published.v1",
            "cn.quality.credit.listing.repaired.v1",
            "cn.quality.credit.listing.withdrawn.v1",
            "cn.quality.credit.record.corrected.v1",
            "cn.quality.credit.record.recorded.v1",
            "cn.quality.credit.record.voided.v1",
            "cn.quality.indicator.assessment.corrected.v1",
            "cn.quality.indicator.assessment.published.v1",
            "cn.quality.indicator.live.frozen.v1",
            "cn.quality.indicator.live.rebuilt.v1",
            "cn.quality.indicator.observation.published.v1",
            "cn.quality.indicator.round.moved.v1",
            "cn.quality.indicator.round.opened.v1",
            "cn.quality.indicator.round.reminded.v1",
            "cn.quality.indicator.warning.escalated.v1",
            "cn.quality.indicator.warning.moved.v1",
            "cn.quality.indicator.warning.raised.v1",
            "cn.quality.indicator.warning.withdrawn.v1",
            "cn.quality.standards.declaration.changed.v1",
            "cn.quality.standards.declaration.made.v1",
            "cn.quality.standards.feedback.published.v1",
            "cn.quality.standards.group-project.changed.v1",
            "cn.quality.standards.group-project.consulted.v1",
            "cn.quality.standards.group-project.published.v1",
            "cn.quality.standards.impact.cleared.v1",
            "cn.quality.standards.impact.noted.v1",
            "cn.quality.standards.registry.changed.v1",
            "cn.quality.standards.registry.entered.v1",
            "cn.quality.standards.registry.exited.v1",
            "cn.quality.standards.standard.registered.v1",
            "cn.quality.standards.standard.replaced.v1",
            "cn.quality.standards.standard.withdrawn.v1",
            "cn.quality.standards.supervision.ended.v1",
            "cn.quality.standards.supervision.publicised.v1",
            "cn.quality.standards.tbt-notice.registered.v1",
            "cn.quality.standards.watch.noticed.v1");

    private EventCatalogue() {}

    /** Whether an event can ever match what is asked for. */
    public static boolean knows(String type) {
        return TYPES.stream().anyMatch(known -> waysToMean(known).contains(type));
    }

    /** The type itself, and {@code .*} after each of its beginnings. */
    static List<String> waysToMean(String type) {
        var ways = new ArrayList<>(List.of(type));
        for (int dot = type.lastIndexOf('.'); dot > 0; dot = type.lastIndexOf('.', dot - 1)) {
            ways.add(type.substring(0, dot) + ".*");
        }
        return ways;
    }

    /** The regions (GB/T 2260) one of which must be asked for: 371102 lies in 371100, and that in 370000. */
    public static List<String> regionsAround(String region) {
        return region.length() < 6
                ? List.of()
                : Stream.of(
                                region,
                                region.substring(0, 6),
                                region.substring(0, 4) + "00",
                                region.substring(0, 2) + "0000")
                        .distinct()
                        .toList();
    }

    /** Whether an event is for the recipient it names, and for nobody else. */
    public static boolean isPrivate(String type) {
        return Topics.isPrivate(aggregate(type).replaceFirst("^cn\\.", ""));
    }

    /** What the event is about, without what happened to it and without the version. */
    static String aggregate(String type) {
        int version = type.lastIndexOf('.');
        int verb = version < 0 ? -1 : type.lastIndexOf('.', version - 1);
        return verb < 0 ? type : type.substring(0, verb);
    }
}
