package cn.quality.standards.group;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A group standard with what only its body and officials see.
 *
 * @param version also the ETag; what {@code If-Match} of an act compares with
 * @param state where it really stands; an order of correction is not public
 * @param meetings with the persons invited, numbered from 1 as ballots name them
 * @param unanswered comments that nobody has answered
 * @param actions what the caller may do to it now
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "GroupCaseView")
record GroupCaseView(
        @Schema(required = true) GroupProjectView project,

        @Schema(required = true, examples = "3") long version,

        @Schema(required = true) GroupState state,

        @Schema(required = true) List<Participant> drafters,

        @Schema(required = true) List<Meeting> meetings,

        @Schema(required = true, examples = "0") long unanswered,

        @Schema(required = true) List<Correction> corrections,

        @Schema(required = true) List<HistoryEntry> history,

        @Schema(required = true) List<GroupAct> actions) {}
