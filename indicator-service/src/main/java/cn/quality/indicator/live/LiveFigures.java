package cn.quality.indicator.live;

import java.util.List;

/** All live figures, by code. */
public record LiveFigures(List<LiveFigureView> figures) {}
