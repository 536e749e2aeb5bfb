package cn.quality.indicator.progress;

import cn.quality.indicator.observation.ObservationView;
import org.jspecify.annotations.Nullable;

/**
 * Where a target stands.
 *
 * @param latest the newest published figure up to the day and the target date, with the mark of its revision; it may be too
 *     old to be judged
 */
public record Standing(ProgressView progress, @Nullable ObservationView latest) {}
