package cn.quality.credit.listing;

import static cn.quality.credit.listing.CaseDate.*;
import static java.util.Map.entry;

import cn.quality.platform.problem.Problem;
import cn.quality.platform.problem.Text;
import cn.quality.platform.problem.Violation;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.stream.Stream;

/**
 * In which order the legal dates of a case lie. Papers are served before they are recorded, so a date may be earlier than the
 * day of its act; but not earlier than what it follows from, nor later than what follows from it. What is not on file yet
 * binds nothing.
 */
final class DateOrder {

    /** Each chain from the earliest to the latest; two neighbours may be of the same day. */
    static final Map<ListKind, List<List<CaseDate>>> CHAINS = Map.of(
            ListKind.BLACK,
            List.of(
                    List.of(CONDUCT_ENDED, NOTICE, DEFENCE, DEFENCE_TERM_OVER, CONSENT, DECISION, DELIVERY, TODAY),
                    List.of(CONDUCT_ENDED, BAN_ENDS),
                    List.of(DECISION, ANNULMENT, TODAY),
                    List.of(DECISION, REPAIR_APPLICATION, FRAUD_FINDING, TODAY),
                    List.of(DECISION, END, LIFTING, TODAY),
                    List.of(COURT_RULING, LIFTING),
                    List.of(COURT_RULING, PLAN_COMPLETION, TODAY),
                    List.of(COURT_RULING, PLAN_TERMINATION, TODAY)),
            ListKind.RED,
            List.of(
                    List.of(PUBLIC_NOTICE, TODAY),
                    List.of(DECISION, PUBLIC_NOTICE_ENDS),
                    List.of(DECISION, ANNULMENT, TODAY)));

    /** The dates that come in with an act, or are looked at once more before it. */
    static final Map<ListingAct, List<CaseDate>> BROUGHT = Map.ofEntries(
            entry(ListingAct.DRAFT, List.of(CONDUCT_ENDED, BAN_ENDS)),
            entry(ListingAct.REVISE, List.of(CONDUCT_ENDED, BAN_ENDS)),
            entry(ListingAct.SERVE_NOTICE, List.of(NOTICE)),
            entry(ListingAct.RECEIVE_DEFENCE, List.of(DEFENCE)),
            entry(ListingAct.CONSENT, List.of(CONSENT)),
            entry(ListingAct.DECIDE, List.of(DECISION)),
            entry(ListingAct.SERVE_DECISION, List.of(DELIVERY)),
            entry(ListingAct.ANNOUNCE, List.of(PUBLIC_NOTICE, DECISION)),
            entry(ListingAct.RESTORE, List.of(FRAUD_FINDING)),
            entry(ListingAct.REVOKE_BASIS, List.of(ANNULMENT)),
            entry(ListingAct.FILE_COURT_RULING, List.of(COURT_RULING)),
            entry(ListingAct.CONFIRM_REORGANISATION, List.of(PLAN_COMPLETION)),
            entry(ListingAct.RESUME_DISPLAY, List.of(PLAN_TERMINATION)),
            entry(ListingAct.LIFT_MEASURES, List.of(LIFTING)));

    /** A day that another must not pass, and what it is the day of. */
    private record Bound(CaseDate date, LocalDate day) {}

    private DateOrder() {}

    /** Why the dates that come with this act will not do, each with the earliest or the latest day that would. */
    static Optional<Problem> refusal(Listing entry, ListingAct act, DecisionContext now) {
        var wrong = BROUGHT.getOrDefault(act, List.of()).stream()
                .flatMap(date ->
                        date.of(entry, act, now).stream().flatMap(day -> violations(entry, act, now, date, day)))
                .toList();
        if (wrong.isEmpty()) {
            return Optional.empty();
        }
        var problem = new Problem(
                ListingPolicy.Types.DATE_UNSUITABLE, wrong.getFirst().message());
        wrong.forEach(one -> problem.with(one.field(), one.code(), one.message()));
        return Optional.of(problem);
    }

    private static Stream<Violation> violations(
            Listing entry, ListingAct act, DecisionContext now, CaseDate date, LocalDate day) {
        var early = bound(entry, act, now, date, true)
                .filter(earliest -> day.isBefore(earliest.day()))
                .map(earliest -> new Violation(date.field(), "too-early", tooEarly(date, day, earliest)));
        var late = bound(entry, act, now, date, false)
                .filter(latest -> day.isAfter(latest.day()))
                .map(latest -> new Violation(date.field(), "too-late", tooLate(date, day, latest)));
        return Stream.concat(early.stream(), late.stream());
    }

    /** The latest day of what comes before a date, or the earliest of what comes after it. */
    private static Optional<Bound> bound(
            Listing entry, ListingAct act, DecisionContext now, CaseDate date, boolean before) {
        var byDay = Comparator.comparing(Bound::day);
        return Objects.requireNonNull(CHAINS.get(entry.kind())).stream()
                .filter(chain -> chain.contains(date))
                .map(chain -> before
                        ? chain.subList(0, chain.indexOf(date))
                        : chain.subList(chain.indexOf(date) + 1, chain.size()))
                .flatMap(List::stream)
                .flatMap(other -> other.of(entry, act, now).map(day -> new Bound(other, day)).stream())
                .reduce(before ? BinaryOperator.maxBy(byDay) : BinaryOperator.minBy(byDay));
    }

    private static Text tooEarly(CaseDate date, LocalDate day, Bound earliest) {
        return Text.of(
                "%1$s日期 %3$s 过早，最早为 %4$s（%5$s）",
                "%2$s is dated %3$s: not before %4$s, %6$s",
                date.text().zh(),
                date.text().en(),
                day,
                earliest.day(),
                earliest.date().text().zh(),
                earliest.date().text().en());
    }

    private static Text tooLate(CaseDate date, LocalDate day, Bound latest) {
        return Text.of(
                "%1$s日期 %3$s 过晚，最晚为 %4$s（%5$s）",
                "%2$s is dated %3$s: not after %4$s, %6$s",
                date.text().zh(),
                date.text().en(),
                day,
                latest.day(),
                latest.date().text().zh(),
                latest.date().text().en());
    }
}
