package cn.quality.gateway.docs;

import cn.quality.gateway.docs.Manual.Chapter;
import cn.quality.gateway.docs.Manual.Producer;
import cn.quality.gateway.docs.Manual.Role;
import cn.quality.gateway.docs.Manual.Section;
import cn.quality.gateway.edge.PageLocale;
import cn.quality.platform.problem.Text;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The pages of the manual; the templates in {@code templates/docs} are checked against these signatures. */
@CheckedTemplate(basePath = "docs", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
final class DocsPages {

    private DocsPages() {}

    static native TemplateInstance overview(PageLocale locale, Manual manual);

    static native TemplateInstance section(PageLocale locale, Chapter chapter, Section section);

    static native TemplateInstance types(PageLocale locale, Chapter chapter);

    static native TemplateInstance roles(PageLocale locale, List<Role> roles);

    static native TemplateInstance events(PageLocale locale, List<Producer> producers);

    static native TemplateInstance connect(PageLocale locale, List<Step> steps);

    static native TemplateInstance tryOut(PageLocale locale, List<String> people, List<String> systems, Viewer viewer);

    /** One step of connecting a system: what to run, and part of what it answers. */
    record Step(
            Text title,
            Text words,
            @Nullable String run,
            @Nullable String shows) {}

    /** The files of the page for trying out. */
    record Viewer(String script, String stylesheet, String starter) {}
}
