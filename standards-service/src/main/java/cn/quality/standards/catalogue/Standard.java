package cn.quality.standards.catalogue;

import cn.quality.platform.clock.LegalDates;
import cn.quality.standards.number.Confidence;
import cn.quality.standards.number.Level;
import cn.quality.standards.search.SearchText;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One edition of a standard, as last stated. */
@Entity
@Table(name = "standard")
class Standard {

    @Id
    private UUID id;

    private String number;
    private String numberKey;
    private String editionKey;

    @SuppressWarnings("UnusedVariable") // read by queries only
    private String undatedKey;

    private String familyKey;

    @SuppressWarnings("UnusedVariable") // read by queries only
    private String designation;

    @Enumerated(EnumType.STRING)
    private Level level;

    @Enumerated(EnumType.STRING)
    private Confidence confidence;

    @Embedded
    private StandardFacts facts;

    @ElementCollection
    @CollectionTable(name = "standard_relation", joinColumns = @JoinColumn(name = "stated_by"))
    private Set<Relation> relations;

    @Embedded
    @SuppressWarnings("UnusedVariable") // read by queries only
    private SearchText search;

    private @Nullable LocalDate replacedOn;

    private long revision;
    private Instant changedAt;

    @SuppressWarnings("NullAway.Init")
    protected Standard() {}

    Standard(UUID id, StandardStatement stated, Instant now) {
        this.id = id;
        this.number = stated.number().original();
        this.numberKey = stated.number().canonical();
        this.editionKey = stated.number().edition();
        this.undatedKey = stated.number().undated();
        this.familyKey = stated.number().family();
        this.designation = stated.number().designation();
        this.level = stated.number().level();
        this.confidence = stated.number().confidence();
        this.facts = stated.facts();
        this.relations = new HashSet<>(stated.relations());
        this.revision = 1;
        this.changedAt = now;
        this.search = searchText();
    }

    StandardEvent registered() {
        return new StandardEvent.Registered(snapshot(), revision);
    }

    /**
     * Takes over what is stated now; the first spelling of the number stays.
     *
     * @return whether the statement says something new
     */
    boolean correct(StandardStatement stated, Instant now) {
        if (facts.equals(stated.facts()) && relations.equals(stated.relations())) {
            return false;
        }
        facts = stated.facts();
        relations.retainAll(stated.relations());
        relations.addAll(stated.relations());
        revision++;
        changedAt = now;
        search = searchText();
        return true;
    }

    /** The event of a correction: what happened to the force of the standard, if anything did. */
    StandardEvent corrected(Status before) {
        var after = statusOn(LegalDates.on(changedAt));
        if (after == before) {
            return registered();
        }
        return switch (after) {
            case REPLACED -> new StandardEvent.Replaced(snapshot(), revision);
            case ABOLISHED -> new StandardEvent.Withdrawn(snapshot(), revision);
            case UPCOMING, IN_FORCE -> registered();
        };
    }

    /** What follows from the statements about other standards: when those that replace this one are implemented. */
    void replacedFrom(Optional<LocalDate> day) {
        replacedOn = day.orElse(null);
    }

    private SearchText searchText() {
        var titleEn = facts.titleEn();
        return SearchText.of(Stream.of(numberKey, number, facts.titleZh(), titleEn == null ? "" : titleEn));
    }

    private StandardSnapshot snapshot() {
        return new StandardSnapshot(
                id,
                number,
                facts.titleZh(),
                level,
                facts.nature(),
                facts.statusOn(LegalDates.on(changedAt), replacedOn),
                facts.publishedOn(),
                facts.implementedOn(),
                relations.stream()
                        .filter(r -> r.kind() == Relation.Kind.REPLACES
                                && r.objectKey().equals(numberKey))
                        .map(Relation::subjectKey)
                        .sorted()
                        .toList());
    }

    StandardRef ref(LocalDate today) {
        return new StandardRef(id, number, facts.titleZh(), facts.statusOn(today, replacedOn));
    }

    StandardSummary summary(LocalDate today, List<StandardRef> latest) {
        return new StandardSummary(
                id,
                number,
                facts.titleZh(),
                facts.titleEn(),
                level,
                facts.nature(),
                facts.statusOn(today, replacedOn),
                facts.publishedOn(),
                facts.implementedOn(),
                facts.ics(),
                facts.ccs(),
                facts.department(),
                latest);
    }

    UUID id() {
        return id;
    }

    String number() {
        return number;
    }

    String numberKey() {
        return numberKey;
    }

    Level level() {
        return level;
    }

    Confidence confidence() {
        return confidence;
    }

    /** The edition that this amends; its own number when it amends none. */
    String editionKey() {
        return editionKey;
    }

    String familyKey() {
        return familyKey;
    }

    Status statusOn(LocalDate day) {
        return facts.statusOn(day, replacedOn);
    }

    Set<Relation> relations() {
        return Set.copyOf(relations);
    }

    long revision() {
        return revision;
    }

    Instant changedAt() {
        return changedAt;
    }

    StandardFacts facts() {
        return facts;
    }

    /** What the decision log keeps the digest of: all that was stated, in an order that does not depend on chance. */
    Stated stated() {
        return new Stated(
                number,
                facts,
                relations.stream()
                        .sorted(Comparator.comparing(Relation::toString))
                        .toList());
    }

    record Stated(String number, StandardFacts facts, List<Relation> relations) {}
}
