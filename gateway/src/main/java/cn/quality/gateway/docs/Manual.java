package cn.quality.gateway.docs;

import cn.quality.platform.problem.Text;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The merged document as a reader wants it: by service and subject, by role, and the events. */
record Manual(List<Chapter> chapters, List<Producer> producers) {

    record Chapter(String service, Text title, Text about, List<Section> sections, List<Type> types) {

        public int size() {
            return sections.stream()
                    .mapToInt(section -> section.operations().size())
                    .sum();
        }

        Optional<Section> section(String tag) {
            return sections.stream()
                    .filter(section -> section.tag().equals(tag))
                    .findFirst();
        }
    }

    record Section(String tag, Text about, List<Operation> operations) {}

    /**
     * @param open everybody may, without a token
     * @param roles a token needs one of these; none named: any token will do
     */
    record Operation(
            String id,
            String section,
            String method,
            String path,
            Text summary,
            @Nullable Text about,
            boolean open,
            List<String> roles,
            List<Parameter> parameters,
            List<Body> takes,
            List<Answer> answers) {}

    record Parameter(
            String name,
            String in,
            boolean required,
            Reference type,
            @Nullable Text about,
            @Nullable String example) {}

    /** @param made the example was made from the schema, because the service gives none */
    record Body(
            String mediaType,
            @Nullable Reference type,
            @Nullable String example,
            boolean made) {}

    record Answer(String status, Text about, List<Body> bodies) {

        public boolean refusal() {
            return status.startsWith("4") || status.startsWith("5");
        }
    }

    /** @param link the type's name on the page of types; absent for a plain one */
    record Reference(String label, @Nullable String link) {}

    record Type(
            String name,
            @Nullable Text about,
            String kind,
            List<Property> properties,
            List<String> values,
            List<Reference> choices) {}

    record Property(
            String name,
            boolean required,
            Reference type,
            @Nullable Text about,
            @Nullable String example) {}

    /** A service that sends events. */
    record Producer(String service, Text title, Text about, List<Channel> channels) {}

    record Channel(String topic, Text about, List<Message> messages) {}

    record Message(String type, Text about, String schema, String properties) {}

    /** What one role may do that not everybody may. */
    record Role(String name, Text meaning, List<RoleAct> acts) {}

    record RoleAct(String service, Operation operation) {}

    Optional<Chapter> chapter(String service) {
        return chapters.stream()
                .filter(chapter -> chapter.service().equals(service))
                .findFirst();
    }

    int size() {
        return chapters.stream().mapToInt(Chapter::size).sum();
    }

    /** Every role that some operation names, in alphabetical order. */
    List<Role> roles() {
        var acts = new TreeMap<String, List<RoleAct>>();
        var names = new TreeSet<String>();
        operations().forEach(act -> names.addAll(act.operation().roles()));
        names.forEach(name -> acts.put(
                name,
                operations()
                        .filter(act -> act.operation().roles().contains(name))
                        .toList()));
        return acts.entrySet().stream()
                .map(role -> new Role(role.getKey(), Roles.meaning(role.getKey()), role.getValue()))
                .toList();
    }

    private Stream<RoleAct> operations() {
        return chapters.stream()
                .flatMap(chapter -> chapter.sections().stream()
                        .flatMap(section -> section.operations().stream())
                        .map(operation -> new RoleAct(chapter.service(), operation)));
    }
}
