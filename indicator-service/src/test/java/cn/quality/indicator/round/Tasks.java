package cn.quality.indicator.round;

import cn.quality.indicator.IndicatorCode;
import cn.quality.indicator.area.AreaCode;
import cn.quality.indicator.official.DecisionContext;
import cn.quality.indicator.official.OfficialRole;
import cn.quality.platform.http.Preconditions;
import cn.quality.platform.identifiers.RegionCode;
import cn.quality.platform.identity.Actor;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Tasks without a database, and the people who work on them. */
final class Tasks {

    static final LocalDate DEADLINE = LocalDate.of(2020, 2, 10);
    static final Instant IN_TIME = Instant.parse("2020-02-01T01:00:00Z");
    static final IndicatorCode CODE = new IndicatorCode("PRD_SUPERV_PASS");
    static final String COUNTY = "990701";
    static final String CITY = "990700";

    private Tasks() {}

    static RoundTask opened() {
        return opened(Optional.empty());
    }

    static RoundTask opened(Optional<String> department) {
        var now = by(person("zhang", CITY), OfficialRole.CITY_REVIEWER);
        var round = Round.open(new NewRound("2019年度填报", "2019", DEADLINE, List.of()), now);
        return RoundTask.open(round, new AreaCode(COUNTY), department, List.of(Cell.asked(CODE.value(), 1)), now);
    }

    static Actor person(String name, String region) {
        return Actor.official(name, new RegionCode(region));
    }

    static DecisionContext by(Actor actor, OfficialRole... roles) {
        return at(IN_TIME, actor, Set.of(roles));
    }

    static DecisionContext at(Instant moment, Actor actor, Set<OfficialRole> roles) {
        return new DecisionContext(actor, roles.isEmpty() ? Set.of() : EnumSet.copyOf(roles), Optional.empty(), moment);
    }

    /** Whoever usually acts in a role. */
    static DecisionContext usual(OfficialRole role) {
        return by(
                switch (role) {
                    case REPORTER -> person("wang", COUNTY);
                    case COUNTY_REVIEWER -> person("li", COUNTY);
                    case CITY_REVIEWER -> person("zhang", CITY);
                    case PUBLISHER -> person("zhao", CITY);
                },
                role);
    }

    static void write(RoundTask task, String value, DecisionContext now) {
        task.edit(
                CODE,
                new NewCell(new BigDecimal(value), null, null, null, null, null, null),
                Preconditions.upon(task.cell(CODE).version()),
                now);
    }

    /** One act with what it takes. */
    static void act(RoundTask task, TaskAct act, DecisionContext now) {
        switch (act) {
            case EDIT -> write(task, "93.4", now);
            case SUBMIT -> task.submit(List.of(), now);
            case EXTEND -> task.extend(task.due().plusDays(5), "示例", now);
            case APPEAL -> task.appeal("示例", now);
            case ANSWER -> task.answer(true, "示例", now);
            case OPEN, APPROVE, ESCALATE, ACCEPT, LOCK, PUBLISH, RETURN, REOPEN, CORRECT -> task.move(act, "示例", now);
        }
    }

    /** By whoever usually does it: of several who may, the first. */
    static void act(RoundTask task, TaskAct act) {
        var by = AllowedTaskMoves.of(task.state(), act).orElseThrow().by();
        act(
                task,
                act,
                act == TaskAct.ANSWER
                        ? by(person("sun", CITY), OfficialRole.CITY_REVIEWER)
                        : usual(by.iterator().next()));
    }

    static RoundTask after(TaskAct... acts) {
        var task = opened();
        for (var act : acts) {
            act(task, act);
        }
        return task;
    }
}
