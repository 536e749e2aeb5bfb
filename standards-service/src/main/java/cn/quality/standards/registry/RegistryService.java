package cn.quality.standards.registry;

import cn.quality.platform.act.Act;
import cn.quality.platform.act.Act.VersionCheck;
import cn.quality.platform.act.ActExecutor;
import cn.quality.platform.act.ActResult;
import cn.quality.platform.act.ActSubject;
import cn.quality.platform.clock.LegalDates;
import cn.quality.platform.http.Preconditions;
import cn.quality.platform.identifiers.RegionCode;
import cn.quality.platform.identifiers.UnifiedSocialCreditCode;
import cn.quality.platform.identity.Actor;
import cn.quality.platform.identity.Caller;
import cn.quality.platform.paging.Cursor;
import cn.quality.platform.paging.Page;
import cn.quality.platform.paging.PageRequest;
import cn.quality.platform.problem.Problem;
import cn.quality.platform.problem.ProblemType;
import cn.quality.platform.problem.ProblemTypes;
import cn.quality.platform.problem.Text;
import cn.quality.standards.Roles;
import cn.quality.standards.declarant.Declarant;
import cn.quality.standards.declarant.DeclarantService;
import cn.quality.standards.registry.RegistryKind.ExitGround;
import cn.quality.standards.registry.RegistryKind.Subject;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;

/** The acts of officials on entries, and what they read; each act with the course of {@link ActExecutor}. */
@ApplicationScoped
class RegistryService {

    static final ProblemType ALREADY_ENTERED =
            new ProblemType(409, "already-entered", new Text("该企业已在库", "The enterprise is in the registry already"));
    static final ProblemType ENTERPRISE_CLOSED =
            new ProblemType(409, "enterprise-closed", new Text("企业已注销", "The enterprise is closed"));

    private static final ActSubject<RegistryEntry> ENTRY =
            ActSubject.of("registry-entry", RegistryEntry::id, RegistryEntry::version, entry -> entry.file(List.of()));

    private static final int EXPIRED_AT_ONCE = 100;

    private final RegistryRepository entries;
    private final RegistryKindService kinds;
    private final RegistryHistory history;
    private final DeclarantService declarants;
    private final ActExecutor executor;
    private final Caller caller;
    private final Clock clock;

    RegistryService(
            RegistryRepository entries,
            RegistryKindService kinds,
            RegistryHistory history,
            DeclarantService declarants,
            ActExecutor executor,
            Caller caller,
            Clock clock) {
        this.entries = entries;
        this.kinds = kinds;
        this.history = history;
        this.declarants = declarants;
        this.executor = executor;
        this.caller = caller;
        this.clock = clock;
    }

    /** The entry an act is on, with the headers of the act. */
    record On(UUID id, Preconditions preconditions) {}

    /** What makes a request for an act the same as another. */
    private record Request(Object of, Object content) {}

    /** @throws Problem 404 for an unknown kind, 400 for what is wrong with the entry, 403 {@code foreign-region} */
    @Transactional
    RegistryCaseView propose(String kindCode, NewEntry sent, Preconditions preconditions) {
        var kind = kinds.today(kindCode);
        var content = checked(kind, sent);
        var done = executor.perform(Act.making(ENTRY, RegistryAct.PROPOSE.logged(), () -> {
                    var entry = RegistryEntry.propose(kind, content, sent.words(), context());
                    entries.persist(entry);
                    return ActResult.changed(entry).because(sent.words());
                })
                .once(preconditions, new Request(kindCode, sent)));
        return file(entries.findById(done.id()));
    }

    @Transactional
    RegistryCaseView revise(On on, NewEntry sent) {
        return act(
                on,
                RegistryAct.REVISE,
                sent,
                (entry, now) -> entry.revise(checked(kindOf(entry), sent), sent.words(), now));
    }

