package dev.quartermaster.bot.talk;

import dev.quartermaster.actions.lease.Leases;
import dev.quartermaster.bot.card.Actions;
import dev.quartermaster.bot.card.RevealForm;
import dev.quartermaster.bot.slack.Forms;
import dev.quartermaster.bot.slack.Heard.Clicked;
import dev.quartermaster.bot.slack.Heard.Submitted;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The private form that shows credentials, once, to whom the lease belongs. */
@Component
class CredentialForms implements Forms {
    private final Leases leases;

    CredentialForms(Leases leases) {
        this.leases = leases;
    }

    @Override
    public boolean opens(String action) {
        return action.startsWith(Actions.REVEAL + ":");
    }

    @Override
    public Optional<String> open(Clicked clicked) {
        return Optional.of(Actions.Reveal.parse(clicked.value())
                .flatMap(part ->
                        leases.reveal(part.lease(), part.part(), clicked.by().person()))
                .map(RevealForm::of)
                .orElseGet(() -> RevealForm.none("There is nothing to show: the credentials were shown already,"
                        + " the lease is not yours, or it has ended.")));
    }

    @Override
    public Map<String, String> validate(Submitted submitted) {
        return Map.of();
    }
}
