package cn.quality.indicator.targets;

import cn.quality.indicator.area.AreaCode;
import cn.quality.indicator.area.AreaService;
import cn.quality.indicator.catalogue.DefinitionService;
import cn.quality.indicator.revision.Put;
import cn.quality.indicator.revision.Revisions;
import cn.quality.platform.problem.Problem;
import cn.quality.platform.problem.ProblemType;
import cn.quality.platform.problem.ProblemTypes;
import cn.quality.platform.problem.Text;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Use cases around who answers for which part of a target. */
@ApplicationScoped
public class DecompositionService {

    static final ProblemType UNKNOWN_AREA =
            new ProblemType(422, "unknown-area", new Text("地区不存在", "There is no such area"));

    private final DecompositionRepository decompositions;
    private final TargetService targets;
    private final DefinitionService definitions;
    private final AreaService areas;
    private final Revisions revisions;

    DecompositionService(
            DecompositionRepository decompositions,
            TargetService targets,
            DefinitionService definitions,
            AreaService areas,
            Revisions revisions) {
        this.decompositions = decompositions;
        this.targets = targets;
        this.definitions = definitions;
        this.areas = areas;
        this.revisions = revisions;
    }

    /**
     * Hands a target down, or does it anew.
     *
     * @param ifMatch the version the change was decided upon, if the caller cares
     * @throws Problem 404 when there is no such target; 422 {@code does-not-add}, {@code shares-do-not-add}, {@code
     *     incomplete-share} or {@code unknown-area}
     */
    @Transactional
    public Put<DecompositionView> put(TargetId id, NewDecomposition sent, Optional<String> ifMatch) {
        var target = targets.find(id)
                .orElseThrow(
                        () -> new Problem(ProblemTypes.NOT_FOUND, Text.of("没有目标 %s", "There is no target %s", id)));
        return revisions.put(
                new Revisions.Sent<>("decomposition", id.value(), sent, sent.basis()),
                ifMatch,
                () -> {
                    requireAreas(sent);
                    var measure = definitions
                            .find(target.indicator(), target.definition())
                            .orElseThrow()
                            .measure();
                    DecompositionPolicy.require(
                            sent,
                            target.kind(),
                            measure,
                            DecompositionPolicy.valueOf(Optional.ofNullable(target.figure())));
                    decompositions
                            .findByIdOptional(id)
                            .ifPresentOrElse(
                                    known -> known.restate(sent),
                                    () -> decompositions.persist(Decomposition.record(id, sent)));
                },
                () -> find(id).orElseThrow());
    }

    public Optional<DecompositionView> find(TargetId target) {
        return decompositions.findByIdOptional(target).map(Decomposition::view);
    }

    /** Of all targets that have been broken down. */
    public Map<TargetId, DecompositionView> all() {
        return decompositions.listAll().stream()
                .map(Decomposition::view)
                .collect(Collectors.toMap(DecompositionView::target, Function.identity()));
    }

    private void requireAreas(NewDecomposition sent) {
        var problem = new Problem(UNKNOWN_AREA, UNKNOWN_AREA.title());
        for (int i = 0; i < sent.shares().size(); i++) {
            var area = sent.shares().get(i).area();
            if (area != null && areas.find(new AreaCode(area)).isEmpty()) {
                problem.with(
                        "shares[%d].area".formatted(i),
                        UNKNOWN_AREA.code(),
                        Text.of("没有地区 %s", "There is no area %s", area));
            }
        }
        if (!problem.violations().isEmpty()) {
            throw problem;
        }
    }
}
