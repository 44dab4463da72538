package dev.quartermaster.bot.conversation.rule;

import dev.quartermaster.bot.conversation.command.CommandHandler;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The commands that lead to a rule's form. */
@Configuration(proxyBeanMethods = false)
class RuleFormCommands {
    @Bean
    CommandHandler changeCommand(RuleAnswers reading) {
        return new RuleFormCommand(reading, "change", "Change a rule by a form; the owner of its file decides");
    }

    @Bean
    CommandHandler rehearseCommand(RuleAnswers reading) {
        return new RuleFormCommand(
                reading, "rehearse", "Try a change of a rule on the last 90 days, proposing nothing");
    }
}
