package cn.quality.standards.tbt;

import cn.quality.platform.act.Act;
import cn.quality.platform.act.ActExecutor;
import cn.quality.platform.act.ActResult;
import cn.quality.platform.act.ActSubject;
import cn.quality.platform.clock.LegalDates;
import cn.quality.platform.paging.Cursor;
import cn.quality.platform.paging.Page;
import cn.quality.platform.paging.PageRequest;
import cn.quality.platform.problem.Problem;
import cn.quality.platform.problem.ProblemTypes;
import cn.quality.platform.problem.Text;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** Takes over notices, and finds them. */
@ApplicationScoped
class TbtNoticeService {

    private static final ActSubject<TbtNotice> NOTICE =
            ActSubject.of("tbt-notice", TbtNotice::id, TbtNotice::version, TbtNotice::view);

    private final TbtNoticeRepository notices;
    private final TbtSubscriptionRepository subscriptions;
    private final ActExecutor executor;
    private final Clock clock;

    TbtNoticeService(
            TbtNoticeRepository notices, TbtSubscriptionRepository subscriptions, ActExecutor executor, Clock clock) {
        this.notices = notices;
        this.subscriptions = subscriptions;
        this.executor = executor;
        this.clock = clock;
    }

    /** How many notices an import brought. */
    record Loaded(int created, int corrected, int unchanged) {}

    /** Takes over all of them. Each is told once: what is known already, in the same words, is not told again. */
    @Transactional
    Loaded load(List<NewTbtNotice.Stated> stated) {
        notices.lock();
        int created = 0;
        int corrected = 0;
        for (var one : stated) {
            var known = notices.byNumber(one.number());
            if (known.isEmpty()) {
                executor.perform(Act.making(NOTICE, "tbt-notice.register", () -> {
                    var notice = new TbtNotice(one);
                    notices.persist(notice);
                    return told(notice, 1);
                }));
                created++;
            } else {
                var done = executor.perform(Act.on(NOTICE, "tbt-notice.correct", known::get, notice -> {
                    long next = notice.version() + 2;
                    return notice.correct(one) ? told(notice, next) : ActResult.unchanged(notice);
                }));
                corrected += done.changed() ? 1 : 0;
            }
            notices.flush();
        }
        return new Loaded(created, corrected, stated.size() - created - corrected);
    }

    private ActResult<TbtNotice> told(TbtNotice notice, long sequence) {
        var met = subscriptions.metBy(notice.icsAround(), notice.market());
        return ActResult.changed(notice)
                .event(TbtEvent.of(notice.view(), sequence, met).outbound());
    }

    TbtNoticeView find(UUID id) {
        return notices.findByIdOptional(id)
                .orElseThrow(() ->
                        new Problem(ProblemTypes.NOT_FOUND, Text.of("没有 TBT 通报 %s", "there is no TBT notice %s", id)))
                .view();
    }

    Page<TbtNoticeView> list(TbtNoticeFilter filter, PageRequest page) {
        var after = page.cursor()
                .map(cursor -> new TbtNoticeRepository.After(cursor.key(0, LocalDate::parse), cursor.uuid(1)));
        var rows = notices.list(filter, LegalDates.today(clock), after, page.fetch()).stream()
                .map(TbtNotice::view)
                .toList();
        return Page.of(rows, page, row -> Cursor.of(row.notifiedOn(), row.id()));
    }
}
