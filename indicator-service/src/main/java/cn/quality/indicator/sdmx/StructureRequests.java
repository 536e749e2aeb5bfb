package cn.quality.indicator.sdmx;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** Reads a request for structures: {@code {kind}/{agency}/{id}/{version}}, alike in both generations. */
final class StructureRequests {

    private static final Set<String> PARAMETERS = Set.of("detail", "references", "format");

    private StructureRequests() {}

    /** @param from number of the segment that names the kind */
    static StructureQuery parse(Address address, int from) {
        address.allowOnly(PARAMETERS);
        address.endAfter(from + 5);
        var written = address.segment(from).orElse("*");
        var kinds = written.equals("*") || written.equals("structure")
                ? ArtefactKind.STORED
                : ArtefactKind.named(written)
                        .orElseThrow(() -> Refusals.syntax("没有资源 %s", "There is no resource %s", written));
        if (address.segment(from + 4).filter(item -> !References.isAny(item)).isPresent()) {
            throw Refusals.notBuilt("{item}");
        }
        if (!Parameters.oneOf(
                        address,
                        "detail",
                        "full",
                        "allstubs",
                        "allcompletestubs",
                        "referencestubs",
                        "referencecompletestubs",
                        "referencepartial",
                        "raw")
                .equals("full")) {
            throw Refusals.notBuilt("detail");
        }
        var id = address.segment(from + 2).orElse("*");
        boolean ours = References.isOurAgency(address.segment(from + 1).orElse("*"))
                && References.isOurVersion(address.segment(from + 3).orElse("latest"));
        var references = EnumSet.noneOf(ArtefactKind.class);
        kinds.forEach(kind -> references.addAll(references(kind, address)));
        return new StructureQuery(
                ours ? kinds : Set.of(), References.isAny(id) ? Optional.empty() : Optional.of(id), references);
    }

    /** Kinds that {@code references} asks for, from one kind. */
    static Set<ArtefactKind> references(ArtefactKind kind, Address address) {
        var kinds = EnumSet.noneOf(ArtefactKind.class);
        References.parts(address.parameter("references").orElse("none")).forEach(written -> {
            switch (written) {
                case "none" -> {}
                case "all" -> kinds.addAll(ArtefactKind.STORED);
                case "children" -> kinds.addAll(kind.children());
                case "descendants" -> addDescendants(kind, kinds);
                case "parents" -> kinds.addAll(kind.parents());
                case "ancestors" -> addAncestors(kind, kinds);
                case "parentsandsiblings" ->
                    kind.parents().forEach(parent -> {
                        kinds.add(parent);
                        kinds.addAll(parent.children());
                    });
                default ->
                    kinds.addAll(ArtefactKind.named(written)
                            .orElseThrow(() -> Refusals.syntax(
                                    "references 的取值 %s 不存在", "There is no such value of references: %s", written)));
            }
        });
        return kinds;
    }

    private static void addDescendants(ArtefactKind kind, Set<ArtefactKind> found) {
        kind.children().forEach(child -> {
            found.add(child);
            addDescendants(child, found);
        });
    }

    private static void addAncestors(ArtefactKind kind, Set<ArtefactKind> found) {
        kind.parents().forEach(parent -> {
            found.add(parent);
            addAncestors(parent, found);
        });
    }
}
