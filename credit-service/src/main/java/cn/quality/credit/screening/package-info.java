/**
 * Screening: another system asks at once about many enterprises, known to it by code or only by name.
 *
 * <p>The code settles it: the enterprise with the code is the one, and its published entries are told. A name settles
 * nothing (公众答复: 仅凭名称不得称“在榜”): enterprises of that name or one like it are told as possible, with the reasons of
 * their score and without entries, until their code is asked. Candidates come from the database by equality or by rare
 * character pairs, and are ranked by {@code matching}.
 *
 * <p>Who asks leaves a receipt: who, when, what for, against which version of the lists. Whom they asked about is not kept.
 */
@NullMarked
package cn.quality.credit.screening;

import org.jspecify.annotations.NullMarked;
