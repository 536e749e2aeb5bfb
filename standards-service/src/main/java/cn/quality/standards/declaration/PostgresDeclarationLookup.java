package cn.quality.standards.declaration;

import cn.quality.platform.clock.LegalDates;
import cn.quality.platform.identifiers.UnifiedSocialCreditCode;
import cn.quality.platform.paging.Cursor;
import cn.quality.platform.paging.Page;
import cn.quality.platform.paging.PageRequest;
import cn.quality.standards.catalogue.StandardLookup;
import cn.quality.standards.catalogue.StandardRef;
import cn.quality.standards.declarant.DeclarantService;
import cn.quality.standards.number.StandardNumber;
import cn.quality.standards.search.Fragment;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
class PostgresDeclarationLookup implements DeclarationLookup {

    private final DeclarationRepository declarations;
    private final DeclarantService declarants;
    private final StandardLookup catalogue;
    private final EntityManager entities;
    private final Clock clock;

    PostgresDeclarationLookup(
            DeclarationRepository declarations,
            DeclarantService declarants,
            StandardLookup catalogue,
            EntityManager entities,
            Clock clock) {
        this.declarations = declarations;
        this.declarants = declarants;
        this.catalogue = catalogue;
        this.entities = entities;
        this.clock = clock;
    }

    @Override
    public Optional<DeclarationView> byId(UUID id) {
        return declarations.findByIdOptional(id).map(this::view);
    }

    @Override
    @SuppressWarnings("unchecked")
    public Page<DeclarationSummary> search(
            Optional<UnifiedSocialCreditCode> uscc, Optional<Fragment> fragment, PageRequest page) {
        var conditions = new ArrayList<>(List.of("state = 'PUBLIC'"));
        var values = new HashMap<String, Object>();
        uscc.ifPresent(code -> {
            conditions.add("uscc = :uscc");
            values.put("uscc", code.value());
        });
        fragment.ifPresent(wanted -> values.putAll(wanted.restrict(conditions)));
        page.cursor().ifPresent(after -> {
            conditions.add("id < :after");
            values.put("after", after.uuid(0));
        });
        // Identifiers grow with time (UUIDv7), so their order is that of declaring.
        var select = entities.createNativeQuery(
                        "select * from declaration where " + String.join(" and ", conditions) + " order by id desc",
                        Declaration.class)
                .setMaxResults(page.fetch());
        values.forEach(select::setParameter);
        var rows = Page.of((List<Declaration>) select.getResultList(), page, row -> Cursor.of(row.id()));
        var names = declarants.names(
                rows.items().stream().map(Declaration::uscc).distinct().toList());
        return rows.map(row -> summary(row, names));
    }

    private static DeclarationSummary summary(Declaration row, Map<String, String> names) {
        return new DeclarationSummary(
                row.id(),
                row.uscc(),
                names.get(row.uscc()),
                new StandardName(row.number(), row.title()),
                row.ownStandard(),
                row.state(),
                row.declaredAt());
    }

    private DeclarationView view(Declaration declaration) {
        var executed =
                declaration.executes().stream().map(StandardNumber::reference).toList();
        var known =
                catalogue.known(executed.stream().filter(StandardNumber::dated).toList());
        var undated = executed.stream()
                .filter(number -> !number.dated())
                .map(number -> new DeclarationView.UndatedReference(
                        number.canonical(), catalogue.inForce(number, LegalDates.today(clock))))
                .toList();
        var details = declaration.details();
        return new DeclarationView(
                declaration.id(),
                declaration.uscc(),
                declarants.names(List.of(declaration.uscc())).get(declaration.uscc()),
                new StandardName(declaration.number(), declaration.title()),
                declaration.confidence(),
                declaration.ownStandard(),
                executed.stream()
                        .map(number -> known.getOrDefault(number, StandardRef.unresolved(number.canonical())))
                        .toList(),
                undated,
                declaration.products().stream()
                        .map(DeclarationView.ProductView::of)
                        .toList(),
                details.indicators().stream()
                        .map(DeclarationView.IndicatorView::of)
                        .toList(),
                details.shortfalls(),
                declaration.lowerStatement(),
                details.producers(),
                details.jointlyWith(),
                declaration.state(),
                declaration.revision(),
                declaration.digest(),
                declaration.declaredAt(),
                declaration.endedAt(),
                declaration.endReason(),
                null);
    }
}
