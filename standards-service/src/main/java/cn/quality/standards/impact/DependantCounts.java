package cn.quality.standards.impact;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How many depend on a standard, each counted once. */
@Schema(name = "DependantCounts")
record DependantCounts(
        @Schema(required = true) long standards,

        @Schema(required = true) long declarations,

        @Schema(required = true) long products,

        @Schema(required = true) long enterprises) {}
