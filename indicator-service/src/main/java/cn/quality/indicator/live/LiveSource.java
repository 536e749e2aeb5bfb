package cn.quality.indicator.live;

import cn.quality.platform.inbox.InboundEvent;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The topics that live figures are counted from. What of a source counts, and in which figure, says its
 * {@link LiveSnapshot}.
 *
 * <p>Each event carries the whole record, so what happened to it (withdrawn, repaired, expired, or something the producer will
 * invent) need not be known to do right by it: what is not public is not counted.
 */
enum LiveSource {
    /** The red and the black list: LST_RED, LST_BLACK. */
    LISTING("quality.credit.listing", ListingSnapshot.class, CountedListing.class),
    /** Standards of an enterprise's own: STD_SELF_DECL. */
    DECLARATION("quality.standards.declaration", DeclarationSnapshot.class, CountedDeclaration.class),
    /** The registry of standards: STD_GROUP_Q. */
    STANDARD("quality.standards.standard", StandardSnapshot.class, CountedStandard.class),
    /** Entries of the registries of standardization: the STD_* figures of committees, pilots, bases, enterprises. */
    REGISTRY("quality.standards.registry", RegistrySnapshot.class, CountedEntry.class),
    /** Results of supervision sampling: PRD_SUPERV_PASS, AGR_SAFETY_PASS, FOD_DRUG_PASS. */
    INSPECTION("quality.credit.record", InspectionSnapshot.class, CountedInspection.class);

    static final Set<String> TOPICS =
            Stream.of(values()).map(source -> source.topic).collect(Collectors.toUnmodifiableSet());

    private final String topic;
    private final Pattern snapshotV1;
    private final Class<? extends LiveSnapshot> snapshot;
    private final Class<? extends LiveRecord> shown;

    LiveSource(String topic, Class<? extends LiveSnapshot> snapshot, Class<? extends LiveRecord> shown) {
        this.topic = topic;
        this.snapshotV1 = Pattern.compile(Pattern.quote("cn." + topic + ".") + "[a-z-]+\\.v1");
        this.snapshot = snapshot;
        this.shown = shown;
    }

    /**
     * A record as an event tells of it.
     *
     * @param id under which it is stored
     * @param counted what of it counts, if it does
     */
    record Told(LiveSource source, UUID id, long sequence, Optional<CountedRecord> counted) {}

    /**
     * What an event tells: one record for each figure that its own can ever count in by another rule, and none when there is
     * no such figure.
     *
     * @throws JsonProcessingException, IllegalArgumentException and NullPointerException when it cannot be digested
     */
    static List<Told> read(InboundEvent event, LiveConfig config) throws JsonProcessingException {
        for (var source : values()) {
            if (source.snapshotV1.matcher(event.type()).matches()) {
                return source.told(event, config);
            }
        }
        return List.of();
    }

    private List<Told> told(InboundEvent event, LiveConfig config) throws JsonProcessingException {
        var told = event.data(snapshot);
        if (!told.id().toString().equals(event.subject())) {
            throw new IllegalArgumentException("The event's subject is another record than its data");
        }
        return told.isOfAKindThatCounts()
                ? told.records(config).entrySet().stream()
                        .map(record -> new Told(this, record.getKey(), event.sequence(), record.getValue()))
                        .toList()
                : List.of();
    }

    /** Whether it is known what of it belongs to this city. */
    boolean isConfigured(LiveConfig config) {
        return this != STANDARD || config.groupIssuers().isPresent();
    }

    /** The form in which its records are shown. */
    Class<? extends LiveRecord> shown() {
        return shown;
    }
}
