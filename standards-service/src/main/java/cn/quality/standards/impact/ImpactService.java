package cn.quality.standards.impact;

import cn.quality.platform.clock.LegalDates;
import cn.quality.platform.decision.Decision;
import cn.quality.platform.decision.DecisionLog;
import cn.quality.platform.identity.Caller;
import cn.quality.platform.outbox.OutboundEvent;
import cn.quality.platform.outbox.Outbox;
import cn.quality.platform.paging.Cursor;
import cn.quality.platform.paging.Page;
import cn.quality.platform.paging.PageRequest;
import cn.quality.platform.problem.Problem;
import cn.quality.platform.problem.ProblemTypes;
import cn.quality.platform.problem.Text;
import cn.quality.standards.Roles;
import cn.quality.standards.catalogue.EndListener;
import cn.quality.standards.catalogue.StandardLookup;
import cn.quality.standards.catalogue.StandardRef;
import cn.quality.standards.catalogue.Status;
import cn.quality.standards.impact.ImpactJobRepository.ImpactJob;
import cn.quality.standards.impact.UpdateNotice.Standing;
import cn.quality.standards.number.StandardNumber;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Tells those who follow a standard that it ends, some at a time, so that it can go on where a dead process stopped. */
@ApplicationScoped
public class ImpactService implements EndListener {

    private static final int AT_ONCE = 500;

    private final ImpactJobRepository jobs;
    private final UpdateNoticeRepository notices;
    private final DependantLookup dependants;
    private final StandardLookup catalogue;
    private final Outbox outbox;
    private final DecisionLog decisions;
    private final Caller caller;
    private final Clock clock;

    ImpactService(
            ImpactJobRepository jobs,
            UpdateNoticeRepository notices,
            DependantLookup dependants,
            StandardLookup catalogue,
            Outbox outbox,
            DecisionLog decisions,
            Caller caller,
            Clock clock) {
        this.jobs = jobs;
        this.notices = notices;
        this.dependants = dependants;
        this.catalogue = catalogue;
        this.outbox = outbox;
        this.decisions = decisions;
        this.caller = caller;
        this.clock = clock;
    }

    @Override
    @Transactional(Transactional.TxType.MANDATORY)
    public void mayHaveMoved(Collection<UUID> standards) {
        jobs.schedule(standards, today(), clock.instant());
    }

    /** Schedules what no statement has: a declaration that was made while the job ran. */
    @Transactional
    void lookForMissed() {
        jobs.scheduleMissed(today(), clock.instant());
    }

    /**
     * Does the next piece of the next job that is due.
     *
     * @return whether there was one
     */
    @Transactional
    boolean tellNext() {
        var next = jobs.hold(today());
        next.ifPresent(this::tell);
        return next.isPresent();
    }

    private void tell(ImpactJob job) {
        var now = clock.instant();
        var judged = notices.judge(job.standard(), today());
        if (!job.started()) {
            jobs.start(job.id(), judged.effect(), dependants.counts(job.standard()), now);
        }
        var followers = notices.followers(job.standard(), job.passed(), AT_ONCE);
        if (!followers.isEmpty()) {
            var noted = judged.effect() == Effect.NONE ? List.<UpdateNotice>of() : notices.add(judged, followers, now);
            outbox.appendAll(events(noted));
            jobs.advance(job.id(), followers.getLast().declaration(), followers.size(), noted.size());
        }
        if (followers.size() < AT_ONCE) {
            jobs.finish(job.id(), now);
            decisions.append(new Decision(
                    "impact.tell",
                    "impact-job",
                    job.id().toString(),
                    judged.standard().key() + " " + judged.effect(),
                    "企业标准化促进办法 art. 15",
                    null,
                    judged));
        }
    }

    /**
     * Ends some notices that are true no more.
     *
     * @return whether there were any
     */
    @Transactional
    boolean clear() {
        var cleared = notices.clear(today(), AT_ONCE, clock.instant());
        outbox.appendAll(events(cleared));
        cleared.forEach(notice -> decisions.append(new Decision(
                "impact.clear",
                "update-notice",
                notice.id().toString(),
                String.valueOf(notice.clearedAs()),
                "",
                null,
                notice)));
        return !cleared.isEmpty();
    }

    private List<OutboundEvent> events(List<UpdateNotice> changed) {
        var successors = new Successors();
        return changed.stream()
                .map(notice -> notice.event(successors.of(notice.standard()).stream()
                                .map(StandardRef::number)
                                .toList())
                        .outbound())
                .toList();
    }

    /** The newest first. */
    @Transactional
    Page<ImpactJobView> jobs(@Nullable ImpactJobState state, PageRequest page) {
        var after = page.cursor().map(cursor -> cursor.uuid(0)).orElse(null);
        return Page.of(jobs.list(state, after, today(), page.fetch()), page, job -> Cursor.of(job.id()));
    }

    /**
     * An enterprise sees its own notices; officials see those of their region, auditors and administrators all.
     *
     * @throws Problem 403 {@code forbidden} for the notices of another enterprise, {@code foreign-region}
     */
    @Transactional
    Page<UpdateNoticeView> notices(NoticeFilter filter, PageRequest page) {
        var uscc = filter.uscc();
        var within = filter.region();
        if (caller.isEnterprise()) {
            var own = caller.requireEnterprise();
            if (uscc.filter(asked -> !asked.equals(own)).isPresent()) {
                throw new Problem(ProblemTypes.FORBIDDEN, Text.of("只能查看本企业的提示", "An enterprise sees its own notices"));
            }
            uscc = Optional.of(own);
        } else if (!caller.has(Roles.AUDITOR) && !caller.has(Roles.ADMINISTRATOR)) {
            within = within.or(() -> caller.actor().region());
            caller.requireRegion(within.map(region -> region.value()).orElse("-"));
        }
        var successors = new Successors();
        var after = page.cursor().map(cursor -> cursor.uuid(0));
        return Page.of(
                        notices.list(filter, uscc, within, after, today(), page.fetch()),
                        page,
                        notice -> Cursor.of(notice.id()))
                .map(notice -> view(notice, successors.of(notice.standard())));
    }

    private static UpdateNoticeView view(UpdateNotice notice, List<StandardRef> successors) {
        var follower = notice.follower();
        var standard = notice.standard();
        return new UpdateNoticeView(
                notice.id(),
                notice.effect(),
                new Dependant.Declared(
                        follower.declaration(),
                        follower.number(),
                        follower.title(),
                        follower.uscc(),
                        follower.enterpriseName()),
                follower.region(),
                follower.followed(),
                new StandardRef(
                        standard.id(), standard.number(), standard.titleZh(), Status.valueOf(standard.status())),
                notice.since(),
                successors,
                notice.notedAt(),
                notice.clearedAt(),
                notice.clearedAs());
    }

    private LocalDate today() {
        return LegalDates.today(clock);
    }

    /** Where chains of replacements end, each looked up once. */
    private final class Successors {

        private final Map<UUID, List<StandardRef>> known = new HashMap<>();

        List<StandardRef> of(Standing standard) {
            return known.computeIfAbsent(standard.id(), id -> catalogue.successors(StandardNumber.of(standard.key())));
        }
    }
}
