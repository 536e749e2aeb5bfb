package cn.quality.indicator.area;

import cn.quality.indicator.revision.Put;
import cn.quality.indicator.revision.Revisions;
import cn.quality.platform.paging.Cursor;
import cn.quality.platform.paging.Page;
import cn.quality.platform.paging.PageRequest;
import cn.quality.platform.problem.Problem;
import cn.quality.platform.problem.ProblemType;
import cn.quality.platform.problem.Text;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Use cases around the areas figures are reported for. */
@ApplicationScoped
public class AreaService {

    static final ProblemType UNKNOWN_PARENT =
            new ProblemType(422, "unknown-parent", new Text("上级地区不存在或不是市", "The parent is no city we know"));
    static final ProblemType MISPLACED_CITY =
            new ProblemType(422, "misplaced-city", new Text("市与所辖地区的层级不符", "A city and its areas do not fit together"));

    static final ProblemType ORDER_OF_PARENTS =
            new ProblemType(422, "order-of-parents", new Text("原上级地区的先后有误", "Former parents out of order"));

    private final AreaRepository areas;
    private final Revisions revisions;

    AreaService(AreaRepository areas, Revisions revisions) {
        this.areas = areas;
        this.revisions = revisions;
    }

    /**
     * Records an area or corrects it.
     *
     * @param ifMatch the version the correction was decided upon, if the caller cares
     * @throws Problem 422 {@code order-of-parents}, {@code unknown-parent} or {@code misplaced-city} when the tree would have another shape than a
     *     city with its counties and zones, and counties with zones of their own
     */
    @Transactional
    public Put<AreaView> put(NewArea sent, Optional<String> ifMatch) {
        var code = new AreaCode(sent.code());
        return revisions.put(
                new Revisions.Sent<>("area", sent.code(), sent, "GB/T 2260"),
                ifMatch,
                () -> {
                    requireTree(sent);
                    areas.findByIdOptional(code)
                            .ifPresentOrElse(area -> area.correct(sent), () -> areas.persist(Area.record(sent)));
                },
                () -> areas.findById(code).view());
    }

    public Optional<AreaView> find(AreaCode code) {
        return areas.findByIdOptional(code).map(Area::view);
    }

    public Page<AreaView> list(PageRequest request) {
        var rows = request.cursor()
                .map(cursor -> areas.find(
                        "code.value > ?1",
                        Sort.by("code.value"),
                        cursor.key(0, AreaCode::new).value()))
                .orElseGet(() -> areas.findAll(Sort.by("code.value")))
                .range(0, request.limit())
                .list();
        return Page.of(rows, request, area -> Cursor.of(area.code())).map(Area::view);
    }

    /** Codes of all areas. */
    public Set<AreaCode> codes() {
        return areas.streamAll().map(Area::code).collect(Collectors.toSet());
    }

    /**
     * An area with what lay around it on a day.
     *
     * @param above what it lay in, the nearest first
     * @param children what lay in it directly, by code
     */
    public record Surroundings(AreaView area, List<AreaView> above, List<AreaView> children) {}

    /** Empty when there is no such area. */
    public Optional<Surroundings> around(AreaCode code, LocalDate day) {
        var all = byCode();
        return Optional.ofNullable(all.get(code)).map(area -> around(area, all, day));
    }

    /** The city whose plans these are: the first by code. Empty before there is one. */
    public Optional<AreaCode> city() {
        return areas.find("kind", Sort.by("code.value"), AreaKind.CITY)
                .firstResultOptional()
                .map(Area::code);
    }

    /** Empty before there is a city. */
    public Optional<Surroundings> aroundCity(LocalDate day) {
        var all = byCode();
        return all.values().stream()
                .filter(area -> area.kind() == AreaKind.CITY)
                .findFirst()
                .map(area -> around(area, all, day));
    }

    private Map<AreaCode, Area> byCode() {
        return areas.listAll(Sort.by("code.value")).stream()
                .collect(Collectors.toMap(Area::code, Function.identity(), (one, _) -> one, LinkedHashMap::new));
    }

    private static Surroundings around(Area area, Map<AreaCode, Area> all, LocalDate day) {
        return new Surroundings(
                area.view(),
                Stream.iterate(
                                Optional.of(area),
                                Optional::isPresent,
                                below -> below.flatMap(one -> one.parentOn(day)).map(all::get))
                        .skip(1)
                        .flatMap(Optional::stream)
                        .map(Area::view)
                        .toList(),
                all.values().stream()
                        .filter(one ->
                                one.parentOn(day).filter(area.code()::equals).isPresent())
                        .map(Area::view)
                        .toList());
    }

    /** The area and all that lay in it on a day, directly or through a district; empty when there is no such area. */
    public List<AreaView> within(AreaCode code, LocalDate day) {
        var all = areas.listAll();
        var within = new LinkedHashSet<AreaCode>();
        boolean more = all.stream().anyMatch(area -> area.code().equals(code)) && within.add(code);
        while (more) {
            more = within.addAll(all.stream()
                    .filter(area -> area.parentOn(day).filter(within::contains).isPresent())
                    .map(Area::code)
                    .toList());
        }
        return all.stream()
                .filter(area -> within.contains(area.code()))
                .map(Area::view)
                .toList();
    }

    private void requireTree(NewArea sent) {
        var city = sent.kind() == AreaKind.CITY;
        if (city != (sent.parent() == null) || (city && !sent.formerParents().isEmpty())) {
            throw new Problem(
                    MISPLACED_CITY,
                    new Text("市没有上级地区，其他地区必须写明所属的市", "A city has no parent; every other area names its city"));
        }
        Stream.concat(
                        Stream.ofNullable(sent.parent()),
                        sent.formerParents().stream().map(FormerParent::parent))
                .filter(parent -> !isPlace(sent, parent))
                .findFirst()
                .ifPresent(parent -> {
                    throw new Problem(
                            UNKNOWN_PARENT,
                            sent.kind() == AreaKind.COUNTY
                                    ? Text.of("没有市 %s", "There is no city %s", parent)
                                    : Text.of("没有市、区县 %s", "There is no city and no district %s", parent));
                });
        requireOrder(sent.formerParents());
        if (!city && areas.hasChildrenNotFit(new AreaCode(sent.code()), sent.kind())) {
            throw new Problem(MISPLACED_CITY, Text.of("%s 仍有所辖地区", "%s still has areas of its own", sent.code()));
        }
    }

    /** A district lies in a city, a zone in a city or a district; nothing lies in itself. */
    private boolean isPlace(NewArea sent, String parent) {
        return !parent.equals(sent.code())
                && areas.findByIdOptional(new AreaCode(parent))
                        .filter(above -> above.kind() == AreaKind.CITY
                                || (above.kind() == AreaKind.COUNTY && sent.kind() == AreaKind.FUNCTION_ZONE))
                        .isPresent();
    }

    private static void requireOrder(List<FormerParent> former) {
        for (int i = 1; i < former.size(); i++) {
            if (!former.get(i).leftOn().isAfter(former.get(i - 1).leftOn())) {
                throw new Problem(
                                ORDER_OF_PARENTS,
                                new Text("原上级地区应按离开日期先后排列", "Former parents are listed by the day they were left"))
                        .with(
                                "formerParents[%d].leftOn".formatted(i),
                                "order",
                                Text.of(
                                        "应晚于 %s",
                                        "must be after %s", former.get(i - 1).leftOn()));
            }
        }
    }
}
