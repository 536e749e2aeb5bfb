package cn.quality.standards.watch;

import cn.quality.standards.catalogue.StandardLookup;
import cn.quality.standards.catalogue.StandardRef;
import cn.quality.standards.number.StandardNumber;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Takes pictures of numbers. */
@ApplicationScoped
class Pictures {

    private final StandardLookup catalogue;

    Pictures(StandardLookup catalogue) {
        this.catalogue = catalogue;
    }

    /** By key, each number once. */
    Map<String, Picture> of(Collection<String> keys, LocalDate today) {
        var pictures = new LinkedHashMap<String, Picture>();
        var numbers = keys.stream().distinct().map(StandardNumber::reference).toList();
        var known =
                catalogue.known(numbers.stream().filter(StandardNumber::dated).toList());
        for (var number : numbers) {
            pictures.put(number.canonical(), number.dated() ? dated(number, known) : undated(number, today));
        }
        return pictures;
    }

    private Picture dated(StandardNumber number, Map<StandardNumber, StandardRef> known) {
        var standard = known.get(number);
        return standard == null
                ? new Picture(null, List.of(), List.of(), List.of())
                : new Picture(
                        standard.status(),
                        List.of(),
                        numbers(catalogue.successors(number)),
                        numbers(catalogue.supplements(number)));
    }

    private Picture undated(StandardNumber number, LocalDate today) {
        var editions = catalogue.inForce(number, today);
        var amendments = editions.stream()
                .flatMap(edition -> catalogue.supplements(StandardNumber.reference(edition.number())).stream())
                .map(StandardRef::number)
                .sorted()
                .toList();
        return new Picture(null, numbers(editions), List.of(), amendments);
    }

    private static List<String> numbers(List<StandardRef> standards) {
        return standards.stream().map(StandardRef::number).sorted().toList();
    }
}
