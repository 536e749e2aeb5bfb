package cn.quality.indicator.live;

import static java.util.Objects.requireNonNull;

import cn.quality.indicator.IndicatorCode;
import cn.quality.platform.clock.LegalDates;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What this service reads of the event of an entry in a registry of standardization. An entry counts in every figure whose
 * rule it meets, so an enterprise of grade AAA counts in its grade and in the totals of two plans; for each figure it is
 * stored under an id of its own.
 *
 * @param kind which registry; never changes
 * @param state any but {@code ENTERED} means that it is not in the registry, whatever the producer adds
 */
record RegistrySnapshot(
        @JsonProperty(required = true) UUID entryId,
        @JsonProperty(required = true) String kind,
        @JsonProperty(required = true) String state,
        @Nullable String name,
        @Nullable String uscc,
        @Nullable String region,
        @Nullable Map<String, String> fields,
        @Nullable LocalDate enteredOn)
        implements LiveSnapshot {

    /**
     * Which entries a figure of the plans counts.
     *
     * @param where values that fields must have, one of each
     * @param unit field that tells what is counted once; the entry itself where it is null
     */
    private record Rule(
            IndicatorCode figure,
            String kind,
            Map<String, Set<String>> where,
            @Nullable String unit) {

        static Rule of(String figure, String kind, Map<String, Set<String>> where) {
            return new Rule(new IndicatorCode(figure), kind, where, null);
        }

        boolean admits(Map<String, String> fields) {
            return where.entrySet().stream()
                    .allMatch(one -> one.getValue().contains(fields.getOrDefault(one.getKey(), "")));
        }
    }

    private static final String LEVEL = "level";
    private static final String AREA = "area";
    private static final String STAGE = "stage";
    private static final Set<String> NATIONAL = Set.of("NATIONAL");
    private static final Set<String> PROVINCIAL = Set.of("PROVINCIAL");
    private static final Set<String> STATE_OR_PROVINCE = Set.of("NATIONAL", "PROVINCIAL");
    private static final Set<String> SERVICE = Set.of("SERVICE");
    private static final Set<String> PILOT = Set.of("PILOT");
    private static final Set<String> DEMONSTRATION = Set.of("DEMONSTRATION");
    private static final Set<String> APPROVED = Set.of("PILOT", "DEMONSTRATION");

    private static final List<Rule> RULES = List.of(
            goodPractice("STD_GOOD_AA", "AA"),
            goodPractice("STD_GOOD_AAA", "AAA"),
            goodPractice("STD_GOOD_AAAA", "AAAA"),
            // The baseline of the quality plan is AAAA and AAA, that of the standardization plan AA as well.
            goodPractice("STD_GOOD_TOTAL_Q", "AAA", "AAAA"),
            goodPractice("STD_GOOD_TOTAL_S", "AA", "AAA", "AAAA"),
            // Several seats in one committee are one committee joined.
            committee("STD_TC_MEMBER", Set.of("INTERNATIONAL", "NATIONAL", "PROVINCIAL")),
            committee("STD_TC_CITY", Set.of("CITY")),
            Rule.of("STD_TECH_ALLIANCE", "TECH_ALLIANCE", Map.of(LEVEL, Set.of("CITY"))),
            Rule.of("STD_AGRI_BASE_NATL", "AGRI_BASE", Map.of(LEVEL, NATIONAL)),
            Rule.of("STD_AGRI_BASE_PROV", "AGRI_BASE", Map.of(LEVEL, PROVINCIAL)),
            pilot("STD_AGRI_DEMO_NATL", NATIONAL, Set.of("AGRICULTURE"), DEMONSTRATION),
            pilot("STD_SRV_PILOT_NATL", NATIONAL, SERVICE, PILOT),
            pilot("STD_SRV_DEMO_PROV", PROVINCIAL, SERVICE, DEMONSTRATION),
            pilot("STD_SRV_DEMO_ACTIVE", PROVINCIAL, SERVICE, Set.of("ACTIVE")),
            pilot("STD_PILOT_RURAL", STATE_OR_PROVINCE, Set.of("AGRICULTURE", "RURAL", "URBANIZATION"), APPROVED),
            // This plan names no level.
            Rule.of("STD_PILOT_SRV_SOC", "PILOT", Map.of(AREA, Set.of("SERVICE", "SOCIAL"), STAGE, APPROVED)),
            Rule.of("STD_PILOT_ALL", "PILOT", Map.of(LEVEL, STATE_OR_PROVINCE, STAGE, APPROVED)));

    private static Rule goodPractice(String figure, String... grades) {
        return Rule.of(figure, "GOOD_PRACTICE", Map.of("grade", Set.of(grades)));
    }

    private static Rule committee(String figure, Set<String> levels) {
        return new Rule(new IndicatorCode(figure), "TECH_COMMITTEE", Map.of(LEVEL, levels), "committee");
    }

    private static Rule pilot(String figure, Set<String> levels, Set<String> areas, Set<String> stages) {
        return Rule.of(figure, "PILOT", Map.of(LEVEL, levels, AREA, areas, STAGE, stages));
    }

    @Override
    public UUID id() {
        return entryId;
    }

    @Override
    public boolean isOfAKindThatCounts() {
        return RULES.stream().anyMatch(rule -> rule.kind().equals(kind));
    }

    @Override
    public Map<UUID, Optional<CountedRecord>> records(LiveConfig config) {
        return RULES.stream()
                .filter(rule -> rule.kind().equals(kind))
                .collect(Collectors.toMap(rule -> idIn(rule.figure()), this::counted));
    }

    private UUID idIn(IndicatorCode figure) {
        return UUID.nameUUIDFromBytes((entryId + " " + figure.value()).getBytes(StandardCharsets.UTF_8));
    }

    private Optional<CountedRecord> counted(Rule rule) {
        if (!state.equals("ENTERED")) {
            return Optional.empty();
        }
        var values = new TreeMap<>(requireNonNull(fields, "fields"));
        if (!rule.admits(values)) {
            return Optional.empty();
        }
        var day = requireNonNull(enteredOn, "enteredOn");
        var shown = new CountedEntry(entryId, kind, requireNonNull(name, "name"), uscc, region, values, day);
        return Optional.of(CountedRecord.one(
                rule.figure(),
                rule.unit() == null ? entryId.toString() : requireNonNull(values.get(rule.unit()), rule.unit()),
                day.atStartOfDay(LegalDates.ZONE).toInstant(),
                shown));
    }
}
