package cn.quality.credit.listing;

import cn.quality.credit.Roles;
import cn.quality.platform.clock.LegalDates;
import cn.quality.platform.decision.Decision;
import cn.quality.platform.decision.DecisionLog;
import cn.quality.platform.http.Preconditions;
import cn.quality.platform.identity.Caller;
import cn.quality.platform.problem.Problem;
import cn.quality.platform.problem.ProblemType;
import cn.quality.platform.problem.ProblemTypes;
import cn.quality.platform.problem.Text;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/** While an honour is announced everybody can object to it, without a login, and is answered. */
@ApplicationScoped
class NoticeObjectionService {

    private static final ProblemType NOTICE_OVER =
            new ProblemType(409, "public-notice-over", new Text("公示期已满", "Public notice over"));

    private final ListingRepository listings;
    private final NoticeObjectionRepository objections;
    private final ListingActExecutor acts;
    private final DecisionLog decisions;
    private final Caller caller;
    private final Clock clock;

    NoticeObjectionService(
            ListingRepository listings,
            NoticeObjectionRepository objections,
            ListingActExecutor acts,
            DecisionLog decisions,
            Caller caller,
            Clock clock) {
        this.listings = listings;
        this.objections = objections;
        this.acts = acts;
        this.decisions = decisions;
        this.caller = caller;
        this.clock = clock;
    }

    /**
     * Anybody objects. The entry is locked, so that it is not published meanwhile.
     *
     * @throws Problem 404 when there is no such notice; 409 {@code public-notice-over}
     */
    @Transactional
    FollowedNoticeObjection raise(NewNoticeObjection raised) {
        var entry = listings.hold(raised.listingId())
                .filter(Listing::isAnnounced)
                .orElseThrow(() ->
                        new Problem(ProblemTypes.NOT_FOUND, new Text("没有公示中的这一条目", "There is no such public notice")));
        requireRunningNotice(entry);
        var receipt = NoticeReceipt.fresh();
        var objection = new NoticeObjection(raised, receipt, clock.instant());
        objections.persist(objection);
        decisions.append(new Decision(
                "notice-objection.raise",
                "notice-objection",
                objection.id().toString(),
                "",
                entry.legalBasis(),
                null,
                objection.view()));
        return objection.raised(receipt);
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
