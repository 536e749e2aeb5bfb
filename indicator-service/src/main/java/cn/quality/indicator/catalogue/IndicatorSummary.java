package cn.quality.indicator.catalogue;

import cn.quality.indicator.IndicatorCode;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An indicator among others. */
public record IndicatorSummary(
        IndicatorCode code,
        @Schema(examples = "工业产品质量监督抽查合格率") String nameZh,

        @Schema(examples = "Industrial product supervision pass rate")
        String nameEn,

        @Schema(examples = "product") String domain,
        @Schema(examples = "%") String unit) {}
