package cn.quality.indicator.sdmx;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Structures of a message, and what there are data of, where that was asked.
 *
 * @param structure whether the data structure is among them
 * @param concepts whether the concept scheme is
 */
record Structures(
        List<Dataflow> flows,
        List<Codelist> codelists,
        boolean concepts,
        boolean structure,
        Optional<Availability> availability) {

    /** What a query asked for by name, and what it refers to. */
    static Structures of(StructureQuery query, Map<Component, Codelist> codelists) {
        var flows = Arrays.stream(Dataflow.values())
                .filter(flow -> query.asksFor(ArtefactKind.DATAFLOW, flow.name()))
                .toList();
        var lists = codelists.values().stream()
                .filter(list -> query.asksFor(ArtefactKind.CODELIST, list.id()))
                .toList();
        boolean concepts = query.asksFor(ArtefactKind.CONCEPTSCHEME, Dataflow.CONCEPTS);
        boolean structure = query.asksFor(ArtefactKind.DATASTRUCTURE, Dataflow.STRUCTURE);
        var found = new Structures(flows, lists, concepts, structure, Optional.empty());
        return found.isEmpty() ? found : found.with(query.references(), List.of(Dataflow.values()), codelists.values());
    }

    /** What there are data of, and the structures around it; of codelists the codes that are used. */
    static Structures of(Availability availability, Set<ArtefactKind> references, Map<Component, Codelist> codelists) {
        var used = codelists.entrySet().stream()
                .filter(list -> list.getKey().role() == Component.Role.DIMENSION)
                .map(list -> availability.used(list.getKey(), list.getValue()))
                .toList();
        return new Structures(List.of(), List.of(), false, false, Optional.of(availability))
                .with(references, List.of(availability.flow()), used);
    }

    private Structures with(Set<ArtefactKind> kinds, List<Dataflow> allFlows, Collection<Codelist> allLists) {
        return new Structures(
                kinds.contains(ArtefactKind.DATAFLOW) ? allFlows : flows,
                kinds.contains(ArtefactKind.CODELIST) ? List.copyOf(allLists) : codelists,
                concepts || kinds.contains(ArtefactKind.CONCEPTSCHEME),
                structure || kinds.contains(ArtefactKind.DATASTRUCTURE),
                availability);
    }

    boolean isEmpty() {
        return flows.isEmpty() && codelists.isEmpty() && !concepts && !structure && availability.isEmpty();
    }
}
