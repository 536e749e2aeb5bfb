package cn.quality.standards.group;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A group standard and how far it is, as everybody may see it. Units are named, persons are not.
 *
 * @param number from its numbering on
 * @param revises the project of the edition it takes the place of
 * @param state an order of correction is not shown in it
 * @param corrections orders that were not obeyed in time, once the standard was abolished for that
 * @param reviewDueOn when it is to be reviewed at the latest
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "GroupProjectView")
record GroupProjectView(
        @Schema(required = true) UUID id,

        @Schema(required = true) Maker body,

        @Schema(required = true, examples = "示例冷冻烤鳗") String title,

        @Schema(examples = "Frozen roasted eel (sample)") @Nullable
        String titleEn,

        @Schema(required = true, examples = "示例：适用于冷冻烤鳗的生产与检验")
        String scope,

        @Schema(required = true) GroupState state,

        @Schema(examples = "T/RZSLX 001-2026") @Nullable String number,

        @Nullable UUID revises,

        @Schema(examples = "2026-03-01") @Nullable LocalDate approvedOn,

        @Schema(required = true) List<String> draftingUnits,

        @Schema(required = true) List<Consultation> consultations,

        @Schema(required = true) List<Vote> votes,

        @Nullable Publication publication,

        @Schema(required = true) List<ReviewConclusion> reviews,

        @Schema(examples = "2031-05-06") @Nullable LocalDate reviewDueOn,

        @Schema(required = true) List<Correction> corrections) {

    /** Whose standard it is. */
    @Schema(name = "GroupMaker", description = "制定标准的社会团体 (the body that makes it)")
    record Maker(
            @Schema(required = true) UUID id,

            @Schema(required = true, examples = "51371199MJE000013C")
            String uscc,

            @Schema(required = true, examples = "日照示例水产品协会") String name) {}

    /** A meeting that voted. */
    @Schema(name = "GroupVote", description = "一次表决 (one vote)")
    record Vote(
            @Schema(required = true, examples = "2026-04-20")
            LocalDate heldOn,

            @Schema(required = true) List<String> units,

            @Schema(required = true) VoteCount count) {

        static Vote of(Meeting held) {
            return new Vote(
                    held.heldOn(),
                    held.delegates().stream()
                            .map(Participant::organization)
                            .distinct()
                            .toList(),
                    Objects.requireNonNull(held.count()));
        }
    }
}
