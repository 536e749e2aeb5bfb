package cn.quality.credit.complaint;

/** The role in which an act on a complaint is done. */
enum CaseRole {
    /** Filed it and holds its secret; has no name here. */
    COMPLAINANT("投诉举报人"),
    HANDLER("承办人"),
    APPROVER("审批人");

    private final String zh;

    CaseRole(String zh) {
        this.zh = zh;
    }

    String zh() {
        return zh;
    }
}
