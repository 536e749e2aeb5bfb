package cn.quality.gateway.cache;

import static java.util.Map.entry;

import cn.quality.gateway.feeds.TailedEvent;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Which responses an event invalidates: those about the enterprises it names, and all below the addresses of its topic. Live
 * figures count everything, so everything invalidates them, and the pages they are shown on; a topic without a rule invalidates all services.
 */
final class InvalidationRules {

    private static final String CREDIT = "/api/credit/v1";
    private static final String STANDARDS = "/api/standards/v1";
    private static final String INDICATORS = "/api/indicators/v1";
    /** The figures of the indicators in the words of SDMX. */
    private static final String SDMX = "/sdmx";

    private static final String LIVE = INDICATORS + "/live";
    private static final String DASHBOARDS = INDICATORS + "/dashboards";

    private static final Set<String> EVERYTHING = Set.of(CREDIT, STANDARDS, INDICATORS, SDMX);

    private static final Map<String, Set<String>> BY_TOPIC = Map.ofEntries(
            entry("quality.credit.listing", EVERYTHING),
            entry("quality.credit.enterprise", Set.of(CREDIT, STANDARDS, LIVE, DASHBOARDS)),
            // Records arrive by the hundred thousand; what is public of them stands with the enterprise, and in the
            // honours.
            entry("quality.credit.record", Set.of(CREDIT + "/honours", LIVE, DASHBOARDS)),
            entry("quality.credit.complaint", Set.of(CREDIT + "/complaint-statistics", LIVE, DASHBOARDS)),
            // What the credit-service makes of a declaration it publishes as an event of its own.
            entry("quality.indicator.assessment", Set.of(INDICATORS + "/assessments", DASHBOARDS, SDMX)),
            // Nothing of a round is public until its figures are, and those are observations.
            entry("quality.indicator.round", Set.of()),
            entry("quality.indicator.live", Set.of(INDICATORS)),
            entry("quality.indicator.observation", Set.of(INDICATORS, SDMX)),
            entry("quality.indicator.warning", Set.of(INDICATORS + "/warnings")),
            entry("quality.standards.feedback", Set.of(STANDARDS + "/feedback")),
            entry("quality.standards.registry", Set.of(STANDARDS + "/registries", LIVE, DASHBOARDS)),
            entry("quality.standards.standard", Set.of(STANDARDS, INDICATORS)),
            // Nothing that is shown to everybody says who watches what.
            entry("quality.standards.watch", Set.of()),
            entry("quality.standards.declaration", Set.of(STANDARDS, INDICATORS)),
            entry("quality.standards.supervision", Set.of(STANDARDS + "/publicities")),
            // Notices are not public.
            entry("quality.standards.impact", Set.of()),
            // What is published tells of itself as a standard.
            entry(
                    "quality.standards.group-project",
                    Set.of(STANDARDS + "/group-projects", STANDARDS + "/group-consultations")),
            entry("quality.standards.tbt-notice", Set.of(STANDARDS + "/tbt-notices")));

    private InvalidationRules() {}

    static Set<String> subjectsOf(TailedEvent event) {
        var subjects = new HashSet<>(BY_TOPIC.getOrDefault(event.topic(), EVERYTHING));
        subjects.addAll(Subjects.named(event.data()));
        subjects.addAll(Subjects.named(event.subject().getBytes(StandardCharsets.UTF_8)));
        return subjects;
    }
}
