package cn.quality.credit.complaint;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How the complainant can be reached. Stored sealed, seen by the assigned handler alone. */
@Schema(name = "ComplainantContact", description = "投诉举报人的联系方式，加密保存 (contact, kept encrypted)")
record Contact(
        @Size(min = 1, max = 50) @Schema(examples = "示例投诉人") @Nullable
        String name,

        @Pattern(regexp = "\\+?[0-9][0-9 -]{5,19}") @Schema(examples = "13800000000") @Nullable
        String phone,

        @Size(min = 1, max = 200) @Schema(examples = "日照市示例路1号") @Nullable
        String address,

        @Email @Size(max = 100) @Schema(examples = "sample@example.com") @Nullable
        String email) {

    /** What it says of the complainant, to be replaced in what others read. */
    List<String> words() {
        return Stream.of(name, phone, address, email)
                .flatMap(Stream::ofNullable)
                .map(String::strip)
                .filter(word -> word.length() > 1)
                .toList();
    }

    /** Never into a log by accident. */
    @Override
    public String toString() {
        return "Contact[…]";
    }
}
