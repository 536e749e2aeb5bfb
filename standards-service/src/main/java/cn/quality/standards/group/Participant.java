package cn.quality.standards.group;

import cn.quality.platform.identifiers.NameNormaliser;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Somebody who writes the draft, or is invited to review it: who, and of which unit. */
@Schema(name = "GroupParticipant", description = "起草人或审查代表 (a drafter, or a delegate of the review)")
record Participant(
        @Schema(required = true, examples = "示例人员甲") String name,

        @Schema(required = true, examples = "日照示例海洋食品有限公司") String organization) {

    boolean isSamePersonAs(Participant other) {
        return isColleagueOf(other) && NameNormaliser.normalise(name).equals(NameNormaliser.normalise(other.name));
    }

    boolean isColleagueOf(Participant other) {
        return NameNormaliser.normalise(organization).equals(NameNormaliser.normalise(other.organization));
    }
}
