package cn.quality.credit.complaint;

import cn.quality.credit.enterprise.ActivityField;
import cn.quality.credit.rules.ReferenceProblems;
import cn.quality.credit.rules.ReferenceService;
import cn.quality.platform.decision.Decision;
import cn.quality.platform.decision.DecisionLog;
import cn.quality.platform.identifiers.RegionCode;
import cn.quality.platform.identity.CurrentActor;
import cn.quality.platform.problem.Problem;
import cn.quality.platform.problem.ProblemTypes;
import cn.quality.platform.problem.Text;
import cn.quality.platform.sql.Jdbc;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Keeps the routes in versions, and finds the office for a complaint. */
@ApplicationScoped
class RouteService {

    private static final String ANY = "ANY";
    private static final String NEWEST = """
            select distinct on (region, field) region, field, version, office, office_region, source
            from complaint_route %s order by region, field, version desc""";

    private final Jdbc sql;
    private final ReferenceService reference;
    private final DecisionLog decisions;
    private final CurrentActor actor;
    private final Clock clock;

    RouteService(Jdbc sql, ReferenceService reference, DecisionLog decisions, CurrentActor actor, Clock clock) {
        this.sql = sql;
        this.reference = reference;
        this.decisions = decisions;
        this.actor = actor;
        this.clock = clock;
    }

    /** @param version counts from 1 */
    record Stored(ComplaintRoute route, int version) {}

    /** Adds a version when the content differs from the newest, and answers with the newest then. */
    @Transactional
    Stored store(ComplaintRoute route) {
        requireKnown(new RegionCode(route.region()));
        requireKnown(new RegionCode(route.officeRegion()));
        if (!ANY.equals(route.field())
                && Arrays.stream(ActivityField.values())
                        .noneMatch(field -> field.name().equals(route.field()))) {
            throw new Problem(
                            ProblemTypes.INVALID_ARGUMENT,
                            Text.of("“%s”不是领域", "'%s' is no field of activity", route.field()))
                    .with(
                            "field",
                            "enum",
                            Text.of("ANY 或 %s", "ANY or one of %s", Arrays.toString(ActivityField.values())));
        }
        var name = route.region() + "/" + route.field();
        sql.query("select pg_advisory_xact_lock(hashtextextended(?, 0))", row -> true, "complaint-route/" + name);
        var newest = rows("where region = ? and field = ?", route.region(), route.field()).stream()
                .findFirst();
        if (newest.filter(known -> known.route().equals(route)).isPresent()) {
            return newest.get();
        }
        int version = newest.map(Stored::version).orElse(0) + 1;
        sql.update(
                """
                insert into complaint_route (region, field, version, office, office_region, source, recorded_at, recorded_by)
                values (?, ?, ?, ?, ?, ?, ?, ?)""",
                route.region(),
                route.field(),
                version,
                route.office(),
                route.officeRegion(),
                route.source(),
                clock.instant(),
                actor.id());
        decisions.append(new Decision(
                "store-reference",
                "COMPLAINT_ROUTE",
                name,
                "version " + version,
                "",
                newest.map(Stored::route).orElse(null),
                route));
        return new Stored(route, version);
    }

    /** All routes, by region and field. */
    List<ComplaintRoute> all() {
        return rows("").stream().map(Stored::route).toList();
    }

    /**
     * The office for a region and field: the route of that region and field, of the region, of its city and field, of the
     * city. A complaint is never lost for want of a route: without one it goes to the officials of the region.
     *
     * @throws Problem 422 {@code unknown-region}
     */
    Office officeFor(RegionCode region, ActivityField field) {
        requireKnown(region);
        var city = region.value().substring(0, 4) + "00";
        return rows("where region in (?, ?) and field in (?, ?)", region.value(), city, field.name(), ANY).stream()
                .map(Stored::route)
                .min(Comparator.comparing(
                                (ComplaintRoute route) -> !route.region().equals(region.value()))
                        .thenComparing(route -> route.field().equals(ANY)))
                .map(route -> new Office(route.office(), route.officeRegion()))
                .orElseGet(() -> new Office("市场监督管理部门", region.value()));
    }

    /** An office that some route names; another cannot be transferred to. */
    Optional<Office> office(String name) {
        return rows("").stream()
                .map(Stored::route)
                .filter(route -> route.office().equals(name))
                .map(route -> new Office(route.office(), route.officeRegion()))
                .findFirst();
    }

    private void requireKnown(RegionCode region) {
        if (!reference.regionsToday().contains(region)) {
            throw ReferenceProblems.unknownRegion(region.value());
        }
    }

    private List<Stored> rows(String where, Object... args) {
        return sql.query(
                NEWEST.formatted(where),
                row -> new Stored(
                        new ComplaintRoute(
                                row.getString("region"),
                                row.getString("field"),
                                row.getString("office"),
                                row.getString("office_region"),
                                row.getString("source")),
                        row.getInt("version")),
                args);
    }
}
