package cn.quality.credit.sharing;

import com.fasterxml.jackson.annotation.JsonIgnore;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What the administrator registers of a subscriber.
 *
 * @param since first day on which it receives entries
 * @param until last day; absent while it goes on
 */
@Schema(description = "登记接收方 (registration of a subscriber)")
record NewSubscriber(
        @NotBlank @Size(max = 200) @Schema(examples = "示例银行")
        String name,

        @NotNull @Schema(examples = "2026-01-01") LocalDate since,

        @Schema(examples = "2027-12-31") @Nullable LocalDate until) {

    @JsonIgnore
    @Schema(hidden = true)
    @AssertTrue(message = "since 不应晚于 until (since must not be after until)")
    boolean isPeriodOrdered() {
        return since == null || until == null || !since.isAfter(until);
    }
}
