package cn.quality.indicator.plan;

import java.util.List;

/** What others quote from the plans; reported by the catalogue, so that this feature need not know it. */
public interface QuotedPassages {

    /** The passages quoted from this plan that a new text of it would no longer contain. */
    List<String> missingFrom(String newText, PlanId plan);
}
