package dev.quartermaster.bot.evaluation;

import dev.quartermaster.actions.bundle.Bundles;
import dev.quartermaster.bot.announce.StoredCommands;
import dev.quartermaster.bot.conversation.dialogue.TakeCommand;
import dev.quartermaster.bot.program.RunningProgram;
import dev.quartermaster.intents.config.Bundle;
import dev.quartermaster.intents.people.PersonId;
import dev.quartermaster.intents.reading.Context;
import dev.quartermaster.intents.reading.Place;
import dev.quartermaster.intents.reading.Reader;
import dev.quartermaster.intents.reading.Utterance;
import dev.quartermaster.intents.reading.evaluation.Effect;
import dev.quartermaster.intents.reading.slash.SlashReader;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a command, or the button that carries it, does: read by the grammar, as the program reads it. */
final class CommandMeaning {
    static final ZoneId ZONE = ZoneId.of("Europe/London");

    private static final Pattern SEVERAL =
            Pattern.compile("; (?=(?:launch|grant|extend|resize|stop|withdraw|resume|transfer|replace) )");

    private final RunningProgram program;

    CommandMeaning(RunningProgram program) {
        this.program = program;
    }

    /** One for each of several commands; none where it is no command. */
    List<Effect> of(String person, String command) {
        return Arrays.stream(SEVERAL.split(whole(command)))
                .map(one -> one.replaceFirst("^replace req-\\S+ ", ""))
                .flatMap(one -> read(person, one))
                .toList();
    }

    private String whole(String value) {
        Optional<TakeCommand> take = TakeCommand.of(value);
        if (take.isPresent()) {
            return taken(take.get());
        }
        return program.context().getBean(StoredCommands.class).command(value).orElse("");
    }

    /** What the lines of a message with several requests would ask for that are still open. */
    private String taken(TakeCommand take) {
        return String.join(
                "; ",
                program.jdbc()
                        .sql("select line->'options'->(?::int)->>'command' from request_line"
                                + " where card = ? and number::text like ? and state = 'open' order by number")
                        .params(take.option(), take.card().value(), take.all() ? "%" : "" + take.line())
                        .query(String.class)
                        .list());
    }

    private Stream<Effect> read(String person, String command) {
        Bundle bundle = program.context().getBean(Bundles.class).current();
        Utterance typed = new Utterance(
                RunningProgram.key(),
                new PersonId(person),
                new Place("dm", null),
                command,
                program.time().now(),
                ZONE);
        return new SlashReader()
                        .read(typed, new Context.None(), new Reader.Known(bundle.catalogue(), bundle.people()))
                        .filter(Reader.Outcome.Found.class::isInstance)
                        .stream()
                        .flatMap(found -> ((Reader.Outcome.Found) found).evidence().candidates().stream())
                        .map(Effect::of);
    }
}
