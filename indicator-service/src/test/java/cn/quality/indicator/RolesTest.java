package cn.quality.indicator;

import cn.quality.testing.RoleTableContract;

@IndicatorTest
class RolesTest extends RoleTableContract {

    @Override
    protected String base() {
        return Api.BASE;
    }
}
