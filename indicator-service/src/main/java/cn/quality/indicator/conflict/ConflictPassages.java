package cn.quality.indicator.conflict;

import cn.quality.indicator.IndicatorCode;
import cn.quality.indicator.catalogue.ConflictReference;
import cn.quality.indicator.catalogue.KnownConflicts;
import cn.quality.indicator.plan.QuotedPassages;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Tells the plans which of their words stand in a conflict, and the catalogue in which its indicators are named. */
@ApplicationScoped
class ConflictPassages implements QuotedPassages, KnownConflicts {

    private final ConflictRepository conflicts;

    ConflictPassages(ConflictRepository conflicts) {
        this.conflicts = conflicts;
    }

    @Override
    public List<String> missingFrom(Correction correction) {
        return conflicts.quotedFrom(correction.plan()).stream()
                .filter(passage -> !correction.newText().contains(passage))
                .toList();
    }

    @Override
    public List<ConflictReference> about(IndicatorCode indicator) {
        return conflicts.about(indicator).stream().map(Conflict::reference).toList();
    }
}
