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
import java.util.Optional;

/** Use cases around the areas figures are reported for. */
@ApplicationScoped
public class AreaService {

    static final ProblemType UNKNOWN_PARENT =
            new ProblemType(422, "unknown-parent", new Text("上级地区不存在或不是市", "The parent is no city we know"));
    static final ProblemType MISPLACED_CITY =
            new ProblemType(422, "misplaced-city", new Text("市与所辖地区的层级不符", "A city and its areas do not fit together"));

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
     * @throws Problem 422 {@code unknown-parent} or {@code misplaced-city} when the tree would have another shape than a
     *     city with its counties and zones
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

    private void requireTree(NewArea sent) {
        var city = sent.kind() == AreaKind.CITY;
        if (city != (sent.parent() == null)) {
            throw new Problem(
                    MISPLACED_CITY,
                    new Text("市没有上级地区，其他地区必须写明所属的市", "A city has no parent; every other area names its city"));
        }
        if (sent.parent() != null
                && areas.findByIdOptional(new AreaCode(sent.parent()))
                        .filter(Area::isCity)
                        .isEmpty()) {
            throw new Problem(UNKNOWN_PARENT, Text.of("没有市 %s", "There is no city %s", sent.parent()));
        }
        if (!city && areas.hasChildren(new AreaCode(sent.code()))) {
            throw new Problem(MISPLACED_CITY, Text.of("%s 仍有所辖地区", "%s still has areas of its own", sent.code()));
        }
    }
}
