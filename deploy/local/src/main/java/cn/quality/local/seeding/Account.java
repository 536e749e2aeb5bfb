package cn.quality.local.seeding;

/**
 * The identities seeding speaks as. Their secrets are those of the realm of the local run and open nothing else: a realm
 * that guards real data has none of these accounts.
 */
enum Account {
    /** A government system: sends reference data, enterprises and records. */
    SEEDER("grant_type=client_credentials&client_id=seeder&client_secret=seeder-secret"),
    /** Drafts list entries and sees to their papers. */
    CASE_HANDLER(person("case-handler")),
    /** Decides on them; never the same person. */
    CASE_APPROVER(person("case-approver")),
    /** Publishes them; a third one. */
    PUBLISHER(person("publisher")),
    /** Speaks for the first fictional enterprise. */
    ENTERPRISE(person("enterprise")),
    /** Speaks for the fictional body that makes group standards. */
    SOCIAL_ORGANIZATION(person("social-organization"));

    private final String form;

    Account(String form) {
        this.form = form;
    }

    /** The body of the token request. */
    String form() {
        return form;
    }

    private static String person(String login) {
        return "grant_type=password&client_id=suite-cli&username=%s&password=%s".formatted(login, login);
    }
}
