package cn.quality.standards.supervision;

import cn.quality.platform.identifiers.RegionCode;
import cn.quality.platform.identity.Actor;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** Cases without a database, and the people who work on them. */
final class Cases {

    static final String USCC = "91371199MA3RH00187";
    static final String COUNTY = "990701";
    static final String CITY = "990700";

    /** 10 March 2026, the day of the service. */
    static final Instant IN_TIME = Instant.parse("2026-03-10T01:00:00Z");

    /** The day after the last one. */
    static final Instant TOO_LATE = Instant.parse("2026-07-01T01:00:00Z");

    static final CorrectionTerms TERMS = new CorrectionTerms(30, 60, 30);

    private Cases() {}

    static Finding finding(Breach breach) {
        return new Finding(
                USCC,
                "日照示例海洋食品有限公司",
                COUNTY,
                null,
                null,
                "Q/RZSL 001-2024",
                "冷冻烤鳗",
                breach,
                "示例事实",
                "示例检查〔2026〕1号",
                "0".repeat(64),
                LocalDate.of(2026, 3, 2));
    }

    static SupervisionCase found() {
        return found(Breach.INCOMPLETE);
    }

    static SupervisionCase found(Breach breach) {
        return SupervisionCase.find(finding(breach), usual(Duty.PREPARE, IN_TIME));
    }

    static DecisionContext at(Instant moment, String name, String region, Set<Duty> duties) {
        return new DecisionContext(
                Actor.official(name, new RegionCode(region)),
                duties.isEmpty() ? Set.of() : EnumSet.copyOf(duties),
                moment);
    }

    static DecisionContext enterprise(String uscc, Instant moment) {
        return new DecisionContext(Actor.enterprise("boss", uscc), Set.of(), moment);
    }

    /** Whoever usually has a duty. */
    static DecisionContext usual(Duty duty, Instant moment) {
        var name =
                switch (duty) {
                    case PREPARE -> "wang";
                    case APPROVE -> "li";
                    case PUBLISH -> "zhang";
                };
        return at(moment, name, CITY, Set.of(duty));
    }

    /** By whoever usually does it. */
    static DecisionContext usual(SupervisionAct act, Instant moment) {
        return act.duty().map(duty -> usual(duty, moment)).orElseGet(() -> enterprise(USCC, moment));
    }

    /** One act with what it takes. */
    static Optional<SupervisionEvent> act(SupervisionCase item, SupervisionAct act, DecisionContext now) {
        return switch (act) {
            case ORDER ->
                item.order(new Order("示例改〔2026〕1号", "示例要求", LocalDate.of(2026, 3, 10), Optional.empty()), TERMS, now);
            case EXTEND ->
                item.extend(
                        item.view().due() instanceof LocalDate due ? due.plusDays(1) : now.today(), "示例", TERMS, now);
            case ANSWER -> item.answer(new Answer("示例答复", null, null, now.moment()), now);
            case PUBLICISE -> item.publicise("示例公示", now);
            case FIND, DISMISS, REJECT, CONFIRM, PROPOSE, RETURN, LIFT, REFER, WITHDRAW -> item.move(act, "示例", now);
        };
    }

    /** When an act usually happens: what follows from the end of the time happens after it. */
    static Instant when(SupervisionAct act) {
        return switch (act) {
            case PROPOSE, REFER, PUBLICISE, LIFT, RETURN -> TOO_LATE;
            case FIND, DISMISS, ORDER, EXTEND, ANSWER, REJECT, CONFIRM, WITHDRAW -> IN_TIME;
        };
    }

    static SupervisionCase after(Breach breach, SupervisionAct... acts) {
        var item = found(breach);
        for (var act : acts) {
            act(item, act, usual(act, when(act)));
        }
        return item;
    }

    static SupervisionCase reached(SupervisionState state) {
        return switch (state) {
            case FOUND -> found();
            case DISMISSED -> after(Breach.INCOMPLETE, SupervisionAct.DISMISS);
            case ORDERED -> after(Breach.INCOMPLETE, SupervisionAct.ORDER);
            case ANSWERED -> after(Breach.INCOMPLETE, SupervisionAct.ORDER, SupervisionAct.ANSWER);
            case CORRECTED ->
                after(Breach.INCOMPLETE, SupervisionAct.ORDER, SupervisionAct.ANSWER, SupervisionAct.CONFIRM);
            case PROPOSED -> after(Breach.INCOMPLETE, SupervisionAct.ORDER, SupervisionAct.PROPOSE);
            case PUBLICISED ->
                after(Breach.INCOMPLETE, SupervisionAct.ORDER, SupervisionAct.PROPOSE, SupervisionAct.PUBLICISE);
            case LIFTED ->
                after(
                        Breach.INCOMPLETE,
                        SupervisionAct.ORDER,
                        SupervisionAct.PROPOSE,
                        SupervisionAct.PUBLICISE,
                        SupervisionAct.LIFT);
            case REFERRED -> after(Breach.NUMBERING, SupervisionAct.ORDER, SupervisionAct.REFER);
            case WITHDRAWN -> after(Breach.INCOMPLETE, SupervisionAct.ORDER, SupervisionAct.WITHDRAW);
        };
    }
}
