package cn.quality.indicator.catalogue;

import cn.quality.indicator.IndicatorCode;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Words of a plan that speak of an indicator.
 *
 * @param positions where the words begin in the plan's text, counted in UTF-16; left out where indicators are listed
 * @param sharedWith other indicators the same words speak of; left out where indicators are listed
 */
public record QuotationView(
        @Schema(examples = "quality-2016-2020") String plan,
        @Schema(examples = "全市工业产品质量监督抽查合格率达到97%以上") String text,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Integer> positions,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<IndicatorCode> sharedWith) {

    static QuotationView of(Quotation quotation) {
        return new QuotationView(quotation.plan(), quotation.text(), List.of(), List.of());
    }
}
