package cn.quality.gateway.identity;

import java.time.Instant;

/**
 * What the identity service issues for a user who logged in. It never leaves this machine but towards a service.
 *
 * @param access token for the services
 * @param expires when the access token does
 * @param refresh token for another grant
 * @param id token that says who logged in; asked of once, at login
 */
record Grant(String access, Instant expires, String refresh, String id) {

    @Override
    public String toString() {
        return "Grant[until " + expires + "]";
    }
}
