package cn.quality.standards;

/** Roles of the realm that this service knows. */
public final class Roles {

    public static final String ADMINISTRATOR = "administrator";
    public static final String AUDITOR = "auditor";
    public static final String CASE_APPROVER = "case-approver";
    public static final String CASE_HANDLER = "case-handler";
    public static final String CITY_REVIEWER = "city-reviewer";
    public static final String COUNTY_REVIEWER = "county-reviewer";
    public static final String ENTERPRISE = "enterprise";
    public static final String PUBLISHER = "publisher";
    public static final String SCREENING_CLIENT = "screening-client";
    public static final String SOCIAL_ORGANIZATION = "social-organization";

    private Roles() {}
}
