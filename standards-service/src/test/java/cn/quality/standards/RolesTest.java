package cn.quality.standards;

import cn.quality.testing.RoleTableContract;

@StandardsTest
class RolesTest extends RoleTableContract {

    @Override
    protected String base() {
        return "/api/standards/v1";
    }
}
