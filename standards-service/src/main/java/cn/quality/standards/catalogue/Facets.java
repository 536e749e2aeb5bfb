package cn.quality.standards.catalogue;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How many of the standards found there are of each kind. A standard of which a kind is not known is not counted in it. */
@Schema(name = "Facets")
record Facets(
        @Schema(required = true) List<Count> level,
        @Schema(required = true) List<Count> status,
        @Schema(required = true) List<Count> nature,

        @Schema(required = true, description = "ICS 一级类 First level of ICS")
        List<Count> ics,

        @Schema(required = true, description = "CCS 一级类 First level of CCS")
        List<Count> ccs,

        @Schema(required = true, description = "发布年份 Year of publication")
        List<Count> year,

        @Schema(required = true, description = "主管部门 Responsible department")
        List<Count> department) {

    /** One value; it is that of the parameter of the same name, to narrow the search. */
    @Schema(name = "FacetCount")
    record Count(
            @Schema(required = true, examples = "NATIONAL") String value,

            @Schema(required = true) long count) {}
}
