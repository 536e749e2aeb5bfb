package cn.quality.standards.declaration;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An enterprise commissioned to produce; the one that commissions it declares (企业标准化促进办法 art. 15). */
@Schema(name = "Producer", description = "受托生产企业 (commissioned producer)")
@JsonInclude(JsonInclude.Include.NON_NULL)
record Producer(
        @Schema(required = true, examples = "91371199MA3RH00187")
        String uscc,

        @Schema(examples = "日照示例海洋食品有限公司") @Nullable String name) {}
