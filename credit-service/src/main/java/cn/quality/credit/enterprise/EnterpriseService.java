package cn.quality.credit.enterprise;

import cn.quality.credit.batch.ItemResult;
import cn.quality.credit.batch.Sender;
import cn.quality.credit.batch.Source;
import cn.quality.credit.rules.IndustryCatalogue;
import cn.quality.credit.rules.ReferenceProblems;
import cn.quality.credit.rules.ReferenceService;
import cn.quality.platform.act.Act;
import cn.quality.platform.act.Act.VersionCheck;
import cn.quality.platform.act.ActExecutor;
import cn.quality.platform.act.ActResult;
import cn.quality.platform.act.ActSubject;
import cn.quality.platform.decision.Decision;
import cn.quality.platform.decision.DecisionLog;
import cn.quality.platform.http.Preconditions;
import cn.quality.platform.identifiers.IndustryCode;
import cn.quality.platform.identifiers.RegionCode;
import cn.quality.platform.identifiers.UnifiedSocialCreditCode;
import cn.quality.platform.outbox.Outbox;
import cn.quality.platform.paging.Cursor;
import cn.quality.platform.paging.Page;
import cn.quality.platform.paging.PageRequest;
import cn.quality.platform.problem.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Registers, renames, moves, amends and closes enterprises, and answers other features about them. */
@ApplicationScoped
public class EnterpriseService {

    private final EnterpriseRepository enterprises;
    private final ReferenceService rules;
    private final Sender sender;
    private final ActExecutor executor;
    private final Outbox outbox;
    private final DecisionLog decisions;
    private final Clock clock;
    private final Event<EnterpriseClosed> closed;
    private final ActSubject<Enterprise> subject;

    EnterpriseService(
            EnterpriseRepository enterprises,
            ReferenceService rules,
            Sender sender,
            ActExecutor executor,
            Outbox outbox,
            DecisionLog decisions,
            Event<EnterpriseClosed> closed,
            Clock clock) {
        this.enterprises = enterprises;
        this.rules = rules;
        this.sender = sender;
        this.executor = executor;
        this.outbox = outbox;
        this.decisions = decisions;
        this.closed = closed;
        this.clock = clock;
        this.subject = new ActSubject<>(
                "enterprise",
                enterprise -> enterprise.id,
                enterprise -> enterprise.view().uscc(),
                enterprise -> enterprise.version,
                this::history);
    }

    /** An enterprise, and the version a later change may name. */
    record Filed(EnterpriseView enterprise, long version) {}

    /** Registers those that may be, in one transaction; one outcome for each, in their order. */
    @Transactional
    List<ItemResult> register(List<NewEnterprise> items) {
        // Codes before sources: whoever's code is seen was committed with its source, so that is seen as well.
        var onFile = enterprises.onFile(items.stream()
                .map(item -> UnifiedSocialCreditCode.written(item.uscc()))
                .toList());
        var stored =
                enterprises.stored(items.stream().map(NewEnterprise::source).toList());
        var parents = onFile(items.stream()
                .flatMap(item -> Stream.ofNullable(item.parent()))
                .map(UnifiedSocialCreditCode::written)
                .collect(Collectors.toSet()));
        var desk = new Desk(
                rules.regionsToday(), rules.industriesToday(), parents, stored, new HashSet<>(onFile), clock.instant());
        var outcomes = items.stream().map(desk::take).toList();
        if (!desk.opened.isEmpty()) {
            enterprises.persist(desk.opened);
            enterprises.flush();
            outbox.appendAll(desk.opened.stream()
                    .map(enterprise -> enterprise.registered().outbound())
                    .toList());
            var views = desk.opened.stream().map(Enterprise::view).toList();
            decisions.append(new Decision(
                    "register-enterprises",
                    "enterprise",
                    views.getFirst().uscc(),
                    views.size() + " registered",
                    "",
                    null,
                    views));
        }
        return outcomes;
    }

