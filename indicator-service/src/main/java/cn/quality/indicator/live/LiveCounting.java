package cn.quality.indicator.live;

import cn.quality.indicator.IndicatorCode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Keeps the snapshots and moves the counters. */
@ApplicationScoped
class LiveCounting {

    private final LiveFigureRepository figures;
    private final ListedEntryRepository entries;
    private final DeclaredStandardRepository declarations;

    LiveCounting(LiveFigureRepository figures, ListedEntryRepository entries, DeclaredStandardRepository declarations) {
        this.figures = figures;
        this.entries = entries;
        this.declarations = declarations;
    }

    @Transactional
    void follow(ListingSnapshot told, long sequence, Instant time) {
        var counters = figures.locked(ListKind.figures());
        var entry = entries.findByIdOptional(told.listingId()).orElseGet(() -> ListedEntry.unheardOf(told.listingId()));
        if (!entry.isOlderThan(sequence)) {
            return;
        }
        var before = entry.figure();
        entry.follow(told, sequence);
        entries.persist(entry);
        counters.move(before, entry.figure());
        counters.knownAsOf(time);
    }

    @Transactional
    void follow(DeclarationSnapshot told, long sequence, Instant time) {
        var counters = figures.locked(List.of(OwnStandard.FIGURE));
        var declaration = declarations
                .findByIdOptional(told.declarationId())
                .orElseGet(() -> DeclaredStandard.unheardOf(told.declarationId()));
        if (!declaration.isOlderThan(sequence)) {
            return;
        }
        var before = declaration.standard();
        declaration.follow(told, sequence);
        declarations.persist(declaration);
        var after = declaration.standard();
        if (!before.equals(after)) {
            counters.move(figureOfOnly(before, told.declarationId()), figureOfOnly(after, told.declarationId()));
        }
        counters.knownAsOf(time);
    }

    /** A standard counts with the first declaration of it and stops with the last. */
    private Optional<IndicatorCode> figureOfOnly(Optional<OwnStandard> standard, UUID declaration) {
        return standard.filter(declared -> !declarations.isDeclaredElsewhere(declared, declaration))
                .map(declared -> OwnStandard.FIGURE);
    }
}
