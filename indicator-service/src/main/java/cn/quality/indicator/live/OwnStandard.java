package cn.quality.indicator.live;

import cn.quality.indicator.IndicatorCode;

/** What STD_SELF_DECL counts: a standard of an enterprise's own, once, however many declarations speak of it. */
record OwnStandard(String uscc, String number) {

    static final IndicatorCode FIGURE = new IndicatorCode("STD_SELF_DECL");
}
