package cn.quality.credit.complaint;

import cn.quality.credit.rules.Suspension;
import jakarta.persistence.Embeddable;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An appraisal or test that both sides agreed on while their dispute is mediated (鉴定、检测). Its time is not counted (总局令第121号
 * art. 22).
 *
 * @param endedOn absent while it goes on
 */
@Embeddable
record Appraisal(LocalDate begunOn, @Nullable LocalDate endedOn) {

    boolean goesOn() {
        return endedOn == null;
    }

    Appraisal ended(LocalDate day) {
        return new Appraisal(begunOn, day);
    }

    Optional<Suspension> suspension() {
        return Optional.ofNullable(endedOn).map(end -> new Suspension(begunOn, end));
    }
}
