package dev.quartermaster.bot.observe;

import dev.quartermaster.actions.retention.RetentionRule;
import dev.quartermaster.actions.retention.RetentionRules;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How long this module's tables keep what was said and shown in Slack; where cards stand, and what they are of, stays with the request. */
@Configuration(proxyBeanMethods = false)
class SlackRetention {
    private static final String LONG_AGO = "at < now() - make_interval(days => :days)";

    @Bean
    RetentionRules tablesOfSlack() {
        return new RetentionRules(List.of(
                new RetentionRule("gathered", 90, decided("gathered")),
                new RetentionRule("home_card", 90, decided("home_card")),
                new RetentionRule("last_reading", 30, LONG_AGO),
                new RetentionRule("spend_told", 30, LONG_AGO),
                new RetentionRule("slack_inbox", 180, parked("worked_at")),
                new RetentionRule("slack_outbox", 180, parked("written_at"))));
    }

    private static String decided(String table) {
        return LONG_AGO + " and not exists (select 1 from request r where r.id = " + table
                + ".request and r.state = 'waiting')";
    }

    /** Given up, and kept for the platform team to see. */
    private static String parked(String since) {
        return "state = 'parked' and " + since + " < now() - make_interval(days => :days)";
    }
}
