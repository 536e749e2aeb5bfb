package cn.quality.standards;

import cn.quality.testing.BothLanguagesContract;
import cn.quality.testing.InfraResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
@WithTestResource(value = InfraResource.class, initArgs = @ResourceArg(name = "database", value = "standards"))
class BothLanguagesTest extends BothLanguagesContract {}
