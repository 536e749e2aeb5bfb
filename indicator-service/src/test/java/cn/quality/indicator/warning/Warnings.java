package cn.quality.indicator.warning;

import cn.quality.indicator.BilingualText;
import cn.quality.indicator.area.AreaCode;
import cn.quality.indicator.observation.Period;
import cn.quality.indicator.official.DecisionContext;
import cn.quality.indicator.official.OfficialRole;
import cn.quality.platform.identifiers.RegionCode;
import cn.quality.platform.identity.Actor;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** Warnings without a database, and the people who work on them. */
final class Warnings {

    static final String COUNTY = "990701";
    static final String CITY = "990700";

    /** 1 March 2020. */
    static final Instant IN_TIME = Instant.parse("2020-03-01T01:00:00Z");

    /** The day after the last one for an assignment, a plan, a rectification. */
    static final Instant TOO_LATE = Instant.parse("2020-07-01T01:00:00Z");

    static final WarningTerms TERMS = new WarningTerms(10, 10, 90);

    private Warnings() {}

    static WarningSubject subject() {
        return new WarningSubject(
                Cause.FLOOR_BREACH,
                "AGR_SAFETY_PASS",
                1,
                "test.agr-safety-pass",
                null,
                new AreaCode(COUNTY),
                null,
                Period.year(2019));
    }

    static Evidence evidence(String actual) {
        return new Evidence(
                new BigDecimal(actual),
                null,
                null,
                new BigDecimal("98"),
                new BigDecimal("98"),
                null,
                null,
                null,
                null,
                null,
                "2019年为" + actual,
                "2019: " + actual);
    }

    static Warning raised() {
        return Warning.raise(subject(), evidence("97.9"), Optional.empty(), TERMS, system(IN_TIME));
    }

    static DecisionContext system(Instant moment) {
        return new DecisionContext(Actor.SYSTEM, Set.of(), Optional.empty(), moment);
    }

    static Actor person(String name, String region) {
        return Actor.official(name, new RegionCode(region));
    }

    static DecisionContext at(Instant moment, Actor actor, Set<OfficialRole> roles) {
        return new DecisionContext(actor, roles.isEmpty() ? Set.of() : EnumSet.copyOf(roles), Optional.empty(), moment);
    }

    /** Whoever usually acts in a role. */
    static DecisionContext usual(OfficialRole role) {
        var actor =
                switch (role) {
                    case REPORTER -> person("wang", COUNTY);
                    case COUNTY_REVIEWER -> person("li", COUNTY);
                    case CITY_REVIEWER -> person("zhang", CITY);
                    case PUBLISHER -> person("zhao", CITY);
                };
        return at(IN_TIME, actor, Set.of(role));
    }

    /** One act with what it takes. */
    static void act(Warning warning, WarningAct act, DecisionContext now) {
        switch (act) {
            case ASSIGN -> warning.assign(new AreaCode(COUNTY), Optional.empty(), Optional.empty(), "示例", TERMS, now);
            case PLAN -> warning.plan("示例", now.today().plusDays(30), TERMS, now);
            case EXTEND ->
                warning.extend(
                        Optional.ofNullable(warning.view().due())
                                .filter(now.today()::isBefore)
                                .orElse(now.today())
                                .plusDays(5),
                        "示例",
                        now);
            case SUBMIT -> warning.submit(new NewProof("示例文号", "0".repeat(64), "示例"), now);
            case RETURN, CLOSE, RAISE -> warning.move(act, "示例", now);
            case ESCALATE -> warning.escalate(now);
            case RESTATE ->
                warning.restate(
                        evidence(
                                warning.view().evidence().actual() instanceof BigDecimal before
                                        ? before.subtract(new BigDecimal("0.1")).toPlainString()
                                        : "97"),
                        Optional.empty(),
                        now);
            case WITHDRAW -> warning.withdraw(new BilingualText("示例", "sample"), now);
        }
    }

    /** By whoever usually does it: of several who may, the first. */
    static void act(Warning warning, WarningAct act) {
        var by = AllowedWarningMoves.of(warning.state(), act).orElseThrow().by();
        act(
                warning,
                act,
                by.isEmpty()
                        ? system(act == WarningAct.ESCALATE ? TOO_LATE : IN_TIME)
                        : usual(by.iterator().next()));
    }

    static Warning after(WarningAct... acts) {
        var warning = raised();
        for (var act : acts) {
            act(warning, act);
        }
        return warning;
    }
}
