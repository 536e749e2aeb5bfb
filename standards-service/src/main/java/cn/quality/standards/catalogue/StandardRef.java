package cn.quality.standards.catalogue;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A standard as others point at it.
 *
 * @param id absent while the catalogue does not hold the standard
 * @param status on the day of the answer
 */
@Schema(
        name = "StandardRef",
        description =
                "对标准的引用；目录中尚无该标准时只有编号 (reference to a standard; only a number while the catalogue does not know it)")
public record StandardRef(
        @Nullable UUID id,

        @Schema(examples = "GB/T 19001-2016", required = true)
        String number,

        @Schema(examples = "质量管理体系 要求") @Nullable String titleZh,
        @Nullable Status status) {

    /** A number the catalogue does not hold. */
    public static StandardRef unresolved(String number) {
        return new StandardRef(null, number, null, null);
    }
}
