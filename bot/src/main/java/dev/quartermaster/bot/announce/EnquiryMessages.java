package dev.quartermaster.bot.announce;

import dev.quartermaster.actions.bundle.Bundles;
import dev.quartermaster.actions.request.Request;
import dev.quartermaster.actions.request.enquiry.Enquiries;
import dev.quartermaster.actions.request.enquiry.Enquiries.Enquiry;
import dev.quartermaster.bot.announce.CardPlacements.Shown;
import dev.quartermaster.bot.announce.CardPlacements.Talk;
import dev.quartermaster.bot.card.request.EnquiryCard;
import dev.quartermaster.bot.slack.outbox.Message;
import dev.quartermaster.bot.slack.outbox.MessageKey;
import dev.quartermaster.bot.slack.outbox.Outbox;
import dev.quartermaster.bot.slack.outbox.Recipient;
import dev.quartermaster.intents.people.People;
import org.springframework.stereotype.Component;

/**
 * Questions an approver asks back, and their answers, as messages: in the asker's thread with a button, under every
 * card without one, and the answer to whoever asked. Drawn from what is stored now; each message has its key, so
 * showing it again changes nothing.
 */
@Component
class EnquiryMessages {
    private static final int LONGEST_KEY = 200;

    private final Enquiries enquiries;
    private final CardPlacements threads;
    private final Bundles bundles;
    private final Outbox outbox;

    EnquiryMessages(Enquiries enquiries, CardPlacements threads, Bundles bundles, Outbox outbox) {
        this.enquiries = enquiries;
        this.threads = threads;
        this.bundles = bundles;
        this.outbox = outbox;
    }

    void show(Request request, Talk talk) {
        People people = bundles.current().people();
        for (Enquiry enquiry : enquiries.of(request.id())) {
            String name = "enquiry:" + request.id() + ":" + enquiry.number();
            outbox.post(
                    new MessageKey(name),
                    talk.below(RequestCards.statusKey(request.id())),
                    EnquiryCard.toAsker(request, enquiry, people));
            underCards(request, enquiry, name, people);
            if (enquiry.answer() != null) {
                outbox.post(
                        new MessageKey(name + ":answer"),
                        new Recipient.Person(enquiry.by()),
                        EnquiryCard.answered(request, enquiry, people));
            }
        }
    }

    private void underCards(Request request, Enquiry enquiry, String name, People people) {
        Message words = EnquiryCard.underCard(request, enquiry, people);
        for (Shown card : threads.cards(request.id())) {
            String key = name + ":" + card.card().value();
            // A card shown again on somebody's words has a key as long as that event's; it says the same itself.
            if (key.length() <= LONGEST_KEY) {
                outbox.post(new MessageKey(key), new Recipient.Under(card.card()), words);
            }
        }
    }
}
