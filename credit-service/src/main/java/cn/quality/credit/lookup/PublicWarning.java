package cn.quality.credit.lookup;

import cn.quality.platform.problem.Text;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Something that whoever reads about an enterprise should know of the answer itself. */
@Schema(description = "提示 (a warning)")
record PublicWarning(@Schema(examples = "irregular-code") String code, Text text) {}
