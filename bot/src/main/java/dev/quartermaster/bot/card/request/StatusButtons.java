package dev.quartermaster.bot.card.request;

import com.slack.api.model.block.element.ButtonElement;
import dev.quartermaster.actions.lease.Lease;
import dev.quartermaster.actions.lease.Leases;
import dev.quartermaster.actions.request.Request;
import dev.quartermaster.actions.request.State;
import dev.quartermaster.bot.card.ActionIds;
import dev.quartermaster.bot.card.Blocks;
import dev.quartermaster.bot.card.Wording;
import dev.quartermaster.intents.catalogue.Catalogue;
import dev.quartermaster.intents.intent.Intent;
import dev.quartermaster.intents.intent.Target;
import dev.quartermaster.intents.part.PartType;
import dev.quartermaster.intents.part.PartTypes;
import dev.quartermaster.intents.plan.Link;
import dev.quartermaster.intents.plan.PartName;
import dev.quartermaster.intents.reading.slash.CommandText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What can be done with a request from its status card, in the state it is in. */
final class StatusButtons {
    private StatusButtons() {}

    static List<ButtonElement> of(StatusCard.Shown shown, Catalogue catalogue) {
        Request request = shown.request();
        List<ButtonElement> buttons = new ArrayList<>();
        switch (request.state()) {
            case WAITING ->
                buttons.add(Blocks.button(
                        "Withdraw", ActionIds.WITHDRAW, request.id().value()));
            case REFUSED -> {
                shown.offers().stream()
                        .filter(each -> Blocks.carries(each.command()))
                        .forEach(each -> buttons.add(
                                Blocks.button(each.label(), ActionIds.COMMAND + buttons.size(), each.command())));
                String command = CommandText.of(asked(request));
                boolean formed = request.extending() == null || request.resizing() != null && shown.resizable();
                if (formed && Blocks.carries(command)) {
                    buttons.add(Blocks.button("Change it in a form", ActionIds.FORM + "0", command));
                }
            }
            case APPROVED, PROVIDING -> {
                if (request.resizing() != null) {
                    buttons.add(Blocks.button(
                            "Back to before", ActionIds.WITHDRAW, request.id().value()));
                } else if (request.state() == State.APPROVED && request.from() != null && !live(shown)) {
                    buttons.add(Blocks.button(
                            "Withdraw", ActionIds.WITHDRAW, request.id().value()));
                }
            }
            case DENIED, WITHDRAWN, LAPSED, FAILED, ENDED -> {
                if (request.extending() == null) {
                    buttons.add(Blocks.button("Ask again", ActionIds.COMMAND + "0", "again " + request.id()));
                }
            }
            case LIVE -> {}
        }
        @Nullable Lease lease = shown.lease();
        if (lease != null && live(shown) && request.extending() == null) {
            shown.showable().forEach(part -> buttons.add(reveal(shown, lease, part, catalogue.types())));
            if (!shown.stoppable()) {
                return buttons;
            }
            if (shown.resizable()) {
                buttons.add(Blocks.button("Change size", ActionIds.FORM + "1", "resize " + lease.id()));
            }
            buttons.add(Blocks.confirmed(
                    Blocks.danger("Stop", ActionIds.STOP, lease.id().value()),
                    "Stop this?",
                    Wording.title(request, lease) + ": everything made for it is taken back now."));
        }
        return buttons;
    }

    private static Intent asked(Request request) {
        return request.resizing() == null
                ? request.judgement().intent()
                : new Intent.Resize(
                        new Target.Id(request.lease().value()),
                        request.resizing().changed(request.judgement().intent()));
    }

    private static boolean live(StatusCard.Shown shown) {
        return shown.lease() != null && shown.lease().state() == Lease.State.LIVE;
    }

    /**
     * Named by what it opens, where there is more than one thing to open. It stays as long as the lease is live: a form
     * that did not open, or was closed too soon, has taken nothing from anybody.
     */
    private static ButtonElement reveal(
            StatusCard.Shown shown, Lease lease, Leases.Showable showable, PartTypes types) {
        PartName part = showable.part();
        Optional<String> link = lease.parts().stream()
                .filter(each -> each.name().equals(part))
                .filter(each ->
                        types.find(each.provider()).filter(PartType::opensLinks).isPresent())
                .flatMap(each -> lease.links().stream())
                .filter(each -> each.login().equals("token"))
                .map(Link::title)
                .findFirst();
        // A token stays what it is, because a new one would restart what runs; a password is made anew each time.
        String again = link.isPresent() ? "Show credentials again" : "New credentials";
        String text = (showable.before() ? again : "Show credentials")
                + (shown.showable().size() == 1 ? "" : ": " + link.orElse(part.value()));
        String value = new ActionIds.Reveal(lease.id(), part).value();
        String action = ActionIds.REVEAL + ":" + part;
        return showable.before() ? Blocks.button(text, action, value) : Blocks.primary(text, action, value);
    }
}
