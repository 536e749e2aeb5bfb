package cn.quality.indicator.dashboard;

import cn.quality.indicator.progress.ProgressState;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A domain, and how many of its targets are in which state. */
record DomainTile(@Schema(examples = "product") String domain, Map<ProgressState, Integer> states) {}
