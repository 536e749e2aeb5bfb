package cn.quality.standards.registry;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How many of the entries found there are of each value.
 *
 * @param total in the registry on the day, those that are not listed any more included
 * @param withheld how many of these are not listed: enterprises and persons that have left since
 */
@Schema(name = "RegistryFacets")
record RegistryFacets(
        @Schema(required = true, examples = "120") long total,

        @Schema(
                required = true,
                examples = "2",
                description = "此后退出、不再列名的企业和专家 Enterprises and persons that have left since")
        long withheld,

        @Schema(required = true) List<Facet> facets) {

    /** @param field a field of the kind that is a choice, or {@code region} */
    @Schema(name = "RegistryFacet")
    record Facet(
            @Schema(required = true, examples = "grade") String field,

            @Schema(required = true, examples = "AAA") String value,

            @Schema(required = true, examples = "25") long count) {}
}
