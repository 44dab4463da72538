package dev.quartermaster.bot.conversation.verb;

import dev.quartermaster.actions.bundle.Bundles;
import dev.quartermaster.actions.lease.Lease;
import dev.quartermaster.actions.lease.Leases;
import dev.quartermaster.bot.conversation.dialogue.IncomingMessage;
import dev.quartermaster.bot.slack.outbox.Message;
import dev.quartermaster.bot.slack.outbox.Outbox;
import dev.quartermaster.intents.catalogue.GoldenPath;
import dev.quartermaster.intents.catalogue.Parameter;
import dev.quartermaster.intents.catalogue.Value;
import dev.quartermaster.intents.intent.Intent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** What "4 more cores" comes to: counted from what runs, kept within its bounds, and only asked about. */
@Component
class RelativeSizes {
    private final Bundles bundles;
    private final Leases leases;
    private final SizeQuestion question;
    private final Outbox outbox;

    RelativeSizes(Bundles bundles, Leases leases, SizeQuestion question, Outbox outbox) {
        this.bundles = bundles;
        this.leases = leases;
        this.question = question;
        this.outbox = outbox;
    }

    static boolean in(Intent.Resize resize) {
        return resize.parameters().values().stream().anyMatch(Value.Relative.class::isInstance);
    }

    void ask(IncomingMessage asking, Lease lease, Intent.Resize resize, IntentHandler.Read read) {
        Optional<String> fixed = leases.fixed(lease.id());
        if (fixed.isPresent()) {
            outbox.say(asking.reply(), Message.said(fixed.get()));
            return;
        }
        List<String> notes = new ArrayList<>(read.from().notes());
        question.ask(asking, lease, counted(lease, resize, notes).parameters(), notes, read);
    }

    /** The same in numbers. @param notes where it is said what can't be had of it */
    Intent.Resize counted(Lease lease, Intent.Resize resize, List<String> notes) {
        SortedMap<String, Value> wanted = new TreeMap<>(resize.parameters());
        wanted.replaceAll((name, value) ->
                value instanceof Value.Relative relative ? counted(lease, name, relative, notes) : value);
        return new Intent.Resize(resize.target(), wanted);
    }

    /** What it has none of stays as it was said: why that can't be had is said where it would be judged. */
    private Value counted(Lease lease, String name, Value.Relative relative, List<String> notes) {
        Optional<Value> after =
                Optional.ofNullable(lease.plan().parameters().get(name)).flatMap(relative::from);
        if (after.isEmpty()) {
            return relative;
        }
        Optional<Parameter> parameter = bundles.current()
                .catalogue()
                .path(lease.plan().path())
                .flatMap((GoldenPath path) -> path.parameter(name));
        Value nearest = parameter.flatMap(each -> each.nearest(after.get())).orElse(after.get());
        if (!nearest.equals(after.get())) {
            notes.add("Of " + name.replace('_', ' ') + " it can have "
                    + parameter.map(Parameter::valid).orElseThrow() + ".");
        }
        return nearest;
    }
}
