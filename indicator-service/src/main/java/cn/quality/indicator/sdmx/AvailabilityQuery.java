package cn.quality.indicator.sdmx;

import java.util.List;
import java.util.Set;

/**
 * Of what there are data.
 *
 * @param components dimensions that are told; all, if empty
 * @param references structures that are told with it
 */
record AvailabilityQuery(DataQuery data, List<Component> components, Set<ArtefactKind> references) {}
