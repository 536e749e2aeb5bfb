package cn.quality.local;

import java.io.PrintStream;
import java.net.URI;

/** What a newcomer needs to know once everything runs: addresses, logins, how to get a token, how to stop. */
final class Welcome {

    private final Suite suite;
    private final SuiteOptions options;

    Welcome(Suite suite, SuiteOptions options) {
        this.suite = suite;
        this.options = options;
    }

    void print(PrintStream out) {
        URI gateway = browser(PartName.GATEWAY);
        row(out, "Portal", gateway + "/");
        row(out, "Credit", gateway + "/api/credit/v1/listings?kind=RED");
        row(out, "Standards", gateway + "/api/standards/v1/standards?q=GB/T");
        row(out, "Indicators", gateway + "/api/indicators/v1/indicators");
        row(out, "Health of every part", gateway + "/health");
        row(out, "Keycloak", suite.issuer().toString());
        row(out, "PostgreSQL", suite.jdbcUrl("credit") + "   user and password credit_app, and so on");
        row(out, "Kafka", "127.0.0.1:" + suite.url(PartName.KAFKA).getPort());
        row(out, "Data and logs", options.data().toString());
        options.leftOut().stream()
                .sorted()
                .forEach(part -> out.printf("""

                  %s is left out. How to run and debug it: docs/architecture.md. Its settings:
                    set -a; . '%s'; set +a
                """, part.title(), suite.folder().environmentFile(part)));
        out.println("""

                Sample logins, local only; the password is the user's name:
                  case-handler, case-approver, publisher    prepare, approve and publish list entries of Rizhao (371100)
                  deputy                                    case handler and publisher at once; never on one entry
                  case-handler-donggang, publisher-donggang the same for Donggang District (371102) only
                  reporter, county-reviewer, city-reviewer  indicator rounds
                  enterprise                                日照示例海洋食品有限公司: own archive and declarations
                  social-organization                       own group standards
                  auditor, administrator                    decision logs; reference data

                A token for curl:
                  TOKEN=$(curl -s %s/protocol/openid-connect/token \\
                    -d grant_type=password -d client_id=suite-cli -d username=publisher -d password=publisher \\
                    | sed 's/.*"access_token":"\\([^"]*\\)".*/\\1/')

                Ctrl-C stops everything. The data stays for the next deploy/up; --fresh starts over.""".formatted(suite.issuer()));
        out.flush();
    }

    private URI browser(PartName part) {
        return URI.create("http://localhost:" + suite.url(part).getPort());
    }

    private static void row(PrintStream out, String what, String where) {
        out.printf("  %-22s%s%n", what, where);
    }
}
