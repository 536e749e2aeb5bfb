package cn.quality.indicator.catalogue;

import cn.quality.indicator.BilingualText;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A disagreement of the plans; its sides are at {@code /conflicts/{id}}. */
public record ConflictReference(
        @Schema(examples = "good-practice-baseline") String id, BilingualText title) {}
