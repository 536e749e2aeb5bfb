package cn.quality.standards.supervision;

import cn.quality.platform.act.Act;
import cn.quality.platform.act.ActExecutor;
import cn.quality.platform.act.ActResult;
import cn.quality.platform.act.ActSubject;
import cn.quality.platform.http.Preconditions;
import cn.quality.platform.id.Ids;
import cn.quality.platform.identifiers.RegionCode;
import cn.quality.platform.identity.Caller;
import cn.quality.platform.paging.Cursor;
import cn.quality.platform.paging.Page;
import cn.quality.platform.paging.PageRequest;
import cn.quality.platform.problem.Problem;
import cn.quality.platform.problem.ProblemTypes;
import cn.quality.platform.problem.Text;
import cn.quality.standards.Roles;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Draws lists. The seed is this service's own, not the drawer's, and each draw is logged: nobody draws until it suits. */
@ApplicationScoped
public class SamplingService {

    private static final ActSubject<SamplingDraw> DRAW =
            ActSubject.of("sampling-draw", SamplingDraw::id, draw -> 0, draw -> view(draw, null));
    private static final int SEED_BYTES = 32;

    private final SamplingRepository draws;
    private final ActExecutor executor;
    private final Caller caller;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    SamplingService(SamplingRepository draws, ActExecutor executor, Caller caller, Clock clock) {
        this.draws = draws;
        this.executor = executor;
        this.caller = caller;
        this.clock = clock;
    }

    /** @throws Problem 403 {@code foreign-region} */
    @Transactional
    SamplingDrawView draw(NewSamplingDraw.Checked sent, Preconditions preconditions) {
        caller.requireRegion(sent.region());
        var done = executor.perform(Act.making(DRAW, "sampling.draw", () -> {
                    var draw = new SamplingDraw(
                            Ids.next(),
                            sent.title(),
                            sent.region(),
                            sent.size(),
                            sent.inspectors(),
                            seed(),
                            draws.population(new RegionCode(sent.region())),
                            caller.id(),
                            clock.instant());
                    draws.add(draw);
                    return ActResult.changed(draw).because(sent.title());
                })
                .once(preconditions, sent));
        return find(done.id());
    }

    private String seed() {
        var bytes = new byte[SEED_BYTES];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    /** @throws Problem 404; 403 {@code foreign-region} */
    @Transactional
    SamplingDrawView find(UUID id) {
        return view(readable(id), draws.items(id));
    }

    /** The ids it was drawn from, one a line. @throws Problem 404; 403 {@code foreign-region} */
    @Transactional
    String population(UUID id) {
        return readable(id).populationText();
    }

    private SamplingDraw readable(UUID id) {
        var draw = draws.find(id)
                .orElseThrow(() ->
                        new Problem(ProblemTypes.NOT_FOUND, Text.of("没有抽查名单 %s", "there is no drawn list %s", id)));
        if (!seesAll()) {
            caller.requireRegion(draw.region());
        }
        return draw;
    }

    /** The newest first. */
    @Transactional
    Page<SamplingDrawView> list(PageRequest page) {
        var own = caller.actor().region();
        if (!seesAll()) {
            caller.requireRegion(own.map(region -> region.value()).orElse("-"));
        }
        var rows = draws.list(
                seesAll() ? "" : own.map(region -> region.prefix()).orElse("-"),
                page.cursor().map(cursor -> cursor.uuid(0)),
                page.fetch());
        return Page.of(rows, page, row -> Cursor.of(row.id())).map(draw -> view(draw, null));
    }

    private boolean seesAll() {
        return caller.has(Roles.AUDITOR) || caller.has(Roles.ADMINISTRATOR);
    }

    private static SamplingDrawView view(SamplingDraw draw, @Nullable List<SamplingDrawView.Item> items) {
        return new SamplingDrawView(
                draw.id(),
                draw.title(),
                draw.region(),
                draw.size(),
                draw.inspectors(),
                draw.seed(),
                draw.population().size(),
                draw.populationDigest(),
                draw.drawnBy(),
                draw.drawnAt(),
                items);
    }
}
