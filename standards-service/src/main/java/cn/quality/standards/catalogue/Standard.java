package cn.quality.standards.catalogue;

import cn.quality.platform.clock.LegalDates;
import cn.quality.standards.number.Confidence;
import cn.quality.standards.number.Level;
import cn.quality.standards.number.StandardNumber;
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
import jakarta.persistence.Transient;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
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

    /** Of {@link #replacedFrom}; known only where that was called. */
    @Transient
    private List<String> successors = List.of();

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
        var newFacts = stated.partial() ? stated.facts().completedBy(facts) : stated.facts();
        boolean relationsStay =
                stated.partial() ? relations.containsAll(stated.relations()) : relations.equals(stated.relations());
        if (facts.equals(newFacts) && relationsStay) {
            return false;
        }
        facts = newFacts;
        if (!stated.partial()) {
            relations.retainAll(stated.relations());
        }
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

    /** The event of what others stated: its end moved although nobody stated anything of this standard itself. */
    StandardEvent endMoved(Status before, Instant now) {
        revision++;
        changedAt = now;
        return corrected(before);
    }

    /**
     * What follows from the statements about other standards: when those that replace this one are implemented.
     *
     * @param by what replaces it as a whole, the next of the chain alone
     * @return whether that moves its end
     */
    boolean replacedFrom(Optional<LocalDate> day, List<String> by) {
        successors = by;
        if (day.equals(Optional.ofNullable(replacedOn))) {
            return false;
        }
        replacedOn = day.orElse(null);
        return true;
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
                replacedOn,
                Stream.concat(
                                successors.stream(),
                                relations.stream()
                                        .filter(r -> r.kind() == Relation.Kind.REPLACES
                                                && r.objectKey().equals(numberKey))
                                        .map(Relation::subjectKey))
                        .distinct()
                        .sorted()
                        .toList());
    }

    /** The same as it would be stated on a day by somebody who knows its legal state then. */
    NewStandard restated(LocalDate day) {
        return new NewStandard(
                number,
                facts.titleZh(),
                facts.titleEn(),
                level,
                facts.nature(),
                facts.statusOn(day, replacedOn),
                facts.publishedOn(),
                facts.implementedOn(),
                facts.abolishedOn(),
                facts.firstPublishedOn(),
                facts.reviewedOn(),
                facts.ics(),
                facts.ccs(),
                facts.department(),
                facts.technicalCommittee(),
                List.copyOf(facts.draftingUnits()),
                facts.scope(),
                others(Relation.Kind.REPLACES, true),
                others(Relation.Kind.REPLACES, false),
                others(Relation.Kind.REPLACES_IN_PART, true),
                others(Relation.Kind.REPLACES_IN_PART, false),
                stated(Relation.Kind.RENUMBERED)
                        .map(r -> new NewStandard.FormerNumber(r.objectKey(), r.since()))
                        .collect(Collectors.toCollection(ArrayList::new)),
                relations.stream()
                        .sorted(Comparator.comparing(Relation::objectKey))
                        .flatMap(r -> r.kind().adoption().stream()
                                .map(degree -> new NewStandard.Adopted(r.objectKey(), degree)))
                        .collect(Collectors.toCollection(ArrayList::new)),
                others(Relation.Kind.CITES, true),
                facts.source(),
                facts.certainty());
    }

    private Stream<Relation> stated(Relation.Kind kind) {
        return relations.stream()
                .filter(r -> r.kind() == kind)
                .sorted(Comparator.comparing(Relation::subjectKey).thenComparing(Relation::objectKey));
    }

    /** The other side of what was stated here of a kind. */
    private List<@Nullable String> others(Relation.Kind kind, boolean subject) {
        return stated(kind)
                .filter(r -> subject == r.subjectKey().equals(numberKey))
                .map(r -> subject ? r.objectKey() : r.subjectKey())
                .collect(Collectors.toCollection(ArrayList::new));
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

    /** Of any year, with or without the T that came later. */
    boolean isEditionOf(StandardNumber asked) {
        return designation.equals(asked.designation()) && familyKey.equals(asked.family());
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
