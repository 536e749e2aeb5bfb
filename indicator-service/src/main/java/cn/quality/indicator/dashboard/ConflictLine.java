package cn.quality.indicator.dashboard;

import cn.quality.indicator.conflict.ConflictView;
import cn.quality.indicator.progress.ProgressView;
import java.util.List;

/**
 * A conflict of the plans, its sides beside each other.
 *
 * @param progress of each side's target, for the target's own area
 */
record ConflictLine(ConflictView conflict, List<ProgressView> progress) {}
