package cn.quality.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A batch whose lines are judged in ways that lose the whole of it, and in ways that do not. */
class NestedTransactionsTest {

    static class EvidenceService {

        @Transactional
        public void requireKnown(String id) {
            if (id.isEmpty()) {
                throw new IllegalArgumentException(id);
            }
        }

        @Transactional(TxType.REQUIRES_NEW)
        public void requireKnownApart(String id) {
            requireKnown(id);
        }
    }

    static class LosingService {

        private final EvidenceService evidence = new EvidenceService();

        @Transactional
        public List<String> take(List<String> lines) {
            var refused = new ArrayList<String>();
            lines.forEach(line -> judge(line, refused));
            return refused;
        }

        private void judge(String line, List<String> refused) {
            try {
                check(line);
            } catch (RuntimeException refusal) {
                refused.add(line);
            }
        }

        private void check(String line) {
            evidence.requireKnown(line);
        }
    }

    static class ApartService {

        private final EvidenceService evidence = new EvidenceService();

        @Transactional
        public boolean take(String line) {
            try {
                evidence.requireKnownApart(line);
                return true;
            } catch (RuntimeException refusal) {
                return false;
            }
        }
    }

    static class JudgingService {

        private final EvidenceService evidence = new EvidenceService();

        @Transactional
        public List<String> take(List<String> lines) {
            var refused = new ArrayList<String>();
            for (var line : lines) {
                try {
                    Integer.parseInt(line);
                } catch (RuntimeException refusal) {
                    refused.add(line);
                }
            }
            evidence.requireKnown("all");
            return refused;
        }
    }

    /** Each in a transaction of its own. */
    static class Runner {

        private final EvidenceService evidence = new EvidenceService();

        List<String> run(List<String> lines) {
            var refused = new ArrayList<String>();
            for (var line : lines) {
                try {
                    evidence.requireKnown(line);
                } catch (RuntimeException refusal) {
                    refused.add(line);
                }
            }
            return refused;
        }
    }

    @Test
    void aRefusalThatIsCaughtFurtherOutIsFound() {
        var found = violations(LosingService.class);
        assertThat(found)
                .singleElement()
                .asString()
                .contains("LosingService.judge", "EvidenceService.requireKnown", "NestedTransactionsTest.java");
    }

    @ParameterizedTest
    @ValueSource(classes = {JudgingService.class, ApartService.class, Runner.class})
    void rulesAndTransactionsApartMayRefuse(Class<?> fine) {
        assertThat(violations(fine)).isEmpty();
    }

    private static List<String> violations(Class<?> service) {
        return ServiceRules.NO_REFUSAL_OF_A_NESTED_TRANSACTION_IS_CAUGHT
                .evaluate(new ClassFileImporter().importClasses(service, EvidenceService.class))
                .getFailureReport()
                .getDetails();
    }
}
