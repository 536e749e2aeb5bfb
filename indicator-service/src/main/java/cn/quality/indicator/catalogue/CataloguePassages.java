package cn.quality.indicator.catalogue;

import cn.quality.indicator.plan.QuotedPassages;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Tells the plans which of their words the catalogue stands on. */
@ApplicationScoped
class CataloguePassages implements QuotedPassages {

    private final IndicatorRepository indicators;

    CataloguePassages(IndicatorRepository indicators) {
        this.indicators = indicators;
    }

    @Override
    public List<String> missingFrom(Correction correction) {
        return indicators.quotedFrom(correction.plan()).stream()
                .filter(passage -> !correction.newText().contains(passage))
                .toList();
    }
}
