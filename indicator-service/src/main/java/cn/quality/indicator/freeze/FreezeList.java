package cn.quality.indicator.freeze;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** All that was frozen of a figure, the newest first. */
@Schema(name = "LiveFreezes")
record FreezeList(List<FreezeView> freezes) {}