    @Transactional
    RegistryCaseView repropose(On on, NewEntry sent) {
        return act(
                on,
                RegistryAct.REPROPOSE,
                sent,
                (entry, now) -> entry.repropose(checked(kindOf(entry), sent), sent.words(), now));
    }

    @Transactional
    RegistryCaseView correct(On on, NewEntry sent) {
        return act(
                on,
                RegistryAct.CORRECT,
                sent,
                (entry, now) -> entry.correct(checked(kindOf(entry), sent), new Decided(sent.words(), null), now));
    }

    /** Ends a proposal: withdrawn by who made it, or declined. */
    @Transactional
    RegistryCaseView endProposal(On on, RegistryAct act, Decided decided) {
        return act(on, act, decided, (entry, now) -> entry.move(act, decided.reason(), decided.document(), now));
    }

    /**
     * Enters what was proposed, for the first time or again.
     *
     * @throws Problem 409 {@code already-entered}, {@code enterprise-closed}; 422 {@code unsuitable-day}
     */
    @Transactional
    RegistryCaseView enter(On on, NewDecision.Checked sent) {
        return act(on, RegistryAct.ENTER, sent, (entry, now) -> {
            entry.uscc()
                    .filter(uscc -> entry.subject() == Subject.ENTERPRISE
                            && !entry.state().isIn())
                    .ifPresent(uscc -> requireFree(entry, uscc));
            var act = entry.hasBeenPublic() ? RegistryAct.REENTER : RegistryAct.ENTER;
            return entry.enter(act, sent.on(), kinds.on(entry.kind(), sent.on()), sent.decided(), now);
        });
    }

    /** @throws Problem 422 {@code unknown-exit-ground}, {@code notice-required}, {@code unsuitable-day} */
    @Transactional
    RegistryCaseView review(On on, NewReview.Checked sent) {
        return act(
                on,
                RegistryAct.REVIEW,
                sent,
                (entry, now) -> entry.review(
                        sent.ground().map(code -> ground(kindOf(entry), code)), sent.told(), sent.words(), now));
    }

    @Transactional
    RegistryCaseView retain(On on, NewDecision.Checked sent) {
        return act(
                on,
                RegistryAct.RETAIN,
                sent,
                (entry, now) -> entry.retain(sent.on(), kinds.on(entry.kind(), sent.on()), sent.decided(), now));
    }

    /** @throws Problem 409 {@code time-to-answer}, {@code no-exit-ground}; 422 {@code unsuitable-day} */
    @Transactional
    RegistryCaseView exit(On on, NewDecision.Checked sent) {
        return act(on, RegistryAct.EXIT, sent, (entry, now) -> entry.exit(sent.on(), sent.decided(), now));
    }

    /** @throws Problem 403 {@code foreign-region}, 404 */
    @Transactional
    RegistryCaseView find(UUID id) {
        var entry = entries.findByIdOptional(id).orElseThrow(RegistryService::unknown);
        if (!seesAll()) {
            caller.requireRegion(entry.region().value());
        }
        return file(entry);
    }

    /** Entries of the caller's own region; auditors and administrators see all. */
    @Transactional
    Page<RegistryCaseView> list(RegistryCaseFilter filter, PageRequest page) {
        var region = seesAll()
                ? ""
                : caller.actor().region().map(RegionCode::prefix).orElseThrow(() -> {
                    caller.requireRegion("-");
                    return unknown();
                });
        var rows = entries.list(filter, region, page.cursor().map(cursor -> cursor.uuid(0)), page.fetch());
        return Page.of(rows, page, row -> Cursor.of(row.id())).map(this::file);
    }

    /**
     * What is public of an entry.
     *
     * @return empty for one that has never been in the registry
     */
    @Transactional
    Optional<RegistryEntryView> published(UUID id) {
        return entries.findByIdOptional(id).filter(RegistryEntry::hasBeenPublic).map(RegistryEntry::view);
    }

