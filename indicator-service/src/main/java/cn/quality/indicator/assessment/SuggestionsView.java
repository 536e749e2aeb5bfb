package cn.quality.indicator.assessment;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What an area could enter from figures that are published already; it enters them, or others, itself.
 *
 * @param entries ready to be sent
 * @param missing rows that speak of an indicator for which nothing fitting is published
 */
record SuggestionsView(@Schema(examples = "2025") String period, List<Entry> entries, List<String> missing) {}
