package cn.quality.indicator.live;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A record behind a live figure. */
@Schema(
        anyOf = {
            CountedListing.class,
            CountedDeclaration.class,
            CountedEntry.class,
            CountedStandard.class,
            CountedInspection.class
        })
public sealed interface LiveRecord
        permits CountedListing, CountedDeclaration, CountedEntry, CountedStandard, CountedInspection {}
