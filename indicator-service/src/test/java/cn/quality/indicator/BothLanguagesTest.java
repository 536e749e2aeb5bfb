package cn.quality.indicator;

import cn.quality.testing.BothLanguagesContract;

@IndicatorTest
class BothLanguagesTest extends BothLanguagesContract {}
