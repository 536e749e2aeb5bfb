package cn.quality.credit.contracts;

import cn.quality.credit.CreditTest;
import cn.quality.testing.OpenApiContract;

@CreditTest
class OpenApiTest extends OpenApiContract {}
