package cn.quality.standards.group;

import cn.quality.platform.problem.Text;
import cn.quality.standards.input.Flaws;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A document that lies elsewhere, by its digest, so that nobody exchanges it.
 *
 * @param reference its address or number
 */
@Schema(name = "GroupDocument", description = "文件引用：出处与摘要 (a document, where it lies and its digest)")
record Document(
        @Schema(required = true, examples = "示例水产协会标准化工作管理办法") @Nullable
        String title,

        @Schema(required = true, examples = "https://xiehui.example/rules.pdf") @Nullable
        String reference,

        @Schema(required = true, examples = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08")
        @Nullable
        String sha256) {

    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");
    private static final int LONGEST = 300;

    /** The document in one field of a body; what is wrong with it is noted. */
    static Document of(@Nullable Document sent, String field, Flaws flaws) {
        if (sent == null) {
            flaws.missing(field);
            return new Document("", "", "");
        }
        var digest = flaws.text(sent.sha256(), field + ".sha256", 64);
        if (!digest.isEmpty() && !SHA256.matcher(digest).matches()) {
            flaws.add(field + ".sha256", "format", Text.of("应为64位小写十六进制", "64 hexadecimal digits in small letters"));
        }
        return new Document(
                flaws.text(sent.title(), field + ".title", LONGEST),
                flaws.text(sent.reference(), field + ".reference", LONGEST),
                digest);
    }
}
