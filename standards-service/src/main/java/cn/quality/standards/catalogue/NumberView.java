package cn.quality.standards.catalogue;

import cn.quality.standards.number.AdoptionDegree;
import cn.quality.standards.number.Confidence;
import cn.quality.standards.number.Level;
import cn.quality.standards.number.Nature;
import cn.quality.standards.number.StandardNumber;
import cn.quality.standards.number.Supplement;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A number with what it is made of and what the catalogue knows under it. */
@Schema(name = "NumberView")
record NumberView(
        @Schema(required = true, examples = "gb/t 2423.10—2019")
        String number,

        @Schema(required = true, examples = "GB/T 2423.10-2019")
        String canonicalNumber,

        @Schema(required = true) Level level,

        @Schema(description = "编号本身表明的性质 What the number itself says") @Nullable
        Nature nature,

        @Schema(required = true) Confidence confidence,

        @Schema(required = true, description = "注日期；不注日期的引用指当日现行版本 Dated; an undated one means the edition in force")
        boolean dated,

        @Schema(required = true, examples = "GB/T") String prefix,

        @Schema(examples = "2423") @Nullable String serial,
        @Schema(examples = "10") @Nullable String part,

        @Schema(description = "斜线后的分册 Volume after a slash") @Nullable
        String volume,

        @Schema(examples = "2019") @Nullable Integer year,

        @Schema(description = "局部修订标记，如 2018年版 Revision mark") @Nullable
        Integer revision,

        @Schema(required = true, description = "修改单、勘误 Amendments and corrigenda")
        List<Supplement> supplements,

        @Schema(description = "双编号中的国际标准 The international half of a double number") @Nullable
        String adopts,

        @Nullable AdoptionDegree adoptionDegree,

        @Schema(description = "该编号的标准；目录中没有时省略 The standard of this number, if the catalogue holds it") @Nullable
        StandardRef standard,

        @Schema(
                required = true,
                description = "所问日期现行的版本；过渡期内可有多个 Editions in force on the day, several in a transition")
        List<StandardRef> inForce,

        @Schema(required = true, description = "目录中没有该编号时，可能所指的标准 What may have been meant")
        List<StandardRef> candidates) {

    static NumberView of(
            StandardNumber number,
            Optional<StandardRef> standard,
            List<StandardRef> inForce,
            List<StandardRef> candidates) {
        var parts = number.parts();
        return new NumberView(
                number.original(),
                number.canonical(),
                number.level(),
                number.nature().orElse(null),
                number.confidence(),
                number.dated(),
                parts.prefix(),
                parts.serial(),
                parts.part(),
                parts.volume(),
                parts.year(),
                parts.revision(),
                parts.supplements(),
                number.adopted().map(other -> other.number().canonical()).orElse(null),
                number.adopted().map(StandardNumber.Adopted::degree).orElse(null),
                standard.orElse(null),
                inForce,
                candidates);
    }
}
