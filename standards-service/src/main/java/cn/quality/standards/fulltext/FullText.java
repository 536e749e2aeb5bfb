package cn.quality.standards.fulltext;

import cn.quality.standards.file.StoredFiles;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The text of a standard, on record. */
record FullText(
        UUID standardId, TextBasis basis, @Nullable String permission, StoredFiles.Stored content, Instant recordedAt) {

    /** What everybody may know of it. */
    @Schema(name = "FullText")
    record View(
            @Schema(required = true) UUID standardId,

            @Schema(required = true, examples = "GB 18401-2010")
            String number,

            @Schema(
                    required = true,
                    description = "MANDATORY 强制性标准 · LOCAL 山东省地方标准 · PERMITTED 经权利人许可 (why it is public)")
            TextBasis basis,

            @Schema(description = "许可的出处 Who permits it") @Nullable
            String permission,

            @Schema(
                    required = true,
                    examples = "2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae",
                    description = "文件的 SHA-256 (SHA-256 of the file)")
            String sha256,

            @Schema(required = true, examples = "524288") long length,

            @Schema(required = true) Instant recordedAt) {}

    View view(String number) {
        return new View(standardId, number, basis, permission, content.digest(), content.length(), recordedAt);
    }
}
