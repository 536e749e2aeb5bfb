package cn.quality.gateway.docs;

import static org.assertj.core.api.Assertions.assertThat;

import cn.quality.gateway.edge.PageLocale;
import cn.quality.platform.problem.Text;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Of the manual as it is written, whatever page it stands on. */
class ManualTest {

    @Test
    void everyTextIsEnglishForEnglishReaders() throws ReflectiveOperationException {
        var manual = ManualWriter.write(ApiDocuments.read(new ObjectMapper()));
        var texts = new Texts();
        texts.of("", manual);
        for (var role : manual.roles()) {
            texts.of("role " + role.name(), role.meaning());
        }
        assertThat(texts.seen).as("texts of the manual").isGreaterThan(1000);
        assertThat(texts.chinese)
                .as("texts without their English, as in 工作日历 (working-day calendar)")
                .isEmpty();
    }

    /** Finds the texts wherever a record holds them, so that none added later is forgotten. */
    private static final class Texts {

        private final List<String> chinese = new ArrayList<>();
        private int seen;

        void of(String place, @Nullable Object part) throws ReflectiveOperationException {
            switch (part) {
                case Text text -> read(place, text);
                case List<?> list -> {
                    for (var element : list) {
                        of(place, element);
                    }
                }
                case Record thing -> {
                    var within = (place + " " + name(thing)).strip();
                    for (var component : thing.getClass().getRecordComponents()) {
                        of((within + " " + component.getName()).strip(), value(component, thing));
                    }
                }
                case null, default -> {}
            }
        }

        private void read(String place, Text text) {
            seen++;
            if (PageLocale.isChinese(text.en())) {
                chinese.add(place + ": " + text.en());
            }
        }

        /** The first word a thing holds: its service, id, name, status or the like. */
        private static String name(Record thing) throws ReflectiveOperationException {
            var name = new StringBuilder();
            for (var component : thing.getClass().getRecordComponents()) {
                if (name.isEmpty() && value(component, thing) instanceof String word) {
                    name.append(word);
                }
            }
            return name.toString();
        }

        private static @Nullable Object value(RecordComponent component, Record thing)
                throws ReflectiveOperationException {
            return component.getAccessor().invoke(thing);
        }
    }
}
