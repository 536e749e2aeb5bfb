package cn.quality.standards.currency;

import cn.quality.standards.file.StoredFiles;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A list that was handed in, and how far it got. */
record CurrencyCheck(
        UUID id,
        String certificate,
        @Nullable String client,
        LocalDate day,
        Instant askedAt,
        State state,
        int numbers,
        long skipped,
        int done,
        Map<Verdict, Integer> counts,
        String requestDigest,
        @Nullable String resultDigest,
        @Nullable Instant finishedAt,
        @Nullable String failure,
        Optional<StoredFiles.Stored> pdf) {

    /** How far it got. */
    enum State {
        WAITING,
        DONE,
        FAILED,
        /** Done; the result has been deleted, the certificate is still verified. */
        FORGOTTEN
    }
}
