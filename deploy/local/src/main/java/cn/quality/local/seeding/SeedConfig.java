package cn.quality.local.seeding;

import java.net.URI;
import java.nio.file.Path;

/**
 * What to seed, and where.
 *
 * @param gateway the suite's public address, without a trailing slash
 * @param identity the realm, for example {@code http://localhost:8084/realms/quality}
 * @param seeds the folder of the seed files
 * @param scale how many fictional enterprises; at least 1
 * @param quiet whether to keep the progress to oneself
 */
public record SeedConfig(URI gateway, URI identity, Path seeds, int scale, boolean quiet) {

    static final int STANDARD_SCALE = 2_000;

    public SeedConfig {
        if (scale < 1) {
            throw new IllegalArgumentException("The scale is at least 1: the first enterprise has a login of its own");
        }
    }

    URI credit(String path) {
        return api("credit", path);
    }

    URI standards(String path) {
        return api("standards", path);
    }

    URI indicators(String path) {
        return api("indicators", path);
    }

    URI tokens() {
        return URI.create(identity + "/protocol/openid-connect/token");
    }

    private URI api(String service, String path) {
        return URI.create(gateway + "/api/" + service + "/v1/" + path);
    }
}
