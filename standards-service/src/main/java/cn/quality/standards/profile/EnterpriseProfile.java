package cn.quality.standards.profile;

import cn.quality.standards.declarant.Badge;
import cn.quality.standards.declarant.DeclarantStatus;
import cn.quality.standards.declarant.PublicEntry;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An enterprise at a glance.
 *
 * @param name absent, like the status, while the enterprise's own event has not come
 * @param declarations how many are public
 */
@Schema(name = "EnterpriseProfile")
record EnterpriseProfile(
        @Schema(required = true, examples = "91371199MA3RH00187")
        String uscc,

        @Schema(examples = "日照示例海洋食品有限公司") @Nullable String name,
        @Nullable DeclarantStatus status,

        @Schema(required = true, description = "黑榜优先于红榜 (BLACK outranks RED)")
        Badge badge,

        @Schema(required = true, description = "现时公开的红黑榜条目 Entries public today")
        List<PublicEntry> listings,

        @Schema(required = true, examples = "3") long declarations) {}
