package cn.quality.indicator.warning;

import cn.quality.indicator.Roles;
import cn.quality.indicator.area.AreaCode;
import cn.quality.indicator.area.AreaService;
import cn.quality.indicator.official.DecisionContext;
import cn.quality.indicator.official.OfficialRole;
import cn.quality.platform.act.Act;
import cn.quality.platform.act.Act.VersionCheck;
import cn.quality.platform.act.ActExecutor;
import cn.quality.platform.act.ActResult;
import cn.quality.platform.act.ActSubject;
import cn.quality.platform.http.Preconditions;
import cn.quality.platform.identifiers.RegionCode;
import cn.quality.platform.identity.Caller;
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
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;

/** The acts of officials on warnings, each with the course of {@link ActExecutor}, and what they and the public read. */
@ApplicationScoped
class WarningService {

    /** How acts on warnings are logged. */
    static final ActSubject<Warning> WARNING =
            ActSubject.of("warning", Warning::id, Warning::version, warning -> warning.view());

    private final WarningRepository warnings;
    private final WarningTermsRepository terms;
    private final AreaService areas;
    private final ActExecutor executor;
    private final Caller caller;
    private final Clock clock;

    WarningService(
            WarningRepository warnings,
            WarningTermsRepository terms,
            AreaService areas,
            ActExecutor executor,
            Caller caller,
            Clock clock) {
        this.warnings = warnings;
        this.terms = terms;
        this.areas = areas;
        this.executor = executor;
        this.caller = caller;
        this.clock = clock;
    }

    /** The warning an act is on, with the headers of the act. */
    record On(UUID id, Preconditions preconditions) {}

    /** What makes a request for an act the same as another. */
    private record Request(UUID id, Object content) {}

    /** @throws Problem 422 {@code unsuitable-owner} for an unknown area or one outside, {@code unsuitable-day} */
    @Transactional
    WarningCaseView assign(On on, NewAssignment sent) {
        var owner = new AreaCode(sent.area());
        return act(on, WarningAct.ASSIGN, sent.note(), sent, (warning, now) -> {
            if (areas.find(owner).isEmpty()) {
                throw new Problem(Warning.UNSUITABLE_OWNER, Text.of("没有地区 %s", "There is no area %s", owner))
                        .with("area", "known-area", Text.of("没有地区 %s", "there is no area %s", owner));
            }
            return warning.assign(
                    owner,
                    Optional.ofNullable(sent.department()),
                    Optional.ofNullable(sent.due()),
                    sent.note(),
                    terms.on(now.today()),
                    now);
        });
    }

    /** @throws Problem 422 {@code unsuitable-day} */
    @Transactional
    WarningCaseView plan(On on, String measures, LocalDate deadline) {
        return act(
                on,
                WarningAct.PLAN,
                measures,
                List.of(measures, deadline),
                (warning, now) -> warning.plan(measures, deadline, terms.on(now.today()), now));
    }

    /** @throws Problem 422 {@code unsuitable-day} */
    @Transactional
    WarningCaseView extend(On on, LocalDate until, String reason) {
        return act(
                on,
                WarningAct.EXTEND,
                reason,
                List.of(until, reason),
                (warning, now) -> warning.extend(until, reason, now));
    }

    @Transactional
    WarningCaseView submit(On on, NewProof proof) {
        return act(on, WarningAct.SUBMIT, proof.summary(), proof, (warning, now) -> warning.submit(proof, now));
    }

    /** An act that changes nothing but the state. */
    @Transactional
    WarningCaseView move(On on, WarningAct act, String words) {
        return act(on, act, words, words, (warning, now) -> warning.move(act, words, now));
    }

    /** @throws Problem 403 {@code foreign-region}, 404 */
    @Transactional
    WarningCaseView find(UUID id) {
        var warning = warnings.findByIdOptional(id).orElseThrow(WarningService::unknown);
        var own = caller.actor();
        if (!seesAll() && !own.isCompetentIn(warning.region()) && !own.isCompetentIn(warning.ownerRegion())) {
            caller.requireRegion(warning.region().value());
        }
        return warning.view(context());
    }

    /** Warnings about the caller's own region, and those it is to rectify; auditors and administrators see all. */
    @Transactional
    Page<WarningCaseView> list(CaseFilter filter, PageRequest page) {
        var asked = Optional.ofNullable(filter.area()).map(RegionCode::new);
        var within = seesAll() ? asked : asked.or(() -> caller.actor().region());
        if (!seesAll()) {
            caller.requireRegion(within.map(RegionCode::value).orElse("-"));
        }
        var now = context();
        var rows =
                warnings.list(filter, within, now.today(), page.cursor().map(cursor -> cursor.uuid(0)), page.fetch());
        return Page.of(rows, page, row -> Cursor.of(row.id())).map(warning -> warning.view(now));
    }

    /** What is public of it; empty as long as nothing is. */
    @Transactional
    Optional<WarningView> published(UUID id) {
        return warnings.findByIdOptional(id).flatMap(Warning::published);
    }

    @Transactional
    Page<WarningView> published(WarningFilter filter, PageRequest page) {
        var rows = warnings.published(filter, page.cursor().map(cursor -> cursor.uuid(0)), page.fetch());
        return Page.of(rows, page, row -> Cursor.of(row.id()))
                .map(warning -> warning.published().orElseThrow());
    }

    private WarningCaseView act(
            On on,
            WarningAct act,
            String reason,
            Object content,
            BiFunction<Warning, DecisionContext, WarningEvent> verb) {
        var done = executor.perform(Act.on(
                        WARNING,
                        act.logged(),
                        () -> warnings.hold(on.id()).orElseThrow(WarningService::unknown),
                        warning ->
                                result(warning, verb.apply(warning, context())).because(reason))
                .upon(on.preconditions(), VersionCheck.REQUIRED)
                .once(on.preconditions(), new Request(on.id(), content)));
        warnings.flush();
        return warnings.findById(done.id()).view(context());
    }

    static ActResult<Warning> result(Warning warning, WarningEvent event) {
        return ActResult.changed(warning).event(event.outbound().orElse(null));
    }

    private boolean seesAll() {
        return caller.has(Roles.AUDITOR) || caller.has(Roles.ADMINISTRATOR);
    }

    private DecisionContext context() {
        return new DecisionContext(caller.actor(), OfficialRole.of(caller), caller.department(), clock.instant());
    }

    private static Problem unknown() {
        return new Problem(ProblemTypes.NOT_FOUND, new Text("没有这一预警", "There is no such warning"));
    }
}