    /**
     * Gives an enterprise another name. The source record is the idempotency key: reported again, it changes nothing.
     *
     * @throws Problem 404, 403 {@code foreign-department} or {@code foreign-region}, 409 {@code enterprise-closed} or
     *     {@code source-record-used}, 412 {@code stale}, 422 {@code unsuitable-date}
     */
    @Transactional
    ItemResult rename(UnifiedSocialCreditCode code, NewName change, @Nullable String ifMatch) {
        return change("rename-enterprise", code, change.source(), change.reason(), ifMatch, enterprise -> {
            if (isKnown(
                    enterprises.renamedBy(change.source()), code, change.source(), enterprise.isRenamedFrom(change))) {
                return Optional.empty();
            }
            return enterprise.rename(change, clock.instant());
        });
    }

    /**
     * Moves an enterprise to another region. No region takes an enterprise from a neighbour, or hands it to one, alone: who
     * reports the move is competent for both regions. The source record is the idempotency key.
     *
     * @throws Problem 404, 403 {@code foreign-department} or {@code foreign-region}, 409 {@code enterprise-closed} or
     *     {@code source-record-used}, 412 {@code stale}, 422 {@code unknown-region} or {@code unsuitable-date}
     */
    @Transactional
    ItemResult relocate(UnifiedSocialCreditCode code, NewRegion move, @Nullable String ifMatch) {
        return change("relocate-enterprise", code, move.source(), move.reason(), ifMatch, enterprise -> {
            var to = new RegionCode(move.region());
            if (!rules.regionsToday().contains(to)) {
                throw ReferenceProblems.unknownRegion(move.region());
            }
            sender.requireOwn(move.source(), to.value());
            if (isKnown(enterprises.movedBy(move.source()), code, move.source(), enterprise.isRelocatedFrom(move))) {
                return Optional.empty();
            }
            return enterprise.relocate(move, to, clock.instant());
        });
    }

    /**
     * Gives an enterprise another industry, fields, address or parent. The source record is the idempotency key.
     *
     * @throws Problem 404, 403 {@code foreign-department} or {@code foreign-region}, 409 {@code enterprise-closed} or
     *     {@code source-record-used}, 412 {@code stale}, 422 {@code unknown-industry}, {@code unsuitable-parent} or
     *     {@code unsuitable-date}
     */
    @Transactional
    ItemResult amend(UnifiedSocialCreditCode code, NewAmendment change, @Nullable String ifMatch) {
        return change("amend-enterprise", code, change.source(), change.reason(), ifMatch, enterprise -> {
            if (isKnown(
                    enterprises.amendedBy(change.source()), code, change.source(), enterprise.isAmendedFrom(change))) {
                return Optional.empty();
            }
            requireIndustry(change.industry(), rules.industriesToday());
            var parent = Optional.ofNullable(change.parent())
                    .map(UnifiedSocialCreditCode::read)
                    .map(named -> enterprises
                            .byCode(named.value())
                            .map(Enterprise::view)
                            .orElseThrow(() -> EnterpriseProblems.unknownParent(named)));
            return enterprise.amend(change, parent, clock.instant());
        });
    }

    /**
     * Closes an enterprise; closed before, it stays as it was closed first.
     *
     * @throws Problem 404, 403 {@code foreign-department} or {@code foreign-region}, 412 {@code stale}, 422
     *     {@code unsuitable-date}
     */
    @Transactional
    ItemResult close(UnifiedSocialCreditCode code, NewClosure end, @Nullable String ifMatch) {
        var result = change(
                "close-enterprise",
                code,
                end.source(),
                end.reason(),
                ifMatch,
                enterprise -> enterprise.close(end, clock.instant()));
        if (result instanceof ItemResult.Accepted) {
            closed.fire(new EnterpriseClosed(code));
        }
        return result;
    }

