package cn.quality.standards.watch;

import cn.quality.standards.catalogue.Status;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What the catalogue says of a watched number on a day.
 *
 * @param status of an edition; absent for an undated number, and while the catalogue does not hold it
 * @param inForce editions an undated number means; empty for an edition
 * @param replacedBy where the chain of replacements ends
 * @param amendments amendments and corrigenda
 */
@Schema(name = "WatchedStandard")
@JsonInclude(JsonInclude.Include.NON_NULL)
record Picture(
        @Nullable Status status,

        @Schema(required = true) List<String> inForce,

        @Schema(required = true) List<String> replacedBy,

        @Schema(required = true) List<String> amendments) {

    /** What happened between two looks. */
    @Schema(name = "WatchChange")
    enum Change {
        /** The catalogue holds it now. */
        REGISTERED,
        /** 开始实施. */
        IN_FORCE,
        /** 被代替. */
        REPLACED,
        /** 废止. */
        ABOLISHED,
        /** Its status went another way, as by a correction. */
        STATUS,
        /** What replaces it is known, or is another. */
        SUCCESSOR,
        /** 修改单、勘误. */
        AMENDED,
        /** Another edition is in force. */
        EDITION
    }

    Set<Change> changesTo(Picture now) {
        var changes = EnumSet.noneOf(Change.class);
        if (status != now.status) {
            changes.add(statusChange(now));
        }
        if (!replacedBy.equals(now.replacedBy)) {
            changes.add(Change.SUCCESSOR);
        }
        if (!amendments.equals(now.amendments)) {
            changes.add(Change.AMENDED);
        }
        if (!inForce.equals(now.inForce)) {
            changes.add(Change.EDITION);
        }
        return changes;
    }

    private Change statusChange(Picture now) {
        if (now.status == null) {
            return Change.STATUS;
        }
        return switch (now.status) {
            case REPLACED -> Change.REPLACED;
            case ABOLISHED -> Change.ABOLISHED;
            case UPCOMING -> status == null ? Change.REGISTERED : Change.STATUS;
            case IN_FORCE ->
                status == null ? Change.REGISTERED : status == Status.UPCOMING ? Change.IN_FORCE : Change.STATUS;
        };
    }
}
