package cn.quality.indicator.live;

import cn.quality.indicator.IndicatorCode;

/** 红榜、黑榜. */
public enum ListKind {
    RED,
    BLACK;

    IndicatorCode figure() {
        return new IndicatorCode("LST_" + name());
    }
}
