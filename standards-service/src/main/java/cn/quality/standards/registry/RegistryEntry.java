package cn.quality.standards.registry;

import cn.quality.platform.clock.LegalDates;
import cn.quality.platform.id.Ids;
import cn.quality.platform.identifiers.RegionCode;
import cn.quality.platform.identifiers.UnifiedSocialCreditCode;
import cn.quality.platform.problem.Problem;
import cn.quality.platform.problem.ProblemType;
import cn.quality.platform.problem.Text;
import cn.quality.platform.transition.Transition;
import cn.quality.standards.registry.RegistryEvent.PublicState;
import cn.quality.standards.registry.RegistryEvent.Snapshot;
import cn.quality.standards.registry.RegistryKind.ExitGround;
import cn.quality.standards.registry.RegistryKind.Subject;
import cn.quality.standards.search.SearchText;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** An entry of a registry, from its proposal on. */
@Entity
@Table(name = "registry_entry")
class RegistryEntry {

    static final ProblemType UNSUITABLE_DAY =
            new ProblemType(422, "unsuitable-day", new Text("日期不符合要求", "Not that day"));
    static final ProblemType UNKNOWN_GROUND =
            new ProblemType(422, "unknown-exit-ground", new Text("没有这一退出情形", "No such ground to leave"));
    static final ProblemType NOTICE_REQUIRED =
            new ProblemType(422, "notice-required", new Text("须先告知当事人", "Whom it is about must be told first"));

    private static final LocalDate FIRST_DAY = LocalDate.of(LegalDates.FIRST_YEAR, 1, 1);

    @Id
    private UUID id;

    private String kind;

    @Enumerated(EnumType.STRING)
    private Subject subject;

    private String name;
    private @Nullable String uscc;
    private String region;

    @ElementCollection
    @CollectionTable(name = "registry_entry_field", joinColumns = @JoinColumn(name = "entry_id"))
    @MapKeyColumn(name = "name")
    @Column(name = "value")
    private Map<String, String> fields = new HashMap<>();

    private @Nullable LocalDate consentedOn;

    @Enumerated(EnumType.STRING)
    private RegistryState state;

    private @Nullable LocalDate enteredOn;
    private @Nullable LocalDate exitedOn;
    private @Nullable LocalDate validUntil;
    private @Nullable String reviewGround;
    private @Nullable LocalDate notifiedOn;
    private @Nullable LocalDate answerUntil;
    private @Nullable String exitGround;

    @ElementCollection
    @CollectionTable(name = "registry_entry_spell", joinColumns = @JoinColumn(name = "entry_id"))
    @OrderColumn(name = "position")
    private List<Spell> spells = new ArrayList<>();

    @ElementCollection
    @CollectionTable(name = "registry_entry_act", joinColumns = @JoinColumn(name = "entry_id"))
    @OrderColumn(name = "position")
    private List<HistoryEntry> history = new ArrayList<>();

    @Embedded
    private SearchText search;

    private long version;

    @SuppressWarnings("NullAway.Init") // for Hibernate
    protected RegistryEntry() {}

    @SuppressWarnings("NullAway.Init") // describe() sets the rest
    private RegistryEntry(RegistryKind kind, EntryContent content) {
        this.id = Ids.next();
        this.kind = kind.code();
        this.subject = kind.subject();
        this.state = RegistryTransitions.TABLE.opening().to();
        describe(content);
    }

    /** Proposes an entry. */
    static RegistryEntry propose(RegistryKind kind, EntryContent content, String words, DecisionContext now) {
        var entry = new RegistryEntry(kind, content);
        var row = RegistryTransitions.TABLE.opening();
        Transition.require(row.policies(), entry, row.act(), now);
        entry.note(row.act(), words, null, now);
        return entry;
    }

    RegistryEvent revise(EntryContent content, String words, DecisionContext now) {
        var row = required(RegistryAct.REVISE, now);
        describe(content);
        return take(row, words, null, now);
    }

    /** An act that changes nothing but the state: withdrawal of a proposal, or declining it. */
    RegistryEvent move(RegistryAct act, String words, @Nullable String document, DecisionContext now) {
        return take(required(act, now), words, document, now);
    }

