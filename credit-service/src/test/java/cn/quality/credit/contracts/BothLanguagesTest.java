package cn.quality.credit.contracts;

import cn.quality.credit.CreditTest;
import cn.quality.testing.BothLanguagesContract;

@CreditTest
class BothLanguagesTest extends BothLanguagesContract {}
