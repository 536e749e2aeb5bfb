package cn.quality.gateway.webhooks;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a client says about a webhook. */
@Schema(description = "订阅的内容 (what a client says about a webhook)")
record NewWebhook(
        @NotBlank
        @Size(max = 2000)
        @Schema(examples = "https://hooks.example.cn/quality", description = "接收地址 (where deliveries go; https)")
        String url,

        @NotEmpty
        @Size(max = 50)
        @Schema(
                examples = "[\"cn.quality.credit.listing.*\"]",
                description = "事件类型，可用 .* 结尾表示前缀 (event types, exact or ending in .*)")
        List<@NotNull String> types,

        @Size(max = 50)
        @Schema(
                examples = "[\"371100\"]",
                description = "只要这些区域及其下辖区域；省略为全部 (only these regions and what lies in them; all when absent)")
        @Nullable
        List<@NotNull @Pattern(regexp = "[1-9][0-9]{5}(-[A-Z0-9]{1,10})?") String> regions,

        @NotBlank
        @Size(max = 200)
        @Schema(examples = "平台组 ops@hooks.example.cn", description = "联系人 (whom to ask when deliveries fail)")
        String contact) {

    List<String> regionsOrAll() {
        return regions == null ? List.of() : List.copyOf(regions);
    }
}
