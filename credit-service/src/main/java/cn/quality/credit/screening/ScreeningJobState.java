package cn.quality.credit.screening;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** {@code WAITING → RUNNING → DONE → FORGOTTEN}; from the first two also {@code FAILED} and {@code CANCELLED}. */
@Schema(description = "排队、进行中、已完成、失败、已取消、结果已删除 (queued, running, done, failed, cancelled, result deleted)")
enum ScreeningJobState {
    WAITING,
    RUNNING,
    DONE,
    /** A chunk could not be screened. */
    FAILED,
    /** By the client, before it was done. */
    CANCELLED,
    /** The result is deleted, at the client's wish or because its time is over; the receipt stays. */
    FORGOTTEN;

    boolean isFinished() {
        return this != WAITING && this != RUNNING;
    }
}
