package cn.quality.indicator;

import jakarta.persistence.Embeddable;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Words for the public, in both languages. */
@Embeddable
public record BilingualText(
        @Schema(examples = "市级监督抽查的工业产品") @NotNull @PlainText @Size(max = 1000)
        String zh,

        @Schema(examples = "industrial products of municipal spot checks") @NotNull @PlainText @Size(max = 1000)
        String en) {}
