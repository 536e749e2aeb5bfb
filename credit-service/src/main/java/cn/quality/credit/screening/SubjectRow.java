package cn.quality.credit.screening;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row of a file of subjects.
 *
 * @param line where it begins in the file, counted from 1
 * @param subject absent when the row cannot be used
 * @param invalid why it cannot be used
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record SubjectRow(
        long line,
        ScreeningRequest.@Nullable Subject subject,
        @Nullable String ref,
        @Nullable List<ScreeningAnswer.Defect> invalid) {

    static SubjectRow of(long line, ScreeningRequest.Subject subject) {
        var defects = subject.defects();
        return defects.isEmpty() ? new SubjectRow(line, subject, null, null) : broken(line, subject.mark(), defects);
    }

    static SubjectRow broken(long line, @Nullable String ref, List<ScreeningAnswer.Defect> defects) {
        return new SubjectRow(line, null, ref, defects);
    }
}
