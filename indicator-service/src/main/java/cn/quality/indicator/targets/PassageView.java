package cn.quality.indicator.targets;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Words of the plan a target stands on.
 *
 * @param start offset of the first character in the plan's text, counted in UTF-16
 * @param about which part of the target they give
 * @param sharedWith other targets that stand on the same words; left out where targets are listed
 */
public record PassageView(
        @Schema(examples = "全市工业产品质量监督抽查合格率达到97%以上") String text,
        @Schema(examples = "3170") int start,
        PassageAbout about,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<TargetId> sharedWith) {

    static PassageView of(StoredPassage passage) {
        return new PassageView(passage.text(), passage.start(), passage.about(), List.of());
    }
}
