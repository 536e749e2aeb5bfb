package cn.quality.credit.complaint;

/** Who acts on a complaint. */
enum Party {
    /** Whoever filed it and holds its secret; has no name here. */
    COMPLAINANT("投诉举报人"),
    HANDLER("承办人"),
    APPROVER("审批人");

    private final String zh;

    Party(String zh) {
        this.zh = zh;
    }

    String zh() {
        return zh;
    }
}