    /**
     * It is in the registry from that day on, for the first time or again.
     *
     * @throws Problem 422 {@code unsuitable-day}
     */
    RegistryEvent enter(RegistryAct act, LocalDate day, RegistryKind rules, Decided decided, DecisionContext now) {
        var row = required(act, now);
        requireDay("on", day, exitedOn == null ? FIRST_DAY : exitedOn, now);
        enteredOn = day;
        exitedOn = null;
        exitGround = null;
        validUntil = rules.validUntil(day).orElse(null);
        clearReview();
        spells.add(new Spell(day, null));
        return take(row, decided.reason(), decided.document(), now);
    }

    /** What it says was wrong all along. Neither the days nor a decision is changed by it. */
    RegistryEvent correct(EntryContent content, Decided decided, DecisionContext now) {
        var row = required(RegistryAct.CORRECT, now);
        describe(content);
        return take(row, decided.reason(), decided.document(), now);
    }

    /** Its validity is over: somebody has to look whether it stays. */
    RegistryEvent fallDue(DecisionContext now) {
        return take(required(RegistryAct.FALL_DUE, now), "", null, now);
    }

    /**
     * Proposes that it leaves, or asks whether it may stay.
     *
     * @param ground none to ask only
     * @param told when whom it is about was told; the time for an answer begins with the day after
     * @throws Problem 422 {@code unknown-exit-ground}, {@code notice-required}, {@code unsuitable-day}
     */
    RegistryEvent review(Optional<ExitGround> ground, Optional<LocalDate> told, String words, DecisionContext now) {
        var row = required(RegistryAct.REVIEW, now);
        clearReview();
        ground.ifPresent(one -> {
            if (one.noticeDays() != null) {
                var day = told.orElseThrow(() -> new Problem(
                                NOTICE_REQUIRED,
                                Text.of(
                                        "“%s”须先告知当事人，听取陈述申辩",
                                        "%2$s: whom it is about is told first and may answer", one.zh(), one.en()))
                        .with("notifiedOn", "required", Text.of("必填", "is required")));
                requireDay("notifiedOn", day, enteredOn == null ? FIRST_DAY : enteredOn, now);
                notifiedOn = day;
                answerUntil = day.plusDays(one.noticeDays());
            }
            reviewGround = one.code();
        });
        return take(row, words, null, now);
    }

    /** It stays, and its validity begins anew. */
    RegistryEvent retain(LocalDate day, RegistryKind rules, Decided decided, DecisionContext now) {
        var row = required(RegistryAct.RETAIN, now);
        requireDay("on", day, enteredOn == null ? FIRST_DAY : enteredOn, now);
        validUntil = rules.validUntil(day).orElse(null);
        clearReview();
        return take(row, decided.reason(), decided.document(), now);
    }

    /**
     * It leaves.
     *
     * @param day first day on which it is not in the registry any more
     */
    RegistryEvent exit(LocalDate day, Decided decided, DecisionContext now) {
        var row = required(RegistryAct.EXIT, now);
        var first = spells.getLast().from().plusDays(1);
        requireDay(
                "on", day, answerUntil == null || answerUntil.isBefore(first) ? first : answerUntil.plusDays(1), now);
        exitedOn = day;
        exitGround = reviewGround;
        validUntil = null;
        clearReview();
        spells.add(new Spell(spells.removeLast().from(), day));
        return take(row, decided.reason(), decided.document(), now);
    }

    /** Proposes that it comes back. */
    RegistryEvent repropose(EntryContent content, String words, DecisionContext now) {
        var row = required(RegistryAct.REPROPOSE, now);
        describe(content);
        return take(row, words, null, now);
    }

    /** Acts that this actor can do to it now, in the order of the table. */
    List<RegistryAct> actions(DecisionContext now) {
        return RegistryTransitions.TABLE.possible(state).stream()
                .filter(act -> row(act).policies().stream()
                        .allMatch(policy -> policy.refusal(this, act, now).isEmpty()))
                .toList();
    }

    private void describe(EntryContent content) {
        name = content.name();
        uscc = content.uscc().map(UnifiedSocialCreditCode::value).orElse(null);
        region = content.region().value();
        fields.keySet().retainAll(content.fields().keySet());
        fields.putAll(content.fields());
        consentedOn = content.consentedOn().orElse(null);
        search = SearchText.of(
                Stream.concat(Stream.of(name, uscc == null ? "" : uscc), content.fields().values().stream()));
    }

    private void clearReview() {
        reviewGround = null;
        notifiedOn = null;
        answerUntil = null;
    }

