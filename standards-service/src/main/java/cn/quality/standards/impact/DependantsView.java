package cn.quality.standards.impact;

import cn.quality.standards.catalogue.StandardRef;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Who depends on a standard.
 *
 * @param effect what its state means today for those who follow it
 * @param latest where the chain of replacements ends; empty when nothing replaces it
 * @param counts of all, whatever page is shown
 * @param next cursor of the page after this one; absent on the last page
 */
@Schema(name = "Dependants")
record DependantsView(
        @Schema(required = true) StandardRef standard,

        @Schema(required = true) Effect effect,

        @Schema(required = true, description = "替代链的末端；未被代替时为空 The ends of its replacement chain")
        List<StandardRef> latest,

        @Schema(required = true) DependantCounts counts,

        @Schema(required = true) List<Dependant> items,

        @Schema(description = "下一页的 after (the after of the next page)") @Nullable
        String next) {}