    /** @param same whether the enterprise has had this very change from this source */
    private static boolean isKnown(
            Optional<String> reportedFor, UnifiedSocialCreditCode code, Source source, boolean same) {
        if (reportedFor.isPresent() && !(same && reportedFor.get().equals(code.value()))) {
            throw EnterpriseProblems.sourceRecordUsed(source, reportedFor.get());
        }
        return reportedFor.isPresent();
    }

    private static void requireIndustry(@Nullable String industry, Optional<IndustryCatalogue> catalogue) {
        if (industry != null) {
            var code = new IndustryCode(industry);
            if (catalogue.filter(known -> known.knows(code)).isEmpty()) {
                throw ReferenceProblems.unknownIndustry(code);
            }
        }
    }

    private Enterprise hold(UnifiedSocialCreditCode code, Source source) {
        var enterprise = enterprises.hold(code.value()).orElseThrow(() -> EnterpriseProblems.notFound(code));
        sender.requireOwn(source, enterprise.region());
        return enterprise;
    }

    /** What a report changes: the event of it, or nothing when all is so already. */
    @FunctionalInterface
    private interface Verb {
        Optional<? extends EnterpriseEvent> on(Enterprise enterprise);
    }

    /** One change of an enterprise. A version need not be named, and matters only for what would change something. */
    private ItemResult change(
            String act,
            UnifiedSocialCreditCode code,
            Source source,
            String reason,
            @Nullable String ifMatch,
            Verb verb) {
        var done = executor.perform(Act.on(
                        subject,
                        act,
                        () -> hold(code, source),
                        enterprise -> verb.on(enterprise)
                                .map(event -> ActResult.changed(enterprise)
                                        .because(reason)
                                        .event(event.outbound())
                                        // A source record used elsewhere in the same instant is refused here, where the
                                        // caller can retry.
                                        .completedBy(enterprises::flush))
                                .orElseGet(() -> ActResult.unchanged(enterprise)))
                .upon(Preconditions.ifMatch(ifMatch), VersionCheck.IF_GIVEN));
        return done.changed() ? new ItemResult.Accepted(done.id()) : new ItemResult.Duplicate(done.id());
    }

    /** Those of these codes that are on file, with their enterprises. */
    @Transactional
    public Map<String, EnterpriseView> onFile(Set<String> codes) {
        return enterprises.byCodes(codes).stream()
                .map(Enterprise::view)
                .collect(Collectors.toUnmodifiableMap(EnterpriseView::uscc, Function.identity()));
    }

    /**
     * A code that somebody looks for. One that does not check counts where it is on file; whether anybody has one that checks,
     * is not asked.
     *
     * @throws Problem 400 {@code invalid-uscc}
     */
    @Transactional
    public UnifiedSocialCreditCode sought(String typed) {
        var code = UnifiedSocialCreditCode.read(typed);
        code.irregularity()
                .filter(slip -> onFile(Set.of(code.value())).isEmpty())
                .ifPresent(slip -> {
                    throw slip;
                });
        return code;
    }

    /** Where those of these codes that are on file are at present; for many at once, without reading whole enterprises. */
    @Transactional
    public Map<String, Presence> presences(Set<String> codes) {
        return enterprises.presences(codes);
    }

    /** The names that those of these codes that are on file have and had. */
    @Transactional
    public KnownNames names(Set<String> codes) {
        return new KnownNames(codes.isEmpty() ? Map.of() : enterprises.names(codes));
    }

    /** First day on which the enterprise no longer existed. */
    @Transactional
    public Optional<LocalDate> closedOn(UnifiedSocialCreditCode code) {
        return Optional.ofNullable(presences(Set.of(code.value())).get(code.value()))
                .flatMap(known -> Optional.ofNullable(known.closedOn()));
    }

    /**
     * The enterprise with this code.
     *
     * @throws Problem 422 {@code unknown-enterprise}
     */
    @Transactional
    public EnterpriseView require(UnifiedSocialCreditCode code) {
        return enterprises
                .byCode(code.value())
                .map(Enterprise::view)
                .orElseThrow(() -> EnterpriseProblems.unknown(code));
    }