    private static void requireDay(String field, LocalDate day, LocalDate first, DecisionContext now) {
        if (day.isBefore(first) || day.isAfter(now.today())) {
            throw new Problem(UNSUITABLE_DAY, new Text("日期不在允许的范围内", "The day is out of range"))
                    .with(field, "range", Text.of("%s 至 %s", "from %s to %s", first, now.today()));
        }
    }

    private Transition<RegistryState, RegistryAct, RegistryPolicy, Void, RegistryEvent.Kind> row(RegistryAct act) {
        return RegistryTransitions.TABLE.of(state, act);
    }

    private Transition<RegistryState, RegistryAct, RegistryPolicy, Void, RegistryEvent.Kind> required(
            RegistryAct act, DecisionContext now) {
        var row = row(act);
        Transition.require(row.policies(), this, act, now);
        return row;
    }

    /** The one way to another state: along a row of the table. */
    private RegistryEvent take(
            Transition<RegistryState, RegistryAct, RegistryPolicy, Void, RegistryEvent.Kind> row,
            String words,
            @Nullable String document,
            DecisionContext now) {
        state = row.to();
        version++;
        note(row.act(), words, document, now);
        return new RegistryEvent(row.event(), version, snapshot());
    }

    private void note(RegistryAct act, String words, @Nullable String document, DecisionContext now) {
        history.add(new HistoryEntry(act, now.actor().id(), now.moment(), words, document));
    }

    /** What others may know. */
    private Snapshot snapshot() {
        return state.isIn()
                ? new Snapshot(id, kind, PublicState.ENTERED, name, uscc, region, fields(), enteredOn, validUntil)
                : Snapshot.ended(id, kind);
    }

    /** To have left is adverse for an enterprise, and a person may withdraw: nobody is named any more. */
    boolean isWithheld() {
        return !state.isIn() && (subject == Subject.PERSON || uscc != null);
    }

    boolean hadAHandIn(Set<RegistryAct> acts, String official) {
        return history.stream().anyMatch(entry -> acts.contains(entry.act()) && official.equals(entry.official()));
    }

    boolean isExpired(LocalDate today) {
        return validUntil != null && today.isAfter(validUntil);
    }

    RegistryEntryView view() {
        return new RegistryEntryView(
                id,
                kind,
                state.isIn() ? PublicState.ENTERED : PublicState.EXITED,
                isWithheld() ? null : name,
                isWithheld() ? null : uscc,
                isWithheld() ? null : region,
                isWithheld() ? Map.of() : fields(),
                isWithheld() ? null : enteredOn,
                validUntil,
                exitedOn,
                isWithheld() ? null : exitGround,
                isWithheld() ? List.of() : List.copyOf(spells));
    }

    /** All of it, with what this actor can do. */
    RegistryCaseView file(List<RegistryAct> actions) {
        return new RegistryCaseView(
                id,
                version,
                kind,
                state,
                name,
                uscc,
                region,
                fields(),
                consentedOn,
                enteredOn,
                validUntil,
                exitedOn,
                exitGround,
                reviewGround,
                notifiedOn,
                answerUntil,
                List.copyOf(spells),
                List.copyOf(history),
                actions);
    }

    UUID id() {
        return id;
    }

    String kind() {
        return kind;
    }

    String name() {
        return name;
    }

    Optional<UnifiedSocialCreditCode> uscc() {
        return Optional.ofNullable(uscc).map(UnifiedSocialCreditCode::new);
    }

    RegionCode region() {
        return new RegionCode(region);
    }

    Map<String, String> fields() {
        return new TreeMap<>(fields);
    }

    RegistryState state() {
        return state;
    }

    Subject subject() {
        return subject;
    }

    Optional<String> reviewGround() {
        return Optional.ofNullable(reviewGround);
    }

    Optional<LocalDate> answerUntil() {
        return Optional.ofNullable(answerUntil);
    }

    @Nullable
    LocalDate validUntil() {
        return validUntil;
    }

    List<Spell> spells() {
        return List.copyOf(spells);
    }

    SearchText search() {
        return search;
    }

    HistoryEntry lastAct() {
        return history.getLast();
    }

    /** Whether the public has ever been told of it. */
    boolean hasBeenPublic() {
        return !spells.isEmpty();
    }

    long version() {
        return version;
    }
}
