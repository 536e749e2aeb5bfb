package cn.quality.credit.schema;

import cn.quality.credit.CreditTest;
import cn.quality.testing.OpenApiContract;

@CreditTest
class OpenApiTest extends OpenApiContract {}