    @Transactional
    Filed view(UUID id) {
        return enterprises
                .findByIdOptional(id)
                .map(enterprise -> new Filed(enterprise.view(), enterprise.version))
                .orElseThrow();
    }

    @Transactional
    EnterpriseHistory history(UUID id) {
        return enterprises.findByIdOptional(id).map(this::history).orElseThrow();
    }

    /** @throws Problem 404 {@code not-found} */
    @Transactional
    EnterpriseHistory history(UnifiedSocialCreditCode code) {
        return enterprises.byCode(code.value()).map(this::history).orElseThrow(() -> EnterpriseProblems.notFound(code));
    }

    private EnterpriseHistory history(Enterprise enterprise) {
        return enterprise.history(
                enterprise.parent().flatMap(enterprises::byCode).map(Enterprise::view));
    }

    /**
     * Branches in the order of their codes.
     *
     * @throws Problem 404 {@code not-found} when no enterprise has the code
     */
    @Transactional
    Page<Branch> branches(UnifiedSocialCreditCode parent, PageRequest page) {
        if (enterprises.byCode(parent.value()).isEmpty()) {
            throw EnterpriseProblems.notFound(parent);
        }
        var rows = enterprises.branches(parent.value(), page).stream()
                .map(Enterprise::asBranch)
                .toList();
        return Page.of(rows, page, branch -> Cursor.of(branch.uscc()));
    }

    /** One sitting at which files are opened: knows what was there before and what it has just taken. */
    private final class Desk {

        private final Set<RegionCode> regions;
        private final Optional<IndustryCatalogue> industries;
        private final Map<String, EnterpriseView> parents;
        private final Map<Source, Enterprise> stored;
        private final Set<String> onFile;
        private final Instant now;
        private final List<Enterprise> opened = new ArrayList<>();

        Desk(
                Set<RegionCode> regions,
                Optional<IndustryCatalogue> industries,
                Map<String, EnterpriseView> parents,
                Map<Source, Enterprise> stored,
                Set<String> onFile,
                Instant now) {
            this.regions = regions;
            this.industries = industries;
            this.parents = new HashMap<>(parents);
            this.stored = stored;
            this.onFile = onFile;
            this.now = now;
        }

        ItemResult take(NewEnterprise item) {
            try {
                return open(item);
            } catch (Problem refused) {
                return new ItemResult.Rejected(refused);
            }
        }

        private ItemResult open(NewEnterprise item) {
            var code = UnifiedSocialCreditCode.read(item.uscc());
            IrregularCode.requireReason(code, item.irregularReason());
            var region = new RegionCode(item.region());
            if (!regions.contains(region)) {
                throw ReferenceProblems.unknownRegion(item.region());
            }
            sender.requireOwn(item.source(), item.region());
            var first = stored.get(item.source());
            if (first != null) {
                if (!first.isRegisteredFrom(item, code)) {
                    throw EnterpriseProblems.sourceRecordUsed(
                            item.source(), first.view().uscc());
                }
                return new ItemResult.Duplicate(first.id);
            }
            requireIndustry(item.industry(), industries);
            var parent = Optional.ofNullable(item.parent()).map(this::parent);
            if (onFile.contains(code.value())) {
                throw EnterpriseProblems.alreadyRegistered(code);
            }
            var enterprise = Enterprise.register(item, code, region, parent, now);
            onFile.add(code.value());
            parents.put(code.value(), enterprise.view());
            opened.add(enterprise);
            stored.put(item.source(), enterprise);
            return new ItemResult.Accepted(enterprise.id);
        }

        private EnterpriseView parent(String named) {
            var code = UnifiedSocialCreditCode.read(named);
            return Optional.ofNullable(parents.get(code.value()))
                    .orElseThrow(() -> EnterpriseProblems.unknownParent(code));
        }
    }
}
