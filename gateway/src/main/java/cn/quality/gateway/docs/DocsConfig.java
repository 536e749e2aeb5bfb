package cn.quality.gateway.docs;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** The page for trying out. In production there are no samples: a client who tries something out brings a token. */
@ConfigMapping(prefix = "gateway.docs")
interface DocsConfig {

    /** The realm that issues the tokens. */
    @WithDefault("${quarkus.oidc.auth-server-url}")
    URI identity();

    /** Logins of the sample realm whose password is the login. Every visitor can get tokens of these. */
    Optional<List<String>> samplePeople();

    /** Systems of the sample realm whose secret is their id and {@code -secret}. The same goes for these. */
    Optional<List<String>> sampleSystems();
}
