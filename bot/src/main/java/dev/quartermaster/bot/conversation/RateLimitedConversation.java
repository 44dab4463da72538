package dev.quartermaster.bot.conversation;

import dev.quartermaster.bot.limits.PersonRateLimits;
import dev.quartermaster.bot.limits.PersonRateLimits.Kind;
import dev.quartermaster.bot.slack.ButtonHandler;
import dev.quartermaster.bot.slack.Conversation;
import dev.quartermaster.bot.slack.Form;
import dev.quartermaster.bot.slack.SlackInteraction.Clicked;
import dev.quartermaster.bot.slack.SlackInteraction.Commanded;
import dev.quartermaster.bot.slack.SlackInteraction.HomeOpened;
import dev.quartermaster.bot.slack.SlackInteraction.Said;
import dev.quartermaster.bot.slack.SlackInteraction.Submitted;
import org.springframework.context.annotation.Primary;
import org.springframework.stereotype.Component;

/**
 * In front of {@link ConversationHandler}: drops what one person sends beyond their rate, so that their flood does not
 * make everybody wait.
 */
@Component
@Primary
class RateLimitedConversation implements Conversation {
    private final ConversationHandler talk;
    private final PersonRateLimits paced;

    RateLimitedConversation(ConversationHandler talk, PersonRateLimits paced) {
        this.talk = talk;
        this.paced = paced;
    }

    @Override
    public void said(Said said) {
        if (paced.may(said.by(), Kind.MESSAGES)) {
            talk.said(said);
        }
    }

    @Override
    public void commanded(Commanded commanded) {
        if (paced.may(commanded.by(), Kind.MESSAGES)) {
            talk.commanded(commanded);
        }
    }

    @Override
    public void clicked(Clicked clicked, ButtonHandler button) {
        if (paced.may(clicked.by(), Kind.CLICKS)) {
            talk.clicked(clicked, button);
        }
    }

    @Override
    public void outdated(Clicked clicked) {
        if (paced.may(clicked.by(), Kind.CLICKS)) {
            talk.outdated(clicked);
        }
    }

    @Override
    public void submitted(Submitted submitted, Form form) {
        if (paced.may(submitted.by(), Kind.CLICKS)) {
            talk.submitted(submitted, form);
        }
    }

    @Override
    public void homeOpened(HomeOpened opened) {
        if (paced.may(opened.by(), Kind.CLICKS)) {
            talk.homeOpened(opened);
        }
    }
}
