package cn.quality.standards.catalogue;

import static java.util.Objects.requireNonNull;

import cn.quality.standards.number.StandardNumber;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** How another feature enters the standards that come into being, and end, by its own procedure. */
@ApplicationScoped
public class CatalogueEntries {

    private final StandardService service;
    private final StandardRepository standards;

    CatalogueEntries(StandardService service, StandardRepository standards) {
        this.service = service;
        this.standards = standards;
    }

    /**
     * A standard that was published.
     *
     * @param replaces the edition it takes the place of, once it is implemented
     * @param issuer shown as the responsible department
     * @param draftingUnits by name
     * @param source where it was published
     */
    public record Published(
            StandardNumber number,
            String titleZh,
            @Nullable String titleEn,
            LocalDate publishedOn,
            LocalDate implementedOn,
            Optional<StandardNumber> replaces,
            String issuer,
            List<String> draftingUnits,
            String scope,
            String source) {}

    /** @return its identifier in the catalogue */
    public UUID enter(Published standard) {
        var relations = new HashSet<Relation>();
        standard.replaces().ifPresent(old -> relations.add(Relation.replacement(standard.number(), old)));
        var facts = new StandardFacts(
                standard.titleZh(),
                standard.titleEn(),
                null,
                Status.UPCOMING,
                standard.publishedOn(),
                standard.implementedOn(),
                null,
                null,
                null,
                null,
                null,
                standard.issuer(),
                null,
                standard.draftingUnits(),
                standard.scope(),
                standard.source(),
                Certainty.T);
        return service.state(new StandardStatement(standard.number(), facts, relations))
                .id();
    }

    /** A review confirmed one that was entered here. */
    public void confirm(StandardNumber number, LocalDate on) {
        restate(number, facts -> facts.confirmedOn(on));
    }

    /**
     * The end of one that was entered here. What is abolished before its implementation ends on that day: it was never in
     * force.
     */
    public void abolish(StandardNumber number, LocalDate on) {
        restate(number, facts -> {
            var begin = facts.implementedOn();
            return facts.endedOn(begin != null && on.isBefore(begin) ? begin : on);
        });
    }

    private void restate(StandardNumber number, UnaryOperator<StandardFacts> change) {
        var standard = requireNonNull(
                standards.withRelations(List.of(number.canonical())).get(number.canonical()));
        service.state(new StandardStatement(number, change.apply(standard.facts()), standard.relations()));
    }
}
