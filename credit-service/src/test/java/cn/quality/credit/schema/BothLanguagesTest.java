package cn.quality.credit.schema;

import cn.quality.credit.CreditTest;
import cn.quality.testing.BothLanguagesContract;

@CreditTest
class BothLanguagesTest extends BothLanguagesContract {}
