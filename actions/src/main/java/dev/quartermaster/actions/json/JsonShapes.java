package dev.quartermaster.actions.json;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.quartermaster.actions.RequestId;
import dev.quartermaster.intents.catalogue.DatasetName;
import dev.quartermaster.intents.catalogue.PathName;
import dev.quartermaster.intents.catalogue.Value;
import dev.quartermaster.intents.intent.Intent;
import dev.quartermaster.intents.intent.Target;
import dev.quartermaster.intents.intent.Term;
import dev.quartermaster.intents.money.Money;
import dev.quartermaster.intents.people.PersonId;
import dev.quartermaster.intents.people.TeamId;
import dev.quartermaster.intents.plan.LeaseId;
import dev.quartermaster.intents.plan.PartName;
import dev.quartermaster.intents.plan.Price;
import dev.quartermaster.intents.policy.Deciders;
import dev.quartermaster.intents.policy.Verdict;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.annotation.JsonSerialize;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;
import tools.jackson.databind.type.TypeFactory;

/** How each type looks in JSON, kept here because the language's own module knows no storage. */
final class JsonShapes {
    private static final List<Class<?>> NAMES = List.of(
            PersonId.class,
            TeamId.class,
            PathName.class,
            PartName.class,
            DatasetName.class,
            LeaseId.class,
            RequestId.class);
    private static final List<Class<?>> ALTERNATIVES =
            List.of(Intent.class, Target.class, Term.class, Value.class, Verdict.class, Deciders.class);

    private JsonShapes() {}

    static JsonMapper mapper() {
        JsonMapper.Builder builder = JsonMapper.builder()
                .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
                .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                .disable(MapperFeature.SORT_CREATOR_PROPERTIES_FIRST)
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                // A number that was not there yet when a row was written is 0; the types refuse it where that is wrong.
                .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .addModule(new SimpleModule().addSerializer(new Sorted()));
        NAMES.forEach(name -> builder.addMixIn(name, Name.class));
        ALTERNATIVES.forEach(alternative -> builder.addMixIn(alternative, Alternative.class));
        return builder.addMixIn(Money.class, Amount.class)
                .addMixIn(Value.Quantity.class, Gib.class)
                .addMixIn(Price.Line.class, Line.class)
                .build();
    }

    /** An id is its text. */
    abstract static class Name {
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        Name(String value) {}

        @JsonValue
        abstract String value();
    }

    /** The case's simple name; the cases are the sealed type's own. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "type")
    interface Alternative {}

    interface Amount {
        @JsonSerialize(using = Plain.class)
        BigDecimal amount();
    }

    interface Gib {
        @JsonSerialize(using = Plain.class)
        BigDecimal gib();
    }

    interface Line {
        @JsonSerialize(using = Plain.class)
        BigDecimal quantity();
    }

    /** As text: a reader's floating point must never touch money. */
    static final class Plain extends StdSerializer<BigDecimal> {
        Plain() {
            super(BigDecimal.class);
        }

        @Override
        public void serialize(BigDecimal value, JsonGenerator json, SerializationContext context) {
            json.writeString(value.stripTrailingZeros().toPlainString());
        }
    }

    /** Immutable sets iterate in an order that changes with every process. */
    private static final class Sorted extends StdSerializer<Set<?>> {
        Sorted() {
            super(TypeFactory.createDefaultInstance().constructType(Set.class));
        }

        @Override
        public void serialize(Set<?> values, JsonGenerator json, SerializationContext context) {
            json.writeStartArray();
            values.stream()
                    .sorted(Comparator.comparing(Object::toString))
                    .forEach(each -> context.writeValue(json, each));
            json.writeEndArray();
        }
    }
}
