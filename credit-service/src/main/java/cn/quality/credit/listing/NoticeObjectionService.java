package cn.quality.credit.listing;

import cn.quality.credit.Roles;
import cn.quality.platform.clock.LegalDates;
import cn.quality.platform.decision.Decision;
import cn.quality.platform.decision.DecisionLog;
import cn.quality.platform.http.Preconditions;
import cn.quality.platform.idempotency.Idempotency;
import cn.quality.platform.identity.Caller;
import cn.quality.platform.problem.Problem;
import cn.quality.platform.problem.ProblemType;
import cn.quality.platform.problem.ProblemTypes;
import cn.quality.platform.problem.Text;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** While an honour is announced everybody can object to it, without a login, and is answered. */
@ApplicationScoped
class NoticeObjectionService {

    private static final ProblemType NOTICE_OVER =
            new ProblemType(409, "public-notice-over", new Text("公示期已满", "Public notice over"));

    private static final String RAISE = "notice-objection.raise";

    private final ListingRepository listings;
    private final NoticeObjectionRepository objections;
    private final ListingActExecutor acts;
    private final Idempotency idempotency;
    private final DecisionLog decisions;
    private final Caller caller;
    private final Clock clock;

    NoticeObjectionService(
            ListingRepository listings,
            NoticeObjectionRepository objections,
            ListingActExecutor acts,
            Idempotency idempotency,
            DecisionLog decisions,
            Caller caller,
            Clock clock) {
        this.listings = listings;
        this.objections = objections;
        this.acts = acts;
        this.idempotency = idempotency;
        this.decisions = decisions;
        this.caller = caller;
        this.clock = clock;
    }

    /** An answer, and whether this request made what it is about. */
    record Raised(FollowedNoticeObjection answer, boolean isNew) {}

    /**
     * Anybody objects. The same key again returns the same objection, and a fresh receipt while the first is unused: its
     * response must have been lost.
     *
     * @param raised without what points to a person
     * @throws Problem 404 when there is no such notice; 409 {@code public-notice-over} or {@code idempotency-key-reused}
     */
    @Transactional
    Raised raise(NewNoticeObjection raised, Optional<String> key) {
        var fresh = new AtomicReference<@Nullable NoticeReceipt>();
        var id = idempotency.once(RAISE, key, raised, () -> {
            var receipt = NoticeReceipt.fresh();
            fresh.set(receipt);
            return take(raised, receipt);
        });
        var objection = objections.findById(id);
        var first = Optional.ofNullable(fresh.get());
        return new Raised(objection.raised(first.or(objection::reissue)), first.isPresent());
    }

    /** The entry is locked, so that it is not published meanwhile. */
    private UUID take(NewNoticeObjection raised, NoticeReceipt receipt) {
        var entry = listings.hold(raised.listingId())
                .filter(Listing::isAnnounced)
                .orElseThrow(() ->
                        new Problem(ProblemTypes.NOT_FOUND, new Text("没有公示中的这一条目", "There is no such public notice")));
        requireRunningNotice(entry);
        var objection = new NoticeObjection(raised, receipt, clock.instant());
        objections.persist(objection);
        decisions.append(new Decision(
                RAISE, "notice-objection", objection.id().toString(), "", entry.legalBasis(), null, objection.view()));
        return objection.id();
    }

    private void requireRunningNotice(Listing entry) {
        var today = LegalDates.today(clock);
        entry.running(ListingDeadline.PUBLIC_NOTICE)
                .filter(notice -> notice.deadline().isOver(today))
                .ifPresent(notice -> {
                    throw new Problem(
                            NOTICE_OVER,
                            Text.of(
                                    "公示期已于 %s 届满",
                                    "The public notice ended on %s",
                                    notice.deadline().due()));
                });
    }

    /** @throws Problem 404 for a receipt that nobody was given */
    @Transactional
    FollowedNoticeObjection follow(NoticeReceipt receipt) {
        var objection = objections
                .byReceipt(receipt)
                .orElseThrow(() -> new Problem(
                        ProblemTypes.NOT_FOUND, new Text("没有这一回执的异议", "There is no objection with this receipt")));
        objection.useReceipt();
        return objection.followed(listings.findByIdOptional(objection.listingId())
                .filter(Listing::isAnnounced)
                .isPresent());
    }

    /** What came in against an honour, oldest first, for the office of its region and for auditors. */
    @Transactional
    List<NoticeObjectionView> against(UUID listing) {
        var entry = listings.findByIdOptional(listing).orElseThrow(ListingActExecutor::unknown);
        if (!caller.has(Roles.AUDITOR)) {
            caller.requireRegion(entry.region().value());
        }
        return objections.against(listing).stream().map(NoticeObjection::view).toList();
    }

    /** @throws Problem 404 for an objection that is not there, or answered */
    @Transactional
    ListingView answer(UUID listing, NoticeObjectionAnswer answer, Preconditions preconditions) {
        return acts.perform(
                ListingAct.ANSWER_NOTICE_OBJECTION,
                listing,
                new Request(listing, answer),
                preconditions,
                (entry, now) -> {
                    var event = entry.answerNoticeObjection(answer, now);
                    objections
                            .open(answer.objection(), listing)
                            .orElseThrow(() -> new Problem(
                                    ProblemTypes.NOT_FOUND, new Text("没有这一待答复的异议", "There is no such open objection")))
                            .answer(answer, now.moment());
                    return event;
                });
    }

    /** Compared when the same key comes again. */
    private record Request(UUID listing, NoticeObjectionAnswer answer) {}
}
