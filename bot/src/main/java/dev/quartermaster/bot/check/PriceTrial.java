package dev.quartermaster.bot.check;

import dev.quartermaster.intents.catalogue.GoldenPath;
import dev.quartermaster.intents.money.Money;
import dev.quartermaster.intents.people.Team;
import dev.quartermaster.intents.plan.Price;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Comparator;
import java.util.Optional;

/** Whether any team could pay for what a golden path offers, over its term or a month of it. */
final class PriceTrial {
    private static final Duration MONTH = Duration.ofHours(730);
    private static final int SECONDS_AN_HOUR = 3600;

    private final Optional<Team> richest;
    private final FilePlaces places;
    private final Faults faults;

    PriceTrial(Samples samples, FilePlaces places, Faults faults) {
        this.richest =
                samples.teams().max(Comparator.comparing(team -> team.budget().perMonth()));
        this.places = places;
        this.faults = faults;
    }

    /** @param with the values, as a beginning of a sentence; empty: the standards */
    void look(GoldenPath path, String with, Price price) {
        Duration length = price.term().compareTo(MONTH) < 0 ? price.term() : MONTH;
        BigDecimal hours = BigDecimal.valueOf(length.toSeconds())
                .divide(BigDecimal.valueOf(SECONDS_AN_HOUR), 6, RoundingMode.CEILING);
        Money amount = price.perHour().times(hours);
        richest.filter(team -> amount.compareTo(team.budget().perMonth()) > 0).ifPresent(team -> {
            String file = FilePlaces.file(path.name());
            faults.warning(
                    file,
                    places.line(file, "price"),
                    with + "It comes to " + amount + " in a month, and no team has more than "
                            + team.budget().perMonth() + ".",
                    "Lower the parameter's max, or give a team more in people.yaml.");
        });
    }
}
