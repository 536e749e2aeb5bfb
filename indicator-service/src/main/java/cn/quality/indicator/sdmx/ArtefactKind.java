package cn.quality.indicator.sdmx;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Kinds of structures there are here, and which ones lie next to which. */
enum ArtefactKind {
    DATAFLOW,
    DATASTRUCTURE,
    CODELIST,
    CONCEPTSCHEME,
    /** What an availability query answers. */
    CONSTRAINT;

    /** All that can be asked for by name. */
    static final Set<ArtefactKind> STORED = EnumSet.of(DATAFLOW, DATASTRUCTURE, CODELIST, CONCEPTSCHEME);

    /** Kinds of the information model of which there is nothing here; asking for them is no mistake. */
    private static final Set<String> NONE_HERE = Set.of(
            "agencyscheme",
            "dataproviderscheme",
            "dataconsumerscheme",
            "metadataproviderscheme",
            "organisationunitscheme",
            "organisationscheme",
            "categoryscheme",
            "categorisation",
            "hierarchicalcodelist",
            "hierarchy",
            "hierarchyassociation",
            "valuelist",
            "metadatastructure",
            "metadataflow",
            "provisionagreement",
            "metadataprovisionagreement",
            "process",
            "reportingtaxonomy",
            "structureset",
            "structuremap",
            "contentconstraint",
            "dataconstraint",
            "metadataconstraint",
            "attachmentconstraint",
            "actualconstraint",
            "allowedconstraint",
            "transformationscheme");

    /** Empty for one of which there is nothing here. */
    static Optional<Set<ArtefactKind>> named(String written) {
        for (var kind : STORED) {
            if (kind.id().equals(written)) {
                return Optional.of(EnumSet.of(kind));
            }
        }
        return NONE_HERE.contains(written) ? Optional.of(Set.of()) : Optional.empty();
    }

    String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What it refers to. */
    Set<ArtefactKind> children() {
        return switch (this) {
            case DATAFLOW -> EnumSet.of(DATASTRUCTURE);
            case DATASTRUCTURE -> EnumSet.of(CODELIST, CONCEPTSCHEME);
            case CODELIST, CONCEPTSCHEME -> Set.of();
            case CONSTRAINT -> EnumSet.of(DATAFLOW);
        };
    }

    /** What refers to it. */
    Set<ArtefactKind> parents() {
        return switch (this) {
            case DATAFLOW, CONSTRAINT -> Set.of();
            case DATASTRUCTURE -> EnumSet.of(DATAFLOW);
            case CODELIST, CONCEPTSCHEME -> EnumSet.of(DATASTRUCTURE);
        };
    }
}
