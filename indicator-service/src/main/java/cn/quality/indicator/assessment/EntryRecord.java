package cn.quality.indicator.assessment;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An entry as it was made. Of an area and a row the newest counts.
 *
 * @param reason why it replaces what the area said; absent in a self-evaluation
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record EntryRecord(Entry entry, Stage stage, @Nullable String reason, String enteredBy, Instant enteredAt) {}
