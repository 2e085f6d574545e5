package org.greenaudit.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.RecordComponent;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.greenaudit.message.Text;
import org.greenaudit.message.Trace;
import org.greenaudit.purchase.Parsed;
import org.greenaudit.purchase.PurchaseLine;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A line that repeats what another says is judged as that one was. So whatever a judgement rests on must tell two lines
 * apart: the judgement of a line which differs from a judged one in a single value is compared with that of a reading
 * which remembers nothing.
 */
@Tag("slow")
class RepeatedLinesTest {

    /** Some of the cases, for the time that all of them take. */
    private static final int EVERY = 8;

    /** Whoever takes down the reasoning has it found anew. */
    private static final Trace ANEW = new Trace() {
        @Override
        public boolean on() {
            return true;
        }

        @Override
        public void note(Text text) {
            // only the verdict is looked at
        }
    };

    @Test
    void noValueOfAnotherLineIsTakenForItsOwn(@TempDir Path folder) throws Exception {
        CaseWorld world = new CaseWorld(folder);
        List<JudgementCase> cases = JudgementCase.all();
        PurchaseLine other = null;
        int compared = 0;
        for (int i = 0; i < cases.size(); i += EVERY) {
            JudgementCase one = cases.get(i);
            Parsed parsed = world.parsed(one);
            if (!(parsed instanceof PurchaseLine line)) {
                continue;
            }
            if (other != null) {
                world.judgement(one, line, Trace.NONE);
                for (RecordComponent value : PurchaseLine.class.getRecordComponents()) {
                    PurchaseLine changed = with(line, value, other);
                    assertThat(world.judgement(one, changed, Trace.NONE))
                            .describedAs("%s with %s of another: %s", one, value.getName(), changed)
                            .isEqualTo(world.judgement(one, changed, ANEW));
                    compared++;
                }
            }
            other = line;
        }
        assertThat(compared).isGreaterThan(5_000);
    }

    /** The line with one value of another line. */
    private static PurchaseLine with(PurchaseLine line, RecordComponent value, PurchaseLine other)
            throws ReflectiveOperationException {
        RecordComponent[] components = PurchaseLine.class.getRecordComponents();
        Object[] values = new Object[components.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = components[i].getAccessor().invoke(components[i].equals(value) ? other : line);
        }
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        return PurchaseLine.class.getDeclaredConstructor(types).newInstance(values);
    }
}
