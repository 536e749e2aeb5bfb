package cn.quality.credit.complaint;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Who filed a complaint, and all they wrote as they wrote it. For the eyes of the assigned handler alone. */
@Schema(description = "投诉举报人及其原文，仅承办人可见 (the complainant and the original words)")
record Complainant(NewComplaint filed, List<Addition> additions) {

    /** Words added later. */
    @Schema(name = "ComplaintAddition", description = "补充 (an addition)")
    record Addition(String words, Instant at) {

        @Override
        public String toString() {
            return "Addition[…]";
        }
    }
}
