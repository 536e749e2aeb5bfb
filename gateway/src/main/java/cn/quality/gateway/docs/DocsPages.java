package cn.quality.gateway.docs;

import cn.quality.gateway.docs.Manual.Chapter;
import cn.quality.gateway.docs.Manual.Producer;
import cn.quality.gateway.docs.Manual.Role;
import cn.quality.gateway.docs.Manual.Section;
import cn.quality.gateway.edge.Text;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The pages of the manual; the templates in {@code templates/docs} are checked against these signatures. */
@CheckedTemplate(basePath = "docs", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
final class DocsPages {

    private DocsPages() {}

    static native TemplateInstance overview(Reader reader, Manual manual);

    static native TemplateInstance section(Reader reader, Chapter chapter, Section section);

    static native TemplateInstance types(Reader reader, Chapter chapter);

    static native TemplateInstance roles(Reader reader, List<Role> roles);

    static native TemplateInstance events(Reader reader, List<Producer> producers);

    static native TemplateInstance connect(Reader reader, List<Step> steps);

    static native TemplateInstance tryOut(Reader reader, List<String> people, List<String> systems, Viewer viewer);

    /** One step of connecting a system: what to run, and part of what it answers. */
    record Step(
            Text title,
            Text words,
            @Nullable String run,
            @Nullable String shows) {}

    /** The files of the page for trying out. */
    record Viewer(String script, String stylesheet, String starter) {}
}
