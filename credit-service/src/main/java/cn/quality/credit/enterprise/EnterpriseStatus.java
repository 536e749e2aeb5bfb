package cn.quality.credit.enterprise;

/** Whether an enterprise still exists. */
public enum EnterpriseStatus {
    ACTIVE,
    CLOSED
}
