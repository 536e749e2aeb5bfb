package cn.quality.credit;

/** Names of the roles this service knows, as the identity provider's token carries them. */
public final class Roles {

    /** A department's system that sends records of its own. */
    public static final String DATA_PROVIDER = "data-provider";

    public static final String CASE_HANDLER = "case-handler";
    public static final String CASE_APPROVER = "case-approver";
    public static final String PUBLISHER = "publisher";

    /** The enterprise itself, by its code. */
    public static final String ENTERPRISE = "enterprise";

    /** A bank, a buyer, another office: asks about many enterprises at once. */
    public static final String SCREENING_CLIENT = "screening-client";

    public static final String AUDITOR = "auditor";
    public static final String ADMINISTRATOR = "administrator";

    private Roles() {}
}
