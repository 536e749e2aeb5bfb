package cn.quality.credit.batch;

import cn.quality.platform.problem.Problem;
import cn.quality.platform.problem.ProblemTypes;
import cn.quality.platform.problem.Text;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.QueryParam;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * How a batch is to be taken; a resource takes it as {@code @Valid @BeanParam}.
 *
 * @param mode {@code lines}: each line on its own; {@code atomic}: all or nothing
 * @param key under which the batch is remembered
 */
public record BatchRequest(
        @QueryParam("mode")
        @DefaultValue("lines")
        @Pattern(regexp = "lines|atomic", message = "应为 lines 或 atomic (lines or atomic is expected)")
        @Parameter(
                description = "lines: 逐行处理，有误的行不影响其他行 (each line on its own)；"
                        + "atomic: 全部或全不，任何一行被拒绝则一行也不入库，其余各行答复 NOT_FILED "
                        + "(all or nothing: one refused line and none is stored, the others get NOT_FILED)")
        String mode,

        @HeaderParam("Idempotency-Key")
        @Parameter(
                description = "中断后以同一键重发同一文件：已处理的行按存档答复，其余接着处理；同一键用于另一文件为 409；进度见 Location "
                        + "(after a cut, the same file under the same key goes on where it stopped; "
                        + "another file under it gets 409; Location tells the progress)",
                example = "2026-11-24-full")
        @Nullable
        String key) {

    private static final int LONGEST_KEY = 200;

    boolean atomic() {
        return mode.equals("atomic");
    }

    /** @throws Problem 400 {@code invalid-argument} when the key is blank or too long */
    Optional<String> usedKey() {
        if (key != null && (key.isBlank() || key.length() > LONGEST_KEY)) {
            throw new Problem(
                    ProblemTypes.INVALID_ARGUMENT,
                    Text.of(
                            "Idempotency-Key 须为 1–%d 个字符",
                            "Idempotency-Key must have 1 to %d characters", LONGEST_KEY));
        }
        return Optional.ofNullable(key);
    }
}
