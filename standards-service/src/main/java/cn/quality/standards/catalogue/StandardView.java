package cn.quality.standards.catalogue;

import cn.quality.standards.number.AdoptionDegree;
import cn.quality.standards.number.Confidence;
import cn.quality.standards.number.Level;
import cn.quality.standards.number.Nature;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * All that is public of one standard.
 *
 * @param latest the ends of the replacement chain: the standard itself when nothing replaces it, several when it was
 *     split, none when the statements run in a circle
 */
@Schema(name = "StandardView")
public record StandardView(
        @Schema(required = true) UUID id,

        @Schema(required = true, examples = "GB/T 19001—2016", description = "原始写法 As first spelled")
        String number,

        @Schema(required = true, examples = "GB/T 19001-2016", description = "规范写法 Canonical key")
        String canonicalNumber,

        @Schema(required = true, description = "编号识别的可信度 How surely the number was read")
        Confidence confidence,

        @Schema(required = true, examples = "质量管理体系 要求") String titleZh,

        @Schema(examples = "Quality management systems—Requirements") @Nullable
        String titleEn,

        @Schema(required = true) Level level,

        @Nullable Nature nature,

        @Schema(required = true) Status status,

        @Nullable LocalDate publishedOn,
        @Nullable LocalDate implementedOn,
        @Nullable LocalDate abolishedOn,

        @Schema(description = "首次发布 Publication of the first edition") @Nullable
        LocalDate firstPublishedOn,

        @Schema(description = "最近一次复审确认继续有效 When a review last confirmed it") @Nullable
        LocalDate reviewedOn,

        @Schema(examples = "03.120.10") @Nullable String ics,
        @Schema(examples = "A00") @Nullable String ccs,

        @Schema(description = "主管部门 Responsible department") @Nullable
        String department,

        @Schema(description = "归口技术委员会 Technical committee") @Nullable
        String technicalCommittee,

        @Schema(required = true, description = "起草单位 Drafting units")
        List<String> draftingUnits,

        @Schema(description = "适用范围 Scope") @Nullable String scope,

        @Schema(required = true) List<StandardRef> replaces,

        @Schema(required = true) List<StandardRef> replacedBy,

        @Schema(required = true, description = "部分代替的标准，仍然现行 Replaced in part; those stay in force")
        List<StandardRef> replacesInPart,

        @Schema(required = true) List<StandardRef> replacedInPartBy,

        @Schema(description = "COMPLETE 完全代替 · PARTIAL 部分代替 · SPLIT 一项被多项代替 · MERGED 多项被一项代替 (how it was replaced)")
        @Nullable
        Succession succession,

        @Schema(required = true) List<Adoption> adopts,

        @Schema(required = true, description = "曾用编号 Former numbers of the same edition")
        List<NewStandard.FormerNumber> formerNumbers,

        @Schema(required = true, description = "修改单和勘误 Amendments and corrigenda")
        List<StandardRef> supplements,

        @Schema(required = true, description = "替代链末端 The ends of the replacement chain")
        List<StandardRef> latest,

        @Schema(required = true, description = "规范性引用文件，按引用时的写法 Normative references, as cited")
        List<Cited> cites,

        @Schema(required = true, description = "信息来源 Where this is known from")
        String source,

        @Schema(required = true, description = "T 全文 · D 摘要 · U 未证实 (T full text, D digest, U unconfirmed)")
        Certainty certainty) {

    /** A cited standard; its edition only where one was cited. What an undated one means is a question about a day. */
    @Schema(name = "CitedStandard")
    public record Cited(
            @Schema(required = true, examples = "GB/T 19000")
            String number,

            @Schema(required = true) boolean dated,
            @Nullable StandardRef standard) {}

    /** An adopted international standard; all but its number is absent while the catalogue does not hold it. */
    @Schema(name = "Adoption")
    public record Adoption(
            @Nullable UUID id,

            @Schema(required = true, examples = "ISO 9001:2015")
            String number,

            @Nullable String titleZh,
            @Nullable Status status,

            @Schema(required = true) AdoptionDegree degree) {

        static Adoption of(StandardRef adopted, AdoptionDegree degree) {
            return new Adoption(adopted.id(), adopted.number(), adopted.titleZh(), adopted.status(), degree);
        }
    }
}
