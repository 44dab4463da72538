package dev.quartermaster.bot.slack;

import dev.quartermaster.bot.slack.Heard.Clicked;
import dev.quartermaster.bot.slack.Heard.Submitted;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All forms there are. */
public final class Forms {
    private final List<Form> forms;

    public Forms(List<Form> forms) {
        this.forms = List.copyOf(forms);
    }

    public boolean opens(String action) {
        return forms.stream().anyMatch(form -> form.opens(action));
    }

    public Optional<String> open(Clicked clicked) {
        return forms.stream()
                .filter(form -> form.opens(clicked.action()))
                .findFirst()
                .flatMap(form -> form.open(clicked));
    }

    public Map<String, String> validate(Submitted submitted) {
        return of(submitted).map(form -> form.validate(submitted)).orElse(Map.of());
    }

    public Optional<String> instead(Submitted submitted) {
        return of(submitted).flatMap(form -> form.instead(submitted));
    }

    /** A form that nobody knows any more does nothing. */
    public void submitted(Submitted submitted) {
        of(submitted).ifPresent(form -> form.submitted(submitted));
    }

    private Optional<Form> of(Submitted submitted) {
        return forms.stream().filter(form -> form.id().equals(submitted.form())).findFirst();
    }
}
