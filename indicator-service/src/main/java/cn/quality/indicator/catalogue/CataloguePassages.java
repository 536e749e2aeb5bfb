package cn.quality.indicator.catalogue;

import cn.quality.indicator.plan.PlanId;
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
    public List<String> missingFrom(String newText, PlanId plan) {
        return indicators.quotedFrom(plan).stream()
                .filter(passage -> !newText.contains(passage))
                .toList();
    }
}
