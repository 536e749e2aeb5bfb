/**
 * Screening: another system asks at once about many enterprises, known to it by code or only by name.
 *
 * <p>The code settles it: the enterprise with the code is the one, and its published entries are returned. A name settles
 * nothing (公众答复: 仅凭名称不得称“在榜”): enterprises of that name or one like it are returned as possible, with the reasons of
 * their score and without entries, until their code is asked. Candidates come from the database by equality or by rare
 * character pairs, and are ranked by {@code matching} (ADR 0031). A code with the name of somebody else, or a name whose
 * enterprise is on file under another code than the one given, is for review.
 *
 * <p>{@link cn.quality.credit.screening.Screener} finds whom subjects may mean and knows nothing of lists. Up to 500 subjects
 * are answered at once ({@code ScreeningService}). A file of up to a million rows becomes a job
 * ({@code ScreeningJobService}): it is read to its end into an {@link cn.quality.credit.screening.Upload}, stored in chunks,
 * and {@link cn.quality.credit.screening.ScreeningWorkers} take one chunk after the other. What is stored says whom a row
 * means; entries are added when the result is returned, so that nobody learns of one that has ended (ADR 0018).
 *
 * <p>The public search offers what {@link cn.quality.credit.screening.SimilarNames} finds. OpenRefine asks the same {@code Screener} for the rows of a table ({@code ReconciliationService}); it is given codes and
 * names alone, as everybody may be.
 *
 * <p>Who asks leaves a receipt: who, when, what for, against which version of the lists. The receipt
 * does not name whom they asked about, and the rows of a job are retained no longer than its result; but an enterprise that was
 * confirmed sees who asked (山东省社会信用条例 art. 37; {@code owner}).
 */
@NullMarked
package cn.quality.credit.screening;

import org.jspecify.annotations.NullMarked;