    /**
     * Hands over to review what is no longer valid.
     *
     * @return whether there may be more
     */
    @Transactional
    boolean reviewExpired() {
        var now = new DecisionContext(Actor.SYSTEM, Set.of(), clock.instant());
        var due = entries.expired(LegalDates.today(clock), EXPIRED_AT_ONCE);
        for (var id : due) {
            entries.hold(id)
                    .filter(entry -> entry.state() == RegistryState.ENTERED && entry.isExpired(now.today()))
                    .ifPresent(known -> executor.perform(Act.on(
                            ENTRY,
                            RegistryAct.FALL_DUE.logged(),
                            () -> known,
                            entry -> ActResult.changed(entry)
                                    .event(entry.fallDue(now).outbound().orElse(null)))));
        }
        return due.size() == EXPIRED_AT_ONCE;
    }

    private RegistryCaseView act(
            On on, RegistryAct act, Object content, BiFunction<RegistryEntry, DecisionContext, RegistryEvent> verb) {
        var done = executor.perform(Act.on(
                        ENTRY,
                        act.logged(),
                        () -> entries.hold(on.id()).orElseThrow(RegistryService::unknown),
                        entry -> {
                            var event = verb.apply(entry, context());
                            var last = entry.lastAct();
                            return ActResult.changed(entry)
                                    .because(last.words())
                                    .basedOn(last.document() == null ? "" : last.document())
                                    .event(event.outbound().orElse(null))
                                    .completedBy(() -> publish(entry, event));
                        })
                .upon(on.preconditions(), VersionCheck.REQUIRED)
                .once(on.preconditions(), new Request(on.id(), content)));
        return file(entries.findById(done.id()));
    }

    /** What changes for the public is recorded for ever. */
    private void publish(RegistryEntry entry, RegistryEvent event) {
        if (event.kind() != RegistryEvent.Kind.NONE) {
            entries.flush();
            history.record(entry, clock.instant());
        }
    }

    private void requireFree(RegistryEntry entry, UnifiedSocialCreditCode uscc) {
        if (declarants.find(uscc).filter(Declarant::closed).isPresent()) {
            throw new Problem(ENTERPRISE_CLOSED, Text.of("企业 %s 已注销", "enterprise %s is closed", uscc));
        }
        entries.lock(entry.kind(), uscc.value());
        entries.present(entry.kind(), uscc.value())
                .filter(other -> !other.id().equals(entry.id()))
                .ifPresent(other -> {
                    throw new Problem(
                            ALREADY_ENTERED,
                            Text.of("企业 %s 已以条目 %s 在库", "enterprise %s is in by entry %s", uscc, other.id()));
                });
    }

    private EntryContent checked(RegistryKind kind, NewEntry sent) {
        return sent.checked(
                kind, LegalDates.today(clock), code -> declarants.find(code).isPresent());
    }

    private RegistryKind kindOf(RegistryEntry entry) {
        return kinds.today(entry.kind());
    }

    private static ExitGround ground(RegistryKind kind, String code) {
        return kind.exitGround(code)
                .orElseThrow(() -> new Problem(
                                RegistryEntry.UNKNOWN_GROUND,
                                Text.of("“%s”没有退出情形 %s", "%s has no ground %s", kind.nameZh(), code))
                        .with(
                                "ground",
                                "choice",
                                Text.of(
                                        "可取 %s",
                                        "one of %s",
                                        kind.exitGrounds().stream()
                                                .map(ExitGround::code)
                                                .toList())));
    }

    private RegistryCaseView file(RegistryEntry entry) {
        return entry.file(entry.actions(context()));
    }

    private boolean seesAll() {
        return caller.has(Roles.AUDITOR) || caller.has(Roles.ADMINISTRATOR);
    }

    private DecisionContext context() {
        return new DecisionContext(caller.actor(), RegistryRole.of(caller), clock.instant());
    }

    private static Problem unknown() {
        return new Problem(ProblemTypes.NOT_FOUND, new Text("没有这一条目", "There is no such entry"));
    }
}
