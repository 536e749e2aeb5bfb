package cn.quality.indicator.live;

import cn.quality.indicator.IndicatorCode;
import java.util.List;

/** 红榜、黑榜. */
public enum ListKind {
    RED,
    BLACK;

    static List<IndicatorCode> figures() {
        return List.of(RED.figure(), BLACK.figure());
    }

    IndicatorCode figure() {
        return new IndicatorCode("LST_" + name());
    }
}
