/**
 * The plans, in their own words. A plan is a document with its full text; whatever the catalogue says a plan promised must
 * be found in that text, letter by letter. A corrected text is refused while it would leave a quotation without its source
 * (who quotes tells, through {@link cn.quality.indicator.plan.QuotedPassages}).
 */
@NullMarked
package cn.quality.indicator.plan;

import org.jspecify.annotations.NullMarked;
