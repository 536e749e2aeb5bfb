package cn.quality.indicator.plan;

import java.util.List;

/** What a feature quotes from the plans, so that this feature need not know it. There is one for each that quotes. */
public interface QuotedPassages {

    /** The passages quoted from this plan that the corrected text would no longer contain. */
    List<String> missingFrom(Correction correction);

    /** Goes along with a corrected text, which contains every passage. */
    default void follow(Correction correction) {}

    /** Another text of a plan. */
    record Correction(PlanId plan, String oldText, String newText) {}
}
