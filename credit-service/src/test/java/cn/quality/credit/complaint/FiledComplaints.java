package cn.quality.credit.complaint;

import cn.quality.credit.complaint.Complaints.Mine;
import cn.quality.testing.MovedClock;
import io.restassured.response.ValidatableResponse;
import java.time.LocalDate;

/** A dispute filed on a day, for tests of other features. */
public final class FiledComplaints {

    private final Mine mine;

    public FiledComplaints(LocalDate day) {
        Complaints.storeRoutes();
        MovedClock.to(day);
        this.mine = Mine.filed("COMPLAINT");
    }

    public String receipt() {
        return mine.receipt();
    }

    /** Accepted on that day; what is seen of the deadline of its mediation. */
    public ValidatableResponse accepted(LocalDate day) {
        MovedClock.to(day);
        mine.then(Complaints.handler(), "acceptance");
        return mediation();
    }

    public ValidatableResponse mediation() {
        return mine.desk().then().rootPath("deadlines.find { it.deadline.ruleCode == 'COMPLAINT_MEDIATION' }.deadline");
    }
}
