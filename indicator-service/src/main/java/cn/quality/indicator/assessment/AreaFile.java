package cn.quality.indicator.assessment;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * An area of a cycle as those who work on it see it.
 *
 * @param entries what counts, by row of the sheet
 * @param history everything that was ever entered, the newest first
 * @param provisional what would come of it if nothing changed any more
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record AreaFile(
        CycleView.AreaProgress progress, List<Entry> entries, List<EntryRecord> history, ResultView provisional) {}
