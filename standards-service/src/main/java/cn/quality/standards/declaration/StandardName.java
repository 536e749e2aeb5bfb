package cn.quality.standards.declaration;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Number and name, which is what the law makes public (标准化法 art. 27). */
@Schema(name = "StandardName")
record StandardName(
        @Schema(required = true, examples = "Q/RZSL 001-2024", description = "企业的原始写法 As the enterprise spells it")
        String number,

        @Schema(required = true, examples = "冷冻烤鳗") String title) {}
